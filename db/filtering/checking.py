"""Whether a filter that waits in the settings is written as it should be, with a store at hand or without."""

from __future__ import annotations

from datetime import date
from typing import get_args

from db.filtering.lexer import cut
from db.filtering.reading import ALIASES, read_filter
from db.filtering.shapes import Asking, Problem, Subject
from db.reader import Reader

_OF_A_STORE = frozenset({"@", "#", "pair", "country", "owner"})
"""Fields whose values only a store can know."""
_NOTHING = Reader(lambda _, __: ())


def problems_of(
    text: str, *, today: date, day_first: bool, reader: Reader | None = None
) -> tuple[Problem, ...]:
    """What no list would understand; without a store, names of countries, people and topics may be right."""
    subjects: tuple[Subject, ...] = get_args(Subject)
    asking = Asking(reader or _NOTHING, today, day_first=day_first)
    return read_filter(text if reader else _without_names(text), subjects, asking).problems


def _without_names(text: str) -> str:
    """The text with a phrase of the same length in the place of each name, so that offsets stay what they are."""
    for piece in cut(text):
        if piece.text and ALIASES.get(piece.field, piece.field) in _OF_A_STORE:
            phrase = f'"{"x" * (piece.end - piece.start - 2)}"'
            text = text[: piece.start] + phrase + text[piece.end :]
    return text
