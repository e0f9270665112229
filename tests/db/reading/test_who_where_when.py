"""Who came and where it was: datelines, places, sides, ranks and calls."""

from __future__ import annotations

import pytest

from db.reading.proposals import Reading, ReadMeeting, ReadVisit
from tests.db.reading.conftest import Read

HELD = "Kenyan minister Asha Otieno met her Ugandan counterpart, Peter Okello, in Kampala on 3 March 2025. "


def the_event(reading: Reading) -> ReadVisit | ReadMeeting:
    return reading.visits[0] if reading.visits else reading.meetings[0]


def people_of(reading: Reading) -> dict[str, str]:
    """Everybody named, with their country."""
    visits = [one for visit in reading.visits for one in visit.people]
    inside = [meeting for visit in reading.visits for meeting in visit.meetings]
    met = [one for meeting in (*inside, *reading.meetings) for one in meeting.people]
    return {one.name: one.country for one in (*visits, *met) if one.name}


def heads_of(reading: Reading) -> set[tuple[str, str]]:
    """The heads, each with their country."""
    visits = [one for visit in reading.visits for one in visit.people]
    inside = [meeting for visit in reading.visits for meeting in visit.meetings]
    met = [one for meeting in (*inside, *reading.meetings) for one in meeting.people]
    return {(one.country, one.name) for one in (*visits, *met) if one.head}


@pytest.mark.parametrize("sign", ["1. ", "(a) ", "- ", "1) "])
def test_a_numbered_paragraph_is_of_the_day_of_its_text(read: Read, sign: str) -> None:
    reading = read(
        f"JOINT STATEMENT\nSecond Dialogue\nOttawa, May 21, 2025\n\n{sign}The Minister of Public"
        f" Safety of Canada, Jane"
        " Doe, and the Minister of National Security of Jamaica, John Roe, met in Ottawa today."
    )
    event = the_event(reading)
    assert (event.when.edtf, event.place) == ("2025-05-21", "Ottawa")


@pytest.mark.parametrize(
    "dateline",
    [
        "TOKYO - ",
        "Tokyo — ",
        "TOKYO, May 12 - ",
        "TOKYO, 12 May (Kyoten) -- ",
        "TOKYO (Kyoten) - ",
        "Tokyo.- ",
        "TOKYO, Japan — ",
        "Tokyo, 12 may.- ",
    ],
)
def test_a_dateline_is_where_it_was_and_no_part_of_the_first_name(read: Read, dateline: str) -> None:
    reading = read(
        f"Police agree to work together\n\n{dateline}Senior Lieutenant General Nguyen Thang, Deputy"
        f" Minister of Public"
        " Security of Vietnam, met Commissioner General Haruka Moriyama of the National Police"
        " Agency here on May 11."
        "\n\nJapanese police will train fifty Vietnamese experts.",
        "2025-05-12",
    )
    event = the_event(reading)
    assert (event.place, event.when.edtf) == ("Tokyo", "2025-05-11")
    assert dict(reading.meetings[0].roles) == {"JP": "host", "VN": "guest"}
    assert heads_of(reading) == {("VN", "Nguyen Thang"), ("JP", "Haruka Moriyama")}


@pytest.mark.parametrize(
    ("text", "place", "host"),
    [
        (HELD + "They agreed to set up a centre, to be based in Nairobi.", "Kampala", "UG"),
        (HELD + "Kenya proposed to post an officer in Mombasa.", "Kampala", "UG"),
        (HELD + "Kenya welcomed this contribution.", "Kampala", "UG"),
        (
            HELD.replace("in Kampala ", "")
            + "They look forward to the next dialogue, which Kenya will host.",
            "",
            "",
        ),
        (
            (
                "On the margins of a conference, Estonian minister Liis Tamm met Japan's minister Kenta Mori"
                " in Munich."
            ),
            "Munich",
            "",
        ),
        (
            (
                "QUITO, 3 sep. (Agencia Sur).- Los ministros de Ecuador y Colombia se reunieron este martes"
                " en la ciudad"
                " fronteriza de San Lorenzo. Acordaron un centro con sede en Bogotá."
            ),
            "San Lorenzo",
            "EC",
        ),
        (
            "The Ambassador of Kazakhstan, Madina Jar, met the Minister of Interior of Slovakia, Matus Estok.",
            "",
            "SK",
        ),
    ],
)
def test_it_was_where_they_met_and_not_where_something_is_to_be(
    read: Read, text: str, place: str, host: str
) -> None:
    (meeting,) = [one for one in read(text).meetings if not one.to_come]
    assert meeting.place == place
    assert [code for code, role in meeting.roles if role == "host"] == ([host] if host else [])


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        (
            (
                "Swedish minister Lars Holm spoke by phone on Tuesday with the minister of Latvia, Ilze"
                " Kalnina. They agreed"
                " to meet in Riga in October."
            ),
            "phone",
        ),
        (
            (
                "La ministre belge Anne Dewael s'est entretenue mardi par visioconférence avec son homologue"
                " luxembourgeois,"
                " Marc Thill. Ils ont décidé de se revoir à Arlon."
            ),
            "video",
        ),
    ],
)
def test_a_call_has_neither_place_nor_host(read: Read, text: str, mode: str) -> None:
    (meeting,) = [one for one in read(text, "2025-09-03").meetings if not one.to_come]
    assert (meeting.mode, meeting.place, meeting.roles) == (mode, "", ())


