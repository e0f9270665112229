"""The top line, the morning view and the watch list: what is pressing, and nothing that is not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from db import queries
from db.models import Action, FollowUp
from db.rows import (
    FollowUpRow,
    Moment,
    Section,
)
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
            followup(session, text=f"due {day}", due=day, **values)


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
    due(empty_store, "2026-11-19", ball="them", status="waiting")
    view = sections(empty_store)
    assert texts(view["Overdue"]) == ["due 2026-11-19", "due 2026-11-20"]
    assert texts(view["Due today"]) == ["due 2026-11-21"]
    assert texts(view["Due this week"]) == ["due 2026-11-22"]
    assert texts(view["Waiting for them"]) == ["due 2026-11-19"]


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
    quiet = sections(empty_store, MOROCCO)["Quiet for a year"]
    assert [row.key.id for row in quiet.rows] == ["ES-MA"]
    assert sections(empty_store)["Quiet for a year"].total == 2
    soon = sections(empty_store, MOROCCO)["Visits and meetings in the next 30 days"]
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
