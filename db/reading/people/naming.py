"""People whom a sentence names, with their titles; a name without a title counts only where its place tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from db.reading.countries.places import Mention
from db.reading.people.by_verbs import by_place_of, only_speaks
from db.reading.people.names import runs_of
from db.reading.people.near import Near
from db.reading.people.no_names import Run, names_only
from db.reading.people.offices import RESIDENT, Title, offices, title_after, title_before
from db.reading.people.other_talks import met_at_another_time
from db.reading.people.outsiders import (
    BEGAN_SOMETHING,
    CAME_LONG_BEFORE,
    FOLLOWS_UP,
    NEAR,
    OF_ANOTHER,
    OF_BOTH_LEADERS,
    OF_THEN,
    WHOSE_AIDE,
    is_called_after,
    only_comments,
    only_did_before,
)
from db.reading.people.ranks import RANKS
from db.reading.people.styles import without_style
from db.reading.people.titles_in_turn import is_of_several, of_one, shared_title
from db.reading.words import RETIRED, Word, plain, side_by_side, within

_WHAT_THEY_GAVE = (
    r"(?:instructions?|orders|directives|behalf|the name|instrucciones|ordenes|nombre|nom|orientations|greetings"
    r"|message|salutations|saludos|mensaje|will|volonte|voluntad)\s+(?:of|from|de|du|des|del)\b"
)
_ON_BEHALF = re.compile(rf"\b{_WHAT_THEY_GAVE}\s+(?:(?:the|la|le|el|his|her|su|sa|son|l'|king|roi|rey)\s*)?$")
_FOR_ANOTHER = re.compile(  # "au nom du directeur de la police, le colonel Jean Doe a remercié"
    r"\b(?:au nom|on behalf|in the name|en nombre|a l'invitation|at the invitation|por invitacion)"
    r" (?:of|de|du|del|d') ?(?:(?:the|la|le|el)\s|l')?$"
)
_GAVE = re.compile(_WHAT_THEY_GAVE)
_STOOD_IN_FOR = re.compile(
    r"\b(?:in place of|instead of|replac(?:es|ed|ing)|standing in for|deputi[sz]ing for|succe(?:eds|eded|eding)"
    r"|predecessor,?|successor to|en remplacement d[eu]|a la place d[eu]|remplacant|predecesseur,?|successeur d[eu]"
    r"|en (?:reemplazo|sustitucion|lugar|representacion) del?|sustituto de|predecesora?,?|antecesora?,?"
    r"|the absent|empechee?|the late|feu)\s+(?:(?:the|la|le|el|his|her|su|sa|son|l')\s*)?$"
)
_ABSENT = (
    _ON_BEHALF, _STOOD_IN_FOR, OF_THEN, CAME_LONG_BEFORE, BEGAN_SOMETHING, WHOSE_AIDE, OF_ANOTHER,
)  # fmt: skip
"""What stands in front of somebody who takes no part."""


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
        owner: somebody else belongs to them or speaks for them: "President Doe's envoy", "on behalf of President Doe";
            or they are told of without taking part.
    """

    start: int
    end: int
    name: str
    title: str = ""
    title_span: tuple[int, int] = (0, 0)
    country: str = ""
    sure: bool = True
    owner: bool = False


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
    words = _in_service(text, words)
    if not words:
        return []
    of_places = within(words, ((one.start, one.end) for one in mentions if one.how != "service"))
    vouched = frozenset(known)
    runs = names_only(text, words, list(runs_of(text, words, of_places)), of_places)
    named = {at for run in runs for at in range(run.first, run.last)}
    found: list[Person] = []
    lowest = 0
    for run in runs:
        if found and _is_beside(text, found[-1], words[run.first]):
            continue
        claimed = found[-1].title_span if found and found[-1].title_span[0] >= found[-1].end else (0, 0)
        person = _person(Near(text, words, mentions, named, of_places, lowest, claimed), run, vouched)
        if (person is None or not person.title) and found and run.last - run.first > 1:
            ends = words[run.first], words[run.last - 1]
            person = _of_the_same_title(text, found[-1], *ends, mentions) or person
        if person is not None:
            found.append(person)
            lowest = run.last
    return [_as_one_of_them(one) for one in found]


