"""Clock times and their zones. A time is never given seconds that it did not have."""

from newsevents._regex import regex
from newsevents.values._time.context import Context

__all__ = ["CLOCK", "OFFSET", "PLAIN", "Clock", "Zone", "moment", "read_clock", "read_offset"]

Clock = tuple[int, int, int | None]
"""Hour, minute and, where it was told, second."""
Zone = tuple[int, ...]
"""Minutes east of Greenwich; several where a name is that of several zones."""

_NO_LETTER = r"(?![^\W\d_])"
_HALF = rf"\ ?(?:a\.?m|p\.?m){_NO_LETTER}\.?"
CLOCK = (
    r"(?<![\d:.,/-])(?:"
    rf"[0-9]{{1,2}}(?::[0-9]{{2}}){{1,2}}(?:[.,][0-9]{{1,9}})?(?:{_HALF})?"
    rf"|[0-9]{{1,2}}(?:\.[0-9]{{2}})?{_HALF}"
    r"|[0-9]{1,2}h[0-9]{2}"
    rf"|12\ (?:noon|midday){_NO_LETTER}"
    r")(?![\d:])"
)
PLAIN = (
    r"(?<![\d:.,/-])(?:[01][0-9]|2[0-3])[0-5][0-9]"
    rf"(?=\ ?(?:gmt|utc|z|cet|cest|msk|kst|jst|est|edt|pst|pdt){_NO_LETTER})"
)
# Behind hours and minutes, "-12:00" is rather the end of a range.
OFFSET = (
    r"(?:gmt|utc)\ ?[+-][0-9]{1,2}(?::?[0-9]{2})?(?!\d)"
    r"|(?<=:[0-9]{2})\ ?(?:\+[0-9]{2}:?|-[0-9]{2})[0-9]{2}(?!\d)"
    r"|(?<=:[0-9]{2}:[0-9]{2})\ ?-[0-9]{2}:[0-9]{2}(?!\d)"
)
_PARTS = regex(r"([0-9]{1,2})(?:[:.h]?([0-9]{2}))?(?::([0-9]{2}))?(?:[.,][0-9]+)?\s?([ap])?")
_OFFSET = regex(r"([+-])([0-9]{1,2}):?([0-9]{2})?$")
_NOON, _MIDNIGHT, _SIXTY = 12, 24, 60
_FARTHEST = 18 * 60


def read_clock(text: str) -> Clock | None:
    """Return the clock time that a text of the shape `CLOCK` gives, or `None` if no clock shows it."""
    match = _PARTS.match(text)
    if match is None:  # pragma: no cover  (whatever has the one shape has the other)
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    second = int(match[3]) if match[3] else None
    if match[4]:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if match[4] == "p" else 0)
    if hour >= _MIDNIGHT or minute >= _SIXTY or (second or 0) >= _SIXTY:
        return None
    return hour, minute, second


def read_offset(text: str) -> Zone | None:
    """Return the zone that a text of the shape `OFFSET` gives, or `None` if there is none such."""
    match = _OFFSET.search(text)
    if match is None:  # pragma: no cover  (whatever has the one shape has the other)
        return None
    minutes = int(match[2]) * _SIXTY + int(match[3] or 0)
    if minutes > _FARTHEST or int(match[3] or 0) >= _SIXTY:
        return None
    return (-minutes if match[1] == "-" else minutes,)


def moment(day: str, clock: Clock, zone: Zone | None, context: Context) -> str:
    """Return a clock time on a day, in EDTF."""
    hour, minute, second = clock
    local = f"{day}T{hour:02}:{minute:02}" + ("" if second is None else f":{second:02}")
    told = [local + _offset(minutes) for minutes in zone or ()]
    return context.one_of(*told) if len(told) > 1 else (told or [local])[0]


def _offset(minutes: int) -> str:
    hours, rest = divmod(abs(minutes), _SIXTY)
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}" if minutes else "Z"
