"""The words that every store starts with: countries, topics, instruments. They are not part of anybody's history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert

from db.models import Country, CountryName, Instrument, InstrumentAlias, Topic, TopicAlias
from db.names import fold

if TYPE_CHECKING:
    from sqlmodel import Session, SQLModel

Rows = Sequence[Mapping[str, Any]]


def load_reference(
    session: Session,
    *,
    countries: Rows,
    country_names: Rows,
    topics: Rows,
    topic_aliases: Rows,
    instruments: Rows,
    instrument_aliases: Rows,
) -> None:
    """Fill an empty store; rows are columns by name, and parents come before their children."""
    _load(session, Country, countries)
    _load(session, CountryName, [row | {"folded": fold(row["name"])} for row in map(dict, country_names)])
    _load(session, Topic, topics)
    _load(session, TopicAlias, [row | {"folded": fold(row["alias"])} for row in map(dict, topic_aliases)])
    _load(session, Instrument, instruments)
    _load(
        session,
        InstrumentAlias,
        [row | {"folded": fold(row["alias"])} for row in map(dict, instrument_aliases)],
    )


def _load(session: Session, table: type[SQLModel], rows: Rows) -> None:
    if rows:
        session.execute(insert(table), [dict(row) for row in rows])
