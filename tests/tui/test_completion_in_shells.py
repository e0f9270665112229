"""Completion as an officer meets it: a real shell in a real terminal, letters and Tab."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.tui.terminal import Terminal
from tui.shell import scripts
from tui.shell.completing import lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db import Store

SHELLS = {
    "bash": ("bash", "--norc", "--noprofile", "-i"),
    "zsh": ("zsh", "-f", "-i"),
    "fish": ("fish", "--no-config", "--interactive"),
}
AS_LOGGED_IN = ("setsid", "--ctty", "--wait")  # fish wants the terminal to be its own
SOURCE = {
    "bash": "PS1='ready> '; source {script}\n",
    "zsh": "autoload -Uz compinit && compinit -D -u; PS1='ready> '; source {script}\n",
    "fish": "function fish_prompt; echo 'ready> '; end; source {script}\n",
}


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, demo_store: Store, tmp_path: Path) -> Iterator[Terminal]:
    """A shell that completes, on the store of examples."""
    name = request.param
    for wanted in (name, AS_LOGGED_IN[0]):
        if shutil.which(wanted) is None:
            pytest.skip(f"there is no {wanted} here")
    demo_store.close()
    script = tmp_path / f"bilat.{name}"
    script.write_text(
        {"bash": scripts.bash, "zsh": scripts.zsh, "fish": scripts.fish}[name](lines()), "utf-8"
    )
    program = tmp_path / "bin" / "bilat"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m tui "$@"\n', "utf-8")
    program.chmod(0o700)
    (tmp_path / "minutes-of-may.csv").touch()
    environment = {
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "BILAT_STORE": str(demo_store.path),
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path),
    }
    with Terminal((*AS_LOGGED_IN, *SHELLS[name]), environment) as terminal:
        terminal.press(f"cd {tmp_path}\n" + SOURCE[name].format(script=script))
        terminal.press("echo begin'ning'\n")
        terminal.wait_for("beginning")
        yield terminal


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("bilat tuto", "tutorial"),
        ("bilat config ch", "check"),
        ("bilat show ma-q", "MA-QA"),
        ("bilat brief V-2025-001", "V-2025-001"),
        ("bilat export --pair ma-q", "MA-QA"),
        ("bilat export --format xl", "xlsx"),
        ("bilat import --as off", "officials"),
        ("bilat import minutes", "minutes-of-may.csv"),
        ("bilat add --same", "--same-as"),
    ],
)
def test_tab_completes(shell: Terminal, typed: str, completed: str) -> None:
    shell.output = ""
    shell.press(f"{typed}\t")
    shell.wait_for(completed)


def test_a_country_is_among_what_tab_offers(shell: Terminal) -> None:
    shell.output = ""
    shell.press("bilat due --desk m\t\t\t")  # bash first makes it a capital
    shell.wait_for("MA-ES")
    shell.wait_for("MX")
