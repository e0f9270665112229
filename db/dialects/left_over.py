"""What a program that was killed has left beside a file that it was writing anew."""

from __future__ import annotations

import glob
import os
import re
from contextlib import suppress
from pathlib import Path

_WRITER = re.compile(
    r"\.(\d+)\.new(?:-journal|-wal|-shm)?"
)  # at the end of a name: the process that wrote it


def clear_away(path: Path) -> None:
    """Take away what nobody is writing any more: it may hold in plain words what is encrypted now.

    Args:
        path: a store on this machine, of whose processes it is known whether they live.
    """
    for left in path.parent.glob(f".{glob.escape(path.stem)}.*.new*"):
        writer = _WRITER.search(left.name)
        if writer and writer.end() == len(left.name) and not lives(int(writer[1])):
            with suppress(OSError):
                left.unlink()


def lives(process: int) -> bool:
    """Whether a process of this machine is there, whosever it is."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
