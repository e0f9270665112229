"""Events and pairs as one line each, where they stand outside their own lists."""

from __future__ import annotations

from db.rows import EventRow, OfficialRow, PairRow
from tui.cards import words
from tui.cards.days import NOT_STATED, day
from tui.cards.fields import Entry, column, dotted, listed, many, span
from tui.format import joined
from tui.glyphs import glyphs
from tui.lines import Span
from tui.plain import plain


def event_words(row: EventRow) -> str:
    """What an event is: "visit MA→ES", "meeting DE·ES·MA"."""
    if row.sending:
        return f"visit {words.route(row.sending, row.host)}"
    return f"meeting {joined(row.parties)}"


def event_entry(row: EventRow) -> Entry:
    """A visit or meeting with its date, place and people."""
    status = words.status_words(row.status).partition(":")[0]
    spans = dotted(
        (
            span(day(row.date) or NOT_STATED),
            span(event_words(row), "strong"),
            row.place,
            span(row.title or row.people, "dim"),
            span(row.names_then, "dim"),
        )
    )
    dots = words.dots(row.dots) if row.sending else ""
    right = " ".join(filter(None, (plain(status), dots)))
    return Entry(spans, row.key, (Span(right, "dim"),) if right else ())


def pair_entry(row: PairRow) -> Entry:
    """A country pair and when its two last met."""
    last = day(row.last)
    name = f"{row.home_name} {glyphs.dash} {row.other_name}"
    counts = listed(many(row.open, "open", "open"), many(row.watch, "on watch", "on watch"))
    right = dotted((span(counts, "dim"), span(f"last {last}" if last else "never met", "dim")))
    return Entry((span(name),), row.key, right)


def official_entry(row: OfficialRow, wide: int = 4) -> Entry:
    """A person, the post held now and when last met; `wide` is the width of the country's column."""
    met = day(row.last_met)
    spans = (span(row.name), span(f"  {row.post}" if row.post else "", "dim"))
    right = (span(f"met {met}", "dim"),) if met else ()
    return Entry(spans, row.key, right, (column(row.country, wide),))
