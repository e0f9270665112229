"""Making a backup while others write, and reading it again before it counts as one."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from db.backups.folder import Keeping, daily_is_due, folder_of, kept_in, thinned
from db.dialects.driver import Key, connect, failures
from db.dialects.places import make_folder
from db.dialects.stopping import stopped_by
from db.dialects.trouble import DiskFull
from db.errors import BilatError, NotAStore
from db.private_file import make_empty
from db.telling import Tell, nobody

if TYPE_CHECKING:
    import sqlite3

    from db.store import Store

A_DAY = 86_400  # seconds
COUNTED = {
    "visit": "visits",
    "meeting": "meetings",
    "action": "outcomes",
    "followup": "follow-ups",
    "official": "officials",
    "source": "sources",
}


class Contents(NamedTuple):
    """What a store holds, in figures.

    Attributes:
        revision: the schema that it is at.
        records: how many there are of each kind, by their plural.
        steps: how many steps were taken in it.
        last: when the last of them was taken, an ISO moment in UTC; "" for none.
    """

    revision: str
    records: dict[str, int]
    steps: int
    last: str


def back_up(store: Store, target: Path, tell: Tell = nobody) -> Contents:
    """Copy the store to a new file that only its owner can read; the copy is read again before it gets its name.

    That of an encrypted store is encrypted with the same key.

    Raises:
        NotAStore: there is something at the target already, or nothing can be written there.
        BilatError: the copy is not like the store; it is taken away again. Also what `tell` raises, to stop it.
    """
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        make_folder(target.parent)
        if os.path.lexists(target):
            raise NotAStore(f"{target} is there already; it was left untouched.")
        make_empty(unfinished)
        before = store.copy_to(unfinished, contents_of, tell)
        verify(unfinished, before, store.key, tell)
        with unfinished.open("rb") as file:
            os.fsync(file.fileno())
        _take_name(unfinished, target)
    except FileExistsError:
        raise NotAStore(f"{target} is there already; it was left untouched.") from None
    except OSError as error:
        raise NotAStore(f"No backup can be made at {target}: {error.strerror or error}.") from None
    except DiskFull:
        raise DiskFull(
            f"No backup was made at {target}: the disk is full. Make room and try again."
        ) from None
    except failures() as error:
        raise BilatError(f"No backup was made at {target}: {error}.") from None
    finally:
        with suppress(OSError):
            unfinished.unlink()
    return before


def _take_name(unfinished: Path, target: Path) -> None:
    """Give a copy its name; unlike a rename, this refuses to replace what has come there meanwhile."""
    try:
        os.link(unfinished, target)
    except FileExistsError:
        raise
    except OSError:  # a stick with FAT or exFAT knows no links: the name is taken first, then filled
        make_empty(target)
        unfinished.replace(target)


def back_up_daily(
    store: Store, today: date, keeping: Keeping | None = None, tell: Tell = nobody
) -> Path | None:
    """Today's backup, unless there is one; older ones are thinned when it stands.

    Returns:
        where it is, None when today has one.

    Raises:
        BilatError: what making one raises.
    """
    folder = folder_of(store.path)
    if not daily_is_due(folder, today):
        return None
    target = folder / f"daily-{today}.db"
    _clear_away(folder)
    try:
        back_up(store, target, tell)
    except NotAStore:
        if target.exists():
            return None  # a colleague at the same store was quicker
        raise
    try:
        for old in thinned(kept_in(folder), keeping or Keeping(), today):
            old.path.unlink(missing_ok=True)
    except OSError as error:
        raise BilatError(
            f"It was made, but older ones could not be taken away: {error.strerror or error}."
        ) from None
    return target


def _clear_away(folder: Path) -> None:
    """Take away what a copying left that was ended halfway, days ago."""
    for left in folder.glob(".daily-*.new*"):
        with suppress(OSError):
            if left.stat().st_mtime < folder.stat().st_mtime - A_DAY:
                left.unlink()


def contents_of(connection: sqlite3.Connection) -> Contents:
    """What the store behind a connection holds, in figures."""

    def value(sql: str) -> object:
        return connection.execute(sql).fetchone()[0]

    return Contents(
        revision=str(value("SELECT version_num FROM alembic_version")),
        records={plural: int(str(value(f"SELECT COUNT(*) FROM {kind}"))) for kind, plural in COUNTED.items()},
        steps=int(str(value("SELECT COUNT(*) FROM step"))),
        last=str(value("SELECT COALESCE(MAX(at), '') FROM step")),
    )


def verify(path: Path, expected: Contents, key: Key | None = None, tell: Tell = nobody) -> None:
    """Read a copy from its first page to its last.

    Raises:
        BilatError: it is damaged, or does not hold what the store held. Also what `tell` raises, to stop it.
    """
    copy = connect(f"{path.absolute().as_uri()}?mode=ro", key, uri=True)
    with closing(copy) as connection, stopped_by(connection, lambda: tell("reading the copy", 0, 0)):
        trouble: Sequence[str] = [words for (words,) in connection.execute("PRAGMA integrity_check(3)")]
        if trouble != ["ok"]:
            raise BilatError(f"The copy is damaged ({'; '.join(trouble)}), so it was not kept.")
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise BilatError("The copy names records that it does not hold, so it was not kept.")
        if contents_of(connection) != expected:
            raise BilatError("The copy does not hold what the store held, so it was not kept.")
