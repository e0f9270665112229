"""Stopped from outside, by Ctrl+Z, or by a detached session, and going on: no key is lost, and it still quits."""

from __future__ import annotations

import fcntl
import os
import random
import shutil
import signal
import struct
import termios
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db import Store
from tests.tui.locked import WORDS
from tests.tui.terminal import BILAT, Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

SEEDS = int(os.environ.get("BILAT_STOPS", "2"))


@pytest.fixture
def terminal(demo_store: Store) -> Iterator[Terminal]:
    """A dashboard with an entry line begun."""
    demo_store.close()
    with Terminal([*BILAT, "--store", str(demo_store.path), "--desk", "MA"]) as terminal:
        terminal.wait_for("Laftit")
        terminal.press("n")
        terminal.wait_for("our own next step")
        yield terminal


def resize(terminal: Terminal, width: int, height: int) -> None:
    """Drag the corner of the terminal."""
    fcntl.ioctl(terminal._master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))


def stop(terminal: Terminal, number: int) -> None:
    """Stop the program, and read what it draws on the way until it is."""
    os.kill(terminal.process.pid, number)
    while os.waitpid(terminal.process.pid, os.WUNTRACED | os.WNOHANG) == (0, 0):
        assert terminal._read(), "it ended"


def go_on(terminal: Terminal) -> None:
    """Let it go on, and forget what was drawn before."""
    terminal.output = ""
    os.kill(terminal.process.pid, signal.SIGCONT)


def read_all(terminal: Terminal) -> None:
    """Read until nothing more has been drawn for a second, and forget it."""
    terminal.output = "begun"
    while terminal.output:
        terminal.output = ""
        assert terminal._read()


@pytest.mark.parametrize("seed", range(SEEDS))
def test_keys_typed_before_while_and_after_it_is_stopped_all_arrive(terminal: Terminal, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same moments for the same seed
    for number in range(8):
        before, while_stopped, after = f"b{number}", f"w{number}", f"a{number}"
        politely = chance.random() < 1 / 3  # as Ctrl+Z does; what is typed just before that is for the shell
        if not politely:
            terminal.press(before)
            if chance.random() < 1 / 2:
                terminal.wait_for(before)
        stop(terminal, signal.SIGTSTP if politely else signal.SIGSTOP)
        resize(terminal, 100 + chance.randint(0, 20), 30 + chance.randint(0, 10))
        if not politely:
            terminal.press(while_stopped)
        go_on(terminal)
        for _ in range(chance.randint(0, 2)):
            os.kill(terminal.process.pid, signal.SIGCONT)
        terminal.press(after)
        terminal.wait_for(after if politely else before + while_stopped + after)
    terminal.process.terminate()
    assert terminal.wait() == 143


def test_a_window_that_was_small_for_a_moment_is_drawn_again(demo_store: Store) -> None:
    demo_store.close()
    with Terminal([*BILAT, "--store", str(demo_store.path), "--desk", "MA"]) as terminal:
        terminal.wait_for("Laftit")
        read_all(terminal)
        # Small and large again before the program has looked: it is told of the size that it knows.
        os.kill(terminal.process.pid, signal.SIGWINCH)
        terminal.wait_for("Country pairs")
        terminal.wait_for("Laftit")


def test_a_line_begun_before_a_pause_is_saved_after_it_over_a_slow_line(
    terminal: Terminal, demo_store: Store
) -> None:
    terminal.press("todo ring the embassy fri")
    terminal.wait_for("embassy")
    stop(terminal, signal.SIGTSTP)
    go_on(terminal)
    terminal.wait_for("embassy")
    stop(terminal, signal.SIGSTOP)
    for number in range(40):
        resize(terminal, 60 + number * 3, 20 + number)
    resize(terminal, 120, 40)
    terminal.press("\r")
    go_on(terminal)
    terminal.wait_for("Saved", at_once=64)  # a line that carries a few letters at a time
    terminal.press("q")
    assert terminal.wait() == 0
    with closing(Store.open(demo_store.path)) as store, store.read() as reader:
        assert reader.value("SELECT COUNT(*) FROM followup WHERE text = 'ring the embassy'") == 1


def test_ctrl_z_leads_to_the_shell_and_fg_back(demo_store: Store) -> None:
    demo_store.close()
    with Terminal(["bash", "--norc", "--noprofile", "-i"], {"PS1": "prompt> "}) as shell:
        shell.wait_for("prompt> ")
        shell.press(" ".join([*BILAT, "--store", f"'{demo_store.path}'", "--desk", "MA"]) + "\n")
        shell.wait_for("Laftit")
        for _ in range(2):
            shell.output = ""
            shell.press("\x1a")
            shell.wait_for("prompt> ")
            shell.press("echo se''en\n")
            shell.wait_for("seen")
            shell.output = ""  # what was drawn before says nothing of whether it goes on
            shell.press("fg\n")
            shell.wait_for("Laftit")
        shell.press("q")
        shell.output = ""
        shell.wait_for("prompt> ")
        shell.press("exit\n")
        assert shell.wait() == 0


@pytest.mark.parametrize("politely", [True, False])
def test_the_first_question_goes_on_where_it_was(tmp_path: Path, politely: bool) -> None:
    with Terminal([*BILAT, "--store", str(tmp_path / "new.db")]) as terminal:
        terminal.wait_for("Which country")
        terminal.press("moro")
        terminal.wait_for("MA")
        stop(terminal, signal.SIGTSTP if politely else signal.SIGSTOP)
        go_on(terminal)
        terminal.wait_for("moro")
        terminal.press("c\r")
        terminal.wait_for("Country pairs")
        terminal.press("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize("politely", [True, False])
def test_the_question_for_the_passphrase_goes_on_where_it_was(
    locked_file: Path, tmp_path: Path, politely: bool
) -> None:
    pytest.importorskip("sqlcipher3", reason="the extra bilat[encrypted] is not installed")
    path = Path(shutil.copyfile(locked_file, tmp_path / "desk.db"))
    with Terminal([*BILAT, "--store", str(path), "--desk", "MA"]) as terminal:
        terminal.wait_for("Its passphrase")
        terminal.press(WORDS[:5])
        terminal.wait_for("•" * 5)
        stop(terminal, signal.SIGTSTP if politely else signal.SIGSTOP)
        go_on(terminal)
        terminal.wait_for("•" * 5)
        terminal.press(f"{WORDS[5:]}\r")
        terminal.wait_for("Country pairs")
        terminal.press("q")
        assert terminal.wait() == 0
