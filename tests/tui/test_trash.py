"""d moves to the trash and says so; the trash shows what went and gives it back."""

from __future__ import annotations

from pathlib import Path

from db import Store, queries
from db.rows import Key
from tests.tui.entering import count, settle, type_in
from tests.tui.reading import line_with, screen_lines, screen_text
from tui.app import Bilat
from tui.modals.trash import TrashModal
from tui.screens.main import MainScreen
from tui.screens.record import RecordScreen

TABLES = ("visit", "delegation", "meeting", "participant", "action", "followup", "citation", "meeting_party")


def counts(store: Store) -> list[int]:
    return [count(store, table) for table in TABLES]


async def test_d_deletes_at_once_and_names_what_went(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        before = counts(app.store)
        await pilot.press("4", "j", "j", "d")
        await settle(pilot)
        said = screen_lines(app)[-1]
        assert said.startswith(" V-2025-001 MA→ES 28–29 Jan 2025 went to the trash with ")
        assert said.endswith(" parts · u brings it back")
        assert count(app.store, "visit") == before[0] - 1
        assert "28–29 Jan 2025" not in "\n".join(screen_lines(app)[:-1])
        await pilot.press("u")
        await settle(pilot)
        assert counts(app.store) == before
        assert "28–29 Jan 2025" in screen_text(app)


async def test_an_open_record_that_is_deleted_closes(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "j", "j", "enter", "d")
        await settle(pilot)
        assert isinstance(app.screen, MainScreen)
        assert "V-2025-001 MA→ES 28–29 Jan 2025 went to the trash" in screen_lines(app)[-1]


async def test_a_follow_up_can_be_deleted(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        before = count(app.store, "followup")
        await pilot.press("3", "d")
        await settle(pilot)
        assert count(app.store, "followup") == before - 1


async def test_what_others_name_stays_and_says_why(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        before = count(app.store, "official")
        await pilot.press("2", "j", "d")
        await settle(pilot)
        assert count(app.store, "official") == before
        assert "takes part in" in screen_lines(app)[-1]


async def test_a_pair_cannot_be_deleted_and_says_why(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("d")
        await settle(pilot)
        assert "follows from its visits and meetings" in screen_lines(app)[-1]


async def test_the_trash_shows_what_when_and_by_whom_and_enter_restores(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        before = counts(app.store)
        await pilot.press("4", "j", "j", "d")
        await settle(pilot)
        await pilot.press("3", "d")
        await settle(pilot)
        await pilot.press("v", "x")
        await pilot.pause()
        assert type(app.screen) is TrashModal
        line = line_with(app, "V-2025-001")
        assert "MA→ES 28–29 Jan 2025" in line
        assert "officer" in line
        await pilot.press("j", "enter")
        await settle(pilot)
        assert screen_lines(app)[-1].startswith(" V-2025-001 is back with ")
        after = counts(app.store)
        assert after[0] == before[0]
        assert after[TABLES.index("followup")] == before[TABLES.index("followup")] - 1
        await pilot.press("u")
        await settle(pilot)
        assert count(app.store, "visit") == before[0] - 1
        with app.store.read() as reader:
            assert [row.name for row in queries.trash(reader) if row.key.kind == "visit"] == ["V-2025-001"]


async def test_what_hangs_on_something_gone_is_not_restored_half(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "j", "j", "n")
        await type_in(pilot, "todo chase fri")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, MainScreen)
        await pilot.press("3")
        with app.store.read() as reader:
            number = reader.value("SELECT MAX(id) FROM followup")
        app.screen._rows("followups").select(Key("followup", str(number)))
        await pilot.press("d")
        await settle(pilot)
        await pilot.press("1", "4", "g", "j", "j", "d")
        await settle(pilot)
        assert "V-2025-001 MA→ES 28–29 Jan 2025 went" in screen_lines(app)[-1]
        await pilot.press("v", "x", "j", "enter")
        await settle(pilot)
        assert "not in the store" in screen_lines(app)[-1]


async def test_an_empty_trash_says_so(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v", "x")
        await pilot.pause()
        assert "The trash is empty" in screen_text(app)
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert isinstance(app.screen, MainScreen)


async def test_the_trash_is_there_after_a_restart(app: Bilat, tmp_path: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "j", "j", "enter", "d")
        await settle(pilot)
        assert not isinstance(app.screen, RecordScreen)
    again = Store.open(app.store.path, officer="another")
    assert tmp_path in again.path.parents
    with again.read() as reader:
        (row,) = queries.trash(reader)
    again.close()
    assert (row.name, row.by) == ("V-2025-001", "officer")
    assert row.parts > 10


async def test_of_several_deleted_together_each_is_brought_back_by_itself(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "space", "space", "space", "d")
        await settle(pilot)
        assert "are in the trash" in screen_text(app)
        await pilot.press("v", "x")
        await settle(pilot)
        assert len([line for line in screen_lines(app) if "follow-up " in line]) == 3
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("v", "x")
        await settle(pilot)
        assert len([line for line in screen_lines(app) if "follow-up " in line]) == 2
