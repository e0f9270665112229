"""Verbs that say that something came of a meeting, and those that say nothing though they look so."""

from __future__ import annotations

import pytest

from tests.db.reading.conftest import Read
from tests.db.reading.test_whose_words import outcomes

MET = "Kenyan minister Asha Otieno met her Ugandan counterpart, Peter Okello, in Kampala on 3 March 2025. "
RENCONTRE = "Le ministre sénégalais Aly Sow a rencontré son homologue malien, Issa Coulibaly, à Bamako le 3 mars 2025. "
REUNIO = "La ministra peruana Ana Ruiz se reunió con su homólogo chileno, Luis Paz, en Santiago el 3 de marzo de 2025. "


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        (MET + "The ministers exchanged a Letter of Intent on fire safety.", "signed"),
        (MET + "The officials committed that they will keep the line open at night.", "agreed"),
        (MET + "Kenya stands ready to train the Ugandan coast guard.", "proposed"),
        (MET + "Ms Otieno expressed her country's wish to learn from the Ugandan registry.", "proposed"),
        (MET + "Kenya and Uganda exchanged perspectives on fishing rights.", "discussed"),
        (MET + "Ms Otieno confirmed the long-term commitment of Kenya to the ferry.", "discussed"),
        (MET + "Mr Okello provided an update on the survey of the lake.", "discussed"),
        (MET + "They engaged in a frank dialogue on the safety of fishermen.", "discussed"),
        (MET + "The committee recognized smuggling, above all of fuel, as the gravest threat.", "discussed"),
        (MET + "Kenya attaches great importance to the patrols on the lake.", "discussed"),
        (RENCONTRE + "M. Sow a pris l'engagement de supprimer deux postes.", "agreed"),
        (
            RENCONTRE + "Il a renouvelé à son hôte la disponibilité du Sénégal à former des douaniers.",
            "proposed",
        ),
        (RENCONTRE + "La réunion a permis d'aborder le vol de bétail.", "discussed"),
        (RENCONTRE + "Les ministres se sont dits satisfaits des patrouilles mixtes.", "discussed"),
        (REUNIO + "Los ministros se comprometieron también a compartir sus registros.", "agreed"),
        (REUNIO + "Se consensuó la creación de un equipo de análisis.", "agreed"),
        (REUNIO + "La delegación chilena puso a consideración la compra de radares.", "proposed"),
        (REUNIO + "Se exploraron fórmulas para compartir imágenes.", "explored"),
        (REUNIO + "Se ha puesto de relieve la conveniencia de nuevas patrullas.", "discussed"),
    ],
)
def test_what_was_said_or_undertaken_is_an_outcome(read: Read, text: str, rung: str) -> None:
    assert rung in [said for said, _ in outcomes(read, text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The pact will serve as a cornerstone for their partnership.",
        "This special working group will improve coordination among services.",
        "It will also highlight what unites both peoples.",
        "More details will be forthcoming in the coming days.",
        "Ms Otieno consulted with a range of senior leaders.",
        "An offer of boats will be looked at once funds are known.",
        'The minister was asked about fees. "They are high. We will ask our cabinet first," she said.',
        "Ms Otieno praised the excellent organization of the forum.",
        "A new schedule was requested by Nairobi.",
    ],
)
def test_praise_effects_and_talk_are_no_outcome(read: Read, sentence: str) -> None:
    assert outcomes(read, MET + sentence) == []


def test_an_inspection_of_a_guard_is_no_outcome(read: Read) -> None:
    assert outcomes(read, RENCONTRE + "M. Sow a passé en revue un détachement de la garde.") == []


def test_who_invites_in_a_clause_of_its_own_invites_all_the_same(read: Read) -> None:
    text = (
        REUNIO + "El acto terminó con un saludo de Ana Ruiz, quien invitó a su colega a visitar Lima en mayo."
    )
    assert [rung for rung, _ in outcomes(read, text)] == ["proposed"]


def test_by_whom_it_is_told_is_no_outcome(read: Read) -> None:
    text = REUNIO + "El acto tuvo lugar en el puerto, según han informado fuentes de la Armada."
    assert outcomes(read, text) == []


def test_two_things_undertaken_in_spanish_are_two(read: Read) -> None:
    text = (
        REUNIO + "Acordaron crear un canal de alerta entre los puertos y realizar patrullas cada dos meses."
    )
    assert [quote.split()[0] for _, quote in outcomes(read, text)] == ["Acordaron", "realizar"]


def test_a_verb_behind_between_is_told_by_itself(read: Read) -> None:
    text = MET + "They discussed contacts between provincial chiefs and initialed a memorandum on archives."
    assert [rung for rung, _ in outcomes(read, text)] == ["discussed", "signed"]


def test_who_asks_for_no_name_hides_no_outcome(read: Read) -> None:
    text = (
        MET + "An official who asked not to be named said Kampala had offered two boats to the coast guard."
    )
    assert [rung for rung, _ in outcomes(read, text)] == ["proposed"]
