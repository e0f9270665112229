"""How tests merge records of a store, in steps of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import inspect
from sqlmodel import SQLModel

from db import queries
from db.commands.apart import not_same
from db.commands.desk import Desk
from db.commands.merging import Merged, merge
from db.commands.people import enter_official
from db.commands.unmerging import Unmerged, unmerge
from db.drafts import OfficialDraft
from db.forms.merging import Side
from db.pointing import NAMED_IN_WORDS, naming
from db.rows import Card, Key, Kind, OfficialCard, VisitCard
from tests.db.making import NO_DESK, TODAY, every_table

if TYPE_CHECKING:
    from db import Store

HOME, AWAY = "V-2025-001", "V-2026-004"
LOG = ("step", "change", "setting")
PROJECTIONS = ("event", "event_scope", "pair_summary", "official_summary", "search_entry")


def book(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in the store but the log itself."""
    return {name: rows for name, rows in every_table(store).items() if name not in LOG}


def key_of(store: Store, kind: Kind, where: str, **values: Any) -> Key:
    """A record by what it is called."""
    with store.read() as reader:
        return Key(kind, str(reader.value(f"SELECT id FROM {kind} WHERE {where}", **values)))


def visit_key(store: Store, ref: str) -> Key:
    """A visit by its ref."""
    return key_of(store, "visit", "ref = :ref", ref=ref)


def merged(store: Store, keep: Key, lose: Key, choices: Mapping[str, Side] | None = None) -> Merged:
    """Merge two records in a step."""
    with store.write("merge") as session:
        return merge(session, keep, lose, choices or {}, today=TODAY)


def unmerged(store: Store, key: Key) -> Unmerged:
    """Take a merge back in a step."""
    with store.write("un-merge") as session:
        return unmerge(session, key)


def kept_apart(store: Store, a: Key, b: Key) -> bool:
    """Say that two are not the same in a step."""
    with store.write("not the same") as session:
        return not_same(session, a, b)


def card(store: Store, key: Key) -> Card:
    """A record whole."""
    with store.read() as reader:
        return queries.card(reader, key, NO_DESK)


def names_it(store: Store, key: Key) -> list[str]:
    """The tables and columns in which something still names a record, its own merges aside."""
    found = []
    with store.read() as reader:
        for table, column in naming(key.kind):
            statement = f"SELECT COUNT(*) FROM {_name(table)} WHERE {column} = :id"
            if reader.value(statement, id=int(key.id)):
                found.append(f"{_name(table)}.{column}")
        for name, kind, number, _ in NAMED_IN_WORDS:
            statement = f"SELECT COUNT(*) FROM {name} WHERE {kind} = :kind AND {number} = :id"
            if reader.value(statement, kind=key.kind, id=int(key.id)):
                found.append(f"{name}.{number}")
        if reader.value(
            "SELECT COUNT(*) FROM not_same WHERE kind = :kind AND (first_id = :id OR second_id = :id)",
            kind=key.kind,
            id=int(key.id),
        ):
            found.append("not_same")
    return found


def _name(table: type[SQLModel]) -> str:
    return str(inspect(table).local_table.name)


def both(store: Store) -> tuple[Key, Key]:
    return visit_key(store, HOME), visit_key(store, AWAY)


def visit_card(store: Store, key: Key) -> VisitCard:
    found = card(store, key)
    assert isinstance(found, VisitCard)
    return found


def official_card(store: Store, key: Key) -> OfficialCard:
    found = card(store, key)
    assert isinstance(found, OfficialCard)
    return found


def official(store: Store, **values: Any) -> Key:
    with store.write("enter") as session:
        made = enter_official(Desk(session, TODAY), OfficialDraft.from_plain(values))
        return Key("official", str(made.number))
