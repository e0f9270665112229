"""Files that only their owner can read, from their first moment on; and new ones that come whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def open_new(path: Path) -> int:
    """The descriptor of a new file, to be written; it refuses to touch what is there, also a link that leads nowhere.

    Raises:
        FileExistsError: there is something.
        OSError: nothing can be made there.
    """
    return os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)


def make_empty(path: Path) -> None:
    """Make a file for others to fill; raises as `open_new` does."""
    os.close(open_new(path))


def write_new(path: Path, data: bytes) -> None:
    """Make a file and bring it to the disk; raises as `open_new` does, and leaves nothing behind then."""
    handle = open_new(path)
    try:
        _fill(handle, data)
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise


def write_over(path: Path, data: bytes) -> None:
    """Write a file in the place of what is there, in one step: a crash leaves one or the other whole.

    Raises:
        OSError: it cannot be written; what was there stays.
    """
    with in_place_of(path) as new:
        _fill(os.open(new, os.O_WRONLY), data)


@contextmanager
def in_place_of(path: Path) -> Iterator[Path]:
    """An empty file to fill, which takes the place of another when that is done, and goes where it fails.

    Raises:
        OSError: there is no room beside the other.
    """
    import tempfile  # noqa: PLC0415 - with its random names it is slow to import, and a start does without

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # made 0600
    os.close(handle)
    new = Path(name)
    try:
        yield new
        new.replace(path)
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def _fill(handle: int, data: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
