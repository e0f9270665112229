"""Being stopped and going on, whoever stops it: Ctrl+Z, `kill -STOP`, a session that was detached."""

from __future__ import annotations

import signal
from types import FrameType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App


def go_on_once(app: App[Any]) -> None:
    """Let an app that was stopped without being asked begin anew when it goes on; call it when the app is ready.

    Textual would begin a second time beside the first: two threads would read the keys, and one of them for ever.
    """
    driver = app._driver  # noqa: SLF001 - the app has no public way to it
    stop, go_on = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
    if driver is None or not callable(stop) or not callable(go_on):
        return
    asked = False

    def stopping(number: int, frame: FrameType | None) -> None:
        nonlocal asked
        asked = True
        stop(number, frame)

    def going_on(number: int, frame: FrameType | None) -> None:
        nonlocal asked
        if not asked:
            driver.suspend_application_mode()
        asked = False
        go_on(number, frame)

    signal.signal(signal.SIGTSTP, stopping)
    signal.signal(signal.SIGCONT, going_on)
