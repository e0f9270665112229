"""A text without what only indents its lines or quotes them in a mail, and the way back to where its words stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

from db.reading.proposals import Find, Reading, Span
from db.reading.unwrapping import unwrapped

_BLANKS = re.compile(r"(?:^|(?<=\n))[ \t]+(?=\S)|[ \t]{2,}")

_SET_IN = re.compile(
    r"\n[ \t]+(?=\S)"
)  # where it goes on in such a line, all are set in, and not first ones only


class Tight:
    """A text as it is read: its lines joined where the page has broken them, and nothing in front of them.

    Attributes:
        text: what is read, shorter than what came by the blanks and signs in front of lines.
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
            if (begins and not (sets_in or ">" in came[start:end])) or (
                not begins and "\n" not in came[start:end]
            ):
                continue
            keeps = start if begins else start + 1  # a joined line is one space away
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
