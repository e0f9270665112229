"""A store full of hostile text: every screen that opens over the main one shows it as plain text and stands."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from db import Store
from db.rows import Key, Kind
from tests.tui.entering import work_done
from tests.tui.reading import screen_strips, screen_text
from tui import copying
from tui.app import Bilat
from tui.config import Settings
from tui.modals.origin import OriginModal
from tui.screens.today import TodayScreen
from tui.screens.watch import WatchScreen

FREE_TEXT = {
    "visit": "title purpose place note date_text",
    "meeting": "title place note date_text",
    "action": "text verb deliverable note close_reason due_text",
    "followup": "text assignee recurrence remind_on hidden_until due_text",
    "official": "name sort_name native_name note protocol_note",
    "organisation": "name acronym note",
    "source": "title publisher author cites url language handling note date_text",
    "citation": "field value quote locator",
    "participant": "as_printed group_name on_behalf_of",
    "delegation": "level",
    "log_entry": "by text",
    "rung_change": "note date_text",
    "official_name": "name script",
    "post": "title",
    "series": "name",
    "step": "by label",
    "topic": "label",
    "instrument": "label",
    "country": "name",
    "event": "title people place",
    "official_summary": "name post",
    "search_entry": "label detail",
}
ONE_OF_A_KIND = {"citation", "official_name", "post"}
# A store is slow to walk through, so all of it at once; one by one they stand in the tests of cards.
ACTS = "\x1b]0;x\x07\u202e[/MFA][b]\u200d\none\r\ntwo [bold]x [ [@click=app.quit]x[/] gnp.exe a\u200cb "
HOSTILE = ACTS + "x" * 100_000
KINDS: tuple[Kind, ...] = (
    "pair",
    "visit",
    "meeting",
    "action",
    "followup",
    "official",
    "post",
    "organisation",
    "source",
)


def poison(store: Store, text: str) -> None:
    with sqlite3.connect(store.path) as base:
        for table, columns in FREE_TEXT.items():
            more = "|| id" if table in ONE_OF_A_KIND else ""
            sets = ", ".join(f'"{column}" = :text {more}' for column in columns.split())
            base.execute(f"UPDATE {table} SET {sets}", {"text": text})
    base.close()


def harmless(app: Bilat) -> None:
    """No character on the screen acts."""
    for strip in screen_strips(app):
        for segment in strip:
            assert not segment.control
            assert all(character.isprintable() for character in segment.text), repr(segment.text)
            assert not set(segment.text) & set("\u200c\u200d\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069")


def first_of(app: Bilat, kind: Kind) -> Key:
    if kind == "pair":
        return Key("pair", "ES-MA")
    with app.store.read() as reader:
        return Key(kind, str(reader.value(f"SELECT id FROM {kind} ORDER BY id LIMIT 1")))


@pytest.fixture
def hostile(demo_store: Store, clock: Callable[[], date]) -> Bilat:
    poison(demo_store, HOSTILE)
    return Bilat(demo_store, settings=Settings(desk="MA", officer="officer"), clock=clock)


async def test_every_record_and_tab_shows_it_plain(hostile: Bilat) -> None:
    async with hostile.run_test(size=(80, 24)) as pilot:
        for kind in KINDS:
            hostile.open_record(first_of(hostile, kind))
            await pilot.pause()
            harmless(hostile)
            shown = {screen_text(hostile)}
            for tab in "23456":
                await hostile.perform(f"tab.{tab}")
                await pilot.pause()
                harmless(hostile)
                shown.add(screen_text(hostile))
            assert len(shown) == 6
            await pilot.press("escape")


async def test_views_origin_palette_and_help_show_it_plain(hostile: Bilat) -> None:
    async with hostile.run_test(size=(80, 24)) as pilot:
        for screen in (TodayScreen(), WatchScreen(), OriginModal(first_of(hostile, "visit"))):
            hostile.push_screen(screen)
            await pilot.pause()
            harmless(hostile)
            await pilot.press("j", "escape")
        await pilot.press("colon", *"ham")
        await work_done(hostile)
        await pilot.pause()
        assert "Find" in screen_text(hostile)
        harmless(hostile)
        await pilot.press("escape", "question_mark", *"[/MFA]")
        await pilot.pause()
        assert "Nothing is called “[/MFA]”." in screen_text(hostile)
        harmless(hostile)


async def test_copying_it_and_saying_so_shows_it_plain(hostile: Bilat, monkeypatch: Any) -> None:
    taken: list[str] = []
    monkeypatch.setattr(Bilat, "copy_to_clipboard", lambda _self, text: taken.append(text))
    monkeypatch.setattr(copying, "clipboard_command", lambda _environment, _platform: [])
    async with hostile.run_test(size=(80, 24)) as pilot:
        hostile.open_record(first_of(hostile, "official"))
        await pilot.pause()
        await pilot.press("y")
        harmless(hostile)
        await pilot.press("r")
        await work_done(hostile)
        await pilot.pause()
        harmless(hostile)
        assert len(taken) == 1
        assert all(character.isprintable() or character == "\n" for character in taken[0])


async def test_markup_is_read_letter_by_letter(demo_store: Store, clock: Callable[[], date]) -> None:
    poison(demo_store, "[/MFA] [bold]x")
    app = Bilat(demo_store, settings=Settings(desk="MA", officer="officer"), clock=clock)
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_record(first_of(app, "official"))
        await pilot.pause()
        assert "[/MFA] [bold]x" in screen_text(app)
        app.notify("[/MFA] [bold]x", markup=False)
        await pilot.pause()
        assert screen_text(app).count("[/MFA] [bold]x") > 1
