"""What tests of hundreds of stores stand on: one that is quickly copied and quickly compared."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

FEW = ("DE", "ES", "FR", "MA", "NL")


@pytest.fixture(scope="session")
def small_file(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new store that knows five countries only; the thousands of other names say nothing about its book."""
    path = tmp_path_factory.mktemp("small") / "small.db"
    shutil.copyfile(empty_file, path)
    few = ", ".join(f"'{code}'" for code in FEW)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"DELETE FROM country_name WHERE country NOT IN ({few}) OR lang NOT IN ('', 'en')")
        connection.execute(f"DELETE FROM country WHERE code NOT IN ({few})")
        connection.execute("DELETE FROM topic_alias WHERE lang NOT IN ('', 'en')")
        connection.execute("DELETE FROM instrument_alias")
        connection.execute("VACUUM")
    path.chmod(0o600)
    return path
