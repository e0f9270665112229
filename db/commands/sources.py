"""Sources and citations: where facts come from, and which of them the record follows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from sqlmodel import col, select

from db import models
from db.commands.desk import Desk, only, required
from db.commands.naming import find_record
from db.commands.tables import TABLES
from db.dates import PartialDate
from db.drafts import CitationDraft, SourceDraft
from db.errors import BadInput, Conflict
from db.models.base import Numbered, date_columns
from db.rows import Key

FOLLOWED = {  # the fields that an accepted citation carries into its record
    "visit": ("sending", "host", "title", "purpose", "kind", "status", "initiated_by", "place"),
    "meeting": ("title", "format", "mode", "status", "place"),
    "action": ("text", "verb"),
}
DATED = {"visit": "date", "meeting": "date", "action": "due"}


def enter_source(desk: Desk, draft: SourceDraft) -> models.Source:
    """Make a source, or find the one with the same key or the same text."""
    digest = hashlib.sha256(draft.body.encode()).hexdigest() if draft.body else ""
    key = draft.key or digest[:16] or f"{draft.kind}:{draft.publisher}:{draft.title}:{draft.published}"
    source = only(desk.session, models.Source, key=key) or (
        only(desk.session, models.Source, body_sha256=digest) if digest else None
    )
    if source is not None:
        return source
    original = (
        required(desk.session, models.Source, f"source “{draft.duplicate_of}”", key=draft.duplicate_of)
        if draft.duplicate_of
        else None
    )
    taken_over = draft.model_dump(
        exclude={
            "key",
            "published",
            "published_text",
            "published_basis",
            "duplicate_of",
            "background",
            "merged_into",
        }
    )
    return desk.add(
        models.Source(
            key=key,
            body_sha256=digest,
            duplicate_of=original.number if original else None,
            **date_columns("date", draft.when),
            **taken_over,
        )
    )


def enter_citation(desk: Desk, source: models.Source, draft: CitationDraft) -> models.Citation:
    """Say what a source says on a record; an accepted one takes the place of the one accepted before.

    Raises:
        NotFound: when the record is not in the store.
        Conflict: when its value does not fit the field.
    """
    kind, number = find_record(desk, draft.of)
    known = select(models.Citation).where(
        models.Citation.source_id == source.number,
        models.Citation.record_kind == kind,
        models.Citation.record_id == number,
        models.Citation.field == draft.field,
        models.Citation.value == draft.value,
        models.Citation.locator == draft.locator,
        models.Citation.quote == draft.quote,
    )
    if (there := desk.session.exec(known).first()) is not None:
        return there
    if draft.accepted:
        _step_back(desk, kind, number, draft.field)
        _follow(desk, kind, number, draft)
    start, end = draft.span or (None, None)
    return desk.add(
        models.Citation(
            source_id=source.number,
            record_kind=kind,
            record_id=number,
            span_start=start,
            span_end=end,
            **draft.model_dump(exclude={"of", "source", "span"}),
        )
    )


def cite_all(desk: Desk, source: models.Source, keys: Iterable[Key]) -> None:
    """The same for many records; what the source is cited for already is asked once."""
    there = select(models.Citation.record_kind, models.Citation.record_id).where(
        models.Citation.source_id == source.number
    )
    known = set(desk.session.exec(there))
    for key in keys:
        if (key.kind, int(key.id)) not in known:
            known.add((key.kind, int(key.id)))
            desk.put(models.Citation, source_id=source.number, record_kind=key.kind, record_id=int(key.id))


def cite_whole(desk: Desk, source: models.Source, key: Key) -> None:
    """Say that a source is behind a record as a whole, once."""
    where: dict[str, Any] = {
        "source_id": source.number,
        "record_kind": key.kind,
        "record_id": int(key.id),
    }
    if only(desk.session, models.Citation, **where) is None:
        desk.add(models.Citation(**where))


def _step_back(desk: Desk, kind: str, number: int, field: str) -> None:
    accepted = select(models.Citation).where(
        models.Citation.record_kind == kind,
        models.Citation.record_id == number,
        models.Citation.field == field,
        col(models.Citation.accepted).is_(True),
    )
    for citation in desk.session.exec(accepted):
        citation.accepted = False
    desk.session.flush()


def _follow(desk: Desk, kind: str, number: int, draft: CitationDraft) -> None:
    """The record takes the accepted value; its date keeps the words in which it was first written."""
    row = desk.session.get(TABLES[kind], number)
    if row is None or not draft.value:
        return
    if draft.field == DATED.get(kind):
        _follow_date(row, draft.field, draft)
    elif draft.field in FOLLOWED.get(kind, ()):
        if draft.field in ("sending", "host"):
            desk.country(draft.value, field=draft.field)
        if getattr(row, draft.field) != draft.value:
            setattr(row, draft.field, draft.value)
    desk.session.flush()


def _follow_date(row: Numbered, prefix: str, draft: CitationDraft) -> None:
    if getattr(row, f"{prefix}_edtf") == draft.value:
        return
    try:
        when = PartialDate.from_edtf(draft.value, getattr(row, f"{prefix}_text"), "corroborated")
    except BadInput as error:
        raise Conflict(f"{draft.of}: {error}", draft.field) from None
    for column, value in date_columns(prefix, when).items():
        setattr(row, column, value)
