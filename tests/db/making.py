"""How tests put things into a store, through the same commands as everybody else, and look at its tables."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from db.commands.actions import enter_action, enter_followup
from db.commands.desk import Desk
from db.commands.dossiers import enter_dossier
from db.commands.meetings import enter_meeting
from db.commands.visits import enter_visit
from db.drafts import ActionDraft, Dossier, FollowUpDraft, MeetingDraft, VisitDraft
from db.rows import Key, Moment

if TYPE_CHECKING:
    from sqlmodel import Session

    from db import Store
    from db.models import Meeting, Visit

TODAY = date(2026, 11, 21)
NO_DESK = Moment(TODAY, "")
MOROCCO = Moment(TODAY, "MA")


def visit(session: Session, **values: Any) -> Visit:
    """A visit from Morocco to Spain, unless the values say otherwise."""
    draft = VisitDraft.from_plain({"sending": "MA", "host": "ES", **values})
    return enter_visit(Desk(session, TODAY), draft)


def meeting(session: Session, inside: Visit | None = None, **values: Any) -> Meeting:
    """A meeting of Morocco and Spain, unless the values say otherwise."""
    draft = MeetingDraft.from_plain({"parties": ["ES", "MA"], **values})
    return enter_meeting(Desk(session, TODAY), draft, inside)


def action(session: Session, *, on: Visit | None = None, at: Meeting | None = None, **values: Any) -> int:
    """An outcome of a visit or of a meeting; its id."""
    draft = ActionDraft.from_plain({"text": "Something", **values})
    return enter_action(Desk(session, TODAY), draft, visit=on, meeting=at).number


def followup(session: Session, **values: Any) -> int:
    """A step of our own; its id."""
    return enter_followup(
        Desk(session, TODAY), FollowUpDraft.from_plain({"text": "Ring them", **values})
    ).number


def entered(store: Store, plain: Mapping[str, Any]) -> tuple[str, ...]:
    """Enter a dossier in a step of its own; what it says differently from the store."""
    with store.write("import") as session:
        return enter_dossier(session, Dossier.from_plain({"bilat": 1, **plain}), today=TODAY).conflicts


def visit_entered(store: Store, **values: Any) -> Key:
    """A visit in a step of its own."""
    with store.write("enter") as session:
        return Key("visit", str(visit(session, **values).number))


def count(store: Store, table: str, where: str = "1 = 1", **values: Any) -> int:
    """How many rows of a table there are."""
    with store.read() as reader:
        return int(reader.value(f"SELECT COUNT(*) FROM {table} WHERE {where}", **values))


def tables(store: Store, *names: str) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in some tables, in an order that does not depend on how it came in."""
    with store.read() as reader:
        return {name: sorted(reader.all(f"SELECT * FROM {name}"), key=repr) for name in names}


def every_table(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that the store holds; the index of words is laid out by how it came to be, not by what it says."""
    with store.read() as reader:
        names = reader.all(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            " AND name NOT LIKE 'search_word%' AND name <> 'search_vocabulary' ORDER BY name"
        )
    return tables(store, *(name for (name,) in names))
