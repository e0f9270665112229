"""The demo: a private copy each time, gone at the end, built once a day, and kept where asked."""

from __future__ import annotations

import shutil
import signal
import stat
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

import seeds
from db import Store
from db.errors import BilatError, NotAStore
from tests.tui.terminal import BILAT, Terminal
from tui import demo, run
from tui.cli import main
from tui.config import Settings
from tui.paths import cache_folder

TODAY = date(2026, 11, 21)


class Built(list[date]):
    """The days that a demo store was built for."""


@pytest.fixture
def built(demo_file: Path, monkeypatch: pytest.MonkeyPatch) -> Built:
    """Takes the session's demo store instead of building another one, and remembers that it did."""
    days = Built()

    def create_demo(path: Path, *, today: date, officer: str) -> Store:
        days.append(today)
        shutil.copy(demo_file, path)
        return Store.open(path, officer=officer)

    monkeypatch.setattr(seeds, "create_demo", create_demo)
    return days


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder in which anything left behind is seen."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


def test_the_copy_is_private_and_gone_at_the_end(built: Built, temporary: Path) -> None:
    with demo.passing_demo(today=TODAY, officer="o") as path:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        assert temporary in path.parents
        Store.open(path).close()
    assert list(temporary.iterdir()) == []
    assert built == [TODAY]


def test_the_copy_is_gone_after_a_failure_too(built: Built, temporary: Path) -> None:
    with pytest.raises(ZeroDivisionError), demo.passing_demo(today=TODAY, officer="o"):
        raise ZeroDivisionError
    assert list(temporary.iterdir()) == []
    assert built


