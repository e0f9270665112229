"""What the first step of a session would have to make, made before anybody waits for it."""

from sqlalchemy.orm import configure_mappers

from db import models
from db.commands import lines, moving
from db.drafts.dossier import Dossier

__all__ = ["lines", "make_ready", "moving"]


def make_ready() -> None:
    """Declare all tables, and make the checks of what is typed; each is made with its first use else."""
    models.every()
    configure_mappers()
    Dossier.model_rebuild()
