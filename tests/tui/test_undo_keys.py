"""u and U: one key takes a step back or does it again, and says what that was."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.tui.entering import count, settle, type_in, value
from tests.tui.reading import screen_lines, screen_text
from tui.app import Bilat
from tui.screens.main import MainScreen
from tui.screens.record import RecordScreen


async def enter(pilot: Pilot[int], text: str) -> None:
    await pilot.press("n")
    await type_in(pilot, text)
    await pilot.press("enter")
    await settle(pilot)


async def test_undo_is_one_key_and_goes_back_step_by_step(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        before = count(app.store, "followup")
        await enter(pilot, "todo first fri")
        await enter(pilot, "todo second fri")
        await pilot.press("u")
        await settle(pilot)
        assert "Undid: new follow-up F-2026-010 “second”" in screen_lines(app)[-1]
        assert count(app.store, "followup") == before + 1
        await pilot.press("u")
        await settle(pilot)
        assert count(app.store, "followup") == before
        await pilot.press("U", "U")
        await settle(pilot)
        assert count(app.store, "followup") == before + 2


async def test_the_screen_shows_it_at_once_and_keeps_its_place(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await enter(pilot, "todo look here fri")
        await pilot.press("3", "j")
        await pilot.pause()
        assert isinstance(app.screen, MainScreen)
        selected = app.screen.selected
        assert "look here" in screen_text(app)
        await pilot.press("u")
        await settle(pilot)
        assert "look here" not in "\n".join(screen_lines(app)[:-1])
        assert app.screen.selected == selected


async def test_nothing_to_redo_is_a_sentence(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("U")
        await settle(pilot)
        assert screen_lines(app)[-1] == " There is nothing to redo."


async def test_what_somebody_changed_since_is_not_overwritten(app: Bilat) -> None:
    from db import Store  # noqa: PLC0415
    from db.models import FollowUp  # noqa: PLC0415

    async with app.run_test(size=(120, 40)) as pilot:
        await enter(pilot, "todo chase fri")
        number = value(app.store, "SELECT MAX(id) FROM followup")
        colleague = Store.open(app.store.path, officer="Farid")
        with colleague.write("edit") as session:
            session.get_one(FollowUp, number).text = "chase twice"
        colleague.close()
        await pilot.press("u")
        await settle(pilot)
        assert "was changed since by Farid" in screen_lines(app)[-1]
        assert value(app.store, "SELECT text FROM followup ORDER BY id DESC LIMIT 1") == "chase twice"


async def test_undo_works_on_an_open_record_too(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "j", "j", "enter")
        await enter(pilot, "!agreed joint patrols")
        assert isinstance(app.screen, RecordScreen)
        assert "joint patrols" in screen_text(app)
        await pilot.press("u")
        await settle(pilot)
        assert isinstance(app.screen, RecordScreen)
        assert "joint patrols" not in "\n".join(screen_lines(app)[:-1])
