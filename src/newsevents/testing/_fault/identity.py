"""NE1 and the rules of NE0 that judge a well-shaped dossier."""

from newsevents.rules._rule import RULES
from newsevents.testing._fault._scene import GONE, Fault, Maker, Scene, told
from newsevents.testing._identifier import imo, isin, isni, lei

__all__ = ["IDENTITY"]


def _unknown_word(scene: Scene) -> Fault:
    word = f"unheard_of_{scene.letters()}"
    records = [*scene.gift(), *scene.meeting()[1:]]
    records[3] |= {"category": "vehicle", "identifiers": {"wikidata": "Q1"}}
    edit = scene.one_of(("thing/category", "meeting/form", f"thing/identifiers/{word}"))
    return Fault(records, {edit: word}, edit)


def _idle_silencer(scene: Scene) -> Fault:
    codes = [code for code, rule in RULES.items() if rule.check is not None]
    code = scene.one_of([*codes, "NE999"])
    silencer = "thing/extensions/x-newsevents-ignore"
    records = [scene.report(), scene.item(extensions={})]
    return Fault(records, {silencer: [code]}, f"{silencer}/0")


def _duplicate_id(scene: Scene) -> Fault:
    kinds = [scene.one_of((scene.person, scene.organization, scene.item)) for _ in range(2)]
    first, second = (make(id) for make, id in zip(kinds, ("first", "second"), strict=True))
    return Fault([scene.report(), first, second], {"second/id": "first"}, "second/id")


_REFERENCES = ("gift/item_ids/0", "gift/givers/0/actor_id", "gift/recipients/0/actor_id", "gift/part_of_id")


def _dangling_reference(scene: Scene) -> Fault:
    edit = scene.one_of((*_REFERENCES, "thing/attributions/0/source_id"))
    return Fault(scene.gift(), {edit: f"missing-{scene.letters()}"}, edit)


def _wrong_type_of_record(scene: Scene) -> Fault:
    edit = scene.one_of(_REFERENCES)
    return Fault(scene.gift(), {edit: "giver" if edit == "gift/item_ids/0" else "thing"}, edit)


def _reference_cycle(scene: Scene) -> Fault:
    count = scene.number(1, 4)
    members = [scene.organization(f"office-{index}") for index in range(count)]
    for index, member in enumerate(members[:-1]):
        member["parent_id"] = f"office-{index + 1}"
    edit = f"office-{count - 1}/parent_id"
    return Fault([scene.report(), *members], {edit: "office-0"}, edit)


def _unused_record(scene: Scene) -> Fault:
    make = scene.one_of((scene.person, scene.organization, scene.item))
    return Fault([scene.report(), scene.person("witness"), make("lonely")], {"lonely/attributions": GONE}, "lonely")


def _same_identifier(scene: Scene) -> Fault:
    scheme, one, other = scene.one_of(
        (
            ("imo", imo(2 * scene.number(50000, 499999)), imo(2 * scene.number(50000, 499999) + 1)),
            ("lei", lei(f"A{scene.code(17)}"), lei(f"B{scene.code(17)}")),
            ("wikidata", f"Q{2 * scene.number(1, 10**8)}", f"Q{2 * scene.number(1, 10**8) + 1}"),
        )
    )
    make = scene.organization if scheme == "lei" else scene.item
    pair = [make(id, identifiers={scheme: value}) for id, value in (("one", one), ("other", other))]
    edit = f"other/identifiers/{scheme}"
    return Fault([scene.report(), *pair], {edit: one}, edit)


def _wrong_check_digit(scene: Scene) -> Fault:
    scheme, value = scene.one_of(
        (
            ("imo", imo(scene.number(100000, 999999))),
            ("isin", isin(f"GB{scene.code(9)}")),
            ("isni", isni(scene.number(0, 10**15 - 1))),
            ("lei", lei(scene.code(18))),
        )
    )
    # The sum of every scheme tells any two last digits apart.
    last = scene.one_of([digit for digit in "0123456789" if digit != value[-1]])
    edit = f"holder/identifiers/{scheme}"
    make = scene.item if scheme == "imo" else scene.organization
    records = [scene.report(), make("holder", identifiers={scheme: value})]
    return Fault(records, {edit: value[:-1] + last}, edit)


def _pointer_to_nothing(scene: Scene) -> Fault:
    records = [scene.report(), scene.item(category="vehicle", inferred=["/category"])]
    records[1]["attributions"][0]["covers"] = ["/description"]
    edit = scene.one_of(("thing/inferred/0", "thing/attributions/0/covers/0"))
    lost = scene.one_of(("/hs_code", "/names/0", "/category/0", f"/unheard_of_{scene.letters()}"))
    return Fault(records, {edit: lost}, edit)


def _symmetric_relation_reversed(scene: Scene) -> Fault:
    form = scene.one_of(("sibling_of", "spouse_of", "ally_of", "adversary_of", "ties_with"))
    ends = [scene.person("alder"), scene.person("birch")]
    relation = told("relation", "bond", form=form, subject_id="alder", object_id="birch")
    edits = {"bond/subject_id": "birch", "bond/object_id": "alder"}
    return Fault([scene.report(), *ends, relation], edits, "bond/subject_id")


def _entry_twice(scene: Scene) -> Fault:
    tags = scene.words(scene.number(1, 4))
    countries = sorted({scene.country() for _ in range(3)})
    citizen = scene.person("citizen", tags=tags, nationalities=countries)
    field, entries = scene.one_of((("tags", tags), ("nationalities", countries)))
    edit = f"citizen/{field}/{len(entries)}"
    return Fault([scene.report(), citizen], {edit: scene.one_of(entries)}, edit)


IDENTITY: dict[str, Maker] = {
    "NE005": _unknown_word,
    "NE006": _idle_silencer,
    "NE101": _duplicate_id,
    "NE102": _dangling_reference,
    "NE103": _wrong_type_of_record,
    "NE104": _reference_cycle,
    "NE105": _unused_record,
    "NE106": _same_identifier,
    "NE107": _wrong_check_digit,
    "NE108": _pointer_to_nothing,
    "NE109": _symmetric_relation_reversed,
    "NE110": _entry_twice,
}
"""What makes a fault, by the code of the rule that finds it."""
