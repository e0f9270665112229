"""A form for a record that is not there yet becomes a draft, and the draft a record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from db.commands.actions import enter_action, enter_followup
from db.commands.desk import Desk
from db.commands.edit import Saved
from db.commands.edit_fields import put, settle_anchor, settle_rule
from db.commands.edit_parts import put_parts
from db.commands.meetings import enter_meeting
from db.commands.people import enter_official
from db.commands.places import enter_organisation, enter_post
from db.commands.sources import enter_source
from db.commands.titles import title_of
from db.commands.visits import enter_visit
from db.dates import PartialDate
from db.drafts import (
    ActionDraft,
    Draft,
    FollowUpDraft,
    MeetingDraft,
    OfficialDraft,
    OrganisationDraft,
    PostDraft,
    SourceDraft,
    VisitDraft,
)
from db.errors import Conflict
from db.forms.errors import FormErrors
from db.forms.fields import FIELDS, YES_OR_NO, field_of
from db.forms.reading import read_all
from db.forms.together import check
from db.history import Recorder
from db.models import FollowUp
from db.models.base import Numbered
from db.queries.forms import form
from db.rows import Key, Kind, noun
from db.seeing import reader_of

if TYPE_CHECKING:
    from sqlmodel import Session

_DRAFTS: dict[Kind, tuple[type[Draft], Callable[[Desk, Any], Numbered]]] = {
    "visit": (VisitDraft, enter_visit),
    "meeting": (MeetingDraft, enter_meeting),
    "action": (ActionDraft, enter_action),
    "followup": (FollowUpDraft, enter_followup),
    "official": (OfficialDraft, enter_official),
    "post": (PostDraft, enter_post),
    "organisation": (OrganisationDraft, enter_organisation),
    "source": (SourceDraft, enter_source),
}


def create(
    session: Session,
    kind: Kind,
    texts: Mapping[str, str],
    *,
    today: date,
    day_first: bool = True,
    desk: str = "",
) -> Saved:
    """Make a record of what stands in a form; `desk` is the country whose working days count where nothing says whose.

    Raises:
        FormErrors: some fields cannot be taken, all of them at once; or there is such a record already.
    """
    values, problems = read_all(reader_of(session), kind, texts, today=today, day_first=day_first, desk=desk)
    if not problems:
        problems = check(kind, values, today)
    if problems:
        raise FormErrors(problems)
    draft, enter = _DRAFTS[kind]
    at_work = Desk(session, today)
    try:
        row = enter(at_work, draft.from_plain(_plain(kind, values)))
    except Conflict as error:
        raise FormErrors({error.field if error.field in values else "": str(error)}) from None
    if not at_work.added[kind]:
        first = FIELDS[kind][0].name
        raise FormErrors(
            {first: f"This is in the store already; edit it there. Nothing was added to {_name(row)}."}
        )
    for field in FIELDS[kind]:
        if field.lists and values[field.name]:
            put_parts(at_work, row, row, field, values[field.name])
    if isinstance(row, FollowUp):
        put(at_work, row, field_of("followup", "due"), values["due"])
        settle_anchor(at_work, row)
        settle_rule(at_work, row)
    session.flush()
    session.info[Recorder].tell(session, f"new {noun(kind)} {title_of(row)}")
    key = Key(kind, str(row.number))
    return Saved(key, form(reader_of(session), key).title, ())


def _name(row: Numbered) -> str:
    return str(getattr(row, "name", "") or getattr(row, "title", "") or "it")


def _plain(kind: Kind, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values by the names of the draft, which finds people and offices by name once more."""
    plain: dict[str, Any] = {}
    for field in FIELDS[kind]:
        if field.lists:
            continue
        value = values[field.name]
        match field.takes:
            case "date":
                plain |= _dated(field.name, value)
            case "due":
                pass  # it may hang on an event, which the record must be there for
            case "organisation":
                plain[field.name] = value[1] if value else ""
            case "owner" | "visit" | "event" | "hook":
                plain[field.name] = value.name if value else ""
            case "parties":
                plain["parties"] = tuple(code for code, _ in value)
                plain["roles"] = dict(value)
            case _:
                plain[field.name] = value if value is not None else ""
    plain |= {name: values[name] == "yes" for name in YES_OR_NO & values.keys()}
    if kind == "action":
        plain["status"] = values["status"] or None
    return plain


def _dated(name: str, when: PartialDate) -> dict[str, str]:
    return {name: when.edtf, f"{name}_text": when.text, f"{name}_basis": when.basis}
