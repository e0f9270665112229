"""Words that count from a day: today, fri, next tue, +2w, two weeks ago, next month, end of the quarter.

Weeks run from Monday to Sunday. A bare weekday is the coming one, never today. "this fri" is the one in this
week, "next fri" the one in next week, "last fri" the latest one before today; "vendredi prochain" and
"el próximo viernes" are the coming one. The end of a week is its Friday, the end of a working week.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from db.dates.edtf import Part, days_in, part_bounds
from db.dates.lexer import Cursor, Token
from db.dates.weekends import SATURDAY_SUNDAY, Weekend, working_days
from db.errors import BadInput

_DAYS = {"today": 0, "tomorrow": 1, "yesterday": -1, "day after": 2, "day before": -2, "overmorrow": -2}
_ENDS = {"eow": "week", "eom": "month", "eoq": "quarter", "eoy": "year"}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_TURNS = {"next": 1, "coming": 1, "this": 0, "last": -1}
_FRIDAY = 4
_MOST_DIGITS = 4  # of a count; longer numbers are slips


class Counted(NamedTuple):
    """What relative words mean.

    Attributes:
        first: the first part they cover.
        last: the last one.
        choice: some day in between is meant.
        bare: a weekday alone, which an officer means as coming and a press item as past.
    """

    first: Part
    last: Part
    choice: bool = False
    bare: bool = False


def day_part(day: date) -> Part:
    """A day as a part."""
    return Part(day.year, day.month, day.day)


def shifted(day: date, count: int, unit: str, weekend: Weekend = SATURDAY_SUNDAY) -> date:
    """The day so many units later; a month end stays in its month. Raises OverflowError or ValueError."""
    if unit == "working day":
        return working_days(day, count, weekend)
    if unit not in _MONTHS:
        return day + timedelta(count * (7 if unit == "week" else 1))
    year, month = divmod(day.year * 12 + day.month - 1 + count * _MONTHS[unit], 12)
    return date(year, month + 1, min(day.day, days_in(year, month + 1)))


def read_relative(cursor: Cursor, today: date) -> Counted | None:
    """Read relative words at the cursor, or leave it where it is and return None; raises BadInput."""
    start, begin = cursor.at, cursor.peek().start
    try:
        for rule in (_named_day, _end_of, _offset, _window, _counted, _turned):
            found = rule(cursor, today)
            if found:
                return found
            cursor.at = start
    except (OverflowError, ValueError):
        raise BadInput("That is further away than a calendar goes.", begin, cursor.peek().start) from None
    return None


def _on(day: date) -> Counted:
    return Counted(day_part(day), day_part(day))


def _named_day(cursor: Cursor, today: date) -> Counted | None:
    token = cursor.take("say", *_DAYS)
    return _on(today + timedelta(_DAYS[str(token.value)])) if token else None


def _end_of(cursor: Cursor, today: date) -> Counted | None:
    short = cursor.take("say", *_ENDS)
    if short:
        return _on(_last_day(_ENDS[str(short.value)], 0, today))
    if not cursor.take("say", "end"):
        return None
    turned = _turned_unit(cursor)
    if turned is None:
        unit = cursor.take("unit", "week", "month", "quarter", "year")
        turned = (str(unit.value), 0) if unit else None
    return _on(_last_day(*turned, today)) if turned else None


def _last_day(unit: str, turn: int, today: date) -> date:
    if unit != "week":
        last = part_bounds(calendar_unit(unit, turn, today).last)[1]
        return last or today
    friday = today - timedelta(today.weekday() - _FRIDAY)
    # At the weekend this week is over, and nobody means a deadline in the past.
    return friday + timedelta(7 * (turn + (turn == 0 and friday < today)))


def _offset(cursor: Cursor, today: date) -> Counted | None:
    sign = cursor.take("sign", "+", "-")
    count = _count(cursor) if sign else None
    unit = cursor.take("unit") if count is not None else None
    if sign is None or count is None or unit is None:
        return None
    return _on(shifted(today, -count if sign.text == "-" else count, str(unit.value), cursor.weekend))


def _window(cursor: Cursor, today: date) -> Counted | None:
    """Read "in the last month": some day in the month up to today, not the month on the calendar."""
    if not cursor.take("say", "in"):
        return None
    count = _count(cursor)
    turn = cursor.take("say", "last", "next", "coming")
    if turn is None:
        return None
    if count is None:
        count = _count(cursor)
    unit = cursor.take("unit")
    if unit is None:
        return None
    step = _TURNS[str(turn.value)] * (1 if count is None else count)
    ends = sorted((today, shifted(today, step, str(unit.value), cursor.weekend)))
    return Counted(day_part(ends[0]), day_part(ends[1]), choice=True)


def _counted(cursor: Cursor, today: date) -> Counted | None:
    before = cursor.take("say", "in", "hace")
    count = _count(cursor)
    unit = cursor.take("unit") if count is not None else None
    if count is None or unit is None:
        return None
    after = cursor.take("say", "ago", "ahead") if before is None else None
    direction = before or after
    if direction is None:
        return None
    back = direction.value in {"hace", "ago"}
    return _on(shifted(today, -count if back else count, str(unit.value), cursor.weekend))


def _count(cursor: Cursor) -> int | None:
    if cursor.sees("num") and len(cursor.peek().text) > _MOST_DIGITS:
        return None
    token = cursor.take("num") or cursor.take("count")
    return int(token.value) if token else None


def _turned(cursor: Cursor, today: date) -> Counted | None:
    """A weekday, month, season or calendar unit with next, this or last on either side of it."""
    cursor.take("say", "in")
    turned = _turned_unit(cursor)
    if turned:
        return calendar_unit(*turned, today, cursor.weekend)
    turn = cursor.take("say", *_TURNS)
    name = cursor.take("weekday") or cursor.take("month")
    if name is None:
        return None
    turn = turn or cursor.take("say", "next", "coming", "last")
    if name.kind == "weekday":
        day = weekday(int(name.value), str(turn.value) if turn else "", today)
        return _on(day)._replace(bare=turn is None)
    if turn is None or cursor.sees("num") or cursor.sees("unit"):
        return None
    part = _nearest(int(name.value), str(turn.value), today)
    return Counted(part, part)


def _turned_unit(cursor: Cursor) -> tuple[str, int] | None:
    start = cursor.at
    turn: Token | None = cursor.take("say", *_TURNS)
    unit = cursor.take("unit")
    turn = turn or cursor.take("say", "next", "coming", "last")
    if unit is None or turn is None:
        cursor.at = start
        return None
    return str(unit.value), _TURNS[str(turn.value)]


def calendar_unit(unit: str, turn: int, today: date, weekend: Weekend = SATURDAY_SUNDAY) -> Counted:
    """The day, week, month, quarter or year that is `turn` units from the one today is in."""
    if unit in {"day", "working day"}:
        return _on(shifted(today, turn, unit, weekend))
    if unit == "week":
        monday = today + timedelta(7 * turn - today.weekday())
        return Counted(day_part(monday), day_part(monday + timedelta(6)))
    day = shifted(today, turn, unit)
    codes = {"month": day.month, "quarter": 33 + (day.month - 1) // 3, "year": 0}
    part = Part(day.year, codes[unit])
    return Counted(part, part)


def weekday(number: int, turn: str, today: date) -> date:
    """The Monday (0) to Sunday (6) that is meant; without `turn` the coming one."""
    if turn in {"this", "next"}:
        return today + timedelta(7 * (turn == "next") + number - today.weekday())
    if turn == "last":
        return today - timedelta((today.weekday() - number - 1) % 7 + 1)
    return today + timedelta((number - today.weekday() - 1) % 7 + 1)


def _nearest(month: int, turn: str, today: date) -> Part:
    """The month or season after, in or before the one that today is in."""
    if turn == "this":
        return Part(today.year, month)
    near = [Part(today.year + step, month) for step in (-2, -1, 0, 1)]
    if turn == "last":
        return [part for part in near if (part_bounds(part)[1] or today) < today][-1]
    return next(part for part in near if (part_bounds(part)[0] or today) > today)
