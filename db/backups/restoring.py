"""Putting a backup back: what it would change is told first, and what it replaces is kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from db.backups.folder import folder_of
from db.backups.making import Contents, back_up, contents_of, verify
from db.dialects.converting import converted_copy
from db.dialects.driver import Key, connect, failures
from db.dialects.sqlite import SQLiteFile
from db.errors import BilatError, Busy, NotAStore, SchemaTooNew
from db.store import Store
from db.telling import Tell, nobody
from db.workroom import workroom


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


def difference(
    store: Path, backup: Path, key: Key | None = None, backup_key: Key | None = None
) -> Difference:
    """Compare a backup with the store in whose place it would go; nothing is changed.

    Args:
        store: the store.
        backup: the backup.
        key: what opens the store where it is encrypted.
        backup_key: what opens the backup where it is; backups of before a change of the passphrase have another.

    Raises:
        NotAStore: the backup is not a store, is damaged, or is the store itself.
        SchemaTooNew: a newer program wrote it.
    """
    found = _contents(backup, backup_key)
    _must_be_known(backup, found)
    if not store.exists():
        return Difference(found, None)
    if store.samefile(backup):
        raise NotAStore(f"{backup} is the store itself, not a backup of it.")
    return Difference(found, _contents(store, key))


def restore(
    store: Path,
    backup: Path,
    *,
    at: datetime,
    key: Key | None = None,
    backup_key: Key | None = None,
    tell: Tell = nobody,
) -> Path | None:
    """Make the store what the backup is, in one transaction: whoever has it open sees one or the other whole.

    A store stays as it is, encrypted or not, whatever the backup is; one that is made anew is like the backup.

    Args:
        store: the file to fill; made where there is none.
        backup: what to fill it with.
        at: names the copy of what is replaced.
        key: what opens the store where it is encrypted.
        backup_key: what opens the backup where it is.
        tell: is told how far it is.

    Returns:
        the copy of the store as it was, None where there was none.

    Raises:
        NotAStore, SchemaTooNew: what comparing says; nothing was changed then.
        Busy: somebody wrote for too long; nothing was changed.
        BilatError: what came out is not like the backup; the copy of before is whole.
        KeyboardInterrupt: it was stopped; nothing was changed, and no copy is left.
    """
    expected = difference(store, backup, key, backup_key).backup
    verify(backup, expected, backup_key, tell)
    if not store.exists():
        with closing(Store(backup, key=backup_key)) as source:
            back_up(source, store, tell)
        return None
    replaced = folder_of(store) / f"replaced-{at:%Y-%m-%d-%H%M%S}.db"
    with closing(Store(store, key=key)) as present:
        present.hold()
        before = back_up(present, replaced, tell)
        try:
            with _of_one_kind(backup, backup_key, store, key) as (source, source_key):
                present.fill_from(source, source_key, tell)
        except (Busy, KeyboardInterrupt):
            if before == expected or _contents(store, key) != expected:  # else it came after the last page
                replaced.unlink(missing_ok=True)
                raise
    try:
        verify(store, expected, key, tell)
    except KeyboardInterrupt:
        raise BilatError(
            f"It was put back, but not read again to its end. The store as it was is in {replaced}."
        ) from None
    except BilatError as error:
        raise BilatError(f"{error} The store as it was is in {replaced}.") from None
    return replaced


@contextmanager
def _of_one_kind(
    backup: Path, backup_key: Key | None, store: Path, key: Key | None
) -> Iterator[tuple[Path, Key | None]]:
    """The backup, and its key; where only one of the two is encrypted, a copy of it that is like the store."""
    if (backup_key is None) == (key is None):
        yield backup, backup_key
        return
    with workroom(f".{store.stem}.restore-", store.parent) as folder:
        copy = folder / "backup.db"
        converted_copy(backup, backup_key, copy, key)
        yield copy, key


def _contents(path: Path, key: Key | None) -> Contents:
    file = SQLiteFile(path, key)
    try:
        file.revision()  # refuses what is no store before anything touches it
    finally:
        file.close()
    try:
        with closing(connect(f"{path.absolute().as_uri()}?mode=ro", key, uri=True)) as connection:
            return contents_of(connection)
    except failures() as error:
        raise NotAStore(f"{path} is damaged and cannot be read ({error}).") from None


def _must_be_known(path: Path, found: Contents) -> None:
    from db.schema import knows  # noqa: PLC0415 - Alembic, which nothing else here needs

    if not knows(found.revision):
        raise SchemaTooNew(
            f"{path} was written by a newer bilat (schema {found.revision}); nothing was restored."
        )
