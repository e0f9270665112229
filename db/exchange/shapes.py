"""Every table of a store as a dossier tells it: its fields in their order, and the lists that hang on it."""

from __future__ import annotations

from typing import NamedTuple

from db.exchange.fields import Field, Held, Lines, OnLadder, Plain, Span, Together, When
from db.exchange.pointers import Either, Named, Pointer

SOURCE_OF = Pointer("source", "source", "source_id")
NOTE, HANDLING = Plain("note"), Plain("handling")
TOPICS = (Plain("topic", always=True),)
AT = Either("at", (("visit", "visit_id"), ("meeting", "meeting_id")))
_CLOSED = (Plain("closed_on"), Plain("close_reason"))
_BORNE = (Plain("lang"), Plain("valid_from"), Plain("valid_to"))
_TITLE = (Plain("title", always=True), *_BORNE)
_NAME = (Plain("name", always=True), Plain("acronym"), *_BORNE)

RECORDS: dict[str, tuple[Field, ...]] = {
    "source": (
        Plain("key", always=True),
        Plain("kind", unsaid="article", always=True),
        Plain("title"),
        Plain("publisher"),
        Plain("author"),
        Plain("cites"),
        Plain("url"),
        Plain("language"),
        When("published", "date"),
        Plain("retrieved"),
        Plain("reliability", unsaid="F"),
        HANDLING,
        NOTE,
        Pointer("duplicate_of", "source", "duplicate_of"),
        Pointer("merged_into", "source", "merged_into"),
        Lines("background"),
        Plain("body"),
    ),
    "series": (Plain("name", always=True), Plain("cadence")),
    "organisation": (
        Plain("name", always=True),
        Plain("acronym"),
        Plain("country", unsaid=None),
        Plain("kind", unsaid="other"),
        Pointer("parent", "organisation", "parent_id"),
        Pointer("merged_into", "organisation", "merged_into"),
        NOTE,
    ),
    "post": (
        Plain("title", always=True),
        Pointer("organisation", "organisation", "organisation_id"),
        Plain("country", unsaid=None),
        Plain("grade"),
        Plain("single_seat", unsaid=True),
        Pointer("merged_into", "post", "merged_into"),
        NOTE,
    ),
    "official": (
        Plain("name", always=True),
        Plain("sort_name", always=True),
        Plain("country", unsaid=None),
        Plain("native_name"),
        Pointer("merged_into", "official", "merged_into"),
        HANDLING,
        Plain("protocol_note"),
        NOTE,
    ),
    "visit": (
        Plain("ref", always=True),
        Plain("sending", always=True),
        Plain("host", always=True),
        Plain("title"),
        Plain("kind", unsaid="unknown"),
        Plain("status", unsaid="held", always=True),
        Plain("initiated_by", unsaid="unknown"),
        When("date"),
        Plain("place"),
        Plain("purpose"),
        Pointer("series", "series", "series_id"),
        Pointer("merged_into", "visit", "merged_into"),
        HANDLING,
        NOTE,
    ),
    "meeting": (
        Plain("ref", always=True),
        Plain("title"),
        Plain("format", unsaid="unspecified"),
        Plain("mode", unsaid="unknown"),
        Plain("status", unsaid="held", always=True),
        When("date"),
        Plain("place"),
        Pointer("series", "series", "series_id"),
        Plain("order", "position", unsaid=0),
        Plain("complete", unsaid=False),
        HANDLING,
        NOTE,
    ),
    "action": (
        Plain("ref", always=True),
        Plain("text", always=True),
        Plain("verb"),
        Together("rung", (OnLadder("rung"), Plain("status")), _CLOSED),
        Either(
            "owner",
            (
                ("country", "owner_country"),
                ("organisation", "owner_organisation_id"),
                ("post", "owner_post_id"),
                ("official", "owner_official_id"),
            ),
        ),
        When("due"),
        Plain("instrument", unsaid=None),
        Plain("deliverable"),
        Pointer("part_of", "action", "parent_id"),
        Pointer("supersedes", "action", "supersedes_id"),
        Pointer("promoted_from", "action", "promoted_from_id"),
        HANDLING,
        NOTE,
    ),
    "followup": (
        Plain("ref", always=True),
        Plain("text", always=True),
        When("due"),
        Plain("ball", unsaid="us", always=True),
        Together("status", (Plain("status", unsaid="open", always=True),), _CLOSED),
        Plain("assignee"),
        Plain("remind_on"),
        Plain("hidden_until"),
        Plain("recurrence"),
        Together(
            "anchor", (Named("anchor", "anchor_kind", "anchor_id"),), (Plain("offset", "anchor_offset"),)
        ),
        HANDLING,
        NOTE,
    ),
}
"""The records themselves, in the order in which one may name another; only one of the same kind may come later."""

WAITING = {
    "organisation": ("parent",),
    "source": ("duplicate_of",),
    "action": ("part_of", "supersedes", "promoted_from"),
}
"""Fields that name records of the same kind, which must all be there first."""

HUNG: dict[str, tuple[str, ...]] = {
    "meeting": ("visit_id",),
    "action": ("visit_id", "meeting_id"),
    "followup": ("action_id", "meeting_id", "visit_id", "official_id"),
}
"""Columns that say what a record hangs on; in a dossier it is nested there, or says `on`."""

