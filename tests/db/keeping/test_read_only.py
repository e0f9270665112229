"""A store that cannot or shall not be written is read all the same, and says why nothing is saved."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import cast

import pytest

from db import Store
from db.backups import back_up
from db.dialects.reading import ReadFile
from db.errors import ReadOnly
from tests.db.making import count, every_table, visit_entered
from tests.tui.terminal import MORTAL

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def path(small_file: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    return Path(shutil.copyfile(small_file, folder / "desk.db"))


def seen_by_a_guest(path: Path) -> list[str]:
    done = subprocess.run(
        [*MORTAL, sys.executable, "-m", "tests.db.keeping.reader_only", str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def test_a_store_that_shall_only_be_read_is_not_changed_by_a_byte(path: Path) -> None:
    was = path.read_bytes()
    with closing(Store.open(path, officer="lead", read_only=True)) as store:
        assert count(store, "visit") == 0
        for change in (
            lambda: visit_entered(store),
            store.undo,
            store.redo,
            store.reindex,
            store.compact,
            lambda: store.fill_from(path),
        ):
            with pytest.raises(ReadOnly, match="opened to be read only"):
                change()
        back_up(store, path.with_name("copy.db"))
    assert path.read_bytes() == was
    assert {one.name for one in path.parent.iterdir()} == {"desk.db", "copy.db"}


def test_a_reader_sees_what_others_write(path: Path) -> None:
    with (
        closing(Store.open(path, officer="lead")) as writer,
        closing(Store.open(path, officer="guest", read_only=True)) as reader,
    ):
        before = reader.generation()
        visit_entered(writer)
        assert reader.generation() != before
        assert count(reader, "visit") == 1


@pytest.mark.parametrize(
    ("file", "folder", "why"),
    [
        (0o600, 0o500, "The folder {folder} may not be written by you."),
        (0o400, 0o700, "desk.db may not be written by you."),
    ],
)
def test_what_may_not_be_written_is_read(path: Path, file: int, folder: int, why: str) -> None:
    with closing(Store.open(path, officer="lead")) as store:
        visit_entered(store)
    path.chmod(file)
    path.parent.chmod(folder)
    was = path.read_bytes()
    why = why.format(folder=path.parent)
    try:
        assert seen_by_a_guest(path) == [why, "1", f"ReadOnly: Nothing can be saved here. {why}"]
    finally:
        path.parent.chmod(0o700)
    assert path.read_bytes() == was
    assert [one.name for one in path.parent.iterdir()] == ["desk.db"]


def test_a_guest_reads_while_a_colleague_writes(path: Path) -> None:
    with closing(Store.open(path, officer="lead")) as store:
        visit_entered(store)
        path.parent.chmod(0o500)
        try:
            assert seen_by_a_guest(path)[1] == "1", "also what is still in the -wal"
        finally:
            path.parent.chmod(0o700)
        was = every_table(store)
    with closing(Store.open(path)) as store:
        assert every_table(store) == was


def test_a_file_that_is_read_as_it_stands_is_read_again_when_it_changes(path: Path) -> None:
    with closing(Store.open(path, officer="guest", read_only=True)) as reader:
        dialect = cast("ReadFile", reader._dialect)
        dialect._still = dialect._looks()
        assert count(reader, "visit") == 0
        before = reader.generation()
        with closing(Store.open(path, officer="lead")) as writer:
            visit_entered(writer)
        assert reader.generation() != before
        assert count(reader, "visit") == 1
