"""Readouts of governments: decisions that are carried out, calls of one day, and whom only the title places."""

from __future__ import annotations

import pytest

from tests.db.reading.conftest import Read, events_of, people_of


@pytest.mark.parametrize(
    "aside",
    [
        "In line with the historic decision by President Ana Ruiz and President Omar Said, they opened a hotline.",
        "As President Ana Ruiz has said, Peru remains committed to the region.",
        "Lastly, the Vice Minister reaffirmed support for the region.",
    ],
)
def test_leaders_whose_words_or_decisions_are_called_to_mind_do_not_sit_there(read: Read, aside: str) -> None:
    found = read(
        f"3 June 2025\n\nVice Minister Juan Paz of Peru met Minister Salim Hadi of Oman in Lima today. {aside}"
    )
    assert {one.name for one in people_of(found)} == {"Juan Paz", "Salim Hadi"}


def test_calls_of_one_day_have_that_day(read: Read) -> None:
    found = read(
        "https://www.presidency.gob.pe/readout\nReadout of Vice President Paz's Calls\n2025-06-03\n\n"
        "Vice President Juan Paz today had three separate calls with leaders to discuss the drought. The Vice"
        " President spoke individually with: Prime Minister Salim Hadi of Oman; Prime Minister Ana Vidal of Portugal;"
        " and Prime Minister Mary Doe of Kenya."
    )
    assert [one.when.edtf for one in events_of(found)] == ["2025-06-03"]


def test_whom_the_title_places_is_of_that_country(read: Read) -> None:
    found = read(
        "https://www.whitehouse.gov/readout\nReadout of President Doe's Call with Omani Crown Prince Said bin Badr\n"
        "2025-06-03\n\nPresident John Doe spoke today with Crown Prince Said bin Badr Al Hadi to reaffirm the"
        " partnership between the United States and Oman. They discussed regional challenges."
    )
    assert {one.name: one.country for one in people_of(found)} == {
        "John Doe": "US",
        "Said bin Badr Al Hadi": "OM",
    }


def test_a_paper_named_below_a_title_is_its_publisher(read: Read) -> None:
    found = read(
        "Ministers agree on exchange\nThe Daily Gazette\n\nThe minister of Oman met the minister of Peru."
    )
    assert (found.source.title, found.source.publisher) == (
        "Ministers agree on exchange",
        "The Daily Gazette",
    )


@pytest.mark.parametrize(
    ("told", "names"),
    [
        (
            "Inspector General of Police Punjab Dr Usman Anwar met Colonel Tan Wei of China.",
            {"Usman Anwar", "Tan Wei"},
        ),
        (
            "The Minister of Pakistan, Ali Khan, met Mr Shen Li, Director of the Bureau of Jiangsu Province, of China.",
            {"Ali Khan", "Shen Li"},
        ),
    ],
)
def test_a_province_and_a_family_are_told_from_titles(read: Read, told: str, names: set[str]) -> None:
    found = read(
        f"LAHORE, (The Wire / Some News - 5th June, 2025 ) :Police of Pakistan and China met. {told}"
    )
    assert {one.name for one in people_of(found)} == names
    assert found.source.published.edtf == "2025-06-05"


def test_today_with_its_day_needs_no_day_of_publication(read: Read) -> None:
    found = read(
        "The Minister of Oman, Salim Hadi, met the Minister of Peru, Juan Paz, today Tuesday June 3, 2025."
    )
    assert [one.when.edtf for one in events_of(found)] == ["2025-06-03"]


def test_who_only_attended_is_no_head_and_an_invitation_is_no_post(read: Read) -> None:
    found = read(
        "4 juin 2025\n\nLa rencontre, à laquelle a assisté le secrétaire d'État péruvien, Luis Roca, a porté sur les"
        " ports. Le ministre péruvien de l'Intérieur, Juan Paz, a reçu mardi à Lima le ministre omanais Salim Hadi,"
        " venu à l'invitation du ministre péruvien de la Justice, Ana Soto."
    )
    heads = {one.name for one in people_of(found) if one.head}
    assert heads == {"Juan Paz", "Salim Hadi"}
    assert not any("invitation" in one.post for one in people_of(found))
