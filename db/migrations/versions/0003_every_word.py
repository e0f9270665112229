"""Every word of the book in one index; lists no longer carry the names of countries in five languages."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_NO = sa.text("(false)")
_NOUGHT = sa.text("0")


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), server_default=_NOUGHT, nullable=False)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), server_default=_NO, nullable=False)


def upgrade() -> None:
    # What lists show is worked out anew once the migrations are done, so nothing has to be carried over.
    for table in ("event", "event_scope", "official_summary", "search_entry", "name_key", "name_part"):
        op.drop_table(table)
    _line_tables()
    op.create_table(
        "event_scope",
        sa.Column("event_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("scope_kind", sa.Text(), nullable=False),
        sa.Column("scope_id", sa.Text(), nullable=False),
        _text("sort_day"),
        sa.Column("group_id", sa.Integer(), nullable=False),
        _number("rank"),
        _flag("undated"),
        _number("position"),
        _flag("nested"),
        _flag("last_nested"),
        _text("status"),
        *map(_number, ("forth", "back", "meetings", "open", "watch")),
        sa.PrimaryKeyConstraint("event_id", "scope_kind", "scope_id", name=op.f("pk_event_scope")),
        sqlite_with_rowid=False,
    )
    _index_scopes()
    _name_tables(with_rowid=False)

    op.create_table(
        "search_entry",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        _text("kind"),
        sa.Column("record_id", sa.Integer(), nullable=False),
        _text("label"),
        _text("detail"),
        _text("folded"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_entry")),
    )
    op.create_index("ix_search_entry_record", "search_entry", ["record_id", "kind"], unique=True)
    if op.get_bind().dialect.name == "sqlite":
        _index_words()


def _line_tables(*more: str) -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        _text("kind"),
        sa.Column("record_id", sa.Integer(), nullable=False),
        _text("ref"),
        _text("sort_day"),
        sa.Column("group_id", sa.Integer(), nullable=False),
        _number("rank"),
        _flag("undated"),
        _number("position"),
        *map(_text, ("date_edtf", "date_text", "date_basis", "sending", "host", "parties", "names_then")),
        *map(_text, ("title", "people", "format", "place", "status")),
        *map(_number, ("agreed", "watch", "outcomes")),
        _text("dots"),
        *map(_text, more),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    op.create_index("ix_event_time", "event", ["sort_day", "group_id", "rank"])
    op.create_index("ix_event_oldest", "event", ["undated", "sort_day", "group_id", "position"])
    op.create_index("ix_event_group", "event", ["group_id", "rank"])
    op.create_index("ix_event_status", "event", ["status", "sort_day"])
    op.create_table(
        "official_summary",
        sa.Column("official_id", sa.Integer(), autoincrement=False, nullable=False),
        *map(_text, ("sort_key", "name", "country", "post")),
        _number("events"),
        *map(_text, ("last_day", "last_edtf", "last_text", "last_basis")),
        *map(_text, more),
        sa.PrimaryKeyConstraint("official_id", name=op.f("pk_official_summary")),
    )
    op.create_index("ix_official_summary_name", "official_summary", ["sort_key", "official_id"])
    op.create_index("ix_official_summary_last", "official_summary", ["last_day", "official_id"])
    op.create_index("ix_official_summary_country", "official_summary", ["country", "sort_key", "official_id"])
    op.create_index("ix_official_summary_met", "official_summary", ["country", "last_day", "official_id"])


def _index_scopes() -> None:
    scope = ["scope_kind", "scope_id"]
    op.create_index("ix_event_scope_time", "event_scope", [*scope, "sort_day", "group_id", "rank"])
    op.create_index(
        "ix_event_scope_oldest", "event_scope", [*scope, "undated", "sort_day", "group_id", "position"]
    )
    op.create_index("ix_event_scope_status", "event_scope", [*scope, "status", "sort_day"])


def _name_tables(*, with_rowid: bool) -> None:
    op.create_table(
        "name_key",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("kind", "key", "record_id", name=op.f("pk_name_key")),
        sqlite_with_rowid=with_rowid,
    )
    op.create_index("ix_name_key_record", "name_key", ["kind", "record_id"])
    op.create_table(
        "name_part",
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("official_id", sa.Integer(), autoincrement=False, nullable=False),
        _flag("whole"),
        sa.PrimaryKeyConstraint("country", "folded", "official_id", name=op.f("pk_name_part")),
        sqlite_with_rowid=with_rowid,
    )
    op.create_index("ix_name_part_official", "name_part", ["official_id"])


def _index_words() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE search_word USING fts5(folded, content='search_entry', content_rowid='id',"
        " detail=none, columnsize=0, prefix='1 2 3', tokenize=\"ascii tokenchars '.'\")"
    )
    op.execute("CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab(search_word, row)")
    take_in = "INSERT INTO search_word(rowid, folded) VALUES (new.id, new.folded);"
    let_go = "INSERT INTO search_word(search_word, rowid, folded) VALUES ('delete', old.id, old.folded);"
    for name, when, does in (
        ("new", "INSERT", take_in),
        ("gone", "DELETE", let_go),
        ("other", "UPDATE OF id, folded", f"{let_go} {take_in}"),
    ):
        op.execute(f"CREATE TRIGGER search_word_{name} AFTER {when} ON search_entry BEGIN {does} END")


def downgrade() -> None:
    # The older program's `check --repair` works out what these tables are to hold.
    for table in ("search_vocabulary", "search_word", "search_entry"):
        op.execute(f"DROP TABLE IF EXISTS {table}")
    for table in ("event", "event_scope", "official_summary", "name_key", "name_part"):
        op.drop_table(table)
    _line_tables("folded")
    op.create_table(
        "search_entry",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Text(), nullable=False),
        *map(_text, ("label", "detail", "sort_day", "folded")),
        sa.PrimaryKeyConstraint("kind", "record_id", name=op.f("pk_search_entry")),
    )
    op.create_index("ix_search_entry_day", "search_entry", ["sort_day", "kind", "record_id"])
    op.create_table(
        "event_scope",
        sa.Column("scope_kind", sa.Text(), nullable=False),
        sa.Column("scope_id", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Integer(), autoincrement=False, nullable=False),
        _text("sort_day"),
        sa.Column("group_id", sa.Integer(), nullable=False),
        _number("rank"),
        _flag("undated"),
        _number("position"),
        _flag("nested"),
        _flag("last_nested"),
        _text("status"),
        *map(_number, ("forth", "back", "meetings", "open", "watch")),
        sa.PrimaryKeyConstraint("scope_kind", "scope_id", "event_id", name=op.f("pk_event_scope")),
    )
    _index_scopes()
    op.create_index("ix_event_scope_event", "event_scope", ["event_id"])
    _name_tables(with_rowid=True)
