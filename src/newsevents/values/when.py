"""Times, no more precise than their source."""

import datetime as dt
import re
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError
from typing_extensions import TypeAliasType

from newsevents import _pattern
from newsevents._leaf import Friendly, Json, OpenVocabulary, Opt, Vocabulary, ascii_leaf
from newsevents._model import Model, needs
from newsevents.errors import UnreadableTimeError
from newsevents.values import _edtf
from newsevents.values.basis import Basis
from newsevents.values.reference import SourceOrEventId
from newsevents.values.text import Text

__all__ = ["Calendar", "Date", "Edtf", "Instant", "When", "WhenAnchor", "WhenLike"]


def _instant(value: Any) -> Any:
    return value.isoformat().replace("+00:00", "Z") if isinstance(value, dt.datetime) else value


def _date(value: Any) -> Any:
    # A datetime is a date to Python, but its clock time would be lost: it stays one and is refused.
    return value.isoformat() if isinstance(value, dt.date) and not isinstance(value, dt.datetime) else value


def _edtf_text(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="seconds").replace("+00:00", "Z")
    return _date(value)


Instant = TypeAliasType(
    "Instant",
    Annotated[
        str,
        ascii_leaf(
            _pattern.INSTANT,
            "A moment to the second with its offset (RFC 3339), such as 2024-03-16T09:30:00Z.",
            longest=32,
            normalize=_instant,
        ),
    ],
)
"""A moment to the second with its offset from UTC (RFC 3339), such as `2024-03-16T09:30:00Z`."""

Date = TypeAliasType(
    "Date",
    Annotated[
        str,
        ascii_leaf(_pattern.DATE, "A full date, such as 2024-03-16.", longest=10, normalize=_date),
    ],
)
"""A full Gregorian date (ISO 8601), such as `2024-03-16`."""

Edtf = TypeAliasType(
    "Edtf",
    Annotated[
        str,
        ascii_leaf(
            _pattern.EDTF,
            "A date or interval in EDTF (ISO 8601-2) level 0 or 1, such as 2018/.. or 2024-02.",
            longest=48,
            normalize=_edtf_text,
        ),
    ],
)
"""A date or interval in EDTF (ISO 8601-2) level 0 or 1, always Gregorian: `2024-02`, `2023-03~/2024-03-16`, `2018/..`.

Years 0001 to 9999; one open or unknown end at most; a clock time only alone, to the minute or the second; seasons 21 to
24; unspecified digits `X` from the right; the qualifiers `?`, `~`, `%` on the whole of each date.
"""

WhenAnchor = TypeAliasType(
    "WhenAnchor",
    Annotated[
        Literal["publication", "event", "absolute"],
        Vocabulary("WhenAnchor", "What the words of a time count from."),
    ],
)
"""What the words of a time count from: the publication of the source, an event, or nothing (they are absolute)."""

Calendar = TypeAliasType(
    "Calendar",
    Annotated[
        str,
        OpenVocabulary(
            _pattern.SNAKE_CASE,
            "The calendar in which the words of a time count.",
            "gregorian",
            "juche",
            "minguo",
            "reiwa",
            "solar_hijri",
            "islamic",
            "buddhist",
            "hebrew",
        ),
    ],
)
"""The calendar in which the words of a time count."""


class When(Model):
    """A time: what is known of it, the source's words for it, or both."""

    SHAPE: ClassVar[Json] = {"if": {"not": needs("edtf")}, "then": needs("text")}

    edtf: Opt[Edtf] = Field(
        default=None, description="The time in EDTF, never more precise than the source: in February is 2024-02."
    )
    text: Opt[Text] = Field(default=None, description="The source's own words for it, such as On Friday.")
    anchor: Opt[WhenAnchor] = Field(
        default=None, description="What the words count from: the source's publication, an event, or nothing."
    )
    anchor_id: Opt[SourceOrEventId] = Field(
        default=None, description="The source or event that relative words count from."
    )
    calendar: Opt[Calendar] = Field(
        default=None, description="The calendar that the words count in; edtf is always Gregorian."
    )
    basis: Opt[Basis] = Field(default=None, description="Whether the source states the time, or it was inferred.")

    @model_validator(mode="after")
    def _shape(self) -> Self:
        if self.edtf is None and self.text is None:
            raise PydanticCustomError("when_empty", "a time needs edtf or text")
        return self

    @property
    def earliest(self) -> dt.date | None:
        """The first day that this time may mean.

        `None` where there is none: no `edtf`, an open or unknown start. A qualifier (`?`, `~`, `%`) does not move it.
        """
        return None if self.edtf is None else _edtf.bounds(self.edtf).earliest

    @property
    def latest(self) -> dt.date | None:
        """The last day that this time may mean; `None` as for `earliest`."""
        return None if self.edtf is None else _edtf.bounds(self.edtf).latest

    def certainly_before(self, other: Self) -> bool:
        """Return whether every reading of this time precedes every one of *other*.

        Days are compared, in whatever zone each was told. A date with a qualifier proves nothing.

        Returns:
            `True` if the order is proven; `False` means "not proven", never "after".

        >>> When(edtf="2019-06").certainly_before(When(edtf="2019"))
        False
        >>> When(edtf="2019-06").certainly_before(When(edtf="2020"))
        True
        """
        # No ``<``: sorted() trusts it to be total, and partial dates are not.
        if self.edtf is None or other.edtf is None:
            return False
        mine, theirs = _edtf.bounds(self.edtf), _edtf.bounds(other.edtf)
        end, start = mine.sure_latest, theirs.sure_earliest
        return end is not None and start is not None and end < start


_WRITTEN = re.compile(_pattern.EDTF)


def _when(value: Any) -> Any:
    """Let people write `date(2024, 3, 15)` or `"2024-02"` where a `When` is due.

    This is the one place that turns what people write into a time.
    """
    if isinstance(value, dt.date):
        return {"edtf": value}
    if isinstance(value, str):
        if not _WRITTEN.fullmatch(value):
            raise UnreadableTimeError(f"no time is read from {value!r}; write it in EDTF, such as 2024-02", value)
        return {"edtf": value}
    return value


WhenLike = Annotated[When, Friendly(_when)]
"""A field of type `When` that on the Python path also takes a date, a datetime or an EDTF string."""
