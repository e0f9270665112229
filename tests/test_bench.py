"""The benchmark reads the screen and the watch rightly; it is itself no part of the normal run."""

from __future__ import annotations

import os
import sys

import pytest

from tests.bench.figures import Figures, spread_of
from tests.bench.launching import Program, launches
from tests.bench.report import LINES, sizes_in, table
from tests.bench.screen import Screen
from tests.bench.shell import invented
from tests.bench.terminal import FRAME_ENDS, Silent, Terminal

ECHO = f"""
import os, time, tty
tty.setraw(0)
os.write(1, b"\\x1b[2J\\x1b[3;5Hready{FRAME_ENDS}")
while (key := os.read(0, 16)) != b"q":
    if key == b"s":
        time.sleep(0.05)
    if key != b"n":
        os.write(1, b"\\x1b[1;1Hfirst{FRAME_ENDS}" + b"\\x1b[2;1Hsecond " + key + b"{FRAME_ENDS}")
"""


@pytest.fixture
def terminal() -> Terminal:
    return Terminal([sys.executable, "-c", ECHO], os.environ)


def test_text_stands_where_it_was_put() -> None:
    screen = Screen(10, 3)
    screen.feed("\x1b[2;3H\x1b[1;38;2;1;2;3mab\x1b[0m\x1b[3;1H日本x")
    assert screen.text == "\n  ab\n日本x"
    assert screen.part(1, 2, 2, 4) == "ab"
    screen.feed("\x1b[2J\x1b[1;9Hlonger than the line")
    assert screen.text == "        lo\n\n"


def test_an_answer_is_timed_to_the_frame_that_shows_it(terminal: Terminal) -> None:
    with terminal:
        assert terminal.shown(lambda screen: "ready" in screen.text).frames == 1
        answer = terminal.press("s", lambda screen: "second s" in screen.text)
        assert answer.frames == 2
        assert 50 <= answer.first <= answer.whole
        assert terminal.tried("n") is None
        with pytest.raises(Silent, match="second s"):
            terminal.press("n", patience=0.1)
        assert terminal.peak > 0
        terminal.quit()


class Noting(Figures):
    """Figures that remember in which order they came."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def add(self, name: str, value: float) -> None:
        self.names.append(name)
        super().add(name, value)


def test_launches_are_taken_in_turn_with_the_floor_once_the_files_are_warm() -> None:
    figures = Noting()
    echo = [sys.executable, "-c", ECHO]
    programs = [
        Program(echo, os.environ, lambda screen: "ready" in screen.text, name, figures)
        for name in ("A launch", "launch")
    ]
    launches(programs, times=2)
    assert figures.names == ["A launch", "launch"] * 2, "the first round is not among them"
    spread = figures.spread("launch")
    assert spread is not None
    assert 0 < spread.p50 <= spread.p95


def test_the_table_tells_how_a_launch_grows_with_the_store() -> None:
    floors, few, many = Figures(), Figures(), Figures()
    floors.add("A launch", 100)
    few.add("launch", 200)
    many.add("launch", 230)
    told = table(floors, {7: few, 1_000: Figures(), 1_000_000: many})
    assert "| launch, beside that at the fewest visits | × 1.10 | × 1.00 | – | × 1.15 |" in told


def test_the_middle_and_the_slow_end_are_told() -> None:
    assert spread_of([]) is None
    assert spread_of([3.0]) == (3.0, 3.0)
    assert spread_of([float(number) for number in range(101)]) == (50.0, 95.0)


def test_the_table_holds_every_figure_against_its_floor() -> None:
    floors, found = Figures(), Figures()
    for line in LINES:
        floors.add(line.floor, 10)
        found.add(line.name, 25)
    told = table(floors, {7: found, 1_000_000: Figures()})
    assert "| launch to rows in all panes | 1.5 × A | 25.0 / 25.0 (2.5) | – |" in told
    assert told.count("(2.5)") == len(LINES)
    assert "7 visits | 1,000,000 visits" in told


def test_sizes_are_typed_short() -> None:
    assert sizes_in(["7", "10k", "1m"]) == [7, 10_000, 1_000_000]


def test_what_is_imported_is_no_visit_twice() -> None:
    visits = invented(600)["visits"]
    assert isinstance(visits, list)
    assert len({(visit["host"], visit["date"], visit["title"]) for visit in visits}) == 600
