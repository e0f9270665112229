"""In the trash, x and E let records go for good; y says so, and nothing else does."""

from __future__ import annotations

import pytest

from db.commands.removal import remove
from db.rows import Key
from tests.tui.entering import count, settle
from tests.tui.reading import screen_lines, screen_text
from tui.app import Bilat
from tui.modals.emptying import EmptyingModal
from tui.modals.trash import TrashModal
from tui.widgets.pane import Pane


def thrown_away(app: Bilat, *numbers: int) -> None:
    for number in numbers:
        with app.store.write(f"delete visit {number}") as session:
            remove(session, Key("visit", str(number)))


async def test_all_go_when_y_confirms_and_the_file_has_nothing_left(app: Bilat) -> None:
    thrown_away(app, 1, 3)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "x", "E")
        await settle(pilot)
        assert isinstance(app.screen, EmptyingModal)
        text = screen_text(app)
        assert "2 records go for good, with all parts and all history:" in text
        assert "V-2022-001 and V-2025-001." in text
        assert "Nothing brings them back, u neither." in text
        await pilot.press("y")
        await settle(pilot)
        assert isinstance(app.screen, TrashModal)
        assert "2 records are gone for good." in screen_text(app)
        assert "The trash is empty" in screen_text(app)
        await pilot.press("escape", "u")
        await settle(pilot)
        assert "cannot be undone" in screen_lines(app)[-1]
    assert b"V-2025-001" not in app.store.path.read_bytes()


@pytest.mark.parametrize("key", ["escape", "n", "q", "E", "enter", "x", "space"])
async def test_every_other_key_keeps_them(app: Bilat, key: str) -> None:
    thrown_away(app, 1)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v", "x", "E", key)
        await settle(pilot)
        if isinstance(app.screen, EmptyingModal):
            await pilot.press("escape")
            await settle(pilot)
        assert isinstance(app.screen, TrashModal)
        assert "V-2025-001" in screen_text(app)


async def test_x_lets_the_one_under_the_cursor_go(app: Bilat) -> None:
    thrown_away(app, 1, 3)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "x", "j", "x")
        await settle(pilot)
        assert "1 record goes for good, with all parts and all history:" in screen_text(app)
        assert "V-2025-001." in screen_text(app)
        await pilot.press("y")
        await settle(pilot)
        pane = app.screen.query_one(Pane)
        assert pane.total == 1
        assert "V-2022-001" in screen_text(app)
        assert "1 record is gone for good." in screen_text(app)


async def test_what_a_colleague_restored_meanwhile_stays(app: Bilat) -> None:
    thrown_away(app, 1)
    before = count(app.store, "visit")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "x", "x")
        await settle(pilot)
        app.store.undo()
        await pilot.press("y")
        await settle(pilot)
        assert "It is no longer in the trash, so nothing was emptied." in screen_text(app)
        assert count(app.store, "visit") == before + 1
        assert "The trash is empty" in screen_text(app)


async def test_an_empty_trash_has_nothing_to_let_go(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v", "x", "E", "x")
        await settle(pilot)
        assert "The trash is empty already." in screen_text(app)


async def test_a_deletion_by_a_colleague_comes_into_the_open_trash(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "x")
        await settle(pilot)
        thrown_away(app, 1)
        app.look_at_the_store()
        await settle(pilot)
        assert "V-2025-001" in screen_text(app)
        assert "E empties" in screen_text(app)


async def test_the_keys_of_the_trash_are_told_on_the_smallest_window(app: Bilat) -> None:
    thrown_away(app, 1)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("v", "x")
        await settle(pilot)
        assert "Enter restores  x for good  E empties  Esc closes" in screen_text(app)
