"""What another process does to the store is on the screen within two seconds, and disturbs nothing."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from db import Store
from db.commands.removal import remove
from db.models import Visit
from db.rows import Key
from tests.db import making
from tests.tui.entering import settle, sheet, type_in
from tests.tui.reading import line_with, screen_lines, screen_text
from tui import bridge
from tui.app import Bilat
from tui.forms.modal import FormModal
from tui.screens.record import RecordScreen
from tui.widgets import footer_line
from tui.widgets.row_list import RowList

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 10.0  # seconds; only a test that fails waits as long
SOON = 2.0  # seconds

EDITING = """
import sys
from pathlib import Path
from db import Store
from db.models import Visit
store = Store.open(Path(sys.argv[1]), officer=sys.argv[2])
with store.write("edit V-2025-001") as session:
    session.get(Visit, 1).place = sys.argv[3]
store.close()
"""


@pytest.fixture(autouse=True)
def without_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of the glances is left to the tests, but for the one that measures it."""
    monkeypatch.setattr(bridge, "_LOOK_AT_THE_STORE", 3600.0)


def in_another_process(script: str, *arguments: object) -> None:
    subprocess.run([sys.executable, "-c", script, *map(str, arguments)], cwd=ROOT, check=True)


def amina(app: Bilat) -> Store:
    """A colleague at the same store."""
    return Store.open(app.store.path, officer="amina")


def place(store: Store, where: str, label: str = "edit V-2025-001") -> None:
    with store.write(label) as session:
        session.get_one(Visit, 1).place = where


async def glance(app: Bilat, pilot: Pilot[Any]) -> None:
    app.look_at_the_store()
    await settle(pilot)


async def test_what_another_process_writes_is_on_the_screen_within_two_seconds(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bridge, "_LOOK_AT_THE_STORE", 1.0)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "j", "j")
        await pilot.pause()
        assert "Elsewhere" not in screen_text(app)
        await asyncio.to_thread(in_another_process, EDITING, app.store.path, "amina", "Elsewhere")
        written, begun = time.monotonic(), time.process_time()
        while "Elsewhere" not in screen_text(app):
            assert time.monotonic() < written + PATIENCE
            await pilot.pause(0.01)
        busy = time.process_time() - begun  # on a machine that others keep busy, only what we took counts
        assert min(time.monotonic() - written, 1.0 + busy) < SOON
        assert line_with(app, "amina").startswith(" amina edited V-2025-001 · v c shows it")


async def test_selection_scroll_place_filter_and_marks_stay(app: Bilat) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press("4", *"jjjjjjjj", "space")
        timeline = app.screen.query_one("#timeline", RowList)
        await pilot.press("slash", *"ma", "enter")
        await pilot.pause()
        timeline.scroll_top(1)
        before = timeline.key, timeline.top, timeline.filter.text, tuple(timeline.marks)
        assert before[3]
        with amina(app).write("new visit") as session:
            making.visit(session, date="2026-11-20", title="Newest of all")
        at = timeline._cursor - timeline.top
        await glance(app, pilot)
        await pilot.pause()
        assert (timeline.key, timeline.filter.text, tuple(timeline.marks)) == (before[0], *before[2:])
        assert timeline._cursor - timeline.top == at
        assert timeline.top in {before[1], before[1] + 1}


async def test_a_list_that_the_wheel_has_moved_stays_where_it_is(app: Bilat) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press("4")
        timeline = app.screen.query_one("#timeline", RowList)
        await pilot.pause()
        timeline.scroll_top(6)
        before = timeline.top
        assert before > timeline._cursor + 1
        place(amina(app), "Toledo")
        await glance(app, pilot)
        assert (timeline.top, timeline._cursor) == (before, 0)


async def test_the_place_in_the_record_stays(app: Bilat) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press("4", "j", "j", "5", "pagedown")
        await pilot.pause()
        record = app.screen.query_one("#record")
        before = record.top  # type: ignore[attr-defined]
        assert before > 0
        place(amina(app), "Toledo")
        await glance(app, pilot)
        assert record.top == before  # type: ignore[attr-defined]


