"""How much of the screen the month takes, and how much the agenda under it."""

from __future__ import annotations

from typing import NamedTuple

from tui.calendar.days import WEEKS

STRIPS = 2  # lines under the weeks for what has no day
_EDGES = 3  # the frame, and the names of the weekdays
_NARROW = 72  # columns below which the month and the agenda take turns
_LOW = 20  # lines, likewise
_AGENDA = 12  # lines that an agenda needs to be worth reading
_SHARE = 0.4  # of the lines that it keeps at any rate


class Plan(NamedTuple):
    """The lines of the two, of which one may be folded to its title.

    Attributes:
        month: lines of the month with its frame.
        week: lines of a week; of one only marks can be shown.
        one_pane: whether the two take turns.
    """

    month: int
    week: int
    one_pane: bool = False


def plan(width: int, height: int, *, month: bool) -> Plan:
    """Share the lines out.

    Args:
        width: columns of the screen.
        height: its lines without the keys.
        month: whether the month has the focus, which counts where the two take turns.
    """
    if width < _NARROW or height < _LOW:
        week = max(1, (height - 1 - _EDGES - STRIPS) // WEEKS)
        return Plan(height - 1 if month else 1, week, one_pane=True)
    week = 1
    while height - month_lines(week + 1) >= max(_AGENDA, height * _SHARE):
        week += 1
    return Plan(month_lines(week), week)


def month_lines(week: int) -> int:
    """The lines of a month whose weeks have so many."""
    return _EDGES + WEEKS * week + (STRIPS if week > 1 else 0)
