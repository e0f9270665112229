"""How `bilat` starts: what it opens, and what it refuses in one sentence, leaving it as it was."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from db import Store
from db.errors import ReadOnly
from tests.bench import scenario
from tests.bench import terminal as bench
from tests.tui.terminal import BILAT, MORTAL, Terminal, surroundings
from tui import run
from tui.cli import main
from tui.config import Settings
from tui.run import Wishes
from tui.settings_file import save_settings

ALL_IS_WELL, FAILURE, WRONG_USE, NOT_A_STORE = 0, 1, 2, 3


@dataclass
class Shown:
    """What the dashboard was opened with."""

    path: Path
    settings: Settings
    is_demo: bool


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Shown]:
    """Every dashboard that a command opens, instead of drawing it."""
    seen: list[Shown] = []

    def show(store: Store, settings: Settings, *, is_demo: bool = False, first: object = None) -> int:
        assert first is None
        run.know_the_desk(store, settings.desk)
        seen.append(Shown(store.path, settings, is_demo))
        store.close()
        return 0

    monkeypatch.setattr(run, "need_a_terminal", lambda: None)
    monkeypatch.setattr(run, "show", show)
    return seen


def everything_in(folder: Path) -> dict[str, bytes | None]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def without_sqlites_own(files: dict[str, bytes | None]) -> dict[str, bytes | None]:
    """Of a damaged database SQLite leaves the empty files of its trade beside it."""
    return {name: content for name, content in files.items() if not name.endswith(("-wal", "-shm"))}


# --- files that are not a store ---------------------------------------------------------------------------


def a_text(path: Path, _store: Path) -> None:
    path.write_text("Dear colleague,\n")


def an_empty_file(path: Path, _store: Path) -> None:
    path.touch()


def a_folder(path: Path, _store: Path) -> None:
    path.mkdir()


def another_programs_database(path: Path, _store: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE bookmarks (url TEXT)")
    database.close()


def half_a_store(path: Path, store: Path) -> None:
    content = store.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def the_first_page_of_a_store(path: Path, store: Path) -> None:
    path.write_bytes(store.read_bytes()[:4096])


def a_store_with_noise_in_it(path: Path, store: Path) -> None:
    content = store.read_bytes()
    path.write_bytes(content[:100] + os.urandom(len(content) - 100))


def a_newer_store(path: Path, store: Path) -> None:
    shutil.copyfile(store, path)
    with sqlite3.connect(path) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()


def a_link_to_nothing(path: Path, _store: Path) -> None:
    path.symlink_to(path.with_name("gone.db"))


def a_pipe(path: Path, _store: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (a_text, "not a bilat store"),
        (an_empty_file, "empty"),
        (a_folder, "folder"),
        (another_programs_database, "another program"),
        (half_a_store, "damaged"),
        (the_first_page_of_a_store, "damaged"),
        (a_store_with_noise_in_it, "damaged"),
        (a_newer_store, "newer"),
        (a_link_to_nothing, "no store"),
        (a_pipe, "not a file"),
    ],
)
def test_what_is_not_a_store_is_refused_and_left_as_it_was(
    make: Callable[[Path, Path], None],
    words: str,
    empty_file: Path,
    tmp_path: Path,
    opened: list[Shown],
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    path = folder / "desk.db"
    make(path, empty_file)
    before = everything_in(folder)

    assert main(["--store", str(path)]) == NOT_A_STORE

    told = capsys.readouterr().err
    assert told.startswith("bilat: ")
    assert told.count("\n") == 1
    assert str(path) in told
    assert words in told
    assert without_sqlites_own(everything_in(folder)) == before
    assert opened == []


def test_a_store_in_a_folder_that_does_not_exist_is_not_made(
    tmp_path: Path, opened: list[Shown], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--store", str(tmp_path / "typo" / "desk.db")]) == NOT_A_STORE
    assert "typo does not exist" in capsys.readouterr().err
    assert not (tmp_path / "typo").exists()
    assert opened == []


@pytest.mark.parametrize("mode", [0o000, 0o200])
def test_a_store_that_may_not_be_read_is_refused(empty_file: Path, tmp_path: Path, mode: int) -> None:
    path = tmp_path / "desk.db"
    shutil.copyfile(empty_file, path)
    path.chmod(mode)
    with Terminal([*MORTAL, *BILAT, "--store", str(path)]) as terminal:
        assert terminal.wait() == NOT_A_STORE
    assert "may not be read" in terminal.output
    path.chmod(0o600)
    assert path.read_bytes() == empty_file.read_bytes()


def test_a_folder_that_may_not_be_written_gets_no_store(tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    folder.mkdir(mode=0o500)
    with Terminal([*MORTAL, *BILAT, "--store", str(folder / "desk.db")]) as terminal:
        assert terminal.wait() == NOT_A_STORE
    assert "may not be written" in terminal.output
    assert list(folder.iterdir()) == []


# --- what it is asked for ---------------------------------------------------------------------------------


def test_the_store_named_on_the_command_line_is_opened(empty_store: Store, opened: list[Shown]) -> None:
    assert main(["--store", str(empty_store.path)]) == ALL_IS_WELL
    assert opened[0].path == empty_store.path
    assert not opened[0].is_demo


def test_drafts_that_were_being_written_for_another_key_are_put_right(
    empty_store: Store, opened: list[Shown]
) -> None:
    beside = empty_store.path.with_name(f"{empty_store.path.name}.unfinished")
    second = beside.with_name(f"{beside.name}.next")
    second.write_text('{"lead": {}}', encoding="utf-8")
    assert main(["--store", str(empty_store.path)]) == ALL_IS_WELL
    assert opened
    assert beside.read_text("utf-8") == '{"lead": {}}'
    assert not second.exists()


@pytest.mark.parametrize(("own", "told"), [(None, "120"), ("30", "30")])
def test_frames_follow_each_other_quickly_unless_the_terminal_is_said_to_be_slow(
    own: str | None,
    told: str,
    empty_store: Store,
    opened: list[Shown],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TEXTUAL_FPS", own or "")
    if own is None:
        monkeypatch.delenv("TEXTUAL_FPS")
    assert main(["--store", str(empty_store.path)]) == ALL_IS_WELL
    assert opened
    assert os.environ["TEXTUAL_FPS"] == told


def test_the_store_named_in_the_environment_is_opened(
    empty_store: Store, opened: list[Shown], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BILAT_STORE", str(empty_store.path))
    assert main([]) == ALL_IS_WELL
    assert opened[0].path == empty_store.path


def test_a_tilde_is_the_home(empty_file: Path, home: Path, opened: list[Shown]) -> None:
    shutil.copyfile(empty_file, home / "desk.db")
    assert main(["--store=~/desk.db"]) == ALL_IS_WELL
    assert opened[0].path == home / "desk.db"


def test_options_win_over_the_settings_for_this_time_only(empty_store: Store, opened: list[Shown]) -> None:
    save_settings(desk="MA", theme="nord")
    store = ["--store", str(empty_store.path)]
    assert main([*store, "--desk", "es", "--theme", "gruvbox", "--ascii"]) == ALL_IS_WELL
    assert main(store) == ALL_IS_WELL
    asked, plain = (shown.settings for shown in opened)
    assert (asked.desk, asked.theme, asked.ascii) == ("ES", "gruvbox", True)
    assert (plain.desk, plain.theme, plain.ascii) == ("MA", "nord", False)


def test_a_store_named_before_a_word_of_the_shell_is_the_words(
    demo_store: Store, opened: list[Shown], capsys: pytest.CaptureFixture[str]
) -> None:
    told = []
    for words in (
        ["due", "--store", str(demo_store.path)],
        ["--store", str(demo_store.path), "due"],
        [f"--store={demo_store.path}", "due"],
    ):
        assert main(words) == ALL_IS_WELL
        told.append(capsys.readouterr().out)
    assert told[0]
    assert told[0] == told[1] == told[2]
    assert opened == []


@pytest.mark.parametrize(
    ("before", "word", "told"),
    [
        (["--desk", "ES", "--read-only"], ["brief", "MA-DE"], "Spain desk"),
        (["--desk=Spain"], ["brief", "MA-DE"], "Spain desk"),
        (["--read-only", "--ascii"], ["show", "V-2025-001"], "Visit MA>ES"),
        (["--desk", "QA"], ["due", "--all"], ""),
    ],
)
def test_options_before_a_word_of_the_shell_are_understood_as_behind_it(
    demo_store: Store, before: list[str], word: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    store = ["--store", str(demo_store.path)]
    said = []
    for words in ([*before, *store, *word], [*word, *before, *store], [*store, *before, *word]):
        assert main(words) == ALL_IS_WELL
        said.append(capsys.readouterr().out)
    assert told in said[0]
    assert said[0] == said[1] == said[2]


@pytest.mark.parametrize("before", [["--theme", "nord"], ["--demo"], ["--encrypted"], ["--keep", "x.db"]])
def test_an_option_that_says_nothing_of_a_word_is_refused_with_the_word(
    before: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*before, "due"])
    assert ended.value.code == WRONG_USE
    assert f"bilat due: error: unrecognized arguments: {before[0]}" in capsys.readouterr().err


def test_a_word_that_shall_only_look_changes_nothing(
    demo_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    before = demo_store.path.read_bytes()
    words = ["--read-only", "--store", str(demo_store.path), "add", "--anyway", "MA>QA 2 mar 2026"]
    assert main(words) == ReadOnly.exit_code
    assert "It was opened to be read only" in capsys.readouterr().err
    assert main([*words[1:3], "search", "madrid", "--desk", "XQ"]) == WRONG_USE
    assert "no country with the code XQ" in capsys.readouterr().err
    assert demo_store.path.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--desk", "XQ"], "no country with the code XQ"),
        (["--desk", "M-A"], "country code"),
        (["--desk", ""], None),
        (["--theme", ""], "a few words"),
    ],
)
def test_an_impossible_wish_is_told(
    words: list[str],
    told: str | None,
    empty_store: Store,
    opened: list[Shown],
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = main(["--store", str(empty_store.path), *words])
    assert code == (WRONG_USE if told else ALL_IS_WELL)
    assert (told or "") in capsys.readouterr().err
    assert bool(opened) == (told is None)


@pytest.mark.parametrize(
    "words", [["--keep", "x.db"], ["--demo", "--store", "x.db"], ["--stor", "x.db"], ["today"], ["--store"]]
)
def test_wrong_use_is_told(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == WRONG_USE
    assert "bilat: error: " in capsys.readouterr().err


def test_a_mistake_in_the_settings_is_told_before_anything_is_opened(
    empty_store: Store, home: Path, opened: list[Shown], capsys: pytest.CaptureFixture[str]
) -> None:
    file = home / "config" / "bilat" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text('dsek = "MA"\n')
    assert main(["--store", str(empty_store.path)]) == WRONG_USE
    assert 'line 1: there is no setting "dsek"; did you mean "desk"?' in capsys.readouterr().err
    assert opened == []


# --- where it is asked ------------------------------------------------------------------------------------


@pytest.mark.parametrize("stream", ["stdin", "stdout", "stderr"])
def test_a_pipe_gets_a_sentence_instead_of_a_screen(stream: str, tmp_path: Path) -> None:
    if stream == "stderr":
        redirected = f"2>{tmp_path}/told"
    else:
        redirected = "</dev/null" if stream == "stdin" else "| cat; exit ${PIPESTATUS[0]}"
    with Terminal(["bash", "-c", f'"$@" {redirected}', "bash", *BILAT, "--demo"]) as terminal:
        assert terminal.wait() == WRONG_USE
    told = (tmp_path / "told").read_text() if stream == "stderr" else terminal.output
    assert "bilat: The dashboard needs a terminal" in told
    assert "\x1b" not in told


def test_a_closed_input_gets_a_sentence() -> None:
    with Terminal(["bash", "-c", '"$@" <&-', "bash", *BILAT, "--demo"]) as terminal:
        assert terminal.wait() == WRONG_USE
    assert "bilat: The dashboard needs a terminal" in terminal.output


def test_a_dumb_terminal_gets_a_sentence() -> None:
    with Terminal([*BILAT, "--demo"], {"TERM": "dumb"}) as terminal:
        assert terminal.wait() == WRONG_USE
    assert 'TERM is "dumb"' in terminal.output


def test_without_a_terminal_no_store_is_made(home: Path) -> None:
    done = subprocess.run(
        [*BILAT], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == WRONG_USE
    assert list(home.iterdir()) == []


def test_a_theme_that_does_not_exist_is_told_with_the_nearest(demo_store: Store) -> None:
    command = [*BILAT, "--store", str(demo_store.path), "--theme", "grovbox"]
    with Terminal(command) as terminal:
        assert terminal.wait() == WRONG_USE
    assert 'no theme "grovbox"; did you mean "gruvbox"?' in terminal.output
    assert "\x1b[?1049h" not in terminal.output


def test_a_refusal_leaves_the_terminal_as_it_was(demo_store: Store) -> None:
    command = [*BILAT, "--store", str(demo_store.path), "--theme", "grovbox"]
    with Terminal(["bash", "-c", 'stty -a; "$@"; stty -a', "bash", *command]) as terminal:
        assert terminal.wait() == ALL_IS_WELL
    before, _, after = terminal.output.partition("bilat: There is no theme")
    assert " echo " in before
    assert after.partition("\n")[2] == before


def test_the_dashboard_opens_on_a_store_and_quits(demo_store: Store) -> None:
    with Terminal([*BILAT, "--store", str(demo_store.path), "--desk", "MA"]) as terminal:
        terminal.wait_for("Country pairs")
        terminal.press("q")
        assert terminal.wait() == ALL_IS_WELL
    assert stat.S_IMODE(demo_store.path.stat().st_mode) == 0o600


# --- the first paint --------------------------------------------------------------------------------------

FIRST_PAINT = """
import asyncio, json, sys
from pathlib import Path
from db import Store
from tui import drafts_beside, run, started
from tui.config import Settings

