"""A backup is made while others write, is read again before it counts, and can be put back."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import NotAStore, SchemaTooNew, Store
from db.backups import Contents, back_up, back_up_daily, difference, folder_of, kept_in, restore, thinned
from db.backups.folder import Keeping, Kept
from db.errors import BilatError
from db.telling import Tell
from tests.db.making import count, every_table, visit, visit_entered

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


@pytest.fixture
def store(small_file: Path, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "desk.db"
    shutil.copyfile(small_file, path)
    path.chmod(0o600)
    with closing(Store.open(path, officer="lead")) as store:
        visit_entered(store, date="2026-11-19")
        yield store


def test_a_backup_holds_everything_and_only_its_owner_reads_it(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "new folder" / "copy.db"
    found = back_up(store, target)
    assert found.records["visits"] == 1
    with closing(Store.open(target)) as copy:
        assert every_table(copy) == every_table(store)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert stat.S_IMODE(target.parent.stat().st_mode) == 0o700
    assert [
        path.name for path in target.parent.iterdir() if "wal" not in path.name and "shm" not in path.name
    ] == ["copy.db"]


@pytest.mark.parametrize("where", ["copying pages", "reading the copy"])
def test_a_backup_that_is_stopped_leaves_no_file(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    monkeypatch.setattr("db.dialects.stopping._OFTEN", 50)
    told: list[str] = []

    def tell(what: str, _done: int, _of: int) -> None:
        told.append(what)
        if what == where:
            raise BilatError("That is enough.")

    with pytest.raises(BilatError, match="That is enough"):
        back_up(store, tmp_path / "new" / "copy.db", tell)
    assert told[-1] == where
    assert list((tmp_path / "new").iterdir()) == []
    back_up(store, tmp_path / "new" / "copy.db")


def test_a_backup_tells_how_far_it_is(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.dialects.sqlite._COPIED_AT_ONCE", 10)
    far: list[tuple[int, int]] = []
    back_up(store, tmp_path / "copy.db", lambda _, done, of: far.append((done, of)) if of else None)
    assert len(far) > 10
    assert far == sorted(far)
    assert far[-1][0] == far[-1][1]


def test_what_a_colleague_has_not_finished_is_not_in_it(store: Store, tmp_path: Path) -> None:
    with store.write("half") as session:
        visit(session, date="2026-12-01")
        session.flush()
        assert back_up(store, tmp_path / "copy.db").records["visits"] == 1
    assert count(store, "visit") == 2


def test_nothing_is_ever_written_over(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("my notes")
    with pytest.raises(NotAStore, match="is there already"):
        back_up(store, target)
    assert target.read_text() == "my notes"


def test_a_copy_that_is_not_whole_does_not_get_its_name(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copying = store.copy_to

    def copy_less(path: Path, look: Callable[[sqlite3.Connection], Contents], tell: Tell) -> Contents:
        seen = copying(path, look, tell)
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("DELETE FROM visit_topic")
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute("DELETE FROM visit")
        return seen

    monkeypatch.setattr(store, "copy_to", copy_less)
    with pytest.raises(BilatError, match="not kept"):
        back_up(store, tmp_path / "copies" / "copy.db")
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_stick_that_knows_no_links_takes_a_backup_and_nothing_there_is_written_over(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    target = tmp_path / "stick" / "copy.db"
    back_up(store, target)
    with closing(Store.open(target)) as copy:
        assert every_table(copy) == every_table(store)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with pytest.raises(NotAStore, match="is there already"):
        back_up(store, target)
    assert not list(target.parent.glob(".*"))


def test_older_ones_that_cannot_be_taken_away_are_told_and_todays_stands(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of(store.path)
    folder.mkdir()
    (folder / "daily-2026-11-01.db").write_bytes(b"")
    unlink = Path.unlink

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        if path.name == "daily-2026-11-01.db":
            raise PermissionError(errno.EACCES, "Permission denied")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(BilatError, match="older ones could not be taken away: Permission denied"):
        back_up_daily(store, TODAY, Keeping(days=1, weeks=0, months=0))
    assert (folder / "daily-2026-11-21.db").exists()


def test_there_is_one_a_day_and_it_is_made_once(store: Store) -> None:
    made = back_up_daily(store, TODAY)
    assert made == folder_of(store.path) / "daily-2026-11-21.db"
    assert back_up_daily(store, TODAY) is None
    assert [one.path for one in kept_in(folder_of(store.path))] == [made]


def test_older_daily_backups_are_thinned_and_those_made_by_hand_stay(store: Store) -> None:
    folder = folder_of(store.path)
    back_up(store, folder / "before the reform.db")
    for back in range(40, 0, -1):
        (folder / f"daily-{TODAY - timedelta(days=back)}.db").write_bytes(b"")
    back_up_daily(store, TODAY, Keeping(days=2, weeks=2, months=2))
    assert sorted(one.path.name for one in kept_in(folder)) == [
        "before the reform.db",
        "daily-2026-10-31.db",
        "daily-2026-11-15.db",
        "daily-2026-11-20.db",
        "daily-2026-11-21.db",
    ]


@given(st.sets(st.integers(0, 800)), st.tuples(*(st.integers(0, 14),) * 3))
def test_thinning_never_takes_more_than_it_may(ages: set[int], keeping: tuple[int, int, int]) -> None:
    kept = [Kept(Path(f"daily-{TODAY - timedelta(days=age)}.db"), NOW, 1) for age in ages]
    stay = {one.day for one in kept} - {one.day for one in thinned(kept, Keeping(*keeping), TODAY)}
    newest = sorted((TODAY - timedelta(days=age) for age in ages), reverse=True)
    assert set(newest[: keeping[0]]) <= stay
    assert len(stay) <= sum(keeping)
    again = [one for one in kept if one.day in stay]
    assert list(thinned(again, Keeping(*keeping), TODAY)) == [], "thinning twice takes no more"


def test_restoring_says_what_it_would_change_and_keeps_what_it_replaces(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    back_up(store, target)
    was = every_table(store)
    visit_entered(store, date="2026-12-01")
    assert difference(store.path, target).sentences == [
        "visits: 2 now, 1 in the backup",
        "the last 1 step would be taken back",
    ]
    replaced = restore(store.path, target, at=NOW)
    assert every_table(store) == was, "whoever has it open sees it at once"
    assert replaced is not None
    restore(store.path, replaced, at=NOW + timedelta(seconds=1))
    assert count(store, "visit") == 2, "restoring is taken back by restoring what it replaced"


def test_the_store_can_be_written_after_restoring(store: Store, tmp_path: Path) -> None:
    back_up(store, tmp_path / "copy.db")
    restore(store.path, tmp_path / "copy.db", at=NOW)
    visit_entered(store, date="2026-12-01")
    assert store.undo()
    assert count(store, "visit") == 1


def test_a_lost_store_comes_back(store: Store, tmp_path: Path) -> None:
    back_up(store, tmp_path / "copy.db")
    lost = tmp_path / "lost.db"
    assert difference(lost, tmp_path / "copy.db").present is None
    assert restore(lost, tmp_path / "copy.db", at=NOW) is None
    with closing(Store.open(lost)) as back:
        assert count(back, "visit") == 1


def test_what_is_no_backup_is_refused_and_the_store_stays(store: Store, tmp_path: Path) -> None:
    was = every_table(store)
    target = tmp_path / "copy.db"
    back_up(store, target)
    notes, damaged, newer = tmp_path / "notes.txt", tmp_path / "damaged.db", tmp_path / "newer.db"
    notes.write_text("Dear colleague")
    damaged.write_bytes(target.read_bytes()[:4096] + b"\xff" * 60_000)
    shutil.copyfile(target, newer)
    with closing(sqlite3.connect(newer)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    for file, refusal in (
        (notes, NotAStore),
        (damaged, BilatError),
        (newer, SchemaTooNew),
        (store.path, NotAStore),
    ):
        with pytest.raises(refusal):
            restore(store.path, file, at=NOW)
    assert every_table(store) == was
    assert not folder_of(store.path).exists()


def test_restoring_waits_for_nobody_for_ever(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.dialects.sqlite.PATIENCE_MS", 200)
    back_up(store, tmp_path / "copy.db")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as colleague:
        colleague.execute("BEGIN IMMEDIATE")
        with pytest.raises(BilatError, match="Somebody else is writing"):
            restore(store.path, tmp_path / "copy.db", at=NOW)
    assert count(store, "visit") == 1
