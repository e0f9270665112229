"""Stores with anything in them that the tables allow: every column, every kind of row, names that many share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from hypothesis import strategies as st

from db import models
from db.dates import PartialDate
from db.models.base import date_columns
from db.names import fold
from db.refs import LETTERS
from db.vocabulary import (
    ActionStatus,
    Attendance,
    Ball,
    DateBasis,
    Disposition,
    EventStatus,
    FollowUpStatus,
    Initiator,
    LinkKind,
    LogKind,
    MeetingFormat,
    MeetingMode,
    NameKind,
    OrganisationKind,
    ParticipantRole,
    PartyRole,
    Reliability,
    SourceKind,
    Stance,
    TenureBasis,
    VisitKind,
    Voice,
)
from tests.db.conftest import FEW

if TYPE_CHECKING:
    from sqlmodel import Session

DATES = (
    "",
    "2025",
    "2025-01-28",
    "2025-01-28/2025-01-29",
    "XXXX-06-15",
    "2022-10-10~",
    "[2025-01-28..2025-01-29]",
)
HELD = ("", "2015-05/..", "2015/2020-03", "/2020", "2015/", "../2020", "2019", "2015~/..")
NASTY = (
    "\x1b[31m", "\r\n", "\n[[visits]]\n", '"""', "'''", "\\u0041", "# x", "=", "\u202e", "\u2028", "é\u0301",
    "محمد", "\t", "{}", "\x7f", "x" * 40,
)  # fmt: skip
words = st.one_of(
    st.sampled_from(("", "", "Same", "same", "Same (2)", "A/B")),
    st.sampled_from(NASTY),
    st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=8),
)
some_words = words.filter(str.strip)
days = st.sampled_from(("", "2026-01-02", "2027-12-31"))
countries = st.sampled_from(FEW)
maybe_country = st.sampled_from((None, *FEW))


class Filler:
    """Puts rows into a store, drawing what they say."""

    def __init__(self, session: Session, data: st.DataObject) -> None:
        self.session = session
        self.data = data
        self.rows: dict[str, list[Any]] = {}
        self.said: set[tuple[Any, ...]] = set()

    def draw(self, strategy: st.SearchStrategy[Any]) -> Any:
        return self.data.draw(strategy)

    def one_of(self, choices: object) -> Any:
        return self.draw(st.sampled_from(get_args(choices)))

    def flag(self) -> bool:
        return bool(self.draw(st.booleans()))

    def any_of(self, kind: str) -> int | None:
        """The number of a row of a table, or none."""
        rows = self.rows.get(kind, [])
        return self.draw(st.sampled_from((None, *(row.id for row in rows)))) if rows else None

    def some_of(self, kind: str) -> int | None:
        """The number of a row of a table, none only where there is none."""
        rows = self.rows.get(kind, [])
        return self.draw(st.sampled_from([row.id for row in rows])) if rows else None

    def times(self, most: int) -> range:
        return range(self.draw(st.integers(0, most)))

    def add(self, table: type[Any], once: Any = (), **values: Any) -> Any:
        """Add a row, unless its like is there already."""
        name = str(table.__tablename__)
        if once and (name, *once) in self.said:
            return None
        self.said.add((name, *once))
        row = table(**values)
        self.session.add(row)
        self.session.flush()
        self.rows.setdefault(name, []).append(row)
        return row

    def date(self, prefix: str = "date", expressions: tuple[str, ...] = DATES) -> dict[str, Any]:
        edtf = PartialDate.from_edtf(self.draw(st.sampled_from(expressions))).edtf
        return date_columns(prefix, PartialDate(edtf, self.draw(words), self.one_of(DateBasis)))

    def ref(self, kind: str) -> str:
        return f"{LETTERS[kind]}-2025-{len(self.rows.get(kind, [])) + 1:03}"

    def words(self, *names: str) -> dict[str, str]:
        return {name: self.draw(words) for name in names}


