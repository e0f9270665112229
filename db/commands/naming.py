"""Records by the name that a dossier gives them: a ref, "official:Name", "post:Title/Organisation", a source's key."""

from __future__ import annotations

from db import models
from db.commands.desk import Desk, only
from db.commands.people import find_official
from db.commands.places import find_organisation, find_post
from db.commands.tables import TABLES
from db.errors import NotFound
from db.models.base import Numbered
from db.refs import kind_of


def find_record(desk: Desk, name: str) -> tuple[str, int]:
    """The kind and id of a record.

    Raises:
        NotFound: when there is none of that name.
    """
    kind, colon, rest = name.partition(":")
    row: Numbered | None = None
    if colon:
        row = _by_name(desk, kind, rest)
    else:
        kind = kind_of(name) or ""
        if kind:
            row = only(desk.session, TABLES[kind], ref=name)
    if row is None:
        raise NotFound(f"There is no record “{name[:60]}” in the store.")
    return kind, row.number


def _by_name(desk: Desk, kind: str, name: str) -> Numbered | None:
    match kind:
        case "official":
            return find_official(desk, name)
        case "organisation":
            return find_organisation(desk, name)
        case "post":
            title, _, organisation = name.rpartition("/")
            return find_post(desk, title or name, find_organisation(desk, organisation) if title else None)
        case "source":
            return only(desk.session, models.Source, key=name)
        case _:
            return None
