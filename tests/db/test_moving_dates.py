"""Due dates that hang on an event move with it, whichever way it is moved, and come back with one undo."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import Store, queries
from db.checking import check
from db.commands.dossiers import enter_dossier
from db.commands.edit import save
from db.commands.giving import give_owner
from db.commands.lines import enter_typed
from db.commands.merging import merge
from db.commands.moving import moved_in
from db.commands.new import create
from db.commands.removal import remove
from db.commands.unmerging import unmerge
from db.dates import PartialDate
from db.drafts import Dossier
from db.entry import read_lines
from db.errors import BadInput, Conflict
from db.forms.errors import FormErrors
from db.forms.fields import blank
from db.models import Meeting, Visit
from db.rows import FollowUpCard, Key, Moment
from db.rows.moved import MovedDue
from tests.db import making
from tests.db.looking import card
from tests.db.making import TODAY
from tests.db.test_undo import book

MEETING = Key("meeting", "1")
VISIT = Key("visit", "1")
STEP = Key("followup", "1")


@pytest.fixture
def desk(small_file: Path, tmp_path: Path) -> Any:
    """A coming meeting and a coming visit."""
    path = tmp_path / "desk.db"
    shutil.copyfile(small_file, path)
    store = Store.open(path, officer="officer")
    begun(store)
    yield store
    store.close()


def begun(store: Store) -> None:
    with store.write("enter") as session:
        making.meeting(session, ref="M-2026-001", date="2026-12-05", status="planned")
        making.visit(session, ref="V-2026-001", date="2026-12-12/2026-12-13", status="planned")


def typed(store: Store, text: str, desk: str = "MA") -> tuple[MovedDue, ...]:
    with store.read() as reader:
        readings = read_lines(text, reader=reader, moment=Moment(TODAY, desk))
    problems = [token.problem for reading in readings for token in reading.problems]
    if problems:
        raise BadInput(problems[0])
    with store.write("new") as session:
        enter_typed(session, readings, TODAY)
    return moved_in(session)


def edited(store: Store, key: Key, **texts: str) -> tuple[MovedDue, ...]:
    with store.read() as reader:
        form = queries.form(reader, key)
    with store.write("edit") as session:
        save(session, key, form.values, form.values | texts, version=form.version, today=TODAY, desk="MA")
    return moved_in(session)


def due(store: Store, key: Key = STEP) -> str:
    return PartialDate(*values(store, "due_edtf, due_text, due_basis", key)).edtf


def values(store: Store, columns: str, key: Key = STEP) -> tuple[Any, ...]:
    with store.read() as reader:
        row = reader.one(f"SELECT {columns} FROM {key.kind} WHERE id = :id", id=int(key.id))
    assert row is not None
    return row


def field(store: Store, name: str, key: Key = STEP) -> str:
    with store.read() as reader:
        return queries.form(reader, key).values[name]


def logged(store: Store) -> list[str]:
    with store.read() as reader:
        return [words for (words,) in reader.all("SELECT text FROM log_entry WHERE kind = 'rescheduled'")]


# --- entering ---


@pytest.mark.parametrize(
    ("line", "day", "words"),
    [
        ("todo x due:2 weeks before M-2026-001", "2026-11-21", "2 weeks before M-2026-001"),
        ('todo x due:"2w before M-2026-001"', "2026-11-21", "2 weeks before M-2026-001"),
        ("todo x by 2 weeks before M-2026-001", "2026-11-21", "2 weeks before M-2026-001"),
        ("todo x 30 days after V-2026-001", "2027-01-12", "30 days after V-2026-001"),
        ("todo x due:30 days after the visit on:V-2026-001", "2027-01-12", "30 days after V-2026-001"),
        ("todo x due:the day before on:M-2026-001", "2026-12-04", "the day before M-2026-001"),
        ("todo x due:la veille de la réunion on:M-2026-001", "2026-12-04", "the day before M-2026-001"),
        ("todo x due:dos semanas antes de V-2026-001", "2026-11-28", "2 weeks before V-2026-001"),
        ("todo x due:5 working days after V-2026-001", "2026-12-18", "5 working days after V-2026-001"),
    ],
)
def test_a_line_says_how_far_from_which_event(desk: Store, line: str, day: str, words: str) -> None:
    typed(desk, line)
    assert due(desk) == day
    assert field(desk, "due") == words
    found = card(desk, "followup", 1)
    assert isinstance(found, FollowUpCard)
    assert found.hangs_on == words
    assert found.event is not None


def test_the_preview_says_the_day(desk: Store) -> None:
    with desk.read() as reader:
        (reading,) = read_lines(
            "todo draft due:1 week before V-2026-001", reader=reader, moment=Moment(TODAY, "MA")
        )
    assert reading.summary[1] == "due 1 week before V-2026-001 = Sat 5 Dec 2026 (in 2 weeks)"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("todo x due:2 weeks before M-2026-009", "There is no meeting M-2026-009"),
        ("todo x due:the day before", "Which visit or meeting"),
        ("todo x due:2 weeks before A-2026-001", "has no day to count from"),
        ("todo x due:2w before M-2026-001 every month", "days of its own"),
        ("!agreed x due:2w before M-2026-001 on:M-2026-001", "Only a follow-up"),
    ],
)
def test_what_hangs_on_nothing_is_refused_with_a_sentence(desk: Store, line: str, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        typed(desk, line)


def test_what_a_colleague_hung_on_an_event_goes_back_with_it_too(desk: Store, tmp_path: Path) -> None:
    typed(desk, "todo draft due:2 weeks before M-2026-001")
    edited(desk, MEETING, date="19 dec 2026")
    with closing(Store.open(tmp_path / "desk.db", officer="colleague")) as theirs:
        typed(theirs, "todo book a room due:the day before M-2026-001")
    desk.undo()
    assert (due(desk), due(desk, Key("followup", "2"))) == ("2026-11-21", "2026-12-04")
    desk.redo()
    assert (due(desk), due(desk, Key("followup", "2"))) == ("2026-12-05", "2026-12-18")


def test_undoing_an_event_leaves_a_colleagues_step_with_a_day_of_its_own(desk: Store, tmp_path: Path) -> None:
    typed(desk, "MA+ES 12 jan 2027")
    with closing(Store.open(tmp_path / "desk.db", officer="colleague")) as theirs:
        typed(theirs, "todo book a room due:the day before M-2027-001")
    desk.undo()
    assert due(desk) == "2027-01-11"
    assert values(desk, "anchor_id, anchor_offset") == (None, "")
    assert check(desk, lambda _: None) == []


def test_an_event_that_would_take_a_day_out_of_the_calendar_is_not_moved_and_it_is_said_which(
    desk: Store,
) -> None:
    typed(desk, "todo draft due:2 weeks before M-2026-001")

    def far_away() -> None:
        with desk.write("import") as session:
            meeting = session.get(Meeting, 1)
            assert meeting is not None
            meeting.when = PartialDate("1000-01-05")

    with pytest.raises(Conflict, match="F-2026-001 is due 2 weeks before M-2026-001, which would be beyond"):
        far_away()
    assert due(desk) == "2026-11-21"


def test_a_batch_hangs_on_the_event_that_it_makes(desk: Store) -> None:
    typed(desk, "MA+ES 12-13 jan 2027\n!agreed a list\ntodo draft due:2 weeks before the meeting")
    assert due(desk) == "2026-12-29"
    assert field(desk, "due") == "2 weeks before M-2027-001"


def test_each_event_of_a_batch_has_its_own_follow_up_hang_on_it(desk: Store) -> None:
    """The second visit of a year waits to be written when its follow-up asks when it is."""
    days = ("2027-01-12", "2027-03-12", "2027-03-20")
    step = {"text": "draft", "anchor": "on", "offset": "-1 day"}
    visits = [{"sending": "MA", "host": "ES", "date": day, "followups": [step]} for day in days]
    with desk.write("import") as session:
        enter_dossier(session, Dossier.from_plain({"bilat": 1, "visits": visits}), today=TODAY)
    found = [due(desk, Key("followup", str(number))) for number in (1, 2, 3)]
    assert found == ["2027-01-11", "2027-03-11", "2027-03-19"]


def test_working_days_are_those_of_whoever_does_it(empty_store: Store) -> None:
    begun(empty_store)
    typed(empty_store, "todo x owner:Egypt due:5 working days before M-2026-001")
    assert (due(empty_store), values(empty_store, "anchor_offset")) == ("2026-11-29", ("-5 working days EG",))
    with empty_store.write("owner") as session:
        give_owner(session, (STEP,), "Spain")
    assert (due(empty_store), values(empty_store, "anchor_offset")) == ("2026-11-30", ("-5 working days ES",))
    with empty_store.write("owner") as session:
        give_owner(session, (STEP,), "the intern")
    assert values(empty_store, "anchor_offset") == ("-5 working days ES",)
    typed(empty_store, "todo y +5wd owner:Egypt")
    assert due(empty_store, Key("followup", "2")) == "2026-11-26"


# --- the form ---


def test_a_form_hangs_a_step_on_an_event_and_lets_it_go(desk: Store) -> None:
    with desk.write("new") as session:
        texts = {"text": "draft", "on": "M-2026-001", "due": "the day before the meeting"}
        create(session, "followup", blank("followup") | texts, today=TODAY, desk="MA")
    assert (due(desk), field(desk, "due")) == ("2026-12-04", "the day before M-2026-001")
    assert edited(desk, STEP, due="2w before V-2026-001") == ()
    assert (due(desk), field(desk, "due")) == ("2026-11-28", "2 weeks before V-2026-001")
    edited(desk, STEP, due="1 dec 2026")
    assert values(desk, "anchor_kind, anchor_id, anchor_offset") == ("", None, "")
    assert edited(desk, VISIT, date="20 dec 2026") == ()
    assert due(desk) == "2026-12-01"


def test_a_form_that_names_no_event_asks_which(desk: Store) -> None:
    with desk.write("enter") as session:
        making.followup(session)
    with pytest.raises(FormErrors) as caught:
        edited(desk, STEP, due="30 days after the visit")
    assert "Which visit or meeting" in caught.value.problems["due"]
    with pytest.raises(FormErrors) as caught:
        edited(desk, STEP, due="2w before M-2026-001", recurrence="every month")
    assert "days of its own" in caught.value.problems["recurrence"]


def test_a_form_ties_what_repeats_to_its_day(desk: Store) -> None:
    with desk.write("new") as session:
        texts = {"text": "report", "due": "31 jan 2027", "recurrence": "every month"}
        create(session, "followup", blank("followup") | texts, today=TODAY)
    assert field(desk, "recurrence") == "every month on the last day"
    with desk.write("new") as session:
        create(session, "followup", blank("followup") | {"text": "x", "recurrence": "every mon"}, today=TODAY)
    assert due(desk, Key("followup", "2")) == "2026-11-23"


# --- moving ---


def test_it_moves_with_its_event_and_one_undo_takes_all_back(desk: Store) -> None:
    typed(
        desk,
        "todo x due:2 weeks before V-2026-001\ntodo y due:1 week after V-2026-001\ntodo z due:1 dec 2026",
    )
    before = book(desk)
    moved = edited(desk, VISIT, date="19-21 dec 2026")
    assert [(one.ref, one.due.edtf, one.event) for one in moved] == [
        ("F-2026-001", "2026-12-05", "V-2026-001"),
        ("F-2026-002", "2026-12-28", "V-2026-001"),
    ]
    assert logged(desk)[0] == "with V-2026-001: 28 Nov 2026 → 5 Dec 2026"
    after = book(desk)
    desk.undo()
    assert book(desk) == before
    desk.redo()
    assert book(desk) == after


def test_other_changes_of_the_event_move_nothing(desk: Store) -> None:
    typed(desk, "todo x due:2 weeks before V-2026-001")
    assert edited(desk, VISIT, title="Talks", place="Madrid") == ()
    assert logged(desk) == []


def test_what_is_closed_stays_where_it_was(desk: Store) -> None:
    typed(desk, "todo x due:2 weeks before V-2026-001")
    edited(desk, STEP, status="done")
    assert edited(desk, VISIT, date="19 dec 2026") == ()
    assert due(desk) == "2026-11-28"
    edited(desk, STEP, status="open")
    assert due(desk) == "2026-12-05"


def test_an_event_without_a_full_date_gives_a_day_once_it_has_one(desk: Store) -> None:
    edited(desk, VISIT, date="dec 2026")
    typed(desk, "todo x due:2 weeks before V-2026-001")
    assert (due(desk), values(desk, "due_text")) == ("", ("2 weeks before V-2026-001",))
    (moved,) = edited(desk, VISIT, date="19 dec 2026")
    assert moved.due.edtf == due(desk) == "2026-12-05"
    (moved,) = edited(desk, VISIT, date="")
    assert moved.due.edtf == due(desk) == ""


def test_a_meeting_without_a_day_has_those_of_its_visit(desk: Store) -> None:
    with desk.write("enter") as session:
        visit = session.get(Visit, 1)
        making.meeting(session, visit, ref="M-2026-002")
    typed(desk, "todo x due:2 weeks before M-2026-002")
    assert due(desk) == "2026-11-28"
    (moved,) = edited(desk, VISIT, date="19 dec 2026")
    assert moved.due.edtf == "2026-12-05"


def test_a_cancelled_event_leaves_its_days_alone_and_says_so(desk: Store) -> None:
    typed(desk, "todo x due:2 weeks before V-2026-001")
    (moved,) = edited(desk, VISIT, status="cancelled", date="19 dec 2026")
    assert moved.stays
    assert due(desk) == "2026-11-28"
    assert logged(desk) == ["V-2026-001 is cancelled: it keeps 28 Nov 2026"]
    assert edited(desk, VISIT, date="26 dec 2026") == ()
    (moved,) = edited(desk, VISIT, status="planned")
    assert moved.due.edtf == due(desk) == "2026-12-12"


def test_a_deleted_event_leaves_a_day_of_its_own(desk: Store) -> None:
    typed(desk, "todo x due:2 weeks before M-2026-001")
    before = book(desk)
    with desk.write("delete") as session:
        remove(session, MEETING)
    (moved,) = moved_in(session)
    assert moved.stays
    assert (due(desk), values(desk, "anchor_id")) == ("2026-11-21", (None,))
    assert field(desk, "due") == "21 Nov 2026"
    assert logged(desk) == ["M-2026-001 is gone: it keeps 21 Nov 2026"]
    desk.undo()
    assert book(desk) == before


def test_after_a_merge_it_follows_the_visit_that_stands(desk: Store) -> None:
    with desk.write("enter") as session:
        making.visit(session, ref="V-2026-002", date="2026-12-19", status="planned")
    typed(desk, "todo x due:2 weeks before V-2026-002")
    before = book(desk)
    with desk.write("merge") as session:
        merge(session, VISIT, Key("visit", "2"), today=TODAY)
    assert (due(desk), field(desk, "due")) == ("2026-11-28", "2 weeks before V-2026-001")
    edited(desk, VISIT, date="26 dec 2026")
    assert due(desk) == "2026-12-12"
    desk.undo()
    with desk.write("un-merge") as session:
        unmerge(session, Key("visit", "2"))
    assert (due(desk), field(desk, "due")) == ("2026-12-05", "2 weeks before V-2026-002")
    assert book(desk)["followup"] == before["followup"]


def test_any_command_that_moves_an_event_takes_them_along(desk: Store) -> None:
    typed(desk, "todo x due:2 weeks before M-2026-001")
    with desk.write("by hand") as session:
        meeting = session.get(Meeting, 1)
        assert meeting is not None
        meeting.when = PartialDate("2026-12-12")
    assert due(desk) == "2026-11-28"


# --- properties ---

DATES = st.sampled_from(["", "dec 2026", "5 dec 2026", "12-14 dec 2026", "jan 2027", "~9 jan 2027", "2027"])
STATUSES = st.sampled_from(["planned", "confirmed", "postponed", "cancelled"])
OFFSETS = st.sampled_from(["2 weeks before", "the day after", "10 working days before", "1 month after"])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(OFFSETS, min_size=1, max_size=3), st.lists(st.tuples(DATES, STATUSES), min_size=1, max_size=4)
)
def test_any_moves_taken_back_leave_the_book_as_it_was(
    small_file: Path, offsets: list[str], moves: list[tuple[str, str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.db"
        shutil.copyfile(small_file, path)
        store = Store.open(path, officer="officer")
        try:
            begun(store)
            typed(store, "\n".join(f"todo x due:{offset} V-2026-001" for offset in offsets))
            books = [book(store)]
            for day, status in moves:
                edited(store, VISIT, date=day, status=status)
                if book(store) != books[-1]:
                    books.append(book(store))
            for earlier in reversed(books[:-1]):
                store.undo()
                assert book(store) == earlier
            for later in books[1:]:
                store.redo()
                assert book(store) == later
        finally:
            store.close()
