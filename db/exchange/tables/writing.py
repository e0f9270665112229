"""Very many records in one step: written by the driver's own loop, and in history like anything else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlmodel import SQLModel, col
from sqlmodel import select as rows_of

from db.bulk import put
from db.commands.desk import Desk
from db.commands.dossiers import enter_dossier
from db.commands.numbering import Numbering
from db.commands.people import know_bearers, official_named
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
from db.exchange.tables.header import Table
from db.exchange.tables.importing import Plan
from db.exchange.tables.memory import Said, place_of
from db.exchange.tables.records import RecordDraft
from db.exchange.tables.rows import Row
from db.history import Recorder
from db.models import Delegation, Organisation, Participant, Post, Setting, Visit, VisitTopic
from db.models.base import Numbered, date_columns
from db.names import fold
from db.telling import Tell, nobody
from db.vocabulary import STILL_TO_COME

if TYPE_CHECKING:
    from sqlalchemy import Table as StoredTable
    from sqlmodel import Session

_AT_ONCE = 500
_DRAFTS_AT_ONCE = 50


def enter_rows(
    session: Session, rows: Sequence[Row], *, today: date, tell: Tell = nobody
) -> Mapping[str, int]:
    """Enter the visits of a table as part of one step.

    Args:
        session: of the step.
        rows: each a visit that nobody has entered.
        today: for the year in a ref where a row has no date.
        tell: told how far it is; what it raises takes the whole step back.

    Returns:
        how many rows of each table were made.

    Raises:
        Conflict: a name that two bear, or something that the store refuses; nothing is entered then.
    """
    writing = _Writing(session, today)
    writing.know_people([row.draft for row in rows])
    refs = claim_many(writing.desk, "visit", [_year(row.draft) for row in rows])
    for start in range(0, len(rows), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        writing.write([row.draft for row in rows[some]], refs[some])
        tell("writing", min(start + _AT_ONCE, len(rows)), len(rows))
    if rows:
        tell("bringing the lists up to date", len(rows), len(rows))
    return {table: number for table, number in sorted(writing.desk.added.items()) if number}


def enter_plan(session: Session, found: Plan, *, today: date, tell: Tell = nobody) -> Mapping[str, int]:
    """Enter everything that a table would bring, as part of one step.

    Raises:
        BilatError: something that the store refuses; nothing is entered then.
    """
    if found.rows:
        return enter_rows(session, found.rows, today=today, tell=tell)
    added: Counter[str] = Counter()
    total = len(found.entries)
    for start in range(0, total, _DRAFTS_AT_ONCE):
        drafts = [one.draft for one in found.entries[start : start + _DRAFTS_AT_ONCE]]
        added += enter_dossier(session, _dossier(drafts), today=today).added
        session.flush()
        tell("writing", min(start + _DRAFTS_AT_ONCE, total), total)
    if total:
        tell("bringing the lists up to date", total, total)
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
        self._numbering = Numbering(session)
        self.desk = Desk(session, today, numbering=self._numbering)
        self._session = session
        self._recorder: Recorder = session.info[Recorder]
        self._people: dict[tuple[str, str, str, str], _Somebody] = {}
        self._series: dict[str, int | None] = {"": None}
        self._checked: set[str] = set()

    def know_people(self, drafts: Sequence[VisitDraft]) -> None:
        """Ask in a few questions who bears the names of a table, instead of name by name."""
        members = (one for draft in drafts for place in draft.delegations for one in place.members)
        know_bearers(self.desk, {fold(one.official) for one in members if one.official})

    def write(self, drafts: Sequence[VisitDraft], refs: Sequence[str]) -> None:
        """Enter some visits with those who travelled, each under its ref."""
        visits = self._put(Visit, [self._visit(ref, draft) for ref, draft in zip(refs, drafts, strict=True)])
        numbered = [(row["id"], draft) for row, draft in zip(visits, drafts, strict=True)]
        topics = [
            {"visit_id": number, "topic": topic} for number, draft in numbered for topic in draft.topics
        ]
        self._put(VisitTopic, topics)
        travelled = [(number, draft) for number, draft in numbered if draft.delegations]
        delegations = self._put(
            Delegation,
            [
                {"visit_id": number, "country": draft.sending, "size": draft.delegations[0].size}
                for number, draft in travelled
            ],
        )
        members = [
            self._member(delegation["id"], draft, one)
            for delegation, (_, draft) in zip(delegations, travelled, strict=True)
            for one in draft.delegations[0].members
        ]
        self._put(Participant, members)

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

    def _put(self, model: type[Numbered], rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Put rows in, and write them down with the ids that they get and with what nobody said of them."""
        if not rows:
            return []
        self._session.flush()  # what these rows name has to stand before them in the log
        name = str(model.__tablename__)
        table: StoredTable = SQLModel.metadata.tables[name]
        blank = {name: field.default for name, field in model.model_fields.items() if not field.is_required()}
        ids = self._numbering.several(model, len(rows))
        made = [{**blank, **row, "id": number} for number, row in zip(ids, rows, strict=True)]
        columns = tuple(made[0])
        values = [tuple(row.values()) for row in made]
        put(self._session.connection(), table, values, columns)
        self._recorder.log_made(self._session, model, columns, values)
        self.desk.added[name] += len(made)
        return made


def remember(session: Session, table: Table, said: Said) -> None:
    """Keep what was said of a table with these headers, for the next one; it is no part of history."""
    name, value = place_of(table), said.text()
    row = session.get(Setting, name)
    if row is None:
        session.add(Setting(name=name, value=value))
    else:
        row.value = value
