"""One of several who write to the same store at once: `python -m tests.db.keeping.colleague STORE NAME TIMES`.

Says on stdout what went wrong, a line each; nothing when all went well.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from sqlmodel import select

from db import Store
from db.commands.followups import log
from db.errors import BilatError
from db.forms.happened import Happened
from db.models import FollowUp
from db.rows import Key

TODAY = date(2026, 11, 21)


def main(path: Path, name: str, times: int) -> None:
    """Add to a number that everybody adds to, log on a follow-up, and take the last step back and do it again."""
    store = Store.open(path, officer=name)
    for number in range(times):
        try:
            _count_up(store)
            with store.write("log") as session:
                log(
                    session,
                    [Key("followup", "1")],
                    Happened("noted", f"{name} {number}", TODAY, None, ()),
                    TODAY,
                )
            if number % 3 == 0:
                told = store.undo(), store.redo()
                if not all("log" in one for one in told):
                    sys.stdout.write(f"{name} took back another's step: {told}\n")
        except BilatError as error:
            sys.stdout.write(f"{name}: {error}\n")


def _count_up(store: Store) -> None:
    """Read, add one, write: what a lost update would spoil."""
    with store.write("count") as session:
        followup = session.exec(select(FollowUp).where(FollowUp.id == 2)).one()
        followup.note = str(int(followup.note or "0") + 1)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
