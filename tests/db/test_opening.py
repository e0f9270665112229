"""Opening what is there and making what is not: what is no store is refused in one sentence and left as it was."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from db import Conflict, NotAStore, SchemaTooNew, Store
from db import store as store_module
from db.models import Setting
from seeds import create_store

NOBODY = 65534


def no_file(path: Path, _store: Path) -> None:
    assert not path.exists()


def text_file(path: Path, _store: Path) -> None:
    path.write_text("Dear colleague,\nthe delegation arrives on Tuesday.\n", encoding="utf-8")


def empty_file(path: Path, _store: Path) -> None:
    path.touch()


def folder(path: Path, _store: Path) -> None:
    path.mkdir()


def pipe(path: Path, _store: Path) -> None:
    os.mkfifo(path)


def another_database(path: Path, _store: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE alembic_version (version_num); CREATE TABLE invoice (id);")


def another_database_in_wal_mode(path: Path, _store: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("PRAGMA journal_mode = WAL; CREATE TABLE invoice (id);")


def header_alone(path: Path, store: Path) -> None:
    path.write_bytes(store.read_bytes()[:100])


def cut_in_the_middle(path: Path, store: Path) -> None:
    path.write_bytes(store.read_bytes()[:5000])


def scribbled_over(path: Path, store: Path) -> None:
    path.write_bytes(store.read_bytes()[:100] + b"\xff" * 8092)


def without_a_version(path: Path, store: Path) -> None:
    shutil.copyfile(store, path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM alembic_version")


def from_a_newer_program(path: Path, store: Path) -> None:
    shutil.copyfile(store, path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


REFUSED: list[tuple[Callable[[Path, Path], None], str]] = [
    (no_file, "There is no store"),
    (text_file, "not a bilat store"),
    (empty_file, "is empty"),
    (folder, "is a folder"),
    (pipe, "is not a file"),
    (another_database, "another program"),
    (another_database_in_wal_mode, "another program"),
    (header_alone, "damaged"),
    (cut_in_the_middle, "damaged"),
    (scribbled_over, "damaged"),
    (without_a_version, "damaged"),
    (from_a_newer_program, "newer bilat"),
]


def is_one_sentence(text: str) -> bool:
    return "\n" not in text and text.endswith(".") and "Traceback" not in text and len(text) < 300


def state_of(folder: Path) -> dict[str, bytes | None]:
    """Every file of a folder with its bytes, so that neither a change nor a left-over is missed."""
    return {
        path.name: path.read_bytes() if stat.S_ISREG(path.stat().st_mode) else None
        for path in folder.iterdir()
    }


@contextmanager
def somebody_else() -> Iterator[None]:
    """Not root for a moment: root may read everything, and so would find no permission missing."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that everybody may enter; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)


