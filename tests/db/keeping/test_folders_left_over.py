"""Copies of a store that a killed program was working on do not lie about for ever."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from db import Store
from db.workroom import workroom
from tui.shell.check import check

NAME = ".desk.check-"
AT_WORK = """
import sys, time
from pathlib import Path
from db.workroom import workroom
with workroom(sys.argv[1], Path(sys.argv[2])) as folder:
    (folder / "desk.db").write_text("a copy")
    print(folder, flush=True)
    sys.stdin.read()
"""


def killed(parent: Path, name: str = NAME) -> Path:
    """What a program leaves that was killed in the middle of its work."""
    with subprocess.Popen(
        [sys.executable, "-c", AT_WORK, name, str(parent)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        folder = Path(program.stdout.readline().strip())
        program.send_signal(signal.SIGKILL)
    assert (folder / "desk.db").exists()
    return folder


def aged(folder: Path, hours: float = 2) -> Path:
    then = time.time() - hours * 3600
    for one in (*folder.iterdir(), folder):
        os.utime(one, (then, then), follow_symlinks=False)
    return folder


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()} - {"home"}


def test_the_next_program_takes_away_what_a_killed_one_left(tmp_path: Path) -> None:
    left = aged(killed(tmp_path))
    with workroom(NAME, tmp_path) as folder:
        assert names(tmp_path) == {folder.name}
        assert folder.stat().st_mode & 0o777 == 0o700
    assert names(tmp_path) == set()
    assert not left.exists()


@pytest.mark.parametrize("what", ["young", "at work", "written to", "another word's", "a link", "a file"])
def test_what_may_be_somebody_elses_stays(tmp_path: Path, what: str) -> None:
    left = killed(tmp_path, ".desk.restore-" if what == "another word's" else NAME)
    if what == "at work":  # a process that lives
        left = left.rename(tmp_path / f"{NAME}{os.getpid()}-abcdefgh")
    if what != "young":
        aged(left)
    if what == "written to":
        os.utime(left / "desk.db")
    if what == "a link":
        kept = left.rename(tmp_path / "kept")
        left.symlink_to(kept, target_is_directory=True)
    if what == "a file":
        aged(left).rename(tmp_path / "kept")
        left.write_text("mine", "utf-8")
        os.utime(left, (1, 1))
    before = names(tmp_path)
    with workroom(NAME, tmp_path):
        pass
    assert names(tmp_path) == before
    if what == "a link":
        assert (tmp_path / "kept" / "desk.db").exists()


def test_a_check_takes_away_the_copy_of_one_that_was_killed(demo_store: Store) -> None:
    folder = demo_store.path.parent
    left = aged(killed(folder, f".{demo_store.path.stem}.check-"))
    assert check(["--store", str(demo_store.path)]) == 0
    assert not left.exists()
