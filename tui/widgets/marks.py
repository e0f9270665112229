"""The marks of a list: records, not lines, so that they stay where the list is sorted, filtered or read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from db.rows import Key

MOST = 500  # more than anybody looks through before a key changes them all


class Marks:
    """Marked records, in the order in which they were marked.

    Attributes:
        last: the one from which a range begins.
    """

    def __init__(self) -> None:
        self._keys: dict[Key, None] = {}
        self.last: Key | None = None

    def __len__(self) -> int:
        return len(self._keys)

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[Key]:
        return iter(tuple(self._keys))

    def turn(self, key: Key) -> bool:
        """Mark a record, or take its mark away; False when there are too many already."""
        if key in self._keys:
            del self._keys[key]
        elif not self.add((key,)):
            return False
        self.last = key
        return True

    def add(self, keys: Iterable[Key]) -> bool:
        """Mark records as far as there is room; False when that is not all of them."""
        for key in keys:
            if len(self._keys) >= MOST and key not in self._keys:
                return False
            self._keys[key] = None
        return True

    def clear(self) -> None:
        """Take all marks away."""
        self._keys.clear()
        self.last = None

    def keep(self, there: Callable[[Key], bool]) -> None:
        """Drop the marks of records that are not there any more."""
        for key in self:
            if not there(key):
                del self._keys[key]
        if self.last is not None and not there(self.last):
            self.last = None
