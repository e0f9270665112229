"""What was put together, told as proposals: visits, meetings, people and outcomes, each with its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from db.reading import cues
from db.reading.dates.days import Day
from db.reading.events.assembling import Assembled
from db.reading.events.day_of_talks import day_of_talks
from db.reading.events.event import Event
from db.reading.finds import finds_of
from db.reading.hearing import Heard
from db.reading.outcomes.clauses import Outcome
from db.reading.outcomes.due import due_of, owner_of
from db.reading.outcomes.two_instruments import of_each_instrument
from db.reading.papers.layout import Page
from db.reading.parties.seating import Seats
from db.reading.people.groups import size_of
from db.reading.people.known import KnownOfficial
from db.reading.proposals import (
    ReadAction,
    ReadGroup,
    Reading,
    ReadMeeting,
    ReadPerson,
    ReadVisit,
    SourceLine,
    Span,
)
from db.reading.words import plain
from db.vocabulary import MeetingFormat, MeetingMode, VisitKind

_PURPOSE = re.compile(
    r"\b(?:visit|trip|meeting|talks|visite|deplacement|reunion|visita|viaje"
    r"|it)\b[^.;]{0,60}?\b(?:aims? to|aimed at|is intended to|is meant to|vise a"
    r"|a pour objectif de|tiene (?:como|por) objetivo|busca|pretende)\b"
)
_LEVEL = re.compile(
    r"\b(?:high[- ]level|top-level|senior|ministerial|interagency|expert|de haut niveau"
    r"|de alto nivel)\b(?=[^.;]{0,20}(?:delegation|delegacion))"
)


_SIGNED = re.compile(
    r"\b(?:signed|inked|initial{1,2}ed|signee?s?|paraphee?s?|signent|firm(?:o|aron|ado)|suscrib\w+|rubric\w+)\b"
)
_SIGNED_AGAIN = re.compile(
    r"(?:the|this|le|la|l'|ce|cet|cette|el|este|esta|dicho|dicha) ?(?:document|text|agreement|memorandum"
    r"|protocol|accord|deal"
    r"|declaration|letter|plan|pact|treaty|convention|texte|memorandum|protocole|lettre|documento|texto"
    r"|acuerdo|memorando"
    r"|protocolo|convenio|acta|carta|declaracion)(?: \w+){0,5}? (?:was|were|has been|had been|a ete|fue|ha sido)"
    r" (?:\w+ly )?(?:signed|inked|initial{1,2}ed|signee?s?|paraphee?s?|firmad[oa]|suscrit[oa]|rubricad[oa])\b"
)


_FORMATS: dict[MeetingFormat, re.Pattern[str]] = {
    "working session": re.compile(r"\b(?:working sessions?|seances? de travail|sesion(?:es)? de trabajo)\b"),
    "courtesy call": re.compile(r"\b(?:courtesy (?:call|visit)|visite de courtoisie|visita de cortesia)\b"),
    "plenary": re.compile(r"\b(?:plenary|pleniere|plenaria)\b"),
    "one to one": re.compile(r"\b(?:one-on-one|one-to-one|tete-a-tete|a solas)\b"),
}
_KINDS: dict[VisitKind, re.Pattern[str]] = {
    "state": re.compile(r"\b(?:state visit|visite d'etat|visita de estado)\b"),
    "working": re.compile(
        r"\b(?:working (?:visit|trip)|(?:visite|deplacement) de travail|(?:visita|viaje) de trabajo)\b"
    ),
    "courtesy": re.compile(r"\b(?:courtesy visit|visite de courtoisie|visita de cortesia)\b"),
    "official": re.compile(r"\b(?:official (?:\w+ )?visit|visite officielle|visita oficial)\b"),
    "technical": re.compile(
        r"\b(?:study (?:visit|tour)|technical visit|visite d'etude|visita (?:de estudio|tecnica))\b"
    ),
}


class Teller:
    """Writes what was assembled as proposals."""

    def __init__(
        self,
        text: str,
        source: SourceLine,
        found: Assembled,
        heard: Sequence[Heard],
        known: dict[str, KnownOfficial],
        published: date | None,
    ) -> None:
        self._text, self._source, self._found = text, source, found
        self._heard, self._known, self._published = heard, known, published
        self._dated = [one for one in heard if one.days]
        self._seats = Seats(text, found, heard, known)

    def reading(self, page: Page, known_source: str) -> Reading:
        """The whole."""
        events = self._found.events
        main = events[0] if events else None
        visits = tuple(self._visit(event, main=event is main) for event in events if event.sending)
        meetings = tuple(self._meeting(event, main=event is main) for event in events if not event.sending)
        return Reading(
            self._source,
            visits,
            meetings,
            tuple(self._seats.person(figure) for figure in self._seats.figures()),
            (*self._found.background, *self._announced(events)),
            tuple(Span(one.sentence.start, one.sentence.end) for one in self._heard),
            tuple(Span(*block) for block in page.aside),
            known_source,
            tuple(finds_of(self._text, self._heard, self._known)),
        )

    def _announced(self, events: Sequence[Event]) -> Iterator[str]:
        """What the text says of meetings that are to come."""
        for span in (span for event in events if event.to_come for span in event.spans):
            yield " ".join(self._text[span.start : span.end].split())

    def _visit(self, event: Event, *, main: bool) -> ReadVisit:
        actions = self._actions(event.outcomes, event)
        own = [event.sending]
        guests = self._seats.people(event, own) if main else self._seats.own_people(event, event.sending)
        hosts = self._seats.people(event, [event.host]) if main else self._seats.own_people(event, event.host)
        if not (main and guests):
            guests = (*guests, *self._seats.posts(event, own))
        hosts = (*hosts, *self._seats.posts(event, [event.host]))
        if main and hosts:
            hosts = (*hosts, *self._seats.unplaced())
        meetings = [self._meeting(inner, main=False) for inner in event.inside]
        there = self._seats.groups(event)
        if hosts or any(one.country == event.host for one in there):
            meetings = [*self._tables(event, hosts, guests, there), *meetings]
        return ReadVisit(
            event.sending,
            event.host,
            self._source.title if main else "",
            event.status,
            event.initiated_by,
            event.when,
            event.place,
            self._purpose() if main else "",
            self._level(event),
            guests,
            tuple(meetings),
            actions,
            self._topics(self._heard if main else (*event.heard, *event.outcomes)),
            event.spans,
            _span_of(event.day),
            event.sure,
            self._seats.company(event),
            size_of(event.heard),
            self._kind(event),
            event.garbled,
        )

    def _meeting(self, event: Event, *, main: bool) -> ReadMeeting:
        whole = self._heard if main else (*event.heard, *event.outcomes)
        mode = self._mode(event)
        return ReadMeeting(
            tuple(event.parties),
            tuple(event.roles.items()),
            self._source.title if main else "",
            self._format(event),
            mode,
            event.status,
            event.when,
            event.place if mode == "unknown" else "",  # a call has none, whatever places it speaks of
            (
                *(self._seats.people(event, event.parties) if main else self._beside(event)),
                *self._seats.posts(event, event.parties),
            ),
            self._actions(event.outcomes, event),
            self._topics(whole),
            event.spans,
            event.sure,
            self._seats.groups(event),
            event.to_come,
            _span_of(event.day),
        )

    def _beside(self, event: Event) -> Iterator[ReadPerson]:
        """Who is named in the sentences of a meeting that is told beside the main event, or inside it."""
        for code in event.parties:
            if event in self._found.events:
                yield from self._seats.own_people(event, code)
            else:
                yield from self._seats.at_table(event, code)

    def _tables(
        self,
        event: Event,
        hosts: tuple[ReadPerson, ...],
        guests: tuple[ReadPerson, ...],
        groups: tuple[ReadGroup, ...],
    ) -> Iterator[ReadMeeting]:
        """The meeting inside a visit at which both sides sit; beside it, where it has its day, that with the others."""
        day = day_of_talks(event, self._dated, hosts)
        others = self._seats.seen_apart(hosts) if day is not None else ()
        together = tuple(one for one in hosts if one not in others)
        yield self._table(event, (*together, *guests), groups, day)
        if others:
            yield self._table(event, (*others, *guests), (), None)

    def _table(
        self, event: Event, people: tuple[ReadPerson, ...], groups: tuple[ReadGroup, ...], day: Day | None
    ) -> ReadMeeting:
        when = day.when if day is not None else type(event.when)()
        return ReadMeeting(
            (event.host, event.sending), tuple(event.roles.items()), "", self._format(event), "in person",
            event.status, when, "", people, (), (), event.spans, event.sure, groups, date_span=_span_of(day),
        )  # fmt: skip

    def _actions(self, heard: Iterable[Heard], event: Event) -> tuple[ReadAction, ...]:
        told = [(one, outcome) for one in heard if not one.editorial for outcome in one.outcomes]
        signed = False
        found: list[ReadAction] = []
        for one, outcome in told:
            words = plain(self._text[outcome.start : outcome.end])
            if signed and _SIGNED_AGAIN.match(words):
                continue  # who signed what was just said to be signed
            signed = signed or _SIGNED.search(words) is not None
            found += [self._action(one, each, event) for each in of_each_instrument(one, outcome)]
        return tuple(found)

    def _action(self, heard: Heard, outcome: Outcome, event: Event) -> ReadAction:
        quote = " ".join(self._text[outcome.start : outcome.end].split())
        subjects = [one for one in heard.subjects if outcome.start <= one.start < outcome.end]
        instruments = [one.code for one in subjects if one.instrument]
        return ReadAction(
            quote,
            quote,
            Span(outcome.start, outcome.end),
            " ".join(outcome.verb.split()),
            outcome.rung,
            outcome.why,
            tuple(event.parties),
            owner_of(heard, outcome),
            due_of(heard, outcome, self._published),
            tuple(dict.fromkeys(one.code for one in subjects if not one.instrument)),
            instruments[0] if instruments else "",
            outcome.sure and not heard.past,
        )

    def _topics(self, heard: Iterable[Heard]) -> tuple[str, ...]:
        found = [
            one.code
            for sentence in heard
            if not sentence.past
            for one in sentence.subjects
            if not one.instrument
        ]
        return tuple(dict.fromkeys(found))

    def _purpose(self) -> str:
        for one in self._heard:
            if found := _PURPOSE.search(one.low):
                after = self._text[one.sentence.start + found.end() : one.sentence.end]
                return " ".join(after.split()).rstrip(".")
        return ""

    def _level(self, event: Event) -> str:
        for one in event.heard:
            if found := _LEVEL.search(one.low):
                start = one.sentence.start
                return self._text[start + found.start() : start + found.end()]
        return ""

    def _format(self, event: Event) -> MeetingFormat:
        low = " ".join(one.low for one in event.heard[:2])
        if not event.sending and any(cues.EXPERTS.search(one.low) for one in event.heard[:1]):
            return "expert"
        return next((name for name, words in _FORMATS.items() if words.search(low)), "unspecified")

    def _kind(self, event: Event) -> VisitKind:
        low = " ".join(one.low for one in event.heard[:2])
        return next((name for name, words in _KINDS.items() if words.search(low)), "unknown")

    def _mode(self, event: Event) -> MeetingMode:
        low = " ".join(one.low for one in event.heard[:2])
        if cues.VIDEO.search(low):
            return "video"
        return "phone" if cues.PHONE.search(low) else "unknown"


def _span_of(day: Day | None) -> Span | None:
    """Where a day stands in the text."""
    return Span(day.start, day.end) if day is not None else None
