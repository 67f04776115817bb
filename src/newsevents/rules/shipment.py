"""NE5, shipments: the way that goods took, and how far they got."""

from collections.abc import Iterator
from itertools import pairwise

from newsevents.parts.leg import Leg
from newsevents.records.shipment import Shipment
from newsevents.records.transfer import Transfer
from newsevents.rules import _whereabouts
from newsevents.rules._rule import Found, rule
from newsevents.rules._view import View
from newsevents.values.place import Place


@rule("NE503", "route-unsaid", "info")
def route_unsaid(view: View) -> Iterator[Found]:
    """A shipment says nothing of its route.

    ## What it does

    Reports a shipment with no leg, no origin and no destination of any kind. A place where it was seen or stopped, of
    the shipment or of one of its indicators, says something of the route, and so does the destination of the transfer
    that it carries out.

    ## Why it matters

    A shipment is goods on their way. Without a way it is a transfer, and can be compared with no ship's track.

    ## Example

    ```yaml
    type: shipment
    id: coal-run
    item_ids: [coal]
    ```

    ## Use instead

    ```yaml
    type: shipment
    id: coal-run
    item_ids: [coal]
    origin: {name: Nampo, country: KP, precision: city}
    ```

    ## Source

    UN/CEFACT Buy-Ship-Pay reference model: a consignment has a ship-from and a ship-to location.
    """
    for shipment in view.of(Shipment):
        places = (shipment.origin, shipment.place, *(sign.place for sign in shipment.indicators))
        ends = (shipment.declared_destination, shipment.intended_destination, shipment.final_destination)
        transfer = view.get(shipment.conveys_id, Transfer)
        if shipment.legs or any((*places, *ends)) or (transfer is not None and transfer.destination is not None):
            continue
        message = "the shipment has no leg, no origin and no destination; expected what the source says of its route"
        yield Found(shipment, "", message)


@rule("NE504", "legs-do-not-meet", "error", alone=True)
def legs_do_not_meet(view: View) -> Iterator[Found]:
    """A leg does not start where the leg before it ended.

    ## What it does

    Compares the end of each leg with the start of the next one in the same itinerary, declared or actual; legs that
    say no itinerary are compared where no leg says one. Reported is only what certainly differs: two countries, two
    UN/LOCODEs, or two cities in one country whose names are no writings of each other. A part of the sea meets
    everything, as in a transfer from ship to ship. After a leg that was only planned or attempted, only a planned one
    has to go on from there. Two legs from one place, or to one place, run side by side and do not follow each other.

    ## Why it matters

    Between two legs that do not meet, goods vanish: a leg is missing, or one of the places is wrong.

    ## Example

    ```yaml
    legs:
      - {origin: {name: Nampo, country: KP}, destination: {name: Ningbo, country: CN}}
      - {origin: {name: Busan, country: KR}, destination: {name: Haiphong, country: VN}}
    ```

    ## Use instead

    ```yaml
    legs:
      - {origin: {name: Nampo, country: KP}, destination: {name: Ningbo, country: CN}}
      - {origin: {name: Ningbo, country: CN}, destination: {name: Haiphong, country: VN}}
    ```

    ## Source

    UN/LOCODE, recommendation 16; UN/CEFACT: the legs of a transport chain are connected.
    """
    for shipment in view.of(Shipment):
        has_itineraries = any(leg.itinerary for leg in shipment.legs)
        for itinerary in ("declared", "actual") if has_itineraries else (None,):
            legs = ((index, leg) for index, leg in enumerate(shipment.legs) if leg.itinerary == itinerary)
            for (_, before), (index, leg) in pairwise(legs):
                end, start = before.destination, leg.origin
                if end is None or start is None or not _follows(before, leg) or not _whereabouts.apart(end, start):
                    continue
                message = (
                    f"the leg starts in {_told(start)}, but the one before it ends in {_told(end)}; expected one "
                    "place, or the leg between them"
                )
                yield Found(shipment, f"/legs/{index}/origin", message)


_UNDONE = frozenset({"planned", "attempted"})


