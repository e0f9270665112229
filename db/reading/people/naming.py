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
from db.reading.people.offices import RESIDENT, Title, title_before
from db.reading.people.other_talks import met_at_another_time
from db.reading.people.outsiders import (
    AS_SAID,
    BEGAN_SOMETHING,
    CAME_LONG_BEFORE,
    DECIDED_BEFORE,
    FOLLOWS_UP,
    HAS_SAID,
    NEAR,
    OF_ANOTHER,
    OF_BOTH_LEADERS,
    OF_THEN,
    TOOK_THE_PICTURE,
    WHOSE_AIDE,
    is_called_after,
    only_comments,
    only_did_before,
    was_not_there,
)
from db.reading.people.styles import without_style
from db.reading.people.titles_beside import (
    ASIDE,
    appositive,
    before_honorifics,
    is_honoured,
    is_no_post,
    says_no_office,
    with_field,
    with_rank,
)
from db.reading.people.titles_in_turn import is_of_several, of_one, shared_title
from db.reading.people.two_in_turn import InTurn, two_in_turn
from db.reading.words import RETIRED, Word, plain, within

_WHAT_THEY_GAVE = (
    r"(?:instructions?|orders|directives|behalf|the name|instrucciones|ordenes|nombre|nom|orientations|greetings"
    r"|message|salutations|saludos|mensaje|will|volonte|voluntad)\s+(?:of|from|de|du|des|del)\b"
)
_ON_BEHALF = re.compile(rf"\b{_WHAT_THEY_GAVE}\s+(?:(?:the|la|le|el|his|her|su|sa|son|l'|king|roi|rey)\s*)?$")
_GAVE = re.compile(_WHAT_THEY_GAVE)
_STOOD_IN_FOR = re.compile(
    r"\b(?:in place of|instead of|replac(?:es|ed|ing)|standing in for|deputi[sz]ing for|succe(?:eds|eded|eding)"
    r"|predecessor,?|successor to|en remplacement d[eu]|a la place d[eu]|remplacant|predecesseur,?|successeur d[eu]"
    r"|en (?:reemplazo|sustitucion|lugar|representacion) del?|sustituto de|predecesora?,?|antecesora?,?"
    r"|the absent|empechee?|the late|feu)\s+(?:(?:the|la|le|el|his|her|su|sa|son|l')\s*)?$"
)
_ABSENT = (
    TOOK_THE_PICTURE, _ON_BEHALF, _STOOD_IN_FOR, OF_THEN, CAME_LONG_BEFORE, BEGAN_SOMETHING, WHOSE_AIDE, OF_ANOTHER,
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
    in_turn = {words[one.run.first].start: one for one in two_in_turn(text, words, mentions, runs)}
    found = [one for one in found if one.start not in in_turn]
    found += [_in_turn(text, words, one) for one in in_turn.values()]
    return [_as_one_of_them(one) for one in sorted(found)]


def _in_turn(text: str, words: Sequence[Word], one: InTurn) -> Person:
    """One of two who are named in turn."""
    start, end = words[one.run.first].start, words[one.run.last - 1].end
    return Person(start, end, " ".join(text[start:end].split()), one.title, one.span, one.country)


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
    honoured = first > near.lowest - 1 and first > 0 and is_honoured(text, words, first)
    before = before_honorifics(near, first)
    title = (
        title_before(text, words, before, near.lowest, near.named, near.of_places)
        if before > near.lowest
        else None
    )
    if title is not None and (
        words[title.last - 1].low in ("the", "le", "la", "el") or is_no_post(near, title)
    ):
        title = None  # no post but a verb: "who heads the harbour office"
    title = with_rank(near, title or with_field(near, before))
    behind = appositive(near, last)
    listed = behind is not None or last - first == 1  # "Jane Doe, minister of Oman, Roe said"
    if title is not None and _is_of_the_one_before(near, title, listed=listed, honoured=honoured):
        title = None
    where = behind if behind is not None and title is not None and not near.country_in(title) else title
    title = (behind if title is None or says_no_office(near, title) else None) or title
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
    in_front = plain(text[max(words[0].start, first_word - NEAR) : first_word])
    further = plain(text[max(words[0].start, first_word - 3 * NEAR) : first_word])
    if is_called_after(text, in_front, end):
        return None
    owner = (
        _GAVE.match(plain(printed)) is not None
        or any(words.search(in_front) for words in _ABSENT)
        or any(words.search(further) for words in (FOLLOWS_UP, OF_BOTH_LEADERS, DECIDED_BEFORE))
        or met_at_another_time(in_front)
        or only_did_before(in_front, plain(printed), plain(text[end : end + NEAR]))
        or was_not_there(plain(text[end : end + NEAR]))
        or (
            AS_SAID.search(in_front) is not None and HAS_SAID.match(plain(text[end : end + NEAR])) is not None
        )
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


_TOWARDS = frozenset(("a", "in", "at", "en", "dans", "to"))


def _is_beside(text: str, person: Person, word: Word) -> bool:
    """Whether a word stands in the brackets behind a name that only say somebody's party or constituency."""
    aside = ASIDE.match(text, person.end)
    return aside is not None and word.start < aside.end() and person.title_span[0] >= aside.end()
