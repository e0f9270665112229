"""Names with a field in brackets, towns that are no names, who only comments, and journeys that are to come."""

from __future__ import annotations

import pytest

from db.reading import Reading
from tests.db.reading.conftest import Read, countries_of, events_of, people_of

MET = "The police chiefs of Fiji and Solomon Islands met in Suva on 8 May 2024. "


def posts(found: Reading) -> dict[str, str]:
    return {one.name: one.post for one in people_of(found)}


def test_a_title_may_have_its_field_in_brackets(read: Read) -> None:
    text = (
        MET
        + "Commissioner Mary Wale was accompanied by Assistant Commissioner (Crime and Intelligence) Grace Toa."
    )
    found = posts(read(text, "2024-05-09"))
    assert found["Grace Toa"] == "Assistant Commissioner (Crime and Intelligence)"


def test_the_town_of_an_office_is_nobody(read: Read) -> None:
    text = (
        "Le ministre malgache de la Sécurité, Jean Rakoto, a reçu le 8 mai 2024 en son bureau à Ambony, le "
        "Commissaire de "
        "police de Maurice, M. Raj Patel."
    )
    assert set(posts(read(text, "2024-05-09"))) == {"Jean Rakoto", "Raj Patel"}


def test_half_of_the_name_of_a_unit_is_nobody(read: Read) -> None:
    text = MET + "A joint team will be hosted by the Anti-Cybercrime Group (ACG)."
    assert posts(read(text, "2024-05-09")) == {}


def test_the_wards_of_a_service_are_nobody(read: Read) -> None:
    text = (
        "Los ministros de Ecuador y de Perú se reunieron en Quito el 8 de mayo de 2024. Integró la comitiva "
        "ecuatoriana el "
        "director del Servicio Nacional de Atención Integral a Privados de Libertad, Luis Quispe."
    )
    assert "Privados de Libertad" not in posts(read(text, "2024-05-09"))


@pytest.mark.parametrize(
    "comment",
    [
        '"We got a photograph," said Nikos Delis, president of the border guards\' union.',
        "The talks were long, the National Public Relations Officer, Superintendent Nikos Delis, told reporters.",
    ],
)
def test_who_only_speaks_for_others_takes_no_part(read: Read, comment: str) -> None:
    assert "Nikos Delis" not in posts(read(MET + comment, "2024-05-09"))


def test_a_counterpart_of_a_people_with_a_hyphen_is_named(read: Read) -> None:
    text = (
        "Le ministre gabonais des Affaires étrangères, Jean Obame, et son homologue équato-guinéen, Luis Nsue "
        "Ela, se sont "
        "rencontrés le 8 mai 2024 à Libreville."
    )
    sides = {one.name: one.country for one in people_of(read(text, "2024-05-09"))}
    assert sides == {"Jean Obame": "GA", "Luis Nsue Ela": "GQ"}


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Both countries will hold the 18th Joint Committee meeting in Honiara on May 24.", {"FJ", "SB"}),
        ("Separately, a team of Kenyan experts would come to Suva from 24 to 26 May.", {"KE", "FJ"}),
        ("Superintendent Ann Lee of Fiji will be back in Honiara on 24 May for a workshop.", {"FJ", "SB"}),
    ],
)
def test_what_is_to_come_on_a_day_is_planned(read: Read, sentence: str, parties: set[str]) -> None:
    found = read(MET + "Commissioner Mary Wale of Fiji took part. " + sentence, "2024-05-09")
    planned = [one for one in events_of(found) if one.status == "planned"]
    assert [(one.when.edtf[:10], countries_of(one)) for one in planned] == [("2024-05-24", parties)]
