"""What stands on the page that an officer takes into a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from db import queries
from db.briefs import gather
from db.briefs.business import MOST
from db.briefs.parts import Items, Note, named_in
from db.commands.holders import successor
from db.dates import PartialDate
from db.errors import BadInput, NotFound
from db.models import Action, ActionParty, AgendaItem, FollowUp, Source, Tenure, Visit
from db.rows import Key, Moment
from tests.db.briefs.pages import (
    MOROCCO,
    PAIR,
    POLICE,
    TODAY,
    day,
    everything,
    key_of,
    listed,
    page,
    said,
    section,
    take,
    titles,
)
from tests.db.making import NO_DESK, action, entered, visit
from tests.db.test_query_plans import planned

if TYPE_CHECKING:
    from db import Store


@pytest.fixture
def police(empty_store: Store) -> Store:
    """A director in office since May 2015 who was met once, and what is between the two since."""
    entered(empty_store, POLICE)
    return empty_store


# --- the two articles and what corroborates them ---


def test_the_last_meeting_of_morocco_and_spain_was_the_trilateral_in_rabat(demo_store: Store) -> None:
    told = said(page(demo_store), "Last met")
    assert told[0] == "when: 7–9 Jan 2026, 10 months ago"
    assert told[1] == "what: Meeting DE·ES·MA, Rabat: Trilateral (M-2026-001)"


def test_where_nobody_is_named_at_the_last_one_those_of_the_one_before_stand_there(demo_store: Store) -> None:
    told = said(page(demo_store), "Last met")
    assert "Nobody is named at it; at V-2025-001, 28–29 Jan 2025, there were:" in told
    assert "ES | not named | Director General, Spanish National Police" in told
    assert "MA | Abdellatif Hammouchi | Director General, DGSN" in told


def test_the_watch_list_of_spain_has_what_was_explored_and_the_one_proposal(demo_store: Store) -> None:
    told = said(page(demo_store), "Watch")
    assert [line.split(" | ")[1] for line in told].count("proposed") == 1
    assert [line.split(" | ")[1] for line in told].count("explored") == 5
    assert "since 28–29 Jan 2025, 22 months ago · due 2030" in told[0]


def test_what_is_foreseen_for_a_visit_to_come_is_not_on_watch_since_then(demo_store: Store) -> None:
    with demo_store.write("enter") as session:
        coming = visit(session, date="2026-12-05", status="planned")
        action(session, on=coming, text="Exchange of trainers", rung="proposed")
    (told,) = [line for line in said(page(demo_store), "Watch") if "trainers" in line]
    assert "comes up 5 Dec 2026, in 2 weeks" in told


def test_the_one_agreement_has_no_owner_and_nothing_to_check_it_by(demo_store: Store) -> None:
    (line,) = listed(page(demo_store), "Open both ways", "Agreed, and nobody owns it by name")
    assert "A-2025-003" in line
    assert "agreed 22 months ago · no owner · nothing to check it by" in line


def test_visits_go_one_way_only(demo_store: Store) -> None:
    assert said(page(demo_store), "Visits both ways") == [
        "2025 | – | 1",
        "2024 | – | 1",
        "2022 | – | 2",
        "in all | – | 4",
    ]


def test_sources_are_graded_the_best_first(demo_store: Store) -> None:
    grades = [line[:2] for line in said(page(demo_store), "Sources")[:-1]]
    assert grades == sorted(grades)
    assert "C2 | 7news.ma | no date | M-2026-001" in said(page(demo_store), "Sources")


def test_the_officers_own_headings_are_there_and_empty(demo_store: Store) -> None:
    brief = page(demo_store)
    assert titles(brief)[-4:] == ["Objectives", "Points to make", "Their points", "Line to take"]
    assert not any(said(brief, title) for title in titles(brief)[-4:])


def test_an_unnamed_director_who_has_a_successor_by_now_is_told(demo_store: Store) -> None:
    with demo_store.read() as reader:
        post = int(
            reader.value(
                "SELECT p.id FROM post p JOIN organisation o ON o.id = p.organisation_id"
                " WHERE p.title = 'Director General' AND o.name = 'Spanish National Police'"
            )
        )
    with demo_store.write("successor") as session:
        successor(session, post, "Ana Ruiz", PartialDate("2026-06"), today=TODAY)
    assert (
        "Director General, Spanish National Police: Ana Ruiz | ES | holder changed since 28–29 Jan 2025:"
        " Francisco Pardo Piqueras → Ana Ruiz | since Jun 2026 · not met yet"
        " · the post was met once 28–29 Jan 2025, under Francisco Pardo Piqueras"
    ) in said(page(demo_store), "Who is who now")


def test_where_no_event_has_a_year_nobody_claims_to_know_the_last(empty_store: Store) -> None:
    entered(
        empty_store, {"visits": [{"ref": "V-2025-001", "sending": "MA", "host": "ES", "date": "XXXX-01-28"}]}
    )
    told = said(page(empty_store), "Last met")
    assert told[0] == "when: 28 Jan ?"
    assert "but: none has a year, so which was the last is not known" in told


def test_every_line_leads_to_a_record_that_is_there(demo_store: Store) -> None:
    brief = page(demo_store)
    with demo_store.read() as reader:
        assert len([queries.card(reader, key, MOROCCO) for key in named_in(brief.sections)]) > 20


# --- whom one met, and who it is now ---


def test_who_where_when_and_in_what_office(police: Store) -> None:
    told = said(page(police), "Last met")
    assert told[:2] == ["when: 3 Mar 2020, 6 years ago", "what: Visit MA→ES, Madrid (V-2020-001)"]
    assert "ES | Ana Ruiz | Director, PN" in told
    assert "MA | Omar Alami | " in told


def test_a_holder_that_changed_since_is_told_with_both_names(police: Store) -> None:
    with police.read() as reader:
        post = int(reader.value("SELECT id FROM post"))
    assert "holder changed" not in everything(page(police))
    with police.write("successor") as session:
        successor(session, post, "Luis Gil", PartialDate("2026-01"), today=TODAY)
    (line,) = said(page(police), "Who is who now")
    assert line.startswith(
        "Director, PN: Luis Gil | ES | holder changed since 3 Mar 2020: Ana Ruiz → Luis Gil |"
    )
    assert "since Jan 2026" in line


def test_meetings_with_the_one_before_are_not_the_successors(police: Store) -> None:
    (line,) = said(page(police), "Who is who now")
    assert line.endswith("since May 2015 · met once 3 Mar 2020")
    with police.read() as reader:
        post = int(reader.value("SELECT id FROM post"))
    with police.write("successor") as session:
        successor(session, post, "Luis Gil", PartialDate("2026-02-01"), today=TODAY)
    (line,) = said(page(police), "Who is who now")
    assert line.endswith("since 1 Feb 2026 · not met yet · the post was met once 3 Mar 2020, under Ana Ruiz")


def test_an_office_whose_holder_left_has_no_successor(police: Store) -> None:
    with police.write("edit") as session:
        tenure = session.exec(select(Tenure)).one()
        tenure.when = PartialDate("2015-05/2025-12")
    (line,) = said(page(police), "Who is who now")
    assert "Director, PN: nobody is named" in line
    assert "Ana Ruiz left in Dec 2025, no successor is named" in line


def test_what_is_planned_comes_next_but_not_the_visit_itself(police: Store) -> None:
    assert said(page(police), "Next") == ["Visit ES→MA | V-2026-009 | 10 Dec 2026, in 3 weeks · planned"]
    visit = page(police, key_of(police, "visit", "V-2026-009"))
    assert said(visit, "Next") == ["Nothing else is planned."]
    assert said(visit, "The visit")[0] == "when: 10 Dec 2026, in 3 weeks"
    assert visit.title == "Visit ES→MA, 10 Dec 2026"


# --- what is open ---


def test_what_is_open_is_told_both_ways(police: Store) -> None:
    brief = page(police)
    assert [line.split(" | ")[1] for line in listed(brief, "Open both ways", "Theirs to us")] == [
        "A-2020-001",
        "F-2020-002",
    ]
    ours = listed(brief, "Open both ways", "Ours to them")
    assert [line.split(" | ")[1] for line in ours] == ["A-2020-002", "F-2020-001"]
    assert "overdue since 2020" in ours[0]
    assert "overdue since 12 Nov 2026" in ours[1]
    (nobodys,) = listed(brief, "Open both ways", "Agreed, and nobody owns it by name")
    assert "A-2020-003" in nobodys


def test_the_other_desk_sees_the_same_things_from_its_side(police: Store) -> None:
    brief = page(police, PAIR, Moment(TODAY, "ES"))
    assert any("A-2020-001" in line for line in listed(brief, "Open both ways", "Ours to them"))
    assert any("A-2020-002" in line for line in listed(brief, "Open both ways", "Theirs to us"))


def test_a_follow_up_that_is_hidden_is_open_all_the_same(police: Store) -> None:
    with police.write("hide") as session:
        step = session.get(FollowUp, int(key_of(police, "followup", "F-2020-001").id))
        assert step is not None
        step.hidden_until = "2026-12-24"
    assert "hidden until 24 Dec 2026" in "\n".join(said(page(police), "Open both ways"))


def test_outcomes_that_stand_above_are_not_told_twice(police: Store) -> None:
    told = said(page(police), "Outcomes of the last meeting")
    assert told[:2] == ["V-2020-001, 3 Mar 2020", "Praised it all | noted | A-2020-005 · M-2020-001"]
    assert told[2].startswith("Above as open or watched: ")
    assert all(f"A-2020-00{number}" in told[2] for number in (1, 2, 3, 4))


def test_what_ended_since_the_last_meeting_is_told_with_its_reason(police: Store) -> None:
    with police.write("close") as session:
        done = session.get(Action, int(key_of(police, "action", "A-2020-001").id))
        assert done is not None
        done.status, done.closed_on, done.close_reason = "done", "2021-02-03", "the list came"
    told = listed(page(police), "Outcomes of the last meeting", "Moved or ended since 3 Mar 2020")
    assert told == ["Send the list | done | A-2020-001 · 3 Feb 2021 · the list came"]


def test_what_was_kept_and_what_was_not_is_counted_by_country(police: Store) -> None:
    assert not any(title.startswith("Kept") for title in titles(page(police)))
    with police.write("close") as session:
        done = session.get(Action, int(key_of(police, "action", "A-2020-001").id))
        assert done is not None
        done.status, done.closed_on = "done", "2021-02-03"
        session.add(ActionParty(action_id=done.number, country="ES", score=1, evidence="the list is here"))
        session.add(ActionParty(action_id=done.number, country="MA", score=-1))
    told = said(page(police), "Kept and not kept")
    assert told[0] == "ES kept 1; MA not kept 1."
    assert "Send the list | ES kept | A-2020-001 · 3 Feb 2021 · the list is here" in told


def test_the_figures_of_what_was_kept_are_of_all_though_the_latest_alone_are_told(police: Store) -> None:
    with police.write("close") as session:
        first = session.get(Action, int(key_of(police, "action", "A-2020-001").id))
        assert first is not None
        for number in range(MOST + 45):
            one = Action(
                ref=f"A-2021-{number:03}",
                text=f"Promise {number}",
                meeting_id=first.meeting_id,
                rung=first.rung,
                status="done",
                closed_on="2021-02-03",
            )
            session.add(one)
            session.flush()
            session.add(ActionParty(action_id=one.number, country="ES", score=1))
            session.add(ActionParty(action_id=one.number, country="MA", score=0))
    found = next(one for one in page(police).sections if one.title == "Kept and not kept")
    figures, lines = found.blocks
    assert figures == Note(f"ES kept {MOST + 45}; MA kept in part {MOST + 45}.")
    assert isinstance(lines, Items)
    assert (len(lines.rows), lines.more) == (MOST, 2 * (MOST + 45) - MOST)


def test_the_agenda_of_a_meeting_stands_on_its_page(demo_store: Store) -> None:
    meeting, carried = key_of(demo_store, "meeting", "M-2026-002"), key_of(demo_store, "action", "A-2025-009")
    assert "Agenda" not in titles(page(demo_store, meeting))
    with demo_store.write("carry") as session:
        session.add(AgendaItem(meeting_id=int(meeting.id), action_id=int(carried.id), note="ask Berlin"))
    (line,) = said(page(demo_store, meeting), "Agenda")
    assert line.startswith("Joint committee on the security of the World Cup of 2030 | A-2025-009 | proposed")
    assert "carried in · ask Berlin" in line


# --- marks, persons, and what there is not ---


def test_the_highest_handling_mark_of_what_it_holds_stands_at_the_top(demo_store: Store) -> None:
    assert page(demo_store).handling == ""
    with demo_store.write("mark") as session:
        source = session.exec(select(Source).where(Source.title == "7news.ma")).first()
        source = source or session.exec(select(Source).where(Source.publisher == "7news.ma")).one()
        source.handling = "Restricted"
        action = session.exec(select(Action).where(Action.ref == "A-2025-009")).one()
        action.handling = "SECRET; NOFORN"
    assert page(demo_store).handling == "SECRET; NOFORN"


def test_a_mark_of_something_that_is_not_on_the_page_does_not_count(demo_store: Store) -> None:
    with demo_store.write("mark") as session:
        session.exec(select(Visit).where(Visit.ref == "V-2022-005")).one().handling = "Secret"
    assert page(demo_store).handling == ""


def test_the_brief_on_an_official_tells_posts_and_the_last_meeting(demo_store: Store) -> None:
    brief = page(demo_store, key_of(demo_store, "official", "Abdellatif Hammouchi"), Moment(TODAY, "ES"))
    assert brief.title == "Abdellatif Hammouchi"
    assert "holds: Director General, DGSN; Director General, DGST" in said(brief, "The official")
    assert said(brief, "Last met")[1] == "what: Visit MA→ES, Madrid (V-2025-001)"


def test_a_pair_that_never_met_says_so_in_every_section(empty_store: Store) -> None:
    with pytest.raises(NotFound):
        page(empty_store)
    entered(empty_store, {"visits": [{"ref": "V-2026-001", "sending": "ES", "host": "MA", "status": "idea"}]})
    brief = page(empty_store)
    assert said(brief, "Last met") == ["No meeting and no visit is on record."]
    assert said(brief, "Open both ways") == ["Nothing is open."]
    assert said(brief, "Sources") == ["No source is on record."]


def test_there_is_no_brief_on_a_source_or_on_what_is_gone(demo_store: Store) -> None:
    with pytest.raises(BadInput, match="country pair, an official, a visit or a meeting"):
        page(demo_store, Key("source", "1"))
    with pytest.raises(NotFound):
        page(demo_store, Key("visit", "9999"))


def test_without_a_desk_nothing_is_ours_or_theirs_but_a_countrys(police: Store) -> None:
    brief = page(police, moment=NO_DESK)
    assert listed(brief, "Open both ways", "For Spain to do")[0].startswith("Send the list")
    assert listed(brief, "Open both ways", "For Morocco to do")[0].startswith("Train ten")
    own = listed(brief, "Open both ways", "Our own next steps")
    assert any("Wait for names" in line and "waiting for an answer" in line for line in own)
    assert not any("Theirs" in line or "Ours" in line for line in said(brief, "Open both ways"))


@pytest.mark.parametrize("desk", [MOROCCO, NO_DESK])
@pytest.mark.parametrize("kind", ["pair", "official", "visit", "meeting"])
def test_no_part_of_a_brief_walks_through_a_whole_table(demo_store: Store, kind: str, desk: Moment) -> None:
    take(demo_store, page(demo_store))
    for key in _some(demo_store, kind):
        with demo_store.read() as reader, planned(demo_store) as plans:
            gather(reader, key, desk)
        walked = {
            step
            for plan in plans
            for step in plan
            if step.startswith(("SCAN e", "SCAN s", "SCAN a", "SCAN c"))
        }
        assert not {step for step in walked if "CONSTANT" not in step}, walked


def _some(store: Store, kind: str) -> list[Key]:
    if kind == "pair":
        return [PAIR]
    with store.read() as reader:
        return [Key(kind, str(number)) for (number,) in reader.all(f"SELECT id FROM {kind} LIMIT 3")]  # type: ignore[arg-type]


def test_on_another_day_the_same_things_are_older(police: Store) -> None:
    assert said(page(police, PAIR, day("2020-03-05")), "Last met")[0] == "when: 3 Mar 2020, 2 days ago"
    assert section(page(police), "Next").title == "Next"
