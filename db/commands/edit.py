"""A form is saved: only what was changed in it, and never over what somebody else has changed meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from db.commands.desk import Desk
from db.commands.edit_fields import put, settle
from db.commands.edit_parts import put_parts
from db.commands.tables import TABLES
from db.commands.titles import title_of
from db.errors import BadInput, NotFound
from db.forms.errors import FormErrors, Stale
from db.forms.fields import FIELDS
from db.forms.reading import read_field, working_days_of
from db.forms.rungs import unsaid
from db.forms.together import check
from db.history import Recorder
from db.merged import standing
from db.queries.forms import form
from db.rows import Key
from db.seeing import reader_of

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.reader import Reader


class Changed(NamedTuple):
    """One field, as its form showed it before and shows it now."""

    field: str
    before: str
    after: str


class Saved(NamedTuple):
    """What became of a form.

    Attributes:
        key: the record.
        title: its ref, or its name.
        changes: what is different now; none when nothing was changed.
    """

    key: Key
    title: str
    changes: tuple[Changed, ...]


def save(  # noqa: PLR0913 - what a form was opened with, and what its words are read with
    session: Session,
    key: Key,
    before: Mapping[str, str],
    after: Mapping[str, str],
    *,
    version: int,
    today: date,
    day_first: bool = True,
    desk: str = "",
) -> Saved:
    """Bring a record from the texts that its form was opened with to those that stand in it now.

    Args:
        session: open.
        key: the record.
        before: by field; a field that is the same in both is not touched.
        after: by field.
        version: of the record when the form was opened.
        today: for dates such as "fri".
        day_first: how 3/4/2025 is read.
        desk: the country whose working days count, where nothing else says whose.

    Raises:
        FormErrors: some fields cannot be taken; all of them at once.
        Stale: somebody else has changed the same fields since.
        NotFound: the record is gone.
    """
    session.flush()
    reader = reader_of(session)
    key = standing(reader, key)  # it may have been merged while its form was open
    now = form(reader, key)
    mine = [field for field in FIELDS[key.kind] if after[field.name] != before[field.name]]
    theirs = {
        field.name: (before[field.name], now.values[field.name], after[field.name])
        for field in mine
        # A list names other records, and may have come to say something else without a change of this one.
        if (now.version != version or field.lists)
        and now.values[field.name] not in (before[field.name], after[field.name])
    }
    if theirs:
        raise Stale(now.title, theirs, now.version)
    wanted = {field.name: after[field.name] for field in mine if after[field.name] != now.values[field.name]}
    if not wanted:
        return Saved(key, now.title, ())
    values = _read(reader, key, now.values, wanted, today=today, day_first=day_first, desk=desk)
    at_work = Desk(session, today)
    row = session.get(TABLES[key.kind], int(key.id))
    if row is None:
        raise NotFound(f"{now.title} is no longer in the store.")
    earlier = row.model_copy()
    for field in FIELDS[key.kind]:
        if field.name in wanted and not field.lists:
            put(at_work, row, field, values[field.name])
    for field in FIELDS[key.kind]:  # what the lists mean may hang on the other fields
        if field.name in wanted and field.lists:
            put_parts(at_work, row, earlier, field, values[field.name])
    settle(at_work, row, earlier)
    session.flush()
    session.info[Recorder].tell(session, f"edit {title_of(row)}")
    then = form(reader, key)
    changes = tuple(
        Changed(field.name, now.values[field.name], then.values[field.name])
        for field in FIELDS[key.kind]
        if then.values[field.name] != now.values[field.name]
    )
    return Saved(key, now.title, changes)


def _read(
    reader: Reader,
    key: Key,
    before: Mapping[str, str],
    wanted: Mapping[str, str],
    *,
    today: date,
    day_first: bool,
    desk: str,
) -> dict[str, Any]:
    """The values of all fields; what is wrong with one that nobody touched is nobody's fault now."""
    texts = {**before, **wanted}
    country = working_days_of(reader, key.kind, texts, desk)
    values: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for field in FIELDS[key.kind]:
        try:
            read = read_field(
                reader, field, texts[field.name], today=today, day_first=day_first, country=country
            )
            values[field.name] = read.value
        except BadInput as error:
            if field.name in wanted:
                problems[field.name] = str(error)
    between = check(key.kind, values, today, wanted.keys())
    if key.kind == "action" and "rung" in values and "note" not in wanted:
        between |= unsaid(before.get("rung", ""), values["rung"])
    if problems or between:
        raise FormErrors(between | problems)
    return values
