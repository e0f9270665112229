"""The top line, the morning view and the watch list: what is pressing, and nothing that is not."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import queries
from db.errors import NotFound
from db.models import Action, Brief, FollowUp, LogEntry
from db.rows import (
    FollowUpRow,
    Key,
    Moment,
    Section,
)
from tests.conftest import opened_copy
from tests.db.making import (
    MOROCCO,
    NO_DESK,
    TODAY,
    action,
    followup,
    visit,
    visit_entered,
)

if TYPE_CHECKING:
    from db import Store


def due(store: Store, *days: str, **values: Any) -> None:
    with store.write("enter") as session:
        for day in days:
            check = values.pop("remind_on", "")
            number = followup(session, text=f"due {day}", due=day, **values)
            session.get_one(FollowUp, number).remind_on = check


def test_the_top_line_counts_to_sunday(empty_store: Store) -> None:
    due(empty_store, "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23", "", "XXXX-01-28")
    with empty_store.read() as reader:
        assert queries.header(reader, NO_DESK)[:2] == (2, 2)
        monday = queries.header(reader, Moment(date(2026, 11, 23), ""))
        wednesday = queries.header(reader, Moment(date(2026, 11, 18), ""))
    assert monday[:2] == (4, 1)
    assert wednesday[:2] == (0, 4)


def test_what_is_done_dropped_or_hidden_is_not_counted(empty_store: Store) -> None:
    for status in ("open", "waiting", "done", "dropped"):
        due(empty_store, "2026-11-01", status=status)
    with empty_store.write("hide") as session:
        session.get_one(FollowUp, 2).hidden_until = "2026-12-24"
    with empty_store.read() as reader:
        assert queries.header(reader, NO_DESK).overdue == 1
        assert queries.header(reader, Moment(date(2026, 12, 24), "")).overdue == 2
    listing = queries.followups(empty_store, NO_DESK)
    assert [row.key.id for row in listing.rows(0, 10)] == ["1"]


def test_the_next_visit_is_the_nearest_of_the_desk(empty_store: Store) -> None:
    for sending, host, day, status in (
        ("MA", "ES", "2026-12-24", "planned"),
        ("DE", "MA", "2026-12-03", "confirmed"),
        ("FR", "DE", "2026-11-25", "planned"),
        ("MA", "FR", "2026-11-22", "cancelled"),
        ("MA", "FR", "2026-11-23", "idea"),
        ("ES", "MA", "2026-11-20", "planned"),
    ):
        visit_entered(empty_store, sending=sending, host=host, date=day, status=status)
    with empty_store.read() as reader:
        desk, anybody = queries.header(reader, MOROCCO).next_visit, queries.header(reader, NO_DESK).next_visit
        nobody = queries.header(reader, Moment(TODAY, "JP")).next_visit
    assert desk is not None
    assert anybody is not None
    assert (desk.sending, anybody.sending, nobody) == ("DE", "FR", None)


def sections(store: Store, moment: Moment = NO_DESK) -> dict[str, Section]:
    with store.read() as reader:
        return {section.title: section for section in queries.today(reader, moment)}


def texts(section: Section) -> list[str]:
    return [row.text for row in section.rows if isinstance(row, FollowUpRow)]


def test_the_morning_view_puts_every_step_where_it_belongs(empty_store: Store) -> None:
    due(empty_store, "2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23", "")
    due(empty_store, "2026-11-19", "2027-01-10", ball="them", status="waiting")
    view = sections(empty_store)
    assert texts(view["Overdue"]) == ["due 2026-11-19", "due 2026-11-20"]
    assert texts(view["Due today"]) == ["due 2026-11-21"]
    assert texts(view["Due this week"]) == ["due 2026-11-22"]
    assert texts(view["Waiting for them"]) == ["due 2027-01-10"]


def test_each_step_stands_once_and_its_other_titles_count_it(empty_store: Store) -> None:
    due(empty_store, "2026-11-10", "2026-11-21", "2026-11-22", "2027-01-10", "", ball="them")
    due(empty_store, "2027-02-02", ball="them", remind_on="2026-11-20")
    with empty_store.write("hide") as session:
        session.get_one(FollowUp, 3).hidden_until = "2026-11-21"
    view = sections(empty_store)
    shown = [row.key for section in view.values() for row in section.rows]
    assert len(shown) == len(set(shown)) == 6
    assert texts(view["Time to look again"]) == ["due 2027-02-02", "due 2026-11-22"]
    assert (view["Due this week"].total, view["Due this week"].above) == (1, 1)
    assert texts(view["Waiting for them"]) == ["due 2027-01-10", "due "]
    assert (view["Waiting for them"].total, view["Waiting for them"].above) == (6, 4)


def test_a_long_section_shows_fifty_and_its_true_count(empty_store: Store) -> None:
    due(empty_store, *["2026-11-20"] * 60)
    overdue = sections(empty_store)["Overdue"]
    assert (len(overdue.rows), overdue.total) == (50, 60)


def test_the_morning_view_tells_what_went_quiet(empty_store: Store) -> None:
    visit_entered(empty_store, host="ES", date="2025-11-20")
    visit_entered(empty_store, host="FR", date="2025-12-01")
    visit_entered(empty_store, host="DE", date="2020-01-01")
    visit_entered(empty_store, host="DE", date="2026-12-01", status="planned")
    visit_entered(empty_store, sending="PT", host="NL", date="2020-01-01")
    quiet = sections(empty_store, MOROCCO)["Gone quiet"]
    assert [row.key.id for row in quiet.rows] == ["ES-MA"]
    assert sections(empty_store)["Gone quiet"].total == 2
    soon = sections(empty_store, MOROCCO)["In the next 30 days, and no brief yet"]
    assert (soon.total, len(soon.rows)) == (1, 1)


def test_the_watch_list_holds_what_was_proposed_and_explored_the_longest_silent_first(
    empty_store: Store,
) -> None:
    with empty_store.write("enter") as session:
        for day in ("2025-05-05", "", "2022-02-02"):
            made = visit(session, date=day)
            for rung in ("noted", "discussed", "explored", "proposed", "agreed", "signed"):
                action(session, on=made, rung=rung, text=f"{rung} {day}".strip())
    with empty_store.read() as reader:
        proposed, explored = queries.watch(reader, NO_DESK)
    assert [getattr(row, "text", "") for row in proposed.rows] == [
        "proposed 2022-02-02",
        "proposed 2025-05-05",
        "proposed",
    ]
    assert explored.total == 3
    silent = sections(empty_store)["Watched, and silent for half a year"]
    assert silent.total == 4


def test_a_closed_outcome_is_no_longer_asked_for(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        number = action(session, on=visit(session), rung="agreed")
    title = "Agreed, but no owner, date or deliverable"
    assert sections(empty_store)[title].total == 1
    with empty_store.write("close") as session:
        session.get_one(Action, number).status = "done"
    assert sections(empty_store)[title].total == 0


def test_the_top_line_counts_what_the_first_sections_hold(empty_store: Store) -> None:
    due(empty_store, "2026-11-19", "2026-11-21", "2026-11-22", "2026-11-29", "")
    due(empty_store, "2026-12-24", remind_on="2026-11-20")
    due(empty_store, "2026-12-24")
    with empty_store.write("hide") as session:
        session.get_one(FollowUp, 7).hidden_until = "2026-11-21"
    view = sections(empty_store)
    with empty_store.read() as reader:
        facts = queries.header(reader, NO_DESK)
    assert facts.overdue == view["Overdue"].total == 1
    assert facts.this_week == 3
    assert facts.due_today == view["Due today"].total == 1
    assert facts.again == view["Time to look again"].total == 2
    assert view["Due this week"].total == 1


def test_the_list_of_follow_ups_is_in_groups_the_overdue_first(empty_store: Store) -> None:
    due(empty_store, "", "2026-12-24", "2026-11-22", "2026-11-21", "2026-11-01", "XXXX-01-28")
    due(empty_store, "2027-02-02", remind_on="2026-11-18")
    due(empty_store, "2026-11-10", remind_on="2026-11-21")
    rows = queries.followups(empty_store, NO_DESK).rows(0, 20)
    assert [(row.text.removeprefix("due "), row.group) for row in rows] == [
        ("2026-11-01", "overdue"),
        ("2026-11-10", "overdue"),
        ("2027-02-02", "today"),
        ("2026-11-21", "today"),
        ("2026-11-22", "week"),
        ("2026-12-24", "later"),
        ("", "undated"),
        ("XXXX-01-28", "undated"),
    ]


DAYS = st.sampled_from(
    ["", "2026-11-01", "2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23", "2027-01-01"]
)
GROUPS = ("overdue", "today", "week", "later", "undated")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(DAYS, DAYS, st.sampled_from(["us", "them", "third"])), max_size=8))
def test_every_order_holds_the_same_and_each_stands_where_it_is_found(
    small_file: Path, tmp_path: Path, steps: list[tuple[str, str, str]]
) -> None:
    for store in opened_copy(small_file, tmp_path):
        with store.write("enter") as session:
            for day, check, ball in steps:
                number = followup(session, text=f"on {day} {check}", due=day, ball=ball)
                session.get_one(FollowUp, number).remind_on = check
        found = {}
        for sort in ("due", "ball", "new"):
            listing = queries.followups(store, NO_DESK, sort=sort)
            rows = listing.rows(0, 20)
            found[sort] = {row.key for row in rows}
            assert [listing.find(row.key) for row in rows] == list(range(len(steps)))
        assert found["due"] == found["ball"] == found["new"]
        groups = [
            GROUPS.index(row.group) for row in queries.followups(store, NO_DESK).rows(0, 20) if row.group
        ]
        assert groups == sorted(groups)
        with store.read() as reader:
            facts = queries.header(reader, NO_DESK)
        assert facts[:2] == (groups.count(0), groups.count(1) + groups.count(2))
        (tmp_path / small_file.name).unlink()


def test_what_was_agreed_and_has_no_step_is_listed_behind_the_follow_ups(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        made = visit(session, date="2026-05-05")
        numbers = {
            text: action(session, on=made, rung=rung, text=text)
            for text, rung in (
                ("planned", "agreed"),
                ("bare", "agreed"),
                ("signed", "signed"),
                ("idea", "proposed"),
            )
        }
        other = visit(session, sending="FR", host="DE", date="2026-05-05")
        action(session, on=other, rung="agreed", text="of others")
        planned = followup(session, text="do it")
        session.get_one(FollowUp, planned).action_id = numbers["planned"]
    listing = queries.steps(empty_store, MOROCCO)
    assert [getattr(row, "text", "") for row in listing.rows(0, 9)] == ["do it", "signed", "bare"]
    assert listing.count() == 3
    assert listing.find(Key("action", str(numbers["bare"]))) == 2
    assert listing.find(Key("action", str(numbers["idea"]))) is None
    assert [row.key.kind for row in listing.rows(1, 2)] == ["action"]
    title = "Agreed, and needs a next step"
    assert sections(empty_store, MOROCCO)[title].total == 2
    assert sections(empty_store)[title].total == 3
    assert queries.steps(empty_store, MOROCCO, words="bar").count() == 1
    with empty_store.write("close") as session:
        session.get_one(FollowUp, planned).status = "done"
    assert sections(empty_store, MOROCCO)[title].total == 3
    assert queries.steps(empty_store, MOROCCO, sort="new").count() == 0


def test_of_what_was_split_the_parts_need_the_next_step(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        made = visit(session, date="2026-05-05")
        whole = action(session, on=made, rung="agreed", text="whole")
        part = action(session, on=made, rung="agreed", text="part")
        session.get_one(Action, part).parent_id = whole
    rows = queries.steps(empty_store, NO_DESK).rows(0, 9)
    assert [getattr(row, "text", "") for row in rows] == ["part"]


def test_a_brief_of_the_visit_of_its_meeting_or_of_the_pair_is_a_brief(empty_store: Store) -> None:
    title = "In the next 30 days, and no brief yet"
    key = visit_entered(
        empty_store,
        host="ES",
        date="2026-12-01",
        status="planned",
        meetings=[{"date": "2026-12-01", "parties": ["MA", "ES"], "status": "planned"}],
    )
    visit_entered(empty_store, host="FR", date="2026-12-02", status="planned")
    with empty_store.read() as reader:
        inside = str(reader.value("SELECT id FROM meeting"))

    def unbriefed() -> list[str]:
        return [getattr(row, "host", "") for row in sections(empty_store, MOROCCO)[title].rows]

    assert unbriefed() == ["ES", "FR"]
    for kind, number, ago, left in (
        ("visit", key.id, 3, ["FR"]),
        ("meeting", inside, 3, ["FR"]),
        ("pair", "ES-MA", 29, ["FR"]),
        ("pair", "ES-MA", 40, ["ES", "FR"]),
        ("pair", "DE-MA", 1, ["ES", "FR"]),
    ):
        at = (datetime(2026, 11, 21, 12, tzinfo=UTC) - timedelta(days=ago)).isoformat()
        with empty_store.write("brief") as session:
            session.add(Brief(record_kind=kind, record_id=number, at=at, by="officer"))
        assert unbriefed() == left, (kind, ago)
        empty_store.undo()


def test_what_is_watched_is_not_silent_while_somebody_works_on_it(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        made = visit(session, date="2025-01-01")
        for text in ("silent", "logged", "chased"):
            action(session, on=made, rung="proposed", text=text)
        step = followup(session, text="ask")
        session.get_one(FollowUp, step).action_id = 3
        session.flush()
        session.add(LogEntry(action_id=2, at="2026-10-10", kind="noted"))
        session.add(LogEntry(followup_id=step, at="2026-11-11", kind="chased"))
    silent = sections(empty_store)["Watched, and silent for half a year"]
    assert [getattr(row, "text", "") for row in silent.rows] == ["silent"]
    with empty_store.read() as reader:
        proposed, _ = queries.watch(reader, NO_DESK)
    heard = [(getattr(row, "text", ""), getattr(row, "heard", "")) for row in proposed.rows]
    assert heard == [("silent", "2025-01-01"), ("logged", "2026-10-10"), ("chased", "2026-11-11")]


def test_every_section_is_a_list_of_any_length(demo_store: Store) -> None:
    with demo_store.read() as reader:
        found = [*queries.today(reader, MOROCCO), *queries.watch(reader, MOROCCO)]
    assert len({section.name for section in found}) == len(found) == 12
    for section in found:
        title, listing = queries.whole_section(demo_store, MOROCCO, section.name)
        assert (title, listing.count()) == (section.title, section.total)
        rows = listing.rows(0, 60)
        shown = [row.key for row in section.rows]
        assert [row.key for row in rows if row.key in shown] == shown
        assert len(rows) - len(shown) == section.above
        assert [listing.find(row.key) for row in rows] == list(range(len(rows)))
        assert queries.whole_section(demo_store, MOROCCO, section.name, words="zzzz")[1].count() == 0


def test_a_whole_section_is_read_beyond_its_first_fifty(empty_store: Store) -> None:
    due(empty_store, *["2026-11-20"] * 60)
    _, listing = queries.whole_section(empty_store, NO_DESK, "overdue")
    assert [row.key.id for row in listing.rows(55, 80)] == ["56", "57", "58", "59", "60"]
    _, few = queries.whole_section(empty_store, NO_DESK, "overdue", words="due 2026")
    assert few.count() == 60
    with pytest.raises(NotFound):
        queries.whole_section(empty_store, NO_DESK, "nonsense")


def test_a_follow_up_knows_since_when_it_is_on_the_desk(empty_store: Store) -> None:
    due(empty_store, "2026-11-20")
    entered = queries.followups(empty_store, NO_DESK).rows(0, 1)[0].since
    assert entered == f"{empty_store.clock().date()}"
    with empty_store.write("log") as session:
        session.add(LogEntry(followup_id=1, at="2020-10-10", kind="noted", text="first heard"))
        session.add(LogEntry(followup_id=1, at="2020-11-10", kind="chased"))
    row = queries.followups(empty_store, NO_DESK).rows(0, 1)[0]
    assert (row.since, row.logged, row.last_log) == ("2020-10-10", "2020-11-10", "chased")
