"""A program that is killed has lost nothing that it had acknowledged, and left no half of anything."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

import pytest

from db import Store
from db.checking import check
from tests.db.keeping.busy_officer import being_typed, digest, steps
from tests.db.making import count, visit_entered
from tests.db.test_older_stores import SCHEMAS, older

ROUNDS = int(os.environ.get("BILAT_CRASHES", "4"))
ROOT = Path(__file__).resolve().parents[3]


class Told(NamedTuple):
    """What the store has acknowledged last: how many steps, what it holds, how many words were being typed."""

    steps: int
    holds: str
    words: int


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_kill_at_any_moment_loses_nothing_and_leaves_no_half(
    small_file: Path, tmp_path: Path, seed: int
) -> None:
    path = tmp_path / "desk.db"
    chance = random.Random(seed)  # noqa: S311 - the same moments for the same seed
    from_before = seed % 4 == 3  # every fourth one is brought up to date first, or killed at that
    if from_before:
        older(chance.choice(SCHEMAS), path)
        answers = chance.choice((0, 0, 0, 2))
    else:
        shutil.copyfile(small_file, path)
        answers = chance.randint(0, 12)
    told = _work_and_kill(path, seed, answers=answers, changes=chance.randint(0, 30))
    with closing(Store.open(path, officer="lead")) as store:
        if told:
            assert steps(store) - told.steps in (0, 1), "what was acknowledged is there, and one step at most"
            if steps(store) == told.steps:
                assert digest(store) == told.holds
            assert being_typed(store) - told.words in (0, 1), "what was being typed is offered again"
        assert check(store, lambda _doing: None) == []
        if from_before and not told:
            assert count(store, "visit", "ref = 'V-2025-001'") == 1
        visit_entered(store, date="2026-12-01")
        assert store.undo()


def _work_and_kill(path: Path, seed: int, *, answers: int, changes: int) -> Told | None:
    """Let an officer work, and kill the process in the middle of something.

    Args:
        path: the store.
        seed: of the work.
        answers: after how many of its answers.
        changes: after how many more changes of what lies in the folder, as far as they are seen.
    """
    officer = subprocess.Popen(
        [sys.executable, "-m", "tests.db.keeping.busy_officer", str(path), str(seed)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert officer.stdout is not None
    lines = [officer.stdout.readline() for _ in range(answers)]
    seen = what_lies_there(path.parent)
    while changes and officer.poll() is None:
        now = what_lies_there(path.parent)
        changes -= now != seen
        seen = now
    officer.kill()
    rest, _ = officer.communicate()
    assert officer.returncode == -signal.SIGKILL, "it works until it is killed"
    whole = [line for line in (*lines, *rest.splitlines(keepends=True)) if line.endswith("\n")]
    if not whole:
        return None
    number, holds, words = whole[-1].split()
    return Told(int(number), holds, int(words))


def what_lies_there(folder: Path) -> list[tuple[str, int, int]]:
    """What lies in a folder: names, sizes, times."""
    looks = []
    for entry in os.scandir(folder):
        with suppress(FileNotFoundError):
            looks.append((entry.name, entry.stat().st_size, entry.stat().st_mtime_ns))
    return sorted(looks)
