"""The text of a filter cut into pieces: words, phrases in quotes, names, topics and fields, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

LONGEST = 500  # characters; what is longer is a text, not a filter

_QUOTED = r'["“«](?P<{0}>[^"“”«»]*)(?P<{0}_end>["”»])?'
_PIECE = re.compile(
    r"(?P<minus>-(?=[^\s-]))?"
    r"(?:"
    rf"(?:(?P<sign>[@#])|(?P<field>[A-Za-z]+)(?P<operator>>=|<=|[:=<>]))(?:{_QUOTED.format('within')}|(?P<bare>\S*))"
    rf"|{_QUOTED.format('phrase')}"
    r"|(?P<word>[^\s\"“”«»]+)"
    r"|\S"  # a quote that closes nothing
    r")"
)
_PLAIN = re.compile(r"[^\s\"“”«»]+")


class Piece(NamedTuple):
    """A stretch of a filter.

    Attributes:
        start: offset of its first character.
        end: offset after its last one.
        field: "" for words, "@", "#", or a field's name in small letters.
        operator: what stands between a field and its value, "" without a field.
        text: the words, or the value.
        negated: whether a minus stands in front.
        quoted: whether it is in quotes.
        closed: whether the quotes end.
    """

    start: int
    end: int
    field: str
    operator: str
    text: str
    negated: bool = False
    quoted: bool = False
    closed: bool = True

    @property
    def meaning(self) -> tuple[str, str, str, bool, bool]:
        """All of it but where it stands."""
        return self.field, self.operator, self.text, self.negated, self.quoted


def cut(text: str) -> list[Piece]:
    """The pieces of a filter, in order; every text has some."""
    found = []
    for match in _PIECE.finditer(text[:LONGEST]):
        one = match.groupdict()
        sign, field, negated = one["sign"], one["field"], bool(one["minus"])
        if sign or field:
            quoted = one["within"] is not None
            value = one["within"] if quoted else one["bare"]
            closed = not quoted or one["within_end"] is not None
            name, operator = sign or field.lower(), one["operator"] or ""
            found.append(Piece(*match.span(), name, operator, value, negated, quoted, closed))
        elif one["phrase"] is not None:
            closed = one["phrase_end"] is not None
            found.append(Piece(*match.span(), "", "", one["phrase"], negated, quoted=True, closed=closed))
        elif one["word"]:
            found.append(Piece(*match.span(), "", "", one["word"], negated))
    return found


def written(pieces: Iterable[Piece]) -> str:
    """The text that is cut into these pieces again."""
    return " ".join(map(_written, pieces))


def _written(piece: Piece) -> str:
    lead = ("-" if piece.negated else "") + piece.field + piece.operator
    if not piece.quoted:
        return lead + piece.text
    return f'{lead}"{piece.text}"'


def in_quotes(value: str) -> str:
    """A value as it stands behind a field or a sign, in quotes where it would fall apart without them."""
    return value if _PLAIN.fullmatch(value) else '"' + re.sub('["“”«»]', "", value) + '"'
