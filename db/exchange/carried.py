"""Stored text as a property of a calendar or of a card may carry it: none of its characters can end the property."""

from __future__ import annotations

import re
from unicodedata import category

LONGEST = 4_000  # characters; what is longer is cut, with a sign that it was
# Every character at which some reader ends a line, not only those that the standards name.
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""What turns the direction of a text, so that it reads as something else than it says."""
_SPACES = re.compile(r"\s+")


def carried(text: str, limit: int = LONGEST) -> str:
    """The text with line feeds as its only control characters."""
    broken = _BREAK.sub("\n", text[: limit + 1]).replace("\t", " ")
    kept = "".join(one for one in broken if one == "\n" or _visible(one))
    return kept if len(text) <= limit else f"{kept[: limit - 1].rstrip()}…"


def one_line(text: str, limit: int = 200) -> str:
    """The same in one line."""
    return _SPACES.sub(" ", carried(text, limit)).strip()


def _visible(one: str) -> bool:
    return category(one) not in {"Cc", "Cs"} and one not in _TURNS
