"""Whatever a store holds leaves it and enters an empty one, and then both say the same, byte for byte."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import inspect

from db import models
from db.exchange import Wanted, as_json, as_toml, from_text
from db.exchange.reference import OTHER_WORDS, WORDS
from db.exchange.shapes import BRIEF, CITATION, HUNG, LINK, PARTS, RECORDS
from db.rows import Key, Kind
from tests.db.exchange.anything import fill
from tests.db.exchange.carrying import copied, out, taken_in, text_of
from tests.db.merging.merges import book

NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)  # a store is filled again for every try
some = settings(max_examples=15, deadline=None, phases=NO_SHRINKING, suppress_health_check=list(HealthCheck))

WORKED_OUT = {"folded", "skeleton", "body_sha256", "id", "last_change"}
"""Columns that follow from others; the newest change that a brief knew of means nothing in another store."""
HISTORY = {"step", "change", "setting"}


@some
@given(data=st.data())
def test_out_in_and_out_again_is_the_same_text(small_file: Path, data: st.DataObject) -> None:
    with copied(small_file) as first, copied(small_file) as second:
        with first.write("anything") as session:
            fill(session, data)
        before = text_of(first)
        empty = book(second)
        taken = taken_in(second, out(first))
        assert not taken.differences
        assert not taken.renamed
        assert text_of(second) == before
        whole = book(second)
        again = taken_in(second, out(first))
        assert again.nothing_new
        assert not again.differences
        assert book(second) == whole
        if not taken.nothing_new:
            second.undo()
        assert book(second) == empty


SCOPES = (
    Wanted(Key("pair", "ES-MA")),
    Wanted(topic="CT"),
    Wanted(first=date(2025, 1, 1), last=date(2025, 6, 30)),
    Wanted(Key("pair", "ES-MA"), topic="CT"),
)


@some
@given(data=st.data(), kind=st.sampled_from(("official", "visit", "meeting")), wanted=st.sampled_from(SCOPES))
def test_a_part_names_nothing_that_it_does_not_hold(
    small_file: Path, data: st.DataObject, kind: Kind, wanted: Wanted
) -> None:
    with copied(small_file) as first, copied(small_file) as second:
        with first.write("anything") as session:
            fill(session, data)
        with first.read() as reader:
            ids = [str(number) for (number,) in reader.all(f"SELECT id FROM {kind}")]
        chosen = data.draw(st.sampled_from((None, *ids)))
        if chosen is not None:
            wanted = Wanted(Key(kind, chosen))
        part = out(first, wanted)
        taken_in(second, part)
        assert as_json(out(second)) == as_json(part)


@some
@given(data=st.data())
def test_json_and_toml_say_the_same(small_file: Path, data: st.DataObject) -> None:
    with copied(small_file) as store:
        with store.write("anything") as session:
            fill(session, data)
        plain = out(store)
    assert from_text(as_json(plain).encode(), "json") == plain
    assert from_text(as_toml(plain).encode(), "toml") == plain


def test_no_column_is_forgotten() -> None:
    """A column that is added to a table has to be told, or be said not to be."""
    told: dict[str, set[str]] = {}
    for table, fields in RECORDS.items():
        told[table] = {column for field in fields for column in field.columns} | set(HUNG.get(table, ()))
    for part in PARTS:
        columns = {column for field in part.fields for column in field.columns}
        told[part.table] = told.get(part.table, set()) | columns | {part.owner}
    for table, fields in (("visit_link", LINK), ("citation", CITATION), ("brief", BRIEF)):
        told[table] = {column for field in fields for column in field.columns}
    for table, (_, fields) in WORDS.items():
        told[table] = {column for field in fields for column in field.columns}
    for table, (_, other, fields) in OTHER_WORDS.items():
        told[other] = {table, *(column for field in fields for column in field.columns)}
    told["not_same"] = {"kind", "first_id", "second_id"}
    told["cadence"] = {"first", "second", "months"}
    for name in models.__all__:
        table = inspect(getattr(models, name)).local_table
        if table.name not in HISTORY:
            assert {column.name for column in table.columns} - told[table.name] <= WORKED_OUT, table.name
