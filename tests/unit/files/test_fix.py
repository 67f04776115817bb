"""Fixing: what is written in place of what, what is left as it is, and that a file is whole at any moment."""

import gzip
import os
from pathlib import Path

import pytest

from newsevents import UnreadableFileError
from newsevents.files._format import Format
from newsevents.files.fix import fix_file, fix_text

STATE = '{"type":"state","id":"s","country":"%s"}'
ITEM = "{type: item, id: i, description: d, %s}\n"
MONEY = '{"amount": "5", "currency": "EUR", "text": "5 euros"}'
TWO = 'quantity: {"amount": "2"}'
DOGS = '{"amount": "2", "unit": "dogs", "text": "two dogs"}'


def test_a_mark_within_json_lines_is_a_fault_wherever_a_block_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is one of the text at its start alone."""
    monkeypatch.setattr("newsevents.files._document._BLOCK", 1)
    text = f"{STATE % 'kp'}\n\ufeff{STATE % 'KP'}\n"
    fix = fix_text(text, "jsonl")
    assert (fix.content, fix.fixed) == (text.encode(), ())
    assert [(finding.code, finding.level, finding.line) for finding in fix.left if finding.level == "error"] == [
        ("NE004", "error", 1),
        ("NE002", "error", 2),
    ]


def test_json_lines_that_cannot_be_fixed_in_one_block(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are left as they are in all others, and everything is told, up to what anyone mends."""
    monkeypatch.setattr("newsevents.files._document._BLOCK", 1)
    for module in ("_fault", "fix"):
        monkeypatch.setattr(f"newsevents.files.{module}.MOST_FAULTS", 3)
    text = "\n".join([STATE % "kp", STATE % "nowhere", STATE % "ru"])
    fix = fix_text(text, "jsonl")
    assert (fix.content, fix.fixed, fix.edits) == (text.encode(), (), ())
    assert [(finding.code, finding.line) for finding in fix.left] == [("NE004", 1), ("NE003", 2), ("NE004", 3)]
    fix = fix_text("\n".join([STATE % "nowhere"] * 9), "jsonl")
    assert [(finding.code, finding.line) for finding in fix.left] == [
        *(("NE003", line) for line in (1, 2, 3)),
        ("NE002", 4),
    ]


@pytest.mark.parametrize(
    ("text", "expected", "format"),
    [
        (STATE % "North Korea", STATE % "KP", "json"),
        ("\ufeff" + STATE % "prk", "\ufeff" + STATE % "KP", "json"),
        (f"{STATE % 'kp'}\r\n\r\n{STATE % 'ru'}", f"{STATE % 'KP'}\r\n\r\n{STATE % 'RU'}", "jsonl"),
        (
            "\ufefftype: state # c\r\nid: s\r\ncountry: kp # d",
            "\ufefftype: state # c\r\nid: s\r\ncountry: KP # d",
            "yaml",
        ),
        ("type: state\nid: s\ncountry: 'kp'", "type: state\nid: s\ncountry: 'KP'", "yaml"),
        ('type: state\nid: s\ncountry: "\\x6bp"', 'type: state\nid: s\ncountry: "KP"', "yaml"),
        # NO is false in YAML 1.1, and an amount is text.
        ("type: state\nid: s\ncountry: Norway", 'type: state\nid: s\ncountry: "NO"', "yaml"),
        (ITEM % "values: [{amount: 5}, 5 euros]", ITEM % f'values: [{{amount: "5"}}, {MONEY}]', "yaml"),
        (ITEM % "values: [{amount: !!int 5}]", ITEM % 'values: [{amount: "5"}]', "yaml"),
        (ITEM % "quantity: !!str 'two dogs'", ITEM % f"quantity: {DOGS}", "yaml"),
        (ITEM % "hs_code: !!str\n  87.03", ITEM % 'hs_code: !!str\n  "8703"', "yaml"),
        (ITEM % "quantity: !!int\n  2", ITEM % 'quantity: \n  {"amount": "2"}', "yaml"),
        (ITEM % "quantity: &q two\n  dogs", ITEM % f"quantity: &q {DOGS}", "yaml"),
        (
            "type: item\nid: i\ndescription: d\nquantity: >- # how many\n  two\n  dogs\n\n# c\n",
            f"type: item\nid: i\ndescription: d\nquantity: {DOGS} # how many\n\n# c\n",
            "yaml",
        ),
        ("type: state\nid: s\ncountry: |\n  kp\n", "type: state\nid: s\ncountry: KP\n", "yaml"),
        (
            "- {type: state, id: s, country: &c kp}\n- {type: state, id: t, country: *c}",
            "- {type: state, id: s, country: &c KP}\n- {type: state, id: t, country: *c}",
            "yaml",
        ),
        (
            f"- {ITEM % 'tags: [&a kp]'}- {{type: state, id: t, country: *a}}",
            f"- {ITEM % 'tags: [&a kp]'}- {{type: state, id: t, country: KP}}",
            "yaml",
        ),
        (
            f"- &i {ITEM % 'quantity: 2'}- *i\n",
            f"- &i {ITEM % TWO}- *i\n",
            "yaml",
        ),
        ("note: a\u2028b\ntype: state\nid: s\ncountry: kp", "note: a\u2028b\ntype: state\nid: s\ncountry: KP", "yaml"),
    ],
)
def test_what_is_written(text: str, expected: str, format: Format) -> None:
    """The value alone is written anew, in its own style where that can hold it."""
    fix = fix_text(text.encode(), format, name="f")
    assert fix.content.decode() == expected
    assert fix_text(text, format, name="f") == fix
    assert {finding.code for finding in fix.fixed} == {"NE004"}
    assert all(finding.level == "warning" for finding in fix.left)
    assert fix_text(fix.content, format).fixed == ()


