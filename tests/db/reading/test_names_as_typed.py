"""Names, honorifics and titles as ministries type them, and who only writes or sends greetings."""

from __future__ import annotations

import pytest

from tests.db.reading.conftest import Read
from tests.db.reading.test_titles_and_sides_in_print import posts_of
from tests.db.reading.test_who_where_when import people_of

RENCONTRE = "Le ministre sénégalais Aly Sow a rencontré son homologue malien, Issa Coulibaly, à Bamako le 3 mars 2025. "


@pytest.mark.parametrize(
    ("sentence", "name", "title"),
    [
        (
            "Le ministre de la Sécurité du Mali, Amadou DIOP, a pris part aux échanges.",
            "Amadou DIOP",
            "ministre de la Sécurité du Mali",
        ),
        (
            "Le commissaire divisionnaire de Police Amadou DIOP du Mali a pris part aux échanges.",
            "Amadou DIOP",
            "commissaire divisionnaire de Police",
        ),
        (
            "L'ambassadeur du Mali au Sénégal, S.E.M. Amadou Diop, a pris part aux échanges.",
            "Amadou Diop",
            "ambassadeur du Mali au Sénégal",
        ),
        (
            "L'ambassadeur du Mali au Sénégal Son Excellence Monsieur Amadou Diop a pris part aux échanges.",
            "Amadou Diop",
            "ambassadeur du Mali au Sénégal",
        ),
        (
            "Le Mali était représenté par Amadou Diop commissaire général de la police nationale malienne.",
            "Amadou Diop",
            "commissaire général de la police nationale malienne",
        ),
        (
            "La directrice générale des douanes et droits indirects du Mali, Awa Diop, a pris part aux échanges.",
            "Awa Diop",
            "directrice générale des douanes et droits indirects du Mali",
        ),
        (
            (
                "Le ministre des Affaires étrangères, de l'Intégration africaine et des Maliens de l'extérieur de la"
                " République du Mali, M. Amadou Diop, a pris part aux échanges."
            ),
            "Amadou Diop",
            (
                "ministre des Affaires étrangères, de l'Intégration africaine et des Maliens de l'extérieur de la"
                " République du Mali"
            ),
        ),
    ],
)
def test_a_name_and_its_title_are_read_as_typed(read: Read, sentence: str, name: str, title: str) -> None:
    assert posts_of(read(RENCONTRE + sentence, "2025-03-04")).get(name) == title


def test_the_short_name_of_a_service_is_no_last_name(read: Read) -> None:
    text = (
        RENCONTRE
        + "Le directeur de la Police Nationale DGPN et le chef du bureau Interpol BCN étaient présents."
    )
    assert not [name for name in posts_of(read(text, "2025-03-04")) if "DGPN" in name or "BCN" in name]


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "Le ministre a remis une lettre destinée au président de la République, M. Amadou Diop, de la part de son"
            " frère le président de la République du Sénégal, M. Modou Fall."
        ),
        (
            "Les deux pays suivent les orientations du président de la République, M. Amadou Diop, et de son frère, le"
            " président Modou Fall."
        ),
    ],
)
def test_heads_of_state_who_only_write_take_no_part(read: Read, sentence: str) -> None:
    assert not {"Amadou Diop", "Modou Fall"} & set(people_of(read(RENCONTRE + sentence, "2025-03-04")))


def test_the_counterpart_of_a_republic_is_found(read: Read) -> None:
    text = (
        "La directrice des douanes de la République française, Anne Roy, et son homologue de la République du Sénégal,"
        " Modou Fall, ont signé un accord à Paris le 3 mars 2025."
    )
    assert people_of(read(text, "2025-03-04")) == {"Anne Roy": "FR", "Modou Fall": "SN"}


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("Jean Rochat et la ministre belge Anne Roy ont signé un accord.", "KE"),
        ("Jean Rochat et la ministre belge Anne Roy se sont réunis mardi.", "KE"),
    ],
)
def test_who_signs_beside_one_of_theirs_is_of_ours(read: Read, sentence: str, side: str) -> None:
    text = (
        f"La Belgique et le Kenya ont tenu des consultations à Nairobi le 4 mars 2025. Le ministre {sentence}"
        " Le directeur de la police du Kenya, Omar Kamau, était présent."
    )
    assert people_of(read(text, "2025-03-05")).get("Jean Rochat") == side
