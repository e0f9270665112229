"""Dates that live, on the screen: what moved is said, what repeats comes again, and midnight passes by itself."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import cast

import pytest
from textual.pilot import Pilot
from textual.worker import Worker

from db import Store
from db.backups import back_up_daily, folder_of, kept_in
from db.models import FollowUp
from tests.db.test_undo import book
from tests.tui.entering import settle, type_in, value
from tests.tui.reading import line_with, screen_lines, screen_text
from tui.app import Bilat
from tui.config import Settings
from tui.keeping import Left, Pace
from tui.started import Dashboard

START = date(2026, 11, 21)


async def enter(pilot: Pilot[int], line: str) -> None:
    """Type a line of entry, save it, and stand on what it made."""
    await pilot.press("n")
    await settle(pilot)
    await type_in(pilot, line)
    await pilot.press("enter")
    await settle(pilot)
    await pilot.press("3")
    await settle(pilot)


async def move_the_meeting(pilot: Pilot[int], day: str) -> None:
    """Give the coming meeting, the newest line of the timeline, another date in its form."""
    await pilot.press("1", "g", "4", "g", "e")
    await settle(pilot)
    await pilot.press("tab", "ctrl+u", *day, "ctrl+s")
    await settle(pilot)


def greeting(app: Bilat) -> str:
    """What the new day is greeted with, which the screen may break into lines."""
    (toast,) = app._notifications
    return toast.message


async def test_the_entry_line_shows_the_day_it_makes(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await settle(pilot)
        await type_in(pilot, "todo sketch it due:2 weeks before M-2026-002")
        assert "due 2 weeks before M-2026-002 = Thu 26 Nov 2026 (in 5 days)" in screen_text(app)


async def test_what_moved_with_an_event_is_said_and_undone_with_it(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await enter(pilot, "todo sketch it due:2 weeks before M-2026-002")
        before = book(app.store)
        await move_the_meeting(pilot, "12-13 dec 2026")
        assert screen_lines(app)[-1] == (
            " M-2026-002: date 10 Dec 2026 → 12–13 Dec 2026 · moved with it: F-2026-009 to Sat 28 Nov 2026"
            " · u undoes"
        )
        assert "28 Nov" in line_with(app, "sketch it")
        await pilot.press("u")
        await settle(pilot)
        assert book(app.store) == before
        assert "26 Nov" in line_with(app, "sketch it")


async def test_a_follow_up_shows_what_it_hangs_on(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await enter(pilot, "todo sketch it due:2 weeks before M-2026-002")
        await settle(pilot)
        assert "2 weeks before M-2026-002 = Thu 26 Nov 2026" in screen_text(app)


async def test_the_form_shows_how_far_from_which_event(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await enter(pilot, "todo sketch it due:2 weeks before M-2026-002")
        await pilot.press("e", "tab")
        await settle(pilot)
        assert "2 weeks before M-2026-002" in line_with(app, "= Thu 26 Nov 2026")


async def test_the_form_says_that_from_the_31st_it_is_the_last_day(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await enter(pilot, "todo report due:31 jan 2027")
        await pilot.press("e", *["tab"] * 7, *"every month")
        await settle(pilot)
        assert "every month on the last day" in line_with(app, "repeats")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "repeats nothing → every month on the last day" in screen_lines(app)[-1]


async def test_the_entry_line_says_so_too_before_anything_is_saved(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n", *"todo report due:31 jan 2027 every month")
        await settle(pilot)
        assert "   every month on the last day" in line_with(app, "reads")


async def test_done_for_this_time_takes_two_keys_and_says_when_next(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await enter(pilot, "todo report every 31st")
        before = book(app.store)
        await pilot.press("x", "d")
        await settle(pilot)
        assert screen_lines(app)[-1] == (
            " F-2026-009 “report” is done for 30 Nov 2026, next Thu 31 Dec 2026 · u undoes"
        )
        assert "31 Dec" in line_with(app, "▌   ")
        await pilot.press("u")
        await settle(pilot)
        assert book(app.store) == before


async def test_what_repeats_ends_for_good_by_e_and_nothing_else_offers_that(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "x")
        await settle(pilot)
        assert "over for good" not in screen_text(app)
        await pilot.press("escape")
        await enter(pilot, "todo report every mon")
        await pilot.press("x")
        await settle(pilot)
        assert "over for good" in screen_text(app)
        await pilot.press("e")
        await settle(pilot)
        assert value(app.store, "SELECT status FROM followup WHERE id = 9") == "done"
        assert screen_lines(app)[-1] == " F-2026-009 “report” is done · u undoes"


async def test_a_snooze_counts_the_working_days_of_the_desk(demo_store: Store) -> None:
    app = Bilat(demo_store, settings=Settings(desk="QA"), clock=lambda: START)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "z", "u")
        await settle(pilot)
        await pilot.press(*"+5wd", "enter")
        await settle(pilot)
        assert value(app.store, "SELECT MAX(hidden_until) FROM followup") == "2026-11-26"


async def test_a_snooze_until_the_day_before_a_meeting(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "z", "u")
        await settle(pilot)
        await pilot.press(*"the day before M-2026-002", "enter")
        await settle(pilot)
        assert value(app.store, "SELECT MAX(hidden_until) FROM followup") == "2026-12-09"


async def test_a_log_may_set_the_next_check_by_an_event(app: Bilat) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "f")
        await settle(pilot)
        await pilot.press(*"chased, look again 1 week before M-2026-002", "enter")
        await settle(pilot)
        assert value(app.store, "SELECT remind_on FROM followup WHERE id = 1") == "2026-12-03"


# --- a program that stays open ---


async def test_after_midnight_the_new_day_is_greeted_and_everything_shows_it(demo_store: Store) -> None:
    now = [START]
    app = Bilat(demo_store, settings=Settings(desk="MA"), clock=lambda: now[0])
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("3")
        await settle(pilot)
        assert "! 22 Nov" not in screen_text(app)
        assert line_with(app, "overdue").endswith("Sat 21 Nov")
        distance = "in 12 days"
        assert distance in screen_lines(app)[0]
        now[0] = START + timedelta(days=1)
        app.look_at_the_clock()
        await settle(pilot)
        assert screen_lines(app)[0].endswith("Sun 22 Nov")
        assert "in 11 days" in screen_lines(app)[0]
        assert "It is Sunday 22 November" in screen_text(app)
        assert greeting(app) == "It is Sunday 22 November · 1 follow-up is due today"
        now[0] = START + timedelta(days=2)
        app.look_at_the_clock()
        await settle(pilot)
        assert "! 22 Nov" in screen_text(app)
        assert screen_lines(app)[0].endswith("Mon 23 Nov")


async def test_a_dashboard_that_stays_open_makes_a_backup_of_each_day(demo_store: Store) -> None:
    now = [START]
    app = Dashboard(demo_store, settings=Settings(desk="MA"), clock=lambda: now[0])
    folder = folder_of(demo_store.path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        now[0] = START + timedelta(days=1)
        app.look_at_the_clock()
        await settle(pilot)
        app.look_at_the_clock()
        await settle(pilot)
    assert sorted(one.path.name for one in kept_in(folder)) == [
        "daily-2026-11-21.db",
        "daily-2026-11-22.db",
    ]


def test_leaving_does_not_wait_for_the_days_backup(
    demo_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.dialects.sqlite._COPIED_AT_ONCE", 10)
    rests: list[float] = []
    monkeypatch.setattr("tui.keeping.sleep", rests.append)
    worker = SimpleNamespace(is_cancelled=False)
    pace = Pace(cast("Worker[None]", worker))

    def go(what: str, done: int, of: int) -> None:
        worker.is_cancelled = done >= of / 2
        pace(what, done, of)

    with pytest.raises(Left):
        back_up_daily(demo_store, START, tell=go)
    assert rests, "the officer's keys come first"
    assert list(folder_of(demo_store.path).iterdir()) == []
    worker.is_cancelled = False
    back_up_daily(demo_store, START, tell=pace)
    assert [one.path.name for one in kept_in(folder_of(demo_store.path))] == ["daily-2026-11-21.db"]


async def test_a_day_that_goes_on_is_not_greeted(app: Bilat) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        app.look_at_the_clock()
        await settle(pilot)
        assert "It is Saturday" not in screen_text(app)


async def test_what_was_hidden_until_today_and_what_is_to_be_looked_at_comes_back(demo_store: Store) -> None:
    with demo_store.write("hide") as session:
        hidden, checked = session.get(FollowUp, 7), session.get(FollowUp, 8)
        assert hidden is not None
        assert checked is not None
        hidden.hidden_until = "2026-11-22"
        checked.remind_on = "2026-11-22"
    now = [START]
    app = Bilat(demo_store, settings=Settings(desk="MA"), clock=lambda: now[0])
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        assert "one page on joint" not in screen_text(app)
        assert "to look again" not in screen_lines(app)[0]
        now[0] = START + timedelta(days=1)
        app.look_at_the_clock()
        await settle(pilot)
        assert "one page on joint" in screen_text(app)
        assert "2 to look again" in screen_lines(app)[0]
        assert greeting(app).endswith(" · 2 to look at again")


async def test_at_start_the_header_says_what_surfaces(demo_store: Store) -> None:
    with demo_store.write("check") as session:
        checked = session.get(FollowUp, 8)
        assert checked is not None
        checked.remind_on = "2026-11-20"
    app = Bilat(demo_store, settings=Settings(desk="MA"), clock=lambda: START)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "1 to look again" in screen_lines(app)[0]


async def test_a_menu_that_is_open_at_midnight_stays_open(demo_store: Store) -> None:
    now = [START]
    app = Bilat(demo_store, settings=Settings(desk="MA"), clock=lambda: now[0])
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await settle(pilot)
        await type_in(pilot, "todo ring them fri")
        now[0] = START + timedelta(days=1)
        app.look_at_the_clock()
        await settle(pilot)
        assert "todo ring them fri" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert value(app.store, "SELECT due_edtf FROM followup WHERE id = 9") == "2026-11-27"
