"""Records that only few may see: those with a handling mark, what hangs on them, and what a marked source says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.reader import marked
from db.rows import Key, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.reader import Reader

_AT_ONCE = 500
_KINDS: tuple[Kind, ...] = ("visit", "meeting", "action", "followup", "official", "source")
_HANGING: tuple[tuple[Kind, str, Kind], ...] = (
    ("meeting", "visit_id", "visit"),
    ("action", "visit_id", "visit"),
    ("action", "meeting_id", "meeting"),
    ("action", "parent_id", "action"),
    ("followup", "visit_id", "visit"),
    ("followup", "meeting_id", "meeting"),
    ("followup", "action_id", "action"),
    ("followup", "official_id", "official"),
)
"""A table, the column by which it hangs on another one, and that one; each after those that it hangs on."""

_TELLING_OF_PEOPLE: tuple[tuple[Kind, str, str], ...] = (
    ("visit", "d.visit_id", "participant p JOIN delegation d ON d.id = p.delegation_id"),
    ("meeting", "p.meeting_id", "participant p"),
)
"""The lines of events name those who took part, so they tell of a marked person too."""

_NAMED: tuple[tuple[Kind, str, str], ...] = (
    ("official", "official_id", "SELECT official_id, name FROM official_name"),
    ("official", "id", "SELECT id, name FROM official"),
    ("official", "id", "SELECT id, native_name FROM official"),
)
_WORDED: tuple[tuple[Kind, str, str], ...] = (
    ("visit", "id", "SELECT id, title FROM visit"),
    ("visit", "id", "SELECT id, purpose FROM visit"),
    ("meeting", "id", "SELECT id, title FROM meeting"),
    ("action", "id", "SELECT id, text FROM action"),
    ("followup", "id", "SELECT id, text FROM followup"),
    ("source", "id", "SELECT id, title FROM source"),
)
_SHORTEST_NAME = 3  # letters
_SHORTEST_WORDS = 12  # letters; what is shorter could stand anywhere


def sensitive_words(reader: Reader, keys: frozenset[Key]) -> frozenset[str]:
    """What tells of some records wherever it stands, in small letters: every spelling of a name, titles, texts."""
    found: set[str] = set()
    for shortest, tables in ((_SHORTEST_NAME, _NAMED), (_SHORTEST_WORDS, _WORDED)):
        for kind, column, select in tables:
            numbers = sorted(int(key.id) for key in keys if key.kind == kind)
            for start in range(0, len(numbers), _AT_ONCE):
                names, values = marked("id", numbers[start : start + _AT_ONCE])
                rows = reader.all(f"{select} WHERE {column} IN ({names})", **values)
                found |= {words.strip().casefold() for _, words in rows if len(words.strip()) >= shortest}
    return frozenset(found)


def sensitive_records(reader: Reader) -> frozenset[Key]:
    """Every record that is not for anybody's eyes."""
    from db.briefs.handling import anybody_may_read  # noqa: PLC0415 - with all of briefs, and few ever ask this

    found: dict[Kind, set[str]] = {kind: set() for kind in _KINDS}
    for kind in _KINDS:
        rows = reader.all(f"SELECT id, handling FROM {kind} WHERE handling <> ''")
        found[kind] |= {str(number) for number, mark in rows if not anybody_may_read(mark)}
    for kind, number in _hanging(reader, "record_kind, record_id", "citation", "source_id", found["source"]):
        found.setdefault(kind, set()).add(str(number))
    for kind, column, table in _TELLING_OF_PEOPLE:
        telling = _hanging(reader, column, table, "p.official_id", found["official"])
        found[kind] |= {str(number) for (number,) in telling if number is not None}
    for kind, column, above in _HANGING:
        below = _hanging(reader, "id", kind, column, found[above])
        found[kind] |= {str(number) for (number,) in below}
    return frozenset(Key(kind, number) for kind, numbers in found.items() for number in numbers)


def _hanging(reader: Reader, columns: str, table: str, on: str, these: set[str]) -> Iterator[tuple[Any, ...]]:
    """The rows that name one of some records."""
    numbers = sorted(map(int, these))
    for start in range(0, len(numbers), _AT_ONCE):
        names, values = marked("id", numbers[start : start + _AT_ONCE])
        yield from reader.all(f"SELECT {columns} FROM {table} WHERE {on} IN ({names})", **values)
