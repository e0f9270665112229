"""Titles beside a name: with a rank behind an office, a field in brackets, "Mr", or behind the name and a comma."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.reading.people.near import Near
from db.reading.people.offices import Title, offices, title_after, title_before
from db.reading.people.outsiders import NEAR
from db.reading.people.ranks import RANKS
from db.reading.words import RETIRED, Word, plain, side_by_side

_FOR_ANOTHER = re.compile(  # "au nom du directeur de la police, le colonel Jean Doe a remercié"
    r"\b(?:au nom|on behalf|in the name|en nombre|a l'invitation|at the invitation|por invitacion)"
    r" (?:of|de|du|del|d') ?(?:(?:the|la|le|el)\s|l')?$"
)


def is_no_post(near: Near, title: Title) -> bool:
    """Whether it says how somebody takes part, or what the one before is: "sous la présidence de", "(chair), Jane"."""
    first, last = near.words[title.first], near.words[title.last - 1]
    presiding = first.low == "sous" and near.text[first.end : first.end + 1] != "-"
    return presiding or (
        near.text[first.start - 1 : first.start] == "(" and near.text[last.end : last.end + 1] == ")"
    )


def says_no_office(near: Near, title: Title) -> bool:
    """Whether a title says no office: the Senior Colonel of "Senior Colonel Jane Doe, director of the border guard"."""
    return all(word.low in RANKS for word in near.words[title.first : title.last])


def with_rank(near: Near, title: Title | None) -> Title | None:
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


def with_field(near: Near, before: int) -> Title | None:
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


def before_honorifics(near: Near, first: int) -> int:
    """Where the honorifics in front of a name begin: the "Son Excellence Monsieur" of "Son Excellence Monsieur Doe"."""
    before = first
    while before > near.lowest and is_honoured(near.text, near.words, before):
        before -= 1
    if before - 1 > near.lowest and _is_also_a_rank(near, before - 1):
        return before - 1  # "COP/Mr Jane Doe"
    if (
        before - 1 > near.lowest
        and near.words[before].low in _HONOURABLE
        and near.words[before - 1].low == "the"
    ):
        return before - 1  # "the Rt Hon Jane Doe"
    styled = before > near.lowest and near.words[before].low in _EXCELLENCIES
    return before - 1 if styled and near.words[before - 1].low in _HIS else before


def _is_also_a_rank(near: Near, at: int) -> bool:
    """Whether a rank stands in front of an honorific, parted from it by a stroke."""
    rank, honorific = near.words[at], near.words[at + 1]
    return rank.acronym and near.text[rank.end : honorific.start] == "/"


def is_honoured(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a word is preceded by "Mr", "M.", "Dr." or the like."""
    before = words[at - 1]
    royal = before.low in _ROYAL and words[at].low in _HIGHNESS
    if before.low == "tan" and words[at].low != "sri":
        return False  # a family, and no "Tan Sri"
    if not royal and not (offices().honours(before) and (before.capital or before.low in _WRITTEN_SMALL)):
        return False
    between = RETIRED.sub("", text[before.end : words[at].start]).strip()
    return between in ("", ".", "-") or (between == "," and before.low in _EXCELLENCIES)  # "Lt-Gen"


_WRITTEN_SMALL = frozenset(("senor", "senora", "senorita", "don", "dona", "monsieur", "madame"))
_ROYAL = frozenset(("royal", "serene", "imperial"))
_HONOURABLE = frozenset(("rt", "hon", "honourable", "honorable"))
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


def appositive(near: Near, last: int) -> Title | None:
    """The title behind a name and a comma, or in brackets; a list of names is none."""
    words, text = near.words, near.text
    beside = _behind_brackets(near, last)
    between = text[words[beside - 1].end : words[beside].start] if beside < len(words) else ""
    between = RETIRED.sub("", between).strip()  # "General Jane Doe (retired), minister of defence"
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
    aside = ASIDE.match(near.text, words[last - 1].end)
    if aside is None:
        return last
    behind = next((at for at in range(last, len(words)) if words[at].start >= aside.end()), last)
    return last if any(offices().head(word) for word in words[last:behind]) else behind


ASIDE = re.compile(r" \([^()\n]{2,40}\)(?=, )")
_PARTICIPLE = re.compile(
    r"(?:recue?s?|accueillie?s?|arrivee?s?|venue?s?|accompagnee?s?|invitee?s?|interrogee?s?|received|welcomed"
    r"|hosted|greeted"
    r"|accompanied|invited|flanked|recibid[oa]s?|acogid[oa]s?|acompanad[oa]s?|invitad[oa]s?|consultad[oa]s?)$"
)