@pytest.mark.parametrize(
    ("text", "format", "codes"),
    [
        (STATE % "KP", "json", []),
        (STATE % "Korea", "json", ["NE003"]),
        ('{"type":"state","id":"S","country":"kp"}', "json", ["NE003", "NE004"]),
        (STATE % "kp" + "{", "json", ["NE002"]),
        # Only with every value read it shows that they do not go together.
        (ITEM % "values: [{amount: 5, comparator: between}]", "yaml", ["NE003", "NE004"]),
        # The anchor is text elsewhere, or is mended twice.
        ("{type: state, id: s, country: &c kp, note: *c}", "yaml", ["NE004"]),
        ("{type: state, id: s, country: &c north korea, tags: [*c]}", "yaml", ["NE003", "NE004"]),
        ("{type: item, id: i, quantity: &d two dogs, description: *d}", "yaml", ["NE004"]),
        ("{type: item, id: i, description: x, country_of_origin: &n no, extensions: {x-a-b: [*n]}}", "yaml", ["NE004"]),
    ],
)
def test_what_is_left_as_it_is(text: str, format: Format, codes: list[str]) -> None:
    """A text of which anything cannot be mended stays as it is, and what is wrong is told."""
    fix = fix_text(text.encode(), format)
    assert (fix.content.decode(), fix.fixed, fix.edits) == (text, (), ())
    assert sorted({finding.code for finding in fix.left}) == codes


def test_one_value_that_would_become_two_is_left() -> None:
    """What an anchored part means may depend on where it is repeated."""
    text = "{type: item, id: i, description: x, quantity: &v 5, values: [{amount: *v}]}"
    assert fix_text(text.encode(), "yaml").content.decode() == (
        '{type: item, id: i, description: x, quantity: &v {"amount": "5"}, values: [{amount: "5"}]}'
    )


def test_files(tmp_path: Path) -> None:
    """A link is followed, a mode kept, nothing else left in the folder; without `write` nothing changes."""
    file, link = tmp_path / "s.json", tmp_path / "link.json"
    file.write_text(STATE % "kp", encoding="utf-8")
    file.chmod(0o640)
    link.symlink_to(file)
    before = file.stat().st_mtime_ns, file.stat().st_ino
    assert fix_file(link, write=False).content.decode() == STATE % "KP"
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == before
    (finding,) = fix_file(os.fspath(link)).fixed
    assert (finding.path, finding.replacement) == (os.fspath(link), '"KP"')
    assert file.read_text("utf-8") == STATE % "KP"
    assert link.is_symlink()
    assert file.stat().st_mode & 0o7777 == 0o640
    assert {path.name for path in tmp_path.iterdir()} == {"s.json", "link.json"}
    before = file.stat().st_mtime_ns, file.stat().st_ino
    assert fix_file(file).fixed == ()
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == before


def test_files_that_cannot_be_fixed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing one, a damaged one, a compressed one, one that was changed, one that may not be written."""
    with pytest.raises(UnreadableFileError, match="No such file"):
        fix_file(tmp_path / "none.json")
    packed = tmp_path / "s.json.gz"
    packed.write_bytes(gzip.compress((STATE % "KP").encode()))
    assert fix_file(packed).left == ()
    packed.write_bytes(gzip.compress((STATE % "kp").encode()))
    with pytest.raises(UnreadableFileError, match="decompress it first"):
        fix_file(packed)
    packed.write_bytes(b"\x1f\x8b")
    assert [finding.code for finding in fix_file(packed).left] == ["NE002"]
    file = tmp_path / "s.json"
    file.write_text(STATE % "kp", encoding="utf-8")
    sync = os.fsync

    def touched(handle: int) -> None:
        file.write_text(STATE % "ru", encoding="utf-8")
        os.utime(file, (1, 1))
        sync(handle)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", touched)
        with pytest.raises(UnreadableFileError, match="cannot be written: it was changed in the meantime"):
            fix_file(file)
    assert file.read_text("utf-8") == STATE % "ru"

    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", forbidden)
        with pytest.raises(UnreadableFileError, match="cannot be written: Permission denied"):
            fix_file(file)
    assert {path.name for path in tmp_path.iterdir()} == {"s.json", "s.json.gz"}
