"""A real pseudo-terminal for tests: a program runs in it, keys go in, and what it draws comes out."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Self

PATIENCE = 30.0  # seconds; only a test that fails waits as long
BILAT = (sys.executable, "-m", "tui")

# Root may read everything; without these two capabilities it is refused like anybody else.
_GIVE_UP_RIGHTS = """
import ctypes, os, sys
prctl = getattr(ctypes.CDLL(None), "prctl", lambda *_: 0)
for capability in (1, 2):
    prctl(24, capability, 0, 0, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""
MORTAL = (sys.executable, "-c", _GIVE_UP_RIGHTS)


def surroundings() -> dict[str, str]:
    """The environment without the size of the tests' own terminal, which would be believed before the real one."""
    return {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}


class Terminal:
    """A program in a terminal of 120x40; leaving the `with` block ends it."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str] | None = None) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            env={**surroundings(), "TERM": "xterm-256color", **(environment or {})},
        )
        os.close(slave)
        self.output = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._master)

    def vanish(self) -> None:
        """Be gone without a signal, as the program was not started by a shell of this terminal."""
        os.close(self._master)
        self._master = os.open(os.devnull, os.O_RDWR)

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self._master, keys.encode())

    def wait_for(self, words: str, *, at_once: int = 65536) -> None:
        """Read until the program has drawn some words, so many bytes at once as the line carries."""
        deadline = time.monotonic() + PATIENCE
        while words not in self.output:
            assert time.monotonic() < deadline, f"{words!r} never came; this did: {self.output[-3000:]!r}"
            assert self._read(at_once), f"the program ended without {words!r}: {self.output[-3000:]!r}"

    def wait(self) -> int:
        """Read to the end and return the exit code, negative for a signal."""
        deadline = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < deadline, f"it does not end: {self.output[-3000:]!r}"
        return self.process.wait(PATIENCE)

    def _read(self, at_once: int = 65536) -> bool:
        """Take what comes within a second; false once the program has closed the terminal."""
        if not select.select([self._master], [], [], 1)[0]:
            return True
        data = b""
        with suppress(OSError):  # Linux reports the closed other end as an error
            data = os.read(self._master, at_once)
        self.output += data.decode("utf-8", "replace")
        return bool(data)
