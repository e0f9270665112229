"""A store in a network folder: no WAL, one who writes at a time, and the others are told who it is."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db import Store
from db.checking import check
from db.dialects.lock_file import LockFile
from db.dialects.places import network_of
from db.errors import ReadOnly
from tests.db.making import count, visit_entered

MORNING = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
MOUNTS = """\
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
41 22 0:40 / /home/lead/Desk\\040share rw - cifs //files/desk rw,vers=3.0
42 22 0:41 / /srv rw,relatime shared:1 - nfs4 files:/srv rw
43 42 254:1 / /srv/local rw - xfs /dev/vdb rw
44 22 0:42 / /home/lead/far rw,nosuid - fuse.sshfs lead@far: rw
45 22 0:43 / /twice rw - nfs files:/twice rw
46 45 0:44 / /twice rw - tmpfs none rw
"""


@pytest.fixture
def path(small_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("db.dialects.reading.network_of", lambda _path: "NFS")
    return Path(shutil.copyfile(small_file, tmp_path / "desk.db"))


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("/home/lead/Desk share/desk.db", "a Windows share"),
        ("/srv/desk/desk.db", "NFS"),
        ("/srv/local/desk.db", ""),
        ("/home/lead/far/desk.db", "SSHFS"),
        ("/home/lead/desk.db", ""),
        ("/twice/desk.db", ""),
    ],
)
def test_a_network_folder_is_known_by_how_it_is_mounted(file: str, kind: str, tmp_path: Path) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS, encoding="utf-8")
    assert network_of(Path(file), mounts) == kind
    assert network_of(Path(file), tmp_path / "not there") == ""


def test_nothing_is_shared_in_memory_there(path: Path) -> None:
    with closing(Store.open(path, officer="lead")) as store:
        visit_entered(store)
        with store.read() as reader:
            assert reader.value("PRAGMA journal_mode") == "delete"
            assert reader.value("PRAGMA mmap_size") == 0
        assert {one.name for one in path.parent.iterdir() if one.is_file()} == {"desk.db", "desk.db.lock"}
        assert check(store, lambda _doing: None) == []
    assert not path.with_name("desk.db.lock").exists()


def test_a_store_that_comes_back_from_there_is_fast_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Store.open(path, officer="lead")) as store:
        visit_entered(store)
    monkeypatch.setattr("db.dialects.reading.network_of", lambda _path: "")
    with closing(Store.open(path, officer="lead")) as store:
        visit_entered(store)
        assert path.with_name("desk.db-wal").exists()
        assert count(store, "visit") == 2


def test_the_second_one_is_told_who_writes_where_and_since_when_and_reads(path: Path) -> None:
    host = socket.gethostname()
    with (
        closing(Store.open(path, officer="karim", clock=lambda: MORNING)) as first,
        closing(Store.open(path, officer="lead")) as second,
    ):
        assert second.read_only == (
            f"karim has it open on {host} since 08:30 on 21 Nov 2026."
            " If that is over, delete desk.db.lock beside it."
        )
        visit_entered(first)
        assert count(second, "visit") == 1
        with pytest.raises(ReadOnly, match="karim has it open"):
            visit_entered(second)
        first.close()
        second.reopen()
        assert second.read_only == ""
        visit_entered(second)


def test_what_a_dead_process_left_is_taken_away_and_that_of_another_machine_is_not(path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    lock = path.with_name("desk.db.lock")
    owner = {"officer": "karim", "host": socket.gethostname(), "pid": dead.pid, "since": MORNING.isoformat()}
    lock.write_text(json.dumps(owner), encoding="utf-8")
    with closing(Store.open(path, officer="lead")) as store:
        assert store.read_only == ""
    lock.write_text(json.dumps(owner | {"host": "elsewhere"}), encoding="utf-8")
    with closing(Store.open(path, officer="lead")) as store:
        assert "karim has it open on elsewhere" in store.read_only
    assert json.loads(lock.read_text("utf-8"))["host"] == "elsewhere", "closing leaves what is another's"


@pytest.mark.parametrize("content", ["", "{", "[]", '{"officer": 1}'])
def test_a_lock_that_cannot_be_read_is_somebodys(path: Path, content: str) -> None:
    path.with_name("desk.db.lock").write_text(content, encoding="utf-8")
    with closing(Store.open(path, officer="lead")) as store:
        assert store.read_only.startswith("Somebody has it open on another machine.")


def test_of_many_who_come_at_once_one_may_write(path: Path) -> None:
    locks = [LockFile(path) for _ in range(8)]
    assert [lock.take(f"officer {number}", MORNING) is None for number, lock in enumerate(locks)].count(
        True
    ) == 1
    assert locks[1].path.stat().st_mode & 0o777 == 0o600
    for lock in locks:
        lock.release()
    assert not locks[0].path.exists()
