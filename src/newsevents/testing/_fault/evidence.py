"""NE3: evidence and attribution."""

import hashlib

from newsevents.rules._hedge import HEDGES
from newsevents.testing._fault._scene import GONE, Body, Fault, Maker, Scene, told

__all__ = ["EVIDENCE"]


def _statement(scene: Scene, **quotation: object) -> list[Body]:
    """Return a statement with one quotation, of a report whose text holds the words once."""
    before, words, after = (" ".join(scene.words(scene.number(2, 4))) for _ in range(3))
    # Capitals and figures keep the words apart from those around them.
    words = f"No. 1 {words} 2"
    quoted: Body = {"text": words, "source_id": "report", **quotation}
    speech = told("statement", "speech", speaker_ids=["speaker"], acts=["assert"], quotations=[quoted])
    text = f"{before.capitalize()}: {words} {after}."
    return [scene.report(text=text), scene.person("speaker"), speech]


def _quote_not_at_span(scene: Scene) -> Fault:
    records = _statement(scene)
    text, (quotation,) = records[0]["text"], records[2]["quotations"]
    start = text.index(quotation["text"])
    end = start + len(quotation["text"])
    quotation["span"] = {"start": start, "end": end}
    shift = scene.one_of((1, -1, 2, -2))
    edit = "speech/quotations/0/span"
    return Fault(records, {edit: {"start": start + shift, "end": end + shift}}, edit)


def _quote_without_place(scene: Scene) -> Fault:
    records = _statement(scene)
    edit = "speech/quotations/0/text"
    lost = f"{scene.letters()} lighthouse {scene.letters()}"
    twice = f"{records[0]['text']} {records[0]['text']}"
    edits = scene.one_of(({edit: lost}, {"report/text": twice}))
    return Fault(records, edits, edit)


def _quoted_two_ways(scene: Scene) -> Fault:
    words = scene.words(8)
    changed = [*words]
    changed[scene.number(1, 6)] = "lighthouse"
    records = _statement(scene)
    del records[0]["text"]
    records[2]["quotations"] = [
        {"id": "one-way", "text": " ".join(words), "source_id": "report"},
        {"text": " ".join(changed), "source_id": "report", "variant_of_id": "one-way"},
    ]
    return Fault(records, {"speech/quotations/1/variant_of_id": GONE}, "speech/quotations/1/text")


def _other_text(scene: Scene) -> Fault:
    text = " ".join(scene.words(5))
    records = [scene.report(text=text, text_sha256=hashlib.sha256(text.encode()).hexdigest()), scene.item()]
    other = text + scene.one_of((".", "\n", " ", "\ufeff"))
    edits = scene.one_of(
        ({"report/text_sha256": hashlib.sha256(other.encode()).hexdigest()}, {"report/text": other}),
    )
    return Fault(records, edits, "report/text_sha256")


def _span_outside(scene: Scene) -> Fault:
    text = " ".join(scene.words(4))
    start = scene.number(0, 5)
    records = [scene.report(text=text), scene.item()]
    records[1]["attributions"][0]["spans"] = [{"start": start, "end": scene.number(start + 1, len(text))}]
    edit = "thing/attributions/0/spans/0"
    backward = {"start": start + scene.number(1, 9), "end": start}
    beyond = {"start": start, "end": len(text) + scene.number(1, 99)}
    return Fault(records, {edit: scene.one_of((backward, beyond))}, edit)


def _no_attribution(scene: Scene) -> Fault:
    records = [*scene.gift(), *scene.meeting()[1:]]
    id = scene.one_of(("gift", "meeting"))
    return Fault(records, {f"{id}/attributions": GONE}, id)


def _hedge_dropped(scene: Scene) -> Fault:
    hedge = scene.one_of(tuple(HEDGES))
    sentence = f"The {scene.one_of(('crate', 'horse', 'clock'))} was {hedge} {_after(hedge)} the {scene.words(1)[0]}."
    records = [scene.report(text=sentence), *scene.gift()[1:]]
    told_how = scene.one_of(("alleged", "reported", "believed"))
    records[4]["attributions"] = [
        {"source_id": "report", "modality": told_how, "spans": [{"start": 0, "end": len(sentence)}]}
    ]
    return Fault(records, {"gift/attributions/0/modality": "asserted"}, "gift/attributions/0")


def _after(hedge: str) -> str:
    return "come over" if hedge.endswith(" to") else "lost in"


def _contested(scene: Scene) -> Fault:
    other: Body = {"type": "source", "id": "other-report", "title": "Another report", "form": "article"}
    records = [other, *scene.gift()]
    told_how = scene.one_of(("asserted", "confirmed"))
    records[5]["attributions"].append({"source_id": "other-report", "modality": told_how})
    return Fault(records, {"gift/attributions/1/modality": "denied"}, "gift/attributions/0")


def _rests_on_retracted(scene: Scene) -> Fault:
    wire: Body = {"type": "source", "id": "wire", "title": "A wire", "form": "wire", "status": "usable"}
    records = [wire, *scene.gift()]
    records[5]["attributions"] = [{"source_id": "wire"}]
    status = scene.one_of(("withdrawn", "corrected"))
    return Fault(records, {"wire/status": status}, "gift/attributions")


def _copied_words(scene: Scene) -> Fault:
    words = scene.words(scene.number(8, 11))
    text = " ".join(words).capitalize() + "."
    own = "In short: " + " ".join(scene.words(3))
    records = [scene.report(text=text), scene.item(note=own)]
    return Fault(records, {"thing/note": scene.one_of((text, f"In short: {text}"))}, "thing/note")


EVIDENCE: dict[str, Maker] = {
    "NE301": _quote_not_at_span,
    "NE302": _quote_without_place,
    "NE303": _quoted_two_ways,
    "NE304": _other_text,
    "NE305": _span_outside,
    "NE306": _no_attribution,
    "NE307": _hedge_dropped,
    "NE308": _contested,
    "NE309": _rests_on_retracted,
    "NE310": _copied_words,
}
"""What makes a fault, by the code of the rule that finds it."""
