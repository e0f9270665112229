"""The words of the world, read from the file beside this one."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def words() -> dict[str, Any]:
    """The whole file, read once."""
    import tomllib  # noqa: PLC0415 - only a generated store reads it
    from importlib.resources import files  # noqa: PLC0415

    text = (files(__package__) / "words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
