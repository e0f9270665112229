"""People whom a sentence names, with their titles; a name without a title counts only where its place tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from db.reading.offices import Title, offices, title_after, title_before
from db.reading.places import Mention
from db.reading.words import Word, plain, side_by_side

_PARTICLES = frozenset(
    ("de", "la", "del", "las", "los", "da", "dos", "do", "di", "van", "von", "der", "den", "ter", "bin", "ben", "ibn",
     "bint",
     "al", "el", "ould", "e", "y", "o", "le", "du", "ould", "abu", "abou", "uld")
)  # fmt: skip
_FIRST_PARTICLES = frozenset(("el", "al", "ben", "bin", "van", "von", "de", "la"))
_LONGEST_ACRONYM = 5
_MOST_WORDS = 9
_NAMED_BEFORE = re.compile(
    r"(?:\bmet(?: with)?|\breceived|\bwelcomed|\bhosted|\bled by|\bheaded by|\bchaired by"
    r"|\bcounterpart,?|\bhomologue(?: \w+)?,?|\bhomologo(?: \w+)?,?"
    r"|\bby|\binvited|\baccompanied by|\ba rencontre|\ba recu|\brencontre|\bs'est entretenue? avec"
    r"|\bconduite? par|\bdirigee? par|\bpresidee? par"
    r"|\breunio con|\brecibio a|\bencabezad[oa] por|\bpresidid[oa] por|\bliderad[oa] por"
    r"|\bdelegation of|\bdelegation under"
    r"|\bse entrevisto con|\bson homologue)\s+(?:with\s+)?$"
)
_MET_AFTER = re.compile(
    r"\s*(?:met\b|held talks|travel\w+ to|arrived in|paid a|received|visited|will (?:visit|travel"
    r"|meet|lead|head)|leads?\b|led\b|heads?\b|headed\b"
    r"|s.est (?:rendue?|entretenue?|reunie?)|a (?:rencontre|recu|effectue|conduit|preside)"
    r"|se rendra|effectuera|viajo|viajara|visito|visitara|se reunio|recibio|llego"
    r"|encabezo|presidio|se entrevisto)"
)
_SPOKE = re.compile(
    r"\b(?:said|told|declared|added|spokes\w+|porte-parole|portavoz|journalist|analyst|professor|expert)\b"
)


class Person(NamedTuple):
    """Somebody named.

    Attributes:
        start: offset of the name.
        end: offset after it.
        name: as printed.
        title: of the post as printed, "" for none.
        title_span: where that stands.
        country: code, "" where the words next to the name do not tell.
        sure: whether a title, an honorific or the store vouches for it.
        owner: somebody else belongs to them: "President Doe's envoy".
    """

    start: int
    end: int
    name: str
    title: str = ""
    title_span: tuple[int, int] = (0, 0)
    country: str = ""
    sure: bool = True
    owner: bool = False


class _Run(NamedTuple):
    """Words that look like a name: from the first to before the last."""

    first: int
    last: int


def people_of(
    text: str, words: Sequence[Word], mentions: Sequence[Mention], known: Iterable[str] = ()
) -> list[Person]:
    """The people of a sentence, in order.

    Args:
        text: the whole text.
        words: of the sentence.
        mentions: the countries of the sentence.
        known: names of officials of the store, folded.
    """
    if not words:
        return []
    of_places = {
        at for at, word in enumerate(words) if any(one.start <= word.start < one.end for one in mentions)
    }
    vouched = frozenset(known)
    runs = _names_only(text, words, list(_runs(text, words, of_places)))
    named = {at for run in runs for at in range(run.first, run.last)}
    found: list[Person] = []
    lowest = 0
    for run in runs:
        person = _person(_Near(text, words, mentions, named, of_places, lowest), run, vouched)
        if person is not None:
            found.append(person)
            lowest = run.last
    return found


def _runs(text: str, words: Sequence[Word], of_places: set[int]) -> Iterable[_Run]:
    """Stretches of capitalised words that are of no office, no country and no month."""
    at = 0
    while at < len(words):
        if not _starts(words, at, of_places):
            at += 1
            continue
        last = at + 1
        while last < len(words) and last - at < _MOST_WORDS and _together(text, words, last):
            if (
                _starts(words, last, of_places)
                or _after_initial(words, at, last, of_places)
                or (last - at == 1 and last not in of_places and _ends_a_name(text, words, last))
                or (words[last].low in _PARTICLES and _leads_on(text, words, last, of_places))
            ):
                last += 1
            else:
                break
        yield _Run(at, last)
        at = last


def _ends_a_name(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a word of an office is a last name: the Marshal of "Jane Marshal, director"."""
    if not words[at].capital or words[at].acronym or words[at].low not in offices().words:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    return (
        after is None
        or text[words[at].end : after.start].strip() != ""
        or not (after.capital or after.low in offices().small)
    )


