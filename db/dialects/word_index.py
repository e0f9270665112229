"""SQLite's index of the words in `search_entry.folded`: an FTS5 table that reads its texts from there.

Triggers keep it, so whoever writes an entry need not know of it. It holds which entry has which word and nothing
else: without positions it is half the size. One to three letters of a word have lists of their own; of more letters
the words that they begin are few, and asking for each of them is twenty times as fast as joining what all of them find.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Protocol

TABLE = "search_word"
_VOCABULARY = "search_vocabulary"
_LISTED = 3  # letters that have a list of their own
_AFTER = "{"  # sorts after every letter

MAKE_TABLE = (
    f"CREATE VIRTUAL TABLE {TABLE} USING fts5(folded, content='search_entry', content_rowid='id',"
    " detail=none, columnsize=0, prefix='1 2 3', tokenize=\"ascii tokenchars '.'\")"
)
_TAKE_IN = f"INSERT INTO {TABLE}(rowid, folded) VALUES (new.id, new.folded);"
_LET_GO = f"INSERT INTO {TABLE}({TABLE}, rowid, folded) VALUES ('delete', old.id, old.folded);"
MAKE_VOCABULARY = f"CREATE VIRTUAL TABLE {_VOCABULARY} USING fts5vocab({TABLE}, row)"
MAKE_TRIGGERS = (
    f"CREATE TRIGGER {TABLE}_new AFTER INSERT ON search_entry BEGIN {_TAKE_IN} END",
    f"CREATE TRIGGER {TABLE}_gone AFTER DELETE ON search_entry BEGIN {_LET_GO} END",
    f"CREATE TRIGGER {TABLE}_other AFTER UPDATE OF id, folded ON search_entry BEGIN {_LET_GO} {_TAKE_IN} END",
)
MAKE = (MAKE_TABLE, MAKE_VOCABULARY, *MAKE_TRIGGERS)
_TRIGGERS = (f"{TABLE}_new", f"{TABLE}_gone", f"{TABLE}_other")
_AT_ONCE = 10_000  # entries

Execute = Callable[[str], Any]


class Connected(Protocol):
    """A connection within a transaction; SQLAlchemy's is one."""

    def exec_driver_sql(self, statement: str, /) -> Any:
        """Run a statement as it stands."""


def empty(connection: Connected) -> None:
    """Let go of every word, and take in none until all entries are there: then that goes ten times as fast."""
    for trigger in _TRIGGERS:
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {trigger}")
    connection.exec_driver_sql(f"INSERT INTO {TABLE}({TABLE}) VALUES ('delete-all')")


def take_in(connection: Connected, above: int) -> int:
    """Take in the words of the entries next above a place; returns the place reached."""
    (reached,) = connection.exec_driver_sql(
        f"SELECT MAX(id) FROM (SELECT id FROM search_entry WHERE id > {above} ORDER BY id LIMIT {_AT_ONCE})"
    ).one()
    if reached is None:
        return above
    connection.exec_driver_sql(
        f"INSERT INTO {TABLE}(rowid, folded) SELECT id, folded FROM search_entry"
        f" WHERE id > {above} AND id <= {reached} ORDER BY id"
    )
    return int(reached)


def keep_up(connection: Connected) -> None:
    """From now on every entry that is written is taken in."""
    for statement in MAKE_TRIGGERS:
        connection.exec_driver_sql(statement)


def is_true(connection: Connected) -> bool:
    """Whether the index says of every entry what its text says, and nothing else."""
    from sqlalchemy.exc import DatabaseError  # noqa: PLC0415 - SQLAlchemy, which only writing needs

    try:
        connection.exec_driver_sql(f"INSERT INTO {TABLE}({TABLE}, rank) VALUES ('integrity-check', 1)")
    except DatabaseError:
        return False
    return True


def tidy(execute: Execute) -> None:
    """Write the index anew without what was let go of, which it otherwise forgets little by little."""
    execute(f"INSERT INTO {TABLE}({TABLE}) VALUES ('optimize')")


class Wanted(NamedTuple):
    """A word that is looked for.

    Attributes:
        letters: as many of them as are known, folded.
        mark: the name of the value that they are.
        countries: a question for the countries that they may mean.
    """

    letters: str
    mark: str
    countries: str


def beginning(letters: str) -> str:
    """What the index is asked for words that begin with a few letters, folded."""
    return f'"{letters}"*'


def of_country(code: str) -> str:
    """What the index is asked for what has to do with a country; see projections.search for how that stands there."""
    return f'".{code.lower()}"'


def asking_for(wanted: Sequence[Wanted]) -> str:
    """SQL for what the index is asked, where every word must be there, or a country that it means."""
    return " || ' AND ' || ".join(
        f"'(' || {_begun(one)} || COALESCE((SELECT group_concat(' OR \".' || lower(country) || '\"', '')"
        f" FROM ({one.countries})), '') || ')'"
        for one in wanted
    )


def _begun(one: Wanted) -> str:
    if len(one.letters) <= _LISTED:
        return f"'\"' || :{one.mark} || '\"*'"
    return (
        f"COALESCE((SELECT group_concat('\"' || term || '\"', ' OR ') FROM {_VOCABULARY}"
        f" WHERE term >= :{one.mark} AND term < :{one.mark} || '{_AFTER}'), '\"' || :{one.mark} || '\"')"
    )
