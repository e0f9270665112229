"""SQLite: one file in WAL mode, foreign keys on, writers that take the lock as they begin."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from db.dialects import trouble, word_index
from db.dialects.driver import Key, connect, failures
from db.dialects.engine import PATIENCE_MS, writing_engine
from db.dialects.places import make_folder
from db.dialects.reading import APPLICATION_ID, ReadFile
from db.errors import Busy, NotAStore
from db.private_file import make_empty
from db.telling import Tell, nobody

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

__all__ = ["APPLICATION_ID", "SQLiteFile"]

SeenT = TypeVar("SeenT")

BACKUP_SLEEP = 0.1  # seconds between two tries
_COPIED_AT_ONCE = 1024  # pages, 4 MB, between two looks whether the copying shall go on


class SQLiteFile(ReadFile):
    """A store in one file that is read and written."""

    def __init__(self, path: Path, key: Key | None = None) -> None:
        super().__init__(path, key)
        self._engine: Engine | None = None

    def writer(self) -> Engine:
        """SQLAlchemy's engine, made at the first write."""
        try:
            self._file.check()
        except NotAStore as error:
            raise NotAStore(f"{error} Nothing was saved.") from None
        self._must_be_writable()
        if self._engine is None:
            self._engine = writing_engine(self.path, self.network, self.key)
        return self._engine

    @contextmanager
    def build(self, *, packed: bool = False) -> Iterator[Path]:
        """Build beside the place and move it there whole, so that a broken start leaves no half store.

        Args:
            packed: whether it is written anew once it is filled, without the room that filling it has left over.
        """
        unfinished = finished = self.path.with_name(f".{self.path.name}.{os.getpid()}.new")
        dense = self.path.with_name(f".{self.path.stem}.packed{self.path.suffix}.{os.getpid()}.new")
        try:
            make_folder(self.path.parent)
            make_empty(unfinished)
            yield unfinished
            with closing(connect(unfinished, self.key)) as connection:
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.commit()  # closing the last connection folds the -wal file into the store
            if packed:
                finished = dense
                make_empty(dense)
                self._pack(unfinished, dense)
            os.link(finished, self.path)  # unlike a rename, this refuses to replace what is there
        except FileExistsError:
            raise NotAStore(f"{self.path} is there already; it was left untouched.") from None
        except OSError as error:
            raise NotAStore(f"No store can be made at {self.path}: {error.strerror or error}.") from None
        except failures() as error:
            raise trouble.of_writing(str(error), self.path) from None
        finally:
            for leftover in (
                Path(f"{one}{end}") for one in (unfinished, dense) for end in ("", "-wal", "-shm")
            ):
                with suppress(OSError):  # where nothing could be made, nothing is left over
                    leftover.unlink()

    def _pack(self, path: Path, dense: Path) -> None:
        """Write a store into an empty file, page by page in order."""
        with closing(connect(path, self.key, isolation_level=None)) as connection:
            (journal,) = connection.execute("PRAGMA journal_mode").fetchone()
            connection.execute("VACUUM INTO ?", (str(dense),))
        with closing(connect(dense, self.key)) as connection:
            connection.execute(f"PRAGMA journal_mode = {journal}")

    def keep_copy(self, label: str) -> Path:
        """A whole, defragmented copy beside the store, readable by its owner alone; an older one goes only then."""
        copy = self.path.with_name(f"{self.path.stem}.before-{label}{self.path.suffix}")
        unfinished = copy.with_name(f".{copy.name}.{os.getpid()}.new")
        try:
            make_empty(unfinished)
            self.copy_to(unfinished, lambda _: None)
            unfinished.replace(copy)
        finally:
            unfinished.unlink(missing_ok=True)
        return copy

    def copy_to(self, path: Path, look: Callable[[sqlite3.Connection], SeenT], tell: Tell = nobody) -> SeenT:
        """Copy the store as it is at one moment into an empty file; returns what `look` saw of that moment.

        Raises:
            BilatError: it cannot be copied; also what `tell` raises, which ends the copying.
        """
        source = connect(self._uri(), self.key, uri=True, isolation_level=None)
        with closing(source), closing(connect(path, self.key)) as target:
            try:
                source.execute("BEGIN")  # what is looked at and what is copied are then the same
                seen = look(source)
                source.backup(
                    target,
                    pages=_COPIED_AT_ONCE,
                    progress=lambda _, left, of: tell("copying pages", of - left, of),
                )
                target.execute("PRAGMA journal_mode = DELETE")  # one file alone, that reading leaves as it is
            except failures() as error:
                raise trouble.of_copying(str(error), self.path) from error
        return seen

    def fill_from(self, path: Path, key: Key | None = None, tell: Tell = nobody) -> None:
        """Make the store what another file is, in one transaction; those who have it open see it at once.

        An encrypted store is filled from an encrypted file alone, with whatever key, and a plain one from a plain.
        """
        self._file.check()
        self._must_be_writable()
        busy = 0

        def lose_patience(status: int, left: int, of: int) -> None:
            nonlocal busy  # the driver itself would ask for ever
            tell("putting pages back", of - left, of)
            busy += status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
            if busy > PATIENCE_MS / 1000 / BACKUP_SLEEP:
                raise Busy(f"Somebody else is writing to {self.path.name}. Nothing was changed; try again.")

        with (
            closing(connect(f"{path.absolute().as_uri()}?mode=ro", key, uri=True)) as source,
            closing(connect(self.path, self.key, timeout=0)) as target,
        ):
            try:
                source.backup(target, pages=_COPIED_AT_ONCE, progress=lose_patience, sleep=BACKUP_SLEEP)
            except failures() as error:
                raise trouble.of_writing(str(error), self.path) from error

    def reindex(self) -> None:
        """Build every index again from its table."""
        self._file.check()
        self._must_be_writable()
        try:
            with closing(connect(self.path, self.key, timeout=PATIENCE_MS / 1000)) as connection:
                connection.execute("REINDEX")
        except failures() as error:
            raise trouble.of_writing(str(error), self.path) from error

    def compact(self) -> bool:
        """Write the file anew without the remains of what was taken out of it, and empty its -wal.

        Returns:
            whether both were done; a colleague's reading can hold up the second.
        """
        self._file.check()
        self._must_be_writable()
        try:
            with closing(connect(self.path, self.key, isolation_level=None)) as connection:
                connection.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
                word_index.tidy(connection.execute)
                connection.execute("VACUUM")
                (held_up, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except failures() as error:
            raise trouble.of_writing(str(error), self.path) from error
        return not held_up

    def let_go(self) -> None:
        """Close what every thread opened, and what writes."""
        super().let_go()
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None
