"""What a meeting looks like."""

from __future__ import annotations

from db.rows import MeetingCard, Moment
from tui.cards import citations, kept, outcomes, people, words
from tui.cards.days import NOT_STATED, day, distance, doubts
from tui.cards.fields import Entry, dotted, entry_lines, labelled, said, spaced, span
from tui.format import joined
from tui.lines import Line, Span
from tui.plain import plain

MODES = {"in person": "", "unknown": "", "phone": "by phone", "video": "by video", "written": "in writing"}


def title(card: MeetingCard) -> str:
    """Return "Meeting DE·ES·MA 28 Jan 2025"."""
    return f"Meeting {plain(joined(code for code, _ in card.parties))} {day(card.date)}".rstrip()


def badge(card: MeetingCard) -> tuple[Span, ...]:
    """The best source's grade."""
    return words.source_badge(card.grade)


def overview(card: MeetingCard, width: int, moment: Moment) -> list[Line]:
    """A meeting at a glance: what kind, what came of it, who was there, where it is from."""
    everybody = people.once_each(card.participants)
    to_come = card.status in people.TO_COME
    theirs = [person for person in everybody if to_come and person.country != moment.desk]
    return [
        *entry_lines(Entry(_what(card, moment)), width),
        *said("then", card.names_then, width),
        *people.protocol_notes(theirs, width),
        *said("about", card.title, width),
        *labelled("visit", [_visit(card)] if card.visit_key else [], width),
        *said("series", card.series, width),
        *citations.doubts(card.citations, width),
        *outcomes.by_rung(card.actions, width),
        *outcomes.moved_here(card.moved, width),
        *kept.on_agenda(card.agenda, width),
        *labelled("topics", [Entry(dotted(card.topics))] if card.topics else [], width),
        *labelled("parties", [Entry(_parties(card))] if card.parties else [], width),
        *people.by_country(everybody, width, to_come=to_come),
        *said("", "others were present who are not named" if _more(card) else "", width, tone="dim"),
        *outcomes.followups(card.followups, width),
        *said("note", card.note, width),
        *citations.sources(card.citations, width),
    ]


def _more(card: MeetingCard) -> bool:
    """Whether the record says that its list is open: a source does, or there were "at least" so many."""
    if not card.participants or card.complete:
        return False
    said = any(one.field == "complete" and one.stance != "contradicts" for one in card.citations)
    return said or any(person.at_least for person in card.participants)


def _visit(card: MeetingCard) -> Entry:
    return Entry((span(card.visit_label),), card.visit_key, words.completeness(card.visit_dots))


def _what(card: MeetingCard, moment: Moment) -> tuple[Span, ...]:
    return dotted(
        (
            span(words.status_words(card.status), "strong"),
            card.arity,
            "" if card.format == "unspecified" else card.format,
            MODES.get(card.mode, card.mode),
            card.place,
            span("" if day(card.date) else during(card), "dim"),
            span(doubts(card.date), "warn"),
            span(card.ref, "dim"),
            span(distance(card.date if day(card.date) else card.visit_date, moment.today), "dim"),
        )
    )


def during(card: MeetingCard) -> str:
    """When a meeting was of which nobody stated the day."""
    days = day(card.visit_date)
    return f"during the visit, {days}" if days else NOT_STATED


def _parties(card: MeetingCard) -> tuple[Span, ...]:
    return dotted(f"{code} {role}".rstrip() for code, role in card.parties)


def people_tab(card: MeetingCard, width: int) -> list[Line]:
    """Everybody who was there, with the words as printed."""
    if not card.participants:
        return []
    to_come = card.status in people.TO_COME
    size = people.size_words(card.participants, card.complete)
    top = Entry((Span("Participants", "accent"), span(f"  {size}", "dim")))
    lines = [*entry_lines(top, width), *people.at_length(card.participants, width, to_come=to_come)]
    if _more(card):
        more = Entry((Span("others were present who are not named", "dim"),))
        lines += entry_lines(more, width, indent=(Span("  "),))
    return lines


def actions_tab(card: MeetingCard, width: int) -> list[Line]:
    """The outcomes at length, then our own next steps."""
    actions = outcomes.actions_tab(card.actions, width, card.key)
    moved = outcomes.moved_here(card.moved, width)
    agenda = kept.agenda_tab(card.agenda, width)
    return spaced(actions, moved, agenda, outcomes.followups_tab(card.followups, width))
