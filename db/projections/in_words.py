"""A text as the words by which it is found."""

from __future__ import annotations

import re
from functools import lru_cache

from db.names import fold

_LONG = 200  # characters; longer texts do not come again
_HIDING = "'\u2019\u02bc"
_ELIDED = re.compile(rf"\b(?:[cdjlmnst]|qu)[{_HIDING}](?=[^\W\d_])(\w+)", re.IGNORECASE)


def in_words(text: str) -> str:
    """A text folded, and behind it what an article hides: "l'officier" is found as written and as "officier"."""
    return _in_words(text) if len(text) > _LONG else _once(text)


def _in_words(text: str) -> str:
    if not any(map(text.__contains__, _HIDING)):
        return fold(text)
    hidden = _ELIDED.findall(text)
    return " ".join(filter(None, (fold(text), *map(fold, hidden))))


_once = lru_cache(maxsize=1 << 16)(_in_words)
"""The same names come again and again while many events are worked out."""
