"""The calendar: a month one goes about in by days, and the agenda under it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from db import Store
from db.models import FollowUp
from db.rows import Key
from tests.db.making import followup, meeting, visit
from tests.tui.entering import work_done
from tests.tui.reading import line_with, screen_lines, screen_text, style_of
from tui.app import Bilat
from tui.config import Settings
from tui.entry.modal import EntryModal
from tui.glyphs import glyphs
from tui.modals.going import GoingModal
from tui.screens.calendar import CalendarScreen
from tui.screens.record import RecordScreen

Today = Callable[[], date]


@pytest.fixture
def store(empty_store: Store) -> Store:
    """A month with something of everything."""
    with empty_store.write("enter") as session:
        long = visit(
            session, date="2026-11-24/2026-11-26", title="committee", place="Madrid", status="confirmed"
        )
        meeting(session, long, date="2026-11-25", title="plenary")
        meeting(session, long, title="experts")
        visit(session, sending="DE", host="MA", date="2026-11-12", title="one", place="Rabat")
        visit(session, sending="FR", host="MA", date="2026-11-12", title="two", place="Rabat")
        visit(session, date="2026-11-28/2026-12-02", title="across", status="planned")
        visit(session, date="2026-11-17", title="off", status="cancelled")
        visit(session, date="2026-11", title="vague", host="QA", status="planned")
        visit(session, date="2026", title="yearly", host="US", status="idea")
        visit(session, date="XXXX-11-03", title="yearless", host="NL")
        visit(session, sending="FR", host="DE", date="2026-11-05", title="theirs")
        followup(session, text="late", due="2026-11-19", ball="them")
        followup(session, text="soon", due="2026-11-23")
    return empty_store


def dashboard(store: Store, clock: Today, **settings: Any) -> Bilat:
    return Bilat(store, settings=Settings(desk="MA", officer="officer", **settings), clock=clock)


@pytest.fixture
def calendar_app(store: Store, clock: Today) -> Bilat:
    return dashboard(store, clock)


async def opened(pilot: Any) -> CalendarScreen:
    await pilot.pause()
    await pilot.press("v", "m")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, CalendarScreen)
    return screen


async def press(pilot: Any, *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def in_front(app: Bilat, kind: type) -> bool:
    return isinstance(app.screen, kind)


def in_agenda(screen: CalendarScreen) -> bool:
    return screen.focused is screen.pane


def selected(screen: CalendarScreen) -> Key | None:
    return screen.selected


def agenda_day(app: Bilat) -> str:
    """The day that the agenda is about."""
    return line_with(app, "Agenda").partition(f"{glyphs.dot} ")[2].partition(",")[0].rstrip(" ─╮")


# --- what is seen ---


async def test_a_month_shows_labels_bars_and_what_is_due(calendar_app: Bilat) -> None:
    async with calendar_app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        assert "November 2026" in screen_lines(calendar_app)[0]
        assert "━━" in line_with(calendar_app, "MA→ES committee")
        assert "!◀ late" in screen_text(calendar_app)
        assert "□▶ soon" in screen_text(calendar_app)
        assert "✗ MA→ES off" in screen_text(calendar_app)
        assert style_of(calendar_app, "MA→ES off").strike
        assert not style_of(calendar_app, "MA→QA vague").strike
        assert "plenary" not in "\n".join(screen_lines(calendar_app)[:23])  # its visit says enough
        assert "theirs" not in screen_text(calendar_app)


async def test_today_is_marked_without_colour(calendar_app: Bilat) -> None:
    async with calendar_app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        assert "‹21›" in screen_text(calendar_app)


async def test_what_has_no_day_has_its_own_place(calendar_app: Bilat) -> None:
    async with calendar_app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        assert "MA→QA vague Nov 2026" in line_with(calendar_app, "no day  ")
        assert "MA→NL yearless 3 Nov ?" in line_with(calendar_app, "no day  ")
        assert "MA→US yearly 2026" in line_with(calendar_app, "2026, no day")
        await press(pilot, "tab", "G")
        assert "Some time in November 2026" in screen_text(calendar_app)
        assert "November of a year that is not stated" in screen_text(calendar_app)


async def test_a_visit_across_months_goes_on_in_the_next_one(calendar_app: Bilat) -> None:
    async with calendar_app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        assert screen_text(calendar_app).count("MA→ES across") == 2  # it breaks with the week
        await press(pilot, "pagedown")
        assert "December 2026" in screen_lines(calendar_app)[0]
        assert "MA→ES across" in screen_text(calendar_app)
        await press(pilot, ".", "slash", *"1 dec", "enter")
        assert "day 4 of 5" in screen_text(calendar_app)


async def test_overlaps_are_flagged_with_a_sentence(calendar_app: Bilat) -> None:
    async with calendar_app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        assert "▲ DE→MA one" in screen_text(calendar_app)
        await press(pilot, "slash", *"12 nov 2026", "enter")
        assert "▲ V-2026-003 is in Rabat too that day" in screen_text(calendar_app)


async def test_two_events_that_share_an_official_say_so(empty_store: Store, clock: Today) -> None:
    led = [{"members": [{"official": "Omar Alami", "role": "head"}]}]
    with empty_store.write("enter") as session:
        visit(session, date="2026-11-20/2026-11-22", delegations=led, status="planned")
        visit(
            session, date="2026-11-21/2026-11-22", host="QA", place="Doha", delegations=led, status="planned"
        )
    app = dashboard(empty_store, clock)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        assert "▲ Alami is also in V-2026-002 (Doha) on 21–22 Nov 2026" in screen_text(app)


@pytest.mark.parametrize(("first", "name"), [(0, "Mon"), (6, "Sun"), (5, "Sat")])
async def test_weeks_begin_with_the_day_that_is_set(
    store: Store, clock: Today, first: int, name: str
) -> None:
    app = dashboard(store, clock, first_weekday=first)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        assert screen_lines(app)[1].split()[1] == name


async def test_a_small_screen_has_marks_instead_of_labels(calendar_app: Bilat) -> None:
    async with calendar_app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        lines = screen_lines(calendar_app)
        assert any("12 ▲●2" in line for line in lines[:9])
        assert any("19 !" in line for line in lines[:9])
        assert any("23 □" in line for line in lines[:9])
        assert any("17 ✗" in line for line in lines[:9])
        assert "without a day" in lines[8]
        assert "soon" in screen_text(calendar_app)


async def test_an_overlap_is_marked_on_the_days_it_is_on(empty_store: Store, clock: Today) -> None:
    with empty_store.write("enter") as session:
        visit(session, date="2026-11-10/2026-11-12", host="MA", sending="FR", place="Rabat")
        visit(session, date="2026-11-12/2026-11-13", host="MA", sending="DE", place="Rabat")
    app = dashboard(empty_store, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        week = line_with(app, "12 ▲●2")
        assert "10 ●" in week
        assert "13 ●" in week


async def test_a_meeting_inside_a_visit_of_others_is_on_all_days_it_may_be_on(
    empty_store: Store, clock: Today
) -> None:
    with empty_store.write("enter") as session:
        theirs = visit(session, sending="DE", host="FR", date="2026-11-24/2026-11-25", title="theirs")
        meeting(session, theirs, parties=["DE", "FR", "MA"], title="with us")
    app = dashboard(empty_store, clock)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await press(pilot, "slash", *"25 nov 2026", "enter")
        assert screen_text(app).count("with us · one of these days") == 2
        await press(pilot, "enter", "enter")
        assert in_front(app, RecordScreen)


async def test_on_the_smallest_screen_the_two_take_turns(calendar_app: Bilat) -> None:
    async with calendar_app.run_test(size=(60, 20)) as pilot:
        screen = await opened(pilot)
        assert "Mon" not in screen_lines(calendar_app)[1]
        assert "soon" in screen_text(calendar_app)
        await press(pilot, "tab")
        assert "Mon" in screen_lines(calendar_app)[1]
        assert screen.selected is None  # what is folded away is not acted on
        await press(pilot, "tab")
        assert "Mon" not in screen_lines(calendar_app)[1]


async def test_an_empty_month_says_which_keys_help(empty_store: Store, clock: Today) -> None:
    app = dashboard(empty_store, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert "Nothing is known of November 2026" in screen_text(app)


async def test_hostile_titles_stay_in_their_cells(empty_store: Store, clock: Today) -> None:
    hostile = (
        "[/red] \x1b[31m",
        "視察 東京の警察本部 訪問",
        "a\nb",
        "\u202eevil",
        "x" * 10_000,
        "👩‍👩‍👧 \u0301",
    )
    with empty_store.write("enter") as session:
        for number, title in enumerate(hostile):
            visit(
                session,
                date=f"2026-11-{2 + number:02}/2026-11-{4 + number:02}",
                title=title,
                place=title[:200],
            )
            followup(session, text=title, due=f"2026-11-{20 + number}")
    app = dashboard(empty_store, clock)
    for size in ((120, 40), (80, 24), (60, 20)):
        async with app.run_test(size=size) as pilot:
            await opened(pilot)
            await press(pilot, "tab")
            lines = app.screen._compositor.render_strips()
            assert {strip.cell_length for strip in lines} == {size[0]}
            assert "\x1b" not in screen_text(app)
        app = dashboard(empty_store, clock)


# --- going about ---


async def test_days_weeks_and_months_have_their_keys(calendar_app: Bilat) -> None:
    async with calendar_app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        for key, day in (
            ("l", "Sun 22 Nov 2026"),
            ("right", "Mon 23 Nov 2026"),
            ("h", "Sun 22 Nov 2026"),
            ("j", "Sun 29 Nov 2026"),
            ("k", "Sun 22 Nov 2026"),
            ("pagedown", "Tue 22 Dec 2026"),
            ("pageup", "Sun 22 Nov 2026"),
            ("g", "Sun 1 Nov 2026"),
            ("G", "Mon 30 Nov 2026"),
            (".", "Sat 21 Nov 2026"),
        ):
            await press(pilot, key)
            assert agenda_day(calendar_app) == day, key


async def test_a_key_within_the_month_reads_nothing(
    calendar_app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with calendar_app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        reads = calendar_app.read

        def read_beside(*asked: Any, **how: Any) -> Any:
            if threading.current_thread() is threading.main_thread():
                pytest.fail("a day was read from the store")
            return reads(*asked, **how)

        monkeypatch.setattr(calendar_app, "read", read_beside)
        await press(pilot, "l", "l", "j", "k", "h")
        monkeypatch.undo()


async def test_a_day_is_typed(calendar_app: Bilat) -> None:
    async with calendar_app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await press(pilot, "slash")
        assert isinstance(calendar_app.screen, GoingModal)
        await press(pilot, *"jan 2027", "enter")
        assert "January 2027" in screen_lines(calendar_app)[0]
        assert agenda_day(calendar_app) == "Fri 1 Jan 2027"


async def test_enter_goes_to_the_days_lines_then_to_the_record_and_esc_all_the_way_back(
    calendar_app: Bilat,
) -> None:
    async with calendar_app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "l", "l", "enter")
        assert in_agenda(screen)
        await press(pilot, "enter")
        assert in_front(calendar_app, RecordScreen)
        assert "soon" in screen_text(calendar_app)
        await press(pilot, "escape")
        assert in_front(calendar_app, CalendarScreen)
        await press(pilot, "escape")
        assert in_agenda(screen) is False
        await press(pilot, "escape")
        assert not in_front(calendar_app, CalendarScreen)


async def test_the_month_follows_the_cursor_of_the_agenda(calendar_app: Bilat) -> None:
    async with calendar_app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await press(pilot, "l", "l", "tab", "j")
        assert agenda_day(calendar_app) == "Tue 24 Nov 2026"


async def test_from_the_agenda_one_comes_past_days_that_hold_nothing(calendar_app: Bilat) -> None:
    async with calendar_app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await press(pilot, "h", "h", "tab")
        for day in ("Fri 20 Nov 2026", "Sat 21 Nov 2026", "Sun 22 Nov 2026", "Mon 23 Nov 2026"):
            await press(pilot, "l")
            assert agenda_day(calendar_app) == day


async def test_everybodys_events_are_one_key_away(calendar_app: Bilat) -> None:
    async with calendar_app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await press(pilot, "A")
        assert "FR→DE theirs" in screen_text(calendar_app)
        await press(pilot, "A")
        assert "FR→DE theirs" not in screen_text(calendar_app)


async def test_everybodys_events_do_not_take_the_cursor_to_another_day(
    calendar_app: Bilat, store: Store
) -> None:
    with store.write("enter") as session:
        visit(session, sending="FR", host="DE", date="2026-11-23", title="on the same day")
    async with calendar_app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "l", "l", "l", "A", "h", "A")
        assert agenda_day(calendar_app) == "Mon 23 Nov 2026"
        assert (selected(screen) or Key("pair", "")).kind == "followup"


# --- what keys do to records ---


async def test_a_day_that_holds_nothing_has_nothing_to_change(calendar_app: Bilat) -> None:
    async with calendar_app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        assert selected(screen) is None
        await press(pilot, "d")
        assert "Nothing" in screen_lines(calendar_app)[-1]
        await press(pilot, "l", "l")
        assert (selected(screen) or Key("pair", "")).kind == "followup"


async def test_x_closes_what_the_agendas_line_is(calendar_app: Bilat, store: Store) -> None:
    async with calendar_app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await press(pilot, "l", "l", "x", "d")
        await work_done(calendar_app)
        await pilot.pause()
        with store.read() as reader:
            status = reader.value("SELECT status FROM followup WHERE text = 'soon'")
        assert status == "done"
        assert "soon" not in "\n".join(screen_lines(calendar_app)[:38])


async def test_marks_are_set_in_the_agenda(calendar_app: Bilat) -> None:
    async with calendar_app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "space")
        assert "Enter goes to the lines of the day" in screen_lines(calendar_app)[-1]
        await press(pilot, "tab", "space", "space")
        assert len(list(screen.marked)) == 2
        await press(pilot, "escape")
        assert not list(screen.marked)


async def test_a_new_record_begins_with_the_day(calendar_app: Bilat) -> None:
    async with calendar_app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await press(pilot, "l", "n")
        assert isinstance(calendar_app.screen, EntryModal)
        assert "2026-11-22" in screen_text(calendar_app)


async def test_a_snoozed_step_says_until_when(store: Store, clock: Today) -> None:
    with store.write("hide") as session:
        session.get_one(FollowUp, 2).hidden_until = "2026-12-24"
    app = dashboard(store, clock)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await press(pilot, "l", "l")
        assert "back 24 Dec 2026" in screen_text(app)
