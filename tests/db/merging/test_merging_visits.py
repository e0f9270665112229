"""Two records of one thing become one: nothing is lost, and nothing is said twice."""

from __future__ import annotations

from db import Store, queries
from db.models import Citation, FollowUp, Source, VisitLink
from tests.db.making import count, entered, visit_entered
from tests.db.merging.merges import (
    AWAY,
    HOME,
    book,
    both,
    card,
    merged,
    names_it,
    visit_card,
)


def test_meetings_outcomes_and_follow_ups_move_over(twins: Store) -> None:
    keep, lose = both(twins)
    done = merged(twins, keep, lose)
    assert (done.title, done.gone) == (HOME, AWAY)
    found = visit_card(twins, keep)
    assert [one.title for one in found.meetings] == ["", "Dinner"]
    assert {one.text for one in found.actions} == {"Meet again", "Exchange lists"}
    assert len(found.followups) == 1
    assert names_it(twins, lose) == []


def test_the_one_that_stays_is_right_and_the_other_fills_its_gaps(twins: Store) -> None:
    keep, lose = both(twins)
    merged(twins, keep, lose)
    found = visit_card(twins, keep)
    assert (found.date.edtf, found.place, found.title) == ("2025-01", "Madrid", "Security talks")
    assert found.note == "Seen in the paper.\nAna told me."


def test_the_officer_chooses_field_by_field(twins: Store) -> None:
    keep, lose = both(twins)
    merged(twins, keep, lose, {"date": "lose", "note": "lose", "place": "keep", "topics": "keep"})
    found = visit_card(twins, keep)
    assert (found.date.edtf, found.note, found.place) == ("2025-01-28/2025-01-29", "Ana told me.", "")
    assert len(found.topics) == 1


def test_a_topic_of_both_is_kept_once(twins: Store) -> None:
    keep, lose = both(twins)
    done = merged(twins, keep, lose)
    assert len(visit_card(twins, keep).topics) == 2
    assert done.dropped["visit_topic"] == 1


def test_two_delegations_of_one_visit_are_one_and_nobody_is_in_it_twice(twins: Store) -> None:
    keep, lose = both(twins)
    merged(twins, keep, lose)
    (delegation,) = visit_card(twins, keep).delegations
    assert (delegation.level, delegation.size) == ("high-level", 6)
    assert [(one.label, one.role) for one in delegation.members] == [
        ("Omar Alami", "head"),
        ("experts", "member"),
    ]


def test_a_merged_visit_is_on_no_list_and_its_figures_are_counted_once(twins: Store) -> None:
    keep, lose = both(twins)
    merged(twins, keep, lose)
    with twins.read() as reader:
        assert reader.all("SELECT ref FROM event WHERE kind = 'visit'") == [(HOME,)]
        assert reader.one("SELECT forth + back, meetings FROM pair_summary") == (1, 2)


def test_a_merged_visits_old_ref_opens_the_kept_one(twins: Store) -> None:
    keep, lose = both(twins)
    merged(twins, keep, lose)
    assert card(twins, lose) == card(twins, keep)
    with twins.read() as reader:
        assert [row.key for row in queries.find_records(reader, AWAY)] == [keep]
        assert queries.form(reader, lose).title == HOME
        assert queries.origin(reader, lose) == queries.origin(reader, keep)
        assert queries.history(reader, lose) == queries.history(reader, keep)


def test_what_is_entered_under_the_old_ref_goes_to_the_kept_one(twins: Store) -> None:
    keep, lose = both(twins)
    merged(twins, keep, lose)
    entered(
        twins,
        {
            "visits": [{"ref": AWAY, "sending": "MA", "host": "ES", "purpose": "Border"}],
            "actions": [{"on": AWAY, "text": "Patrol together", "rung": "proposed"}],
            "followups": [{"on": AWAY, "text": "Ring"}],
        },
    )
    found = visit_card(twins, keep)
    assert found.purpose == "Border"
    assert "Patrol together" in {one.text for one in found.actions}
    assert len(found.followups) == 2
    assert count(twins, "visit") == 2


def test_a_card_says_what_went_into_it(twins: Store) -> None:
    keep, lose = both(twins)
    merged(twins, keep, lose)
    (row,) = visit_card(twins, keep).merged
    assert (row.key, row.name, row.into, row.by) == (lose, AWAY, keep, "officer")
    assert row.at is not None


def test_history_calls_the_merged_one_by_its_ref(twins: Store) -> None:
    keep, lose = both(twins)
    merged(twins, keep, lose)
    with twins.read() as reader:
        told = [
            (row.before, row.after) for row in queries.history(reader, keep) if row.field == "merged into"
        ]
    assert told == [("", HOME)]


def test_links_follow_and_nothing_is_linked_to_itself(twins: Store) -> None:
    keep, lose = both(twins)
    third = visit_entered(twins, ref="V-2026-900")
    with twins.write("link") as session:
        for from_id, to_id, kind in (
            (int(keep.id), int(lose.id), "not a duplicate"),
            (int(lose.id), int(third.id), "follows"),
            (int(keep.id), int(third.id), "follows"),
            (int(third.id), int(lose.id), "returns"),
        ):
            session.add(VisitLink(from_id=from_id, to_id=to_id, kind=kind))
    merged(twins, keep, lose)
    with twins.read() as reader:
        links = reader.all("SELECT from_id, to_id, kind FROM visit_link ORDER BY id")
    assert links == [(int(keep.id), int(third.id), "follows"), (int(third.id), int(keep.id), "returns")]


def test_a_follow_up_due_before_the_visit_stays_due_before_the_kept_one(twins: Store) -> None:
    keep, lose = both(twins)
    with twins.write("anchor") as session:
        session.add(FollowUp(ref="F-2026-900", text="Ask", anchor_kind="visit", anchor_id=int(lose.id)))
    merged(twins, keep, lose)
    assert count(twins, "followup", "anchor_id = :id", id=int(keep.id)) == 1


def test_only_what_speaks_for_the_value_that_stands_stays_accepted(twins: Store) -> None:
    keep, lose = both(twins)
    with twins.write("cite") as session:
        press = Source(key="press")
        session.add(press)
        session.flush()
        for on, value in ((keep, "2025-01"), (lose, "2025-01-28/2025-01-29")):
            session.add(
                Citation(
                    source_id=press.number,
                    record_kind="visit",
                    record_id=int(on.id),
                    field="date",
                    value=value,
                    accepted=True,
                )
            )
            session.add(Citation(source_id=press.number, record_kind="visit", record_id=int(on.id)))
    before = book(twins)
    merged(twins, keep, lose)
    with twins.read() as reader:
        said = {(one.value, one.accepted) for one in queries.origin(reader, keep)}
    assert said == {("2025-01", True), ("2025-01-28/2025-01-29", False), ("", False)}
    twins.undo()
    assert book(twins) == before
    merged(twins, keep, lose, {"date": "lose"})
    with twins.read() as reader:
        said = {(one.value, one.accepted) for one in queries.origin(reader, keep) if one.field}
    assert said == {("2025-01-28/2025-01-29", True), ("2025-01", False)}
