"""The exceptions that this library raises.

```text
NewseventsError
├── ValidationError (a ValueError)          what was read breaks the model; carries all findings
│   └── UnreadableFileError (an OSError)    the file could not be read at all
├── NormalizationError (a ValueError)       words were not turned into a value; never guessed
│   ├── UnknownCountryError                 unknown_country: names no country; has suggestions
│   ├── AmbiguousCountryError               ambiguous_country: names several; has candidates
│   ├── UnreadableTimeError                 unreadable_time: no time is read from it
│   ├── AmbiguousTimeError                  ambiguous_time: several times are; has candidates
│   ├── UnanchoredTimeError                 unanchored_time: relative words without a reference
│   ├── UnreadableMoneyError                unreadable_money: no sum is read from it
│   ├── AmbiguousMoneyError                 ambiguous_money: several sums are; has candidates
│   ├── UnreadableQuantityError             unreadable_quantity: no quantity is read from it
│   └── AmbiguousQuantityError              ambiguous_quantity: several are; has candidates
├── UnknownRuleError (a ValueError)         unknown_rule: no rule has such a code, or there is no such level
├── UnknownRegistryKeyError (a ValueError)  unknown_registry_key: there is no such row; has suggestions
└── MissingExtraError (an ImportError)      a part of the library is not installed; says which
```

Constructors (`Gift(…)`) and `model_validate` raise pydantic's own `ValidationError` instead.
"""

from collections.abc import Iterable
from typing import ClassVar

from newsevents.findings import Finding

__all__ = [
    "AmbiguousCountryError",
    "AmbiguousMoneyError",
    "AmbiguousQuantityError",
    "AmbiguousTimeError",
    "MissingExtraError",
    "NewseventsError",
    "NormalizationError",
    "UnanchoredTimeError",
    "UnknownCountryError",
    "UnknownRegistryKeyError",
    "UnknownRuleError",
    "UnreadableFileError",
    "UnreadableMoneyError",
    "UnreadableQuantityError",
    "UnreadableTimeError",
    "ValidationError",
]


class NewseventsError(Exception):
    """What every exception of this library is."""


class ValidationError(NewseventsError, ValueError):
    """What was read breaks the model; nothing of it was kept.

    Attributes:
        findings: Every fault found, in the order of the file.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Keep *findings*."""
        self.findings: tuple[Finding, ...] = tuple(findings)
        super().__init__(self.findings)

    def __str__(self) -> str:
        """Return one line a finding."""
        return "\n".join(map(str, self.findings))


class UnreadableFileError(ValidationError, OSError):
    """The file could not be read at all (finding `NE001`); the operating system's own error is its `__cause__`."""


class NormalizationError(NewseventsError, ValueError):
    """Words were not turned into a canonical value, since that would have been a guess.

    Attributes:
        code: What kind of error it is; stable, and the type of pydantic's error where a field raises it.
        text: The words.
        candidates: The canonical values that the words may mean, where they mean several.
        suggestions: The canonical values that near misses of the words mean; never an answer.
    """

    code: ClassVar[str] = "not_normalized"

    def __init__(
        self, message: str, text: str, *, candidates: Iterable[str] = (), suggestions: Iterable[str] = ()
    ) -> None:
        """Keep what is known of the error."""
        self.message = message
        self.text = text
        self.candidates: tuple[str, ...] = tuple(candidates)
        self.suggestions: tuple[str, ...] = tuple(suggestions)
        super().__init__(message)

    def __reduce__(self) -> tuple[object, ...]:
        """Return how to make the error anew, for pickles and copies."""
        return _remade, (type(self), self.message, self.text, self.candidates, self.suggestions)


def _remade(
    kind: type[NormalizationError], message: str, text: str, candidates: tuple[str, ...], suggestions: tuple[str, ...]
) -> NormalizationError:
    return kind(message, text, candidates=candidates, suggestions=suggestions)


class UnknownCountryError(NormalizationError):
    """The words name no country; `suggestions` holds the codes of near misses."""

    code = "unknown_country"


class AmbiguousCountryError(NormalizationError):
    """The words name several countries; `candidates` holds their codes."""

    code = "ambiguous_country"


class UnreadableTimeError(NormalizationError):
    """No time is read from the words, or an impossible one."""

    code = "unreadable_time"


class AmbiguousTimeError(NormalizationError):
    """Several times are read from the words; `candidates` holds those, in EDTF, that fit the whole text."""

    code = "ambiguous_time"


class UnanchoredTimeError(NormalizationError):
    """The words count from a day that is not given; give a reference."""

    code = "unanchored_time"


class UnreadableMoneyError(NormalizationError):
    """No sum of money is read from the words."""

    code = "unreadable_money"


class AmbiguousMoneyError(NormalizationError):
    """Several sums are read from the words; `candidates` holds their amounts."""

    code = "ambiguous_money"


class UnreadableQuantityError(NormalizationError):
    """No quantity is read from the words."""

    code = "unreadable_quantity"


class AmbiguousQuantityError(NormalizationError):
    """Several quantities are read from the words; `candidates` holds their amounts."""

    code = "ambiguous_quantity"


class MissingExtraError(NewseventsError, ImportError):
    """A part of the library that was asked for needs an extra that is not installed."""


class UnknownRuleError(NewseventsError, ValueError):
    """No rule has the code that was asked for, or there is no such level; silence would hide a slip of the pen.

    Attributes:
        code: What kind of error it is.
    """

    code: ClassVar[str] = "unknown_rule"


class UnknownRegistryKeyError(NewseventsError, ValueError):
    """The registry has no regime, body, instrument or provision with the key that was asked for.

    Attributes:
        code: What kind of error it is.
        kind: What was asked for: `regime`, `body`, `instrument` or `provision`.
        key: The key.
        suggestions: Keys that are near to it; never an answer.
    """

    code: ClassVar[str] = "unknown_registry_key"

    def __init__(self, kind: str, key: str, suggestions: Iterable[str] = ()) -> None:
        """Keep what is known of the error."""
        self.kind = kind
        self.key = key
        self.suggestions: tuple[str, ...] = tuple(suggestions)
        super().__init__(kind, key, self.suggestions)

    def __str__(self) -> str:
        """Return what was asked for, and what may have been meant."""
        hint = f"did you mean {' or '.join(self.suggestions)}?" if self.suggestions else "it does not know every one"
        return f"the registry has no {self.kind} {self.key!r}; {hint}"
