"""Bringing a store to the newest schema with Alembic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy.exc import OperationalError

from db.dialects import trouble
from db.dialects.engine import file_of
from db.telling import Tell, nobody

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.engine import Engine

_LISTS_ARE_NEW_IN = "0003"
"""What lists show has not changed since, so a store of that schema need not work it out again: a million visits take
minutes for that, and seconds for all the rest."""


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "db:migrations")
    return config


def knows(revision: str) -> bool:
    """Whether this program has the migration that a store says it is at."""
    try:
        return ScriptDirectory.from_config(_config()).get_revision(revision) is not None
    except CommandError:
        return False


def newest() -> str:
    """The schema that the migrations lead to."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    return head or ""


def _bring_lists_up_to_date(connection: Connection, tell: Tell) -> None:
    """Let lists show what today's program would have made of an older store's records."""
    from db import projections  # noqa: PLC0415 - a new store has no records yet

    projections.rebuild_through(connection, tell)


def upgrade(engine: Engine, tell: Tell = nobody) -> None:
    """Run every migration that a store still lacks, in one transaction: a broken one changes nothing.

    Args:
        engine: of the store.
        tell: is told how far it is with what takes long in a large store.

    Raises:
        BilatError: it could not be written; the store is as it was.
    """
    config = _config()
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            older = MigrationContext.configure(connection).get_current_revision()
            if older:
                tell("tables and indexes", 0, 0)
            command.upgrade(config, "head")
            if older and older < _LISTS_ARE_NEW_IN:
                _bring_lists_up_to_date(connection, tell)
    except OperationalError as error:
        raise trouble.of_writing(str(error.orig), file_of(engine)) from error
