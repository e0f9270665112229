"""Launches, taken in turn with the floor's: what makes one of them slow makes the others slow too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tests.bench.figures import Figures
from tests.bench.terminal import Seen, Terminal

TIMES = 7


class Program(NamedTuple):
    """What is started.

    Attributes:
        command: starts it; the key q ends it.
        environment: of the command.
        ready: whether it can be used.
        name: of the figure.
        figures: where that is noted.
    """

    command: Sequence[str]
    environment: Mapping[str, str]
    ready: Seen
    name: str
    figures: Figures


def launches(programs: Sequence[Program], times: int = TIMES) -> None:
    """Start each so often, one after the other; a round before that fetches the files, and does not count."""
    for number in range(times + 1):
        for program in programs:
            with Terminal(program.command, program.environment) as terminal:
                took = terminal.shown(program.ready).whole
                terminal.quit()
            if number:
                program.figures.add(program.name, took)
