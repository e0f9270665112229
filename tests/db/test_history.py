"""Every step is written down with what it changed, and what failed was never there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from db import Conflict, queries
from db.models import FollowUp, Participant, Visit
from db.rows import ChangeRow, Key
from seeds import create_store
from tests.db.making import count, entered, meeting, visit, visit_entered

if TYPE_CHECKING:
    from sqlmodel import Session

    from db import Store

MORNING = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)


class Ticking:
    """A clock that goes on by a minute whenever it is looked at."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new store of an officer's with a clock that the test knows."""
    store = create_store(tmp_path / "desk.db", officer="A. Officer", clock=Ticking())
    yield store
    store.close()


def steps(store: Store) -> list[tuple[Any, ...]]:
    with store.read() as reader:
        return list(reader.all("SELECT id, by, label FROM step ORDER BY id"))


def changes(store: Store, step: int) -> list[tuple[str, Any, Any]]:
    """Table, before and after of everything that a step did."""
    with store.read() as reader:
        rows = reader.all(
            "SELECT table_name, before, after FROM change WHERE step_id = :id ORDER BY id", id=step
        )
    return [
        (table, json.loads(before or "null"), json.loads(after or "null")) for table, before, after in rows
    ]


def told(store: Store, key: Key) -> list[ChangeRow]:
    with store.read() as reader:
        return queries.history(reader, key)


def first_visit(session: Session) -> Visit:
    return session.get_one(Visit, 1)


def test_the_words_that_every_store_starts_with_are_nobodys_history(store: Store) -> None:
    assert count(store, "country") > 190
    assert count(store, "step") == 0
    assert count(store, "change") == 0


def test_a_step_is_written_once_with_who_when_and_what(store: Store) -> None:
    with store.write("enter a visit") as session:
        visit(session)
        meeting(session)
    with store.read() as reader:
        ((at, by, label),) = reader.all("SELECT at, by, label FROM step")
    assert (by, label) == ("A. Officer", "enter a visit")
    assert datetime.fromisoformat(at).replace(tzinfo=UTC) > MORNING
    tables = [table for table, _, _ in changes(store, 1)]
    assert sorted(tables) == ["meeting", "meeting_party", "meeting_party", "visit"]


def test_a_record_that_was_made_is_kept_whole(store: Store) -> None:
    visit_entered(store, title="Border talks", date="2025-01-28")
    ((table, before, after),) = changes(store, 1)
    assert (table, before) == ("visit", None)
    assert (after["title"], after["date_edtf"], after["date_first"]) == (
        "Border talks",
        "2025-01-28",
        "2025-01-28",
    )
    with store.read() as reader:
        columns = {row[1] for row in reader.all("PRAGMA table_info(visit)")}
    assert set(after) == columns


def test_an_edit_keeps_the_fields_that_it_changed_and_no_other(store: Store) -> None:
    visit_entered(store, title="Border talks", note="x" * 1000)
    with store.write("edit") as session:
        first_visit(session).title = "Border and customs talks"
        first_visit(session).place = ""  # as it was
    ((table, before, after),) = changes(store, 2)
    assert (table, before, after) == (
        "visit",
        {"title": "Border talks"},
        {"title": "Border and customs talks"},
    )


def test_an_edit_of_a_part_says_which_record_it_belongs_to(store: Store) -> None:
    with store.write("enter") as session:
        meeting(session, participants=[{"group": "experts"}])
    with store.write("edit") as session:
        session.get_one(Participant, 1).count = 4
    ((_, before, after),) = changes(store, 2)
    assert (before["count"], after["count"]) == (None, 4)
    assert before["meeting_id"] == after["meeting_id"] == 1
    assert "group_name" not in after


def test_a_deleted_record_is_kept_whole(store: Store) -> None:
    visit_entered(store, title="Border talks")
    with store.write("delete") as session:
        session.delete(first_visit(session))
    ((_, before, after),) = changes(store, 2)
    assert (before["title"], before["ref"], after) == ("Border talks", "V-2026-001", None)


def test_a_step_that_changed_nothing_is_no_step(store: Store) -> None:
    visit_entered(store, title="Border talks")
    with store.write("edit") as session:
        first_visit(session).title = "Something else"
        first_visit(session).title = "Border talks"
    with store.write("look") as session:
        assert first_visit(session).title == "Border talks"
    assert [label for _, _, label in steps(store)] == ["enter"]


def test_several_flushes_are_one_step(store: Store) -> None:
    with store.write("enter") as session:
        for title in ("One", "Two", "Three"):
            visit(session, title=title)
            session.flush()
    assert len(steps(store)) == 1
    assert len(changes(store, 1)) == 3


@pytest.mark.parametrize("values", [{"host": "QQ"}, {"topics": ["NOTHING"]}, {"ref": "wrong"}])
def test_a_step_that_failed_is_not_written_down(store: Store, values: dict[str, Any]) -> None:
    with pytest.raises(Conflict):
        entered(
            store, {"visits": [{"sending": "MA", "host": "ES"}, {"sending": "MA", "host": "ES", **values}]}
        )
    assert steps(store) == []
    assert count(store, "change") == 0
    assert count(store, "visit") == 0


