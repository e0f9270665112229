"""What repeats: read into a rule, shown in words, and one record that comes again each time it is done."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import Store, queries
from db.commands.edit import save
from db.commands.followups import close
from db.dates.recurrence import after_next, first_day, next_day, tied
from db.dates.repeating import read_repeats
from db.dates.rules import DAYS, canonical, day_of_month
from db.dates.show_rule import show_rule
from db.errors import BadInput
from db.models import FollowUp
from db.rows import FollowUpCard, Key
from tests.db import making
from tests.db.looking import card
from tests.db.making import TODAY

SAID = {
    "every month": "FREQ=MONTHLY",
    "every 2 weeks": "FREQ=WEEKLY;INTERVAL=2",
    "every other friday": "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
    "every mon, wed and fri": "FREQ=WEEKLY;BYDAY=MO,WE,FR",
    "every weekday": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "every 31st": "FREQ=MONTHLY;BYMONTHDAY=-1",
    "every 30th": "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1",
    "monthly on the last day": "FREQ=MONTHLY;BYMONTHDAY=-1",
    "every month on the last fri": "FREQ=MONTHLY;BYDAY=-1FR",
    "every 2nd tuesday": "FREQ=MONTHLY;BYDAY=2TU",
    "every quarter": "FREQ=MONTHLY;INTERVAL=3",
    "every year": "FREQ=YEARLY",
    "every 6 dec": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=6",
    "every 29 feb": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1",
    "weekly": "FREQ=WEEKLY",
    "every week 5 times": "FREQ=WEEKLY;COUNT=5",
    "every month until 31 dec 2027": "FREQ=MONTHLY;UNTIL=20271231",
    "chaque mois": "FREQ=MONTHLY",
    "tous les lundis": "FREQ=WEEKLY;BYDAY=MO",
    "toutes les 2 semaines": "FREQ=WEEKLY;INTERVAL=2",
    "cada mes": "FREQ=MONTHLY",
    "todos los meses": "FREQ=MONTHLY",
    "rrule:freq=weekly;interval=1;byday=mo,we": "FREQ=WEEKLY;BYDAY=MO,WE",
    "FREQ=MONTHLY;UNTIL=20271231T000000Z": "FREQ=MONTHLY;UNTIL=20271231",
}
ENDS: st.SearchStrategy[dict[str, str]] = st.one_of(
    st.just({}),
    st.integers(1, 999).map(lambda number: {"COUNT": str(number)}),
    st.dates(date(2026, 1, 1), date(2090, 1, 1)).map(lambda day: {"UNTIL": f"{day:%Y%m%d}"}),
)
OF_WEEK = st.lists(st.sampled_from(DAYS), min_size=1, max_size=4, unique=True).map(
    lambda days: {"FREQ": "WEEKLY", "BYDAY": ",".join(days)}
)
OF_MONTH = st.one_of(
    st.integers(1, 31).map(lambda day: {"FREQ": "MONTHLY"} | day_of_month(day)),
    st.builds(
        lambda nth, day: {"FREQ": "MONTHLY", "BYDAY": f"{nth}{day}"},
        st.sampled_from([-1, 1, 2, 3, 4, 5]),
        st.sampled_from(DAYS),
    ),
)
OF_YEAR = st.dates().map(
    lambda day: {"FREQ": "YEARLY", "BYMONTH": str(day.month), "BYMONTHDAY": str(day.day)}
)
PLAIN = st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]).map(lambda often: {"FREQ": often})
RULES = st.builds(
    lambda parts, number, end: canonical(
        ";".join(f"{name}={value}" for name, value in (parts | {"INTERVAL": str(number)} | end).items())
    ),
    st.one_of(PLAIN, OF_WEEK, OF_MONTH, OF_YEAR),
    st.integers(1, 99),
    ENDS,
)


@pytest.mark.parametrize(("text", "rule"), SAID.items(), ids=list(SAID))
def test_words_become_a_rule(text: str, rule: str) -> None:
    assert read_repeats(text, today=TODAY) == rule


@pytest.mark.parametrize(
    "text",
    [
        "every", "every foo", "every 32nd", "every 0 weeks", "every 5 times", "FREQ=HOURLY", "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=MONTHLY;BYMONTHDAY=99", "FREQ=DAILY;COUNT=3;UNTIL=20270101", "FREQ=WEEKLY;BYDAY=2MO", "every 30 feb",
        "FREQ=WEEKLY;FREQ=DAILY", "every month until spring", "every week 5 times until 2027", "x" * 300,
    ],
)  # fmt: skip
def test_what_says_not_how_often_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_repeats(text, today=TODAY)
    assert len(str(caught.value)) < 260


@given(RULES)
def test_a_rule_in_words_reads_back_as_the_same(rule: str) -> None:
    assert read_repeats(show_rule(rule), today=TODAY) == rule


@given(st.text(max_size=60))
def test_any_text_is_a_rule_or_refused(text: str) -> None:
    try:
        rule = read_repeats(text, today=TODAY)
    except BadInput:
        return
    assert canonical(rule) == rule


@given(RULES, st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(-400, 400))
def test_the_next_day_lies_behind_both_the_last_one_and_today(rule: str, due: date, away: int) -> None:
    today = due + timedelta(away)
    following = next_day(tied(rule, due), due, today)
    if following is not None:
        assert following > max(due, today)
        assert canonical(after_next(rule, due, following))


@pytest.mark.parametrize(
    ("rule", "due", "days"),
    [
        ("FREQ=MONTHLY", "2026-10-31", ["2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28"]),
        ("FREQ=MONTHLY", "2026-11-30", ["2026-12-30", "2027-01-30", "2027-02-28", "2027-03-30"]),
        ("FREQ=MONTHLY", "2026-11-28", ["2026-12-28", "2027-01-28", "2027-02-28", "2027-03-28"]),
        ("FREQ=YEARLY", "2028-02-29", ["2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"]),
        ("FREQ=MONTHLY;INTERVAL=3", "2026-11-30", ["2027-02-28", "2027-05-30", "2027-08-30", "2027-11-30"]),
    ],
)
def test_from_the_end_of_a_month_it_is_the_end_of_each_month(rule: str, due: str, days: list[str]) -> None:
    day, found = date.fromisoformat(due), []
    rule = tied(rule, day)
    for _ in days:
        following = next_day(rule, day, day)
        assert following is not None
        day = following
        found.append(day.isoformat())
    assert found == days


def test_every_month_from_the_31st_says_that_it_is_the_last_day() -> None:
    assert show_rule(tied("FREQ=MONTHLY", date(2026, 10, 31))) == "every month on the last day"


@pytest.mark.parametrize(
    ("rule", "today", "day"),
    [
        ("FREQ=MONTHLY", date(2027, 1, 31), date(2027, 2, 28)),
        ("FREQ=MONTHLY;INTERVAL=3", date(2026, 11, 30), date(2027, 2, 28)),
        ("FREQ=YEARLY", date(2028, 2, 29), date(2029, 2, 28)),
        ("FREQ=WEEKLY;BYDAY=MO;COUNT=1", date(2026, 11, 23), date(2026, 11, 30)),
        ("FREQ=MONTHLY;COUNT=1", date(2027, 1, 31), date(2027, 2, 28)),
        ("FREQ=WEEKLY;UNTIL=20261122", TODAY, None),
    ],
)
def test_the_first_time_is_one_period_from_now_at_the_end_of_a_month_too(
    rule: str, today: date, day: date | None
) -> None:
    assert first_day(rule, today) == day


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=3",
        "FREQ=DAILY;BYMONTH=2,4;BYMONTHDAY=-31",
        "FREQ=DAILY;BYSETPOS=2",
        "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2",
        "FREQ=WEEKLY;BYMONTHDAY=3",
        "FREQ=MONTHLY;BYYEARDAY=3",
    ],
)
def test_a_rule_without_a_day_is_refused_and_not_looked_for_until_doomsday(rule: str) -> None:
    with pytest.raises(BadInput):
        canonical(rule)


def test_what_would_only_come_again_in_a_hundred_years_does_not() -> None:
    assert next_day("FREQ=YEARLY;INTERVAL=99;BYMONTH=2;BYMONTHDAY=29", date(2028, 2, 29), TODAY) is None


@given(RULES, st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 40))
def test_a_count_is_never_exceeded_however_often_a_day_is_put_off(rule: str, due: date, late: int) -> None:
    endless = [part for part in rule.split(";") if not part.startswith(("COUNT", "UNTIL"))]
    counted = canonical(";".join((*endless, "COUNT=4")))
    rule, times = tied(counted, due), 1
    while (following := next_day(rule, due, due)) is not None:
        rule, times = after_next(rule, due, following), times + 1
        assert times <= 4
        due = following + timedelta(late)


# --- one record that comes again ---


def recurring(store: Store, rule: str, due: str = "2026-11-30", **more: object) -> Key:
    with store.write("enter") as session:
        number = making.followup(session, text="report", due=due, recurrence=rule, **more)
    return Key("followup", str(number))


def unread(store: Store, key: Key) -> None:
    """Give it a rule that nobody here would have written."""
    with store.write("another program") as session:
        row = session.get(FollowUp, int(key.id))
        assert row is not None
        row.recurrence = "FREQ=HOURLY"


def closed(store: Store, key: Key, status: str = "done", reason: str = "", **more: bool) -> str:
    with store.write("close") as session:
        did = close(session, (key,), status, reason, TODAY, **more)  # type: ignore[arg-type]
    return did.told("is done", "are done")


def values(store: Store, key: Key) -> tuple[object, ...]:
    with store.read() as reader:
        row = reader.one("SELECT status, due_edtf, recurrence FROM followup WHERE id = :id", id=int(key.id))
    assert row is not None
    return row


def test_done_for_this_time_moves_it_to_the_next(empty_store: Store) -> None:
    key = recurring(empty_store, "FREQ=MONTHLY;BYMONTHDAY=-1", remind_on="2026-11-21", hidden_until="")
    before = making.every_table(empty_store)["followup"]
    assert closed(empty_store, key) == "F-2026-001 “report” is done for 30 Nov 2026, next Thu 31 Dec 2026"
    assert values(empty_store, key) == ("open", "2026-12-31", "FREQ=MONTHLY;BYMONTHDAY=-1")
    shown = card(empty_store, "followup", key.id)
    assert isinstance(shown, FollowUpCard)
    assert shown.recurrence == "every month on the last day"
    assert shown.remind_on == ""
    assert shown.log[0].text == "done for 30 Nov 2026, next Thu 31 Dec 2026"
    empty_store.undo()
    assert making.every_table(empty_store)["followup"] == before


def test_what_was_missed_is_not_due_again(empty_store: Store) -> None:
    key = recurring(empty_store, "FREQ=WEEKLY;BYDAY=MO", due="2026-10-05")
    closed(empty_store, key)
    assert values(empty_store, key)[:2] == ("open", "2026-11-23")


@pytest.mark.parametrize("rule", ["FREQ=WEEKLY;BYDAY=MO;COUNT=1", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261204"])
def test_the_last_time_closes_it(empty_store: Store, rule: str) -> None:
    key = recurring(empty_store, rule)
    assert closed(empty_store, key) == "F-2026-001 “report” is done"
    assert values(empty_store, key)[:2] == ("done", "2026-11-30")


def test_the_last_time_closes_it_though_it_was_put_off(empty_store: Store) -> None:
    key = recurring(empty_store, "FREQ=MONTHLY;BYMONTHDAY=15;COUNT=1", due="2026-11-17")
    assert closed(empty_store, key) == "F-2026-001 “report” is done"
    assert values(empty_store, key)[:2] == ("done", "2026-11-17")


def test_what_is_done_can_be_closed_though_its_rule_cannot_be_read(empty_store: Store) -> None:
    key = recurring(empty_store, "FREQ=WEEKLY")
    unread(empty_store, key)
    assert closed(empty_store, key) == "F-2026-001 “report” is done"


def test_its_other_fields_can_be_changed_though_its_rule_cannot_be_read(empty_store: Store) -> None:
    key = recurring(empty_store, "FREQ=WEEKLY")
    unread(empty_store, key)
    with empty_store.read() as reader:
        form = queries.form(reader, key)
    with empty_store.write("edit") as session:
        save(
            session,
            key,
            form.values,
            form.values | {"text": "report twice"},
            version=form.version,
            today=TODAY,
        )
    assert values(empty_store, key)[2] == "FREQ=HOURLY"


def test_a_count_goes_down_with_each_time(empty_store: Store) -> None:
    key = recurring(empty_store, "FREQ=WEEKLY;BYDAY=MO;COUNT=3")
    closed(empty_store, key)
    assert values(empty_store, key) == ("open", "2026-12-07", "FREQ=WEEKLY;BYDAY=MO;COUNT=2")


def test_it_ends_for_good_or_by_being_dropped(empty_store: Store) -> None:
    one, two = (recurring(empty_store, "FREQ=WEEKLY;BYDAY=MO") for _ in range(2))
    closed(empty_store, one, for_good=True)
    closed(empty_store, two, "dropped", "nobody reads it")
    assert [values(empty_store, key)[0] for key in (one, two)] == ["done", "dropped"]


def test_of_several_those_that_come_again_are_told_apart(empty_store: Store) -> None:
    once, again = recurring(empty_store, ""), recurring(empty_store, "FREQ=WEEKLY;BYDAY=MO")
    with empty_store.write("close") as session:
        did = close(session, (once, again), "done", "", TODAY)
    assert did.told("is done", "are done") == (
        "2 follow-ups are done: F-2026-001 and F-2026-002; F-2026-002 done for 30 Nov 2026, next Mon 7 Dec 2026"
    )