def _follows(before: Leg, leg: Leg) -> bool:
    """Return whether the goods of one leg certainly were, or were to be, those of the other."""
    if before.status in _UNDONE and leg.status != "planned":
        return False
    if _whereabouts.are_side_by_side(before, leg):
        return False
    # Legs whose times run backwards are NE202's.
    earlier = [when for when in (before.departed, before.arrived) if when is not None]
    later = [when for when in (leg.departed, leg.arrived) if when is not None]
    return not any(late.certainly_before(early) for late in later for early in earlier)


def _told(place: Place) -> str:
    return place.name if place.country is None else f"{place.name} ({place.country})"


@rule("NE505", "destination-unexplained", "warning")
def destination_unexplained(view: View) -> Iterator[Found]:
    """Goods were to go, or came, to another place than the last declared stop, and nothing says how.

    ## What it does

    Takes the last declared stop: the end of the last declared leg, else `declared_destination`, else the end of the
    last leg where no leg says its itinerary, unless the shipment is still under way or was stopped or turned back.
    Where the intended or final destination certainly is another place, it expects one of: a further leg that starts
    at that stop, here or in another shipment of the same goods; a leg that leads to the destination otherwise; an
    indicator `transshipment`, `ship_to_ship` or `false_documents`. A final destination needs none where the shipment
    was intercepted, seized, diverted or returned.

    ## Why it matters

    The gap between the papers and the way is what sanctions are evaded in. A dossier that has both ends should say what
    lies between, or that it was seen.

    ## Example

    ```yaml
    declared_destination: {name: Ningbo, country: CN}
    intended_destination: {name: Nampo, country: KP}
    ```

    ## Use instead

    ```yaml
    declared_destination: {name: Ningbo, country: CN}
    intended_destination: {name: Nampo, country: KP}
    indicators: [{kind: transshipment, place: {name: Ningbo, country: CN}}]
    ```

    ## Source

    UN Security Council Panel of Experts reports under resolution 1874 (2009), on diversion by transshipment.
    """
    going_on = _going_on(view)
    for shipment in view.of(Shipment):
        stop = _last_stop(shipment)
        if stop is None or any(sign.kind in _EXPLAINING for sign in shipment.indicators):
            continue
        if not going_on[_whereabouts.key_of(stop)].isdisjoint(shipment.item_ids):
            continue
        for field in ("intended_destination", "final_destination"):
            goal: Place | None = getattr(shipment, field)
            if goal is None or (field == "final_destination" and shipment.status in _STOPPED):
                continue
            if _whereabouts.apart(stop, goal) and not _is_led_to(shipment, stop, goal):
                message = (
                    f"the {field} is {_told(goal)}, but the last declared stop {_told(stop)}; expected a leg that goes "
                    "on from there, or the indicator transshipment"
                )
                yield Found(shipment, f"/{field}", message)
                break


_EXPLAINING = frozenset({"transshipment", "ship_to_ship", "false_documents"})
_STOPPED = frozenset({"intercepted", "seized", "diverted", "returned"})


def _going_on(view: View) -> dict[str, set[str]]:
    """Return the items that stop at each place, and start there as well, in whatever shipment."""
    stopping: dict[str, set[str]] = {}
    for shipment in view.of(Shipment):
        if (stop := _last_stop(shipment)) is not None:
            stopping.setdefault(_whereabouts.key_of(stop), set()).update(shipment.item_ids)
    found: dict[str, set[str]] = {key: set() for key in stopping}
    for shipment in view.of(Shipment):
        items = frozenset(shipment.item_ids)
        starts = (shipment.origin, *(leg.origin for leg in shipment.legs))
        for key in {_whereabouts.key_of(place) for place in starts if place is not None} & stopping.keys():
            found[key] |= stopping[key] & items
    return found


def _last_stop(shipment: Shipment) -> Place | None:
    declared = [leg.destination for leg in shipment.legs if leg.itinerary == "declared" and leg.destination is not None]
    if declared:
        return declared[-1]
    if shipment.declared_destination is not None:
        return shipment.declared_destination
    if shipment.status == "in_transit" or shipment.status in _STOPPED or any(leg.itinerary for leg in shipment.legs):
        return None
    return shipment.legs[-1].destination if shipment.legs else None


