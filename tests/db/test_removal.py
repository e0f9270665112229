"""What is deleted goes without a trace in what stays, and comes back with everything that named it."""

from __future__ import annotations

import pytest
from sqlalchemy import inspect

from db import Conflict, Store, models, queries
from db.apart import known_apart
from db.commands.apart import not_same
from db.commands.desk import Desk
from db.commands.people import enter_official
from db.commands.places import enter_post
from db.commands.removal import LET_GO, NAMED_BY, PARTS, remove
from db.commands.sources import enter_source
from db.commands.tables import TABLES
from db.commands.trash import restore
from db.drafts import OfficialDraft, PostDraft, SourceDraft
from db.models import Action, Official, PostCounterpart, Source
from db.rows import Key
from tests.db.making import TODAY, count, visit_entered
from tests.db.test_undo import book


def deleted(store: Store, key: Key) -> None:
    with store.write("delete") as session:
        remove(session, key)


def restored(store: Store) -> None:
    with store.read() as reader:
        row = queries.trash(reader)[0]
    with store.write("restore") as session:
        restore(session, row.step, row.key)


def test_whatever_names_a_record_goes_with_it_lets_go_of_it_or_keeps_it() -> None:
    told = {
        (kind, table.__tablename__, column)
        for kinds in (PARTS, LET_GO)
        for kind, parts in kinds.items()
        for table, column in parts
    } | {
        (kind, table.__tablename__, column) for kind, names in NAMED_BY.items() for table, column, *_ in names
    }
    names = {
        (key.column.table.name, key.parent.table.name, key.parent.name)
        for one in models.__all__
        for key in inspect(getattr(models, one)).local_table.foreign_keys
        if key.column.table.name in {*TABLES, *PARTS}
    }
    assert names - told == set()


def test_a_service_that_owns_an_outcome_stays(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        service = models.Organisation(name="Coast Guard")
        session.add(service)
        session.flush()
        session.add(
            Action(ref="A-2025-001", text="Patrols", rung=4, status="open", owner_organisation_id=service.id)
        )
    with pytest.raises(Conflict, match="Coast Guard owns an outcome, so it stays"):
        deleted(empty_store, Key("organisation", "1"))


def test_a_post_that_another_deals_with_goes_and_comes_back_with_that(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        desk = Desk(session, TODAY)
        ours, theirs = (
            enter_post(desk, PostDraft(title=title)).number for title in ("Director", "Directora")
        )
        session.add(PostCounterpart(post_id=ours, counterpart_id=theirs))
    deleted(empty_store, Key("post", str(theirs)))
    assert count(empty_store, "post_counterpart") == 0
    restored(empty_store)
    assert count(empty_store, "post_counterpart", "counterpart_id = :id", id=theirs) == 1


def test_a_source_goes_and_what_was_learnt_from_it_names_it_again_when_it_is_back(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        desk = Desk(session, TODAY)
        source = enter_source(desk, SourceDraft(key="paper", kind="article"))
        desk.source_id = source.number
        held = {"post": "Director", "start": "2020"}
        enter_official(desk, OfficialDraft.from_plain({"name": "Ana Ruiz", "tenures": [held]}))
        session.add(Source(key="reprint", kind="article", duplicate_of=source.number))
    before = book(empty_store)
    deleted(empty_store, Key("source", str(source.number)))
    for table in ("official_name", "tenure"):
        assert count(empty_store, table, "source_id IS NULL") == 1
    empty_store.undo()
    assert book(empty_store) == before
    deleted(empty_store, Key("source", str(source.number)))
    restored(empty_store)
    assert book(empty_store) == before


def test_what_was_said_not_to_be_the_same_is_known_when_a_deleted_record_is_back(empty_store: Store) -> None:
    one, other = visit_entered(empty_store), visit_entered(empty_store)
    with empty_store.write("not the same") as session:
        not_same(session, one, other)
    deleted(empty_store, one)
    visit_entered(empty_store)
    restored(empty_store)
    with empty_store.read() as reader:
        assert known_apart(reader, other) == {int(one.id)}


def test_a_record_takes_no_number_of_one_that_went(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        session.add(Official(name="Ana Ruiz", sort_name="Ruiz, Ana"))
    deleted(empty_store, Key("official", "1"))
    with empty_store.write("enter") as session:
        session.add(Official(name="Omar Alami", sort_name="Alami, Omar"))
    assert count(empty_store, "official", "id = 1") == 0
