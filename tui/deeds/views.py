"""v: the views, each imported when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.queries.trash import TrashRow
    from tui.app import Bilat


def show(app: Bilat, name: str | None) -> None:
    """Open the view that was chosen, None for none."""
    match name:
        case "today":
            from tui.screens.today import TodayScreen  # noqa: PLC0415

            app.push_screen(TodayScreen())
        case "watch":
            from tui.screens.watch import WatchScreen  # noqa: PLC0415

            app.push_screen(WatchScreen())
        case "calendar":
            from tui.screens.calendar import CalendarScreen  # noqa: PLC0415

            app.push_screen(CalendarScreen())
        case "verify":
            from tui.screens.verify import VerifyScreen  # noqa: PLC0415

            app.push_screen(VerifyScreen())
        case "vacant":
            from tui.screens.vacant import VacantScreen  # noqa: PLC0415

            app.push_screen(VacantScreen())
        case "changes":
            from tui.screens.changes import ChangesScreen  # noqa: PLC0415

            app.push_screen(ChangesScreen())
        case "trash":
            _show_trash(app)
        case "pairs" | "officials" | "followups" | "timeline":
            _show_list(app, name)


def _show_list(app: Bilat, name: str) -> None:
    """Go back to the main screen and its list."""
    from tui.screens.main import MainScreen  # noqa: PLC0415

    while len(app.screen_stack) > 1 and not isinstance(app.screen, MainScreen):
        app.pop_screen()
    if isinstance(app.screen, MainScreen):
        app.screen.go_to(name)


def _show_trash(app: Bilat) -> None:
    from tui import steps  # noqa: PLC0415
    from tui.modals.trash import TrashModal  # noqa: PLC0415

    def chosen(row: TrashRow | None) -> None:
        if row is not None:
            app.step(lambda: steps.from_trash(app, row))

    app.push_screen(TrashModal(), chosen)
