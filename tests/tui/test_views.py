"""Today and Watch: sections with counts, each line opens its record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from textual import events

from db import Store, queries
from db.errors import Busy
from db.models import Action, Visit
from db.rows import Key, Section
from tests.db.making import action, followup, visit
from tests.tui.entering import settle, sheet, value
from tests.tui.reading import line_with, screen_lines, screen_text, style_of
from tui.app import Bilat
from tui.config import Settings
from tui.screens import sections
from tui.screens.record import RecordScreen
from tui.screens.today import TodayScreen
from tui.screens.watch import WatchScreen
from tui.screens.whole import WholeScreen


@pytest.mark.parametrize(
    ("letter", "screen", "title"), [("t", TodayScreen, "Today"), ("w", WatchScreen, "Watch")]
)
async def test_v_and_a_letter_open_a_view_and_esc_closes_it(
    app: Bilat, letter: str, screen: type, title: str
) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("v", letter)
        await pilot.pause()
        assert isinstance(app.screen, screen)
        assert f"{title} · Sat 21 Nov 2026" in screen_lines(app)[0]
        await pilot.press("escape")
        assert not isinstance(app.screen, screen)


async def test_sections_show_their_true_counts_and_empty_ones_are_left_out(app: Bilat) -> None:
    async with app.run_test(size=(120, 60)) as pilot:
        app.push_screen(TodayScreen())
        await pilot.pause()
        found = app.read(queries.today, app.moment)
        number = 0
        for section in found:
            if section.rows:
                number += 1
                assert f"{number} {section.title}  {section.total}" in screen_text(app)
            else:
                assert section.title not in screen_text(app)


async def test_a_line_of_a_view_opens_its_record_and_esc_comes_back(app: Bilat) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        app.push_screen(TodayScreen())
        await pilot.pause()
        view = app.screen
        await pilot.press("j", "enter")
        await pilot.pause()
        assert isinstance(app.screen, RecordScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen_stack[-1] is view


async def test_a_digit_jumps_to_its_section(app: Bilat) -> None:
    async with app.run_test(size=(100, 14)) as pilot:
        app.push_screen(TodayScreen())
        await pilot.pause()
        found = [section for section in app.read(queries.today, app.moment) if section.total]
        await pilot.press("3")
        await pilot.pause()
        assert f"3 {found[2].title}" in screen_lines(app)[1]
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, RecordScreen)
        assert app.screen.record_key == found[2].rows[0].key


async def test_what_is_overdue_is_marked_in_the_view(app: Bilat) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        app.push_screen(TodayScreen())
        await pilot.pause()
        assert "! 12 Nov 2026 ◀" in line_with(app, "ask for names")
        assert style_of(app, "! 12 Nov 2026").color != style_of(app, "ask for names").color


async def test_a_view_with_nothing_in_it_says_so(empty_store: Store, clock: Callable[[], date]) -> None:
    app = Bilat(empty_store, settings=Settings(desk="MA", officer="officer"), clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(TodayScreen())
        await pilot.pause()
        assert "Nothing is due, nothing waits, and no visit is near." in screen_text(app)
        await pilot.press("1", "9", "o", "y", "enter")
        await pilot.pause()
        assert isinstance(app.screen, TodayScreen)


async def test_a_view_fits_a_small_screen(app: Bilat) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        app.push_screen(WatchScreen())
        await pilot.pause()
        assert all(len(line) <= 60 for line in screen_lines(app))
        assert "1 " in screen_lines(app)[1]


async def test_a_demo_says_so_on_records_and_views_too(app: Bilat) -> None:
    app.demo = True
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert screen_lines(app)[1].endswith("demo ─╮")
        await pilot.press("escape", "v", "t")
        await pilot.pause()
        assert screen_lines(app)[0].endswith("demo ─╮")


@pytest.mark.parametrize("screen", [TodayScreen, WatchScreen])
async def test_a_view_without_sections_offers_no_jump_to_them(
    empty_store: Store, screen: type[TodayScreen | WatchScreen]
) -> None:
    app = Bilat(empty_store, settings=Settings(desk="MA"), clock=lambda: date(2026, 11, 21))
    async with app.run_test(size=(120, 30)) as pilot:
        app.push_screen(screen())
        await pilot.pause()
        await pilot.pause()
        assert screen.nothing in screen_text(app)
        assert "jump to a section" not in screen_text(app)


# --- the whole of a section ---


def pile_up(store: Store, count: int) -> None:
    """Follow-ups by the dozen that were due yesterday."""
    with store.write("enter") as session:
        for number in range(count):
            followup(session, text=f"ring office {number:02}", due="2026-11-20")


async def test_the_line_that_says_more_opens_the_whole_list(
    empty_store: Store, clock: Callable[[], date]
) -> None:
    pile_up(empty_store, 60)
    app = Bilat(empty_store, settings=Settings(desk="MA", officer="officer"), clock=clock)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "t")
        await pilot.pause()
        assert line_with(app, "1 Overdue  60")
        await pilot.press("G")
        assert line_with(app, "… 10 more  Enter opens the whole list")
        await pilot.press("space")
        assert "Enter opens the whole list." in screen_lines(app)[-1]
        await pilot.press("x", "d")  # nothing is selected, so nothing happens
        await settle(pilot)
        assert isinstance(app.screen, TodayScreen)
        await pilot.press("G", "enter")
        await settle(pilot)
        assert isinstance(app.screen, WholeScreen)
        assert screen_lines(app)[0].startswith("╭─ Overdue ─")
        assert screen_lines(app)[0].endswith(" 60 ─╮")
        await pilot.press("G")
        assert line_with(app, "ring office 59")
        await pilot.press("x", "d")
        await settle(pilot)
        assert screen_lines(app)[0].endswith(" 59 ─╮")
        assert app.screen.selected == Key("followup", "59")
        await pilot.press("slash", *"office 07", "enter")
        await settle(pilot)
        assert screen_lines(app)[0].endswith(" 1 of 59 ─╮")
        await pilot.press("escape")
        await settle(pilot)
        assert screen_lines(app)[0].endswith(" 59 ─╮")
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, TodayScreen)
        await pilot.press("g")
        assert line_with(app, "1 Overdue  59")


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_a_digit_pressed_again_opens_its_section_whole(app: Bilat, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("v", "t")
        await pilot.pause()
        found = [section for section in app.read(queries.today, app.moment) if section.rows]
        for number, section in enumerate(found, start=1):
            if number > 1:
                await pilot.press(str(number))
            await pilot.press(str(number))
            await settle(pilot)
            assert isinstance(app.screen, WholeScreen)
            assert section.title[:20] in screen_lines(app)[0]
            _, whole = queries.whole_section(app.store, app.moment, section.name)
            assert app.screen.selected == whole.rows(0, 1)[0].key
            await pilot.press("escape")
            await settle(pilot)


async def test_every_section_whole_says_the_words_of_its_lines(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        for name, words in (
            ("overdue", ("Demo: legal service", "A-2025-007", "◆")),
            ("vague", ("A-2025-003", "MA→ES 28–29 Jan 2025", "open, no owner")),
            ("proposed", ("Qatar's wish", "4 years")),
            ("unbriefed", ("3 Dec 2026", "DE→MA")),
            ("quiet", ("Morocco – Qatar", "24–26 May 2022", "4 years, due every year")),
        ):
            app.push_screen(WholeScreen(name))
            await settle(pilot)
            for each in words:
                assert each in screen_text(app), (name, each)
            app.pop_screen()


# --- what was done, and where one is then ---


async def test_what_leaves_a_section_gives_its_place_to_the_next_line(app: Bilat) -> None:
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("v", "t")
        await pilot.pause()
        overdue = app.read(queries.today, app.moment)[0].rows
        await pilot.press("f", *"chased, reply by 30 nov", "enter")
        await settle(pilot)
        assert "1 Overdue  2" in screen_text(app)
        assert app.screen.selected == overdue[1].key  # type: ignore[attr-defined]
        await pilot.press("j", "z", "w")
        await settle(pilot)
        assert app.screen.selected == overdue[1].key  # type: ignore[attr-defined]
        await pilot.press("x", "d")
        await settle(pilot)
        assert "Overdue" not in screen_text(app)
        await pilot.press("u")
        await settle(pilot)
        assert app.screen.selected == overdue[1].key  # type: ignore[attr-defined]


async def test_all_marked_lines_of_a_view_are_closed_in_one_step(app: Bilat) -> None:
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("v", "t")
        await pilot.pause()
        await pilot.press("space", "j", "V", "x", "d")
        await settle(pilot)
        assert "3 follow-ups are done" in screen_lines(app)[-1]
        assert "Overdue" not in screen_text(app)
        await pilot.press("u")
        await settle(pilot)
        assert "1 Overdue  3" in screen_text(app)


async def test_an_outcome_goes_up_the_ladder_from_the_watch_list(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "w")
        await pilot.pause()
        proposed, explored = app.read(queries.watch, app.moment)
        await pilot.press("2", "plus")
        await settle(pilot)
        assert f"1 Proposed, not accepted  {proposed.total + 1}" in screen_text(app)
        assert app.screen.selected == explored.rows[1].key  # type: ignore[attr-defined]
        await pilot.press("minus")
        await settle(pilot)
        assert f"2 Explored  {explored.total - 2}" in screen_text(app)


async def test_the_watch_list_says_for_how_long_nothing_was_heard(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "w")
        await pilot.pause()
        assert line_with(app, "Qatar's wish").endswith("silent 4 years │")
        await pilot.press("f", *"noted by phone", "enter")
        await settle(pilot)
        assert line_with(app, "Qatar's wish").endswith("heard today │")


# --- what needs a next step ---


@pytest.fixture
def unplanned(demo_store: Store) -> str:
    """The ref of an outcome that was agreed, and of which nobody has said what to do next."""
    with demo_store.write("enter") as session:
        number = action(
            session, on=session.get_one(Visit, 1), rung="agreed", text="exchange liaison officers"
        )
        return session.get_one(Action, number).ref


async def test_what_was_agreed_and_has_no_step_stands_in_today_and_behind_the_follow_ups(
    app: Bilat, unplanned: str
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        assert "8 · 1 no step" in line_with(app, "3 Open follow-ups")
        await pilot.press("3", "G")
        await settle(pilot)
        assert line_with(app, "no step  exchange liaison").startswith("│▌")
        assert "needs a next step · n enters it" in screen_text(app)
        await pilot.press("z")
        assert "This outcome has no follow-up yet; n enters its next step." in screen_lines(app)[-1]
        await pilot.press("w")
        assert "n enters its next step." in screen_lines(app)[-1]
        await pilot.press("v", "t")
        await settle(pilot)
        assert "Agreed, and needs a next step  1" in screen_text(app)
        number = line_with(app, "needs a next step").split()[1]
        await pilot.press(number, "n")
        await settle(pilot)
        assert sheet(app).editor.text == f"todo on:{unplanned} "
        await pilot.press(*"write to Madrid due:fri", "enter")
        await settle(pilot)
        assert "needs a next step" not in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert " 9 ─" in line_with(app, "3 Open follow-ups")


async def test_closing_an_outcome_takes_it_from_behind_the_follow_ups(app: Bilat, unplanned: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "G", "x", "d")
        await settle(pilot)
        assert unplanned in screen_lines(app)[-1]
        assert "no step" not in screen_text(app)
        await pilot.press("u")
        await settle(pilot)
        assert "no step" in screen_text(app)


# --- how often a pair should meet ---


async def test_the_cadence_of_a_pair_is_asked_for_said_and_taken_back(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "j", "j")
        await settle(pilot)
        assert "every year, as usual · last 4 years ago: quiet" in line_with(app, "cadence  ")
        assert "quiet" in line_with(app, "MA – QA")
        await pilot.press("e", *"every 5 years")
        await settle(pilot)
        assert "quiet after that long" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert screen_lines(app)[-1] == " Morocco – Qatar should meet every 5 years · u undoes"
        assert "meets every 5 years · e changes" in line_with(app, "cadence  ")
        assert "quiet" not in line_with(app, "MA – QA")
        await pilot.press("v", "t")
        await settle(pilot)
        assert "Morocco – Qatar" not in screen_text(app)
        await pilot.press("u")
        await settle(pilot)
        shown = line_with(app, "Morocco – Qatar")
        assert shown.endswith("  1 on watch · last 24–26 May 2022 · 4 years, due every year │")


async def test_a_cadence_that_is_none_is_not_saved(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e", *"often", "enter")
        await settle(pilot)
        assert "every 6 months, every year" in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert value(app.store, "SELECT COUNT(*) FROM cadence") == 0


# --- at any size ---


async def test_a_large_store_is_looked_through_beside_the_keys(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sections, "_AT_ONCE", 0)
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("v", "t")
        await settle(pilot)
        assert "1 Overdue  3" in screen_text(app)
        await pilot.press("x", "d")
        await settle(pilot)
        assert "1 Overdue  2" in screen_text(app)
        with monkeypatch.context() as patch:
            patch.setattr(app.screen, "_query", busy)
            await pilot.press("R")
            await settle(pilot)
            assert "Somebody else is writing" in screen_text(app)
        await pilot.press("R")
        await settle(pilot)
        assert "1 Overdue  2" in screen_text(app)


def busy(*_args: object) -> list[Section]:
    raise Busy("Somebody else is writing.")


# --- what an officer sees without asking ---


async def test_the_bottom_line_offers_what_is_of_use_on_the_line_under_the_cursor(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "t")
        await settle(pilot)
        names = [section.name for section in app.read(queries.today, app.moment) if section.rows]
        for name, offered, other in (
            ("overdue", "x done   f log   z snooze", "one rung up"),
            ("vague", "x done   f log   + one rung up   O owner", "z snooze"),
            ("silent", "+ one rung up   - one rung down   f log", "x done"),
            ("unbriefed", "b brief   a add outcome   c carry over", "z snooze"),
            ("quiet", "b brief   e how often", "f log"),
        ):
            if name != "overdue":  # where one is already
                await pilot.press(str(names.index(name) + 1))
            await settle(pilot)
            assert offered in screen_lines(app)[-1], name
            assert other not in screen_lines(app)[-1], name


async def test_the_top_line_says_which_keys_list_what_it_counts(app: Bilat) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "this week  v t" in screen_lines(app)[0]
        await pilot.press("v", "t")
        await settle(pilot)
        assert isinstance(app.screen, TodayScreen)


async def test_what_is_said_on_an_event_to_come_has_not_been_silent(app: Bilat) -> None:
    with app.store.write("enter") as session:
        coming = visit(session, date="2026-12-05", status="planned")
        action(session, on=coming, text="Exchange of trainers", rung="proposed")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "w")
        await settle(pilot)
        assert line_with(app, "Exchange of trainers").endswith("still to come │")


async def test_a_turn_that_passed_is_told_as_whose_it_became(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "t", "w", "u")
        await settle(pilot)
        assert "our turn 21 Nov 2026" in line_with(app, "ask for names")


async def test_the_age_of_a_follow_up_stands_in_its_pane(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        await settle(pilot)
        assert " age " in line_with(app, "due      what")


async def test_a_digit_that_comes_before_the_lines_still_leads_to_its_section(app: Bilat) -> None:
    async with app.run_test(size=(100, 24)) as pilot:
        found = [section for section in app.read(queries.today, app.moment) if section.rows]
        view = TodayScreen()
        app.push_screen(view)
        view.on_key(events.Key("3", "3"))
        await settle(pilot)
        assert view.selected == found[2].rows[0].key


async def test_the_words_of_an_empty_view_are_whole_on_a_small_screen(
    empty_store: Store, clock: Callable[[], date]
) -> None:
    app = Bilat(empty_store, settings=Settings(), clock=clock)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("v", "w")
        await settle(pilot)
        assert "enters one." in screen_text(app)
