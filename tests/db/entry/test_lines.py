"""Lines and what exactly they mean; the day is Saturday 21 November 2026, the store is the demo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from db.drafts import Dossier
from db.entry import Context, Reading
from db.rows import Key

Read = Callable[..., Reading]

HAMMOUCHI = {"official": "Abdellatif Hammouchi", "role": "head", "rank": 1}
ON_VISIT = Context(on=Key("visit", "1"), on_label="V-2025-001 MA→ES 28–29 Jan 2025")
IN_PAIR = Context(pair=("MA", "ES"))


def visit(sending: str = "MA", host: str = "ES", **values: Any) -> dict[str, Any]:
    return {"visits": [{"sending": sending, "host": host, **values}]}


def dated(edtf: str, text: str, **values: Any) -> dict[str, Any]:
    return visit(date=edtf, date_text=text, **values)


def headed(*members: dict[str, Any], **values: Any) -> dict[str, Any]:
    return visit(delegations=[{"country": "MA", "members": list(members)}], **values)


def meeting(*parties: str, **values: Any) -> dict[str, Any]:
    return {"meetings": [{"parties": list(parties), **values}]}


def action(text: str, rung: str, **values: Any) -> dict[str, Any]:
    return {"actions": [{"text": text, "rung": rung, "on": "V-2025-001", **values}]}


def followup(text: str, **values: Any) -> dict[str, Any]:
    return {"followups": [{"text": text, **values}]}


EVENTS: dict[str, dict[str, Any]] = {
    # sides
    "MA>ES": visit(),
    "ma>es": visit(),
    "MA->ES": visit(),
    "MA→ES": visit(),
    "MA > ES": visit(),
    "Morocco>Spain": visit(),
    "Maroc > Espagne": visit(),
    "Marruecos>España": visit(),
    "المغرب>إسبانيا": visit(),
    "MAR>ESP": visit(),
    "South Korea>Japan": visit("KR", "JP"),
    "talks South Korea > New Zealand on cyber": visit("KR", "NZ", title="talks on cyber"),
    "EUROPOL>MA": visit("EUROPOL", "MA"),
    "MA+ES+DE": meeting("MA", "ES", "DE"),
    "Morocco + Spain + Germany trilateral": meeting("MA", "ES", "DE", title="trilateral"),
    "MA>ES R+D cooperation": visit(title="R+D cooperation"),
    "official visit MA>ES": visit(title="official visit"),
    # dates
    "MA>ES 28-29 jan 2025": dated("2025-01-28/2025-01-29", "28-29 jan 2025"),
    "28-29 jan 2025 MA>ES": dated("2025-01-28/2025-01-29", "28-29 jan 2025"),
    "MA>ES 28-29 jan ?": dated("XXXX-01-28/XXXX-01-29", "28-29 jan ?"),
    "MA>ES 2025-01-28/2025-01-29": dated("2025-01-28/2025-01-29", "2025-01-28/2025-01-29"),
    "MA>ES 28 et 29 janvier 2025 réunion": dated(
        "2025-01-28/2025-01-29", "28 et 29 janvier 2025", title="réunion"
    ),
    "MA>ES 28 jan 2025, Madrid talks": dated("2025-01-28", "28 jan 2025", title="Madrid talks"),
    "MA>ES 28 jan 2025 - talks": dated("2025-01-28", "28 jan 2025", title="talks"),
    "MA>ES 28 jan 2025 12 reasons": dated("2025-01-28", "28 jan 2025", title="12 reasons"),
    "MA>ES talks in may 2025 on cyber": dated("2025-05", "in may 2025", title="talks on cyber"),
    "MA>ES letter from 28 jan 2025": dated("2025-01-28", "28 jan 2025", title="letter from"),
    "MA>ES fri security talks": dated("2026-11-27", "fri", title="security talks", status="planned"),
    "MA>ES security talks last wed": dated("2026-11-18", "last wed", title="security talks"),
    "MA>ES security fri talks": visit(title="security fri talks"),
    "MA>ES +2w": dated("2026-12-05", "+2w", status="planned"),
    "MA>ES 2025": dated("2025", "2025"),
    "MA>ES 2025 #ct": dated("2025", "2025", topics=["CT"]),
    "MA>QA World Cup 2030": visit("MA", "QA", title="World Cup 2030"),
    "MA>QA World Cup 2030 28 jan 2025": visit(
        "MA", "QA", title="World Cup 2030", date="2025-01-28", date_text="28 jan 2025"
    ),
    "MA>ES may visit": visit(title="may visit"),
    "MA>ES hotline 24/7": visit(title="hotline 24/7"),
    'MA>ES "28 jan 2025"': visit(title="28 jan 2025"),
    "MA>ES date:2030 strategy": dated("2030", "2030", title="strategy", status="planned"),
    "MA>ES date: 28 jan 2025 talks": dated("2025-01-28", "28 jan 2025", title="talks"),
    "date:fri ? MA>ES": dated("2026-11-27?", "fri ?", status="planned"),
    "MA>ES 3 dec 2026 status:confirmed": dated("2026-12-03", "3 dec 2026", status="confirmed"),
    # people
    "MA>ES @Hammouchi": headed(HAMMOUCHI),
    "MA>ES @Ham": headed(HAMMOUCHI),
    "MA>ES @Abdellatif Hammouchi talks": headed(HAMMOUCHI, title="talks"),
    "MA>ES @Abdellatif_Hammouchi, talks": headed(HAMMOUCHI, title="talks"),
    'MA>ES @"Abdellatif Hammouchi"': headed(HAMMOUCHI),
    "MA>ES @Hammouchi @Laftit": headed(
        HAMMOUCHI, {"official": "Abdelouafi Laftit", "role": "member", "rank": 2}
    ),
    "MA>ES @?": headed({"group": "not named", "role": "head", "rank": 1}),
    'MA>ES @"Jean Dupont"': headed({"official": "Jean Dupont", "role": "head", "rank": 1}),
    "MA>ES @Romann": headed({"country": "DE", "official": "Dieter Romann", "role": "head", "rank": 1}),
    'MA>ES @"Director General/DGSN"': headed(
        {"post": "Director General", "organisation": "DGSN", "role": "head", "rank": 1}
    ),
    "MA>ES @dgsn": headed({"organisation": "DGSN", "role": "head", "rank": 1}),
    "MA+ES @Pardo @Laftit": meeting(
        "MA",
        "ES",
        participants=[
            {"country": "ES", "official": "Francisco Pardo Piqueras"},
            {"country": "MA", "official": "Abdelouafi Laftit"},
        ],
    ),
    'MA>ES @Hammouchi with:@Marlaska with:"security experts"': headed(
        HAMMOUCHI,
        meetings=[
            {
                "parties": ["MA", "ES"],
                "roles": {"MA": "guest", "ES": "host"},
                "participants": [
                    {"country": "MA", "official": "Abdellatif Hammouchi"},
                    {"country": "ES", "official": "Fernando Grande-Marlaska"},
                    {"country": "ES", "group": "security experts", "as_printed": "security experts"},
                ],
            }
        ],
    ),
    # topics and fields
    "MA>ES #ct #cyber": visit(topics=["CT", "CYB"]),
    "MA>ES #CT #ct": visit(topics=["CT"]),
    "MA>ES #terrorisme": visit(topics=["CT"]),
    "MA>ES #narcotr": visit(topics=["TOC.DRUG"]),
    'MA>ES #"money laundering"': visit(topics=["TOC.ML"]),
    "MA>ES #toc.drug": visit(topics=["TOC.DRUG"]),
    'MA>ES in:"Las Palmas" by:host': visit(place="Las Palmas", initiated_by="host"),
    "MA>ES in: Madrid talks": visit(place="Madrid", title="talks"),
    "MA>ES by:s kind:work": visit(initiated_by="sender", kind="working"),
    "MA+DE kind:working_session mode:vid": meeting("MA", "DE", format="working session", mode="video"),
    "MA+DE on:v-2025-001": meeting("MA", "DE", on="V-2025-001"),
    "MA>ES ref:V-2025-099": visit(ref="V-2025-099"),
    'MA>ES note:"by train"': visit(note="by train"),
    "MA>ES re: https://example.org/a": visit(title="re: https://example.org/a"),
    'MA>ES src:"A title/MAP"': {"source": {"kind": "article", "title": "A title", "publisher": "MAP"}}
    | visit(),
    "MA>ES src:https://example.org/a": {
        "source": {"kind": "web", "key": "https://example.org/a", "url": "https://example.org/a"}
    }
    | visit(),
    "MA>ES src:article-a": {"source": {"key": "article-a"}} | visit(),
}

STEPS: dict[str, dict[str, Any]] = {
    "!agreed share watch lists": action("share watch lists", "agreed"),
    "!a share watch lists": action("share watch lists", "agreed"),
    "!4 share watch lists": action("share watch lists", "agreed"),
    "!signed a convention #ct": action("a convention", "signed", topics=["CT"]),
    "!explored joint patrols": action("joint patrols", "explored"),
    "!proposed a committee for the World Cup 2030 due:2030": action(
        "a committee for the World Cup 2030", "proposed", due="2030", due_text="2030"
    ),
    "!discussed events of 28 jan 2025": action("events of 28 jan 2025", "discussed"),
    "!noted past operations": action("past operations", "noted"),
    "!agreed MA>ES extradition": action("MA>ES extradition", "agreed"),
    "!agreed three points: lists, patrols": action("three points: lists, patrols", "agreed"),
    "!agreed lists due:next tue owner:DGSN": action(
        "lists", "agreed", due="2026-11-24", due_text="next tue", owner="DGSN"
    ),
    "!agreed lists owner:Espagne": action("lists", "agreed", owner="ES"),
    "!agreed lists owner:@Hammouchi": action("lists", "agreed", owner="Abdellatif Hammouchi"),
    "!agreed lists status:waiting": action("lists", "agreed", status="waiting"),
    "!agreed lists on:M-2025-003": {"actions": [{"text": "lists", "rung": "agreed", "on": "M-2025-003"}]},
    'todo chase DGSN fri "by phone"': followup(
        "chase DGSN by phone", due="2026-11-27", due_text="fri", on="V-2025-001"
    ),
    "TODO: draft agenda due:2026-12-01 ball:them": followup(
        "draft agenda", due="2026-12-01", due_text="2026-12-01", ball="them", on="V-2025-001"
    ),
    "todo send letter 28 nov": followup(
        "send letter", due="2026-11-28", due_text="28 nov", due_basis="inferred", on="V-2025-001"
    ),
    "todo plan World Cup 2030": followup("plan World Cup 2030", on="V-2025-001"),
    'todo draft owner:"J. Smith" on:A-2025-003': followup("draft", assignee="J. Smith", on="A-2025-003"),
    "todo ring on:@Hammouchi +2w": followup(
        "ring", due="2026-12-05", due_text="+2w", on="official:Abdellatif Hammouchi"
    ),
    "official Jean Dupont, France, Director General @DGSN": {
        "officials": [
            {
                "name": "Jean Dupont",
                "country": "FR",
                "tenures": [{"post": "Director General", "organisation": "DGSN"}],
            }
        ]
    },
    "who Jean Dupont": {"officials": [{"name": "Jean Dupont"}]},
    'official "Jean Dupont", Head of Unit': {
        "officials": [{"name": "Jean Dupont", "tenures": [{"post": "Head of Unit"}]}]
    },
}


@pytest.mark.parametrize("line", EVENTS)
def test_a_visit_or_meeting_means_exactly_this(read: Read, line: str) -> None:
    reading = read(line)
    assert [token.problem for token in reading.problems] == []
    assert reading.values == EVENTS[line]
    Dossier.from_plain({"bilat": 1, **reading.values})


@pytest.mark.parametrize("line", STEPS)
def test_a_line_on_the_selected_visit_means_exactly_this(read: Read, line: str) -> None:
    reading = read(line, context=ON_VISIT)
    assert [token.problem for token in reading.problems] == []
    assert reading.values == STEPS[line]
    Dossier.from_plain({"bilat": 1, **reading.values})


def test_the_worked_example_reads_as_the_design_says(read: Read) -> None:
    reading = read("MA>ES 28-29 jan 2025 @Hammouchi in:Madrid by:host #ct #cyber security talks")
    assert reading.summary == (
        "visit Morocco → Spain",
        "Tue 28 – Wed 29 Jan 2025, 22 months ago",
        "head Abdellatif Hammouchi (Director General, DGSN/DGST)",
        "Madrid",
        "asked for by the host",
        "Counter-terrorism, Cyber",
        "“security talks”",
    )
    assert reading.values == headed(
        HAMMOUCHI,
        title="security talks",
        date="2025-01-28/2025-01-29",
        date_text="28-29 jan 2025",
        place="Madrid",
        initiated_by="host",
        topics=["CT", "CYB"],
    )
    assert [token.kind for token in reading.tokens] == [
        "sides", "date", "person", "place", "initiator", "topic", "topic", "word",
    ]  # fmt: skip
    assert reading.tokens[1].reading == "Tue 28 – Wed 29 Jan 2025 (22 months ago)"


def test_in_the_scope_of_a_pair_the_sides_are_filled_in_and_said(read: Read) -> None:
    reading = read("security talks 28 jan 2025", context=IN_PAIR)
    assert (reading.values["visits"][0]["sending"], reading.values["visits"][0]["host"]) == ("MA", "ES")
    assert reading.assumed == ("sides from the pair in scope: Morocco → Spain; write ES>MA for the way back",)


def test_one_side_is_enough_in_the_scope_of_a_pair(read: Read) -> None:
    reading = read(">MA 28 jan 2025", context=IN_PAIR)
    assert reading.values == dated("2025-01-28", "28 jan 2025", sending="ES", host="MA")
    assert reading.assumed == ("sending country from the pair in scope: Spain",)
    assert read("MA> 28 jan 2025", context=IN_PAIR).values["visits"][0]["host"] == "ES"


def test_what_an_outcome_hangs_on_is_said(read: Read) -> None:
    assert read("!agreed lists", context=ON_VISIT).assumed == ("on V-2025-001 MA→ES 28–29 Jan 2025",)
    on_action = read("!agreed lists", context=Context(on=Key("action", "3")))
    assert on_action.values["actions"][0]["on"] == "M-2025-001"
    on_official = read("todo ring", context=Context(on=Key("official", "1")))
    assert on_official.values["followups"][0]["on"] == "official:Abdellatif Hammouchi"


def test_a_visit_to_come_is_planned_and_a_year_that_was_left_out_is_said(read: Read) -> None:
    assert read("MA>ES fri").assumed == ("planned, as the date is still to come",)
    assert read("todo write 1 nov").assumed == ("the year 2027, the next that the due date fits",)


def test_what_enter_would_create_is_said(read: Read) -> None:
    assert read('MA>ES @"Jean Dupont" @Hammouchi').creates == ("new official “Jean Dupont”",)
    assert read('DE>MA @"Head/Harbour Police"').creates == (
        "new post “Head” of the new organisation “Harbour Police”",
    )
    assert read('official Jean Dupont, FR, "Director" @DGPN').values["officials"][0]["tenures"] == [
        {"post": "Director", "organisation": "DGPN"}
    ]
    assert read("official Jean Dupont, FR, Director @DGPN").creates == (
        "new official “Jean Dupont”",
        "new post “Director, DGPN”",
        "new organisation “DGPN”",
    )
    assert read("official Abdellatif Hammouchi").creates == ()
    owner = read('!agreed lists owner:@"Jean Dupont"', context=ON_VISIT)
    assert owner.values["officials"] == [{"name": "Jean Dupont"}]
    assert owner.creates == ("new official “Jean Dupont”",)


def test_the_clipboard_is_the_source_when_the_line_says_so(read: Read) -> None:
    reading = read("MA>ES src:clip", context=Context(clip="The words of the source."))
    assert reading.values["source"] == {"kind": "article", "body": "The words of the source."}


def test_an_empty_line_says_nothing_and_has_no_problem(read: Read) -> None:
    assert read("   ") == Reading("   ", "")
