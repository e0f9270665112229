"""A star in front of a filter: its words are looked for in every record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.rows import Key
from tui.modals.palette import PaletteModal, Place
from tui.widgets.filtering import EVERYWHERE, FilteredSheet

if TYPE_CHECKING:
    from tui.app import Bilat


async def look(app: Bilat) -> None:
    """Open the search of all records, with what was typed since the star."""
    sheet = app.focused
    modal = PaletteModal((), only_records=True)

    def show(answer: Key | Place | str | None) -> None:
        if isinstance(answer, Key):
            app.open_record(answer)

    await app.push_screen(modal, show)
    if isinstance(sheet, FilteredSheet) and sheet.filter.text.startswith(EVERYWHERE):
        # Behind the letters that are still on their way to the list, so that none of them becomes a command.
        sheet.call_later(sheet.hand_over, modal.begin_with)
