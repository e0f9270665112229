"""What an officer does on a disk that runs full: `python -m tests.db.keeping.full_disk NAME FOLDER STORE`.

The folder is a small disk of its own; whoever is not as it should be ends the program with an assertion.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from db import Store
from db.backups import back_up, back_up_daily, restore
from db.checking import check
from db.dialects.sqlite import APPLICATION_ID
from db.encrypting import rekey
from db.errors import BilatError
from db.unlocking import new_key
from tests.db.making import count, every_table, visit_entered
from tui.unfinished import Unfinished

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def fill(folder: Path, but: int = 0) -> Path:
    """Use up the room, but for some bytes."""
    filler = folder / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(b"\xa5" * 4096)
    with filler.open("r+b") as file:
        file.truncate(max(0, filler.stat().st_size - but))
    return filler


def tried(do: Callable[[], object], filler: Path) -> str:
    """Do something on a disk without room, make room again, and tell with which sentence it was refused, if it was."""
    try:
        do()
    except BilatError as error:
        return str(error)
    else:
        return ""
    finally:
        filler.unlink()


def refused(do: Callable[..., object], *words: object) -> str:
    """The sentence with which something is refused."""
    try:
        do(*words)
    except BilatError as error:
        return str(error)
    raise AssertionError("it was not refused")


def saving(folder: Path, path: Path) -> None:
    with closing(Store.open(path, officer="lead")) as store:
        visit_entered(store, date="2026-12-01")
        filler = fill(folder)
        was = every_table(store)
        told = refused(lambda: visit_entered(store, date="2026-12-02", title="x" * 9_000))
        assert told == "The disk is full. Nothing was saved; make room and save again."
        assert every_table(store) == was
        filler.unlink()
        visit_entered(store, date="2026-12-02", title="x" * 9_000)
        assert store.undo()
        assert check(store, lambda _doing: None) == []


def running_out(folder: Path, path: Path) -> None:
    """The room ends in the middle of one save after the other, each a little longer than the one before."""
    with closing(Store.open(path, officer="lead")) as store:
        visits = count(store, "visit")
        for length in range(0, 60_000, 6_000):
            was = every_table(store)
            enter = partial(visit_entered, store, date="2026-12-02", note="x" * length)
            told = tried(enter, fill(folder, but=20_000))
            assert not told or ("full" in told and every_table(store) == was)
            visits += not told
        assert count(store, "visit") == visits
        assert check(store, lambda _doing: None) == []


def backing_up(folder: Path, path: Path) -> None:
    with closing(Store.open(path, officer="lead")) as store:
        good = folder / "good.db"
        back_up(store, good)
        filler = fill(folder)
        around = sorted(folder.rglob("*"))
        for told in (
            refused(back_up, store, folder / "copy.db"),
            refused(back_up_daily, store, date(2026, 11, 21)),
            refused(lambda: check(store, lambda _doing: None)),
            refused(lambda: restore(store.path, good, at=NOW)),
        ):
            assert "the disk is full" in told.lower() or "no space left" in told.lower(), told
        assert {one for one in folder.rglob("*") if one.is_file()} == {one for one in around if one.is_file()}
        filler.unlink()
        assert back_up_daily(store, date(2026, 11, 21))


def opening(folder: Path, path: Path) -> None:
    filler = fill(folder)
    with closing(Store.open(path, officer="lead")) as store:
        assert store.read_only == "The disk is full."
        visits = count(store, "visit")
        assert "The disk is full" in refused(lambda: visit_entered(store, date="2026-12-02"))
        filler.unlink()
        store.reopen()
        visit_entered(store, date="2026-12-02")
        assert count(store, "visit") == visits + 1


def migrating(folder: Path, schema: Path) -> None:
    path = folder / "older.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(schema.read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for room in range(0, 900_000, 60_000):
        was = path.read_bytes()
        told = tried(lambda: Store.open(path).close(), fill(folder, but=room))
        if not told:
            break
        assert "full" in told or "No space left" in told, told
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (schema.stem,)
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert room or path.read_bytes() == was, "without a copy nothing is touched"
    with closing(Store.open(path)) as store:
        visit_entered(store, date="2026-12-02")


def drafting(folder: Path, path: Path) -> None:
    drafts = Unfinished(path, "lead", lambda: NOW)
    drafts.elsewhere = folder / "cache" / "unfinished.json"
    drafts.keep("entry", "MA>ES 3 dec")
    filler = fill(folder)
    told = refused(drafts.keep, "entry", "MA>ES 3 dec " + "talks " * 20_000)
    assert "no space left" in told
    kept = drafts.find("entry")
    assert kept is not None
    assert kept.text == "MA>ES 3 dec"
    assert [one for one in folder.iterdir() if one.name.startswith(".")] == []
    filler.unlink()
    drafts.keep("entry", "MA>ES 4 dec")


def encrypting(folder: Path, path: Path) -> None:
    """The room ends in the middle of encrypting, of a new passphrase, and of decrypting."""
    first, second = new_key("four quiet words"), new_key("a second one with words")
    with closing(Store.open(path, officer="lead")) as store:
        was = every_table(store)
    for key, new in ((None, first), (first, second), (second, None)):
        change = partial(rekey, path, key, new, officer="lead", at=NOW)
        for room in (0, path.stat().st_size // 2, path.stat().st_size - 4096):
            told = tried(change, fill(folder, but=room))
            assert "full" in told or "No space left" in told, told
            assert not [one.name for one in folder.iterdir() if ".new" in one.name]
            with closing(Store.open(path, officer="lead", key=key)) as store:
                assert every_table(store) == was
        change()
        with closing(Store.open(path, officer="lead", key=new)) as store:
            assert every_table(store) == was


SCENES = {
    one.__name__: one for one in (saving, running_out, backing_up, opening, migrating, drafting, encrypting)
}

if __name__ == "__main__":
    name, disk, file = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    if file.suffix == ".db":
        file = Path(shutil.copyfile(file, disk / "desk.db"))
    SCENES[name](disk, file)
