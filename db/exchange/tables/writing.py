"""Very many records in one step: written by the driver's own loop, and in history like anything else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select
from sqlmodel import col
from sqlmodel import select as rows_of

from db.bulk import put
from db.commands.desk import Desk
from db.commands.dossiers import enter_dossier
from db.commands.people import official_named
from db.commands.places import find_post, organisation_named
from db.commands.refs import claim_many
from db.commands.visits import series_named
from db.drafts import (
    ActionDraft,
    Dossier,
    FollowUpDraft,
    MeetingDraft,
    OfficialDraft,
    ParticipantDraft,
    VisitDraft,
)
from db.exchange.tables.columns import Table
from db.exchange.tables.importing import Plan, Progress, no_progress
from db.exchange.tables.memory import Said, place_of
from db.exchange.tables.records import RecordDraft
from db.exchange.tables.rows import Row
from db.history import Recorder, Touched
from db.models import Delegation, Organisation, Participant, Post, Setting, Visit, VisitTopic
from db.models.base import date_columns
from db.names import fold
from db.vocabulary import STILL_TO_COME

if TYPE_CHECKING:
    from sqlalchemy import Table as StoredTable
    from sqlmodel import Session

_AT_ONCE = 500
_DRAFTS_AT_ONCE = 50


def enter_rows(
    session: Session, rows: Sequence[Row], *, today: date, progress: Progress = no_progress
) -> Mapping[str, int]:
    """Enter the visits of a table as part of one step.

    Args:
        session: of the step.
        rows: each a visit that nobody has entered.
        today: for the year in a ref where a row has no date.
        progress: told how far it is; what it raises takes the whole step back.

    Returns:
        how many rows of each table were made.

    Raises:
        Conflict: a name that two bear, or something that the store refuses; nothing is entered then.
    """
    writing = _Writing(session, today)
    refs = claim_many(writing.desk, "visit", [_year(row.draft) for row in rows])
    for start in range(0, len(rows), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        writing.write([row.draft for row in rows[some]], refs[some])
        progress("writing", min(start + _AT_ONCE, len(rows)), len(rows))
    if rows:
        progress("bringing the lists up to date", len(rows), len(rows))
    return {table: number for table, number in sorted(writing.desk.added.items()) if number}


def enter_plan(
    session: Session, found: Plan, *, today: date, progress: Progress = no_progress
) -> Mapping[str, int]:
    """Enter everything that a table would bring, as part of one step.

    Raises:
        BilatError: something that the store refuses; nothing is entered then.
    """
    if found.rows:
        return enter_rows(session, found.rows, today=today, progress=progress)
    added: Counter[str] = Counter()
    total = len(found.entries)
    for start in range(0, total, _DRAFTS_AT_ONCE):
        drafts = [one.draft for one in found.entries[start : start + _DRAFTS_AT_ONCE]]
        added += enter_dossier(session, _dossier(drafts), today=today).added
        session.flush()
        progress("writing", min(start + _DRAFTS_AT_ONCE, total), total)
    if total:
        progress("bringing the lists up to date", total, total)
    return {table: number for table, number in sorted(added.items()) if number}


def _dossier(drafts: Sequence[RecordDraft]) -> Dossier:
    return Dossier(
        bilat=1,
        meetings=tuple(one for one in drafts if isinstance(one, MeetingDraft)),
        actions=tuple(one for one in drafts if isinstance(one, ActionDraft)),
        officials=tuple(one for one in drafts if isinstance(one, OfficialDraft)),
        followups=tuple(one for one in drafts if isinstance(one, FollowUpDraft)),
    )


def _year(draft: VisitDraft) -> int | None:
    return draft.when.first.year if draft.when.first else None


class _Somebody(NamedTuple):
    official: int | None
    post: int | None
    organisation: int | None


class _Writing:
    def __init__(self, session: Session, today: date) -> None:
        self.desk = Desk(session, today)
        self._session = session
        self._recorder: Recorder = session.info[Recorder]
        self._people: dict[tuple[str, str, str, str], _Somebody] = {}
        self._series: dict[str, int | None] = {"": None}
        self._checked: set[str] = set()

    def write(self, drafts: Sequence[VisitDraft], refs: Sequence[str]) -> None:
        """Enter some visits with those who travelled, each under its ref."""
        visits = self._put(
            Visit, [self._visit(ref, draft) for ref, draft in zip(refs, drafts, strict=True)], "ref", refs
        )
        ids: dict[str, int] = {row["ref"]: row["id"] for row in visits}
        numbers = [ids[ref] for ref in refs]
        topics = [
            {"visit_id": number, "topic": topic}
            for number, draft in zip(numbers, drafts, strict=True)
            for topic in draft.topics
        ]
        self._put(VisitTopic, topics, "visit_id", numbers)
        travelled = [(n, draft) for n, draft in zip(numbers, drafts, strict=True) if draft.delegations]
        made = self._put(
            Delegation,
            [
                {"visit_id": number, "country": draft.sending, "size": draft.delegations[0].size}
                for number, draft in travelled
            ],
            "visit_id",
            numbers,
        )
        delegations = {row["visit_id"]: row["id"] for row in made}
        members = [
            self._member(delegations[number], draft, one)
            for number, draft in travelled
            for one in draft.delegations[0].members
        ]
        self._put(Participant, members, "delegation_id", list(delegations.values()))

    def _visit(self, ref: str, draft: VisitDraft) -> dict[str, Any]:
        for field in ("sending", "host"):
            code = getattr(draft, field)
            if code not in self._checked:
                self._checked.add(self.desk.required_country(code, field=field))
        if draft.series not in self._series:
            self._series[draft.series] = series_named(self.desk, draft.series)
        return {
            "ref": ref,
            "sending": draft.sending,
            "host": draft.host,
            "title": draft.title,
            "purpose": draft.purpose,
            "kind": draft.kind,
            "status": draft.status,
            "initiated_by": draft.initiated_by,
            "place": draft.place,
            "series_id": self._series[draft.series],
            "note": draft.note,
            **date_columns("date", draft.when),
        }

    def _member(self, delegation: int, draft: VisitDraft, one: ParticipantDraft) -> dict[str, Any]:
        found = self._somebody(one, draft.sending)
        return {
            "delegation_id": delegation,
            "country": draft.sending,
            "official_id": found.official,
            "post_id": found.post,
            "organisation_id": found.organisation,
            "as_printed": one.as_printed,
            "role": one.role,
            "attendance": "expected" if draft.status in STILL_TO_COME else "attended",
        }

    def _somebody(self, one: ParticipantDraft, country: str) -> _Somebody:
        key = (one.official, one.post, one.organisation, country)
        if key not in self._people:
            official = official_named(self.desk, one.official, country)
            organisation = organisation_named(self.desk, one.organisation, country)
            post = self._post(one.post, organisation, country)
            self._people[key] = _Somebody(
                official.number if official else None,
                post.number if post else None,
                organisation.number if organisation and not post else None,
            )
        return self._people[key]

    def _post(self, title: str, organisation: Organisation | None, country: str) -> Post | None:
        """The post of a country; ministers of two countries whose services nobody names share but a title."""
        if not title:
            return None
        if organisation is not None:
            found = find_post(self.desk, title, organisation)
        else:
            here = rows_of(Post).where(
                Post.country == country, col(Post.organisation_id).is_(None), col(Post.merged_into).is_(None)
            )
            found = next((one for one in self._session.exec(here) if fold(one.title) == fold(title)), None)
        return found or self.desk.add(
            Post(title=title, organisation_id=organisation.number if organisation else None, country=country)
        )

    def _put(
        self, model: Any, rows: Sequence[Mapping[str, Any]], column: str, among: Collection[Any]
    ) -> list[dict[str, Any]]:
        """Put rows in, and write them down as they have become; they are found again by a column's values."""
        if not rows:
            return []
        table: StoredTable = model.__table__
        connection = self._session.connection()
        columns = tuple(rows[0])
        put(connection, table, [tuple(row.values()) for row in rows], columns)
        wanted, made = sorted(among), []
        for start in range(0, len(wanted), _AT_ONCE):
            where = table.columns[column].in_(wanted[start : start + _AT_ONCE])
            found = connection.execute(select(table).where(where).order_by(table.columns["id"]))
            made += [dict(row) for row in found.mappings()]
        self._recorder.log(self._session, [Touched(table.name, str(row["id"]), None, row) for row in made])
        self.desk.added[table.name] += len(made)
        return made


def remember(session: Session, table: Table, said: Said) -> None:
    """Keep what was said of a table with these headers, for the next one; it is no part of history."""
    name, value = place_of(table), said.text()
    row = session.get(Setting, name)
    if row is None:
        session.add(Setting(name=name, value=value))
    else:
        row.value = value
