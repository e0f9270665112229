"""Stretches of capitalised words that look like somebody's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from db.reading.people.no_names import AT, OF_SERVICE, Run, head_before
from db.reading.people.offices import offices
from db.reading.people.titles_in_turn import is_of_several
from db.reading.people.typed_names import is_a_surname, is_in_capitals
from db.reading.words import Word, side_by_side

_PARTICLES = frozenset(
    ("de", "la", "del", "las", "los", "da", "dos", "do", "di", "van", "von", "der", "den", "ter", "bin", "ben", "ibn",
     "bint", "binti", "mint",
     "al", "el", "ould", "e", "y", "o", "le", "du", "ould", "abu", "abou", "uld")
)  # fmt: skip
_AND = frozenset(("y", "e"))
_FIRST_PARTICLES = frozenset(("el", "al", "ben", "bin", "van", "von", "de", "la"))
_APOSTROPHES = frozenset(("'", "’", "ʼ"))
_FATHERS = frozenset(("ould", "uld", "bin", "ben", "ibn", "bint", "binti", "mint", "oulad"))
_LONGEST_ACRONYM = 5
_MOST_WORDS = 9


def runs_of(text: str, words: Sequence[Word], of_places: set[int]) -> Iterable[Run]:
    """Stretches of capitalised words that are of no office, no country and no month."""
    at = 0
    while at < len(words):
        begins = words[at].capital and (
            _starts(words, at, of_places)
            or _bears_a_country(text, words, at, of_places)
            or _begins_with_initial(text, words, at, of_places)
            or _is_family_in_capitals(text, words, at)
        )
        if not begins or _hangs_on(text, words, at) or _is_acting(text, words[at]):
            at += 1
            continue
        last = at + 1
        of_several = at > 0 and is_of_several(words[at - 1].text)
        while last < len(words) and last - at < _MOST_WORDS and _together(text, words, last):
            if words[last].low in _AND and (of_several or _are_two(words, at, last, of_places)):
                break  # "los ministros Ruiz y Paz", "Ana Ruiz y Luis Paz"
            if (
                _starts(words, last, of_places)
                or _is_initial(text, words, last, of_places)
                or _after_initial(words, at, last, of_places)
                or _after_titled(words, at, last, of_places)
                or _amid_names(text, words, last, of_places)
                or _is_both(text, words, last, of_places)
                or (last - at == 1 and is_a_surname(text, words[last]))
                or (last - at == 1 and is_in_capitals(text, words, last))
                or (last - at == 1 and last not in of_places and _ends_a_name(text, words, last))
                or _joined_on(text, words, last, long=last - at > 1)
                or (last - at > 1 and words[last].capital and words[last - 1].low in _FATHERS)
                or (words[last].low in _PARTICLES and _leads_on(text, words, last, of_places))
            ):
                last += 1
            else:
                break
        yield Run(at, last)
        at = last


def _are_two(words: Sequence[Word], first: int, at: int, of_places: set[int]) -> bool:
    """Whether "y" stands between two whole names, and not between the two surnames of one."""
    whole = at - first > 1 and at + _WHOLE < len(words)
    return whole and all(_starts(words, after, of_places) for after in range(at + 1, at + 1 + _WHOLE))


_WHOLE = 2  # words of a name
_PARTS_OF_A_COUNTRY = frozenset(
    ("province", "provincia", "district", "region", "department", "state", "county")
)


def _is_initial(text: str, words: Sequence[Word], at: int, of_places: set[int]) -> bool:
    """Whether a word is the initial between a first and a last name: the A. of "Jane A. Doe"."""
    if len(words[at].text) != 1 or not words[at].capital or at + 1 >= len(words):
        return False
    return text[words[at].end : words[at + 1].start] == ". " and (
        _starts(words, at + 1, of_places)
        or (at + 1 in of_places and words[at + 1].capital)
        or _is_initial(text, words, at + 1, of_places)
    )


def _begins_with_initial(text: str, words: Sequence[Word], at: int, of_places: set[int]) -> bool:
    """Whether a word is the initial in front of a name: the J. of "Minister J. Edgar Doe", or of "…, J. Doe"."""
    if len(words[at].text) != 1:  # most words: sooner seen than looked around
        return words[at].acronym and _are_initials(text, words, at, of_places)
    alone = at + 2 >= len(words) or not side_by_side(text, words[at + 1], words[at + 2])
    honour = offices().honours(words[at]) and not (
        alone and words[at].low == "d"
    )  # "le ministre M. Jean Doe"
    if not at or honour or not _is_initial(text, words, at, of_places):
        return False
    between = text[words[at - 1].end : words[at].start]
    if between == ", ":
        return words[at].low in OF_SERVICE  # the D. of "…, D. Doe" is no "d'"
    if at + 2 >= len(words):
        return False
    whole = _starts(words, at + 2, of_places) and side_by_side(text, words[at + 1], words[at + 2])
    return between == " " and (whole or _is_initial(text, words, at + 1, of_places))


def _are_initials(text: str, words: Sequence[Word], at: int, of_places: set[int]) -> bool:
    """Whether capitals without points stand in front of a name: the AK of "his counterpart AK Abdul Doe"."""
    if at in of_places or not at or at + 1 >= len(words) or len(words[at].text) > _TWO_INITIALS:
        return False
    known, before = offices(), words[at - 1]
    if words[at].low in known.ranks or known.honours(words[at]) or text[before.end : words[at].start] != " ":
        return False
    named = _starts(words, at + 1, of_places) and side_by_side(text, words[at], words[at + 1])
    return named and (before.low in _COLLEAGUES or known.head(before))


_TWO_INITIALS = 2  # letters


def _joined_on(text: str, words: Sequence[Word], at: int, *, long: bool) -> bool:
    """Whether a small word hangs on to a name: the seok of "Ko Eun-seok", the u of "Ndung'u"."""
    between, word = text[words[at - 1].end : words[at].start], words[at].text
    hyphen = between == "-" and (long or words[at - 1].low in _FIRST_PARTICLES)  # "President El-Doe"
    return word.isalpha() and (hyphen or (between in _APOSTROPHES and word != "s"))


def _ends_a_name(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a word of an office is a last name: the Marshal of "Jane Marshal, director"."""
    if not words[at].capital or words[at].acronym or words[at].low not in offices().words:
        return False
    if words[at].low in _PARTS_OF_A_COUNTRY:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    return (
        after is None
        or text[words[at].end : after.start].strip() != ""
        or not (after.capital or after.low in offices().small)
    )


