"""What an officer does while the watch runs: the same keys on every store."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tests.bench.figures import Figures
from tests.bench.screen import Screen
from tests.bench.terminal import Seen, Terminal

PANES = (
    r"1 Country pairs ─+ [\d,]+ ",
    r"2 Officials ─+ [\d,]+ ",
    r"3 Open follow-ups ─+ [\d,]+",
    r"4 Timeline .*─ [\d,]+ ",
    r"Enter open",
)
"""What must stand on the screen before it can be used."""
LINES_OF_A_LIST = 12
FILTERED = "cyber"
SOUGHT = "benn"
SENTENCE = "in:Madrid #cyber talks on records"
SLOW = 0.4  # seconds without output, where an answer may come in two parts


def ready(screen: Screen) -> bool:
    """Whether there are rows in all panes."""
    return all(re.search(words, screen.text) for words in PANES)


def shows(words: str) -> Seen:
    """Whether some words are on the screen."""
    return lambda screen: re.search(words, screen.text) is not None


def launch(command: list[str], environment: Mapping[str, str]) -> Terminal:
    """Start the program, and wait until it can be used."""
    terminal = Terminal(command, environment)
    terminal.shown(ready)
    terminal.rest(1.5)  # what the program does beside its first screen is over then
    return terminal


def work(terminal: Terminal, figures: Figures, turn: int) -> None:
    """Everything that is measured with the program open.

    Args:
        terminal: with the main screen, as it starts.
        figures: where it is noted.
        turn: another number makes other records.
    """
    _move_in_a_list(terminal, figures)
    _change_the_scope(terminal, figures)
    _filter(terminal, figures)
    _open_records(terminal, figures)
    _find(terminal, figures)
    _enter_and_undo(terminal, figures, turn)
    _views(terminal, figures)


def _move_in_a_list(terminal: Terminal, figures: Figures) -> None:
    """Officials are the longest list; the record follows the cursor."""
    terminal.press("2", quiet=SLOW)
    moves = {"down": ["down"] * LINES_OF_A_LIST + ["up"] * LINES_OF_A_LIST}
    moves["page"] = ["pagedown", "pagedown", "pageup", "pagedown", "pageup", "pageup"]
    moves["end"] = ["end", "home"] * 3
    for name, keys in moves.items():
        _try(terminal, figures, name, keys)


def _try(terminal: Terminal, figures: Figures, name: str, keys: Sequence[str]) -> None:
    """Press keys, some of which a short list may have no use for."""
    for key in keys:
        answer = terminal.tried(key)
        if answer is not None:
            figures.add(name, answer.whole)


def _change_the_scope(terminal: Terminal, figures: Figures) -> None:
    """Another pair: the timeline and the record are about it at once."""
    terminal.tried("1", quiet=SLOW)
    _try(terminal, figures, "scope", ["down"] * 5 + ["up"] * 5)


def _filter(terminal: Terminal, figures: Figures) -> None:
    """Letter by letter in the timeline, the longest list of events."""
    terminal.press("4", quiet=SLOW)
    terminal.press("/", quiet=SLOW)
    for letter in FILTERED:
        answer = terminal.press(letter, quiet=SLOW)
        figures.add("filter echo", answer.first)
        figures.add("filter", answer.whole)
    terminal.press("escape", quiet=SLOW)


def _open_records(terminal: Terminal, figures: Figures) -> None:
    for pane in ("1", "4", "2"):
        terminal.tried(pane, quiet=SLOW)
        for _ in range(2):
            figures.add("open", terminal.press("enter", shows("Esc back"), quiet=SLOW).whole)
            terminal.press("escape", ready, quiet=SLOW)


def _find(terminal: Terminal, figures: Figures) -> None:
    """Letter by letter in the palette, which looks in everything."""
    terminal.press("ctrl+p", quiet=SLOW)
    for letter in SOUGHT:
        answer = terminal.press(letter, quiet=SLOW)
        figures.add("palette echo", answer.first)
        figures.add("palette", answer.whole)
    terminal.press("escape", ready, quiet=SLOW)


def _enter_and_undo(terminal: Terminal, figures: Figures, turn: int) -> None:
    terminal.tried("1", quiet=SLOW)
    for number in range(3):
        terminal.press("n", quiet=SLOW)
        year = 2030 + 3 * turn + number  # far from every other visit, and from each other
        _try(terminal, figures, "entry letter", f"MA>ES 28-29 jan {year} {SENTENCE}")
        figures.add("save", terminal.press("enter", shows("u undoes"), quiet=SLOW).whole)
        figures.add("undo", terminal.press("u", shows("U does it again"), quiet=SLOW).whole)


def _views(terminal: Terminal, figures: Figures) -> None:
    for name, letter, words in (("today", "t", "Today"), ("calendar", "m", "a month ")):
        terminal.press("v", quiet=SLOW)
        figures.add(name, terminal.press(letter, shows(words), quiet=SLOW).whole)
        if name == "calendar":
            for key in ("pagedown", "pageup", "pageup"):
                figures.add("month", terminal.press(key, quiet=SLOW).whole)
        terminal.press("escape", ready, quiet=SLOW)
