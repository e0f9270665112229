"""Two officers put their stores together: both are kept, nothing is overwritten, and what differs is told."""

from __future__ import annotations

from db import Store
from db.exchange.report import Difference, Renamed
from db.models import FollowUp, Visit
from tests.db.exchange.carrying import out, taken_in, text_of
from tests.db.making import action, count, entered, followup, meeting, visit, visit_entered
from tests.db.merging.merges import book, kept_apart, merged, visit_key

VISIT = {"ref": "V-2026-001", "date": "2026-03-01"}


def shared(*stores: Store) -> None:
    """The same visit in all of the stores, as if one was copied from the other."""
    for store in stores:
        with store.write("enter") as session:
            here = visit(
                session, **VISIT, delegations=[{"members": [{"official": "Omar Alami", "role": "head"}]}]
            )
            action(session, on=here, ref="A-2026-001", text="Meet again in spring", rung="agreed")


def test_a_ref_that_means_another_visit_is_given_up_for_a_new_one(mine: Store, theirs: Store) -> None:
    visit_entered(mine, **VISIT, title="Here")
    with theirs.write("enter") as session:
        there = visit(session, **VISIT | {"host": "DE", "title": "There"})
        held = meeting(session, there, parties=["DE", "MA"], ref="M-2026-001")
        action(session, on=there, at=held, ref="A-2026-001", text="Agree on lists")
        followup(session, on="A-2026-001", ref="F-2026-001")
    taken = taken_in(mine, out(theirs))
    assert taken.renamed == [Renamed("V-2026-001", "V-2026-002")]
    assert not taken.differences
    assert count(mine, "visit", "ref = 'V-2026-001' AND title = 'Here'") == 1
    assert count(mine, "visit", "ref = 'V-2026-002' AND title = 'There'") == 1
    with mine.read() as reader:
        (chain,) = reader.all(
            "SELECT v.ref, m.ref, a.ref, f.ref FROM followup f JOIN action a ON a.id = f.action_id"
            " JOIN meeting m ON m.id = a.meeting_id JOIN visit v ON v.id = m.visit_id AND v.id = a.visit_id"
        )
    assert chain == ("V-2026-002", "M-2026-001", "A-2026-001", "F-2026-001")
    before = book(mine)
    assert taken_in(mine, out(theirs)).nothing_new
    assert book(mine) == before


def test_a_new_ref_is_not_one_that_comes_with_the_same_import(mine: Store, theirs: Store) -> None:
    visit_entered(mine, **VISIT)
    visit_entered(theirs, **VISIT | {"host": "DE"})
    visit_entered(theirs, ref="V-2026-002", host="FR")
    assert taken_in(mine, out(theirs)).renamed == [Renamed("V-2026-001", "V-2026-003")]
    assert count(mine, "visit", "ref = 'V-2026-002' AND host = 'FR'") == 1


def test_what_both_say_differently_is_told_and_stays(mine: Store, theirs: Store) -> None:
    shared(mine, theirs)
    for store, place in ((mine, "Madrid"), (theirs, "Toledo")):
        with store.write("edit") as session:
            session.get_one(Visit, int(visit_key(store, "V-2026-001").id)).place = place
    before = text_of(mine)
    taken = taken_in(mine, out(theirs))
    assert taken.differences == [Difference("V-2026-001", "place", "Madrid", "Toledo")]
    assert taken.differences[0].sentence == "V-2026-001: place is “Madrid” here and “Toledo” there."
    assert taken.nothing_new
    assert text_of(mine) == before


def test_what_only_one_of_them_knows_is_learnt(mine: Store, theirs: Store) -> None:
    shared(mine, theirs)
    with theirs.write("edit") as session:
        session.get_one(Visit, int(visit_key(theirs, "V-2026-001").id)).purpose = "Borders"
    taken = taken_in(mine, out(theirs))
    assert taken.learnt == {"V-2026-001"}
    assert not taken.added
    assert text_of(mine) == text_of(theirs)


def test_two_outcomes_that_got_the_same_ref_are_both_kept(mine: Store, theirs: Store) -> None:
    """Both officers went on from the same store, and both entered the next outcome."""
    shared(mine, theirs)
    for store, text in ((mine, "Exchange fingerprints"), (theirs, "Train border guards")):
        with store.write("enter") as session:
            action(
                session,
                on=session.get(Visit, int(visit_key(store, "V-2026-001").id)),
                ref="A-2026-002",
                text=text,
            )
    taken = taken_in(mine, out(theirs))
    assert taken.renamed == [Renamed("A-2026-002", "A-2026-003")]
    with mine.read() as reader:
        texts = reader.all("SELECT ref, text FROM action ORDER BY ref")
    assert texts == [
        ("A-2026-001", "Meet again in spring"),
        ("A-2026-002", "Exchange fingerprints"),
        ("A-2026-003", "Train border guards"),
    ]


