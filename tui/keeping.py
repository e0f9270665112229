"""The backup of the day, made by the dashboard beside the officer's work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.errors import BilatError

if TYPE_CHECKING:
    from tui.bridge import Bridge


def keep_todays_backup(app: Bridge) -> None:
    """Make today's backup if there is none; only a failure is worth a word."""
    days, weeks, months = (int(number) for number in app.settings.backups.split())
    if app.demo or app.store.read_only or not days + weeks + months:
        return

    def make() -> None:
        from db.backups import back_up_daily  # noqa: PLC0415 - sqlite3, past the first paint
        from db.backups.folder import Keeping  # noqa: PLC0415 - likewise

        try:
            back_up_daily(app.store, app.today(), Keeping(days, weeks, months))
        except BilatError as error:
            app.call_from_thread(app.say, f"Today's backup: {error}", "warn")

    app.run_worker(make, thread=True, group="backup")
