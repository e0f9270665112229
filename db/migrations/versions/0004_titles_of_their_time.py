"""Titles of an office with their days; indexes of the few among the many, and none of what nobody looks for."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_PLACES = ("delegation_id", "meeting_id", "official_id", "post_id", "organisation_id")
_SCOPE = ["scope_kind", "scope_id"]
_TIME = [*_SCOPE, "sort_day", "group_id", "rank"]
_STATUS = [*_SCOPE, "status", "sort_day"]
_ASKS_ON = sa.text("CASE WHEN remind_on <> '' THEN remind_on ELSE COALESCE(due_last, '9999-12-31') END")
_OPEN: dict[str, list[Any]] = {"ix_followup_due": ["due_last", "id"], "ix_followup_asks": [_ASKS_ON, "id"]}
_STILL_OPEN = sa.text("status IN ('open', 'waiting')")
_COUNTED = {
    "ix_followup_due": ["remind_on", "hidden_until", "status"],
    "ix_followup_asks": ["due_last", "remind_on", "hidden_until", "status"],
}
_FEW = (
    ("ix_event_scope_open", "event_scope", [*_SCOPE, "sort_day"], "open > 0"),
    ("ix_event_scope_watch", "event_scope", [*_SCOPE, "sort_day"], "watch > 0"),
    ("ix_action_open", "action", ["due_last"], "status IN ('open', 'in progress', 'waiting')"),
    ("ix_event_unplaced", "event", ["date_edtf", "rank"], "undated"),
    (
        "ix_event_across",
        "event",
        ["sort_day", "date_edtf", "group_id"],
        "rank = 0 AND LENGTH(date_edtf) > 11 AND SUBSTR(date_edtf, 1, 7) <> SUBSTR(date_edtf, 12, 7)",
    ),
)


def upgrade() -> None:
    for name in ("valid_from", "valid_to"):
        op.add_column("post_title", sa.Column(name, sa.String(), server_default="", nullable=False))

    # Each participant is in one place and is mostly known by one thing: half of the entries led nowhere.
    for name in _PLACES:
        op.drop_index(f"ix_participant_{name}", table_name="participant")
        given = sa.text(f"{name} IS NOT NULL")
        op.create_index(f"ix_participant_{name}", "participant", [name], sqlite_where=given)

    # Nearly everything was held, and the last that was is found from the end of the time order.
    op.drop_index("ix_event_scope_status", table_name="event_scope")
    op.drop_index("ix_event_scope_time", table_name="event_scope")
    op.create_index("ix_event_scope_time", "event_scope", [*_TIME, "status"])
    not_held = sa.text("status <> 'held'")
    op.create_index("ix_event_scope_status", "event_scope", _STATUS, sqlite_where=not_held)

    for name, table, columns, where in _FEW:
        op.create_index(name, table, columns, sqlite_where=sa.text(where))

    # What is open is counted at every change: the index says all that is asked for that.
    for name, said in _OPEN.items():
        op.drop_index(name, table_name="followup")
        op.create_index(name, "followup", [*said, *_COUNTED[name]], sqlite_where=_STILL_OPEN)


def downgrade() -> None:
    for name, said in _OPEN.items():
        op.drop_index(name, table_name="followup")
        op.create_index(name, "followup", said, sqlite_where=_STILL_OPEN)
    for name, table, *_ in _FEW:
        op.drop_index(name, table_name=table)
    op.drop_index("ix_event_scope_status", table_name="event_scope")
    op.drop_index("ix_event_scope_time", table_name="event_scope")
    op.create_index("ix_event_scope_time", "event_scope", _TIME)
    op.create_index("ix_event_scope_status", "event_scope", _STATUS)
    for name in _PLACES:
        op.drop_index(f"ix_participant_{name}", table_name="participant")
        op.create_index(f"ix_participant_{name}", "participant", [name])
    for name in ("valid_to", "valid_from"):
        op.drop_column("post_title", name)
