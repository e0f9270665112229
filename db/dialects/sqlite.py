"""SQLite: one file in WAL mode, foreign keys on, writers that take the lock as they begin."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from db.dialects.same_file import SameFile
from db.errors import BilatError, Busy, NotAStore
from db.reader import Reader

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

SeenT = TypeVar("SeenT")

APPLICATION_ID = 0x62696C61  # "bila", in the file's header: tells a store from any other database
PATIENCE_MS = 5_000  # how long a writer waits for another one
BACKUP_SLEEP = 0.1  # seconds between two tries
HEADER = b"SQLite format 3\x00"
APPLICATION_ID_AT = 68  # offset in the header, big-endian

PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = NORMAL",
    f"PRAGMA busy_timeout = {PATIENCE_MS}",
    "PRAGMA mmap_size = 268435456",
    "PRAGMA temp_store = MEMORY",
)


class SQLiteFile:
    """A store in one file of this machine."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._here = threading.local()  # one reading connection a thread
        self._opened: list[sqlite3.Connection] = []
        self._engine: Engine | None = None
        self._file = SameFile(path)
        self._watching: sqlite3.Connection | None = None  # whose count of changes is compared with itself
        self._one_watcher = threading.Lock()

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
            self._explain(error)
        finally:
            self._here.reader = None
            with suppress(sqlite3.Error):  # the first error is the one worth telling
                connection.rollback()

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._here, "connection", None)
        if connection is None:
            connection = self._here.connection = self._connect()
        return connection

    def _connect(self) -> sqlite3.Connection:
        try:
            # To write, since a reader of a WAL file must be able to make its -shm; query_only forbids the rest.
            connection = sqlite3.connect(
                f"{self.path.absolute().as_uri()}?mode=rw",
                uri=True,
                isolation_level=None,
                check_same_thread=False,
            )
            self._opened.append(connection)  # also one that fails below: closing it removes its -wal
            for pragma in (*PRAGMAS, "PRAGMA query_only = ON"):
                connection.execute(pragma)
        except sqlite3.Error as error:
            self._explain(error)
        return connection

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
            if self._watching is None:
                self._watching = self._connect()
            try:
                return int(self._watching.execute("PRAGMA data_version").fetchone()[0])
            except sqlite3.Error as error:
                self._explain(error)

    def _explain(self, error: sqlite3.Error) -> NoReturn:
        words = str(error)
        if "locked" in words or "busy" in words:
            raise Busy(f"Somebody else is writing to {self.path.name}. Try again in a moment.") from error
        if "not a database" in words or "malformed" in words or "no such table: alembic" in words:
            raise NotAStore(f"{self.path} is damaged and cannot be read ({words}).") from error
        if "unable to open" in words or "readonly" in words or "disk I/O" in words:
            raise NotAStore(f"{self.path} cannot be opened: {words}.") from error
        raise BilatError(f"The store could not be read: {words}.") from error

    # --- writing ------------------------------------------------------------------------------------------

    def writer(self) -> Engine:
        """SQLAlchemy's engine, made at the first write."""
        try:
            self._file.check()
        except NotAStore as error:
            raise NotAStore(f"{error} Nothing was saved.") from None
        if self._engine is None:
            self._engine = _engine(self.path)
        return self._engine

    @contextmanager
    def build(self) -> Iterator[Path]:
        """Build beside the place and move it there whole, so that a broken start leaves no half store."""
        unfinished = self.path.with_name(f".{self.path.name}.{os.getpid()}.new")
        try:
            _make_folder(self.path.parent)
            os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            yield unfinished
            with closing(sqlite3.connect(unfinished)) as connection:
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.commit()  # closing the last connection folds the -wal file into the store
            os.link(unfinished, self.path)  # unlike a rename, this refuses to replace what is there
        except FileExistsError:
            raise NotAStore(f"{self.path} is there already; it was left untouched.") from None
        except OSError as error:
            raise NotAStore(f"No store can be made at {self.path}: {error.strerror or error}.") from None
        finally:
            for leftover in (unfinished, *(Path(f"{unfinished}{end}") for end in ("-wal", "-shm"))):
                with suppress(OSError):  # where nothing could be made, nothing is left over
                    leftover.unlink()

    def keep_copy(self, label: str) -> Path:
        """A whole, defragmented copy beside the store, readable by its owner alone."""
        copy = self.path.with_name(f"{self.path.stem}.before-{label}{self.path.suffix}")
        copy.unlink(missing_ok=True)
        os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        self.copy_to(copy, lambda _: None)
        return copy

    def copy_to(self, path: Path, look: Callable[[sqlite3.Connection], SeenT]) -> SeenT:
        """Copy the store as it is at one moment into an empty file; returns what `look` saw of that moment."""
        source = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
        with closing(source), closing(sqlite3.connect(path)) as target:
            try:
                source.execute("BEGIN")  # what is looked at and what is copied are then the same
                seen = look(source)
                source.backup(target)
                target.execute("PRAGMA journal_mode = DELETE")  # one file alone, that reading leaves as it is
            except sqlite3.Error as error:
                self._explain(error)
        return seen

    def fill_from(self, path: Path) -> None:
        """Make the store what another file is, in one transaction; those who have it open see it at once."""
        self._file.check()
        busy = 0

        def lose_patience(status: int, _remaining: int, _total: int) -> None:
            nonlocal busy  # the driver itself would ask for ever
            busy += status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
            if busy > PATIENCE_MS / 1000 / BACKUP_SLEEP:
                raise Busy(f"Somebody else is writing to {self.path.name}. Nothing was changed; try again.")

        with (
            closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(self.path, timeout=0)) as target,
        ):
            try:
                source.backup(target, progress=lose_patience, sleep=BACKUP_SLEEP)
            except sqlite3.Error as error:
                self._explain(error)

    def reindex(self) -> None:
        """Build every index again from its table."""
        self._file.check()
        try:
            with closing(sqlite3.connect(self.path, timeout=PATIENCE_MS / 1000)) as connection:
                connection.execute("REINDEX")
        except sqlite3.Error as error:
            self._explain(error)

    def compact(self) -> bool:
        """Write the file anew without the remains of what was taken out of it, and empty its -wal.

        Returns:
            whether both were done; a colleague's reading can hold up the second.
        """
        self._file.check()
        try:
            with closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
                connection.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
                connection.execute("VACUUM")
                (held_up, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.Error as error:
            self._explain(error)
        return not held_up

    def _fold_in(self) -> None:
        """Bring what the -wal holds into the file that was opened, wherever that is now.

        SQLite leaves the -wal of a file that was moved where it is, and beside another file it would spoil that one.
        """
        connection = self._watching or next(iter(self._opened), None)
        if connection is not None:
            with suppress(sqlite3.Error):  # somebody reads it still; the next glance tries again
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close what every thread opened."""
        try:
            self._file.check()
        except NotAStore:
            self._fold_in()
        for connection in self._opened:
            connection.close()
        self._opened.clear()
        self._here = threading.local()
        self._watching = None
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None


def _make_folder(folder: Path) -> None:
    """Make a folder and what is missing above it, all for the owner alone; mkdir's own parents follow the umask."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=0o700, exist_ok=True)


def _engine(path: Path) -> Engine:
    from sqlalchemy import URL, create_engine, event  # noqa: PLC0415 - half a second that reading does not need

    place = URL.create("sqlite", database=str(path.absolute()))  # as text, "?" and "%" would have a meaning
    engine = create_engine(place, connect_args={"check_same_thread": False})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver must not begin transactions of its own
        for pragma in ("PRAGMA journal_mode = WAL", *PRAGMAS):
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def take_the_lock(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
