"""`bilat read`: a text as a dossier, or as a page to look at."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from db import BadInput, Store
from db.drafts import Dossier
from tests.db.making import count
from tests.tui.desk import DOUBTFUL, ITEM
from tui.run import Wishes
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


def test_the_page_names_those_who_are_told_as_a_group(
    empty_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "group.txt"
    article.write_text(
        "Portuguese Interior Minister Rita Calado visited Morocco on 4 March 2026."
        " She and her delegation met Moroccan security officials in Rabat.",
        "utf-8",
    )
    assert read([str(article), "--store", str(empty_store.path)]) == 0
    page = capsys.readouterr().out
    assert "MA  Moroccan security officials · group" in page
    assert "PT  her delegation · group" in page


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


def test_what_is_left_to_an_officer_is_counted_and_each_told_with_its_reason_once(
    empty_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "item.txt"
    ahead = (
        "The ministers prepared the start of the dialogue, which will be held in Lisbon on 9 September 2026."
    )
    path.write_text(f"{TEXT} {ahead}", "utf-8")
    read([str(path), "--store", str(empty_store.path), "--save"])
    assert "Left to an officer: 1 proposal.\n" in capsys.readouterr().err
    path.write_text(TEXT.replace("open a joint office", "set up a common office"), "utf-8")
    read([str(path), "--store", str(empty_store.path), "--save"])
    left = [line for line in capsys.readouterr().err.splitlines() if "same?" in line]
    assert left
    assert all(line.count("The same") == 1 for line in left), left


def test_several_texts_are_refused_with_what_to_type_instead(empty_store: Store, article: Path) -> None:
    with pytest.raises(BadInput, match="One text at a time"):
        read([str(article), str(article), "--save", "--store", str(empty_store.path)])


def test_a_folder_is_refused_as_what_was_typed_wrongly(empty_store: Store, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="is a folder"):
        read([str(tmp_path), "--json", "--store", str(empty_store.path)])


def test_a_head_who_is_named_leads_the_delegation_of_the_country_that_the_text_is_about(
    empty_store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "item.txt"
    path.write_text(ITEM.replace(" of Morocco", ""), "utf-8")
    assert read([str(path), "--save", "--store", str(empty_store.path)]) == 0
    assert (
        count(empty_store, "visit", "sending = 'MA' AND host = 'PT' AND date_text = 'March 11 and 12'") == 1
    )
    assert count(empty_store, "official", "name = 'Idris Benomar'") == 1
    assert count(empty_store, "action") > 1


def test_what_is_left_to_an_officer_is_told_in_words_and_set_in(
    empty_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "item.txt"
    path.write_text(DOUBTFUL, "utf-8")
    assert read([str(path), "--save", "--store", str(empty_store.path)]) == 0
    told = capsys.readouterr().err.splitlines()
    assert [line for line in told if line.startswith("  ? Visit MA→PT  (Who travels")]
    (topics,) = (line for line in told if line.startswith("  ?   topics "))
    assert "Drug trafficking" in topics


def test_the_desk_opens_in_the_look_that_is_asked_for(
    empty_store: Store, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wished: list[Wishes] = []
    monkeypatch.setattr("tui.shell.read.on_a_terminal", lambda *, piped: not piped)

    def dashboard(wishes: Wishes) -> int:
        wished.append(wishes)
        return 0

    monkeypatch.setattr("tui.run.dashboard", dashboard)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    words = [str(article), "--store", str(empty_store.path), "--theme", "bilat-light", "--ascii"]
    assert read(words) == 0
    assert (wished[0].theme, wished[0].ascii) == ("bilat-light", True)
