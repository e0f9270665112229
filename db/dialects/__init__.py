"""The few things that SQLite and PostgreSQL do differently, behind one shape; nothing else may know which it is."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy.engine import Engine

    from db.dialects.driver import Key
    from db.reader import Reader
    from db.telling import Tell

SeenT = TypeVar("SeenT")


class Dialect(Protocol):
    """One kind of database behind a store.

    Attributes:
        read_only: why nothing can be written, as a sentence; "" where it can.
        key: what opens it where it is encrypted.
    """

    read_only: str
    key: Key | None

    def hold(self, officer: str, at: datetime, *, read_only: bool = False) -> None:
        """Find out whether the store can be written, and take the right to do so where only one may have it."""

    def revision(self) -> str:
        """The schema that the store is at; NotAStore when it is something else."""

    def build(self, *, packed: bool = False) -> AbstractContextManager[Path]:
        """A place to build a new store in; it appears whole when the block ends, and not at all when it fails.

        Packed, it is as small as it can be.
        """

    def keep_copy(self, label: str) -> Path:
        """Keep the store as it is before a migration, and say where."""

    def copy_to(self, path: Path, look: Callable[[sqlite3.Connection], SeenT], tell: Tell = ...) -> SeenT:
        """Copy the store as it is at one moment into an empty file; returns what `look` saw of that moment.

        What `tell` raises ends the copying.
        """

    def fill_from(self, path: Path, key: Key | None = None, tell: Tell = ...) -> None:
        """Make the store what another file is, in one transaction; the key is that file's."""

    def read(self) -> AbstractContextManager[Reader]:
        """One consistent view, through which nothing can be written."""

    def unless(self, given_up: Callable[[], bool]) -> AbstractContextManager[None]:
        """Break off what this thread reads inside, with GivenUp, as soon as nobody waits for it any more."""

    def writer(self) -> Engine:
        """An engine whose transactions take the write lock as they begin."""

    def generation(self) -> int:
        """A number that differs once anybody has written since it was last asked for."""

    def reindex(self) -> None:
        """Build every index again from its table."""

    def compact(self) -> bool:
        """Leave no remains of what was taken out in the files of the store; whether that could be done whole."""

    def close(self) -> None:
        """Let go of every connection."""
