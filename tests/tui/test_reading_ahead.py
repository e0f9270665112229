"""What the next keys lead to is read while none is pressed; what is shown is the store as it is."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest
from textual.app import App

from db import Store, queries
from db.errors import Busy
from db.reader import Reader
from db.rows import Moment
from tests.conftest import OFFICER
from tests.db.making import visit
from tests.tui.entering import settle
from tests.tui.reading import screen_text
from tui import cards
from tui.app import Bilat
from tui.at_hand import MOST, AtHand, Repeated
from tui.config import Settings
from tui.screens import reading_ahead
from tui.screens.main import MainScreen
from tui.screens.reading_ahead import ReadingAhead
from tui.screens.record import RecordScreen
from tui.widgets.row_list import RowList


@pytest.fixture
def three_pairs(empty_store: Store, clock: Callable[[], date], monkeypatch: pytest.MonkeyPatch) -> Bilat:
    """The dashboard of a few pairs, that reads ahead as soon as it may."""
    monkeypatch.setattr(reading_ahead, "IDLE", 0)
    monkeypatch.setattr(reading_ahead, "AT_REST", 0)
    with empty_store.write("enter") as session:
        for number, host in enumerate(("ES", "FR", "IT", "PT")):
            visit(session, host=host, date=f"2026-10-0{9 - number}", title=f"talks with {host}")
    return Bilat(empty_store, settings=Settings(desk="MA", officer=OFFICER), clock=clock)


@pytest.fixture
def read_for_a_key(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is read while a key waits, a statement each."""
    statements: list[str] = []
    reads = Reader.all

    def noted(reader: Reader, sql: str, **values: Any) -> Any:
        if threading.current_thread() is threading.main_thread():
            statements.append(sql)
        return reads(reader, sql, **values)

    monkeypatch.setattr(Reader, "all", noted)
    return statements


async def test_a_step_of_the_cursor_reads_nothing(three_pairs: Bilat, read_for_a_key: list[str]) -> None:
    async with three_pairs.run_test(size=(120, 40)) as pilot:
        await pilot.press("down")
        await settle(pilot)
        for key, title in (("down", "talks with IT"), ("up", "talks with FR"), ("up", "talks with ES")):
            read_for_a_key.clear()
            await pilot.press(key)
            await pilot.pause()
            assert title in screen_text(three_pairs)
            assert read_for_a_key == []
            await settle(pilot)


async def test_the_first_step_of_all_reads_nothing(three_pairs: Bilat, read_for_a_key: list[str]) -> None:
    async with three_pairs.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        read_for_a_key.clear()
        await pilot.press("down")
        await pilot.pause()
        assert "talks with FR" in screen_text(three_pairs)
        assert read_for_a_key == []


async def test_a_page_after_a_page_reads_rows_and_no_record(
    three_pairs: Bilat, read_for_a_key: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        MainScreen, "_wanted_later", lambda _screen: ()
    )  # the second page comes sooner than that
    with three_pairs.store.write("enter") as session:
        for day in range(100):
            visit(session, host="ES", date=f"2025-{1 + day // 25:02}-{1 + day % 25:02}", title=f"day {day}")
    async with three_pairs.run_test(size=(120, 40)) as pilot:
        await pilot.press("4", "pagedown")
        await settle(pilot)
        before = three_pairs.screen.query_one("#timeline", RowList).key
        read_for_a_key.clear()
        await pilot.press("pagedown")
        await pilot.pause()
        assert three_pairs.screen.query_one("#timeline", RowList).key != before
        assert [sql for sql in read_for_a_key if "ORDER BY s.sort_day" not in sql] == []


async def test_enter_opens_the_record_under_the_cursor_without_reading(
    three_pairs: Bilat, read_for_a_key: list[str]
) -> None:
    async with three_pairs.run_test(size=(120, 40)) as pilot:
        await pilot.press("down")
        await settle(pilot)
        read_for_a_key.clear()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(three_pairs.screen, RecordScreen)
        assert "Morocco – France" in screen_text(three_pairs)
        assert read_for_a_key == []


async def test_what_a_colleague_has_just_entered_is_there_with_the_next_key(three_pairs: Bilat) -> None:
    async with three_pairs.run_test(size=(120, 40)) as pilot:
        await pilot.press("down")
        await settle(pilot)
        colleague = Store.open(three_pairs.store.path, officer="amina")
        with colleague.write("enter") as session:
            visit(session, host="IT", date="2026-11-02", title="an urgent call")
        colleague.close()
        await pilot.press("down")
        await pilot.pause()
        assert "an urgent call" in screen_text(three_pairs)


