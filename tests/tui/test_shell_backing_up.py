"""`bilat backup` and `bilat restore` at length: how far they are, and Ctrl+C that leaves all as it was."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db.backups import folder_of
from db.dialects import sqlite
from tests.db.making import count
from tui.cli import main
from tui.shell import progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from db import Store


@pytest.fixture
def wanted(demo_store: Store) -> list[str]:
    return ["--store", str(demo_store.path)]


@pytest.fixture
def pressed_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Press Ctrl+C as soon as some words are on the terminal; nothing for none."""

    def press(words: str) -> None:
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
        monkeypatch.setattr(progress, "_EVERY_SECONDS", 0.0)
        write = sys.stderr.write

        def written(line: str) -> int:
            if words and words in line:
                os.kill(os.getpid(), signal.SIGINT)
            return write(line)

        monkeypatch.setattr(sys.stderr, "write", written)

    return press


def kept(store: Store) -> list[Path]:
    """All that lies among the backups, hidden or not."""
    folder = folder_of(store.path)
    return sorted(folder.iterdir()) if folder.exists() else []


def test_a_backup_says_how_far_it_is(
    wanted: list[str], pressed_at: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    pressed_at("")
    assert main(["backup", *wanted]) == 0
    told = capsys.readouterr().err
    assert "\rcopying pages " in told
    assert "\rreading the copy …" in told
    assert told.rpartition("\r")[2].startswith("Backed up and read again: ")


@pytest.mark.parametrize("words", ["copying pages", "reading the copy"])
def test_a_backup_that_is_stopped_leaves_nothing(
    demo_store: Store,
    wanted: list[str],
    pressed_at: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
    words: str,
) -> None:
    pressed_at(words)
    assert main(["backup", *wanted]) == 130
    assert "Stopped. No backup was made." in capsys.readouterr().err
    assert kept(demo_store) == []


@pytest.mark.parametrize("words", ["reading the copy", "copying pages", "putting pages back"])
def test_a_restore_that_is_stopped_leaves_the_store_as_it_was(
    demo_store: Store,
    wanted: list[str],
    pressed_at: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: str,
) -> None:
    assert main(["backup", *wanted]) == 0
    backup = capsys.readouterr().out.strip()
    main(["add", *wanted, "MA>DE 3 feb 2027"])
    visits = count(demo_store, "visit")
    pressed_at(words)
    monkeypatch.setattr(sqlite, "_COPIED_AT_ONCE", 16)  # the whole store would go at once
    assert main(["restore", "--yes", *wanted, backup]) == 130
    assert "Stopped. Nothing was left half done." in capsys.readouterr().err
    assert count(demo_store, "visit") == visits
    assert kept(demo_store) == [Path(backup)]
    assert main(["check", *wanted]) == 0


def test_a_restore_that_is_stopped_after_its_last_page_says_that_it_is_done(
    demo_store: Store,
    wanted: list[str],
    pressed_at: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["backup", *wanted]) == 0
    backup = capsys.readouterr().out.strip()
    visits = count(demo_store, "visit")
    main(["add", *wanted, "MA>DE 3 feb 2027"])
    pressed_at("putting pages back")
    assert main(["restore", "--yes", *wanted, backup]) == 0
    assert "Restored. The store as it was is in " in capsys.readouterr().err
    assert count(demo_store, "visit") == visits
    assert len(kept(demo_store)) == 2
