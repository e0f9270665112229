"""Countries are called what they were called then, and the reader is told what they are called now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from db import queries
from db.commands.edit import save
from db.models import Visit
from db.queries.precedence import precedence
from db.rows import EventRow, Key, PairCard
from tests.db.looking import card, visit_card
from tests.db.making import MOROCCO, TODAY, meeting, visit_entered

if TYPE_CHECKING:
    from db import Store


def line(store: Store, **values: object) -> EventRow:
    """The timeline's line of one visit."""
    (row,) = queries.timeline(store, visit_entered(store, **values)).rows(0, 5)
    return row


@pytest.mark.parametrize(
    ("host", "date", "then"),
    [
        ("TR", "2010-05-03", "Turkey (now Türkiye)"),
        ("TR", "2022-05-31", "Turkey (now Türkiye)"),
        ("TR", "2022-06-01", ""),
        ("TR", "2022", ""),  # the new name came during that year
        ("TR", "", ""),
        ("MK", "2018", "Macedonia (now North Macedonia)"),
        ("SZ", "2017-01", "Swaziland (now Eswatini)"),
        ("CD", "1980", "Zaire (now DR Congo)"),
        ("DE", "1985", "West Germany (now Germany)"),
        ("ES", "1985", ""),
    ],
)
def test_a_visit_of_before_a_change_of_name_says_the_name_then(
    empty_store: Store, host: str, date: str, then: str
) -> None:
    assert line(empty_store, host=host, date=date).names_then == then


@pytest.mark.parametrize(
    ("host", "then"),
    [
        ("CSHH", "Czechoslovakia (now Czechia, Slovakia)"),
        ("DDDE", "East Germany (now Germany)"),
        (
            "YUCS",
            "Yugoslavia (now 6 states)",
        ),  # Serbia and Montenegro, which came after it, is no more either
        ("SUHH", "Soviet Union (now 15 states)"),
    ],
)
def test_a_state_that_is_no_more_says_what_came_after_it(empty_store: Store, host: str, then: str) -> None:
    assert line(empty_store, host=host).names_then == then


def test_a_country_dated_before_it_came_to_be_says_what_it_was_part_of(empty_store: Store) -> None:
    assert line(empty_store, host="SK", date="1985").names_then == "Slovakia (then in Czechoslovakia)"
    assert line(empty_store, host="SK", date="1995").names_then == ""


def test_a_card_and_the_meetings_of_a_visit_say_the_names_of_its_days(empty_store: Store) -> None:
    key = visit_entered(empty_store, host="TR", date="2010-05-03")
    with empty_store.write("meeting") as session:
        meeting(session, session.get_one(Visit, int(key.id)), parties=["MA", "TR"])
    found = visit_card(empty_store, key.id)
    assert found.names_then == "Turkey (now Türkiye)"
    assert found.meetings[0].names_then == "Turkey (now Türkiye)"


def test_a_new_date_brings_the_name_of_that_day(empty_store: Store) -> None:
    key = visit_entered(empty_store, host="TR", date="2023-05-03")
    with empty_store.read() as reader:
        opened = queries.form(reader, key)
    with empty_store.write("edit") as session:
        changed = {**opened.values, "date": "3 May 2010"}
        save(session, key, opened.values, changed, version=opened.version, today=TODAY)
    assert visit_card(empty_store, key.id).names_then == "Turkey (now Türkiye)"


def test_the_card_of_a_pair_leads_to_former_states_and_back(empty_store: Store) -> None:
    visit_entered(empty_store, host="CSHH", date="1985")
    visit_entered(empty_store, host="CZ", date="2019")
    visit_entered(empty_store, host="SK", date="2020")
    now = pair_of(empty_store, "CZ-MA")
    assert [(row.label, row.events, row.former) for row in now.kin] == [("Czechoslovakia – Morocco", 1, True)]
    then = pair_of(empty_store, "CSHH-MA")
    assert [(row.key.id, row.former) for row in then.kin] == [("CZ-MA", False), ("MA-SK", False)]


def pair_of(store: Store, pair: str) -> PairCard:
    found = card(store, "pair", pair)
    assert isinstance(found, PairCard)
    return found


def test_a_state_behind_a_former_one_is_found_too(empty_store: Store) -> None:
    visit_entered(empty_store, host="YUCS", date="1985")
    visit_entered(empty_store, host="RS", date="2019")  # by way of Serbia and Montenegro
    assert [row.key.id for row in pair_of(empty_store, "MA-RS").kin] == ["MA-YUCS"]


def test_rolled_up_a_timeline_has_the_events_of_former_states_once_each(empty_store: Store) -> None:
    visit_entered(empty_store, host="DDDE", date="1980")
    visit_entered(empty_store, host="DE", date="2019")
    with empty_store.write("meetings") as session:
        meeting(session, parties=["DDDE", "DE", "MA"], date="1975")
    pair = Key("pair", "DE-MA")
    alone = queries.timeline(empty_store, pair)
    rolled = queries.timeline(empty_store, pair, roll_up=True)
    assert [row.date.edtf for row in alone.rows(0, 9)] == ["2019", "1975"]
    assert [row.date.edtf for row in rolled.rows(0, 9)] == ["2019", "1980", "1975"]
    assert rolled.count() == 3
    assert rolled.find(rolled.rows(1, 2)[0].key) == 1
    oldest = queries.timeline(empty_store, pair, roll_up=True, sort="oldest")
    assert [row.date.edtf for row in oldest.rows(0, 9)] == ["1975", "1980", "2019"]


def test_a_state_that_is_no_more_has_not_gone_quiet(empty_store: Store) -> None:
    visit_entered(empty_store, host="CSHH", date="1985", status="held")
    visit_entered(empty_store, host="CZ", date="2019", status="held")
    with empty_store.read() as reader:
        quiet = next(section for section in queries.today(reader, MOROCCO) if section.title == "Gone quiet")
    assert [row.key.id for row in quiet.rows] == ["CZ-MA"]
    assert quiet.total == 1


@pytest.mark.parametrize(
    ("host", "language", "order"),
    [
        ("ES", "Spanish", ["DE", "ES", "MA", "GB"]),  # Alemania, España, Marruecos, Reino Unido
        ("DE", "German", ["DE", "MA", "ES", "GB"]),  # Deutschland, Marokko, Spanien, Vereinigtes Königreich
        ("MA", "Arabic", ["ES", "DE", "MA", "GB"]),  # in its own letters, and the article does not count
        ("NL", "English", ["DE", "MA", "ES", "GB"]),
        ("", "English", ["DE", "MA", "ES", "GB"]),
    ],
)
def test_protocol_lists_countries_by_their_names_in_the_language_of_the_host(
    empty_store: Store, host: str, language: str, order: list[str]
) -> None:
    with empty_store.read() as reader:
        found = precedence(reader, ["ES", "MA", "DE", "GB"], host)
    assert found.language == language
    assert list(found.codes) == order


def test_a_meeting_inside_a_visit_follows_the_language_of_the_visits_host(empty_store: Store) -> None:
    key = visit_entered(empty_store, host="ES")
    with empty_store.write("meeting") as session:
        meeting(session, session.get_one(Visit, int(key.id)), parties=["MA", "DE", "ES"])
    (inside,) = visit_card(empty_store, key.id).meetings
    assert inside.precedence.language == "Spanish"
    assert inside.precedence.codes == ("DE", "ES", "MA")
