"""The backup of the day, made by the dashboard beside the officer's work."""

from __future__ import annotations

from time import monotonic, sleep
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from db.errors import BilatError

if TYPE_CHECKING:
    from textual.worker import Worker

    from tui.bridge import Bridge


_REST = 0.05  # seconds at most, after so much copying as took that long


class Left(BilatError):  # noqa: N818 - it is no mistake
    """The officer has left the program meanwhile."""


class Pace:
    """Half the disk's time for the copy of a large store, half for the officer; it ends with the program.

    A copy that was not finished is taken away, and the next start makes one.
    """

    def __init__(self, worker: Worker[None]) -> None:
        self._worker = worker
        self._last = monotonic()

    def __call__(self, _what: str, done: int, of: int) -> None:
        """Rest a little where it copies.

        Raises:
            Left: nobody is there any more.
        """
        if self._worker.is_cancelled:
            raise Left("The program was left.")
        if done < of:
            sleep(min(monotonic() - self._last, _REST))
        self._last = monotonic()


def keep_todays_backup(app: Bridge) -> None:
    """Make today's backup if there is none; only a failure is worth a word."""
    days, weeks, months = (int(number) for number in app.settings.backups.split())
    if app.demo or app.store.read_only or not days + weeks + months:
        return

    def make() -> None:
        pace = Pace(get_current_worker())
        from db.backups import back_up_daily  # noqa: PLC0415 - sqlite3, past the first paint
        from db.backups.folder import Keeping  # noqa: PLC0415 - likewise

        try:
            back_up_daily(app.store, app.today(), Keeping(days, weeks, months), pace)
        except Left:
            return
        except BilatError as error:
            app.call_from_thread(app.say, f"Today's backup: {error}", "warn")

    app.run_worker(make, thread=True, group="backup")