def _names_only(text: str, words: Sequence[Word], runs: list[_Run]) -> list[_Run]:
    """Without single capitals inside a title: the Safety of "Minister of Public Safety, Jane Doe"."""
    kept = []
    starts = {run.first for run in runs}
    for run in runs:
        alone, before = run.last - run.first == 1, words[run.first - 1].low if run.first else ""
        behind = (
            text[words[run.last - 1].end : words[run.last].start].strip() if run.last < len(words) else ""
        )
        in_title = before in offices().words or before in _OF_SERVICE
        if alone and in_title and ((behind == "," and run.last in starts) or before in _OF_SERVICE):
            continue
        if alone and in_title and not behind and _office(words, run.last):
            continue
        if before in _OF_SERVICE and _head_before(words, run.first):
            continue
        kept.append(run)
    return kept


def _office(words: Sequence[Word], at: int) -> bool:
    """Whether a word with a capital is of an office: the Minister of "Citizen Protection Minister"."""
    return at < len(words) and words[at].capital and words[at].low in offices().words


def _head_before(words: Sequence[Word], at: int) -> bool:
    """Whether an office is named right before "of the …", which then is a service and nobody's name."""
    return any(word.low in offices().heads for word in words[max(0, at - _NEAR_HEAD) : at])


_NEAR_HEAD = 5  # words
_OF_SERVICE = frozenset(("de", "la", "du", "des", "del", "of", "for", "l", "les", "los", "las", "d"))


def _after_initial(words: Sequence[Word], first: int, at: int, of_places: set[int]) -> bool:
    """Whether what could be a country is a last name: the Monaco behind a first name and an initial."""
    return at in of_places and at > first and words[at].capital and len(words[at - 1].text) == 1


def _starts(words: Sequence[Word], at: int, of_places: set[int]) -> bool:
    word, known = words[at], offices()
    if at in of_places or not word.capital or word.low in known.words or word.low in known.not_names:
        return False
    if word.low in known.honorifics or word.low in known.small:
        return at > 0 and word.low in _FIRST_PARTICLES and at + 1 < len(words) and words[at + 1].capital
    return not (word.acronym and len(word.text) <= _LONGEST_ACRONYM)


