"""A line cut where it says so itself: words, "quoted words", @person, #topic and field:value."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from db.entry.vocabulary import FIELD_NAMES

_CLOSING = {'"': '"', "“": '”"', "„": "“”", "«": "»"}
_FIELD = re.compile(r"([A-Za-z]{2,12}):(?!//)")
_SPACE = re.compile(r"\s*")
_RUN = re.compile(r"\S*")


class Chunk(NamedTuple):
    """One piece of a line.

    Attributes:
        kind: "word", "quoted", "at", "topic" or "field".
        start: offset of its first character.
        end: offset after its last one.
        text: what it says, without sign, name of the field and quotes.
        at: offset of that.
        key: the name of a field, in lower case.
        quoted: the text stood in quotes, so it means what it says.
        person: the value of a field begins with @.
    """

    kind: Literal["word", "quoted", "at", "topic", "field"]
    start: int
    end: int
    text: str
    at: int
    key: str = ""
    quoted: bool = False
    person: bool = False

    @property
    def spoken(self) -> str:
        """The text with the underscores that stand for spaces."""
        return self.text if self.quoted else self.text.replace("_", " ").strip()


def cut(text: str) -> list[Chunk]:
    """All pieces of a line in their order; what lies between them is space and commas."""
    found: list[Chunk] = []
    at = _end(_SPACE, text, 0)
    while at < len(text):
        chunk, after = _chunk(text, at)
        found.append(chunk)
        at = _end(_SPACE, text, max(after, at + 1))
    return found


def _chunk(text: str, at: int) -> tuple[Chunk, int]:
    """The piece that begins here, and where to go on."""
    letter = text[at]
    if letter in _CLOSING:
        inner, begin, after = _in_quotes(text, at)
        return Chunk("quoted", at, after, inner, begin, quoted=True), after
    if letter in "@#":
        value, begin, after, in_quotes = _value(text, at + 1)
        if not in_quotes:
            value = value.rstrip(",;.")
        end = after if in_quotes else begin + len(value)
        end = max(end, at + 1)
        return Chunk("at" if letter == "@" else "topic", at, end, value, begin, quoted=in_quotes), after
    field = _FIELD.match(text, at)
    if field and (named := _field(text, at, field)):
        return named
    end = _end(_RUN, text, at)
    return Chunk("word", at, end, text[at:end], at), end


def _field(text: str, at: int, match: re.Match[str]) -> tuple[Chunk, int] | None:
    """A field with its value; a word that only ends in a colon is one if a field has that name."""
    key, begin = match[1].lower(), match.end()
    spaced = begin == len(text) or text[begin].isspace()
    if spaced:
        if key not in FIELD_NAMES:
            return None
        # "due: fri" means "due:fri", but a field, topic or rung that follows is not its value.
        value_at = _end(_SPACE, text, begin)
        if value_at < len(text) and text[value_at] not in "#!" and not _FIELD.match(text, value_at):
            begin = value_at
    person = begin < len(text) and text[begin] == "@"
    value, value_at, after, in_quotes = _value(text, begin + person)
    if not in_quotes:
        value = value.rstrip(",;")
    end = after if in_quotes else max(value_at + len(value), match.end())
    return Chunk("field", at, end, value, value_at, key, in_quotes, person), max(after, end)


def _value(text: str, at: int) -> tuple[str, int, int, bool]:
    """What a sign applies to: the text, where it begins, where to go on, and whether it stood in quotes."""
    if at < len(text) and text[at] in _CLOSING:
        return (*_in_quotes(text, at), True)
    end = _end(_RUN, text, at)
    return text[at:end], at, end, False


def _in_quotes(text: str, at: int) -> tuple[str, int, int]:
    """The text between quotes; one that is not closed yet goes on to the end of the line."""
    closing = _CLOSING[text[at]]
    end = next((place for place in range(at + 1, len(text)) if text[place] in closing), len(text))
    return text[at + 1 : end], at + 1, min(end + 1, len(text))


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
