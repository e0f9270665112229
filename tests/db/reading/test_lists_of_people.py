"""Long lists of members, whose people they are, and heads of state of whom a text only speaks."""

from __future__ import annotations

import pytest

from tests.db.reading.conftest import Read
from tests.db.reading.test_who_where_when import heads_of, people_of, the_event

MET = "Kenyan minister Asha Otieno met her Ugandan counterpart, Peter Okello, in Kampala on 3 March 2025. "


@pytest.mark.parametrize(
    ("member", "name"),
    [
        ("Assistant Secretary for Research and Rangeland Affairs Ruth Wanja", "Ruth Wanja"),
        ("Deputy Adviser for International Economics Ruth Wanja", "Ruth Wanja"),
        ("Head of the Board for Protection Against Sanitary Risks Dr. Ruth Wanja", "Ruth Wanja"),
        ("Director of the Kenyan Wildlife Service Ruth Wanja", "Ruth Wanja"),
        ("Acting Envoy for Critical and Emerging Technology Ruth Center", "Ruth Center"),
        ("Secretary for the Declaration on Migration and Protection Ruth Wanja", "Ruth Wanja"),
        ("Deputy Chief for Operations and Training, Brigadier Dr. Ruth Wanja", "Ruth Wanja"),
        ("Ambassador Extraordinary and Plenipotentiary – Ruth Wanja", "Ruth Wanja"),
        ("Police General of the Third Rank Ruth Wanja", "Ruth Wanja"),
        ("the Deputy Inspector General responsible for Operations, Mrs. Ruth Wanja", "Ruth Wanja"),
        ("Undersecretary for Peace and Order Ruth Wanja Jr.", "Ruth Wanja Jr"),
        ("the Ambassador of Kenya, H.E. Ruth Wanja", "Ruth Wanja"),
    ],
)
def test_a_member_of_a_list_bears_the_whole_title(read: Read, member: str, name: str) -> None:
    text = (
        MET + f"The Kenyan delegation included Director John Mutua, {member}, and Commissioner Ann Kilonzo."
    )
    assert people_of(read(text, "2025-03-04"))[name] == "KE"


LUIS = "La ministra peruana Ana Ruiz se reunió en Lima el 3 de marzo de 2025 con el {}, Luis Paz."
ALY = "Le {}, Aly Sow, a rencontré son homologue malien, Issa Coulibaly, à Bamako le 3 mars 2025."


@pytest.mark.parametrize(
    ("text", "office", "name"),
    [
        (ALY, "ministre sénégalais de l'Intérieur, des Collectivités locales et du Culte", "Aly Sow"),
        (LUIS, "secretario chileno de Lucha contra el Fraude y la Pesca Artesanal", "Luis Paz"),
        (LUIS, "ministro del Interior y Descentralización de Chile", "Luis Paz"),
    ],
)
def test_a_ministry_of_several_matters_is_one_title(read: Read, text: str, office: str, name: str) -> None:
    people = people_of(read(text.format(office), "2025-03-04"))
    assert name in people
    assert len(people) == 2


def test_two_with_one_title_are_two(read: Read) -> None:
    text = MET + "The Kenyan delegation included Senior Directors John Mutua and Ruth Wanja."
    assert people_of(read(text, "2025-03-04"))["Ruth Wanja"] == "KE"


def test_a_royal_highness_is_somebody(read: Read) -> None:
    text = (
        "Kenyan minister Asha Otieno met the Crown Prince of the Kingdom of Tonga, His Royal Highness Siaosi Tupou"
        " Manumataongo, in Nairobi on 3 March 2025."
    )
    assert people_of(read(text, "2025-03-04"))["Siaosi Tupou Manumataongo"] == "TO"


def test_an_envoy_for_a_country_is_not_of_it(read: Read) -> None:
    text = (
        "The Norwegian coordinator Kari Moe visited Kenya on 3 March 2025, joined for Sudan-related talks by Special"
        " Envoy for Sudan Ola Lie. They met minister Asha Otieno."
    )
    reading = read(text, "2025-03-04")
    assert [(one.sending, one.host) for one in reading.visits] == [("NO", "KE")]
    assert people_of(reading)["Ola Lie"] == "NO"


def test_an_ambassador_in_a_list_makes_no_journey(read: Read) -> None:
    text = (
        MET + "The Kenyan delegation included Director John Mutua and Kenyan Ambassador to Ghana Ruth Wanja."
    )
    assert "GH" not in {one.host for one in read(text, "2025-03-04").visits}


@pytest.mark.parametrize(
    "sentence",
    [
        "The meeting builds on the pledge that President Kibaki and President Lungu made at a summit.",
        "They spoke of the bridge, which President Kibaki has long wanted.",
    ],
)
def test_a_head_of_state_who_did_something_before_takes_no_part(read: Read, sentence: str) -> None:
    names = people_of(read(MET + sentence, "2025-03-04"))
    assert not {"Kibaki", "Lungu"} & set(names)


