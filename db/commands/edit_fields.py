"""How the value of a form's field is put into the tables, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlmodel import col, select

from db.commands.desk import Desk, only
from db.commands.ladder import keep_rung
from db.commands.places import organisation_named
from db.commands.tables import OWNERS, TOPICS
from db.commands.visits import series_named
from db.commitments import RUNGS
from db.dates import PartialDate
from db.dates.anchored import Anchored
from db.dates.recurrence import first_day, tied
from db.entry.anchors import WHICH, event_called, event_of
from db.errors import BadInput
from db.forms.errors import FormErrors
from db.forms.fields import YES_OR_NO, Field
from db.forms.names import Hook
from db.models import (
    Action,
    ActionParty,
    FollowUp,
    Meeting,
    MeetingParty,
    Official,
    OfficialName,
    Organisation,
    OrganisationName,
    Post,
    PostTitle,
)
from db.models.base import Numbered, write_date
from db.names import fold
from db.names.sorting import sorted_name
from db.rows import Key
from db.seeing import reader_of
from db.vocabulary import OPEN_STATUSES

_HOOKS = ("action_id", "meeting_id", "visit_id", "official_id")


def put(desk: Desk, row: Numbered, field: Field, value: Any) -> None:
    """Give a record the value that was read from a field."""
    match field.takes:
        case "date":
            write_date(row, field.kept_in, value)
        case "due":
            _put_due(row, value)
        case "topics":
            _put_topics(desk, row, value)
        case "countries":
            _put_rows(desk, ActionParty, "action_id", row, {code: {} for code in value})
        case "parties":
            _put_rows(desk, MeetingParty, "meeting_id", row, {code: {"role": role} for code, role in value})
        case "owner":
            _put_link(row, OWNERS, {value.column: value.value} if value else {})
        case "hook":
            _put_link(row, _HOOKS, {f"{value.kind}_id": value.number} if value else {})
        case "event":
            _put_link(row, ("visit_id", "meeting_id"), _event(desk, value))
        case _:
            setattr(row, field.kept_in, _in_column(desk, row, field, value))


def _put_due(row: Numbered, value: PartialDate | Anchored) -> None:
    """A day of its own, or how far from an event: which event that is, is settled once all fields are in."""
    if not isinstance(row, FollowUp):
        return
    if isinstance(value, Anchored):
        row.anchor_kind, row.anchor_id = value.event or value.noun, None
        row.anchor_offset = str(value.offset)
    else:
        row.anchor_kind, row.anchor_id, row.anchor_offset = "", None, ""
        row.due = value


def _in_column(desk: Desk, row: Numbered, field: Field, value: Any) -> Any:
    if field.takes == "series":
        return series_named(desk, value)
    if field.takes == "organisation":
        return _organisation(desk, row, value)
    if field.takes == "visit":
        return value.number if value else None
    if field.name == "rung":
        return RUNGS.index(value)
    return value == "yes" if field.name in YES_OR_NO else value


def _organisation(desk: Desk, row: Numbered, value: tuple[int | None, str] | None) -> int | None:
    if value is None:
        return None
    number, name = value
    if number is not None:
        return number
    made = organisation_named(desk, name, getattr(row, "country", None))
    return made.number if made else None


def _put_topics(desk: Desk, row: Numbered, codes: Iterable[str]) -> None:
    kind = str(row.__tablename__)
    table = TOPICS[kind]
    there = {one.topic: one for one in desk.session.exec(_parts(table, f"{kind}_id", row))}
    wanted = list(codes)
    for code, one in there.items():
        if code not in wanted:
            desk.session.delete(one)
    desk.session.flush()
    for code in wanted:
        if code not in there:
            desk.add(table(topic=code, **{f"{kind}_id": row.number}))


def _put_rows(
    desk: Desk,
    table: type[ActionParty | MeetingParty],
    column: str,
    row: Numbered,
    wanted: Mapping[str, Mapping[str, Any]],
) -> None:
    """Bring the countries of a record to those that are wanted; what else is known of one that stays is kept."""
    here: dict[str, Any] = {column: row.number}
    there = {one.country: one for one in desk.session.exec(_parts(table, column, row))}
    for code, one in there.items():
        if code not in wanted:
            desk.session.delete(one)
    desk.session.flush()
    for code, values in wanted.items():
        if code not in there:
            desk.add(table(country=code, **here, **values))
        else:
            for name, value in values.items():
                setattr(there[code], name, value)


def _parts(table: Any, column: str, row: Numbered) -> Any:
    return select(table).where(getattr(table, column) == row.number).order_by(col(table.id))


def _put_link(row: Numbered, columns: Iterable[str], links: Mapping[str, Any]) -> None:
    """An owner, or what a record hangs on: one of several columns, the others empty."""
    for column in columns:
        setattr(row, column, links.get(column))


def _event(desk: Desk, value: Hook | None) -> dict[str, int | None]:
    """A meeting brings the visit that it is part of."""
    if value is None:
        return {}
    if value.kind == "visit":
        return {"visit_id": value.number}
    meeting = desk.session.get(Meeting, value.number)
    return {"meeting_id": value.number, "visit_id": meeting.visit_id if meeting else None}


def settle(desk: Desk, row: Numbered, earlier: Numbered) -> None:
    """What follows from a change: a closed record knows its day, an old name still finds what it named."""
    if isinstance(row, Action | FollowUp) and isinstance(earlier, Action | FollowUp):
        _closed_or_not(desk, row, earlier)
        if isinstance(row, FollowUp):
            settle_anchor(desk, row)
            settle_rule(desk, row)
        if isinstance(row, Action) and isinstance(earlier, Action) and row.rung != earlier.rung:
            keep_rung(desk, row, earlier.rung, note=_added(row.note, earlier.note))
    elif isinstance(row, Official) and isinstance(earlier, Official):
        _renamed(desk, row, earlier)
    elif isinstance(row, Post) and isinstance(earlier, Post):
        _retitled(desk, row, earlier)
    elif isinstance(row, Organisation) and isinstance(earlier, Organisation):
        _called_otherwise(desk, row, earlier)


def _closed_or_not(desk: Desk, row: Action | FollowUp, earlier: Action | FollowUp) -> None:
    if row.status == earlier.status:
        return
    over = row.status not in ("", *OPEN_STATUSES)
    if over and not row.closed_on:
        row.closed_on = desk.today.isoformat()
    elif not over:
        row.closed_on = row.close_reason = ""


def settle_anchor(desk: Desk, row: FollowUp) -> None:
    """The event that was named, or the one that the follow-up hangs on."""
    if not row.anchor_offset or row.anchor_id is not None:
        return
    reader = reader_of(desk.session)
    named = row.anchor_kind if row.anchor_kind[1:2] == "-" else ""
    hook = next(((column, number) for column in _HOOKS if (number := getattr(row, column))), None)
    on = Key(hook[0].removesuffix("_id"), str(hook[1])) if hook else None  # type: ignore[arg-type]
    try:
        event = event_called(reader, named) if named else event_of(reader, on, row.anchor_kind)
    except BadInput as error:
        raise FormErrors({"due": str(error)}) from None
    if event is None or event.key is None:
        raise FormErrors({"due": WHICH})
    row.anchor_kind, row.anchor_id = event.key.kind, int(event.key.id)


def settle_rule(desk: Desk, row: FollowUp) -> None:
    """What repeats is due at a first time, and its rule says which days it means."""
    if not row.recurrence or row.status not in OPEN_STATUSES:
        return
    try:
        first = row.due.last or first_day(row.recurrence, desk.today)
        rule = tied(row.recurrence, first) if first else ""
    except BadInput:  # from another program's hand; the field itself refuses a new one
        return
    if first is None:
        raise FormErrors({"recurrence": "What repeats so has no day to come any more."})
    if row.due.last is None:
        row.due = PartialDate.day(first)
    row.recurrence = rule


def _added(note: str, before: str) -> str:
    """What a note has come to say; all of it where it was written anew."""
    return "" if note == before else note.removeprefix(before).strip()


def _renamed(desk: Desk, row: Official, earlier: Official) -> None:
    followed = row.sort_name in {sorted_name(earlier.name), sorted_name(earlier.name, earlier.country)}
    if not row.sort_name or (followed and (row.name, row.country) != (earlier.name, earlier.country)):
        row.sort_name = sorted_name(row.name, row.country)
    if row.name != earlier.name:
        preferred = select(OfficialName).where(
            OfficialName.official_id == row.number, OfficialName.kind == "preferred"
        )
        for one in desk.session.exec(preferred).all():
            one.kind = "spelling"
        _spelling(desk, row, row.name, "preferred", "Latn")
    if row.native_name and row.native_name != earlier.native_name:
        _spelling(desk, row, row.native_name, "native", "")


def _spelling(desk: Desk, row: Official, name: str, kind: str, script: str) -> None:
    known = only(desk.session, OfficialName, official_id=row.number, name=name)
    if known is None:
        desk.add(OfficialName(official_id=row.number, name=name, kind=kind, script=script, folded=fold(name)))
    else:
        known.kind = kind


def _retitled(desk: Desk, row: Post, earlier: Post) -> None:
    if (row.title, row.organisation_id) == (earlier.title, earlier.organisation_id):
        return
    with desk.session.no_autoflush:
        others = select(Post).where(
            Post.organisation_id == row.organisation_id,
            Post.title == row.title,
            Post.id != row.id,
            col(Post.merged_into).is_(None),
        )
        if desk.session.exec(others).first() is not None:
            raise FormErrors({"title": f"There is a post “{row.title[:60]}” in this organisation already."})
    if row.title != earlier.title:
        known = only(desk.session, PostTitle, post_id=row.number, title=earlier.title, lang="")
        if known is None:
            desk.add(PostTitle(post_id=row.number, title=earlier.title, folded=fold(earlier.title)))


def _called_otherwise(desk: Desk, row: Organisation, earlier: Organisation) -> None:
    if row.name == earlier.name:
        return
    known = select(OrganisationName).where(
        OrganisationName.organisation_id == row.number, OrganisationName.name == earlier.name
    )
    if desk.session.exec(known).first() is None:
        desk.add(OrganisationName(organisation_id=row.number, name=earlier.name, acronym=earlier.acronym))
