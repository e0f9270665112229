"""A month of a large store: read by its days, and from an index whatever is known of a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries.calendar import calendar
from tests.db.making import MOROCCO, visit
from tests.db.test_calendar import enter, month, shown, titles
from tests.db.test_query_plans import planned

if TYPE_CHECKING:
    from db import Store


def test_a_place_that_is_never_empty_names_a_few_and_misses_nobody(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        visit(session, date="2026-11-01/2026-11-28", title="long", place="Rabat", sending="ES", host="MA")
        for day in range(2, 20):
            visit(session, date=f"2026-11-{day:02}", title=f"{day}", place="Rabat", sending="ES", host="MA")
    days = month(empty_store, 2026, 11).days
    found = dict(zip(titles(days), (row.clashes for row in days), strict=True))
    assert len(found.pop("long")) == 5
    assert all([clash.ref for clash in clashes] == ["V-2026-001"] for clashes in found.values())


def test_what_began_in_an_earlier_month_or_year_and_goes_on_is_there(empty_store: Store) -> None:
    for date_, title in (
        ("2026-10-03/2026-10-28", "within October"),
        ("2026-09-20/2026-11-02", "over two months"),
        ("2026-10-10~/2026-12-02", "about"),
        ("2026-10-05/2026-10-20", "over before"),
        ("202X", "some year"),
    ):
        enter(empty_store, date=date_, title=title)
    found = month(empty_store, 2026, 11)
    assert set(titles(found.days)) == {"over two months", "within October", "about"}
    assert titles(found.year) == ["some year"]


def test_what_has_no_day_is_found_by_the_words_of_its_date(demo_store: Store) -> None:
    with demo_store.read() as reader, planned(demo_store) as plans:
        calendar(reader, MOROCCO, shown(2025, 1))
    steps = [step for plan in plans for step in plan]
    assert sum("ix_event_unplaced" in step for step in steps) >= 3
    assert any("ix_event_across" in step for step in steps)
    assert any("ix_action_open (due_last>" in step for step in steps), steps
