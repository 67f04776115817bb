"""Points: single times, absolute or named from the reference, without the words that open or join intervals."""

# Importing them enters their patterns, which are tried in this order.
from newsevents.values._time import day, period
from newsevents.values._time.pattern import RULES, point

__all__ = ["RULES", "day", "period", "point"]