def _as_one_of_them(person: Person) -> Person:
    """Somebody with the title as one bears it, where it stands for several."""
    return person._replace(title=of_one(person.title)) if is_of_several(person.title) else person


def _of_the_same_title(
    text: str, before: Person, first: Word, last: Word, mentions: Sequence[Mention]
) -> Person | None:
    """Who shares a title of several with whoever is named before, of the same country or of the one named beside."""
    shared = shared_title(text, before.title, before.title_span, before.end, first.start, mentions)
    if shared is None:
        return None
    name = " ".join(text[first.start : last.end].split())
    country = shared.country or before.country
    return before._replace(start=first.start, end=last.end, name=name, title=shared.title, country=country)


def _in_service(text: str, words: Sequence[Word]) -> Sequence[Word]:
    """Without what only says that somebody has retired or where an envoy lives: "General (Ret'd) Doe"."""
    stretch = text[words[0].start : words[-1].end] if words else ""
    if "(" not in stretch and "sid" not in stretch and "based" not in stretch and "accredited" not in stretch:
        return words
    first, last = words[0].start, words[-1].end + 1
    spans = [match.span() for cue in (RETIRED, RESIDENT) for match in cue.finditer(text, first, last)]
    gone = within(words, spans)
    return [word for at, word in enumerate(words) if at not in gone] if gone else words


def _person(near: Near, run: Run, vouched: frozenset[str]) -> Person | None:
    words, text = near.words, near.text
    first, last = run
    honoured = first > near.lowest - 1 and first > 0 and _honorific(text, words, first)
    before = _before_honorifics(near, first)
    title = (
        title_before(text, words, before, near.lowest, near.named, near.of_places)
        if before > near.lowest
        else None
    )
    if title is not None and (
        words[title.last - 1].low in ("the", "le", "la", "el") or _is_no_post(near, title)
    ):
        title = None  # no post but a verb: "who heads the harbour office"
    title = _with_rank(near, title or _with_portfolio(near, before))
    behind = _appositive(near, last)
    if title is not None and _is_of_the_one_before(near, title, listed=behind is not None, honoured=honoured):
        title = None
    where = behind if behind is not None and title is not None and not near.country_in(title) else title
    title = (behind if title is None or _only_a_rank(near, title) else None) or title
    where = where or title
    start, end = words[first].start, words[last - 1].end
    name = " ".join(text[start:end].split())
    length = last - first
    low = " ".join(word.low for word in words[first:last])
    by_place = by_place_of(near, run) or (length > 1 and near.country_after(end, brackets=True) != "")
    if title is None and not honoured and low not in vouched and not by_place:
        return None
    in_town = title is behind and first and words[first - 1].low in _TOWARDS
    if (
        length == 1
        and not honoured
        and (in_town or title is None or "\n" in text[words[title.last - 1].end : start])
    ):
        return None
    if title is None and not honoured and low not in vouched and length < 2:  # noqa: PLR2004
        return None
    if title is None and by_place and only_speaks(text, end, words[-1].end):
        return None
    country = near.country_in(where) if where else ""
    beside = near.country_after(end)
    span = (words[title.first].start, words[title.last - 1].end) if title else (0, 0)
    if "(" in text[span[0] : span[1]] and text[span[1] : span[1] + 1] == ")":
        span = (span[0], span[1] + 1)
    printed = " ".join(text[span[0] : span[1]].split()) if title else ""
    first_word = min(span[0], start) if title else start
    in_front = plain(text[max(0, first_word - NEAR) : first_word])
    further = plain(text[max(words[0].start, first_word - 3 * NEAR) : first_word])
    if is_called_after(text, in_front, end):
        return None
    owner = (
        _GAVE.match(plain(printed)) is not None
        or any(words.search(in_front) for words in _ABSENT)
        or any(words.search(further) for words in (FOLLOWS_UP, OF_BOTH_LEADERS))
        or met_at_another_time(in_front)
        or only_did_before(in_front, plain(printed), plain(text[end : end + NEAR]))
        or only_comments(text, in_front, end, printed, span[1])
        or (_OWNS.match(text, end) is not None and _ITS_HEAD.match(text, end) is None)
    )
    return Person(
        start,
        end,
        name,
        without_style(printed),
        span,
        country or beside,
        sure=title is not None or low in vouched,
        owner=owner,
    )


