"""Days that a text contradicts itself, and days of the other year."""

from __future__ import annotations

from datetime import date

import pytest

from db.reading.dates.together import days_told
from db.reading.draft.dating import accept_offer, decline_offer, offer_dates
from db.reading.draft.proposing import proposals_of
from tests.db.reading.conftest import Read

OTHER_WEEKDAY = [
    "Serbian minister Ana Petrovic visited Bulgaria on Wednesday, 15 June.",
    "Serbian minister Ana Petrovic visited Bulgaria on Wednesday 15 June 2025.",
    "Serbian minister Ana Petrovic visited Bulgaria last Wednesday (15 June).",
    "Le ministre serbe Ivan Petrovic a visité la Bulgarie mercredi dernier, soit le 15 juin.",
    "El ministro serbio Ivan Petrovic visitó Bulgaria el miércoles pasado, es decir, el 15 de junio.",
    "El ministro serbio Ivan Petrovic visitó Bulgaria el miércoles 15 de junio de 2025.",
]


@pytest.mark.parametrize("text", OTHER_WEEKDAY)
def test_a_day_that_is_another_weekday_is_uncertain(read: Read, text: str) -> None:
    assert read(text, "2025-06-17").visits[0].when.edtf == "2025-06-15?"


def test_what_took_place_is_put_into_no_year_to_come_for_the_sake_of_its_weekday(read: Read) -> None:
    text = "Serbian minister Ana Petrovic visited Bulgaria from Tuesday 3 to Friday 6 March."
    assert read(text, "2025-06-17").visits[0].when.edtf == "2025-03-03?/2025-03-06"


@pytest.mark.parametrize("text", [OTHER_WEEKDAY[0], *OTHER_WEEKDAY[2:5]])
def test_a_day_that_is_the_weekday_is_certain(read: Read, text: str) -> None:
    assert read(text, "2022-06-17").visits[0].when.edtf == "2022-06-15"


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("over the past month", "[2025-05-17..2025-06-17]"),
        ("in the last week", "[2025-06-10..2025-06-17]"),
        ("last month", "2025-05"),
        ("au cours du dernier mois", "[2025-05-17..2025-06-17]"),
        ("le mois dernier", "2025-05"),
        ("durante el último mes", "[2025-05-17..2025-06-17]"),
        ("el mes pasado", "2025-05"),
    ],
)
def test_the_last_month_goes_up_to_the_publication_and_last_month_does_not(words: str, when: str) -> None:
    (day,) = days_told(words, 0, len(words), date(2025, 6, 17), ahead=False)
    assert day.when.edtf == when


@pytest.mark.parametrize(
    ("text", "published", "when"),
    [
        ("Serbian minister Ana Petrovic visited Bulgaria on 28 December.", "2025-01-03", "2024-12-28"),
        ("Le ministre serbe Ivan Petrovic a visité la Bulgarie le 28 décembre.", "2025-01-03", "2024-12-28"),
        ("El ministro serbio Ivan Petrovic visitó Bulgaria el 28 de diciembre.", "2025-01-03", "2024-12-28"),
        ("Serbian minister Ana Petrovic will visit Bulgaria on 8 January.", "2024-12-20", "2025-01-08"),
        ("Serbian minister Ana Petrovic is due to visit Bulgaria on 8 January.", "2024-12-20", "2025-01-08"),
        (
            "Serbian minister Ana Petrovic plans to travel to Bulgaria on 8 January.",
            "2024-12-20",
            "2025-01-08",
        ),
        ("Serbian minister Ana Petrovic is to visit Bulgaria on 8 January.", "2024-12-20", "2025-01-08"),
        ("Serbian minister Ana Petrovic is travelling to Bulgaria on 8 January.", "2024-12-20", "2025-01-08"),
        ("Le ministre serbe Ivan Petrovic se rendra en Bulgarie le 8 janvier.", "2024-12-20", "2025-01-08"),
        (
            "Le ministre serbe Ivan Petrovic doit se rendre en Bulgarie le 8 janvier.",
            "2024-12-20",
            "2025-01-08",
        ),
        (
            "Le ministre serbe Ivan Petrovic effectuera une visite en Bulgarie le 8 janvier.",
            "2024-12-20",
            "2025-01-08",
        ),
        ("El ministro serbio Ivan Petrovic visitará Bulgaria el 8 de enero.", "2024-12-20", "2025-01-08"),
        ("El ministro serbio Ivan Petrovic viajará a Bulgaria el 8 de enero.", "2024-12-20", "2025-01-08"),
        (
            "El ministro serbio Ivan Petrovic tiene previsto viajar a Bulgaria el 8 de enero.",
            "2024-12-20",
            "2025-01-08",
        ),
        ("El ministro serbio Ivan Petrovic va a visitar Bulgaria el 8 de enero.", "2024-12-20", "2025-01-08"),
    ],
)
def test_a_day_across_new_year_is_of_the_other_year(read: Read, text: str, published: str, when: str) -> None:
    assert [one.when.edtf for one in read(text, published).visits] == [when]


@pytest.mark.parametrize(
    ("day", "meant", "why"),
    [
        (
            "last Wednesday, or June 15,",
            "2025-06-15?",
            "15 Jun 2025 is a Sunday, and the text says Wednesday.",
        ),
        ("in the last month", "[2025-05-17..2025-06-17]", "It was some day from 17 May 2025 to 17 Jun 2025"),
    ],
)
def test_a_publication_that_is_set_later_offers_the_same_day_with_the_same_doubt(
    read: Read, day: str, meant: str, why: str
) -> None:
    text = f"Serbian minister Ana Petrovic visited Bulgaria {day} and met her Bulgarian counterpart in Sofia."
    items = offer_dates(proposals_of(read(text), text, this_year=2026), date(2025, 6, 17))
    (offer,) = [one for one in items if one.values.get("offer")]
    assert (offer.values["offer"]["value"], offer.sure) == (meant, False)
    assert offer.why.startswith(why)
    taken = next(one for one in accept_offer(items, offer.id) if one.id == offer.id)
    assert (taken.value, taken.sure, taken.state) == (meant, True, "taken")
    left = next(one for one in decline_offer(items, offer.id) if one.id == offer.id)
    assert (left.sure, left.why) == (True, "")
