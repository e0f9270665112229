"""Keys as Textual names them, and as one reads them on a keyboard."""

from __future__ import annotations

import string
from functools import cache

_NAMES = {
    "slash": "/",
    "apostrophe": "'",
    "full_stop": ".",
    "colon": ":",
    "question_mark": "?",
    "plus": "+",
    "minus": "-",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "space": "Space",
    "backspace": "Backspace",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
}

_OTHERWISE = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Unicode's names of the signs that Textual calls otherwise."""


def key_name(key: str) -> str:
    """A key as it is printed on a keyboard: "/" for "slash", "Ctrl+P" for "ctrl+p"."""
    if key.startswith("ctrl+"):
        return "Ctrl+" + key[5:].upper()
    if len(key) > 1 and key[0] == "f" and key[1:].isdigit():
        return key.upper()
    return key if len(key) == 1 else _NAMES.get(key) or _signs().get(key, key)


def key_of(sign: str) -> str:
    """A letter, digit or sign as Textual names its key: "slash" for "/"; "" for what no keyboard has."""
    if sign.isalnum():
        return sign
    import unicodedata  # noqa: PLC0415 - only for keys that the officer chose

    name = unicodedata.name(sign, "").lower().replace("-", "_").replace(" ", "_")
    return _OTHERWISE.get(name, name)


@cache
def _signs() -> dict[str, str]:
    """The signs of keyboards by the names of their keys."""
    return {key_of(sign): sign for sign in string.punctuation + "§£€°²"}
