"""Heads of agency items, and days of a visit that stand in a sentence of their own."""

from __future__ import annotations

import pytest

from db.reading import Reading
from tests.db.reading.conftest import Read

_TALKS = "The police chief of Kenya, Ali Otieno, visited Oman and met his Omani counterpart, Said Al Busaidi."


def days_of(found: Reading) -> list[str]:
    """The days of all visits and meetings."""
    return [one.when.edtf for one in found.visits] + [one.when.edtf for one in found.meetings]


def test_a_dateline_of_its_own_line_is_no_title_and_no_day_of_the_visit(read: Read) -> None:
    found = read(f"MUSCAT, Oman, May 26\n\nBy Amina Khalfan - Gulfwire:\n\n{_TALKS}")
    assert (found.source.title, found.source.author) == ("", "Amina Khalfan")
    assert days_of(found) == [""]


def test_today_is_the_day_of_a_dateline_of_its_own_line(read: Read) -> None:
    found = read(
        f"MUSCAT, Oman, May 26\n\nBy Amina Khalfan - Gulfwire:\n\n{_TALKS} They signed an accord today."
    )
    assert [one.when.edtf for one in found.visits] == ["XXXX-05-26"]


def test_a_title_in_capitals_stands_above_a_line_with_a_dash(read: Read) -> None:
    title = "EL JEFE DE LA POLICIA DE CHILE VISITA DOS PAISES VECINOS"
    text = "El jefe de la policía de Chile, Juan Rojas Paz, visitó Perú el 8 de mayo de 2024."
    assert read(f"{title}\n- Firmará dos acuerdos sobre fronteras\n{text}").source.title == title


def test_the_days_of_a_visit_may_stand_in_a_sentence_of_their_own(read: Read) -> None:
    text = (
        "The minister of public security, Ali Ben Salah, chaired a welcome ceremony in Tunis on May 14 for a"
        " delegation of Kenya's police, led by its chief John Otieno.\n\n"
        "Ben Salah said the delegation's working visit from May 13-16 would help both services.\n"
    )
    (visit,) = read(text, "2024-05-15").visits
    assert visit.when.edtf == "2024-05-13/2024-05-16"


def test_what_a_guest_says_in_a_town_of_the_host_gives_a_day_in_doubt(read: Read) -> None:
    text = (
        "El ministro del Interior de Chile, Juan Rojas Paz, ha elogiado este jueves en Quito la labor de las policías. "
        "Lo dijo en la primera jornada de su visita a Ecuador."
    )
    (visit,) = read(text, "2024-05-09").visits
    assert (visit.when.edtf, visit.when.uncertain) == ("2024-05-09?", True)


def test_what_a_guest_says_on_leaving_the_talks_gives_their_day(read: Read) -> None:
    text = (
        "El ministro del Interior de Chile, Juan Rojas Paz, ha elogiado este jueves la labor de las policías. "
        "Ha realizado estas declaraciones a la salida de su reunión en Quito con el ministro de Ecuador, Luis Vera."
    )
    found = read(text, "2024-05-09")
    assert days_of(found)[:1] == ["2024-05-09"]


_CHIEFS = "Police officers from Kenya and Oman met in Muscat on Monday."


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("MUSCAT, MAY 7, GULFWIRE. ", "XXXX-05-07"),
        ("MUSCAT, 07.05.2024 /GW “Gulfwire”/. ", "2024-05-07"),
        ("MUSCAT, (Gulfwire / Oman News - 7th May, 2024) ", "2024-05-07"),
    ],
)
def test_a_dateline_may_name_its_agency_in_many_ways(read: Read, head: str, day: str) -> None:
    found = read(f"Police of two countries meet\n\n{head}{_CHIEFS.replace('on Monday', 'today')}")
    assert [one.when.edtf for one in found.meetings] == [day]


def test_a_day_above_a_text_may_have_the_words_of_a_button_behind_it(read: Read) -> None:
    found = read(f"Police of two countries meet\n\nGulfwire, May 7, 2024 Adjust font size:\n\n{_CHIEFS}")
    assert found.source.published.edtf == "2024-05-07"


def test_a_town_alone_above_a_text_is_no_title(read: Read) -> None:
    assert read(f"MUSCAT\n\n{_CHIEFS}").source.title == ""


def test_the_day_beside_what_both_sides_agreed_is_that_of_their_meeting(read: Read) -> None:
    text = (
        "Officers of the police of Kenya and Oman Thursday agreed here to share data on smugglers.\n\n"
        "The two sides held a meeting at the headquarters of the Royal Oman Police."
    )
    (meeting,) = read(text, "2024-05-10").meetings
    assert meeting.when.edtf == "2024-05-09"


@pytest.mark.parametrize(
    "sentence",
    [
        "They reviewed how the agreements reached during the state visit of President Ruto to Oman in April were kept.",
        "The Kenyan delegation was shown the aims of a decree on policing dated 10 April 2024.",
    ],
)
def test_the_day_of_an_accord_or_a_decree_is_not_that_of_the_talks(read: Read, sentence: str) -> None:
    text = f"Kenya's interior minister met his Omani counterpart in Muscat. {sentence}"
    found = read(text, "2024-05-10")
    assert days_of(found) == [""]


@pytest.mark.parametrize("head", ["MUSCAT, Oman, May 7. ", "Muscat [Oman], May 7 (GW/ONA): "])
def test_the_day_of_a_dateline_is_not_that_of_the_talks(read: Read, head: str) -> None:
    text = "Oman's interior minister met the deputy interior minister of Kenya in Muscat."
    found = read(f"Police of two countries meet\n\n{head}{text}", "2024-05-07")
    assert days_of(found) == [""]


def test_another_visit_that_is_to_come_is_planned_too(read: Read) -> None:
    text = (
        "Oman's home secretary, Said Al Busaidi, will visit Nairobi on 27 May to meet his counterpart. "
        "Oman's foreign minister Badr Al Harthy is also scheduled to visit Nairobi on 4 June."
    )
    found = read(text, "2024-05-10")
    assert [(one.when.edtf, one.status) for one in found.visits] == [
        ("2024-05-27", "planned"),
        ("2024-06-04", "planned"),
    ]


def test_talks_that_begin_on_a_weekday_are_to_come(read: Read) -> None:
    found = read("The police chiefs of Oman and Kenya begin talks in Muscat Monday.", "2024-05-12")
    assert [(one.when.edtf, one.status) for one in found.meetings] == [("2024-05-13", "planned")]


def test_a_cabinet_that_decides_is_not_the_talks(read: Read) -> None:
    text = (
        "Kenya's interior minister met Oman's ambassador. The Council of Ministers of Monday agreed to "
        "approve the minister's visit to Oman."
    )
    found = read(text, "2024-05-10")
    assert "2024-05-06" not in days_of(found)
