"""What agencies print in their own ways: weekdays to come, slashes in datelines, names like ranks, visiting guests."""

from __future__ import annotations

import pytest

from tests.db.reading.conftest import Read, events_of, people_of


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Los ministros de Perú y Chile se reunirán este viernes en Tacna.", "2024-05-10"),
        ("Les ministres du Bénin et du Togo se réuniront vendredi à Lomé.", "2024-05-10"),
        ("El martes llegarán a Lima los jefes de policía de Chile.", "2024-05-14"),
    ],
)
def test_a_weekday_of_what_is_to_come_is_the_next_one(read: Read, sentence: str, day: str) -> None:
    found = read(sentence, "2024-05-08")
    (event,) = events_of(found)
    assert (event.when.edtf, event.status) == (day, "planned")


def test_what_somebody_does_today_is_not_the_day_of_a_visit(read: Read) -> None:
    text = (
        "El director de la policía de Chile, Juan Pérez Rojas, se reunió con el ministro de Perú. "
        "Agradeció el apoyo que hoy presta esa institución."
    )
    found = read(text, "2024-05-08")
    assert [event.when.edtf for event in events_of(found)] == [""]


def test_a_dateline_may_have_its_day_with_slashes(read: Read) -> None:
    text = "TACNA, PERÚ (8/MAY/2024).- Los ministros de Perú y Chile se reunieron hoy en Tacna."
    found = read("Chile y Perú hablan de su frontera\n\n" + text)
    assert found.meetings[0].when.edtf == "2024-05-08"


def test_a_last_line_may_say_le_and_its_day(read: Read) -> None:
    text = "Le ministre béninois de l'Intérieur a reçu mercredi à Cotonou son homologue togolais."
    found = read(f"Réunion à Cotonou\n\n{text}\nLe 10 mai 2024\nSource : Presse du Golfe")
    assert found.source.published.edtf == "2024-05-10"
    assert found.meetings[0].when.edtf == "2024-05-08"


def test_what_a_visit_followed_is_no_event_of_its_own(read: Read) -> None:
    text = (
        "The police chiefs of Oman and Kenya met in Muscat on 8 May 2024. "
        "The meeting followed talks between their ministers on 2 May 2024."
    )
    found = read(text, "2024-05-09")
    assert [one.when.edtf for one in events_of(found)] == ["2024-05-08"]


@pytest.mark.parametrize(
    ("sentence", "name", "title"),
    [
        (
            "Spain's interior minister, Juan Mayor Casado, met Oman's police chief in Muscat.",
            "Juan Mayor Casado",
            "Spain's interior minister",
        ),
        (
            "Vietnam's Minister of Public Security General To Hung met Oman's police chief in Muscat.",
            "To Hung",
            "Vietnam's Minister of Public Security",
        ),
        (
            (
                "Le directeur général de la police du Bénin (DGPN), le colonel Jean Akpo, a rencontré à Lomé son"
                " homologue togolais."
            ),
            "Jean Akpo",
            "directeur général de la police du Bénin (DGPN), le colonel",
        ),
        (
            "Kenya's Chief of Police, Lieutenant General Ali Otieno's delegation left for Oman to visit the academy.",
            "Ali Otieno",
            "Kenya's Chief of Police, Lieutenant General",
        ),
    ],
)
def test_a_name_and_its_title_are_told_apart(read: Read, sentence: str, name: str, title: str) -> None:
    found = read(sentence, "2024-05-09")
    assert (name, title) in {(one.name, one.post) for one in people_of(found)}


def test_a_word_that_only_joins_sentences_is_nobody(read: Read) -> None:
    text = (
        "Una delegación de la policía de Chile visitó Lima el 8 de mayo de 2024. La encabezó el general Juan Rojas "
        "Paz. Asimismo, el director de la academia, Luis Soto Vera, viajó con ellos."
    )
    assert {one.name for one in people_of(read(text, "2024-05-09"))} == {"Juan Rojas Paz", "Luis Soto Vera"}


@pytest.mark.parametrize(
    ("sentence", "guest", "host"),
    [
        ("The visiting deputy police chief of Kenya, Ali Otieno, met Oman's interior minister.", "KE", "OM"),
        ("Kenya's visiting officials held talks with their Omani counterparts.", "KE", "OM"),
    ],
)
def test_whoever_is_visiting_is_the_guest(read: Read, sentence: str, guest: str, host: str) -> None:
    (visit,) = read(sentence, "2024-05-09").visits
    assert (visit.sending, visit.host) == (guest, host)


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        (
            (
                "Le ministre de l'Intérieur, Ali Ben Salah, s'est entretenu mardi dans ses bureaux, avec"
                " l'ambassadeur du Kenya en Tunisie, John Otieno."
            ),
            {"TN": "Ali Ben Salah", "KE": "John Otieno"},
        ),
        (
            (
                "Jean Otieno, directeur de la police kényane, est à Tunis pour une visite de deux jours. Il a été reçu,"
                " hier, par le général Ali Ben Salah, directeur de la Sûreté."
            ),
            {"TN": "Ali Ben Salah", "KE": "Jean Otieno"},
        ),
        (
            (
                "The minister of public security, Ali Ben Salah, chaired a welcome ceremony in Tunis for a delegation"
                " of Kenya's police, led by its chief John Otieno."
            ),
            {"TN": "Ali Ben Salah", "KE": "John Otieno"},
        ),
    ],
)
def test_who_receives_somebody_sits_on_the_other_side(
    read: Read, sentence: str, sides: dict[str, str]
) -> None:
    found = read(sentence, "2024-05-09")
    assert {one.country: one.name for one in people_of(found)} == sides