def _bears_a_country(text: str, words: Sequence[Word], at: int, of_places: set[int]) -> bool:
    """Whether a country is somebody's first name: the Chad of "the minister, Chad Doe"."""
    if words[at].low not in _FIRST_NAMES or at not in of_places or at + 1 >= len(words) or not at:
        return False
    before, after = words[at - 1], words[at + 1]
    behind_a_title = before.low in offices().words or before.low in offices().honorifics
    behind_a_comma = text[before.end : words[at].start].strip() == ","
    return (
        words[at].capital
        and side_by_side(text, words[at], after)
        and text[words[at].end : after.start] == " "
        and _starts(words, at + 1, of_places)
        and (
            behind_a_title
            or (behind_a_comma and (_ends_a_title(words, at, of_places) or before.low in _COLLEAGUES))
        )
    )


def _ends_a_title(words: Sequence[Word], at: int, of_places: set[int]) -> bool:
    """Whether an office goes up to a place of a sentence: "the director of Penal Centres, Chad Doe"."""
    return at - 1 in of_places or (words[at - 1].capital and head_before(words, at))


_FIRST_NAMES = frozenset(
    ("chad", "jordan", "georgia", "israel", "mauricio", "kenya", "india", "grecia", "malta", "washington", "santiago",
     "sofia", "victoria")
)  # fmt: skip
_COLLEAGUES = frozenset(
    ("counterpart", "colleague", "number", "homologue", "homologo", "homologa", "par", "colega")
)


def _after_initial(words: Sequence[Word], first: int, at: int, of_places: set[int]) -> bool:
    """Whether what could be a country is a last name: the Monaco behind a first name and an initial."""
    return at in of_places and at > first and words[at].capital and len(words[at - 1].text) == 1


def _after_titled(words: Sequence[Word], first: int, at: int, of_places: set[int]) -> bool:
    """Whether what could be a place is a last name: the Riga behind a title and one first name."""
    if at not in of_places or not words[at].capital or at != first + 1 or not first:
        return False
    before = words[first - 1]
    if before.capital and before.low in offices().honorifics:
        return True
    if before.capital:
        return offices().head(before)
    return before.low not in AT and any(offices().head(word) for word in words[max(0, first - 3) : first])


