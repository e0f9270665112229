"""Files of our own that somebody else may have written over: settings, drafts, locks, read with bounds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

MOST_BYTES = 1_000_000


class TooBigError(ValueError):
    """A file that has more bytes than its kind can have."""


def read_small(path: Path, most: int = MOST_BYTES) -> str:
    """The text of a file, and not a byte more than asked for, whatever lies there.

    Raises:
        OSError: it cannot be read.
        TooBigError: it has more bytes.
        UnicodeDecodeError: it is not UTF-8.
    """
    with path.open("rb") as stream:
        raw = stream.read(most + 1)
    if len(raw) > most:
        raise TooBigError(f"{path} has more than {most // 1_000_000} MB.")
    return raw.decode("utf-8").replace("\r\n", "\n")


def read_small_json(path: Path, most: int = MOST_BYTES) -> Any:
    """The plain values of a file.

    Raises:
        OSError: it cannot be read.
        ValueError: it has too many bytes, is nested too deeply, or is no JSON.
    """
    text = read_small(path, most)
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError(f"{path} is nested too deeply.") from None
