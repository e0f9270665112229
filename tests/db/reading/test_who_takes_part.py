"""Who takes part and on which side: names of every make, and those who are only quoted or remembered."""

from __future__ import annotations

import pytest

from tests.db.reading.conftest import Read
from tests.db.reading.test_who_where_when import heads_of, people_of

MET = "Kenyan minister Asha Otieno met her Ugandan counterpart, Peter Okello, in Kampala on 3 March 2025. "
RENCONTRE = "Le ministre sénégalais Aly Sow a rencontré son homologue malien, Issa Coulibaly, à Bamako le 3 mars 2025. "
REUNIO = "La ministra peruana Ana Ruiz se reunió con su homólogo chileno, Luis Paz, en Santiago el 3 de marzo de 2025. "


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "Director of Investigations Ms. Wanjiru Ndung'u-Kamande of Kenya attended.",
            "Wanjiru Ndung'u-Kamande",
        ),
        ("Kenya's deputy minister Jane Ng'ang'a took part.", "Jane Ng'ang'a"),
        ("Attorney General Kofi A. Annan of Kenya took part.", "Kofi A. Annan"),
        ("Brig. Gen. (Ret.) Hassan bin Ali al-Mansoori of Kenya took part.", "Hassan bin Ali al-Mansoori"),
        ("Colonel (Dr.) Ahmed Al-Sayed of Kenya took part.", "Ahmed Al-Sayed"),
        ("Comm. Datuk Zulkarnain Idris of Kenya took part.", "Zulkarnain Idris"),
        ("Colonel Sidi Ould Cheikh Ahmedou of Kenya took part.", "Sidi Ould Cheikh Ahmedou"),
        ("The Kenyan head of the drug squad (Adu), Jane Doe, took part.", "Jane Doe"),
        ("The head of the Forensic Centre of Kenya, Jane Doe, took part.", "Jane Doe"),
        ("The Director of Operations at the Crime Agency of Kenya (CAK), Jane Doe, took part.", "Jane Doe"),
        ("The attaché at the Embassy of Kenya, Jane Doe, took part.", "Jane Doe"),
        ("The Kenyan Head of the Office of the Narcotics Control Board, Jane Doe, took part.", "Jane Doe"),
        ("Kenya's deputy minister Chad Doe took part.", "Chad Doe"),
    ],
)
def test_a_name_of_any_make_is_found_whole(read: Read, sentence: str, name: str) -> None:
    assert people_of(read(MET + sentence, "2025-03-04"))[name] == "KE"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (RENCONTRE + "Le commandant du secteur Sud du Mali, le colonel Jean Roy, était là.", "Jean Roy"),
        (RENCONTRE + "La directrice de la coopération internationale du Mali, Anne Roy, était là.", "Anne Roy"),
        (RENCONTRE + "Le wali de Bamako, Mohamed El Yacoubi, était là.", "Mohamed El Yacoubi"),
        (REUNIO + "El viceministro de Orden Interno del Perú, general (r) Julio Paredes, fue.", "Julio Paredes"),
        (REUNIO + "La directora de Migración y Extranjería del Perú, Ofelia Calvo, fue.", "Ofelia Calvo"),
        (REUNIO + "El titular de la Secretaría Antidrogas (SENAD) de Chile, Joel Ortiz, fue.", "Joel Ortiz"),
        (REUNIO.replace("Luis Paz", "Mauricio Ulate"), "Mauricio Ulate"),
    ],
)  # fmt: skip
def test_a_name_is_found_in_other_languages_too(read: Read, text: str, name: str) -> None:
    assert name in people_of(read(text, "2025-03-04"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Transporters Association of Kenya director Frank Nyasulu said drivers had heard it all before.",
        "Police spokesman Col. John Doe said the talks went well.",
        "Professor John Doe of the University of Kenya told reporters that little came of it.",
        "They toured the King Abdullah II Special Operations Training Centre.",
        "They laid a wreath at the Sheikh Zayed University.",
        "It was the first visit since 2019, when then-Minister John Doe opened a workshop.",
        "Headquarters on Kiambu Road were visited.",
        "The Government Offices of Kenya were closed.",
    ],
)
def test_who_only_comments_or_lends_a_name_takes_no_part(read: Read, sentence: str) -> None:
    assert set(people_of(read(MET + sentence, "2025-03-04"))) == {"Asha Otieno", "Peter Okello"}


@pytest.mark.parametrize("heading", ["Inquiries:", "Media contact", "Contact", "For further information:"])
def test_whom_one_may_telephone_takes_no_part(read: Read, heading: str) -> None:
    reading = read(f"{MET}\n\n{heading}\nPia Nurmesniemi, Special Adviser, tel. 040 1234567", "2025-03-04")
    assert set(people_of(reading)) == {"Asha Otieno", "Peter Okello"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            MET
            + "On the Kenyan side, the talks were led by Director Jane Doe; Deputy Director Ann Roe joined.",
            "KE",
        ),
        (MET + "For Kenya, Director Jane Doe and Deputy Director Ann Roe took part.", "KE"),
        (
            MET + "The document was signed by Director Ann Roe and Uganda's Commissioner of Police John Poe.",
            "KE",
        ),
        (MET + "Okello was accompanied by Director Ann Roe.", "UG"),
        (RENCONTRE + "Côté sénégalais, la directrice Ann Roe était présente.", "SN"),
        (REUNIO + "Acompañó a la ministra peruana la directora Ann Roe.", "PE"),
    ],
)
def test_everybody_is_put_on_the_side_that_the_sentence_gives(read: Read, text: str, country: str) -> None:
    assert people_of(read(text, "2025-03-04"))["Ann Roe"] == country


def test_who_receives_is_of_the_host_where_the_sentence_begins_with_it(read: Read) -> None:
    reading = read(
        "Le directeur de la police tchadienne, Mahamat Brahim, a visité Yaoundé du 21 au 23 janvier 2025.\n\n"
        "Reçu par le délégué général à la Sûreté nationale, Martin Essomba, le patron de la police tchadienne"
        " conduisait une délégation, parmi laquelle la commissaire Achta Saleh.",
        "2025-01-24",
    )
    assert people_of(reading)["Martin Essomba"] == "CM"
    assert ("CM", "Martin Essomba") in heads_of(reading)


def test_the_party_of_a_visitor_is_of_the_visitors_country(read: Read) -> None:
    reading = read(
        "El ministro panameño Aurelio Candanedo visitó San José el 14 de noviembre de 2024 y se reunió con su homólogo"
        " costarricense, Mauricio Ulate. Formaron parte de la comitiva el director de Fronteras, Edwin Gobea, y la"
        " embajadora Yadira Pinzón.",
        "2024-11-15",
    )
    assert people_of(reading)["Edwin Gobea"] == people_of(reading)["Yadira Pinzón"] == "PA"


def test_whom_the_guests_of_a_host_met_is_of_the_host(read: Read) -> None:
    reading = read(
        "El Ministerio del Interior uruguayo recibió a una misión de la Guardia Civil española encabezada por"
        " el general Tomás Arizmendi, quien se reunió con el subsecretario Gabriel Viera y con el director de Aduanas,"
        " Enrique Ferrari.",
        "2025-05-01",
    )
    assert people_of(reading)["Enrique Ferrari"] == "UY"
