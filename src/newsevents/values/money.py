"""Money: an exact figure with its currency."""

from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from newsevents._leaf import Friendly, Opt, Vocabulary
from newsevents.values.basis import Basis
from newsevents.values.currency import THREE_DECIMALS, CurrencyCode
from newsevents.values.measure import Measure, compared, unmistakable
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
    # What reads words is loaded when it is first needed.
    from newsevents.values._money_words import read  # noqa: PLC0415

    fields = {name: value for name, value in read(text, currency, reference_country).items() if value is not None}
    words = text.strip()
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
    figures = [end if unit in THREE_DECIMALS else unmistakable(end) for end in ends if end]
    told = compared(fields.get("comparator", "exact"), [f"{unit} {figure}" if unit else figure for figure in figures])
    return told + {"per_unit": " each", "total": " in total"}.get(fields.get("scope", ""), "")


def _money(value: Any) -> Any:
    return parse_money(value) if isinstance(value, str) else value


MoneyLike = Annotated[Money, Friendly(_money)]
"""A field of type `Money` that on the Python path also takes the words of a report, as `parse_money` reads them."""
