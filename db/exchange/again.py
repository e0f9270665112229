"""A source's dossier that is imported again: records for which it gives no ref are those that it made before."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from sqlalchemy import Select, bindparam, text
from sqlalchemy import select as columns_of
from sqlmodel import col, select

from db.commands.refs import LOOKING_UP
from db.models import Action, Citation, FollowUp, Meeting, MeetingParty, Source, Visit
from db.projections.many import about
from db.telling import Tell, nobody

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.drafts import ActionDraft, Dossier, Draft, FollowUpDraft, MeetingDraft, VisitDraft

DraftT = TypeVar("DraftT", bound="Draft")
_AT_ONCE = 500
_LITTLE = ("purpose", "place", "note")
"""What else has to be equal in events that have neither a date nor a title."""
_TOLD_BY: dict[type[Any], tuple[str, ...]] = {
    Visit: ("id", "ref", "sending", "host", "date_first", "date_edtf", "title", *_LITTLE),
    Meeting: ("id", "ref", "visit_id", "date_edtf", "title", "format", "place", "note"),
    Action: ("id", "ref", "visit_id", "meeting_id", "text"),
    FollowUp: ("id", "ref", "visit_id", "meeting_id", "action_id", "text"),
}
"""The columns by which a record is known again."""
_ON = ("action_id", "meeting_id", "visit_id")
"""What a record may hang on, the nearest first."""


def with_refs(session: Session, dossier: Dossier, tell: Tell = nobody) -> Dossier:
    """The dossier with the refs that its records have in the store, where they are there in its own words."""
    return _Again(session, dossier, tell).dossier()


class _Again:
    def __init__(self, session: Session, dossier: Dossier, tell: Tell) -> None:
        self._session = session
        self._dossier = dossier
        self._tell = tell
        self._taken: set[tuple[str, int]] = set()
        self._near = _Near({}, {}, {})

    def dossier(self) -> Dossier:
        plain = self._dossier
        return plain.model_copy(
            update={
                "visits": tuple(self._visits(plain.visits)),
                "meetings": tuple(self._meeting(one, self._ref(Visit, one.on)) for one in plain.meetings),
                "actions": tuple(self._action(one, self._event(one.on)) for one in plain.actions),
                "followups": tuple(self._on_its_own(one) for one in plain.followups),
            }
        )

    def _visits(self, drafts: Sequence[VisitDraft]) -> Iterator[VisitDraft]:
        for start in range(0, len(drafts), _AT_ONCE):
            some = drafts[start : start + _AT_ONCE]
            self._near = _near(self._session, some)
            yield from map(self._visit, some)
            self._tell(LOOKING_UP, start + len(some), len(drafts))

    def _visit(self, draft: VisitDraft) -> VisitDraft:
        first = _first(draft)
        said = {
            "sending": draft.sending,
            "host": draft.host,
            "date_first": first,  # says nothing new, but has an index
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

    def _meeting(self, draft: MeetingDraft, visit: Any) -> MeetingDraft:
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
        return self._asked(table, {"ref": ref}).first() if ref else None

    # --- which record it is ---

    def _known(self, draft: Any, table: Any, said: dict[str, Any], *, little: bool = False) -> Any:
        """The record that a draft made before; with a ref it is that one or none."""
        if draft.ref:
            return self._ref(table, draft.ref)
        if little:
            said |= {name: getattr(draft, name) for name in _LITTLE if name in table.model_fields}
        for row in self._saying(table, said):
            place = (str(table.__tablename__), row.id)
            if (
                place not in self._taken
                and (table is not Meeting or self._parties(row.id) == set(draft.parties))
                and (not little or self._cited(*place))
            ):
                self._taken.add(place)
                return row
        return None

    def _saying(self, table: Any, said: dict[str, Any]) -> Iterable[Any]:
        """The records that say this, by their ids; those near the visits of the dossier are at hand."""
        near = self._near.of(table, said)
        if near is None:
            asked: Iterable[Any] = self._asked(table, said)
            return asked
        return [row for row in near if all(getattr(row, name) == value for name, value in said.items())]

    def _asked(self, table: Any, said: dict[str, Any]) -> Any:
        absent = frozenset(name for name, value in said.items() if value is None)
        return self._session.connection().execute(_question(table, tuple(said), absent), said)

    def _parties(self, meeting: int) -> set[str]:
        if (near := self._near.parties.get(meeting)) is not None:
            return near
        return set(self._session.exec(select(MeetingParty.country).where(MeetingParty.meeting_id == meeting)))

    def _cited(self, kind: str, number: int) -> bool:
        """Whether the dossier's source, if it has one, is behind a record."""
        source = self._dossier.source
        if source is None:
            return True
        wanted = (
            select(Citation.id)
            .join(Source, col(Source.id) == Citation.source_id)
            .where(
                Citation.record_kind == kind,
                Citation.record_id == number,
                Source.title == source.title,
                Source.publisher == source.publisher,
            )
        )
        return self._session.exec(wanted).first() is not None


