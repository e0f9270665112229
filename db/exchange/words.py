"""Words that a dossier brings: countries, topics and instruments that an officer added, or put otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import SQLModel, col, select

from db.errors import BadInput
from db.exchange.arriving import Arriving
from db.exchange.fields import Columns
from db.exchange.placing import placed
from db.exchange.reference import OTHER_WORDS, WORDS
from db.models import Change, Country, CountryName, Instrument, InstrumentAlias, Topic, TopicAlias
from db.names import fold

if TYPE_CHECKING:
    from db.drafts import Dossier

TABLES: dict[str, tuple[type[SQLModel], type[SQLModel]]] = {
    "country": (Country, CountryName),
    "topic": (Topic, TopicAlias),
    "instrument": (Instrument, InstrumentAlias),
}


def take_words(arriving: Arriving, dossier: Dossier) -> None:
    """Take in countries, topics and instruments; what the program says gives way to what an officer said."""
    for table, (name, _) in WORDS.items():
        for number, draft in enumerate(getattr(dossier, name)):
            with placed(f"{name}[{number}]"):
                _take(arriving, table, draft)
                _other_words(arriving, table, draft)
    arriving.session.flush()
    arriving.know_the_words()


def _take(arriving: Arriving, table: str, draft: Any) -> None:
    own, _ = TABLES[table]
    _, fields = WORDS[table]
    columns: Columns = {}
    for field in fields:
        columns |= field.kept(draft, arriving.find)
    row: Any = arriving.session.get(own, draft.code)
    says = columns[fields[1].columns[0]]  # its name, or its label
    if row is None:
        if not says:
            raise BadInput(
                f"there is no {table} with the code “{draft.code[:20]}” here, and it says no name."
            )
        parent = columns.get("parent")
        if parent and arriving.session.get(own, parent) is None:
            raise BadInput(f"there is no {table} with the code “{parent[:20]}”.")
        arriving.add([own(**columns)])
    elif says:
        title = f"{table} {draft.code}"
        if _touched(arriving, table, draft.code):
            arriving.fill(row, title, fields, columns)
        else:
            arriving.write(row, title, columns)


def _touched(arriving: Arriving, table: str, code: str) -> bool:
    """Whether an officer has had a hand in it here."""
    wanted = select(Change.id).where(Change.table_name == table, Change.row_id == code).limit(1)
    return arriving.session.exec(wanted).first() is not None


def _other_words(arriving: Arriving, table: str, draft: Any) -> None:
    name, _, fields = OTHER_WORDS[table]
    _, other = TABLES[table]
    known = arriving.session.exec(select(other).where(col(getattr(other, table)) == draft.code)).all()
    same = tuple(field.columns[0] for field in fields[: 3 if table == "country" else 2])
    said = {tuple(getattr(row, column) for column in same) for row in known}
    new: list[Any] = []
    for word in getattr(draft, name):
        columns: Columns = {table: draft.code}
        for field in fields:
            columns |= field.kept(word, arriving.find)
        this = tuple(columns[column] for column in same)
        if this not in said:
            said.add(this)
            new.append(other(**columns, folded=fold(columns[same[0]])))
    arriving.add(new)
