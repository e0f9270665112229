"""Calendars go out so that other programs read them, and those of other programs come in."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import BadInput, Store
from db.commands.removal import remove
from db.exchange import Wanted
from db.exchange.calendar_entering import take_calendar
from db.exchange.carried import one_line
from db.exchange.icalendar_in import MOST_ENTRIES, Entry, read_calendar
from db.exchange.icalendar_out import CalendarOut, gather_calendar, write_calendar
from db.exchange.report import Taken
from db.exchange.sides import sides_of
from db.models import FollowUp, Visit
from db.rows import Key
from tests.db.making import TODAY, count, followup, meeting, visit, visit_entered

MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def out(store: Store, wanted: Wanted = Wanted()) -> CalendarOut:  # noqa: B008 - a tuple, never changed
    with store.read() as reader:
        return gather_calendar(reader, wanted)


def others_read(store: Store) -> dict[str, Any]:
    """What another library reads, by the ref in the uid."""
    calendar = vobject.readOne(out(store).data.decode())
    return {one.uid.value.rpartition("-")[0]: one for one in calendar.getChildren() if hasattr(one, "uid")}


def ics(*lines: str, kind: str = "VEVENT") -> bytes:
    """A calendar of another program with one entry."""
    whole = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//other//EN", f"BEGIN:{kind}", *lines, f"END:{kind}")
    return "\r\n".join((*whole, "END:VCALENDAR", "")).encode()


def entry(*lines: str, kind: str = "VEVENT") -> Entry:
    (one,) = read_calendar(ics(*lines, kind=kind), ZoneInfo("Africa/Casablanca"))
    return one


def taken(store: Store, raw: bytes) -> Taken:
    with store.write("import outlook.ics") as session:
        return take_calendar(session, read_calendar(raw), desk="MA", today=TODAY)


# --- out ---


def test_another_program_reads_a_visit_of_two_days_with_its_people(demo_store: Store) -> None:
    one = others_read(demo_store)["V-2025-001"]
    assert one.summary.value == "MA→ES Hammouchi +delegation · Madrid"
    assert (one.dtstart.value, one.dtend.value) == (date(2025, 1, 28), date(2025, 1, 30))
    assert one.location.value == "Madrid"
    assert one.status.value == "CONFIRMED"
    assert "Abdellatif Hammouchi, Director General, DGSN (MA, head)" in one.description.value
    assert "A-2025-003 agreed (open): Work together" in one.description.value
    assert "Cyber" in one.categories.value


def test_what_has_no_day_is_on_none_and_told(demo_store: Store) -> None:
    found = others_read(demo_store)
    assert "V-2022-006" not in found  # some time in June 2022
    left_out = " ".join(out(demo_store).left_out)
    for ref in ("V-2022-004", "V-2022-006", "V-2024-001", "V-2025-002", "M-2025-001"):
        assert ref in left_out
    assert "M-2025-001 Main meeting" in found["V-2025-001"].description.value


@pytest.mark.parametrize(
    ("day", "start", "end"),
    [
        ("2024-02-29", date(2024, 2, 29), date(2024, 3, 1)),
        ("2024-02-28/2024-02-29", date(2024, 2, 28), date(2024, 3, 1)),
        ("2025-12-31", date(2025, 12, 31), date(2026, 1, 1)),
    ],
)
def test_the_end_is_the_day_after_the_last_one(mine: Store, day: str, start: date, end: date) -> None:
    visit_entered(mine, date=day, ref="V-2024-001")
    one = others_read(mine)["V-2024-001"]
    assert (one.dtstart.value, one.dtend.value) == (start, end)


@pytest.mark.parametrize(("day", "mark"), [("2025-03-01~", "~"), ("2025-03-01?", "?"), ("2025-03-01%", "~?")])
def test_doubt_about_the_day_stands_in_the_title(mine: Store, day: str, mark: str) -> None:
    visit_entered(mine, date=day, ref="V-2025-001", place="Madrid")
    assert others_read(mine)["V-2025-001"].summary.value == f"MA→ES · Madrid {mark}"


def test_a_follow_up_repeats_reminds_and_hangs_on_its_visit(mine: Store) -> None:
    key = visit_entered(mine, date="2025-03-01", ref="V-2025-001")
    with mine.write("enter") as session:
        number = followup(
            session, ref="F-2025-001", on="V-2025-001", due="2025-01-31", recurrence="FREQ=MONTHLY"
        )
        row = session.get(FollowUp, number)
        assert row
        row.remind_on = "2025-01-20"
    found = others_read(mine)
    todo = found["F-2025-001"]
    assert todo.due.value == todo.dtstart.value == date(2025, 1, 31)
    assert todo.rrule.value == "FREQ=MONTHLY;BYMONTHDAY=-1"
    assert todo.status.value == "NEEDS-ACTION"
    assert todo.related_to.value == found["V-2025-001"].uid.value
    check, due = (alarm.trigger for alarm in todo.valarm_list)
    assert check.value == datetime(2025, 1, 20, 8, tzinfo=UTC)
    assert (due.value, due.params) == (timedelta(hours=9), {"RELATED": ["END"]})  # nine o'clock, each time
    assert key.kind == "visit"


def test_every_open_follow_up_with_a_day_reminds_on_it_at_nine_and_a_check_beside_it(mine: Store) -> None:
    with mine.write("enter") as session:
        followup(session, ref="F-2025-001", due="2025-01-31")
        followup(session, ref="F-2025-002", due="2025-01")
        followup(session, ref="F-2025-003", due="")
        number = followup(session, ref="F-2025-004", due="2025-01-31")
        session.get_one(FollowUp, number).remind_on = "2025-01-31"
        number = followup(session, ref="F-2025-005", due="")
        session.get_one(FollowUp, number).remind_on = "2025-01-20"
    found = others_read(mine)
    rings = {
        ref: [alarm.trigger.value for alarm in todo.contents.get("valarm", [])] for ref, todo in found.items()
    }
    assert rings == {
        "F-2025-001": [timedelta(hours=9)],
        "F-2025-002": [timedelta(hours=9)],  # some time in January rings on its last day
        "F-2025-003": [],
        "F-2025-004": [timedelta(hours=9)],
        "F-2025-005": [datetime(2025, 1, 20, 8, tzinfo=UTC)],
    }


def test_the_alarm_of_the_day_it_is_due_is_no_next_check(mine: Store, empty_store: Store) -> None:
    with mine.write("enter") as session:
        followup(session, ref="F-2025-001", text="Chase", due="2025-01-31")
        number = followup(session, ref="F-2025-002", text="Send", due="2025-01-31")
        session.get_one(FollowUp, number).remind_on = "2025-01-20"
    taken(empty_store, out(mine).data)
    assert count(empty_store, "followup", "text = 'Chase' AND remind_on = ''") == 1
    assert count(empty_store, "followup", "text = 'Send' AND remind_on = '2025-01-20'") == 1


def test_a_follow_up_that_is_done_says_when_and_reminds_nobody(mine: Store) -> None:
    with mine.write("enter") as session:
        number = followup(session, ref="F-2025-001", due="2025-01", status="done", recurrence="FREQ=DAILY")
        row = session.get(FollowUp, number)
        assert row
        row.closed_on, row.remind_on = "2025-01-30", "2025-01-20"
    todo = others_read(mine)["F-2025-001"]
    assert todo.due.value == date(2025, 1, 31)  # some time in January is by its end
    assert (todo.status.value, todo.completed.value.date()) == ("COMPLETED", date(2025, 1, 30))
    assert not hasattr(todo, "valarm")
    assert not hasattr(todo, "rrule")


def test_a_change_raises_the_version_and_keeps_the_uid(mine: Store) -> None:
    key = visit_entered(mine, date="2025-03-01", ref="V-2025-001")
    before = others_read(mine)["V-2025-001"]
    with mine.write("edit") as session:
        row = session.get(Visit, int(key.id))
        assert row
        row.place = "Seville"
    after = others_read(mine)["V-2025-001"]
    assert after.uid.value == before.uid.value
    assert (before.sequence.value, after.sequence.value) == ("0", "1")
    assert after.dtstamp.value >= before.dtstamp.value
    assert after.dtstamp.value == after.last_modified.value


def test_two_officers_first_visits_are_not_one_in_a_calendar(mine: Store, theirs: Store) -> None:
    for store in (mine, theirs):
        visit_entered(store, date="2025-03-01", ref="V-2025-001")
    assert others_read(mine)["V-2025-001"].uid.value != others_read(theirs)["V-2025-001"].uid.value


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ("TLP:CLEAR", "PUBLIC"),
        ("restricted", "PRIVATE"),
        ("secret", "CONFIDENTIAL"),
        ("eyes of X", "CONFIDENTIAL"),
    ],
)
def test_a_handling_mark_says_who_may_read_it(mine: Store, mark: str, said: str) -> None:
    with mine.write("enter") as session:
        visit(session, date="2025-03-01", ref="V-2025-001").handling = mark
        visit(session, date="2025-03-01", ref="V-2025-002")
    found = others_read(mine)
    assert found["V-2025-001"].contents["class"][0].value == said
    assert "class" not in found["V-2025-002"].contents


def test_the_same_store_gives_the_same_file_and_each_record_one_of_its_own(demo_store: Store) -> None:
    with demo_store.read() as reader:
        assert write_calendar(reader) == write_calendar(reader)
    files = dict(out(demo_store).each)
    assert len(files) == sum(out(demo_store).counts.values())
    (one,) = read_calendar(files["V-2025-001.ics"])
    assert one.edtf == "2025-01-28/2025-01-29"
    assert len(out(demo_store, Wanted(Key("pair", "DE-MA"))).components) < len(files)


NASTY = st.text(
    st.sampled_from("ab é→م\r\n\t\x00\x0b\x0c\x1c\x85\u2028\u202e;,:\\\"'^%🙂")
    | st.characters(codec="utf-8"),
    min_size=1,
    max_size=120,
)


@MANY
@given(NASTY)
def test_no_text_breaks_out_of_its_property(mine: Store, text: str) -> None:
    hostile = f"{text}\r\nATTENDEE:mailto:x@example.org\nEND:VEVENT\r\n"
    if not count(mine, "visit"):
        visit_entered(mine, date="2025-03-01", ref="V-2025-001")
    with mine.write("edit") as session:
        row = session.get(Visit, 1)
        assert row
        row.title = row.place = row.date_text = hostile.replace("\x00", "")
    data = out(mine).data
    lines = data.decode().split("\r\n")
    assert not any(line.startswith(("ATTENDEE", "END:VEVENT ")) for line in lines)
    assert all(len(line.encode()) <= 75 for line in lines)
    assert data.count(b"\nEND:VEVENT") == 1
    (one,) = read_calendar(data)
    assert one.place == one_line(hostile.replace("\x00", ""))
    calendar = vobject.readOne(data.decode())
    assert [child.name for child in calendar.components()] == ["VEVENT"]
    assert calendar.vevent.location.value == one.place


# --- in: days ---


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (("DTSTART;VALUE=DATE:20240229", "DTEND;VALUE=DATE:20240301"), "2024-02-29"),
        (("DTSTART;VALUE=DATE:20240228", "DTEND;VALUE=DATE:20240302"), "2024-02-28/2024-03-01"),
        (("DTSTART;VALUE=DATE:20240228",), "2024-02-28"),
        (("DTSTART;VALUE=DATE:20240228", "DURATION:P2D"), "2024-02-28/2024-02-29"),
        (("DTSTART;VALUE=DATE:20240228", "DTEND;VALUE=DATE:20240228"), "2024-02-28"),
        (("DTSTART:20250128T233000", "DTEND:20250129T000000"), "2025-01-28"),  # midnight is its end
        (("DTSTART:20250128T233000", "DTEND:20250129T003000"), "2025-01-28/2025-01-29"),
        (("DTSTART;TZID=America/New_York:20250128T233000",), "2025-01-28"),  # that evening in New York
        (("DTSTART;TZID=W. Europe Standard Time:20250128T003000",), "2025-01-28"),
        (("DTSTART;TZID=Nowhere at all:20250128T003000",), "2025-01-28"),
        (("DTSTART:20250128T233000Z", "DTEND:20250128T235500Z"), "2025-01-29"),  # an hour later in Rabat
        (("DTSTART:20250128T120000Z", "DURATION:PT30M"), "2025-01-28"),
    ],
)
def test_the_day_is_that_of_the_clock_which_is_named(lines: tuple[str, ...], days: str) -> None:
    assert entry("UID:1", "SUMMARY:x", *lines).edtf == days


def test_lines_that_no_standard_knows_do_no_harm() -> None:
    odd = (
        "X-ALT-DESC;FMTTYPE=text/html:<p>",
        "no property at all",
        'ATTENDEE;CN="unclosed:mailto:x',
    )
    one = entry("UID:1", "SUMMARY:x", *odd, "DTSTART;TZID=Europe/:20250128T100000", "CATEGORIES;VALUE=DATE:x")
    assert (one.edtf, one.title) == ("2025-01-28", "x")


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ((), "its beginning cannot be read"),
        (("DTSTART:yesterday",), "its beginning cannot be read"),
        (("DTSTART;VALUE=DATE:20250230",), "its beginning cannot be read"),
        (("DTSTART;VALUE=DATE:20250101", "DTEND;VALUE=DATE:20990101"), "it lasts 27,028 days"),
        (("DTSTART;VALUE=DATE:99990101", "DURATION:P900000D"), "its end cannot be read"),
        (("DTSTART;VALUE=DATE:00010101",), "it is in the year 1"),
    ],
)
def test_what_has_no_sensible_day_says_so(lines: tuple[str, ...], why: str) -> None:
    assert entry("UID:1", "SUMMARY:x", *lines).problem == why


def test_clocks_that_change_every_second_and_series_without_end_cost_nothing(mine: Store) -> None:
    zone = [
        "BEGIN:VTIMEZONE",
        "TZID:Evil",
        "BEGIN:STANDARD",
        "DTSTART:10000101T000000",
        "RRULE:FREQ=SECONDLY",
    ]
    zone += ["TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "END:STANDARD", "END:VTIMEZONE", "BEGIN:VEVENT"]
    event = ics("UID:1", "SUMMARY:MA-ES call", "DTSTART;TZID=Evil:20250128T100000", "RRULE:FREQ=SECONDLY")
    raw = event.replace(b"BEGIN:VEVENT", "\r\n".join(zone).encode())
    found = taken(mine, raw)
    assert found.added["meeting"] == 1
    assert found.remarks == ["“MA-ES call” of 28 Jan 2025 repeats (FREQ=SECONDLY); its first day came in."]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"hello",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
        b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:x\r\nEND:VCARD\r\n",
        b"BEGIN:VCALENDAR\r\nSUMMARY:\xff\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\n"
        + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * (MOST_ENTRIES + 1)
        + b"END:VCALENDAR\r\n",
        b"\x00" * 16_000_001,
    ],
    ids=len,
)
def test_what_is_no_calendar_or_too_much_of_one_is_refused(raw: bytes) -> None:
    with pytest.raises(BadInput, match=r"^It .*\.$"):
        read_calendar(raw)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from('BEGIN:VEVENTD\r\n;="ATSRUL0129Z-+P,\\ é'), max_size=200))
def test_any_lines_are_read_or_refused(text: str) -> None:
    with suppress(BadInput):
        read_calendar(ics(*text.split("\r\n")))


# --- in: what enters ---


def test_our_own_calendar_adds_nothing(demo_store: Store) -> None:
    found = taken(demo_store, out(demo_store).data)
    assert found.nothing_new
    assert not found.differences
    assert not found.remarks


def test_what_was_moved_in_the_calendar_is_told_and_not_taken_over(demo_store: Store) -> None:
    data = (
        out(demo_store)
        .data.replace(b"20250130", b"20250131")
        .replace(b"LOCATION:Madrid", b"LOCATION:Seville")
    )
    differences = [one.sentence for one in taken(demo_store, data).differences]
    assert (
        "V-2025-001: date is “2025-01-28/2025-01-29” here and “2025-01-28/2025-01-30” there." in differences
    )
    assert "V-2025-001: place is “Madrid” here and “Seville” there." in differences
    assert count(demo_store, "visit", "date_edtf = '2025-01-28/2025-01-29' AND place = 'Madrid'") == 1


def test_what_was_taken_out_of_the_store_stays_out(mine: Store) -> None:
    key = visit_entered(mine, date="2025-03-01", ref="V-2025-001")
    data = out(mine).data
    with mine.write("remove") as session:
        remove(session, key)
    found = taken(mine, data)
    assert found.nothing_new
    assert found.remarks == ["“MA→ES” of 1 Mar 2025 was left out: it was taken out of the store."]


def test_the_calendar_of_another_officer_comes_in_once_and_goes_in_one_step(
    demo_store: Store, empty_store: Store
) -> None:
    data = out(demo_store).data
    found = taken(empty_store, data)
    assert (found.added["visit"], found.added["meeting"], found.added["followup"]) == (7, 4, 8)
    where = "sending = 'MA' AND host = 'ES' AND place = 'Madrid' AND status = 'held'"
    assert count(empty_store, "visit", f"date_edtf = '2025-01-28/2025-01-29' AND {where}") == 1
    assert count(empty_store, "meeting", "title = 'Trilateral' AND visit_id IS NOT NULL") == 1
    assert count(empty_store, "followup", "visit_id IS NOT NULL") == 6
    assert taken(empty_store, data).nothing_new
    empty_store.undo()
    for table in ("visit", "meeting", "followup", "citation", "source"):
        assert count(empty_store, table) == 0


def test_an_event_of_outlook_becomes_a_meeting_of_our_desk_and_the_country_named(mine: Store) -> None:
    raw = ics(
        "UID:040000008200E00074C5B7101A82E008",
        "SUMMARY;LANGUAGE=en-us:Call with Spain\\, on nominees",
        "DTSTART;TZID=Romance Standard Time:20261210T100000",
        "DTEND;TZID=Romance Standard Time:20261210T110000",
        "LOCATION:Teams",
        "CLASS:PRIVATE",
        "DESCRIPTION:Join\\nhere",
        "STATUS:TENTATIVE",
    )
    assert taken(mine, raw).added["meeting"] == 1
    where = "title = 'Call with Spain, on nominees' AND date_edtf = '2026-12-10' AND place = 'Teams'"
    assert count(mine, "meeting", f"{where} AND status = 'planned' AND handling = 'restricted'") == 1
    assert count(mine, "meeting_party", "country IN ('ES', 'MA')") == 2
    assert taken(mine, raw).nothing_new
    moved = taken(mine, raw.replace(b"20261210", b"20261211"))
    assert [one.field for one in moved.differences] == ["date"]


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("Morocco and Spain: working meeting", "working meeting"),
        ("Morocco, Spain and Germany – experts", "experts"),
        ("Maroc et Espagne, experts", "experts"),
        ("Morocco-Germany coordination call", "coordination call"),
        ("Morocco with Spain on nominees", "on nominees"),
    ],
)
def test_the_countries_before_a_title_leave_no_word_behind(empty_store: Store, title: str, left: str) -> None:
    with empty_store.read() as reader:
        assert sides_of(reader, title).rest == left


def test_an_event_that_is_called_off_says_so_by_its_status_alone(mine: Store) -> None:
    raw = ics(
        "UID:1",
        "SUMMARY:CANCELED: Morocco and Spain: experts",
        "STATUS:CANCELLED",
        "DTSTART;VALUE=DATE:20261210",
    )
    taken(mine, raw)
    assert count(mine, "meeting", "title = 'experts' AND status = 'cancelled'") == 1
    taken(
        mine, raw.replace(b"UID:1", b"UID:2").replace(b"STATUS:CANCELLED\r\n", b"").replace(b"1210", b"1211")
    )
    assert count(mine, "meeting", "title LIKE 'CANCELED:%' AND status = 'planned'") == 1


def test_what_names_no_second_country_is_left_out_with_the_reason(mine: Store) -> None:
    found = taken(mine, ics("UID:1", "SUMMARY:Dentist", "DTSTART;VALUE=DATE:20261210"))
    assert found.nothing_new
    assert found.remarks == ["“Dentist” of 10 Dec 2026 was left out: its title names no second country."]


def test_what_looks_like_a_visit_that_is_there_is_left_out(mine: Store) -> None:
    visit_entered(mine, date="2025-03-01", ref="V-2025-001")
    found = taken(mine, ics("UID:1", "SUMMARY:MA -> ES the DG", "DTSTART;VALUE=DATE:20250301"))
    assert found.nothing_new
    assert found.remarks == ["“MA -> ES the DG” of 1 Mar 2025 was left out: V-2025-001 looks like it."]


def test_a_task_becomes_a_follow_up_with_its_reminder(mine: Store) -> None:
    raw = ics(
        "UID:1",
        "SUMMARY:Chase the nominees",
        "DUE;VALUE=DATE:20261210",
        "RRULE:FREQ=WEEKLY;INTERVAL=2",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-P2D",
        "END:VALARM",
        kind="VTODO",
    )
    assert taken(mine, raw).added["followup"] == 1
    where = "text = 'Chase the nominees' AND due_edtf = '2026-12-10' AND remind_on = '2026-12-08'"
    assert (
        count(mine, "followup", f"{where} AND recurrence = 'FREQ=WEEKLY;INTERVAL=2' AND status = 'open'") == 1
    )


def test_a_task_that_is_done_comes_in_done(mine: Store) -> None:
    done = ("UID:1", "SUMMARY:x", "STATUS:COMPLETED", "COMPLETED:20250130T120000Z")
    assert taken(mine, ics(*done, kind="VTODO")).added["followup"] == 1
    assert count(mine, "followup", "status = 'done' AND closed_on = '2025-01-30'") == 1


def test_follow_ups_of_a_colleague_who_has_the_same_ones_are_not_doubled(
    mine: Store, empty_store: Store
) -> None:
    for store in (mine, empty_store):
        visit_entered(store, date="2025-03-01", ref="V-2025-001")
        visit_entered(store, date="2025-03-09", ref="V-2025-002")
        with store.write("enter") as session:
            followup(session, ref="F-2025-001", on="V-2025-001", text="Send a letter", due="2025-04-01")
            followup(session, ref="F-2025-002", on="V-2025-002", text="Send a letter", due="2025-04-01")
            followup(session, ref="F-2025-003", text="Chase the nominees", due="")
    with empty_store.write("a letter more") as session:
        followup(session, ref="F-2025-004", on="V-2025-001", text="Send a letter", due="2025-04-01")
    found = taken(mine, out(empty_store).data)
    assert found.added["followup"] == 1
    assert count(mine, "followup", "text = 'Send a letter' AND visit_id IS NOT NULL") == 3
    assert sum("F-2025" in one and "looks like it" in one for one in found.remarks) == 3
    assert taken(mine, out(empty_store).data).nothing_new


def test_what_a_colleague_has_done_since_is_told_of_a_follow_up_that_looks_like_it(mine: Store) -> None:
    with mine.write("enter") as session:
        followup(session, ref="F-2025-001", text="Chase the nominees", due="2025-04-01")
    done = ("UID:1", "SUMMARY:chase the Nominees", "DUE;VALUE=DATE:20250401", "STATUS:COMPLETED")
    found = taken(mine, ics(*done, kind="VTODO"))
    assert found.nothing_new
    assert [(one.record, one.field, one.there) for one in found.differences] == [
        ("F-2025-001", "status", "done")
    ]


def test_two_tasks_of_one_calendar_that_say_the_same_are_two(mine: Store) -> None:
    again = ("SUMMARY:Call back", "DUE;VALUE=DATE:20250401", "END:VTODO", "BEGIN:VTODO")
    raw = ics("UID:1", *again, "UID:2", *again[:2], kind="VTODO")
    assert taken(mine, raw).added["followup"] == 2
    assert taken(mine, raw).nothing_new


def test_the_newest_version_of_an_event_counts_and_one_day_of_a_series_is_its_own() -> None:
    raw = ics(
        *("UID:1", "SEQUENCE:2", "SUMMARY:new", "DTSTART;VALUE=DATE:20250102", "END:VEVENT", "BEGIN:VEVENT"),
        *("UID:1", "SEQUENCE:1", "SUMMARY:old", "DTSTART;VALUE=DATE:20250101", "END:VEVENT", "BEGIN:VEVENT"),
        *("UID:1", "RECURRENCE-ID;VALUE=DATE:20250201", "SUMMARY:moved", "DTSTART;VALUE=DATE:20250203"),
    )
    assert [(one.uid, one.title) for one in read_calendar(raw)] == [("1", "new"), ("1 2025-02-01", "moved")]


@pytest.mark.parametrize(
    ("title", "codes", "travels"),
    [
        ("MA→ES Hammouchi · Madrid", ("MA", "ES"), True),
        ("Visit Spain > Morocco", ("ES", "MA"), True),
        ("DE+ES+MA Trilateral", ("DE", "ES", "MA"), False),
        ("Réunion Maroc-Espagne", ("MA", "ES"), False),
        ("المغرب إسبانيا", ("MA", "ES"), False),
        ("IT meeting with Spain", ("ES",), False),
        ("IT-ES fraud", ("IT", "ES"), False),
        ("REUNION DE TRABAJO", (), False),
        ("French lesson", (), False),
        ("", (), False),
    ],
)
def test_titles_name_countries_by_exact_names_and_codes(
    empty_store: Store, title: str, codes: tuple[str, ...], travels: bool
) -> None:
    with empty_store.read() as reader:
        found = sides_of(reader, title)
    assert (found.codes, found.travels) == (codes, travels)


def test_a_meeting_of_one_day_stands_beside_its_visit(mine: Store) -> None:
    with mine.write("enter") as session:
        whole = visit(session, date="2025-03-01", ref="V-2025-001")
        meeting(session, whole, ref="M-2025-001", title="Experts")
    found = others_read(mine)
    assert found["M-2025-001"].dtstart.value == date(2025, 3, 1)
    assert found["M-2025-001"].related_to.value == found["V-2025-001"].uid.value
