"""An end of a written date completed from its neighbours, checked against the calendar and turned into parts."""

from __future__ import annotations

from datetime import date, timedelta

from db.dates.edtf import MONTH_NAMES, Part, checked, days_in, part_bounds, thirds
from db.dates.lexer import HINT, Token
from db.dates.pieces import MONTHS, Piece
from db.dates.relative import day_part
from db.errors import BadInput

_WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def completed(pieces: list[Piece]) -> list[Piece]:
    """Give each end the month and year that a neighbour says for both, as in "28-29 Jan 2025"."""
    found = list(pieces)
    for at in reversed(range(len(found) - 1)):
        found[at] = _from(found[at], found[at + 1])
    for at in range(1, len(found)):
        found[at] = _from(found[at], found[at - 1])
    return found


def _from(piece: Piece, neighbour: Piece) -> Piece:
    if piece.counted or piece.absent or neighbour.counted or neighbour.absent:
        return piece
    if piece.bare_day and neighbour.day and neighbour.month:
        piece = piece._replace(month=neighbour.month)
    if piece.month and not piece.year and not neighbour.decade:
        piece = piece._replace(year=neighbour.year)
    return piece


def parts_of(piece: Piece) -> tuple[Part, Part]:
    """The first and last part that a completed end covers; raises BadInput for days that do not exist."""
    if piece.counted:
        return piece.counted.first, piece.counted.last
    if piece.bare_day:
        raise BadInput(f"Which month is day {piece.day} in? {HINT}", piece.start, piece.end)
    part = checked(
        Part(piece.year or None, piece.month, piece.day, decade=piece.decade), piece.start, piece.end
    )
    if piece.weekday:
        _check_weekday(part, piece.weekday)
    if piece.week:
        return _week(part, piece)
    return _stretch(part, piece) if piece.stretch else (part, part)


def _check_weekday(part: Part, weekday: Token) -> None:
    day = part_bounds(part)[0] if part.day else None
    if not part.day:
        raise BadInput("A weekday belongs to a day, not to a month or a year.", weekday.start, weekday.end)
    if day and day.weekday() != weekday.value:
        right, wrong = _WEEKDAY_NAMES[day.weekday()], _WEEKDAY_NAMES[int(weekday.value)]
        written = f"{day.day} {MONTH_NAMES[day.month]} {day.year:04}"
        raise BadInput(f"{written} is a {right}, not a {wrong}.", weekday.start, weekday.end)


def _week(part: Part, piece: Piece) -> tuple[Part, Part]:
    day = part_bounds(part)[0]
    if day is None or not part.day:
        raise BadInput(
            "A week needs a day with its year, such as week of 24 Nov 2026.", piece.start, piece.end
        )
    monday = day - timedelta(day.weekday())
    if monday > date.max - timedelta(6):
        raise BadInput("That is further away than a calendar goes.", piece.start, piece.end)
    return day_part(monday), day_part(monday + timedelta(6))


def _stretch(part: Part, piece: Piece) -> tuple[Part, Part]:
    """Early, mid and late are thirds, marked approximate; the end of a year or month is its last day."""
    if part.month > MONTHS and piece.stretch != "end":
        raise BadInput("Only a month or a year has an early, middle or late part.", piece.start, piece.end)
    if piece.stretch != "end":
        return thirds(part)[piece.stretch]
    last = part_bounds(part)[1]
    if last:
        return day_part(last), day_part(last)
    if part.month == 2 or part.month > MONTHS:  # noqa: PLR2004 - February
        raise BadInput("The last day of that needs a year.", piece.start, piece.end)
    end = part._replace(day=days_in(None, part.month))
    return end, end
