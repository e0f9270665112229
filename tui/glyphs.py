"""Every symbol of the screen that is not ASCII, by name, with its ASCII twin; chosen once, at the start."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final

_TWINS: Final[dict[str, tuple[str, str]]] = {
    "bar": ("▌", ">"),  # the selection
    "cursor": ("▏", "|"),
    "to": ("→", ">"),
    "exchange": ("⇄", "/"),
    "ours": ("▶", ">"),
    "theirs": ("◀", "<"),
    "third": ("◆", "*"),
    "full": ("●", "*"),
    "hollow": ("○", "."),
    "quarter": ("◔", "2"),
    "half": ("◑", "3"),
    "most": ("◕", "4"),
    "due": ("□", "o"),
    "check": ("✓", "x"),
    "cross": ("✗", "-"),
    "alike": ("≈", "="),
    "clash": ("▲", "^"),
    "span": ("━", "="),
    "times": ("×", "x"),
    "dot": ("·", "-"),
    "bullet": ("•", "*"),
    "dash": ("–", "-"),
    "long_dash": ("—", "-"),
    "ellipsis": ("…", "~"),
    "quote_open": ("“", '"'),
    "quote_close": ("”", '"'),
    "apostrophe": ("’", "'"),
    "branch": ("├", "|"),
    "last_branch": ("└", "`"),
    "horizontal": ("─", "-"),
    "vertical": ("│", "|"),
    "thumb": ("┃", "#"),
    "top_left": ("╭", "+"),
    "top_right": ("╮", "+"),
    "bottom_left": ("╰", "+"),
    "bottom_right": ("╯", "+"),
    "up": ("↑", "^"),
    "down": ("↓", "v"),
    "left": ("←", "<"),
    "right": ("›", ">"),
    "escape": ("␛", "^"),
    "newline": ("␤", "/"),
    "unknown": ("�", "?"),
    "open_mark": ("‹", "<"),
    "close_mark": ("›", ">"),
}


class Glyphs:
    """The symbols in use, as attributes; `ascii` says which of the two sets it is."""

    bar: str
    cursor: str
    to: str
    exchange: str
    ours: str
    theirs: str
    third: str
    full: str
    hollow: str
    quarter: str
    half: str
    most: str
    due: str
    check: str
    cross: str
    alike: str
    clash: str
    span: str
    times: str
    dot: str
    bullet: str
    dash: str
    long_dash: str
    ellipsis: str
    quote_open: str
    quote_close: str
    apostrophe: str
    branch: str
    last_branch: str
    horizontal: str
    vertical: str
    thumb: str
    top_left: str
    top_right: str
    bottom_left: str
    bottom_right: str
    up: str
    down: str
    left: str
    right: str
    escape: str
    newline: str
    unknown: str
    open_mark: str
    close_mark: str

    def __init__(self) -> None:
        self.ascii = False
        self.choose(ascii_only=False)

    def choose(self, *, ascii_only: bool) -> None:
        """Take one of the two sets, for the life of the program."""
        self.ascii = ascii_only
        for name, twins in _TWINS.items():
            setattr(self, name, twins[ascii_only])


glyphs: Final = Glyphs()

ASCII_TWIN: Final[Mapping[int, str]] = {ord(symbol): twin for symbol, twin in _TWINS.values()}


def wants_ascii(environment: Mapping[str, str] | None = None) -> bool:
    """Whether the surroundings ask for ASCII, whatever the settings say: the locale is not UTF-8."""
    env = os.environ if environment is None else environment
    locale = env.get("LC_ALL") or env.get("LC_CTYPE") or env.get("LANG") or ""
    # A plain "C" is what containers and ssh leave behind, with terminals that speak UTF-8 all the same.
    return bool(locale) and locale not in {"C", "POSIX"} and "utf" not in locale.lower()
