"""What a country pair looks like."""

from __future__ import annotations

from db.rows import EventRow, KinRow, Moment, PairCard
from tui.cards import outcomes, words
from tui.cards.days import distance
from tui.cards.events import event_entry, official_entry
from tui.cards.fields import Entry, dotted, entry_lines, heading, labelled, many, spaced, span
from tui.glyphs import glyphs
from tui.lines import Line, Span
from tui.plain import plain


def title(card: PairCard) -> str:
    """Return "Morocco – Spain"."""
    return plain(f"{card.row.home_name} {glyphs.dash} {card.row.other_name}")


def badge(card: PairCard) -> tuple[Span, ...]:
    """How much is open and on watch."""
    return (Span(f"{card.row.open:,} open, {card.row.watch:,} on watch", "dim"),)


def overview(card: PairCard, width: int, moment: Moment) -> list[Line]:
    """How two countries stand: last and next, the balance of visits, what is open, who matters."""
    return [
        *entry_lines(Entry(_balance(card)), width),
        *_event("last", card.last_event, "they have not met on record", width, moment),
        *_event("next", card.next_event, "nothing is planned", width, moment),
        *labelled("before", (_kin(row) for row in card.kin if row.former), width),
        *labelled("since", (_kin(row) for row in card.kin if not row.former), width),
        *labelled("open", map(outcomes.action_entry, card.open_actions), width, tone="strong"),
        *outcomes.followups(card.followups, width),
        *labelled("watch", map(outcomes.action_entry, card.watch_actions), width),
        *labelled("officials", map(official_entry, card.officials), width),
    ]


def _balance(card: PairCard) -> tuple[Span, ...]:
    row = card.row
    out, back = words.route(row.home, row.other), words.route(row.other, row.home)
    visits = f"visits {out} {row.outward:,}, {back} {row.inward:,}"
    return dotted((visits, many(row.meetings, "meeting") or "no meeting"))


def _kin(row: KinRow) -> Entry:
    return Entry((span(row.label),), row.key, (span(many(row.events, "event"), "dim"),))


def _event(label: str, row: EventRow | None, none: str, width: int, moment: Moment) -> list[Line]:
    if row is None:
        return labelled(label, [Entry((Span(none, "dim"),))], width)
    entry = event_entry(row)
    far = span(distance(row.date, moment.today), "dim")
    return labelled(label, [entry._replace(right=dotted((*entry.right, far)))], width)


def people_tab(card: PairCard, width: int) -> list[Line]:
    """The officials of both countries, most recently met first."""
    lines = [line for row in card.officials for line in entry_lines(official_entry(row), width)]
    return [heading("Most recently met", len(card.officials)), *lines] if lines else []


def actions_tab(card: PairCard, width: int) -> list[Line]:
    """What is open, what is on watch, and our own next steps."""
    actions = (*card.open_actions, *card.watch_actions)
    return spaced(outcomes.actions_tab(actions, width), outcomes.followups_tab(card.followups, width))