def fill(session: Session, data: st.DataObject) -> None:
    """Put anything into a store."""
    filler = Filler(session, data)
    _sources(filler)
    _offices(filler)
    _officials(filler)
    for _ in filler.times(1):
        name = filler.draw(some_words)
        filler.add(models.Series, (name,), name=name, cadence=filler.draw(words))
    _visits(filler)
    _meetings(filler)
    _actions(filler)
    _followups(filler)
    _beside(filler)


def _sources(f: Filler) -> None:
    for number in f.times(2):
        body = f.draw(words)
        f.add(
            models.Source,
            key=f"{number}{f.draw(words)}",
            kind=f.one_of(SourceKind),
            reliability=f.one_of(Reliability),
            body=body,
            retrieved=f.draw(days),
            background=f.draw(st.sampled_from(("", "one", "one\ntwo", "\n"))),
            duplicate_of=f.any_of("source"),
            merged_into=f.any_of("source"),
            **f.words("title", "publisher", "author", "cites", "url", "language", "handling", "note"),
            **f.date(),
        )


def _offices(f: Filler) -> None:
    for _ in f.times(3):
        f.add(
            models.Organisation,
            name=f.draw(some_words),
            country=f.draw(maybe_country),
            kind=f.one_of(OrganisationKind),
            parent_id=f.any_of("organisation"),
            merged_into=f.any_of("organisation"),
            **f.words("acronym", "note"),
        )
    for service in f.rows.get("organisation", []):
        for _ in f.times(1):
            name, lang = f.draw(some_words), f.draw(st.sampled_from(("", "fr")))
            f.add(
                models.OrganisationName,
                (service.id, name, lang),
                organisation_id=service.id,
                name=name,
                lang=lang,
                valid_to=f.draw(st.sampled_from(("", "2005-07-01"))),
                **f.words("acronym"),
            )
    for _ in f.times(3):
        title, service, into = f.draw(some_words), f.any_of("organisation"), f.any_of("post")
        once = (title, service) if into is None and service is not None else (f"{len(f.said)}", None)
        f.add(
            models.Post,
            once,
            title=title,
            organisation_id=service,
            country=f.draw(maybe_country),
            single_seat=f.flag(),
            merged_into=into,
            **f.words("grade", "note"),
        )
    for post in f.rows.get("post", []):
        for _ in f.times(1):
            title, lang = f.draw(some_words), f.draw(st.sampled_from(("", "fr")))
            f.add(
                models.PostTitle,
                (post.id, title, lang),
                post_id=post.id,
                title=title,
                lang=lang,
                folded=fold(title),
            )
        other = f.any_of("post")
        if other not in (None, post.id):
            f.add(models.PostCounterpart, (post.id, other), post_id=post.id, counterpart_id=other)


def _officials(f: Filler) -> None:
    for _ in f.times(3):
        official = f.add(
            models.Official,
            name=f.draw(some_words),
            country=f.draw(maybe_country),
            merged_into=f.any_of("official"),
            **f.words("sort_name", "native_name", "note", "protocol_note", "handling"),
        )
        for name in {official.name, *(f.draw(some_words) for _ in f.times(2))}:
            kind = "preferred" if name == official.name else f.one_of(NameKind)
            f.add(
                models.OfficialName,
                official_id=official.id,
                name=name,
                kind="spelling" if kind == "preferred" and name != official.name else kind,
                script=f.draw(st.sampled_from(("Latn", "Arab", ""))),
                folded=fold(name),
                source_id=f.any_of("source"),
            )
        for _ in f.times(2):
            post, held = f.some_of("post"), f.date("date", HELD)
            if post is not None:
                f.add(
                    models.Tenure,
                    (official.id, post, held["date_edtf"]),
                    official_id=official.id,
                    post_id=post,
                    acting=f.flag(),
                    basis=f.one_of(TenureBasis),
                    source_id=f.any_of("source"),
                    **held,
                )


