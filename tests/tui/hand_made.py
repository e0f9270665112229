"""Cards made by hand, with a word for every field, so that screens can be tested without a store."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from db.dates import PartialDate
from db.rows import (
    ActionCard,
    ActionRow,
    Card,
    ChangeRow,
    CitationRow,
    DelegationPart,
    EventRow,
    FollowUpCard,
    FollowUpRow,
    FoundRow,
    Key,
    LinkRow,
    LogRow,
    MeetingCard,
    MetRow,
    Moment,
    NameRow,
    OfficialCard,
    OfficialRow,
    PairCard,
    PairRow,
    PersonLine,
    PostCard,
    SourceCard,
    TenureRow,
    VisitCard,
)

MOMENT = Moment(date(2026, 11, 21), "MA")
UNSTATED = PartialDate()
JANUARY = PartialDate("2025-01-28/2025-01-29", "28 and 29 January")
ALL_DOTS = (True, True, True, True, True)


def when(edtf: str) -> PartialDate:
    return PartialDate(edtf)


def action(text: str = "strengthen work on new threats", rung: int = 4, **fields: Any) -> ActionRow:
    row = ActionRow(
        key=Key("action", "5"),
        ref="A-2025-005",
        rung=rung,
        text=text,
        verb="agreed to",
        status="open" if rung >= 4 else "",
        due=UNSTATED,
        overdue=False,
        owner="",
        instrument="joint task force",
        topics=("Counter-terrorism",),
        actionable=False,
        on="V-2025-001",
        on_key=Key("visit", "1"),
        event="MA→ES 28–29 Jan 2025",
    )
    return row._replace(**fields)


def followup(text: str = "chase them for nominees", **fields: Any) -> FollowUpRow:
    row = FollowUpRow(
        key=Key("followup", "3"),
        ref="F-2026-003",
        text=text,
        due=when("2026-11-12"),
        overdue=True,
        ball="them",
        status="open",
        assignee="officer",
        on="A-2025-005 strengthen work",
        on_key=Key("action", "5"),
        last_log="",
    )
    return row._replace(**fields)


def person(label: str = "Abdellatif Hammouchi", country: str = "MA", **fields: Any) -> PersonLine:
    row = PersonLine(
        label=label,
        post="Director General, DGSN",
        country=country,
        role="member",
        named=True,
        inferred=False,
        as_printed="the police chief",
        number=None,
        on_behalf_of="",
        official_key=Key("official", label),
        post_key=Key("post", "1"),
    )
    return row._replace(**fields)


def citation(field: str = "date", value: str = "28–29 Jan 2025", **fields: Any) -> CitationRow:
    row = CitationRow(
        field=field,
        value=value,
        source="A visit to Madrid",
        source_key=Key("source", "1"),
        publisher="An agency",
        cites="a communique",
        published=when("2025-01-29"),
        locator="sentence 1",
        quote="on the two days",
        stance="states",
        voice="agency",
        grade="C2",
        accepted=True,
    )
    return row._replace(**fields)


def event(**fields: Any) -> EventRow:
    row = EventRow(
        key=Key("visit", "1"),
        ref="V-2025-001",
        date=JANUARY,
        sending="MA",
        host="ES",
        parties=("MA", "ES"),
        title="",
        people="Hammouchi +delegation",
        format="official",
        place="Madrid",
        status="held",
        nested=False,
        last_nested=False,
        agreed=1,
        watch=2,
        outcomes=3,
        dots=ALL_DOTS,
    )
    return row._replace(**fields)


def meeting(**fields: Any) -> MeetingCard:
    card = MeetingCard(
        key=Key("meeting", "1"),
        ref="M-2025-001",
        visit_key=Key("visit", "1"),
        visit_label="V-2025-001 MA→ES 28–29 Jan 2025",
        arity="trilateral",
        parties=(("DE", "third"), ("ES", "host"), ("MA", "guest")),
        date=when("2025-01-28"),
        title="police chiefs",
        place="Madrid",
        format="plenary",
        mode="in person",
        status="held",
        series="Trilateral of police chiefs",
        note="a note",
        complete=False,
        topics=("Cyber",),
        participants=(
            person("DG National Police (not named)", "ES", named=False, post="", official_key=None),
            person("security experts", "DE", named=False, number=4, role="group", official_key=None),
        ),
        actions=(action(),),
        followups=(),
        citations=(citation(),),
        grade="C2",
        agreed=1,
    )
    return card._replace(**fields)


def visit(**fields: Any) -> VisitCard:
    card = VisitCard(
        key=Key("visit", "1"),
        ref="V-2025-001",
        sending="MA",
        sending_name="Morocco",
        host="ES",
        host_name="Spain",
        date=JANUARY,
        title="security talks",
        purpose="closer work between the two police forces",
        place="Madrid",
        kind="working",
        status="held",
        initiated_by="host",
        series="",
        note="a note of the desk",
        topics=("Counter-terrorism", "Cyber", "Irregular migration", "Major events"),
        delegations=(DelegationPart("MA", "high-level", 12, complete=False, members=(person(role="head"),)),),
        meetings=(meeting(),),
        actions=(
            action(),
            action("controlled deliveries", 2, key=Key("action", "6")),
            action("a joint committee for the World Cup", 3, key=Key("action", "7"), due=when("2030")),
            action("the good state of relations", 0, key=Key("action", "8")),
        ),
        followups=(followup(),),
        links=(LinkRow("follows", Key("visit", "2"), "V-2022-001 MA→ES 16–17 Jun 2022"),),
        citations=(citation(), citation("sending", "FR", stance="garbled", accepted=False)),
        grade="C2",
        dots=(True, True, True, True, False),
    )
    return card._replace(**fields)


def tenure(**fields: Any) -> TenureRow:
    row = TenureRow(
        post="Director General",
        organisation="DGSN",
        post_key=Key("post", "1"),
        official="Abdellatif Hammouchi",
        official_key=Key("official", "1"),
        held=when("2015-05/.."),
        acting=False,
        basis="stated",
        now=True,
    )
    return row._replace(**fields)


def official(**fields: Any) -> OfficialCard:
    card = OfficialCard(
        key=Key("official", "1"),
        name="Abdellatif Hammouchi",
        native_name="عبد اللطيف الحموشي",
        country="MA",
        country_name="Morocco",
        note="a note",
        protocol_note="French",
        names=(
            NameRow("Abdellatif Hammouchi", "preferred", "Latn"),
            NameRow("A. Hamouchi", "spelling", "Latn"),
        ),
        tenures=(tenure(), tenure(basis="inferred", now=False)),
        met=(MetRow("Francisco Pardo", "ES", Key("official", "2"), 2, JANUARY),),
        last_met=JANUARY,
        last_met_at="MA→ES, Madrid",
        headed=2,
        joined=1,
        events=5,
        actions=(action(),),
        citations=(citation("name", "Hammouchi"),),
        last_met_key=Key("visit", "1"),
    )
    return card._replace(**fields)


def pair(**fields: Any) -> PairCard:
    row = PairRow(Key("pair", "ES-MA"), "MA", "ES", "Morocco", "Spain", JANUARY, UNSTATED, 1, 4, 3, 2, 8)
    card = PairCard(
        key=Key("pair", "ES-MA"),
        row=row,
        last_event=event(),
        next_event=None,
        open_actions=(action(),),
        watch_actions=(action("controlled deliveries", 2, key=Key("action", "6")),),
        followups=(followup(),),
        officials=(OfficialRow(Key("official", "1"), "Hammouchi, Abdellatif", "MA", "DGSN", JANUARY),),
    )
    return card._replace(**fields)


def cards() -> list[Card]:
    """One card of each kind."""
    log = (LogRow("2026-11-01", "officer", "chased", "by telephone"),)
    return [
        visit(),
        meeting(),
        ActionCard(
            Key("action", "5"),
            action(),
            ("ES", "MA"),
            "a paper",
            "",
            "",
            (followup(),),
            log,
            (citation(),),
            "C2",
        ),
        FollowUpCard(Key("followup", "3"), followup(), "every month", "2026-11-10", "", log),
        official(),
        pair(),
        PostCard(
            Key("post", "1"),
            "Director General",
            "DGSN",
            "MA",
            ("Director General", "Head"),
            (tenure(),),
            3,
            (citation(),),
        ),
        SourceCard(
            Key("source", "1"),
            "A visit to Madrid",
            "article",
            "An agency",
            "A. Writer",
            "a communique",
            "https://example.org/a",
            "en",
            when("2025-01-29"),
            "C",
            "internal",
            "a note",
            7,
            (
                FoundRow(Key("visit", "1"), "V-2025-001", "MA→ES"),
                FoundRow(Key("official", "1"), "A. H.", "MA"),
            ),
        ),
    ]


def changes() -> list[ChangeRow]:
    at = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    return [
        ChangeRow(at, "officer", "edit", "V-2025-001", "place", "Rabat", "Madrid"),
        ChangeRow(at, "officer", "edit", "V-2025-001", "status", "", "held"),
        ChangeRow(
            datetime(2026, 11, 19, 8, 0, tzinfo=UTC), "officer", "import", "V-2025-001", "", "", "made"
        ),
    ]
