"""What the first step of a session would have to make, made before anybody waits for it."""

from sqlalchemy.orm import configure_mappers

from db.commands import lines, moving
from db.drafts.dossier import Dossier

__all__ = ["lines", "make_ready", "moving"]


def make_ready() -> None:
    """Join the tables to each other, and make the checks of what is typed; both are made with their first use else."""
    configure_mappers()
    Dossier.model_rebuild()
