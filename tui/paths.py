"""Where this platform keeps a person's data, settings and caches."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_data_path

from db.errors import NotAStore

NAME = "bilat"


def default_store() -> Path:
    """The store that `bilat` opens when no other is named."""
    return user_data_path(NAME, appauthor=False) / "bilat.db"


def settings_file() -> Path:
    """The settings, a small TOML file that may be missing."""
    return user_config_path(NAME, appauthor=False) / "settings.toml"


def cache_folder() -> Path:
    """What may be deleted at any time: the demo store, built once a day."""
    return user_cache_path(NAME, appauthor=False)


def make_private(folder: Path) -> None:
    """Make a folder that only its owner can enter, and what is missing above it; one that exists is left as it is."""
    from db.dialects.places import make_folder  # noqa: PLC0415 - shutil, which a start does without

    make_folder(folder)


def room_for(path: Path) -> None:
    """See that a new store can be made at `path`, before any work is done for it.

    Raises:
        NotAStore: the folder does not exist, is no folder, or may not be written.
    """
    folder = path.parent
    if path == default_store():
        # The program's own folder is made with the store; until then the one above must do.
        folder = next(each for each in path.parents if each.exists())
    if not folder.exists():
        raise NotAStore(f"The folder {folder} does not exist, so no store can be made in it.")
    if not folder.is_dir():
        raise NotAStore(f"{folder} is not a folder, so no store can be made in it.")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise NotAStore(f"The folder {folder} may not be written, so no store can be made in it.")


def reason(error: OSError) -> str:
    """The operating system's own words for a failure, as the end of a sentence."""
    return (error.strerror or type(error).__name__).lower()
