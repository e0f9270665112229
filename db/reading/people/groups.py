"""People whom a text names only as a group: "Spanish security experts", "his delegation", "several top officials"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from db.reading import cues
from db.reading.hearing import Heard

_NOUN = (
    r"(?:(?:hauts?|altos?|principaux|principales) )?(?:officials|experts|representatives|officers|investigators"
    r"|prosecutors|delegates|counterparts|diplomats|specialists|negotiators|authorities|magistrates|detectives|analysts"
    r"|responsables|fonctionnaires|cadres|enqueteurs|policiers|magistrats|procureurs|representants|homologues"
    r"|autorites|officiers|specialistes|funcionari[oa]s|autoridades|agentes|expertos|fiscales|representantes"
    r"|homologos|mandos|oficiales|especialistas|investigadores)"
)
_NUMBERS = {
    word: number
    for number, words in enumerate(
        ("two deux dos", "three trois tres", "four quatre cuatro", "five cinq cinco", "six seis", "seven sept siete",
         "eight huit ocho", "nine neuf nueve", "ten dix diez"), start=2
    )
    for word in words.split()
} | {"twelve": 12, "douze": 12, "doce": 12}  # fmt: skip
_HOW_MANY = rf"(?:(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})\+? )?"
_LIKE = (
    r"(?:(?:other|several|some|many|top|senior|high-ranking|high-level|leading|relevant|plusieurs|autres|d'autres"
    r"|divers|certains|varios|varias|otros|otras|altos|altas) ){0,4}"
)
_SERVICE = (
    r"(?:services?|police|ministry(?: of (?:the )?(?:foreign|internal|home) affairs"
    r"| of (?:the )?(?:interior|justice|defen[cs]e))?"
    r"|authorities|agency|agencies|forces|government|embassy|high commission|consulate)"
)
_BEFORE = re.compile(rf"{_HOW_MANY}{_LIKE}$")
_BEHIND = re.compile(
    rf"(?:(?: and|,) (?!(?:des?|du|les?|la|d|the|los|las|el)\b)[a-z]+)?"
    rf"(?: (?!and\b|who\b|that\b|to\b|in\b)[\w-]+){{0,3}}? {_NOUN}\b"
)
_NOUN_FIRST = re.compile(
    rf"{_HOW_MANY}{_LIKE}{_NOUN}"
    r"(?: (?:de la |de |du )?(?!in\b|of\b|from\b|the\b|with\b|to\b|and\b|who\b)[a-z-]+){0,3}? $"
)
_OF_THEM = re.compile(
    rf"(?:(?:his|her|their|ses|sus) )?{_HOW_MANY}{_LIKE}{_NOUN} "
    r"(?:of|from|in|de|du|des|del|d')\s?(?:the |la |le |l'|los |les )?$"
)
_IN_SERVICE = re.compile(rf"(?:(?: and)? [\w-]+){{0,4}}? {_SERVICE}\b")
_UNNAMED = re.compile(
    rf"\b(?:with|avec|con)\s+(?P<who>{_HOW_MANY}{_LIKE}(?:(?!his\b|her\b|the\b)[\w-]+ (?:and )?){{0,4}}?{_NOUN})\b"
)
_DELEGATION = re.compile(
    r"\b(?:(?:and|et|y) (?P<who>(?:his|her|their|the accompanying|sa|la|su) (?:delegation|delegacion|team|entourage))"
    r"|(?:accompanied by|accompagnee? (?:de|d')|acompanad[oa] (?:de|por)) ?"
    r"(?P<company>(?:an? |une? |una? )?(?:[\w-]+ ){0,3}?(?:delegation|delegacion)(?: [\w]+ de haut niveau)?))"
)
_SIZE = re.compile(
    r"\b(?:(?P<before>\d{1,3}|[a-z]+)[- ](?:member|strong|person|officer|man)[- ](?:\w+ )?delegation"
    r"|(?:delegation|delegacion|team) (?:of|de) (?P<behind>\d{1,3}|[a-z]+) "
    r"(?:members?|officers?|officials?|people|experts?|membres|personnes|miembros|personas|agentes|funcionarios))\b"
)
_MEET = re.compile(
    r"\b(?:discussions?|sessions?|attended|presence|participat\w+|assist(?:e|o|ieron)|reunion|echange\w*)\b"
)


class Group(NamedTuple):
    """People who are told as a group.

    Attributes:
        country: code, "" for those of whoever is named beside them.
        how_many: where the words say so.
    """

    start: int
    end: int
    country: str
    how_many: int | None = None


def groups_of(one: Heard) -> list[Group]:
    """The groups that a sentence of a visit or a meeting says were there."""
    met = one.meets or _MEET.search(one.low) or cues.TRAVEL.search(one.low)
    return sorted(set(_of_countries(one)), key=lambda group: group.start) if met else []


def _of_countries(one: Heard) -> Iterator[Group]:
    offset = one.sentence.start
    for cast in one.cast:
        start, end = one.offset(cast.mention.start), one.offset(cast.mention.end)
        code = cast.mention.code
        if cast.mention.how == "people":
            if behind := _BEHIND.match(one.low, end):
                first = _first(one.low, start, _BEFORE)
                yield Group(offset + first[0], offset + behind.end(), code, first[1])
                continue
            first = _first(one.low, start, _NOUN_FIRST)
            if first[0] < start:
                yield Group(offset + first[0], offset + end, code, first[1])
                continue
        first = _first(one.low, start, _OF_THEM)
        if first[0] < start and cast.mention.how in ("name", "people"):
            service = _IN_SERVICE.match(one.low, end)
            yield Group(offset + first[0], offset + (service.end() if service else end), code, first[1])


def _first(low: str, at: int, pattern: re.Pattern[str]) -> tuple[int, int | None]:
    """Where the words in front of a country begin that belong to it, and how many people they say."""
    begin = max(0, at - 90)
    found = pattern.search(low, begin, at)
    if found is None:
        return at, None
    return found.start(), how_many(found["count"])


def delegation_of(heard: Iterable[Heard]) -> Iterator[Group]:
    """The company of whoever travels, which is told without a country."""
    for one in heard:
        for match in _DELEGATION.finditer(one.low):
            name = "who" if match["who"] else "company"
            yield Group(one.sentence.start + match.start(name), one.sentence.start + match.end(name), "")


def met_there(one: Heard, start: int, end: int) -> Iterator[Group]:
    """Who is met in a stretch of a sentence, where no country stands beside them."""
    for match in _UNNAMED.finditer(one.low, one.offset(start), one.offset(end)):
        begin, stop = (one.sentence.start + place for place in match.span("who"))
        if not any(begin < group.end and group.start < stop for group in _of_countries(one)):
            yield Group(begin, stop, "", how_many(match["count"]))


def size_of(heard: Iterable[Heard]) -> int | None:
    """How many people a delegation has, where a sentence says so."""
    for one in heard:
        if found := _SIZE.search(one.low):
            return how_many(found["before"] or found["behind"])
    return None


def how_many(word: str | None) -> int | None:
    """The number that a word is, in figures or in letters; None for none."""
    if not word:
        return None
    return int(word) if word.isdecimal() else _NUMBERS.get(word)
