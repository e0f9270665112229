"""One end of what was written, such as "Tue 28" of "Tue 28 – Wed 29 Jan 2025": as it is read."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from db.dates.edtf import WINTER, Part, checked
from db.dates.lexer import HINT, YEAR_DIGITS, Cursor, Token
from db.dates.relative import Counted, read_relative
from db.errors import BadInput

MONTHS = 12  # higher numbers are codes of seasons, quarters and halves


class Piece(NamedTuple):
    """What one end says; 0 stands for what it leaves out.

    Attributes:
        start: offset of its first character.
        end: offset after its last one.
        stretch: "early", "mid", "late" or "end" of the month or year.
        week: the whole week around the day is meant.
        counted: what relative words mean.
        absent: the words say that this end is not stated.
        mark: its own qualifier; None when it has none of its own.
        asks: how many question marks follow.
    """

    start: int
    end: int
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: Token | None = None
    stretch: str = ""
    decade: bool = False
    week: bool = False
    counted: Counted | None = None
    absent: Literal["", "no start", "no end"] = ""
    mark: str | None = None
    asks: int = 0

    @property
    def bare_day(self) -> bool:
        """Whether it is a day whose month is still to come, as in "28 and 29 January"."""
        return self.day > 0 and not self.month


def read_piece(cursor: Cursor, today: date) -> Piece:
    """Read one end at the cursor; raises BadInput."""
    start = cursor.peek().start
    absent = _absent(cursor)
    mark = None if absent else _mark(cursor)
    piece = absent or _point(cursor, today)
    end = cursor.peek(-1).end
    asks = 0
    while cursor.take("sign", "?"):
        asks += 1
    return piece._replace(start=start, end=end, mark=mark, asks=asks)


def _mark(cursor: Cursor) -> str | None:
    marks = {"~": "~", "about": "~", "perhaps": "?", "exactly": "", "%": "%"}
    found: str | None = None
    while token := cursor.take("sign", "~", "%") or cursor.take("say", "about", "perhaps", "exactly"):
        found = mixed(found or "", marks[str(token.value)])
    return found


def mixed(*marks: str) -> str:
    """One qualifier for several: approximate and uncertain are "%"."""
    together = "".join(marks).replace("%", "~?")
    return "%" if "~" in together and "?" in together else together[:1]


def _absent(cursor: Cursor) -> Piece | None:
    if cursor.sees("sign", "…"):
        # Only right behind the dash: anywhere else it marks a form that was cut to fit a column.
        leading = cursor.at == 0
        before = cursor.peek(-1)
        if leading or (before.kind == "sign" and before.end == cursor.peek().start):
            cursor.take("sign")
            return Piece(0, 0, absent="no start" if leading else "no end")
    if cursor.take("say", "no start"):
        return Piece(0, 0, absent="no start")
    return Piece(0, 0, absent="no end") if cursor.take("say", "no end") else None


def _point(cursor: Cursor, today: date) -> Piece:
    weekday = _weekday_of_a_date(cursor)
    week = weekday is None and cursor.sees("unit", "week") and _starts_a_day(cursor, 1)
    if week:
        cursor.take("unit")
    elif weekday is None:
        begin = cursor.peek().start
        counted = read_relative(cursor, today)
        if counted:
            return Piece(begin, 0, counted=counted)
    cursor.take("say", "in")
    stretch = cursor.take("say", "early", "mid", "late", "end")
    if stretch:
        cursor.take("sign", "-")
        cursor.take("say", "in")
    piece = _calendar(cursor, today)
    if stretch and (piece.day or piece.decade or not (piece.month or piece.year)):
        raise BadInput(
            f"Only a month or a year has an early, middle or late part. {HINT}", stretch.start, stretch.end
        )
    return piece._replace(weekday=weekday, week=week, stretch=str(stretch.value) if stretch else "")


def _weekday_of_a_date(cursor: Cursor) -> Token | None:
    """The "Tue" of "Tue 28 Jan", not of a bare "Tue"."""
    ahead = 2 if cursor.sees("sign", ",", ahead=1) else 1
    if not cursor.sees("weekday") or not _starts_a_day(cursor, ahead):
        return None
    weekday = cursor.take("weekday")
    cursor.take("sign", ",")
    return weekday


def _starts_a_day(cursor: Cursor, ahead: int) -> bool:
    return cursor.peek(ahead).kind in {"num", "part", "month"}


def _calendar(cursor: Cursor, today: date) -> Piece:
    """A date, month, season or year of the calendar."""
    first = cursor.peek()
    part = cursor.take("part")
    if part and part.part:
        year = part.part.year or 0
        return Piece(0, 0, year, part.part.month, part.part.day, decade=part.part.decade)
    ordinal = _ordinal(cursor)
    if ordinal:
        return Piece(0, 0, _year(cursor, today), ordinal)
    if cursor.sees("unit", "year") and cursor.sees("num", ahead=1):
        cursor.take("unit")
        year, _ = _number(cursor.peek())
        cursor.take("num")
        # "the years 2020" are ten; "the year 2020" is one.
        return Piece(0, 0, year, decade=first.text.endswith("s") and year % 10 == 0)
    if cursor.take("month"):
        return _after_month(cursor, int(first.value), today)
    if cursor.sees("num"):
        return _after_number(cursor, today)
    if first.kind == "end":
        raise BadInput(f"The date stops half-way. {HINT}", 0, first.end)
    raise BadInput(f"“{first.text}” does not start a date. {HINT}", first.start, first.end)


def _after_number(cursor: Cursor, today: date) -> Piece:
    """A year, with a month and day perhaps, or a day, with a month and year perhaps."""
    first = cursor.peek()
    year, day = _number(first)
    cursor.take("num")
    month = cursor.take("month")
    if month is None:
        # The month may stand before the whole: "January 28 and 29, 2025".
        return Piece(0, 0, year or _plain_year(cursor), day=day)
    number = int(month.value)
    if year:
        return Piece(0, 0, year, number, _day(cursor) if number <= MONTHS else 0)
    if number > MONTHS:
        raise BadInput("A season or a quarter has no day number.", first.start, month.end)
    return Piece(0, 0, _year(cursor, today), number, day)


def _ordinal(cursor: Cursor) -> int:
    """The code of "third quarter" or "1er trimestre", else 0."""
    named = cursor.sees("ordinal") or (cursor.sees("num") and len(cursor.peek().text) == 1)
    number = int(cursor.peek().value) if named else 0
    if cursor.sees("unit", "quarter", ahead=1) and 1 <= number <= 4:  # noqa: PLR2004 - quarters
        cursor.at += 2
        return 32 + number
    if cursor.sees("say", "half", ahead=1) and 1 <= number <= 2:  # noqa: PLR2004 - halves
        cursor.at += 2
        return 39 + number
    return 0


def _after_month(cursor: Cursor, month: int, today: date) -> Piece:
    """What may follow a month: a day and a year, or a year; a winter may name two years."""
    day = _day(cursor) if month <= MONTHS else 0
    year = _year(cursor, today)
    if month == WINTER and year and (cursor.sees("sign", "-", "/") and cursor.sees("num", ahead=1)):
        text = cursor.peek(1).text
        if text in {f"{(year + 1) % 100:02}", str(year + 1)}:
            cursor.at += 2
    return Piece(0, 0, year, month, day)


def _day(cursor: Cursor) -> int:
    if not cursor.sees("num") or len(cursor.peek().text) > 2:  # noqa: PLR2004 - digits of a day
        return 0
    _, day = _number(cursor.peek())
    cursor.take("num")
    return day


def _year(cursor: Cursor, today: date) -> int:
    """The year here, after a comma perhaps; 0 when there is none."""
    year = _plain_year(cursor)
    if year:
        return year
    if cursor.sees("num"):
        number = cursor.peek()
        raise BadInput(f"Write the year with four digits, not “{number.text}”.", number.start, number.end)
    start = cursor.at
    turned = read_relative(cursor, today) if cursor.sees("say") or cursor.sees("unit") else None
    if turned and turned.first == Part(turned.first.year) and not turned.choice:
        return turned.first.year or 0
    cursor.at = start
    return 0


def _plain_year(cursor: Cursor) -> int:
    ahead = 1 if cursor.sees("sign", ",") else 0
    if not cursor.sees("num", ahead=ahead) or len(cursor.peek(ahead).text) != YEAR_DIGITS:
        return 0
    cursor.at += ahead + 1
    return int(cursor.peek(-1).value)


def _number(token: Token) -> tuple[int, int]:
    """A number as a year or as a day; raises BadInput when it can be neither."""
    digits = len(token.text)
    if digits == YEAR_DIGITS:
        return checked(Part(int(token.value)), token.start, token.end).year or 0, 0
    if digits > 2 or not 1 <= int(token.value) <= 31:  # noqa: PLR2004 - days
        raise BadInput(
            f"“{token.text[:20]}” is neither a day (1 to 31) nor a year of four digits.",
            token.start,
            token.end,
        )
    return 0, int(token.value)
