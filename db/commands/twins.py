"""A visit that is told of again: it gains a source and what it did not have, or it is remembered as another one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from db import models
from db.commands.apart import not_same
from db.commands.desk import Desk, required
from db.commands.people import official_named
from db.commands.sources import enter_citation, enter_source
from db.commands.visits import enter_visit
from db.drafts import CitationDraft, SourceDraft, VisitDraft
from db.entry.joining import Joining, join
from db.rows import Key
from db.seeing import reader_of
from db.vocabulary import Stance


def add_as_source(
    desk: Desk, typed: Mapping[str, Any], ref: str, *, source: Mapping[str, Any], words: str, officer: str
) -> Joining:
    """Let a visit gain a source and what that says and the visit did not have.

    Args:
        desk: the step at work.
        typed: the visit as a dossier has it.
        ref: of the visit that it is.
        source: as a dossier has it; empty for what the officer knows.
        words: in which it was told, kept beside the source.
        officer: who knows it, where no source is named.

    Raises:
        NotFound: when there is no such visit.
        Conflict: when that one went another way.
    """
    desk.session.flush()
    found = join(reader_of(desk.session), dict(typed), ref)
    told_by = _source(desk, source, officer)
    desk.source_id = told_by.number
    values = found.values | {key: typed.get(key, ()) for key in ("actions", "followups")}
    visit = enter_visit(desk, VisitDraft.from_plain(values))
    if found.head is not None:
        lead(desk, visit, *found.head)
    # The officer's own words are what the officer knows; of another source they only say where it was read.
    whole = (
        CitationDraft(of=ref, locator=f"as entered: {words}")
        if source
        else CitationDraft(of=ref, quote=words)
    )
    enter_citation(desk, told_by, whole)
    if found.date:
        enter_citation(desk, told_by, CitationDraft(of=ref, field="date", value=found.date, accepted=True))
    for one in found.differs:
        stance: Stance = "contradicts" if one.placed else "states"
        cited = CitationDraft(of=ref, field=one.field, value=one.told, stance=stance)
        enter_citation(desk, told_by, cited)
    desk.conflicts += [f"{ref}: {one.sentence}" for one in found.differs]
    return found


def keep_apart(
    desk: Desk, number: int, refs: Sequence[str], kind: Literal["visit", "meeting"] = "visit"
) -> None:
    """Remember for ever that visits are not the same, or that meetings are not.

    Raises:
        NotFound: when one of them is not in the store.
    """
    table: type[models.Visit | models.Meeting] = models.Meeting if kind == "meeting" else models.Visit
    for ref in refs:
        other = required(desk.session, table, f"{kind} {ref}", ref=ref).number
        if other != number:
            not_same(desk.session, Key(kind, str(number)), Key(kind, str(other)))


def _source(desk: Desk, source: Mapping[str, Any], officer: str) -> models.Source:
    """The source that is named, else what the officer knows on this day."""
    if source:
        return enter_source(desk, SourceDraft.from_plain(source))
    today = desk.today.isoformat()
    own = SourceDraft(
        key=f"own knowledge:{officer}:{today}",
        kind="own knowledge",
        title="Own knowledge",
        author=officer,
        published=today,
    )
    return enter_source(desk, own)


def lead(desk: Desk, visit: models.Visit, participant: int, name: str) -> None:
    """Let somebody have led the delegation; a post or an unnamed head gains its name and keeps its line."""
    head = required(desk.session, models.Participant, f"head of {visit.ref}", id=participant)
    head.role = "head"
    official = official_named(desk, name, head.country or visit.sending)
    if official is not None:
        head.official_id = official.number
        if head.group_name == "not named":
            head.group_name = ""
    desk.session.flush()
