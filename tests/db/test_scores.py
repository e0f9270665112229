"""Scores: who kept what was agreed and who did not, by what one can tell, and how a pair's record says so."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import Conflict, NotFound, Store
from db.commands.followups import close
from db.commands.ladder import lower_rung
from db.commands.scores import SCORE, score
from db.queries.scores import kept as kept_by
from db.queries.scores import scores_of
from db.rows import ActionCard, Key, PairCard
from db.rows.agenda import Kept, ScoreRow
from tests.db import making
from tests.db.looking import card
from tests.db.making import MOROCCO, TODAY
from tests.db.test_query_plans import planned, walked
from tests.db.test_undo import book

NAMED, OPEN, THREE, WATCHED, ALONE = (Key("action", str(number)) for number in range(1, 6))
KEPT_BY_ONE = (ScoreRow("ES", 1, "the letter of 3 March"), ScoreRow("MA", -1, "nobody was named"))


@pytest.fixture
def agreed(empty_store: Store) -> Store:
    """What Morocco and Spain agreed: one names both, one names nobody, one is of three, one is only proposed."""
    with empty_store.write("enter") as session:
        two = making.visit(session, date="2025-01-28")
        three = making.meeting(session, parties=["DE", "ES", "MA"], date="2026-01-07")
        making.action(session, on=two, text="Name somebody", rung="agreed", parties=["ES", "MA"])
        making.action(session, on=two, text="Send a list", rung="agreed")
        making.action(session, at=three, text="Share it", rung="signed")
        making.action(session, on=two, text="A committee", rung="proposed")
        making.action(session, text="By letter", rung="agreed")
    return empty_store


def closed(store: Store, *keys: Key) -> None:
    with store.write("close") as session:
        close(session, keys, "done", "", TODAY)


def scored(store: Store, key: Key, *rows: ScoreRow) -> str:
    with store.write(SCORE) as session:
        return score(session, key, rows)


def scores(store: Store, key: Key) -> tuple[ScoreRow, ...]:
    with store.read() as reader:
        return scores_of(reader, int(key.id))


def kept(store: Store, pair: str) -> Kept:
    found = card(store, "pair", pair, MOROCCO)
    assert isinstance(found, PairCard)
    return found.kept


def test_each_party_has_its_score_and_what_shows_it(agreed: Store) -> None:
    closed(agreed, NAMED)
    assert scored(agreed, NAMED, *KEPT_BY_ONE) == "A-2025-001 “Name somebody”"
    assert scores(agreed, NAMED) == KEPT_BY_ONE
    shown = card(agreed, "action", NAMED.id)
    assert isinstance(shown, ActionCard)
    assert shown.scores == KEPT_BY_ONE


def test_a_score_can_be_given_anew_and_taken_away(agreed: Store) -> None:
    closed(agreed, NAMED)
    scored(agreed, NAMED, *KEPT_BY_ONE)
    scored(agreed, NAMED, ScoreRow("ES"), ScoreRow("MA", 0))
    assert scores(agreed, NAMED) == (ScoreRow("ES"), ScoreRow("MA", 0))


def test_an_outcome_that_names_nobody_concerns_the_parties_of_its_event(agreed: Store) -> None:
    assert [row.country for row in scores(agreed, OPEN)] == ["ES", "MA"]
    assert [row.country for row in scores(agreed, THREE)] == ["DE", "ES", "MA"]
    before = book(agreed)
    closed(agreed, THREE)
    scored(agreed, THREE, ScoreRow("DE", 1))
    assert scores(agreed, THREE) == (ScoreRow("DE", 1), ScoreRow("ES"), ScoreRow("MA"))
    assert [one.kept for one in kept(agreed, "DE-MA").counts] == [0, 1]
    agreed.undo()
    agreed.undo()
    assert book(agreed) == before


def test_an_outcome_of_nobody_can_be_closed_but_not_scored(agreed: Store) -> None:
    assert scores(agreed, ALONE) == ()
    closed(agreed, ALONE)
    with pytest.raises(Conflict, match="MA is no party"):
        scored(agreed, ALONE, ScoreRow("MA", 1))


def test_only_what_is_closed_is_scored(agreed: Store) -> None:
    with pytest.raises(Conflict, match="A-2025-001 is open; it is scored when it is closed"):
        scored(agreed, NAMED, *KEPT_BY_ONE)
    with pytest.raises(Conflict, match="is only proposed"):
        scored(agreed, WATCHED, *KEPT_BY_ONE)
    with pytest.raises(NotFound, match="no longer in the store"):
        scored(agreed, Key("action", "99"), *KEPT_BY_ONE)
    closed(agreed, NAMED)
    with pytest.raises(Conflict, match="NL is no party to A-2025-001"):
        scored(agreed, NAMED, ScoreRow("NL", 1))


def test_closing_and_scoring_is_one_step_that_is_undone_as_one(agreed: Store) -> None:
    before = book(agreed)
    with agreed.write("close") as session:
        close(session, (OPEN,), "done", "", TODAY)
        score(session, OPEN, (ScoreRow("ES", 1), ScoreRow("MA", 0, "late")))
    with agreed.read() as reader:
        label = reader.value("SELECT label FROM step ORDER BY id DESC LIMIT 1")
    assert label == "close A-2025-002 “Send a list”"
    after = book(agreed)
    agreed.undo()
    assert book(agreed) == before
    agreed.redo()
    assert book(agreed) == after


def test_a_pairs_record_says_what_each_side_kept_its_own_first(agreed: Store) -> None:
    assert kept(agreed, "ES-MA") == Kept()
    closed(agreed, NAMED, OPEN, THREE)
    scored(agreed, NAMED, *KEPT_BY_ONE)
    scored(agreed, OPEN, ScoreRow("ES", 0), ScoreRow("MA", 1))
    scored(agreed, THREE, ScoreRow("DE", -1), ScoreRow("ES", 1), ScoreRow("MA"))
    found = kept(agreed, "ES-MA")
    assert found.counts == (("MA", 1, 0, 1), ("ES", 2, 1, 0))
    assert {row.action.text for row in found.rows} == {"Name somebody", "Send a list", "Share it"}
    (named,) = (row for row in found.rows if row.key == NAMED)
    assert (named.scores, named.closed_on) == (KEPT_BY_ONE, TODAY.isoformat())
    assert kept(agreed, "DE-MA").counts == (("MA", 0, 0, 0), ("DE", 0, 0, 1))


def test_what_is_open_again_or_no_agreement_any_more_is_not_counted(agreed: Store) -> None:
    closed(agreed, NAMED)
    scored(agreed, NAMED, *KEPT_BY_ONE)
    with agreed.write("lower") as session:
        lower_rung(session, (NAMED,), TODAY)
    assert kept(agreed, "ES-MA") == Kept()


def test_the_scores_of_a_pair_are_looked_up_by_its_countries(agreed: Store) -> None:
    closed(agreed, NAMED)
    scored(agreed, NAMED, *KEPT_BY_ONE)
    with agreed.read() as reader, planned(agreed) as plans:
        assert kept_by(reader, "MA", "ES", MOROCCO).rows
        scores_of(reader, int(OPEN.id))
    assert plans
    assert walked(plans) == set()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    given_scores=st.lists(
        st.tuples(
            st.integers(1, 3),
            st.sampled_from((None, -1, 0, 1)),
            st.sampled_from((None, -1, 0, 1)),
            st.sampled_from(("", "a letter")),
        ),
        max_size=5,
    )
)
def test_scores_are_all_undone_and_redone(
    small_file: Path, given_scores: list[tuple[int, int | None, int | None, str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copyfile(small_file, Path(folder) / "store.db"))
        store = Store.open(path, officer="officer")
        try:
            with store.write("enter") as session:
                held = making.visit(session, date="2025-01-28")
                for parties in (["ES", "MA"], [], []):
                    making.action(session, on=held, rung="agreed", parties=parties)
            closed(store, *(Key("action", str(number)) for number in (1, 2, 3)))
            books = [book(store)]
            for number, one, other, evidence in given_scores:
                rows = ScoreRow("ES", one, evidence), ScoreRow("MA", other, "")
                scored(store, Key("action", str(number)), *rows)
                if book(store) != books[-1]:
                    books.append(book(store))
            for expected in reversed(books[:-1]):
                store.undo()
                assert book(store) == expected
            for expected in books[1:]:
                store.redo()
                assert book(store) == expected
        finally:
            store.close()
