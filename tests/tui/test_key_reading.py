"""What comes from a terminal is read whole, whatever it is, and nobody waits for its end."""

from __future__ import annotations

import os
import pty
import tty
from collections.abc import Iterable, Iterator
from contextlib import suppress
from queue import Queue
from threading import Thread

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from db import Store
from tests.tui.terminal import BILAT, Terminal
from tui.key_reading import Ending, read_keys
from tui.pastes import Pastes

WAIT = 20  # seconds; only a test that fails waits as long


class Keyboard:
    """A terminal whose keys are read in a thread."""

    def __init__(self) -> None:
        self.master, self.slave = pty.openpty()
        tty.setraw(self.slave)
        self.given: Queue[Message] = Queue()
        self.ending = Ending()
        self.thread = Thread(target=read_keys, args=(self.slave, self.ending, self.given.put), daemon=True)
        self.thread.start()

    def press(self, data: bytes) -> None:
        os.write(self.master, data)

    def key(self) -> str:
        """The next key, as Textual names it, or as it is printed."""
        message = self.given.get(timeout=WAIT)
        assert isinstance(message, events.Key)
        return message.character if message.character and message.is_printable else message.key

    def close(self) -> None:
        self.ending.set()
        self.thread.join(WAIT)
        for handle in (self.master, self.slave):
            with suppress(OSError):
                os.close(handle)


@pytest.fixture
def keyboard() -> Iterator[Keyboard]:
    keyboard = Keyboard()
    yield keyboard
    keyboard.close()


def test_a_letter_that_comes_in_two_pieces_is_one(keyboard: Keyboard) -> None:
    keyboard.press("é".encode()[:1])
    keyboard.press("é".encode()[1:])
    assert keyboard.key() == "é"


def test_bytes_that_are_no_text_are_shown_and_keys_go_on(keyboard: Keyboard) -> None:
    keyboard.press("caf\xe9 x".encode("latin-1"))
    assert [keyboard.key() for _ in range(6)] == ["c", "a", "f", "\ufffd", " ", "x"]


def test_escape_alone_is_a_key_and_before_a_bracket_it_is_not(keyboard: Keyboard) -> None:
    keyboard.press(b"\x1b")
    assert keyboard.key() == "escape"
    keyboard.press(b"\x1b[B")
    assert keyboard.key() == "down"


def test_a_paste_is_one_however_its_bytes_arrive(keyboard: Keyboard) -> None:
    pasted = "Two lines,\none of them with \x1b[31mcolour\x1b[0m and \x1b[20 left over: é."
    keyboard.press(b"a\x1b[200~")
    for byte in f"{pasted}\x1b[201~b".encode():
        keyboard.press(bytes([byte]))
    assert keyboard.key() == "a"
    found = keyboard.given.get(timeout=WAIT)
    assert isinstance(found, events.Paste)
    assert found.text == pasted
    assert keyboard.key() == "b"
    keyboard.press(f"\x1b[200~{pasted}\x1b[201~\x1b[B\x1b[200~\x1b[201~c".encode())
    found = keyboard.given.get(timeout=WAIT)
    assert isinstance(found, events.Paste)
    assert found.text == pasted
    assert keyboard.key() == "down"
    assert isinstance(keyboard.given.get(timeout=WAIT), events.Paste)
    assert keyboard.key() == "c"


def test_a_paste_whose_beginning_comes_in_two_pieces_is_one(keyboard: Keyboard) -> None:
    keyboard.press(b"\x1b[20")
    keyboard.press(b"0~Two words\x1b[201~b")
    found = keyboard.given.get(timeout=WAIT)
    assert isinstance(found, events.Paste)
    assert found.text == "Two words"
    assert keyboard.key() == "b"


def test_a_book_is_pasted_without_going_through_it_letter_by_letter() -> None:
    through: list[str] = []

    class Watched(XTermParser):
        def feed(self, data: str) -> Iterable[Message]:
            through.append(data)
            return super().feed(data)

    pastes = Pastes(Watched())
    pieces = ["\x1b[200~", *["A line of a book.\n"] * 50_000, "\x1b[201~", "x"]
    pasted, key = [message for piece in pieces for message in pastes.feed(piece)]
    assert isinstance(pasted, events.Paste)
    assert pasted.text == "A line of a book.\n" * 50_000
    assert isinstance(key, events.Key)
    assert through == ["x"]


def test_the_end_is_not_waited_for(keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.key_reading.ESCAPE_DELAY", 10 * WAIT)
    keyboard.press(b"x")  # what it waits for next, it waits for that long
    assert keyboard.key() == "x"
    keyboard.ending.set()
    keyboard.thread.join(WAIT)
    assert not keyboard.thread.is_alive()


def test_keys_are_read_again_after_an_end(keyboard: Keyboard) -> None:
    keyboard.ending.set()
    keyboard.ending.set()
    keyboard.thread.join(WAIT)
    keyboard.ending.clear()
    keyboard.ending.clear()
    again = Thread(target=read_keys, args=(keyboard.slave, keyboard.ending, keyboard.given.put), daemon=True)
    again.start()
    keyboard.press(b"x")
    assert keyboard.key() == "x"
    keyboard.ending.set()
    again.join(WAIT)
    assert not again.is_alive()


def test_a_terminal_that_is_gone_is_not_read_for_ever(keyboard: Keyboard) -> None:
    os.close(keyboard.master)
    keyboard.thread.join(WAIT)
    assert not keyboard.thread.is_alive()


def test_a_terminal_of_another_encoding_does_not_end_the_program(demo_store: Store) -> None:
    demo_store.close()
    with Terminal([*BILAT, "--store", str(demo_store.path), "--desk", "MA"]) as terminal:
        terminal.wait_for("Laftit")
        terminal.press("n")
        terminal.wait_for("our own next step")
        os.write(terminal._master, "Zürich and".encode("latin-1"))
        terminal.wait_for("rich and")
