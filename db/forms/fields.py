"""The fields of each kind of record: what they take, where they are kept, which must be there."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from db.commitments import RUNGS
from db.rows import Kind
from db.vocabulary import (
    ActionStatus,
    Ball,
    EventStatus,
    FollowUpStatus,
    Initiator,
    MeetingFormat,
    MeetingMode,
    OrganisationKind,
    Reliability,
    SourceKind,
    VisitKind,
)

Takes = Literal[
    "words",  # one line
    "name",  # of a person
    "lines",  # several
    "date",  # as far as it is known
    "day",  # one certain day
    "choice",
    "country",
    "countries",
    "parties",  # countries, each with its role: "DE ES:host MA"
    "topics",
    "series",
    "organisation",
    "instrument",
    "owner",
    "visit",  # by its ref
    "event",  # a visit or a meeting, by its ref
    "hook",  # what a follow-up hangs on: a ref, or an official's name
    "due",  # a date, or how far from a visit or meeting: "2 weeks before M-2026-001"
    "rule",  # of a recurrence
    # lists, one part a line:
    "people",
    "delegation",
    "spellings",
    "tenures",
    "titles",
    "names",
    "counterparts",
    "links",
]


YES_OR_NO = frozenset({"complete", "single_seat"})
"""Fields whose two words stand for a column that is true or false."""
PARTS = frozenset(
    {"people", "delegation", "spellings", "tenures", "titles", "names", "counterparts", "links"}
)
"""What fields take that hold a list, one part a line."""
RANKED = frozenset({"people", "delegation"})
"""Lists whose order says something."""


class Field(NamedTuple):
    """One field.

    Attributes:
        name: as drafts call it.
        takes: what may stand in it.
        column: in which it is kept, or the prefix of a date's five.
        choices: the words of a closed list.
        required: the record cannot do without it.
    """

    name: str
    takes: Takes = "words"
    column: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False

    @property
    def lists(self) -> bool:
        """Whether it holds a list, one part a line."""
        return self.takes in PARTS

    @property
    def kept_in(self) -> str:
        """The column, which mostly bears the field's own name."""
        return self.column or self.name


def _choice(name: str, words: object, column: str = "") -> Field:
    return Field(name, "choice", column, get_args(words))


_YES = ("no", "yes")
_NOTE = Field("note", "lines")

FIELDS: dict[Kind, tuple[Field, ...]] = {
    "visit": (
        Field("sending", "country", required=True),
        Field("host", "country", required=True),
        Field("date", "date"),
        Field("place"),
        _choice("status", EventStatus),
        _choice("kind", VisitKind),
        _choice("initiated_by", Initiator),
        Field("title"),
        Field("purpose"),
        Field("delegation", "delegation"),
        Field("series", "series", "series_id"),
        Field("topics", "topics"),
        Field("links", "links"),
        _NOTE,
    ),
    "meeting": (
        Field("parties", "parties", required=True),
        Field("date", "date"),
        Field("place"),
        _choice("status", EventStatus),
        _choice("format", MeetingFormat),
        _choice("mode", MeetingMode),
        Field("on", "visit", "visit_id"),
        Field("title"),
        Field("series", "series", "series_id"),
        Field("topics", "topics"),
        Field("people", "people"),
        Field("complete", "choice", choices=_YES),
        _NOTE,
    ),
    "action": (
        Field("text", required=True),
        Field("rung", "choice", choices=RUNGS),
        Field("status", "choice", choices=("", *get_args(ActionStatus))),
        Field("verb"),
        Field("owner", "owner"),
        Field("due", "date"),
        Field("deliverable"),
        Field("instrument", "instrument"),
        Field("parties", "countries"),
        Field("topics", "topics"),
        Field("on", "event"),
        _NOTE,
    ),
    "followup": (
        Field("text", required=True),
        Field("due", "due"),
        Field("remind_on", "day"),
        _choice("ball", Ball),
        _choice("status", FollowUpStatus),
        Field("assignee"),
        Field("on", "hook"),
        Field("recurrence", "rule"),
        _NOTE,
    ),
    "official": (
        Field("name", "name", required=True),
        Field("sort_name"),
        Field("country", "country"),
        Field("native_name"),
        Field("spellings", "spellings"),
        Field("tenures", "tenures"),
        Field("protocol_note"),
        _NOTE,
    ),
    "post": (
        Field("title", required=True),
        Field("organisation", "organisation", "organisation_id"),
        Field("country", "country"),
        Field("grade"),
        Field("single_seat", "choice", choices=_YES),
        Field("titles", "titles"),
        Field("counterparts", "counterparts"),
        _NOTE,
    ),
    "organisation": (
        Field("name", required=True),
        Field("acronym"),
        Field("country", "country"),
        _choice("kind", OrganisationKind),
        Field("parent", "organisation", "parent_id"),
        Field("names", "names"),
        _NOTE,
    ),
    "source": (
        Field("title"),
        _choice("kind", SourceKind),
        Field("publisher"),
        Field("author"),
        Field("cites"),
        Field("url"),
        Field("language"),
        Field("published", "date", "date"),
        Field("retrieved", "day"),
        _choice("reliability", Reliability),
        Field("handling"),
        _NOTE,
    ),
}
"""What each record's form asks, in its order; a country pair follows from others and has none."""

STARTS_AS = {
    "visit": {"status": "held", "kind": "unknown", "initiated_by": "unknown"},
    "meeting": {"status": "held", "format": "unspecified", "mode": "unknown", "complete": "no"},
    "action": {"rung": "noted", "status": ""},
    "followup": {"ball": "us", "status": "open"},
    "post": {"single_seat": "yes"},
    "organisation": {"kind": "other"},
    "source": {"kind": "article", "reliability": "F"},
}
"""What a new record says before anybody has said anything."""


def field_of(kind: Kind, name: str) -> Field:
    """The field of that name; KeyError when the kind has none."""
    found = {field.name: field for field in FIELDS[kind]}
    return found[name]


def blank(kind: Kind) -> dict[str, str]:
    """The fields of a record that is not there yet."""
    given = STARTS_AS.get(kind, {})
    return {field.name: given.get(field.name, "") for field in FIELDS[kind]}
