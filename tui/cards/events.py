"""Events and pairs as one line each, where they stand outside their own lists."""

from __future__ import annotations

from db.rows import ActionRow, EventRow, FollowUpRow, OfficialRow, PairRow
from tui.cards import outcomes, words
from tui.cards.days import NOT_STATED, day
from tui.cards.fields import Entry, breadth, column, dotted, listed, many, span
from tui.format import joined
from tui.glyphs import glyphs
from tui.lines import Span
from tui.plain import clip, plain

CONTEXT = 12  # cells; a shorter beginning of what a line is about tells nothing


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


def section_entry(row: FollowUpRow | ActionRow | EventRow | PairRow, width: int) -> Entry:
    """A line of the Today or Watch view; what it is about gives way where `width` is short."""
    match row:
        case FollowUpRow():
            return _with_context(outcomes.followup_entry(row), row.on, width)
        case ActionRow():
            return _with_context(outcomes.action_entry(row), row.event, width)
        case EventRow():
            return event_entry(row)
        case PairRow():
            return pair_entry(row)


def _with_context(entry: Entry, context: str, width: int) -> Entry:
    room = width - breadth(entry.spans) - breadth(entry.right) - 4
    if not context or room < CONTEXT:
        return entry
    return entry._replace(spans=(*entry.spans, Span(f"  {clip(plain(context), room)}", "dim")))
