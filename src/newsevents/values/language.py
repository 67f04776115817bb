"""Languages and scripts."""

from typing import Annotated, Any

from typing_extensions import TypeAliasType

from newsevents import _pattern
from newsevents._leaf import ascii_leaf

__all__ = ["LanguageTag", "Script"]

_REGION_LENGTH = 2
_SCRIPT_LENGTH = 4


def _language(value: Any) -> Any:
    """Give a language tag the letter case that BCP 47 (RFC 5646, section 2.1.1) recommends."""
    if not isinstance(value, str):
        return value
    first, *rest = value.replace("_", "-").split("-")
    subtags = [first.lower()]
    after_singleton = len(first) == 1
    for subtag in rest:
        if len(subtag) == _REGION_LENGTH and not after_singleton:
            subtags.append(subtag.upper())
        elif len(subtag) == _SCRIPT_LENGTH and subtag.isalpha() and not after_singleton:
            subtags.append(subtag.title())
        else:
            subtags.append(subtag.lower())
        after_singleton = after_singleton or len(subtag) == 1
    return "-".join(subtags)


LanguageTag = TypeAliasType(
    "LanguageTag",
    Annotated[
        str,
        ascii_leaf(
            _pattern.LANGUAGE_TAG,
            "A language tag (BCP 47) in its recommended letter case, such as en, ko or zh-Hans.",
            longest=64,
            normalize=_language,
        ),
    ],
)
"""A language tag (BCP 47) in its recommended letter case, such as `en`, `ko` or `zh-Hans`."""


def _script(value: Any) -> Any:
    return value.title() if isinstance(value, str) else value


Script = TypeAliasType(
    "Script",
    Annotated[
        str,
        ascii_leaf(_pattern.SCRIPT, "A script code (ISO 15924), such as Latn, Hang or Cyrl.", normalize=_script),
    ],
)
"""A script code (ISO 15924), such as `Latn`, `Hang` or `Cyrl`."""
