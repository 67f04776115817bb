"""Money: an exact figure with its currency."""

from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from newsevents._leaf import Friendly, Opt, Vocabulary
from newsevents.errors import AmbiguousMoneyError, UnreadableMoneyError
from newsevents.values import _currency_names as names
from newsevents.values._amount import Point, written
from newsevents.values._amount_scan import LONGEST, Token, folded, scan
from newsevents.values._money_reader import Sum, read_sum
from newsevents.values.basis import Basis
from newsevents.values.currency import CurrencyCode
from newsevents.values.measure import Measure, compared
from newsevents.values.text import Text

__all__ = ["Money", "MoneyLike", "MoneyScope", "format_money", "parse_money"]

MoneyScope = TypeAliasType(
    "MoneyScope",
    Annotated[
        Literal["total", "per_unit"], Vocabulary("MoneyScope", "Whether a sum is for all of it together or for each.")
    ],
)
"""Whether a sum is for all of it together or for each."""


class Money(Measure):
    """An amount of money; never a bare number and never a float."""

    currency: Opt[CurrencyCode] = Field(default=None, description="The currency (ISO 4217), where it is clear.")
    currency_basis: Opt[Basis] = Field(
        default=None, description="Whether the source states the currency, or it was inferred, as from a $ sign."
    )
    scope: Opt[MoneyScope] = Field(default=None, description="Whether the sum is for all of it together or for each.")
    text: Opt[Text] = Field(
        default=None, description="The source's own words for the sum, such as more than $1 million."
    )


def parse_money(text: str, *, currency: str | None = None, reference_country: str | None = None) -> Money:
    """Read a sum of money from the words of a report; never guess.

    Every word must be understood. What the words leave open is left open: a sign that several currencies share gives
    none, or one with `currency_basis` `inferred` where usage or a hint settles it.

    Args:
        text: The words, such as `"more than $1 million"`, `"5 млн рублей"`, `"between €5m and €7m"`.
        currency: The code (ISO 4217) to take where the words name no currency, or one of those that they may mean.
        reference_country: The code of the country (ISO 3166-1 alpha-2) whose dollar, pound, crown … a shared sign is.

    Returns:
        The sum. Its `text` keeps the words, unless they are what `format_money` writes.

    Raises:
        UnreadableMoneyError: No sum is read from the words (`unreadable_money`).
        AmbiguousMoneyError: Several are, as from 1.234 € (`ambiguous_money`); `candidates` holds their amounts.
        ValueError: *currency* or *reference_country* is no code.

    >>> parse_money("more than US$1.5 million").model_dump(exclude_none=True)
    {'amount': '1500000', 'comparator': 'more_than', 'currency': 'USD', 'text': 'more than US$1.5 million'}
    >>> parse_money("$5", reference_country="CA").currency
    'CAD'
    >>> parse_money("100 kr").currency is None
    True

    .. versionadded:: 0.1
    """
    hint, country = names.checked(currency, reference_country)
    words = text.strip()
    if not words or len(words) > LONGEST:
        raise UnreadableMoneyError(f"no sum of money is read from {_quoted(words)}", text)
    fields = _read(words, hint, country)
    if fields is None:
        _refuse(words, hint, country, text)
    fields = {name: value for name, value in fields.items() if value is not None}
    if _canonical(fields) != words:
        fields["text"] = words
    return Money.model_validate(fields)


def format_money(money: Money) -> str:
    """Write *money* in the words that `parse_money` reads as itself.

    A currency that was inferred, or is not known, cannot be written by its code: there the source's own words stand, if
    the value keeps them.

    >>> format_money(Money(amount="5.50", currency="EUR", comparator="at_least", scope="per_unit"))
    'at least EUR 5.50 each'
    >>> format_money(parse_money("some $40 million"))
    'some $40 million'

    .. versionadded:: 0.1
    """
    if money.text is not None and (money.currency is None or money.currency_basis or money.amount is money.minimum):
        return money.text
    return _canonical(money.model_dump(exclude_none=True))


