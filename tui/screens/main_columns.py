"""What the four lists of the main screen say in their columns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from db.rows import EventRow, OfficialRow, PairRow
from tui.cards.words import dot, dots
from tui.format import (
    climbed,
    exchange,
    month,
    name_then,
    nothing,
    number,
    pair_codes,
    soon,
    sure,
    way,
    when,
)
from tui.glyphs import glyphs
from tui.lines import Span, Tone
from tui.widgets.columns import Column

Spans = tuple[Span, ...]

_SAYS_NOTHING = {"unspecified", "unknown", "other"}
_TO_COME = {"planned", "confirmed", "under way"}
_MIDDLING = 54  # columns of a list from which on the way of an event has a column of its own
_SPACIOUS = 66  # columns of a list from which on words of the ladder leave the names some room
_ROOMY = 58  # columns of the officials from which on their names and posts need no cutting
_THREE_DIGITS, _THOUSAND = 100, 1_000
_WIDE = 100  # columns of a list from which on words stand where numbers did


def pair_columns(today: Callable[[], date]) -> tuple[Column[PairRow], ...]:
    """Who, when last, when next, how often each way, what is open and what is watched."""
    return (
        Column("pair", 7, lambda row: (Span(pair_codes(row), "strong"),), takes_rest=True),
        Column("last", 10, _last),
        Column("next", 6, lambda row: _next(row, today()), from_width=40),
        Column(f"in{glyphs.exchange}out", 6, exchange),
        Column("open", 4, lambda row: (number(row.open),), flush_right=True),
        Column("wt", 2, _watched, flush_right=True, from_width=33, to_width=43),
        Column("watch", 5, _watched, flush_right=True, from_width=43),
    )


def busy_pair_columns(today: Callable[[], date]) -> tuple[Column[PairRow], ...]:
    """The same where figures have three digits and more: the codes move together, thousands are said as such."""
    exact = 48  # columns of the list
    return (
        Column("pair", 5, lambda row: (Span(pair_codes(row).replace(" ", ""), "strong"),), takes_rest=True),
        Column("last", 10, _last),
        Column("next", 6, lambda row: _next(row, today()), from_width=40),
        Column(f"in{glyphs.exchange}out", 7, _exchange_in_short, to_width=exact),
        Column(f"in{glyphs.exchange}out", 11, exchange, from_width=exact),
        Column("open", 4, lambda row: (number(row.open),), flush_right=True, from_width=exact),
        Column("open", 4, lambda row: (_in_short(row.open),), flush_right=True, to_width=exact),
        Column(
            "wt",
            3,
            lambda row: (_in_short(row.watch, "dim"),),
            flush_right=True,
            from_width=33,
            to_width=exact,
        ),
        Column("watch", 6, _watched, flush_right=True, from_width=exact),
    )


def is_busy(row: PairRow) -> bool:
    """Whether a pair has figures for which the usual columns are too narrow."""
    return max(row.inward, row.outward, row.watch) >= _THREE_DIGITS


def _short(count: int) -> str:
    return str(count) if count < _THOUSAND else f"{count // _THOUSAND}k"


def _exchange_in_short(row: PairRow) -> Spans:
    there, between, back = exchange(row)
    return (
        Span(f"{_short(row.inward):>3}", there.tone),
        between,
        Span(f"{_short(row.outward):<3}", back.tone),
    )


def _in_short(count: int, tone: Tone = "plain") -> Span:
    return Span(_short(count), tone) if count else nothing()


def _next(row: PairRow, today: date) -> Spans:
    """When they meet next, else that they should have met by now."""
    return (Span("quiet", "faint") if row.quiet else Span(soon(row.next, today), "accent"),)


def _watched(row: PairRow) -> Spans:
    return (number(row.watch, "dim"),)


def _last(row: PairRow) -> Spans:
    shown = month(row.last)
    if not shown:
        return (nothing(),)
    return (Span(f"{shown:<9}"), sure(row.last))


def official_columns() -> tuple[Column[OfficialRow], ...]:
    """Who, whose, in which post, when last met."""
    return (
        Column("name", 15, _name, takes_rest=True, to_width=_ROOMY),
        Column("name", 25, _name, from_width=_ROOMY),
        Column("", 3, lambda row: (Span(row.country, "dim"),)),
        Column("post", 10, _post, takes_rest=True, to_width=_ROOMY),
        Column("post", 18, _post, takes_rest=True, from_width=_ROOMY),
        Column("met", 8, _met, from_width=36),
    )


def _name(row: OfficialRow) -> Spans:
    return (Span(row.name, "strong"),)


def _post(row: OfficialRow) -> Spans:
    return (Span(row.post) if row.post else nothing(),)


def _met(row: OfficialRow) -> Spans:
    shown = month(row.last_met)
    return (Span(shown, "dim") if shown else nothing(),)


def timeline_columns() -> tuple[Column[EventRow], ...]:
    """When, which way, who and what about, where, and what came of it."""
    return (
        Column("date", 14, _date, to_width=_MIDDLING),
        Column("date", 17, _date, from_width=_MIDDLING),
        Column("", 7, _kind, from_width=_WIDE),
        Column("way", 8, _way, from_width=_MIDDLING),
        Column("who", 10, _way_and_who, takes_rest=True, to_width=_MIDDLING, after=_dot),
        Column("who", 10, _briefly_who, takes_rest=True, from_width=_MIDDLING, to_width=_SPACIOUS),
        Column("who", 10, _who_and_where, takes_rest=True, from_width=_SPACIOUS, to_width=_WIDE),
        Column("who", 26, _who_in_words, takes_rest=True, from_width=_WIDE),
        Column("place", 14, lambda row: (Span(row.place, "dim"),), takes_rest=True, from_width=_WIDE),
        Column("ag", 2, _agreed, flush_right=True, to_width=_MIDDLING),
        Column("", 5, _dots, from_width=_MIDDLING),
        Column("agr", 3, _agreed, flush_right=True, from_width=_MIDDLING, to_width=_WIDE),
        Column("wt", 2, _watch, flush_right=True, to_width=_WIDE),
        Column("", 9, lambda row: _counted(row.agreed, "agreed", "good"), flush_right=True, from_width=_WIDE),
        Column("", 8, lambda row: _counted(row.watch, "watch", "dim"), flush_right=True, from_width=_WIDE),
    )


def _date(row: EventRow) -> Spans:
    """A meeting under its visit is of the visit's days: it hangs there and says what kind of meeting it is."""
    if not row.nested:
        return (when(row.date),)
    branch = glyphs.last_branch if row.last_nested else glyphs.branch
    return (Span(f"{branch} ", "faint"), Span(_format(row) or "meeting", "dim"))


