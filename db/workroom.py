"""A private folder to work in for a while; what killed programs left of theirs, the next one takes away."""

from __future__ import annotations

import os
import re
import shutil
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from db.dialects.left_over import lives

_OLD = 3600  # seconds; of a folder on a network the process may live on another machine


@contextmanager
def workroom(name: str, parent: Path | None = None) -> Iterator[Path]:
    """A folder that its owner alone may enter, removed at the end, however it comes.

    A program that is killed cannot remove it, and copies of a store may lie in it: the next one of the same name does.

    Args:
        name: what its name begins with; nothing else in the parent may begin so.
        parent: where it is made; where the system keeps such folders by default.

    Raises:
        OSError: it cannot be made.
    """
    parent = Path(gettempdir()) if parent is None else parent
    _sweep(parent, name)
    made = TemporaryDirectory(dir=parent, prefix=f"{name}{os.getpid()}-", ignore_cleanup_errors=True)
    with made as folder:
        yield Path(folder)


def _sweep(parent: Path, name: str) -> None:
    """Take away the folders that nobody has touched for an hour and whose program has ended."""
    ours = re.compile(rf"{re.escape(name)}(\d{{1,12}})-[a-z0-9_]{{8}}")
    with suppress(OSError), os.scandir(parent) as entries:
        for entry in entries:
            made = ours.fullmatch(entry.name)
            if made and not lives(int(made[1])) and _old(Path(entry.path)):
                shutil.rmtree(entry.path, ignore_errors=True)


def _old(folder: Path) -> bool:
    """Whether it is a folder of ours, and neither it nor a file in it has changed of late."""
    try:
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or (hasattr(os, "getuid") and found.st_uid != os.getuid()):
            return False
        changed = max((found.st_mtime, *(one.lstat().st_mtime for one in folder.iterdir())))
    except OSError:
        return False
    return changed < time.time() - _OLD
