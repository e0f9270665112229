"""A long list while its filter is typed: rows first, the count when nobody types any more."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from functools import partial
from typing import Any

import pytest

from db import Store
from tui.screens import seeking
from tui.screens.main_lists import TIMELINE
from tui.screens.seeking import EFFORT, Seeking


class Long:
    """A list of which nobody knows yet how long it is."""

    def __init__(self) -> None:
        self.settled = False
        self.efforts: list[float | None] = []

    def glance(self) -> None:
        """It has rows at once."""

    def settle(self, seconds: float | None = None) -> None:
        """Note that somebody counts."""
        self.efforts.append(seconds)
        self.settled = True

    def count(self) -> int:
        return 50

    def rows(self, _start: int, _stop: int) -> list[Any]:
        return []

    def find(self, _key: object) -> None:
        return None


class Desk:
    """Somebody who filters a list."""

    def __init__(self, store: Store) -> None:
        self.lists: list[Long] = []
        self.told: list[str] = []
        self.shown: asyncio.Queue[None] = asyncio.Queue()
        self.seeking = Seeking(
            lambda: store,
            lambda _kind: partial(self.ask),
            lambda _kind: self._shows(),
            lambda _kind: self.told.append("count"),
        )

    def ask(self) -> Any:
        self.lists.append(Long())
        return self.lists[-1]

    def _shows(self) -> None:
        self.told.append("rows")
        self.shown.put_nowait(None)


async def test_the_rows_come_first_and_the_count_in_a_pause(
    demo_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seeking, "PAUSE", 0.0)
    desk = Desk(demo_store)
    await desk.seeking.seek(TIMELINE)
    assert desk.told == ["rows", "count"]
    assert desk.lists[0].efforts == [EFFORT]


async def test_while_one_types_nothing_is_counted(demo_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seeking, "PAUSE", 60.0)
    desk = Desk(demo_store)
    typing = asyncio.create_task(desk.seeking.seek(TIMELINE))
    await desk.shown.get()
    await desk.seeking.seek(TIMELINE)  # the next letter, which ends the pause
    await desk.shown.get()
    desk.seeking.stop(TIMELINE)
    assert [one.efforts for one in desk.lists] == [[], []]
    typing.cancel()


async def test_a_letter_typed_just_as_the_rows_come_is_answered_beside_the_keys(
    demo_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seeking, "PAUSE", 0.0)
    desk = Desk(demo_store)
    keys = asyncio.get_running_loop()
    next_letter: list[Coroutine[Any, Any, None]] = []

    async def press() -> None:
        next_letter.append(desk.seeking.seek(TIMELINE))  # what looks for it runs a little later

    class AboutToCome(Long):
        """A list while the next letter of its filter is pressed."""

        def glance(self) -> None:
            if not next_letter:
                asyncio.run_coroutine_threadsafe(press(), keys).result()

    monkeypatch.setattr("tests.tui.test_seeking.Long", AboutToCome)
    await desk.seeking.seek(TIMELINE)
    await next_letter[0]
    assert desk.told == ["rows", "count"], "only what is asked now is shown"
    assert [one.efforts for one in desk.lists] == [[], [EFFORT]]


async def test_who_goes_to_the_end_of_a_list_need_not_wait_for_a_pause(
    demo_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seeking, "PAUSE", 60.0)
    desk = Desk(demo_store)
    typing = asyncio.create_task(desk.seeking.seek(TIMELINE))
    await desk.shown.get()
    await desk.seeking.count_all(TIMELINE, desk.lists[0])
    await typing
    assert desk.told == ["rows", "count"]
    assert desk.lists[0].efforts == [None]


async def test_who_goes_to_the_end_while_it_is_counted_gets_it_counted_to_the_end(
    demo_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seeking, "PAUSE", 0.0)
    desk = Desk(demo_store)
    keys = asyncio.get_running_loop()

    class Endless(Long):
        """A list that is not counted in the time that a count may take."""

        def settle(self, seconds: float | None = None) -> None:
            self.efforts.append(seconds)
            self.settled = seconds is None
            if seconds is not None:  # this is when somebody presses G
                asyncio.run_coroutine_threadsafe(desk.seeking.count_all(TIMELINE, self), keys).result()

    monkeypatch.setattr("tests.tui.test_seeking.Long", Endless)
    await desk.seeking.seek(TIMELINE)
    assert desk.lists[0].efforts == [EFFORT, None]
    assert desk.lists[0].settled


async def test_keys_wait_until_the_rows_are_there_and_not_for_the_count(
    demo_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seeking, "PAUSE", 0.0)
    desk = Desk(demo_store)
    search = desk.seeking.seek(TIMELINE)
    assert desk.seeking.looking == {TIMELINE.id}
    await search
    assert desk.told == ["rows", "count"]
    assert not desk.seeking.looking


async def test_a_list_drawn_after_the_next_letter_shows_what_the_letters_before_it_found(
    demo_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seeking, "PAUSE", 0.0)
    desk = Desk(demo_store)
    await desk.seeking.seek(TIMELINE)
    later = desk.seeking.seek(TIMELINE)
    assert desk.seeking.answer(TIMELINE, partial(_never_asked)) is desk.lists[0]
    await later


async def test_what_was_found_answers_a_list_that_asks_twice_before_it_is_drawn(demo_store: Store) -> None:
    desk = Desk(demo_store)
    typing = asyncio.create_task(desk.seeking.seek(TIMELINE))
    await desk.shown.get()
    asked = partial(desk.ask)
    assert desk.seeking.answer(TIMELINE, asked) is desk.seeking.answer(TIMELINE, asked) is desk.lists[0]
    desk.seeking.stop(TIMELINE)
    assert desk.seeking.answer(TIMELINE, asked) is desk.lists[1], "without its filter it is asked anew"
    await typing


def _never_asked() -> Any:
    pytest.fail("the store was asked among the keys")
