"""NE4, speech: who speaks, on what terms, and what a denial is about."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from newsevents.parts.attribution import Attribution
from newsevents.records._record import Event, Record
from newsevents.records.group import Group
from newsevents.records.person import Person
from newsevents.records.relation import Relation
from newsevents.records.sanctions_assessment import SanctionsAssessment
from newsevents.records.source import Source
from newsevents.records.statement import SpeechAct, Statement
from newsevents.rules._rule import Found, rule
from newsevents.rules._view import View


@rule("NE401", "anonymous-person-undescribed", "error", alone=True)
def anonymous_person_undescribed(view: View) -> Iterator[Found]:
    """An anonymous person has neither a description nor a role at an organization or for a country.

    ## What it does

    Reports a person with `is_anonymous` who has no `description` and no role with an `organization_id` or a `country`.
    An assumed name does not help: it says nothing of how the person knows.

    ## Why it matters

    A source without a name is worth what the reader is told of its place: "an official of the ministry" can be weighed,
    "a source" cannot.

    ## Example

    ```yaml
    type: person
    id: a-source
    is_anonymous: true
    ```

    ## Use instead

    ```yaml
    type: person
    id: ministry-official
    is_anonymous: true
    roles:
      - {office: official, organization_id: unification-ministry, country: KR}
    ```

    ## Source

    Associated Press, News Values and Principles, on anonymous sources: say why the source is credible.
    """
    for person in view.of(Person):
        placed = any(role.organization_id is not None or role.country is not None for role in person.roles)
        if person.is_anonymous and person.description is None and not placed:
            message = (
                f"{person.id} is anonymous, and has no description and no role at an organization or for a country; "
                "expected one of them, as the source gives it"
            )
            yield Found(person, "/is_anonymous", message)


@rule("NE402", "terms-against-name", "warning")
def terms_against_name(view: View) -> Iterator[Found]:
    """A named person speaks on background, or an anonymous one on the record.

    ## What it does

    Compares the `terms` of a statement with its speakers as far as they are persons: on `background` and
    `deep_background` nobody is named, `on_record` everybody is. An anonymous person with the office of `spokesperson`
    may speak on the record, since spokespersons are often quoted by their office alone. Organizations, states and
    groups may speak on any terms.

    ## Why it matters

    Whoever publishes a name that was given on background breaks a promise; whoever takes an unnamed official for one on
    the record trusts words that nobody answers for.

    ## Example

    ```yaml
    - {type: person, id: official, is_anonymous: true, description: A ministry official}
    - {type: statement, id: remark, speaker_ids: [official], acts: [condemn], terms: on_record}
    ```

    ## Use instead

    ```yaml
    - {type: person, id: official, is_anonymous: true, description: A ministry official}
    - {type: statement, id: remark, speaker_ids: [official], acts: [condemn], terms: background}
    ```

    ## Source

    Associated Press, News Values and Principles: on the record, background and deep background.
    """
    for statement in view.of(Statement):
        if statement.terms is None:
            continue
        on_record = statement.terms == "on_record"
        speakers = (view.get(speaker, Person) for speaker in statement.speaker_ids)
        odd = [person.id for person in speakers if person and (_is_unnamed(person) if on_record else _is_named(person))]
        if odd:
            what, instead = ("without a name", "background") if on_record else ("by name", "on_record")
            message = (
                f"the terms are {statement.terms}, but {' and '.join(odd)} spoke {what}; expected {instead}, or no "
                "terms where the source says nothing of them"
            )
            yield Found(statement, "/terms", message, tuple(odd))


def _is_named(person: Person) -> bool:
    return not person.is_anonymous


def _is_unnamed(person: Person) -> bool:
    return bool(person.is_anonymous) and all(role.office != "spokesperson" for role in person.roles)


@rule("NE403", "takes-back-nothing", "error")
def takes_back_nothing(view: View) -> Iterator[Found]:
    """A statement denies, retracts or corrects without naming what.

    ## What it does

    Reports an act of `deny` with no `denies_ids`, of `retract` with no `retracts_ids`, of `correct` with no
    `corrects_ids`; one of the last two is enough where a statement both retracts and corrects. What cannot stand in
    these lists is named elsewhere: a relation or an assessment by `about_ids`, a part of a record by an attribution
    of that part that says `denied` with this statement.

    ## Why it matters

    A denial with no object denies everything or nothing. Whether a claim still stands is derived from these lists.

    ## Example

    ```yaml
    - {type: statement, id: denial, speaker_ids: [kremlin], acts: [deny]}
    ```

    ## Use instead

    ```yaml
    - {type: statement, id: denial, speaker_ids: [kremlin], acts: [deny], denies_ids: [delivery]}
    ```

    ## Source

    The Committee on Publication Ethics' guidelines on retraction: a notice names what it retracts.
    """
    denied = {
        attribution.statement_id
        for record, _, attribution in view.parts(Attribution)
        if attribution.modality == "denied" and (attribution.covers or not _may_be_listed(record))
    }
    for statement in view.of(Statement):
        for act in dict.fromkeys(statement.acts):
            field = _OBJECTS.get(act)
            if field is None or _is_listed(statement, act):
                continue
            about = (view.get(told, Record) for told in statement.about_ids)
            if act == "deny" and (statement.id in denied or any(isinstance(told, _CLAIMS) for told in about)):
                continue
            message = f"the statement's act is {act}, but {field} is empty; name there what it is that {_VERBS[act]}"
            yield Found(statement, f"/acts/{statement.acts.index(act)}", message)


_OBJECTS: dict[SpeechAct, str] = {"deny": "denies_ids", "retract": "retracts_ids", "correct": "corrects_ids"}
_VERBS: dict[SpeechAct, str] = {"deny": "it denies", "retract": "it takes back", "correct": "it corrects"}
_CLAIMS = (Relation, SanctionsAssessment)


def _may_be_listed(record: Record) -> bool:
    """Return whether the lists of what is denied, retracted and corrected may name a record of its type."""
    return isinstance(record, (Event, Source, Statement))


def _is_listed(statement: Statement, act: SpeechAct) -> bool:
    if act == "deny":
        return bool(statement.denies_ids)
    lists = {"retract": statement.retracts_ids, "correct": statement.corrects_ids}
    return any(lists[each] for each in statement.acts if each in lists)


@rule("NE405", "certain-by-group", "warning")
def certain_by_group(view: View) -> Iterator[Found]:
    """A thing is certain on the word of one unnamed group alone.

    ## What it does

    Reports an attribution with the certainty `certain` whose only voice is one `group`, by `according_to_ids` or as the
    speaker of its `statement_id`, where no other attribution gives the same part of the record another voice: another
    actor, another group, or a source's own. What is denied counts for nothing, and what covers a part counts for that
    part and for what is below it.

    ## Why it matters

    "Officials are certain" is the certainty of people whom nobody can ask. It is worth knowing where a dossier rests on
    that alone.

    ## Example

    ```yaml
    type: gift
    id: dogs
    attributions:
      - {source_id: wire, according_to_ids: [senior-officials], modality: claimed, certainty: certain}
    ```

    ## Use instead

    ```yaml
    type: gift
    id: dogs
    attributions:
      - {source_id: wire, according_to_ids: [senior-officials], modality: claimed}
    ```

    ## Source

    US Intelligence Community Directive 206, Sourcing Requirements: confidence rests on sources that can be assessed.
    """
    groups = {group.id for group in view.of(Group)}
    graded = {id(record): record for record, _, told in view.parts(Attribution) if told.certainty == "certain"}

    @cache
    def speakers_of(statement_id: str) -> frozenset[str]:
        statement = view.get(statement_id, Statement)
        # Two are enough to tell that it is not one alone.
        return frozenset() if statement is None else frozenset(islice(dict.fromkeys(statement.speaker_ids), 2))

    for record in graded.values():
        voices: defaultdict[str, set[str]] = defaultdict(set)
        heard = [
            _voices(told) if told.statement_id is None else speakers_of(told.statement_id)
            for told in record.attributions
        ]
        for attribution, speakers in zip(record.attributions, heard, strict=True):
            for part in attribution.covers or ("",):
                voices[part] |= frozenset() if attribution.modality == "denied" else speakers
        for index, (attribution, speakers) in enumerate(zip(record.attributions, heard, strict=True)):
            if attribution.certainty != "certain" or attribution.modality == "denied" or len(speakers) != 1:
                continue
            if speakers <= groups and all(voices[part] <= speakers for part in _with_wider(attribution.covers)):
                (group,) = speakers
                message = (
                    f"it is told as certain on the word of {group} alone, a group that nobody named; expected another "
                    "voice that says so, or no certainty unless the words grade it"
                )
                yield Found(record, f"/attributions/{index}/certainty", message, (group,))


def _voices(attribution: Attribution) -> frozenset[str]:
    """Return the ids of those who say it; the source's, where it speaks in its own voice."""
    return frozenset(attribution.according_to_ids) or frozenset({attribution.source_id})


def _with_wider(covers: Sequence[str]) -> Iterator[str]:
    """Yield what an attribution speaks of, and the parts of the record around that; the empty pointer is the whole."""
    for pointer in covers:
        parts = pointer.split("/")
        yield from ("/".join(parts[:end]) for end in range(2, len(parts) + 1))
    if not covers:
        yield ""
