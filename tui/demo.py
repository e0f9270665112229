"""The demo store: built from the seeds once a day, kept in the cache, copied for every look around."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from db.errors import BilatError
from db.private_file import open_new
from db.workroom import workroom
from tui import __version__
from tui.paths import cache_folder, make_private, reason, room_for

DESK = "MA"  # the desk whose record the examples tell


@contextmanager
def passing_demo(*, today: date, officer: str) -> Iterator[Path]:
    """A demo store in a private folder that is removed at the end, however it comes."""
    with workroom("bilat-demo-") as folder:
        path = folder / "demo.db"
        make_demo(path, today=today, officer=officer)
        yield path


def kept_demo(path: Path, *, today: date, officer: str) -> Path:
    """A demo store at `path`, made there unless something stands there already.

    Raises:
        NotAStore: there is no room for it; what stands there is judged when it is opened.
    """
    if not os.path.lexists(path):
        room_for(path)
        make_demo(path, today=today, officer=officer)
    return path


def make_demo(path: Path, *, today: date, officer: str) -> None:
    """Make a demo store at `path`, which must be free, for its owner only.

    Building takes seconds, so it is done in the cache, under a name that says what it was built from.
    """
    cache = cache_folder()
    wanted = cache / f"demo-{_fingerprint(today, officer)}.db"
    workshop = None if wanted.exists() else _workshop(cache)
    if workshop is not None:
        with workshop as folder:
            fresh = Path(folder) / "demo.db"
            _build(fresh, today, officer)
            fresh.replace(wanted)
        _tidy(cache, wanted)
    if wanted.exists():
        _copy(wanted, path)
    else:
        _build(path, today, officer)


def _build(path: Path, today: date, officer: str) -> None:
    from seeds import create_demo  # noqa: PLC0415 - SQLModel and Alembic, for building only

    sys.stderr.write("Preparing the demo store …\n")
    create_demo(path, today=today, officer=officer).close()  # closed, it is one file and can be copied


def _workshop(cache: Path) -> TemporaryDirectory[str] | None:
    """A folder inside the cache to build in; None where the cache cannot be written."""
    try:
        make_private(cache)
        return TemporaryDirectory(dir=cache, prefix=".demo-")
    except OSError:
        return None


def _tidy(cache: Path, wanted: Path) -> None:
    """Remove the demo stores of other days, and what a building that was cut short an hour ago has left."""
    with suppress(FileNotFoundError):  # another start is tidying too
        for old in cache.glob("demo-*.db"):
            if old != wanted:
                old.unlink(missing_ok=True)
        for left in cache.glob(".demo-*"):
            if left.stat().st_mtime < wanted.stat().st_mtime - 3600:
                shutil.rmtree(left, ignore_errors=True)


def _copy(source: Path, target: Path) -> None:
    try:
        with os.fdopen(open_new(target), "wb") as copy, source.open("rb") as original:
            shutil.copyfileobj(original, copy)
    except OSError as error:
        raise BilatError(f"The demo store could not be copied to {target}: {reason(error)}.") from error


def _fingerprint(today: date, officer: str) -> str:
    """What a demo store is made of: program, seeds, the day that its dates lean on, the officer."""
    digest = hashlib.blake2b(f"{__version__} {today} {officer}".encode(), digest_size=8)
    home = Path(__file__).resolve().parent.parent
    for package in ("seeds", "db"):
        for file in sorted((home / package).rglob("*")):
            if file.suffix != ".pyc" and file.is_file():
                facts = file.stat()
                digest.update(f"{file} {facts.st_size} {facts.st_mtime_ns}".encode())
    return digest.hexdigest()
