"""Make a store of any size to try things on: ``python -m seeds.generate --visits 1000000 --seed 1 --store big.db``.

The same size, seed, number of officials and day give the same store to the letter. It appears at its place whole or,
when it is stopped (Ctrl+C), not at all. History tells it as one step without changes: a change for every row would
be twice the store, and nobody is to take it back.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from db import BilatError, Store
from db.telling import pace

SIZES = {"": 1, "k": 1_000, "M": 1_000_000}
TODAY = date(2026, 11, 21)
"""On which a world stands unless another day is asked for: two stores can be compared whenever they were made."""
OFFICIALS = 20_000
BATCH = 5_000  # visits that are put in together
INTERRUPTED = 130
OFTEN = 0.2  # seconds

Tell = Callable[[str, int, int], None]
"""Is told what is going on, how much of it is done, and of how much."""


def generate(
    path: Path, *, visits: int, seed: int = 1, officials: int = OFFICIALS, today: date = TODAY, tell: Tell
) -> None:
    """Make a world and put it into a new store.

    Args:
        path: where nothing is yet.
        visits: so many; meetings, outcomes and sources come with them.
        seed: any number; another one is another world.
        officials: so many.
        today: the day that the world is at; some visits are still to come then.
        tell: how far it has come.

    Raises:
        NotAStore: when something is there already, or nothing can be made there.
    """
    from seeds.stores import enter_reference  # noqa: PLC0415 - SQLModel, which --help does without

    def clock() -> datetime:
        return datetime(today.year, today.month, today.day, 8, tzinfo=UTC)

    with Store.build(path, clock=clock, packed=True) as store:
        enter_reference(store)
        for what, done, of in _filled(store, visits, seed, officials, today):
            tell(what, done, of)
        tell("packing the file", 0, 1)
    tell("packing the file", 1, 1)


def _filled(
    store: Store, visits: int, seed: int, officials: int, today: date
) -> Iterator[tuple[str, int, int]]:
    """Put the world in, batch by batch: memory holds one of them."""
    from db import projections  # noqa: PLC0415
    from db.bulk import one_step, roomy  # noqa: PLC0415
    from seeds.world.chance import chance  # noqa: PLC0415
    from seeds.world.events import visit  # noqa: PLC0415
    from seeds.world.world import World  # noqa: PLC0415

    yield "officials", 0, officials
    world = World(seed=seed, officials=officials, today=today)
    with store.write(
        f"generated {visits:,} visits (seed {seed}); their rows are not in the history"
    ) as session:
        one_step(session)
        roomy(session)
        world.sheets.empty_into(session.connection())
    for start in range(0, visits, BATCH):
        luck = chance(seed, f"visits from {start}")
        until = min(start + BATCH, visits)
        for _ in range(start, until):
            visit(world, luck)
        with store.write("generated") as session:
            world.sheets.empty_into(session.connection())
        yield "visits", until, visits
    with store.write("generated") as session:
        world.sheets.close()
        world.sheets.empty_into(session.connection())
    with store.write("generated") as session:
        jobs = projections.jobs(session.connection())
    for job in jobs:
        with store.write("generated") as session:
            roomy(session)
            job.run(session.connection())
        yield f"lists: {job.what}", job.done, job.of


class Progress:
    """One line on stderr: how far it is, how fast, and how long it still takes."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._what = ""
        self._begun = self._told = now()

    def __call__(self, what: str, done: int, of: int) -> None:
        """Tell it anew; not more often than anybody could read."""
        now = self._now()
        if what != self._what:
            self._what, self._begun = what, now
        elif done < of and now - self._told < OFTEN:
            return
        self._told = now
        sys.stderr.write(f"\r\x1b[K{self.line(done, of, now - self._begun)}" + "\n" * (done == of))
        sys.stderr.flush()

    def line(self, done: int, of: int, seconds: float) -> str:
        """As in "visits 120,000 of 1,000,000 · 24,000 a second · 37 s left"."""
        line = f"{self._what} {done:,} of {of:,}"
        if not done or seconds <= 0:
            return line
        rate, rest = pace(done, of, seconds)
        left = f" · {time_left(rest)} left" if done < of else f" · took {time_left(seconds)}"
        return f"{line} · {rate:,.0f} a second{left}"


def time_left(seconds: float) -> str:
    """As in "40 s" or "3 min 20 s"."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def main(words: Sequence[str] | None = None) -> int:
    """Run it from the shell; returns the exit code."""
    options = argparse.ArgumentParser(
        prog="python -m seeds.generate", description=(__doc__ or "").partition(":")[0]
    )
    options.add_argument(
        "--visits", type=_size, default=10_000, metavar="N", help="as 1k, 10k, 100k, 1M; default 10k"
    )
    options.add_argument("--officials", type=_size, default=OFFICIALS, metavar="N", help="default 20,000")
    options.add_argument("--seed", type=int, default=1, metavar="N", help="another number is another world")
    options.add_argument(
        "--today", type=date.fromisoformat, default=TODAY, metavar="DAY", help=f"default {TODAY}"
    )
    options.add_argument("--store", type=Path, required=True, metavar="PATH", help="where nothing is yet")
    given = options.parse_args(words)
    begun = time.monotonic()
    try:
        generate(
            given.store,
            visits=given.visits,
            seed=given.seed,
            officials=given.officials,
            today=given.today,
            tell=Progress(),
        )
    except BilatError as error:
        sys.stderr.write(f"\n{error}\n")
        return error.exit_code
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped; nothing was left behind.\n")
        return INTERRUPTED
    size = given.store.stat().st_size
    sys.stderr.write(
        f"{given.store}: {given.visits:,} visits, {size / 2**20:,.0f} MB, {size / max(1, given.visits):,.0f} bytes"
        f" a visit, in {time_left(time.monotonic() - begun)}\n"
    )
    return 0


def _size(words: str) -> int:
    found = re.fullmatch(r"([0-9][0-9,_]*)([kM]?)", words)
    number = int(re.sub("[,_]", "", found[1])) * SIZES[found[2]] if found else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"“{words[:20]}” is no size; one looks like 10000, 10k or 1M")
    return number


if __name__ == "__main__":
    sys.exit(main())
