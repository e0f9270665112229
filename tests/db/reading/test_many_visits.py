"""Texts that tell of several visits, of groups, and of people who are named and were not there."""

from __future__ import annotations

import pytest

from db.reading import as_dossier
from tests.db.reading.conftest import Read
from tests.db.reading.scoring import TEXTS

TOUR = (TEXTS / "e17.txt").read_text("utf-8")


def test_a_text_about_a_tour_yields_every_visit_of_it(read: Read) -> None:
    visits = read(TOUR).visits
    assert sorted({(one.sending, one.host) for one in visits}) == [
        ("LT", "DK"), ("LT", "IE"), ("LT", "MT"), ("LT", "PT"),
    ]  # fmt: skip


def test_two_heads_to_one_country_are_two_visits_each_with_its_own_day_and_people(read: Read) -> None:
    first, second = (one for one in read(TOUR).visits if one.host == "PT")
    assert (first.when.edtf, second.when.edtf) == ("2024-06-17", "2024-06-12")
    assert [one.name for one in first.people] == ["Jonas Petrauskas"]
    assert [one.name for one in second.people] == ["Rasa Venckute"]
    assert [one.name for one in second.meetings[0].people if one.country == "PT"] == ["Duarte Seabra"]
    assert [one.rung for one in second.actions] == ["agreed"]
    assert not second.sure  # "the same country" is how the text says where


def test_examples_of_many_who_came_are_visits_of_their_own(read: Read) -> None:
    text = (
        "Several European police officers travelled to Senegal in the last month, as was the case with the "
        "Director General of the Italian State Police and the head of the Lowland Police."
    )
    visits = read(text).visits
    assert [(one.sending, one.host, one.sure) for one in visits] == [("IT", "SN", True), ("NL", "SN", False)]
    assert visits[1].doubt == "“Lowland” is a garbled name; NL seems to be meant."
    assert [one.post for one in visits[0].people] == ["Director General of the Italian State Police"]
    assert (visits[0].when.edtf, visits[0].when.text) == ("", "the last month")


@pytest.mark.parametrize(
    ("words", "country", "printed", "count"),
    [
        ("met with four Norwegian officers", "NO", "four Norwegian officers", 4),
        ("met with several senior officials from Norway", "NO", "several senior officials from Norway", None),
        ("met her counterparts in the Norwegian security services", "NO",
         "her counterparts in the Norwegian security services", None),
        ("met with top harbour officials", "NO", "top harbour officials", None),
    ],
)  # fmt: skip
def test_people_told_as_a_group_are_participants(
    read: Read, words: str, country: str, printed: str, count: int | None
) -> None:
    found = read(f"German police chief Hanna Weiss travelled to Norway, where she {words}.")
    (group,) = as_dossier(found)["visits"][0]["meetings"][0]["participants"][-1:]
    assert (group["role"], group["country"], group["group"], group.get("count")) == (
        "group", country, printed, count,
    )  # fmt: skip


def test_the_size_and_the_company_of_a_delegation_are_kept(read: Read) -> None:
    text = "A 12-member delegation led by German police chief Hanna Weiss travelled to Norway on a working visit."
    (visit,) = as_dossier(read(text))["visits"]
    assert (visit["kind"], visit["delegations"][0]["size"]) == ("working", 12)


def test_the_experts_of_both_sides_have_a_table_of_their_own(read: Read) -> None:
    text = (
        "German police chief Hanna Weiss travelled to Norway. She met with Norwegian police chief Lars Brekke. "
        "Following the main meeting, German and Norwegian forensic experts held discussions to improve laboratories. "
        "They explored ways to share samples. The ministers agreed to meet every year."
    )
    (visit,) = read(text).visits
    (table,) = (one for one in visit.meetings if one.format == "expert")
    assert [one.country for one in table.groups] == ["DE", "NO"]
    assert [one.rung for one in table.actions][-1] == "explored"
    assert [one.rung for one in visit.actions] == ["agreed"]


def test_who_meets_somebody_is_of_the_other_side(read: Read) -> None:
    (meeting,) = read((TEXTS / "e18.txt").read_text("utf-8")).meetings
    sides = {one.name: one.country for one in meeting.people}
    assert sides == {"Lars Brekke": "NO", "Hanna Weiss": "DE", "Karl Otto Reuter": "DE"}


def test_in_whose_name_somebody_speaks_is_no_participant(read: Read) -> None:
    for name in ("e18", "s08"):
        found = read((TEXTS / f"{name}.txt").read_text("utf-8"))
        assert not {one.name for one in found.officials} & {"Paul Lindner", "Mario Ayala"}


@pytest.mark.parametrize("name", ["f08", "s08"])
def test_different_questions_and_this_morning_put_nothing_off(read: Read, name: str) -> None:
    (meeting,) = read((TEXTS / f"{name}.txt").read_text("utf-8")).meetings
    assert meeting.status == "held"


@pytest.mark.parametrize(
    ("words", "cites"),
    [
        ("Both agreed to meet, NTB reports.", "NTB"),
        ("Both agreed to meet according to the will of their presidents.", ""),
        ("According to a statement of the ministry, both agreed to meet.", "a statement of the ministry"),
        ("Ils se sont vus, indique un communiqué de la police.", "un communiqué de la police"),
    ],
)
def test_whom_a_text_cites_is_a_source_and_no_plan(read: Read, words: str, cites: str) -> None:
    assert read(words).source.cites == cites
