"""Where in a record the words stand by which it was found, when its line in a list does not show them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from db.context import NOWHERE, Context, around
from db.reader import marked
from db.rows import Key, Kind
from db.searched import SAID

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from db.reader import Reader

_LONGEST = 200_000  # characters of a text that are looked through


def _who(of: str, join: str = "") -> str:
    """Who took part in an event, with the office and as it was printed."""
    return (
        f"SELECT {of}, COALESCE(f.name || COALESCE(', ' || t.title, ''), t.title, p.group_name)"
        " || CASE WHEN p.as_printed IN ('', f.name, t.title, p.group_name) THEN '' ELSE ' (' || p.as_printed || ')' END"
        f" FROM participant p {join} LEFT JOIN official f ON f.id = p.official_id"
        f" LEFT JOIN post t ON t.id = p.post_id WHERE {of} IN {{ids}}"
    )


_HELD = (
    "SELECT n.official_id, t.title || COALESCE(', ' || o.name, '') FROM tenure n JOIN post t ON t.id = n.post_id"
    " LEFT JOIN organisation o ON o.id = t.organisation_id WHERE n.official_id IN {ids}"
)
_CALLED: dict[str, tuple[str, ...]] = {  # names that stand on no line of a list
    "official": (
        "SELECT official_id, name FROM official_name WHERE official_id IN {ids}",
        _HELD,
    ),
    "visit": (
        _who("d.visit_id", "JOIN delegation d ON d.id = p.delegation_id"),
        "SELECT id, place FROM visit WHERE id IN {ids}",
    ),
    "meeting": (
        _who("p.meeting_id"),
        "SELECT id, place FROM meeting WHERE id IN {ids}",
    ),
    "action": (
        "SELECT id, verb FROM action WHERE id IN {ids}",
        "SELECT id, deliverable FROM action WHERE id IN {ids}",
    ),
    "followup": ("SELECT id, assignee FROM followup WHERE id IN {ids}",),
    "post": (
        "SELECT post_id, title FROM post_title WHERE post_id IN {ids}",
        "SELECT p.id, o.name FROM post p JOIN organisation o ON o.id = p.organisation_id WHERE p.id IN {ids}",
        (
            "SELECT p.id, n.name || ' ' || n.acronym FROM post p JOIN organisation_name n"
            " ON n.organisation_id = p.organisation_id WHERE p.id IN {ids}"
        ),
    ),
    "organisation": (
        "SELECT organisation_id, name || ' ' || acronym FROM organisation_name WHERE organisation_id IN {ids}",
    ),
    "source": (
        "SELECT id, publisher FROM source WHERE id IN {ids}",
        "SELECT id, author FROM source WHERE id IN {ids}",
    ),
}


def contexts(reader: Reader, wanted: Mapping[Key, Sequence[str]]) -> dict[Key, Context]:
    """By record the line that holds most of its folded words: one question for all records of a kind."""
    numbers: dict[Kind, list[int]] = defaultdict(list)
    for key in wanted:
        numbers[key.kind].append(int(key.id))
    found = {}
    for kind, those in numbers.items():
        for number, texts in _texts(reader, kind, those).items():
            key = Key(kind, str(number))
            if (here := around(texts, wanted[key])) != NOWHERE:
                found[key] = here
    return found


def _texts(reader: Reader, kind: Kind, numbers: Sequence[int]) -> dict[int, list[str]]:
    marks, values = marked("id", numbers)
    questions = [question.format(ids=f"({marks})") for question in (*_CALLED.get(kind, ()), *SAID[kind])]
    texts: dict[int, list[str]] = defaultdict(list)
    together = " UNION ALL ".join(f"SELECT * FROM ({question})" for question in questions)
    for number, text in reader.all(
        f"SELECT record, substr(words, 1, {_LONGEST})"
        f" FROM (SELECT 0 AS record, '' AS words WHERE FALSE UNION ALL {together})",
        **values,
    ):
        texts[number].append(text)
    return texts
