"""Keys that come together: every one acts on the screen that the one before has left."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.tui.terminal import Terminal

if TYPE_CHECKING:
    from db import Store


@pytest.mark.parametrize(
    ("keys", "shows"),
    [
        pytest.param("2j", "Abdellatif Hammouchi", id="a pane and a move in it"),
        pytest.param("4jjj\r", "Overview", id="a pane, moves and Enter"),
        pytest.param("/us\r", "1 of 5", id="a filter, its words and Enter"),
        pytest.param("2/laf", "Abdelouafi Laftit", id="a filter in another pane"),
        pytest.param("3j\r", "F-2026-002", id="a follow-up opened"),
        pytest.param(":grande\r", "Fernando Grande-Marlaska", id="the palette, a name and Enter"),
        pytest.param("vt", "Waiting for them", id="a view by its letter"),
        pytest.param("nMA>ES talks", "visit Morocco", id="the entry line and its first words"),
        pytest.param(
            "ntodo ring Rabat due:2027-02-05\r:grande\r",
            "Fernando Grande-Marlaska",
            id="on while a line is saved",
        ),
        pytest.param("3fchased\r:laf\r", "Abdelouafi Laftit", id="on while an answer is saved"),
    ],
)
def test_keys_in_one_go_do_what_they_do_one_by_one(demo_store: Store, keys: str, shows: str) -> None:
    demo_store.close()
    command = [sys.executable, "-m", "tui", "--store", str(demo_store.path), "--desk", "MA"]
    with Terminal(command) as terminal:
        terminal.wait_for("Laftit")
        terminal.press(keys)
        terminal.wait_for(shows)
        assert terminal.process.poll() is None
