"""What a list or a record looks like before it has colours: spans of plain text, each with a tone."""

from __future__ import annotations

from typing import Literal, NamedTuple

from db.rows import Key

Tone = Literal[
    "plain",  # the words one reads
    "strong",  # what one looks for: names, titles
    "dim",  # labels and what is secondary
    "struck",  # what was cancelled; always beside a mark or a word that says so
    "faint",  # rules, tree lines, empty marks
    "accent",  # the one colour: the selection's bar, section titles
    "warn",  # overdue, doubtful; always beside a mark such as "!"
    "error",
    "good",  # done, complete
]


class Span(NamedTuple):
    """A run of text of one tone; the text is hostile until a widget has made it plain."""

    text: str
    tone: Tone = "plain"


class Line(NamedTuple):
    """One line of a record.

    Attributes:
        spans: from left to right; what does not fit is cut with an ellipsis.
        key: the record that Enter opens on this line, None where there is none.
        right: spans set flush right.
    """

    spans: tuple[Span, ...] = ()
    key: Key | None = None
    right: tuple[Span, ...] = ()
