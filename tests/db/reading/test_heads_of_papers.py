"""The day and the title of a text, in whatever lines above or below it a paper prints them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.db.reading.conftest import Read, events_of

HEADS = tomllib.loads(Path(__file__).with_name("heads.toml").read_text("utf-8"))
TITLE = {
    "en": "Interior ministers of Oman and Peru agree on exchange of officers",
    "fr": "Les ministres de l'Intérieur d'Oman et du Pérou conviennent d'un échange",
    "es": "Ministros del Interior de Omán y Perú acuerdan intercambio de oficiales",
}
BODY = {
    "en": (
        "The Minister of the Interior of Oman, Salim Hadi, met the Minister of the Interior of Peru, Juan "
        "Paz, in Lima on"
        " Tuesday. They agreed to exchange officers."
    ),
    "fr": (
        "Le ministre de l'Intérieur d'Oman, Salim Hadi, a rencontré mardi à Lima le ministre de l'Intérieur "
        "du Pérou, Juan"
        " Paz. Ils ont convenu d'échanger des officiers."
    ),
    "es": (
        "El ministro del Interior de Omán, Salim Hadi, se reunió el martes en Lima con el ministro del "
        "Interior del Perú,"
        " Juan Paz. Acordaron intercambiar oficiales."
    ),
}


@pytest.mark.parametrize(
    ("language", "head"), [(language, head) for language, heads in HEADS.items() for head in heads]
)
def test_a_weekday_is_counted_from_the_day_that_a_paper_bears(read: Read, language: str, head: str) -> None:
    found = read(head.format(T=TITLE[language], B=BODY[language]))
    assert found.source.published.edtf == "2025-06-05"
    assert found.source.title == (TITLE[language] if "{T}" in head else "")
    assert [one.when.edtf for one in events_of(found)] == ["2025-06-03"]
