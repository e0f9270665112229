"""What an outcome looks like."""

from __future__ import annotations

from db.commitments import AGREED, RUNGS
from db.rows import ActionCard, ActionRow, Moment
from tui.cards import citations, kept, outcomes, words
from tui.cards.days import dated, distance, full_day
from tui.cards.fields import Entry, dotted, labelled, said, spaced, span
from tui.glyphs import glyphs
from tui.keys import pressed
from tui.lines import Line, Span
from tui.plain import plain


def title(card: ActionCard) -> str:
    """Return "Outcome A-2025-005"."""
    return f"Outcome {plain(card.row.ref)}".rstrip()


def badge(card: ActionCard) -> tuple[Span, ...]:
    """The best source's grade."""
    return words.source_badge(card.grade)


def overview(card: ActionCard, width: int, moment: Moment) -> list[Line]:
    """An outcome at a glance: what, at which rung and why, who owes it, what we do about it."""
    row = card.row
    return [
        *said(RUNGS[row.rung], row.text, width, tone="strong"),
        *said("part of", _called(card.whole), width, key=card.whole.key if card.whole else None),
        *outcomes.parts(row, card.parts, width),
        *outcomes.ladder(card.ladder, width),
        *said("verb", row.verb and f"“{row.verb}”", width),
        *labelled("status", [Entry(_status(card))] if row.rung >= AGREED else [], width),
        *kept.scored(card.scores, width),
        *said(
            "owner", row.owner or ("nobody was named" if row.rung >= AGREED and not row.parts else ""), width
        ),
        *labelled("due", _due(card, moment), width),
        *said("to deliver", card.deliverable, width),
        *said("instrument", row.instrument, width),
        *labelled("topics", [Entry(dotted(row.topics))] if row.topics else [], width),
        *labelled("parties", [Entry(dotted(card.parties))] if card.parties else [], width),
        *said("from", f"{row.event} {row.on}".strip(), width, key=row.on_key),
        *kept.carried_into(card.agendas, width),
        *citations.doubts(card.citations, width),
        *labelled("follow-ups", [*map(outcomes.followup_entry, card.followups), *_wanting(card)], width),
        *outcomes.logged(card.log, width),
        *citations.sources(card.citations, width),
    ]


def _called(row: ActionRow | None) -> str:
    return f"{row.ref} {row.text}" if row else ""


def _status(card: ActionCard) -> tuple[Span, ...]:
    row = card.row
    when = f"closed {dated('date', card.closed_on)}" if card.closed_on else ""
    vague = "" if row.actionable or row.status in outcomes.CLOSED else "agreed but not actionable"
    status = outcomes.closed(row.status) if row.status in outcomes.CLOSED else span(row.status or "open")
    return dotted((status, span(when, "dim"), card.close_reason, span(vague, "warn")))


def _wanting(card: ActionCard) -> list[Entry]:
    """That nobody has said what to do about it, where it is open and whole."""
    row = card.row
    planned = any(each.status not in outcomes.CLOSED for each in card.followups)
    if planned or row.parts or row.status in ("", *outcomes.CLOSED):
        return []
    return [
        Entry(
            (Span("needs a next step", "plain"), Span(f" {glyphs.dot} {pressed('enter')} enters it", "dim"))
        )
    ]


def _due(card: ActionCard, moment: Moment) -> list[Entry]:
    due = full_day(card.row.due)
    if not due:
        return [Entry((Span("no date was stated", "dim"),))] if card.row.rung >= AGREED else []
    far = span(distance(card.row.due, moment.today), "dim")
    return [Entry(dotted((span(f"! {due}, overdue", "warn") if card.row.overdue else span(due), far)))]


def people_tab(card: ActionCard, width: int) -> list[Line]:
    """Who owes it and whose it is."""
    owner = card.row.owner
    return [
        *labelled("owner", [Entry((span(owner),))] if owner else [], width),
        *labelled("parties", [Entry(dotted(card.parties))] if owner and card.parties else [], width),
    ]


def actions_tab(card: ActionCard, width: int) -> list[Line]:
    """What we do about it and what has happened since."""
    parts = outcomes.actions_tab(card.parts, width, card.row.on_key)
    carried = kept.carried_into(card.agendas, width)
    return spaced(
        parts, carried, outcomes.followups_tab(card.followups, width), outcomes.logged(card.log, width)
    )
