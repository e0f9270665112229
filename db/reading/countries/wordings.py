"""Names of one word or of several, found among the words of a sentence without trying every length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from db.reading.words import Word

_MOST_WORDS = 8


class Wordings:
    """Names, folded, with the words that any of them begins with."""

    def __init__(self, names: Iterable[str]) -> None:
        self._whole = frozenset(names)
        self._begun = frozenset(
            name[:at] for name in self._whole for at, sign in enumerate(name) if sign == " "
        )
        self.first = frozenset(name.partition(" ")[0] for name in self._whole)

    def may_begin(self, text: str, words: Sequence[Word], at: int, low: str) -> bool:
        """Whether a name may begin at a word, also one with an apostrophe inside: "N'Djamena"."""
        if low.partition(" ")[0] in self.first:
            return True
        after = at + 1
        joined = after < len(words) and text[words[at].end : words[after].start] in ("'", "’")
        return joined and f"{low}{words[after].low}".partition(" ")[0] in self.first

    def at(self, text: str, words: Sequence[Word], at: int, low: str) -> Iterator[tuple[str, int]]:
        """The names that begin at a word, with how many words they are; the longest comes last.

        Args:
            text: the whole text.
            words: of the sentence.
            at: the word, which is the first of the name.
            low: that word folded, or what is left of it where others are written on to it.
        """
        name, length = low, 1
        while True:
            if name in self._whole:
                yield name, length
            after = at + length
            if after >= len(words) or length == _MOST_WORDS:
                return
            joined = text[words[after - 1].end : words[after].start] in ("'", "’")
            if not joined and name not in self._begun:
                return
            # Folding leaves out an apostrophe, so that what it joins is one word.
            name = f"{name}{'' if joined else ' '}{words[after].low}"
            length += 1
