"""Whether a store is as it should be: what is wrong, and a repair that destroys nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from db.backups import back_up, folder_of
from db.checking import days, file, lists, log, merges, pointing, rules
from db.checking.finding import Finding
from db.dialects.places import why_not_writable
from db.dialects.trouble import DiskFull
from db.errors import BilatError, NotAStore
from db.workroom import workroom

if TYPE_CHECKING:
    from db.store import Store

__all__ = ["Finding", "check", "repair"]

Told = Callable[[str], None]

STEPS = (
    ("reading every page of the file", file.check),
    ("following what one record says of another", pointing.check),
    ("following merged records", merges.check),
    ("reading every date", days.check),
    ("reading what comes again and what hangs on events", rules.check),
    ("replaying the log of changes", log.check),
    ("working out the lists and the search again", lists.check),
)


def check(store: Store, told: Told) -> list[Finding]:
    """Everything that is wrong with a store. All of it is found on a copy: the store is only read, once.

    Args:
        store: open; others may go on writing.
        told: hears what is being looked at, for long stores take minutes.

    Raises:
        BilatError: no copy can be made.
    """
    found: list[Finding] = []
    try:
        with _copied(store) as copy:
            for doing, look in STEPS:
                told(doing)
                found += look(copy)
                if any(one.about == "file" and not one.repair for one in found):
                    break  # what a damaged file seems to say else would only confuse
    except (OSError, DiskFull) as error:
        why = error.strerror if isinstance(error, OSError) else "the disk is full"
        raise BilatError(
            f"A store is checked on a copy beside it, and none can be made there: {why}."
        ) from None
    except NotAStore as error:
        found.append(Finding("file", f"{error} Restore the last good backup."))
    return found


def repair(store: Store, found: list[Finding], at: datetime, told: Told) -> Path | None:
    """Do what the findings offer, after a backup; what cannot be repaired is left as it is.

    Returns:
        the backup; None when nothing could be done.
    """
    kinds = {one.about for one in found if one.repair}
    if not kinds:
        return None
    kept = folder_of(store.path) / f"before-repair-{at:%Y-%m-%d-%H%M%S}.db"
    told("keeping a backup")
    back_up(store, kept)
    for about, mend in (("file", file.repair), ("dates", days.repair), ("lists", lists.repair)):
        if about in kinds or (about == "lists" and "dates" in kinds):
            told(f"repairing: {about}")
            mend(store)
    return kept


@contextmanager
def _copied(store: Store) -> Iterator[Store]:
    """A copy to try things on, beside the store, where there is room for one if anywhere."""
    from db.store import Store as Copy  # noqa: PLC0415 - the store imports nothing of this package

    where = None if why_not_writable(store.path) else store.path.parent
    with workroom(f".{store.path.stem}.check-", where) as folder:
        path = folder / store.path.name
        path.touch(mode=0o600)
        store.copy_to(path, lambda _: None)
        with closing(Copy(path, officer=store.officer, clock=store.clock, key=store.key)) as copy:
            yield copy
