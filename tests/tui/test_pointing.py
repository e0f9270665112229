"""What was just entered or brought back is shown, or the key is named that shows it."""

from __future__ import annotations

from tests.tui.desk import keys, read
from tests.tui.entering import type_in
from tests.tui.reading import screen_lines, screen_text
from tui.app import Bilat

_OF_OTHERS = "The Interior Minister of Greece, Nikos Pappas, visited Rome, Italy, on 8 May 2025.\n"
_TO_SPAIN = "The Interior Minister of Morocco, Rachid Alami, visited Madrid, Spain, on 3 May 2025.\n"


async def test_a_visit_of_another_pair_moves_the_cursor_to_its_pair(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        for line in ("FR>MA 3 feb 2025", "MA>ES 28 jan 2025"):
            await keys(pilot, "n")
            await type_in(pilot, line)
            await keys(pilot, "enter", "1")
            assert line[:2] in str(desk_app.screen.in_scope), line  # type: ignore[attr-defined]
            assert line[3:5] in str(desk_app.screen.in_scope), line  # type: ignore[attr-defined]


async def test_a_text_saved_is_shown_at_its_pair_whichever_was_selected(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "n")
        await type_in(pilot, "FR>MA 3 jun 2025")
        await keys(pilot, "enter")
        await read(pilot, _TO_SPAIN)
        await keys(pilot, "A", "ctrl+s")
        assert "Saved V-2025-002" in screen_lines(desk_app)[-1]
        assert "Alami, Madrid" in screen_text(desk_app)
        assert "shows its pair" not in screen_text(desk_app)


async def test_a_text_of_other_countries_names_the_key_that_shows_their_pair(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        await keys(pilot, "n")
        await type_in(pilot, "FR>MA 3 jun 2025")
        await keys(pilot, "enter")
        await read(pilot, _OF_OTHERS)
        await keys(pilot, "A", "ctrl+s")
        assert "A shows its pair · u undoes" in screen_lines(desk_app)[-1]
        assert "GR – IT" not in screen_text(desk_app)
        await keys(pilot, "A")
        assert "GR – IT" in screen_text(desk_app)


async def test_what_is_brought_back_is_shown_at_its_pair(desk_app: Bilat) -> None:
    async with desk_app.run_test(size=(120, 40)) as pilot:
        for line in ("FR>MA 3 jun 2025", "MA>ES 28 jan 2025"):
            await keys(pilot, "n")
            await type_in(pilot, line)
            await keys(pilot, "enter")
        await keys(pilot, "4", "d", "1")
        assert "FR" in str(desk_app.screen.in_scope)  # type: ignore[attr-defined]
        await keys(pilot, "u")
        assert "ES" in str(desk_app.screen.in_scope)  # type: ignore[attr-defined]
