"""Reading the screen as a person does: what stands on it, line by line."""

from __future__ import annotations

from typing import Any

from rich.style import Style
from textual.app import App
from textual.strip import Strip


def screen_strips(app: App[Any]) -> list[Strip]:
    """The lines of the screen in front, with their colours."""
    return app.screen._compositor.render_strips()


def screen_lines(app: App[Any]) -> list[str]:
    """The lines of the screen in front, without the blanks at their ends."""
    return [strip.text.rstrip() for strip in screen_strips(app)]


def screen_text(app: App[Any]) -> str:
    """All that stands on the screen in front."""
    return "\n".join(screen_lines(app))


def line_with(app: App[Any], words: str) -> str:
    """The first line that holds some words; fails with the whole screen when there is none."""
    for line in screen_lines(app):
        if words in line:
            return line
    raise AssertionError(f"{words!r} is not on the screen:\n{screen_text(app)}")


def style_of(app: App[Any], words: str) -> Style:
    """How the first occurrence of some words is drawn."""
    for strip in screen_strips(app):
        at = strip.text.find(words)
        if at < 0:
            continue
        for segment in strip:
            if at < len(segment.text):
                return segment.style or Style.null()
            at -= len(segment.text)
    raise AssertionError(f"{words!r} is not on the screen:\n{screen_text(app)}")
