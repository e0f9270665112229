"""Measures the program through a real pseudo-terminal: ``python -m tests.bench --sizes 7,10k,100k,1m``.

Not part of the normal run: making a large store takes minutes. The floors are measured in the same run, turn by
turn, so that a busy machine slows down everything alike.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.bench import scenario, shell
from tests.bench.figures import Figures
from tests.bench.launching import Program, launches
from tests.bench.report import sizes_in, table
from tests.bench.stores import DESK, copied, made
from tests.bench.terminal import Terminal

FLOORS = Path(__file__).parent / "floors"


def surroundings(home: Path) -> dict[str, str]:
    """An environment that is nobody's, of a terminal of today; compiled files are kept, as once installed."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "VIRTUAL_ENV") if name in os.environ}
    desk = {"BILAT_DESK": DESK, "BILAT_OFFICER": "bench"}
    return {**kept, **desk, "HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor"}


MINIMAL = [sys.executable, str(FLOORS / "minimal.py")]


def bilat(store: Path) -> list[str]:
    """What opens the dashboard on a store."""
    return [*shell.BILAT, "--store", str(store)]


def floors(environment: dict[str, str], figures: Figures) -> None:
    """The smallest app, and the table of a hundred rows."""
    with Terminal(MINIMAL, environment) as terminal:
        terminal.shown(scenario.shows("ready"))
        terminal.rest(0.5)
        for letter in "abcdefghij" * 3:
            figures.add("A key", terminal.press(letter).whole)
    with Terminal([sys.executable, str(FLOORS / "table.py")], environment) as terminal:
        figures.add("B launch", terminal.shown(scenario.shows("row 0 of")).whole)
        terminal.rest(0.5)
        moves = {"down": ["down"] * 12 + ["up"] * 12, "end": ["end", "home"] * 3}
        for name, keys in {"page": ["pagedown", "pageup"] * 3, **moves}.items():
            for key in keys:
                figures.add(f"B {name}", terminal.press(key).whole)


def beaten(store: Path, environment: dict[str, str], figures: Figures) -> None:
    """The day's first start, with its backup, and everything once: how late the event loop came round at most."""
    note = store.with_name("late.json")
    command = [sys.executable, "-m", "tests.bench.beating", str(note), "--store", str(store)]
    with scenario.launch(command, environment) as terminal:
        terminal.rest(1)
        scenario.work(terminal, Figures(), turn=0)
        terminal.quit()
    figures.add("late", json.loads(note.read_text("utf-8"))["late_ms"])


def main() -> int:
    """Measure, and write the table."""
    options = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure the program.")
    options.add_argument("--sizes", default="7,10k", help="visits, as 7,10k,100k,1m; 7 is the demo")
    options.add_argument("--turns", type=int, default=3, metavar="N", help="how often all is measured")
    options.add_argument("--stores", type=Path, default=Path(tempfile.gettempdir()) / "bilat-bench")
    options.add_argument("--out", type=Path, metavar="FILE", help="where the table goes; else to the screen")
    given = options.parse_args()
    os.chdir(Path(__file__).resolve().parents[2])

    found = {size: Figures() for size in sizes_in(given.sizes.split(","))}
    under = Figures()
    with ExitStack() as stack:
        rooms: dict[int, Path] = {}
        for size, figures in found.items():
            original = made(size, given.stores)
            rooms[size] = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=given.stores)))
            store = copied(original, rooms[size])
            figures.add("bytes", store.stat().st_size / size)
            _tell(f"{size:,} visits: the first start")
            beaten(store, surroundings(rooms[size]), figures)
        nobody = surroundings(Path(stack.enter_context(tempfile.TemporaryDirectory())))
        _tell("launches")
        launches(
            [
                Program(MINIMAL, nobody, scenario.shows("ready"), "A launch", under),
                *(
                    Program(
                        bilat(room / "store.db"), surroundings(room), scenario.ready, "launch", found[size]
                    )
                    for size, room in rooms.items()
                ),
            ]
        )
        for turn in range(1, given.turns + 1):
            _tell(f"turn {turn} of {given.turns}")
            floors(nobody, under)
            shell.bare(nobody, under)
            for size, figures in found.items():
                store, around = rooms[size] / "store.db", surroundings(rooms[size])
                with scenario.launch(bilat(store), around) as terminal:
                    scenario.work(terminal, figures, turn)
                    figures.add("peak", terminal.peak)
                    terminal.quit()
                shell.words(store, around, figures, turn)
        for size, figures in found.items():
            _tell(f"{size:,} visits: import")
            shell.imports(rooms[size] / "store.db", surroundings(rooms[size]), figures)
    told = table(under, found)
    if given.out:
        given.out.write_text(told + "\n", "utf-8")
    else:
        sys.stdout.write(told + "\n")
    return 0


def _tell(what: str) -> None:
    sys.stderr.write(f"{what}\n")


if __name__ == "__main__":
    sys.exit(main())
