"""Several who write to one store at once lose nothing of each other's, and nobody is told that it is locked."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from db import Store
from db.checking import check
from tests.db.making import count, followup

COLLEAGUES = int(os.environ.get("BILAT_COLLEAGUES", "3"))
TIMES = int(os.environ.get("BILAT_TIMES", "20"))
ROOT = Path(__file__).resolve().parents[3]


def test_nobody_loses_what_another_writes_and_undo_stays_ones_own(small_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    shutil.copyfile(small_file, path)
    with closing(Store.open(path, officer="lead")) as store:
        with store.write("two follow-ups") as session:
            followup(session, text="Ring them")
            followup(session, text="Count", note="0")
        colleagues = [
            subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "tests.db.keeping.colleague",
                    str(path),
                    f"officer {number}",
                    str(TIMES),
                ],
                cwd=ROOT,
                stdout=subprocess.PIPE,
                text=True,
            )
            for number in range(COLLEAGUES)
        ]
        done = threading.Event()

        def keep_reading() -> int:
            reads = 0
            while not done.is_set():
                assert count(store, "log_entry") <= COLLEAGUES * TIMES
                reads += 1
            return reads

        with ThreadPoolExecutor() as threads:
            reader = threads.submit(keep_reading)
            said = [colleague.communicate()[0] for colleague in colleagues]
            done.set()
            assert reader.result() > TIMES, "who only reads waits for nobody"
        assert said == [""] * COLLEAGUES
        assert [colleague.returncode for colleague in colleagues] == [0] * COLLEAGUES
        assert count(store, "log_entry") == COLLEAGUES * TIMES
        assert count(store, "followup", "id = 2 AND note = :note", note=str(COLLEAGUES * TIMES)) == 1
        assert check(store, lambda _doing: None) == []


def test_who_waits_is_not_sent_away_while_the_others_get_on(
    small_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "desk.db"
    shutil.copyfile(small_file, path)
    monkeypatch.setattr("db.dialects.engine.PATIENCE_MS", 100)
    with closing(Store.open(path)) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        with store.write("a follow-up") as session:
            followup(session, text="Ring them")
        other.execute("BEGIN IMMEDIATE")
        with ThreadPoolExecutor() as threads:
            waiting = threads.submit(_another, store)
            until = time.monotonic() + 0.5
            while time.monotonic() < until and not waiting.done():
                other.execute("UPDATE followup SET note = coalesce(note, '') || '.' WHERE id = 1")
                other.execute("COMMIT")
                other.execute("BEGIN IMMEDIATE")
            other.execute("ROLLBACK")
            waiting.result()
        assert count(store, "followup") == 2


def _another(store: Store) -> None:
    with store.write("another") as session:
        followup(session, text="Write to them")