def _format(row: EventRow) -> str:
    return "" if row.format in _SAYS_NOTHING else row.format


def _kind(row: EventRow) -> Spans:
    return () if row.nested else (Span("visit" if row.sending else "meeting", "dim"),)


def _way(row: EventRow) -> Spans:
    return (Span(way(row), "plain" if row.nested else "strong"),)


def _way_and_who(row: EventRow) -> Spans:
    # A column of its own would be as wide as the longest way and leave the names no room.
    return (*_way(row), Span(" "), *_briefly_who(row))


def _briefly_who(row: EventRow) -> Spans:
    # That something moved on the ladder is marked; the record tells what, and when.
    mark = (Span(f"{glyphs.up} ", "good"),) if row.climbed else ()
    return (*mark, *_who_and_where(row._replace(climbed=None)))


def _who_and_where(row: EventRow) -> Spans:
    who = _who(row)
    # A narrow list has no column for the place; a meeting under its visit is where the visit is.
    if not row.place or row.nested:
        return who
    place = Span(row.place, "dim")
    if who == (nothing(),):
        return (place,)
    nobody = who[-1].text == f"{row.status} "
    return (*who, place) if nobody else (*who, Span(", ", "dim"), place)


def _who_in_words(row: EventRow) -> Spans:
    return _who(row, in_words=True)


def _who(row: EventRow, *, in_words: bool = False) -> Spans:
    # What moved on the ladder is rare and short, and names may be cut.
    parts = [Span(climbed(row, in_words=in_words), "good")]
    # A meeting under its visit has the names that the visit's line says.
    parts += [] if row.nested else [Span(name_then(row), "dim")]
    if not row.nested and not row.sending:
        parts.append(Span(_format(row), "dim"))
    parts += [Span(row.title), Span(row.people, "dim" if row.title else "plain")]
    spans: list[Span] = []
    for part in parts:
        if part.text:
            spans += [Span(f" {glyphs.dot} ", "faint"), part] if spans else [part]
    if row.status != "held":
        status = Span(f"{row.status} ", "accent" if row.status in _TO_COME else "dim")
        return (status, *spans)
    return tuple(spans) or (nothing(),)


def _dots(row: EventRow) -> Spans:
    """How complete a visit's record is."""
    return (Span(dots(row.dots), "dim"),) if row.sending else ()


def _dot(row: EventRow) -> Spans:
    """The same in one sign."""
    return (Span(dot(row.dots), "dim"),) if row.sending else ()


def _agreed(row: EventRow) -> Spans:
    return (number(row.agreed, "good"),)


def _watch(row: EventRow) -> Spans:
    return (number(row.watch, "dim"),)


def _counted(count: int, what: str, tone: Tone) -> Spans:
    return (Span(f"{count} {what}", tone),) if count else ()
