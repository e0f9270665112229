"""`bilat brief`: the page for a meeting in scripts; data on stdout, talk on stderr, and exit codes."""

from __future__ import annotations

import stat
import subprocess
import sys
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from docx import Document

from db import BadInput, Conflict, NotFound
from tests.conftest import TODAY
from tests.db.making import count
from tui import run
from tui.cli import main
from tui.shell.brief import brief

if TYPE_CHECKING:
    from pathlib import Path

    from db import Store


@pytest.fixture(autouse=True)
def a_day_that_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "today", lambda: TODAY)
    monkeypatch.setenv("BILAT_DESK", "MA")


def asked(store: Store, *words: str) -> int:
    return brief(["--store", str(store.path), *words])


def test_markdown_comes_out_of_stdout_and_nothing_is_written(
    demo_store: Store, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    changes = count(demo_store, "change")
    assert asked(demo_store, "MA-ES") == 0
    said = capfdbinary.readouterr()
    assert said.out.decode().startswith(
        "# Morocco – Spain\n\nBrief of Sat 21 Nov 2026 · Morocco desk · ES-MA\n"
    )
    assert "## Line to take" in said.out.decode()
    assert said.err == b""
    assert count(demo_store, "change") == changes


def test_a_file_is_written_for_its_owner_alone_in_the_format_of_its_name(
    demo_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("page.docx", "page.html", "page.md", "page.txt"):
        assert asked(demo_store, "V-2026-001", "--out", str(tmp_path / name)) == 0
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    said = capsys.readouterr()
    assert said.out == ""
    assert f"Saved {tmp_path / 'page.docx'}" in said.err
    assert (
        Document(BytesIO((tmp_path / "page.docx").read_bytes())).paragraphs[0].text.startswith("Visit DE→MA")
    )
    assert (tmp_path / "page.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert (tmp_path / "page.txt").read_text("utf-8").startswith("# Visit DE→MA")


def test_a_file_that_is_there_stays_unless_told_otherwise(demo_store: Store, tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.write_text("mine", "utf-8")
    with pytest.raises(Conflict, match="there is something already"):
        asked(demo_store, "MA-ES", "--out", str(file), "--take")
    assert file.read_text("utf-8") == "mine"
    assert count(demo_store, "brief") == 0
    assert asked(demo_store, "MA-ES", "--out", str(file), "--over") == 0
    assert file.read_text("utf-8").startswith("# Morocco")


def test_take_notes_it_so_that_the_next_one_tells_what_changed(
    demo_store: Store, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert asked(demo_store, "MA-ES", "--take") == 0
    assert b"Noted that the brief on ES-MA was taken." in capfdbinary.readouterr().err
    assert count(demo_store, "brief", "record_kind = 'pair' AND record_id = 'ES-MA'") == 1
    asked(demo_store, "MA-ES")
    assert "## Changed since the last brief (" in capfdbinary.readouterr().out.decode()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["FR-MA"], 4),
        (["V-2099-001"], 4),
        (["Nobody Atall"], 4),
        (["abd"], 5),
        (["MA-ES", "--over"], 2),
        (["MA-ES", "--format", "pdf"], 2),
        ([], 2),
    ],
)
def test_what_goes_wrong_has_an_exit_code_of_its_own(
    demo_store: Store, words: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        ended = main(["brief", "--store", str(demo_store.path), *words])
    except SystemExit as wrong_use:
        ended = int(wrong_use.code or 0)
    assert ended == code
    assert capsys.readouterr().out == ""


def test_who_is_meant_is_asked_by_naming_the_candidates(demo_store: Store) -> None:
    with pytest.raises(Conflict, match=r"Abdellatif Hammouchi .*Abdelouafi Laftit"):
        asked(demo_store, "abd")
    with pytest.raises(NotFound, match="There is no V-2099-001"):
        asked(demo_store, "V-2099-001")


def test_a_word_document_is_not_poured_into_a_terminal(
    demo_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with pytest.raises(BadInput, match="--out"):
        asked(demo_store, "MA-ES", "--format", "docx")


def test_a_word_document_goes_through_a_pipe(demo_store: Store) -> None:
    command = "import sys; from tui.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", command, "brief", "--store", demo_store.path, "hammouchi", "--format", "docx"],
        capture_output=True,
        check=True,
    )
    assert Document(BytesIO(done.stdout)).paragraphs[0].text == "Abdellatif Hammouchi"


@pytest.mark.parametrize("desk", ["", "MA"])
def test_one_country_of_several_pairs_ends_with_5_and_names_them(
    demo_store: Store, desk: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BILAT_DESK", desk)
    assert main(["--store", str(demo_store.path), "brief", "MA"]) == 5
    said = capsys.readouterr()
    assert "its pairs are" in said.err
    assert "ES-MA" in said.err
    assert said.out == ""


def test_without_a_desk_the_page_claims_none(
    demo_store: Store, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setenv("BILAT_DESK", "")
    assert asked(demo_store, "MA-ES") == 0
    said = capfdbinary.readouterr().out.decode()
    assert "Brief of Sat 21 Nov 2026 · ES-MA\n" in said
    assert " desk" not in said.partition("\n## ")[0]
