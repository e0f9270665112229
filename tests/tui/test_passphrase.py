"""A store that a passphrase opens: asked before the dashboard, and shown nowhere."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from db import Store
from db.errors import BadInput
from db.unlocking import Key, is_encrypted
from tests.conftest import OFFICER
from tests.db.making import count
from tests.tui.entering import settle, type_in, work_done
from tests.tui.locked import DRAFT, WORDS
from tests.tui.reading import line_with, screen_text
from tests.tui.terminal import BILAT, Terminal
from tui import run
from tui.app import Bilat
from tui.config import Settings
from tui.passphrase import key_for
from tui.screens.passphrase import PassphraseApp

pytest.importorskip("sqlcipher3", reason="the extra bilat[encrypted] is not installed")


@pytest.fixture
def path(locked_file: Path, tmp_path: Path) -> Path:
    copy = Path(shutil.copyfile(locked_file, tmp_path / "desk.db"))
    copy.chmod(0o600)
    return copy


@pytest.fixture
def key(path: Path) -> Key:
    return Key.derived(WORDS, path.read_bytes()[:16])


@pytest.fixture
def locked_app(path: Path, key: Key, clock: Callable[[], date]) -> Iterator[Bilat]:
    """The dashboard of the Moroccan desk on the encrypted demo store."""
    with closing(Store.open(path, officer=OFFICER, key=key)) as store:
        yield Bilat(store, settings=Settings(desk="MA", officer=OFFICER), clock=clock)


# --- the question before the dashboard ---


async def spell(pilot: Pilot[Key], words: str) -> None:
    """Type, letter by letter."""
    for letter in words:
        await pilot.press("space" if letter == " " else letter)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_the_right_words_open_it_and_nobody_sees_them(
    path: Path, key: Key, size: tuple[int, int]
) -> None:
    app = PassphraseApp(path, Settings())
    async with app.run_test(size=size) as pilot:
        await spell(pilot, WORDS)
        assert "•" * len(WORDS) in screen_text(app)
        assert "quiet" not in screen_text(app)
        assert "Enter opens it" in screen_text(app)
        await pilot.press("enter")
        await work_done(app)
    assert app.return_value == key


async def test_a_wrong_one_is_said_and_the_third_one_ends_it(path: Path) -> None:
    app = PassphraseApp(path, Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        for left in ("2 more tries", "One more try"):
            await spell(pilot, "some other words")
            await pilot.press("enter")
            await work_done(app)
            await pilot.pause()
            assert left in line_with(app, "That is not the passphrase of desk.db.")
            assert "•" not in screen_text(app)
        await spell(pilot, "and again")
        await pilot.press("enter")
        await work_done(app)
    assert app.return_value is None
    assert app.wrong == "That is not the passphrase of desk.db. It was not opened."


async def test_a_password_manager_may_paste_it_and_slips_are_taken_back(path: Path, key: Key) -> None:
    from textual.events import Paste  # noqa: PLC0415 - for this test alone

    app = PassphraseApp(path, Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        await spell(pilot, "wrong")
        await pilot.press("ctrl+u")
        app.post_message(Paste(f"{WORDS}x\n"))
        await pilot.pause()
        await pilot.press("backspace", "enter")
        await work_done(app)
    assert app.return_value == key


@pytest.mark.parametrize("leave", ["escape", "ctrl+q"])
async def test_leaving_opens_nothing(path: Path, leave: str) -> None:
    app = PassphraseApp(path, Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        await spell(pilot, WORDS)
        await pilot.press(leave)
    assert app.return_value is None
    assert app.wrong == ""


async def test_enter_on_nothing_is_no_try(path: Path) -> None:
    app = PassphraseApp(path, Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "Nothing is typed yet" in screen_text(app)


async def test_a_new_one_is_typed_twice(tmp_path: Path) -> None:
    app = PassphraseApp(tmp_path / "new.db", Settings(), new=True)
    async with app.run_test(size=(60, 20)) as pilot:
        for first, second, said in (("short", "", "8 characters"), (WORDS, "other words", "The two differ.")):
            await spell(pilot, first)
            await pilot.press("enter")
            if second:
                await spell(pilot, second)
                await pilot.press("enter")
                await work_done(app)
            await pilot.pause()
            assert said in " ".join(screen_text(app).split())
        for _ in range(2):
            await spell(pilot, WORDS)
            await pilot.press("enter")
            await pilot.pause()
        await work_done(app)
    assert isinstance(app.return_value, Key)


def test_bilat_asks_opens_and_takes_keys(path: Path) -> None:
    with Terminal([*BILAT, "--store", str(path), "--desk", "MA"]) as terminal:
        terminal.wait_for("Its passphrase")
        terminal.press("not this one\r")
        terminal.wait_for("2 more tries")
        terminal.press(f"{WORDS}\r")
        terminal.wait_for("Country pairs")
        assert "quiet" not in terminal.output
        terminal.press("q")
        assert terminal.wait() == 0


def test_the_first_start_makes_an_encrypted_store(tmp_path: Path) -> None:
    new = tmp_path / "new.db"
    with Terminal([*BILAT, "--store", str(new), "--encrypted"]) as terminal:
        terminal.wait_for("Which country")
        terminal.press("moroc\r")
        terminal.wait_for("A passphrase for new.db")
        terminal.press(f"{WORDS}\r")
        terminal.wait_for("The same again")
        terminal.press(f"{WORDS}\r")
        terminal.wait_for("Country pairs")
        terminal.press("q")
        assert terminal.wait() == 0
    assert is_encrypted(new)
    assert b"country" not in new.read_bytes()


def test_a_plain_store_is_not_taken_for_an_encrypted_one(
    demo_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(BadInput, match="bilat encrypt"):
        run.open_something(run.Wishes(store=demo_store.path, encrypted=True), Settings())
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    assert key_for(demo_store.path, Settings()) is None


# --- the dashboard on it ---


async def test_what_is_typed_and_not_saved_is_encrypted_too_and_comes_back(
    locked_app: Bilat, clock: Callable[[], date]
) -> None:
    async with locked_app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await type_in(pilot, DRAFT)
        await settle(pilot)
    kept = locked_app.store.path.with_name("desk.db.unfinished")
    assert b"Zanzibarine" not in kept.read_bytes()
    assert b'"text"' not in kept.read_bytes()
    again = Bilat(locked_app.store, settings=locked_app.settings, clock=clock)
    async with again.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await pilot.pause()
        assert "Zanzibarine" in screen_text(again)


async def test_keys_enter_undo_and_search(locked_app: Bilat) -> None:
    store = locked_app.store
    visits = count(store, "visit")
    async with locked_app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await type_in(pilot, "MA>DE 3 feb 2027")
        await settle(pilot)
        await pilot.press("enter")
        await work_done(locked_app)
        await settle(pilot)
        assert count(store, "visit") == visits + 1
        await pilot.press("escape", "u")
        await work_done(locked_app)
        await settle(pilot)
        assert count(store, "visit") == visits
    assert b"Grande" not in b"".join(one.read_bytes() for one in store.path.parent.glob("desk.db*"))


BROKEN = """
import sys
from pathlib import Path
from tui.config import Settings
from tui.screens import passphrase

def broken(path, words):
    raise ZeroDivisionError(words)

passphrase.key_of = broken
passphrase.ask(Path(sys.argv[1]), Settings())
"""


def test_no_mistake_of_the_programs_own_shows_the_passphrase(path: Path, home: Path) -> None:
    with Terminal([sys.executable, "-c", BROKEN, str(path)]) as terminal:
        terminal.wait_for("Its passphrase")
        terminal.press(f"{WORDS}\r")
        terminal.wait_for("has made a mistake")
        assert terminal.wait() != 0
        assert "quiet" not in terminal.output
    (report,) = (home / "cache" / "bilat" / "crashes").iterdir()
    assert "quiet" not in report.read_text("utf-8")
