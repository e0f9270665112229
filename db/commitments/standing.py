"""Where an outcome stood when: at the event that it came of, and wherever it was said since to stand elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

CHANGES = (
    "SELECT a.id, a.rung, COALESCE(am.visit_id, a.visit_id), a.meeting_id,"
    " COALESCE(am.date_last, av.date_last),"
    " COALESCE(NULLIF(am.date_edtf, ''), av.date_edtf, ''),"
    " r.was, COALESCE(rm.visit_id, r.visit_id), r.meeting_id, r.date_first, r.date_last, r.date_edtf,"
    " r.note <> '' OR r.source_id IS NOT NULL OR r.date_edtf <> ''"
    " FROM action a JOIN rung_change r ON r.action_id = a.id LEFT JOIN meeting am ON am.id = a.meeting_id"
    " LEFT JOIN visit av ON av.id = COALESCE(am.visit_id, a.visit_id)"
    " LEFT JOIN meeting rm ON rm.id = r.meeting_id WHERE a.id IN "
)
"""The changes of outcomes, for `standings`; what follows says of which."""
ORDER = " ORDER BY a.id, r.id"


class Station(NamedTuple):
    """A rung at which an outcome stood.

    Attributes:
        rung: 0 noted .. 5 signed.
        visit: at which that was said, also by one of its meetings; None for none.
        meeting: at which it was said, None for none.
        last: the last ISO day of that, None where it is not known.
        edtf: when that was, "" where it is not known.
    """

    rung: int
    visit: int | None
    meeting: int | None
    last: str | None
    edtf: str

    def at(self, visit: int | None, meeting: int | None) -> bool:
        """Whether that was at a meeting, else at a visit or one of its meetings."""
        return self.meeting == meeting if meeting is not None else self.visit == visit


class Change(NamedTuple):
    """What an outcome's next step on the ladder says of itself; `said` is false for a mere correction."""

    was: int
    visit: int | None
    meeting: int | None
    first: str | None
    last: str | None
    edtf: str
    said: bool

    def elsewhere(self, here: Station) -> bool:
        """Whether it belongs to another event than where the outcome stood, or to a later day."""
        if self.meeting is not None:
            return self.meeting != here.meeting
        if self.visit is not None:
            return self.visit != here.visit
        if self.first is not None and here.last is not None:
            return self.first > here.last
        return self.said


class Standing(NamedTuple):
    """The stations of an outcome in their order; the first is the event that it came of."""

    stations: tuple[Station, ...]

    def rung_at(self, visit: int | None = None, meeting: int | None = None) -> int:
        """The rung at which it stood after its own event, a meeting or a visit with its meetings."""
        there = [one.rung for one in self.stations if one.at(visit, meeting)]
        return there[-1] if there else self.stations[0].rung

    def raised_at(self, visit: int | None = None, meeting: int | None = None) -> bool:
        """Whether a later event than its own took it higher than it had stood before."""
        there = [number for number, one in enumerate(self.stations) if one.at(visit, meeting)]
        if not there or there[0] == 0:
            return False
        return self.stations[there[-1]].rung > self.stations[there[0] - 1].rung


def standings(rows: Iterable[Sequence[object]]) -> dict[int, Standing]:
    """By the number of the outcome, from the rows of `CHANGES` in their `ORDER`."""
    found: dict[int, tuple[Station, int, list[Change]]] = {}
    for number, rung, visit, meeting, last, edtf, *change in rows:
        own = Station(0, visit, meeting, last, edtf)  # type: ignore[arg-type]
        found.setdefault(number, (own, rung, []))[2].append(Change(*change))  # type: ignore[arg-type]
    return {number: _standing(*those) for number, those in found.items()}


def _standing(own: Station, rung: int, changes: Sequence[Change]) -> Standing:
    stations = [own._replace(rung=changes[0].was)]
    for change, now in zip(changes, [*(one.was for one in changes[1:]), rung], strict=True):
        if change.elsewhere(stations[-1]):
            stations.append(Station(now, change.visit, change.meeting, change.last, change.edtf))
        else:
            stations[-1] = stations[-1]._replace(rung=now)
    return Standing(tuple(stations))
