"""Today and Watch where there is more than anybody can do: a few are shown, and it is said that there are more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.db.making import action, visit
from tests.db.test_views import due, sections

if TYPE_CHECKING:
    import pytest

    from db import Store


def test_a_section_of_more_than_anybody_counts_says_that_there_are_more(
    empty_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.queries.views.COUNTED", 52)
    due(empty_store, *["2026-11-20"] * 60)
    overdue = sections(empty_store)["Overdue"]
    assert (len(overdue.rows), overdue.total, overdue.more) == (50, 52, True)


def test_the_longest_silent_are_looked_for_among_those_that_were_entered_first(
    empty_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.queries.asked.LOOKED_AT", 2)
    with empty_store.write("enter") as session:
        for day in ("2023-03-03", "2021-01-01", "2020-01-01"):
            action(session, on=visit(session, date=day), rung="proposed", text=day)
    silent = sections(empty_store)["Watched, and silent for half a year"]
    assert [getattr(row, "text", "") for row in silent.rows] == ["2021-01-01", "2023-03-03"]
    assert silent.total == 3
