"""Names for things: ids within a dossier, identifiers in the outer world, pointers, addresses and check sums."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema
from pydantic_core import core_schema as cs
from typing_extensions import TypeAliasType

from newsevents import _pattern
from newsevents._leaf import ASCII_ONLY, FrozenDict, Json, ascii_leaf, expecting
from newsevents.values.text import TEXT_PATTERN, TEXT_SCHEMA

__all__ = ["IDENTIFIER_SCHEMES", "Id", "Identifiers", "Pointer", "Sha256", "Url"]

Id = TypeAliasType(
    "Id",
    Annotated[
        str,
        ascii_leaf(
            _pattern.SLUG, "A slug: lower-case ASCII letters and digits, single - . _ or : between them.", longest=128
        ),
    ],
)
"""A slug, unique in its dossier: lower-case ASCII letters and digits, single `-`, `.`, `_` or `:` between them."""

Pointer = TypeAliasType(
    "Pointer",
    Annotated[
        str,
        ascii_leaf(_pattern.POINTER, "A JSON Pointer (RFC 6901) into the record that holds it.", longest=512),
    ],
)
"""A JSON Pointer (RFC 6901) into the record that holds it, such as `/legs/0/origin`; never the empty pointer."""

Url = TypeAliasType(
    "Url",
    Annotated[
        str,
        ascii_leaf(_pattern.URL, "An http or https address, percent-encoded (RFC 3986).", longest=2048),
    ],
)
"""An http or https address; what is not ASCII is percent-encoded or punycode (RFC 3986)."""


def _lower(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


Sha256 = TypeAliasType(
    "Sha256",
    Annotated[
        str,
        ascii_leaf(_pattern.SHA256, "A SHA-256 check sum in lower-case hexadecimal.", normalize=_lower),
    ],
)
"""A SHA-256 check sum in lower-case hexadecimal."""

IDENTIFIER_SCHEMES: dict[str, str] = {
    "imo": r"^[0-9]{7}$",
    "isin": r"^[A-Z]{2}[A-Z0-9]{9}[0-9]$",
    "isni": r"^[0-9]{15}[0-9X]$",
    "lei": r"^[A-Z0-9]{18}[0-9]{2}$",
    "mmsi": r"^[0-9]{9}$",
    "opensanctions": r"^[A-Za-z0-9]([A-Za-z0-9._-]{0,252}[A-Za-z0-9])?$",
    "registry": r"^[a-z0-9]([-._:]?[a-z0-9]){0,126}$",
    "wikidata": r"^Q[1-9][0-9]{0,11}$",
}
"""The known schemes of outer identifiers and the form of each: ship (IMO), security (ISO 6166), name (ISO 27729), legal
entity (ISO 17442), ship station (ITU MMSI), OpenSanctions and Wikidata entities, bodies of our own registry."""

_EXPECTED: dict[str, str] = {
    "imo": "The seven digits alone, such as 8905490.",
    "isin": "Two letters, nine letters or digits and a check digit, in capitals, such as US0378331005.",
    "isni": "Sixteen digits without spaces, the last of which may be X, such as 0000000121032683.",
    "lei": "Eighteen letters or digits and two check digits, in capitals, such as 5493001KJTIIGC8Y1R12.",
    "mmsi": "Nine digits, such as 445972000.",
    "opensanctions": "An id of OpenSanctions, in letters and digits with . _ - between them, such as Q56226.",
    "registry": "The key of a body of the registry, such as un-security-council.",
    "wikidata": "A Q with a number, no address, such as Q56226.",
}
_LONGEST = 255


class _Identifiers:
    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        key = expecting(
            "A word in snake_case; at most 64 characters.",
            cs.str_schema(pattern=_pattern.SNAKE_CASE, strict=True, max_length=64),
        )
        value = expecting(
            f"Text of at most {_LONGEST} characters, without white space around it.",
            cs.str_schema(pattern=TEXT_PATTERN, strict=True, max_length=_LONGEST),
        )
        known = {
            scheme: cs.typed_dict_field(
                expecting(_EXPECTED[scheme], cs.str_schema(pattern=pattern, strict=True)), required=False
            )
            for scheme, pattern in IDENTIFIER_SCHEMES.items()
        }
        # Two steps, because no single core schema has both a pattern for every key and a value for some keys.
        checked = cs.chain_schema(
            [cs.dict_schema(key, value), cs.typed_dict_schema(known, extra_behavior="allow", total=False)]
        )
        return cs.no_info_after_validator_function(FrozenDict, checked)

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        return {
            "type": "object",
            "description": "Identifiers in the outer world, by scheme.",
            "propertyNames": {"pattern": _pattern.SNAKE_CASE, "maxLength": 64, **ASCII_ONLY},
            "properties": {
                scheme: {"type": "string", "pattern": pattern, **ASCII_ONLY}
                for scheme, pattern in IDENTIFIER_SCHEMES.items()
            },
            "additionalProperties": {**deepcopy(TEXT_SCHEMA), "maxLength": _LONGEST},
        }


Identifiers = TypeAliasType("Identifiers", Annotated[Mapping[str, str], _Identifiers()])
"""Identifiers in the outer world by scheme, such as `{"imo": "8905490"}`; any snake_case scheme is taken."""