def test_a_text_that_was_mended_is_still_the_same_outcome(mine: Store, theirs: Store) -> None:
    shared(mine, theirs)
    with theirs.write("edit") as session:
        session.get_one(Visit, 1)
        session.connection().exec_driver_sql("UPDATE action SET text = 'Meet again in the spring of 2027'")
    taken = taken_in(mine, out(theirs))
    assert [one.field for one in taken.differences] == ["text"]
    assert count(mine, "action") == 1


def test_the_same_visit_under_two_refs_comes_in_once(mine: Store, theirs: Store) -> None:
    visit_entered(mine, ref="V-2026-001", date="2026-03-01", place="Madrid")
    visit_entered(theirs, ref="V-2026-007", date="2026-03-01", place="Madrid")
    assert taken_in(mine, out(theirs)).nothing_new
    assert count(mine, "visit") == 1


def test_two_visits_of_which_little_is_known_are_not_thought_the_same(mine: Store, theirs: Store) -> None:
    visit_entered(mine, ref="V-2026-001", status="idea")
    visit_entered(theirs, ref="V-2026-007", status="idea")
    taken_in(mine, out(theirs))
    assert count(mine, "visit") == 2


def test_an_official_is_found_by_any_spelling_that_both_know(mine: Store, theirs: Store) -> None:
    names = [{"name": "Umar al-Alami"}]
    entered(mine, {"officials": [{"name": "Omar Alami", "country": "MA", "names": names}]})
    entered(theirs, {"officials": [{"name": "Umar al-Alami", "country": "MA", "note": "Speaks French"}]})
    taken = taken_in(mine, out(theirs))
    assert not taken.added
    assert not taken.differences
    assert count(mine, "official", "name = 'Omar Alami' AND note = 'Speaks French'") == 1


def test_a_service_that_one_of_them_renamed_is_the_same_service(mine: Store, theirs: Store) -> None:
    before = {"name": "Bundesgrenzschutz", "acronym": "BGS"}
    entered(theirs, {"organisations": [{**before, "country": "DE"}]})
    entered(mine, {"organisations": [{"name": "Bundespolizei", "acronym": "BPOL", "names": [before]}]})
    told = taken_in(mine, out(theirs))
    assert count(mine, "organisation", "name LIKE 'Bundes%'") == 1
    assert {one.field for one in told.differences} == {"name", "acronym"}
    taken_in(theirs, out(mine))
    assert count(theirs, "organisation", "name LIKE 'Bundes%'") == 1


def test_a_namesake_of_another_country_is_somebody_else(mine: Store, theirs: Store) -> None:
    entered(mine, {"officials": [{"name": "Omar Alami", "country": "MA"}]})
    entered(theirs, {"officials": [{"name": "Omar Alami", "country": "FR"}]})
    taken_in(mine, out(theirs))
    assert count(mine, "official", "name = 'Omar Alami'") == 2


def test_who_may_be_one_of_two_is_entered_and_told(mine: Store, theirs: Store) -> None:
    with mine.write("enter") as session:
        from db.models import Official, OfficialName  # noqa: PLC0415 - two namesakes, whom no command makes

        for note in ("one", "two"):
            row = Official(name="Omar Alami", sort_name="Alami, Omar", country="MA", note=note)
            session.add(row)
            session.flush()
            session.add(
                OfficialName(official_id=row.number, name=row.name, kind="preferred", folded="omar alami")
            )
    entered(theirs, {"officials": [{"name": "Omar Alami", "country": "MA", "note": "three"}]})
    taken = taken_in(mine, out(theirs))
    assert taken.remarks == ["2 records here could be official “Omar Alami”; it was entered as another one."]
    assert count(mine, "official") == 3
    assert taken_in(mine, out(theirs)).nothing_new


def test_namesakes_of_one_store_stay_two_in_another(mine: Store, theirs: Store) -> None:
    test_who_may_be_one_of_two_is_entered_and_told(mine, theirs)
    with theirs.write("empty") as session:
        session.connection().exec_driver_sql("DELETE FROM official_name")
        session.connection().exec_driver_sql("DELETE FROM official")
    plain = out(mine)
    assert [one.get("key") for one in plain["officials"]] == [None, "Omar Alami (2)", "Omar Alami (3)"]
    taken_in(theirs, plain)
    assert text_of(theirs) == text_of(mine)


def test_only_a_person_merges(mine: Store, theirs: Store) -> None:
    for store in (mine, theirs):
        for number, title in ((1, "Talks"), (2, "More talks")):
            visit_entered(store, ref=f"V-2026-00{number}", date="2026-03-01", title=title)
    merged(theirs, visit_key(theirs, "V-2026-001"), visit_key(theirs, "V-2026-002"), {"title": "keep"})
    told = [one for one in taken_in(mine, out(theirs)).differences if one.field == "merged_into"]
    assert [one.sentence for one in told] == [
        "V-2026-002: merged into is “it stands on its own” here and “it went into V-2026-001” there."
    ]
    assert count(mine, "visit", "merged_into IS NULL") == 2
    back = [one for one in taken_in(theirs, out(mine)).differences if one.field == "merged_into"]
    assert [(one.record, one.here) for one in back] == [("V-2026-002", "it went into V-2026-001")]
    assert count(theirs, "visit", "merged_into IS NULL") == 1


