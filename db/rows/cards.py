"""Cards: one record whole."""

from __future__ import annotations

from typing import NamedTuple

from db.dates import UNSTATED, PartialDate
from db.rows.agenda import AgendaRow, CarriedRow, ScoreRow
from db.rows.holding import BeneathRow, CounterpartRow, PostMetRow
from db.rows.keys import Key
from db.rows.ladder import MovedHere, RungStep
from db.rows.lines import ActionRow, EventRow, FollowUpRow, FoundRow
from db.rows.merged import MergedRow
from db.rows.pair_card import PairCard
from db.rows.parts import (
    CitationRow,
    DelegationPart,
    LinkRow,
    LogRow,
    MetRow,
    NameRow,
    PersonLine,
    PostRow,
    Precedence,
    TenureRow,
)


class VisitCard(NamedTuple):
    """A visit whole.

    Attributes:
        dots: completeness: a source, a date, a principal, the role at the time, a counterpart.
        names_then: "Turkey (now Türkiye)": which country had another name on those days, "" for none.
        precedence: the two countries in the order of protocol.
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
    names_then: str = ""
    precedence: Precedence = Precedence("", ())
    merged: tuple[MergedRow, ...] = ()  # what went into it
    moved: tuple[MovedHere, ...] = ()  # outcomes of earlier events, on the ladder


class MeetingCard(NamedTuple):
    """A meeting whole; `names_then` and `precedence` as of a visit."""

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
    names_then: str = ""
    precedence: Precedence = Precedence("", ())
    moved: tuple[MovedHere, ...] = ()  # outcomes of earlier events, on the ladder
    agenda: tuple[AgendaRow, ...] = ()
    visit_date: PartialDate = UNSTATED  # of the visit that it is part of
    visit_dots: tuple[bool, ...] = ()  # likewise, see VisitCard.dots
    agreed: int = 0  # there, as on a timeline
    watch: int = 0  # likewise


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
    ladder: tuple[RungStep, ...] = ()  # the rungs that it stood at; none where it never moved
    whole: ActionRow | None = None  # of which it is a part
    parts: tuple[ActionRow, ...] = ()
    agendas: tuple[CarriedRow, ...] = ()  # of the meetings that it was carried into
    scores: tuple[ScoreRow, ...] = ()  # of its parties, where one has any


class FollowUpCard(NamedTuple):
    """A follow-up whole."""

    key: Key
    row: FollowUpRow
    recurrence: str  # in words
    remind_on: str
    hidden_until: str
    log: tuple[LogRow, ...]
    hangs_on: str = ""  # "2 weeks before M-2026-001", where its due date moves with an event
    event: Key | None = None  # that one


class MetHow(NamedTuple):
    """What to know of somebody whom an official has met, beside how often and when."""

    key: Key  # of the official met
    inferred: bool  # in every one of the meetings one of the two was named later
    successor: str  # who holds their post of the last meeting now: "Ana Ruiz, from Jan 2026"


class OfficialCard(NamedTuple):
    """A person whole.

    Attributes:
        latin: the native name in our own transliteration, "" where a spelling in Latin letters is on record.
        last_met_key: of the last event that was held.
        last_met_by: the desk's own people who were there.
        next_event: that is planned.
        headed: visits led.
        joined: visits travelled along in.
        travelled_more: whether there are more visits than were counted.
        followups: still open, on the person or on what they own.
        last_inferred: whether the person was named later wherever they took part the last time.
        met_inferred: whether the person was named later in every meeting.
        met_how: of those in `met` of whom there is something to say.
        met_in: the latest meetings, of which alone `met` tells; 0 for all.
    """

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
    headed: int
    events: int
    actions: tuple[ActionRow, ...]  # that they own
    citations: tuple[CitationRow, ...]
    latin: str = ""
    last_met_key: Key | None = None
    last_met_by: tuple[PersonLine, ...] = ()
    next_event: EventRow | None = None
    joined: int = 0
    followups: tuple[FollowUpRow, ...] = ()
    merged: tuple[MergedRow, ...] = ()  # what went into it
    last_inferred: bool = False
    met_how: tuple[MetHow, ...] = ()
    met_inferred: bool = False
    met_in: int = 0
    travelled_more: bool = False


class PostCard(NamedTuple):
    """An office and its holders.

    Attributes:
        languages: of each of the titles, ISO 639-1, "" where it is not known.
        borne: when each of them was the title, for those of before.
        met: events in which a holder took part, the latest first.
        counterparts: with whom it deals, one a country.
        single_seat: whether two holders at once would be a contradiction.
    """

    key: Key
    title: str
    organisation: str
    country: str
    titles: tuple[str, ...]
    tenures: tuple[TenureRow, ...]
    events: int
    citations: tuple[CitationRow, ...]
    organisation_key: Key | None = None
    grade: str = ""
    note: str = ""
    languages: tuple[str, ...] = ()
    borne: tuple[PartialDate, ...] = ()
    met: tuple[PostMetRow, ...] = ()
    counterparts: tuple[CounterpartRow, ...] = ()
    single_seat: bool = True
    actions: tuple[ActionRow, ...] = ()  # that whoever holds it owes
    merged: tuple[MergedRow, ...] = ()  # what went into it


class ServiceName(NamedTuple):
    """What a service was called before, or is called in another language."""

    name: str
    acronym: str
    lang: str  # ISO 639-1, "" where it is not known
    borne: PartialDate  # when, for one of before


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
    beneath: tuple[BeneathRow, ...] = ()  # services that belong to it
    names: tuple[ServiceName, ...] = ()  # its other ones
    merged: tuple[MergedRow, ...] = ()  # what went into it


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
    merged: tuple[MergedRow, ...] = ()  # what went into it


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
