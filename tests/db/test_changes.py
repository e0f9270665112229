"""What was done is told newest first, page by page, each with who did it and what it changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db import Store
from db.commands.emptying import empty
from db.commands.removal import remove
from db.models import Visit
from db.queries.changes import Asked, count_steps, last_step_before, newest_step, steps
from db.queries.trash import trash
from db.rows import Key, StepRow
from seeds import create_store
from tests.db.making import count, visit, visit_entered

EVERYTHING = Asked()
MORNING = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)


class Hourly:
    """A clock that goes on by an hour whenever it is looked at."""

    def __init__(self) -> None:
        self.now = MORNING - timedelta(hours=1)

    def __call__(self) -> datetime:
        self.now += timedelta(hours=1)
        return self.now


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(create_store(tmp_path / "desk.db", officer="amina", clock=Hourly())) as made:
        made.clock = Hourly()
        yield made


def told(
    store: Store, asked: Asked = EVERYTHING, *, before: int | None = None, limit: int = 50
) -> list[StepRow]:
    with store.read() as reader:
        return steps(reader, asked, before=before, limit=limit)


def moved(store: Store, key: Key, place: str, label: str = "edit V-2025-001") -> None:
    with store.write(label) as session:
        session.get_one(Visit, int(key.id)).place = place


def test_a_changed_field_is_told_from_what_to_what(store: Store) -> None:
    key = visit_entered(store, ref="V-2025-001", place="Madrid", date="XXXX-01-28/XXXX-01-29")
    with store.write("edit V-2025-001") as session:
        found = session.get_one(Visit, int(key.id))
        found.date_edtf, found.date_text = "2025-01-28/2025-01-29", "28 and 29 January"
    edit, made = told(store)
    assert (edit.by, edit.label, edit.at) == ("amina", "edit V-2025-001", MORNING + timedelta(hours=1))
    (record,) = edit.records
    assert (record.key, record.name, record.there, record.did) == (key, "V-2025-001", True, "changed")
    assert [(line.field, line.before, line.after) for line in record.changes] == [
        ("date", "XXXX-01-28/XXXX-01-29", "2025-01-28/2025-01-29")
    ]
    assert [(one.name, one.did, one.changes) for one in made.records] == [("V-2025-001", "made", ())]


def test_what_was_made_counts_its_parts_and_what_was_deleted_keeps_its_name(store: Store) -> None:
    key = visit_entered(store, ref="V-2025-001", title="Talks", topics=["CT"])
    with store.write("delete V-2025-001") as session:
        remove(session, key)
    gone, made = told(store)
    assert [(one.name, one.did, one.more, one.there) for one in made.records] == [
        ("V-2025-001", "made", 1, False)
    ]
    assert [(one.name, one.says, one.did, one.more) for one in gone.records] == [
        ("V-2025-001", "MA→ES Talks", "deleted", 1)
    ]


def test_undo_and_redo_are_steps_of_their_own(store: Store) -> None:
    key = visit_entered(store, ref="V-2025-001", place="Madrid")
    moved(store, key, "Toledo")
    store.undo()
    undo, edit, _ = told(store)
    assert (undo.kind, undo.undone, edit.kind, edit.undone) == ("undo", False, "do", True)
    assert [(line.before, line.after) for line in undo.records[0].changes] == [("Toledo", "Madrid")]


def test_pages_follow_each_other_without_a_gap(store: Store) -> None:
    key = visit_entered(store, ref="V-2025-001")
    for number in range(9):
        moved(store, key, f"Place {number}")
    whole = [step.number for step in told(store)]
    pages, before = [], None
    while page := told(store, before=before, limit=4):
        pages += [step.number for step in page]
        before = page[-1].number
    assert pages == whole == sorted(whole, reverse=True)
    assert len(whole) == 10


def test_words_and_an_officer_narrow_it(store: Store) -> None:
    key = visit_entered(store, ref="V-2025-001")
    with closing(Store.open(store.path, officer="bo")) as colleague:
        moved(colleague, key, "Toledo", "edit 100%_sure")
    with store.read() as reader:
        assert count_steps(reader, Asked()) == 2
        assert count_steps(reader, Asked(words="edit")) == 1
        assert count_steps(reader, Asked(words="BO edi")) == 1
        assert count_steps(reader, Asked(words="dit")) == 0
        assert count_steps(reader, Asked(words="100%_")) == 1
        assert count_steps(reader, Asked(words="1%")) == 0
        assert count_steps(reader, Asked(not_by="amina")) == 1
    assert [step.by for step in told(store, Asked(not_by="amina"))] == ["bo"]


def test_since_a_moment_begins_behind_the_last_step_before_it(store: Store) -> None:
    key = visit_entered(store, ref="V-2025-001")
    moved(store, key, "Toledo")
    with store.read() as reader:
        newest = newest_step(reader)
        assert last_step_before(reader, MORNING) == 0
        assert last_step_before(reader, MORNING + timedelta(minutes=1)) == newest - 1
        assert last_step_before(reader, MORNING + timedelta(hours=1)) == newest - 1
        assert last_step_before(reader, MORNING + timedelta(days=1)) == newest
    assert [step.label for step in told(store, Asked(after=newest - 1))] == ["edit V-2025-001"]


def test_a_step_that_touched_hundreds_reads_a_few_and_counts_the_rest(store: Store) -> None:
    with store.write("import") as session:
        for _ in range(30):
            visit(session)
    with store.read() as reader:
        (step,) = steps(reader, Asked())
        assert reader.statements < 30
    assert len(step.records) + step.more == 30
    assert count(store, "visit") == 30


def test_what_was_emptied_is_told_without_its_name(store: Store) -> None:
    key = visit_entered(store, ref="V-2025-001", title="Talks")
    with store.write("delete V-2025-001") as session:
        remove(session, key)
    with store.read() as reader:
        (row,) = trash(reader)
    with store.write("empty the trash") as session:
        empty(session, [(row.step, row.key)])
    for step in told(store):
        assert [(one.kind, one.name, one.says, one.did, one.there) for one in step.records] == [
            ("visit", "", "", "emptied", False)
        ]
