"""Tones become colours here and nowhere else: three greys, one accent and the marks, from any theme."""

from __future__ import annotations

import os
from functools import cache
from typing import Any, Literal, get_args

from rich.style import Style
from textual.app import App
from textual.color import Color, ColorParseError

from tui.lines import Tone

Ground = Literal["rest", "chosen", "kept", "title"]
"""What lies under a text: the pane, the selection in the focused pane or in another, a pane's title."""

_READABLE = 4.5  # contrast that small text needs, as the web's accessibility guidelines count it
_STEP = 0.05
_SHARE = {"plain": 0.8, "strong": 1.0, "dim": 0.6, "struck": 0.6, "faint": 0.32}


class Tones:
    """The styles of one theme."""

    def __init__(self, variables: dict[str, str], *, ansi: bool, no_color: bool) -> None:
        self._ansi = ansi
        self._no_color = no_color
        self._background = _color(variables.get("background"), "#11161c")
        self._foreground = _color(variables.get("foreground"), "#dce2ea")
        self._accent = _color(variables.get("accent") or variables.get("primary"), "#74b3c4")
        self._named = {
            "accent": self._accent,
            "warn": _color(variables.get("warning"), "#e0b066"),
            "error": _color(variables.get("error"), "#e27f76"),
            "good": _color(variables.get("success"), "#93bd83"),
        }
        self._styles = {
            (tone, ground): self._make(tone, ground) for tone in get_args(Tone) for ground in get_args(Ground)
        }

    def style(self, tone: Tone, ground: Ground = "rest") -> Style:
        """The style of a tone on a ground."""
        return self._styles[tone, ground]

    def _make(self, tone: Tone, ground: Ground) -> Style:
        # Where greys can be mixed, what is strong is brighter; bold is kept for the few things in use.
        bold = tone == "strong" and (ground in {"chosen", "title"} or self._ansi)
        strike = tone == "struck"
        if self._ansi:
            return _sixteen(tone, ground, bold=bold, strike=strike, no_color=self._no_color)
        back = self._background
        if ground == "chosen":
            back = back.blend(self._accent, 0.20)
        elif ground == "kept":
            back = back.blend(self._foreground, 0.07)
        if tone in self._named:
            fore = self._readable(self._named[tone], back)
        else:
            lift = 0.14 if ground == "chosen" else 0.0
            fore = back.blend(self._foreground, min(1.0, _SHARE[tone] + lift))
        return Style(color=fore.rich_color, bgcolor=back.rich_color, bold=bold, strike=strike)

    def _readable(self, fore: Color, back: Color) -> Color:
        """A colour, on pale grounds blended towards the text's own until it can be read."""
        if self._background.brightness < self._foreground.brightness:
            return fore  # on a dark ground a theme's own colours glow
        share = 0.0
        found = fore
        while share < 1.0 and contrast(found, back) < _READABLE:
            share += _STEP
            found = fore.blend(self._foreground, min(1.0, share))
        return found


def contrast(one: Color, other: Color) -> float:
    """How well one colour reads on the other, from 1 to 21."""
    paler, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (paler + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB's own curve
        for part in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _sixteen(tone: Tone, ground: Ground, *, bold: bool, strike: bool, no_color: bool) -> Style:
    # The terminal's own sixteen colours cannot be blended: greys are its dim, the selection is its reverse.
    reverse = ground == "chosen"
    dim = tone in {"dim", "struck", "faint"} and not reverse
    if no_color:
        # What warns must not look like everything else when its colour is gone.
        return Style(bold=bold or tone in {"warn", "error"}, dim=dim, reverse=reverse, strike=strike)
    name = {"accent": "cyan", "warn": "yellow", "error": "red", "good": "green"}.get(tone)
    return Style(color=None if reverse else name, bold=bold, dim=dim, reverse=reverse, strike=strike)


def _color(value: str | None, instead: str) -> Color:
    try:
        return Color.parse(value or instead)
    except ColorParseError:
        return Color.parse(instead)


def native_colours() -> bool | None:
    """Whether the terminal's own colours are to stay whatever the theme; None leaves that to the theme.

    NO_COLOR asks for none of ours: greys of ours would still paint over the ground that the terminal has.
    """
    return True if "NO_COLOR" in os.environ else None


@cache
def _tones(variables: tuple[tuple[str, str], ...], ansi: bool, no_color: bool) -> Tones:
    return Tones(dict(variables), ansi=ansi, no_color=no_color)


_ASKED = ("background", "foreground", "accent", "primary", "warning", "error", "success")


def tones_of(app: App[Any]) -> Tones:
    """The styles of the theme that the app shows now."""
    known = app.theme_variables
    wanted = tuple((name, known[name]) for name in _ASKED if name in known)
    return _tones(wanted, app.native_ansi_color, app.no_color)
