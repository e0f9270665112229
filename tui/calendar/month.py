"""The month as lines: a week number, seven days, and in each what it holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from rich.cells import split_graphemes

from db.dates.edtf import MONTH_NAMES
from db.queries.calendar import Shown
from db.rows.calendar import CalendarMonth, CalendarRow
from tui.calendar.agenda import when_of
from tui.calendar.days import WEEK, WEEKS, week_number
from tui.calendar.labels import is_called_off, is_overdue, label
from tui.calendar.lanes import Bar, Held, Week
from tui.glyphs import glyphs
from tui.lines import Span, Tone
from tui.plain import cells, clip, fit, plain

_NUMBERED = 64  # columns from which on weeks have their numbers
_GUTTER = 4
_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SHORT_NAME = 4  # columns of a day that a name of three letters needs
_TAIL = 3  # columns of a bar that its label leaves, so that it shows as one
_LABEL = 14  # columns of what a strip is for


class Bit(NamedTuple):
    """A piece of a line, and the day to which it belongs."""

    text: str
    tone: Tone = "plain"
    day: date | None = None


class Page(NamedTuple):
    """What a month is drawn from.

    Attributes:
        shown: its days.
        held: what stands on them.
        today: marked.
        selected: the day under the cursor.
        weekend: the days of the week on which nobody works; 0 is Monday.
        week: lines of a week.
    """

    shown: Shown
    held: Held
    today: date
    selected: date
    weekend: frozenset[int]
    week: int


class Columns(NamedTuple):
    """Where the days stand in a line."""

    gutter: int
    day: int

    @classmethod
    def of(cls, width: int) -> Columns:
        """Seven days of one width; what is left over stays blank at the right."""
        gutter = _GUTTER if width >= _NUMBERED else 0
        return cls(gutter, max(1, (width - gutter) // 7))

    def at(self, x: int) -> int | None:
        """The day of the week, from 0, at a column; None beside them."""
        number = (x - self.gutter) // self.day
        return number if 0 <= number <= 6 and x >= self.gutter else None  # noqa: PLR2004 - seven days


def head(page: Page, width: int) -> list[Bit]:
    """The names of the weekdays; of those without work they recede."""
    columns = Columns.of(width)
    bits = [Bit(" " * columns.gutter)]
    for number in range(7):
        weekday = (page.shown.first + timedelta(days=number)).weekday()
        name = _NAMES[weekday][: 3 if columns.day >= _SHORT_NAME else 1]
        bits.append(Bit(fit(f" {name}", columns.day), "faint" if weekday in page.weekend else "dim"))
    return bits


def weeks(page: Page, width: int) -> list[list[Bit]]:
    """The lines of all weeks."""
    columns = Columns.of(width)
    lines: list[list[Bit]] = []
    for number in range(WEEKS):
        first = page.shown.first + number * WEEK
        if page.week == 1:
            lines.append(_numbers(page, first, columns, None))
            continue
        week = page.held.week(first, page.week - 1)
        lines.append(_numbers(page, first, columns, week))
        lines += [_lane(page, lane, first, columns) for lane in week.lanes]
    return lines


# --- the line of the numbers ---


def _numbers(page: Page, first: date, columns: Columns, week: Week | None) -> list[Bit]:
    """The numbers of a week's days; with marks for what is on them where there are no lines for it."""
    gutter = f"{week_number(first):>2}" if columns.gutter else ""
    bits = [Bit(fit(f" {gutter}" if gutter else "", columns.gutter), "faint")]
    for at in range(7):
        day = first + timedelta(days=at)
        behind = _marks(page, day) if week is None else _more(week.more[at])
        bits += _number(page, day, columns.day, behind)
    return bits


def _number(page: Page, day: date, width: int, behind: Sequence[Span]) -> list[Bit]:
    chosen = day == page.selected
    bits = [Bit(glyphs.bar if chosen else " ", "accent", day)]
    name = f"{day.day}"
    if day.day == 1 and width > 8:  # noqa: PLR2004 - "1 Nov" and a mark
        name += f" {MONTH_NAMES[day.month][:3]}"
    if day == page.today:
        name = f"{glyphs.open_mark}{name}{glyphs.close_mark}"
    name = clip(name, width - 1)
    bits.append(Bit(name, _number_tone(page, day), day))
    room = width - 1 - cells(name)
    marks: list[Bit] = []
    for mark in behind:
        size = cells(mark.text)
        if size + 1 > room:
            break
        marks.append(Bit(mark.text, mark.tone, day))
        room -= size
    if page.week > 1:  # what there is no line for stands at the right
        return [*bits, Bit(" " * (room - 1), "plain", day), *marks, Bit(" ", "plain", day)]
    gap = " " if marks else ""
    return [*bits, Bit(gap, "plain", day), *marks, Bit(" " * (room - len(gap)), "plain", day)]


def _number_tone(page: Page, day: date) -> Tone:
    if day == page.today:
        return "accent"
    if day.month != page.shown.month.month:
        return "faint"
    if day.weekday() in page.weekend:
        return "dim"
    return "strong" if day == page.selected else "plain"


def _more(count: int) -> tuple[Span, ...]:
    return (Span(f"+{count}", "dim"),) if count else ()


