"""A record on the whole screen: its tabs, and the way from record to record and back."""

from __future__ import annotations

from typing import NoReturn

import pytest

from db import queries
from db.errors import Busy
from db.rows import Key, Kind
from tests.tui.reading import line_with, screen_lines, screen_text, style_of
from tui.app import Bilat
from tui.screens.record import RecordScreen
from tui.widgets.pane import Pane


def visit_key(app: Bilat) -> Key:
    """The visit of January 2025, which has everything."""
    with app.store.read() as reader:
        number = reader.value("SELECT id FROM visit WHERE ref = :ref", ref="V-2025-001")
    return Key("visit", str(number))


def in_view(app: Bilat, tab: str) -> bool:
    """Whether a tab is the bright one."""
    return style_of(app, tab).bgcolor != style_of(app, "Visit MA→ES").bgcolor


async def test_enter_opens_the_record_under_the_cursor_and_esc_goes_back(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "enter")
        assert isinstance(app.screen, RecordScreen)
        await pilot.press("escape")
        assert not isinstance(app.screen, RecordScreen)


async def test_tabs_print_their_keys_and_how_much_they_hold(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_record(visit_key(app))
        await pilot.pause()
        bar = screen_lines(app)[0]
        for number, name in enumerate(
            ("Overview", "Timeline", "People", "Actions", "Sources", "History"), start=1
        ):
            assert f"{number} {name}" in bar
        assert "2 Timeline 4" in bar
        assert "Visit MA→ES 28–29 Jan 2025" in screen_lines(app)[1]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("1", "at the request of the host"),
        ("2", "plenary"),
        ("3", "Delegation MA"),
        ("4", "A-2025-"),
        ("5", "fairly reliable"),
        ("6", "import"),
    ],
)
async def test_a_digit_opens_its_tab(app: Bilat, key: str, words: str) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_record(visit_key(app))
        await pilot.pause()
        await pilot.press(key)
        await pilot.pause()
        assert words in screen_text(app)


async def test_tab_and_the_arrows_go_round_the_tabs(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_record(visit_key(app))
        await pilot.pause()
        await pilot.press("tab", "right", "left", "tab")
        await pilot.pause()
        assert in_view(app, "People")
        await pilot.press("left", "left", "left")
        await pilot.pause()
        assert in_view(app, "History")


async def test_records_open_over_each_other_and_esc_goes_back_one_by_one(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_record(visit_key(app))
        await pilot.pause()
        await pilot.press("2", "j", "enter")
        await pilot.pause()
        assert "Meeting" in screen_lines(app)[1]
        await pilot.press("3", "enter")
        await pilot.pause()
        depth = len(app.screen_stack)
        assert depth >= 4
        await pilot.press("escape")
        await pilot.pause()
        assert "Meeting" in screen_lines(app)[1]
        await pilot.press("escape")
        await pilot.pause()
        assert "Visit MA→ES" in screen_lines(app)[1]
        assert in_view(app, "Timeline")  # the tab one came from


async def test_a_tab_without_content_says_so_in_one_sentence(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        with app.store.read() as reader:
            number = reader.value("SELECT id FROM source LIMIT 1")
        app.open_record(Key("source", str(number)))
        await pilot.pause()
        await pilot.press("2")
        await pilot.pause()
        assert "A source has no timeline" in screen_text(app)
        app.open_record(Key("pair", "ES-MA"))
        await pilot.pause()
        await pilot.press("6")
        await pilot.pause()
        assert "V-2025-001" in screen_text(app)  # a pair's history is that of its events


async def test_every_kind_of_record_opens_in_every_tab(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        keys = [Key("pair", "ES-MA")]
        kinds: tuple[Kind, ...] = (
            "visit",
            "meeting",
            "action",
            "followup",
            "official",
            "post",
            "organisation",
            "source",
        )
        with app.store.read() as reader:
            keys += [Key(kind, str(reader.value(f"SELECT id FROM {kind} LIMIT 1"))) for kind in kinds]
        for key in keys:
            app.open_record(key)
            await pilot.pause()
            for tab in "123456":
                await app.perform(f"tab.{tab}")
                await pilot.pause()
                pane = app.focused
                assert isinstance(pane, Pane)
                assert not pane.failure, (key, tab, pane.failure)
                assert "None" not in screen_text(app)
            app.pop_screen()


async def test_a_record_that_is_gone_says_so(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        app.open_record(Key("visit", "999999"))
        await pilot.pause()
        assert app.focused is not None
        assert app.focused.failure  # type: ignore[attr-defined]
        assert app.focused.failure in " ".join(screen_text(app).replace("│", " ").split())  # type: ignore[attr-defined]
        await pilot.press("2", "3", "6", "escape")
        assert not isinstance(app.screen, RecordScreen)


@pytest.mark.parametrize("broken", ["card", "origin", "history", "timeline_with_climbs"])
async def test_a_record_that_cannot_be_read_now_is_read_again_by_the_key_it_names(
    app: Bilat, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def busy(*_args: object, **_named: object) -> NoReturn:
        raise Busy("Somebody else is writing; try again in a moment.")

    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        with monkeypatch.context() as patch:
            patch.setattr(queries, broken, busy)
            app.open_record(visit_key(app))
            await pilot.pause()
            assert "Somebody else is writing" in screen_text(app)
            assert "R tries again." in screen_text(app)
            await pilot.press("R")
            await pilot.pause()
            assert "It still cannot be read." in screen_lines(app)[-1]
        await pilot.press("R")
        await pilot.pause()
        assert "Read again." in screen_lines(app)[-1]
        assert "at the request of the host" in screen_text(app)


async def test_a_timeline_that_fails_when_it_is_counted_is_a_sentence_too(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Uncountable:
        def count(self) -> NoReturn:
            raise Busy("Somebody else is writing; try again in a moment.")

        def rows(self, *_between: int) -> NoReturn:
            self.count()

    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        key = visit_key(app)
        monkeypatch.setattr(queries, "timeline_with_climbs", lambda *_args, **_named: Uncountable())
        app.open_record(key)
        await pilot.pause()
        assert "Somebody else is writing" in screen_text(app)


async def test_the_tabs_keep_their_names_at_60_columns(app: Bilat) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        app.open_record(visit_key(app))
        await pilot.pause()
        assert screen_lines(app)[0] == "1 Overview 2 Timeline 3 People 4 Actions 5 Sources 6 History"


async def test_all_of_a_record_is_reachable_on_a_small_screen(app: Bilat) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        app.open_record(visit_key(app))
        await pilot.pause()
        seen: set[str] = set()
        while not set(screen_lines(app)) <= seen:
            seen |= set(screen_lines(app))
            await pilot.press("pagedown")
            await pilot.pause()
        shown = "\n".join(seen).replace("▌", " ")
        for words in ("agreed", "explored", "topics", "people", "meetings", "follow-ups", "sources"):
            assert f"  {words}" in shown


async def test_what_one_reads_stays_when_the_terminal_changes_size(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_record(visit_key(app))
        await pilot.pause()
        await pilot.press("4")
        await pilot.pause()
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert in_view(app, "Actions")
        assert "A-2025-" in screen_text(app)


async def test_the_day_that_turns_keeps_the_tab(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.open_record(visit_key(app))
        await pilot.pause()
        await pilot.press("3")
        app.reread()
        await pilot.pause()
        assert "Delegation MA" in line_with(app, "Delegation")
