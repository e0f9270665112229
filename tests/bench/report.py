"""The table of what was measured: each figure beside the floors of the same run."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from tests.bench.figures import Figures


class Line(NamedTuple):
    """A line of the table.

    Attributes:
        says: what the officer does.
        name: of the figure.
        floor: the figure of a floor that it is held against, "" for none.
        budget: as in words of the budgets.
    """

    says: str
    name: str
    floor: str
    budget: str


LINES = (
    Line("launch to rows in all panes", "launch", "A launch", "1.5 × A"),
    Line("down, up, the record following", "down", "B down", "16 ms, 1 × B"),
    Line("page down, page up", "page", "B page", "0.5 × B"),
    Line("to the end, to the begin", "end", "B end", "0.5 × B"),
    Line("another pair: timeline and record", "scope", "B down", "40 ms"),
    Line("letter of a filter: echo", "filter echo", "A key", "16 ms"),
    Line("letter of a filter: list", "filter", "B down", "80 ms"),
    Line("letter in the palette: echo", "palette echo", "A key", "16 ms"),
    Line("letter in the palette: hits", "palette", "B down", "80 ms"),
    Line("open a record", "open", "B page", "50 ms"),
    Line("letter of the entry line, read", "entry letter", "A key", "30 ms"),
    Line("save, repainted", "save", "B page", "100 ms"),
    Line("undo, repainted", "undo", "B page", "120 ms"),
    Line("the view Today", "today", "B page", ""),
    Line("the calendar", "calendar", "B page", ""),
    Line("another month", "month", "B page", ""),
    Line("the version, told by the shell", "version", "python", "1.5 × Python"),
    Line("what is due, told by the shell", "due", "import sqlmodel", "1.3 × SQLModel"),
    Line("a visit, entered in the shell", "add", "import sqlmodel", "1.5 × SQLModel"),
)
SINGLE: tuple[tuple[str, str, str, Callable[[float], str]], ...] = (
    (
        "import of a dossier with people, meetings and outcomes, visits a second",
        "import",
        "3,000",
        "{:,.0f}".format,
    ),
    ("import of a table, visits a second", "table", "3,000", "{:,.0f}".format),
    ("longest that a key waits, ms", "late", "50", "{:,.0f}".format),
    ("most memory, MB", "peak", "150; demo 70", "{:,.0f}".format),
    ("bytes of the file per visit", "bytes", "4,096", "{:,.0f}".format),
)
GROWTH = ("launch, beside that at the fewest visits", "× 1.10")
HEAD = (
    "Measured on {day} with {machine}, in a pseudo-terminal of 120×40; milliseconds as p50 / p95,"
    " and in brackets the p95 as a multiple of the floor's, for the launch the p50."
)
FLOORS = ("A launch", "A key", "B launch", "B down", "B page", "B end", "python", "import sqlmodel")


def table(floors: Figures, found: Mapping[int, Figures]) -> str:
    """The table as Markdown: the middle and the 95th of a hundred in ms, and the latter held against the floor."""
    sizes = sorted(found)
    lines = [
        HEAD.format(day=f"{date.today():%-d %B %Y}", machine=machine()),  # noqa: DTZ011
        "",
        _row("", "budget", *(f"{size:,} visits" for size in sizes)),
        _row("---", "---", *("--:" for _ in sizes)),
    ]
    launch, *others = [
        _row(line.says, line.budget, *(_cell(found[size], line, floors) for size in sizes)) for line in LINES
    ]
    lines += [launch, _row(*GROWTH, *_growth([found[size] for size in sizes])), *others]
    for says, name, budget, shown in SINGLE:
        most = [found[size].most(name) for size in sizes]
        lines.append(_row(says, budget, *("–" if value is None else shown(value) for value in most)))
    known = [f"{name} {_spread(floors, name)}" for name in FLOORS]
    lines += ["", f"Floors, A the smallest Textual app, B Textual's table of 100 rows: {'; '.join(known)}."]
    return "\n".join(lines)


def machine() -> str:
    """What it was measured on, in words."""
    cores = os.cpu_count() or 1
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    python = ".".join(platform.python_version_tuple()[:2])
    return f"{cores} cores and {memory:.0f} GB of memory, {platform.system()}, Python {python}"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _spread(figures: Figures, name: str) -> str:
    found = figures.spread(name)
    return "–" if found is None else f"{found.p50:,.1f} / {found.p95:,.1f}"


def _cell(figures: Figures, line: Line, floors: Figures) -> str:
    found, floor = figures.spread(line.name), floors.spread(line.floor)
    if found is None or floor is None:
        return "–"
    steady = line.name == "launch"  # a launch is told by its middle: there are few, and one may be disturbed
    ratio = found.p50 / floor.p50 if steady else found.p95 / floor.p95
    return f"{_spread(figures, line.name)} ({ratio:.1f})"


def _growth(found: Sequence[Figures]) -> list[str]:
    """How many times as long each launch takes as that of the first."""
    middles = [None if (spread := one.spread("launch")) is None else spread.p50 for one in found]
    least = middles[0]
    return ["–" if one is None or least is None else f"× {one / least:.2f}" for one in middles]


def sizes_in(words: Sequence[str]) -> list[int]:
    """Sizes as typed: 7, 10k, 1m."""
    factors = {"k": 1_000, "m": 1_000_000}
    return [
        int(word[:-1]) * factors[word[-1].lower()] if word[-1:].lower() in factors else int(word)
        for word in words
    ]
