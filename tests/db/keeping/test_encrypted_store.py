"""An encrypted store: nothing of it can be read without its passphrase, and everything else is as with any other."""

from __future__ import annotations

import os
import pickle
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from db import Store, queries
from db.backups import back_up_daily
from db.checking import check, repair
from db.dialects.driver import connect_cipher
from db.encrypting import rekey
from db.errors import BilatError, Busy, Encrypted, NotAStore, ReadOnly, WrongPassphrase
from db.store import REVISION
from db.unlocking import Key, has_key, is_encrypted, key_of, new_key
from tests.db.keeping.encrypted import NOW, TITLE, TODAY, WORDS, told_in
from tests.db.making import count, visit, visit_entered
from tests.db.test_older_stores import SCHEMAS, older

pytest.importorskip("sqlcipher3", reason="the extra bilat[encrypted] is not installed")


# --- what lies on the disk ---


def test_nothing_can_be_read_in_any_file(store: Store, tmp_path: Path) -> None:
    visit_entered(store, date="2026-12-01", title=TITLE)
    back_up_daily(store, TODAY)
    files = [one for one in tmp_path.rglob("*") if one.is_file() and "home" not in one.parts]
    assert {"desk.db", "desk.db-wal", "desk.db-shm", f"daily-{TODAY}.db"} <= {one.name for one in files}
    assert store.path.with_name("desk.db-wal").stat().st_size
    assert told_in(*files) == []
    assert all(stat.S_IMODE(one.stat().st_mode) == 0o600 for one in files)


def test_a_plain_store_can_be_read_in_its_file(plain: Path) -> None:
    assert told_in(plain) == ["desk.db"]


def test_a_new_store_is_encrypted_from_its_first_byte_on(tmp_path: Path, key: Key) -> None:
    with Store.build(tmp_path / "new.db", officer="lead", key=key) as store:
        assert told_in(*(one for one in tmp_path.iterdir() if one.is_file())) == []
        assert store.key == key
    assert is_encrypted(tmp_path / "new.db")
    Store.open(tmp_path / "new.db", key=key).close()


def test_other_programs_open_it_with_the_passphrase(path: Path) -> None:
    with closing(connect_cipher(path, None)) as connection:
        connection.set_key(WORDS)  # type: ignore[attr-defined]
        assert connection.execute("SELECT title FROM visit").fetchall() == [(TITLE,)]


def test_a_key_says_nothing(key: Key) -> None:
    assert repr(key) == "Key(…)"
    assert key.words not in f"{key} {key!r} {[key]}"
    with pytest.raises(TypeError):
        pickle.dumps(key)


# --- who gets in ---


def test_the_passphrase_opens_it_however_the_keyboard_writes_it(path: Path, key: Key) -> None:
    assert key_of(path, WORDS) == key
    assert key_of(path, WORDS.replace("ö", "o\u0308")) == key


def test_a_wrong_passphrase_is_refused_and_changes_nothing(path: Path, tmp_path: Path) -> None:
    before, files = path.read_bytes(), sorted(tmp_path.rglob("*"))
    with pytest.raises(WrongPassphrase, match=r"not the passphrase of desk\.db"):
        key_of(path, "some other words")
    with pytest.raises(NotAStore):
        Store.open(path, key=Key(bytes(32), path.read_bytes()[:16]))
    assert path.read_bytes() == before
    assert sorted(tmp_path.rglob("*")) == files


def test_without_a_passphrase_it_is_said_to_be_encrypted(path: Path, key: Key) -> None:
    with pytest.raises(Encrypted, match="is encrypted"):
        Store.open(path)
    with pytest.raises(Encrypted, match="another passphrase"):
        Store.open(path, key=Key(bytes(32), bytes(16)))
    Store.open(path, key=key).close()


def test_without_the_extra_it_says_how_to_get_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    assert is_encrypted(path)
    with pytest.raises(BilatError, match=r"pip install 'bilat\[encrypted\]'"):
        key_of(path, WORDS)
    with pytest.raises(BilatError, match="Nothing was changed"):
        new_key(WORDS)


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(WrongPassphrase, match="8 characters"):
        new_key("1234567")


def test_noise_and_other_files_are_no_store(tmp_path: Path) -> None:
    for name, content in (
        ("letter", b"Dear colleague, " * 4096),
        ("zeros", bytes(8192)),
        ("odd", os.urandom(5000)),
    ):
        file = tmp_path / name
        file.write_bytes(content)
        assert not is_encrypted(file)
    noise = tmp_path / "noise"
    noise.write_bytes(os.urandom(8192))
    with pytest.raises(NotAStore, match="or not a bilat store"):
        Store.open(noise)


