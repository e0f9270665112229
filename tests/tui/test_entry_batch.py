"""Several lines at once: each with its own reading and mark, saved as one step or not at all."""

from __future__ import annotations

from tests.tui.entering import count, paste, settle, sheet, type_in
from tests.tui.reading import line_with, screen_lines, screen_text
from tui.app import Bilat
from tui.entry.modal import EntryModal
from tui.screens.main import MainScreen

POINTS = """\
!agreed set up a joint team due:15 dec 2026 owner:ES
- !agreed exchange of liaison officers
* !agreed a hotline
1. !explored controlled deliveries
!proposed a committee for the World Cup due:2030
!discussed migration
!noted good relations
!signed exchange of notes
"""


async def test_eight_action_points_are_eight_lines_and_one_key_after_pasting(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        before = count(app.store, "action")
        await pilot.press("4", "j", "j", "n")
        await paste(pilot, POINTS)
        assert sum(line.startswith("│ ✓") for line in screen_lines(app)) == 8
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, MainScreen)
        assert count(app.store, "action") == before + 8
        assert screen_lines(app)[-1] == " Saved 8 outcomes · u undoes"
        await pilot.press("u")
        await settle(pilot)
        assert count(app.store, "action") == before


async def test_one_wrong_line_keeps_the_whole_batch_and_saves_nothing(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        before = count(app.store, "action")
        await pilot.press("4", "j", "j", "n")
        wrong = POINTS.replace("a hotline", "a hotline owner:Nobody")
        await paste(pilot, wrong)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, EntryModal)
        assert sheet(app).editor.text == wrong.rstrip("\n")
        assert count(app.store, "action") == before
        assert (
            "8 lines, 1 not understood" in screen_lines(app)[screen_lines(app).index(line_with(app, "New"))]
        )
        assert "│ ! " in line_with(app, "a hotline owner:Nobody")
        assert "Nobody is called “Nobody” here" in screen_text(app)
        assert sheet(app).editor.line == 2


async def test_an_outcome_hangs_on_the_visit_above_it(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        visits, actions = count(app.store, "visit"), count(app.store, "action")
        await pilot.press("n")
        await type_in(pilot, "MA>ES 3-4 feb 2026")
        await pilot.press("ctrl+j")
        await type_in(pilot, "!agreed joint patrols")
        assert "on the visit in line 1" in line_with(app, "assumed")
        await pilot.press("enter")
        await settle(pilot)
        assert count(app.store, "visit") == visits + 1
        assert count(app.store, "action") == actions + 1
        with app.store.read() as reader:
            (row,) = reader.all(
                "SELECT a.visit_id = (SELECT MAX(id) FROM visit) FROM action a ORDER BY a.id DESC LIMIT 1"
            )
        assert row == (1,)
        assert "Saved 1 visit and 1 outcome" in screen_lines(app)[-1]


async def test_the_arrows_move_between_the_lines_and_each_tells_its_own(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "j", "j", "n")
        await paste(pilot, "!agreed one\ntodo two fri\n\n!agreed three")
        assert sheet(app).editor.line == 3
        await pilot.press("up", "up")
        await pilot.pause()
        assert sheet(app).editor.line == 1
        assert "due Fri 27 Nov 2026" in screen_text(app)


async def test_the_line_with_the_cursor_is_in_view_on_a_small_screen(app: Bilat) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("4", "j", "j", "n")
        await paste(pilot, "\n".join(f"!agreed point number {number}" for number in range(40)))
        assert "point number 39" in screen_text(app)
        await pilot.press(*["up"] * 39)
        await pilot.pause()
        assert "point number 0" in screen_text(app)


async def test_a_very_long_batch_answers_keys_and_is_still_read_before_it_is_saved(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        before = count(app.store, "action")
        await pilot.press("4", "j", "j", "n")
        await paste(pilot, "\n".join(f"!agreed point {number}" for number in range(120)))
        await type_in(pilot, " and more")
        await pilot.press("enter")
        await settle(pilot)
        assert count(app.store, "action") == before + 120


async def test_a_line_on_what_somebody_new_owes_is_counted_beside_the_line_on_them(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await paste(
            pilot,
            'MA>ES 3 mar 2026\n!agreed to send the list owner:@"Omar Benjelloun"\nofficial Omar Benjelloun, MA',
        )
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "Saved 1 visit, 1 outcome and 1 official" in screen_text(app)
        assert count(app.store, "official WHERE name = 'Omar Benjelloun'") == 1
