"""The few things that SQLite and PostgreSQL do differently, behind one shape; nothing else may know which it is."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.engine import Engine

    from db.reader import Reader


class Dialect(Protocol):
    """One kind of database behind a store."""

    def revision(self) -> str:
        """The schema that the store is at; NotAStore when it is something else."""

    def build(self) -> AbstractContextManager[Path]:
        """A place to build a new store in; it appears whole when the block ends, and not at all when it fails."""

    def keep_copy(self, label: str) -> Path:
        """Keep the store as it is before a migration, and say where."""

    def read(self) -> AbstractContextManager[Reader]:
        """One consistent view, through which nothing can be written."""

    def writer(self) -> Engine:
        """An engine whose transactions take the write lock as they begin."""

    def generation(self) -> int:
        """A number that differs once anybody has written since it was last asked for."""

    def compact(self) -> bool:
        """Leave no remains of what was taken out in the files of the store; whether that could be done whole."""

    def close(self) -> None:
        """Let go of every connection."""