def test_another_programs_encrypted_database_is_left_alone(tmp_path: Path, key: Key) -> None:
    path = tmp_path / "theirs.db"
    with closing(connect_cipher(path, key)) as connection:
        connection.execute("CREATE TABLE notes (text)")
    before = path.read_bytes()
    with pytest.raises(NotAStore, match="another program"):
        Store.open(path, key=key_of(path, WORDS))
    assert path.read_bytes() == before


# --- everything else is as with any other store ---


def test_undo_search_and_what_colleagues_do_are_as_ever(store: Store, key: Key) -> None:
    before = store.generation()
    with closing(Store.open(store.path, officer="amina", key=key)) as colleague:
        visit_entered(colleague, date="2026-12-01", title="Second")
        assert store.generation() != before
        assert count(store, "visit") == 2
        with store.read() as reader:
            assert queries.find_records(reader, TITLE)
            assert reader.value("PRAGMA integrity_check") == "ok"
            assert reader.value("PRAGMA journal_mode") == "wal"
        assert colleague.undo()
        assert colleague.redo()
    assert count(store, "visit") == 2
    assert check(store, lambda _doing: None) == []


def test_one_who_writes_waits_for_another_and_is_told(
    store: Store, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.dialects.engine.PATIENCE_MS", 10)
    with (
        closing(Store.open(store.path, officer="amina", key=key)) as colleague,
        store.write("slow") as session,
    ):
        visit(session, date="2026-12-01")
        session.flush()
        with pytest.raises(Busy, match="Somebody else is writing"):
            visit_entered(colleague)


COMES_AND_GOES = """
import sys
from contextlib import closing
from pathlib import Path
from db import Store
from db.unlocking import key_of
from tests.db.making import visit_entered

path = Path(sys.argv[1])
with closing(Store.open(path, officer="amina", key=key_of(path, sys.argv[2]))) as store:
    visit_entered(store, date="2026-12-01")
"""


def test_a_colleagues_program_that_ends_takes_nothing_with_it(store: Store) -> None:
    for visits in (2, 3):
        subprocess.run([sys.executable, "-c", COMES_AND_GOES, str(store.path), WORDS], check=True)
        assert count(store, "visit") == visits
        assert store.path.with_name("desk.db-wal").exists()


def test_what_is_wrong_is_repaired(store: Store, key: Key) -> None:
    with closing(connect_cipher(store.path, key)) as connection, connection:
        connection.execute("UPDATE event SET title = 'Something else'")
    found = check(store, lambda _doing: None)
    assert [one.about for one in found] == ["lists"]
    kept = repair(store, found, NOW, lambda _doing: None)
    assert kept is not None
    assert told_in(kept) == []
    assert check(store, lambda _doing: None) == []


def test_a_damaged_page_is_told_and_not_read_as_something_else(path: Path, key: Key) -> None:
    content = bytearray(path.read_bytes())
    for at in range(4096 * 3, len(content), 4096):  # a byte of every page but the first ones
        content[at] ^= 1
    path.write_bytes(content)
    with pytest.raises(NotAStore, match="damaged"), closing(Store.open(path, key=key)) as store:
        count(store, "visit")


def test_it_opens_to_be_read_only(path: Path, key: Key) -> None:
    with closing(Store.open(path, officer="lead", read_only=True, key=key)) as store:
        assert count(store, "visit") == 1
        with pytest.raises(ReadOnly):
            visit_entered(store)


def test_in_a_network_folder_it_has_no_wal(path: Path, key: Key, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(Store.open(path, officer="lead", key=key)) as store:
        visit_entered(store)
    monkeypatch.setattr("db.dialects.reading.network_of", lambda _path: "NFS")
    with closing(Store.open(path, officer="lead", key=key)) as store:
        visit_entered(store)
        with store.read() as reader:
            assert reader.value("PRAGMA journal_mode") == "delete"


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda path: path.stem)
def test_an_older_one_is_brought_up_to_date_and_its_copy_is_encrypted(
    schema: Path, tmp_path: Path, key: Key
) -> None:
    path = older(schema, tmp_path / "book.db")
    path.chmod(0o600)
    rekey(path, None, key, officer="lead", at=NOW)
    with closing(Store.open(path, officer="lead", key=key)) as store:
        assert count(store, "visit") == 1
    copy = tmp_path / f"book.before-{REVISION}.db"
    assert told_in(path, copy) == []
    assert has_key(copy, key)
