"""A follow-up that was chased does not press until the day of its next check, and does again from then on."""

from __future__ import annotations

from datetime import date

from db import Store, queries
from db.commands import followups
from db.commands.new import create
from db.forms.fields import FIELDS
from db.forms.happened import read_happened
from db.queries.changes import Asked, steps
from db.rows import FollowUpCard, FollowUpRow, Key, Moment
from tests.db import making
from tests.db.looking import card
from tests.db.making import NO_DESK, TODAY

FRIDAY = Moment(date(2026, 11, 27), "")


def chase(store: Store, number: int, words: str = "chased, reply by fri") -> None:
    with store.read() as reader:
        happened = read_happened(reader, words, today=TODAY)
    with store.write("log") as session:
        followups.log(session, (Key("followup", str(number)),), happened, TODAY)


def desk(store: Store) -> None:
    with store.write("enter") as session:
        for text, due in (
            ("nominees", "2026-11-12"),
            ("agenda", "2026-11-18"),
            ("note", "2026-11-24"),
            ("list", "2026-12-09"),
        ):
            making.followup(session, text=text, due=due)


def listed(store: Store, moment: Moment = NO_DESK, sort: str = "due") -> list[FollowUpRow]:
    return list(queries.followups(store, moment, sort=sort).rows(0, 20))


def overdue(store: Store, moment: Moment = NO_DESK) -> tuple[int, int, int]:
    """In the top line, in the Today view, and marked in the list."""
    with store.read() as reader:
        sections = {section.title: section for section in queries.today(reader, moment)}
        header = queries.header(reader, moment)
    return header.overdue, sections["Overdue"].total, sum(row.overdue for row in listed(store, moment))


def test_a_chased_follow_up_is_not_overdue_until_the_day_of_its_next_check(empty_store: Store) -> None:
    desk(empty_store)
    assert overdue(empty_store) == (2, 2, 2)
    chase(empty_store, 1)
    assert overdue(empty_store) == (1, 1, 1)
    assert overdue(empty_store, Moment(date(2026, 11, 26), ""))[0] == 2  # the agenda and the note
    assert overdue(empty_store, FRIDAY) == (3, 3, 3)


def test_a_chased_follow_up_stands_in_the_list_where_its_next_check_is(empty_store: Store) -> None:
    desk(empty_store)
    chase(empty_store, 1)
    assert [row.text for row in listed(empty_store)] == ["agenda", "note", "nominees", "list"]
    assert [row.next_check for row in listed(empty_store)] == ["", "", "2026-11-27", ""]
    assert [row.text for row in listed(empty_store, FRIDAY)] == ["nominees", "agenda", "note", "list"]
    assert not any(row.next_check for row in listed(empty_store, FRIDAY))


def test_the_list_is_the_same_read_row_by_row_and_found_by_record(empty_store: Store) -> None:
    desk(empty_store)
    chase(empty_store, 1)
    chase(empty_store, 4, "chased, reply by 23 nov")
    for sort in ("due", "ball"):
        listing = queries.followups(empty_store, NO_DESK, sort=sort)
        whole = [row.text for row in listing.rows(0, 20)]
        one_by_one = queries.followups(empty_store, NO_DESK, sort=sort)
        assert [one_by_one.rows(at, at + 1)[0].text for at in range(4)] == whole
        assert whole == ["agenda", "list", "note", "nominees"]
        assert listing.find(Key("followup", "1")) == 3


def test_a_check_of_this_week_is_among_what_is_due_this_week(empty_store: Store) -> None:
    desk(empty_store)
    chase(empty_store, 1, "chased, reply by tomorrow")
    with empty_store.read() as reader:
        sections = {section.title: section for section in queries.today(reader, NO_DESK)}
        assert queries.header(reader, NO_DESK)[:2] == (1, 1)
    assert [row.text for row in sections["Due this week"].rows if isinstance(row, FollowUpRow)] == [
        "nominees"
    ]


def test_the_card_of_a_chased_follow_up_keeps_its_due_date(empty_store: Store) -> None:
    desk(empty_store)
    chase(empty_store, 1)
    found = card(empty_store, "followup", 1)
    assert isinstance(found, FollowUpCard)
    assert (found.row.due.edtf, found.row.next_check, found.row.overdue) == (
        "2026-11-12",
        "2026-11-27",
        False,
    )


def test_what_is_closed_has_no_next_check(empty_store: Store) -> None:
    desk(empty_store)
    chase(empty_store, 1)
    with empty_store.write("close") as session:
        followups.close(session, (Key("followup", "1"),), "done", "", TODAY)
    found = card(empty_store, "followup", 1)
    assert isinstance(found, FollowUpCard)
    assert found.row.next_check == ""


def test_a_step_is_called_after_what_it_made(empty_store: Store) -> None:
    with empty_store.write("new visit") as session:
        texts = dict.fromkeys((field.name for field in FIELDS["followup"]), "") | {
            "text": "ring Paris about the nominees and their papers",
            "ball": "us",
            "status": "open",
        }
        create(session, "followup", texts, today=TODAY)
    name = "F-2026-001 “ring Paris about the nominees …”"
    with empty_store.read() as reader:
        assert steps(reader, Asked(), limit=1)[0].label == f"new follow-up {name}"
    assert empty_store.undo() == f"Undid: new follow-up {name}."


def test_a_meeting_on_its_own_is_among_what_comes(empty_store: Store) -> None:
    making.entered(
        empty_store,
        {
            "meetings": [
                {"date": "2026-12-10", "parties": ["MA", "ES"], "status": "planned"},
                {"date": "2026-12-11", "parties": ["DE", "FR"], "status": "planned"},
            ],
            "visits": [
                {
                    "sending": "MA",
                    "host": "FR",
                    "date": "2026-12-03",
                    "status": "planned",
                    "meetings": [{"date": "2026-12-03", "parties": ["MA", "FR"], "status": "planned"}],
                }
            ],
        },
    )
    title = "In the next 30 days, and no brief yet"
    with empty_store.read() as reader:
        found = {section.title: section for section in queries.today(reader, making.MOROCCO)}[title]
        everybody = {section.title: section for section in queries.today(reader, NO_DESK)}[title]
    assert [row.key.kind for row in found.rows] == ["visit", "meeting"]
    assert (found.total, everybody.total) == (2, 3)
