"""The event at which something was said, where only the day or the month of it was written."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from db.dates import PartialDate
from db.forms import names
from db.rows import Key
from db.vocabulary import HELD_STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.reader import Reader

_AT_MOST = 200  # events of a month that are looked at
_VISIT = timedelta(days=60)  # for which the longest visit may last
_LONGEST = 31  # days of a stretch in which an event is looked for; of a longer one nobody would say "then"
_HELD = ", ".join(f"'{status}'" for status in HELD_STATUSES)
_PARTIES = "SELECT country FROM action_party WHERE action_id = :id"
_OUTCOME = (
    "SELECT COALESCE(e.parties, ''), e.group_id, COALESCE(e.date_edtf, '')"
    " FROM action a LEFT JOIN event e ON e.id = COALESCE(2 * a.meeting_id + 1, 2 * a.visit_id) WHERE a.id = :id"
)
_EVENTS = (
    "SELECT e.ref, e.date_edtf, e.parties, e.group_id FROM event e WHERE e.rank = 0"
    f" AND e.status IN ({_HELD}) AND e.sort_day BETWEEN :early AND :last ORDER BY e.sort_day LIMIT {_AT_MOST}"
)


class _Outcome(NamedTuple):
    parties: frozenset[str]
    group: int | None
    date: PartialDate


def events_then(reader: Reader, outcomes: Iterable[Key], when: PartialDate) -> list[names.Hook]:
    """The later events of all parties of some outcomes that were held on a day or in a month."""
    first, last = when.first, when.last
    if first is None or last is None or (last - first).days >= _LONGEST:
        return []
    found = [_outcome(reader, key) for key in outcomes if key.kind == "action"]
    early = (first - _VISIT).isoformat() if first - date.min > _VISIT else ""
    rows = reader.all(_EVENTS, early=early, last=last.isoformat())
    refs = []
    for ref, edtf, parties, group in rows:
        held = PartialDate(edtf)
        then = held.last is not None and held.last >= first
        if then and found and all(_may_be(one, set(parties.split()), group, held) for one in found):
            refs.append(ref)
    return [names.record(reader, ref, "VM") for ref in refs]


def _outcome(reader: Reader, key: Key) -> _Outcome:
    row = reader.one(_OUTCOME, id=int(key.id))
    if row is None:
        return _Outcome(frozenset(), None, PartialDate())
    parties = [code for (code,) in reader.all(_PARTIES, id=int(key.id))] or row[0].split()
    return _Outcome(frozenset(parties), row[1], PartialDate(row[2]))


def _may_be(outcome: _Outcome, parties: set[str], group: int, held: PartialDate) -> bool:
    """Whether an event with these parties is a later one than an outcome came of, and one of its parties'."""
    later = outcome.date.last is None or (held.first is not None and held.first > outcome.date.last)
    return later and group != outcome.group and bool(outcome.parties) and outcome.parties <= parties
