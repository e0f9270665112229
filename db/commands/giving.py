"""Topics and owners, given to several records in one step."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlmodel import select

from db.commands.desk import Desk
from db.commands.several import Did, several
from db.commands.tables import OWNERS, TOPICS
from db.commands.titles import a_kind_of
from db.commands.topics import enter_topics
from db.errors import BadInput
from db.forms import names
from db.forms.reading import clean
from db.models import Action, FollowUp, Meeting, Visit
from db.models.base import Numbered
from db.rows import Key
from db.seeing import reader_of

if TYPE_CHECKING:
    from sqlmodel import Session


class Gave(NamedTuple):
    """What was given, in words, and to whom."""

    what: str
    did: Did


def give_topics(session: Session, keys: Iterable[Key], text: str, today: date) -> Gave:
    """Add topics to visits, meetings and outcomes; those that a record has stay.

    Raises:
        BadInput: a topic is not known.
        Conflict: none of the records can be given one that it does not have.
    """
    topics = names.topics(reader_of(session), clean(text))
    if not topics:
        raise BadInput("Nothing is typed yet: write topics by code or name.")
    wanted = {topic.code for topic in topics}

    def why_not(row: Numbered) -> str:
        if not isinstance(row, Visit | Meeting | Action):
            return f"is {a_kind_of(row)} and has no topics"
        return f"has {'it' if len(wanted) == 1 else 'them'} already" if wanted <= _has(session, row) else ""

    what = ", ".join(topic.label for topic in topics)
    rows, did = several(session, keys, f"give {what} to", why_not)
    desk = Desk(session, today)
    for row in rows:
        kind = str(row.__tablename__)
        enter_topics(desk, TOPICS[kind], f"{kind}_id", row.number, [topic.code for topic in topics])
    return Gave(what, did)


def _has(session: Session, row: Numbered) -> set[str]:
    kind = str(row.__tablename__)
    table: Any = TOPICS[kind]
    return set(session.exec(select(table.topic).where(getattr(table, f"{kind}_id") == row.number)).all())


def give_owner(session: Session, keys: Iterable[Key], text: str) -> Gave:
    """Say who owns outcomes, and who does follow-ups; the first are known to the store, the others any name.

    Raises:
        BadInput: nobody is called so.
        Conflict: none of the records can be owned, or all are owned so already.
    """
    text = " ".join(clean(text).split())
    if not text:
        raise BadInput("Nothing is typed yet: write a country, an organisation or a name.")
    keys = tuple(keys)
    owned = any(key.kind == "action" for key in keys)
    owner = names.owner(reader_of(session), text) if owned else None

    def why_not(row: Numbered) -> str:
        if isinstance(row, Action) and owner:
            same = getattr(row, owner.column) == owner.value
            return "is theirs already" if same else ""
        if isinstance(row, FollowUp):
            return "is theirs already" if row.assignee == text else ""
        return f"is {a_kind_of(row)} and has no owner"

    what = owner.echo if owner else text
    role = "owner" if owner else "assignee"
    rows, did = several(session, keys, f"give {what} as {role} to", why_not)
    for row in rows:
        if isinstance(row, FollowUp):
            row.assignee = text
        elif owner:
            for column in OWNERS:
                setattr(row, column, owner.value if column == owner.column else None)
    return Gave(what, did)
