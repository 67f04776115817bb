"""NE0: what the reader finds before there is a dossier, and what is odd about its words and silencers."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple, cast, get_args, get_origin

from typing_extensions import TypeAliasType

from newsevents._leaf import OpenVocabulary
from newsevents._model import Model, near
from newsevents.dossier import Dossier
from newsevents.rules._rule import Found, documented, rule
from newsevents.rules._view import View
from newsevents.values.identifier import IDENTIFIER_SCHEMES

documented(
    "NE001",
    "unreadable-file",
    "error",
    """
    A file cannot be read at all.

    ## What it does

    Reports a path that is missing, a folder, no regular file, without permission, larger than what may be read, or of
    an unknown kind. The exit status is 2, since nothing in the file was checked.

    ## Why it matters

    A check that passes because it read nothing is worse than none.

    ## Example

    ```sh
    newsevents validate no-such-file.json
    ```

    ## Use instead

    The path of a file that is there, or `--max-size` for one that is larger than 64 MB.

    ## Source

    POSIX errors, as the operating system gives them.
    """,
)

documented(
    "NE002",
    "broken-syntax",
    "error",
    """
    A file is no JSON, JSON Lines or YAML, or is not written in UTF-8.

    ## What it does

    Reports where the syntax breaks: a missing comma, text that is not UTF-8, a key that stands twice in one object, NaN
    and infinities, and in YAML custom tags and aliases past the limit. A byte order mark is tolerated and reported as a
    warning.

    ## Why it matters

    Two readers make two things of such a file: of a key that stands twice one keeps the first value, another the last.

    ## Example

    ```json
    {"type": "state", "id": "russia", "country": "RU", "country": "BY"}
    ```

    ## Use instead

    ```json
    {"type": "state", "id": "russia", "country": "RU"}
    ```

    ## Source

    RFC 8259 (JSON), RFC 7493 (I-JSON: keys are unique, text is UTF-8), YAML 1.2.2, core schema.
    """,
)

documented(
    "NE003",
    "wrong-shape",
    "error",
    """
    A file does not have the shape that the JSON Schema asks for.

    ## What it does

    Reports a field that is missing or unknown, a value of the wrong type, out of its bounds, or in no closed
    vocabulary. An unknown field that is near to a known one gets a suggestion. Every validator of JSON Schema finds the
    same faults.

    ## Why it matters

    Programs in every language read the file by its schema; what breaks it is lost or misread by them.

    ## Example

    ```yaml
    type: item
    id: limousine
    descripton: A limousine of Russian make
    ```

    ## Use instead

    ```yaml
    type: item
    id: limousine
    description: A limousine of Russian make
    ```

    ## Source

    The published schema; JSON Schema 2020-12.
    """,
)

documented(
    "NE004",
    "not-canonical",
    "error",
    """
    A value is not in the form that the schema asks for, but its meaning is clear.

    ## What it does

    Reports a value that the schema refuses and that normalizing makes canonical, and says what `newsevents fix` would
    write. It stands in place of `NE003`. What is ambiguous is never normalized.

    ## Why it matters

    A file that says "North Korea", "DPRK" and "KP" for one country cannot be searched; one form can.

    ## Example

    ```yaml
    type: state
    id: north-korea
    country: North Korea
    ```

    ## Use instead

    ```yaml
    type: state
    id: north-korea
    country: KP
    ```

    ## Source

    ISO 3166 (countries), ISO 8601-2 (times), ISO 4217 (currencies), as the schema names them field by field.
    """,
)


class _Word(NamedTuple):
    """A field that holds words of an open vocabulary."""

    name: str
    is_list: bool
    known: tuple[str, ...]


@rule("NE005", "unknown-word", "info", alone=True)
def unknown_word(view: View) -> Iterator[Found]:
    """A word stands outside the known ones of an open vocabulary.

    ## What it does

    Compares every value of an open vocabulary (the `form` of an event, the `category` of an item, the `office` of a
    role and so on) and every key of `identifiers` with the values whose meaning is agreed, and suggests one that is
    near.

    ## Why it matters

    Any word in snake_case may stand there, so that nobody is stuck; but only the known ones are found by those who
    search for them, and a misspelled one is found by nobody.

    ## Example

    ```yaml
    type: meeting
    id: talks
    form: sumit
    participant_ids: [kim-jong-un, vladimir-putin]
    ```

    ## Use instead

    ```yaml
    type: meeting
    id: talks
    form: summit
    participant_ids: [kim-jong-un, vladimir-putin]
    ```

    ## Source

    The vocabularies of the published schema, where the known values are the `examples` of the field.
    """
    for kind in view.kinds:
        for name, is_list, known in _words(kind):
            for record, pointer, part in view.parts(kind):
                told: Any = getattr(part, name)
                for index, value in enumerate(told if is_list else (told,)) if told else ():
                    if value not in known:
                        at = f"{pointer}/{name}/{index}" if is_list else f"{pointer}/{name}"
                        yield Found(record, at, _unknown(value, f"values of {name}", known))
    for record in view.records:
        for scheme in record.identifiers:
            if scheme not in IDENTIFIER_SCHEMES:
                message = _unknown(scheme, "schemes of identifiers", tuple(IDENTIFIER_SCHEMES))
                yield Found(record, f"/identifiers/{scheme}", message)


@lru_cache(maxsize=4096)
def _unknown(word: str, what: str, known: tuple[str, ...]) -> str:
    hint = near(word, known) or f"; expected one of {', '.join(known)}, or a word of your own that you explain"
    return f"{word!r} is none of the known {what}{hint}"


@cache
def _words(kind: type[Model]) -> tuple[_Word, ...]:
    fields = kind.model_fields.items()
    found = ((name, field.annotation, _vocabulary((field.annotation, *field.metadata))) for name, field in fields)
    return tuple(_Word(name, get_origin(told) is Sequence, words.known) for name, told, words in found if words)


def _vocabulary(annotations: Sequence[Any]) -> OpenVocabulary | None:
    """Return the open vocabulary among or within *annotations*."""
    for annotation in annotations:
        if isinstance(annotation, OpenVocabulary):
            return annotation
        within = (annotation.__value__,) if isinstance(annotation, TypeAliasType) else get_args(annotation)
        if found := _vocabulary(within):
            return found
    return None


documented(
    "NE006",
    "idle-silencer",
    "info",
    """
    A silencer silences nothing.

    ## What it does

    Reports a code in a record's `x-newsevents-ignore` that no rule has, or whose rule ran and found nothing on that
    record; and a silencer that is no list of codes.

    ## Why it matters

    A silencer that is left over from a fault long mended hides the next one.

    ## Example

    ```yaml
    type: item
    id: dogs
    description: Two hunting dogs
    extensions:
      x-newsevents-ignore: [NE507]
    ```

    ## Use instead

    ```yaml
    type: item
    id: dogs
    description: Two hunting dogs
    ```

    ## Source

    The practice of linters, such as ruff's `unused-noqa`.
    """,
)


class Deprecation(NamedTuple):
    """A field, or one value of it, that is on its way out."""

    model: type[Model]
    field: str
    value: str | None
    """The value; `None` for the whole field."""
    instead: str
    """What replaces it, as the end of a sentence: `use x instead`."""


DEPRECATIONS: tuple[Deprecation, ...] = ()
"""Everything that is deprecated; a version of the schema is a value of `Dossier.schema_version`."""


@rule("NE007", "deprecated", "warning", alone=True)
def deprecated(view: View) -> Iterator[Found]:
    """A field, a value or the version of the schema is deprecated.

    ## What it does

    Reports every use of what is listed as deprecated, with what replaces it. Nothing is in version 1.0 of the schema,
    so nothing is reported yet.

    ## Why it matters

    Published names are never taken away at once. Who sees the warning has a version's time to move.

    ## Example

    A dossier in version 1.0, once there is a 2.0:

    ```yaml
    type: dossier
    schema_version: "1.0"
    id: limousine
    ```

    ## Use instead

    ```yaml
    type: dossier
    schema_version: "2.0"
    id: limousine
    ```

    ## Source

    Semantic Versioning 2.0.0, on deprecating; `deprecated` in JSON Schema 2020-12.
    """
    for old in DEPRECATIONS:
        if old.model is Dossier:
            for at in _uses(view.dossier, old):
                yield Found(None, at, _told(old))
        for record, pointer, part in view.parts(old.model):
            for at in _uses(part, old):
                yield Found(record, f"{pointer}{at}", _told(old))


def _uses(part: Model, old: Deprecation) -> Iterator[str]:
    """Yield where in *part* the deprecated field or value stands."""
    held: Any = getattr(part, old.field)
    if old.value is None:
        if held != type(part).model_fields[old.field].get_default(call_default_factory=True):
            yield f"/{old.field}"
    elif isinstance(held, tuple):
        entries = enumerate(cast(Sequence[Any], held))
        yield from (f"/{old.field}/{index}" for index, value in entries if value == old.value)
    elif held == old.value:
        yield f"/{old.field}"


def _told(old: Deprecation) -> str:
    what = f"the field {old.field}" if old.value is None else f"{old.field} {old.value!r}"
    return f"{what} is deprecated; {old.instead}"
