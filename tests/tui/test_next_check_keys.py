"""What one sees of a chase, of an undo and of a long text that was edited."""

from __future__ import annotations

import pytest

from db.rows import Key
from tests.tui.entering import settle, type_in
from tests.tui.reading import line_with, screen_lines, screen_text
from tui.app import Bilat
from tui.forms.saving import _differing
from tui.modals.help import HelpModal
from tui.screens.main import MainScreen
from tui.screens.record import RecordScreen


async def test_a_chased_follow_up_leaves_the_overdue_and_shows_its_next_check(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        assert "! 3 overdue" in screen_lines(app)[0]
        await pilot.press("3", "f")
        await type_in(pilot, "chased, reply by fri")
        await pilot.press("enter")
        await settle(pilot)
        assert "! 2 overdue" in screen_lines(app)[0]
        row = next(line for line in screen_lines(app) if "27 Nov" in line and "check" in line)
        assert "!" not in row[:20]
        app.open_record(Key("followup", "1"))
        await settle(pilot)
        due = line_with(app, "due  ")
        assert "12 Nov 2026" in due
        assert "next check 27 Nov" in due
        assert "overdue" not in "\n".join(screen_lines(app)[1:-1])


async def test_after_undo_the_cursor_is_on_what_came_back(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "j", "d")
        await settle(pilot)
        await pilot.press("j", "j", "u")
        await settle(pilot)
        assert isinstance(app.screen, MainScreen)
        assert app.screen.selected == Key("followup", "2")


async def test_after_a_delete_the_cursor_is_on_the_next_line(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "j", "d")
        await settle(pilot)
        assert isinstance(app.screen, MainScreen)
        assert app.screen.selected == Key("followup", "3")


async def test_space_in_a_record_marks_no_visit_that_a_key_could_delete(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        app.push_screen(RecordScreen(Key("official", "1")))
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, RecordScreen)
        under = screen.under_cursor
        assert under is not None
        assert under.kind not in ("action", "followup")
        await pilot.press("space")
        await pilot.pause()
        assert screen.marked == ()
        assert "only outcomes and follow-ups can be marked" in screen_lines(app)[-1]


@pytest.mark.parametrize("words", ["hidden", "snooze", "owner", "log", "close", "assign"])
async def test_the_keys_are_found_by_the_words_one_has_for_them(app: Bilat, words: str) -> None:
    wanted = {"hidden": "snooze", "snooze": "snooze", "owner": "owner", "log": "log what", "close": "close"}
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("question_mark")
        await settle(pilot)
        assert isinstance(app.screen, HelpModal)
        await type_in(pilot, words)
        await settle(pilot)
        assert wanted.get(words, "assignee") in screen_text(app)


@pytest.mark.parametrize(
    ("was", "now", "shows"),
    [
        ("Madrid", "Sevilla", ("Madrid", "Sevilla")),
        (
            "Demo: ask for names of nominees to the committee",
            "Demo: ask for names of experts to the committee",
            ("nominees", "experts"),
        ),
        ("Demo: ask for names of nominees", "Demo: ask for names of nominees, again", ("nominees", "again")),
    ],
)
def test_an_edit_is_told_from_where_the_texts_differ(was: str, now: str, shows: tuple[str, str]) -> None:
    told = _differing(was, now)
    assert told[0] != told[1]
    assert all(word in text for word, text in zip(shows, told, strict=True))
    assert max(map(len, told)) <= 28