def _is_no_post(near: Near, title: Title) -> bool:
    """Whether it says how somebody takes part, or what the one before is: "sous la présidence de", "(chair), Jane"."""
    first, last = near.words[title.first], near.words[title.last - 1]
    presiding = first.low == "sous" and near.text[first.end : first.end + 1] != "-"
    return presiding or (
        near.text[first.start - 1 : first.start] == "(" and near.text[last.end : last.end + 1] == ")"
    )


def _is_of_the_one_before(near: Near, title: Title, *, listed: bool, honoured: bool) -> bool:
    """Whether the title in front of a name is that of the name before: "Jane Doe, director, John Roe, secretary"."""
    start, end = near.claimed
    if not start <= near.words[title.first].start < end:
        return False
    of_somebody = title.first and near.words[title.first - 1].low in ("the", "le", "la", "el", "l")
    return listed or (honoured and not of_somebody)


_OWNS = re.compile(r"['’](?:s\b|\s)")
_ITS_HEAD = re.compile(
    r"['’]s? (?:[\w-]+ ){0,2}?(?:delegation|team|entourage)\b(?! (?:of|from))", re.IGNORECASE
)  # "Colonel Jane Doe's delegation left for Oman"


def _only_a_rank(near: Near, title: Title) -> bool:
    """Whether a title says no office: the Senior Colonel of "Senior Colonel Jane Doe, director of the border guard"."""
    return all(word.low in RANKS for word in near.words[title.first : title.last])


def _with_rank(near: Near, title: Title | None) -> Title | None:
    """A title with the office in front of it: "le ministre de la Sécurité, le colonel Zoungrana"."""
    if title is None or title.first <= near.lowest + 1:
        return title
    begin = (
        title.first - 1 if near.words[title.first - 1].low in ("le", "la", "el", "the", "l") else title.first
    )
    if near.text[near.words[begin - 1].end : near.words[begin].start].strip() not in (",", "),"):
        return title
    if near.claimed[0] <= near.words[begin - 1].start < near.claimed[1]:
        return title  # "at the invitation of Jane Doe, the minister of Oman, the director, John Roe"
    outer = title_before(near.text, near.words, begin, near.lowest, near.named, near.of_places)
    if outer is None:
        return title
    at = near.words[outer.first].start
    before = plain(near.text[max(near.words[0].start, at - NEAR) : at])
    return title if _FOR_ANOTHER.search(before) else Title(outer.first, title.last)


def _with_portfolio(near: Near, before: int) -> Title | None:
    """A title with its field in brackets: "Assistant Commissioner (Crime and Intelligence) Jane Doe"."""
    words, text = near.words, near.text
    if before <= near.lowest or text[words[before - 1].end : words[before].start] != ") ":
        return None
    opens = text.rfind("(", max(0, words[before - 1].end - _LONGEST_FIELD), words[before - 1].end)
    field = next((at for at in range(near.lowest, before) if words[at].start == opens + 1), None)
    if opens < 0 or field is None or field <= near.lowest:
        return None
    title = title_before(text, words, field, near.lowest, near.named, near.of_places, bracket=True)
    return Title(title.first, before) if title is not None else None


_LONGEST_FIELD = 50  # characters
_TOWARDS = frozenset(("a", "in", "at", "en", "dans", "to"))