PERSON: tuple[Field, ...] = (
    Plain("country", unsaid=None),
    Pointer("official", "official", "official_id"),
    Pointer("post", "post", "post_id"),
    Pointer("organisation", "organisation", "organisation_id"),
    Plain("group", "group_name"),
    Plain("as_printed"),
    Plain("role", unsaid="member", always=True),
    Plain("rank", unsaid=None),
    Plain("count", unsaid=None),
    Plain("on_behalf_of"),
    Plain("attendance", unsaid="attended", always=True),
    Plain("inferred", unsaid=False),
)
SOMEBODY = ("country", "official_id", "post_id", "group_name")
LOG: tuple[Field, ...] = (
    Plain("at", always=True),
    Plain("kind", unsaid="noted", always=True),
    Plain("text"),
    Plain("by"),
    Plain("next_check"),
)


class Part(NamedTuple):
    """A list that hangs on a record.

    Attributes:
        of: the kind of record, or the table of a part that has parts.
        name: of the list in a dossier.
        table: whose rows its lines are.
        owner: the column that says on what a row hangs.
        fields: of a line.
        same: the columns by which a line is another one that only says more or less; none where it is that one or not.
        alone: its lines are one word each.
    """

    of: str
    name: str
    table: str
    owner: str
    fields: tuple[Field, ...]
    same: tuple[str, ...] = ()
    alone: bool = False


PARTS: tuple[Part, ...] = (
    Part("organisation", "names", "organisation_name", "organisation_id", _NAME, ("name", "lang")),
    Part("post", "titles", "post_title", "post_id", _TITLE, ("title", "lang")),
    Part(
        "post", "counterparts", "post_counterpart", "post_id",
        (Pointer("counterpart", "post", "counterpart_id"),), ("counterpart_id",), alone=True,
    ),
    Part(
        "official", "names", "official_name", "official_id",
        (
            Plain("name", always=True),
            Plain("kind", unsaid="spelling", always=True),
            Plain("script", unsaid="Latn"),
            SOURCE_OF,
        ),
        ("name",),
    ),
    Part(
        "official", "tenures", "tenure", "official_id",
        (
            Pointer("post", "post", "post_id"),
            Held(),
            Plain("acting", unsaid=False),
            Plain("basis", unsaid="stated", always=True),
            SOURCE_OF,
        ),
        ("post_id", "date_edtf"),
    ),
    Part("visit", "topics", "visit_topic", "visit_id", TOPICS, ("topic",), alone=True),
    Part(
        "visit", "delegations", "delegation", "visit_id",
        (
            Plain("country", always=True),
            Pointer("organisation", "organisation", "organisation_id"),
            Plain("level"),
            Plain("size", unsaid=None),
            Plain("complete", unsaid=False),
        ),
        ("country", "organisation_id"),
    ),
    Part("delegation", "members", "participant", "delegation_id", PERSON, SOMEBODY),
    Part(
        "meeting", "parties", "meeting_party", "meeting_id",
        (Plain("country", always=True), Plain("role", unsaid="guest")), ("country",),
    ),
    Part("meeting", "topics", "meeting_topic", "meeting_id", TOPICS, ("topic",), alone=True),
    Part("meeting", "participants", "participant", "meeting_id", PERSON, SOMEBODY),
    Part(
        "meeting", "agenda", "agenda_item", "meeting_id",
        (
            Pointer("action", "action", "action_id"),
            Plain("order", "position", unsaid=0),
            Plain("disposition", unsaid="carried in", always=True),
            NOTE,
        ),
        ("action_id",),
    ),
    Part(
        "action", "scores", "action_party", "action_id",
        (Plain("country", always=True), Plain("role"), Plain("score", unsaid=None), Plain("evidence")), ("country",),
    ),
    Part("action", "topics", "action_topic", "action_id", TOPICS, ("topic",), alone=True),
    Part(
        "action", "rungs", "rung_change", "action_id",
        (OnLadder("was"), OnLadder("now"), When("date"), SOURCE_OF, AT, NOTE),
    ),
    Part("action", "log", "log_entry", "action_id", LOG),
    Part("followup", "log", "log_entry", "followup_id", LOG),
)  # fmt: skip

LINK: tuple[Field, ...] = (
    Pointer("a", "visit", "from_id"),
    Pointer("b", "visit", "to_id"),
    Plain("kind", always=True),
)
CITATION: tuple[Field, ...] = (
    SOURCE_OF,
    Named("of", "record_kind", "record_id"),
    Plain("field"),
    Plain("value"),
    Plain("quote"),
    Span(),
    Plain("locator"),
    Plain("stance", unsaid="states", always=True),
    Plain("voice", unsaid="reported", always=True),
    Plain("credibility", unsaid=6, always=True),
    Plain("accepted", unsaid=False),
)
BRIEF: tuple[Field, ...] = (
    Named("of", "record_kind", "record_id"),
    Plain("at", always=True),
    Plain("by"),
    Plain("body"),
)

LOOSE: tuple[Part, ...] = (
    Part("", "links", "visit_link", "", LINK, ("from_id", "to_id", "kind")),
    Part(
        "", "citations", "citation", "", CITATION,
        ("source_id", "record_kind", "record_id", "field", "value", "quote", "locator"),
    ),
)  # fmt: skip
"""Lists of the dossier itself, whose lines name the records that they are about."""
