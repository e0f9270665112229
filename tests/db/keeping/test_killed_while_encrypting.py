"""A store whose key is being changed, killed at any moment: with the one key or the other all is there, drafts too."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from db import Store
from db.checking import check
from db.encrypting import rekey
from db.unlocking import Key, has_key, is_encrypted, key_of, new_key
from tests.conftest import OFFICER
from tests.db.keeping.test_crashes import what_lies_there
from tests.db.making import count
from tests.tui.locked import DRAFT, NOW, WORDS
from tui.beside import write_beside
from tui.drafts_beside import settle
from tui.unfinished import Unfinished

pytest.importorskip("sqlcipher3", reason="the extra bilat[encrypted] is not installed")

ROUNDS = int(os.environ.get("BILAT_CRASHES", "2"))
OTHER = "a second one with words"
DEAD = 9
DIES = """
import os, sys
from db.dialects import converting
from tui.cli import main

setattr(converting, sys.argv[1], lambda *_arguments: os._exit(9))
main(sys.argv[2:])
"""
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True)
def a_minute_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was being written is taken away only when nobody can be writing it any more."""
    monkeypatch.setattr("tui.drafts_beside._BEING_WRITTEN", -1)


@pytest.mark.parametrize("word", ["encrypt", "decrypt", "passphrase"])
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_nothing_is_lost_whenever_it_is_killed(
    small_file: Path, tmp_path: Path, word: str, seed: int
) -> None:
    desk = _desk(small_file, tmp_path, word)
    chance = random.Random(f"{word} {seed}")  # noqa: S311 - the same moments for the same seed
    _run_and_kill(["-m", "tui"], word, tmp_path, changes=chance.randint(1, 40))
    _must_be_whole(desk)


@pytest.mark.parametrize("word", ["encrypt", "decrypt", "passphrase"])
@pytest.mark.parametrize("moment", ["_replace", "_overwritten"])
def test_no_draft_is_lost_where_the_store_just_has_its_new_key_or_not_yet(
    small_file: Path, tmp_path: Path, word: str, moment: str
) -> None:
    desk = _desk(small_file, tmp_path, word)
    _run_and_kill(["-c", DIES, moment], word, tmp_path)
    assert (_key_now(desk) == desk.key) == (moment == "_replace")
    _must_be_whole(desk)


class Desk(NamedTuple):
    """A store of many countries with a draft beside it, and what opens them."""

    path: Path
    key: Key | None
    countries: int


def _desk(small_file: Path, folder: Path, word: str) -> Desk:
    path = folder / "desk.db"
    shutil.copyfile(small_file, path)
    path.chmod(0o600)
    with closing(Store.open(path)) as store:
        countries = count(store, "country")
    key = None if word == "encrypt" else new_key(WORDS)
    if key is not None:
        rekey(path, None, key, officer=OFFICER, at=NOW)
    typed = {OFFICER: {"entry": {"text": DRAFT, "at": NOW.isoformat()}}}
    write_beside(path.with_name("desk.db.unfinished"), typed, key)
    return Desk(path, key, countries)


def _key_now(desk: Desk) -> Key | None:
    if not is_encrypted(desk.path):
        return None
    return key_of(desk.path, WORDS if has_key(desk.path, desk.key) else OTHER)


def _must_be_whole(desk: Desk) -> None:
    key, folder = _key_now(desk), desk.path.parent
    with closing(Store.open(desk.path, officer=OFFICER, key=key)) as store:
        assert count(store, "country") == desk.countries
        assert check(store, lambda _doing: None) == []
    settle(desk.path, key)
    found = Unfinished(desk.path, OFFICER, lambda: NOW, key).find("entry")
    assert found is not None
    assert found.text == DRAFT
    left = [one for one in folder.iterdir() if one.is_file() and "passphrase" not in one.name]
    left = [one for one in left if not _is_journal_of_nothing(one)]
    assert {one.name for one in left} <= {"desk.db", "desk.db.unfinished", "desk.db-wal", "desk.db-shm"}
    assert key is None or not any(b"Zanzibarine" in one.read_bytes() for one in left)


def _is_journal_of_nothing(file: Path) -> bool:
    """SQLite leaves a journal that was just begun, and takes it for none."""
    return file.name == "desk.db-journal" and not file.read_bytes()[:1].strip(b"\0")


def _run_and_kill(program: list[str], word: str, folder: Path, changes: int = 0) -> None:
    """Run a word of the shell, and kill it after so many changes of what lies in the folder, if it lives so long."""
    present, other = folder / "present passphrase", folder / "other passphrase"
    present.write_text(f"{WORDS}\n", encoding="utf-8")
    other.write_text(f"{OTHER}\n", encoding="utf-8")
    words = [word, "--store", str(folder / "desk.db")]
    words += [] if word == "decrypt" else ["--passphrase-file", str(other)]
    with subprocess.Popen(
        [sys.executable, *program, *words],
        cwd=ROOT,
        env={**os.environ, "BILAT_UNLOCK": f"cat '{present}'"},
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    ) as running:
        if not changes:
            assert running.wait() == DEAD
            return
        seen = what_lies_there(folder)
        while changes and running.poll() is None:
            now = what_lies_there(folder)
            changes -= now != seen
            seen = now
        running.kill()
