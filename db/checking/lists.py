"""The lists and the search: worked out again from the facts, they are as they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.checking.finding import Finding

if TYPE_CHECKING:
    from db.store import Store

CALLED = {
    "event": "timeline lines",
    "event_scope": "figures of pairs and people",
    "pair_summary": "country pairs",
    "official_summary": "officials",
    "search_entry": "entries of the search",
    "name_key": "names to compare",
    "name_part": "names to complete",
}


def check(copy: Store) -> list[Finding]:
    """Which lists do not say what the facts say; the copy's are worked out again for it."""
    from sqlalchemy import text  # noqa: PLC0415 - SQLAlchemy, which only writing needs

    from db import projections  # noqa: PLC0415 - likewise
    from db.dialects import word_index  # noqa: PLC0415 - likewise
    from db.projections.tables import ALL  # noqa: PLC0415 - likewise

    apart: dict[str, int] = {}
    with copy.write("check") as session:
        connection = session.connection()
        indexed = word_index.is_true(connection)
        for table in ALL:
            connection.execute(text(f"CREATE TEMP TABLE kept_{table.name} AS SELECT * FROM {table.name}"))
        projections.rebuild(session)
        for table in ALL:
            now, kept = f"SELECT * FROM {table.name}", f"SELECT * FROM kept_{table.name}"
            differ = f"SELECT * FROM ({now} EXCEPT {kept}) UNION ALL SELECT * FROM ({kept} EXCEPT {now})"
            count = connection.execute(text(f"SELECT COUNT(*) FROM ({differ})")).scalar_one()
            if count:
                apart[CALLED.get(table.name, table.name)] = int(count)
    if indexed and not apart:
        return []
    told = ", ".join(
        [
            *(f"{name} ({count:,})" for name, count in apart.items()),
            *(() if indexed else ("the index of words",)),
        ]
    )
    return [
        Finding("lists", f"What lists show is not what the records say: {told}.", "works the lists out again")
    ]


def repair(store: Store) -> None:
    """Work every list out again from the facts; nobody's facts change."""
    from db import projections  # noqa: PLC0415 - SQLAlchemy, which only writing needs

    with store.write("check --repair: lists") as session:
        projections.rebuild(session)
