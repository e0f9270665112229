"""The part of EDTF that a press item can need: read, checked, written back in one canonical form."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from db.errors import BadInput

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24
QUARTERS = range(33, 37)
HALVES = range(40, 42)
FIRST_YEAR = 1000  # a smaller "year" is a slip of the fingers
_LONGEST = 200  # characters; the longest that can be written has a quarter of that

MONTH_NAMES = (
    "", "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

# The months that an EDTF code stands for. Winter ends in the February after its year.
_MONTHS_OF = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    40: (1, 6), 41: (7, 12),
}  # fmt: skip

OPEN: Literal[".."] = ".."
NOT_SAID: Literal[""] = ""


class Part(NamedTuple):
    """One date of an expression, as precise as it was written.

    Attributes:
        year: None when not stated; the first year of the decade when `decade`.
        month: 1 to 12, an EDTF code (21-24 seasons, 33-36 quarters, 40-41 halves), or 0 for a whole year.
        day: 0 unless the part is a day.
        qualifier: "", "~" approximate, "?" uncertain or "%" both.
        decade: the part is ten years.
    """

    year: int | None
    month: int = 0
    day: int = 0
    qualifier: str = ""
    decade: bool = False

    @property
    def plain(self) -> Part:
        """The part without its qualifier."""
        return self._replace(qualifier="")

    def __str__(self) -> str:
        if self.decade:
            return f"{(self.year or 0) // 10:03}X{self.qualifier}"
        text = "XXXX" if self.year is None else f"{self.year:04}"
        if self.month:
            text += f"-{self.month:02}"
        if self.day:
            text += f"-{self.day:02}"
        return text + self.qualifier


End = Part | Literal["..", ""]


class Span(NamedTuple):
    """A whole expression: one part, an interval of two ends, or a choice of one within a range."""

    kind: Literal["one", "interval", "choice"]
    start: End
    end: End

    @property
    def parts(self) -> tuple[Part, ...]:
        """The ends that are dates."""
        return tuple(end for end in (self.start, self.end) if isinstance(end, Part))

    def __str__(self) -> str:
        if self.kind == "one":
            return str(self.start)
        return f"{self.start}/{self.end}" if self.kind == "interval" else f"[{self.start}..{self.end}]"


def days_in(year: int | None, month: int) -> int:
    """How many days a month has; a February whose year is not stated has 29."""
    if month == 2:  # noqa: PLR2004 - February
        leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
        return 29 if leap else 28
    return 30 if month in (4, 6, 9, 11) else 31


def checked(part: Part, start: int = 0, end: int | None = None) -> Part:
    """The part, if the calendar has it; `start` and `end` place the refusal in the text that was read."""
    if part.year is not None and not FIRST_YEAR <= part.year <= date.max.year:
        raise BadInput("Write the year with four digits, from 1000 on.", start, end)
    if part.month > 12 and (part.day or part.month not in _MONTHS_OF):  # noqa: PLR2004 - months
        raise BadInput(f"There is no month {part.month}; months go from 1 to 12.", start, end)
    if part.year is None and not part.month:
        raise BadInput("A date without a year needs at least a month, such as XXXX-01-28.", start, end)
    if part.day > (limit := days_in(part.year, part.month)):
        name = MONTH_NAMES[part.month] + ("" if part.year is None else f" {part.year}")
        raise BadInput(f"There is no day {part.day} in {name}; it has {limit} days.", start, end)
    return part


def part_bounds(part: Part) -> tuple[date | None, date | None]:
    """The first and last day that a part covers; both None without a year."""
    if part.year is None:
        return None, None
    if part.day:
        day = date(part.year, part.month, part.day)
        return day, day
    if part.decade:
        return date(part.year, 1, 1), date(part.year + 9, 12, 31)
    if not part.month:
        return date(part.year, 1, 1), date(part.year, 12, 31)
    low, high = _MONTHS_OF.get(part.month, (part.month, part.month))
    year, month = (part.year, high) if high <= 12 else (part.year + 1, high - 12)  # noqa: PLR2004 - months
    if year > date.max.year:
        return date(part.year, low, 1), date.max
    return date(part.year, low, 1), date(year, month, days_in(year, month))


def thirds(part: Part) -> dict[str, tuple[Part, Part]]:
    """The early, middle and late part of a month (days 1-10, 11-20, 21-) or year (four months each)."""
    if not part.month:
        cuts = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
        return {
            name: (Part(part.year, low, 0, "~"), Part(part.year, high, 0, "~"))
            for name, (low, high) in cuts.items()
        }
    cuts = {"early": (1, 10), "mid": (11, 20), "late": (21, days_in(part.year, part.month))}
    return {
        name: (Part(part.year, part.month, low, "~"), Part(part.year, part.month, high, "~"))
        for name, (low, high) in cuts.items()
    }


def neighbours(one: Part, two: Part) -> bool:
    """Whether the second part begins on the day after the first one ends."""
    if one.year is None:
        # A leap year and the year after it stand in, so that 31 December and 1 January are neighbours too.
        stand_in = one._replace(year=2024)
        return any(neighbours(stand_in, two._replace(year=year)) for year in (2024, 2025))
    last, first = part_bounds(one)[1], part_bounds(two)[0]
    return last is not None and first is not None and last < date.max and last + timedelta(1) == first


def joined(kind: Literal["interval", "choice"], one: End, two: End, start: int = 0, stop: int = 0) -> Span:
    """An interval or a choice of two ends, checked; two equal ends are one date."""
    if not isinstance(one, Part) and not isinstance(two, Part):
        raise BadInput("One end of a period has to be a date.", start, stop)
    if isinstance(one, Part) and isinstance(two, Part):
        if one == two:
            return Span("one", one, one)
        _check_order(one, two, start, stop)
    if kind == "choice" and any(not isinstance(end, Part) or end.qualifier for end in (one, two)):
        raise BadInput(
            "A choice of days is in doubt already; leave out what makes its ends vague.", start, stop
        )
    return Span(kind, one, two)


def _check_order(one: Part, two: Part, start: int, stop: int) -> None:
    if (one.year is None) != (two.year is None):
        raise BadInput("Write the year at both ends of a period, or at neither.", start, stop)
    first, last = part_bounds(one)[0], part_bounds(two)[1]
    # Without years only a month can tell: December to January is a new year's visit, 29 to 28 January is not.
    backwards = (
        one.month == two.month and 0 < two.day < one.day if first is None or last is None else last < first
    )
    if backwards:
        sentence = (
            f"The end ({two.plain}) comes before the start ({one.plain}); "
            "put the earlier one first, or write the year at both ends."
        )
        raise BadInput(sentence, start, stop)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    part = r"(\d{4}|\d{3}X|XXXX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([~?%]?)"
    return re.compile(part, re.ASCII), re.compile(r"\[(.+?)(?:\.\.|,)(.+)\]")


def _part(text: str, start: int) -> Part:
    end = start + len(text)
    match = _patterns()[0].fullmatch(text)
    if match is None:
        raise BadInput(f"“{text}” is not a date such as 2025-01-28, 2025-01, 2025 or XXXX-01-28.", start, end)
    year, month, day, qualifier = match.groups()
    if year.endswith("X") and year != "XXXX":
        if month:
            raise BadInput("A decade such as 202X has no month.", start, end)
        return checked(Part(int(year[:3]) * 10, 0, 0, qualifier, decade=True), start, end)
    # XX says no more than leaving the place out does; day without month says nothing that can be used.
    if month == "XX" and day not in (None, "XX"):
        raise BadInput("A day needs its month.", start, end)
    if "00" in (month, day):
        raise BadInput("Months and days are counted from 01.", start, end)
    numbers = [int(piece) if piece and piece != "XX" else 0 for piece in (month, day)]
    part = Part(None if year == "XXXX" else int(year), numbers[0], numbers[1], qualifier)
    return checked(part, start, end)


def _end(text: str, start: int) -> End:
    if text == "..":
        return OPEN
    return _part(text, start) if text else NOT_SAID


@lru_cache(maxsize=16_384)
def parse(edtf: str) -> Span:
    """Read an EDTF expression of the supported subset; raises BadInput."""
    if len(edtf) > _LONGEST:
        raise BadInput(f"A date has at most {_LONGEST} characters.", _LONGEST, len(edtf))
    text = edtf.upper()
    choice = _patterns()[1].fullmatch(text)
    if choice:
        one, two = _part(choice[1], choice.start(1)), _part(choice[2], choice.start(2))
        if "," in text and not neighbours(one, two):
            raise BadInput(
                "Only two neighbouring days can be a list; write [..] with two dots.", 0, len(text)
            )
        return joined("choice", one, two, 0, len(text))
    if "/" in text:
        left, right = text.split("/", 1)
        return joined("interval", _end(left, 0), _end(right, len(left) + 1), 0, len(text))
    part = _part(text, 0)
    return Span("one", part, part)


@lru_cache(maxsize=16_384)
def canonical(edtf: str) -> str:
    """The one way to write this expression; "" stays ""."""
    edtf = edtf.strip()
    return str(parse(edtf)) if edtf else ""


@lru_cache(maxsize=16_384)
def bounds(edtf: str) -> tuple[date | None, date | None]:
    """The first and last day, None where unbounded or unknown; both None for "" and without a year."""
    if not edtf:
        return None, None
    span = parse(edtf)
    first = part_bounds(span.start)[0] if isinstance(span.start, Part) else None
    last = part_bounds(span.end)[1] if isinstance(span.end, Part) else None
    return first, last
