"""What leaves the store: flat rows for lists, cards for one record whole; nothing here can be written back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal, NamedTuple, Protocol, TypeVar

from db.dates import PartialDate

Kind = Literal["pair", "visit", "meeting", "action", "followup", "official", "post", "organisation", "source"]


class Key(NamedTuple):
    """Names one record; a pair's id is its two codes, "ES-MA", every other id is a number in text."""

    kind: Kind
    id: str


class Row(Protocol):
    """A line of a list; it knows which record it stands for."""

    @property
    def key(self) -> Key:
        """The record that the line stands for."""


RowT_co = TypeVar("RowT_co", bound=Row, covariant=True)


class Listing(Protocol[RowT_co]):
    """A list of any length, read a window at a time."""

    def count(self) -> int:
        """How many rows there are."""

    def rows(self, start: int, stop: int) -> Sequence[RowT_co]:
        """The rows from `start` up to `stop`, fewer at the end of the list."""

    def find(self, key: Key) -> int | None:
        """The position of a record, None where the list does not hold it."""


# --- lines of lists ---------------------------------------------------------------------------------------


class PairRow(NamedTuple):
    """Two countries and how they stand; in and out are seen from `home`, the desk's own if it is one of them."""

    key: Key
    home: str  # code
    other: str  # code
    home_name: str
    other_name: str
    last: PartialDate  # of what was held
    next: PartialDate  # of what is planned or confirmed
    inward: int  # visits to home
    outward: int  # visits from home
    meetings: int
    open: int  # agreed or signed and not closed
    watch: int  # explored or proposed


class OfficialRow(NamedTuple):
    """A person, the post held now and when last met."""

    key: Key
    name: str  # as sorted: "Hammouchi, Abdellatif"
    country: str  # code, "" when not known
    post: str  # short: "DGSN/DGST"
    last_met: PartialDate


class FollowUpRow(NamedTuple):
    """One of our own next steps."""

    key: Key
    ref: str
    text: str
    due: PartialDate
    overdue: bool
    ball: Literal["us", "them", "third"]
    status: str  # open, waiting, done, dropped
    assignee: str
    on: str  # what it hangs on, in words: "A-2025-005 strengthen collaboration", "" for nothing
    on_key: Key | None
    last_log: str  # "" without one


class EventRow(NamedTuple):
    """A visit or a meeting on a timeline."""

    key: Key
    ref: str
    date: PartialDate
    sending: str  # code, "" for a meeting
    host: str  # code, "" for a meeting without a host
    parties: tuple[str, ...]  # codes, for a meeting; sending and host for a visit
    title: str  # "" when none was given
    people: str  # "Hammouchi +delegation", "DG National Police (not named), …"
    format: str  # plenary, expert …; a visit's kind
    place: str
    status: str  # planned, held, implied …
    nested: bool  # a meeting right under its visit
    last_nested: bool  # the last of them
    agreed: int  # rungs 4-5
    watch: int  # rungs 2-3
    outcomes: int  # all rungs
    dots: tuple[bool, bool, bool, bool, bool]  # see VisitCard.dots; all False for a meeting


class ActionRow(NamedTuple):
    """An outcome on the ladder."""

    key: Key
    ref: str
    rung: int  # 0 noted .. 5 signed
    text: str
    verb: str
    status: str  # "" below agreed
    due: PartialDate
    overdue: bool
    owner: str  # "" when nobody was named
    instrument: str  # label
    topics: tuple[str, ...]  # labels
    actionable: bool  # agreed or signed with an owner, a date or a deliverable
    on: str  # ref of the meeting or visit
    on_key: Key | None
    event: str  # "MA→ES 28–29 Jan 2025"


class FoundRow(NamedTuple):
    """A record found by its name."""

    key: Key
    label: str
    detail: str  # what tells it from others of the same name


# --- parts of cards ---------------------------------------------------------------------------------------


class PersonLine(NamedTuple):
    """A participant or a member of a delegation, as shown."""

    label: str  # the name, else "<post> (not named)", else the group as printed
    post: str  # the post held then, "" when the label says it already
    country: str
    role: str  # head, member, expert …
    named: bool
    inferred: bool  # the holder was filled in later
    as_printed: str
    number: int | None  # of people in a group, None when not said
    on_behalf_of: str
    official_key: Key | None
    post_key: Key | None


class DelegationPart(NamedTuple):
    """Who travelled."""

    country: str
    level: str  # as printed: "high-level"
    size: int | None
    complete: bool
    members: tuple[PersonLine, ...]


class CitationRow(NamedTuple):
    """Where a fact comes from, and the words that say so."""

    field: str  # "" for the record as a whole
    value: str
    source: str  # title, else publisher, else "untitled article"
    source_key: Key
    publisher: str
    cites: str
    published: PartialDate
    locator: str
    quote: str
    stance: str
    voice: str
    grade: str  # reliability and credibility: "C2", "F6"
    accepted: bool


class LinkRow(NamedTuple):
    """Another visit and how it relates."""

    kind: str  # follows, complements …
    key: Key
    label: str  # "V-2022-001 MA→ES 16–17 Jun 2022"


class TenureRow(NamedTuple):
    """An official in a post, or a post's holder, over time."""

    post: str
    organisation: str  # acronym, else name
    post_key: Key
    official: str
    official_key: Key
    held: PartialDate
    acting: bool
    basis: str  # stated, attested, inferred
    now: bool


class PostRow(NamedTuple):
    """A post and who holds it now."""

    key: Key
    title: str
    holder: str  # "" when nobody was named
    holder_key: Key | None


class MetRow(NamedTuple):
    """Somebody an official has sat opposite to."""

    label: str
    country: str
    key: Key | None
    times: int
    last: PartialDate


class NameRow(NamedTuple):
    """One spelling of an official's name."""

    name: str
    kind: str
    script: str


class LogRow(NamedTuple):
    """What happened on a follow-up or an action."""

    at: str  # ISO day
    by: str
    kind: str
    text: str


class ChangeRow(NamedTuple):
    """One field changed, by whom, from what, to what."""

    at: datetime
    by: str
    did: str  # the user's action: "import article-a", "edit"
    what: str  # record, "V-2025-001" or "meeting M-2025-001"
    field: str  # "" when the record was made or deleted
    before: str
    after: str


# --- cards ------------------------------------------------------------------------------------------------


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


# --- the top line and the views ---------------------------------------------------------------------------


class HeaderFacts(NamedTuple):
    """What the top line says."""

    overdue: int
    this_week: int  # due from today to the end of the week, overdue left out
    next_visit: EventRow | None


class Section(NamedTuple):
    """One list of the Today view."""

    title: str
    rows: tuple[FollowUpRow | ActionRow | EventRow | PairRow, ...]  # fifty at most
    total: int


class Scope(NamedTuple):
    """What a timeline is about and what to call it; no key is everything."""

    key: Key | None
    label: str


class Moment(NamedTuple):
    """Which day it is and whose desk; passed to every query that needs to know."""

    today: date
    desk: str  # country code, "" when none is set
