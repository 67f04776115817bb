"""NE2, presence: people are there, and hold their roles, at the time of what they take part in."""

import datetime as dt
from collections.abc import Iterator

from newsevents.records.gift import Gift
from newsevents.records.person import Person
from newsevents.records.transfer import Transfer
from newsevents.rules._period import Periods
from newsevents.rules._presence import Times, is_dead, taking_part
from newsevents.rules._rule import Found, rule
from newsevents.rules._told import FEW, few
from newsevents.rules._view import View
from newsevents.values import _edtf


@rule("NE207", "impossible-age", "error", alone=True)
def impossible_age(view: View) -> Iterator[Found]:
    """A person's age does not fit the birth.

    ## What it does

    Computes the ages that a person may have had on the day `as_of`, from the first and the last day on which the birth
    certainly lies, and reports an age in full years that is none of them. A birth marked approximate proves nothing.

    ## Why it matters

    One of the two is wrong, or they belong to two people of one name.

    ## Example

    ```yaml
    birth: {edtf: 1984-01-08}
    age: {years: 39, as_of: 2024-03-16}
    ```

    ## Use instead

    ```yaml
    birth: {edtf: 1984-01-08}
    age: {years: 40, as_of: 2024-03-16}
    ```

    ## Source

    The data model: an age counts full years.
    """
    for person in view.of(Person):
        age, edtf = person.age, person.birth and person.birth.edtf
        if age is None or edtf is None:
            continue
        day, birth = dt.date.fromisoformat(age.as_of), _edtf.bounds(edtf)
        first, last = birth.sure_earliest, birth.sure_latest
        too_old = first is not None and age.years > _age(first, day)
        too_young = last is not None and age.years < _age(last, day)
        if too_old or too_young:
            possible = f"at {'most' if too_old else 'least'} {_age((first if too_old else last) or day, day)}"
            message = f"{age.years} years on {age.as_of}, but who was born {edtf} was {possible} then; correct one"
            yield Found(person, "/age/years", message)


def _age(birth: dt.date, day: dt.date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


@rule("NE208", "unborn-or-dead", "error")
def unborn_or_dead(view: View) -> Iterator[Found]:
    """Somebody takes part who was certainly not yet born, or certainly dead.

    ## What it does

    Compares the time of an event, a statement or an assessment with the birth and death of those who give, receive,
    meet, vote, act or speak in it. To whom something is done (`patient_ids`, `beneficiary_ids`) may be dead: the dead
    are buried and judged. So may those on whose behalf (`on_behalf_of_id`) heirs or an estate give and receive.

    ## Why it matters

    A date is wrong, or the person is another of the same name, often a father or a daughter.

    ## Example

    ```yaml
    - type: person
      id: kim-jong-il
      names: [{text: Kim Jong Il}]
      death: {edtf: 2011-12-17}
    - type: meeting
      id: summit
      form: summit
      when: {edtf: 2023-09-13}
      participant_ids: [kim-jong-il, vladimir-putin]
    ```

    ## Use instead

    ```yaml
    - type: meeting
      id: summit
      form: summit
      when: {edtf: 2023-09-13}
      participant_ids: [kim-jong-un, vladimir-putin]
    ```

    ## Source

    The data model: who takes part in an event is there.
    """
    when_of = view.made(Times)
    for record, pointer, id, acts in view.made(taking_part):
        person = view.get(id, Person)
        if person is None or (person.birth is None and person.death is None):
            continue
        birth, death, times = person.birth, person.death, when_of.of(record)
        if not times:
            continue
        if birth is not None and death is not None and death.certainly_before(birth):
            # Of a life that ends before it starts that alone is the fault.
            continue
        periods = when_of.periods(record)
        remedy = "name the one who took part"
        if birth is not None and periods.before(birth):
            fault = f"was born {birth.edtf}, after this of {times[0].edtf}"
        elif acts and is_dead(person, periods):
            fault = f"died {death and death.edtf}, before this of {times[0].edtf}"
            if pointer.endswith("/actor_id"):
                remedy += f", such as an heir with on_behalf_of_id {id}"
        else:
            continue
        yield Found(record, pointer, f"{id!r} {fault}; correct a date, or {remedy}", (id,))


@rule("NE209", "official-out-of-office", "warning")
def official_out_of_office(view: View) -> Iterator[Found]:
    """Somebody acts in official capacity while holding no office.

    ## What it does

    Looks at the parties of a gift or transfer whose `capacity` is `official`, and reports a person of whom roles are
    known, where each of these had certainly ended or not begun when it happened. A role without a time proves nothing.

    ## Why it matters

    A gift to an office-holder falls under rules that a gift to a private person does not.

    ## Example

    ```yaml
    - type: person
      id: former-mayor
      names: [{text: Ada Berg}]
      roles: [{title: Mayor, during: {edtf: 2015/2019}}]
    - type: gift
      id: clock
      when: {edtf: 2023-05}
      givers: [{actor_id: former-mayor, capacity: official}]
      recipients: [{actor_id: museum}]
      item_ids: [tower-clock]
    ```

    ## Use instead

    ```yaml
    - type: gift
      id: clock
      when: {edtf: 2023-05}
      givers: [{actor_id: former-mayor, capacity: personal}]
      recipients: [{actor_id: museum}]
      item_ids: [tower-clock]
    ```

    ## Source

    The data model: `official` is the capacity of an office-holder.
    """
    when_of = view.made(Times)
    held_by: dict[str, Periods] = {}
    for record in view.records:
        if not isinstance(record, Gift | Transfer):
            continue
        times = when_of.of(record)
        for field in ("givers", "recipients"):
            for index, party in enumerate(record.givers if field == "givers" else record.recipients):
                person = view.get(party.actor_id, Person)
                if party.capacity != "official" or person is None or not person.roles or not times:
                    continue
                if person.id not in held_by:
                    held_by[person.id] = Periods(role.during for role in person.roles)
                if not held_by[person.id].has_one_within(when_of.periods(record)):
                    held = few([str(role.during and role.during.edtf) for role in person.roles[: FEW + 1]])
                    message = f"{party.actor_id!r} acts in official capacity in {times[0].edtf}, roles were held {held}"
                    at = f"/{field}/{index}/capacity"
                    yield Found(record, at, f"{message}; correct a date, or the capacity", (party.actor_id,))
