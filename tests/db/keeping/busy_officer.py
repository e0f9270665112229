"""An officer who works without a pause until the power fails: `python -m tests.db.keeping.busy_officer STORE SEED`.

After every piece of work that the store has acknowledged, a line on stdout says how many steps there are, what the
store holds then, as a digest, and what is being typed. The first line comes once the store is open, which of an older
one means brought up to date.
"""

from __future__ import annotations

import hashlib
import random
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from db import Store
from db.backups import back_up_daily
from db.commands.lines import enter_typed
from db.commands.merging import merge
from db.entry import read_lines
from db.errors import BilatError
from db.rows import Key, Moment
from tests.db.making import entered, every_table
from tui.unfinished import Unfinished

TODAY = date(2026, 11, 21)
MOMENT = Moment(TODAY, "MA")


def digest(store: Store) -> str:
    """What the store holds, in one word."""
    return hashlib.sha256(repr(sorted(every_table(store).items())).encode()).hexdigest()


def steps(store: Store) -> int:
    """How many steps were taken."""
    with store.read() as reader:
        return int(reader.value("SELECT COUNT(*) FROM step"))


def type_lines(store: Store, text: str) -> None:
    """What `n` and Enter do."""
    with store.read() as reader:
        readings = read_lines(text, reader=reader, moment=MOMENT)
    with store.write("entry") as session:
        enter_typed(session, readings, TODAY, officer=store.officer)


def being_typed(store: Store) -> int:
    """How many words the unfinished line has."""
    kept = _unfinished(store).find("entry")
    return len(kept.text.split()) if kept else 0


def _unfinished(store: Store) -> Unfinished:
    return Unfinished(store.path, store.officer, lambda: datetime.now(UTC))


def one_line(store: Store, chance: random.Random) -> None:
    """A visit with a head who is new, a place and a topic."""
    day = chance.randint(1, 28)
    type_lines(
        store,
        f"MA>ES {day} {chance.choice(('jan', 'mar', 'oct'))} 2025 @Head{chance.random()} in:Madrid talks",
    )


def batch(store: Store, chance: random.Random) -> None:
    """A meeting and eight points."""
    points = [f"!agreed point {number} of {chance.random()}" for number in range(4)]
    todo = [f"todo ask about {chance.random()} due:2026-12-{number + 10}" for number in range(4)]
    type_lines(store, "\n".join(["ES+MA 3 feb 2026 in:Rabat", *points, *todo]))


def take_in(store: Store, chance: random.Random) -> None:
    """A dossier with a visit and its meeting."""
    meeting = {
        "parties": ["ES", "MA"],
        "format": "plenary",
        "actions": [{"text": "Meet again", "rung": "agreed"}],
    }
    entered(
        store,
        {
            "source": {"key": f"source-{chance.random()}", "title": "Press item"},
            "visits": [{"sending": "DE", "host": "MA", "title": f"{chance.random()}", "meetings": [meeting]}],
        },
    )


def make_one_of_two(store: Store, chance: random.Random) -> None:
    """Merge two visits."""
    with store.read() as reader:
        visits = [str(number) for (number,) in reader.all("SELECT id FROM visit WHERE merged_into IS NULL")]
    if len(visits) > 1:
        one, other = chance.sample(visits, 2)
        with store.write("merge") as session:
            merge(session, Key("visit", one), Key("visit", other), today=TODAY)


def take_back(store: Store, _chance: random.Random) -> None:
    """Undo."""
    store.undo()


def do_again(store: Store, _chance: random.Random) -> None:
    """Redo."""
    store.redo()


def type_on(store: Store, chance: random.Random) -> None:
    """Leave a line unfinished, one word longer than before."""
    words = being_typed(store) + 1
    _unfinished(store).keep("entry", " ".join(str(chance.random()) for _ in range(words)))


def keep_a_copy(store: Store, _chance: random.Random) -> None:
    """The backup of the day."""
    back_up_daily(store, TODAY)


WORK: tuple[Callable[[Store, random.Random], None], ...] = (
    one_line,
    one_line,
    batch,
    take_in,
    make_one_of_two,
    take_back,
    do_again,
    type_on,
    type_on,
    keep_a_copy,
)


def main(path: Path, seed: int) -> None:
    """Work until one is stopped."""
    chance = random.Random(seed)  # noqa: S311 - the same work for the same seed
    store = Store.open(path, officer="lead")
    tell(store)
    while True:
        try:
            chance.choice(WORK)(store, chance)
        except BilatError:
            continue
        tell(store)


def tell(store: Store) -> None:
    """Acknowledge what was done, and all before it."""
    sys.stdout.write(f"{steps(store)} {digest(store)} {being_typed(store)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
