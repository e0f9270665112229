"""The agenda: day by day what a month holds, then what has no day; every line opens its record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from db.dates import PartialDate, show_date, show_distance
from db.queries.calendar import FEW, Shown
from db.rows import EventRow, FollowUpRow
from db.rows.calendar import CalendarMonth, CalendarRow, Clash
from tui.calendar.days import month_name
from tui.calendar.labels import doubt, due_mark, is_called_off, tone_of
from tui.calendar.lanes import on_day
from tui.cards import words
from tui.cards.days import dated, day
from tui.cards.fields import Entry, breadth, dotted, entry_lines, many, span
from tui.cards.outcomes import ball_mark
from tui.format import way
from tui.glyphs import glyphs
from tui.keys import keyed
from tui.lines import Line, Span
from tui.plain import clip, plain

CROWDED = 200  # records of a month beyond which a list of all its days takes too long
_CONTEXT = 12  # cells; a shorter beginning of what a follow-up is about tells nothing
_LEAD = 2
_ROOMY = 70  # columns from which on a visit's completeness has five dots


class Block(NamedTuple):
    """Lines under one head.

    Attributes:
        day: to which they belong, None for what has no day.
        lines: the head first.
    """

    day: date | None
    lines: tuple[Line, ...]


def period(month: CalendarMonth, shown: Shown, day: date) -> tuple[date, date]:
    """The days that the agenda of a day goes through: its month, of a crowded one its week."""
    if len(month.days) <= CROWDED:
        return shown.month, shown.month_end
    first = day - timedelta(days=(day - shown.first).days % 7)
    return max(first, shown.month), min(first + timedelta(days=6), shown.month_end)


def blocks(
    month: CalendarMonth, shown: Shown, days: tuple[date, date], today: date, width: int
) -> list[Block]:
    """The days that hold something, then what is some time in their month or in its year."""
    found: list[Block] = []
    for number in range((days[1] - days[0]).days + 1):
        here = days[0] + timedelta(days=number)
        held = on_day(month.days, here)
        if held:
            found.append(Block(here, (day_head(here, today), *_day_lines(held, here, shown, today, width))))
    name = month_name(shown.month)
    for title, rows in (
        (f"Some time in {name}", month.month),
        (f"Some time in {shown.month.year}", month.year),
        (f"{name.split()[0]} of a year that is not stated", month.yearless),
        ("Still to come, without a date", month.undated),
    ):
        if rows:
            found.append(Block(None, (_head(title, len(rows)), *_vague_lines(rows, today, width))))
    if month.more:
        sentence = "There are more visits and meetings than have room here; a timeline has all of them."
        found.append(Block(None, (Line((Span(sentence, "dim"),)),)))
    if month.more_due:
        sentence = (
            "More is due than there is room for here; the follow-ups of the main screen have all of it."
        )
        found.append(Block(None, (Line((Span(sentence, "dim"),)),)))
    return found


def laid_out(
    found: Sequence[Block], shown: Shown, day: date, today: date
) -> tuple[list[Line], list[date | None]]:
    """The lines of all blocks, and the day of each; the day under the cursor has a head even if it holds nothing."""
    blocks = list(found)
    if all(block.day != day for block in found):
        at = sum(block.day is not None and block.day < day for block in found)
        blocks.insert(at, Block(day, (day_head(day, today, empty=True),)))
    if not found:
        does = keyed("{enter} enters something, {calendar.go} goes elsewhere")
        sentence = f"Nothing is known of {month_name(shown.month)}. {does}."
        blocks.append(Block(None, (Line((Span(sentence, "dim"),)),)))
    lines: list[Line] = []
    days: list[date | None] = []
    for block in blocks:
        blank = [Line()] if lines else []
        lines += [*blank, *block.lines]
        days += [*(None for _ in blank), *(block.day for _ in block.lines)]
    return lines, days


def day_head(here: date, today: date, *, empty: bool = False) -> Line:
    """The line above a day: "Sat 21 Nov 2026  today"."""
    when = PartialDate.day(here)
    far = show_distance(when, today=today)
    spans = [
        Span(show_date(when), "accent" if here == today else "strong"),
        Span(f"  {far}" if far else "", "dim"),
    ]
    if empty:
        spans.append(Span("  nothing", "dim"))
    return Line(tuple(spans))


def _head(title: str, count: int) -> Line:
    more = f"the first {count}" if count >= FEW else str(count)
    return Line((Span(plain(title), "strong"), Span(f"  {more}", "dim")))


# --- what is on a day ---


def _day_lines(rows: Sequence[CalendarRow], here: date, shown: Shown, today: date, width: int) -> list[Line]:
    lines: list[Line] = []
    visits = {row.group for row in rows if isinstance(row.row, EventRow) and not row.row.nested}
    for row in rows:
        if not row.whole and row.group in visits and here != max(row.first or here, shown.month):
            continue  # nobody knows on which of its visit's days it was; it is named on the first
        lines += (
            _event_lines(row, here, width, under=row.group in visits)
            if row.what == "event"
            else _due_lines(row, today, width)
        )
    return lines


def _event_lines(row: CalendarRow, here: date, width: int, *, under: bool) -> list[Line]:
    event = row.row
    if not isinstance(event, EventRow):
        return []
    indent: tuple[Span, ...] = (_lead(row),)
    if event.nested and under:
        indent = (Span("  "), Span(f"{glyphs.branch} ", "faint"))
    lines = entry_lines(_event_entry(row, event, here, width), width, indent=indent)
    for clash in row.clashes:
        if clash.first <= here <= clash.last:
            entry = Entry((Span(f"{glyphs.clash} ", "warn"), span(clash_sentence(clash), "dim")), clash.key)
            lines += entry_lines(entry, width, indent=(Span("    "),))
    return lines


def _lead(row: CalendarRow) -> Span:
    mark = doubt(row) or (glyphs.cross if is_called_off(row) else "")
    return Span(f"{mark:<{_LEAD}}", "dim")


def _event_entry(row: CalendarRow, event: EventRow, here: date, width: int) -> Entry:
    first, last = row.first or here, row.last or here
    quiet = tone_of(event)
    spans = dotted(
        (
            span(way(event), quiet or "strong"),
            span(event.place, quiet or "plain"),
            span(event.title, quiet or "plain"),
            span(event.people, "dim"),
            span(event.names_then, "dim"),
            span("one of these days" if not row.whole else "", "dim"),
            span(_outcomes(event), "dim"),
        )
    )
    which = (
        f"day {(here - first).days + 1:,} of {(last - first).days + 1:,}"
        if first < last and row.whole
        else ""
    )
    status = words.status_words(event.status).partition(":")[0]
    known = words.dots(event.dots) if width >= _ROOMY else words.dot(event.dots)
    right = dotted((which, status, span(known if event.sending else "")), "dim")
    return Entry(spans, event.key, tuple(Span(each.text, "dim") for each in right))


def _outcomes(event: EventRow) -> str:
    return many(event.agreed, "agreed", "agreed")


def clash_sentence(clash: Clash) -> str:
    """What cannot both be: "Hammouchi is also in V-2026-004 (Doha) that day"."""
    when = "that day"
    if clash.first < clash.last:
        span_ = PartialDate(f"{clash.first.isoformat()}/{clash.last.isoformat()}")
        when = f"on {day(span_)}"
    if clash.by == "place":
        return f"{plain(clash.ref)} is in {plain(clash.shared, 60)} too {when}"
    where = f" ({plain(clash.place, 60)})" if clash.place else ""
    return f"{plain(clash.shared, 60)} is also in {plain(clash.ref)}{where} {when}"


def _due_lines(row: CalendarRow, today: date, width: int) -> list[Line]:
    record = row.row
    if isinstance(record, EventRow):
        return []
    mark = due_mark(row)
    says = "next check" if row.what == "check" else "overdue" if record.overdue else "due"
    right = [mark, Span(f" {says} ", mark.tone if record.overdue else "dim")]
    hidden = ""
    if isinstance(record, FollowUpRow):
        right.append(ball_mark(record.ball))
        if record.hidden_until > today.isoformat():
            hidden = f"back {dated('hidden until', record.hidden_until)}"
        context = record.on
    else:
        right.append(Span(" "))
        context = " ".join(filter(None, (record.owner or "no owner", record.event)))
    what: tuple[Span, ...] = (span(record.text), span(f"  {hidden}" if hidden else "", "dim"))
    room = width - _LEAD - breadth(what) - breadth(right) - 4
    if context and room >= _CONTEXT:
        what = (*what, Span(f"  {clip(plain(context), room)}", "dim"))
    return entry_lines(Entry(what, record.key, tuple(right)), width, indent=(_lead(row),))


# --- what is on no day ---


def _vague_lines(rows: Iterable[CalendarRow], today: date, width: int) -> list[Line]:
    lines: list[Line] = []
    for row in rows:
        when = when_of(row)
        if isinstance(row.row, EventRow):
            entry = _event_entry(row._replace(first=None, last=None), row.row, today, width)
            entry = entry._replace(
                right=(*dotted((when,), "dim"), *(Span("  ") for _ in entry.right[:1]), *entry.right)
            )
            lines += entry_lines(entry, width, indent=(_lead(row),))
            continue
        for number, line in enumerate(_due_lines(row, today, width - len(when) - 2)):
            right = (Span(f"{when}  ", "dim"), *line.right) if not number else line.right
            lines.append(line._replace(right=right))
    return lines


def when_of(row: CalendarRow) -> str:
    """The date as far as it is known, "" where there is none."""
    return day(row.row.date if isinstance(row.row, EventRow) else row.row.due)
