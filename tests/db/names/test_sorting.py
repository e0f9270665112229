"""Under which of its words a list has a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.names.sorting import sorted_name


@pytest.mark.parametrize(
    ("name", "country", "sorted_as"),
    [
        ("Luis Prado Gil", "ES", "Prado Gil, Luis"),
        ("Inés Ríos Núñez", "MX", "Ríos Núñez, Inés"),
        ("José Luis Gil", "ES", "Gil, José Luis"),  # two given names, or a surname that is one
        ("Juan de Prado", "ES", "Prado, Juan de"),
        ("Luis P. Gil", "ES", "Gil, Luis P."),
        ("Luis Prado Gil", "PT", "Gil, Luis Prado"),
        ("Luis Prado Gil", "", "Gil, Luis Prado"),
        ("Xoán Prado Gil", "ES", "Gil, Xoán Prado"),  # not a given name that is known
        ("Luis Prado Gil Ruiz", "ES", "Ruiz, Luis Prado Gil"),
        ("Prado Gil, Luis", "ES", "Prado Gil, Luis"),
        ("Abdellatif Hammouchi", "MA", "Hammouchi, Abdellatif"),
        ("Pelé", "BR", "Pelé"),
    ],
)
def test_a_spanish_name_stands_under_its_first_surname(name: str, country: str, sorted_as: str) -> None:
    assert sorted_name(name, country) == sorted_as


@given(st.text(st.characters(exclude_characters=","), max_size=40), st.sampled_from(["ES", "MA", "", None]))
def test_no_letter_of_a_name_is_lost(name: str, country: str | None) -> None:
    assert sorted(sorted_name(name, country).replace(",", "").split()) == sorted(name.split())
