"""Being ended from outside when the exception that should do it is lost on its way."""

from __future__ import annotations

import os
import signal
import sys
import weakref
from typing import TYPE_CHECKING

import pytest

from tests.tui.terminal import PATIENCE, Terminal
from tui.app import Bilat
from tui.endings import ending_in_order, run_in_order

if TYPE_CHECKING:
    from db import Store


class Thing:
    """Something that can be watched by a weak reference."""


def end_while_python_cannot_raise() -> None:
    """Send the signal from a weak reference's callback, where Python prints an exception and goes on."""
    thing = Thing()
    watched = weakref.ref(thing, lambda _: os.kill(os.getpid(), signal.SIGTERM))
    del thing
    assert watched() is None


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_ending_whose_exception_was_lost_still_ends_the_program(app: Bilat) -> None:
    def start() -> None:
        with ending_in_order():
            end_while_python_cannot_raise()
            run_in_order(app)

    with pytest.raises(SystemExit) as ended:
        start()
    assert ended.value.code == 143
    assert not app.is_running


def test_an_ending_that_came_through_is_not_told_twice(app: Bilat) -> None:
    with pytest.raises(SystemExit), ending_in_order():
        os.kill(os.getpid(), signal.SIGTERM)
    with ending_in_order():
        pass
    assert app.return_code is None


def test_a_terminal_that_is_gone_without_a_signal_ends_the_program(demo_store: Store) -> None:
    demo_store.close()
    command = [sys.executable, "-m", "tui", "--store", str(demo_store.path), "--desk", "MA"]
    with Terminal(command) as terminal:
        terminal.wait_for("Laftit")
        terminal.vanish()
        assert terminal.process.wait(PATIENCE) == 129