def _people(f: Filler, **place: int) -> None:
    for _ in f.times(2):
        who = {f"{kind}_id": f.any_of(kind) for kind in ("official", "post", "organisation")}
        group = f.draw(words)
        f.add(
            models.Participant,
            country=f.draw(maybe_country),
            **who,
            group_name=group or ("" if any(who.values()) else "experts"),
            role=f.one_of(ParticipantRole),
            rank=f.draw(st.sampled_from((None, 1, 2))),
            attendance=f.one_of(Attendance),
            count=f.draw(st.sampled_from((None, 4))),
            inferred=f.flag(),
            **f.words("as_printed", "on_behalf_of"),
            **place,
        )


def _topics(f: Filler, table: type[Any], **place: int) -> None:
    for _ in f.times(2):
        topic = f.draw(st.sampled_from(("CT", "CYB", "GEN")))
        f.add(table, (*place.items(), topic), topic=topic, **place)


def _visits(f: Filler) -> None:
    for _ in f.times(3):
        sending, host = f.draw(st.permutations(FEW))[:2]
        visit = f.add(
            models.Visit,
            ref=f.ref("visit"),
            sending=sending,
            host=host,
            kind=f.one_of(VisitKind),
            status=f.one_of(EventStatus),
            initiated_by=f.one_of(Initiator),
            series_id=f.any_of("series"),
            merged_into=f.any_of("visit"),
            **f.words("title", "purpose", "place", "note", "handling"),
            **f.date(),
        )
        _topics(f, models.VisitTopic, visit_id=visit.id)
        for _ in f.times(2):
            delegation = f.add(
                models.Delegation,
                visit_id=visit.id,
                country=f.draw(countries),
                organisation_id=f.any_of("organisation"),
                level=f.draw(words),
                size=f.draw(st.sampled_from((None, 6))),
                complete=f.flag(),
            )
            _people(f, delegation_id=delegation.id)
        other = f.some_of("visit")
        if other != visit.id:
            kind = f.one_of(LinkKind)
            f.add(models.VisitLink, (visit.id, other, kind), from_id=visit.id, to_id=other, kind=kind)


def _meetings(f: Filler) -> None:
    for _ in f.times(3):
        meeting = f.add(
            models.Meeting,
            ref=f.ref("meeting"),
            visit_id=f.any_of("visit"),
            position=f.draw(st.integers(0, 2)),
            format=f.one_of(MeetingFormat),
            mode=f.one_of(MeetingMode),
            status=f.one_of(EventStatus),
            series_id=f.any_of("series"),
            complete=f.flag(),
            **f.words("title", "place", "note", "handling"),
            **f.date(),
        )
        for code in f.draw(st.lists(countries, min_size=2, max_size=3, unique=True)):
            f.add(models.MeetingParty, meeting_id=meeting.id, country=code, role=f.one_of(PartyRole))
        _topics(f, models.MeetingTopic, meeting_id=meeting.id)
        _people(f, meeting_id=meeting.id)


def _actions(f: Filler) -> None:
    for _ in f.times(3):
        rung = f.draw(st.integers(0, 5))
        kind = f.draw(st.sampled_from(("", "country", "organisation", "post", "official")))
        owner = {"owner_country": f.draw(countries)} if kind == "country" else {}
        if kind not in ("", "country"):
            owner = {f"owner_{kind}_id": f.any_of(kind)}
        action = f.add(
            models.Action,
            ref=f.ref("action"),
            visit_id=f.any_of("visit"),
            meeting_id=f.any_of("meeting"),
            text=f.draw(some_words),
            rung=rung,
            status=f.one_of(ActionStatus) if rung > 3 else "",
            instrument=f.draw(st.sampled_from((None, "TASKFORCE"))),
            parent_id=f.any_of("action"),
            supersedes_id=f.any_of("action"),
            promoted_from_id=f.any_of("action"),
            closed_on=f.draw(days),
            **owner,
            **f.words("verb", "deliverable", "close_reason", "note", "handling"),
            **f.date("due"),
        )
        _topics(f, models.ActionTopic, action_id=action.id)
        for code in f.draw(st.lists(countries, max_size=2, unique=True)):
            f.add(
                models.ActionParty,
                action_id=action.id,
                country=code,
                score=f.draw(st.sampled_from((None, -1, 0, 1))),
                **f.words("role", "evidence"),
            )
        for _ in f.times(2):
            was = f.draw(st.integers(0, 4))
            place = f.draw(st.sampled_from(("visit", "meeting")))
            f.add(
                models.RungChange,
                action_id=action.id,
                was=was,
                now=was + 1,
                source_id=f.any_of("source"),
                note=f.draw(words),
                **{f"{place}_id": f.any_of(place)},
                **f.date(),
            )
        _log(f, action_id=action.id)
        meeting = f.any_of("meeting")
        if meeting is not None:
            f.add(
                models.AgendaItem,
                meeting_id=meeting,
                action_id=action.id,
                position=f.draw(st.integers(0, 2)),
                disposition=f.one_of(Disposition),
                note=f.draw(words),
            )


