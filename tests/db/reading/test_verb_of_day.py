"""A weekday is the coming one behind a verb of the future, and the last one behind one of the past."""

from __future__ import annotations

import pytest

from tests.db.reading.conftest import Read

_WRITTEN = "2024-05-08"  # a Wednesday


def told(read: Read, sentence: str) -> tuple[str, str]:
    """The day and the status of the only event of a sentence."""
    found = read(sentence, _WRITTEN)
    event = found.visits[0] if found.visits else found.meetings[0]
    return event.when.edtf, event.status


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile's interior minister, Juan Rojas, is likely to visit Peru on Friday.",
        "Chile's interior minister is slated to visit Peru Friday.",
        "Talks between the police chiefs of Chile and Peru are to begin in Lima on Friday.",
        "The interior ministers of Peru and Chile meet on Friday in Lima.",
        "Chile's interior minister, Juan Rojas, arrives in Lima on Friday for talks with his Peruvian counterpart.",
        "El ministro de Chile, Juan Rojas, participará el viernes en Lima en una reunión con su homólogo peruano.",
        "El ministro del Interior de Chile, Juan Rojas, iniciará el viernes una visita a Perú.",
        "El ministro del Interior de Chile, Juan Rojas, viaja este viernes a Perú.",
        "La reunión de los jefes de policía de Chile y Perú será el viernes en Lima.",
        "La reunión de los jefes de policía de Chile y Perú está programada para el viernes en Lima.",
        "Este viernes, los ministros de Perú y Chile sostendrán una reunión en Tacna.",
        "Le ministre béninois de l'Intérieur participera vendredi à Lomé à une réunion avec son homologue togolais.",
        "Le ministre béninois de l'Intérieur entame vendredi une visite au Togo.",
        "Le ministre béninois de l'Intérieur doit rencontrer vendredi à Lomé son homologue togolais.",
        "Une réunion des chefs de police du Bénin et du Togo s'ouvrira vendredi à Lomé.",
    ],
)
def test_a_weekday_of_a_verb_of_the_future_is_the_coming_one(read: Read, sentence: str) -> None:
    assert told(read, sentence) == ("2024-05-10", "planned")


@pytest.mark.parametrize(
    "sentence",
    [
        "The interior ministers of Peru and Chile, meeting in Lima on Tuesday, said they will open a joint centre.",
        "On Tuesday, Peru's interior minister received Chile's police chief, who will travel to Brazil next.",
        "El ministro de Chile abordó el martes en Lima con su homólogo peruano la próxima cumbre.",
        "El ministro de Chile presentó el martes en Lima a su homólogo peruano el plan que se realizará en junio.",
        "El ministro de Chile aseguró el martes en Lima, tras reunirse con su homólogo peruano, que se celebrará otra.",
        "Le ministre béninois a examiné mardi à Lomé avec son homologue togolais la prochaine session.",
        "Le ministre béninois et son homologue togolais se sont dits mardi à Lomé prêts à tenir la prochaine session.",
    ],
)
def test_a_weekday_of_a_verb_of_the_past_is_the_last_one(read: Read, sentence: str) -> None:
    assert told(read, sentence) == ("2024-05-07", "held")


def test_a_weekday_of_the_present_is_yesterday_too(read: Read) -> None:
    assert (
        told(read, "Le ministre béninois reçoit mardi à Cotonou son homologue togolais.")[0] == "2024-05-07"
    )


def test_a_weekday_of_the_present_that_may_be_before_or_after_has_no_day(read: Read) -> None:
    assert told(read, "Le ministre béninois reçoit lundi à Cotonou son homologue togolais.")[0] == ""


def test_somebody_who_is_there_since_a_day_came_on_the_last_one(read: Read) -> None:
    text = "Une mission de la police togolaise séjourne depuis dimanche à Cotonou, qu'elle quittera vendredi."
    assert told(read, text)[0].startswith("2024-05-05")


def test_what_only_looks_like_the_future_leaves_a_day_in_the_past(read: Read) -> None:
    text = "Due to a storm on Tuesday, Peru's interior minister received Chile's police chief in Cusco."
    assert told(read, text)[0] == "2024-05-07"


def test_somebody_who_is_lined_up_to_arrive_is_still_to_come(read: Read) -> None:
    text = (
        "Chile's interior minister, Juan Rojas, is expected in Peru for an official visit. "
        "Rojas is lined up to arrive on Sunday. He will be received on Monday in Lima."
    )
    (visit,) = read(text, _WRITTEN).visits
    assert (visit.when.edtf, visit.status) == ("2024-05-12", "planned")


def test_talks_that_are_completed_after_three_days_began_before(read: Read) -> None:
    text = (
        "The talks of Chile's and Peru's police, which lasted three days in Lima, were completed on Tuesday."
    )
    assert told(read, text)[0] == "2024-05-05/2024-05-07"
