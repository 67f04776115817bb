"""NE5: gifts, shipments and goods."""

from newsevents.testing._fault._scene import GONE, Body, Fault, Maker, Scene, told
from newsevents.testing._identifier import imo

__all__ = ["GOODS"]


def _giver_is_recipient(scene: Scene) -> Fault:
    edit = "gift/recipients/0/actor_id"
    return Fault(scene.gift(), {edit: "giver"}, edit)


def _status_against_history(scene: Scene) -> Fault:
    before, after = scene.one_of((("declined", "delivered"), ("withdrawn", "accepted"), ("withdrawn", "delivered")))
    records = scene.gift(status_history=[{"status": "offered"}, {"status": "announced"}, {"status": after}])
    return Fault(records, {"gift/status_history/1/status": before}, "gift/status_history/2/status")


def _shipment_without_route(scene: Scene) -> Fault:
    (port,) = scene.ports(1)
    end = scene.one_of(("origin", "declared_destination", "intended_destination", "final_destination"))
    return Fault(scene.shipment(**{end: port}), {f"voyage/{end}": GONE}, "voyage")


def _legs_do_not_meet(scene: Scene) -> Fault:
    stops = scene.ports(scene.number(3, 6))
    wrong = stops.pop()
    ways = zip(stops, [*stops[1:], wrong], strict=True)
    legs = [{"origin": origin, "destination": end} for origin, end in ways]
    number = scene.number(1, len(legs) - 1)
    edit = f"voyage/legs/{number}/origin"
    # The last stop is the end of the last leg, so that no leg ends there before.
    return Fault(scene.shipment(legs=legs), {edit: wrong}, edit)


def _goes_elsewhere(scene: Scene) -> Fault:
    origin, declared, other = scene.ports(3)
    end = scene.one_of(("intended_destination", "final_destination"))
    records = scene.shipment(origin=origin, declared_destination=declared, **{end: declared})
    return Fault(records, {f"voyage/{end}": other}, f"voyage/{end}")


def _status_against_legs(scene: Scene) -> Fault:
    origin, end = scene.ports(2)
    records = scene.shipment(legs=[{"origin": origin, "destination": end, "status": "completed"}], status="delivered")
    return Fault(records, {"voyage/status": "intercepted"}, "voyage/status")


def _hs_code_against_category(scene: Scene) -> Fault:
    category, code, wrong = scene.one_of(
        (("vehicle", "8703", "89"), ("vessel", "8903", "01"), ("animal", "0101", "8703"), ("food", "1006", "93"))
    )
    edit = "thing/hs_code"
    return Fault([scene.report(), scene.item(category=category, hs_code=code)], {edit: wrong}, edit)


_COMPARED = (("more than", "more_than"), ("about", "about"), ("at least", "at_least"), ("at most", "at_most"))


def _comparator_dropped(scene: Scene) -> Fault:
    words, comparator = scene.one_of(_COMPARED)
    count = scene.number(2, 900)
    measure = {"amount": f"{count}", "comparator": comparator}
    fields: Body = {
        "quantity": {**measure, "unit": "crates", "text": f"{words} {count} crates"},
        "values": [{**measure, "currency": "EUR", "text": f"{words} {count} euros"}],
    }
    at = scene.one_of(("thing/quantity", "thing/values/0"))
    return Fault([scene.report(), scene.item(**fields)], {f"{at}/comparator": GONE}, at)


def _currency_of_a_sign(scene: Scene) -> Fault:
    form, currency = scene.one_of((("${}", "USD"), ("{} kr", "NOK"), ("¥{}", "JPY"), ("${}", "CAD")))
    amount = scene.number(1, 999)
    value = {"amount": f"{amount}", "currency": currency, "text": form.format(amount)}
    item = scene.item(values=[{**value, "currency_basis": "inferred"}])
    wrong = scene.one_of(("stated", GONE))
    return Fault([scene.report(), item], {"thing/values/0/currency_basis": wrong}, "thing/values/0/currency")


def _impossible_amount(scene: Scene) -> Fault:
    count = scene.number(1, 10**6)
    records = [scene.report(), scene.item(quantity={"amount": f"{count}"})]
    edit = "thing/quantity/amount"
    return Fault(records, {edit: f"-{count}"}, edit)


def _name_of_another_time(scene: Scene) -> Fault:
    year = scene.number(2012, 2016)
    old, new = scene.some_of(("Lady Rose", "Sun Petrel", "North Star", "Blue Heron"), 2)
    text = f"The {new} left the harbor."
    tanker = scene.item(
        "tanker",
        category="vessel",
        identifiers={"imo": imo(scene.number(100000, 999999))},
        names=[{"text": old, "valid": {"edtf": f"../{year - 1}"}}, {"text": new, "valid": {"edtf": f"{year}/.."}}],
    )
    departure = told("occurrence", "leaving", when={"edtf": f"{year + 1}-05"}, form="departure", item_ids=["tanker"])
    departure["attributions"][0]["spans"] = [{"start": 4, "end": len(text)}]
    records = [scene.report(text=text), tanker, departure]
    earlier = year - scene.number(1, 9)
    return Fault(records, {"leaving/when/edtf": f"{earlier}-05"}, "leaving/attributions/0/spans/0")


GOODS: dict[str, Maker] = {
    "NE501": _giver_is_recipient,
    "NE502": _status_against_history,
    "NE503": _shipment_without_route,
    "NE504": _legs_do_not_meet,
    "NE505": _goes_elsewhere,
    "NE506": _status_against_legs,
    "NE507": _hs_code_against_category,
    "NE508": _comparator_dropped,
    "NE509": _currency_of_a_sign,
    "NE510": _impossible_amount,
    "NE511": _name_of_another_time,
}
"""What makes a fault, by the code of the rule that finds it."""
