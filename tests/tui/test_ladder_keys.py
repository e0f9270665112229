"""Outcomes on the ladder by the keyboard: + and -, what makes them agreed, and their parts."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from db.rows import Key
from tests.db.test_undo import book
from tests.tui.entering import settle, type_in, value
from tests.tui.reading import line_with, screen_lines, screen_text
from tui.app import Bilat
from tui.entry.modal import EntryModal
from tui.forms.modal import FormModal
from tui.modals.asking import AskingModal
from tui.screens.record import RecordScreen
from tui.screens.watch import WatchScreen

PROPOSED, AGREED, EXPLORED = Key("action", "14"), Key("action", "3"), Key("action", "4")
SAYS = 'confirmed in Rabat src:"Communiqué/MAP" on:M-2026-001'


async def opened(app: Bilat, pilot: Pilot[int], key: Key) -> None:
    app.open_record(key)
    await settle(pilot)


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


async def answer(pilot: Pilot[int], text: str) -> None:
    await type_in(pilot, text)
    await press(pilot, "enter")


def rung(app: Bilat, key: Key) -> object:
    return value(app.store, f"SELECT rung FROM action WHERE id = {key.id}")


# --- one rung up, one rung down ---


async def test_agreed_asks_what_says_so_and_the_record_shows_both_rungs(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, PROPOSED)
        await press(pilot, "plus")
        assert isinstance(app.screen, AskingModal)
        assert "What makes it agreed? · A-2025-009" in screen_text(app)
        await type_in(pilot, SAYS)
        assert "agreed · Wed 7 – Fri 9 Jan 2026 (10 months ago) · source: Communiqué/MAP" in screen_text(app)
        await press(pilot, "enter")
        assert screen_lines(app)[-1].endswith(" is agreed now, and open · u undoes")
        assert "proposed  28–29 Jan 2025" in line_with(app, "ladder")
        assert "7–9 Jan 2026 · M-2026-001 DE·ES·MA · “confirmed in Rabat” · Communiqué" in screen_text(app)
        app.open_record(Key("meeting", "7"))
        await settle(pilot)
        assert "(proposed Jan 2025)" in line_with(app, "agreed here: A-2025-009")


async def test_undo_gives_back_the_rung_and_the_status(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        before = book(app.store)
        await opened(app, pilot, PROPOSED)
        await press(pilot, "plus")
        await answer(pilot, SAYS)
        assert book(app.store) != before
        await press(pilot, "u")
        assert book(app.store) == before


async def test_a_low_rung_moves_by_one_key(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, EXPLORED)
        await press(pilot, "plus")
        assert screen_lines(app)[-1].endswith(" is proposed now · u undoes")
        await press(pilot, "minus")
        assert screen_lines(app)[-1].endswith(" is explored now · u undoes")


async def test_below_agreed_the_status_goes_and_the_sentence_says_so(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, AGREED)
        await press(pilot, "minus")
        assert screen_lines(app)[-1].endswith(" is proposed now; the status “open” is gone · u undoes")


async def test_nothing_is_saved_without_a_word_and_escape_keeps_what_was_typed(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, PROPOSED)
        await press(pilot, "plus", "enter")
        assert isinstance(app.screen, AskingModal)
        await type_in(pilot, "they wrote so")
        await press(pilot, "escape")
        assert screen_lines(app)[-1] == " Not saved, and kept: + brings your words back."
        await press(pilot, "plus")
        assert "they wrote so" in screen_text(app)
        assert rung(app, PROPOSED) == 3


async def test_the_keys_work_on_the_cursors_line_of_a_records_actions(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, Key("visit", "1"))
        await press(pilot, "4", "j", "minus")
        assert " is explored now" in screen_lines(app)[-1]
        assert "once proposed Jan 2025" in line_with(app, "Joint committee")


async def test_marked_outcomes_go_up_in_one_step(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        before = book(app.store)
        app.push_screen(WatchScreen())
        await settle(pilot)
        await press(pilot, "j", "space", "space", "plus")
        assert isinstance(app.screen, AskingModal)
        await answer(pilot, "they said so on:nov 2026")
        assert " are agreed now, and open" in screen_lines(app)[-1]
        await press(pilot, "u")
        assert book(app.store) == before


async def test_what_is_no_outcome_is_said(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "3", "plus")
        assert screen_lines(app)[-1].startswith(" + takes an outcome one rung up; none is selected.")


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_narrow_timeline_marks_what_moved_and_keeps_its_names(
    app: Bilat, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await opened(app, pilot, PROPOSED)
        await press(pilot, "plus")
        await answer(pilot, SAYS)
        await press(pilot, "escape", "4")
        assert "↑ Hammouc" in line_with(app, "28–29 Jan 2025")
        assert "↑ Tri" in line_with(app, "7–9 Jan 2026")
        assert "↑" not in line_with(app, "├ plenary")


async def test_a_visit_counts_of_its_meetings_what_the_timeline_counts(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, Key("visit", "1"))
        assert "5 on watch" in line_with(app, "expert · ")
        await opened(app, pilot, EXPLORED)
        await press(pilot, "plus", "plus")
        await answer(pilot, SAYS)
        assert rung(app, EXPLORED) == 4
        await opened(app, pilot, Key("visit", "1"))
        assert "5 on watch" in line_with(app, "expert · ")
        await press(pilot, "2")
        assert line_with(app, "├ expert").split()[-3:-1] == ["5", "watch"]


async def test_p_goes_on_splitting_the_outcome_that_is_open(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, AGREED)
        for part in ("meet each quarter", "name contacts"):
            await press(pilot, "P")
            await answer(pilot, f"!agreed to {part}")
        assert "0 of 2 done" in line_with(app, "parts")
        await press(pilot, "u", "u")
        assert "of 2 done" not in screen_text(app)
        assert rung(app, AGREED) == 4


async def test_at_80_columns_the_ladder_is_whole(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, PROPOSED)
        await press(pilot, "plus")
        await answer(pilot, SAYS)
        assert "agreed    7–9 Jan 2026 · M-2026-001 DE·ES·MA" in screen_text(app)
        assert "“confirmed in Rabat” · Communiqué" in screen_text(app)


# --- the form ---


async def test_the_form_says_how_an_outcome_becomes_agreed_and_keeps_what_is_typed(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, PROPOSED)
        await press(pilot, "e", "tab", "right", "ctrl+s")
        assert isinstance(app.screen, FormModal)
        assert "What makes it agreed? Esc, then + asks for that" in screen_text(app)
        assert rung(app, PROPOSED) == 3


async def test_the_form_says_what_the_words_support(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, PROPOSED)
        await press(pilot, "e", "tab", "right")
        assert "“mulled” supports proposed" in screen_text(app)
        await press(pilot, "left")
        assert "“mulled” supports proposed" not in screen_text(app)


# --- parts ---


async def test_an_outcome_is_split_line_by_line_in_one_step(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        before = book(app.store)
        await opened(app, pilot, AGREED)
        assert "agreed but not actionable" in screen_text(app)
        await press(pilot, "P")
        assert isinstance(app.screen, EntryModal)
        assert "each line is a part of A-2025-003 and agreed like it" in screen_text(app)
        await type_in(pilot, "name two nominees owner:ES due:mar 2027")
        await press(pilot, "ctrl+j")
        await answer(pilot, "hold one exercise")
        assert screen_lines(app)[-1] == " Saved 2 outcomes · u undoes"
        assert "0 of 2 done" in line_with(app, "parts")
        assert "agreed but not actionable" not in screen_text(app)
        assert isinstance(app.screen, RecordScreen)
        await press(pilot, "4", "x", "d", "1")
        assert "1 of 2 done" in line_with(app, "parts")
        await press(pilot, "u", "u")
        assert book(app.store) == before


async def test_a_part_names_the_whole(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, AGREED)
        await press(pilot, "P")
        await answer(pilot, "name two nominees")
        await opened(app, pilot, Key("action", str(value(app.store, "SELECT MAX(id) FROM action"))))
        assert "A-2025-003 Work together more closely" in line_with(app, "part of")


async def test_only_an_outcome_has_parts(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "3", "P")
        assert (
            screen_lines(app)[-1] == " P splits one outcome into parts that can be checked; none is selected."
        )
