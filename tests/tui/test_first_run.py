"""The first start: a question, then a store of one's own, the examples, or nothing at all."""

from __future__ import annotations

import signal
import stat
from pathlib import Path

import pytest

from db import BilatError, Store, queries
from tests.tui.terminal import BILAT, Terminal
from tui import run
from tui.cli import main
from tui.config import Settings, load_settings
from tui.paths import default_store, settings_file
from tui.screens import welcome
from tui.screens.welcome import Welcome


class Opened(list[tuple[Path, str, bool]]):
    """Path, desk and "is it the demo" of every dashboard that was opened."""


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    seen = Opened()

    def show(store: Store, settings: Settings, *, is_demo: bool = False, first: str = "") -> int:
        assert not first, "the dashboard opens where it always does"
        with store.read() as reader:
            assert queries.countries(reader)
        store.close()
        seen.append((store.path, settings.desk, is_demo))
        return 0

    monkeypatch.setattr(run, "need_a_terminal", lambda: None)
    monkeypatch.setattr(run, "show", show)
    return seen


def answer_with(monkeypatch: pytest.MonkeyPatch, answer: Welcome | None) -> None:
    monkeypatch.setattr(welcome, "ask", lambda _settings: answer)


def test_the_first_start_makes_a_private_store_and_remembers_the_desk(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_with(monkeypatch, Welcome(desk="ES", demo=False))
    assert main([]) == 0
    path = default_store()
    assert opened == [(path, "ES", False)]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert load_settings().desk == "ES"


def test_the_second_start_asks_nothing(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, Welcome(desk="ES", demo=False))
    assert main([]) == 0
    monkeypatch.delattr(welcome, "ask")
    assert main([]) == 0
    assert [desk for _, desk, _ in opened] == ["ES", "ES"]


def test_a_store_named_and_not_there_is_made_there(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer_with(monkeypatch, Welcome(desk="MA", demo=False))
    path = tmp_path / "desk.db"
    assert main(["--store", str(path)]) == 0
    assert opened == [(path, "MA", False)]
    assert not default_store().exists()


def test_leaving_the_question_makes_nothing(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    answer_with(monkeypatch, None)
    assert main([]) == 0
    assert opened == []
    assert list(home.rglob("*")) == []


def test_choosing_the_examples_makes_no_store(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, Welcome(desk="", demo=True))
    assert main([]) == 0
    assert [(desk, is_demo) for _, desk, is_demo in opened] == [("MA", True)]
    assert not default_store().exists()
    assert not settings_file().exists()


def test_locked_settings_do_not_keep_one_from_the_store(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(**_: object) -> None:
        raise BilatError("The settings could not be saved.")

    answer_with(monkeypatch, Welcome(desk="MA", demo=False))
    monkeypatch.setattr(run, "save_settings", refuse)
    assert main([]) == 0
    assert opened == [(default_store(), "MA", False)]
    assert capsys.readouterr().err.endswith("\nbilat: The settings could not be saved.\n")


def test_a_real_terminal_asks_and_escape_leaves_nothing(home: Path) -> None:
    with Terminal(BILAT) as terminal:
        terminal.wait_for("demo")
        terminal.press("\x1b")
        assert terminal.wait() == 0
    assert list(home.rglob("*")) == []


def test_closing_the_window_on_the_question_leaves_nothing(home: Path) -> None:
    with Terminal(BILAT) as terminal:
        terminal.wait_for("demo")
        terminal.process.send_signal(signal.SIGHUP)
        assert terminal.wait() == 129
    assert "\x1b[?1049l" in terminal.output
    assert "Traceback" not in terminal.output
    assert list(home.rglob("*")) == []


def test_ending_it_while_the_examples_that_were_chosen_are_made_leaves_nothing(tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    with Terminal(BILAT, {"TMPDIR": str(temporary)}) as terminal:
        terminal.wait_for("demo")
        terminal.press("\x1bOQ")  # F2
        terminal.wait_for("Preparing the demo store")
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.wait() == 143
    assert "Traceback" not in terminal.output
    assert list(temporary.iterdir()) == []


def test_keys_in_one_go_with_the_answer_neither_change_it_nor_show() -> None:
    with Terminal(BILAT) as terminal:
        terminal.wait_for("Enter takes it")
        terminal.press("esp\rjjj\x1b")
        terminal.wait_for("Making your store")
        terminal.press("jjq")
        assert terminal.wait() == 0
    between = terminal.output.partition("\x1b[?1049l")[2].partition("\x1b[?1049h")[0]
    assert between.endswith("Making your store …\r\n")
    assert load_settings().desk == "ES"
    assert default_store().exists()


def test_interrupting_while_the_store_is_made_leaves_no_half_of_it(home: Path) -> None:
    with Terminal(BILAT) as terminal:
        terminal.wait_for("Enter takes it")
        terminal.press("esp\r")
        terminal.wait_for("Making your store …\r\n")
        terminal.process.send_signal(signal.SIGINT)
        assert terminal.wait() == 130
    assert terminal.output.endswith(
        "Making your store …\r\n\r\nbilat: Stopped. Nothing was left half done.\r\n"
    )
    assert [path for path in home.rglob("*") if path.is_file()] == []
