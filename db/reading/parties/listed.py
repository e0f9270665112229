"""On which side those are who stand line by line below a heading: "For Oman:", "Delegation of Kenya"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.reading.hearing import Heard
from db.reading.sentences import Sentence

_LONGEST = 80  # characters of such a heading
_HEADING = re.compile(
    r"\W*(?:(?:present|participants?|attendees)\W+)?(?:for|on behalf of|from|pour|du cote d\w+|por(?: parte de)?"
    r"|(?:the )?(?:delegation|side|team|delegacion|parte) (?:of|de|du|del))\b[^.;]*$"
    r"|[^.;:]{3,60}(?: side| delegation| team)?\s?:$"
)
_TELLS = re.compile(
    r"\b(?:was|were|is|are|has|had|will|said|met|agreed|attended|a|ont|est|etait|sont|fue|fueron|es|son|asisti\w+"
    r"|apologies|regrets|absente?s?|excusee?s?|ausentes?|excusad[oa]s?)\b"
)
"""A word by which a line is a sentence, and no line of a list."""


def listed_below(heard: Sequence[Heard]) -> dict[Sentence, str]:
    """The country whose heading stands above each line of a list of people.

    Args:
        heard: the sentences of a text, in order.
    """
    found: dict[Sentence, str] = {}
    current = ""
    for one in heard:
        if code := _named_by(one):
            current = code
        elif one.people and _is_line(one):
            found |= {one.sentence: current} if current else {}
        else:
            current = ""
    return found


def _named_by(one: Heard) -> str:
    """The country that a heading names, "" for another sentence."""
    codes = {cast.mention.code for cast in one.cast if cast.mention.how in ("name", "people")}
    if (
        one.people
        or len(codes) != 1
        or len(one.low) > _LONGEST
        or _HEADING.fullmatch(one.low.strip()) is None
    ):
        return ""
    return next(iter(codes))


def _is_line(one: Heard) -> bool:
    """Whether somebody stands in front of all else that a sentence says, and it tells of nothing done."""
    first = one.people[0]
    begins = min(first.start, first.title_span[0] or first.start)
    return one.offset(begins) <= _IN_FRONT and _TELLS.search(one.low) is None and not one.outcomes


_IN_FRONT = 8  # characters: a bullet, "Mr."