def _is_led_to(shipment: Shipment, stop: Place, goal: Place) -> bool:
    """Return whether some leg goes on from the stop, or leads to the goal in fact."""
    for leg in shipment.legs:
        goes_on = leg.origin is not None and not _whereabouts.apart(leg.origin, stop)
        if goes_on and not _whereabouts.same(leg.destination, stop):
            return True
        end = None if leg.itinerary == "declared" else leg.destination
        if end is not None and not _whereabouts.apart(end, goal):
            return True
    return False


@rule("NE506", "status-against-legs", "warning", alone=True)
def status_against_legs(view: View) -> Iterator[Found]:
    """The status of a shipment contradicts its legs.

    ## What it does

    Compares `status` with the legs that were traveled, those of the declared itinerary aside, and reports:

    - `planned`, where a leg is completed;
    - `attempted` or `intercepted`, where no leg failed, and the last one arrived where the goods were to go;
    - `in_transit`, where the last leg arrived where the goods were to go;
    - `delivered`, where the last leg is only planned or attempted, and none arrived at the destination.

    A leg has arrived if it is completed, or has an `arrived` and no status. Where the goods were to go is
    `intended_destination`, else `declared_destination`; a ship that was intercepted and brought elsewhere is no
    contradiction, and none is a shipment that was seized on its arrival, diverted or returned.

    ## Why it matters

    Whether the goods came through is the point of the story, and it stands in two places.

    ## Example

    ```yaml
    status: intercepted
    legs:
      - {origin: {name: Nampo, country: KP}, destination: {name: Ningbo, country: CN}, status: completed}
    ```

    ## Use instead

    ```yaml
    status: intercepted
    legs:
      - {origin: {name: Nampo, country: KP}, destination: {name: Ningbo, country: CN}, status: attempted}
    ```

    ## Source

    The model's own vocabularies: a status tells how far a shipment got, a leg's status how far the leg did.
    """
    for shipment in view.of(Shipment):
        legs = [(index, leg) for index, leg in enumerate(shipment.legs) if leg.itinerary != "declared"]
        at = _contradicting(shipment, legs)
        if at is not None:
            leg = shipment.legs[at]
            end = "" if leg.destination is None else f" to {_told(leg.destination)}"
            came = "has arrived" if _has_arrived(leg) else f"is {leg.status}"
            message = f"the status is {shipment.status}, but the leg{end} {came}; expected a status that fits the legs"
            yield Found(shipment, "/status", message)


def _contradicting(shipment: Shipment, legs: list[tuple[int, Leg]]) -> int | None:
    """Return the index of the leg that contradicts the status; `None` where none surely does."""
    if not legs:
        return None
    at, last = legs[-1]
    goal = shipment.intended_destination or shipment.declared_destination
    match shipment.status:
        case "planned":
            return next((index for index, leg in legs if leg.status == "completed"), None)
        case "attempted" | "intercepted":
            is_through = all(leg.status not in _UNDONE for _, leg in legs) and _is_through(last, goal)
            return at if is_through and _has_arrived(last) else None
        case "in_transit":
            return at if goal is not None and _has_arrived(last) and _is_through(last, goal) else None
        case "delivered":
            end = shipment.final_destination or goal
            arrived = (leg.destination for _, leg in legs if _has_arrived(leg) and leg.destination is not None)
            is_there = end is not None and any(_whereabouts.meets(place, end) for place in arrived)
            return at if last.status in _UNDONE and not is_there else None
        case _:
            return None


def _has_arrived(leg: Leg) -> bool:
    return leg.status == "completed" or (leg.status is None and leg.arrived is not None)


def _is_through(leg: Leg, goal: Place | None) -> bool:
    """Return whether a leg leads to where the goods were to go, which is its own end where nothing else is said."""
    if goal is None:
        return leg.destination is None or leg.destination.precision != "sea_area"
    return leg.destination is not None and _whereabouts.meets(leg.destination, goal)
