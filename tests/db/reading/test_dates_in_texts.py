"""Dates where texts have them: none is passed over, and the day of an end or of the next meeting is no beginning."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from db.reading.dates import day_words
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


@pytest.mark.parametrize(
    ("days", "published", "when"),
    [
        ("from 30 December to 2 January", "2025-01-04", "2024-12-30/2025-01-02"),
        ("on 29 February", "2025-03-03", "2024-02-29"),
        ("on 29 February", "9999-12-29", "XXXX-02-29"),
    ],
)
def test_days_that_a_year_may_lack_leave_a_text_readable(
    read: Read, days: str, published: str, when: str
) -> None:
    reading = read(f"Serbian minister Ana Petrovic visited Bulgaria {days}.", published)
    assert reading.visits[0].when.edtf == when


def test_a_next_meeting_whose_day_is_told_is_a_planned_one_of_its_own(read: Read) -> None:
    reading = read(
        "Serbian minister Ana Petrovic met her Bulgarian counterpart in Sofia on 3 March 2025. They agreed to open a "
        "joint office. The next meeting will be held in Belgrade on 12 June 2025.",
        "2025-03-04",
    )
    dossier = as_dossier(reading)
    events = [*dossier["visits"], *dossier["meetings"]]
    assert [one["date"] for one in events if one.get("date")] == ["2025-03-03", "2025-06-12"]
    assert dossier["meetings"][-1]["status"] == "planned"
    assert (dossier["meetings"][-1]["place"], dossier["meetings"][-1]["roles"]["RS"]) == ("Belgrade", "host")
    assert dossier["background"] == []


def test_a_next_meeting_of_which_only_the_month_is_told_stays_in_the_background(read: Read) -> None:
    reading = read(
        "Serbian minister Ana Petrovic met her Bulgarian counterpart in Sofia on 3 March 2025. They agreed to open a "
        "joint office. The next meeting will be held in Belgrade in June 2025.",
        "2025-03-04",
    )
    dossier = as_dossier(reading)
    assert [one["date"] for one in (*dossier["visits"], *dossier["meetings"]) if one.get("date")] == [
        "2025-03-03"
    ]
    assert dossier["background"] == ["The next meeting will be held in Belgrade in June 2025."]
    assert [one.when.edtf for one in reading.meetings if one.to_come] == ["2025-06"]


def test_somebody_called_said_did_not_say_it_on_that_day(read: Read) -> None:
    reading = read(
        "Oman's Inspector-General of Police Said bin Nasser met in Baghdad last Sunday with the Iraqi "
        "minister Ali Saadoun.",
        "2024-12-19",
    )
    assert reading.meetings[0].when.edtf == "2024-12-15"
