"""Empty, filtered to nothing and failed are three states with three texts; the day turns while the screen is open."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db import Store, queries
from db.errors import Busy
from tests.tui.reading import line_with, screen_lines, screen_text
from tui.app import Bilat
from tui.config import Settings
from tui.widgets.pane import Pane

BUSY = "Somebody else has been writing for ten seconds; nothing was changed."


def busy(*_args: Any, **_named: Any) -> Any:
    raise Busy(BUSY)


async def test_an_empty_store_says_what_comes_where(empty_store: Store) -> None:
    app = Bilat(empty_store, settings=Settings(desk="MA"), clock=lambda: date(2026, 11, 21))
    async with app.run_test(size=(120, 40)) as pilot:
        for key in ("j", "2", "G", "3", "4", "5", "enter", "o", "y", "1"):
            await pilot.press(key)
        await pilot.pause()
        text = screen_text(app)
        for words in (
            "No country pairs yet",
            "No officials yet",
            "No open follow-ups",
            "No visits or meetings",
        ):
            assert words in text
        assert "nothing overdue" in screen_lines(app)[0]


async def test_without_a_desk_all_pairs_are_shown(demo_store: Store) -> None:
    app = Bilat(demo_store, settings=Settings(), clock=lambda: date(2026, 11, 21))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        everyone = queries.pairs(app.store, app.moment, everyone=True).count()
        assert f" {everyone} ─╮" in line_with(app, "1 Country pairs")
        assert "all countries" in screen_lines(app)[0]
        await pilot.press("A")
        await pilot.pause()
        assert "all pairs are shown already" in screen_lines(app)[-1]


@pytest.mark.parametrize(
    "broken", ["pairs", "officials", "steps", "timeline_with_climbs", "glance", "scope_of", "header"]
)
async def test_a_read_that_fails_is_a_sentence_in_its_pane(
    app: Bilat, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        with monkeypatch.context() as patch:
            patch.setattr(queries, broken, busy)
            await pilot.press("R")
            await pilot.pause()
            still = broken in {"pairs", "officials", "steps", "timeline_with_climbs", "glance"}
            assert ("It still cannot be read." if still else "Read again.") in screen_lines(app)[-1]
            await pilot.press("2", "j", "4", "j", "1", "j", "k")
            await pilot.pause()
            text = screen_text(app)
            if broken not in {"scope_of", "header"}:
                assert "Somebody else has been writing" in text
                assert "R tries again." in text
            assert "Traceback" not in text
        await pilot.press("R")
        await pilot.pause()
        assert "Somebody else has been writing" not in screen_text(app)
        assert "Read again." in screen_lines(app)[-1]


async def test_a_failed_list_can_be_opened_and_filtered_without_harm(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "pairs", busy)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "G", "s", "A", "slash", "x", "escape", "o", "y")
        await pilot.pause()
        assert "Somebody else has been writing" in screen_text(app)


async def test_what_was_due_yesterday_is_overdue_after_midnight(demo_store: Store) -> None:
    days = [date(2026, 11, 21)]
    app = Bilat(demo_store, settings=Settings(desk="MA"), clock=lambda: days[0])
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "j")
        await pilot.pause()
        before = line_with(app, "overdue")
        selected = next(line for line in screen_lines(app)[27:] if line.startswith("│▌"))
        days[0] = date(2026, 11, 25)
        app.look_at_the_clock()
        await pilot.pause()
        after = line_with(app, "overdue")
        assert after.endswith("Wed 25 Nov")
        assert after.split("overdue")[0] != before.split("overdue")[0]
        assert next(line for line in screen_lines(app)[27:] if line.startswith("│▌"))[:34] == selected[:34]


@pytest.mark.parametrize("key", ["1", "2", "3", "4"])
async def test_every_pane_of_a_new_store_names_the_key_that_helps(empty_store: Store, key: str) -> None:
    app = Bilat(empty_store, settings=Settings(desk="MA"), clock=lambda: date(2026, 11, 21))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press(key)
        await pilot.pause()
        text = " ".join(screen_text(app).replace("│", " ").split())
        assert ("n enters one: todo" if key == "3" else "n enters one: MA>ES 28-29 jan 2025") in text
        assert "A shows all pairs" not in text
        assert "All is done" not in text


async def test_all_pairs_are_offered_where_other_desks_have_some(demo_store: Store) -> None:
    app = Bilat(demo_store, settings=Settings(desk="JP"), clock=lambda: date(2026, 11, 21))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "A shows all pairs" in screen_text(app)


async def test_a_header_that_cannot_be_read_does_not_look_calm(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "header", busy)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "cannot be read" in screen_lines(app)[0]
        assert "overdue" not in screen_lines(app)[0]


async def test_the_timeline_under_a_list_that_failed_has_failed(demo_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "demo.db"
    shutil.copyfile(demo_file, path)
    with sqlite3.connect(path) as database:
        database.execute("DROP TABLE visit")
    database.close()
    with closing(Store.open(path)) as store:
        app = Bilat(store, settings=Settings(desk="MA"), clock=lambda: date(2026, 11, 21))
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("3")
            await pilot.pause()
            assert app.screen.query_one("#timeline", Pane).state == "failed"
            assert "everything" not in line_with(app, "4 Timeline")
