"""Visits that are in already, or seem to be, while they are typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from db import Store
from db.entry import Reading, SimilarVisit, similar
from db.rows import Moment
from seeds import enter

Read = Callable[..., Reading]
Like = Callable[[str], list[SimilarVisit]]


@pytest.fixture
def like(demo_store: Store, moment: Moment, read: Read) -> Like:
    def found(line: str) -> list[SimilarVisit]:
        with demo_store.read() as reader:
            return similar(read(line), reader=reader, moment=moment)

    return found


def test_the_same_visit_typed_again_is_recognised(like: Like) -> None:
    (found,) = like("MA>ES 28-29 jan 2025 @Hammouchi")
    assert (found.ref, found.label) == ("V-2025-001", "MA→ES 28–29 Jan 2025")
    assert found.why == "same pair, same days, same head"
    assert found.key.id == "1"


def test_a_year_less_date_finds_the_visit_of_any_year(like: Like) -> None:
    assert [one.why for one in like("MA>ES 28-29 jan ?")] == ["same pair, same days, year not stated"]


def test_days_nearby_and_the_other_direction_are_named_as_such(like: Like) -> None:
    assert like("MA>ES 1 feb 2025")[0].why == "same pair, a few days apart"
    assert like("ES>MA 28 jan 2025")[0].why == "same pair, the other way, days overlap"
    assert like("MA>ES 2 feb 2025") == []


def test_the_same_head_comes_first(like: Like) -> None:
    assert [one.ref for one in like("MA>ES june 2022 @Laftit")] == ["V-2022-002", "V-2022-001"]
    assert [one.ref for one in like("MA>ES june 2022 @Hammouchi")] == ["V-2022-001", "V-2022-002"]


def test_a_stored_visit_without_a_year_is_found_by_its_days(
    demo_store: Store, moment: Moment, like: Like
) -> None:
    values = {"sending": "MA", "host": "DE", "date": "XXXX-03-04", "date_text": "4 March"}
    enter(demo_store, [{"bilat": 1, "visits": [values]}], today=moment.today)
    assert [one.label for one in like("MA>DE 4 mar 2019")] == ["MA→DE 4 Mar ?"]
    assert like("MA>DE 4 sep 2019") == []


def test_at_most_three_are_shown_and_none_without_sides_or_date(
    demo_store: Store, moment: Moment, like: Like
) -> None:
    visits = [{"sending": "MA", "host": "QA", "date": f"2026-03-0{day}"} for day in range(1, 7)]
    enter(demo_store, [{"bilat": 1, "visits": visits}], today=moment.today)
    assert len(like("MA>QA 3 mar 2026")) == 3
    assert like("MA>QA 3 mar 2026")[0].label == "MA→QA 3 Mar 2026"
    assert like("MA>QA") == []
    assert like("talks 3 mar 2026") == []
    assert like("MA+QA 3 mar 2026") == []
