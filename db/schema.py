"""Bringing a store to the newest schema with Alembic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine


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


def upgrade(engine: Engine) -> None:
    """Run every migration that a store still lacks, in one transaction: a broken one changes nothing."""
    config = _config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
