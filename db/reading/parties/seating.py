"""Who sits where: the people, the posts without a name and the groups of each visit and meeting."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from functools import cached_property

from db.names import fold
from db.reading import cues
from db.reading.events.assembling import Assembled
from db.reading.events.beside import is_apart
from db.reading.events.event import Event
from db.reading.hearing import Heard
from db.reading.parties.registry import Figure
from db.reading.people.groups import Group, delegation_of, groups_of, met_there
from db.reading.people.known import KnownOfficial
from db.reading.people.posts import Post
from db.reading.proposals import ReadGroup, ReadPerson, Span

_MOST_GROUPS = 8


def _start_of(one: Heard) -> int:
    return one.sentence.start


_LONG_BEFORE = timedelta(days=28)
_LONG_TITLE = 4  # words by which a post is known whatever country stands near it
_SMALL = frozenset(("of", "the", "for", "and", "de", "la", "le", "du", "des", "del", "et", "y", "l", "s"))


def _main_words(title: str) -> frozenset[str]:
    return frozenset(fold(title).split()) - _SMALL


class Seats:
    """Everybody of a text, by the visit or meeting at which they were."""

    def __init__(
        self, text: str, found: Assembled, heard: Sequence[Heard], known: dict[str, KnownOfficial]
    ) -> None:
        self._text, self._found, self._heard, self._known = text, found, heard, known

    def figures(self) -> list[Figure]:
        """Everybody named who takes part."""
        return [figure for figure in self._found.registry.figures if figure.sure or figure.votes]

    def people(self, event: Event, codes: Iterable[str]) -> tuple[ReadPerson, ...]:
        """The people of some countries at the event that the text is about, the head of each first."""
        found: list[ReadPerson] = []
        for code in codes:
            figures = [one for one in self.figures() if one.country == code and not self._elsewhere(one)]
            first = next((one for one in figures if not one.attends), figures[0] if figures else None)
            head = next((one for one in figures if one.led), None)
            head = head or next((one for one in figures if one.counterpart), first)
            found += [
                self.person(one, head=one is head)
                for one in sorted(figures, key=lambda one: (one is not head, one.order))
            ]
        if len(event.parties) > len(tuple(codes)) and event.sending:
            return tuple(found)
        return (*found, *self.unplaced())

    def unplaced(self) -> tuple[ReadPerson, ...]:
        """Who takes part, though the text does not tell on which side."""
        return tuple(
            self.person(one)
            for one in self.figures()
            if not one.country and not self._elsewhere(one) and not self._long_before(one)
        )

    def _long_before(self, figure: Figure) -> bool:
        """Whether somebody is named only where a text tells of days well before the event."""
        begins = self._found.events[0].when.first
        told = [
            self._heard[bisect_right(self._heard, span.start, key=_start_of) - 1] for span in figure.spans
        ]
        if begins is None or not told or not all(one.days for one in told):
            return False
        lasts = [day.when.last for one in told for day in one.days]
        return all(last is not None and last < begins - _LONG_BEFORE for last in lasts)

    def posts(self, event: Event, codes: Iterable[str]) -> tuple[ReadPerson, ...]:
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
            if self._held_by_somebody(post):
                continue
            key = (post.country, fold(post.title))
            found.setdefault(
                key, ReadPerson("", post.title, post.country, False, (Span(post.start, post.end),))
            )
        return tuple(found.values())

    def _held_by_somebody(self, post: Post) -> bool:
        """Whether its holder is named elsewhere in the text, with as long a title."""
        told = _main_words(post.title)
        for figure in self.figures():
            title = _main_words(figure.title)
            same = figure.country == post.country or len(title) >= _LONG_TITLE
            if title and same and (title <= told or told <= title):
                return True
        return False

    def seen_apart(self, hosts: Sequence[ReadPerson]) -> tuple[ReadPerson, ...]:
        """Who of the hosts is only named where a guest "also met" them: not at the table of their heads."""
        return tuple(
            one
            for one in hosts[1:]
            if one.spans
            and all(
                is_apart(self._heard[bisect_right(self._heard, span.start, key=_start_of) - 1])
                for span in one.spans
            )
        )

    def _elsewhere(self, figure: Figure) -> bool:
        """Whether somebody is named in the sentences of another visit alone."""
        spans = self._of_others
        return bool(spans) and all(
            any(span.start <= one.start < span.end for span in spans) for one in figure.spans
        )

    @cached_property
    def _of_others(self) -> list[Span]:
        """Where the text tells of other visits than the one that it is about, and not of that one."""
        main, *others = self._found.events
        own = set(main.spans)
        told = [span for event in others if event.sending for span in event.spans if span not in own]
        return told if main.sending else []

    @cached_property
    def _by_country(self) -> dict[str, list[Figure]]:
        """Everybody, by where they belong: a long text tells of hundreds."""
        found: dict[str, list[Figure]] = {}
        for figure in self.figures():
            found.setdefault(figure.country, []).append(figure)
        return found

    def own_people(self, event: Event, code: str) -> tuple[ReadPerson, ...]:
        """Who is named in the sentences of a visit that is not the one that the text is about."""
        spans = event.spans
        travels = event.travellers if code == event.sending else []
        inside = [
            figure
            for figure in self._by_country.get(code, ())
            if (figure in travels or not travels)
            and any(span.start <= one.start < span.end for span in spans for one in figure.spans)
        ]
        return tuple(self.person(figure, head=number == 0) for number, figure in enumerate(inside))

    def at_table(self, event: Event, code: str) -> Iterator[ReadPerson]:
        """Who of a country is named, be it by the last name alone, where a text tells of a table inside a visit."""
        named = {figure.order for one in event.heard for _, figure in self._found.registry.named_in(one)}
        seated = [one for one in self.figures() if one.order in named and one.country == code]
        yield from (self.person(figure, head=number == 0) for number, figure in enumerate(seated))

    def person(self, figure: Figure, *, head: bool = False) -> ReadPerson:
        """Somebody named, as a proposal."""
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

    def company(self, event: Event) -> tuple[ReadGroup, ...]:
        """Who travels with whoever is named, told as a group."""
        told = event.heard if event is not self._found.events[0] else self._of(event)
        return self._groups(delegation_of(told), event.sending)

    def groups(self, event: Event) -> tuple[ReadGroup, ...]:
        """The groups of its parties that its sentences say were there, with those without a country."""
        return (*self._groups_there(event), *self._came_along(event))

    def _came_along(self, event: Event) -> tuple[ReadGroup, ...]:
        """The delegation that is said to have met others with its head."""
        met = [one for one in self._of(event) if one.meets] if event.sending else []
        beside = [one for one in met if not cues.RECEIVED.search(one.low) and not one.ahead]
        return self._groups(delegation_of(beside), event.sending)[:1]

    def _groups_there(self, event: Event) -> tuple[ReadGroup, ...]:
        told = self._of(event)
        found = self._groups(
            (group for one in told for group in groups_of(one) if group.country in event.parties), event.host
        )
        if not found and event.sending and event.heard:
            one = event.heard[0]
            if not event.goal or not one.sentence.start <= event.goal < one.sentence.end:
                return ()
            stop = self._text.find(";", event.goal, one.sentence.end)
            met = met_there(one, event.goal, stop if stop >= 0 else one.sentence.end)
            return self._groups(met, event.host)
        return found

    def _of(self, event: Event) -> list[Heard]:
        """The sentences of an event; of the one that the text is about, all that tell of no other."""
        others = {one.sentence for inner in event.inside for one in (*inner.heard, *inner.outcomes)}
        if event is not self._found.events[0]:
            return [one for one in event.heard if one.sentence not in others]
        others |= {one.sentence for other in self._found.events[1:] for one in other.heard}
        own = {one.sentence for one in event.heard}
        return [
            one
            for one in self._heard
            if not one.past and not one.editorial and (one.sentence in own or one.sentence not in others)
        ]

    def _groups(self, groups: Iterable[Group], country: str) -> tuple[ReadGroup, ...]:
        found: dict[tuple[str, str], ReadGroup] = {}
        for group in groups:
            words = " ".join(self._text[group.start : group.end].split())
            code = group.country or country
            span = Span(group.start, group.end)
            found.setdefault((code, fold(words)), ReadGroup(words, code, span, group.how_many))
            if len(found) == _MOST_GROUPS:
                break
        return tuple(found.values())
