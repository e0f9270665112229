"""A service is called what it was called then, and the reader is told what it is called now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import queries
from db.dates import UNSTATED, PartialDate
from db.entry import people
from db.exchange.leaving import export
from db.exchange.tables.outcomes import names_for_outcomes
from db.forms.errors import FormErrors
from db.forms.parts.grammar import pieces
from db.forms.parts.offices import Title, name_text, read_name
from db.projections import rebuild
from db.reading.draft.again_people import know_offices
from db.reading.draft.items import Item
from db.rows import Key, OfficialCard, OrganisationCard
from tests.db.looking import card, meeting_card
from tests.db.making import TODAY, count, entered, every_table
from tests.db.test_edit import opened, saved

if TYPE_CHECKING:
    from db import Store

SERVICE = {"name": "Bundespolizei", "acronym": "BPOL", "country": "DE"}
BEFORE = {"name": "Bundesgrenzschutz", "acronym": "BGS", "lang": "de", "valid_to": "2005-07-01"}
OFFICE = {"post": "President", "organisation": "BPOL", "country": "DE"}
KEY = Key("organisation", "1")
LETTERS = st.characters(codec="utf-8", exclude_characters="\0")
WORDS = st.text(LETTERS, min_size=1, max_size=12).map(str.strip).filter(bool)


def met(store: Store, *dates: str, **more: object) -> None:
    """Meetings with the service's president in the order of their numbers, and its name of before."""
    meetings = [{"parties": ["DE", "MA"], "date": each, "participants": [OFFICE]} for each in dates]
    entered(store, {"organisations": [{**SERVICE, "names": [BEFORE]}], "meetings": meetings, **more})


def timeline(store: Store) -> list[str]:
    """Who took part, the newest event first."""
    return [row.people for row in queries.timeline(store, None).rows(0, 9)]


@pytest.mark.parametrize(
    ("day", "called"),
    [
        ("1998-05", "President, BGS (now BPOL) (not named)"),
        ("2005-06-30", "President, BGS (now BPOL) (not named)"),
        ("2005-07-01", "President, BPOL (not named)"),
        ("2019", "President, BPOL (not named)"),
        ("", "President, BPOL (not named)"),
    ],
)
def test_at_a_meeting_a_service_has_the_name_of_that_day(empty_store: Store, day: str, called: str) -> None:
    met(empty_store, day)
    (person,) = meeting_card(empty_store, 1).participants
    assert person.label == called


def test_a_service_that_came_as_a_whole_has_the_name_of_that_day(empty_store: Store) -> None:
    whole = {"organisation": "BPOL", "country": "DE"}
    entered(
        empty_store,
        {
            "organisations": [{**SERVICE, "names": [BEFORE]}],
            "meetings": [{"parties": ["DE", "MA"], "date": "1998", "participants": [whole]}],
        },
    )
    (person,) = meeting_card(empty_store, 1).participants
    assert person.label == "BGS (now BPOL)"
    assert timeline(empty_store) == ["BGS"]


def test_the_timeline_has_the_name_of_that_day_and_is_found_by_both(empty_store: Store) -> None:
    met(empty_store, "1998-05", "2019-05")
    assert timeline(empty_store) == ["President, BPOL", "President, BGS"]
    for words, found in (("bpol", 2), ("bgs", 1)):
        assert queries.timeline(empty_store, None, words=words).count() == found


def test_who_was_in_a_service_of_before_was_so_under_its_name_then(empty_store: Store) -> None:
    held = {"post": "President", "organisation": "BPOL", "start": "1999", "end": "2003"}
    met(empty_store, officials=[{"name": "Ruth Brandt", "country": "DE", "tenures": [held]}])
    found = card(empty_store, "official", 1)
    assert isinstance(found, OfficialCard)
    assert found.tenures[0].organisation == "BGS (now BPOL)"


def test_a_service_is_renamed_in_its_form_and_old_events_keep_the_old_name(empty_store: Store) -> None:
    entered(
        empty_store,
        {
            "organisations": [{**SERVICE, "name": "Bundesgrenzschutz", "acronym": "BGS"}],
            "meetings": [
                {"parties": ["DE", "MA"], "date": day, "participants": [{**OFFICE, "organisation": "BGS"}]}
                for day in ("1998-05", "2019-05")
            ],
        },
    )
    before = every_table(empty_store)
    form = opened(empty_store, KEY)
    saved(
        empty_store,
        form,
        {
            "name": "Bundespolizei",
            "acronym": "BPOL",
            "names": "Bundesgrenzschutz (BGS); de; until June 2005",
        },
    )
    assert timeline(empty_store) == ["President, BPOL", "President, BGS"]
    assert opened(empty_store, KEY).values["names"] == "Bundesgrenzschutz (BGS); de; until Jun 2005"
    found = card(empty_store, "organisation", 1)
    assert isinstance(found, OrganisationCard)
    assert [(one.name, one.acronym, one.borne.edtf) for one in found.names] == [
        ("Bundesgrenzschutz", "BGS", "../2005-06")
    ]
    stands = every_table(empty_store)
    with empty_store.write("check") as session:
        rebuild(session)
    assert every_table(empty_store) == stands
    assert empty_store.undo()
    after = every_table(empty_store)
    log = ("step", "change", "setting")
    assert {name: rows for name, rows in after.items() if name not in log} == {
        name: rows for name, rows in before.items() if name not in log
    }


