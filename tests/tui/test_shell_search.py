"""`bilat search`: every record that has the words, a line each, and nothing where there is none."""

from __future__ import annotations

import json
from typing import Any

import pytest

from db import Store
from db.errors import BadInput
from tests.db.making import visit
from tui.cli import main
from tui.shell.search import search


def printed(capsys: pytest.CaptureFixture[str], store: Store, *words: str) -> str:
    assert search(["--store", str(store.path), *words]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out


def test_what_has_all_the_words_is_a_line_each(demo_store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, demo_store, "hammouchi", "madrid").splitlines()
    assert lines[0].split()[0] == "visit"
    assert "V-2025-001" in lines[0]
    assert len({line.find("-202") for line in lines}) == 1, "refs stand in one column"


def test_words_in_one_piece_are_the_same_words(demo_store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, demo_store, "hammouchi madrid") == printed(
        capsys, demo_store, "madrid", "hammouchi"
    )


def test_json_says_where_the_words_were_found(demo_store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    with demo_store.write("enter") as session:
        visit(session, title="Courtesy call", note="A liaison officer for Rabat")
    rows: list[dict[str, Any]] = json.loads(printed(capsys, demo_store, "--json", "liaison", "rabat"))
    (row,) = [row for row in rows if row["context"]]
    assert row["kind"] == "visit"
    assert [row["context"][first:end] for first, end in row["marks"]] == ["liaison", "Rabat"]


def test_no_more_than_the_limit_is_printed(demo_store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(printed(capsys, demo_store, "a", "--limit", "3").splitlines()) == 3


def test_nothing_found_prints_nothing(demo_store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, demo_store, "no such thing anywhere") == ""
    assert json.loads(printed(capsys, demo_store, "--json", "no such thing anywhere")) == []


def test_what_is_stored_does_not_act_on_the_terminal(
    demo_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    with demo_store.write("enter") as session:
        visit(session, title="Inspection \x1b[2J\u202e", note="\x1b]0;owned\x07 harbour")
    out = printed(capsys, demo_store, "harbour")
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_blank_words_are_refused_with_a_sentence(demo_store: Store) -> None:
    with pytest.raises(BadInput, match="Say what to look for"):
        search(["--store", str(demo_store.path), "  "])


@pytest.mark.parametrize("limit", ["0", "-1", "x", "1001", "9" * 40])
def test_a_limit_that_is_none_is_wrong_use(demo_store: Store, limit: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["search", "--store", str(demo_store.path), "a", f"--limit={limit}"])
    assert ended.value.code == 2