def test_a_day_needs_one_building(built: Built, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        with demo.passing_demo(today=TODAY, officer="o") as path:
            path.write_bytes(b"an officer tries things")
    assert built == [TODAY]
    assert capsys.readouterr().err == "Preparing the demo store …\n"


@pytest.mark.parametrize(("today", "officer"), [(TODAY + timedelta(days=1), "o"), (TODAY, "somebody else")])
def test_another_day_or_officer_builds_another_and_removes_the_old(
    today: date, officer: str, built: Built
) -> None:
    with demo.passing_demo(today=TODAY, officer="o"):
        (first,) = cache_folder().iterdir()
    with demo.passing_demo(today=today, officer=officer):
        (second,) = cache_folder().iterdir()
    assert first.name != second.name
    assert len(built) == 2


def test_the_cache_is_private(built: Built) -> None:
    with demo.passing_demo(today=TODAY, officer="o"):
        assert built
    assert stat.S_IMODE(cache_folder().stat().st_mode) == 0o700
    assert [stat.S_IMODE(file.stat().st_mode) & 0o077 for file in cache_folder().iterdir()] == [0]


def test_without_a_cache_it_is_built_where_it_is_used(built: Built, home: Path, temporary: Path) -> None:
    (home / "cache").write_text("a file where the folder should be")
    for _ in range(2):
        with demo.passing_demo(today=TODAY, officer="o") as path:
            Store.open(path).close()
    assert len(built) == 2
    assert list(temporary.iterdir()) == []


def test_a_building_that_fails_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, temporary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(path: Path, **_: object) -> None:
        path.write_text("half")
        raise NotAStore("The disk is full.")

    monkeypatch.setattr(seeds, "create_demo", fail)
    monkeypatch.setattr(run, "need_a_terminal", lambda: None)
    assert main(["--demo"]) == 3
    assert "bilat: The disk is full.\n" in capsys.readouterr().err
    assert list(temporary.iterdir()) == []
    assert list(cache_folder().iterdir()) == []


# --- keeping it -------------------------------------------------------------------------------------------


def test_a_kept_demo_stays_and_opens_again(built: Built, tmp_path: Path) -> None:
    path = tmp_path / "demo.db"
    demo.kept_demo(path, today=TODAY, officer="o")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = path.read_bytes()
    demo.kept_demo(path, today=TODAY + timedelta(days=1), officer="o")
    assert path.read_bytes() == before
    assert built == [TODAY]
    Store.open(path).close()


def test_another_file_is_never_taken_for_a_demo(
    built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "need_a_terminal", lambda: None)
    path = tmp_path / "letter.txt"
    path.write_text("Dear colleague,\n")
    assert main(["--demo", "--keep", str(path)]) == 3
    assert "not a bilat store" in capsys.readouterr().err
    assert path.read_text() == "Dear colleague,\n"
    assert built == []


def test_a_demo_is_not_kept_in_a_folder_that_does_not_exist(built: Built, tmp_path: Path) -> None:
    with pytest.raises(NotAStore, match="does not exist"):
        demo.kept_demo(tmp_path / "typo" / "demo.db", today=TODAY, officer="o")
    assert built == []


def test_a_file_that_appears_meanwhile_is_not_overwritten(built: Built, tmp_path: Path) -> None:
    path = tmp_path / "demo.db"
    path.write_text("somebody was quicker")
    with pytest.raises(BilatError, match="could not be copied"):
        demo.make_demo(path, today=TODAY, officer="o")
    assert path.read_text() == "somebody was quicker"
    assert built


# --- as the officer sees it -------------------------------------------------------------------------------


@pytest.mark.parametrize(("words", "desk"), [([], "MA"), (["--desk", "ES"], "ES")])
def test_the_demo_is_the_moroccan_desk_unless_asked(
    words: list[str],
    desk: str,
    built: Built,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[tuple[str, bool]] = []

    def show(store: Store, settings: Settings, *, is_demo: bool = False, first: object = None) -> int:
        assert first is None
        store.close()
        seen.append((settings.desk, is_demo))
        return 0

    monkeypatch.setattr(run, "need_a_terminal", lambda: None)
    monkeypatch.setattr(run, "show", show)
    monkeypatch.setenv("BILAT_DESK", "DE")
    assert main(["--demo", *words]) == 0
    assert seen == [(desk, True)]
    assert built == [run.today()]


@pytest.fixture
def ready_cache(demo_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache that holds today's demo already, so that the program in the terminal need not build it."""
    monkeypatch.setenv("BILAT_OFFICER", "o")
    monkeypatch.setattr(demo, "_build", lambda path, *_: shutil.copyfile(demo_file, path))
    with demo.passing_demo(today=run.today(), officer="o"):
        pass
    assert list(cache_folder().glob("demo-*.db"))


def quit_by_key(terminal: Terminal) -> None:
    terminal.press("q")


def end_from_outside(terminal: Terminal) -> None:
    terminal.process.send_signal(signal.SIGTERM)


def close_the_window(terminal: Terminal) -> None:
    terminal.process.send_signal(signal.SIGHUP)


@pytest.mark.parametrize(
    ("leave", "code"), [(quit_by_key, 0), (end_from_outside, 143), (close_the_window, 129)]
)
@pytest.mark.usefixtures("ready_cache")
def test_the_demo_opens_says_so_and_leaves_nothing(
    leave: Callable[[Terminal], None], code: int, temporary: Path
) -> None:
    with Terminal([*BILAT, "--demo"]) as terminal:
        terminal.wait_for("Country pairs")
        assert "demo" in terminal.output
        assert len(list(temporary.glob("bilat-demo-*/demo.db"))) == 1
        leave(terminal)
        assert terminal.wait() == code
    assert "\x1b[?1049l" in terminal.output
    assert "Traceback" not in terminal.output
    assert list(temporary.iterdir()) == []


def test_keys_typed_while_the_examples_are_made_are_kept_for_the_screen() -> None:
    with Terminal([*BILAT, "--demo"]) as terminal:
        terminal.wait_for("Preparing the demo store")
        terminal.press("4")
        terminal.press("\r")
        terminal.wait_for("Overview")  # 4 went to the timeline, and Enter opened its first event
        before, _, _ = terminal.output.partition("\x1b[?1049h")
        assert before.split() == ["Preparing", "the", "demo", "store", "…"]
        terminal.press("q")
        assert terminal.wait() == 0


def test_ending_it_while_the_examples_are_made_leaves_nothing(temporary: Path) -> None:
    with Terminal([*BILAT, "--demo"]) as terminal:
        terminal.wait_for("Preparing the demo store")
        end_from_outside(terminal)
        assert terminal.wait() == 143
    assert list(temporary.iterdir()) == []
    assert list(cache_folder().iterdir()) == []
