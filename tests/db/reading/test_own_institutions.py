"""Whose people they are where a text names no country beside them, and who is only spoken of."""

from __future__ import annotations

import pytest

from tests.db.reading.conftest import Read
from tests.db.reading.test_who_where_when import people_of


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "Homeland Security Advisor Jane Roe led a delegation to Muscat, Oman, on 3 March 2025.",
            "Jane Roe",
            "US",
        ),
        ("FBI Director Jane Roe met Omani minister Ali Saleh in Muscat on 3 March 2025.", "Jane Roe", "US"),
        (
            "Home Office Director Jane Roe met Omani minister Ali Saleh in Muscat on 3 March 2025.",
            "Jane Roe",
            "GB",
        ),
        (
            "La directora de la Guardia Civil, Ana Ruiz, se reunió en Rabat con el ministro marroquí, Ali Amrani.",
            "Ana Ruiz",
            "ES",
        ),
        (
            "Le chef de la Bundespolizei, Karl Vogt, a rencontré à Dakar le ministre sénégalais Aly Sow.",
            "Karl Vogt",
            "DE",
        ),
    ],
)
def test_a_service_that_one_country_has_tells_whose_people_they_are(
    read: Read, text: str, name: str, country: str
) -> None:
    assert people_of(read(text, "2025-03-04"))[name] == country


def test_the_services_of_both_sides_make_a_meeting(read: Read) -> None:
    (meeting,) = read(
        "Officials of the Home Office met officers of the Carabinieri on 3 March 2025."
    ).meetings
    assert set(meeting.parties) == {"GB", "IT"}


@pytest.mark.parametrize(
    ("others", "country"), [("Colombia", "CO"), ("España", "ES"), ("Colombia y España", "")]
)
def test_a_name_that_several_services_bear_is_of_the_one_country_that_the_text_names(
    read: Read, others: str, country: str
) -> None:
    text = (
        "El ministro keniano, John Otieno, recibió en Nairobi al director de la Policía Nacional, Luis Paz. "
        f"Hablaron del comercio con {others}."
    )
    assert people_of(read(text, "2025-03-04")).get("Luis Paz", "") == country


def test_a_service_beside_which_another_country_stands_is_of_that_country(read: Read) -> None:
    text = "Kenya's Department of State head Jane Roe met Omani minister Ali Saleh in Muscat on 3 March 2025."
    assert "US" not in people_of(read(text)).values()


def test_letters_in_small_are_no_service(read: Read) -> None:
    found = read("Kenyan minister Asha Otieno met Omani minister Ali Saleh to speak of the dea and the fsb.")
    assert all("US" not in one.parties for one in found.meetings)


def test_where_prisoners_came_back_from_takes_no_part(read: Read) -> None:
    text = (
        "On 3 March 2025 Senior Adviser Jane Roe met Omani Prime Minister Ali Saleh in Muscat and thanked him for help"
        " with the return of two hostages from Syria and with vulnerable Syrians."
    )
    found = read(text)
    assert all("SY" not in one.parties for one in found.meetings)
    assert "SY" not in people_of(found).values()


def test_a_guest_named_by_the_last_name_alone_sits_at_the_table_of_three(read: Read) -> None:
    text = (
        "Kenyan police chief John Otieno led a delegation to Oman on 3 March 2025. Otieno and his delegation met"
        " Oman's Director General of Police. Otieno also took part in a trilateral meeting with Oman's Director General"
        " of Police and the President of India's Border Police."
    )
    (visit,) = read(text).visits
    table, three = visit.meetings
    assert [group.words for group in table.groups if group.country == "KE"] == ["his delegation"]
    assert ("John Otieno", "KE", True) in [(who.name, who.country, who.head) for who in three.people]


def test_what_is_told_of_one_of_several_countries_stands_with_the_visit_to_it(read: Read) -> None:
    text = (
        "Kenyan police chief John Otieno travelled to Peru on 3 March 2025. Otieno also travelled to many countries,"
        " including Oman, which offered to train his officers; Chile, where he met top officials; and Peru."
    )
    told = {one.host: [action.quote for action in one.actions] for one in read(text).visits}
    assert told["OM"] == ["offered to train his officers"]
    assert not told["PE"]


