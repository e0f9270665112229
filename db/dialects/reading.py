"""Reading the file of a store: telling what it is, whether it can be written, and one snapshot after the other."""

from __future__ import annotations

import sqlite3
import stat
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from db.dialects import trouble
from db.dialects.engine import PATIENCE_MS, pragmas
from db.dialects.lock_file import LockFile
from db.dialects.places import is_full, network_of, why_not_writable
from db.dialects.same_file import SameFile
from db.errors import NotAStore, ReadOnly
from db.reader import Reader

APPLICATION_ID = 0x62696C61  # "bila", in the file's header: tells a store from any other database
HEADER = b"SQLite format 3\x00"
APPLICATION_ID_AT = 68  # offset in the header, big-endian
IN_WAL_MODE = (18, 2)  # offset in the header, and what stands there
OFTEN = 20_000  # steps of SQLite's; a few milliseconds


class ReadFile:
    """A store in one file, as far as it is read.

    Attributes:
        path: the file.
        network: the kind of network folder that it lies in, "" on this machine.
        read_only: why nothing can be written, as a sentence; "" where it can.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.network = network_of(path)
        self.read_only = ""
        self._lock_file = LockFile(path)
        self._still: tuple[int, ...] | None = (
            None  # what a file looked like that is read as if nobody wrote to it
        )
        self._here = threading.local()  # one reading connection a thread
        self._opened: list[sqlite3.Connection] = []
        self._file = SameFile(path)
        self._watching: sqlite3.Connection | None = None  # whose count of changes is compared with itself
        self._one_watcher = threading.Lock()

    # --- whether it can be written ------------------------------------------------------------------------

    def hold(self, officer: str, at: datetime, *, read_only: bool = False) -> None:
        """Find out whether the file can be written; in a network folder, say beside it who does so from now on.

        Args:
            officer: who opens it.
            at: when (UTC).
            read_only: nothing shall be written.
        """
        self._must_be_ours(first := self._first_bytes())
        self.read_only = "It was opened to be read only." if read_only else why_not_writable(self.path)
        if self.network and not self.read_only:
            try:
                other = self._lock_file.take(officer, at)
            except OSError as error:
                self.read_only = f"Nobody can be told that it is in use: {error.strerror or error}."
            else:
                if other is not None:
                    self.read_only = (
                        f"{other.sentence}. If that is over, delete {self._lock_file.path.name} beside it."
                    )
        self._see_how_it_opens()
        if self.network and not self.read_only and first[IN_WAL_MODE[0]] == IN_WAL_MODE[1]:
            self._leave_wal_mode()

    def _see_how_it_opens(self) -> None:
        """Where SQLite could make nothing beside the file, it is read as a file that nobody writes to."""
        self._still = None
        if not self._size("-wal") and why_not_writable(self.path):
            self._still = self._looks()
            return
        try:
            self._connection().execute("SELECT 1 FROM sqlite_master").fetchone()
        except (sqlite3.Error, NotAStore):
            self._close_connections()
            if is_full(self.path.parent) and not self._size("-wal"):
                self._still = self._looks()
                self.read_only = self.read_only or "The disk is full."
            # else whoever reads it finds better words

    def _leave_wal_mode(self) -> None:
        """In a network folder the machines share no memory, which WAL needs."""
        self._close_connections()
        try:
            with closing(sqlite3.connect(self.path, timeout=PATIENCE_MS / 1000)) as connection:
                connection.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.Error as error:
            raise trouble.of_reading(str(error), self.path) from error

    def _must_be_writable(self) -> None:
        if self.read_only:
            raise ReadOnly(f"Nothing can be saved here. {self.read_only}")

    def _looks(self) -> tuple[int, ...]:
        facts = self.path.stat()
        return (facts.st_mtime_ns, facts.st_size, self._size("-wal"))

    def _size(self, end: str) -> int:
        try:
            return Path(f"{self.path}{end}").stat().st_size
        except OSError:
            return 0

    # --- telling what the file is -------------------------------------------------------------------------

    def revision(self) -> str:
        """The schema that the file is at; looks at the first bytes before SQLite may touch the file."""
        self._must_be_ours(self._first_bytes())
        with self.read() as reader:
            found = reader.value("SELECT version_num FROM alembic_version")
        if found is None:
            raise NotAStore(f"{self.path} is a damaged bilat store: it does not say which version wrote it.")
        return str(found)

    def _first_bytes(self) -> bytes:
        try:
            kind = self.path.stat()
            if stat.S_ISDIR(kind.st_mode):
                raise NotAStore(f"{self.path} is a folder, not a bilat store.")
            if not stat.S_ISREG(kind.st_mode):
                raise NotAStore(f"{self.path} is not a file.")
            with self.path.open("rb") as file:
                return file.read(100)
        except FileNotFoundError:
            raise NotAStore(f"There is no store at {self.path}.") from None
        except PermissionError:
            raise NotAStore(f"{self.path} may not be read by you.") from None
        except OSError as error:
            raise NotAStore(f"{self.path} cannot be read: {error.strerror or error}.") from None

    def _must_be_ours(self, first: bytes) -> None:
        if not first:
            raise NotAStore(f"{self.path} is empty, not a bilat store.")
        if not first.startswith(HEADER):
            raise NotAStore(f"{self.path} is not a bilat store (nor any SQLite database).")
        mark = first[APPLICATION_ID_AT : APPLICATION_ID_AT + 4]
        if int.from_bytes(mark, "big") != APPLICATION_ID:
            raise NotAStore(f"{self.path} is a database of another program, not a bilat store.")

    # --- reading ------------------------------------------------------------------------------------------

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """One snapshot; reads inside reads share it."""
        if (outer := getattr(self._here, "reader", None)) is not None:
            yield outer
            return
        self._file.check()
        connection = self._connection()
        reader = Reader(self._run)
        try:
            connection.execute("BEGIN")
            self._here.reader = reader
            yield reader
        except sqlite3.Error as error:
            raise trouble.of_reading(str(error), self.path) from error
        finally:
            self._here.reader = None
            with suppress(sqlite3.Error):  # the first error is the one worth telling
                connection.rollback()

    @contextmanager
    def unless(self, given_up: Callable[[], bool]) -> Iterator[None]:
        """Break off what this thread reads inside, with GivenUp, as soon as nobody waits for it any more."""
        connection = self._connection()
        connection.set_progress_handler(given_up, OFTEN)
        try:
            yield
        finally:
            with suppress(sqlite3.Error):  # it was closed meanwhile
                connection.set_progress_handler(None, 0)

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._here, "connection", None)
        if connection is None or getattr(self._here, "still", None) != self._still:
            connection = self._here.connection = self._connect()
            self._here.still = self._still
        return connection

    def _connect(self) -> sqlite3.Connection:
        try:
            connection = sqlite3.connect(self._uri(), uri=True, isolation_level=None, check_same_thread=False)
            self._opened.append(connection)  # also one that fails below: closing it removes its -wal
            for pragma in (*pragmas(self.network), "PRAGMA query_only = ON"):
                connection.execute(pragma)
        except sqlite3.Error as error:
            raise trouble.of_reading(str(error), self.path) from error
        return connection

    def _uri(self) -> str:
        """How it is opened to be read."""
        if self._still:
            how = "immutable=1"
        elif why_not_writable(self.path):
            how = "mode=ro"
        else:  # to write, since a reader of a WAL file must be able to make its -shm; query_only forbids the rest
            how = "mode=rw"
        return f"{self.path.absolute().as_uri()}?{how}"

    def _run(self, sql: str, values: Mapping[str, Any]) -> Sequence[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = self._connection().execute(sql, values).fetchall()
        return rows

    def generation(self) -> int:
        """SQLite's own count of commits, as a connection sees it that makes none itself."""
        with self._one_watcher:
            try:
                self._file.check()
            except NotAStore:
                self._fold_in()
                raise
            if self._still and self._still == self._looks():
                return hash(self._still)
            if self._still:
                self._see_how_it_opens()
                return hash(self._looks())
            if self._watching is None:
                self._watching = self._connect()
            try:
                return int(self._watching.execute("PRAGMA data_version").fetchone()[0])
            except sqlite3.Error as error:
                raise trouble.of_reading(str(error), self.path) from error

    def _fold_in(self) -> None:
        """Bring what the -wal holds into the file that was opened, wherever that is now.

        SQLite leaves the -wal of a file that was moved where it is, and beside another file it would spoil that one.
        """
        connection = self._watching or next(iter(self._opened), None)
        if connection is not None:
            with suppress(sqlite3.Error):  # somebody reads it still; the next glance tries again
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close what every thread opened, and give back the right to write."""
        try:
            self._file.check()
        except NotAStore:
            self._fold_in()
        self._close_connections()
        self._lock_file.release()

    def _close_connections(self) -> None:
        for connection in self._opened:
            connection.close()
        self._opened.clear()
        self._here = threading.local()
        self._watching = None
