"""Everybody whom a text names: one figure for each, however often and however briefly named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from db.names import fold
from db.reading.hearing import Heard
from db.reading.people.naming import Person
from db.reading.people.ranks import is_only_a_rank
from db.reading.proposals import Span
from db.reading.words import Folding

_LEADS = re.compile(
    r"(?:led by|headed (?:up )?by|(?:leadership|chairmanship|chairpersonship) of|represented by|spearheaded by"
    r"|(?:conduite?|dirigee?|menee?|representee?|presidee?)s? par|sous la (?:conduite|direction|presidence) d[eu]"
    r"|(?:encabezad|presidid|liderad|dirigid|representad)[oa]s? por|al mando del?|que (?:encabeza|lidera|preside))"
    r"[^.;]{0,90}$"
)
_LED_IT = re.compile(
    r"[^.;]{0,120}?\b(?:led|leads|headed|heads|leading|will (?:lead|head)|a conduit|conduit|conduisait"
    r"|dirigeait|encabezaba|lideraba"
    r"|a la tete d|encabezo|al frente de)\b (?:a|an|the|une?|la|le|de|una?)\b"
)
_CO_CHAIRED = re.compile(
    r"[^.;]{0,150}?\b(?:co-?(?:chaired|chair|led|presided)|(?:ont|avaient) co-?preside|co-?presid(?:ieron|ent)"
    r"|will co-?chair|jointly (?:chaired|led))\b"
)
"""Behind each of two who were in the chair together."""
_FOR_A_SERVICE = re.compile(
    r"\b(?:ministry|ministere|ministerio|agency|agence|agencia|office|oficina|bureau|police|policia|directorate|direction"
    r"|direccion|embassy|embajada|ambassade|secretariat?|secretaria|gendarmerie|customs|douane|aduanas?|prosecution|fiscalia)\b"
    r"[^.;,]{0,60}\b(?:represented|representee?|representad[oa])s? (?:by|par|por)\b[^.;]{0,90}$"
)
"""In front of who only stands for a service beside others of their side."""
_IN_THE_CHAIR = re.compile(  # "Jane Doe, director of customs (chair)"
    r"[^;]{0,160}?\((?:[\w '-]+, )?(?:(?:co-?)?chair(?:person|man|woman)?|head of (?:the )?delegation|leader"
    r"|chef(?:fe)? de (?:la )?delegation|jef[ea] de (?:la )?delegacion|president|presidencia)\)"
)
COUNTERPART = re.compile(
    r"\b(?:counterpart|colleague|collegue|colega|opposite number|guest|host|visitor|invitee?|hote"
    r"|huesped|invitad[oa]|anfitrion(?:a)?|homologue|homolog[oa]|su par)\b"
    r"(?: (?:en el pais|dans le pays|in the country|local))?"
    r"(?:\s+(?:(?:of|from|de|du|del)\s+(?:(?:el|la|los|the)\s+)?|d')?[\w'-]+)?\s*,?\s*"
    r"(?:(?:h\.? ?e|hon|mr|mrs|ms|dr|prof|amb|gen|shri|smt|s\. ?e|excmo|excma|mme?|sra?|lic|ing|son excellence"
    r"|monsieur|madame|his excellency|her excellency|su excelencia|senora?)\b\.?,?\s*){0,3}$"
)


@dataclass(eq=False)
class Figure:
    """Somebody, from all that the text says of them.

    Attributes:
        votes: how often a sentence puts them on the side of a country.
        own: whether their country stands beside their name.
        counterpart: whether they are told as somebody's counterpart.
        led: whether they are said to lead a delegation or to stand for a country.
        attends: whether they are only told to have been there too.
        signs: whether their name stands below a text in which somebody speaks of their own doings.
        order: of first naming.
    """

    name: str
    title: str
    order: int
    sure: bool
    own: str = ""
    led: bool = False
    signs: bool = False
    attends: bool = False
    counterpart: bool = False
    spans: list[Span] = field(default_factory=list)
    votes: Counter[str] = field(default_factory=Counter)

    @property
    def country(self) -> str:
        """Where they belong, "" when the text does not tell."""
        if self.own:
            return self.own
        return max(self.votes, key=self.votes.__getitem__, default="")


_FATHERS = frozenset(("bin", "binti", "bint", "ibn", "ben", "ould", "uld", "mint"))
_WHOLE = 2  # words of a name that is not anybody's


class Registry:
    """The figures of a text, found again by the last word of their names, and by the first."""

    def __init__(self, known_countries: dict[str, str]) -> None:
        self.figures: list[Figure] = []
        self._by_last: dict[str, list[Figure]] = {}
        self._by_span: dict[Span, Figure] = {}
        self._known = known_countries
        self._folding = Folding()

    def add(self, person: Person) -> Figure:
        """The figure of somebody named, made where it is the first time."""
        words = fold(person.name).split()
        figure = self._same(words)
        if figure is None:
            figure = Figure(person.name, _post(person), len(self.figures), person.sure)
            figure.own = self._known.get(" ".join(words), "")
            self.figures.append(figure)
        elif len(words) > len(fold(figure.name).split()):
            figure.name = person.name
        for word in dict.fromkeys((*words[-1:], *words[:1], *_of_two_surnames(words))):
            known = self._by_last.setdefault(word, [])
            if figure not in known:
                known.append(figure)
        ranked = bool(figure.title) and is_only_a_rank(figure.title) and not is_only_a_rank(person.title)
        if not figure.title or ranked:
            figure.title = _post(person)
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
            theirs = self._folding[figure.name].split()
            short, long = sorted((words, theirs), key=len)
            if set(short) <= set(long):
                return figure
        return self._with_another_surname(words) or self._called_without_father(words)

    def _with_another_surname(self, words: list[str]) -> Figure | None:
        """Whoever is named once with both surnames and once with the first: "Ana Ruiz", "Ana Ruiz Soto"."""
        for figure in self._by_last.get(words[0], ()) if words else ():
            theirs = self._folding[figure.name].split()
            short, long = sorted((words, theirs), key=len)
            if len(short) >= _FIRST_AND_LAST and long[: len(short)] == short:
                return figure
        return None

    def _called_without_father(self, words: list[str]) -> Figure | None:
        """Whoever is named by all that stands before "bin" or "ould" in the whole name."""
        if len(words) < _WHOLE:
            return None
        for figure in self._by_last.get(words[0], ()):
            theirs = self._folding[figure.name].split()
            father = next((at for at, word in enumerate(theirs) if at and word in _FATHERS), 0)
            if father and theirs[:father] == words:
                return figure
        return None

    def named_in(self, heard: Heard) -> list[tuple[int, Figure]]:
        """Figures of whom a word of the name stands in a sentence, with where."""
        found = []
        for match in _WORD.finditer(heard.low):
            figures = self._by_last.get(match.group())
            if figures and len(figures) == 1 and self._folding[figures[0].name].split()[-1] == match.group():
                found.append((match.start(), figures[0]))
        return found


def _post(person: Person) -> str:
    """The title without at whose wish somebody came: "invitation du ministre de la Justice" is the minister."""
    return _ASKED.sub("", person.title)


_ASKED = re.compile(
    r"^(?:invitation|invitaci[oó]n|demande|request|solicitud) (?:of|de|du|del|de la|d['’])\s?(?:(?:the|la|l['’])\s?)?",
    re.IGNORECASE,
)


def _of_two_surnames(words: list[str]) -> list[str]:
    """The first of two last names, by which alone a text goes on: the Ruiz of "Ana Ruiz Mora"."""
    return words[-2:-1] if len(words) > _FIRST_AND_LAST and len(words[-2]) > _FIRST_AND_LAST + 1 else []


_FIRST_AND_LAST = 2  # words of a name
_WORD = re.compile(r"[a-z]{3,}")


def register(heard: Sequence[Heard], known_countries: dict[str, str]) -> Registry:
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
            figure.counterpart = figure.counterpart or COUNTERPART.search(before) is not None
            figure.attends = figure.attends or _ATTENDED.search(before) is not None
            after = one.low[one.offset(person.end) :]
            beside = next(
                (one.offset(other.start) for other in one.people if other.start > person.start), len(one.low)
            )
            if _IN_THE_CHAIR.match(one.low, one.offset(person.end), beside):
                figure.led = True
            together = _CO_CHAIRED.match(after) is not None and person in one.people[:_FIRST_AND_LAST]
            led_by = _LEADS.search(before) is not None and _FOR_A_SERVICE.search(before) is None
            leads = together or led_by
            if leads or (_LED_IT.match(after) and person.start == one.people[0].start):
                figure.led = True
    _sign(registry, heard)
    return registry


def of_the_title(registry: Registry, title: Heard | None) -> None:
    """Give whoever the title names with a country that country: "Call with Omani Prince Said bin Badr"."""
    for person in title.people if title is not None else ():
        words = fold(person.name).split()
        if not person.country or person.owner or len(words) < _WHOLE:
            continue
        for figure in registry.figures:
            theirs = fold(figure.name).split()
            if not figure.own and (theirs[: len(words)] == words or words[: len(theirs)] == theirs):
                figure.own = person.country


def _sign(registry: Registry, heard: Sequence[Heard]) -> None:
    """Mark whoever signs a text in the first person: "I spoke …", and a name alone on its last lines."""
    if not any(_FIRST_PERSON.search(one.low) for one in heard[:_BEGINNING]):
        return
    for one in heard[-_LAST_LINES:]:
        for person in one.people:
            figure = registry.figure_of(person)
            begins = one.offset(min(person.start, person.title_span[0] or person.start)) <= _LITTLE_ELSE
            alone = len(one.low) <= _LONGEST_SIGNATURE and not one.low.endswith(".") and not one.outcomes
            if figure is not None and begins and alone:
                figure.signs = figure.sure = figure.led = True


_ATTENDED = re.compile(
    r"\b(?:attended by|(?:a laquelle|auquel|auxquels?) (?:a|ont) (?:\w+ )?(?:assiste|participe|pris part)"
    r"|(?:a la|al) que (?:asist|particip)\w+)\b[^.;]{0,110}$"
)
_FIRST_PERSON = re.compile(
    r"\b(?:i|my|me|j'ai|je|mon homologue|ma homologue|mi homolog[oa]|me reuni|he mantenido|he conversado)\b"
)
_BEGINNING = 6  # sentences
_LAST_LINES = 3
_LITTLE_ELSE = 20  # characters in front of a name and its title
_LONGEST_SIGNATURE = 200  # characters: a name, an office and a country
