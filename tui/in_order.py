"""Keys act one after the other, each on the screen that the one before has left.

Textual hands a key to whatever has the focus when the key arrives, not when the key before has done its work.
Keys that come together (fast hands, a slow line) would so act on the wrong pane.
"""

from __future__ import annotations

from collections import deque
from typing import ClassVar

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen

from tui.keys import find_action
from tui.tones import native_colours

_SAVES = 0.02  # seconds until one looks again whether a sheet has been saved
_PATIENCE = 0.3  # seconds; a key whose widget is gone must not hold back the keys behind it


class KeysInOrder(App[int]):
    """An app that gives out a key when the key before has been dealt with."""

    _STAYS: ClassVar[frozenset[str]] = frozenset(
        key for name in ("down", "up", "page_down", "page_up") for key in find_action(f"move.{name}").keys
    )
    """Keys that never move the focus: nothing has to wait for them, so a held key does not pile up."""

    def __init__(self) -> None:
        super().__init__(ansi_color=native_colours())
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._at_work = 0  # the number of the key that is being dealt with, 0 for none
        self._given_out = 0
        self._saving: Screen[object] | None = None  # the sheet whose end the keys are waiting for

    async def on_event(self, event: events.Event) -> None:
        """Queue what is typed; everything else goes its way."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._waiting.append(event)
        if not self._at_work:
            await self._give_out()

    async def _give_out(self) -> None:
        """Give out the next key, and those behind it as long as none of them may move the focus."""
        while self._waiting and not self._at_work and not self._wait_for_saving():
            event = self._waiting.popleft()
            screen, target = self.screen, self.focused or self.screen
            if not (isinstance(event, events.Key) and event.key in self._STAYS):
                self._given_out += 1
                self._at_work = self._given_out
            await super().on_event(event)
            if self._at_work:
                number = self._at_work
                self.set_timer(_PATIENCE, lambda number=number: self.call_later(self._done, number))
                self._follow([*target.ancestors_with_self], number, screen)

    def _follow(self, pumps: list[MessagePump], number: int, screen: MessagePump) -> None:
        """Walk behind the key, from widget to widget up to the app, through the same queues."""
        if pumps:
            pumps[0].call_later(self._follow, pumps[1:], number, screen)
        else:  # once more round the app, since a change of focus is asked for in its queue
            self.call_later(self._arrived, number, screen)

    async def _arrived(self, number: int, screen: MessagePump) -> None:
        if self.screen is screen:
            await self._done(number)
        else:  # a screen that has just opened must have its focus before it gets a key
            self.screen.call_after_refresh(self.call_later, self._done, number)

    async def _done(self, number: int) -> None:
        if number == self._at_work:
            self._at_work = 0
            await self._give_out()

    def _wait_for_saving(self) -> bool:
        """Hold what is typed while a sheet is being saved: it is meant for the screen beneath."""
        if self._saving is None and getattr(self.screen, "busy", False):
            self._saving = self.screen
            self.set_timer(_SAVES, self._look_whether_saved)
        return self._saving is not None

    async def _look_whether_saved(self) -> None:
        saving = self._saving
        if saving is not None and self.screen is saving:
            if getattr(saving, "busy", False):
                self.set_timer(_SAVES, self._look_whether_saved)
                return
            self._waiting.clear()  # it was refused and stands there still; nobody meant to type into it
        self._saving = None
        self.screen.call_after_refresh(self.call_later, self._give_out)
