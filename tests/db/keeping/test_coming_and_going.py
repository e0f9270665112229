"""A colleague's program that ends takes nothing with it of what others have open."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from db import Store
from tests.db.making import count, visit_entered

COLLEAGUE = """
import sys
from contextlib import closing
from pathlib import Path
from db import Store
from tests.db.making import visit_entered

with closing(Store.open(Path(sys.argv[1]), officer=sys.argv[2])) as store:
    visit_entered(store, date="2026-12-01")
"""


def comes_and_goes(path: Path, name: str) -> None:
    """A program of its own that opens the store, writes and closes it."""
    subprocess.run([sys.executable, "-c", COLLEAGUE, str(path), name], check=True)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_store_that_is_open_keeps_its_wal_when_others_close_theirs(
    small_file: Path, tmp_path: Path, read_only: bool
) -> None:
    path = tmp_path / "desk.db"
    path.write_bytes(small_file.read_bytes())
    with closing(Store.open(path, officer="lead", read_only=read_only)) as store:
        assert count(store, "visit") == 0
        comes_and_goes(path, "amina")
        assert path.with_name("desk.db-wal").exists()
        assert count(store, "visit") == 1
        if not read_only:
            visit_entered(store, date="2026-12-02")
        comes_and_goes(path, "farid")
        assert count(store, "visit") == 3 - read_only
    with closing(Store.open(path, officer="lead")) as again:
        assert count(again, "visit") == 3 - read_only
