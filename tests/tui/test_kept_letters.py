"""Every letter is kept as it is typed, and quickly."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from db.private_file import write_within
from tui.beside import read_beside, write_beside


def test_a_shorter_text_leaves_nothing_of_the_longer_one(tmp_path: Path) -> None:
    path = tmp_path / "book.db.unfinished"
    write_beside(path, {"officer": {"entry": {"text": "MA>ES 3 feb secret"}}})
    write_beside(path, {"officer": {"entry": {"text": "MA"}}})
    assert read_beside(path) == {"officer": {"entry": {"text": "MA"}}}
    assert b"secret" not in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_letter_waits_for_no_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "book.db.unfinished"
    write_beside(path, {"officer": {"entry": {"text": "M"}}})
    monkeypatch.setattr(Path, "replace", None)
    write_beside(path, {"officer": {"entry": {"text": "MA"}}})
    assert read_beside(path) == {"officer": {"entry": {"text": "MA"}}}


@pytest.mark.parametrize("length", [4096, 4097, 20_000])
def test_a_long_text_is_kept_whole(tmp_path: Path, length: int) -> None:
    path = tmp_path / "book.db.unfinished"
    path.write_text("{}")
    data = json.dumps("x" * (length - 2)).encode()
    assert write_within(path, data) == (length <= 4096), "a killed program may leave two pages half written"
    everybody = {"officer": {"form": {"text": "x" * length}}}
    write_beside(path, everybody)
    assert read_beside(path) == everybody
    write_beside(path, {"officer": {"form": {"text": "y"}}})
    assert read_beside(path) == {"officer": {"form": {"text": "y"}}}


def test_another_file_is_never_written_through_a_link(tmp_path: Path) -> None:
    victim, path = tmp_path / "victim", tmp_path / "book.db.unfinished"
    victim.write_text("precious")
    path.symlink_to(victim)
    assert not write_within(path, b"{}")
    path.unlink()
    os.link(victim, path)
    assert not write_within(path, b"{}")
    assert victim.read_text() == "precious"


def test_what_is_not_there_or_no_file_is_left_alone(tmp_path: Path) -> None:
    assert not write_within(tmp_path / "nothing", b"{}")
    os.mkfifo(tmp_path / "pipe")
    assert not write_within(tmp_path / "pipe", b"{}"), "it would wait for somebody who reads"
