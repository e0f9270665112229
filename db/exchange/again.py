"""A source's dossier that is imported again: records for which it gives no ref are those that it made before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Select, bindparam
from sqlalchemy import select as columns_of
from sqlmodel import col, select

from db.models import Action, Citation, FollowUp, Meeting, MeetingParty, Source, Visit
from db.models.base import Numbered

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.drafts import ActionDraft, Dossier, Draft, FollowUpDraft, MeetingDraft, VisitDraft

DraftT = TypeVar("DraftT", bound="Draft")
_LITTLE = ("purpose", "place", "note")
"""What else has to be equal in events that have neither a date nor a title."""


def with_refs(session: Session, dossier: Dossier) -> Dossier:
    """The dossier with the refs that its records have in the store, where they are there in its own words."""
    return _Again(session, dossier).dossier()


class _Again:
    def __init__(self, session: Session, dossier: Dossier) -> None:
        self._session = session
        self._dossier = dossier
        self._taken: set[tuple[str, int]] = set()

    def dossier(self) -> Dossier:
        plain = self._dossier
        return plain.model_copy(
            update={
                "visits": tuple(self._visit(one) for one in plain.visits),
                "meetings": tuple(self._meeting(one, self._ref(Visit, one.on)) for one in plain.meetings),
                "actions": tuple(self._action(one, self._event(one.on)) for one in plain.actions),
                "followups": tuple(self._on_its_own(one) for one in plain.followups),
            }
        )

    def _visit(self, draft: VisitDraft) -> VisitDraft:
        first = draft.when.first  # says nothing new, but has an index
        said = {
            "sending": draft.sending,
            "host": draft.host,
            "date_first": first.isoformat() if first else None,
            "date_edtf": draft.date,
            "title": draft.title,
        }
        row = self._known(draft, Visit, said, little=not (draft.date or draft.title))
        if row is None:
            return draft
        at = {"visit_id": row.id, "meeting_id": None}
        return draft.model_copy(
            update={
                "ref": row.ref,
                "meetings": tuple(self._meeting(one, row) for one in draft.meetings),
                "actions": tuple(self._action(one, at) for one in draft.actions),
                "followups": tuple(self._followup(one, visit_id=row.id) for one in draft.followups),
            }
        )

    def _meeting(self, draft: MeetingDraft, visit: Visit | None) -> MeetingDraft:
        said = {
            "visit_id": visit.id if visit else None,
            "date_edtf": draft.date,
            "title": draft.title,
            "format": draft.format,
        }
        row = self._known(draft, Meeting, said, little=not (visit or draft.date or draft.title))
        if row is None:
            return draft
        at = {"visit_id": row.visit_id, "meeting_id": row.id}
        return draft.model_copy(
            update={
                "ref": row.ref,
                "actions": tuple(self._action(one, at) for one in draft.actions),
                "followups": tuple(self._followup(one, meeting_id=row.id) for one in draft.followups),
            }
        )

    def _action(self, draft: ActionDraft, at: dict[str, Any] | None) -> ActionDraft:
        row = self._known(draft, Action, {"text": draft.text, **at}) if at is not None else None
        if row is None:
            return draft
        steps = tuple(self._followup(one, action_id=row.id) for one in draft.followups)
        return draft.model_copy(update={"ref": row.ref, "followups": steps})

    def _followup(self, draft: FollowUpDraft, **on: Any) -> FollowUpDraft:
        row = self._known(draft, FollowUp, {"text": draft.text, **on})
        return draft if row is None else draft.model_copy(update={"ref": row.ref})

    def _on_its_own(self, draft: FollowUpDraft) -> FollowUpDraft:
        """A follow-up that says itself what it hangs on; of one that hangs on a person the text has to do."""
        for table in (Action, Meeting, Visit):
            if row := self._ref(table, draft.on):
                return self._followup(draft, **{f"{table.__tablename__}_id": row.id})
        nothing = dict.fromkeys(("action_id", "meeting_id", "visit_id"))
        return self._followup(draft, **nothing)

    def _event(self, ref: str) -> dict[str, Any] | None:
        """The columns of an outcome that hangs on an event; None where that is not there yet."""
        if not ref:
            return {"visit_id": None, "meeting_id": None}
        if meeting := self._ref(Meeting, ref):
            return {"meeting_id": meeting.id}
        visit = self._ref(Visit, ref)
        return {"visit_id": visit.id, "meeting_id": None} if visit else None

    def _ref(self, table: type[Any], ref: str) -> Any:
        return self._session.exec(select(table).where(table.ref == ref)).first() if ref else None

    # --- which record it is ---

    def _known(self, draft: Any, table: Any, said: dict[str, Any], *, little: bool = False) -> Any:
        """The record that a draft made before; with a ref it is that one or none."""
        if draft.ref:
            return self._ref(table, draft.ref)
        if little:
            said |= {name: getattr(draft, name) for name in _LITTLE if name in table.model_fields}
        absent = frozenset(name for name, value in said.items() if value is None)
        # Asked for the number alone: most are not there, and a dossier may have thousands.
        question = _numbers(table, tuple(said), absent)
        found = self._session.connection().execute(question, said).scalars().all()
        for row in self._such(draft, [self._session.get(table, number) for number in found]):
            place = (str(table.__tablename__), row.id)
            if place not in self._taken and (not little or self._cited(row)):
                self._taken.add(place)
                return row
        return None

    def _such(self, draft: Any, rows: Sequence[Any]) -> Iterable[Any]:
        """Of meetings, those of the same parties."""
        for row in rows:
            if isinstance(row, Meeting):
                parties = select(MeetingParty.country).where(MeetingParty.meeting_id == row.id)
                if set(self._session.exec(parties)) != set(draft.parties):
                    continue
            yield row

    def _cited(self, row: Numbered) -> bool:
        """Whether the dossier's source, if it has one, is behind a record."""
        source = self._dossier.source
        if source is None:
            return True
        wanted = (
            select(Citation.id)
            .join(Source, col(Source.id) == Citation.source_id)
            .where(
                Citation.record_kind == str(row.__tablename__),
                Citation.record_id == row.number,
                Source.title == source.title,
                Source.publisher == source.publisher,
            )
        )
        return self._session.exec(wanted).first() is not None


@cache
def _numbers(table: Any, columns: tuple[str, ...], absent: frozenset[str]) -> Select[tuple[int]]:
    """A question for the records that say this in these columns, and nothing in those that are absent."""
    statement = columns_of(table.id).order_by(table.id)
    for name in columns:
        column = getattr(table, name)
        statement = statement.where(column.is_(None) if name in absent else column == bindparam(name))
    return statement