def _before_honorifics(near: Near, first: int) -> int:
    """Where the honorifics in front of a name begin: the "Son Excellence Monsieur" of "Son Excellence Monsieur Doe"."""
    before = first
    while before > near.lowest and _honorific(near.text, near.words, before):
        before -= 1
    styled = before > near.lowest and near.words[before].low in _EXCELLENCIES
    return before - 1 if styled and near.words[before - 1].low in _HIS else before


def _honorific(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a word is preceded by "Mr", "M.", "Dr." or the like."""
    before = words[at - 1]
    royal = before.low in _ROYAL and words[at].low in _HIGHNESS
    if not royal and not (offices().honours(before) and (before.capital or before.low in _WRITTEN_SMALL)):
        return False
    return RETIRED.sub("", text[before.end : words[at].start]).strip() in ("", ".")


_WRITTEN_SMALL = frozenset(("senor", "senora", "senorita", "don", "dona", "monsieur", "madame"))
_ROYAL = frozenset(("royal", "serene", "imperial"))
_EXCELLENCIES = frozenset(("excellence", "excellency", "excelencia"))
_HIS = frozenset(("son", "sa", "his", "her", "su"))
_HIGHNESS = frozenset(("highness", "highnesses"))


def _goes_on_as_office(near: Near, last: int) -> bool:
    """Whether an office stands behind a name without a comma: "Jane Doe directrice générale de la police"."""
    words = near.words
    if last + 1 >= len(words) or last < _WHOLE or not side_by_side(near.text, words[last - 1], words[last]):
        return False
    office, behind = words[last], words[last + 1].low
    return (
        office.text.islower() and offices().head(office) and behind in _OF_WHAT and office.low not in _VERBS
    )


_WHOLE = 2  # words of a name
_OF_WHAT = frozenset(("general", "generale", "de", "du", "des", "d", "del", "of"))
_VERBS = frozenset(
    ("heads", "chairs", "judge", "head", "chair", "patron", "representant", "charge", "delegue")
)
_FIRST_OF_A_LINE = 8  # words up to the end of a name


def _appositive(near: Near, last: int) -> Title | None:
    """The title behind a name and a comma, or in brackets; a list of names is none."""
    words, text = near.words, near.text
    beside = _behind_brackets(near, last)
    between = text[words[beside - 1].end : words[beside].start].strip() if beside < len(words) else ""
    if beside > last:
        last, between = beside, ","
    listed = between == ":" and last <= _FIRST_OF_A_LINE  # "- General Jane Doe: minister of the interior"
    if between not in (",", "(", "–", "—") and not listed and not _goes_on_as_office(near, last):
        return None
    title = title_after(text, words, last, near.named, near.of_places)
    if title is not None and _PARTICIPLE.match(plain(words[0].text)):
        after = text[words[title.last - 1].end :].lstrip()[:1]
        return (
            title if after in ("", ",", ";", ".", ")") else None
        )  # the minister of "Received by Jane Doe, the minister said"
    return title


def _behind_brackets(near: Near, last: int) -> int:
    """Where a title may begin behind what brackets say of no office: "Jane Doe (ABC – Lima), secretary"."""
    words = near.words
    aside = _ASIDE.match(near.text, words[last - 1].end)
    if aside is None:
        return last
    behind = next((at for at in range(last, len(words)) if words[at].start >= aside.end()), last)
    return last if any(offices().head(word) for word in words[last:behind]) else behind


def _is_beside(text: str, person: Person, word: Word) -> bool:
    """Whether a word stands in the brackets behind a name that only say somebody's party or constituency."""
    aside = _ASIDE.match(text, person.end)
    return aside is not None and word.start < aside.end() and person.title_span[0] >= aside.end()


_ASIDE = re.compile(r" \([^()\n]{2,40}\)(?=, )")
_PARTICIPLE = re.compile(
    r"(?:recue?s?|accueillie?s?|arrivee?s?|venue?s?|accompagnee?s?|invitee?s?|interrogee?s?|received|welcomed"
    r"|hosted|greeted"
    r"|accompanied|invited|flanked|recibid[oa]s?|acogid[oa]s?|acompanad[oa]s?|invitad[oa]s?|consultad[oa]s?)$"
)
