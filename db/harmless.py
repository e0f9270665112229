"""JSON and TOML that may be looked at: what would act on a terminal or turn a line round is written as an escape."""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import Any

# ESC and its like are escaped by JSON itself; these are not: the other controls, and what changes the direction.
_ACTS = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")

# What C does in one go, no other thread can interrupt: a dossier of megabytes would hold up the keys for its length.
_VALUES = 4_000
_LETTERS = 50_000


def json_text(plain: Any, indent: int | None = None) -> str:
    """Plain values as JSON with every other letter as it is."""
    if indent is None:
        return escaped(json.dumps(plain, ensure_ascii=False))
    values = json.JSONEncoder(ensure_ascii=False, indent=indent).iterencode(plain)
    return "".join(iter(lambda: escaped("".join(islice(values, _VALUES))), ""))


def escaped(text: str) -> str:
    """JSON or TOML with such characters, which stand in quotes only, written as escapes."""
    pieces = (text[at : at + _LETTERS] for at in range(0, len(text), _LETTERS))
    return "".join(_ACTS.sub(lambda found: f"\\u{ord(found[0]):04x}", piece) for piece in pieces)
