"""Briefs, cadences, and the indexes of what is open and of what was kept."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "brief",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_kind", sa.String(), nullable=False),
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("last_change", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.CheckConstraint(
            "record_kind IN ('pair', 'official', 'visit', 'meeting')", name=op.f("ck_brief_record_kind_known")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_brief")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("brief", schema=None) as batch_op:
        batch_op.create_index("ix_brief_record", ["record_kind", "record_id"], unique=False)

    op.create_table(
        "cadence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first", sa.String(), nullable=False),
        sa.Column("second", sa.String(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.CheckConstraint("first < second", name=op.f("ck_cadence_in_order")),
        sa.CheckConstraint("months > 0", name=op.f("ck_cadence_months_positive")),
        sa.ForeignKeyConstraint(["first"], ["country.code"], name=op.f("fk_cadence_first")),
        sa.ForeignKeyConstraint(["second"], ["country.code"], name=op.f("fk_cadence_second")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cadence")),
        sa.UniqueConstraint("first", "second", name=op.f("uq_cadence_first_second")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("cadence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cadence_second"), ["second"], unique=False)

    # Lists of what is open, in the order of the day on which each asks for something.
    still_open = sa.text("status IN ('open', 'waiting')")
    asks_on = sa.text("CASE WHEN remind_on <> '' THEN remind_on ELSE COALESCE(due_last, '9999-12-31') END")
    op.drop_index("ix_followup_status_due", table_name="followup")
    op.create_index("ix_followup_due", "followup", ["due_last", "id"], sqlite_where=still_open)
    op.create_index("ix_followup_asks", "followup", [asks_on, "id"], sqlite_where=still_open)
    op.create_index(
        "ix_followup_hidden", "followup", ["hidden_until", "id"], sqlite_where=sa.text("hidden_until <> ''")
    )
    relative = sa.text("anchor_id IS NOT NULL")
    op.create_index("ix_followup_anchor", "followup", ["anchor_id", "anchor_kind"], sqlite_where=relative)
    op.drop_index("ix_log_entry_followup_id", table_name="log_entry")
    op.create_index("ix_log_entry_followup", "log_entry", ["followup_id", "at", "id"])

    scored = sa.text("score IS NOT NULL")
    op.create_index(
        "ix_action_party_scored", "action_party", ["country", "score", "action_id"], sqlite_where=scored
    )


def downgrade() -> None:
    op.drop_index("ix_action_party_scored", table_name="action_party")
    op.drop_index("ix_log_entry_followup", table_name="log_entry")
    op.create_index("ix_log_entry_followup_id", "log_entry", ["followup_id"])
    op.drop_index("ix_followup_anchor", table_name="followup")
    op.drop_index("ix_followup_hidden", table_name="followup")
    op.drop_index("ix_followup_asks", table_name="followup")
    op.drop_index("ix_followup_due", table_name="followup")
    op.create_index("ix_followup_status_due", "followup", ["status", "due_last"])
    with op.batch_alter_table("cadence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cadence_second"))

    op.drop_table("cadence")
    with op.batch_alter_table("brief", schema=None) as batch_op:
        batch_op.drop_index("ix_brief_record")

    op.drop_table("brief")
