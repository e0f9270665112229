"""Lines of lists: just the columns that are shown."""

from typing import Literal, NamedTuple

from db.dates import PartialDate
from db.rows.keys import Key


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
    months: int = 0  # between two meetings, where that was said
    quiet: bool = False  # for longer than that, else for a year, and nothing is planned


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
    hidden_until: str = ""  # ISO day on which it is back in the lists
    next_check: str = ""  # ISO day ahead, until which an open one does not press
    group: Literal["overdue", "today", "week", "later", "undated", ""] = ""  # of an open one: when it asks
    asks_on: str = ""  # ISO day of its group: of the next check, else the last one due; "" without one
    look_again: str = ""  # ISO day of the check for which it asks today, though it is not due
    logged: str = ""  # ISO day of the last log
    since: str = ""  # ISO day on which it was entered, or logged on first where that was before


class Climbed(NamedTuple):
    """Outcomes of an event that stood lower before it, or stand higher since."""

    many: int
    before: str  # "proposed Jan 2025", "" where they came of it
    later: str  # "agreed Jan 2026", "" where they have stayed
    others: int  # of which something else is to be said


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
    agreed: int  # rungs 4-5 there, also of what an earlier event had proposed
    watch: int  # rungs 2-3 there, whatever has become of it since
    outcomes: int  # all rungs
    dots: tuple[bool, bool, bool, bool, bool]  # see VisitCard.dots; all False for a meeting
    names_then: str = ""  # "Turkey (now Türkiye)": who had another name then
    climbed: Climbed | None = None  # on a timeline: what its outcomes were before it, or have become since


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
    actionable: bool  # agreed or signed with an owner, a date, a deliverable or parts
    on: str  # ref of the meeting or visit
    on_key: Key | None
    event: str  # "MA→ES 28–29 Jan 2025"
    since: str = ""  # "since proposed Jan 2025", lowered "once agreed Jan 2025": what it was filed as
    of: str = ""  # ref of the outcome that it is a part of
    parts: int = 0  # into which it was split
    parts_done: int = 0
    carried: int = 0  # meetings on whose agenda it was put
    heard: str = ""  # ISO day on which it was last spoken of or logged on, "" where that is not known


class FoundRow(NamedTuple):
    """A record found by its name."""

    key: Key
    label: str
    detail: str  # what tells it from others of the same name
    dots: tuple[bool, ...] = ()  # of a visit, see VisitCard.dots
    went: str = ""  # by the ref of a visit that was merged: "V-2026-004 went into V-2025-001"
    context: str = ""  # the words around a hit, where the line does not show them
    marks: tuple[tuple[int, int], ...] = ()  # where the hits stand in them, as (first, end)


class Found(NamedTuple):
    """What a search has found."""

    rows: tuple[FoundRow, ...] = ()
    total: int = 0  # of all that there is; above `db.queries.search.COUNTED` only that there is more
