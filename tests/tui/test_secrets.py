"""What is on the disk is the officer's alone, whatever the umask says, and nothing ever asks the network."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from seeds import create_demo
from tests.conftest import OFFICER, TODAY
from tests.db.making import visit_entered
from tests.tui.entering import settle, type_in
from tests.tui.terminal import BILAT, Terminal
from tui.app import Bilat
from tui.cli import main
from tui.config import Settings
from tui.settings_file import save_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

WATCH = """
import sys
def told(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo",
                 "socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request", "ftplib.connect", "smtplib.connect"):
        with open({calls!r}, "a") as file:
            print(event, arguments[1:] or arguments, file=file)
        raise PermissionError("no network here")
sys.addaudithook(told)
"""


@pytest.fixture
def careless() -> Iterator[None]:
    """A umask that would let everybody read and write."""
    before = os.umask(0)
    yield
    os.umask(before)


def open_to_others(*folders: Path) -> list[str]:
    """What somebody else could read, enter or write."""
    found = [one for folder in folders for one in folder.rglob("*")]
    return [f"{one} {stat.filemode(one.stat().st_mode)}" for one in found if one.stat().st_mode & 0o077]


async def test_every_file_is_its_owners_alone_also_beside_an_open_store(
    careless: None, home: Path, tmp_path: Path
) -> None:
    del careless
    folder = tmp_path / "book" / "of" / "mine"
    with closing(create_demo(folder / "desk.db", today=TODAY, officer=OFFICER)) as store:
        save_settings(desk="MA")
        visit_entered(store)
        assert main(["backup", "--store", str(store.path)]) == 0
        assert main(["export", "--store", str(store.path), "--out", str(folder / "all.json")]) == 0
        assert main(["brief", "MA-ES", "--store", str(store.path), "--out", str(folder / "page.html")]) == 0
        app = Bilat(store, settings=Settings(desk="MA", officer=OFFICER), clock=lambda: TODAY)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("n")
            await type_in(pilot, "MA>ES 3 feb 2027")
            await settle(pilot)
            beside = {one.name for one in folder.iterdir()}
            assert {"desk.db", "desk.db-wal", "desk.db-shm", "desk.db.unfinished"} <= beside
            assert open_to_others(tmp_path / "book", home) == []
    assert open_to_others(tmp_path / "book", home) == []


def test_a_whole_day_asks_the_network_for_nothing(demo_file: Path, tmp_path: Path, home: Path) -> None:
    calls = tmp_path / "calls"
    watch = tmp_path / "watch"
    watch.mkdir()
    (watch / "sitecustomize.py").write_text(WATCH.format(calls=str(calls)), encoding="utf-8")
    path = tmp_path / "desk.db"
    path.write_bytes(demo_file.read_bytes())
    around = {"PYTHONPATH": str(watch)}
    with Terminal([*BILAT, "--store", str(path), "--desk", "MA"], around) as terminal:
        terminal.wait_for("Laftit")
        for keys, words in (
            ("n", "our own next step"),
            ("MA>ES 3 feb 2027\r", "Saved"),
            ("4b", "Brief"),
            ("\x7fvt", "Today"),
            ("\x7fvm", "agenda"),
            ("\x7fvw", "Watch"),
            ("\x7f2/laf\r", "Laftit"),
            ("\x7fu", "Undid"),
            (":hammouchi", "official"),
        ):
            terminal.output = ""
            terminal.press(keys)
            terminal.wait_for(words)
        terminal.process.terminate()
        assert terminal.wait() == 143
    article = tmp_path / "article.html"
    article.write_text(
        '<img src="http://127.0.0.1:9/x"><p>They met in Madrid on 3 May 2025.</p>', encoding="utf-8"
    )
    folder = str(tmp_path / "copies")
    for command in (
        ["due"],
        ["export", "--out", str(tmp_path / "all.json")],
        ["import", str(tmp_path / "all.json")],
        ["add", "MA>ES 4 feb 2027"],
        ["search", "hammouchi"],
        ["show", "MA-ES"],
        ["brief", "MA-ES", "--format", "html"],
        ["read", str(article), "--json"],
        ["check"],
        ["backup", folder],
        ["restore"],
    ):
        with Terminal([*BILAT, *command, "--store", str(path)], around) as terminal:
            assert terminal.wait() == 0, (command, terminal.output[-300:])
    for command in (["config"], ["keys", "follow"], ["completion", "bash"], ["--help"]):
        with Terminal([*BILAT, *command], around) as terminal:
            assert terminal.wait() == 0, command
    assert not calls.exists(), calls.read_text("utf-8")
    assert home.exists()


def test_the_watch_would_have_seen_it(tmp_path: Path) -> None:
    calls = tmp_path / "calls"
    (tmp_path / "sitecustomize.py").write_text(WATCH.format(calls=str(calls)), encoding="utf-8")
    script = "import socket; socket.create_connection(('127.0.0.1', 9))"
    with Terminal([sys.executable, "-c", script], {"PYTHONPATH": str(tmp_path)}) as terminal:
        assert terminal.wait() == 1
    assert "socket." in calls.read_text("utf-8")
