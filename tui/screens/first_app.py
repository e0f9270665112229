"""What asks before the dashboard opens is a small app of its own, that looks and ends as the dashboard does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App, ReturnType
from textual.screen import Screen

from tui.endings import quit_when_ended
from tui.glyphs import glyphs, wants_ascii
from tui.pausing import driver_that_pauses
from tui.screens.roomy import Roomy
from tui.themes import OUR_THEMES
from tui.tones import native_colours

if TYPE_CHECKING:
    from textual.driver import Driver

    from tui.config import Settings


class FirstApp(App[ReturnType]):
    """An app for one question, in the officer's theme and letters."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, settings: Settings) -> None:
        super().__init__(ansi_color=native_colours())
        glyphs.choose(ascii_only=settings.ascii or wants_ascii())
        for theme in OUR_THEMES:
            self.register_theme(theme)
        if settings.theme in self.available_themes:
            self.theme = settings.theme

    def get_driver_class(self) -> type[Driver]:
        """Being stopped and going on harms nothing."""
        return driver_that_pauses(super().get_driver_class())

    def get_default_screen(self) -> Screen[None]:
        """A screen that asks for room like all others."""
        return Roomy()

    def on_load(self) -> None:
        """From here on, signals are the app's own affair."""
        quit_when_ended(self)
