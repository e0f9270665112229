"""`bilat read`: a text as a dossier, or as a page to look at."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from db import BadInput, Store
from db.drafts import Dossier
from tests.db.making import count
from tui.shell.read import read

TEXT = (
    "Portuguese Interior Minister Rita Calado travelled to Morocco on 4 and 5 March. "
    "The ministers agreed to open a joint office by the end of 2026."
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_json_is_a_dossier_that_can_be_imported(
    empty_store: Store, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert read([str(article), "--store", str(empty_store.path), "--json", "--published", "2026-03-06"]) == 0
    dossier = json.loads(capsys.readouterr().out)
    Dossier.from_plain(dossier)
    assert dossier["source"]["published"] == "2026-03-06"
    (visit,) = dossier["visits"]
    assert (visit["sending"], visit["host"], visit["date"]) == ("PT", "MA", "2026-03-04/2026-03-05")
    (action,) = visit["actions"]
    start, end = action["span"]
    assert action["quote"] == TEXT[start:end]
    assert (action["rung"], action["due"]) == ("agreed", "2026-12-31")


def test_without_json_it_is_a_page_to_look_at(
    empty_store: Store, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert read([str(article), "--store", str(empty_store.path)]) == 0
    page = capsys.readouterr().out
    assert "visit PT > MA" in page
    assert "PT  Rita Calado" in page
    assert "agreed" in page


def test_a_text_may_come_on_stdin(
    empty_store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert read(["-", "--store", str(empty_store.path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["visits"][0]["date"] == "XXXX-03-04/XXXX-03-05"


def test_a_day_of_publication_that_is_none_is_refused(empty_store: Store, article: Path) -> None:
    with pytest.raises(BadInput):
        read([str(article), "--store", str(empty_store.path), "--published", "someday"])


def test_reading_changes_nothing(empty_store: Store, article: Path) -> None:
    before = empty_store.path.read_bytes()
    read([str(article), "--store", str(empty_store.path), "--json"])
    assert empty_store.path.read_bytes() == before


def test_what_is_sure_enters_unattended_and_the_rest_is_told(
    empty_store: Store, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert read([str(article), "--store", str(empty_store.path), "--save"]) == 0
    said = capsys.readouterr()
    assert said.out == "V-2026-001\n"
    assert "Saved V-2026-001 PT→MA and 1 outcome." in said.err
    assert count(empty_store, "visit") == 1
    assert count(empty_store, "citation", "field = 'date' AND quote = '4 and 5 March'") == 1


def test_a_text_that_was_saved_is_not_saved_again(
    empty_store: Store, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert read([str(article), "--store", str(empty_store.path), "--save"]) == 0
    assert "This text is in the store already" in capsys.readouterr().err
    assert count(empty_store, "visit") == 1


def test_what_is_in_doubt_is_left_to_an_officer(
    empty_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "vague.txt"
    path.write_text("Rita Calado led a delegation to Morocco. A Portuguese daily says so.", "utf-8")
    assert read([str(path), "--store", str(empty_store.path), "--save"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "look at it on the reading desk" in said.err
    assert count(empty_store, "visit") == 0
