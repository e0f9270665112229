"""v c shows what was done since one was last in: by whom, what it changed, and whether it was taken back."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from textual.pilot import Pilot

from db import Store
from db.commands.removal import remove
from db.errors import BadInput
from db.models import Visit
from db.queries import changes as queries
from db.queries.changes import newest_step
from db.rows import Key
from tests.tui.entering import settle, type_in
from tests.tui.reading import line_with, screen_lines, screen_text, style_of
from tui.app import Bilat
from tui.config import Settings
from tui.last_in import LastIn, Seen
from tui.screens.changes import PAGE, ChangesScreen
from tui.since import read_day

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
LEFT = datetime(2026, 11, 19, 18, 2, tzinfo=UTC)


def at(store: Store, officer: str, when: datetime) -> Store:
    return Store.open(store.path, officer=officer, clock=lambda: when)


def place(store: Store, where: str, label: str = "edit V-2025-001") -> None:
    with store.write(label) as session:
        session.get_one(Visit, 1).place = where


@pytest.fixture
def left(demo_store: Store) -> Store:
    """The officer was in until Thursday; then two colleagues and the officer (elsewhere) did something."""
    demo_store.clock = lambda: NOW
    with demo_store.read() as reader:
        LastIn(demo_store.path, "officer").keep(Seen(newest_step(reader), LEFT))
    friday, today = LEFT + timedelta(hours=15), LEFT + timedelta(hours=38)
    place(at(demo_store, "amina", friday), "Toledo")
    place(at(demo_store, "officer", friday + timedelta(hours=1)), "Sevilla")
    with at(demo_store, "bo", today).write("delete V-2022-005 MA→QA") as session:
        remove(session, Key("visit", "7"))
    return demo_store


def dashboard(store: Store) -> Bilat:
    return Bilat(store, settings=Settings(desk="MA", officer="officer"), clock=lambda: date(2026, 11, 21))


async def opened(pilot: Pilot[Any]) -> None:
    await pilot.press("v", "c")
    await settle(pilot)
    assert isinstance(pilot.app.screen, ChangesScreen)


async def test_the_first_line_says_since_when_and_the_days_follow(left: Store) -> None:
    app = dashboard(left)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("A")
        await settle(pilot)
        lines = [line.strip("│┃▌ ") for line in screen_lines(app)]
        assert "Changes · since Thu 19 Nov, 18:02 (when you were last in)" in lines[0]
        assert lines[0].endswith(" 3 ─╮")
        assert lines[1] == "Today, Sat 21 Nov 2026"
        assert lines[2] == "08:02  bo  deleted V-2022-005 MA→QA"
        assert lines[3].startswith("V-2022-005 · MA→QA 24–26 May 2022")
        assert "deleted with" in lines[3]
        assert "Yesterday, Fri 20 Nov 2026" in lines
        mine = lines.index("10:02  you  edited V-2025-001")
        assert lines[mine + 1] == "V-2025-001  place Toledo → Sevilla"
        assert lines[mine + 2] == "09:02  amina  edited V-2025-001"
        assert lines[mine + 3] == "V-2025-001  place Madrid → Toledo"
        assert style_of(app, "amina").color != style_of(app, "you").color


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_it_fits_any_window(left: Store, size: tuple[int, int]) -> None:
    app = dashboard(left)
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        assert "last in)" in screen_lines(app)[0]
        assert "bo  deleted V-2022-005" in screen_text(app)


async def test_enter_opens_the_record_and_esc_comes_back(left: Store) -> None:
    app = dashboard(left)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert getattr(app.screen, "record_key", None) == Key("visit", "1")
        await pilot.press("escape")
        assert type(app.screen) is ChangesScreen
        await pilot.press("escape")
        assert type(app.screen) is not ChangesScreen


async def test_what_others_did_is_shown_first_and_ones_own_on_a_key(left: Store) -> None:
    app = dashboard(left)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        assert "Sevilla" not in screen_text(app)
        assert "Toledo" in screen_text(app)
        assert "others only · A shows your own" in screen_lines(app)[-2]
        await pilot.press("A")
        await pilot.pause()
        assert "Sevilla" in screen_text(app)


async def test_words_or_an_officer_narrow_it(left: Store) -> None:
    app = dashboard(left)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("slash", *"amina")
        await pilot.pause()
        assert "bo  deleted" not in screen_text(app)
        assert "amina  edited" in screen_text(app)
        await pilot.press("x")
        await pilot.pause()
        assert "Nothing matches “aminax”" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "bo  deleted" in screen_text(app)


async def test_a_letter_or_a_day_chooses_another_beginning(left: Store) -> None:
    app = dashboard(left)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("s", "t")
        await settle(pilot)
        assert "since Sat 21 Nov (today)" in screen_lines(app)[0]
        assert "amina" not in screen_text(app)
        await pilot.press("s", "d")
        await settle(pilot)
        await type_in(pilot, "fri")
        assert "since Fri 27 Nov" not in screen_text(app)
        assert "still to come" in screen_text(app)
        await pilot.press(*["backspace"] * 3)
        await type_in(pilot, "20 nov")
        assert "since Fri 20 Nov 2026, yesterday" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "since Fri 20 Nov " in screen_lines(app)[0]
        assert "amina" in screen_text(app)
        await pilot.press("s", "a")
        await settle(pilot)
        assert "since the beginning" in screen_lines(app)[0]
        await pilot.press("s", "l")
        await settle(pilot)
        assert "when you were last in" in screen_lines(app)[0]


async def test_a_day_that_is_not_understood_is_not_taken(left: Store) -> None:
    app = dashboard(left)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("s", "d")
        await settle(pilot)
        await pilot.press("enter")
        assert "Nothing is typed yet; Esc goes back." in screen_text(app)
        await type_in(pilot, "31 feb 2026")
        await pilot.press("enter")
        await pilot.pause()
        assert "Not understood." in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "when you were last in" in screen_lines(app)[0]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("yesterday", date(2026, 11, 20)),
        ("oct 2026", date(2026, 10, 1)),
        ("24 dec", date(2025, 12, 24)),
        ("29 feb", date(2024, 2, 29)),
        ("2025", date(2025, 1, 1)),
    ],
)
def test_a_day_without_a_year_is_the_last_such_day(typed: str, day: date) -> None:
    assert read_day(typed, date(2026, 11, 21), day_first=True) == day


@pytest.mark.parametrize("typed", ["", "?", "tomorrow", "2031", "nonsense"])
def test_what_says_no_day_behind_us_is_refused(typed: str) -> None:
    with pytest.raises(BadInput):
        read_day(typed, date(2026, 11, 21), day_first=True)


async def test_where_nothing_was_done_it_says_so(demo_store: Store) -> None:
    with demo_store.read() as reader:
        LastIn(demo_store.path, "officer").keep(Seen(newest_step(reader), LEFT))
    app = dashboard(demo_store)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert "Nothing was changed since Thu 19 Nov, 18:02" in screen_text(app)
        await pilot.press("A")
        await pilot.pause()
        assert "Nobody else has changed anything" in screen_text(app)


async def test_what_was_taken_back_is_told_as_that(left: Store) -> None:
    at(left, "officer", NOW).undo()
    app = dashboard(left)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("A")
        await settle(pilot)
        assert "you  took back: edited V-2025-001" in screen_text(app)
        assert line_with(app, "10:02  you").rstrip("│┃ ").endswith("taken back since")


async def test_the_first_time_shows_a_week(demo_store: Store) -> None:
    app = dashboard(demo_store)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        assert "since Sat 14 Nov (a week; you were not in before)" in screen_lines(app)[0]


async def test_leaving_remembers_how_far_one_has_seen_and_for_oneself_alone(left: Store) -> None:
    file = LastIn(left.path, "officer").path
    LastIn(left.path, "amina").keep(Seen(1, LEFT))
    with left.read() as reader:
        newest = newest_step(reader)
    async with dashboard(left).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert json.loads(file.read_text())["officer"]["at"] == LEFT.isoformat()
    assert LastIn(left.path, "officer").find() == Seen(newest, NOW)
    assert LastIn(left.path, "amina").find() == Seen(1, LEFT)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    app = dashboard(left)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        assert "Nothing was changed since Sat 21 Nov, 09:30" in screen_text(app)


async def test_looking_does_not_write_into_the_store(left: Store) -> None:
    before = left.generation()
    async with dashboard(left).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
    assert left.generation() == before


async def test_a_hand_in_the_file_does_no_harm(left: Store) -> None:
    file = LastIn(left.path, "officer").path
    for text in ("", "[]", '{"officer": 3}', '{"officer": {"step": "x", "at": 1}}'):
        file.write_text(text)
        assert LastIn(left.path, "officer").find() is None


async def test_an_older_copy_of_the_store_shows_what_is_behind_that_day(left: Store) -> None:
    LastIn(left.path, "officer").keep(Seen(10**6, LEFT))
    app = dashboard(left)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        assert "amina" in screen_text(app)


async def test_long_histories_are_read_as_one_goes_down_and_news_moves_nothing(
    left: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(at(left, "amina", NOW)) as amina:
        for number in range(PAGE + 20):
            place(amina, f"Place {number}")
    app = dashboard(left)
    asked: list[int] = []
    real: Callable[..., Any] = queries.steps

    def counted(*args: Any, **named: Any) -> Any:
        asked.append(named["limit"])
        return real(*args, **named)

    monkeypatch.setattr("tui.screens.changes.steps", counted)
    async with app.run_test(size=(120, 24)) as pilot:
        await opened(pilot)
        asked.clear()
        await pilot.press("A")
        await settle(pilot)
        assert asked == [PAGE]
        assert f" {PAGE + 23} " in screen_lines(app)[0]
        for _ in range(8):
            await pilot.press("pagedown")
        await pilot.pause()
        assert asked == [PAGE, PAGE]
        before = screen_lines(app)[1:-2]
        with closing(at(left, "amina", NOW)) as amina:
            place(amina, "Quite new")
        app.look_at_the_store()
        await settle(pilot)
        assert screen_lines(app)[1:-2] == before
        await pilot.press("g")
        await pilot.pause()
        assert "Quite new" in screen_text(app)
        await pilot.press("G", "G", "G")
        await pilot.pause()
        assert "older follow" not in screen_text(app)
        assert "09:02  amina  edited V-2025-001" in screen_text(app)


async def test_ones_own_step_is_there_at_once(left: Store) -> None:
    app = dashboard(left)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("A")
        await settle(pilot)
        await pilot.press("d")
        await settle(pilot)
        assert "you  deleted V-2025-001" in screen_text(app)
        assert "deleted with" in line_with(app, "28–29 Jan 2025 ·")
