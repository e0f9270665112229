"""Scoring by the keyboard: who kept what was agreed, without a key more for those who do not want to say."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from db import Store
from db.rows import Key
from tests.db.test_undo import book
from tests.tui.entering import settle, type_in, value
from tests.tui.reading import line_with, screen_lines, screen_text
from tui.app import Bilat
from tui.modals.letters import LetterMenu

AGREED = Key("action", "3")  # A-2025-003, of Spain and Morocco
PROPOSED = Key("action", "14")


async def keys(pilot: Pilot[int], *pressed: str) -> None:
    """Press keys one after the other, each when the one before is done."""
    for key in pressed:
        await pilot.press(key)
        await settle(pilot)


async def opened(app: Bilat, pilot: Pilot[int], key: Key = AGREED) -> None:
    app.open_record(key)
    await pilot.pause()


def scores(store: Store) -> list[tuple[object, ...]]:
    with store.read() as reader:
        sql = "SELECT country, score, evidence FROM action_party WHERE action_id = 3 ORDER BY country"
        return [tuple(row) for row in reader.all(sql)]


def status(store: Store) -> object:
    return value(store, "SELECT status FROM action WHERE id = 3")


NOBODY = [("ES", None, ""), ("MA", None, "")]


async def test_done_takes_two_keys_and_scores_nobody(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        await keys(pilot, "x", "d")
        assert (status(app.store), scores(app.store)) == ("done", NOBODY)
        assert screen_lines(app)[-1] == (
            " A-2025-003 “Work together more closely on …” is done · F-2026-002 is still open · u undoes"
        )


async def test_done_and_kept_by_all_takes_three_keys_and_one_takes_it_back(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        before = book(app.store)
        await keys(pilot, "x", "s", "enter")
        assert (status(app.store), scores(app.store)) == ("done", [("ES", 1, ""), ("MA", 1, "")])
        assert screen_lines(app)[-1] == (
            " A-2025-003 “Work together more closely on …” is done · F-2026-002 is still open"
            " · ES kept, MA kept · u undoes"
        )
        assert "+ kept" in line_with(app, "kept by")
        await keys(pilot, "u")
        assert book(app.store) == before


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_each_party_is_scored_by_a_key_and_what_shows_it_is_typed(
    app: Bilat, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await opened(app, pilot)
        await keys(pilot, "x", "s", "minus", "e")
        await type_in(pilot, "nobody was named")
        await keys(pilot, "enter", "j", "0")
        assert "- not kept" in line_with(app, "Spain")
        assert "nobody was" in line_with(app, "Spain")
        assert "0 in part" in line_with(app, "MA   Morocco")
        await keys(pilot, "enter")
        assert scores(app.store) == [("ES", -1, "nobody was named"), ("MA", 0, "")]


async def test_a_party_may_stay_without_a_score_and_all_may_share_what_shows_it(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        await keys(pilot, "x", "s", "space", "E")
        await type_in(pilot, "letter of 3 March")
        await keys(pilot, "enter")
        assert "not said" in line_with(app, "Spain")
        await keys(pilot, "ctrl+s")
        assert scores(app.store) == [("ES", None, "letter of 3 March"), ("MA", 1, "letter of 3 March")]


async def test_leaving_closes_nothing_and_keeps_every_word(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        await keys(pilot, "x", "s", "minus", "e")
        await type_in(pilot, "no reply")
        await keys(pilot, "enter", "escape")
        assert (status(app.store), scores(app.store)) == ("open", NOBODY)
        assert "Not saved, and kept: x brings your words back." in screen_lines(app)[-1]
        await keys(pilot, "x", "s")
        assert "no reply" in line_with(app, "Spain")
        assert "- not kept" in line_with(app, "Spain")
        assert "Unfinished scores from" in screen_text(app)
        await keys(pilot, "ctrl+x")
        assert "no reply" not in screen_text(app)
        await keys(pilot, "escape", "x", "s")
        assert "no reply" not in screen_text(app)


async def test_evidence_that_is_not_finished_comes_back(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        await keys(pilot, "x", "s", "e")
        await type_in(pilot, "half a word")
        await keys(pilot, "escape")
        assert "Evidence" not in screen_text(app)
        await keys(pilot, "e")
        assert "Evidence" in screen_text(app)
        assert "half a word" in screen_text(app)


async def test_what_is_closed_is_scored_later(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        await keys(pilot, "x", "d", "x")
        assert isinstance(app.screen, LetterMenu)
        assert "A-2025-003 is done" in screen_text(app)
        await keys(pilot, "s", "0", "enter")
        assert scores(app.store) == [("ES", 0, ""), ("MA", 1, "")]
        assert screen_lines(app)[-1] == (
            " A-2025-003 “Work together more closely on …”: ES in part, MA kept · u undoes"
        )
        await keys(pilot, "x", "s", "j", "minus", "enter")
        assert scores(app.store) == [("ES", 0, ""), ("MA", -1, "")]


async def test_of_what_was_dropped_nobody_is_presumed_to_have_kept_anything(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        await keys(pilot, "x", "r")
        await type_in(pilot, "overtaken")
        await keys(pilot, "enter", "x", "s")
        assert "not said" in line_with(app, "Spain")
        await keys(pilot, "minus", "enter")
        assert scores(app.store) == [("ES", -1, ""), ("MA", None, "")]


async def test_several_and_what_is_below_agreed_are_not_scored(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, PROPOSED)
        await keys(pilot, "x")
        assert "score" not in screen_text(app)
        await keys(pilot, "escape", "escape", "3", "x")
        assert "score the parties" not in screen_text(app)


async def test_a_pairs_record_says_what_each_side_kept(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        await keys(pilot, "x", "s", "minus", "e")
        await type_in(pilot, "nobody was named")
        await keys(pilot, "enter", "enter")
        await opened(app, pilot, Key("pair", "ES-MA"))
        assert "Morocco 1 kept · Spain 1 not kept" in line_with(app, "Morocco 1 kept")
        assert "ES not kept · MA kept" in line_with(app, "Work together more closely")
        assert "nobody was named" in screen_text(app)
        await keys(pilot, "4")
        assert "kept and not kept  1" in screen_text(app)
        assert "ES: nobody was named" in screen_text(app)


async def test_a_key_that_means_nothing_says_what_does(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        await keys(pilot, "x", "s", "z")
        assert "+ kept, 0 in part, - not kept" in screen_text(app)
