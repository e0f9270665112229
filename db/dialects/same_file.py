"""Whether the file at a path is still the one that was opened.

A file that was moved away or replaced stays open under its old name: reading would show the past as the present,
and writing would fill a file that nobody finds again.
"""

from __future__ import annotations

from pathlib import Path

from db.errors import NotAStore


class SameFile:
    """Remembers which file was found at a path the first time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: tuple[int, int] | None = None

    def check(self) -> None:
        """Look at the path; some millionths of a second.

        Raises:
            NotAStore: the file that was opened is no longer there, or another one is.
        """
        try:
            found = self._path.stat()
        except OSError as error:
            if self._known is None:
                return  # whoever opens it finds better words
            if isinstance(error, FileNotFoundError):
                raise NotAStore(f"{self._path.name} is gone: somebody has moved or deleted it.") from None
            raise NotAStore(f"{self._path.name} cannot be reached: {error.strerror or error}.") from None
        now = (found.st_dev, found.st_ino)
        if self._known is None:
            self._known = now
        elif now != self._known:
            raise NotAStore(f"{self._path.name} is another file now: somebody has replaced the store.")