def test_a_dossier_is_one_step(store: Store) -> None:
    entered(
        store,
        {
            "source": {"key": "press"},
            "visits": [
                {
                    "sending": "MA",
                    "host": "ES",
                    "ref": "V-2025-001",
                    "delegations": [{"members": [{"official": "Ana Ruiz"}]}],
                    "meetings": [{"parties": ["MA", "ES"], "actions": [{"text": "Agree", "rung": "agreed"}]}],
                }
            ],
            "citations": [{"of": "V-2025-001", "field": "host", "value": "ES", "locator": "sentence 1"}],
        },
    )
    assert len(steps(store)) == 1
    assert {table for table, _, _ in changes(store, 1)} >= {
        "source",
        "visit",
        "delegation",
        "official",
        "official_name",
        "participant",
        "meeting",
        "action",
        "citation",
    }


def test_history_tells_an_edit_field_by_field_newest_first(store: Store) -> None:
    key = visit_entered(store, title="Border talks")
    for title in ("Customs talks", "Police talks"):
        with store.write("edit") as session:
            first_visit(session).title = title
    lines = told(store, key)
    assert [(line.did, line.field, line.before, line.after) for line in lines] == [
        ("edit", "title", "Customs talks", "Police talks"),
        ("edit", "title", "Border talks", "Customs talks"),
        ("enter", "", "", "V-2026-001"),
    ]
    assert [line.by for line in lines] == ["A. Officer"] * 3
    assert lines[0].at > lines[1].at > lines[2].at > MORNING
    assert all(line.at.tzinfo is not None for line in lines)


def test_history_tells_a_date_in_one_line_and_not_in_five(store: Store) -> None:
    key = visit_entered(store, date="2025-01", date_text="in January")
    with store.write("edit") as session:
        first_visit(session).when = first_visit(session).when.from_edtf("2025-01-28", "in January")
    (line,) = [line for line in told(store, key) if line.did == "edit"]
    assert (line.field, line.before, line.after) == ("date", "2025-01", "2025-01-28")


def test_history_of_a_meeting_tells_who_was_added(store: Store) -> None:
    with store.write("enter") as session:
        number = meeting(session, participants=[{"group": "experts", "as_printed": "several experts"}]).number
    lines = told(store, Key("meeting", str(number)))
    assert ("participant", "several experts") in {(line.what, line.after) for line in lines}
    assert {("meeting party", "ES"), ("meeting party", "MA")} <= {(line.what, line.after) for line in lines}


def test_history_of_a_visit_tells_who_travelled(store: Store) -> None:
    key = visit_entered(
        store, delegations=[{"members": [{"group": "experts", "as_printed": "several experts"}]}]
    )
    assert ("participant", "several experts") in {(line.what, line.after) for line in told(store, key)}


def test_history_of_a_followup_tells_what_was_done(store: Store) -> None:
    entered(store, {"followups": [{"text": "Ring", "log": [{"at": "2026-11-20", "text": "Nobody in"}]}]})
    with store.write("done") as session:
        session.get_one(FollowUp, 1).status = "done"
    lines = told(store, Key("followup", "1"))
    assert ("status", "open", "done") in {(line.field, line.before, line.after) for line in lines}
    assert ("log entry", "Nobody in") in {(line.what, line.after) for line in lines}


def test_history_of_one_record_does_not_tell_that_of_others(store: Store) -> None:
    first, second = visit_entered(store, title="One"), visit_entered(store, title="Two")
    assert {line.after for line in told(store, first)} == {"V-2026-001"}
    assert {line.after for line in told(store, second)} == {"V-2026-002"}


def test_history_stays_short_when_it_is_asked_to(store: Store) -> None:
    key = visit_entered(store)
    for number in range(5):
        with store.write("edit") as session:
            first_visit(session).title = f"Title {number}"
    with store.read() as reader:
        assert [line.after for line in queries.history(reader, key, limit=2)] == ["Title 4", "Title 3"]


def test_the_history_of_a_pair_is_that_of_its_events(store: Store) -> None:
    visit_entered(store)
    assert [line.what for line in told(store, Key("pair", "ES-MA"))] == ["V-2026-001 visit"]
    assert told(store, Key("pair", "DE-FR")) == []


def test_a_participant_taken_out_of_a_meeting_stays_in_its_history(store: Store) -> None:
    with store.write("enter") as session:
        held = meeting(session, participants=[{"country": "ES", "group": "experts", "as_printed": "experts"}])
        key = Key("meeting", str(held.number))
    with store.write("take out the experts") as session:
        session.delete(session.get(Participant, 1))
    with store.read() as reader:
        newest = queries.history(reader, key)[0]
    assert (newest.did, newest.what, newest.before, newest.after) == (
        "take out the experts",
        "participant",
        "experts",
        "",
    )


def test_a_member_of_a_delegation_is_part_of_the_visits_history_also_when_undone(store: Store) -> None:
    with store.write("enter") as session:
        key = Key(
            "visit",
            str(visit(session, delegations=[{"members": [{"group": "experts", "role": "group"}]}]).number),
        )
    store.undo()
    with store.read() as reader:
        told = [(row.did, row.what) for row in queries.history(reader, key)]
    assert ("enter", "participant") in told
    assert ("undo: enter", "participant") in told