def test_what_is_not_the_same_stays_so_in_another_store(mine: Store, theirs: Store) -> None:
    for number in (1, 2):
        visit_entered(theirs, ref=f"V-2026-00{number}", date="2026-03-01")
    kept_apart(theirs, visit_key(theirs, "V-2026-001"), visit_key(theirs, "V-2026-002"))
    taken_in(mine, out(theirs))
    assert count(mine, "not_same") == 1
    assert count(mine, "visit") == 2


def test_a_text_is_one_source_whatever_its_key(mine: Store, theirs: Store) -> None:
    for store, key in ((mine, "a"), (theirs, "b")):
        entered(store, {"source": {"key": key, "body": "They met."}})
    assert taken_in(mine, out(theirs)).nothing_new


def test_a_key_that_means_another_text_is_given_up_for_a_new_one(mine: Store, theirs: Store) -> None:
    for store, body in ((mine, "They met."), (theirs, "They did not meet.")):
        entered(
            store, {"source": {"key": "a", "body": body}, "visits": [VISIT | {"sending": "MA", "host": "ES"}]}
        )
    taken = taken_in(mine, out(theirs))
    assert taken.renamed == [Renamed("a", "a (2)")]
    assert count(mine, "source") == 2
    assert taken_in(mine, out(theirs)).nothing_new


def test_the_source_that_is_followed_here_is_followed_still(mine: Store, theirs: Store) -> None:
    for store, place in ((mine, "Madrid"), (theirs, "Toledo")):
        entered(
            store,
            {
                "source": {"key": place},
                "visits": [VISIT | {"sending": "MA", "host": "ES"}],
                "citations": [{"of": "V-2026-001", "field": "place", "value": place, "accepted": True}],
            },
        )
    taken = taken_in(mine, out(theirs))
    assert {one.field for one in taken.differences} == {"place", "place, as a source has it"}
    assert count(mine, "citation", "field = 'place'") == 2
    assert count(mine, "citation", "accepted") == 1


def test_one_undo_takes_an_import_back(mine: Store, theirs: Store) -> None:
    shared(mine, theirs)
    visit_entered(theirs, host="DE", note="There only")
    with theirs.write("edit") as session:
        session.get_one(Visit, 1).purpose = "Borders"
    before, text = book(mine), text_of(mine)
    taken = taken_in(mine, out(theirs))
    assert (taken.added["visit"], taken.learnt) == (1, {"V-2026-001"})
    mine.undo()
    assert book(mine) == before
    assert text_of(mine) == text


def test_refs_that_come_in_are_not_given_again(mine: Store, theirs: Store) -> None:
    for number in ("010", "1000", "999"):
        visit_entered(theirs, ref=f"V-2026-{number}", date="2026-03-01", note=number)
    taken_in(mine, out(theirs))
    visit_entered(mine, date="2026-05-01")
    assert count(mine, "visit", "ref = 'V-2026-1001'") == 1


def test_a_due_date_that_hangs_on_an_event_is_not_taken_for_a_difference(mine: Store, theirs: Store) -> None:
    for store, day in ((mine, "2026-03-01"), (theirs, "2026-03-03")):
        with store.write("enter") as session:
            visit(session, ref="V-2026-001", date=day)
            followup(session, ref="F-2026-001", on="V-2026-001", anchor="V-2026-001", offset="-1 week")
    taken = taken_in(mine, out(theirs))
    assert [(one.record, one.field) for one in taken.differences] == [("V-2026-001", "date")]
    assert count(mine, "followup", "due_edtf = '2026-02-22'") == 1


def test_a_due_date_of_its_own_is_not_hung_on_an_event(mine: Store, theirs: Store) -> None:
    for store, due in (
        (mine, {"due": "2026-06-01"}),
        (theirs, {"anchor": "V-2026-001", "offset": "-1 week"}),
    ):
        with store.write("enter") as session:
            visit(session, ref="V-2026-001", date="2026-03-01")
            followup(session, ref="F-2026-001", on="V-2026-001", **due)
    taken = taken_in(mine, out(theirs))
    assert [(one.field, one.here, one.there) for one in taken.differences] == [
        ("due", "2026-06-01", "2026-02-22")
    ]
    assert count(mine, "followup", "due_edtf = '2026-06-01' AND anchor_id IS NULL") == 1


def test_why_a_follow_up_was_closed_stays_when_the_other_one_knows_the_day(
    mine: Store, theirs: Store
) -> None:
    for store, closed in (
        (mine, {"close_reason": "they sent the list"}),
        (theirs, {"closed_on": "2026-04-02", "close_reason": "no longer needed"}),
    ):
        with store.write("enter") as session:
            row = session.get(FollowUp, followup(session, ref="F-2026-001"))
            assert row is not None
            row.status = "done"
            for name, value in closed.items():
                setattr(row, name, value)
    taken = taken_in(mine, out(theirs))
    assert count(mine, "followup", "close_reason = 'they sent the list'") == 1
    assert [one.field for one in taken.differences] == ["close_reason"]
