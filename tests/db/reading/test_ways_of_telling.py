"""The many ways in which papers tell that somebody came or met somebody, and on which day."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from db.commitments import RUNGS
from db.reading.proposals import ReadVisit
from tests.db.reading.conftest import Read, countries_of, events_of, people_of

DAY_ABOVE = {
    "en": "Oman and Peru interior ministers\n5 June 2025\n\n",
    "fr": "Ministres d'Oman et du Pérou\n5 juin 2025\n\n",
    "es": "Ministros de Omán y Perú\n5 de junio de 2025\n\n",
}


def told(of: str) -> dict[str, Any]:
    """The sentences of each language."""
    return tomllib.loads(Path(__file__).with_name(f"told_{of}.toml").read_text("utf-8"))


DAYS, EVENTS, AHEAD, PEOPLE, OUTCOMES = map(told, ("days", "events", "ahead", "people", "outcomes"))
CASES = [
    (language, frame, day, meant)
    for language, days in DAYS.items()
    for frame in days["sentences"]
    for day, meant in days["days"]["plan" if frame == "plan" else "held"]
]


@pytest.mark.parametrize(("language", "frame", "day", "meant"), CASES)
def test_a_day_means_the_same_in_whatever_words_it_is_told(
    read: Read, language: str, frame: str, day: str, meant: str
) -> None:
    begins = day[0].upper() + day[1:].rstrip(",")
    sentence = (
        DAYS[language]["sentences"][frame].format(d=day, D=begins).replace(",,", ",").replace(",.", ".")
    )
    (event,) = events_of(read(f"{DAY_ABOVE[language]}{sentence}"))
    assert event.when.edtf.partition("/")[0] == meant
    assert event.status == ("planned" if frame == "plan" else "held")


@pytest.mark.parametrize(
    ("language", "kind", "host", "sentence"),
    [(language, *one) for language, several in EVENTS.items() for one in several],
)
def test_who_came_to_whom_is_read_in_whatever_words_it_is_told(
    read: Read, language: str, kind: str, host: str, sentence: str
) -> None:
    found = read(f"{DAY_ABOVE[language].partition(chr(10))[2]}{sentence}")
    (event,) = events_of(found)
    assert countries_of(event) == {"OM", "PE"}
    assert event.when.edtf.partition("/")[0] == "2025-06-03"
    if isinstance(event, ReadVisit):
        assert "V" in kind
        assert event.host == host
    else:
        assert "M" in kind
        assert [code for code, role in event.roles if role == "host"] == ([host] if host else [])
    sides = {one.name: one.country for one in people_of(found)}
    named = {"Salim Hadi": "OM", "Juan Paz": "PE"}
    assert sides == {name: country for name, country in named.items() if name in sentence}


MET = {
    "en": "Peruvian Interior Minister Juan Paz met {p} in Lima on Tuesday. They agreed to exchange officers.",
    "fr": "Le ministre péruvien de l'Intérieur, Juan Paz, a rencontré mardi à Lima {p}. Ils ont convenu d'un échange.",
    "es": "El ministro peruano del Interior, Juan Paz, se reunió el martes en Lima con {p}. Acordaron un intercambio.",
}


@pytest.mark.parametrize(
    ("language", "told", "name"),
    [(language, *one) for language, several in PEOPLE.items() for one in several],
)
def test_somebody_is_read_in_whatever_words_they_are_introduced(
    read: Read, language: str, told: str, name: str
) -> None:
    sentence = MET[language].format(p=told).replace(",,", ",").replace(",.", ".")
    found = people_of(read(f"{DAY_ABOVE[language].partition(chr(10))[2]}{sentence}"))
    assert {one.name for one in found} == {"Juan Paz", name}
    assert all(one.post for one in found)
    assert {one.name for one in found if one.country == "PE"} == {"Juan Paz"}
    assert all(one.country for one in found)


@pytest.mark.parametrize(
    ("language", "kind", "host", "status", "day", "sentence"),
    [(language, *one) for language, several in AHEAD.items() for one in several],
)
def test_what_is_to_come_or_off_is_not_taken_for_held(
    read: Read, language: str, kind: str, host: str, status: str, day: str, sentence: str
) -> None:
    (event,) = events_of(read(f"{DAY_ABOVE[language].partition(chr(10))[2]}{sentence}"))
    assert countries_of(event) == {"OM", "PE"}
    assert ("V" if isinstance(event, ReadVisit) else "M") in kind
    assert event.status == status or not status
    assert event.when.edtf.partition("/")[0] == day or not day
    hosts = (
        [event.host]
        if isinstance(event, ReadVisit)
        else [code for code, role in event.roles if role == "host"]
    )
    assert hosts == ([host] if host else [])


BEFORE = {
    "en": "The Interior Ministers of Oman and Peru, Salim Hadi and Juan Paz, met in Lima on Tuesday.",
    "fr": "Les ministres de l'Intérieur d'Oman et du Pérou, Salim Hadi et Juan Paz, se sont rencontrés mardi à Lima.",
    "es": "Los ministros del Interior de Omán y Perú, Salim Hadi y Juan Paz, se reunieron el martes en Lima.",
}


@pytest.mark.parametrize(
    ("language", "rung", "sentence"),
    [(language, *one) for language, several in OUTCOMES.items() for one in several],
)
def test_an_outcome_is_on_the_rung_of_its_verb(read: Read, language: str, rung: str, sentence: str) -> None:
    found = read(f"{DAY_ABOVE[language].partition(chr(10))[2]}{BEFORE[language]} {sentence}")
    rungs = [RUNGS.index(action.rung) for event in events_of(found) for action in event.actions]
    if not rung:
        assert rungs == []
    elif RUNGS.index(rung) >= RUNGS.index("proposed"):
        assert rungs == [RUNGS.index(rung)]
    else:  # which of the words of talking it was is a step apart at most
        assert rungs
        assert all(abs(one - RUNGS.index(rung)) <= 1 for one in rungs)
