"""A name that nobody bears: whose it is like is asked in the reading and offered at the cursor, never linked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from db import Store
from db.entry import Completion, Reading, complete
from db.errors import BadInput
from db.forms.fields import field_of
from db.forms.names import hook, owner
from db.forms.reading import read_field
from db.rows import Moment

Read = Callable[..., Reading]
HAMMOUCHI = '@"Abdellatif Hammouchi"'


def person(reading: Reading) -> str:
    return next(token.reading for token in reading.tokens if token.kind in {"person", "with"})


@pytest.fixture
def offers(demo_store: Store, moment: Moment) -> Callable[[str], list[Completion]]:
    def offered(text: str) -> list[Completion]:
        with demo_store.read() as reader:
            return complete(text, len(text), reader=reader, moment=moment)

    return offered


def test_a_name_like_a_known_one_is_asked_about_and_stays_new(read: Read) -> None:
    reading = read('MA>ES @"Abdelatif Hamouchi"')
    asked = "head new official “Abdelatif Hamouchi”, or Abdellatif Hammouchi (MA, DGSN/DGST)? same consonants"
    assert person(reading) == f"{asked}, twice in ES–MA"
    assert reading.creates == ("new official “Abdelatif Hamouchi”",)
    (member,) = reading.values["visits"][0]["delegations"][0]["members"]
    assert member["official"] == "Abdelatif Hamouchi"


@pytest.mark.parametrize("typed", ["@حموشي", "@Hamouchi", "@Abdelatif Hamouchi", '@"DG DGSN"', "@DG DGSN"])
def test_the_question_comes_for_any_script_a_surname_and_an_office(read: Read, typed: str) -> None:
    assert ", or Abdellatif Hammouchi (MA, DGSN/DGST)? " in person(read(f"MA>ES {typed}"))


def test_nobody_is_asked_about_where_nobody_is_alike(read: Read) -> None:
    assert person(read("MA>ES @Dupont")) == "head new official “Dupont”"
    assert person(read('MA>ES with:"security experts"')) == "with “security experts”"


@pytest.mark.parametrize(
    "typed",
    ["@Hamou", "@حمو", "@Abdelatif Hamou", '@"Abd al-Latif Hamushi', "@DG DGSN", "@dg dgsn", "owner:@hamouc"],
)
def test_tab_offers_the_likely_official_before_a_new_one(
    offers: Callable[[str], list[Completion]], typed: str
) -> None:
    first = offers(f"MA>ES {typed}")[0]
    assert first.text.endswith(HAMMOUCHI)
    assert first.detail.startswith("MA · DGSN/DGST · ")


def test_an_organisation_offers_itself_and_then_its_people(offers: Callable[[str], list[Completion]]) -> None:
    assert [one.text for one in offers("MA>ES @dgsn")][:2] == ["@DGSN", HAMMOUCHI]


def test_an_organisation_is_known_in_small_letters_and_without_accents(read: Read) -> None:
    assert person(read("MA>ES @dgsn")) == "head DGSN"
    name = "general directorate for NATIONAL security"
    assert person(read(f'MA>ES @"{name}"')) == "head DGSN"


def test_a_new_official_who_is_like_a_known_one_is_told(read: Read) -> None:
    reading = read("official Abdelatif Hamouchi, MA")
    like = "new official “Abdelatif Hamouchi”, like Abdellatif Hammouchi (MA, DGSN/DGST): same consonants"
    assert person(reading) == like
    assert reading.summary[0] == "new official “Abdelatif Hamouchi”"
    assert reading.summary[-1] == "like Abdellatif Hammouchi (MA, DGSN/DGST): same consonants"
    assert reading.values["officials"][0]["name"] == "Abdelatif Hamouchi"
    assert person(read("official Juan Nadie, ES")) == "new official “Juan Nadie”"


def test_a_form_tells_whom_a_new_name_is_like(demo_store: Store, moment: Moment) -> None:
    name = field_of("official", "name")
    with demo_store.read() as reader:
        like = read_field(reader, name, "Abdelatif Hamouchi", today=moment.today)
        assert like == ("Abdelatif Hamouchi", "like Abdellatif Hammouchi (MA, DGSN/DGST): same consonants")
        assert read_field(reader, name, "Abdellatif Hammouchi", today=moment.today).echo == ""
        assert read_field(reader, name, "Juan Nadie", today=moment.today).echo == ""


def test_a_field_that_knows_nobody_of_that_name_asks_who_was_meant(demo_store: Store) -> None:
    with demo_store.read() as reader:
        for read_it in (owner, hook):
            with pytest.raises(BadInput, match=r"Did you mean Abdellatif Hammouchi \(MA, DGSN/DGST\)\?$"):
                read_it(reader, "Abdelatif Hamouchi")
