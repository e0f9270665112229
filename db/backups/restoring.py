"""Putting a backup back: what it would change is told first, and what it replaces is kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from db.backups.folder import folder_of
from db.backups.making import Contents, back_up, contents_of, verify
from db.dialects.sqlite import SQLiteFile
from db.errors import BilatError, NotAStore, SchemaTooNew
from db.store import Store


class Difference(NamedTuple):
    """A backup beside the store that it would replace."""

    backup: Contents
    present: Contents | None  # None where there is no store

    @property
    def sentences(self) -> list[str]:
        """What restoring would change, kind by kind; one sentence when the figures are the same."""
        if self.present is None:
            held = ", ".join(f"{count} {plural}" for plural, count in self.backup.records.items())
            return [f"There is no store there; the backup holds {held}."]
        changes = [
            f"{plural}: {self.present.records.get(plural, 0)} now, {count} in the backup"
            for plural, count in self.backup.records.items()
            if count != self.present.records.get(plural, 0)
        ]
        steps = self.present.steps - self.backup.steps
        if steps > 0:
            changes.append(f"the last {steps} step{'s' if steps > 1 else ''} would be taken back")
        return changes or ["The backup holds as many records of every kind as the store."]


def difference(store: Path, backup: Path) -> Difference:
    """Compare a backup with the store in whose place it would go; nothing is changed.

    Raises:
        NotAStore: the backup is not a store, is damaged, or is the store itself.
        SchemaTooNew: a newer program wrote it.
    """
    found = _contents(backup)
    _must_be_known(backup, found)
    if not store.exists():
        return Difference(found, None)
    if store.samefile(backup):
        raise NotAStore(f"{backup} is the store itself, not a backup of it.")
    return Difference(found, _contents(store))


def restore(store: Path, backup: Path, *, at: datetime) -> Path | None:
    """Make the store what the backup is, in one transaction: whoever has it open sees one or the other whole.

    Args:
        store: the file to fill; made where there is none.
        backup: what to fill it with.
        at: names the copy of what is replaced.

    Returns:
        the copy of the store as it was, None where there was none.

    Raises:
        NotAStore, SchemaTooNew: what comparing says; nothing was changed then.
        Busy: somebody wrote for too long; nothing was changed.
        BilatError: what came out is not like the backup; the copy of before is whole.
    """
    expected = difference(store, backup).backup
    verify(backup, expected)
    if not store.exists():
        with closing(Store(backup)) as source:
            back_up(source, store)
        return None
    replaced = folder_of(store) / f"replaced-{at:%Y-%m-%d-%H%M%S}.db"
    with closing(Store(store)) as present:
        present.hold()
        back_up(present, replaced)
        present.fill_from(backup)
    try:
        verify(store, expected)
    except BilatError as error:
        raise BilatError(f"{error} The store as it was is in {replaced}.") from None
    return replaced


def _contents(path: Path) -> Contents:
    file = SQLiteFile(path)
    try:
        file.revision()  # refuses what is no store before anything touches it
    finally:
        file.close()
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return contents_of(connection)
    except sqlite3.Error as error:
        raise NotAStore(f"{path} is damaged and cannot be read ({error}).") from None


def _must_be_known(path: Path, found: Contents) -> None:
    from db.schema import knows  # noqa: PLC0415 - Alembic, which nothing else here needs

    if not knows(found.revision):
        raise SchemaTooNew(
            f"{path} was written by a newer bilat (schema {found.revision}); nothing was restored."
        )
