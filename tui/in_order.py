"""Keys act one after the other, each on the screen that the one before has left.

Textual hands a key to whatever has the focus when the key arrives, not when the key before has done its work.
Keys that come together (fast hands, a slow line) would so act on the wrong pane.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import ClassVar

from textual import events
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.message_pump import MessagePump
from textual.screen import Screen

from tui.keys import find_action
from tui.tones import native_colours

_LOOKS = 0.02  # seconds until one looks again whether what the keys wait for is there
_PATIENCE = (
    0.15  # seconds until one looks whether the widget with which a key is has gone, and holds up the others
)
_LONGEST = 3.0  # seconds that keys wait for one another, a step or a view's lines; longer would look broken


class KeysInOrder(App[int]):
    """An app that gives out a key when the key before has been dealt with.

    Two attributes of a screen hold the keys: `busy` while its answer is saved or looked for, after which they are
    meant for what comes then; `coming` while the lines are read that it opens with, which only the way back does not
    need.
    """

    _STAYS: ClassVar[tuple[str, ...]] = ("move.down", "move.up", "move.page_down", "move.page_up")
    """What never moves the focus: nothing has to wait for it, so a held key does not pile up."""
    _MOVES: ClassVar[tuple[str, ...]] = (*_STAYS, "move.first", "move.last")

    def __init__(self) -> None:
        super().__init__(ansi_color=native_colours())
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._at_work = 0  # the number of the key that is being dealt with, 0 for none
        self._given_out = 0
        self._signs = 0  # that the key being dealt with goes its way
        self._with: MessagePump = self  # whose queue the key being dealt with is in
        self._steps = 0  # how many steps are being taken
        self._coming_since = 0.0  # when it was first seen that keys must wait for a step or a view, 0 for not
        self._holding: Screen[object] | None = None  # the screen for which the keys wait
        self._refusable = False  # whether it may refuse what was answered to it, and stay

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
        while self.is_running and self._waiting and not self._at_work and not self._hold():
            event = self._waiting.popleft()
            screen, target = self.screen, self.focused or self.screen
            others_wait = not (isinstance(event, events.Key) and self._stays(event.key))
            if others_wait:
                self._begin()
            await super().on_event(event)
            if others_wait:
                self._follow([*target.ancestors_with_self], self._at_work, screen)

    def _stays(self, key: str) -> bool:
        return _means(key, self._STAYS)

    # --- until a key has been dealt with ---

    def _begin(self) -> None:
        self._given_out += 1
        self._at_work = self._given_out
        self._with = self
        self._watch(self._at_work, -1, time.monotonic())

    def _watch(self, number: int, signs: int, since: float) -> None:
        """Go on to the next key when this one has gone with its widget, or when nothing has moved for too long."""
        if number != self._at_work:
            return
        now = time.monotonic()
        if signs != self._signs:
            signs, since = self._signs, now
        elif not self._with.is_running or now - since > _LONGEST:
            self.call_later(self._done, number)
            return
        self.set_timer(_PATIENCE, lambda: self._watch(number, signs, since))

    def _follow(self, pumps: list[MessagePump], number: int, screen: Screen[object]) -> None:
        """Walk behind the key, from widget to widget up to the app, through the same queues."""
        if number != self._at_work or not self.is_running:
            return
        self._signs += 1
        self._with = pumps[0] if pumps else self
        if not pumps:  # once more round the app, since a change of focus is asked for in its queue
            self.call_later(self._arrived, number, screen)
        elif not pumps[0].call_later(self._follow, pumps[1:], number, screen):  # it is gone
            self._follow(pumps[1:], number, screen)

    async def _arrived(self, number: int, screen: Screen[object]) -> None:
        """A screen that has come must have its focus before it gets a key, and may lead on to another one."""
        if not self.is_running:  # the screens are gone
            return
        if self.screen is screen:
            await self._done(number)
        else:
            self._when_painted(number)

    def _when_painted(self, number: int) -> None:
        self._with = self.screen
        self.screen.call_after_refresh(self._follow_on, number)

    def _follow_on(self, number: int) -> None:
        if self.is_running:
            screen = self.screen
            self._follow([*(self.focused or screen).ancestors_with_self], number, screen)

    def pop_screen(self) -> AwaitComplete:
        """A screen that goes takes along what walks behind the key: it begins anew on the one beneath."""
        popped = super().pop_screen()
        if self._at_work:
            self._when_painted(self._at_work)
        return popped

    async def _done(self, number: int) -> None:
        if number == self._at_work:
            self._at_work = 0
            await self._give_out()

    # --- while something is on its way ---

    @contextmanager
    def taking_a_step(self) -> Iterator[None]:
        """Hold what is typed meanwhile: it is meant for what the step leaves."""
        self._steps += 1
        try:
            yield
        finally:
            self._steps -= 1

    def _leaves(self) -> bool:
        """Whether the next key leaves a view whose lines nobody has waited for; moves before it come to nothing."""
        if self._steps or not getattr(self.screen, "coming", False):
            return False
        keys = [one.key if isinstance(one, events.Key) else "" for one in self._waiting]
        moves = next((at for at, key in enumerate(keys) if not _means(key, self._MOVES)), len(keys))
        if not _means("".join(keys[moves : moves + 1]), ("view.back",)):
            return False
        for _ in range(moves):
            self._waiting.popleft()
        return True

    def _hold(self) -> bool:
        """Whether the keys have to wait for what is being saved, looked for or read."""
        if self._holding in (None, self.screen) and not self._refusable and self._leaves():
            return False
        if self._holding is None:
            self._refusable = getattr(self.screen, "busy", False)
            if self._refusable or self._comes():
                self._holding = self.screen
                self.set_timer(_LOOKS, self._look_whether_there)
        return self._holding is not None

    def _comes(self) -> bool:
        """Whether a step is being taken or a view is being read, and not for too long."""
        if not (self._steps or getattr(self.screen, "coming", False)):
            self._coming_since = 0.0
            return False
        now = time.monotonic()
        self._coming_since = self._coming_since or now
        return now - self._coming_since < _LONGEST

    def _look_whether_there(self) -> None:
        """Look whether the keys can go on, and to which screen."""
        held = self._holding
        if not self.is_running:
            return
        if held is not None and self.screen is held:
            if getattr(held, "busy", False) or self._comes():
                self.set_timer(_LOOKS, self._look_whether_there)
                return
            if self._refusable:
                self._waiting.clear()  # it was refused and stands there still; nobody meant to type into it
        self._holding = None
        self._begin()
        self._when_painted(self._at_work)


def _means(key: str, actions: Iterable[str]) -> bool:
    """Whether a key is one of some actions'."""
    return any(key in find_action(name).keys for name in actions)