def _log(f: Filler, **place: int) -> None:
    for _ in f.times(2):
        f.add(
            models.LogEntry,
            at="2026-01-02",
            kind=f.one_of(LogKind),
            next_check=f.draw(days),
            **f.words("by", "text"),
            **place,
        )


def _followups(f: Filler) -> None:
    for _ in f.times(3):
        kind = f.draw(st.sampled_from(("action", "meeting", "visit", "official")))
        anchor = f.draw(st.sampled_from(("visit", "meeting")))
        number = f.any_of(anchor)
        followup = f.add(
            models.FollowUp,
            ref=f.ref("followup"),
            text=f.draw(some_words),
            ball=f.one_of(Ball),
            status=f.one_of(FollowUpStatus),
            remind_on=f.draw(days),
            hidden_until=f.draw(days),
            anchor_kind=anchor if number else "",
            anchor_id=number,
            anchor_offset=f.draw(st.sampled_from(("-2 weeks", "+1 day", "+10 working days ES")))
            if number
            else "",
            closed_on=f.draw(days),
            **{f"{kind}_id": f.any_of(kind)},
            recurrence=""
            if number
            else f.draw(st.sampled_from(("", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY"))),
            **f.words("assignee", "close_reason", "note", "handling"),
            **f.date("due"),
        )
        _log(f, followup_id=followup.id)


def _beside(f: Filler) -> None:
    kinds = ("visit", "meeting", "action", "followup", "official", "post", "organisation", "source")
    for _ in f.times(3):
        kind, source = f.draw(st.sampled_from(kinds)), f.some_of("source")
        number, voice = f.some_of(kind), f.one_of(Voice)
        if source is None or number is None:
            continue
        field = f.draw(st.sampled_from(("", "date", "place")))
        accepted = voice != "editorial" and (kind, number, field) not in f.said and f.flag()
        if accepted:
            f.said.add((kind, number, field))
        start = f.draw(st.sampled_from((None, 3)))
        f.add(
            models.Citation,
            source_id=source,
            record_kind=kind,
            record_id=number,
            field=field,
            span_start=start,
            span_end=start and 5,
            stance=f.one_of(Stance),
            voice=voice,
            credibility=f.draw(st.integers(1, 6)),
            accepted=accepted,
            **f.words("value", "quote", "locator"),
        )
    for _ in f.times(2):
        kind = f.draw(st.sampled_from(kinds))
        two = sorted({f.some_of(kind) or 0, f.some_of(kind) or 0})
        if len(two) == 2 and two[0]:
            f.add(models.NotSame, (kind, *two), kind=kind, first_id=two[0], second_id=two[1])
    for _ in f.times(2):
        kind = f.draw(st.sampled_from(("pair", "official", "visit", "meeting")))
        of = "ES-MA" if kind == "pair" else f.some_of(kind)
        if of is not None:
            f.add(
                models.Brief,
                record_kind=kind,
                record_id=str(of),
                at="2026-11-21T08:30:00+00:00",
                by=f.draw(words),
                body=f.draw(words),
                last_change=f.draw(st.integers(0, 3)),
            )
    if f.flag():
        f.add(models.Cadence, first="ES", second="MA", months=6)
