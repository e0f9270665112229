"""A visit that looks like one in the store, while it is typed: F2 opens that one, F3 adds to it, F4 says it is not."""

from __future__ import annotations

import pytest

from tests.tui.entering import count, paste, settle, sheet, type_in, value
from tests.tui.reading import line_with, screen_lines, screen_text
from tui.app import Bilat
from tui.entry.answers import Answers
from tui.entry.modal import EntryModal
from tui.screens.main import MainScreen
from tui.screens.record import RecordScreen

TWICE = "MA>ES 28-29 jan ? in:Cadiz #mig"


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_f3_shows_what_would_be_added_and_enter_adds_it_in_one_step(
    app: Bilat, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        visits, sources = count(app.store, "visit"), count(app.store, "source")
        await pilot.press("n")
        await type_in(pilot, TWICE)
        assert "F3 is the same: adds to it" in line_with(app, "F2 opens it")
        await pilot.press("f3")
        await pilot.pause()
        assert "saves one more source of V-2025-001" in line_with(app, "Enter  ")
        assert "topic Irregular migration" in line_with(app, "  adds")
        assert "place stays “Madrid”; the line says “Cadiz”" in line_with(app, "differs")
        assert "V-2025-001 MA→ES 28–29 Jan 2025" in line_with(app, "same as")
        assert count(app.store, "source") == sources
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, MainScreen)
        assert "V-2025-001 has one more source: topic Irregular" in screen_lines(app)[-1]
        assert count(app.store, "visit") == visits
        assert count(app.store, "source") == sources + 1
        assert value(app.store, "SELECT quote FROM citation ORDER BY id DESC LIMIT 1") in {TWICE, ""}
        await pilot.press("u")
        await settle(pilot)
        assert count(app.store, "source") == sources
        assert "Undid: one more source of V-2025-001" in screen_lines(app)[-1]


async def test_the_date_is_shown_as_it_was_and_as_it_would_be(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        for line in ("MA>NL 4-5 mar ? talks", "MA>NL 4-5 mar 2026"):
            await pilot.press("n")
            await type_in(pilot, line)
            if "2026" in line:
                await pilot.press("f3")
                await pilot.pause()
                assert "date 4–5 Mar ? → 4–5 Mar 2026" in line_with(app, "  adds")
            await pilot.press("enter")
            await settle(pilot)
        dates = "SELECT group_concat(date_edtf) FROM visit WHERE sending = 'MA' AND host = 'NL'"
        assert value(app.store, dates) == "2026-03-04/2026-03-05"


async def test_f3_again_takes_the_next_one_and_after_the_last_none(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await type_in(pilot, "MA>ES june 2022")
        said = []
        for _ in range(3):
            await pilot.press("f3")
            await pilot.pause()
            said.append(line_with(app, "Enter  "))
        refs = [words.split("source of ")[1][:10] for words in said[:2]]
        assert sorted(refs) == ["V-2022-001", "V-2022-002"]
        assert "saves visit Morocco → Spain" in said[2]
        await pilot.press("f3", "f3", "f2")
        await settle(pilot)
        assert isinstance(app.screen, RecordScreen)
        assert refs[1] in screen_text(app)


async def test_f4_takes_it_out_of_the_reading_and_enter_remembers_it_for_ever(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await type_in(pilot, "MA>ES 28-29 jan 2025")
        await pilot.press("f4")
        await pilot.pause()
        assert "! like" not in screen_text(app)
        assert "V-2025-001; Enter remembers that" in line_with(app, "  not")
        assert count(app.store, "not_same") == 0
        await pilot.press("f4")
        await pilot.pause()
        assert "V-2025-001" in line_with(app, "! like")
        await pilot.press("f4", "enter")
        await settle(pilot)
        assert "not the same as V-2025-001" in screen_lines(app)[-1]
        assert value(app.store, "SELECT kind || first_id FROM not_same") == "visit1"
        await pilot.press("u")
        await settle(pilot)
        assert count(app.store, "not_same") == 0


async def test_f4_stays_said_while_one_types_on(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await type_in(pilot, "MA>ES 28-29 jan 2025")
        await pilot.press("f4")
        await type_in(pilot, " in:Cadiz talks")
        assert "! like" not in screen_text(app)
        await pilot.press("ctrl+u")
        await type_in(pilot, "MA>DE 3 feb 2026")
        assert "remembers" not in screen_text(app)


async def test_each_line_of_a_batch_has_its_own_and_the_keys_mean_the_line_with_the_cursor(
    app: Bilat,
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        visits, actions = count(app.store, "visit"), count(app.store, "action")
        await pilot.press("n")
        await paste(
            pilot, "MA>ES 28-29 jan 2025 #mig\n!agreed joint patrols\nMA>NL 3 mar 2031\nMA>ES june 2022"
        )
        assert "! like V-2025-001" in screen_text(app)
        assert "! like V-2022-00" in screen_text(app)
        await pilot.press("f4", "f4", "up", "up", "up", "f3")
        await pilot.pause()
        assert "adds to V-2025-001" in screen_text(app)
        assert "saves 1 source of a visit, 1 outcome and 2 visits" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, MainScreen)
        assert count(app.store, "visit") == visits + 2
        assert count(app.store, "not_same") == 2
        on = "SELECT visit_id FROM action WHERE text = 'joint patrols'"
        assert value(app.store, on) == 1
        await pilot.press("u")
        await settle(pilot)
        assert (count(app.store, "visit"), count(app.store, "action")) == (visits, actions)


async def test_a_visit_that_went_the_other_way_is_not_added_to(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        sources = count(app.store, "source")
        await pilot.press("n")
        await type_in(pilot, "ES>MA 28 jan 2025")
        await pilot.press("f3", "enter")
        await settle(pilot)
        assert isinstance(app.screen, EntryModal)
        assert "V-2025-001 is MA→ES and the line says ES→MA" in line_with(app, "refused")
        assert "Not saved" in screen_lines(app)[-1]
        assert count(app.store, "source") == sources


async def test_where_nothing_is_like_it_the_keys_say_so(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await type_in(pilot, "MA>NL 3 mar 2031")
        for key in ("f2", "f3", "f4"):
            await pilot.press(key)
            await pilot.pause()
            assert "No visit in the store looks like this line." in screen_lines(app)[-1]
            await pilot.press("left")
        assert sheet(app).editor.text == "MA>NL 3 mar 2031"


def test_answers_move_with_their_lines() -> None:
    from db.entry import Answer  # noqa: PLC0415

    answers, said = Answers(), Answer(same="V-2025-001")
    answers.follow(["a", "b"])
    answers.give(1, said)
    for lines, at in (
        (["a", "b more"], 1),
        (["", "a", "b more"], 2),
        (["a", "b more"], 1),
        (["a", "b more", ""], 1),
        (["b more", ""], 0),
    ):
        answers.follow(lines)
        assert [answers.of(line) == said for line in range(3)].index(True) == at
    answers.follow([""])
    assert answers.of(0) == Answer()