@pytest.mark.parametrize(("make", "words"), REFUSED, ids=lambda value: getattr(value, "__name__", ""))
def test_what_is_no_store_is_refused_and_left_as_it_was(
    make: Callable[[Path, Path], None], words: str, empty_file: Path, tmp_path: Path
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    path = place / "desk.db"
    make(path, empty_file)
    before = state_of(place)
    with pytest.raises(NotAStore, match=words) as refusal:
        Store.open(path)
    assert is_one_sentence(str(refusal.value))
    assert str(path) in str(refusal.value)
    assert state_of(place) == before


def test_a_newer_store_is_told_apart_from_a_broken_one(empty_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "newer.db"
    from_a_newer_program(path, empty_file)
    with pytest.raises(SchemaTooNew, match="9999"):
        Store.open(path)


def test_a_store_that_may_not_be_read_is_refused(empty_file: Path, open_to_all: Path) -> None:
    path = open_to_all / "desk.db"
    shutil.copyfile(empty_file, path)
    path.chmod(0)
    with somebody_else(), pytest.raises(NotAStore, match="may not be read") as refusal:
        Store.open(path)
    assert is_one_sentence(str(refusal.value))
    path.chmod(0o600)
    assert state_of(open_to_all) == {"desk.db": empty_file.read_bytes()}


def test_a_store_in_a_closed_folder_is_refused(empty_file: Path, open_to_all: Path) -> None:
    closed = open_to_all / "closed"
    closed.mkdir()
    shutil.copyfile(empty_file, closed / "desk.db")
    closed.chmod(0)
    with somebody_else(), pytest.raises(NotAStore) as refusal:
        Store.open(closed / "desk.db")
    closed.chmod(0o700)
    assert is_one_sentence(str(refusal.value))


def test_no_store_is_made_where_nothing_may_be_written(open_to_all: Path) -> None:
    open_to_all.chmod(0o555)
    with somebody_else(), pytest.raises(NotAStore, match="No store can be made") as refusal:
        create_store(open_to_all / "desk.db")
    assert is_one_sentence(str(refusal.value))
    assert state_of(open_to_all) == {}


def test_no_store_is_made_inside_a_file(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("mine", encoding="utf-8")
    for path in (tmp_path / "notes" / "desk.db", tmp_path / "notes" / "deeper" / "desk.db"):
        with pytest.raises(NotAStore, match="No store can be made") as refusal:
            create_store(path)
        assert is_one_sentence(str(refusal.value))
    assert (tmp_path / "notes").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("umask", [0o022, 0o000], ids=["usual", "careless"])
def test_a_new_store_is_its_owners_alone(tmp_path: Path, umask: int) -> None:
    path = tmp_path / "new" / "folder" / "desk.db"
    before = os.umask(umask)
    try:
        store = create_store(path)
        with store.write("touch"):  # the -wal and the -shm are there now
            pass
        modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in path.parent.iterdir()}
        store.close()
    finally:
        os.umask(before)
    assert modes
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.parent.parent.stat().st_mode) & 0o022 == 0


@pytest.mark.parametrize(
    "name", ["a b.db", "a?b.db", "a#b.db", "a%20b.db", "bücher – 2026.db", "a&mode=ro.db"]
)
def test_a_store_may_be_called_anything(tmp_path: Path, name: str) -> None:
    place = tmp_path / "place"
    create_store(place / name).close()
    store = Store.open(place / name)
    with store.write("touch") as session:
        session.add(Setting(name="touched", value="yes"))
    with store.read() as reader:
        assert reader.value("SELECT value FROM setting WHERE name = 'touched'") == "yes"
    store.close()
    assert [one.name for one in place.iterdir()] == [name]


def test_a_store_that_may_not_be_written_is_refused(empty_file: Path, open_to_all: Path) -> None:
    path = open_to_all / "desk.db"
    shutil.copyfile(empty_file, path)
    path.chmod(0o444)
    open_to_all.chmod(0o555)
    with somebody_else(), pytest.raises(NotAStore, match="cannot be opened") as refusal:
        Store.open(path)
    assert is_one_sentence(str(refusal.value))
    assert state_of(open_to_all) == {"desk.db": empty_file.read_bytes()}


def test_making_a_store_over_something_leaves_it_alone(tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    text_file(place / "desk.db", place)
    before = state_of(place)
    with pytest.raises(NotAStore, match="there already"):
        create_store(place / "desk.db")
    assert state_of(place) == before


def test_making_a_store_over_a_store_leaves_it_alone(empty_file: Path) -> None:
    before = empty_file.read_bytes()
    with pytest.raises(NotAStore, match="there already"):
        create_store(empty_file)
    assert empty_file.read_bytes() == before


@pytest.mark.parametrize("failure", [RuntimeError("power cut"), KeyboardInterrupt(), Conflict("No.")])
def test_a_store_that_fails_while_it_is_made_leaves_nothing(tmp_path: Path, failure: BaseException) -> None:
    place = tmp_path / "place"

    def make_half_a_store() -> None:
        with Store.build(place / "desk.db") as store:
            with store.write("half") as session:
                session.add(Setting(name="half", value="done"))
            assert not (place / "desk.db").exists()
            raise failure

    with pytest.raises(type(failure)):
        make_half_a_store()
    assert state_of(place) == {}


def test_an_older_store_is_copied_before_it_is_brought_up_to_date(
    empty_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    path = place / "desk.db"
    shutil.copyfile(empty_file, path)
    path.chmod(0o600)
    monkeypatch.setattr(store_module, "REVISION", "0007")  # as if this program knew one more
    Store.open(path).close()
    (copy,) = [one for one in place.iterdir() if one != path]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    monkeypatch.undo()
    kept = Store.open(copy)
    with kept.read() as reader:
        assert reader.value("SELECT name FROM country WHERE code = 'MA'") == "Morocco"
    kept.close()


def test_a_store_is_one_file_once_it_is_closed(empty_file: Path, tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    shutil.copyfile(empty_file, place / "desk.db")
    store = Store.open(place / "desk.db")
    with store.write("touch"):
        pass
    store.close()
    assert [one.name for one in place.iterdir()] == ["desk.db"]
