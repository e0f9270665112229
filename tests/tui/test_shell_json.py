"""What scripts read: `--json` of every word is as tui/shell/README.md says it is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.tui.told_json import told, unlike
from tui.cli import WORDS, main
from tui.shell.completing import lines

if TYPE_CHECKING:
    from db import Store

DOSSIER = {
    "bilat": 1,
    "visits": [
        {
            "ref": "V-2025-001",
            "sending": "MA",
            "host": "ES",
            "date": "2025-01-28/2025-01-29",
            "place": "Sevilla",
        }
    ],
}


@pytest.fixture
def words(demo_store: Store, tmp_path: Path) -> dict[str, list[str]]:
    """What is typed behind each word."""
    demo_store.close()
    (tmp_path / "other.json").write_text(json.dumps(DOSSIER), "utf-8")
    (tmp_path / "trips.csv").write_text(
        "sending,host,date\nMA,QA,2023-09-01\nMA,Nowhere,2023-09-01\nMA,QA,2023-09-01\n", "utf-8"
    )
    (tmp_path / "text.txt").write_text("The minister of Spain visited Rabat on 3 March 2025.", "utf-8")
    typed = {
        "add": ["MA>QA 3 mar 2026"],
        "backup": [str(tmp_path / "backup.db")],
        "brief": ["MA-ES"],
        "completion": ["refs", "M"],
        "due": ["--all"],
        "import": [str(tmp_path / "other.json")],
        "import --as": ["visits", str(tmp_path / "trips.csv")],
        "read": [str(tmp_path / "text.txt")],
        "search": ["police"],
        "show": ["V-2025-001"],
    }
    return {
        word: [*word.split(), *typed.get(word, []), "--json", "--store", str(demo_store.path)]
        for word in told()
    }


ENCRYPTING = {"decrypt", "encrypt", "passphrase"}
"""Their output is held against the page where encrypted stores are tried."""


@pytest.mark.parametrize("word", sorted(told().keys() - ENCRYPTING))
def test_a_script_finds_what_the_page_says(
    words: dict[str, list[str]], word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words[word]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert list(unlike(told()[word], printed)) == []
    if word not in ("check", "restore"):  # where all is well, and where there is no backup yet
        assert printed


def test_a_backup_that_is_kept_is_listed_as_the_page_says(
    demo_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    store = ["--store", str(demo_store.path)]
    folder = demo_store.path.parent / f"{demo_store.path.stem}.backups"
    folder.mkdir()
    main(["backup", str(folder), *store])
    demo_store.close()
    capsys.readouterr()
    assert main(["restore", "--json", *store]) == 0
    assert list(unlike(told()["restore"], json.loads(capsys.readouterr().out))) == []


@pytest.mark.parametrize(
    "kind", ["visits", "meetings", "actions", "followups", "officials", "pairs", "quarters"]
)
def test_a_list_is_a_line_of_json_for_each_row(
    demo_store: Store, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    demo_store.close()
    assert main(["export", "--list", kind, "--json", "--store", str(demo_store.path)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows
    assert all(row.keys() == rows[0].keys() for row in rows)


def test_a_pack_says_where_it_is(
    demo_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    demo_store.close()
    folder = tmp_path / "pack"
    assert main(["export", "--pack", str(folder), "--json", "--store", str(demo_store.path)]) == 0
    assert json.loads(capsys.readouterr().out) == {"path": str(folder)}


def test_every_word_with_json_is_on_the_page() -> None:
    with_json = {
        word for word, line in lines().items() if word and any(one.name == "--json" for one in line.options)
    }
    assert with_json == {word for word in told() if word in WORDS}


def test_settings_that_are_wrong_are_told_as_the_page_says(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BILAT_DSEK", "ES")
    assert main(["config", "check", "--json"]) != 0
    printed: Sequence[Any] = json.loads(capsys.readouterr().out)
    assert list(unlike([{"place": "text", "sentence": "text"}], printed)) == []
    assert printed
