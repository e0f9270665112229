"""What one of our own next steps looks like."""

from __future__ import annotations

from db.rows import FollowUpCard, Moment
from tui.cards import outcomes
from tui.cards.days import dated, distance, full_day
from tui.cards.fields import Entry, dotted, labelled, said, span
from tui.cards.quiet import since
from tui.lines import Line, Span
from tui.plain import plain

TURNS = {"us": "it is our turn", "them": "it is their turn", "third": "it is a third party's turn"}


def title(card: FollowUpCard) -> str:
    """Return "Follow-up F-2026-003"."""
    return f"Follow-up {plain(card.row.ref)}".rstrip()


def badge(card: FollowUpCard) -> tuple[Span, ...]:
    """Whose turn it is, or how it ended."""
    row = card.row
    if row.status in outcomes.CLOSED:
        return (outcomes.closed(row.status),)
    overdue = (Span("! overdue  ", "warn"),) if row.overdue else ()
    whose = span(f" {outcomes.BALLS.get(row.ball, '')}", "dim")
    return (*overdue, outcomes.ball_mark(row.ball), whose)


def overview(card: FollowUpCard, width: int, moment: Moment) -> list[Line]:
    """A follow-up at a glance: what, by when, whose turn, what has happened."""
    row = card.row
    hidden = dated("hidden until", card.hidden_until)
    return [
        *said("to do", row.text, width, tone="strong"),
        *labelled("due", [Entry(_due(card, moment), card.event)], width),
        *labelled(
            "status", [Entry(dotted((row.status, TURNS.get(row.ball, ""), _age(card, moment))))], width
        ),
        *said("assignee", row.assignee, width),
        *said("about", row.on, width, key=row.on_key),
        *said("repeats", card.recurrence, width),
        *said("next check", dated("remind on", card.remind_on), width),
        *said("hidden", hidden and f"until {hidden}", width),
        *outcomes.logged(card.log, width),
    ]


def _age(card: FollowUpCard, moment: Moment) -> Span:
    """For how long it has been on the desk."""
    row = card.row
    long = since(row.since, moment.today)
    if not long or row.status in outcomes.CLOSED:
        return Span("")
    return span(f"since {dated('date', row.since)}" + (f", {long}" if long[0].isdigit() else ""), "dim")


def _due(card: FollowUpCard, moment: Moment) -> tuple[Span, ...]:
    due = full_day(card.row.due)
    if not due:
        return (Span("no date", "dim"),)
    if card.hangs_on:
        if not card.row.due.edtf:
            return (span(card.hangs_on), Span(", which has no full date yet", "dim"))
        due = f"{card.hangs_on} = {due}"
    far = span(distance(card.row.due, moment.today), "dim")
    if card.row.next_check:
        return dotted((span(due), far, span(f"next check {dated('date', card.row.next_check)}")))
    return dotted((span(f"! {due}, overdue", "warn") if card.row.overdue else span(due), far))


def people_tab(card: FollowUpCard, width: int) -> list[Line]:
    """Who does it."""
    return said("assignee", card.row.assignee, width)


def actions_tab(card: FollowUpCard, width: int) -> list[Line]:
    """What it hangs on and what has happened since."""
    return [*said("about", card.row.on, width, key=card.row.on_key), *outcomes.logged(card.log, width)]
