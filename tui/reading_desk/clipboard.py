"""What is on the clipboard, by the system's own tool: a terminal gives it to nobody who asks."""

from __future__ import annotations

import os
import selectors
import shutil
import subprocess
import time
from collections.abc import Sequence
from typing import IO, NamedTuple

from db.errors import BadInput, BilatError

_TOOLS = (
    ("wl-paste", "--no-newline"),
    ("xclip", "-selection", "clipboard", "-o"),
    ("xsel", "--clipboard", "--output"),
    ("pbpaste",),
    ("powershell.exe", "-NoProfile", "-Command", "Get-Clipboard -Raw"),
)
_PATIENCE = 3.0  # seconds; a tool that waits for a display that is gone must not stay
_MOST = 20_000_000  # bytes; a tool that never ends must not fill the memory
_GARBLED = 0.05  # of a text; a few signs may be lost, a picture has nothing else
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # how a text begins of which every other byte may be none
_SIGNS = bytes([*range(9), 11, *range(14, 27), *range(28, 32), 127])  # that no text has
_NOT_THERE = (b"display", b"connect", b"wayland")  # what a tool complains about, where there is no clipboard


class _Given(NamedTuple):
    """What a tool gave.

    Attributes:
        raw: the bytes.
        complaint: what it said beside.
        ended: whether it came to its end, and well.
        silent: whether it has not answered at all.
    """

    raw: bytes = b""
    complaint: bytes = b""
    ended: bool = False
    silent: bool = False


def read() -> bytes:
    """The bytes on the clipboard, in whatever encoding its owner has put them there.

    Raises:
        BilatError: there is no tool that can read it, or no text on it.
    """
    found = [(path, options) for tool, *options in _TOOLS if (path := shutil.which(tool)) is not None]
    if not found:
        raise BilatError(
            "Nothing here can read the clipboard (such as xclip or wl-paste); paste the text instead."
        )
    refused: list[_Given] = []
    for path, options in found:
        given = _asked([path, *options])
        if given.ended and given.raw.strip():
            _need_text(given.raw)
            return given.raw
        refused.append(given)
    raise BilatError(_why_none(refused))


def _why_none(refused: Sequence[_Given]) -> str:
    """What is amiss; a tool that reached the clipboard knows best."""
    if all(given.silent for given in refused):
        return "The clipboard does not answer; paste the text instead."
    if all(given.silent or _unreached(given) for given in refused):
        return "The clipboard cannot be reached from here (as over SSH); paste the text instead."
    return "There is no text on the clipboard; copy it again, or paste it here."


def _unreached(given: _Given) -> bool:
    return not given.ended and any(words in given.complaint.lower() for words in _NOT_THERE)


def _need_text(raw: bytes) -> None:
    """Refuse a picture or a program, and what would take minutes.

    Raises:
        BilatError: it is one.
    """
    if len(raw) > _MOST:
        raise BadInput(f"The clipboard holds more than {_MOST // 1_000_000} MB; copy a part of it.")
    strange = len(raw) - len(raw.translate(None, _SIGNS))
    if not raw.startswith(_WIDE) and (b"\x00" in raw or strange > _GARBLED * len(raw)):
        raise BadInput("What is on the clipboard is no text; copy the text itself, or paste it here.")


def _asked(command: Sequence[str]) -> _Given:
    """What a tool gives in time."""
    pipe = subprocess.PIPE
    try:
        tool = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe)  # noqa: S603 - of the above
    except OSError:
        return _Given()
    with tool:
        assert tool.stdout is not None and tool.stderr is not None  # noqa: S101, PT018 - both are pipes
        try:
            raw, complaint, all_of_it = _until_enough(tool.stdout, tool.stderr)
            ended = all_of_it and tool.wait(_PATIENCE) == 0
        except subprocess.TimeoutExpired:
            ended = False
        finally:
            tool.kill()  # it may go on for ever; one that has ended does not mind
    return _Given(raw, complaint, ended or len(raw) > _MOST, silent=not all_of_it and len(raw) <= _MOST)


def _until_enough(*streams: IO[bytes]) -> tuple[bytes, bytes, bool]:
    """What streams bring until they end, it is too much, or it takes too long; and whether they have ended."""
    brought = {stream: bytearray() for stream in streams}
    end = time.monotonic() + _PATIENCE
    with selectors.DefaultSelector() as waits:
        for stream in streams:
            waits.register(stream, selectors.EVENT_READ)
        while waits.get_map() and (left := end - time.monotonic()) > 0:
            for key, _ in waits.select(left):
                stream = next(one for one in streams if one is key.fileobj)
                piece = os.read(stream.fileno(), 1 << 16)
                brought[stream] += piece
                if not piece:
                    waits.unregister(stream)
            if max(map(len, brought.values())) > _MOST:
                break
        out, complaint = (bytes(brought[stream]) for stream in streams)
        return out, complaint, not waits.get_map()
