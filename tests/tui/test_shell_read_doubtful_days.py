"""`bilat read`: the text's own day of publication, and days that are not certain."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from db import Store
from tui.shell.read import read

DATED = (
    "Kigali, 12 May 2025\n\nRwandan minister Jean Uwase visited Kenya on Tuesday and met her Kenyan counterpart in"
    " Nairobi."
)
DOUBTFUL = "Serbian minister Ana Petrovic visited Bulgaria {day} and met her Bulgarian counterpart in Sofia."


def _read(store: Store, folder: Path, text: str, *options: str) -> None:
    path = folder / "text.txt"
    path.write_text(text, "utf-8")
    assert read([str(path), "--store", str(store.path), *options]) == 0


def test_the_own_day_of_a_text_stands_and_another_one_is_told_as_a_conflict(
    empty_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _read(empty_store, tmp_path, DATED, "--json", "--published", "2025-06-20")
    told = capsys.readouterr()
    dossier = json.loads(told.out)
    assert dossier["source"]["published"] == "2025-05-12"
    assert dossier["visits"][0]["date"] == "2025-05-06"
    assert "of Mon 12 May 2025; that stands, not Fri 20 Jun 2025." in told.err


@pytest.mark.parametrize("asked", ["2025-05-12", "may 2025"])
def test_a_day_that_fits_the_own_one_is_no_conflict(
    empty_store: Store, tmp_path: Path, asked: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _read(empty_store, tmp_path, DATED, "--published", asked)
    told = capsys.readouterr()
    assert "Mon 12 May 2025" in told.out
    assert told.err == ""


def test_a_dateline_without_its_year_takes_the_day_that_was_asked_for(
    empty_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _read(empty_store, tmp_path, DATED.replace(" 2025", ""), "--json", "--published", "2025-05-13")
    told = capsys.readouterr()
    assert json.loads(told.out)["source"]["published"] == "2025-05-13"
    assert told.err == ""


@pytest.mark.parametrize(
    ("day", "when", "reason"),
    [
        (
            "last Wednesday, or June 15,",
            "2025-06-15?",
            "15 Jun 2025 is a Sunday, and the text says Wednesday.",
        ),
        ("in the last month", "[2025-05-17..2025-06-17]", "It was some day from 17 May 2025 to 17 Jun 2025"),
    ],
)
def test_a_doubtful_day_is_told_with_its_reason_and_not_entered_unseen(
    empty_store: Store, tmp_path: Path, day: str, when: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = DOUBTFUL.format(day=day)
    _read(empty_store, tmp_path, text, "--published", "2025-06-17")
    assert f"? {reason}" in capsys.readouterr().out
    _read(empty_store, tmp_path, text, "--json", "--published", "2025-06-17")
    (visit,) = json.loads(capsys.readouterr().out)["visits"]
    assert visit["date"] == when
    assert reason in visit["note"]
    _read(empty_store, tmp_path, text, "--save", "--published", "2025-06-17")
    assert reason in capsys.readouterr().err
    with empty_store.read() as reader:
        assert reader.all("SELECT date_edtf FROM visit") == [("",)]


def test_without_a_day_of_publication_the_years_are_told_that_fit_the_weekday(
    empty_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _read(empty_store, tmp_path, DOUBTFUL.format(day="last Wednesday, or June 15,"))
    assert "It is a Wednesday in 2022, 2016, 2011, 2005." in capsys.readouterr().out
