"""The only way in and out of a store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from db.dialects.sqlite import SQLiteFile
from db.dialects.trouble import DiskFull
from db.errors import NotAStore, ReadOnly, SchemaTooNew
from db.reader import Reader
from db.telling import Tell, nobody

if TYPE_CHECKING:
    import sqlite3

    from sqlmodel import Session

    from db.dialects import Dialect
    from db.dialects.driver import Key

REVISION = "0006"
"""The newest schema this program knows; a test holds it against the migrations."""

Clock = Callable[[], datetime]
SeenT = TypeVar("SeenT")


def utc_now() -> datetime:
    """The clock of everyday use."""
    return datetime.now(UTC)


class Store:
    """A desk's book: `read()` gives rows, `write()` takes commands, and nothing else touches the file.

    Attributes:
        path: the file.
        officer: who writes; stands beside every change.
        clock: the UTC time, passed in so that tests can hold it still.
    """

    def __init__(
        self, path: Path, *, officer: str = "", clock: Clock = utc_now, key: Key | None = None
    ) -> None:
        self.path = path
        self.officer = officer
        self.clock = clock
        self._wanted_read_only = False
        self._dialect: Dialect = SQLiteFile(path, key)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        officer: str = "",
        clock: Clock = utc_now,
        key: Key | None = None,
        read_only: bool = False,
        tell: Tell = nobody,
    ) -> Store:
        """Open a store, and bring an older one up to date after keeping a copy of it.

        Where it cannot be written it is opened all the same, and `read_only` says why.

        Args:
            path: the file.
            officer: who opens it.
            clock: the UTC time.
            key: what opens an encrypted one; see db.unlocking.
            read_only: nothing shall be written.
            tell: is told how far an update is, which takes minutes where a hundred thousand visits are.

        Raises:
            NotAStore: when there is nothing, or something else; it is left untouched.
            Encrypted: when it is encrypted, and there is no key.
            SchemaTooNew: when a newer program wrote it; it is left untouched.
        """
        store = cls(path, officer=officer, clock=clock, key=key)
        store._wanted_read_only = read_only
        try:
            store._bring_up_to_date(tell)
        except BaseException:  # also Ctrl+C: whatever stops the opening must not leave the file held
            store.close()
            raise
        return store

    @classmethod
    @contextmanager
    def build(
        cls,
        path: Path,
        *,
        officer: str = "",
        clock: Clock = utc_now,
        key: Key | None = None,
        packed: bool = False,
    ) -> Iterator[Store]:
        """Make a new store and fill it; it appears at `path` whole when the block ends, or not at all.

        With a key it is encrypted from its first byte on. Packed, it is written anew at the end without the room
        that filling it has left over: worth it where very much is put in.

        Raises:
            NotAStore: when something is there already, or nothing can be made there.
        """
        from db.schema import upgrade  # noqa: PLC0415 - Alembic, needed once in a store's life

        with SQLiteFile(path, key).build(packed=packed) as unfinished:
            store = cls(unfinished, officer=officer, clock=clock, key=key)
            try:
                upgrade(store._dialect.writer())
                yield store
            finally:
                store.close()

    @property
    def read_only(self) -> str:
        """Why nothing can be written, as a sentence; "" where it can."""
        return self._dialect.read_only

    @property
    def key(self) -> Key | None:
        """What opens its file, and the copies and drafts beside it; None where it is not encrypted."""
        return self._dialect.key

    def hold(self) -> None:
        """Find out whether the store can be written, and say so to others where several machines reach it."""
        self._dialect.hold(self.officer, self.clock(), read_only=self._wanted_read_only)

    def _bring_up_to_date(self, tell: Tell = nobody) -> None:
        self.hold()
        found = self._dialect.revision()
        if found == REVISION:
            return
        from db.schema import knows, upgrade  # noqa: PLC0415 - Alembic, needed once in a store's life

        if not knows(found):
            raise SchemaTooNew(
                f"{self.path} was written by a newer bilat (schema {found}, this program knows {REVISION})."
                " It was left untouched: install the newer program to open it."
            )
        if self.read_only:
            raise ReadOnly(f"{self.path} needs an update first, and cannot be written. {self.read_only}")
        try:
            tell("a copy first", 0, 0)
            self._dialect.keep_copy(REVISION)
        except (OSError, DiskFull) as error:
            why = (error.strerror if isinstance(error, OSError) else None) or str(error)
            raise NotAStore(
                f"{self.path} needs an update, and no copy can be kept beside it first:"
                f" {why.rstrip('.')}. It was left untouched."
            ) from None
        upgrade(self._dialect.writer(), tell)

    def read(self) -> AbstractContextManager[Reader]:
        """One consistent view; cheap, on any thread, and never waits for a writer."""
        return self._dialect.read()

    def unless(self, given_up: Callable[[], bool]) -> AbstractContextManager[None]:
        """Break off what this thread reads inside, with GivenUp, as soon as nobody waits for it any more."""
        return self._dialect.unless(given_up)

    @contextmanager
    def write(self, label: str, tell: Tell = nobody) -> Iterator[Session]:
        """One step of the officer's: all of it happens or none, and undo takes it back whole.

        Args:
            label: what the officer did, as history shall tell it.
            tell: is told how far the lists follow what was written; what it raises ends the step.
        """
        from db.history import Told, recorded_session  # noqa: PLC0415 - SQLModel, which reading does without

        told = Told(self.officer, self.clock(), label)
        with recorded_session(self._dialect.writer(), told, tell) as session:
            yield session

    def undo(self, tell: Tell = nobody) -> str:
        """Take back this officer's last step, also one of yesterday, and say what that was.

        Args:
            tell: as for writing.

        Raises:
            NotFound: when there is nothing to undo.
            Conflict: when somebody has changed the same since; nothing is overwritten then.
        """
        from db.undo import revert  # noqa: PLC0415 - SQLModel

        return revert(self._dialect.writer(), "undo", by=self.officer, at=self.clock(), tell=tell)

    def redo(self, tell: Tell = nobody) -> str:
        """Do again what was undone last, if nothing else was done since; says and raises what undo does."""
        from db.undo import revert  # noqa: PLC0415 - SQLModel

        return revert(self._dialect.writer(), "redo", by=self.officer, at=self.clock(), tell=tell)

    def generation(self) -> int:
        """A number that differs once anybody has written since it was last asked for.

        Raises:
            NotAStore: the file is gone, or another one has taken its place.
        """
        return self._dialect.generation()

    def reopen(self) -> None:
        """Let go of a file that is no longer there, and open the one that is.

        Raises:
            NotAStore, SchemaTooNew: what opening says; nothing can be read or written until it succeeds.
        """
        lost = self._dialect
        lost.close()  # first, since it takes the old file's -wal with it
        self._dialect = SQLiteFile(self.path, lost.key)
        try:
            self._bring_up_to_date()
        except BaseException:
            self._dialect.close()
            self._dialect = lost
            raise

    def copy_to(self, path: Path, look: Callable[[sqlite3.Connection], SeenT], tell: Tell = nobody) -> SeenT:
        """Copy the store as it is at this moment into an empty file, while others go on writing.

        Args:
            path: the file to fill.
            look: reads the very moment that is copied, to compare the copy with.
            tell: is told how far it is; what it raises ends the copying.

        Returns:
            what `look` saw.
        """
        return self._dialect.copy_to(path, look, tell)

    def fill_from(self, path: Path, key: Key | None = None, tell: Tell = nobody) -> None:
        """Make this store what another file is, in one transaction; both are encrypted, or none is.

        Args:
            path: the other file.
            key: what opens that.
            tell: is told how far it is; what it raises leaves the store as it was.

        Raises:
            Busy: somebody else has been writing for too long; nothing was changed.
        """
        self._dialect.fill_from(path, key, tell)

    def reindex(self) -> None:
        """Build every index again from its table."""
        self._dialect.reindex()

    def compact(self) -> bool:
        """Leave no remains in the file of what was taken out of it for good; whether that could be done whole."""
        return self._dialect.compact()

    def close(self) -> None:
        """Let go of the file."""
        self._dialect.close()
