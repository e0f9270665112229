"""A store becomes encrypted, plain again, and comes back from backups of either kind; nothing is lost on the way."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from db import Store
from db.backups import back_up, back_up_daily, difference, folder_of, kept_in, restore
from db.checking import check
from db.encrypting import copies_of, rekey
from db.errors import BilatError, Busy, WrongPassphrase
from db.unlocking import Key, has_key, is_encrypted, key_of, new_key
from tests.db.keeping.encrypted import NOW, TITLE, TODAY, WORDS, told_in
from tests.db.making import count, every_table, visit_entered

pytest.importorskip("sqlcipher3", reason="the extra bilat[encrypted] is not installed")


# --- backups ---


def test_a_backup_has_the_passphrase_of_its_store_and_comes_back(
    store: Store, key: Key, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    back_up(store, copy)
    before = every_table(store)
    visit_entered(store, date="2026-12-01")
    assert has_key(copy, key)
    assert "visits: 2 now, 1 in the backup" in difference(store.path, copy, key, key).sentences
    replaced = restore(store.path, copy, at=NOW, key=key, backup_key=key)
    assert every_table(store) == before
    assert replaced is not None
    assert told_in(replaced, store.path) == []


def test_a_backup_of_before_the_passphrase_was_changed_comes_back(
    path: Path, key: Key, tmp_path: Path
) -> None:
    copy = shutil.copyfile(path, tmp_path / "copy.db")
    other = new_key("a second one with words")
    rekey(path, key, other, officer="lead", at=NOW)
    with closing(Store.open(path, officer="lead", key=other)) as store:
        visit_entered(store, date="2026-12-01")
        restore(path, copy, at=NOW, key=other, backup_key=key)
        assert count(store, "visit") == 1
    assert has_key(path, other)


def test_a_plain_backup_fills_an_encrypted_store_which_stays_encrypted(
    plain: Path, key: Key, tmp_path: Path
) -> None:
    copy = shutil.copyfile(plain, tmp_path / "copy.db")
    rekey(plain, None, key, officer="lead", at=NOW)
    with closing(Store.open(plain, officer="lead", key=key)) as store:
        visit_entered(store, date="2026-12-01")
        restore(plain, copy, at=NOW, key=key)
        assert count(store, "visit") == 1
    left = [one for one in tmp_path.iterdir() if one.is_file() and one != copy]
    assert told_in(*left) == []


def test_an_encrypted_backup_fills_a_plain_store_which_stays_plain(
    plain: Path, key: Key, tmp_path: Path
) -> None:
    copy = shutil.copyfile(plain, tmp_path / "copy.db")
    rekey(copy, None, key, officer="lead", at=NOW)
    with closing(Store.open(plain, officer="lead")) as store:
        visit_entered(store, date="2026-12-01")
        restore(plain, copy, at=NOW, backup_key=key)
        assert count(store, "visit") == 1
    assert not is_encrypted(plain)
    assert is_encrypted(copy)


def test_a_lost_store_comes_back_encrypted(path: Path, key: Key, tmp_path: Path) -> None:
    restore(tmp_path / "lost.db", path, at=NOW, backup_key=key)
    assert has_key(tmp_path / "lost.db", key)
    assert told_in(tmp_path / "lost.db") == []


# --- from plain to encrypted and back ---


def test_encrypting_keeps_everything_and_takes_the_copies_along(plain: Path, key: Key) -> None:
    with closing(Store.open(plain, officer="lead")) as store:
        back_up_daily(store, TODAY)
        before = every_table(store)
    shutil.copyfile(plain, plain.with_name("desk.before-0002.db"))
    (kept,) = kept_in(folder_of(plain))
    os.utime(kept.path, (1_700_000_000, 1_700_000_000))
    found = rekey(plain, None, key, officer="lead", at=NOW)
    assert (found.copies, found.left, found.overwritten) == (2, [], True)
    assert told_in(plain, *copies_of(plain)) == []
    assert all(has_key(copy, key) for copy in copies_of(plain))
    assert kept_in(folder_of(plain))[0].at.year == 2023
    assert stat.S_IMODE(plain.stat().st_mode) == 0o600
    with closing(Store.open(plain, officer="lead", key=key)) as store:
        assert every_table(store) == before
        assert check(store, lambda _doing: None) == []
        assert store.undo()


def test_decrypting_and_a_new_passphrase_keep_everything(path: Path, key: Key) -> None:
    with closing(Store.open(path, officer="lead", key=key)) as store:
        before = every_table(store)
        back_up_daily(store, TODAY)
    other = new_key("a second one with words")
    assert rekey(path, key, other, officer="lead", at=NOW).copies == 1
    with pytest.raises(WrongPassphrase):
        key_of(path, WORDS)
    assert has_key(kept_in(folder_of(path))[0].path, other)
    assert rekey(path, other, None, officer="lead", at=NOW).copies == 0
    with closing(Store.open(path, officer="lead")) as store:
        assert every_table(store) == before
    assert has_key(kept_in(folder_of(path))[0].path, other)


def test_what_stood_there_is_written_over(plain: Path, key: Key) -> None:
    with plain.open("rb") as old:
        assert TITLE.encode() in old.read()
        rekey(plain, None, key, officer="lead", at=NOW)
        old.seek(0)
        assert not any(old.read())


def test_a_file_with_another_name_is_not_written_over(plain: Path, key: Key, tmp_path: Path) -> None:
    os.link(plain, tmp_path / "other name.db")
    assert not rekey(plain, None, key, officer="lead", at=NOW).overwritten
    assert told_in(tmp_path / "other name.db") == ["other name.db"]
    assert told_in(plain) == []


def test_a_link_goes_on_leading_to_the_store(plain: Path, key: Key, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(plain)
    rekey(link, None, key, officer="lead", at=NOW)
    assert link.is_symlink()
    assert is_encrypted(plain)


COLLEAGUE = """
import sys
from pathlib import Path
from db import Store
from tests.db.making import count, visit_entered

