"""The rows of a timeline as they are stored: an event, and where it is shown."""

from __future__ import annotations

from typing import NamedTuple


class EventLine(NamedTuple):
    """A visit or a meeting, as a timeline shows it; the columns of `event`."""

    id: int
    kind: str
    record_id: int
    ref: str
    sort_day: str
    group_id: int
    rank: int
    undated: bool
    position: int
    date_edtf: str
    date_text: str
    date_basis: str
    sending: str
    host: str
    parties: str
    names_then: str
    title: str
    people: str
    format: str
    place: str
    status: str
    agreed: int
    watch: int
    outcomes: int
    dots: str


class ScopeLine(NamedTuple):
    """An event in the timeline of a pair, an official or a post; the columns of `event_scope`."""

    scope_kind: str
    scope_id: str
    event_id: int
    sort_day: str
    group_id: int
    rank: int
    nested: bool
    last_nested: bool
    status: str
    forth: int
    back: int
    meetings: int
    open: int
    watch: int

    @property
    def key(self) -> tuple[str, str, int]:
        """What tells it from the others."""
        return self[:3]

    @property
    def scope(self) -> tuple[str, str]:
        """Whose timeline it is in."""
        return self[:2]


EVENT_COLUMNS = ", ".join(EventLine._fields)
SCOPE_COLUMNS = ", ".join(ScopeLine._fields)


def visit_event(visit_id: int) -> int:
    """The id under which a visit stands among the events."""
    return 2 * visit_id


def meeting_event(meeting_id: int) -> int:
    """The id under which a meeting stands among the events."""
    return 2 * meeting_id + 1
