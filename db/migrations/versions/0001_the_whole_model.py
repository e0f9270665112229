"""the whole model."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "country",
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("valid_from", sa.String(), nullable=False),
        sa.Column("valid_to", sa.String(), nullable=False),
        sa.Column("successor", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.CheckConstraint("kind IN ('country', 'organisation')", name=op.f("ck_country_kind_known")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_country")),
    )
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.Text(), server_default="", nullable=False),
        sa.Column("sort_day", sa.Text(), server_default="", nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("undated", sa.Boolean(), server_default=sa.text("(false)"), nullable=False),
        sa.Column("position", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("date_edtf", sa.Text(), server_default="", nullable=False),
        sa.Column("date_text", sa.Text(), server_default="", nullable=False),
        sa.Column("date_basis", sa.Text(), server_default="", nullable=False),
        sa.Column("sending", sa.Text(), server_default="", nullable=False),
        sa.Column("host", sa.Text(), server_default="", nullable=False),
        sa.Column("parties", sa.Text(), server_default="", nullable=False),
        sa.Column("names_then", sa.Text(), server_default="", nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("people", sa.Text(), server_default="", nullable=False),
        sa.Column("format", sa.Text(), server_default="", nullable=False),
        sa.Column("place", sa.Text(), server_default="", nullable=False),
        sa.Column("status", sa.Text(), server_default="", nullable=False),
        sa.Column("agreed", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("watch", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("outcomes", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("dots", sa.Text(), server_default="", nullable=False),
        sa.Column("folded", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index("ix_event_group", ["group_id", "rank"], unique=False)
        batch_op.create_index(
            "ix_event_oldest", ["undated", "sort_day", "group_id", "position"], unique=False
        )
        batch_op.create_index("ix_event_status", ["status", "sort_day"], unique=False)
        batch_op.create_index("ix_event_time", ["sort_day", "group_id", "rank"], unique=False)

    op.create_table(
        "event_scope",
        sa.Column("scope_kind", sa.Text(), nullable=False),
        sa.Column("scope_id", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sort_day", sa.Text(), server_default="", nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("undated", sa.Boolean(), server_default=sa.text("(false)"), nullable=False),
        sa.Column("position", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("nested", sa.Boolean(), server_default=sa.text("(false)"), nullable=False),
        sa.Column("last_nested", sa.Boolean(), server_default=sa.text("(false)"), nullable=False),
        sa.Column("status", sa.Text(), server_default="", nullable=False),
        sa.Column("forth", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("back", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("meetings", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("open", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("watch", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("scope_kind", "scope_id", "event_id", name=op.f("pk_event_scope")),
    )
    with op.batch_alter_table("event_scope", schema=None) as batch_op:
        batch_op.create_index("ix_event_scope_event", ["event_id"], unique=False)
        batch_op.create_index(
            "ix_event_scope_oldest",
            ["scope_kind", "scope_id", "undated", "sort_day", "group_id", "position"],
            unique=False,
        )
        batch_op.create_index(
            "ix_event_scope_status", ["scope_kind", "scope_id", "status", "sort_day"], unique=False
        )
        batch_op.create_index(
            "ix_event_scope_time", ["scope_kind", "scope_id", "sort_day", "group_id", "rank"], unique=False
        )

    op.create_table(
        "instrument",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_instrument")),
    )
    op.create_table(
        "name_key",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("kind", "key", "record_id", name=op.f("pk_name_key")),
    )
    with op.batch_alter_table("name_key", schema=None) as batch_op:
        batch_op.create_index("ix_name_key_record", ["kind", "record_id"], unique=False)

    op.create_table(
        "name_part",
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("official_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("whole", sa.Boolean(), server_default=sa.text("(false)"), nullable=False),
        sa.PrimaryKeyConstraint("country", "folded", "official_id", name=op.f("pk_name_part")),
    )
    with op.batch_alter_table("name_part", schema=None) as batch_op:
        batch_op.create_index("ix_name_part_official", ["official_id"], unique=False)

    op.create_table(
        "not_same",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('visit', 'meeting', 'action', 'followup', 'official', 'post', 'organisation', 'source')",
            name=op.f("ck_not_same_kind_known"),
        ),
        sa.CheckConstraint("first_id < second_id", name=op.f("ck_not_same_in_order")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_not_same")),
        sa.UniqueConstraint(
            "kind", "first_id", "second_id", name=op.f("uq_not_same_kind_first_id_second_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "official_summary",
        sa.Column("official_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sort_key", sa.Text(), server_default="", nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("country", sa.Text(), server_default="", nullable=False),
        sa.Column("post", sa.Text(), server_default="", nullable=False),
        sa.Column("events", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("last_day", sa.Text(), server_default="", nullable=False),
        sa.Column("last_edtf", sa.Text(), server_default="", nullable=False),
        sa.Column("last_text", sa.Text(), server_default="", nullable=False),
        sa.Column("last_basis", sa.Text(), server_default="", nullable=False),
        sa.Column("folded", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("official_id", name=op.f("pk_official_summary")),
    )
    with op.batch_alter_table("official_summary", schema=None) as batch_op:
        batch_op.create_index(
            "ix_official_summary_country", ["country", "sort_key", "official_id"], unique=False
        )
        batch_op.create_index("ix_official_summary_last", ["last_day", "official_id"], unique=False)
        batch_op.create_index("ix_official_summary_met", ["country", "last_day", "official_id"], unique=False)
        batch_op.create_index("ix_official_summary_name", ["sort_key", "official_id"], unique=False)

    op.create_table(
        "pair_summary",
        sa.Column("a", sa.Text(), nullable=False),
        sa.Column("b", sa.Text(), nullable=False),
        sa.Column("forth", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("back", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("meetings", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("open", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("watch", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("events", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("last_day", sa.Text(), server_default="", nullable=False),
        sa.Column("last_edtf", sa.Text(), server_default="", nullable=False),
        sa.Column("last_text", sa.Text(), server_default="", nullable=False),
        sa.Column("last_basis", sa.Text(), server_default="", nullable=False),
        sa.Column("next_day", sa.Text(), server_default="", nullable=False),
        sa.Column("next_edtf", sa.Text(), server_default="", nullable=False),
        sa.Column("next_text", sa.Text(), server_default="", nullable=False),
        sa.Column("next_basis", sa.Text(), server_default="", nullable=False),
        sa.Column("folded", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("a", "b", name=op.f("pk_pair_summary")),
    )
    with op.batch_alter_table("pair_summary", schema=None) as batch_op:
        batch_op.create_index("ix_pair_summary_last", ["last_day", "a", "b"], unique=False)
        batch_op.create_index("ix_pair_summary_open", ["open", "a", "b"], unique=False)
        batch_op.create_index("ix_pair_summary_watch", ["watch", "a", "b"], unique=False)

    op.create_table(
        "search_entry",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), server_default="", nullable=False),
        sa.Column("detail", sa.Text(), server_default="", nullable=False),
        sa.Column("sort_day", sa.Text(), server_default="", nullable=False),
        sa.Column("folded", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("kind", "record_id", name=op.f("pk_search_entry")),
    )
    with op.batch_alter_table("search_entry", schema=None) as batch_op:
        batch_op.create_index("ix_search_entry_day", ["sort_day", "kind", "record_id"], unique=False)

    op.create_table(
        "series",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("cadence", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
        sa.UniqueConstraint("name", name=op.f("uq_series_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )
    op.create_table(
        "source",
        sa.Column("date_text", sa.String(), nullable=False),
        sa.Column("date_edtf", sa.String(), nullable=False),
        sa.Column("date_first", sa.String(), nullable=True),
        sa.Column("date_last", sa.String(), nullable=True),
        sa.Column("date_basis", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("publisher", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("cites", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("retrieved", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("body_sha256", sa.String(), nullable=False),
        sa.Column("reliability", sa.String(), nullable=False),
        sa.Column("handling", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("background", sa.String(), nullable=False),
        sa.Column("duplicate_of", sa.Integer(), nullable=True),
        sa.Column("merged_into", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "date_basis IN ('stated', 'relative', 'inferred', 'corroborated')",
            name=op.f("ck_source_date_basis_known"),
        ),
        sa.CheckConstraint(
            "kind IN ('article', 'communique', 'cable', 'minutes', 'letter', 'call note', 'web', 'own knowledge')",
            name=op.f("ck_source_kind_known"),
        ),
        sa.CheckConstraint(
            "reliability IN ('A', 'B', 'C', 'D', 'E', 'F')", name=op.f("ck_source_reliability_known")
        ),
        sa.CheckConstraint(
            "date_first IS NULL OR date_last IS NULL OR date_first <= date_last",
            name=op.f("ck_source_date_in_order"),
        ),
        sa.ForeignKeyConstraint(["duplicate_of"], ["source.id"], name=op.f("fk_source_duplicate_of")),
        sa.ForeignKeyConstraint(["merged_into"], ["source.id"], name=op.f("fk_source_merged_into")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint("key", name=op.f("uq_source_key")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("source", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_source_body_sha256"), ["body_sha256"], unique=False)
        batch_op.create_index(batch_op.f("ix_source_duplicate_of"), ["duplicate_of"], unique=False)
        batch_op.create_index(
            "ix_source_merged_into",
            ["merged_into"],
            unique=False,
            sqlite_where=sa.text("merged_into IS NOT NULL"),
            postgresql_where=sa.text("merged_into IS NOT NULL"),
        )
        batch_op.create_index(batch_op.f("ix_source_title"), ["title"], unique=False)
        batch_op.create_index(batch_op.f("ix_source_url"), ["url"], unique=False)

    op.create_table(
        "step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("reverts_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("kind IN ('do', 'undo', 'redo')", name=op.f("ck_step_kind_known")),
        sa.ForeignKeyConstraint(["reverts_id"], ["step.id"], name=op.f("fk_step_reverts_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("step", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_step_at"), ["at"], unique=False)
        batch_op.create_index("ix_step_mine", ["by", "kind", "undone", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_step_reverts_id"), ["reverts_id"], unique=False)

    op.create_table(
        "topic",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("parent", sa.String(), nullable=True),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.CheckConstraint("parent IS NULL OR parent <> code", name=op.f("ck_topic_not_its_own_parent")),
        sa.ForeignKeyConstraint(["parent"], ["topic.code"], name=op.f("fk_topic_parent")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_topic")),
    )
    with op.batch_alter_table("topic", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_topic_parent"), ["parent"], unique=False)

    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_id", sa.String(), nullable=False),
        sa.Column("record_kind", sa.String(), nullable=False),
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["step_id"], ["step.id"], name=op.f("fk_change_step_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.create_index("ix_change_record", ["record_kind", "record_id"], unique=False)
        batch_op.create_index("ix_change_row", ["table_name", "row_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_change_step_id"), ["step_id"], unique=False)

    op.create_table(
        "citation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("record_kind", sa.String(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("quote", sa.String(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=True),
        sa.Column("span_end", sa.Integer(), nullable=True),
        sa.Column("locator", sa.String(), nullable=False),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("voice", sa.String(), nullable=False),
        sa.Column("credibility", sa.Integer(), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "NOT accepted OR voice <> 'editorial'", name=op.f("ck_citation_editorial_fills_nothing")
        ),
        sa.CheckConstraint(
            "record_kind IN ('visit', 'meeting', 'action', 'followup', 'official', 'post', 'organisation', 'source')",
            name=op.f("ck_citation_record_kind_known"),
        ),
        sa.CheckConstraint(
            "stance IN ('states', 'implies', 'contradicts', 'garbled')", name=op.f("ck_citation_stance_known")
        ),
        sa.CheckConstraint(
            "voice IN ('official', 'agency', 'reported', 'anonymous', 'editorial')",
            name=op.f("ck_citation_voice_known"),
        ),
        sa.CheckConstraint(
            "(span_start IS NULL) = (span_end IS NULL) AND (span_start IS NULL OR span_start <= span_end)",
            name=op.f("ck_citation_span_in_order"),
        ),
        sa.CheckConstraint("credibility BETWEEN 1 AND 6", name=op.f("ck_citation_credibility_known")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_citation_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citation")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("citation", schema=None) as batch_op:
        batch_op.create_index("ix_citation_record", ["record_kind", "record_id", "field"], unique=False)
        batch_op.create_index(batch_op.f("ix_citation_source_id"), ["source_id"], unique=False)
        batch_op.create_index(
            "uq_citation_accepted",
            ["record_kind", "record_id", "field"],
            unique=True,
            sqlite_where=sa.text("accepted"),
            postgresql_where=sa.text("accepted"),
        )

    op.create_table(
        "country_name",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("lang", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("valid_from", sa.String(), nullable=False),
        sa.Column("valid_to", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('official', 'short', 'former', 'demonym', 'alias', 'garbled')",
            name=op.f("ck_country_name_kind_known"),
        ),
        sa.ForeignKeyConstraint(["country"], ["country.code"], name=op.f("fk_country_name_country")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_country_name")),
        sa.UniqueConstraint(
            "country", "lang", "kind", "name", name=op.f("uq_country_name_country_lang_kind_name")
        ),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("country_name", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_country_name_country"), ["country"], unique=False)
        batch_op.create_index(batch_op.f("ix_country_name_folded"), ["folded"], unique=False)

    op.create_table(
        "instrument_alias",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("instrument", sa.String(), nullable=False),
        sa.Column("alias", sa.String(), nullable=False),
        sa.Column("lang", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["instrument"], ["instrument.code"], name=op.f("fk_instrument_alias_instrument")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instrument_alias")),
        sa.UniqueConstraint(
            "instrument", "alias", "lang", name=op.f("uq_instrument_alias_instrument_alias_lang")
        ),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("instrument_alias", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_instrument_alias_folded"), ["folded"], unique=False)

    op.create_table(
        "official",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sort_name", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("native_name", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("protocol_note", sa.String(), nullable=False),
        sa.Column("handling", sa.String(), nullable=False),
        sa.Column("merged_into", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["country"], ["country.code"], name=op.f("fk_official_country")),
        sa.ForeignKeyConstraint(["merged_into"], ["official.id"], name=op.f("fk_official_merged_into")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_official")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("official", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_official_country"), ["country"], unique=False)
        batch_op.create_index(
            "ix_official_merged_into",
            ["merged_into"],
            unique=False,
            sqlite_where=sa.text("merged_into IS NOT NULL"),
            postgresql_where=sa.text("merged_into IS NOT NULL"),
        )
        batch_op.create_index(batch_op.f("ix_official_sort_name"), ["sort_name"], unique=False)

    op.create_table(
        "organisation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("acronym", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("merged_into", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('police', 'intelligence', 'ministry', 'gendarmerie', 'border', 'customs', 'prosecution', 'embassy', 'international', 'other')",
            name=op.f("ck_organisation_kind_known"),
        ),
        sa.CheckConstraint(
            "parent_id IS NULL OR parent_id <> id", name=op.f("ck_organisation_not_its_own_parent")
        ),
        sa.ForeignKeyConstraint(["country"], ["country.code"], name=op.f("fk_organisation_country")),
        sa.ForeignKeyConstraint(
            ["merged_into"], ["organisation.id"], name=op.f("fk_organisation_merged_into")
        ),
        sa.ForeignKeyConstraint(["parent_id"], ["organisation.id"], name=op.f("fk_organisation_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_organisation_acronym"), ["acronym"], unique=False)
        batch_op.create_index(batch_op.f("ix_organisation_country"), ["country"], unique=False)
        batch_op.create_index(
            "ix_organisation_merged_into",
            ["merged_into"],
            unique=False,
            sqlite_where=sa.text("merged_into IS NOT NULL"),
            postgresql_where=sa.text("merged_into IS NOT NULL"),
        )
        batch_op.create_index(batch_op.f("ix_organisation_name"), ["name"], unique=False)
        batch_op.create_index(batch_op.f("ix_organisation_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "topic_alias",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("alias", sa.String(), nullable=False),
        sa.Column("lang", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["topic"], ["topic.code"], name=op.f("fk_topic_alias_topic")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic_alias")),
        sa.UniqueConstraint("topic", "alias", "lang", name=op.f("uq_topic_alias_topic_alias_lang")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("topic_alias", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_topic_alias_folded"), ["folded"], unique=False)

    op.create_table(
        "visit",
        sa.Column("date_text", sa.String(), nullable=False),
        sa.Column("date_edtf", sa.String(), nullable=False),
        sa.Column("date_first", sa.String(), nullable=True),
        sa.Column("date_last", sa.String(), nullable=True),
        sa.Column("date_basis", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("sending", sa.String(), nullable=False),
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("initiated_by", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("series_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("handling", sa.String(), nullable=False),
        sa.Column("merged_into", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "date_basis IN ('stated', 'relative', 'inferred', 'corroborated')",
            name=op.f("ck_visit_date_basis_known"),
        ),
        sa.CheckConstraint(
            "initiated_by IN ('host', 'sender', 'mutual', 'third', 'unknown')",
            name=op.f("ck_visit_initiated_by_known"),
        ),
        sa.CheckConstraint(
            "kind IN ('state', 'official', 'working', 'courtesy', 'technical', 'conference', 'private', 'transit', 'unknown')",
            name=op.f("ck_visit_kind_known"),
        ),
        sa.CheckConstraint(
            "status IN ('idea', 'planned', 'confirmed', 'under way', 'held', 'postponed', 'cancelled', 'implied')",
            name=op.f("ck_visit_status_known"),
        ),
        sa.CheckConstraint(
            "date_first IS NULL OR date_last IS NULL OR date_first <= date_last",
            name=op.f("ck_visit_date_in_order"),
        ),
        sa.CheckConstraint("sending <> host", name=op.f("ck_visit_two_countries")),
        sa.ForeignKeyConstraint(["host"], ["country.code"], name=op.f("fk_visit_host")),
        sa.ForeignKeyConstraint(["merged_into"], ["visit.id"], name=op.f("fk_visit_merged_into")),
        sa.ForeignKeyConstraint(["sending"], ["country.code"], name=op.f("fk_visit_sending")),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name=op.f("fk_visit_series_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
        sa.UniqueConstraint("ref", name=op.f("uq_visit_ref")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_visit_host"), ["host"], unique=False)
        batch_op.create_index(
            "ix_visit_merged_into",
            ["merged_into"],
            unique=False,
            sqlite_where=sa.text("merged_into IS NOT NULL"),
            postgresql_where=sa.text("merged_into IS NOT NULL"),
        )
        batch_op.create_index("ix_visit_sending_host_date", ["sending", "host", "date_first"], unique=False)
        batch_op.create_index(batch_op.f("ix_visit_series_id"), ["series_id"], unique=False)

    op.create_table(
        "delegation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.CheckConstraint("size IS NULL OR size > 0", name=op.f("ck_delegation_has_people")),
        sa.ForeignKeyConstraint(["country"], ["country.code"], name=op.f("fk_delegation_country")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_delegation_organisation_id")
        ),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_delegation_visit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegation")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("delegation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_delegation_country"), ["country"], unique=False)
        batch_op.create_index(batch_op.f("ix_delegation_organisation_id"), ["organisation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_delegation_visit_id"), ["visit_id"], unique=False)

    op.create_table(
        "meeting",
        sa.Column("date_text", sa.String(), nullable=False),
        sa.Column("date_edtf", sa.String(), nullable=False),
        sa.Column("date_first", sa.String(), nullable=True),
        sa.Column("date_last", sa.String(), nullable=True),
        sa.Column("date_basis", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("visit_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("series_id", sa.Integer(), nullable=True),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("handling", sa.String(), nullable=False),
        sa.CheckConstraint(
            "date_basis IN ('stated', 'relative', 'inferred', 'corroborated')",
            name=op.f("ck_meeting_date_basis_known"),
        ),
        sa.CheckConstraint(
            "format IN ('plenary', 'working session', 'expert', 'one to one', 'reception', 'signing', 'site visit', 'courtesy call', 'unspecified')",
            name=op.f("ck_meeting_format_known"),
        ),
        sa.CheckConstraint(
            "mode IN ('in person', 'phone', 'video', 'written', 'unknown')",
            name=op.f("ck_meeting_mode_known"),
        ),
        sa.CheckConstraint(
            "status IN ('idea', 'planned', 'confirmed', 'under way', 'held', 'postponed', 'cancelled', 'implied')",
            name=op.f("ck_meeting_status_known"),
        ),
        sa.CheckConstraint(
            "date_first IS NULL OR date_last IS NULL OR date_first <= date_last",
            name=op.f("ck_meeting_date_in_order"),
        ),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name=op.f("fk_meeting_series_id")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_meeting_visit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint("ref", name=op.f("uq_meeting_ref")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_series_id"), ["series_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_visit_id"), ["visit_id"], unique=False)

    op.create_table(
        "official_name",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("official_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("script", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("skeleton", sa.String(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('preferred', 'spelling', 'native', 'short', 'former', 'weak')",
            name=op.f("ck_official_name_kind_known"),
        ),
        sa.ForeignKeyConstraint(["official_id"], ["official.id"], name=op.f("fk_official_name_official_id")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_official_name_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_official_name")),
        sa.UniqueConstraint("official_id", "name", name=op.f("uq_official_name_official_id_name")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("official_name", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_official_name_folded"), ["folded"], unique=False)
        batch_op.create_index(batch_op.f("ix_official_name_skeleton"), ["skeleton"], unique=False)
        batch_op.create_index(batch_op.f("ix_official_name_source_id"), ["source_id"], unique=False)

    op.create_table(
        "post",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("grade", sa.String(), nullable=False),
        sa.Column("single_seat", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("merged_into", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["country"], ["country.code"], name=op.f("fk_post_country")),
        sa.ForeignKeyConstraint(["merged_into"], ["post.id"], name=op.f("fk_post_merged_into")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_post_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("post", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_post_country"), ["country"], unique=False)
        batch_op.create_index(
            "ix_post_merged_into",
            ["merged_into"],
            unique=False,
            sqlite_where=sa.text("merged_into IS NOT NULL"),
            postgresql_where=sa.text("merged_into IS NOT NULL"),
        )
        batch_op.create_index(batch_op.f("ix_post_organisation_id"), ["organisation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_post_title"), ["title"], unique=False)
        batch_op.create_index(
            "uq_post_title",
            ["organisation_id", "title"],
            unique=True,
            sqlite_where=sa.text("merged_into IS NULL"),
            postgresql_where=sa.text("merged_into IS NULL"),
        )

    op.create_table(
        "visit_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("from_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('follows', 'complements', 'returns', 'part of the same trip', 'not a duplicate')",
            name=op.f("ck_visit_link_kind_known"),
        ),
        sa.CheckConstraint("from_id <> to_id", name=op.f("ck_visit_link_two_visits")),
        sa.ForeignKeyConstraint(["from_id"], ["visit.id"], name=op.f("fk_visit_link_from_id")),
        sa.ForeignKeyConstraint(["to_id"], ["visit.id"], name=op.f("fk_visit_link_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit_link")),
        sa.UniqueConstraint("from_id", "to_id", "kind", name=op.f("uq_visit_link_from_id_to_id_kind")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("visit_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_visit_link_to_id"), ["to_id"], unique=False)

    op.create_table(
        "visit_topic",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["topic"], ["topic.code"], name=op.f("fk_visit_topic_topic")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_visit_topic_visit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit_topic")),
        sa.UniqueConstraint("visit_id", "topic", name=op.f("uq_visit_topic_visit_id_topic")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("visit_topic", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_visit_topic_topic"), ["topic"], unique=False)

    op.create_table(
        "action",
        sa.Column("due_text", sa.String(), nullable=False),
        sa.Column("due_edtf", sa.String(), nullable=False),
        sa.Column("due_first", sa.String(), nullable=True),
        sa.Column("due_last", sa.String(), nullable=True),
        sa.Column("due_basis", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("visit_id", sa.Integer(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("rung", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("instrument", sa.String(), nullable=True),
        sa.Column("owner_country", sa.String(), nullable=True),
        sa.Column("owner_organisation_id", sa.Integer(), nullable=True),
        sa.Column("owner_post_id", sa.Integer(), nullable=True),
        sa.Column("owner_official_id", sa.Integer(), nullable=True),
        sa.Column("deliverable", sa.String(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("supersedes_id", sa.Integer(), nullable=True),
        sa.Column("promoted_from_id", sa.Integer(), nullable=True),
        sa.Column("closed_on", sa.String(), nullable=False),
        sa.Column("close_reason", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("handling", sa.String(), nullable=False),
        sa.CheckConstraint(
            "(rung >= 4 AND status <> '') OR (rung < 4 AND status = '')",
            name=op.f("ck_action_status_from_agreed_on"),
        ),
        sa.CheckConstraint(
            "due_basis IN ('stated', 'relative', 'inferred', 'corroborated')",
            name=op.f("ck_action_due_basis_known"),
        ),
        sa.CheckConstraint(
            "status = '' OR status IN ('open', 'in progress', 'waiting', 'done', 'dropped', 'superseded')",
            name=op.f("ck_action_status_known"),
        ),
        sa.CheckConstraint(
            "(CASE WHEN owner_country IS NULL THEN 0 ELSE 1 END + CASE WHEN owner_organisation_id IS NULL THEN 0 ELSE 1 END + CASE WHEN owner_post_id IS NULL THEN 0 ELSE 1 END + CASE WHEN owner_official_id IS NULL THEN 0 ELSE 1 END) <= 1",
            name=op.f("ck_action_one_owner_at_most"),
        ),
        sa.CheckConstraint(
            "due_first IS NULL OR due_last IS NULL OR due_first <= due_last",
            name=op.f("ck_action_due_in_order"),
        ),
        sa.CheckConstraint("parent_id IS NULL OR parent_id <> id", name=op.f("ck_action_not_its_own_parent")),
        sa.CheckConstraint("rung BETWEEN 0 AND 5", name=op.f("ck_action_rung_known")),
        sa.ForeignKeyConstraint(["instrument"], ["instrument.code"], name=op.f("fk_action_instrument")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_action_meeting_id")),
        sa.ForeignKeyConstraint(["owner_country"], ["country.code"], name=op.f("fk_action_owner_country")),
        sa.ForeignKeyConstraint(
            ["owner_official_id"], ["official.id"], name=op.f("fk_action_owner_official_id")
        ),
        sa.ForeignKeyConstraint(
            ["owner_organisation_id"], ["organisation.id"], name=op.f("fk_action_owner_organisation_id")
        ),
        sa.ForeignKeyConstraint(["owner_post_id"], ["post.id"], name=op.f("fk_action_owner_post_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["action.id"], name=op.f("fk_action_parent_id")),
        sa.ForeignKeyConstraint(["promoted_from_id"], ["action.id"], name=op.f("fk_action_promoted_from_id")),
        sa.ForeignKeyConstraint(["supersedes_id"], ["action.id"], name=op.f("fk_action_supersedes_id")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_action_visit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
        sa.UniqueConstraint("ref", name=op.f("uq_action_ref")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("action", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_action_instrument"), ["instrument"], unique=False)
        batch_op.create_index(batch_op.f("ix_action_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_action_owner_official_id"), ["owner_official_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_action_owner_organisation_id"), ["owner_organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_action_owner_post_id"), ["owner_post_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_action_parent_id"), ["parent_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_action_promoted_from_id"), ["promoted_from_id"], unique=False)
        batch_op.create_index("ix_action_rung_status", ["rung", "status"], unique=False)
        batch_op.create_index(batch_op.f("ix_action_supersedes_id"), ["supersedes_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_action_visit_id"), ["visit_id"], unique=False)

    op.create_table(
        "meeting_party",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.CheckConstraint(
            "role IN ('host', 'guest', 'third', 'observer')", name=op.f("ck_meeting_party_role_known")
        ),
        sa.ForeignKeyConstraint(["country"], ["country.code"], name=op.f("fk_meeting_party_country")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_party_meeting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_party")),
        sa.UniqueConstraint("meeting_id", "country", name=op.f("uq_meeting_party_meeting_id_country")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("meeting_party", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_party_country"), ["country"], unique=False)

    op.create_table(
        "meeting_topic",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_topic_meeting_id")),
        sa.ForeignKeyConstraint(["topic"], ["topic.code"], name=op.f("fk_meeting_topic_topic")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_topic")),
        sa.UniqueConstraint("meeting_id", "topic", name=op.f("uq_meeting_topic_meeting_id_topic")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("meeting_topic", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_topic_topic"), ["topic"], unique=False)

    op.create_table(
        "participant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("delegation_id", sa.Integer(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("official_id", sa.Integer(), nullable=True),
        sa.Column("post_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("group_name", sa.String(), nullable=False),
        sa.Column("as_printed", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("on_behalf_of", sa.String(), nullable=False),
        sa.Column("attendance", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("inferred", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "attendance IN ('expected', 'attended', 'absent', 'unknown')",
            name=op.f("ck_participant_attendance_known"),
        ),
        sa.CheckConstraint(
            "official_id IS NOT NULL OR post_id IS NOT NULL OR organisation_id IS NOT NULL OR group_name <> ''",
            name=op.f("ck_participant_is_somebody"),
        ),
        sa.CheckConstraint(
            "role IN ('head', 'alternate', 'member', 'expert', 'interpreter', 'chair', 'observer', 'group')",
            name=op.f("ck_participant_role_known"),
        ),
        sa.CheckConstraint(
            "(delegation_id IS NULL) <> (meeting_id IS NULL)", name=op.f("ck_participant_in_one_place")
        ),
        sa.CheckConstraint("count IS NULL OR count > 0", name=op.f("ck_participant_counts_people")),
        sa.ForeignKeyConstraint(["country"], ["country.code"], name=op.f("fk_participant_country")),
        sa.ForeignKeyConstraint(
            ["delegation_id"], ["delegation.id"], name=op.f("fk_participant_delegation_id")
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_participant_meeting_id")),
        sa.ForeignKeyConstraint(["official_id"], ["official.id"], name=op.f("fk_participant_official_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_participant_organisation_id")
        ),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_participant_post_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_participant_delegation_id"), ["delegation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_participant_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_participant_official_id"), ["official_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_participant_organisation_id"), ["organisation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_participant_post_id"), ["post_id"], unique=False)

    op.create_table(
        "post_counterpart",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("counterpart_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("post_id <> counterpart_id", name=op.f("ck_post_counterpart_two_posts")),
        sa.ForeignKeyConstraint(
            ["counterpart_id"], ["post.id"], name=op.f("fk_post_counterpart_counterpart_id")
        ),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_post_counterpart_post_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post_counterpart")),
        sa.UniqueConstraint(
            "post_id", "counterpart_id", name=op.f("uq_post_counterpart_post_id_counterpart_id")
        ),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("post_counterpart", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_post_counterpart_counterpart_id"), ["counterpart_id"], unique=False
        )

    op.create_table(
        "post_title",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("lang", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_post_title_post_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post_title")),
        sa.UniqueConstraint("post_id", "title", "lang", name=op.f("uq_post_title_post_id_title_lang")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("post_title", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_post_title_folded"), ["folded"], unique=False)

    op.create_table(
        "tenure",
        sa.Column("date_text", sa.String(), nullable=False),
        sa.Column("date_edtf", sa.String(), nullable=False),
        sa.Column("date_first", sa.String(), nullable=True),
        sa.Column("date_last", sa.String(), nullable=True),
        sa.Column("date_basis", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("official_id", sa.Integer(), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("acting", sa.Boolean(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("basis IN ('stated', 'attested', 'inferred')", name=op.f("ck_tenure_basis_known")),
        sa.CheckConstraint(
            "date_basis IN ('stated', 'relative', 'inferred', 'corroborated')",
            name=op.f("ck_tenure_date_basis_known"),
        ),
        sa.CheckConstraint(
            "date_first IS NULL OR date_last IS NULL OR date_first <= date_last",
            name=op.f("ck_tenure_date_in_order"),
        ),
        sa.ForeignKeyConstraint(["official_id"], ["official.id"], name=op.f("fk_tenure_official_id")),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_tenure_post_id")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_tenure_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tenure")),
        sa.UniqueConstraint(
            "official_id", "post_id", "date_edtf", name=op.f("uq_tenure_official_id_post_id_date_edtf")
        ),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("tenure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tenure_post_id"), ["post_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tenure_source_id"), ["source_id"], unique=False)

    op.create_table(
        "action_party",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.CheckConstraint(
            "score IS NULL OR score BETWEEN -1 AND 1", name=op.f("ck_action_party_score_known")
        ),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_action_party_action_id")),
        sa.ForeignKeyConstraint(["country"], ["country.code"], name=op.f("fk_action_party_country")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_party")),
        sa.UniqueConstraint("action_id", "country", name=op.f("uq_action_party_action_id_country")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("action_party", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_action_party_country"), ["country"], unique=False)

    op.create_table(
        "action_topic",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_action_topic_action_id")),
        sa.ForeignKeyConstraint(["topic"], ["topic.code"], name=op.f("fk_action_topic_topic")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_topic")),
        sa.UniqueConstraint("action_id", "topic", name=op.f("uq_action_topic_action_id_topic")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("action_topic", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_action_topic_topic"), ["topic"], unique=False)

    op.create_table(
        "agenda_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("disposition", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint(
            "disposition IN ('carried in', 'raised', 'discussed', 'advanced', 'closed', 'deferred')",
            name=op.f("ck_agenda_item_disposition_known"),
        ),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_agenda_item_action_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_agenda_item_meeting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
        sa.UniqueConstraint("meeting_id", "action_id", name=op.f("uq_agenda_item_meeting_id_action_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("agenda_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agenda_item_action_id"), ["action_id"], unique=False)

    op.create_table(
        "followup",
        sa.Column("due_text", sa.String(), nullable=False),
        sa.Column("due_edtf", sa.String(), nullable=False),
        sa.Column("due_first", sa.String(), nullable=True),
        sa.Column("due_last", sa.String(), nullable=True),
        sa.Column("due_basis", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("visit_id", sa.Integer(), nullable=True),
        sa.Column("official_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("assignee", sa.String(), nullable=False),
        sa.Column("ball", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("remind_on", sa.String(), nullable=False),
        sa.Column("hidden_until", sa.String(), nullable=False),
        sa.Column("recurrence", sa.String(), nullable=False),
        sa.Column("anchor_kind", sa.String(), nullable=False),
        sa.Column("anchor_id", sa.Integer(), nullable=True),
        sa.Column("anchor_offset", sa.String(), nullable=False),
        sa.Column("closed_on", sa.String(), nullable=False),
        sa.Column("close_reason", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("handling", sa.String(), nullable=False),
        sa.CheckConstraint("ball IN ('us', 'them', 'third')", name=op.f("ck_followup_ball_known")),
        sa.CheckConstraint(
            "due_basis IN ('stated', 'relative', 'inferred', 'corroborated')",
            name=op.f("ck_followup_due_basis_known"),
        ),
        sa.CheckConstraint(
            "status IN ('open', 'waiting', 'done', 'dropped')", name=op.f("ck_followup_status_known")
        ),
        sa.CheckConstraint(
            "(CASE WHEN action_id IS NULL THEN 0 ELSE 1 END + CASE WHEN meeting_id IS NULL THEN 0 ELSE 1 END + CASE WHEN visit_id IS NULL THEN 0 ELSE 1 END + CASE WHEN official_id IS NULL THEN 0 ELSE 1 END) <= 1",
            name=op.f("ck_followup_on_one_thing_at_most"),
        ),
        sa.CheckConstraint(
            "due_first IS NULL OR due_last IS NULL OR due_first <= due_last",
            name=op.f("ck_followup_due_in_order"),
        ),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_followup_action_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_followup_meeting_id")),
        sa.ForeignKeyConstraint(["official_id"], ["official.id"], name=op.f("fk_followup_official_id")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_followup_visit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_followup")),
        sa.UniqueConstraint("ref", name=op.f("uq_followup_ref")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("followup", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_followup_action_id"), ["action_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_followup_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_followup_official_id"), ["official_id"], unique=False)
        batch_op.create_index("ix_followup_status_due", ["status", "due_last"], unique=False)
        batch_op.create_index(batch_op.f("ix_followup_visit_id"), ["visit_id"], unique=False)

    op.create_table(
        "rung_change",
        sa.Column("date_text", sa.String(), nullable=False),
        sa.Column("date_edtf", sa.String(), nullable=False),
        sa.Column("date_first", sa.String(), nullable=True),
        sa.Column("date_last", sa.String(), nullable=True),
        sa.Column("date_basis", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("was", sa.Integer(), nullable=False),
        sa.Column("now", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=True),
        sa.Column("visit_id", sa.Integer(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint(
            "date_basis IN ('stated', 'relative', 'inferred', 'corroborated')",
            name=op.f("ck_rung_change_date_basis_known"),
        ),
        sa.CheckConstraint(
            "date_first IS NULL OR date_last IS NULL OR date_first <= date_last",
            name=op.f("ck_rung_change_date_in_order"),
        ),
        sa.CheckConstraint(
            "visit_id IS NULL OR meeting_id IS NULL", name=op.f("ck_rung_change_at_one_event_at_most")
        ),
        sa.CheckConstraint(
            "was BETWEEN 0 AND 5 AND now BETWEEN 0 AND 5 AND was <> now", name=op.f("ck_rung_change_moves")
        ),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_rung_change_action_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_rung_change_meeting_id")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_rung_change_source_id")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_rung_change_visit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rung_change")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("rung_change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_rung_change_action_id"), ["action_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_rung_change_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_rung_change_source_id"), ["source_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_rung_change_visit_id"), ["visit_id"], unique=False)

    op.create_table(
        "log_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("followup_id", sa.Integer(), nullable=True),
        sa.Column("action_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("next_check", sa.String(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('chased', 'replied', 'met', 'noted', 'status', 'snoozed', 'rescheduled')",
            name=op.f("ck_log_entry_kind_known"),
        ),
        sa.CheckConstraint(
            "(followup_id IS NULL) <> (action_id IS NULL)", name=op.f("ck_log_entry_on_one_thing")
        ),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_log_entry_action_id")),
        sa.ForeignKeyConstraint(["followup_id"], ["followup.id"], name=op.f("fk_log_entry_followup_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_entry")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("log_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_log_entry_action_id"), ["action_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_log_entry_followup_id"), ["followup_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("log_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_log_entry_followup_id"))
        batch_op.drop_index(batch_op.f("ix_log_entry_action_id"))

    op.drop_table("log_entry")
    with op.batch_alter_table("rung_change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_rung_change_visit_id"))
        batch_op.drop_index(batch_op.f("ix_rung_change_source_id"))
        batch_op.drop_index(batch_op.f("ix_rung_change_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_rung_change_action_id"))

    op.drop_table("rung_change")
    with op.batch_alter_table("followup", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_followup_visit_id"))
        batch_op.drop_index("ix_followup_status_due")
        batch_op.drop_index(batch_op.f("ix_followup_official_id"))
        batch_op.drop_index(batch_op.f("ix_followup_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_followup_action_id"))

    op.drop_table("followup")
    with op.batch_alter_table("agenda_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agenda_item_action_id"))

    op.drop_table("agenda_item")
    with op.batch_alter_table("action_topic", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_action_topic_topic"))

    op.drop_table("action_topic")
    with op.batch_alter_table("action_party", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_action_party_country"))

    op.drop_table("action_party")
    with op.batch_alter_table("tenure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tenure_source_id"))
        batch_op.drop_index(batch_op.f("ix_tenure_post_id"))

    op.drop_table("tenure")
    with op.batch_alter_table("post_title", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_post_title_folded"))

    op.drop_table("post_title")
    with op.batch_alter_table("post_counterpart", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_post_counterpart_counterpart_id"))

    op.drop_table("post_counterpart")
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_participant_post_id"))
        batch_op.drop_index(batch_op.f("ix_participant_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_participant_official_id"))
        batch_op.drop_index(batch_op.f("ix_participant_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_participant_delegation_id"))

    op.drop_table("participant")
    with op.batch_alter_table("meeting_topic", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_topic_topic"))

    op.drop_table("meeting_topic")
    with op.batch_alter_table("meeting_party", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_party_country"))

    op.drop_table("meeting_party")
    with op.batch_alter_table("action", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_action_visit_id"))
        batch_op.drop_index(batch_op.f("ix_action_supersedes_id"))
        batch_op.drop_index("ix_action_rung_status")
        batch_op.drop_index(batch_op.f("ix_action_promoted_from_id"))
        batch_op.drop_index(batch_op.f("ix_action_parent_id"))
        batch_op.drop_index(batch_op.f("ix_action_owner_post_id"))
        batch_op.drop_index(batch_op.f("ix_action_owner_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_action_owner_official_id"))
        batch_op.drop_index(batch_op.f("ix_action_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_action_instrument"))

    op.drop_table("action")
    with op.batch_alter_table("visit_topic", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_visit_topic_topic"))

    op.drop_table("visit_topic")
    with op.batch_alter_table("visit_link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_visit_link_to_id"))

    op.drop_table("visit_link")
    with op.batch_alter_table("post", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_post_title",
            sqlite_where=sa.text("merged_into IS NULL"),
            postgresql_where=sa.text("merged_into IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_post_title"))
        batch_op.drop_index(batch_op.f("ix_post_organisation_id"))
        batch_op.drop_index(
            "ix_post_merged_into",
            sqlite_where=sa.text("merged_into IS NOT NULL"),
            postgresql_where=sa.text("merged_into IS NOT NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_post_country"))

    op.drop_table("post")
    with op.batch_alter_table("official_name", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_official_name_source_id"))
        batch_op.drop_index(batch_op.f("ix_official_name_skeleton"))
        batch_op.drop_index(batch_op.f("ix_official_name_folded"))

    op.drop_table("official_name")
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_visit_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_series_id"))

    op.drop_table("meeting")
    with op.batch_alter_table("delegation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_delegation_visit_id"))
        batch_op.drop_index(batch_op.f("ix_delegation_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_delegation_country"))

    op.drop_table("delegation")
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_visit_series_id"))
        batch_op.drop_index("ix_visit_sending_host_date")
        batch_op.drop_index(
            "ix_visit_merged_into",
            sqlite_where=sa.text("merged_into IS NOT NULL"),
            postgresql_where=sa.text("merged_into IS NOT NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_visit_host"))

    op.drop_table("visit")
    with op.batch_alter_table("topic_alias", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_topic_alias_folded"))

    op.drop_table("topic_alias")
    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_organisation_parent_id"))
        batch_op.drop_index(batch_op.f("ix_organisation_name"))
        batch_op.drop_index(
            "ix_organisation_merged_into",
            sqlite_where=sa.text("merged_into IS NOT NULL"),
            postgresql_where=sa.text("merged_into IS NOT NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_organisation_country"))
        batch_op.drop_index(batch_op.f("ix_organisation_acronym"))

    op.drop_table("organisation")
    with op.batch_alter_table("official", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_official_sort_name"))
        batch_op.drop_index(
            "ix_official_merged_into",
            sqlite_where=sa.text("merged_into IS NOT NULL"),
            postgresql_where=sa.text("merged_into IS NOT NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_official_country"))

    op.drop_table("official")
    with op.batch_alter_table("instrument_alias", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_instrument_alias_folded"))

    op.drop_table("instrument_alias")
    with op.batch_alter_table("country_name", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_country_name_folded"))
        batch_op.drop_index(batch_op.f("ix_country_name_country"))

    op.drop_table("country_name")
    with op.batch_alter_table("citation", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_citation_accepted", sqlite_where=sa.text("accepted"), postgresql_where=sa.text("accepted")
        )
        batch_op.drop_index(batch_op.f("ix_citation_source_id"))
        batch_op.drop_index("ix_citation_record")

    op.drop_table("citation")
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_change_step_id"))
        batch_op.drop_index("ix_change_row")
        batch_op.drop_index("ix_change_record")

    op.drop_table("change")
    with op.batch_alter_table("topic", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_topic_parent"))

    op.drop_table("topic")
    with op.batch_alter_table("step", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_step_reverts_id"))
        batch_op.drop_index("ix_step_mine")
        batch_op.drop_index(batch_op.f("ix_step_at"))

    op.drop_table("step")
    with op.batch_alter_table("source", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_source_url"))
        batch_op.drop_index(batch_op.f("ix_source_title"))
        batch_op.drop_index(
            "ix_source_merged_into",
            sqlite_where=sa.text("merged_into IS NOT NULL"),
            postgresql_where=sa.text("merged_into IS NOT NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_source_duplicate_of"))
        batch_op.drop_index(batch_op.f("ix_source_body_sha256"))

    op.drop_table("source")
    op.drop_table("setting")
    op.drop_table("series")
    with op.batch_alter_table("search_entry", schema=None) as batch_op:
        batch_op.drop_index("ix_search_entry_day")

    op.drop_table("search_entry")
    with op.batch_alter_table("pair_summary", schema=None) as batch_op:
        batch_op.drop_index("ix_pair_summary_watch")
        batch_op.drop_index("ix_pair_summary_open")
        batch_op.drop_index("ix_pair_summary_last")

    op.drop_table("pair_summary")
    with op.batch_alter_table("official_summary", schema=None) as batch_op:
        batch_op.drop_index("ix_official_summary_name")
        batch_op.drop_index("ix_official_summary_met")
        batch_op.drop_index("ix_official_summary_last")
        batch_op.drop_index("ix_official_summary_country")

    op.drop_table("official_summary")
    op.drop_table("not_same")
    with op.batch_alter_table("name_part", schema=None) as batch_op:
        batch_op.drop_index("ix_name_part_official")

    op.drop_table("name_part")
    with op.batch_alter_table("name_key", schema=None) as batch_op:
        batch_op.drop_index("ix_name_key_record")

    op.drop_table("name_key")
    op.drop_table("instrument")
    with op.batch_alter_table("event_scope", schema=None) as batch_op:
        batch_op.drop_index("ix_event_scope_time")
        batch_op.drop_index("ix_event_scope_status")
        batch_op.drop_index("ix_event_scope_oldest")
        batch_op.drop_index("ix_event_scope_event")

    op.drop_table("event_scope")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index("ix_event_time")
        batch_op.drop_index("ix_event_status")
        batch_op.drop_index("ix_event_oldest")
        batch_op.drop_index("ix_event_group")

    op.drop_table("event")
    op.drop_table("country")
