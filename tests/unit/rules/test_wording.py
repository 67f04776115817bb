"""NE3, wording: corners that the corpus does not show."""

from unittest.mock import Mock

import pytest

from newsevents import Dossier, check
from newsevents.rules import wording


def test_two_quotations_are_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many speakers they are quoted from together, and whatever else each of those says."""
    is_near = Mock(wraps=wording._is_near)
    monkeypatch.setattr(wording, "_is_near", is_near)
    told = ["clear evidence of the close friendship", "a clear proof of the close friendship"]
    statement = {"type": "statement", "acts": ["praise"]}
    records = [
        {"type": "source", "id": "s", "form": "article", "title": "A report"},
        statement
        | {"id": "joint", "speaker_ids": ["a", "b", "c"]}
        | {"quotations": [{"text": text, "source_id": "s"} for text in told]},
        statement
        | {"id": "alone", "speaker_ids": ["c"]}
        | {"quotations": [{"text": "they spoke of the roads and bridges between north and south", "source_id": "s"}]},
    ]
    dossier = Dossier.model_validate({"type": "dossier", "schema_version": "1.0", "id": "d", "records": records})
    assert len(check(dossier, select=["NE303"])) == 1
    assert is_near.call_count == 1


def test_two_notes_may_have_copied_the_same() -> None:
    """Each is found, where one of them has more of it than the other."""
    told = "the vessel was seen leaving the harbor at night with its lights turned off near Dalian"
    records = [
        {"type": "source", "id": "s", "form": "article", "title": "A report", "text": told},
        {"type": "occurrence", "id": "all", "form": "departure", "note": told},
        {"type": "occurrence", "id": "part", "form": "departure", "note": " ".join(told.split()[4:12])},
    ]
    dossier = Dossier.model_validate({"type": "dossier", "schema_version": "1.0", "id": "d", "records": records})
    assert [finding.pointer for finding in check(dossier, select=["NE310"])] == ["/records/1/note", "/records/2/note"]


def test_short_quotations_may_share_one_pair_of_words() -> None:
    """Three words in four are the same, and two of them stand together."""
    told = ["clear evidence of friendship", "clear evidence for friendship"]
    records = [
        {"type": "source", "id": "s", "form": "article", "title": "A report"},
        {"type": "statement", "id": "a", "acts": ["praise"], "speaker_ids": ["b"]}
        | {"quotations": [{"text": text, "source_id": "s"} for text in told]},
    ]
    dossier = Dossier.model_validate({"type": "dossier", "schema_version": "1.0", "id": "d", "records": records})
    assert len(check(dossier, select=["NE303"])) == 1


def test_quotations_of_many_who_speak_together_are_gone_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Though each of the speakers says something else, too."""
    alike = Mock(wraps=wording._alike)
    monkeypatch.setattr(wording, "_alike", alike)
    joint = [f"a proof of the close ties, n{at}" for at in range(9)]
    told = {f"own-{at}": ([f"p{at}"], [f"n{at}a n{at}b n{at}c n{at}d"]) for at in range(10)}
    told["joint"] = [f"p{at}" for at in range(10)], joint
    statements = [
        {"type": "statement", "id": id, "acts": ["praise"], "speaker_ids": speakers}
        | {"quotations": [{"text": text, "source_id": "s"} for text in texts]}
        for id, (speakers, texts) in told.items()
    ]
    dossier = Dossier.model_validate({"type": "dossier", "schema_version": "1.0", "id": "d", "records": statements})
    assert len(check(dossier, select=["NE303"])) == 8
    assert [len(call.args[0]) for call in alike.call_args_list] == [9]


def test_the_first_who_speaks_decides_which_quotation_is_named() -> None:
    """Be it with words that are like no others."""
    told = {
        "own": (["b"], ["no comment on that matter"]),
        "of-a": (["a"], ["clear evidence of the close friendship"]),
        "of-b": (["b"], ["a clear evidence of a close friendship"]),
        "joint": (["a", "b"], ["a clear proof of the close friendship"]),
    }
    statements = [
        {"type": "statement", "id": id, "acts": ["praise"], "speaker_ids": speakers}
        | {"quotations": [{"text": text, "source_id": "s"} for text in texts]}
        for id, (speakers, texts) in told.items()
    ]
    dossier = Dossier.model_validate({"type": "dossier", "schema_version": "1.0", "id": "d", "records": statements})
    (finding,) = check(dossier, select=["NE303"])
    assert finding.related == ("of-b",)


def copied(told: str, note: str, *names: str) -> bool:
    """Return whether a note is found to have copied a source, in a dossier with a ship of these names."""
    records = [
        {"type": "source", "id": "s", "form": "article", "title": "A report", "text": told},
        {"type": "occurrence", "id": "e", "form": "departure", "note": note},
        {"type": "item", "id": "ship", "description": "a ship", "names": [{"text": name} for name in names]},
    ]
    dossier = Dossier.model_validate({"type": "dossier", "schema_version": "1.0", "id": "d", "records": records})
    return bool(check(dossier, select=["NE310"]))


TOLD = "the X-ray of the vessel was seen leaving the harbor at night"


@pytest.mark.parametrize("marks", ['""', "“”", "””", "„“", "„”", '„"', "«»", "»«", "「」", "『』"])
def test_quote_marks_close_at_their_own_marks(marks: str) -> None:
    """Not at a letter in between; behind them the words are the author's own again."""
    assert not copied(TOLD, f"Quoted: {marks[0]}{TOLD}{marks[1]} (a customs officer)")
    assert copied(TOLD, f"Quoted: {marks[0]}yes{marks[1]} {TOLD}")


def test_a_note_may_go_on_where_its_source_ends() -> None:
    """The words that both have are found."""
    assert copied(f"We know that {TOLD}", f"{TOLD}, and nobody knows where it went")


def test_a_name_of_four_words_is_no_copy() -> None:
    """It is what the thing is called, and seven words are left."""
    told = "we saw the Lady of the Lake sail from Nampo"
    assert copied(told, told)
    assert not copied(told, told, "Lady of the Lake")


def test_each_two_quotations_are_compared() -> None:
    """That two others are not alike says nothing of them."""
    told = [
        "clear evidence of the new road to the sea",
        "clear evidence of the close friendship",
        "a clear proof of the close friendship",
    ]
    records = [
        {"type": "statement", "id": "a", "acts": ["praise"], "speaker_ids": ["b"]}
        | {"quotations": [{"text": text, "source_id": "s"} for text in told]},
    ]
    dossier = Dossier.model_validate({"type": "dossier", "schema_version": "1.0", "id": "d", "records": records})
    assert [finding.pointer for finding in check(dossier, select=["NE303"])] == ["/records/0/quotations/2/text"]
