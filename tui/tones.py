"""Tones become colours here and nowhere else: three greys, one accent and the marks, from any theme."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, get_args

from rich.style import Style
from textual.app import App
from textual.color import Color, ColorParseError

from tui.lines import Tone

Ground = Literal["rest", "chosen", "kept", "title"]
"""What lies under a text: the pane, the selection in the focused pane or in another, a pane's title."""

_SHARE = {"plain": 0.8, "strong": 1.0, "dim": 0.6, "faint": 0.32}


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
        greys = not (self._ansi or self._no_color)
        bold = tone == "strong" and (ground in {"chosen", "title"} or not greys)
        if self._ansi:
            return _sixteen(tone, ground, bold=bold)
        if self._no_color and ground == "chosen":
            return Style(color=self._background.rich_color, bgcolor=self._foreground.rich_color, bold=bold)
        back = self._background
        if ground == "chosen":
            back = back.blend(self._accent, 0.20)
        elif ground == "kept":
            back = back.blend(self._foreground, 0.07)
        if tone in self._named:
            fore = self._named[tone]
            bold = bold or (self._no_color and tone in {"warn", "error"})
        else:
            lift = 0.14 if ground == "chosen" else 0.0
            fore = back.blend(self._foreground, min(1.0, _SHARE[tone] + lift))
        return Style(color=fore.rich_color, bgcolor=back.rich_color, bold=bold)


def _sixteen(tone: Tone, ground: Ground, *, bold: bool) -> Style:
    # The terminal's own sixteen colours cannot be blended: greys are its dim, the selection is its reverse.
    reverse = ground == "chosen"
    dim = tone in {"dim", "faint"} and not reverse
    name = {"accent": "cyan", "warn": "yellow", "error": "red", "good": "green"}.get(tone)
    return Style(color=None if reverse else name, bold=bold, dim=dim, reverse=reverse)


def _color(value: str | None, instead: str) -> Color:
    try:
        return Color.parse(value or instead)
    except ColorParseError:
        return Color.parse(instead)


@cache
def _tones(variables: tuple[tuple[str, str], ...], ansi: bool, no_color: bool) -> Tones:
    return Tones(dict(variables), ansi=ansi, no_color=no_color)


_ASKED = ("background", "foreground", "accent", "primary", "warning", "error", "success")


def tones_of(app: App[Any]) -> Tones:
    """The styles of the theme that the app shows now."""
    known = app.theme_variables
    wanted = tuple((name, known[name]) for name in _ASKED if name in known)
    return _tones(wanted, app.native_ansi_color, app.no_color)
