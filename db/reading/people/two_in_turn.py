"""Two who are named in turn behind their office: "the ministers of Oman and Peru, Jane Doe and John Roe"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from db.reading.countries.places import Mention
from db.reading.people.no_names import Run
from db.reading.people.titles_in_turn import is_of_several, of_one
from db.reading.words import Word

_AND_OF = re.compile(
    r",?\s+(?:and|et|y|e)\s+(?P<of>(?:(?:of|de|du|del|des)\s+|d['’])?)(?P<the>(?:the|la|le|el)\s+|l['’])?"
)
_AND = re.compile(r",?\s+(?:and|et|y|e)\s+(?P<rank>(?:[^\W\d_][\w.'’-]*\s+){0,3})", re.IGNORECASE)
_RANK = re.compile(r",\s+(?:(?:le|la|el|the)\s+)?(?P<rank>(?:[^\W\d_][\w.'’-]*\s+){0,3})")
_OFFICE = re.compile(
    r"(?:\b(?:the|les|los|las|its|their|leurs|sus)\s+)?(?P<office>[^,;.:()]{4,90}?)\s+(?P<of>of\s+|de\s+|du\s+|del\s+|d['’])"
    r"(?P<the>(?:the|la|le|el)\s+|l['’])?$"
)
_LONGEST = 120  # characters of an office
_WHOLE = 2  # words of a name


class InTurn(NamedTuple):
    """One of the two: where the name stands, the office and the country."""

    run: Run
    title: str
    span: tuple[int, int]
    country: str


def two_in_turn(
    text: str, words: Sequence[Word], mentions: Sequence[Mention], runs: Sequence[Run]
) -> Iterator[InTurn]:
    """Both of those who are named behind two countries and the office that they hold in them.

    Args:
        text: the whole text.
        words: of the sentence.
        mentions: its countries.
        runs: what looks like names in it.
    """
    for one, two in pairwise([mention for mention in mentions if mention.how == "name"]):
        joined = _AND_OF.fullmatch(text, one.end, two.start)
        office = _OFFICE.search(text, max(words[0].start, one.start - _LONGEST), one.start)
        if joined is None or office is None or not is_of_several(office["office"]):
            continue
        names = [run for run in runs if words[run.first].start > two.end][:_WHOLE]
        if len(names) < _WHOLE or any(run.last - run.first < _WHOLE for run in names):
            continue
        first, second = names
        if not (
            _RANK.fullmatch(text, two.end, words[first.first].start)
            and _AND.fullmatch(text, words[first.last - 1].end, words[second.first].start)
        ):
            continue
        title = of_one(_bare(office["office"]))
        span = (office.start("office"), two.end)
        of, the = office["of"], office["the"] or ""
        yield InTurn(first, f"{title} {of}{the}{text[one.start : one.end]}", span, one.code)
        of, the = joined["of"] or of, joined["the"] or ""
        yield InTurn(second, f"{title} {of}{the}{text[two.start : two.end]}", span, two.code)


def _bare(office: str) -> str:
    """An office without what leads to it: "met the interior ministers" are interior ministers."""
    return re.split(r"(?<!\bof )(?<!\bfor )(?<!\bde )\b(?:the|les|los|las)\s+", office, flags=re.IGNORECASE)[
        -1
    ]
