"""Topics and instruments that a text names, by any of their aliases; whole words only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from db.names import fold
from db.reading.countries.wordings import Wordings
from db.reading.words import Word

if TYPE_CHECKING:
    from db.reader import Reader


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
        self._wordings = Wordings(self._codes)

    def among(self, text: str, words: Sequence[Word]) -> list[Subject]:
        """The topics and instruments among the words of a sentence, the longest wording first."""
        found: list[Subject] = []
        first = self._wordings.first
        at = 0
        while at < len(words):
            low = words[at].low
            for name, length in list(self._wordings.at(text, words, at, low))[-1:] if low in first else ():
                found.append(Subject(words[at].start, words[at + length - 1].end, *self._codes[name]))
                at += length - 1
            at += 1
        return found