def test_a_name_that_turns_out_to_have_ended_earlier_is_no_longer_told(empty_store: Store) -> None:
    met(empty_store, "1998-05")
    saved(empty_store, opened(empty_store, KEY), {"names": "Bundesgrenzschutz (BGS); de; until 1990"})
    assert timeline(empty_store) == ["President, BPOL"]


def test_another_acronym_of_before_is_told_at_the_events_of_before(empty_store: Store) -> None:
    met(empty_store, "1998-05")
    saved(empty_store, opened(empty_store, KEY), {"names": "Bundesgrenzschutz (GS); de; 1951 – June 2005"})
    assert timeline(empty_store) == ["President, GS"]


def test_an_office_is_found_by_another_name_of_its_service(empty_store: Store) -> None:
    met(empty_store)
    entered(empty_store, {"posts": [{"title": "Liaison", "organisation": "BPOL"}]})
    saved(empty_store, opened(empty_store, KEY), {"names": "Policía Federal Alemana; es"})
    with empty_store.read() as reader:
        assert [row.label for row in queries.find_records(reader, "policia alemana")] == [
            "Liaison, BPOL",
            "Bundespolizei",
        ]


def test_a_name_that_was_given_up_still_finds_the_service(empty_store: Store) -> None:
    entered(
        empty_store, {"organisations": [{"name": "Bundesgrenzschutz", "acronym": "BGS", "country": "DE"}]}
    )
    saved(empty_store, opened(empty_store, KEY), {"name": "Bundespolizei", "acronym": "BPOL"})
    with empty_store.read() as reader:
        found = [people.organisation(reader, name) for name in ("bundesgrenzschutz", "BGS", "bpol")]
        assert [one and one.label for one in found] == ["BPOL", "BPOL", "BPOL"]
        assert [row.label for row in queries.find_records(reader, "grenzschutz")] == []
        assert [row.label for row in queries.find_records(reader, "bundesgrenz")] == ["Bundespolizei"]
        assert people.organisations_beginning(reader, "bundesg", 5)[0].label == "BPOL"
    entered(empty_store, {"posts": [{"title": "President", "organisation": "Bundesgrenzschutz"}]})
    assert count(empty_store, "organisation") == 1


def test_tables_and_texts_may_name_a_service_as_it_was_called(empty_store: Store) -> None:
    held = {"post": "President", "organisation": "BPOL"}
    other = {"post": "President", "organisation": "Sports Federation"}
    met(empty_store, officials=[{"name": "Ruth Brandt", "country": "DE", "tenures": [held, other]}])
    with empty_store.read() as reader:
        assert names_for_outcomes(reader).owners["bgs"] == "Bundespolizei"
        printed = Item(1, "person", values={"known": "Ruth Brandt", "post": "the Bundesgrenzschutz"})
        (item,) = know_offices(reader, (printed,))
    assert item.values["office"] == held


def test_whoever_is_called_so_today_is_meant_before_whoever_was_called_so(empty_store: Store) -> None:
    entered(
        empty_store,
        {"organisations": [{**SERVICE, "names": [BEFORE]}, {"name": "Bundesgrenzschutz", "country": "AT"}]},
    )
    with empty_store.read() as reader:
        found = people.organisation(reader, "bundesgrenzschutz")
    assert found is not None
    assert found.country == "AT"
    entered(empty_store, {"posts": [{"title": "Head", "organisation": "bundesgrenzschutz"}]})
    assert count(empty_store, "post", "organisation_id = :id", id=found.number) == 1


def test_a_name_is_taken_out_in_the_form(empty_store: Store) -> None:
    met(empty_store, "1998-05")
    saved(empty_store, opened(empty_store, KEY), {"names": ""})
    assert timeline(empty_store) == ["President, BPOL"]
    assert count(empty_store, "organisation_name") == 0


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Border Guard; until never", "“until never” is no language"),
        ("Border Guard; until 1990; until 1991", "a name has one language and one time"),
        ("Border Guard; acronym: A; acronym: B", "one acronym"),
        ("Border Guard\nBorder Guard", "line 1 already"),
    ],
)
def test_what_is_no_name_is_refused_with_the_reason(empty_store: Store, line: str, says: str) -> None:
    met(empty_store)
    with pytest.raises(FormErrors) as told:
        saved(empty_store, opened(empty_store, KEY), {"names": line})
    assert says in told.value.problems["names"]


def test_names_leave_and_come_back_with_their_days(empty_store: Store) -> None:
    met(empty_store)
    with empty_store.read() as reader:
        told = export(reader)
    assert told["organisations"][0]["names"] == [BEFORE]


@given(
    WORDS, WORDS | st.just(""), st.sampled_from(["", "de", "EN", "for"]), st.sampled_from(["", "../2005-06"])
)
def test_a_line_says_the_name_that_it_was_made_of(name: str, acronym: str, lang: str, borne: str) -> None:
    one = Title(name, lang, 1, PartialDate.from_edtf(borne) if borne else UNSTATED, acronym)
    line = name_text(one)
    assert "\n" not in line
    read = read_name(pieces(line, who=False), 1, today=TODAY, day_first=True)
    assert read == one