store = Store.open(Path(sys.argv[1]), officer="amina")
print(count(store, "visit"), flush=True)
sys.stdin.readline()
visit_entered(store, date="2026-12-01")
print(count(store, "visit"), flush=True)
"""


def test_while_somebody_has_it_open_it_stays_as_it_is(plain: Path, key: Key, tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", COLLEAGUE, str(plain)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as colleague:
        assert colleague.stdout is not None
        assert colleague.stdout.readline() == "1\n"
        with pytest.raises(Busy, match="open in another program"):
            rekey(plain, None, key, officer="lead", at=NOW)
        assert colleague.communicate("go on\n")[0] == "2\n"
    assert not is_encrypted(plain)
    assert not [one for one in tmp_path.iterdir() if ".new" in one.name]


def test_a_copy_of_somebody_else_s_passphrase_stays(path: Path, key: Key) -> None:
    folder_of(path).mkdir(mode=0o700)
    stranger = Path(shutil.copyfile(path, folder_of(path) / "old.db"))
    rekey(stranger, key, new_key("nobody knows this one"), officer="lead", at=NOW)
    before = stranger.read_bytes()
    rekey(path, key, new_key("a second one with words"), officer="lead", at=NOW)
    assert stranger.read_bytes() == before


KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from db.dialects import converting
from db.dialects.driver import Key
from db.encrypting import rekey

def die(*_arguments):
    os._exit(9)

if sys.argv[2] == "_overwritten":
    writing = os.write
    def half(descriptor, content):
        writing(descriptor, content[:len(content) // 2])
        die()
    os.write = half
else:
    setattr(converting, sys.argv[2], die)
rekey(Path(sys.argv[1]), None, Key.derived(sys.argv[3], bytes(range(16))), officer="lead", at=datetime.now(UTC))
"""


@pytest.mark.parametrize("moment", ["_must_be_alike", "_replace", "_overwritten"])
def test_killed_while_it_is_encrypted_it_is_one_or_the_other_whole(
    plain: Path, key: Key, moment: str
) -> None:
    with closing(Store.open(plain, officer="lead")) as store:
        before = every_table(store)
    done = subprocess.run([sys.executable, "-c", KILLED, str(plain), moment, WORDS], check=False)
    assert done.returncode == 9
    assert is_encrypted(plain) == (moment == "_overwritten")
    with closing(Store.open(plain, officer="lead", key=key)) as store:
        assert every_table(store) == before
        visit_entered(store, date="2026-12-01")
        assert store.undo()
    rekey(plain, key if is_encrypted(plain) else None, key, officer="lead", at=NOW)
    assert not [one for one in plain.parent.iterdir() if ".new" in one.name]


def test_what_is_written_is_compared_with_what_was_there(
    plain: Path, key: Key, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy with one letter changed is not believed."""
    from db.dialects import converting  # noqa: PLC0415 - the module itself is changed

    alike = converting._must_be_alike

    def changed(one: sqlite3.Connection, other: sqlite3.Connection) -> None:
        other.execute("UPDATE visit SET title = 'Zanzibarina'")
        alike(one, other)

    monkeypatch.setattr(converting, "_must_be_alike", changed)
    before = plain.read_bytes()
    with pytest.raises(BilatError, match="not what was there"):
        rekey(plain, None, key, officer="lead", at=NOW)
    assert not is_encrypted(plain)
    assert plain.read_bytes()[100:] == before[100:]
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["desk.db"]


def test_what_a_killed_program_left_in_plain_words_is_gone_when_it_is_opened_again(
    path: Path, key: Key, tmp_path: Path
) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as dead:
        dead.wait()
    left = [
        tmp_path / f".desk{name}.{dead.pid}.new{end}"
        for name, end in ((".db", ""), (".db", "-journal"), (".before-0005.db", ""))
    ]
    others = [tmp_path / f".desk.db.{os.getpid()}.new", tmp_path / ".desk.db.1234567.newer"]
    for one in (*left, *others):
        one.write_text(TITLE)
    Store.open(path, key=key, read_only=True).close()
    assert all(one.exists() for one in left)
    Store.open(path, key=key).close()
    assert not any(one.exists() for one in left)
    assert all(one.exists() for one in others)
