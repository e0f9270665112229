"""How often two countries should meet: said, taken back, and what is quiet by it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import Store, queries
from db.cadence import NEVER, every, quiet_before, read_cadence
from db.commands.cadence import set_cadence
from db.errors import BadInput, Conflict, NotFound
from db.rows import Key, Moment, PairRow
from tests.db.making import MOROCCO, TODAY, every_table, visit_entered


def say(store: Store, a: str, b: str, months: int | None) -> str:
    with store.write("cadence") as session:
        return set_cadence(session, a, b, months)


def quiet(store: Store, moment: Moment = MOROCCO) -> dict[str, int]:
    """The quiet pairs of the Today view, each with its months."""
    with store.read() as reader:
        found = next(section for section in queries.today(reader, moment) if section.name == "quiet")
    return {row.key.id: row.months for row in found.rows if isinstance(row, PairRow)}


def pair(store: Store, name: str) -> PairRow:
    listing = queries.pairs(store, MOROCCO, everyone=True)
    found = listing.find(Key("pair", name))
    assert found is not None
    return listing.rows(found, found + 1)[0]


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("every 6 months", 6),
        ("6 months", 6),
        ("every six months", 6),
        ("6m", 6),
        ("half-year", 6),
        ("twice a year", 6),
        ("every year", 12),
        ("yearly", 12),
        ("every other year", 24),
        ("2 years", 24),
        ("quarterly", 3),
        ("Every  Month", 1),
        ("never mind", NEVER),
    ],
)
def test_a_cadence_is_read_as_one_says_it(words: str, months: int) -> None:
    assert read_cadence(words) == months


@pytest.mark.parametrize(
    "words", ["", "often", "every", "0 months", "every 11 years", "-3 months", "9999 years"]
)
def test_what_is_no_cadence_says_what_would_be(words: str) -> None:
    with pytest.raises(BadInput):
        read_cadence(words)


def test_as_usual_takes_away_what_was_said() -> None:
    assert read_cadence("as usual") is None


@given(st.integers(1, 120))
def test_what_is_shown_is_read_back_the_same(months: int) -> None:
    assert read_cadence(every(months)) == months


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(1, 120))
def test_the_day_lies_that_many_months_back(today: date, months: int) -> None:
    day = quiet_before(today, months)
    assert (today.year - day.year) * 12 + today.month - day.month == months
    assert day.day <= today.day


def test_a_pair_is_quiet_by_its_own_cadence_else_after_a_year(empty_store: Store) -> None:
    visit_entered(empty_store, host="ES", date="2026-03-01")
    visit_entered(empty_store, host="FR", date="2026-03-01")
    visit_entered(empty_store, host="DE", date="2024-03-01")
    assert quiet(empty_store) == {"DE-MA": 0}
    assert say(empty_store, "MA", "ES", 6) == "Spain – Morocco should meet every 6 months"
    assert quiet(empty_store) == {"DE-MA": 0, "ES-MA": 6}
    assert pair(empty_store, "ES-MA").quiet
    assert not pair(empty_store, "FR-MA").quiet
    say(empty_store, "MA", "DE", 36)
    assert quiet(empty_store) == {"ES-MA": 6}
    say(empty_store, "MA", "DE", NEVER)
    say(empty_store, "MA", "ES", None)
    assert quiet(empty_store) == {}


def test_who_meets_soon_is_not_quiet(empty_store: Store) -> None:
    visit_entered(empty_store, host="ES", date="2020-03-01")
    assert pair(empty_store, "ES-MA").quiet
    visit_entered(empty_store, host="ES", date="2026-12-01", status="planned")
    assert not pair(empty_store, "ES-MA").quiet
    assert quiet(empty_store) == {}


def test_the_list_and_the_view_call_the_same_pairs_quiet(demo_store: Store) -> None:
    say(demo_store, "ES", "MA", 1)
    say(demo_store, "MA", "QA", NEVER)
    rows = queries.pairs(demo_store, MOROCCO).rows(0, 100)
    assert {row.key.id for row in rows if row.quiet} == quiet(demo_store).keys()


def test_the_step_is_undone_and_done_again(empty_store: Store) -> None:
    visit_entered(empty_store, date="2026-03-01")
    before = every_table(empty_store)["cadence"]
    say(empty_store, "MA", "ES", 6)
    said = every_table(empty_store)["cadence"]
    assert "cadence of ES-MA" in empty_store.undo()
    assert every_table(empty_store)["cadence"] == before
    empty_store.redo()
    assert every_table(empty_store)["cadence"] == said
    assert pair(empty_store, "ES-MA").months == 6


def test_what_is_said_already_is_no_step(empty_store: Store) -> None:
    with pytest.raises(Conflict, match="already"):
        say(empty_store, "MA", "ES", None)
    say(empty_store, "MA", "ES", 6)
    with pytest.raises(Conflict, match="already"):
        say(empty_store, "ES", "MA", 6)
    with pytest.raises(NotFound):
        say(empty_store, "ES", "XX", 6)


def test_the_card_of_a_pair_knows_its_cadence(demo_store: Store) -> None:
    say(demo_store, "ES", "MA", 6)
    with demo_store.read() as reader:
        card = queries.card(reader, Key("pair", "ES-MA"), Moment(TODAY, "MA"))
    assert getattr(card, "row").months == 6  # noqa: B009 - a card of any kind


def test_the_history_of_a_pair_tells_its_cadence(demo_store: Store) -> None:
    say(demo_store, "ES", "MA", 6)
    with demo_store.read() as reader:
        made = queries.history(reader, Key("pair", "ES-MA"))[0]
    say(demo_store, "ES", "MA", 24)
    with demo_store.read() as reader:
        changed = queries.history(reader, Key("pair", "ES-MA"))[0]
    assert (made.what, made.after) == ("cadence", "every 6 months")
    assert (changed.what, changed.field, changed.before, changed.after) == ("cadence", "months", "6", "24")
