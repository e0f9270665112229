"""Alembic's entry: runs on the connection that db.schema hands over."""

from typing import Any, Literal

from alembic import context
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString

import db.projections.tables  # noqa: F401 - registers its tables beside the models'
from db import models

models.every()


def plain_types(kind: str, item: Any, _autogenerate: object) -> str | Literal[False]:
    """Migrations speak SQLAlchemy alone: they must run long after today's SQLModel."""
    if kind == "type" and isinstance(item, AutoString):
        return f"sa.String(length={item.length})" if item.length else "sa.String()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,  # SQLite alters a table by copying it
    render_item=plain_types,
    transaction_per_migration=False,
)
context.run_migrations()
