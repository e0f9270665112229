"""A program in a pseudo-terminal, with a watch: what came after a key, and when.

While an answer is awaited nothing is done but to read and to look at the watch; what was read is put on the screen
afterwards, frame by frame, each with the moment at which its last byte had come.
"""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from tests.bench.screen import Screen

COLUMNS, LINES = 120, 40
FRAME_ENDS = "\x1b[?2026l"
ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",  # frames are drawn whole, as terminals of today do
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
}
KEYS = {
    "down": "\x1b[B",
    "up": "\x1b[A",
    "pagedown": "\x1b[6~",
    "pageup": "\x1b[5~",
    "home": "\x1b[H",
    "end": "\x1b[F",
}
KEYS |= {"enter": "\r", "escape": "\x1b", "tab": "\t", "backspace": "\x7f", "ctrl+p": "\x10"}

PATIENCE = 30.0  # seconds
QUIET = 0.12  # seconds without output, after which an answer is complete

Seen = Callable[[Screen], bool]


class Silent(Exception):  # noqa: N818 - said of the program
    """What was awaited never came."""


class Answer(NamedTuple):
    """When the screen answered, in milliseconds after the key.

    Attributes:
        first: the first frame.
        whole: the frame that shows what was awaited; without such, the last one.
        frames: how many were drawn.
    """

    first: float
    whole: float
    frames: int


class Terminal:
    """A program at work; leaving the `with` block ends it.

    Attributes:
        screen: what it shows.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.screen = Screen(COLUMNS, LINES)
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest = ""
        self._begun = time.monotonic()
        self._process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, start_new_session=True, env=environment
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.returncode is None:
            self._process.send_signal(signal.SIGTERM)
            self._wait(PATIENCE)
        os.close(self._master)

    def shown(self, seen: Seen) -> Answer:
        """Wait for the first screen that has something on it, counted from the start of the program."""
        return self._answer(self._begun, seen, QUIET, PATIENCE)

    def press(
        self, key: str, seen: Seen | None = None, *, quiet: float = QUIET, patience: float = PATIENCE
    ) -> Answer:
        """Press a key, and wait until the screen has answered and is quiet.

        Raises:
            Silent: when it has not.
        """
        begun = time.monotonic()
        os.write(self._master, KEYS.get(key, key).encode())
        return self._answer(begun, seen, quiet, patience)

    def tried(self, key: str, *, quiet: float = QUIET) -> Answer | None:
        """Press a key that may have nothing to do."""
        try:
            return self.press(key, quiet=quiet, patience=quiet)
        except Silent:
            return None

    def rest(self, seconds: float) -> None:
        """Take what comes meanwhile."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            for _, frame in self._frames(self._read(left)):
                self.screen.feed(frame)

    @property
    def peak(self) -> float:
        """The most memory it has had so far, in MB, as Linux tells; what the bench itself has does not count."""
        told = Path(f"/proc/{self._process.pid}/status").read_text("utf-8")
        return int(told.partition("VmHWM:")[2].split()[0]) / 1024

    def quit(self, keys: str = "q") -> None:
        """Let it end by itself.

        Raises:
            Silent: it does not.
        """
        os.write(self._master, keys.encode())
        if not self._wait(PATIENCE):
            raise Silent(f"it does not end; this is on the screen:\n{self.screen.text}")

    def _answer(self, begun: float, seen: Seen | None, quiet: float, patience: float) -> Answer:
        first = whole = 0.0
        count = 0
        there = False
        while True:
            chunks = self._until_quiet(quiet, patience if not first or not (there or seen is None) else quiet)
            for at, frame in self._frames(chunks):
                self.screen.feed(frame)
                count += 1
                moment = (at - begun) * 1000
                first = first or moment
                if seen is None:
                    whole = moment
                elif not there and seen(self.screen):
                    there, whole = True, moment
            if first and (there or seen is None):
                return Answer(first, whole, count)
            if time.monotonic() - begun > patience or not chunks:
                self.screen.feed(self._rest)
                raise Silent(f"nothing came of it; this is on the screen:\n{self.screen.text}")

    def _until_quiet(self, quiet: float, patience: float) -> list[tuple[float, bytes]]:
        """What comes, up to a pause."""
        chunks = found = self._read(patience)
        while found:
            found = self._read(quiet)
            chunks = chunks + found
        return chunks

    def _read(self, seconds: float) -> list[tuple[float, bytes]]:
        """What comes within some seconds, with its moment; nothing when nothing comes."""
        if not select.select([self._master], [], [], seconds)[0]:
            return []
        data = b""
        with suppress(OSError):  # Linux reports the closed other end as an error
            data = os.read(self._master, 65536)
        now = time.monotonic()
        for question, answer in ANSWERS.items():
            if question in data:
                os.write(self._master, answer)
        return [(now, data)] if data else []

    def _frames(self, chunks: Sequence[tuple[float, bytes]]) -> list[tuple[float, str]]:
        """What was read, frame by frame; the begin of one that is not whole yet is kept."""
        frames = []
        for at, data in chunks:
            *whole, self._rest = (self._rest + self._decoder.decode(data)).split(FRAME_ENDS)
            frames += [(at, frame) for frame in whole]
        return frames

    def _wait(self, seconds: float) -> bool:
        """Read until the program has ended; tells whether it did so by itself."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self._read(0.05)
            if self._process.poll() is not None:
                return True
        self._process.kill()
        self._process.wait()
        return False
