"""A program that is killed has lost nothing that it had acknowledged, and left no half of anything."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from db import Store
from db.checking import check
from tests.db.keeping.busy_officer import digest, steps
from tests.db.making import visit_entered

ROUNDS = int(os.environ.get("BILAT_CRASHES", "4"))
ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_kill_at_any_moment_loses_nothing_and_leaves_no_half(
    small_file: Path, tmp_path: Path, seed: int
) -> None:
    path = tmp_path / "desk.db"
    shutil.copyfile(small_file, path)
    chance = random.Random(seed)  # noqa: S311 - the same moments for the same seed
    acknowledged = _work_and_kill(path, seed, answers=chance.randint(0, 12), bytes_more=chance.randint(0, 60))
    with closing(Store.open(path, officer="lead")) as store:
        if acknowledged:
            count, was = acknowledged[-1].split()
            assert steps(store) - int(count) in (0, 1), (
                "what was acknowledged is there, and one step more at most"
            )
            if steps(store) == int(count):
                assert digest(store) == was
        assert check(store, lambda _doing: None) == []
        visit_entered(store, date="2026-12-01")
        assert store.undo()


def _work_and_kill(path: Path, seed: int, *, answers: int, bytes_more: int) -> list[str]:
    """Let an officer work, and kill the process while it does what follows some of its answers.

    Args:
        path: the store.
        seed: of the work.
        answers: after how many of them.
        bytes_more: how much of the log the next piece of work may have written by then.
    """
    officer = subprocess.Popen(
        [sys.executable, "-m", "tests.db.keeping.busy_officer", str(path), str(seed)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert officer.stdout is not None
    lines = [officer.stdout.readline() for _ in range(answers)]
    wal = Path(f"{path}-wal")
    until = _size(wal) + bytes_more * 1024
    while officer.poll() is None and bytes_more and _size(wal) < until and _size(wal):
        pass
    officer.kill()
    rest, _ = officer.communicate()
    return [line for line in (*lines, *rest.splitlines(keepends=True)) if line.endswith("\n")]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
