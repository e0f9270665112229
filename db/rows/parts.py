"""Parts of cards: people, citations, tenures, what happened."""

from datetime import datetime
from typing import NamedTuple

from db.dates import PartialDate
from db.rows.keys import Key


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
    attendance: str = "attended"  # expected, attended, absent, unknown
    at_least: bool = False  # the words as printed say that there were more
    protocol_note: str = ""  # of the official
    successor: str = ""  # who holds the post now, where that is somebody else: "Ana Ruiz, from Jan 2026"


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
    dots: tuple[bool, ...] = ()  # see VisitCard.dots


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
    source: str = ""  # its title, else its publisher; "" for the officer's own knowledge
    source_key: Key | None = None


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
    source: str = ""  # its title, else its publisher; "" for the officer's own knowledge
    source_key: Key | None = None


class KinRow(NamedTuple):
    """A pair that one of the two countries is in under its former or its later name as a state."""

    key: Key
    label: str  # "Czechoslovakia – Morocco"
    events: int
    former: bool  # before this pair, else after it


class Precedence(NamedTuple):
    """The parties of an event in the order of protocol: by their names in the language of the host."""

    language: str  # "French"
    codes: tuple[str, ...]


class LogRow(NamedTuple):
    """What happened on a follow-up or an action."""

    at: str  # ISO day
    by: str
    kind: str
    text: str
    next_check: str = ""  # ISO day


class ChangeRow(NamedTuple):
    """One field changed, by whom, from what, to what."""

    at: datetime
    by: str
    did: str  # the user's action: "import article-a", "edit"
    what: str  # record, "V-2025-001" or "meeting M-2025-001"
    field: str  # "" when the record was made or deleted
    before: str
    after: str
