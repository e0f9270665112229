"""Reading the file of a store: telling what it is, whether it can be written, and one snapshot after the other."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from db.dialects import trouble
from db.dialects.driver import PLAIN_HEADER, Key, connect, failures, salt_of
from db.dialects.engine import PATIENCE_MS, PRAGMAS
from db.dialects.first_bytes import first_bytes_of
from db.dialects.left_over import clear_away
from db.dialects.lock_file import LockFile
from db.dialects.places import is_full, network_of, why_not_writable
from db.dialects.same_file import SameFile
from db.errors import Encrypted, NotAStore, ReadOnly
from db.reader import Reader

APPLICATION_ID = 0x62696C61  # "bila", in the file's header: tells a store from any other database
APPLICATION_ID_AT = 68  # offset in the header, big-endian
IN_WAL_MODE = (18, b"\x02")  # offset in the header, and what stands there
OFTEN = 20_000  # steps of SQLite's; a few milliseconds


class ReadFile:
    """A store in one file, as far as it is read.

    Attributes:
        path: the file.
        network: the kind of network folder that it lies in, "" on this machine.
        read_only: why nothing can be written, as a sentence; "" where it can.
        key: what opens it where it is encrypted.
    """

    def __init__(self, path: Path, key: Key | None = None) -> None:
        self.path = path
        self.key = key
        self.network = network_of(path)
        self.read_only = ""
        self._lock_file = LockFile(path)
        self._still: tuple[int, ...] | None = None  # how a file looked that is read as if nobody wrote to it
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
        first = self._must_be_ours()
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
        if self.network and not self.read_only and self._in_wal_mode(first):
            self._leave_wal_mode()
        if not self.network and not self.read_only:
            clear_away(self.path.resolve())

    def _see_how_it_opens(self) -> None:
        """Where SQLite could make nothing beside the file, it is read as a file that nobody writes to."""
        self._still = None
        if not self._size("-wal") and why_not_writable(self.path):
            self._still = self._looks()
            return
        try:
            self._connection().execute("SELECT 1 FROM sqlite_master").fetchone()
        except failures(NotAStore):
            self.let_go()
            if is_full(self.path.parent) and not self._size("-wal"):
                self._still = self._looks()
                self.read_only = self.read_only or "The disk is full."
            # else whoever reads it finds better words

    def _in_wal_mode(self, first: bytes) -> bool:
        if self.key is not None:
            return bool(self._connection().execute("PRAGMA journal_mode").fetchone() == ("wal",))
        return first[IN_WAL_MODE[0] : IN_WAL_MODE[0] + 1] == IN_WAL_MODE[1]

    def _leave_wal_mode(self) -> None:
        """In a network folder the machines share no memory, which WAL needs."""
        self.let_go()
        try:
            with closing(connect(self.path, self.key, timeout=PATIENCE_MS / 1000)) as connection:
                connection.execute("PRAGMA journal_mode = DELETE")
        except failures() as error:
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
        """The schema that the file is at."""
        self._must_be_ours()
        with self.read() as reader:
            found = reader.value("SELECT version_num FROM alembic_version")
        if found is None:
            raise NotAStore(f"{self.path} is a damaged bilat store: it does not say which version wrote it.")
        return str(found)

    def _must_be_ours(self) -> bytes:
        """Look at the first bytes before SQLite may touch the file, and never while it is open.

        A process that closes a file gives up all its locks on it, also those of SQLite: a colleague's program would
        then take itself for the last one and delete the -wal that is in use.
        """
        if self._opened:
            return b""
        first = first_bytes_of(self.path)
        if not first:
            raise NotAStore(f"{self.path} is empty, not a bilat store.")
        if first.startswith(PLAIN_HEADER):
            self.key = None  # it was decrypted since
            mark = int.from_bytes(first[APPLICATION_ID_AT : APPLICATION_ID_AT + 4], "big")
        else:
            self._must_have_its_key()
            mark = self._mark_within()
        if mark != APPLICATION_ID:
            raise NotAStore(f"{self.path} is a database of another program, not a bilat store.")
        return first

    def _must_have_its_key(self) -> None:
        salt = salt_of(self.path)
        if salt is None:
            raise NotAStore(f"{self.path} is not a bilat store (nor any SQLite database).")
        if self.key is None:
            raise Encrypted(f"{self.path} is encrypted, or not a bilat store; only its passphrase can tell.")
        if self.key.salt != salt:
            raise Encrypted(f"{self.path} has another passphrase now. Leave, and open it again.")

    def opens(self) -> bool:
        """Whether the key fits."""
        self._see_how_it_opens()
        try:
            self._connection().execute("SELECT 1 FROM sqlite_master").fetchone()
        except failures() as error:
            if "not a database" in str(error):
                return False
            raise trouble.of_reading(str(error), self.path) from error
        return True

    def _mark_within(self) -> int:
        """What marks a store, where the file's own header is encrypted like everything else."""
        if not self.opens():
            raise NotAStore(f"{self.path} is damaged and cannot be read.")
        return int(self._connection().execute("PRAGMA application_id").fetchone()[0])

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
        except failures() as error:
            raise trouble.of_reading(str(error), self.path) from error
        finally:
            self._here.reader = None
            with suppress(*failures()):  # the first error is the one worth telling
                connection.rollback()

    @contextmanager
    def unless(self, given_up: Callable[[], bool]) -> Iterator[None]:
        """Break off what this thread reads inside, with GivenUp, as soon as nobody waits for it any more.

        One inside another ends with either.
        """
        connection = self._connection()
        outer: Callable[[], bool] | None = getattr(self._here, "given_up", None)
        either = given_up if outer is None else lambda: outer() or given_up()
        self._here.given_up = either
        connection.set_progress_handler(either, OFTEN)
        try:
            yield
        finally:
            self._here.given_up = outer
            with suppress(*failures()):  # it was closed meanwhile
                connection.set_progress_handler(outer, OFTEN if outer else 0)

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._here, "connection", None)
        if connection is None or getattr(self._here, "still", None) != self._still:
            connection = self._here.connection = self._connect()
            self._here.still = self._still
        return connection

    def _connect(self) -> sqlite3.Connection:
        try:
            connection = connect(
                self._uri(), self.key, uri=True, isolation_level=None, check_same_thread=False
            )
            self._opened.append(connection)  # also one that fails below: closing it removes its -wal
            for pragma in (*PRAGMAS, "PRAGMA query_only = ON"):
                connection.execute(pragma)
        except failures() as error:
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
        if (given_up := getattr(self._here, "given_up", None)) and given_up():
            raise trouble.given_up()  # many short statements are broken off like a long one
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
            except failures() as error:
                raise trouble.of_reading(str(error), self.path) from error

    def _fold_in(self) -> None:
        """Bring what the -wal holds into the file that was opened, wherever that is now.

        SQLite leaves the -wal of a file that was moved where it is, and beside another file it would spoil that one.
        """
        connection = self._watching or next(iter(self._opened), None)
        if connection is not None:
            with suppress(*failures()):  # somebody reads it still; the next glance tries again
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close what every thread opened, and give back the right to write."""
        try:
            self._file.check()
        except NotAStore:
            self._fold_in()
        self.let_go()
        self._lock_file.release()

    def let_go(self) -> None:
        """Close what every thread opened, and keep the right to write."""
        for connection in self._opened:
            connection.close()
        self._opened.clear()
        self._here = threading.local()
        self._watching = None