def _first(draft: VisitDraft) -> str | None:
    first = draft.when.first
    return first.isoformat() if first else None


class _Near(NamedTuple):
    """What the store holds on the days of some visits, asked at once.

    Attributes:
        visits: by sides and first day, for every visit that was asked about.
        hanging: by table, and by the column and number of what they hang on.
        parties: the countries of each meeting.
    """

    visits: Mapping[tuple[str, str, str], Sequence[Any]]
    hanging: Mapping[type[Any], Mapping[tuple[str, int], Sequence[Any]]]
    parties: Mapping[int, set[str]]

    def of(self, table: type[Any], said: Mapping[str, Any]) -> Sequence[Any] | None:
        """The records among which those that say this are; None where they were not asked for."""
        if table is Visit:
            return self.visits.get((said["sending"], said["host"], said["date_first"]))
        on = next(((name, said[name]) for name in _ON if said.get(name) is not None), None)
        return None if on is None else self.hanging.get(table, {}).get(on)


def _near(session: Session, drafts: Sequence[VisitDraft]) -> _Near:
    connection = session.connection()
    days = {(one.sending, one.host, first) for one in drafts if (first := _first(one)) and not one.ref}
    visits: dict[tuple[str, str, str], list[Any]] = {day: [] for day in days}
    for row in connection.execute(_ON_DAYS, {"days": json.dumps(sorted(days))}):
        visits[row.sending, row.host, row.date_first].append(row)

    hanging: dict[type[Any], dict[tuple[str, int], list[Any]]] = defaultdict(dict)

    def hang(table: type[Any], column: str, on: Sequence[int]) -> list[int]:
        """Ask for what hangs on some records in one column."""
        of = hanging[table]
        of |= {(column, number): [] for number in on}
        question = f"SELECT {', '.join(_TOLD_BY[table])} FROM {table.__tablename__} WHERE {column} IN :ids"
        for row in sorted(about(connection, question, on), key=_id):
            of[column, getattr(row, column)].append(row)
        return [row.id for number in on for row in of[column, number]]

    there = [row.id for rows in visits.values() for row in rows]
    meetings = hang(Meeting, "visit_id", there)
    actions = hang(Action, "visit_id", there) + hang(Action, "meeting_id", meetings)
    for column, on in (("visit_id", there), ("meeting_id", meetings), ("action_id", actions)):
        hang(FollowUp, column, sorted({*on}))
    parties: dict[int, set[str]] = {number: set() for number in meetings}
    for row in about(connection, _PARTIES, meetings):
        parties[row.meeting_id].add(row.country)
    return _Near(visits, hanging, parties)


_id = attrgetter("id")
_PARTIES = "SELECT meeting_id, country FROM meeting_party WHERE meeting_id IN :ids"
_ON_DAYS = text(
    f"SELECT {', '.join(_TOLD_BY[Visit])} FROM visit WHERE (sending, host, date_first) IN ("
    " SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]')"
    " FROM json_each(:days)) ORDER BY id"
)


@cache
def _question(table: Any, columns: tuple[str, ...], absent: frozenset[str]) -> Select[Any]:
    """A question for the records that say this in these columns, and nothing in those that are absent."""
    statement = columns_of(*(getattr(table, name) for name in _TOLD_BY[table])).order_by(table.id)
    for name in columns:
        column = getattr(table, name)
        statement = statement.where(column.is_(None) if name in absent else column == bindparam(name))
    return statement
