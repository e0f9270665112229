"""A change to somebody or something known all over the store: every line says it, and none is worked out by itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event
from sqlmodel import select

from db import Store, projections
from db.commands.merging import merge
from db.models import Delegation, Official, Organisation, Participant, Post, Tenure, Visit
from db.rows import Key
from seeds.generate import generate
from tests.db.making import TODAY
from tests.db.test_projections import assert_true_to_the_facts

if TYPE_CHECKING:
    from sqlmodel import Session

BUSIEST = {
    "official": "SELECT official_id FROM official_summary ORDER BY events DESC, official_id LIMIT 1",
    "post": (
        "SELECT CAST(scope_id AS INTEGER) FROM event_scope WHERE scope_kind = 'post'"
        " GROUP BY scope_id ORDER BY COUNT(*) DESC, scope_id LIMIT 1"
    ),
}
CROWD = 120


@pytest.fixture(scope="module")
def world_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("world") / "world.db"
    generate(path, visits=250, officials=150, tell=lambda *_: None)
    return path


@pytest.fixture
def world(world_file: Path, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "world.db"
    shutil.copyfile(world_file, path)
    store = Store.open(path, officer="officer")
    yield store
    store.close()


@contextmanager
def statements_of(store: Store) -> Iterator[list[str]]:
    """Every statement that a writer sends meanwhile; one for many rows counts once."""
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, sql: str, *_: Any) -> None:
        sent.append(sql)

    engine = store._dialect.writer()
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(engine, "before_cursor_execute", note)


def busiest(store: Store, kind: str) -> int:
    with store.read() as reader:
        return int(reader.value(BUSIEST[kind]))


def crowded(store: Store) -> int:
    """A held visit with very many travellers."""
    with store.write("crowd") as session:
        visit = session.exec(select(Visit).where(Visit.status == "held")).first()
        assert visit is not None
        delegation = Delegation(visit_id=visit.number, country=visit.sending)
        session.add(delegation)
        session.flush()
        officials = session.exec(select(Official).order_by(Official.id).limit(CROWD)).all()  # type: ignore[arg-type]
        session.add_all(
            Participant(delegation_id=delegation.number, official_id=one.number) for one in officials
        )
        return visit.number


def renamed(kind: type[Any], **values: str) -> Callable[[Session, int], None]:
    def change(session: Session, number: int) -> None:
        row = session.get(kind, number)
        for column, value in values.items():
            setattr(row, column, value)

    return change


def service_renamed(session: Session, post: int) -> None:
    found = session.get(Post, post)
    assert found is not None
    service = session.get(Organisation, found.organisation_id)
    assert service is not None
    service.name, service.acronym = "Harbour Police", "HP"


def tenures_gone(session: Session, official: int) -> None:
    for tenure in session.exec(select(Tenure).where(Tenure.official_id == official)).all():
        session.delete(tenure)


def first_tenure(session: Session, official: int) -> None:
    tenures_gone(session, official)
    session.flush()
    post = session.exec(select(Post)).first()
    assert post is not None
    session.add(
        Tenure(official_id=official, post_id=post.number, date_edtf="2015/..", date_first="2015-01-01")
    )


def tenure_handed_on(session: Session, official: int) -> None:
    for tenure in session.exec(select(Tenure).where(Tenure.official_id == official)).all():
        tenure.official_id = 1 if official != 1 else 2


CHANGES: dict[str, tuple[str, Callable[[Session, int], None]]] = {
    "an official is renamed": ("official", renamed(Official, name="Zoë Ünal", sort_name="Ünal, Zoë")),
    "an official gets a name in another script": ("official", renamed(Official, native_name="حموشي")),
    "an official comes from elsewhere": ("official", renamed(Official, country="NL")),
    "a post is renamed": ("post", renamed(Post, title="Harbour Master")),
    "a service is renamed": ("post", service_renamed),
    "all posts of an official are forgotten": ("official", tenures_gone),
    "an official gets a first post": ("official", first_tenure),
    "a tenure turns out to be another one's": ("official", tenure_handed_on),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_line_says_it(world: Store, change: str) -> None:
    kind, make = CHANGES[change]
    number = busiest(world, kind)
    with world.write(change) as session:
        make(session, number)
    assert_true_to_the_facts(world)
    world.undo()
    assert_true_to_the_facts(world)


def test_a_new_name_is_on_every_line_of_the_timeline(world: Store) -> None:
    number = busiest(world, "official")
    with world.write("rename") as session:
        renamed(Official, name="Zoë Ünal", sort_name="Ünal, Zoë")(session, number)
    with world.read() as reader:
        lines = reader.all(
            "SELECT f.folded FROM event_scope s JOIN event e ON e.id = s.event_id"
            " JOIN search_entry f ON f.kind = e.kind AND f.record_id = e.record_id"
            " WHERE s.scope_kind = 'official' AND s.scope_id = :id",
            id=str(number),
        )
    assert len(lines) > 20
    assert all("zoe unal" in found for (found,) in lines)


def test_two_officials_of_many_meetings_become_one(world: Store) -> None:
    with world.read() as reader:
        (keep,), (lose,) = reader.all(
            "SELECT official_id FROM official_summary WHERE country ="
            " (SELECT country FROM official_summary ORDER BY events DESC, official_id LIMIT 1)"
            " ORDER BY events DESC, official_id LIMIT 2"
        )
    with world.write("merge") as session:
        merge(session, Key("official", str(keep)), Key("official", str(lose)), today=TODAY)
    assert_true_to_the_facts(world)


@pytest.mark.parametrize("change", ["an official is renamed", "a post is renamed", "a service is renamed"])
def test_a_rename_costs_no_statement_for_each_visit(world: Store, change: str) -> None:
    kind, make = CHANGES[change]
    number = busiest(world, kind)
    with world.read() as reader:
        shown = reader.value(
            "SELECT COUNT(*) FROM event_scope WHERE scope_kind = :kind AND scope_id = :id",
            kind=kind,
            id=str(number),
        )
    with statements_of(world) as sent, world.write(change) as session:
        make(session, number)
    assert shown > 20
    assert len(sent) < 75
    # Nothing but the words is written: the indexes of the timelines are not touched.
    assert not [sql for sql in sent if sql.startswith(("DELETE FROM event", "INSERT INTO event"))]


def test_another_note_on_an_official_touches_no_timeline(world: Store) -> None:
    number = busiest(world, "official")
    with statements_of(world) as sent, world.write("note") as session:
        renamed(Official, note="Prefers French")(session, number)
    assert not [sql for sql in sent if "participant" in sql]


def test_the_end_of_a_tenure_touches_no_timeline(world: Store) -> None:
    number = busiest(world, "official")
    with statements_of(world) as sent, world.write("end") as session:
        for tenure in session.exec(select(Tenure).where(Tenure.official_id == number)).all():
            tenure.date_edtf, tenure.date_first, tenure.date_last = "2001/2002", "2001-01-01", "2002-12-31"
    assert not [sql for sql in sent if "participant" in sql]
    assert_true_to_the_facts(world)


def test_a_visit_of_very_many_people_changes_in_a_handful_of_statements(world: Store) -> None:
    number = crowded(world)
    assert_true_to_the_facts(world)
    with statements_of(world) as sent, world.write("status") as session:
        renamed(Visit, status="cancelled")(session, number)
    assert len(sent) < 90
    assert not [sql for sql in sent if "name_key" in sql or "name_part" in sql]
    assert_true_to_the_facts(world)


def test_working_everything_out_again_asks_nothing_for_each_record(world: Store) -> None:
    with statements_of(world) as sent, world.write("again") as session:
        projections.rebuild(session)
    with world.read() as reader:
        pairs = reader.value("SELECT COUNT(*) FROM pair_summary")
    assert len(sent) - 10 * pairs < 300
