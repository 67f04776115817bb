"""NE4: who acts and who speaks."""

from newsevents.testing._fault._scene import GONE, Body, Fault, Maker, Scene, told

__all__ = ["ACTOR"]

_HEADS = (("President", "head_of_state"), ("Premier", "head_of_government"), ("Minister of Works", "minister"))
_CAPITALS = (("DE", "Berlin"), ("FR", "Paris"), ("JP", "Tokyo"), ("NO", "Oslo"), ("RU", "Moscow"), ("CN", "Beijing"))
# What the words of a report call a citizen of a country.
_CITIZENS = (("German", "DE"), ("French", "FR"), ("Japanese", "JP"), ("Norwegian", "NO"), ("Russian", "RU"))


def _insider(scene: Scene) -> Body:
    who = scene.one_of(("an aide", "a pilot", "an official of the ministry"))
    return told("person", "insider", is_anonymous=True, description=who)


def _statement(scene: Scene, speaker: Body, **fields: object) -> list[Body]:
    speech = told("statement", "speech", speaker_ids=[speaker["id"]], acts=["assert"], **fields)
    return [scene.report(), speaker, speech]


def _anonymous_without_description(scene: Scene) -> Fault:
    records = _statement(scene, _insider(scene))
    return Fault(records, {"insider/description": GONE}, "insider/is_anonymous")


def _terms_against_name(scene: Scene) -> Fault:
    edit = "speech/terms"
    named = _statement(scene, scene.person("speaker"), terms="on_record")
    unnamed = _statement(scene, _insider(scene), terms="background")
    records, wrong = scene.one_of(((named, "background"), (unnamed, "on_record")))
    return Fault(records, {edit: wrong}, edit)


def _act_on_nothing(scene: Scene) -> Fault:
    edit = "speech/acts/0"
    records = _statement(scene, scene.person("speaker"))
    return Fault(records, {edit: scene.one_of(("deny", "retract", "correct"))}, edit)


def _capacity_not_said(scene: Scene) -> Fault:
    title, office = scene.one_of(_HEADS)
    records = scene.gift()
    records[2]["roles"] = [{"title": title, "office": office, "country": scene.country()}]
    records[4]["recipients"][0]["capacity"] = scene.one_of(("official", "personal"))
    return Fault(records, {"gift/recipients/0/capacity": GONE}, "gift/recipients/0")


def _certain_by_a_group(scene: Scene) -> Fault:
    records = scene.gift()
    attribution = records[4]["attributions"][0]
    attribution |= {"according_to_ids": ["group"], "modality": "claimed"}
    attribution["certainty"] = scene.one_of(("probable", "possible"))
    group = told("group", "group", description=scene.one_of(("officials", "villagers", "three diplomats")))
    edit = "gift/attributions/0/certainty"
    return Fault([group, *records], {edit: "certain"}, edit)


def _metonym_in_wrong_field(scene: Scene) -> Fault:
    country, capital = scene.one_of(_CAPITALS)
    state = told("state", "power", country=country, names=[{"text": capital, "kind": "metonym"}])
    wrong = scene.one_of(("short", "official", GONE))
    return Fault([scene.report(), state], {"power/names/0/kind": wrong}, "power/names/0")


def _second_nationality_dropped(scene: Scene) -> Fault:
    (one, first), (other, second) = scene.some_of(_CITIZENS, 2)
    text = f"The dual {one}-{other} national was freed."
    citizen = scene.person("citizen", nationalities=[first, second])
    citizen["attributions"][0]["spans"] = [{"start": 0, "end": len(text)}]
    kept = scene.one_of((first, second))
    return Fault([scene.report(text=text), citizen], {"citizen/nationalities": [kept]}, "citizen/nationalities")


ACTOR: dict[str, Maker] = {
    "NE401": _anonymous_without_description,
    "NE402": _terms_against_name,
    "NE403": _act_on_nothing,
    "NE404": _capacity_not_said,
    "NE405": _certain_by_a_group,
    "NE406": _metonym_in_wrong_field,
    "NE407": _second_nationality_dropped,
}
"""What makes a fault, by the code of the rule that finds it."""
