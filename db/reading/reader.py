"""From a text to what it yields, by rules; nothing is invented, what is doubtful is marked so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.errors import BadInput
from db.names import fold
from db.reading import cues
from db.reading.assembling import Assembled, assemble
from db.reading.due import due_of, owner_of
from db.reading.events import Event
from db.reading.government import voice_of
from db.reading.hearing import Ear, Heard
from db.reading.known import KnownOfficial, digest, officials_in, source_of
from db.reading.language import language_of
from db.reading.layout import Page, page_of
from db.reading.outcomes import Outcome
from db.reading.places import Gazetteer
from db.reading.proposals import ReadAction, Reading, ReadMeeting, ReadPerson, ReadVisit, SourceLine, Span
from db.reading.registry import Figure
from db.reading.sentences import Sentence
from db.reading.subjects import Subjects
from db.vocabulary import MeetingFormat, MeetingMode

if TYPE_CHECKING:
    from db.reader import Reader
    from db.rows import Moment

LONGEST = 4_000_000  # characters; more is no text for a desk
_CITES = re.compile(
    r"\b(?:according to|citing|selon|d'après|según|de acuerdo con)\s+(?P<who>(?:the |l['’]|la |le "
    r"|el )?[^.;:\n]{3,80}?)(?=[,.;:\n]|$)",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\b(?:visit|trip|meeting|talks|visite|deplacement|reunion|visita|viaje"
    r"|it)\b[^.;]{0,60}?\b(?:aims? to|aimed at|is intended to|is meant to|vise a"
    r"|a pour objectif de|tiene (?:como|por) objetivo|busca|pretende)\b"
)
_LEVEL = re.compile(
    r"\b(?:high[- ]level|top-level|senior|ministerial|interagency|expert|de haut niveau"
    r"|de alto nivel)\b(?=[^.;]{0,20}(?:delegation|delegacion))"
)


def read_text(reader: Reader, text: str, *, source: SourceLine, moment: Moment) -> Reading:
    """Read a text.

    Args:
        reader: the store whose names of countries, topics and officials are known.
        text: as printed; offsets of the answer point into it.
        source: what is known of it already, above all the day of publication.
        moment: whose desk reads it; no date is counted from its day.

    Raises:
        BadInput: there is nothing to read, or far too much.
    """
    if not text.strip():
        raise BadInput("There is no text to read.")
    if len(text) > LONGEST:
        raise BadInput(f"The text has {len(text):,} characters, and {LONGEST:,} are read at most.", LONGEST)
    page = page_of(text)
    language = source.language or language_of(text) or "en"
    line = _source_line(page, source, language, text)
    published = line.published.first if line.published.exact else None
    known = officials_in(reader, text)
    ear = Ear(text, language, Gazetteer(reader, language), Subjects(reader), published, known)
    title = (
        ear.sentence(Sentence(page.title.start, page.title.end), title=True)
        if page.title is not None
        else None
    )
    heard = list(ear.page(page))
    countries = {folded: one.country for folded, one in known.items() if one.country}
    found = assemble(text, title, heard, published, countries, _voice(line, moment))
    return _Writer(text, line, found, heard, known, published).reading(page, source_of(reader, text))


def _voice(line: SourceLine, moment: Moment) -> str:
    """Whose government speaks: the one of the address, or the desk's own in its own papers."""
    own = moment.desk if line.kind in ("cable", "minutes", "call note") else ""
    return voice_of(line.url) or own


def _source_line(page: Page, source: SourceLine, language: str, text: str) -> SourceLine:
    cites = _CITES.search(text)
    published = source.published if source.published.edtf else page.published
    return source._replace(
        title=source.title or page.title_text,
        publisher=source.publisher or page.publisher,
        author=source.author or page.author,
        cites=source.cites or (" ".join(cites["who"].split()) if cites else ""),
        url=source.url or page.url,
        language=language,
        published=published,
        sha256=digest(text),
    )


