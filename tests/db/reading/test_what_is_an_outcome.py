"""Where the words of an outcome begin and end, what is told twice, and what only sounds like an outcome."""

from __future__ import annotations

import pytest

from db.reading import Reading
from db.reading.proposals import ReadMeeting, ReadVisit
from tests.db.reading.conftest import Read


def told(found: Reading) -> list[tuple[str, str]]:
    """Every outcome, with its rung."""
    tables = [*found.meetings, *(table for visit in found.visits for table in visit.meetings)]
    events: list[ReadVisit | ReadMeeting] = [*found.visits, *tables]
    return [(one.rung, one.quote) for event in events for one in event.actions]


MET = {
    "en": "Oman's and Kenya's interior ministers met in Muscat on 8 May 2024. ",
    "fr": "Les ministres de l'Intérieur du Bénin et du Togo se sont réunis à Lomé le 8 mai 2024. ",
    "es": "Los ministros del Interior de Perú y de Chile se reunieron en Lima el 8 de mayo de 2024. ",
}


@pytest.mark.parametrize(
    ("language", "sentence", "quote"),
    [
        (
            "fr",
            (
                "Ils ont décidé d'ouvrir un bureau commun, ont annoncé les ministres des deux pays à l'issue des"
                " travaux."
            ),
            "Ils ont décidé d'ouvrir un bureau commun",
        ),
        (
            "en",
            "They agreed to open a joint port office, the press service of the Omani Ministry of Police reported.",
            "They agreed to open a joint port office",
        ),
        (
            "es",
            "Acordaron abrir una oficina conjunta en el puerto, detalló la cancillería.",
            "Acordaron abrir una oficina conjunta en el puerto",
        ),
        (
            "fr",
            (
                "Le ministre béninois, qui s'exprimait devant la presse au terme d'une longue séance de travail à Lomé,"
                " a révélé que les deux pays sont convenus de rouvrir le poste de la côte."
            ),
            "les deux pays sont convenus de rouvrir le poste de la côte.",
        ),
        (
            "en",
            "They exchanged views and spoke about the patrols on the coast.",
            "They exchanged views and spoke about the patrols on the coast.",
        ),
        (
            "en",
            "They considered a draft accord on ports and a draft protocol proposed by Kenya.",
            "They considered a draft accord on ports and a draft protocol proposed by Kenya.",
        ),
        (
            "fr",
            "Ils ont abordé le sort des commerçants et celui des agents qui y étudient déjà.",
            "Ils ont abordé le sort des commerçants et celui des agents qui y étudient déjà.",
        ),
    ],
)
def test_the_words_of_an_outcome_are_its_own(read: Read, language: str, sentence: str, quote: str) -> None:
    found = read(MET[language] + sentence, "2024-05-09")
    assert [words for _, words in told(found)] == [quote]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("es", "El ministro destacó el excelente nivel de cooperación entre las dos policías."),
        ("fr", "Ils ont souligné que la coopération entre les deux polices est étroite et confiante."),
        ("es", "Ambas autoridades resaltaron que esta alianza es un paso decisivo para la región."),
        ("es", "Es una muestra de la cooperación binacional que busca enfrentar retos comunes."),
        ("es", "El convenio busca fortalecer el intercambio de datos entre las dos policías."),
        ("es", "La reunión se acordó el pasado 28 de febrero en Tacna."),
        ("es", 'El ministro expresó su confianza en que Perú "dará continuidad a este esfuerzo".'),
        (
            "en",
            "He wished his colleague success at the summit of police chiefs, which will be held on 18 June.",
        ),
        ("en", "The minister of Kenya will have a bilateral meeting with the chief of the coast guard."),
        ("fr", "Ils se sont vus pour préparer la prochaine réunion de la commission, prévue le 22 juin."),
        ("es", "En este contexto, acordaron suscribir el siguiente:"),
        ("en", "The highlights of the record of discussions signed by both directors are:"),
    ],
)
def test_what_only_sounds_like_an_outcome_is_none(read: Read, language: str, sentence: str) -> None:
    assert told(read(MET[language] + sentence, "2024-05-09")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ils ont souligné que la coopération est bonne mais qu'il faudra davantage d'agents sur la côte.",
        "Les deux ministres ont souligné le besoin d'ouvrir un bureau commun sur la côte.",
    ],
)
def test_what_is_to_be_done_beside_praise_stays(read: Read, sentence: str) -> None:
    assert len(told(read(MET["fr"] + sentence, "2024-05-09"))) == 1


@pytest.mark.parametrize(
    ("language", "sentence", "outcome"),
    [
        (
            "fr",
            "Cette visite sera couronnée par la signature d'un accord sur le port.",
            ("agreed", "Cette visite sera couronnée par la signature d'un accord sur le port."),
        ),
        (
            "en",
            "The talks will end on Friday with the signing of a record of discussions, a senior officer said.",
            ("agreed", "The talks will end on Friday with the signing of a record of discussions"),
        ),
        (
            "en",
            (
                "For the injuries of guards who met smugglers on the river in the night of the feast, which worried all"
                " of the villages on its banks, both forces"
                " agreed to light the banks."
            ),
            ("agreed", "both forces agreed to light the banks."),
        ),
        (
            "en",
            "Both sides will be deliberating on the patrols of the coast.",
            ("noted", "Both sides will be deliberating on the patrols of the coast."),
        ),
    ],
)
def test_what_is_said_of_what_is_to_come_is_told(
    read: Read, language: str, sentence: str, outcome: tuple[str, str]
) -> None:
    assert told(read(MET[language] + sentence, "2024-05-09")) == [outcome]


def test_what_was_signed_is_told_once(read: Read) -> None:
    text = (
        "Omani and Kenyan police signed a memorandum of understanding on 8 May 2024 to guard the ports together. "
        "Kenya's officials signed a memorandum of understanding with their Omani counterparts following several "
        "rounds of talks. They also signed a memorandum of understanding on visas."
    )
    quotes = [quote for _, quote in told(read(text, "2024-05-09"))]
    assert [quote.split()[-1] for quote in quotes] == ["together.", "visas."]


def test_what_was_considered_is_told_once(read: Read) -> None:
    text = MET["en"] + (
        "They considered a draft accord on ports and a draft protocol proposed by Kenya. "
        "It is reported that during the meeting a draft accord on ports and a draft protocol proposed by Kenya were "
        "considered."
    )
    assert len(told(read(text, "2024-05-09"))) == 1


def test_what_is_being_negotiated_is_named(read: Read) -> None:
    text = MET["fr"] + (
        "En ce qui concerne la circulation des commerçants de la région côtière, un nouvel accord béno-togolais de"
        " transit des marchandises est en cours de négociation."
    )
    ((_, quote),) = told(read(text, "2024-05-09"))
    assert "un nouvel accord" in quote


@pytest.mark.parametrize(
    "sentence",
    [
        "El grupo de puertos, integrado el pasado 27 de abril, será fortalecido.",
        "La reunión se acordó el pasado 28 de abril en Tacna.",
        "It was his first journey since his appointment as director in April 2024.",
    ],
)
def test_the_day_of_a_group_an_arrangement_or_an_appointment_is_not_that_of_the_visit(
    read: Read, sentence: str
) -> None:
    found = read("Peru's police chief Luis Rojas visited Chile. " + sentence, "2024-05-09")
    events: list[ReadVisit | ReadMeeting] = [*found.visits, *found.meetings]
    assert all(event.when.edtf == "" for event in events)
