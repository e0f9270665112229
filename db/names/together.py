"""Whom somebody was together with: it speaks for two names being one person's, or tells that they are two people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Literal, NamedTuple

from db.reader import marked

if TYPE_CHECKING:
    from db.reader import Reader

LATEST = 20
"""Visits and meetings of an official that are looked at: a name is weighed at each letter that is typed."""
_MOST_COMPANIONS = 12
_MOST_SCOPES = 400  # officials and pairs of the latest events of one official
_TIMES = {1: "once", 2: "twice"}


class Companion(NamedTuple):
    """What a name stands beside in a line or a form: a country pair, or another official."""

    kind: Literal["pair", "official"]
    id: str  # as the index of events has it
    name: str


class Times(NamedTuple):
    """How often somebody was together with one of the companions, and with whom, in words."""

    number: int = 0
    words: str = ""


class Common(NamedTuple):
    """What the latest events of two officials have in common.

    Attributes:
        people: how many others both were with.
        words: the first of them, or the pair in whose events both took part; "" for nothing.
        at_one_table: the ref of a meeting, or of a delegation's visit, in which both are named; "" for none.
    """

    people: int = 0
    words: str = ""
    at_one_table: str = ""


NEVER = Times()


def of_pairs(codes: Sequence[str]) -> list[Companion]:
    """Every pair of some countries."""
    few = sorted(set(codes[:4]))
    return [Companion("pair", f"{one}-{other}", f"{one}–{other}") for one, other in combinations(few, 2)]


def times_with(reader: Reader, numbers: Sequence[int], company: Iterable[Companion]) -> dict[int, Times]:
    """How often officials were together with a company, as far as their latest events tell; people before pairs.

    Two statements at most, each answered from an index: the events of each official are counted out before they are
    looked for among those of the company.
    """
    beside = list(dict.fromkeys(company))[:_MOST_COMPANIONS]
    found: dict[int, Times] = {}
    for kind in ("pair", "official"):
        names = {one.id: one.name for one in beside if one.kind == kind}
        if not names or not numbers:
            continue
        marks, ids = marked("c", names)
        latest, who = _latest(numbers)
        rows = reader.all(
            f"SELECT l.official, t.scope_id, COUNT(DISTINCT t.group_id) FROM ({latest}) l JOIN event_scope t"
            f" ON t.scope_kind = :kind AND t.scope_id IN ({marks}) AND t.event_id = l.event_id"
            " WHERE t.scope_id <> l.official OR t.scope_kind = 'pair' GROUP BY l.official, t.scope_id"
            " ORDER BY 3, t.scope_id DESC",
            kind=kind,
            **ids,
            **who,
        )
        for official, scope, number in rows:  # the most often together last, so that this is kept
            often = _TIMES.get(number, f"{number} times")
            words = f"{often} {'with' if kind == 'official' else 'in'} {names[scope]}"
            found[int(official)] = Times(number, words)
    return found


def common(reader: Reader, one: int, other: int) -> Common:
    """What two officials have in common, and whether they were in one place as two."""
    mine, theirs = _scopes(reader, one), _scopes(reader, other)
    both = {kind: mine[kind] & theirs[kind] - {str(one), str(other)} for kind in ("official", "pair")}
    words = ""
    if both["official"]:
        marks, ids = marked("o", sorted(int(number) for number in both["official"]))
        name = reader.value(f"SELECT name FROM official WHERE id IN ({marks}) ORDER BY name LIMIT 1", **ids)
        more = len(both["official"]) - 1
        words = f"both met {name}" + (f" and {more} more" if more else "")
    elif both["pair"]:
        words = f"both in {min(both['pair']).replace('-', '–')}"
    return Common(len(both["official"]), words, at_one_table(reader, one, other))


def at_one_table(reader: Reader, one: int, other: int) -> str:
    """The ref of the latest meeting, or of the visit of the latest delegation, in which both are named.

    The other one is looked for at each table (hence the "+", which no index answers): many were at thousands of them.
    """
    return str(
        reader.value(
            "SELECT COALESCE(m.ref, v.ref) FROM (SELECT meeting_id, delegation_id FROM participant"
            "   WHERE official_id = :one ORDER BY id DESC LIMIT :most) a"
            " LEFT JOIN meeting m ON m.id = a.meeting_id LEFT JOIN delegation d ON d.id = a.delegation_id"
            " LEFT JOIN visit v ON v.id = d.visit_id"
            " WHERE EXISTS (SELECT 1 FROM participant b WHERE b.meeting_id = a.meeting_id"
            "   AND +b.official_id = :other)"
            " OR EXISTS (SELECT 1 FROM participant b WHERE b.delegation_id = a.delegation_id"
            "   AND +b.official_id = :other) LIMIT 1",
            one=one,
            other=other,
            most=_MOST_SCOPES,
        )
        or ""
    )


def _latest(numbers: Sequence[int]) -> tuple[str, dict[str, str]]:
    """The latest events of each of some officials, as one query."""
    values = {f"o{place}": str(number) for place, number in enumerate(numbers)}
    each = (
        f"SELECT * FROM (SELECT scope_id AS official, event_id FROM event_scope"
        f" WHERE scope_kind = 'official' AND scope_id = :{mark} ORDER BY sort_day DESC LIMIT {LATEST})"
        for mark in values
    )
    return " UNION ALL ".join(each), values


def _scopes(reader: Reader, number: int) -> dict[str, set[str]]:
    """The officials and the pairs of somebody's latest events."""
    latest, who = _latest([number])
    found: dict[str, set[str]] = defaultdict(set)
    for kind, scope in reader.all(
        f"SELECT t.scope_kind, t.scope_id FROM ({latest}) l JOIN event_scope t ON t.event_id = l.event_id"
        " WHERE t.scope_kind IN ('official', 'pair') LIMIT :most",
        most=_MOST_SCOPES,
        **who,
    ):
        found[kind].add(scope)
    return found
