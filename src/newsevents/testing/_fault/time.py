"""NE2: times that cannot be, or that the words speak against."""

from newsevents.testing._fault._scene import GONE, Body, Fault, Maker, Scene

__all__ = ["TIME"]

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Countries that were gone by 2005.
_GONE = ("SUHH", "CSHH", "DDDE", "YUCS")


def _end_before_start(scene: Scene) -> Fault:
    start = scene.day()
    end = scene.after(start)
    person = scene.person("clerk", roles=[{"title": "clerk", "during": {"edtf": f"{start}/{end}"}}])
    records = [*scene.meeting(when={"edtf": f"{start}/{end}"}), person]
    edit = scene.one_of(("meeting/when/edtf", "clerk/roles/0/during/edtf"))
    return Fault(records, {edit: f"{end}/{start}"}, edit)


def _out_of_order(scene: Scene) -> Fault:
    first = scene.day()
    second = scene.after(first)
    earlier = first.replace(year=first.year - scene.number(1, 9), day=1)
    steps = [{"status": "offered", "when": {"edtf": f"{first}"}}, {"status": "accepted", "when": {"edtf": f"{second}"}}]
    edit = "gift/status_history/1/when/edtf"
    return Fault(scene.gift(status_history=steps), {edit: f"{earlier}"}, "gift/status_history/1/when")


def _told_before_it_happened(scene: Scene) -> Fault:
    day = scene.day()
    published = scene.after(day)
    edit = "meeting/when/edtf"
    return Fault(scene.meeting(published, when={"edtf": f"{day}"}), {edit: f"{scene.after(published)}"}, edit)


def _relative_to_nothing(scene: Scene) -> Fault:
    day = scene.day()
    published = scene.after(day, 5)
    words = f"on {_WEEKDAYS[day.weekday()]}"
    records = scene.meeting(published, when={"edtf": f"{day}", "text": words})
    return Fault(records, {"report/published": GONE}, "meeting/when/text")


def _words_contradict_value(scene: Scene) -> Fault:
    day = scene.day()
    published = scene.after(day, 5)
    other = _WEEKDAYS[(day.weekday() + scene.number(1, 6)) % 7]
    records = scene.meeting(published, when={"edtf": f"{day}", "text": f"on {_WEEKDAYS[day.weekday()]}"})
    return Fault(records, {"meeting/when/text": f"on {other}"}, "meeting/when/edtf")


def _dated_by_its_report(scene: Scene) -> Fault:
    published = scene.day()
    earlier = published.year - scene.number(1, 9)
    edit = "meeting/when/edtf"
    return Fault(scene.meeting(published, when={"edtf": f"{earlier}"}), {edit: f"{published.year}"}, edit)


def _impossible_age(scene: Scene) -> Fault:
    born = scene.day("1930-01-01", "1980-12-31")
    seen = scene.day()
    years = seen.year - born.year - ((seen.month, seen.day) < (born.month, born.day))
    wrong = years + scene.one_of((1, -1, 2, -2, 10))
    person = scene.person("elder", birth={"edtf": f"{born}"}, age={"years": years, "as_of": f"{seen}"})
    edit = "elder/age/years"
    return Fault([scene.report(), person], {edit: wrong}, edit)


def _unborn_or_dead(scene: Scene) -> Fault:
    day = scene.day()
    records = scene.meeting(when={"edtf": f"{day}"})
    records[1] |= {"birth": {"edtf": "1950"}, "death": {"edtf": f"{scene.after(day, 300)}"}}
    early = scene.day("1990-01-01", "2004-12-31")
    ways: tuple[Body, ...] = ({"guest/death/edtf": f"{early}"}, {"guest/birth/edtf": "2019", "guest/death": GONE})
    return Fault(records, scene.one_of(ways), "meeting/participant_ids/0")


def _official_out_of_office(scene: Scene) -> Fault:
    day = scene.day()
    records = scene.gift(when={"edtf": f"{day}"})
    end, place = scene.one_of((("givers", 1), ("recipients", 2)))
    records[4][end][0]["capacity"] = "official"
    records[place]["roles"] = [{"title": "minister", "office": "minister", "during": {"edtf": f"{day.year - 1}/.."}}]
    term = scene.one_of((f"1995/{day.year - 1}", f"{day.year + 1}/.."))
    return Fault(records, {f"{records[place]['id']}/roles/0/during/edtf": term}, f"gift/{end}/0/capacity")


def _country_not_in_use(scene: Scene) -> Fault:
    place = {"name": "Newtown", "country": scene.country(), "precision": "city"}
    records = scene.meeting(when={"edtf": f"{scene.day()}"}, place=place)
    edit = "meeting/place/country"
    return Fault(records, {edit: scene.one_of(_GONE)}, edit)


TIME: dict[str, Maker] = {
    "NE201": _end_before_start,
    "NE202": _out_of_order,
    "NE203": _told_before_it_happened,
    "NE204": _relative_to_nothing,
    "NE205": _words_contradict_value,
    "NE206": _dated_by_its_report,
    "NE207": _impossible_age,
    "NE208": _unborn_or_dead,
    "NE209": _official_out_of_office,
    "NE210": _country_not_in_use,
}
"""What makes a fault, by the code of the rule that finds it."""
