"""The card of a pair tells what is open and on watch, however often the two have met and whatever others have open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from db import queries
from db.models import ActionParty, FollowUp, Visit
from db.queries import of_pair
from db.rows import Key, PairCard
from tests.db.making import MOROCCO, action, followup, meeting, visit
from tests.db.test_query_plans import planned

if TYPE_CHECKING:
    from sqlmodel import Session

    from db import Store

PAIR = Key("pair", "ES-MA")


def pair_card(store: Store) -> PairCard:
    with store.read() as reader:
        found = queries.card(reader, PAIR, MOROCCO)
    assert isinstance(found, PairCard)
    return found


def of_visit(session: Session, text: str, *, on: Visit, **values: object) -> int:
    """A follow-up that hangs on a visit."""
    number = followup(session, text=text, **values)
    session.get_one(FollowUp, number).visit_id = on.id
    session.flush()
    return number


def test_what_is_open_and_what_is_watched_stands_on_the_card_of_its_pair(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        made = visit(session, date="2026-01-10")
        inside = meeting(session, made)
        elsewhere = visit(session, host="FR", date="2026-01-12")
        for rung in ("noted", "explored", "proposed", "agreed", "signed"):
            action(session, on=made, rung=rung, text=f"{rung} on the visit")
            action(session, at=inside, rung=rung, text=f"{rung} at the meeting")
            action(session, on=elsewhere, rung=rung, text="of others")
    card = pair_card(empty_store)
    assert [row.text for row in card.open_actions] == [
        "signed on the visit",
        "signed at the meeting",
        "agreed on the visit",
        "agreed at the meeting",
    ]
    assert [row.text for row in card.watch_actions] == [
        "proposed on the visit",
        "proposed at the meeting",
        "explored on the visit",
        "explored at the meeting",
    ]
    assert (card.row.open, card.row.watch) == (len(card.open_actions), len(card.watch_actions))


def test_an_outcome_of_others_at_the_same_meeting_is_none_of_the_pairs(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        made = meeting(session, parties=["ES", "MA", "FR"], date="2026-01-10")
        action(session, at=made, rung="agreed", text="everybody's")
        number = action(session, at=made, rung="agreed", text="theirs")
        session.add_all(ActionParty(action_id=number, country=code) for code in ("ES", "FR"))
    assert [row.text for row in pair_card(empty_store).open_actions] == ["everybody's"]


def test_of_many_open_outcomes_those_of_the_newest_events_are_shown(
    empty_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(of_pair, "AT_MOST", 2)
    with empty_store.write("enter") as session:
        for year in (2021, 2025, 2023, 2024):
            action(session, on=visit(session, date=f"{year}-02-02"), rung="agreed", text=str(year))
        action(session, on=visit(session, date="2026-02-02"), rung="noted", text="nothing to do")
    assert {row.text for row in pair_card(empty_store).open_actions} == {"2024", "2025"}


@pytest.mark.parametrize("newest", [300, 1])
def test_our_next_steps_stand_on_the_card_whatever_they_hang_on(
    empty_store: Store, monkeypatch: pytest.MonkeyPatch, newest: int
) -> None:
    monkeypatch.setattr(of_pair, "NEWEST", newest)  # of a pair that has met more often the soonest are shown
    with empty_store.write("enter") as session:
        made, other = visit(session, date="2026-01-10"), visit(session, host="FR", date="2026-01-12")
        inside = meeting(session, made)
        visit(session, date="2026-05-05")
        of_visit(session, "of the visit", on=made, due="2026-11-01")
        of_visit(session, "of another pair", on=other, due="2026-11-02")
        for text, place in (("of the outcome", action(session, on=made, rung="agreed")),):
            session.get_one(FollowUp, followup(session, text=text, due="2026-11-03")).action_id = place
        session.get_one(
            FollowUp, followup(session, text="of the meeting", due="2026-11-04")
        ).meeting_id = inside.id
        session.get_one(FollowUp, of_visit(session, "done", on=made)).status = "done"
        session.get_one(FollowUp, of_visit(session, "hidden", on=made)).hidden_until = "2027-01-01"
    assert [row.text for row in pair_card(empty_store).followups] == [
        "of the visit",
        "of the outcome",
        "of the meeting",
    ]


def test_what_a_pair_has_open_is_found_from_its_events_and_not_among_all_outcomes(demo_store: Store) -> None:
    with demo_store.read() as reader, planned(demo_store) as plans:
        queries.card(reader, PAIR, MOROCCO)
    steps = [step for plan in plans for step in plan]
    assert any("ix_event_scope_open" in step for step in steps), steps
    assert any("ix_event_scope_watch" in step for step in steps), steps
    assert not [step for step in steps if "ix_action_rung_status" in step]
