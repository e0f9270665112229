"""Carrying over: what is open goes on to the next agenda, what came of it is said there, and the past stays."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import Conflict, NotFound, Store
from db.commands.agenda import Carried, dispose, note, put_on
from db.commands.edit import save
from db.commands.followups import close
from db.commands.removal import remove
from db.queries import form
from db.queries.agenda import (
    agenda,
    coming_of_pair,
    coming_of_visit,
    is_past,
    meeting_event,
    next_meeting,
)
from db.rows import ActionCard, Key
from db.rows.agenda import Agenda, ComingMeetings
from tests.db import making
from tests.db.looking import card, meeting_card
from tests.db.making import NO_DESK, TODAY
from tests.db.test_query_plans import planned, walked
from tests.db.test_undo import book

SERIES = "Yearly talks"


@pytest.fixture
def talks(empty_store: Store) -> Store:
    """Yearly talks of Morocco and Spain: held in 2025 and 2026, planned for December; and what came of them."""
    with empty_store.write("enter") as session:
        first = making.meeting(session, date="2025-01-28", ref="M-2025-001", series=SERIES)
        second = making.meeting(session, date="2026-01-07", ref="M-2026-001", series=SERIES)
        making.meeting(session, date="2026-12-10", ref="M-2026-002", series=SERIES, status="planned")
        making.action(session, at=first, text="Weigh it", rung="discussed")
        making.action(session, at=first, text="Ways to do it", rung="explored")
        making.action(session, at=second, text="Sign it", rung="signed")
        making.action(session, at=second, text="Name somebody", rung="agreed", parties=["ES", "MA"])
        making.action(session, at=first, text="Send a list", rung="agreed")
        making.action(session, at=first, text="Is done", rung="agreed", status="done")
        making.action(session, at=second, text="A committee", rung="proposed")
    return empty_store


FIRST, SECOND, THIRD = (Key("meeting", str(number)) for number in (1, 2, 3))
EXPLORED, SIGNED, NAMED, LISTED, PROPOSED = (Key("action", str(number)) for number in (2, 3, 4, 5, 7))


def read(store: Store, key: Key) -> Agenda:
    with store.read() as reader:
        return agenda(reader, key, NO_DESK)


def after(store: Store, key: Key) -> ComingMeetings:
    with store.read() as reader:
        return next_meeting(reader, key, NO_DESK)


def carried(store: Store, key: Key, *chosen: Key, seen: tuple[Key, ...] = ()) -> Carried:
    with store.write("agenda") as session:
        return put_on(session, key, chosen, seen)


def said(store: Store, meeting: Key, action: Key, disposition: Any) -> str:
    with store.write("say") as session:
        return dispose(session, meeting, action, disposition)


def edited(store: Store, key: Key, **values: str) -> None:
    with store.read() as reader:
        found = form(reader, key)
    with store.write("edit") as session:
        save(session, key, found.values, found.values | values, version=found.version, today=TODAY)


def entered(store: Store, **values: Any) -> Key:
    with store.write("enter") as session:
        return Key("meeting", str(making.meeting(session, **values).number))


def texts(found: Agenda) -> list[str]:
    return [row.action.text for row in found.rows]


# --- what is carried over ---


def test_all_that_is_open_or_watched_is_offered_the_firmest_and_oldest_first(talks: Store) -> None:
    found = read(talks, THIRD)
    assert texts(found) == ["Send a list", "Sign it", "Name somebody", "A committee", "Ways to do it"]
    assert found.kept == ()
    assert found.series == SERIES


def test_what_others_agreed_is_not_offered(talks: Store) -> None:
    with talks.write("enter") as session:
        three = making.meeting(session, parties=["DE", "ES", "MA"], date="2026-03-01")
        making.action(session, at=three, text="Of all three", rung="agreed")
        making.action(session, at=three, text="Of two of them", rung="agreed", parties=["ES", "MA"])
        making.action(session, at=three, text="Of the other two", rung="agreed", parties=["DE", "MA"])
        making.action(session, at=three, text="Ours alone", rung="agreed", parties=["MA"])
        elsewhere = making.visit(session, sending="MA", host="NL", date="2026-03-02")
        making.action(session, on=elsewhere, text="With somebody else", rung="agreed", parties=["MA"])
    assert {"Of two of them", "Ours alone"} <= set(texts(read(talks, THIRD)))
    assert not {"Of all three", "Of the other two", "With somebody else"} & set(texts(read(talks, THIRD)))


def test_a_visits_outcomes_are_offered_to_a_meeting_of_the_two(talks: Store) -> None:
    with talks.write("enter") as session:
        held = making.visit(session, date="2026-02-01")
        making.action(session, on=held, text="From the visit", rung="agreed")
    assert "From the visit" in texts(read(talks, THIRD))


def test_what_the_series_left_open_is_offered_whoever_takes_part_now(talks: Store) -> None:
    key = entered(talks, parties=["DE", "FR"], date="2027-01-01", status="planned", series=SERIES)
    assert "Send a list" in texts(read(talks, key))


def test_saving_makes_an_agenda_in_the_order_chosen(talks: Store) -> None:
    did = carried(talks, THIRD, PROPOSED, LISTED, EXPLORED)
    assert did.told() == (
        "M-2026-002 has 3 items on its agenda: A-2026-003, A-2025-003 and A-2025-002 carried over"
    )
    rows = meeting_card(talks, 3).agenda
    assert [(row.position, row.action.text, row.disposition) for row in rows] == [
        (1, "A committee", "carried in"),
        (2, "Send a list", "carried in"),
        (3, "Ways to do it", "carried in"),
    ]
    found = read(talks, THIRD)
    assert texts(found)[:3] == ["A committee", "Send a list", "Ways to do it"]
    assert len(found.rows) == 5


def test_unticking_takes_an_item_off_and_leaves_what_a_colleague_has_put_on(talks: Store) -> None:
    carried(talks, THIRD, PROPOSED, LISTED)
    seen = tuple(row.key for row in read(talks, THIRD).kept)
    carried(talks, THIRD, *seen, EXPLORED, seen=seen)  # somebody else
    did = carried(talks, THIRD, LISTED, seen=seen)
    assert did.removed == ("A-2026-003",)
    assert [row.action.text for row in meeting_card(talks, 3).agenda] == ["Send a list", "Ways to do it"]


def test_an_agenda_that_stands_as_it_was_is_no_step(talks: Store) -> None:
    carried(talks, THIRD, PROPOSED, LISTED)
    steps = making.count(talks, "step")
    assert carried(talks, THIRD, PROPOSED, LISTED, seen=(PROPOSED, LISTED)).told() == (
        "The agenda of M-2026-002 stands as it was"
    )
    assert making.count(talks, "step") == steps
    assert carried(talks, THIRD, LISTED, PROPOSED, seen=(PROPOSED, LISTED)).told() == (
        "M-2026-002 has 2 items on its agenda: in another order"
    )


def test_the_count_grows_with_every_meeting_and_the_old_ones_stay_as_they_were(talks: Store) -> None:
    carried(talks, FIRST, LISTED)
    said(talks, FIRST, LISTED, "deferred")
    carried(talks, SECOND, LISTED)
    before = making.tables(talks, "meeting"), meeting_card(talks, 1), meeting_card(talks, 2).agenda[0].note
    carried(talks, THIRD, LISTED)
    shown = card(talks, "action", LISTED.id)
    assert isinstance(shown, ActionCard)
    assert shown.row.carried == 3
    assert [(row.ref, row.disposition) for row in shown.agendas] == [
        ("M-2025-001", "deferred"),
        ("M-2026-001", "carried in"),
        ("M-2026-002", "carried in"),
    ]
    (row,) = meeting_card(talks, 1).agenda
    assert (row.disposition, row.carried) == ("deferred", 3)
    assert making.tables(talks, "meeting") == before[0]
    assert read(talks, THIRD).kept[0].carried == 3


def test_what_is_closed_is_not_offered_again_but_stays_where_it_was_on(talks: Store) -> None:
    carried(talks, SECOND, LISTED)
    with talks.write("close") as session:
        close(session, (LISTED,), "done", "", TODAY)
    assert "Send a list" not in texts(read(talks, THIRD))
    assert [row.action.text for row in meeting_card(talks, 2).agenda] == ["Send a list"]


# --- what came of it ---


def test_what_came_of_it_is_said_item_by_item_and_undone_one_by_one(talks: Store) -> None:
    carried(talks, THIRD, LISTED, PROPOSED)
    before = book(talks)
    assert said(talks, THIRD, LISTED, "advanced") == "A-2025-003 “Send a list”"
    with talks.write("note") as session:
        note(session, THIRD, LISTED, "they will send half of it")
    row = meeting_card(talks, 3).agenda[0]
    assert (row.disposition, row.note) == ("advanced", "they will send half of it")
    with talks.read() as reader:
        labels = [label for (label,) in reader.all("SELECT label FROM step ORDER BY id DESC LIMIT 2")]
    assert labels == ["note on A-2025-003 at M-2026-002", "A-2025-003 advanced at M-2026-002"]
    talks.undo()
    assert meeting_card(talks, 3).agenda[0].note == ""
    talks.undo()
    assert book(talks) == before


def test_what_is_not_on_the_agenda_or_gone_is_refused_in_a_sentence(talks: Store) -> None:
    carried(talks, THIRD, LISTED)
    with pytest.raises(Conflict, match="A-2026-003 is not on the agenda of M-2026-002 any more"):
        said(talks, THIRD, PROPOSED, "raised")
    with pytest.raises(Conflict, match="A-2025-003 is carried in at M-2026-002 already"):
        said(talks, THIRD, LISTED, "carried in")
    with pytest.raises(NotFound, match="no longer in the store"):
        carried(talks, Key("meeting", "99"), LISTED)
    with pytest.raises(NotFound, match="no longer in the store"):
        carried(talks, THIRD, Key("action", "99"))
    with pytest.raises(NotFound, match="no longer in the store"):
        read(talks, Key("meeting", "99"))


def test_a_meeting_that_is_deleted_takes_its_agenda_along_and_brings_it_back(talks: Store) -> None:
    carried(talks, THIRD, LISTED, PROPOSED)
    before = book(talks)
    with talks.write("delete") as session:
        remove(session, THIRD)
    assert making.count(talks, "agenda_item") == 0
    talks.undo()
    assert book(talks) == before


# --- which meeting is the next one ---


def test_the_next_meeting_is_the_next_of_the_series_not_the_next_in_time(talks: Store) -> None:
    entered(talks, date="2026-12-01", status="planned", ref="M-2026-009")
    found = after(talks, SECOND)
    assert found.next is not None
    assert (found.next.ref, found.series) == ("M-2026-002", SERIES)


@pytest.mark.parametrize("status", ["planned", "postponed"])
@pytest.mark.parametrize("date", ["2027-03-04", ""])
def test_a_meeting_that_was_put_off_is_still_the_next_one(talks: Store, status: str, date: str) -> None:
    carried(talks, THIRD, LISTED)
    edited(talks, THIRD, date=date, status=status)
    entered(talks, date="2027-01-01", status="planned", ref="M-2027-009")
    found = after(talks, SECOND)
    assert found.next is not None
    assert found.next.ref == "M-2026-002"
    assert [row.action.text for row in read(talks, THIRD).kept] == ["Send a list"]


def test_a_meeting_that_was_postponed_and_has_no_new_date_is_still_the_next_one(talks: Store) -> None:
    edited(talks, THIRD, date="2026-10-01", status="postponed")
    found = after(talks, SECOND)
    assert found.next is not None
    assert found.next.ref == "M-2026-002"


def test_of_a_series_without_a_meeting_to_come_the_others_of_its_parties_are_named(talks: Store) -> None:
    edited(talks, THIRD, status="cancelled")
    entered(talks, date="2027-01-01", status="planned", ref="M-2027-009")
    found = after(talks, SECOND)
    assert found.next is None
    assert [event.ref for event in found.others] == ["M-2027-009"]
    assert found.series == SERIES


def test_a_meeting_that_should_be_over_is_not_taken_for_the_next_one(talks: Store) -> None:
    edited(talks, THIRD, date="2026-11-02")
    found = after(talks, SECOND)
    assert found.next is None
    assert [event.ref for event in found.others] == ["M-2026-002"]


def test_without_a_series_the_next_meeting_is_of_the_very_same_parties(empty_store: Store) -> None:
    held = entered(empty_store, date="2026-01-07")
    entered(empty_store, parties=["DE", "ES", "MA"], date="2026-12-01", status="planned")
    assert after(empty_store, held).next is None
    entered(empty_store, date="2027-02-01", status="planned", ref="M-2027-002")
    entered(empty_store, date="2027-01-01", status="confirmed", ref="M-2027-001")
    found = after(empty_store, held)
    assert found.next is not None
    assert found.next.ref == "M-2027-001"
    assert (found.series, found.parties) == ("", ("ES", "MA"))


def test_a_series_of_visits_leads_from_the_meeting_of_one_to_that_of_the_next(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        one = making.visit(session, date="2026-01-07", series=SERIES)
        held = making.meeting(session, one)
        two = making.visit(session, date="2027-01-07", series=SERIES, status="planned")
        making.meeting(session, two, status="planned", ref="M-2027-001")
        key = Key("meeting", str(held.number))
        visit = Key("visit", str(two.number))
    found = after(empty_store, key)
    assert found.next is not None
    assert (found.next.ref, found.series) == ("M-2027-001", SERIES)
    with empty_store.read() as reader:
        own = coming_of_visit(reader, visit, NO_DESK)
        of_pair = coming_of_pair(reader, Key("pair", "ES-MA"), NO_DESK)
    assert own.next is not None
    assert of_pair.next is not None
    assert own.next.ref == of_pair.next.ref == "M-2027-001"


@pytest.mark.parametrize(
    ("status", "date", "past"),
    [
        ("held", "2026-01-07", True),
        ("under way", "2026-11-20/2026-11-22", True),
        ("planned", "2026-11-21", True),
        ("confirmed", "2026-11-20/2026-11-22", True),
        ("planned", "2026-11-22", False),
        ("planned", "", False),
        ("postponed", "2026-10-01", False),
        ("idea", "2026-10-01", False),
    ],
)
def test_from_its_first_day_on_a_meeting_says_what_came_of_it(
    empty_store: Store, status: str, date: str, past: bool
) -> None:
    key = entered(empty_store, status=status, date=date)
    with empty_store.read() as reader:
        assert is_past(meeting_event(reader, key), TODAY) is past


# --- at any size, and back ---


def test_nothing_that_grows_is_read_from_its_begin_to_its_end(demo_store: Store) -> None:
    with demo_store.read() as reader, planned(demo_store) as plans:
        for (number,) in reader.all(
            "SELECT id FROM meeting WHERE series_id IS NOT NULL OR visit_id IS NOT NULL"
        ):
            agenda(reader, Key("meeting", str(number)), NO_DESK)
            next_meeting(reader, Key("meeting", str(number)), NO_DESK)
        coming_of_visit(reader, Key("visit", "1"), NO_DESK)
        coming_of_pair(reader, Key("pair", "ES-MA"), NO_DESK)
    _, *plans = plans  # the first one looks for the meetings
    assert len(plans) > 20
    assert {step for step in walked(plans) if step.split()[1] not in {"(subquery", "c"}} == set()


few = st.lists(st.integers(2, 7), unique=True, max_size=5)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("carry"), st.integers(1, 3), few),
        st.tuples(
            st.just("say"), st.integers(1, 3), st.integers(2, 7), st.sampled_from(("raised", "deferred"))
        ),
        st.tuples(st.just("note"), st.integers(1, 3), st.integers(2, 7), st.sampled_from(("so", "then"))),
    ),
    max_size=6,
)


def do(store: Store, step: tuple[Any, ...]) -> bool:
    """One random step; whether it changed anything."""
    meeting = Key("meeting", str(step[1]))
    before = making.count(store, "step")
    try:
        match step:
            case ("carry", _, numbers):
                seen = tuple(row.key for row in read(store, meeting).kept)
                carried(store, meeting, *(Key("action", str(number)) for number in numbers), seen=seen)
            case ("say", _, number, disposition):
                said(store, meeting, Key("action", str(number)), disposition)
            case ("note", _, number, text):
                with store.write("note") as session:
                    note(session, meeting, Key("action", str(number)), text)
    except Conflict:
        return False
    return making.count(store, "step") > before


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(taken=steps)
def test_whatever_is_carried_over_and_said_is_all_undone_and_redone(
    small_file: Path, taken: list[tuple[Any, ...]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copyfile(small_file, Path(folder) / "store.db"))
        store = Store.open(path, officer="officer")
        try:
            with store.write("enter") as session:
                for year in (2025, 2026, 2027):
                    held = making.meeting(session, date=f"{year}-01-07")
                    for rung in ("agreed", "proposed", "explored"):
                        making.action(session, at=held, rung=rung)
            books = [book(store)]
            books += [book(store) for step in taken if do(store, step)]
            for expected in reversed(books[:-1]):
                store.undo()
                assert book(store) == expected
            for expected in books[1:]:
                store.redo()
                assert book(store) == expected
        finally:
            store.close()
