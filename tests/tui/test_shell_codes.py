"""Exit codes and streams as scripts meet them: the program itself, run by a shell."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.tui.terminal import surroundings
from tui.cli import main

if TYPE_CHECKING:
    from db import Store


def ran(words: list[str], *, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tui", *words],
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        env=surroundings(),
    )


@pytest.fixture
def path(demo_store: Store) -> Path:
    demo_store.close()
    return demo_store.path


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["due"], 0),
        (["keys", "no such words"], 1),
        (["due", "--nonsense"], 2),
        (["add", "gibberish:"], 2),
        (["show", "V-1999-001"], 4),
        (["show", "Morocco"], 5),
        (["add", "MA>ES 28-29 jan 2025"], 5),
    ],
)
def test_a_word_ends_with_its_code_and_one_sentence(path: Path, words: list[str], code: int) -> None:
    done = ran([words[0], "--store", str(path), *words[1:]])
    assert done.returncode == code
    if code:
        assert done.stderr
        assert "Traceback" not in done.stderr


def test_where_there_is_no_store_the_sentence_says_what_makes_one(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "my desk.db"
    assert main(["due", "--store", str(missing)]) == 3
    assert capsys.readouterr().err.endswith(
        f"There is no store at {missing}; `bilat --store '{missing}'` makes one.\n"
    )
    assert main(["due"]) == 3
    told = capsys.readouterr().err
    assert str(home) in told
    assert told.endswith("; `bilat` makes one.\n")
    assert not missing.exists()


def test_what_is_no_store_ends_with_3(tmp_path: Path) -> None:
    assert ran(["due", "--store", str(tmp_path / "none.db")]).returncode == 3


def test_a_store_that_another_writes_to_ends_with_6(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        assert ran(["add", "--store", str(path), "MA>PT 3 mar 2027"]).returncode == 6
    finally:
        other.close()


def test_what_is_told_comes_out_whole_before_the_program_ends(path: Path) -> None:
    done = ran(["add", "--store", str(path), "-"], typed="MA>PT 3 mar 2027\nMA>IT 4 mar 2027\n")
    assert done.returncode == 0
    assert done.stdout.splitlines() == ["V-2027-001", "V-2027-002"]
    assert len(done.stderr.splitlines()) == 2


def test_a_pipe_that_nobody_reads_is_no_reason_to_speak(path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "tui", "export", "--store", str(path)],
            stdout=writing,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env=surroundings(),
        )
    finally:
        os.close(writing)
    assert done.returncode == 141
    assert done.stderr == ""


@pytest.mark.parametrize("words", [["due"], ["show", "MA-ES"], ["search", "police"], ["brief", "MA-ES"]])
def test_no_colour_goes_into_a_pipe(path: Path, words: list[str]) -> None:
    done = ran([*words, "--store", str(path)])
    assert "\x1b" not in done.stdout + done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("buffered", ["", "1"], ids=["buffered", "unbuffered"])
@pytest.mark.parametrize("words", [["due", "--all"], ["export"], ["add", "MA>QA 2 mar 2019"], ["--version"]])
def test_a_full_device_is_told_in_a_sentence(path: Path, words: list[str], buffered: str) -> None:
    here = surroundings() | {"PYTHONUNBUFFERED": buffered, "BILAT_STORE": str(path)}
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tui", *words],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env=here,
        )
    assert done.returncode == 1
    assert "bilat: The output could not be written: No space left on device." in done.stderr
    assert "mistake" not in done.stderr
    assert "Exception" not in done.stderr


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_is_written_to_all_the_same(path: Path, closed: str, tmp_path: Path) -> None:
    command = f'exec "{sys.executable}" -m tui "$@" {closed}'
    line = ["bash", "-c", command, "bilat", "add", "--store", str(path), "MA>QA 2 mar 2019"]
    done = subprocess.run(line, capture_output=True, text=True, check=False, env=surroundings())
    assert done.returncode == 0
    assert "mistake" not in done.stderr
    shown = ran(["show", "--store", str(path), "V-2019-001"])
    assert (shown.returncode, "Visit MA→QA" in shown.stdout) == (0, True)
    assert list(tmp_path.rglob("crashes")) == []