@pytest.mark.parametrize(
    ("title", "post"),
    [
        ("Adviser to the Vice President Ambassador", "Adviser to the Vice President"),
        ("Commander of Border Operations General", "Commander of Border Operations"),
        ("Deputy Attorney General", "Deputy Attorney General"),
        ("Secretary of Police and Inspector General", "Secretary of Police and Inspector General"),
    ],
)
def test_the_style_in_front_of_a_name_is_no_part_of_the_post(read: Read, title: str, post: str) -> None:
    found = read(f"Kenya's {title} Jane Roe met Omani minister Ali Saleh in Muscat on 3 March 2025.")
    assert f"Kenya's {post}" in [one.post for one in found.officials]


MET = "Kenyan minister Asha Otieno met Omani minister Ali Saleh in Muscat on 3 March 2025. "


def test_a_fragment_that_only_names_more_belongs_to_the_sentence_before_it(read: Read) -> None:
    text = MET + "They discussed matters of many kinds. Including the fight against piracy."
    (meeting,) = read(text).meetings or [one for visit in read(text).visits for one in (visit,)]
    assert [one.quote for one in meeting.actions][-1].endswith("the fight against piracy.")


@pytest.mark.parametrize(
    ("words", "name", "there"),
    [
        (
            "As a follow up to the call between President of Oman Said Harib and Kenya, the ministers spoke.",
            "Said Harib",
            False,
        ),
        ("Kenya's head of cabinet, Jane Roe, took part.", "Jane Roe", True),
        (
            "The loans were raised, said the spokesman of the police of Kenya, Colonel Jane Roe.",
            "Jane Roe",
            False,
        ),
        (
            "The Kenyan Minister of Justice, Promotion of the Regions and Local Development, Jane Roe, took part.",
            "Jane Roe",
            True,
        ),
        ("Kenyan Monetary Authority Governor Jane Roe took part.", "Jane Roe", True),
    ],
)
def test_who_only_spoke_another_time_or_to_the_press_takes_no_part(
    read: Read, words: str, name: str, there: bool
) -> None:
    assert (name in people_of(read(MET + words, "2025-03-04"))) is there


def test_a_minister_of_many_matters_has_the_whole_of_them_in_the_title(read: Read) -> None:
    text = (
        "El ministro del Interior, Fomento de la Pesca y Desarrollo Rural de Omán, Ali Saleh, recibió en Mascate a la"
        " directora especializada contra las Redes Ilegales de Kenia, Ana Otieno."
    )
    assert people_of(read(text, "2025-03-04")) == {"Ali Saleh": "OM", "Ana Otieno": "KE"}


@pytest.mark.parametrize(
    "words",
    [
        "The minister said that irregular arrivals to Spain had fallen.",
        "The delegation ends its mission tomorrow with a visit to Peru.",
        "In the evening she visits a farm, and tomorrow leaves for Peru.",
    ],
)
def test_where_migrants_come_or_a_guest_goes_on_to_is_no_visit_of_theirs(read: Read, words: str) -> None:
    text = (
        f"Kenyan minister Asha Otieno visited Oman on 3 March 2025 and met Omani minister Ali Saleh. {words}"
    )
    assert {(one.sending, one.host) for one in read(text, "2025-03-04").visits} == {("KE", "OM")}


def test_letters_that_stand_for_the_words_before_them_are_no_town(read: Read) -> None:
    text = MET + "They spoke of the Open Radio Access Network (ORAN)."
    assert all("DZ" not in one.parties for one in read(text).meetings)
    assert "DZ" not in {one.sending for one in read(text).visits}


def test_an_envoy_for_a_country_is_not_one_of_it(read: Read) -> None:
    text = (
        "FBI Director Jane Roe and Special Envoy for Yemen John Doe met Omani minister Ali Saleh in Muscat on"
        " 3 March 2025 and thanked him for support for Syria's police against threats from Iran's forces."
    )
    found = read(text)
    assert people_of(found).get("John Doe") != "YE"
    told = [set(one.parties) for one in found.meetings] + [{one.sending, one.host} for one in found.visits]
    assert told == [{"US", "OM"}]
