"""Tables that hold nothing new: what lists show, worked out as the facts change. Rebuilt from the facts at any time."""

from sqlalchemy import Boolean, Column, Connection, Index, Integer, Table, Text, text
from sqlalchemy.event import listen

from db.dialects import word_index
from db.models.base import metadata  # with its way of naming constraints

TIME_ORDER = ("sort_day", "group_id", "rank")
"""Newest first when descending: the day ("" unknown, so last), the visit with its meetings together, their order."""
OLDEST_ORDER = ("undated", "sort_day", "group_id", "position")
"""The same from the oldest on, when ascending; what has no date comes last both ways."""
_SCOPE = ("scope_kind", "scope_id")
_ACROSS_MONTHS = "rank = 0 AND LENGTH(date_edtf) > 11 AND SUBSTR(date_edtf, 1, 7) <> SUBSTR(date_edtf, 12, 7)"


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False, server_default=text("0"))


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False, server_default=text("false"))


def _few(name: str, *columns: str, where: str) -> Index:
    """An index of the few rows among many that are looked for."""
    return Index(name, *columns, sqlite_where=text(where))


event = Table(
    "event",  # a visit or a meeting, as a timeline shows it
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),  # 2 x visit id, 2 x meeting id + 1
    _text("kind"),
    Column("record_id", Integer, nullable=False),
    _text("ref"),
    _text("sort_day"),
    Column("group_id", Integer, nullable=False),
    _number("rank"),  # 0 for the visit, -1, -2 … for its meetings
    _flag("undated"),
    _number("position"),  # the rank upwards, for reading oldest first
    _text("date_edtf"),
    _text("date_text"),
    _text("date_basis"),
    _text("sending"),
    _text("host"),
    _text("parties"),  # codes joined by a space
    _text("names_then"),  # the parties that had another name then, in words
    _text("title"),
    _text("people"),
    _text("format"),
    _text("place"),
    _text("status"),
    _number("agreed"),  # there, whatever has become of it since; also what an earlier event had proposed
    _number("watch"),  # likewise
    _number("outcomes"),
    _text("dots"),  # five of 0 and 1
    Index("ix_event_time", *TIME_ORDER),
    Index("ix_event_oldest", *OLDEST_ORDER),
    Index("ix_event_group", "group_id", "rank"),
    Index("ix_event_status", "status", "sort_day"),
    _few("ix_event_unplaced", "date_edtf", "rank", where="undated"),
    _few("ix_event_across", "sort_day", "date_edtf", "group_id", where=_ACROSS_MONTHS),
)

event_scope = Table(
    "event_scope",  # which pairs, officials and posts an event belongs to, and what it adds to a pair's figures
    metadata,
    Column("event_id", Integer, primary_key=True, autoincrement=False),
    Column("scope_kind", Text, primary_key=True),
    Column("scope_id", Text, primary_key=True),
    _text("sort_day"),
    Column("group_id", Integer, nullable=False),
    _number("rank"),
    _flag("nested"),  # its visit is in the same scope, right above it
    _flag("last_nested"),
    _text("status"),  # "" where it was held; see db.scopes
    _number("forth"),  # visits from the first country to the second
    _number("back"),
    _number("meetings"),
    _number("open"),
    _number("watch"),
    Index("ix_event_scope_time", *_SCOPE, *TIME_ORDER, "status"),
    # Nearly everything was held, and the last that was is found from the end of the time order.
    _few("ix_event_scope_status", *_SCOPE, "status", "sort_day", where="status <> ''"),
    _few("ix_event_scope_open", *_SCOPE, "sort_day", where="open > 0"),
    _few("ix_event_scope_watch", *_SCOPE, "sort_day", where="watch > 0"),
    sqlite_with_rowid=False,  # by event: its scopes are found and forgotten together
)


def _shown_date(prefix: str) -> tuple[Column[str], ...]:
    return (
        _text(f"{prefix}_day"),
        _text(f"{prefix}_edtf"),
        _text(f"{prefix}_text"),
        _text(f"{prefix}_basis"),
    )


pair_summary = Table(
    "pair_summary",  # the sum of a pair's rows in event_scope
    metadata,
    Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True),
    _number("forth"),
    _number("back"),
    _number("meetings"),
    _number("open"),
    _number("watch"),
    _number("events"),
    *_shown_date("last"),
    *_shown_date("next"),
    _text("folded"),
    Index("ix_pair_summary_last", "last_day", "a", "b"),
    Index("ix_pair_summary_open", "open", "a", "b"),
    Index("ix_pair_summary_watch", "watch", "a", "b"),
)

official_summary = Table(
    "official_summary",
    metadata,
    Column("official_id", Integer, primary_key=True, autoincrement=False),
    _text("sort_key"),  # folded sort name
    _text("name"),
    _text("country"),
    _text("post"),
    _number("events"),
    *_shown_date("last"),
    Index("ix_official_summary_name", "sort_key", "official_id"),
    Index("ix_official_summary_last", "last_day", "official_id"),
    Index("ix_official_summary_country", "country", "sort_key", "official_id"),
    Index("ix_official_summary_met", "country", "last_day", "official_id"),
)

search_entry = Table(
    "search_entry",  # every record by name and by what is said of it; its words are in the dialect's index
    metadata,
    Column(
        "id", Integer, primary_key=True, autoincrement=False
    ),  # db.searched.place_of: by kind, then by day
    _text("kind"),
    Column("record_id", Integer, nullable=False),
    _text("label"),
    _text("detail"),
    _text("folded"),  # names, countries as ".ma", then what is said
    Index("ix_search_entry_record", "record_id", "kind", unique=True),
)


def _index_words(_table: object, connection: Connection, **_: object) -> None:
    if connection.dialect.name == "sqlite":
        for statement in word_index.MAKE:
            connection.exec_driver_sql(statement)


listen(search_entry, "after_create", _index_words)

name_key = Table(
    "name_key",  # officials by what the words of their names sound like, organisations and posts by folded names
    metadata,
    Column("kind", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("record_id", Integer, primary_key=True, autoincrement=False),
    Index("ix_name_key_record", "kind", "record_id"),
    sqlite_with_rowid=False,
)

name_part = Table(
    "name_part",  # officials of a country by each of their names, from each word of it on: Grande-Marlaska, Marlaska
    metadata,
    Column("country", Text, primary_key=True),  # "" where it is not known
    Column("folded", Text, primary_key=True),
    Column("official_id", Integer, primary_key=True, autoincrement=False),
    _flag("whole"),  # it is the whole of a name
    Index("ix_name_part_official", "official_id"),
    sqlite_with_rowid=False,
)

ALL = (event, event_scope, pair_summary, official_summary, search_entry, name_key, name_part)
