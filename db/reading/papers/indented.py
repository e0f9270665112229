"""A text without what indents its lines, quotes them in a mail or says how Arabic words sound, and the way back.

Vowel signs stand inside words, and not every writer sets them: with and without them it is one name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

from db.reading.papers.unwrapping import unwrapped
from db.reading.people.known import VOWELS
from db.reading.proposals import Find, Reading, Span

_BLANKS = re.compile(rf"(?:^|(?<=\n))[ \t]+(?=\S)|[ \t]{{2,}}|(?P<vowels>{VOWELS}+)")

_SET_IN = re.compile(
    r"\n[ \t]+(?=\S)"
)  # where it goes on in such a line, all are set in, and not first ones only


class Tight:
    """A text as it is read: its lines joined where the page has broken them, and nothing in front of them.

    Attributes:
        text: what is read, shorter than what came by those blanks and signs.
    """

    def __init__(self, came: str) -> None:
        joined = unwrapped(came)
        self._here, self._there = [0], [0]  # where a piece begins in what is read, and in what came
        sets_in = any(joined[one.start()] == " " for one in _SET_IN.finditer(came))
        pieces: list[str] = []
        at = length = 0
        for match in _BLANKS.finditer(joined):
            start, end = match.span()
            begins = not start or joined[start - 1] == "\n"
            if not (match["vowels"] or _is_laid_out(came[start:end], begins=begins, sets_in=sets_in)):
                continue
            keeps = start if begins or match["vowels"] else start + 1  # a joined line is one space away
            pieces.append(joined[at:keeps])
            length += keeps - at
            at = end
            self._here.append(length)
            self._there.append(at)
        self.text = "".join((*pieces, joined[at:]))

    def came(self, reading: Reading) -> Reading:
        """What was read, with its places as those of the text that came."""
        return reading if len(self._here) == 1 else self._back(reading)

    def _back(self, found: Any) -> Any:
        if isinstance(found, Span | Find):
            return found._replace(start=self._place(found.start), end=self._end(found.end))
        if isinstance(found, tuple):
            parts = [self._back(one) for one in found]
            return type(found)(*parts) if hasattr(found, "_fields") else tuple(parts)
        return found

    def _place(self, here: int) -> int:
        number = bisect_right(self._here, here) - 1
        return self._there[number] + here - self._here[number]

    def _end(self, here: int) -> int:
        return self._place(here - 1) + 1 if here else 0


def _is_laid_out(blanks: str, *, begins: bool, sets_in: bool) -> bool:
    """Whether blanks only stand there for the page: in front of a line that is set in or quoted, or over its end."""
    return sets_in or ">" in blanks if begins else "\n" in blanks
