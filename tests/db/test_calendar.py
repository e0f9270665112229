"""A month of the calendar: what stands on its days, what has no day, and what cannot both be."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from db.models import FollowUp, VisitLink
from db.queries.calendar import Shown, calendar, first_day
from db.rows import Key, Moment
from db.rows.calendar import CalendarMonth, CalendarRow, Clash
from tests.db.making import MOROCCO, NO_DESK, action, followup, meeting, visit
from tests.db.test_query_plans import planned

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db import Store


def shown(year: int, month: int, first_weekday: int = 0) -> Shown:
    """A month with the days that fill six weeks."""
    begin = date(year, month, 1)
    first = begin - timedelta(days=(begin.weekday() - first_weekday) % 7)
    return Shown(begin, first, first + timedelta(days=41))


def month(
    store: Store, year: int, number: int, *, moment: Moment = NO_DESK, everyone: bool = False
) -> CalendarMonth:
    with store.read() as reader:
        return calendar(reader, moment, shown(year, number), everyone=everyone)


def enter(store: Store, **values: Any) -> Key:
    with store.write("enter") as session:
        return Key("visit", str(visit(session, **values).number))


def titles(rows: Iterable[CalendarRow]) -> list[str]:
    return [str(getattr(row.row, "title", "") or getattr(row.row, "text", "")) for row in rows]


def led_by(*officials: str, attendance: str | None = None) -> list[dict[str, Any]]:
    members = [{"official": name, "role": "head", "attendance": attendance} for name in officials]
    return [{"members": members}]


# --- what stands on days ---


def test_a_visit_across_months_stands_in_both(empty_store: Store) -> None:
    enter(empty_store, date="2026-11-27/2026-12-03", title="long")
    enter(empty_store, date="2026-09-01", title="before")
    for number in (11, 12):
        found = month(empty_store, 2026, number)
        assert titles(found.days) == ["long"]
        assert (found.days[0].first, found.days[0].last) == (date(2026, 11, 27), date(2026, 12, 3))
    assert month(empty_store, 2027, 2).days == ()


def test_a_visit_over_the_turn_of_the_year_and_one_of_a_leap_day(empty_store: Store) -> None:
    enter(empty_store, date="2027-12-30/2028-01-02", title="turn")
    enter(empty_store, date="2028-02-29", title="leap")
    assert titles(month(empty_store, 2027, 12).days) == ["turn"]
    assert titles(month(empty_store, 2028, 1).days) == ["turn"]
    assert titles(month(empty_store, 2028, 2).days) == ["leap"]


def test_a_stay_of_months_is_still_there_in_its_last_one(empty_store: Store) -> None:
    enter(empty_store, date="2026-01-10/2026-11-04", title="posting")
    assert titles(month(empty_store, 2026, 11).days) == ["posting"]
    assert month(empty_store, 2027, 1).days == ()


def test_the_days_around_a_month_are_read_with_it(empty_store: Store) -> None:
    enter(empty_store, date="2026-10-26", title="first of the page")
    enter(empty_store, date="2026-12-06", title="last of the page")
    enter(empty_store, date="2026-12-07", title="behind it")
    assert titles(month(empty_store, 2026, 11).days) == ["first of the page", "last of the page"]


def test_a_meeting_stands_on_its_own_day_and_on_no_day_when_nobody_said_which(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        long = visit(session, date="2026-11-10/2026-11-12", title="visit")
        meeting(session, long, date="2026-11-11", title="plenary")
        meeting(session, long, title="experts")
        short = visit(session, date="2026-11-20", title="short")
        meeting(session, short, title="its meeting")
    found = month(empty_store, 2026, 11).days
    rows = dict(zip(titles(found), found, strict=True))
    assert rows["plenary"].first == rows["plenary"].last == date(2026, 11, 11)
    assert rows["plenary"].whole
    assert not rows["experts"].whole
    assert rows["its meeting"].whole
    assert rows["visit"].group == rows["experts"].group != rows["short"].group


def test_a_dated_meeting_of_an_undated_visit_is_not_lost(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        meeting(session, visit(session, title="undated"), date="2026-11-11", title="plenary")
    assert titles(month(empty_store, 2026, 11).days) == ["plenary"]
    assert month(empty_store, 2026, 9).days == ()


def test_an_uncertain_day_is_on_its_day_and_says_so(empty_store: Store) -> None:
    enter(empty_store, date="2026-11-10~")
    (row,) = month(empty_store, 2026, 11).days
    assert (row.first, row.sure) == (date(2026, 11, 10), False)


# --- what has no day ---


def test_what_has_no_day_never_stands_on_one(empty_store: Store) -> None:
    for edtf in (
        "2026-11",
        "2026-11-11~/2026-11-20~",
        "[2026-11-28..2026-11-29]",
        "2026",
        "2026-36",
        "XXXX-11-28",
    ):
        enter(empty_store, date=edtf, title=edtf)
    found = month(empty_store, 2026, 11)
    assert found.days == ()
    assert sorted(titles(found.month)) == ["2026-11", "2026-11-11~/2026-11-20~", "[2026-11-28..2026-11-29]"]
    assert sorted(titles(found.year)) == ["2026", "2026-36"]
    assert titles(found.yearless) == ["XXXX-11-28"]


def test_other_months_show_the_year_and_not_the_month(empty_store: Store) -> None:
    for edtf in ("2026-11", "2026", "2026-36", "2026-24", "202X", "2025-10/2026-03", "XXXX-11-28"):
        enter(empty_store, date=edtf, title=edtf)
    march = month(empty_store, 2026, 3)
    assert (march.month, march.yearless) == ((), ())
    # What may fall into the month goes first.
    assert set(titles(march.year)[:3]) == {"2026", "202X", "2025-10/2026-03"}
    assert set(titles(march.year)[3:]) == {"2026-36", "2026-24"}
    assert set(titles(month(empty_store, 2027, 1).year)) == {"202X", "2026-24"}


def test_what_is_to_come_and_has_no_date_is_listed_apart(empty_store: Store) -> None:
    enter(empty_store, title="planned", status="planned")
    enter(empty_store, title="held once", status="held")
    assert titles(month(empty_store, 2026, 11).undated) == ["planned"]


# --- whose ---


def test_the_desk_sees_its_own_and_everybodys_on_demand(empty_store: Store) -> None:
    enter(empty_store, date="2026-11-10", title="ours")
    with empty_store.write("enter") as session:
        theirs = visit(session, sending="FR", host="DE", date="2026-11-11", title="theirs")
        meeting(session, theirs, parties=["DE", "FR", "MA"], title="with us")
    assert titles(month(empty_store, 2026, 11, moment=MOROCCO).days) == ["ours", "with us"]
    assert titles(month(empty_store, 2026, 11, moment=MOROCCO, everyone=True).days) == [
        "ours",
        "theirs",
        "with us",
    ]


# --- what is due ---


def test_what_is_due_and_what_is_looked_at_again_stand_on_their_days(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        followup(session, text="late", due="2026-11-12")
        checked = followup(session, text="checked", due="2026-12-24")
        session.get_one(FollowUp, checked).remind_on = "2026-11-25"
        followup(session, text="done", due="2026-11-12", status="done")
        followup(session, text="in the month", due="2026-11")
        followup(session, text="in the year", due="2026")
        followup(session, text="next year", due="2027")
    found = month(empty_store, 2026, 11)
    assert [(row.what, row.first) for row in found.days] == [
        ("due", date(2026, 11, 12)),
        ("check", date(2026, 11, 25)),
    ]
    assert titles(found.days) == ["late", "checked"]
    assert getattr(found.days[0].row, "overdue", False)
    assert titles(found.month) == ["in the month"]
    assert titles(found.year) == ["in the year"]
    assert titles(month(empty_store, 2026, 12).days) == ["checked"]


def test_an_outcome_that_is_due_shows_until_it_is_done(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        ours = visit(session, date="2026-01-10")
        action(session, on=ours, text="ours", rung="agreed", status="open", due="2026-11-12")
        action(session, on=ours, text="done", rung="agreed", status="done", due="2026-11-12")
        action(session, on=ours, text="only proposed", rung="proposed", due="2026-11-12")
        theirs = visit(session, sending="FR", host="DE", date="2026-01-11")
        action(session, on=theirs, text="theirs", rung="signed", status="open", due="2026-11-13")
    assert titles(month(empty_store, 2026, 11, moment=MOROCCO).days) == ["ours"]
    assert titles(month(empty_store, 2026, 11, moment=MOROCCO, everyone=True).days) == ["ours", "theirs"]


# --- what cannot both be ---


def test_what_is_open_at_one_end_stands_in_the_month_of_the_other(empty_store: Store) -> None:
    enter(empty_store, date="2026-10-30/..", title="since")
    enter(empty_store, date="/2026-11-07", title="until")
    enter(empty_store, date="../2026", title="until a year")
    assert titles(month(empty_store, 2026, 10).month) == ["since"]
    assert titles(month(empty_store, 2026, 11).month) == ["until"]
    assert titles(month(empty_store, 2026, 12).year) == ["until a year"]
    assert month(empty_store, 2027, 1).year == ()


def clashes(store: Store, **asked: Any) -> dict[str, tuple[Clash, ...]]:
    rows = month(store, 2026, 11, **asked).days
    return dict(zip(titles(rows), (row.clashes for row in rows), strict=True))


def test_an_official_cannot_be_at_two_events(empty_store: Store) -> None:
    enter(empty_store, title="one", date="2026-11-10/2026-11-12", delegations=led_by("Omar Alami"))
    other = enter(
        empty_store,
        title="other",
        host="FR",
        place="Paris",
        date="2026-11-12/2026-11-13",
        delegations=led_by("Omar Alami"),
    )
    enter(empty_store, title="later", host="DE", date="2026-11-14", delegations=led_by("Omar Alami"))
    found = clashes(empty_store)
    (clash,) = found["one"]
    assert (clash.by, clash.key, clash.place) == ("official", other, "Paris")
    assert clash.shared == "Alami"
    assert clash.first == clash.last == date(2026, 11, 12)
    assert len(found["other"]) == 1
    assert found["later"] == ()


def test_an_official_is_looked_for_at_events_that_are_not_the_desks(empty_store: Store) -> None:
    enter(
        empty_store, title="ours", sending="ES", host="MA", date="2026-11-10", delegations=led_by("Ana Ruiz")
    )
    enter(
        empty_store,
        title="theirs",
        sending="ES",
        host="FR",
        date="2026-11-10",
        delegations=led_by("Ana Ruiz"),
    )
    found = clashes(empty_store, moment=MOROCCO)
    assert list(found) == ["ours"]
    assert [clash.shared for clash in found["ours"]] == ["Ruiz"]


def test_a_visit_and_its_meetings_are_one(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        one = visit(
            session, title="visit", place="Madrid", date="2026-11-10", delegations=led_by("Omar Alami")
        )
        for title in ("plenary", "experts"):
            meeting(
                session,
                one,
                title=title,
                place="Madrid",
                date="2026-11-10",
                participants=[{"official": "Omar Alami"}],
            )
    assert set(clashes(empty_store).values()) == {()}


@pytest.mark.parametrize("status", ["cancelled", "postponed", "implied"])
def test_what_was_called_off_clashes_with_nothing(empty_store: Store, status: str) -> None:
    enter(empty_store, title="one", date="2026-11-10", place="Madrid", delegations=led_by("Omar Alami"))
    enter(
        empty_store,
        title="off",
        date="2026-11-10",
        place="Madrid",
        status=status,
        delegations=led_by("Omar Alami"),
    )
    assert clashes(empty_store) == {"one": (), "off": ()}


def test_who_was_absent_was_not_in_two_places(empty_store: Store) -> None:
    enter(empty_store, title="one", date="2026-11-10", delegations=led_by("Omar Alami"))
    enter(
        empty_store,
        title="other",
        host="FR",
        date="2026-11-10",
        delegations=led_by("Omar Alami", attendance="absent"),
    )
    assert set(clashes(empty_store).values()) == {()}


def test_two_visits_of_one_trip_do_not_clash(empty_store: Store) -> None:
    enter(empty_store, title="one", date="2026-11-10/2026-11-11", delegations=led_by("Omar Alami"))
    enter(empty_store, title="other", host="FR", date="2026-11-11", delegations=led_by("Omar Alami"))
    assert all(clashes(empty_store).values())
    with empty_store.write("link") as session:
        session.add(VisitLink(from_id=2, to_id=1, kind="part of the same trip"))
    assert not any(clashes(empty_store).values())


def test_about_that_day_is_no_clash(empty_store: Store) -> None:
    enter(empty_store, title="one", date="2026-11-10", place="Madrid", delegations=led_by("Omar Alami"))
    for edtf in ("2026-11-10~", "2026-11", "XXXX-11-10"):
        enter(empty_store, title=edtf, date=edtf, place="Madrid", delegations=led_by("Omar Alami"))
    assert not any(clashes(empty_store).values())


def test_one_place_of_one_host_is_had_by_one_event(empty_store: Store) -> None:
    enter(empty_store, title="one", sending="DE", host="MA", date="2026-11-10", place="Rabat")
    enter(empty_store, title="two", sending="FR", host="MA", date="2026-11-10/2026-11-11", place="RABAT ")
    enter(empty_store, title="elsewhere", sending="ES", host="MA", date="2026-11-10", place="Tangier")
    enter(empty_store, title="no place", sending="ES", host="MA", date="2026-11-10")
    enter(empty_store, title="another Rabat", sending="ES", host="FR", date="2026-11-10", place="Rabat")
    found = clashes(empty_store)
    assert [clash.by for clash in found["one"]] == ["place"]
    assert [clash.ref for clash in found["two"]] == ["V-2026-001"]
    assert (found["elsewhere"], found["no place"], found["another Rabat"]) == ((), (), ())


# --- how it is read ---


def test_a_month_is_read_from_indexes(demo_store: Store) -> None:
    with demo_store.read() as reader, planned(demo_store) as plans:
        assert calendar(reader, MOROCCO, shown(2025, 1)).days
    steps = [step for plan in plans for step in plan]
    assert plans
    few = (
        "SCAN before",
        "SCAN day",
        "SCAN ends",
        "SCAN o",
        "SCAN w",
        "SCAN CONSTANT",
    )  # what a part of a question has found
    assert not [step for step in steps if step.startswith("SCAN") and not step.startswith(few)], steps
    assert any("ix_event_time (sort_day=?" in step for step in steps)
    assert any("ix_followup_due (due_last>? AND due_last<?)" in step for step in steps)
    assert any("ix_followup_asks (<expr>>? AND <expr><?)" in step for step in steps)
    assert any("USING PRIMARY KEY (event_id=?" in step for step in steps), steps


def test_the_first_day_of_a_record_is_known(empty_store: Store) -> None:
    key = enter(empty_store, date="2026-11-27/2026-12-03")
    with empty_store.read() as reader:
        assert first_day(reader, key) == date(2026, 11, 27)
        assert first_day(reader, Key("visit", "99")) is None
        assert first_day(reader, Key("pair", "ES-MA")) is None


def test_what_there_is_no_room_for_is_said(empty_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.queries.calendar.A_DAY", 2)
    monkeypatch.setattr("db.queries.calendar_due.AT_MOST", 2)
    with empty_store.write("enter") as session:
        for number in range(3):
            visit(session, date="2026-11-10")
            followup(session, due=f"2026-11-1{number}")
    found = month(empty_store, 2026, 11)
    assert (found.more, found.more_due) == (True, True)
    assert len(found.days) == 5
