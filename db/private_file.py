"""Files that only their owner can read, from their first moment on; and new ones that come whole or not at all."""

from __future__ import annotations

import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_AT_ONCE = 4096  # bytes; a killed program may leave more than a page half written
_HALF = ".half-written"  # how the names end of what is to take the place of another file
_MOST_OF_NAME = 40  # letters of its name in theirs; all of a long one would leave them no room


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


def write_within(path: Path, data: bytes) -> bool:
    """Write text into a small file that is there, filled up with blanks; tells whether that was possible.

    It is one write of one page, which no killed program leaves half done, and nothing waits for the disk as it does
    where a file takes the place of another: quick enough for every letter that is typed.
    """
    try:
        handle = os.open(path, os.O_WRONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:  # it is not there, leads to another file, or is none
        return False
    try:
        is_now = os.fstat(handle)
        length = max(len(data), is_now.st_size)
        if length > _AT_ONCE or is_now.st_nlink != 1 or not stat.S_ISREG(is_now.st_mode):
            return False
        return os.pwrite(handle, data.ljust(length), 0) == length
    except OSError:
        return False
    finally:
        os.close(handle)


@contextmanager
def in_place_of(path: Path) -> Iterator[Path]:
    """An empty file to fill, which takes the place of another when that is done, and goes where it fails.

    What a killed program has left half written beside the same file goes first.

    Raises:
        OSError: there is no room beside the other.
    """
    _sweep_away(path)
    handle, new = _made_beside(path)
    try:
        yield new
        new.replace(path)
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        os.close(handle)


def _begins(path: Path) -> str:
    return f".{path.name[:_MOST_OF_NAME]}."


def _made_beside(path: Path) -> tuple[int, Path]:
    """An empty file and its descriptor, which holds it: until that is closed, or the program dies, it is in use."""
    import tempfile  # noqa: PLC0415 - with its random names it is slow to import, and a start does without

    while True:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=_begins(path), suffix=_HALF)  # made 0600
        with suppress(OSError):  # a file system without locks; nothing is swept away there
            fcntl.flock(handle, fcntl.LOCK_EX)
        if os.fstat(handle).st_nlink:
            return handle, Path(name)
        os.close(handle)  # somebody swept it away before it was held


def _sweep_away(path: Path) -> None:
    """Take away what no living program holds of what was half written beside a file."""
    begins = _begins(path)
    with suppress(OSError), os.scandir(path.parent) as entries:
        left = [one.path for one in entries if one.name.startswith(begins) and one.name.endswith(_HALF)]
        for name in left:
            with suppress(OSError):  # it is somebody else's, or no file
                _take_away(name)


def _take_away(name: str) -> None:
    handle = os.open(name, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if stat.S_ISREG(os.fstat(handle).st_mode):
            os.unlink(name)  # noqa: PTH108 - as it was listed
    finally:
        os.close(handle)


def _fill(handle: int, data: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
