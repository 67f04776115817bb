"""Make one frame of all gifts, in pandas and in Polars, in which nothing is more precise than its source."""

import sys
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import pandas as pd
import polars as pl

from newsevents import Dossier, Gift, Item, Money, format_money, load

# Figures are decimals, never floats. Polars asks for the number of places: no currency has more than four.
PLACES = 4
AMOUNT = pl.Decimal(precision=38, scale=PLACES)
MILLION = Decimal(1_000_000)
QUALIFIERS = frozenset("?~%")
COLUMNS: dict[str, Any] = {
    "dossier": pl.String,
    "gift": pl.String,
    "alternative_of": pl.String,
    "givers": pl.List(pl.String),
    "recipients": pl.List(pl.String),
    "item": pl.String,
    "status": pl.String,
    "when": pl.String,
    "earliest": pl.Date,
    "latest": pl.Date,
    "is_rough": pl.Boolean,
    "comparator": pl.String,
    "minimum": AMOUNT,
    "maximum": AMOUNT,
    "currency": pl.String,
    "scope": pl.String,
    "worth": pl.String,
}


def rows(dossiers: Iterable[Dossier]) -> Iterator[dict[str, Any]]:
    """Yield a row for each gift, item and value; what no source says is `None`."""
    for dossier in dossiers:
        for gift in dossier.of_type(Gift):
            when = gift.when
            for id in gift.item_ids:
                item = dossier.get(id)
                values = item.values if isinstance(item, Item) else ()  # noqa: PD011  (a field of the item)
                for value in values or (None,):
                    yield {
                        "dossier": dossier.id,
                        "gift": gift.id,
                        "alternative_of": gift.alternative_of_id,
                        "givers": [party.actor_id for party in gift.givers],
                        "recipients": [party.actor_id for party in gift.recipients],
                        "item": id,
                        "status": gift.status,
                        "when": when.edtf if when else None,
                        "earliest": when.earliest if when else None,
                        "latest": when.latest if when else None,
                        # 2025-05~ is about May, 2025-05? perhaps May: neither day is certain.
                        "is_rough": when is not None and when.edtf is not None and not QUALIFIERS.isdisjoint(when.edtf),
                        **figure(value),
                    }


def figure(value: Money | None) -> dict[str, Any]:
    """Return a sum as columns: what it is at least and at most, and how its source compares it."""
    if value is None:
        return {}
    least, most = value.minimum or value.amount, value.maximum or value.amount
    return {
        "comparator": value.comparator if least else None,
        "minimum": None if value.comparator in {"less_than", "at_most"} else decimal(least),
        "maximum": None if value.comparator in {"more_than", "at_least"} else decimal(most),
        "currency": value.currency,
        # A price for each is no price for all of them.
        "scope": value.scope,
        "worth": format_money(value),
    }


def decimal(amount: str | None) -> Decimal | None:
    """Return a figure as it is; Polars would cut off, without a word, what its column cannot hold."""
    if amount is None:
        return None
    if len(amount.partition(".")[2].rstrip("0")) > PLACES:
        raise ValueError(f"{amount} has more than {PLACES} decimal places")
    return Decimal(amount)


def polars_frame(dossiers: Iterable[Dossier]) -> pl.DataFrame:
    """Return the gifts as a frame of Polars: dates and exact decimals."""
    return pl.DataFrame(list(rows(dossiers)), schema=COLUMNS)


def pandas_frame(dossiers: Iterable[Dossier]) -> pd.DataFrame:
    """Return the gifts as a frame of pandas: days to the second since the year 1, and `Decimal` in object columns."""
    frame = pd.DataFrame(list(rows(dossiers)), columns=list(COLUMNS))
    # Nanoseconds would reach from 1677 to 2262 only.
    return frame.astype({"earliest": "datetime64[s]", "latest": "datetime64[s]"})


def main(paths: list[str]) -> None:
    """Print what each frame is good for."""
    dossiers = [load(path) for path in paths]
    frame = polars_frame(dossiers)
    pl.Config(tbl_cols=-1, tbl_width_chars=120, tbl_hide_column_data_types=True, tbl_hide_dataframe_shape=True)
    print(frame.select("gift", "when", "earliest", "latest", "comparator", "minimum", "maximum", "currency"))
    print("with a figure of a million or more:", frame.filter(pl.col("minimum") >= MILLION)["gift"].to_list())
    table = pandas_frame(dossiers)
    before = table[(table["latest"] < "2025-06-01") & ~table["is_rough"]]
    print("certainly before June:", before["gift"].to_list())
    exact = table[(table["comparator"] == "exact") & (table["scope"] != "per_unit") & table["alternative_of"].isna()]
    print("exact sums:", exact.groupby("currency")["minimum"].sum().to_dict())


if __name__ == "__main__":
    main(sys.argv[1:])
