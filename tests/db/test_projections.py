"""What lists show is always what the facts say: whatever was done, working everything out again changes nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import SQLModel, select

from db import Conflict, Store, projections
from db.commands.desk import Desk
from db.commands.people import enter_official
from db.dates import PartialDate
from db.drafts import OfficialDraft
from db.models import (
    Action,
    ActionParty,
    ActionTopic,
    Citation,
    Delegation,
    FollowUp,
    Meeting,
    MeetingParty,
    MeetingTopic,
    Official,
    Organisation,
    Participant,
    Post,
    RungChange,
    Source,
    Tenure,
    Visit,
    VisitTopic,
)
from tests.db.making import TODAY, action, followup, meeting, tables, visit

if TYPE_CHECKING:
    import pytest
    from sqlmodel import Session

SHOWN = (
    "event",
    "event_scope",
    "pair_summary",
    "official_summary",
    "search_entry",
    "name_key",
    "name_part",
)
COUNTRIES = ("MA", "ES", "DE", "FR")
DATES = ("", "2025-01-28", "2025-01-28/2025-01-29", "XXXX-06-15", "2022-06", "2022-10-10~", "2026-12-05")
STATUSES = ("held", "planned", "confirmed", "implied", "cancelled", "under way")
RUNGS = ("noted", "discussed", "explored", "proposed", "agreed", "signed")
WHO = (
    {"official": "Ana Ruiz", "country": "ES"},
    {"official": "Omar Alami", "country": "MA", "post": "Director", "organisation": "Coast Guard"},
    {"post": "Director", "organisation": "Coast Guard", "country": "MA"},
    {"organisation": "Coast Guard", "country": "MA"},
    {"group": "experts"},
)

dates = st.sampled_from(DATES)
people = st.lists(st.sampled_from(WHO), max_size=3)
pairs_of_countries = st.permutations(COUNTRIES).map(lambda codes: codes[:2])
parties = st.integers(2, 4).flatmap(lambda many: st.permutations(COUNTRIES).map(lambda codes: codes[:many]))
outcomes = st.fixed_dictionaries(
    {
        "text": st.just("Agree"),
        "rung": st.sampled_from(RUNGS),
        "parties": st.one_of(st.just([]), parties),
        "due": dates,
    }
)
meetings = st.fixed_dictionaries(
    {
        "parties": parties,
        "date": dates,
        "status": st.sampled_from(STATUSES),
        "participants": people,
        "actions": st.lists(outcomes, max_size=2),
    }
)
visits = st.builds(
    lambda way, delegation, **values: {
        "sending": way[0],
        "host": way[1],
        "delegations": [{"members": delegation}] if delegation else [],
        **values,
    },
    pairs_of_countries,
    people,
    date=dates,
    status=st.sampled_from(STATUSES),
    meetings=st.lists(meetings, max_size=2),
    actions=st.lists(outcomes, max_size=2),
)
Step = Callable[["Session"], object]


def one(session: Session, table: type[Any], number: int) -> Any:
    """One of the rows of a table, whichever a drawn number picks; None where there is none."""
    rows = session.exec(select(table).order_by(table.id)).all()
    return rows[number % len(rows)] if rows else None


def delete_all(session: Session, table: type[SQLModel], **where: int) -> None:
    """Delete rows one by one, as the program does: each is remembered."""
    statement = select(table)
    for column, value in where.items():
        statement = statement.where(getattr(table, column) == value)
    for row in session.exec(statement).all():
        session.delete(row)
    session.flush()


def delete_action(session: Session, number: int) -> None:
    delete_all(session, RungChange, action_id=number)
    delete_all(session, ActionParty, action_id=number)
    delete_all(session, ActionTopic, action_id=number)
    delete_all(session, FollowUp, action_id=number)
    delete_all(session, Action, id=number)


def delete_meeting(session: Session, number: int) -> None:
    for found in session.exec(select(Action).where(Action.meeting_id == number)).all():
        delete_action(session, found.number)
    for moved in session.exec(select(RungChange).where(RungChange.meeting_id == number)).all():
        moved.meeting_id = None
    for table in (Participant, MeetingParty, MeetingTopic, FollowUp):
        delete_all(session, table, meeting_id=number)
    delete_all(session, Meeting, id=number)


def delete_visit(session: Session, number: int) -> None:
    for found in session.exec(select(Meeting).where(Meeting.visit_id == number)).all():
        delete_meeting(session, found.number)
    for outcome in session.exec(select(Action).where(Action.visit_id == number)).all():
        delete_action(session, outcome.number)
    for delegation in session.exec(select(Delegation).where(Delegation.visit_id == number)).all():
        delete_all(session, Participant, delegation_id=delegation.number)
    delete_all(session, Delegation, visit_id=number)
    for moved in session.exec(select(RungChange).where(RungChange.visit_id == number)).all():
        moved.visit_id = None
    for table in (VisitTopic, FollowUp):
        delete_all(session, table, visit_id=number)
    delete_all(session, Visit, id=number)


def changing(table: type[Any], column: str, values: Sequence[Any]) -> st.SearchStrategy[Step]:
    """Set one column of one record to one of some values."""

    def change(number: int, value: Any) -> Step:
        def step(session: Session) -> None:
            if (row := one(session, table, number)) is not None:
                setattr(row, column, value)

        return step

    return st.builds(change, st.integers(0, 9), st.sampled_from(values))


def with_one(table: type[Any], act: Callable[[Session, Any, int], object]) -> st.SearchStrategy[Step]:
    """Do something with one record, if there is one."""

    def pick(number: int, other: int) -> Step:
        def step(session: Session) -> None:
            if (row := one(session, table, number)) is not None:
                act(session, row, other)

        return step

    return st.builds(pick, st.integers(0, 9), st.integers(0, 9))


def redate(_session: Session, row: Visit | Meeting, number: int) -> None:
    row.when = PartialDate(DATES[number % len(DATES)])


def move_elsewhere(session: Session, row: Meeting, number: int) -> None:
    """Under another visit, or under none."""
    host = one(session, Visit, number)
    row.visit_id = None if number == 0 or host is None else host.number


def change_rung(_session: Session, row: Action, number: int) -> None:
    row.rung = number % 6
    row.status = ("open" if number % 2 else "done") if row.rung >= 4 else ""


def raise_at(session: Session, row: Action, number: int) -> None:
    """One rung up, said at some event, on some day, in words, or by nobody."""
    if row.rung >= 5:
        return
    found = one(session, (Meeting, Visit)[number % 2], number)
    moved = RungChange(
        action_id=row.number, was=row.rung, now=row.rung + 1, note=("", "They said so")[number % 2]
    )
    moved.when = PartialDate(DATES[number % len(DATES)])
    if found is not None and number % 3:
        setattr(moved, f"{found.__tablename__}_id", found.number)
    session.add(moved)
    row.rung += 1
    row.status = "open" if row.rung >= 4 else ""


def take_back(_session: Session, row: RungChange, _number: int) -> None:
    """What was said at an event no longer names it."""
    row.visit_id = row.meeting_id = None


def turn_round(_session: Session, row: Visit, _number: int) -> None:
    row.sending, row.host = row.host, row.sending


def put_on_another_event(session: Session, row: Action, number: int) -> None:
    meeting = one(session, Meeting, number)
    row.visit_id, row.meeting_id = None, None if meeting is None else meeting.number


def cite(session: Session, row: Visit, number: int) -> None:
    source = one(session, Source, 0)
    if source is None:
        source = Source(key="press", title="Press")
        session.add(source)
        session.flush()
    session.add(
        Citation(source_id=source.number, record_kind="visit", record_id=row.number, value=str(number))
    )


def name_somebody(session: Session, row: Participant, number: int) -> None:
    official = one(session, Official, number)
    row.official_id = None if official is None else official.number
    if row.official_id is None and not row.group_name:
        row.group_name = "somebody"


def tell_a_post(session: Session, row: Official, number: int) -> None:
    tenure = {"post": ("Director", "Deputy")[number % 2], "organisation": "Coast Guard", "start": "2020"}
    if number > 5:
        tenure["end"] = "2024"
    enter_official(Desk(session, TODAY), OfficialDraft.from_plain({"name": row.name, "tenures": [tenure]}))


def delete_one(session: Session, row: Any, _number: int) -> None:
    session.delete(row)


STEPS: st.SearchStrategy[Step] = st.one_of(
    visits.map(lambda values: lambda session: visit(session, **values)),
    visits.map(lambda values: lambda session: visit(session, **values)),
    meetings.map(lambda values: lambda session: meeting(session, None, **values)),
    with_one(Visit, lambda session, row, number: meeting(session, row, date=DATES[number % len(DATES)])),
    with_one(Visit, lambda session, row, number: action(session, on=row, rung=RUNGS[number % 6])),
    with_one(Visit, lambda session, row, _number: followup(session, on=row.ref)),
    with_one(Visit, cite),
    with_one(Visit, redate),
    with_one(Visit, turn_round),
    with_one(Meeting, redate),
    with_one(Meeting, move_elsewhere),
    with_one(Action, change_rung),
    with_one(Action, raise_at),
    with_one(Action, raise_at),
    with_one(RungChange, take_back),
    with_one(RungChange, delete_one),
    with_one(Action, put_on_another_event),
    with_one(Participant, name_somebody),
    with_one(Official, tell_a_post),
    changing(Visit, "status", STATUSES),
    changing(Visit, "title", ("", "Border talks")),
    changing(Meeting, "status", STATUSES),
    changing(Meeting, "position", (0, 1, 5)),
    changing(Official, "sort_name", ("Aguilar, Ana", "Zidane, Omar")),
    changing(Official, "country", COUNTRIES),
    changing(Official, "name", ("Ana Aguilar", "Омар")),
    changing(Official, "native_name", ("عمر", "")),
    changing(Participant, "as_printed", ("the director", "")),
    with_one(Tenure, delete_one),
    changing(Post, "title", ("Commander", "Head")),
    changing(Organisation, "name", ("Harbour Police", "Navy")),
    changing(Organisation, "acronym", ("HP", "")),
    with_one(Participant, delete_one),
    with_one(MeetingParty, delete_one),
    with_one(ActionParty, delete_one),
    with_one(Citation, delete_one),
    with_one(Action, lambda session, row, _number: delete_action(session, row.number)),
    with_one(Meeting, lambda session, row, _number: delete_meeting(session, row.number)),
    with_one(Visit, lambda session, row, _number: delete_visit(session, row.number)),
)


@contextmanager
def copied(original: Path, folder: Path) -> Iterator[Store]:
    path = folder / "copy.db"
    shutil.copyfile(original, path)
    store = Store.open(path)
    try:
        yield store
    finally:
        store.close()


def assert_true_to_the_facts(store: Store) -> None:
    kept = tables(store, *SHOWN)
    with store.write("work out again") as session:
        projections.rebuild(session)
    worked_out = tables(store, *SHOWN)
    for name in SHOWN:
        assert kept[name] == worked_out[name], name


@settings(max_examples=18, deadline=None)
@given(steps=st.lists(st.lists(STEPS, min_size=1, max_size=3), min_size=1, max_size=6))
def test_lists_always_show_what_the_facts_say(
    steps: list[list[Step]], small_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with copied(small_file, tmp_path_factory.mktemp("facts")) as store:
        for together in steps:
            with suppress(Conflict), store.write("step") as session:  # what is refused changes nothing
                for step in together:
                    step(session)
        assert_true_to_the_facts(store)


def test_the_demo_shows_what_its_facts_say(demo_store: Store) -> None:
    assert_true_to_the_facts(demo_store)


def test_a_store_that_is_emptied_again_shows_nothing(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        host = visit(
            session,
            delegations=[{"members": [WHO[1]]}],
            meetings=[{"parties": ["ES", "MA", "DE"], "actions": [{"text": "Agree", "rung": "agreed"}]}],
        )
    with empty_store.write("delete") as session:
        delete_visit(session, host.number)
    shown = tables(empty_store, "event", "event_scope", "pair_summary")
    assert shown == {"event": [], "event_scope": [], "pair_summary": []}
    with empty_store.read() as reader:
        assert reader.all("SELECT kind FROM search_entry WHERE kind IN ('visit', 'meeting', 'action')") == []


def test_a_post_learnt_later_completes_the_visits_that_were_there_before(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        visit(session, delegations=[{"members": [{"official": "Ana Ruiz", "role": "head"}]}])
    with empty_store.write("learn") as session:
        tell_a_post(session, one(session, Official, 0), 0)
    assert_true_to_the_facts(empty_store)


def test_a_service_that_is_renamed_is_renamed_on_every_line(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        meeting(session, participants=[{"organisation": "Coast Guard", "country": "MA"}])
    with empty_store.write("rename") as session:
        one(session, Organisation, 0).name = "Harbour Police"
    with empty_store.read() as reader:
        assert reader.value("SELECT people FROM event") == "Harbour Police"
    assert_true_to_the_facts(empty_store)


def test_a_citation_that_is_put_right_completes_the_visit_it_belongs_to(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        wrong, right = visit(session), visit(session)
        cite(session, wrong, 0)
    with empty_store.write("put right") as session:
        one(session, Citation, 0).record_id = right.number
    assert_true_to_the_facts(empty_store)
