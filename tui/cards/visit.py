"""What a visit looks like."""

from __future__ import annotations

from collections.abc import Iterator

from db.rows import MeetingCard, Moment, PersonLine, VisitCard
from tui.cards import citations, outcomes, people, words
from tui.cards.days import day, distance, doubts
from tui.cards.fields import Entry, dotted, entry_lines, labelled, listed, many, said, spaced, span
from tui.format import joined
from tui.lines import Line, Span


def title(card: VisitCard) -> str:
    """Return "Visit MA→ES 28–29 Jan 2025"."""
    return f"Visit {words.route(card.sending, card.host)} {day(card.date)}".rstrip()


def badge(card: VisitCard) -> tuple[Span, ...]:
    """The best source's grade and how complete the record is."""
    return words.source_badge(card.grade, words.dots(card.dots))


def overview(card: VisitCard, width: int, moment: Moment) -> list[Line]:
    """A visit at a glance: how it came about, what came of it, who was there, where it is from."""
    everybody = people.once_each(_everybody(card))
    to_come = card.status in people.TO_COME
    theirs = [person for person in everybody if to_come and person.country != moment.desk]
    return [
        *entry_lines(Entry(_how(card, moment)), width),
        *said("then", card.names_then, width),
        *people.protocol_notes(theirs, width),
        *said("about", card.title, width),
        *said("purpose", card.purpose if card.purpose != card.title else "", width),
        *citations.doubts(card.citations, width),
        *outcomes.by_rung(card.actions, width),
        *outcomes.moved_here(card.moved, width),
        *labelled("topics", [Entry(dotted(card.topics))] if card.topics else [], width),
        *labelled("delegation", _delegations(card), width),
        *people.by_country(everybody, width, to_come=to_come),
        *labelled("meetings", map(_meeting_entry, card.meetings), width),
        *outcomes.followups(card.followups, width),
        *links(card, width),
        *said("note", card.note, width),
        *citations.sources(card.citations, width),
        *said("missing", words.missing(card.dots), width, tone="dim"),
    ]


def _how(card: VisitCard, moment: Moment) -> tuple[Span, ...]:
    head = next((each.label for part in card.delegations for each in part.members if each.role == "head"), "")
    kind = "" if card.kind in ("", "unknown") else f"{card.kind} visit"
    return dotted(
        (
            span(words.status_words(card.status), "strong"),
            words.ASKED.get(card.initiated_by, ""),
            kind,
            card.place,
            f"head: {head}" if head else "",
            span("" if day(card.date) else "date not stated", "dim"),
            span(doubts(card.date), "warn"),
            span(card.ref, "dim"),
            span(distance(card.date, moment.today), "dim"),
        )
    )


def _delegations(card: VisitCard) -> Iterator[Entry]:
    """What is said of a delegation as a whole."""
    for part in card.delegations:
        if part.level or part.size is not None:
            yield Entry(dotted((span(part.country, "dim"), people.delegation_words(part))))


def _meeting_entry(meeting: MeetingCard) -> Entry:
    counts = listed(many(meeting.agreed, "agreed", "agreed"), many(meeting.watch, "on watch", "on watch"))
    codes = joined(code for code, _ in meeting.parties)
    what = meeting.format if meeting.format not in ("", "unspecified") else meeting.title or "meeting"
    arity = "" if meeting.arity in ("bilateral", what.lower()) else meeting.arity
    between = "" if meeting.arity == "bilateral" else f"{arity} {codes}".strip()
    there = span(many(len(meeting.participants), "participant") or "nobody named", "dim")
    right = (Span(counts, "dim"),) if counts else ()
    return Entry(dotted((what, between, day(meeting.date), there)), meeting.key, right)


def links(card: VisitCard, width: int) -> list[Line]:
    """The visits that this one belongs with."""
    rows = (
        Entry((span(f"{link.kind} ", "dim"), span(link.label)), link.key, words.completeness(link.dots))
        for link in card.links
        if link.kind != "not a duplicate"
    )
    return labelled("links", rows, width)


def _everybody(card: VisitCard) -> Iterator[PersonLine]:
    """Yield the hosts' side first as the sketch does: those met are what one looks for."""
    met = [each for meeting in card.meetings for each in meeting.participants]
    yield from (each for each in met if each.country == card.host)
    for part in card.delegations:
        yield from part.members
    yield from met


def people_tab(card: VisitCard, width: int) -> list[Line]:
    """The delegations and every meeting's people, with the words as printed."""
    to_come = card.status in people.TO_COME
    blocks = []
    for part in card.delegations:
        headless = part.members and all(each.role != "head" for each in part.members)
        extra = listed(people.delegation_words(part), "no head is named" if headless else "")
        top = Entry((span(f"Delegation {part.country}", "accent"), span(f"  {extra}", "dim")))
        blocks.append([*entry_lines(top, width), *people.at_length(part.members, width, to_come=to_come)])
    for meeting in card.meetings:
        form = "" if meeting.format == "unspecified" else meeting.format
        what = span(" ".join(filter(None, ("Meeting", form, day(meeting.date)))), "accent")
        size = people.size_words(meeting.participants, meeting.complete)
        top = Entry((what, span(f"  {size}", "dim")), meeting.key)
        blocks.append(
            [*entry_lines(top, width), *people.at_length(meeting.participants, width, to_come=to_come)]
        )
    return spaced(*blocks)


def actions_tab(card: VisitCard, width: int) -> list[Line]:
    """The outcomes at length, then our own next steps."""
    actions = outcomes.actions_tab(card.actions, width, card.key)
    moved = outcomes.moved_here(card.moved, width)
    return spaced(actions, moved, outcomes.followups_tab(card.followups, width))


def people_count(card: VisitCard) -> int:
    """How many are named, everybody once."""
    return len(people.once_each(_everybody(card)))
