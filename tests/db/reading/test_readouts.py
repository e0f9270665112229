"""Readouts of leaders: what is only restated or praised is no outcome, and what was long before is no event."""

from __future__ import annotations

import pytest

from tests.db.reading.conftest import Read

_MET = "Minister Jane Doe of Kenya met Minister John Roe of Oman in Nairobi on 3 March 2025. "
_RENCONTRE = (
    "La ministre kényane Jane Doe a rencontré le ministre omanais John Roe à Nairobi le 3 mars 2025. "
)
_REUNIO = (
    "La ministra keniana Jane Doe se reunió con el ministro omaní John Roe en Nairobi el 3 de marzo de 2025. "
)


def outcomes(read: Read, text: str) -> list[tuple[str, str]]:
    """What came of the visits and meetings of a text."""
    reading = read(text, "2025-03-04")
    visits = [one for event in reading.visits for one in event.actions]
    return [
        (one.rung, one.quote)
        for one in (*visits, *(one for event in reading.meetings for one in event.actions))
    ]


@pytest.mark.parametrize(
    "text",
    [
        _MET + "The minister reiterated Kenya's unwavering commitment to the defense of the Gulf.",
        _MET + "She emphasized the importance of upholding human rights and the rule of law.",
        _MET + "The sides reaffirmed their shared vision of an open Indian Ocean.",
        _MET + "He expressed support for Kenya's efforts to reform its pensions.",
        _MET + "She welcomed Oman's forthcoming presidency of the council.",
        _MET
        + "They agreed that the rebel fleet poses a serious threat to the region and to international trade.",
        _MET + "She raised concerns over the republic's support for the rebels.",
        _MET + "The two sides exchanged views on the way forward.",
        _MET + "She also met the proposed Secretary of Fisheries.",
        _RENCONTRE + "Elle a réaffirmé le soutien indéfectible du Kenya à la défense du Golfe.",
        _RENCONTRE + "Les ministres ont souligné l'importance du respect des droits de l'homme.",
        _RENCONTRE + "Le ministre a exprimé son soutien aux efforts de réforme des pensions.",
        _REUNIO + "La ministra reiteró el apoyo inquebrantable de Kenia a la defensa del Golfo.",
        _REUNIO + "Las partes subrayaron la importancia de respetar los derechos humanos.",
        _REUNIO + "El ministro expresó su apoyo a los esfuerzos de reforma de las pensiones.",
    ],
)
def test_what_everybody_restates_is_no_outcome(read: Read, text: str) -> None:
    assert outcomes(read, text) == []


@pytest.mark.parametrize(
    "text",
    [
        _MET + "The sides reaffirmed their commitment to joint patrols off Lamu.",
        _MET + "She stressed the importance of training more harbour pilots.",
        _MET + "Both sides expressed concern over the theft of copper cables.",
        _RENCONTRE + "Les deux parties ont exprimé leur préoccupation face à la hausse des vols de câbles.",
        _REUNIO + "Las partes expresaron su preocupación por el aumento del robo de cables.",
    ],
)
def test_what_both_have_to_do_with_stays_an_outcome(read: Read, text: str) -> None:
    assert len(outcomes(read, text)) == 1


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            _MET[:-2] + " to discuss harbour pilots.",
            "to discuss harbour pilots.",
        ),
        (
            _RENCONTRE[:-2] + " pour discuter des pilotes de port.",
            "pour discuter des pilotes de port.",
        ),
        (
            _REUNIO[:-2] + " para tratar la formación de prácticos.",
            "para tratar la formación de prácticos.",
        ),
    ],
)
def test_what_they_met_for_was_discussed(read: Read, text: str, quote: str) -> None:
    assert outcomes(read, text) == [("discussed", quote)]


def test_what_they_are_still_to_meet_for_was_not(read: Read) -> None:
    text = "Minister Jane Doe of Kenya will meet Minister John Roe of Oman in Nairobi on 8 March to discuss pilots."
    assert outcomes(read, text) == []


_TRIP = (
    "Minister Jane Doe of Kenya led a delegation to Oman. She met Minister John Roe. They agreed to train twelve "
    "harbour pilots. The pilots will train in Mombasa. "
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Early in January, Doe led a delegation to Qatar to hear from dealers.",
        "In January, the minister travelled to Qatar to hear from dealers.",
    ],
)
def test_a_journey_of_an_earlier_month_is_no_second_visit(read: Read, sentence: str) -> None:
    reading = read(_TRIP + sentence, "2025-03-04")
    assert [event.host for event in reading.visits] == ["OM"]
    assert all(not event.when.edtf for event in reading.visits)


def test_the_day_of_what_was_before_is_not_that_of_the_journey(read: Read) -> None:
    text = "Following this week's arrests, Minister Jane Doe of Kenya will travel to Oman to ask for help."
    reading = read(text, "2025-03-04")
    assert [event.when.edtf for event in reading.visits] == [""]
    assert not reading.meetings


@pytest.mark.parametrize(
    "sentence",
    [
        "The meeting followed Minister Doe's bilateral meeting with Qatari President Ali Hadi.",
        "They welcomed recent progress, including during upcoming visits by Secretary Ali Hadi.",
    ],
)
def test_who_was_at_other_talks_was_not_at_these(read: Read, sentence: str) -> None:
    reading = read(_MET + sentence, "2025-03-04")
    assert "Ali Hadi" not in [one.name for one in reading.officials]


def test_an_initial_in_front_belongs_to_the_name(read: Read) -> None:
    reading = read(
        "Minister Jane Doe of Kenya met Vice President J. Edgar Hadi of Oman on 3 March 2025.", "2025-03-04"
    )
    assert "J. Edgar Hadi" in [one.name for one in reading.officials]