def _amid_names(text: str, words: Sequence[Word], at: int, of_places: set[int]) -> bool:
    """Whether what could be a town stands between a first and a last name: the Florence of "Jane Florence Doe"."""
    if at not in of_places or not words[at].capital or at - 1 in of_places or at + 1 >= len(words):
        return False
    amid = text[words[at - 1].end : words[at + 1].start] == f" {words[at].text} "
    return amid and _starts(words, at + 1, of_places)


def _is_both(text: str, words: Sequence[Word], at: int, of_places: set[int]) -> bool:
    """Whether a word of rank is a name between two others: the Mayor of "Juan Mayor Doe"."""
    both = words[at].low in _RANK_OR_NAME and words[at].capital and at + 1 < len(words)
    return both and side_by_side(text, words[at], words[at + 1]) and _starts(words, at + 1, of_places)


_RANK_OR_NAME = frozenset(("mayor", "king", "prince", "marshal", "major", "judge", "sheriff"))


def _is_named_so(words: Sequence[Word], at: int) -> bool:
    """Whether a small word is somebody's name behind a rank: the To of "General To Doe", the Le of "M. Le Doe"."""
    if not 0 < at < len(words) - 1 or words[at].low not in _NAMES_TOO or words[at].acronym:
        return False
    before, after, known = words[at - 1], words[at + 1], offices()
    ranked = before.capital and (known.head(before) or known.honours(before))
    named = after.capital and after.low not in known.words and after.low not in known.not_names
    return ranked and named and not _is_headline(words)


_NAMES_TOO = frozenset(("to", "le", "an", "do", "van"))


def _is_headline(words: Sequence[Word]) -> bool:
    """Whether all the longer words of a line have capitals, which then tell nothing."""
    longer = [word for word in words if len(word.text) >= _LONG_WORD]
    return all(word.capital for word in longer)


_LONG_WORD = 5  # letters


def _hangs_on(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a word is the second half of another: the Ogooué of "province du Haut-Ogooué"."""
    return (
        at > 0
        and text[words[at - 1].end : words[at].start] == "-"
        and words[at - 1].capital
        and words[at - 1].low in _HALVES
    )


def _is_acting(text: str, word: Word) -> bool:
    """Whether it says that somebody only acts for the holder of a post: "Ag. Commissioner Jane Doe"."""
    return word.text == "Ag" and text[word.end : word.end + 1] == "."


_HALVES = frozenset(
    ("haut", "haute", "hauts", "bas", "basse", "nord", "sud", "est", "ouest", "centre", "north", "south", "east",
     "west", "alto", "alta", "bajo", "norte", "sur", "este", "oeste", "seine", "saint", "sainte", "anti", "contra",
     "counter")
)  # fmt: skip


def _is_family_in_capitals(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a word in capitals is a family's name in front of two given ones: the KIM of "KIM Min-su"."""
    if not words[at].acronym or at + 2 >= len(words) or not words[at + 1].capital or words[at + 1].acronym:
        return False
    hyphen = text[words[at + 1].end : words[at + 2].start] == "-"
    return hyphen and words[at + 2].text.islower() and side_by_side(text, words[at], words[at + 1])


def _starts(words: Sequence[Word], at: int, of_places: set[int]) -> bool:
    word, known = words[at], offices()
    if word.capital and _is_named_so(words, at):
        return True
    if at in of_places or not word.capital or word.low in known.words or word.low in known.not_names:
        return False
    if word.low == "tan" and at + 1 < len(words) and words[at + 1].capital and words[at + 1].low != "sri":
        return True  # a family, and no "Tan Sri"
    if known.honours(word) or word.low in known.small:
        return at > 0 and word.low in _FIRST_PARTICLES and at + 1 < len(words) and words[at + 1].capital
    return not (word.acronym and len(word.text) <= _LONGEST_ACRONYM) and not _ACRONYMS.fullmatch(word.text)


_ACRONYMS = re.compile(r"[A-Z]{2,5}s")
"""Several of those whom an acronym names: "DIGs", "MPs"."""


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