def _together(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a word goes on after the one before it; an initial has its full stop."""
    between = text[words[at - 1].end : words[at].start]
    if between in ("’", "'") and words[at].text == "s":
        return False
    initial = len(words[at - 1].text.rstrip(".")) == 1
    return side_by_side(text, words[at - 1], words[at]) or (initial and between.strip() == ".")


def _leads_on(text: str, words: Sequence[Word], at: int, of_places: set[int]) -> bool:
    """Whether a particle is followed by more of the name: the "de la" of "Ramirez de la O"."""
    for after in range(at + 1, min(at + 3, len(words))):
        if not _together(text, words, after):
            return False
        if _starts(words, after, of_places) or (len(words[after].text) == 1 and words[after].capital):
            return True
        if words[after].low not in _PARTICLES:
            return False
    return False


class _Near(NamedTuple):
    """What stands around a name."""

    text: str
    words: Sequence[Word]
    mentions: Sequence[Mention]
    named: set[int]
    of_places: set[int]
    lowest: int

    def country_in(self, title: Title) -> str:
        """The country in a title, or beside it."""
        start, end = self.words[title.first].start, self.words[title.last - 1].end
        inside = [one for one in self.mentions if start <= one.start < end and one.how != "body"]
        if inside:
            return inside[0].code
        before = [one for one in self.mentions if one.end <= start and self._beside(one.end, start)]
        if before:
            return before[-1].code
        after = [
            one for one in self.mentions if one.start >= end and _OF.fullmatch(self.text[end : one.start])
        ]
        return after[0].code if after else ""

    def country_after(self, end: int, *, brackets: bool = False) -> str:
        """The country right behind a name: "of Senegal", "(Austria)"."""
        for one in self.mentions:
            if one.start >= end and one.how != "people":
                between = self.text[end : one.start]
                fits = between.strip() == "(" or (not brackets and _FROM.fullmatch(between))
                return one.code if fits else ""
        return ""

    def _beside(self, end: int, start: int) -> bool:
        return re.fullmatch(r"(?:['’]s?)?\s+", self.text[end:start]) is not None


_FROM = re.compile(r"\s+(?:of|from|de|du|del)\s+(?:the |la |le |el )?")
_OF = re.compile(r"\s+(?:of|de|du|d['’]|del|of the|de la|des|for|in|en|au)\s*(?:l['’]|la |le |el )?")


def _person(near: _Near, run: _Run, vouched: frozenset[str]) -> Person | None:
    words, text = near.words, near.text
    first, last = run
    honoured = first > near.lowest - 1 and first > 0 and _honorific(text, words, first)
    before = first
    while before > near.lowest and _honorific(text, words, before):
        before -= 1
    title = (
        title_before(text, words, before, near.lowest, near.named, near.of_places)
        if before > near.lowest
        else None
    )
    title = _with_rank(near, title) or _appositive(near, last)
    start, end = words[first].start, words[last - 1].end
    name = " ".join(text[start:end].split())
    length = last - first
    low = " ".join(word.low for word in words[first:last])
    by_place = _by_place(near, run) or (length > 1 and near.country_after(end, brackets=True) != "")
    if title is None and not honoured and low not in vouched and not by_place:
        return None
    if title is None and length == 1 and not honoured:
        return None
    if title is None and not honoured and low not in vouched and length < 2:  # noqa: PLR2004
        return None
    if title is None and by_place and _SPOKE.search(plain(text[end : end + 40])):
        return None
    country = near.country_in(title) if title else ""
    beside = near.country_after(end)
    span = (words[title.first].start, words[title.last - 1].end) if title else (0, 0)
    printed = " ".join(text[span[0] : span[1]].split()) if title else ""
    owner = re.match(r"['’](?:s\b|\s)", text[end : end + 3]) is not None
    return Person(
        start,
        end,
        name,
        printed,
        span,
        country or beside,
        sure=title is not None or low in vouched,
        owner=owner,
    )


def _with_rank(near: _Near, title: Title | None) -> Title | None:
    """A title with the office in front of it: "le ministre de la Sécurité, le colonel Zoungrana"."""
    if title is None or title.first <= near.lowest + 1:
        return title
    begin = (
        title.first - 1 if near.words[title.first - 1].low in ("le", "la", "el", "the", "l") else title.first
    )
    if near.text[near.words[begin - 1].end : near.words[begin].start].strip() != ",":
        return title
    outer = title_before(near.text, near.words, begin, near.lowest, near.named, near.of_places)
    return Title(outer.first, title.last) if outer is not None else title


def _honorific(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a word is preceded by "Mr", "M.", "Dr." or the like."""
    before = words[at - 1]
    if before.low not in offices().honorifics or not before.capital:
        return False
    return text[before.end : words[at].start].strip() in ("", ".")


def _appositive(near: _Near, last: int) -> Title | None:
    """The title behind a name and a comma, or in brackets; a list of names is none."""
    words, text = near.words, near.text
    if last >= len(words) or text[words[last - 1].end : words[last].start].strip() not in (",", "("):
        return None
    return title_after(text, words, last, near.named, near.of_places)


def _by_place(near: _Near, run: _Run) -> bool:
    """Whether somebody is met, received or led by there, or does so."""
    if run.last - run.first < 2:  # noqa: PLR2004 - a first and a last name
        return False
    start, end = near.words[run.first].start, near.words[run.last - 1].end
    before = plain(near.text[max(0, start - 40) : start])
    after = plain(near.text[end : end + 40])
    return _NAMED_BEFORE.search(before) is not None or _MET_AFTER.match(after) is not None