class _Writer:
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
            tuple(self._person(figure) for figure in self._figures()),
            tuple(self._found.background),
            tuple(Span(one.sentence.start, one.sentence.end) for one in self._heard),
            tuple(Span(*block) for block in page.aside),
            known_source,
        )

    def _figures(self) -> list[Figure]:
        return [figure for figure in self._found.registry.figures if figure.sure or figure.votes]

    def _visit(self, event: Event, *, main: bool) -> ReadVisit:
        actions = self._actions(event.outcomes, event) if main else ()
        guests = self._people(event, [event.sending]) if main else self._own_people(event)
        hosts = (*self._people(event, [event.host]), *self._posts(event, [event.host])) if main else ()
        meetings = [self._meeting(inner, main=False) for inner in event.inside]
        if main and hosts:
            meetings.insert(0, self._table(event, (*hosts, *guests)))
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
            self._topics(self._heard if main else event.heard),
            event.spans,
            Span(event.day.start, event.day.end) if event.day else None,
            event.sure,
        )

    def _meeting(self, event: Event, *, main: bool) -> ReadMeeting:
        whole = self._heard if main else (*event.heard, *event.outcomes)
        return ReadMeeting(
            tuple(event.parties),
            tuple(event.roles.items()),
            self._source.title if main else "",
            self._format(event),
            self._mode(event),
            event.status,
            event.when,
            event.place,
            (*(self._people(event, event.parties) if main else ()), *self._posts(event, event.parties)),
            self._actions(event.outcomes, event),
            self._topics(whole),
            event.spans,
            event.sure,
        )

    def _table(self, event: Event, people: tuple[ReadPerson, ...]) -> ReadMeeting:
        """The meeting inside a visit at which both sides sit; its day is not told apart from that of the visit."""
        roles = tuple(event.roles.items())
        return ReadMeeting(
            (event.host, event.sending), roles, "", "unspecified", "in person", event.status,
            type(event.when)(), "", people, (), (), event.spans, event.sure,
        )  # fmt: skip

    def _people(self, event: Event, codes: Iterable[str]) -> tuple[ReadPerson, ...]:
        found: list[ReadPerson] = []
        for code in codes:
            figures = [one for one in self._figures() if one.country == code]
            head = next((one for one in figures if one.led), figures[0] if figures else None)
            found += [
                self._person(one, head=one is head)
                for one in sorted(figures, key=lambda one: (one is not head, one.order))
            ]
        if len(event.parties) > len(tuple(codes)) and event.sending:
            return tuple(found)
        unplaced = [
            one
            for one in self._figures()
            if one.country not in self._found.events[0].parties and not one.country
        ]
        return (*found, *(self._person(one) for one in unplaced))

    def _posts(self, event: Event, codes: Iterable[str]) -> tuple[ReadPerson, ...]:
        """Posts of some countries that the sentences of an event name without their holders."""
        inside = {one.sentence for inner in event.inside for one in inner.heard}
        main = event is self._found.events[0]
        told = (
            [one for one in self._heard if not one.past and one.sentence not in inside]
            if main
            else event.heard
        )
        found: dict[tuple[str, str], ReadPerson] = {}
        for post in (post for one in told for post in one.posts if post.country in codes):
            key = (post.country, fold(post.title))
            found.setdefault(
                key, ReadPerson("", post.title, post.country, False, (Span(post.start, post.end),))
            )
        return tuple(found.values())

    def _own_people(self, event: Event) -> tuple[ReadPerson, ...]:
        spans = event.spans
        inside = [
            figure
            for figure in self._figures()
            if figure.country == event.sending
            and any(span.start <= one.start < span.end for span in spans for one in figure.spans)
        ]
        return tuple(self._person(figure, head=number == 0) for number, figure in enumerate(inside))

    def _person(self, figure: Figure, *, head: bool = False) -> ReadPerson:
        known = self._known.get(fold(figure.name))
        return ReadPerson(
            figure.name,
            figure.title,
            figure.country,
            head,
            tuple(figure.spans),
            known.name if known else "",
            figure.sure,
        )

    def _actions(self, heard: Iterable[Heard], event: Event) -> tuple[ReadAction, ...]:
        return tuple(
            self._action(one, outcome, event)
            for one in heard
            if not one.editorial
            for outcome in one.outcomes
        )

    def _action(self, heard: Heard, outcome: Outcome, event: Event) -> ReadAction:
        quote = self._text[outcome.start : outcome.end]
        subjects = [one for one in heard.subjects if outcome.start <= one.start < outcome.end]
        instruments = [one.code for one in subjects if one.instrument]
        return ReadAction(
            " ".join(quote.split()),
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
        return "expert" if any(cues.EXPERTS.search(one.low) for one in event.heard[:1]) else "unspecified"

    def _mode(self, event: Event) -> MeetingMode:
        low = " ".join(one.low for one in event.heard[:2])
        if cues.VIDEO.search(low):
            return "video"
        return "phone" if cues.PHONE.search(low) else "unknown"