def _marks(page: Page, day: date) -> list[Span]:
    """How much is on a day, as marks: events, what was called off, is overdue, due, to be looked at."""
    rows = page.held.on(day)
    events = [row for row in rows if row.what == "event" and not is_called_off(row)]
    off = [row for row in rows if is_called_off(row)]
    late = [row for row in rows if row.what == "due" and is_overdue(row)]
    due = [row for row in rows if row.what == "due" and not is_overdue(row)]
    checks = [row for row in rows if row.what == "check"]
    spans: list[Span] = []
    if any(clash.first <= day <= clash.last for row in events for clash in row.clashes):
        spans.append(Span(glyphs.clash, "warn"))
    if events:
        spans.append(Span(f"{glyphs.full}{_counted(events)}", "plain"))
    if off:
        spans.append(Span(f"{glyphs.cross}{_counted(off)}", "dim"))
    if late:
        spans.append(Span(f"!{_counted(late)}", "warn"))
    if due:
        spans.append(Span(f"{glyphs.due}{_counted(due)}", "plain"))
    if checks:
        spans.append(Span(f"{glyphs.hollow}{_counted(checks)}", "dim"))
    return spans


def _counted(rows: Sequence[CalendarRow]) -> str:
    return str(len(rows)) if len(rows) > 1 else ""


# --- the lines of what is on the days ---


def _lane(page: Page, bars: Iterable[Bar], first: date, columns: Columns) -> list[Bit]:
    bits = [Bit(" " * columns.gutter)]
    at = 0
    for bar in bars:
        bits += _blank(first, at, bar.start, columns)
        bits += _sliced(_bar_spans(bar, columns.day, page), first, bar.start, bar.end, columns)
        at = bar.end + 1
    return [*bits, *_blank(first, at, 7, columns)]


def _blank(first: date, start: int, end: int, columns: Columns) -> list[Bit]:
    return [Bit(" " * columns.day, "plain", first + timedelta(days=at)) for at in range(start, end)]


def _bar_spans(bar: Bar, day: int, page: Page) -> list[Span]:
    """A record over its days: its label, and a line to its end where it lasts longer than a day."""
    room = (bar.end - bar.start + 1) * day
    away = _away(bar, page)
    spans = [Span(glyphs.span if bar.before else " ", "faint")]
    room -= 1 + (not bar.after)
    long = bar.before or bar.after or bar.start < bar.end
    for piece in label(bar.row):
        text = clip(piece.text, room - _TAIL if long and room > _TAIL * 2 else room)
        spans.append(Span(text, "faint" if away else piece.tone))
        room -= cells(text)
    if long and room > 1:
        spans.append(Span(f" {glyphs.span * (room - 1)}", "faint"))
        room = 0
    spans.append(Span(" " * (room + (not bar.after))))
    return spans


def _away(bar: Bar, page: Page) -> bool:
    """Whether it is on days of another month only, which recede."""
    first, last = bar.row.first, bar.row.last
    return (
        first is not None
        and last is not None
        and not (first <= page.shown.month_end and last >= page.shown.month)
    )


def _sliced(spans: Iterable[Span], first: date, start: int, end: int, columns: Columns) -> list[Bit]:
    """Spans over several days cut where one day ends and the next begins."""
    bits: list[Bit] = []
    at, room = start, columns.day
    for span in spans:
        piece = ""
        for begin, stop, size in split_graphemes(span.text)[0]:
            if room <= 0 and at < end:
                bits.append(Bit(piece, span.tone, first + timedelta(days=at)))
                piece, at, room = "", at + 1, room + columns.day
            piece += span.text[begin:stop]
            room -= size
        bits.append(Bit(piece, span.tone, first + timedelta(days=at)))
    return bits


# --- what has no day ---


def strips(facts: CalendarMonth, shown: Shown, width: int) -> list[list[Bit]]:
    """The lines under a month: what is on no day of it, and what is some time in its year."""
    some_day = [*facts.month, *facts.yearless]
    return [
        strip("no day", [(row, when_of(row)) for row in some_day], width),
        strip(f"{shown.month.year}, no day", [(row, when_of(row)) for row in facts.year], width),
    ]


def strip(name: str, rows: Sequence[tuple[CalendarRow, str]], width: int) -> list[Bit]:
    """A line for what is some time in the month, or in the year: each with its date.

    Args:
        name: what they have in common.
        rows: each with the date as far as it is known.
        width: columns of the line.
    """
    bits = [Bit(fit(f" {name}", _LABEL), "dim")]
    if not rows:
        return [*bits, Bit(glyphs.dash, "faint")]
    room = width - _LABEL
    for number, (row, when) in enumerate(rows):
        pieces = [*(label(row)), Span(f" {plain(when)}" if when else "", "dim")]
        size = sum(cells(piece.text) for piece in pieces) + 3
        left = len(rows) - number
        if number and size + 4 > room:
            return [*bits, Bit(f"  +{left}", "dim")]
        bits += [
            Bit(f" {glyphs.dot} " if number else "", "faint"),
            *(Bit(piece.text, piece.tone) for piece in pieces),
        ]
        room -= size
    return bits
