"""Still pictures of every main state; the first of them is the one in the README, so that it cannot lie."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Protocol

import pytest
from textual.pilot import Pilot

from tests.tui.desk import ITEM, read
from tests.tui.entering import settle
from tui.app import Bilat
from tui.config import Settings

if TYPE_CHECKING:
    from textual.app import App

    from db import Store

WIDE = (120, 40)
SMALL = (80, 24)
SMALLEST = (60, 20)


class Compare(Protocol):
    """The plugin's fixture: runs an app, presses keys and compares the picture with the kept one."""

    def __call__(
        self,
        app: App[int],
        *,
        press: tuple[str, ...] = ...,
        terminal_size: tuple[int, int] = ...,
        run_before: Callable[[Pilot[int]], Awaitable[None]] | None = ...,
    ) -> bool: ...


@pytest.fixture(autouse=True)
def the_same_officer_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures are compared letter by letter, so nothing of whoever runs the test may be in them."""
    monkeypatch.setenv("BILAT_OFFICER", "officer")


@pytest.mark.parametrize("size", [WIDE, SMALL, SMALLEST], ids=["120x40", "80x24", "60x20"])
@pytest.mark.parametrize(
    ("state", "keys"),
    [
        ("pairs", ()),
        ("officials", ("2", "j")),
        ("followups", ("3",)),
        ("timeline", ("4", "j", "j")),
        ("filtered", ("1", "slash", *"spa")),
        ("nothing matches", ("2", "slash", *"xyz")),
        ("record", ("4", "j", "j", "enter")),
        ("people", ("4", "j", "j", "enter", "3")),
        ("history", ("4", "j", "j", "enter", "6")),
        ("palette", ("ctrl+p", *"ham")),
        ("help", ("question_mark",)),
        ("origin", ("4", "j", "j", "o")),
    ],
    ids=lambda value: value.replace(" ", "_") if isinstance(value, str) else "",
)
def test_the_screen_looks_as_it_did(
    snap_compare: Compare, app: Bilat, state: str, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    assert state
    assert snap_compare(app, press=keys, terminal_size=size)


def test_the_dashboard_at_120x40(snap_compare: Compare, app: Bilat) -> None:
    """The picture in the README: a visit selected on the timeline of a pair."""
    assert snap_compare(app, press=("4", "j", "j"), terminal_size=WIDE)


@pytest.mark.parametrize("view", ["t", "w"], ids=["today", "watch"])
def test_the_views_look_as_they_did(snap_compare: Compare, app: Bilat, view: str) -> None:
    assert snap_compare(app, press=("v", view), terminal_size=WIDE)


@pytest.mark.parametrize("size", [WIDE, SMALL], ids=["120x40", "80x24"])
def test_an_empty_store_says_how_to_begin(
    snap_compare: Compare, empty_store: Store, clock: Callable[[], date], size: tuple[int, int]
) -> None:
    app = Bilat(empty_store, settings=Settings(desk="MA", officer="officer"), clock=clock)
    assert snap_compare(app, terminal_size=size)


@pytest.mark.parametrize("theme", ["bilat-light", "textual-dark", "textual-ansi"])
def test_other_colours_look_as_they_did(
    snap_compare: Compare, demo_store: Store, clock: Callable[[], date], theme: str
) -> None:
    app = Bilat(demo_store, settings=Settings(desk="MA", theme=theme, officer="officer"), clock=clock)
    assert snap_compare(app, press=("4", "j", "j"), terminal_size=WIDE)


@contextmanager
def in_ascii(app: Bilat) -> Iterator[Bilat]:
    """The glyphs are chosen for the whole program, so a test gives them back."""
    from tui.glyphs import glyphs  # noqa: PLC0415 - only this test turns them round

    try:
        yield app
    finally:
        glyphs.choose(ascii_only=False)


def test_a_terminal_without_unicode_gets_plain_ascii(
    snap_compare: Compare, demo_store: Store, clock: Callable[[], date]
) -> None:
    settings = Settings(desk="MA", ascii=True, officer="officer")
    with in_ascii(Bilat(demo_store, settings=settings, clock=clock)) as app:
        assert snap_compare(app, press=("4", "j", "j"), terminal_size=SMALL)


def test_a_window_too_small_to_work_in_asks_for_room(snap_compare: Compare, app: Bilat) -> None:
    assert snap_compare(app, terminal_size=(39, 11))


@pytest.mark.parametrize("size", [WIDE, SMALL], ids=["120x40", "80x24"])
def test_the_reading_desk_looks_as_it_did(snap_compare: Compare, app: Bilat, size: tuple[int, int]) -> None:
    async def read_a_text(pilot: Pilot[int]) -> None:
        await read(pilot, ITEM)
        await pilot.press("enter", "j", "j", "j", "j", "4")
        await settle(pilot)

    assert snap_compare(app, run_before=read_a_text, terminal_size=size)
