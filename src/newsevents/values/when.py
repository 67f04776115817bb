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
from newsevents.values import _edtf
from newsevents.values.basis import Basis
from newsevents.values.reference import SourceOrEventId
from newsevents.values.text import Text

__all__ = ["Calendar", "Date", "Edtf", "Instant", "When", "WhenAnchor", "WhenLike", "parse_when"]


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
            normalize=_instant,
        ),
    ],
)
"""A moment to the second with its offset from UTC (RFC 3339), such as `2024-03-16T09:30:00Z`."""

Date = TypeAliasType(
    "Date",
    Annotated[
        str,
        ascii_leaf(_pattern.DATE, "A full date, such as 2024-03-16.", normalize=_date),
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

        Dates are compared in whatever zone each was told, and so are clock times without a zone; two clock times with
        zones are compared as moments, and one with a zone and a date as far as no zone can turn them. A date with a
        qualifier proves nothing.

        Returns:
            `True` if the order is proven; `False` means "not proven", never "after".

        >>> When(edtf="2019-06").certainly_before(When(edtf="2019"))
        False
        >>> When(edtf="2019-06").certainly_before(When(edtf="2020"))
        True
        """
        # No ``<``: sorted() trusts it to be total, and partial dates are not.
        return self.edtf is not None and other.edtf is not None and _edtf.before(self.edtf, other.edtf)

    def overlaps(self, other: Self) -> bool:
        """Return whether this time and *other* may be at the same time: whether some day lies within both.

        Days are compared as they were told; two clock times with zones as moments. A qualifier moves nothing.

        Returns:
            `True` if some day lies between `earliest` and `latest` of both; an open or unknown end is no bound. `False`
            if none does, or if either has no `edtf`.

        >>> When(edtf="2019-06").overlaps(When(edtf="2018/.."))
        True
        >>> When(edtf="2024-03-15T23:30-05:00").overlaps(When(edtf="2024-03-16T04:30Z"))
        True

        .. versionadded:: 0.1
        """
        return self.edtf is not None and other.edtf is not None and _edtf.overlap(self.edtf, other.edtf)

    def contains(self, other: Self) -> bool:
        """Return whether everything that *other* may mean lies within this time.

        Days are compared as they were told; a clock time contains only clock times on its own day.

        Returns:
            `True` if that is proven; `False` means "not proven". A qualifier on either proves nothing, nor does an
            unknown end of this one, whereas an open end (`..`) has room for all; a season contains itself alone, since
            its days are nowhere fixed.

        >>> When(edtf="2019").contains(When(edtf="2019-06"))
        True
        >>> When(edtf="2018/..").contains(When(edtf="2019/.."))
        True
        >>> When(edtf="2019?").contains(When(edtf="2019-06"))
        False

        .. versionadded:: 0.1
        """
        return self.edtf is not None and other.edtf is not None and _edtf.contain(self.edtf, other.edtf)


def parse_when(
    text: str, *, reference: dt.date | dt.datetime | str | None = None, day_first: bool | None = None
) -> When:
    """Return the time that *text* says, no more precisely than it says it.

    English is read whole; of fourteen other languages dates, months, weekdays, the days, weeks, months and years around
    now, and what is counted back from it. All of the text must be understood: a time inside a sentence is not looked
    for.

    Args:
        text: EDTF, ISO 8601 or words, such as `2018/..`, `20240315`, `15 mars 2024`, `over the past year`.
        reference: The day from which relative words count, usually that of the source's publication, as a date, a
            datetime (of which the date counts) or an ISO date.
        day_first: How to read an all-numeric date of which both orders are possible; `None` if that is not known, and
            then it is an error.

    Returns:
        A time with `edtf`; with `text`, the words, unless they are that EDTF; with `calendar` if the year was counted
        in an era. What relative words count from (`anchor`) is left to the caller, who knows what the reference is.

    Raises:
        UnreadableTimeError: No time is read from it, or an impossible one (`unreadable_time`).
        AmbiguousTimeError: Several times are; they are its `candidates` (`ambiguous_time`).
        UnanchoredTimeError: It counts from a day, and there is no reference (`unanchored_time`).
        ValueError: *reference* is a string and no ISO date.

    >>> parse_when("last September", reference="2024-03-16").edtf
    '2023-09'
    >>> parse_when("since 2018").edtf
    '2018/..'
    >>> parse_when("03/04/2024")
    Traceback (most recent call last):
    ...
    newsevents.errors.AmbiguousTimeError: '03/04/2024' may mean 2024-03-04 or 2024-04-03

    .. versionadded:: 0.1
    """
    # The grammar is compiled when it is first needed.
    from newsevents.values._time.context import Context  # noqa: PLC0415
    from newsevents.values._time.read import read  # noqa: PLC0415

    if isinstance(reference, str):
        reference = dt.date.fromisoformat(reference)
    day = reference.date() if isinstance(reference, dt.datetime) else reference
    time = read(text, Context(text, [], day, day_first))
    words = text.strip()
    return When(edtf=time.edtf, text=None if words == time.edtf else words, calendar=time.era)


def _when(value: Any) -> Any:
    """Let people write `date(2024, 3, 15)`, `"2024-02"` or `"15 March 2024"` where a `When` is due.

    This is the one place that turns what people write into a time.
    """
    if isinstance(value, dt.date):
        return {"edtf": value}
    if isinstance(value, str):
        # A field holds EDTF: what is written in it is that, even where a reader of prose may see two years (2023-24).
        return {"edtf": value} if re.fullmatch(_pattern.EDTF, value) else parse_when(value)
    return value


WhenLike = Annotated[When, Friendly(_when)]
"""A field of type `When` that on the Python path also takes a date, a datetime, an EDTF string, or words."""
