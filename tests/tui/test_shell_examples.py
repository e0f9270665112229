"""The examples that `--help` gives work as they are written, on the store of examples."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from db import Store
from tui.cli import main
from tui.shell.exporting import export_dossier

WORDS = ("add", "brief", "check", "config", "due", "export", "import", "keys", "read", "search", "show")
KNOWN_ALREADY = 5
"""How `bilat add` ends where a visit looks like one that is there: the examples are of the demo."""
NOT_HERE = re.compile(r"note\.docx|[|<]|colleague|says more")


@pytest.fixture
def desk(
    demo_store: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    home: Path,  # noqa: ARG001 - settings are written there
) -> Path:
    """A folder with the files that the examples name."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("BILAT_STORE", str(demo_store.path))
    for name in ("desk.json", "outlook.ics", "people.vcf"):
        export_dossier(["--out", name])
    export_dossier(["--list", "visits", "--out", "visits.xlsx"])
    for name in ("article.txt", "page.html"):
        folder.joinpath(name).write_text("Ann Lee of Spain visited Rabat on 3 June 2025.\n", "utf-8")
    folder.joinpath("cable.eml").write_text("Subject: Talks\n\nSpain and Morocco met in Rabat.\n", "utf-8")
    return folder


def examples(word: str, capsysbinary: pytest.CaptureFixture[bytes]) -> list[str]:
    """The lines of a word's help, without what is said beside them."""
    with pytest.raises(SystemExit):
        main([word, "--help"])
    told = capsysbinary.readouterr().out.decode().partition("examples:\n")[2].partition("\n\n")[0]
    lines = [re.split(r"\s{2,}(?!\S*\")", line.strip())[0] for line in told.splitlines()]
    return [line for line in lines if line.startswith(f"bilat {word}") and not NOT_HERE.search(line)]


@pytest.mark.parametrize("word", WORDS)
def test_every_example_of_help_works_as_it_is_written(
    word: str, desk: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    lines = examples(word, capsysbinary)
    assert lines
    for line in lines:
        command, _, into = line.partition(" > ")
        assert "/" not in into, "a folder that may not be there"
        for made in ("visits.xlsx", "brief.html", "desk.ics", "people.vcf"):
            if f"--out {made}" in command:
                desk.joinpath(made).unlink(missing_ok=True)
        code = main(shlex.split(command)[1:])
        told = capsysbinary.readouterr()
        assert code == 0 or (word == "add" and code == KNOWN_ALREADY), f"{line}: {told.err.decode()}"
