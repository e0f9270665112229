"""What a killed program has left half written goes with the next writing, and nothing else does."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from db.private_file import in_place_of, write_over

KILLED = """
import os, sys
from pathlib import Path
from db.private_file import in_place_of
with in_place_of(Path(sys.argv[1])) as new:
    new.write_bytes(b"half of")
    print(flush=True)
    if sys.argv[2] == "killed":
        os.kill(os.getpid(), 9)
    sys.stdin.read()
"""


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir() if one.name != "home")


def killed_while_writing(path: Path) -> None:
    found = subprocess.run([sys.executable, "-c", KILLED, str(path), "killed"], check=False)
    assert found.returncode == -signal.SIGKILL


def test_what_a_killed_program_left_goes_with_the_next_writing(tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    path.write_bytes(b"as it was")
    killed_while_writing(path)
    assert len(names(tmp_path)) == len(["all.json", "what it left"])
    assert path.read_bytes() == b"as it was"
    write_over(path, b"as it is")
    assert names(tmp_path) == ["all.json"]
    assert path.read_bytes() == b"as it is"


def test_what_a_living_program_writes_stays(tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path), "lives"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        assert other.stdin
        other.stdout.readline()
        write_over(path, b"mine")
        assert len(names(tmp_path)) == len(["all.json", "what it writes"])
        other.stdin.close()
    assert names(tmp_path) == ["all.json"]
    assert path.read_bytes() == b"half of"


def test_files_that_are_only_called_so_stay(tmp_path: Path) -> None:
    (tmp_path / ".all.json.settings").write_text("an officer's own")
    (tmp_path / ".other.json.abc.half-written").write_text("of another file")
    os.mkfifo(tmp_path / ".all.json.a.half-written")
    (tmp_path / ".all.json.b.half-written").mkdir()
    (tmp_path / ".all.json.c.half-written").symlink_to(tmp_path / ".all.json.settings")
    before = names(tmp_path)
    write_over(tmp_path / "all.json", b"mine")
    assert names(tmp_path) == sorted([*before, "all.json"])
    assert (tmp_path / ".all.json.settings").read_text() == "an officer's own"


def test_a_name_as_long_as_names_can_be_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / ("ب" * 120 + ".json")
    path.write_bytes(b"as it was")
    write_over(path, b"as it is")
    assert path.read_bytes() == b"as it is"
    assert names(tmp_path) == [path.name]


def test_what_could_not_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no room"), in_place_of(tmp_path / "all.json"):
        raise OSError("no room")
    assert names(tmp_path) == []
