"""The tutorial at work: it looks what was done, and goes on to the next step."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from textual.app import SuspendNotSupported

from db.errors import BilatError
from tui.keys import keyed, pressed
from tui.tutorial.box import StepBox
from tui.tutorial.steps import STEPS, Seen, seen

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.timer import Timer

    from tui.app import Bilat

_OFTEN = 0.2  # seconds between two looks
_LAYERS = ("default", "tutorial", "too-small")  # what covers a window that is too small stays above
_END = (
    "That is the way through a day.",
    "Look around: nothing here is yours, and all of it is gone at the end. `{quit}` leaves the program.",
)
_END_WITHIN = (_END[0], "Look around: nothing here is yours. `{tutorial}` goes back to your own store.")


class Tutorial:
    """Ten steps.

    Attributes:
        number: of the step that is asked for, from 0; their number when all are done.
        and_back: whether the officer's own store waits for its end.
    """

    def __init__(self, app: Bilat, *, and_back: bool = False) -> None:
        self._app = app
        self.and_back = and_back
        self.number = 0
        self._began: Seen | None = None
        self._timer: Timer | None = None

    def begin(self) -> None:
        """Show the first step, and look from now on."""
        self._timer = self._app.set_interval(_OFTEN, self.look)
        # A new screen shows the step, too.
        self._app.screen_change_signal.subscribe(self._app, lambda _: self.look())
        self.look()

    def leave(self) -> None:
        """Take the box away; the store of examples stays open."""
        if self._timer is not None:
            self._timer.stop()
            self._app.screen_change_signal.unsubscribe(self._app)
        for screen in self._app.screen_stack:
            for box in screen.query(StepBox):
                box.remove()

    def look(self) -> None:
        """Go on where the step was done, and show what is asked for on the screen in front."""
        with suppress(BilatError):  # what reads the store says what is wrong with it
            now = seen(self._app)
            if self._began is None:
                self._began = now
            elif self.number < len(STEPS) and STEPS[self.number].done(self._began, now):
                self.number += 1
                self._began = now
        self._show(self._app.screen)

    def _show(self, screen: Screen[object]) -> None:
        for each in self._app.screen_stack:  # one that lies under a question still tells of the step before
            for covered in each.query(StepBox):
                covered.display = each is screen
        box = next(iter(screen.query(StepBox)), None)
        title, words = self._words()
        if box is None:
            box = StepBox(title, words)
            box.place(self._app.size, modal=screen.is_modal)
            screen.set_styles(layers=_LAYERS)
            screen.mount(box)
        elif (box.title, box.words) != (title, words) or box.placed_for != self._app.size:
            box.title, box.words = title, words
            box.place(self._app.size, modal=screen.is_modal)

    def _words(self) -> tuple[str, tuple[str, ...]]:
        if self.number == len(STEPS):
            return "Done", tuple(keyed(words) for words in (_END_WITHIN if self.and_back else _END))
        step = STEPS[self.number]
        return f"Step {self.number + 1} of {len(STEPS)}", (keyed(step.asks), keyed(step.tells))


_at_work: WeakKeyDictionary[Bilat, Tutorial] = WeakKeyDictionary()
"""The tutorial of each dashboard that has one."""


def begin(app: Bilat) -> None:
    """Begin over the first screen."""
    _begin(app, Tutorial(app))


def begin_and_go_back(app: Bilat) -> None:
    """Begin over the first screen, for somebody whose own store waits."""
    _begin(app, Tutorial(app, and_back=True))


def _begin(app: Bilat, tutorial: Tutorial) -> None:
    _at_work[app] = tutorial
    tutorial.begin()


def turn(app: Bilat) -> None:
    """Leave the tutorial, else begin it: here where the store is one of examples, else in one of its own."""
    if leave(app):
        return
    if app.demo:
        begin(app)
    else:
        _elsewhere(app)


def leave(app: Bilat) -> bool:
    """Leave the tutorial; tells whether it was at work."""
    tutorial = _at_work.pop(app, None)
    if tutorial is None:
        return False
    tutorial.leave()
    if tutorial.and_back:
        app.exit()
        return True
    app.say(f"The tutorial is over; {pressed('tutorial')} begins it again.")
    return True


def _elsewhere(app: Bilat) -> None:
    """Leave the terminal to a program of its own until it ends; the officer's own store waits untouched."""
    try:
        with app.suspend():
            subprocess.run([sys.executable, "-m", "tui", "tutorial", "--and-back"], check=False)
    except (SuspendNotSupported, OSError):
        app.say("The tutorial cannot begin from here; leave, and type: bilat tutorial", "warn")
        return
    app.refresh()
    app.say("Back at your own store.")
