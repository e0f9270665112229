"""What SQLite's own words for a failure mean to an officer."""

from __future__ import annotations

from pathlib import Path

from db.dialects.places import is_full
from db.errors import BilatError, Busy, GivenUp, NotAStore, ReadOnly


class DiskFull(BilatError):  # noqa: N818 - the family reads as sentences, not as class names
    """There is no room left to write."""


def of_writing(words: str, path: Path | None) -> BilatError:
    """Why something was not saved in the file at a path."""
    if "locked" in words or "busy" in words:
        return Busy("Somebody else is writing to the store. Nothing was saved; try again in a moment.")
    if "full" in words or ("disk I/O" in words and path is not None and is_full(path.parent)):
        return DiskFull("The disk is full. Nothing was saved; make room and save again.")
    if "readonly" in words:
        return ReadOnly("The store cannot be written any more: it may only be read now. Nothing was saved.")
    if "unable to open" in words or "disk I/O" in words:
        return NotAStore(f"The store cannot be reached ({words}). Nothing was saved.")
    return BilatError(f"The store could not be written: {words}. Nothing was saved.")


def of_reading(words: str, path: Path) -> BilatError:
    """Why something could not be read."""
    if words == "interrupted":
        return given_up()
    if "locked" in words or "busy" in words:
        return Busy(f"Somebody else is writing to {path.name}. Try again in a moment.")
    if "not a database" in words or "malformed" in words or "no such table: alembic" in words:
        return NotAStore(f"{path} is damaged and cannot be read ({words}).")
    if "unable to open" in words or "readonly" in words or "disk I/O" in words:
        return NotAStore(f"{path} cannot be opened: {words}.")
    return BilatError(f"The store could not be read: {words}.")


def given_up() -> GivenUp:
    """Why something was not read further."""
    return GivenUp("It was not read to its end.")


def of_copying(words: str, path: Path) -> BilatError:
    """Why something could not be copied: as reading has it, but for a disk on which the copy has no room."""
    if "full" in words:
        return DiskFull("the disk is full.")
    return of_reading(words, path)