def test_a_courtesy_call_is_paid_in_person(read: Read) -> None:
    reading = read(
        "A delegation from New Zealand Police, headed by Assistant Commissioner Bruce Tawhara, paid"
        " a courtesy call on"
        " the Fijian Commissioner of Police, Brigadier General (Ret'd) Isikeli Ravuvu, in Suva this morning. The"
        " delegation is in the country to review the programme. Also present was SSP Mesake Waqa of"
        " the Fiji Police.",
        "2025-03-03",
    )
    (visit,) = reading.visits
    assert (visit.sending, visit.host, visit.place, visit.meetings[0].mode) == (
        "NZ",
        "FJ",
        "Suva",
        "in person",
    )
    assert people_of(reading) == {"Bruce Tawhara": "NZ", "Isikeli Ravuvu": "FJ", "Mesake Waqa": "FJ"}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            (
                "The interior ministers of Peru, Ecuador and Colombia met in Lima. Peru's minister Rosa"
                " Quispe chaired the"
                " meeting. Ecuador was represented by minister Fabio Jara and Colombia by Deputy Minister"
                " Ana Ospina, who came"
                " in place of minister Germán Duarte."
            ),
            {"Rosa Quispe": "PE", "Fabio Jara": "EC", "Ana Ospina": "CO"},
        ),
        (
            (
                "La délégation malienne était conduite par le contrôleur général Moussa Keïta, et la partie"
                " nigérienne par le"
                " colonel-major Ibrahim Saley. La rencontre s'est tenue à Niamey."
            ),
            {"Moussa Keïta": "ML", "Ibrahim Saley": "NE"},
        ),
        (
            (
                "Les ministres de l'Intérieur de la République française, M. Bruno Rivière, et de la"
                " République italienne,"
                " M. Matteo Conti, se sont réunis à Paris."
            ),
            {"Bruno Rivière": "FR", "Matteo Conti": "IT"},
        ),
        (
            (
                "Italian minister Marco Ferrante was in Tirana, where he was received by Prime Minister"
                " Erion Dodaj and met"
                " Interior Minister Albana Kola. Ferrante was accompanied by Chief of Police Vittorio Sanna."
            ),
            {"Marco Ferrante": "IT", "Erion Dodaj": "AL", "Albana Kola": "AL", "Vittorio Sanna": "IT"},
        ),
        (
            (
                "In Skopje, Minister of Internal Affairs Panche Tosh was visited by the Chief of the"
                " Bulgarian Border Police,"
                " Anton Zlatanov."
            ),
            {"Panche Tosh": "MK", "Anton Zlatanov": "BG"},
        ),
        (
            (
                "El Perú y Brasil acordaron en Lima intensificar los operativos, en una reunión presidida"
                " por el ministro de"
                " Defensa, Walter Astudillo, y su homólogo brasileño, José Monteiro."
            ),
            {"Walter Astudillo": "PE", "José Monteiro": "BR"},
        ),
        (
            (
                "Commissioner Anna Vella of the Malta Police Force met Director Paolo Riga of the Italian"
                " police in Valletta."
            ),
            {"Anna Vella": "MT", "Paolo Riga": "IT"},
        ),
        (
            (
                "El secretario de Estado en el Despacho de Seguridad de Honduras, Óscar Mejía Paz, recibió"
                " en Tegucigalpa al"
                " embajador de Corea del Sur, Park Sung-jin."
            ),
            {"Óscar Mejía Paz": "HN", "Park Sung-jin": "KR"},
        ),
    ],
)
def test_everybody_is_on_the_side_for_which_they_came(read: Read, text: str, sides: dict[str, str]) -> None:
    assert people_of(read(text)) == sides


def test_whoever_signs_a_text_in_the_first_person_was_there(read: Read) -> None:
    reading = read(
        "MEDIA RELEASE\n19 June 2025\n\nCall with the Philippine Secretary\n\nYesterday I spoke by"
        " telephone with my"
        " Philippine counterpart, Secretary Ramon Villar, about our work against fraud.\n\nThe"
        " Secretary asked Australia"
        " to extend the centre.\n\nThe Hon. Gareth Ellwood MP"
    )
    assert people_of(reading) == {"Ramon Villar": "PH", "Gareth Ellwood": "AU"}


def test_a_call_ahead_of_a_visit_is_no_visit(read: Read) -> None:
    reading = read(
        "ANKARA, Feb 21 (Anadol) - Turkish minister Ali Kaya and his Bulgarian counterpart Daniel Mitev had a phone"
        " call on Thursday, ahead of Kaya's planned visit to Sofia on March 4.",
        "2025-02-21",
    )
    assert reading.visits == ()
    assert (reading.meetings[0].mode, reading.meetings[0].when.edtf) == ("phone", "2025-02-20")


def test_minutes_list_people_behind_their_country(read: Read) -> None:
    reading = read(
        "Meeting of customs\n\nPresent:\nMaldives: Mr Yusuf Waheed (chair), Ms Shifana Rasheed\nSri Lanka: Mr Sarath"
        " Weer, Mr Nuwan Peiris\n\n1. The two sides discussed manifests."
    )
    assert people_of(reading) == {
        "Yusuf Waheed": "MV",
        "Shifana Rasheed": "MV",
        "Sarath Weer": "LK",
        "Nuwan Peiris": "LK",
    }


def test_a_border_is_no_party(read: Read) -> None:
    reading = read(HELD + "Otieno is due to tour a crossing on the Sudanese border, a main route for drugs.")
    assert [set(one.parties) for one in reading.meetings] == [{"KE", "UG"}]
