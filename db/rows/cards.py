"""Cards: one record whole."""

from __future__ import annotations

from typing import NamedTuple

from db.dates import PartialDate
from db.rows.keys import Key
from db.rows.lines import ActionRow, EventRow, FollowUpRow, FoundRow, OfficialRow, PairRow
from db.rows.parts import (
    CitationRow,
    DelegationPart,
    LinkRow,
    LogRow,
    MetRow,
    NameRow,
    PersonLine,
    PostRow,
    TenureRow,
)


class VisitCard(NamedTuple):
    """A visit whole.

    Attributes:
        dots: completeness: a source, a date, a principal, the role at the time, a counterpart.
    """

    key: Key
    ref: str
    sending: str
    sending_name: str
    host: str
    host_name: str
    date: PartialDate
    title: str
    purpose: str
    place: str
    kind: str
    status: str
    initiated_by: str
    series: str
    note: str
    topics: tuple[str, ...]
    delegations: tuple[DelegationPart, ...]
    meetings: tuple[MeetingCard, ...]
    actions: tuple[ActionRow, ...]  # all of the visit, its meetings' too, highest rung first
    followups: tuple[FollowUpRow, ...]
    links: tuple[LinkRow, ...]
    citations: tuple[CitationRow, ...]  # of the visit itself
    grade: str  # the best source: "C2", "" without one
    dots: tuple[bool, bool, bool, bool, bool]


class MeetingCard(NamedTuple):
    """A meeting whole."""

    key: Key
    ref: str
    visit_key: Key | None
    visit_label: str
    arity: str  # bilateral, trilateral, multilateral
    parties: tuple[tuple[str, str], ...]  # (code, role)
    date: PartialDate
    title: str
    place: str
    format: str
    mode: str
    status: str
    series: str
    note: str
    complete: bool
    topics: tuple[str, ...]
    participants: tuple[PersonLine, ...]
    actions: tuple[ActionRow, ...]
    followups: tuple[FollowUpRow, ...]
    citations: tuple[CitationRow, ...]
    grade: str


class ActionCard(NamedTuple):
    """An outcome whole, with the words behind it."""

    key: Key
    row: ActionRow
    parties: tuple[str, ...]
    deliverable: str
    closed_on: str
    close_reason: str
    followups: tuple[FollowUpRow, ...]
    log: tuple[LogRow, ...]
    citations: tuple[CitationRow, ...]
    grade: str


class FollowUpCard(NamedTuple):
    """A follow-up whole."""

    key: Key
    row: FollowUpRow
    recurrence: str
    remind_on: str
    hidden_until: str
    log: tuple[LogRow, ...]


class OfficialCard(NamedTuple):
    """A person whole."""

    key: Key
    name: str
    native_name: str
    country: str
    country_name: str
    note: str
    protocol_note: str
    names: tuple[NameRow, ...]
    tenures: tuple[TenureRow, ...]
    met: tuple[MetRow, ...]
    last_met: PartialDate
    last_met_at: str  # the event in words
    headed: int  # visits led
    events: int
    actions: tuple[ActionRow, ...]  # that they own
    citations: tuple[CitationRow, ...]


class PairCard(NamedTuple):
    """Two countries whole."""

    key: Key
    row: PairRow
    last_event: EventRow | None
    next_event: EventRow | None
    open_actions: tuple[ActionRow, ...]
    watch_actions: tuple[ActionRow, ...]
    followups: tuple[FollowUpRow, ...]
    officials: tuple[OfficialRow, ...]  # of both, most recently met first, ten at most


class PostCard(NamedTuple):
    """An office and its holders."""

    key: Key
    title: str
    organisation: str
    country: str
    titles: tuple[str, ...]
    tenures: tuple[TenureRow, ...]
    events: int
    citations: tuple[CitationRow, ...]


class OrganisationCard(NamedTuple):
    """A service and its posts."""

    key: Key
    name: str
    acronym: str
    country: str
    country_name: str
    kind: str
    parent: str
    parent_key: Key | None
    note: str
    posts: tuple[PostRow, ...]
    citations: tuple[CitationRow, ...]


class SourceCard(NamedTuple):
    """Where facts come from."""

    key: Key
    title: str
    kind: str
    publisher: str
    author: str
    cites: str
    url: str
    language: str
    published: PartialDate
    reliability: str
    handling: str
    note: str
    citations: int
    records: tuple[FoundRow, ...]  # what it speaks of, twenty at most


Card = (
    VisitCard
    | MeetingCard
    | ActionCard
    | FollowUpCard
    | OfficialCard
    | PairCard
    | PostCard
    | OrganisationCard
    | SourceCard
)
