"""Everybody whom a text names: one figure for each, however often and however briefly named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from db.names import fold
from db.reading import cues
from db.reading.hearing import Heard
from db.reading.people import Person
from db.reading.proposals import Span

_ONLY_NAMES_BETWEEN = 160  # characters of a list of names with their titles
_LEADS = re.compile(
    r"(?:led by|headed by|leadership of|conduite? par|dirigee? par|encabezad[oa] por"
    r"|presidid[oa] por|liderad[oa] por)[^.;]{0,90}$"
)
_LED_IT = re.compile(
    r"[^.;]{0,120}?\b(?:led|leads|headed|heads|leading|will (?:lead|head)|a conduit|conduit|conduisait"
    r"|dirigeait|encabezaba|lideraba"
    r"|a la tete d|encabezo|al frente de)\b (?:a|an|the|une?|la|le|de|una?)\b"
)
_COUNTERPART = re.compile(
    r"\b(?:counterpart|opposite number|homologue|homolog[oa]|su par)\b(?:\s+[\w'-]+)?\s*,?\s*$"
)


@dataclass(eq=False)
class Figure:
    """Somebody, from all that the text says of them.

    Attributes:
        votes: how often a sentence puts them on the side of a country.
        own: whether their country stands beside their name.
        counterpart: whether they are told as somebody's counterpart.
        order: of first naming.
    """

    name: str
    title: str
    order: int
    sure: bool
    own: str = ""
    led: bool = False
    counterpart: bool = False
    spans: list[Span] = field(default_factory=list)
    votes: Counter[str] = field(default_factory=Counter)

    @property
    def country(self) -> str:
        """Where they belong, "" when the text does not tell."""
        if self.own:
            return self.own
        return self.votes.most_common(1)[0][0] if self.votes else ""


class Registry:
    """The figures of a text, found again by the last word of their names."""

    def __init__(self, known_countries: dict[str, str]) -> None:
        self.figures: list[Figure] = []
        self._by_last: dict[str, list[Figure]] = {}
        self._by_span: dict[Span, Figure] = {}
        self._known = known_countries

    def add(self, person: Person) -> Figure:
        """The figure of somebody named, made where it is the first time."""
        words = fold(person.name).split()
        figure = self._same(words)
        if figure is None:
            figure = Figure(person.name, person.title, len(self.figures), person.sure)
            figure.own = self._known.get(" ".join(words), "")
            self.figures.append(figure)
        elif len(words) > len(fold(figure.name).split()):
            figure.name = person.name
        for word in (words[-1], words[0]) if words else ():
            known = self._by_last.setdefault(word, [])
            if figure not in known:
                known.append(figure)
        figure.title = figure.title or person.title
        figure.own = figure.own or person.country
        figure.sure = figure.sure or person.sure
        span = Span(person.start, person.end)
        figure.spans.append(span)
        self._by_span[span] = figure
        return figure

    def figure_of(self, person: Person) -> Figure | None:
        """The figure of somebody named before; None where they do not take part."""
        return self._by_span.get(Span(person.start, person.end))

    def _same(self, words: list[str]) -> Figure | None:
        """Whoever bears all the words of a name, or of whose name these are all."""
        for figure in self._by_last.get(words[-1], ()) if words else ():
            theirs = fold(figure.name).split()
            short, long = sorted((words, theirs), key=len)
            if set(short) <= set(long):
                return figure
        return None

    def named_in(self, heard: Heard) -> list[tuple[int, Figure]]:
        """Figures of whom a word of the name stands in a sentence, with where."""
        found = []
        for match in _WORD.finditer(heard.low):
            figures = self._by_last.get(match.group())
            if figures and len(figures) == 1 and fold(figures[0].name).split()[-1] == match.group():
                found.append((match.start(), figures[0]))
        return found


_WORD = re.compile(r"[a-z]{3,}")


def register(heard: Iterable[Heard], known_countries: dict[str, str]) -> Registry:
    """Everybody who takes part; who is only remembered, or whom something belongs to, is left out."""
    registry = Registry(known_countries)
    for one in heard:
        if one.past or one.editorial:
            continue
        for person in one.people:
            if person.owner:
                continue
            figure = registry.add(person)
            at = one.offset(person.start)
            before = one.low[max(0, at - 130) : at]
            figure.counterpart = figure.counterpart or _COUNTERPART.search(before) is not None
            after = one.low[one.offset(person.end) :]
            if _LEADS.search(before) or (_LED_IT.match(after) and person.start == one.people[0].start):
                figure.led = True
    return registry


def take_sides(
    registry: Registry, heard: Iterable[Heard], sending: str, host: str, parties: list[str]
) -> None:
    """Say of everybody without a country beside the name on which side the sentences put them."""
    sided: set[int] = set()
    told = [one for one in heard if one.people and not one.past and not one.editorial]
    for one in told:
        before: tuple[int, str] | None = None
        for person in one.people:
            figure = None if person.owner else registry.figure_of(person)
            if figure is None:
                continue
            side = (
                person.country
                or _at_the_head_of(one, person)
                or figure.own
                or _inherited(one, person, before, registry, parties)
            )
            side = side or _by_counterpart(one, person, registry, parties)
            side = side or _in_company(one, person, sending, host)
            if side:
                sided.add(person.start)
            side = side or _by_place(one, person, sending, host)
            if side:
                figure.votes[side] += 1
                before = (one.offset(person.end), side)
    for one in told:
        for person in one.people:
            figure = None if person.owner else registry.figure_of(person)
            if figure is None or figure.own or person.start in sided:
                continue
            if side := _across(one, person, registry, parties):
                figure.votes[side] += _SURE
    _the_other_side(registry, parties)


def _the_other_side(registry: Registry, parties: list[str]) -> None:
    """Who has an office and no side is of the party of which nobody is named; that is doubtful."""
    placed = {figure.country for figure in registry.figures if figure.country}
    free = [code for code in parties if code not in placed]
    if len(parties) != 2 or len(free) != 1 or not placed <= set(parties) or not placed:  # noqa: PLR2004
        return
    for figure in registry.figures:
        if not figure.country and figure.title:
            figure.votes[free[0]] += 1
            figure.sure = False


def _at_the_head_of(one: Heard, person: Person) -> str:
    """The country of the delegation that somebody is said to lead, right behind the name."""
    end = one.offset(person.end)
    heads = _AT_HEAD.match(one.low, end)
    if heads is None:
        return ""
    behind = (cast.mention for cast in one.cast if one.offset(cast.mention.start) >= heads.end())
    return next((mention.code for mention in behind if mention.start - person.end < _NEAR_HEAD), "")


_NEAR_HEAD = 80  # characters
_AT_HEAD = re.compile(
    r"[^.;]{0,12}?\b(?:a la tete d|al frente de|at the head of|who (?:led|heads|leads)|heading|leading)\b"
)


def _inherited(
    one: Heard, person: Person, before: tuple[int, str] | None, registry: Registry, parties: list[str]
) -> str:
    """The side of whoever stands before in a list, or of the group that the list is of."""
    at = one.offset(person.start)
    marks = [before] if before else []
    marks += [
        (one.offset(cast.mention.end), cast.mention.code)
        for cast in one.cast
        if cast.role == "acts" and cast.mention.how != "city" and cast.mention.end <= person.start
    ]
    marks += [
        (place, figure.country) for place, figure in registry.named_in(one) if place < at and figure.country
    ]
    if not marks:
        return ""
    end, side = max(marks)
    between = one.low[end:at]
    if side in parties and len(parties) == 2 and _SIGNED_BY.search(one.low[:end]):  # noqa: PLR2004
        return parties[1 - parties.index(side)]  # each of two signs for one side
    if len(between) > _ONLY_NAMES_BETWEEN or cues.MEET.search(between) or cues.HOSTED.search(between):
        return ""
    return (
        ""
        if re.search(
            r"(?<!^)[:.](?!\s)|\b(?:travel\w*|visit\w*|arriv\w*|with|avec|con|presence|presencia)\b", between
        )
        else side
    )


def _by_counterpart(one: Heard, person: Person, registry: Registry, parties: list[str]) -> str:
    """The counterpart of somebody is of the other side."""
    at = one.offset(person.start)
    if len(parties) != 2 or not _COUNTERPART.search(one.low[max(0, at - 50) : at]):  # noqa: PLR2004
        return ""
    for place, figure in reversed(registry.named_in(one)):
        if place < at and figure.country in parties:
            return parties[1 - parties.index(figure.country)]
    return ""


def _in_company(one: Heard, person: Person, sending: str, host: str) -> str:
    """Who accompanies somebody is of those who travel, and who invites is of the host."""
    start = min(person.start, person.title_span[0] or person.start)
    before = one.low[: one.offset(start)]
    invites = _INVITES.search(before)
    if sending and invites is not None:
        return host
    company = _COMPANY.search(before)
    if company is None or cues.MEET.search(before, company.end()):
        return ""
    return sending


_COMPANY = re.compile(
    r"\b(?:accompanied by|accompagnee?s? (?:de|par|d')|acompanad[oa]s? (?:de|por)|acompanaron|acompano|flanked by)\b"
)
_INVITES = re.compile(
    r"(?:\binvitation of|(?<!^a )(?<!^sur )l'invitation d[eu]|(?<!^por )invitacion de(?:l| la)?|\binvited by"
    r"|\binvitee? par|\binvitad[oa] por)(?: (?:the|his|her|le|la|son|sa|el|su))?(?: \w+)?(?: (?:counterpart"
    r"|homologue|homolog[oa])(?: \w+)?,)?"
    r"(?: (?:the|le|la|el))?\W*$"
)


def _across(one: Heard, person: Person, registry: Registry, parties: list[str]) -> str:
    """Who meets somebody of one side is of the other."""
    met = cues.WITH_WHOM.search(one.low)
    if met is None or len(parties) != 2:  # noqa: PLR2004
        return ""
    behind = one.offset(person.start) >= met.end()
    for other in one.people:
        figure = registry.figure_of(other)
        if figure is None or (one.offset(other.start) >= met.end()) is behind:
            continue
        side = other.country or figure.own or (figure.country if figure.votes else "")
        if side in parties:
            return parties[1 - parties.index(side)]
    return ""


_SIGNED_BY = re.compile(
    r"\b(?:signed|sealed|countersigned|signee?s?|firmad[oa]s?)\b(?: \w+){0,4} (?:by|par|por)\b[^,;]*$"
)
_SURE = 2  # votes of a sentence that sets one side against the other


def _by_place(one: Heard, person: Person, sending: str, host: str) -> str:
    """Who stands before the verb of going or meeting goes or meets; who stands behind it is met."""
    if not sending or not host:
        return ""
    at = one.offset(person.start)
    if (received := cues.RECEIVED.search(one.low)) is not None:
        return sending if at < received.start() else host
    if (hosted := cues.HOSTED.search(one.low)) is not None:
        return host if at < hosted.start() else sending
    met = cues.WITH_WHOM.search(one.low)
    if met is not None:
        return host if at > met.end() else sending
    travels = cues.TRAVEL.search(one.low) or cues.LED.search(one.low)
    return sending if travels and "between" not in one.low[:at] else ""
