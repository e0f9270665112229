"""Names with an initial or a town in them, lists behind "these include", and a first session that is planned."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db.reading import SourceLine, as_dossier, read_text
from db.rows import Moment
from seeds import create_store

_TODAY = Moment(date(2026, 11, 21), "")
_EN = "RABAT, 4 March 2026 - Moroccan Interior Minister Said Berrahou received in Rabat "
_FR = "RABAT, le 4 mars 2026 - Le ministre marocain de l'Intérieur, Said Berrahou, a reçu à Rabat "
_ES = "RABAT, 4 de marzo de 2026 - El ministro del Interior de Marruecos, Said Berrahou, recibió en Rabat "
_GUESTS = {
    _EN: "Portugal's Interior Minister Luis Tavares. ",
    _FR: "le ministre portugais de l'Intérieur, Luis Tavares. ",
    _ES: "al ministro del Interior de Portugal, Luis Tavares. ",
}


def read(tmp_path: Path, text: str) -> dict[str, Any]:
    """What a text says, with a store that knows nobody."""
    book = create_store(tmp_path / "store.db", officer="officer")
    with book.read() as reader:
        told = as_dossier(read_text(reader, text, source=SourceLine(), moment=_TODAY))
    book.close()
    return told


def names(told: dict[str, Any]) -> set[str]:
    return {official["name"] for official in told["officials"]}


@pytest.mark.parametrize(
    ("start", "title", "name"),
    [
        (_EN, "the head of the legal department of the Maltese Ministry of Justice, ", "D. Zerafa"),
        (_EN, "the Commissioner of the Malta Police, Prisons and Rescue Service, ", "Carla Zerafa Borg"),
        (_FR, "le ministre portugais des Affaires étrangères, de la Pêche et de l'Énergie, ", "Luis Évora Tavares"),
        (_FR, "la directrice portugaise des Grands chantiers, ", "Filipa Gouveia"),
        (_ES, "al embajador de Portugal concurrente en Marruecos, ", "Luis Gouveia Prado"),
    ],
)  # fmt: skip
def test_a_name_is_found_behind_a_long_or_odd_title(
    tmp_path: Path, start: str, title: str, name: str
) -> None:
    assert name in names(read(tmp_path, f"{start}{title}{name}."))


def test_what_a_list_holds_is_agreed_where_the_sentence_in_front_says_so(tmp_path: Path) -> None:
    text = (
        f"{_EN}{_GUESTS[_EN]}\n\nThe two ministers agreed on several useful measures. They include:\n\n"
        "- the lending of two dog handlers for the summer;\n- a shared telephone line for the harbours.\n"
    )
    told = str(read(tmp_path, text))
    assert "the lending of two dog handlers" in told
    assert "several useful measures" not in told


@pytest.mark.parametrize(
    ("start", "first"),
    [
        (_EN, "They agreed to set up a committee. Its first meeting is planned for 9 April 2026 in Lisbon."),
        (
            _FR,
            "Ils ont décidé de créer un comité. Sa première réunion est prévue pour le 9 avril 2026 à Lisbonne.",
        ),
        (
            _ES,
            "Acordaron crear un comité. Su primera reunión está prevista para el 9 de abril de 2026 en Lisboa.",
        ),
    ],
)
def test_a_first_session_with_a_day_is_a_planned_meeting(tmp_path: Path, start: str, first: str) -> None:
    told = read(tmp_path, f"{start}{_GUESTS[start]}{first}")
    events = (*told.get("visits", ()), *told.get("meetings", ()))
    assert [one["date"] for one in events if one["status"] == "planned"] == ["2026-04-09"]


def test_a_visit_of_this_week_has_the_days_of_coming_and_leaving(tmp_path: Path) -> None:
    text = (
        "Samoa Police\n4 September 2025\n\nThe Commissioner of the Samoa Police, Tui Leota, hosted a delegation from "
        "the Fiji Police in Apia this week.\n\nThe Fijian delegation, which arrived on Monday 1 September and left on "
        "Wednesday evening, was led by Deputy Commissioner Semi Rabuka."
    )
    assert read(tmp_path, text)["visits"][0]["date"] == "2025-09-01/2025-09-03"


def test_whom_somebody_had_met_before_was_not_there(tmp_path: Path) -> None:
    text = f"{_EN}{_GUESTS[_EN]}Tavares had met Justice Minister Nadia Ziane in January to discuss the new courts."
    assert "Nadia Ziane" not in names(read(tmp_path, text))