def _canonical(fields: dict[str, Any]) -> str:
    ends = [fields.get(name) for name in ("amount", "minimum", "maximum")]
    unit = fields.get("currency")
    told = compared(fields.get("comparator", "exact"), [f"{unit} {end}" if unit else end for end in ends if end])
    return told + {"per_unit": " each", "total": " in total"}.get(fields.get("scope", ""), "")


def _quoted(words: str) -> str:
    shortest = 60
    return repr(words if len(words) <= shortest else words[:shortest] + "…")


def _read(words: str, hint: str | None, country: str | None) -> dict[str, Any] | None:
    text = folded(words)
    # The names of all currencies in many languages are loaded only for what cannot be read without them.
    for full in (False, True):
        tokens = scan(text, names.money_lexicon(full=full), names.code_senses())
        read = [found for adds in (True, False) if (found := read_sum(tokens, adds=adds))] if tokens else []
        if tokens and read:
            found = [_fields(one, tokens, words, hint, country) for one in read]
            return next((one for one in found if one is not None), None)
    return None


# A third decimal is one of theirs; elsewhere 1.234 is 1234 to one reader and 1.234 to another.
_THREE_DECIMALS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
# No decimals in use, and a point groups where they are tender.
_POINT_GROUPS = frozenset({"CLP", "COP", "IDR", "ISK", "PYG", "VND"})


def _point(codes: tuple[str, ...]) -> Point:
    for point, theirs in (("decimal", _THREE_DECIMALS), ("group", _POINT_GROUPS)):
        if codes and theirs.issuperset(codes):
            return point
    return ""


def _fields(
    read: Sum, tokens: list[Token], words: str, hint: str | None, country: str | None
) -> dict[str, Any] | None:
    if read.currency is None:
        code, basis = (hint, "inferred") if hint else (None, None)
        if code is None and not any("with_currency" in token.senses for token in tokens):
            return None
    else:
        code, basis = read.currency.settle(hint, country)
    styles = {token.senses.get("style", "") for token in tokens} - {""}
    style = "es" if "es" in styles else "eu" if styles else ""
    point = _point((code,) if code else read.currency.codes if read.currency else ())
    ends = read.values(style, point)
    if not all(ends):
        return None
    said = [part.figure.as_said and not part.minor and not part.cents for part in read.ends]
    amounts = [
        [written(value, as_said=as_said, point=point) for value in values]
        for values, as_said in zip(ends, said, strict=True)
    ]
    if any(None in several for several in amounts):
        return None
    for several in amounts:
        if len(several) > 1:
            raise AmbiguousMoneyError(
                f"{_quoted(words)} is {' or '.join(map(str, several))}: its mark may group digits or part decimals",
                words,
                candidates=map(str, several),
            )
    fields: dict[str, Any] = {"comparator": read.comparator, "scope": read.scope}
    fields |= {"currency": code, "currency_basis": basis}
    if read.comparator != "between":
        return fields | {"amount": amounts[0][0]}
    if not ends[0][0] < ends[1][0]:
        return None
    return fields | {"minimum": amounts[0][0], "maximum": amounts[1][0]}


def _refuse(words: str, hint: str | None, country: str | None, text: str) -> None:
    inner = words[1:-1] if words.startswith("(") and words.endswith(")") else words.lstrip("-−–— ")
    if inner != words and (fields := _read(inner, hint, country)) and "amount" in fields:
        amount = fields["amount"]
        raise AmbiguousMoneyError(
            f"{_quoted(words)} may be negative, or only punctuated so; write USD -5 for what is owed",
            text,
            candidates=[amount, f"-{amount}"],
        )
    raise UnreadableMoneyError(f"no sum of money is read from {_quoted(words)}", text)


def _money(value: Any) -> Any:
    return parse_money(value) if isinstance(value, str) else value


MoneyLike = Annotated[Money, Friendly(_money)]
"""A field of type `Money` that on the Python path also takes the words of a report, as `parse_money` reads them."""


