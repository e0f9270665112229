"""Where events are shown takes less room: no second order of time, and no word for what nearly all of them are."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_SCOPE = ["scope_kind", "scope_id"]
_COLUMNS = "event_id, scope_kind, scope_id, sort_day, group_id, rank"
_FIGURES = "nested, last_nested, forth, back, meetings, open, watch"
_OTHERS = {"ix_event_scope_open": "open > 0", "ix_event_scope_watch": "watch > 0"}


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), server_default=sa.text("0"), nullable=False)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), server_default=sa.text("(false)"), nullable=False)


def _scopes(*more: sa.Column[bool] | sa.Column[int]) -> None:
    op.create_table(
        "event_scope",
        sa.Column("event_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("scope_kind", sa.Text(), nullable=False),
        sa.Column("scope_id", sa.Text(), nullable=False),
        sa.Column("sort_day", sa.Text(), server_default="", nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        _number("rank"),
        *more,
        *map(_flag, ("nested", "last_nested")),
        sa.Column("status", sa.Text(), server_default="", nullable=False),
        *map(_number, ("forth", "back", "meetings", "open", "watch")),
        sa.PrimaryKeyConstraint("event_id", "scope_kind", "scope_id", name=op.f("pk_event_scope")),
        sqlite_with_rowid=False,
    )


def _index(held: str) -> None:
    op.create_index("ix_event_scope_time", "event_scope", [*_SCOPE, "sort_day", "group_id", "rank", "status"])
    few = {"ix_event_scope_status": f"status <> '{held}'", **_OTHERS}
    for name, where in few.items():
        by = ["status", "sort_day"] if name == "ix_event_scope_status" else ["sort_day"]
        op.create_index(name, "event_scope", [*_SCOPE, *by], sqlite_where=sa.text(where))


def _put_aside(indexes: Sequence[str]) -> None:
    """Make way for the other table; what its indexes took is room for it."""
    for name in indexes:
        op.drop_index(name, table_name="event_scope")
    op.rename_table("event_scope", "event_scope_before")


def _carry_over(columns: str, values: str) -> None:
    op.execute(
        f"INSERT INTO event_scope ({_COLUMNS}, {_FIGURES}, {columns})"
        f" SELECT {_COLUMNS}, {_FIGURES}, {values} FROM event_scope_before"
        " ORDER BY event_id, scope_kind, scope_id"
    )
    op.drop_table("event_scope_before")


def upgrade() -> None:
    _put_aside(["ix_event_scope_time", "ix_event_scope_oldest", "ix_event_scope_status", *_OTHERS])
    _scopes()
    _carry_over("status", "CASE status WHEN 'held' THEN '' ELSE status END")
    _index("")


def downgrade() -> None:
    _put_aside(["ix_event_scope_time", "ix_event_scope_status", *_OTHERS])
    _scopes(_flag("undated"), _number("position"))
    _carry_over(
        "status, undated, position", "CASE status WHEN '' THEN 'held' ELSE status END, sort_day = '', -rank"
    )
    _index("held")
    op.create_index(
        "ix_event_scope_oldest", "event_scope", [*_SCOPE, "undated", "sort_day", "group_id", "position"]
    )
