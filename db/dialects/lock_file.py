"""A file beside a store on a network that says who has it open to write, where, and since when.

Locks of files are not to be trusted between machines, so one officer writes at a time, and the others are told who.
"""

from __future__ import annotations

import json
import os
import socket
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from db.bounded_file import read_small_json
from db.private_file import write_new


class Owner(NamedTuple):
    """Who has a store open to write.

    Attributes:
        officer: the name; "" where nobody said.
        host: the machine.
        pid: the number of the process there.
        since: an ISO moment in UTC.
    """

    officer: str
    host: str
    pid: int
    since: str

    @property
    def sentence(self) -> str:
        """Who it is, for somebody who would like to write too."""
        who = self.officer or "Somebody"
        try:
            since = f" since {datetime.fromisoformat(self.since).astimezone():%H:%M on %d %b %Y}"
        except ValueError:
            since = ""
        return f"{who} has it open on {self.host or 'another machine'}{since}"


class LockFile:
    """The right to write to a store that several machines can reach."""

    def __init__(self, store: Path) -> None:
        self.path = store.with_name(f"{store.name}.lock")
        self._mine: Owner | None = None

    def take(self, officer: str, at: datetime) -> Owner | None:
        """Take the right to write, unless somebody has it.

        Returns:
            who has it; None when it is ours now.

        Raises:
            OSError: nothing can be written there.
        """
        mine = Owner(officer, socket.gethostname(), os.getpid(), at.isoformat())
        for _ in range(2):  # once more after one that was left behind has been put away
            try:
                write_new(self.path, json.dumps(mine._asdict()).encode())
            except FileExistsError:
                other = self.owner()
                if other is None or not _left_behind(other):
                    return other or Owner("", "", 0, "")
                self._put_away(other)
            else:
                self._mine = mine
                return None
        return self.owner() or Owner("", "", 0, "")

    def owner(self) -> Owner | None:
        """Who has the right to write, as far as the file can be read."""
        return _told_in(self.path)

    def release(self) -> None:
        """Give the right back; what somebody else has taken meanwhile stays theirs."""
        if self._mine is not None and self.owner() == self._mine:
            with suppress(OSError):
                self.path.unlink()
        self._mine = None

    def _put_away(self, dead: Owner) -> None:
        """Take away what a dead process left; of two who do so at once, none takes away what the other made."""
        aside = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        with suppress(OSError):
            self.path.rename(aside)
            if _told_in(aside) != dead:
                aside.rename(self.path)
            else:
                aside.unlink()


def _told_in(path: Path) -> Owner | None:
    try:
        found = read_small_json(path)
        return Owner(str(found["officer"]), str(found["host"]), int(found["pid"]), str(found["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _left_behind(owner: Owner) -> bool:
    """Whether it is of a process of this machine that is no more; of another machine nobody can tell."""
    if owner.host != socket.gethostname() or owner.pid <= 0:
        return False
    try:
        os.kill(owner.pid, 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False