async def test_the_entry_line_keeps_its_text(app: Bilat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(footer_line, "_STAYS", 0.1)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await type_in(pilot, "MA>ES 3-4 feb 20")
        place(amina(app), "Toledo")
        await glance(app, pilot)
        assert sheet(app).editor.text == "MA>ES 3-4 feb 20"
        assert "amina" not in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
        while app.screen.query_one(footer_line.FooterLine).speaks:  # the officer's own sentence comes first
            await pilot.pause(0.05)
        await glance(app, pilot)
        assert screen_lines(app)[-1].startswith(" amina edited V-2025-001")


async def test_the_form_keeps_its_texts(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "j", "j", "e")
        await settle(pilot)
        assert isinstance(app.screen, FormModal)
        before = dict(app.screen._form.texts)
        assert before["place"] == "Madrid"
        place(amina(app), "Toledo")
        await glance(app, pilot)
        assert app.screen._form.texts == before


async def test_several_changes_are_one_sentence(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        for where in ("Toledo", "Sevilla"):
            place(amina(app), where)
        place(Store.open(app.store.path, officer="bo"), "Cádiz", "edit the place")
        await glance(app, pilot)
        assert screen_lines(app)[-1].startswith(
            " bo and 1 other made 3 changes, the last: edited the place · v c shows them"
        )


async def test_the_same_officer_in_another_window_is_told_apart(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        place(Store.open(app.store.path, officer="officer"), "Toledo")
        await glance(app, pilot)
        assert screen_lines(app)[-1].startswith(" You edited V-2025-001 in another window")


async def test_the_officers_own_sentence_is_not_talked_over(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "d")
        await settle(pilot)
        own = screen_lines(app)[-1]
        assert "went to the trash" in own
        place(amina(app), "Toledo")
        await glance(app, pilot)
        assert screen_lines(app)[-1] == own
        for footer in app.screen.query("#footer"):
            footer._said = None  # type: ignore[attr-defined] # its time is over
        await glance(app, pilot)
        assert screen_lines(app)[-1].startswith(" amina edited V-2025-001")
        await glance(app, pilot)
        assert not app._news


def rereads(app: Bilat, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    real = app._show_again

    def counted() -> None:
        found.append("again")
        real()

    monkeypatch.setattr(app, "_show_again", counted)
    return found


@pytest.mark.parametrize("key", ["u", "U", "d"])
async def test_an_own_step_rereads_once_and_is_not_noticed(
    app: Bilat, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    place(app.store, "Toledo")
    if key == "U":
        app.store.undo()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        await pilot.pause()
        again = rereads(app, monkeypatch)
        await pilot.press(key)
        await settle(pilot)
        assert again == ["again"]
        said = screen_lines(app)[-1]
        await glance(app, pilot)
        assert again == ["again"]
        assert screen_lines(app)[-1] == said


async def test_what_a_colleague_did_just_before_an_own_step_is_told_too(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        place(amina(app), "Toledo")
        await pilot.press("d")
        await settle(pilot)
        assert [step.by for step in app._news] == ["amina"]


async def test_a_store_that_nobody_touches_is_read_no_further(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        again = rereads(app, monkeypatch)
        for _ in range(3):
            await glance(app, pilot)
        assert again == []


async def test_an_open_record_that_another_deleted_says_so(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_record(Key("visit", "1"))
        await pilot.pause()
        with amina(app).write("delete V-2025-001 MA→ES") as session:
            remove(session, Key("visit", "1"))
        await glance(app, pilot)
        assert isinstance(app.screen, RecordScreen)
        assert "V-2025-001 MA→ES 28–29 Jan 2025 was deleted while it was open." in screen_text(app)
        assert screen_lines(app)[-1].startswith(" amina deleted V-2025-001 MA→ES")
        amina(app).undo()
        await glance(app, pilot)
        assert "was deleted while it was open" not in screen_text(app)
        assert "28–29 Jan 2025" in screen_text(app)


async def test_a_store_that_was_replaced_says_so_once_and_r_opens_the_new_one(
    app: Bilat, empty_file: Path
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "j", "j")
        await pilot.pause()
        new = app.store.path.with_name("new.db")
        shutil.copyfile(empty_file, new)
        new.replace(app.store.path)
        await glance(app, pilot)
        assert screen_lines(app)[-1] == (
            " demo.db is another file now: somebody has replaced the store. R tries again."
        )
        assert "28–29 Jan 2025" not in screen_text(app)
        await pilot.press("1", "d")
        await settle(pilot)
        await pilot.press("R")
        await settle(pilot)
        assert "Read again." in screen_lines(app)[-1]
        assert "No country pairs yet" in screen_text(app)
        with app.store.read() as reader:
            assert reader.value("SELECT COUNT(*) FROM visit") == 0
            assert reader.value("PRAGMA integrity_check") == "ok"


async def test_nothing_is_written_into_a_file_that_is_gone(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        await pilot.pause()
        app.store.path.replace(app.store.path.with_name("moved.db"))
        await pilot.press("n")
        await type_in(pilot, "todo chase fri")
        await pilot.press("enter")
        await settle(pilot)
        assert "demo.db is gone: somebody has moved or deleted it." in screen_text(app)
        assert sheet(app).editor.text == "todo chase fri"
        app.store.path.with_name("moved.db").replace(app.store.path)
        await pilot.press("x", "backspace", "enter")
        await settle(pilot)
        assert "todo chase fri" not in screen_text(app)
        with app.store.read() as reader:
            assert reader.value("SELECT COUNT(*) FROM followup WHERE text = 'chase'") == 1


async def test_a_file_that_comes_back_is_shown_again_by_itself(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "j", "j")
        await pilot.pause()
        before = screen_lines(app)[:-1]
        away = app.store.path.with_name("moved.db")
        app.store.path.replace(away)
        await glance(app, pilot)
        assert "cannot be read" in screen_lines(app)[0]
        await pilot.press("R")
        await settle(pilot)
        assert "There is no store at" in screen_lines(app)[-1]
        away.replace(app.store.path)
        await glance(app, pilot)
        assert screen_lines(app)[:-1] == before
