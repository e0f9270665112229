"""Dates where texts have them: none is passed over, and the day of an end or of the next meeting is no beginning."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from db.reading import day_words
from db.reading.dossier import as_dossier
from tests.db.reading.conftest import Read

DATES = Path(__file__).with_name("dates.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("words", DATES)
def test_no_date_is_passed_over_by_its_first_letters(words: str) -> None:
    everywhere = re.compile(rf"\b(?:{day_words.PATTERN})", re.VERBOSE)
    found = [match.span() for match in day_words.compiled().finditer(words)]
    assert found == [match.span() for match in everywhere.finditer(words)]
    assert found


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "Serbian minister Ana Petrovic ended a three-day visit to Bulgaria on 6 July 2025.",
            "2025-07-04/2025-07-06",
        ),
        (
            "Le ministre serbe Ivan Petrovic a achevé le 6 juillet 2025 une visite de deux jours en Bulgarie.",
            "2025-07-05/2025-07-06",
        ),
        (
            "El ministro hondureño Juan Paz concluyó el 6 de julio de 2025 una visita de cuatro días a Nicaragua.",
            "2025-07-03/2025-07-06",
        ),
        ("Serbian minister Ana Petrovic began a three-day visit to Bulgaria on 6 July 2025.", "2025-07-06"),
    ],
)
def test_the_day_on_which_a_visit_ended_is_not_its_first(read: Read, text: str, when: str) -> None:
    assert read(text).visits[0].when.edtf == when


def test_the_day_of_the_next_meeting_is_no_date_of_what_took_place(read: Read) -> None:
    reading = read(
        "Serbian minister Ana Petrovic met her Bulgarian counterpart in Sofia on 3 March 2025. They agreed to open a "
        "joint office. The next meeting will be held in Belgrade on 12 June 2025.",
        "2025-03-04",
    )
    dossier = as_dossier(reading)
    events = [*dossier["visits"], *dossier["meetings"]]
    assert [one["date"] for one in events if one.get("date")] == ["2025-03-03"]
    assert dossier["background"] == ["The next meeting will be held in Belgrade on 12 June 2025."]
    assert [one.when.edtf for one in reading.meetings if one.to_come] == ["2025-06-12"]


def test_somebody_called_said_did_not_say_it_on_that_day(read: Read) -> None:
    reading = read(
        "Oman's Inspector-General of Police Said bin Nasser met in Baghdad last Sunday with the Iraqi "
        "minister Ali Saadoun.",
        "2024-12-19",
    )
    assert reading.meetings[0].when.edtf == "2024-12-15"