def report():
    print(json.dumps(sorted(sys.modules)))
    app.exit()

started.after_first_paint = report
drafts_beside.settle(Path(sys.argv[1]), None)
app = run.make_app(Store.open(Path(sys.argv[1])), Settings(desk="MA"), is_demo=True)
app.run(headless=True, size=(120, 40))
"""


def test_the_first_frame_is_whole(demo_store: Store) -> None:
    command = [*BILAT, "--store", str(demo_store.path), "--desk", "MA"]
    with bench.Terminal(command, {**surroundings(), "TERM": "xterm-256color"}) as terminal:
        answer = terminal.shown(scenario.ready)
        assert answer.first == answer.whole, "the rows came first, and then what the keys do"
        terminal.quit()


def test_the_first_screen_waits_for_no_sqlmodel(demo_store: Store) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(demo_store.path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    loaded = done.stdout.splitlines()[-1]
    assert '"textual.app"' in loaded
    for heavy in ("sqlmodel", "sqlalchemy", "alembic", "pydantic", "dateutil.parser"):
        assert f'"{heavy}"' not in loaded
    for seldom in ("db.rows.cards", "db.dates.reader", "db.queries.search", "tui.cards.protocol", "_hashlib"):
        assert f'"{seldom}"' not in loaded


def test_wishes_are_empty_by_default() -> None:
    assert Wishes() == (None, False, None, None, None, False, False, False, None)


@pytest.mark.parametrize("words", ["Spain", "España", "espagne", "es"])
def test_a_desk_may_be_the_name_of_its_country(words: str, empty_store: Store, opened: list[Shown]) -> None:
    assert main(["--store", str(empty_store.path), "--desk", words]) == ALL_IS_WELL
    assert opened[0].settings.desk == "ES"


def test_a_misspelt_country_is_told_with_the_nearest(
    empty_store: Store, opened: list[Shown], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--store", str(empty_store.path), "--desk", "Spainn"]) == WRONG_USE
    assert "did you mean ES?" in capsys.readouterr().err
    assert opened == []


def test_a_theme_that_does_not_exist_is_refused_before_the_examples_are_made(
    home: Path, opened: list[Shown], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--demo", "--theme", "zzz"]) == WRONG_USE
    assert 'no theme "zzz"' in capsys.readouterr().err
    assert opened == []
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("words", [["--store", ""], ["--demo", "--keep="], ["add", "MA>ES 2025", "--store="]])
def test_an_empty_path_is_told(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == WRONG_USE
    assert "is empty" in capsys.readouterr().err


def test_without_colours_the_terminal_keeps_its_own(demo_store: Store) -> None:
    command = [*BILAT, "--store", str(demo_store.path), "--desk", "MA"]
    with Terminal(command, {"NO_COLOR": "1", "COLORTERM": "truecolor"}) as terminal:
        terminal.wait_for("Country pairs")
        terminal.press("q")
        assert terminal.wait() == ALL_IS_WELL
    codes = {part for run in re.findall(r"\x1b\[([0-9;]*)m", terminal.output) for part in run.split(";")}
    assert "7" in codes
    assert codes <= {"", "0", "1", "2", "4", "7", "39", "49"}