def test_who_signs_what_is_told_takes_part(read: Read) -> None:
    text = MET + "They welcomed the accord which Prime Minister Ruth Wanja of Kenya signed there."
    assert "Ruth Wanja" in people_of(read(text, "2025-03-04"))


def test_a_journey_to_several_countries_is_a_visit_to_each(read: Read) -> None:
    text = (
        "https://www.mfa.gov.gh/news\n\nForeign Minister Esi Mensah led a delegation to Kenya, Uganda and Rwanda from 3"
        " to 7 March 2025. In Nairobi, she met Minister Asha Otieno. While in Rwanda, she met Minister Aline Uwase."
    )
    reading = read(text, "2025-03-08")
    assert [(one.sending, one.host) for one in reading.visits] == [("GH", "KE"), ("GH", "UG"), ("GH", "RW")]
    assert people_of(reading)["Asha Otieno"] == "KE"
    assert people_of(reading)["Aline Uwase"] == "RW"
    assert reading.visits[0].people[0].name == "Esi Mensah"


def test_who_leads_a_countrys_team_is_of_that_country(read: Read) -> None:
    text = (
        "Director John Mutua and Commissioner Ruth Wanja led a Kenyan team that met a Chinese delegation in Geneva on"
        " 3 March 2025."
    )
    people = people_of(read(text, "2025-03-04"))
    assert (people["John Mutua"], people["Ruth Wanja"]) == ("KE", "KE")


def test_who_receives_without_a_country_is_of_where_the_text_comes_from(read: Read) -> None:
    text = (
        "Nairobi, 3 March 2025: The Chief of Police, General John Mutua, received today in his office Colonel Peter"
        " Okello, Director of the Ugandan Border Police, in the presence of the Deputy Chief of Police, Ruth Wanja."
    )
    reading = read(text, "2025-03-03")
    assert people_of(reading) == {"Peter Okello": "UG", "John Mutua": "KE", "Ruth Wanja": "KE"}
    assert heads_of(reading) == {("UG", "Peter Okello"), ("KE", "John Mutua")}


def test_who_hosts_somebody_to_lunch_is_of_the_host(read: Read) -> None:
    text = (
        "Ugandan minister Peter Okello visited Kenya on 3 March 2025. He was hosted to lunch by Deputy Minister Ruth"
        " Wanja."
    )
    assert people_of(read(text, "2025-03-04"))["Ruth Wanja"] == "KE"


def test_who_says_what_two_countries_agreed_is_not_of_the_last_named(read: Read) -> None:
    text = (
        "Kenya and Uganda have agreed to open a post, said Minister Asha Otieno. Otieno, who arrived on Sunday, had"
        " talks in Kampala on 3 March 2025 with Uganda's minister Peter Okello."
    )
    assert people_of(read(text, "2025-03-04"))["Asha Otieno"] == "KE"


@pytest.mark.parametrize(
    "sentence",
    [
        "Separately, the deputy minister was to arrive today.",
        "Officials later spoke of Senior Official Travel to the region.",
    ],
)
def test_a_word_that_opens_a_sentence_is_nobody(read: Read, sentence: str) -> None:
    assert set(people_of(read(MET + sentence, "2025-03-04"))) == {"Asha Otieno", "Peter Okello"}


def test_a_french_weekday_is_nobody(read: Read) -> None:
    text = (
        "Le ministre sénégalais Aly Sow a rencontré son homologue malien, Issa Coulibaly, à Bamako le 3 mars 2025."
        " Jeudi, le commissaire général de la police malienne était là."
    )
    assert set(people_of(read(text, "2025-03-04"))) == {"Aly Sow", "Issa Coulibaly"}


@pytest.mark.parametrize(
    ("country", "code"),
    [
        ("the Democratic People's Republic of Korea", "KP"),
        ("the Democratic People’s Republic of Korea", "KP"),
        ("the Republic of Korea", "KR"),
    ],
)
def test_both_koreas_are_told_apart_by_their_full_names(read: Read, country: str, code: str) -> None:
    text = f"A delegation of {country} met Peruvian police in Lima on 3 March 2025. The Korean officers left."
    reading = read(text, "2025-03-04")
    assert code in {find.says for find in reading.finds if text[find.start : find.end] == "Korean"}


def test_what_others_decided_makes_them_no_party(read: Read) -> None:
    text = MET + "They welcomed the announcement that Ghana and Togo will open a border post."
    reading = read(text, "2025-03-04")
    assert {"GH", "TG"}.isdisjoint(code for meeting in reading.meetings for code in meeting.parties)
    assert {one.country for one in the_event(reading).people if one.name} <= {"KE", "UG"}
