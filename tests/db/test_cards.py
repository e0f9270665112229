"""A record whole, told as far as anybody knows it and no further."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from db import NotFound, queries
from db.rows import (
    ActionCard,
    FollowUpCard,
    Key,
    Kind,
    PairCard,
    SourceCard,
    noun,
)
from tests.db.looking import card, visit_card
from tests.db.making import (
    MOROCCO,
    NO_DESK,
    action,
    entered,
    followup,
    meeting,
    visit,
    visit_entered,
)

if TYPE_CHECKING:
    from db import Store

KINDS: tuple[Kind, ...] = (
    "pair",
    "visit",
    "meeting",
    "action",
    "followup",
    "official",
    "post",
    "organisation",
    "source",
)


def test_a_visit_shows_its_meetings_and_everything_that_came_of_them(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        made = visit(
            session,
            meetings=[
                {
                    "parties": ["ES", "MA", "DE"],
                    "roles": {"ES": "host"},
                    "order": 2,
                    "actions": [{"text": "Later", "rung": "explored"}],
                },
                {"parties": ["MA", "ES"], "order": 1, "actions": [{"text": "First", "rung": "agreed"}]},
            ],
            actions=[{"text": "Of the visit", "rung": "noted"}],
        ).number
    found = visit_card(empty_store, made)
    assert [part.arity for part in found.meetings] == ["bilateral", "trilateral"]
    assert found.meetings[1].parties[0] == ("ES", "host")
    assert [(row.text, row.rung, row.status) for row in found.actions] == [
        ("First", 4, "open"),
        ("Later", 2, ""),
        ("Of the visit", 0, ""),
    ]
    assert not found.actions[0].actionable


def test_an_agreement_with_an_owner_a_day_or_a_deliverable_can_be_acted_on(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        made = visit(session)
        action(session, on=made, rung="agreed", owner="MA")
        action(session, on=made, rung="agreed", due="2030")
        action(session, on=made, rung="agreed", deliverable="A list")
        action(session, on=made, rung="agreed")
    assert [row.actionable for row in visit_card(empty_store, made.number).actions] == [
        True,
        True,
        True,
        False,
    ]


def test_an_outcome_is_overdue_only_once_its_last_day_is_over(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        made = visit(session)
        for due in ("2026-11-20", "2026-11-21", "2026-11", "2026", "2026-10", "XXXX-01-28"):
            action(session, on=made, rung="agreed", due=due)
        action(session, on=made, rung="agreed", due="2020", status="done")
    overdue = [row.due.edtf for row in visit_card(empty_store, made.number).actions if row.overdue]
    assert overdue == ["2026-11-20", "2026-10"]


def test_the_five_dots_say_what_is_known_of_a_visit(empty_store: Store) -> None:
    bare = visit_card(empty_store, visit_entered(empty_store).id)
    assert bare.dots == (False, False, False, False, False)
    entered(
        empty_store,
        {
            "source": {"key": "press", "reliability": "B"},
            "visits": [
                {
                    "ref": "V-2025-001",
                    "sending": "MA",
                    "host": "ES",
                    "date": "2025-01-28",
                    "delegations": [
                        {"members": [{"official": "Omar Alami", "post": "Director", "role": "head"}]}
                    ],
                    "meetings": [
                        {"parties": ["MA", "ES"], "participants": [{"country": "ES", "post": "Minister"}]}
                    ],
                }
            ],
            "citations": [{"of": "V-2025-001", "locator": "sentence 1", "credibility": 2}],
        },
    )
    full = visit_card(empty_store, 2)
    assert full.dots == (True, True, True, True, True)
    assert full.grade == "B2"


def test_a_meeting_that_no_source_speaks_of_rests_on_what_is_said_of_its_visit(empty_store: Store) -> None:
    entered(
        empty_store,
        {
            "source": {"key": "press", "title": "The Press"},
            "visits": [
                {
                    "ref": "V-2025-001",
                    "sending": "MA",
                    "host": "ES",
                    "meetings": [
                        {"ref": "M-2025-001", "parties": ["MA", "ES"], "actions": [{"text": "Agree"}]},
                        {"ref": "M-2025-002", "parties": ["MA", "ES"]},
                    ],
                }
            ],
            "citations": [
                {"of": "V-2025-001", "locator": "sentence 1"},
                {"of": "M-2025-002", "locator": "sentence 2"},
            ],
        },
    )
    with empty_store.read() as reader:
        places = {
            key: [citation.locator for citation in queries.origin(reader, key)]
            for key in (Key("meeting", "1"), Key("meeting", "2"), Key("action", "1"), Key("visit", "1"))
        }
        assert queries.origin(reader, Key("meeting", "1"))[0].source == "The Press"
        of_pair = {(one.field, one.locator) for one in queries.origin(reader, Key("pair", "ES-MA"))}
        assert of_pair == {("record of V-2025-001", "sentence 1"), ("record of M-2025-002", "sentence 2")}
    assert list(places.values()) == [
        ["sentence 1"],
        ["sentence 2"],
        ["sentence 1"],
        ["sentence 1"],
    ]


def test_what_rests_on_nothing_has_no_origin(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        followup(session)
        action(session)
        meeting(session)
    with empty_store.read() as reader:
        for kind in ("followup", "action", "meeting"):
            assert queries.origin(reader, Key(kind, "1")) == []


def test_the_accepted_citation_comes_first_and_a_garbled_one_gives_no_grade(empty_store: Store) -> None:
    entered(
        empty_store,
        {
            "source": {"key": "press", "reliability": "C"},
            "visits": [{"ref": "V-2025-001", "sending": "MA", "host": "ES"}],
            "citations": [
                {"of": "V-2025-001", "field": "host", "value": "FR", "stance": "garbled", "credibility": 1},
                {"of": "V-2025-001", "field": "host", "value": "ES", "accepted": True, "credibility": 3},
            ],
        },
    )
    found = visit_card(empty_store, 1)
    assert [(one.value, one.accepted) for one in found.citations] == [("ES", True), ("FR", False)]
    assert found.grade == "C3"


def test_an_outcomes_card_tells_its_parties_and_follow_ups(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        made = visit(session)
        number = action(session, on=made, rung="agreed", parties=["MA", "ES"], followups=[{"text": "Ring"}])
    found = card(empty_store, "action", number)
    assert isinstance(found, ActionCard)
    assert found.parties == ("ES", "MA")
    assert [row.text for row in found.followups] == ["Ring"]
    assert found.row.on_key == Key("visit", str(made.number))
    assert found.row.event == "MA→ES"


def test_a_pairs_card_tells_last_next_and_what_is_open(demo_store: Store) -> None:
    found = card(demo_store, "pair", "ES-MA", MOROCCO)
    assert isinstance(found, PairCard)
    assert (found.row.home, found.row.other) == ("MA", "ES")
    assert found.last_event is not None
    assert found.row.open == len(found.open_actions) == 1
    assert found.row.watch == len(found.watch_actions)
    assert ["Abdellatif", "Hammouchi"][1] in {row.name.split(",")[0] for row in found.officials}


def test_a_pairs_figures_are_those_of_its_outcomes(demo_store: Store) -> None:
    for row in queries.pairs(demo_store, NO_DESK, everyone=True).rows(0, 50):
        found = card(demo_store, "pair", row.key.id)
        assert isinstance(found, PairCard)
        assert (row.open, row.watch) == (len(found.open_actions), len(found.watch_actions)), row.key


def test_a_sources_card_tells_what_it_speaks_of(demo_store: Store) -> None:
    found = card(demo_store, "source", 1)
    assert isinstance(found, SourceCard)
    assert found.citations > 50
    assert len(found.records) == 20
    assert found.title == "untitled article"
    with demo_store.read() as reader:
        assert queries.scope_of(reader, found.key).label == found.title


def test_a_follow_ups_card_tells_what_happened_latest_first(demo_store: Store) -> None:
    found = card(demo_store, "followup", 1, MOROCCO)
    assert isinstance(found, FollowUpCard)
    assert [entry.at for entry in found.log] == sorted((entry.at for entry in found.log), reverse=True)
    assert found.row.overdue
    assert found.row.last_log.startswith("chased: ")


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_that_is_gone_is_told_in_a_sentence(empty_store: Store, kind: Kind) -> None:
    number = "AA-BB" if kind == "pair" else "4711"
    with pytest.raises(NotFound, match=rf"This {noun(kind)} is no longer in the store\."):
        card(empty_store, kind, number)
    with empty_store.read() as reader, pytest.raises(NotFound, match="no longer in the store"):
        queries.scope_of(reader, Key(kind, number))


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_of_the_demo_has_a_card(demo_store: Store, kind: Kind) -> None:
    with demo_store.read() as reader:
        sql = "SELECT a || '-' || b FROM pair_summary" if kind == "pair" else f"SELECT id FROM {kind}"
        numbers = [str(number) for (number,) in reader.all(sql)]
        assert numbers
        for number in numbers:
            found = queries.card(reader, Key(kind, number), MOROCCO)
            assert found.key == Key(kind, number)
            assert queries.scope_of(reader, Key(kind, number)).key == Key(kind, number)


def test_an_undated_meeting_inside_a_dated_visit_counts_as_that_contact(empty_store: Store) -> None:
    entered(
        empty_store,
        {
            "visits": [
                {
                    "sending": "MA",
                    "host": "ES",
                    "date": "2025-02-01",
                    "meetings": [{"parties": ["MA", "ES"], "title": "Talks"}],
                }
            ]
        },
    )
    with empty_store.read() as reader:
        pair = queries.card(reader, Key("pair", "ES-MA"), NO_DESK)
    assert isinstance(pair, PairCard)
    assert pair.row.last.edtf == "2025-02-01"
    assert pair.last_event is not None
    assert (pair.last_event.date.edtf, pair.last_event.date.basis) in {
        ("2025-02-01", "stated"),
        ("2025-02-01", "inferred"),
    }
