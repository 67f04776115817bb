"""Rules take no longer than the dossier is long: twice as many records are about twice as many comparisons of times."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from newsevents import Dossier, check
from newsevents.values import _edtf

FEW = 64
# Twice the records, and some more since what is sorted is searched; four times would be a look at each pair.
MOST = 2.7

Records = list[dict[str, Any]]


def day(number: int) -> str:
    """Return a day of its own for each number."""
    return (dt.date(1900, 1, 1) + dt.timedelta(days=number)).isoformat()


def exemption(number: int, valid: str, *covers: str) -> dict[str, Any]:
    """Return an exemption of a car."""
    told = {"type": "sanctions_action", "id": f"x{number}", "action": "exemption", "authority_id": "committee"}
    return told | {"regime": "UN-SC1718", "covers_ids": ["car", *covers], "valid": {"edtf": valid}}


def assessed(number: int, when: str, finding: str, *items: str) -> Records:
    """Return a use of the car, and what somebody finds of it."""
    use = {"type": "occurrence", "form": "use", "id": f"e{number}", "item_ids": ["car", *items], "when": {"edtf": when}}
    told = {"type": "sanctions_assessment", "id": f"o{number}", "assessor_ids": ["s"], "subject_ids": [f"e{number}"]}
    return [use, told | {"regime": "UN-SC1718", "finding": finding}]


def exempt_at_another_time(count: int) -> Records:
    """Return exemptions of one item, and events at times of which none of them is."""
    pairs = ([exemption(at, day(at)), *assessed(at, day(at + count), "exempt")] for at in range(count))
    return [record for records in pairs for record in records]


def violations_at_another_time(count: int) -> Records:
    """Return exemptions of one item, and events that none of them contains, though each of them overlaps some."""
    records: Records = []
    for at in range(0, 2 * count, 2):
        records.append(exemption(at, f"{day(at)}/{day(at + 1)}"))
        records += assessed(at, f"{day(at + 1)}/{day(at + 2)}", "violation")
    return records


def violations_with_an_exemption(count: int) -> Records:
    """Return events each of which one exemption contains; the farther back that stands, the later the event is."""
    pairs = ([exemption(at, day(at), f"own-{at}"), *assessed(at, day(at), "violation")] for at in range(count))
    return [record for records in pairs for record in records]


def violations_with_other_goods(count: int) -> Records:
    """Return exemptions that hold at all times, and events with goods that only another one covers."""
    pairs = ([exemption(at, f"{day(-at - 1)}/.."), *assessed(at, day(at), "violation", "truck")] for at in range(count))
    own = {**exemption(count, day(0)), "covers_ids": ["truck"]}
    return [own, *(record for records in pairs for record in records)]


def ship_of_many_names(count: int) -> Records:
    """Return a ship that bore a name for a day, and one of its other names from then on."""
    text = [f"Ship{at}" for at in range(count)]
    names: list[dict[str, Any]] = [{"text": text[at], "valid": {"edtf": day(at)}} for at in range(count)]
    names += [{"text": f"Boat{at}", "valid": {"edtf": f"{day(at)}/.."}} for at in range(count)]
    records: Records = [{"type": "item", "id": "ship", "description": "a ship", "names": names}]
    for at in range(count):
        records.append({"type": "source", "id": f"s{at}", "form": "article", "title": "T", "text": text[at]})
        told = {"source_id": f"s{at}", "spans": [{"start": 0, "end": len(text[at])}]}
        event = {"type": "occurrence", "id": f"e{at}", "form": "departure", "item_ids": ["ship"]}
        records.append(event | {"when": {"edtf": day(at + count)}, "attributions": [told]})
    return records


@pytest.mark.parametrize(
    ("code", "shape", "share"),
    [
        ("NE608", exempt_at_another_time, 1),
        ("NE608", violations_at_another_time, 0),
        ("NE608", violations_with_an_exemption, 1),
        ("NE608", violations_with_other_goods, 0),
        ("NE511", ship_of_many_names, 1),
    ],
)
def test_twice_the_records_are_about_twice_the_work(
    code: str, shape: Callable[[int], Records], share: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where many things of one kind meet many of another."""
    work = 0

    def counted(name: str) -> None:
        compare = getattr(_edtf, name)

        def comparing(one: str, other: str) -> bool:
            nonlocal work
            work += 1
            return bool(compare(one, other))

        monkeypatch.setattr(_edtf, name, comparing)

    counted("before")
    counted("contain")
    done: list[int] = []
    for count in (FEW, 2 * FEW):
        dossier = Dossier.model_validate(
            {"type": "dossier", "schema_version": "1.0", "id": "d", "records": shape(count)}
        )
        work = 0
        assert len(check(dossier, select=[code])) == share * count
        done.append(work)
    assert done[1] <= MOST * done[0]