async def test_a_key_is_painted_in_one_frame_with_its_record(
    three_pairs: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    frames: list[object] = []
    display = App._display

    def counted(app: App[Any], screen: Any, renderable: Any) -> None:
        if renderable is not None:
            frames.append(renderable)
        display(app, screen, renderable)

    monkeypatch.setattr(App, "_display", counted)
    async with three_pairs.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        for key in ("down", "down", "up"):
            frames.clear()
            await pilot.press(key)
            await settle(pilot)
            assert len(frames) == 1


def test_a_pane_shows_of_an_official_what_the_record_begins_with(
    demo_store: Store, clock: Callable[[], date]
) -> None:
    moment = Moment(clock(), "MA")
    everybody = queries.officials(demo_store)
    with demo_store.read() as reader:
        for row in everybody.rows(0, everybody.count()):
            whole, glanced = (read(reader, row.key, moment) for read in (queries.card, queries.glance))
            assert cards.overview(glanced, 80, moment) == cards.overview(whole, 80, moment)


def test_the_next_key_breaks_off_what_is_read_ahead(empty_store: Store) -> None:
    done: list[str] = []
    ahead = ReadingAhead(lambda: empty_store, tuple, tuple, lambda _work: None)

    def pressed() -> None:
        done.append("first")
        ahead.stop()

    ahead._read_all([pressed, lambda: done.append("second")], 0)
    assert done == ["first"]


async def test_the_ends_of_a_list_are_there_before_one_goes_to_them(
    three_pairs: Bilat, read_for_a_key: list[str]
) -> None:
    async with three_pairs.run_test(size=(120, 40)) as pilot:
        await pilot.press("down")
        await settle(pilot)
        for key, title in (("end", "talks with PT"), ("home", "talks with ES")):
            read_for_a_key.clear()
            await pilot.press(key)
            await pilot.pause()
            assert title in screen_text(three_pairs)
            assert read_for_a_key == []
            await settle(pilot)


async def test_after_a_step_the_record_is_read_beside_the_keys(
    three_pairs: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_in: list[threading.Thread] = []
    glance = queries.glance

    def noted(*asked: Any) -> Any:
        read_in.append(threading.current_thread())
        return glance(*asked)

    async with three_pairs.run_test(size=(120, 40)) as pilot:
        await pilot.press("down")
        await settle(pilot)
        monkeypatch.setattr(queries, "glance", noted)
        await pilot.press("u")
        await settle(pilot)
        assert "talks with" not in screen_text(three_pairs)
    assert threading.main_thread() not in read_in


def test_a_letter_asks_only_what_it_has_changed_until_somebody_writes(empty_store: Store) -> None:
    repeated = Repeated(empty_store.generation)

    def statements(letters: str) -> int:
        with empty_store.read() as once:
            reader = repeated.through(once)
            assert reader.value("SELECT COUNT(*) FROM visit") == visits
            reader.all("SELECT :letters", letters=letters)
            return once.statements

    visits = 0
    assert [statements(letters) for letters in ("M", "MA", "MA")] == [2, 1, 0]
    with empty_store.write("enter") as session:
        visit(session)
    visits = 1
    assert statements("MA") == 2


def test_an_answer_is_at_hand_until_somebody_writes(empty_store: Store) -> None:
    asked: list[str] = []
    at_hand = AtHand(empty_store.generation)

    def ask(words: str) -> str:
        asked.append(words)
        return words

    question = partial(ask, "how many")
    assert at_hand.look_up(question) is None
    assert at_hand.answer(question) == at_hand.answer(question) == "how many"
    assert asked == ["how many"]
    with empty_store.write("enter") as session:
        visit(session)
    assert at_hand.look_up(question) is None
    at_hand.answer(question)
    assert asked == ["how many", "how many"]


def test_what_was_read_while_somebody_wrote_is_asked_again() -> None:
    generation = 1
    at_hand = AtHand(lambda: generation)

    def answer() -> str:
        nonlocal generation
        generation += 1
        at_hand.look_up(partial(str))  # another thread finds that the store has changed
        return "as it was"

    question = partial(answer)
    assert at_hand.answer(question) == "as it was"
    assert at_hand.look_up(question) is None


def test_what_was_being_read_when_the_day_turned_is_asked_again() -> None:
    at_hand = AtHand(lambda: 1)

    def answer() -> str:
        at_hand.forget()
        at_hand.look_up(partial(str))  # another thread asks for the same store, of the new day
        return "of yesterday"

    question = partial(answer)
    assert at_hand.answer(question) == "of yesterday"
    assert at_hand.look_up(question) is None


def test_what_cannot_be_read_is_asked_again() -> None:
    at_hand = AtHand(lambda: 1)

    def fail() -> str:
        raise Busy("Somebody else is writing; try again.")

    question = partial(fail)
    for _ in range(2):
        with pytest.raises(Busy):
            at_hand.answer(question)
    assert at_hand.look_up(question) is None


def test_only_the_last_answers_are_kept() -> None:
    at_hand = AtHand(lambda: 1)
    questions = [partial(str, number) for number in range(MOST + 1)]
    for question in questions:
        at_hand.answer(question)
        at_hand.answer(questions[0])  # what is asked for again and again stays
    assert at_hand.look_up(questions[0]) is not None
    assert at_hand.look_up(questions[1]) is None
    assert at_hand.look_up(questions[-1]) is not None
