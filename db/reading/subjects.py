"""Topics and instruments that a text names, by any of their aliases; whole words only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from db.names import fold
from db.reading.places import joined
from db.reading.words import Word

if TYPE_CHECKING:
    from db.reader import Reader

_MOST_WORDS = 7


class Subject(NamedTuple):
    """A topic or an instrument where it stands in the text."""

    start: int
    end: int
    code: str
    instrument: bool


class Subjects:
    """What cooperation is about and how it is done, by their words."""

    def __init__(self, reader: Reader) -> None:
        self._codes: dict[str, tuple[str, bool]] = {}
        for table, is_instrument in (("topic", False), ("instrument", True)):
            rows = reader.all(
                f"SELECT a.folded, a.{table} FROM {table}_alias a"
                f" JOIN {table} t ON t.code = a.{table} AND NOT t.retired"
            )
            labels = reader.all(f"SELECT label, code FROM {table} WHERE NOT retired")
            for folded, code in (*((fold(label), code) for label, code in labels), *rows):
                self._codes.setdefault(folded, (code, is_instrument))
        self._longest: dict[str, int] = {}
        for words in self._codes:
            first = words.partition(" ")[0]
            self._longest[first] = max(self._longest.get(first, 0), len(words.split()))

    def among(self, text: str, words: Sequence[Word]) -> list[Subject]:
        """The topics and instruments among the words of a sentence, the longest wording first."""
        found: list[Subject] = []
        at = 0
        while at < len(words):
            known = self._longest.get(words[at].low, 0)
            longest = min(known and known + 1, _MOST_WORDS, len(words) - at)
            for length in range(longest, 0, -1):
                hit = self._codes.get(joined(text, words[at : at + length]))
                if hit is not None:
                    found.append(Subject(words[at].start, words[at + length - 1].end, *hit))
                    at += length - 1
                    break
            at += 1
        return found
