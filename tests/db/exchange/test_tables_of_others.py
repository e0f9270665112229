"""Tables of meetings, officials and follow-ups: read row by row, and held against what is there."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import BadInput, Store
from db.drafts import ActionDraft, FollowUpDraft, MeetingDraft, OfficialDraft
from db.exchange.tables.columns import propose
from db.exchange.tables.grid import How
from db.exchange.tables.importing import Plan, likely_kind, plan, table_of
from db.exchange.tables.kinds import KINDS
from db.exchange.tables.writing import enter_plan
from db.exchange.tables_out import as_table, listed
from tests.db.making import MOROCCO, TODAY, count

MEETINGS = (
    "Parties,Date,Participants,Subject,Format\n"
    "ES; MA,28/02/2025,Abdellatif Hammouchi; Ann Lee (ES),Coast guards,plenary\n"
    "MA ES DE,3 dec 2026,DE: Jon Ray,Desks,expert\n"
)
OFFICIALS = (
    "Name,Country,Position,Service,Since\n"
    "Abdellatif Hammouchi,Morocco,,,\n"
    '"Lee, Ann",Spain,Commissioner,Coast Guard,2020\n'
)
OUTCOMES = (
    "Outcome,Rung,Verb,Due,On,Owner,Parties\n"
    "Share lists every month,signed,,13/12/2026,V-2025-001,DGSN,\n"
    "Hold a joint course,,agreed to,,,Spain,MA ES\n"
    "Ways of sharing pictures,2,,,,,\n"
)
FOLLOWUPS = "Task,Deadline,Assigned to,On\nchase the nominees,13/12/2026,bob,V-2025-001\ncall,,,Abdellatif Hammouchi\n"


_TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.sampled_from(
        ["MA", "ES; MA", "Ann Lee (ES)", "3/4/2025", "2020/2021", "V-2025-001", "Minister", "fri", "?", "="]
    ),
)


def planned(store: Store, text: str, said: Mapping[str, str] | None = None, **more: Any) -> Plan:
    raw = text.encode()
    table = table_of(raw, likely_kind(raw))
    with store.read() as reader:
        return plan(reader, table, propose(table, said or {}, {}), today=TODAY, **more)


def entered(store: Store, found: Plan) -> Mapping[str, int]:
    with store.write("import a table") as session:
        return enter_plan(session, found, today=TODAY)


def reasons(found: Plan) -> list[str]:
    return [one.reason for one in found.rejected]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (MEETINGS, "meetings"),
        (OFFICIALS, "officials"),
        (FOLLOWUPS, "followups"),
        (OUTCOMES, "outcomes"),
        ("From,To,Date\nMA,ES,2025\n", "visits"),
        ("x,y\n1,2\n", "visits"),
    ],
)
def test_the_headers_tell_what_the_rows_are(text: str, kind: str) -> None:
    assert likely_kind(text.encode()) is KINDS[kind]


def test_a_meeting_has_its_parties_and_whoever_sat_at_the_table(demo_store: Store) -> None:
    found = planned(demo_store, MEETINGS)
    first, second = (one.draft for one in found.entries)
    assert isinstance(first, MeetingDraft)
    assert isinstance(second, MeetingDraft)
    assert (first.parties, first.date, first.title, first.format) == (
        ("ES", "MA"),
        "2025-02-28",
        "Coast guards",
        "plenary",
    )
    assert [(one.country, one.official) for one in first.participants] == [
        ("MA", "Abdellatif Hammouchi"),  # the store knows whose he is
        ("ES", "Ann Lee"),
    ]
    assert (second.parties, second.status) == (("MA", "ES", "DE"), "planned")
    assert second.participants[0].country == "DE"


def test_a_name_without_a_country_is_asked_for(demo_store: Store) -> None:
    found = planned(demo_store, "Parties,Date,Attendees\nES; MA,2025-02-28,Ann Lee\nMA,2025-02-28,\n")
    assert reasons(found) == [
        "whose is “Ann Lee”? Write the country behind the name, as in (ES)",
        "a meeting has two parties or more, and “MA” is one",
    ]
    assert reasons(planned(demo_store, "Parties,Attendees\nES; MA,Jon Ray (DE)\n")) == [
        "“Jon Ray” is of DE, which is no party"
    ]


@pytest.mark.parametrize("text", [MEETINGS, OFFICIALS, FOLLOWUPS])
def test_a_table_that_is_imported_again_brings_nothing(demo_store: Store, text: str) -> None:
    assert entered(demo_store, planned(demo_store, text))
    again = planned(demo_store, text)
    assert list(again.entering) == []
    assert all(twin.left_out for twin in again.twins)
    assert len(planned(demo_store, text, anyway=True).entries) == 2


def test_an_official_who_is_known_learns_a_post_that_is_new(demo_store: Store) -> None:
    text = "Name,Country,Position,Service\nAbdellatif Hammouchi,MA,Chair,Committee on Games\n"
    found = planned(demo_store, text)
    assert [twin.sentence for twin in found.twins] == [
        "row 2 and the official of that name are the same person, who gets a post: Chair; it enters."
    ]
    added = entered(demo_store, found)
    assert added["tenure"] == 1
    assert "official" not in added


def test_an_official_has_a_name_in_its_order_and_a_post_with_its_service(empty_store: Store) -> None:
    found = planned(empty_store, OFFICIALS)
    draft = found.entries[1].draft
    assert isinstance(draft, OfficialDraft)
    assert (draft.name, draft.country) == ("Ann Lee", "ES")
    assert [(one.post, one.organisation, one.start) for one in draft.tenures] == [
        ("Commissioner", "Coast Guard", "2020")
    ]
    entered(empty_store, found)
    assert count(empty_store, "official") == 2


def test_given_and_family_names_in_columns_of_their_own(empty_store: Store) -> None:
    found = planned(empty_store, "First name,Surname,Nationality,Job title\nAnn,Lee,Spain,Commissioner\n")
    draft = found.entries[0].draft
    assert isinstance(draft, OfficialDraft)
    assert (draft.name, draft.country) == ("Ann Lee", "ES")


def test_a_follow_up_hangs_on_what_it_names(demo_store: Store) -> None:
    found = planned(demo_store, FOLLOWUPS)
    first, second = (one.draft for one in found.entries)
    assert isinstance(first, FollowUpDraft)
    assert isinstance(second, FollowUpDraft)
    assert (first.on, first.due, first.assignee) == ("V-2025-001", "2026-12-13", "bob")
    assert second.on == "official:Abdellatif Hammouchi"
    assert entered(demo_store, found) == {"followup": 2}


def test_a_follow_up_on_what_is_not_there_is_kept_back(demo_store: Store) -> None:
    found = planned(demo_store, "Task,On\none,V-1999-001\ntwo,Nobody\n")
    assert reasons(found) == ["there is no visit V-1999-001", "no officials are called “Nobody”"]


def test_an_outcome_stands_at_the_rung_that_it_names_or_that_its_verb_supports(demo_store: Store) -> None:
    found = planned(demo_store, OUTCOMES)
    assert reasons(found) == []
    first, second, third = (one.draft for one in found.entries)
    assert isinstance(first, ActionDraft)
    assert isinstance(second, ActionDraft)
    assert isinstance(third, ActionDraft)
    assert (first.rung, first.on, first.owner, first.due) == ("signed", "V-2025-001", "DGSN", "2026-12-13")
    assert (second.rung, second.parties, second.owner) == ("agreed", ("MA", "ES"), "ES")
    assert (third.rung, third.status) == ("explored", None)
    assert entered(demo_store, found)["action"] == 3
    again = planned(demo_store, OUTCOMES)
    assert list(again.entering) == []


def test_an_outcome_that_the_store_would_refuse_is_kept_back(demo_store: Store) -> None:
    rows = "a,Nobody,,,\nb,,V-1999-001,,\nc,,tea,,\nd,,,explored,done\ne,,,perhaps,\n"
    found = planned(demo_store, f"Outcome,Owner,On,Rung,Status\n{rows}")
    assert [one.number for one in found.rejected] == [2, 3, 4, 5, 6]
    told = "; ".join(reasons(found))
    for words in (
        "nobody in the store is called “Nobody”",
        "no visit V-1999-001",
        "no ref of a visit",
        "have a status",
        "no rung",
    ):
        assert words in told


def test_what_every_row_must_say_is_asked_for() -> None:
    table = table_of(b"a,b\nx,y\n", KINDS["officials"])
    with pytest.raises(BadInput, match=r"No column says the person.*--map \"a=name\""):
        propose(table, {}, {})
    assert propose(table, {"a": "name"}, {}).fields == {0: "name"}


@pytest.mark.parametrize("kind", ["meetings", "officials", "followups", "outcomes"])
def test_a_list_that_went_out_comes_in_again_as_nothing_new(demo_store: Store, kind: str) -> None:
    from db.exchange import Wanted  # noqa: PLC0415 - only here

    with demo_store.read() as reader:
        raw = as_table(listed(reader, kind.replace("outcomes", "actions"), Wanted(), MOROCCO), "csv", kind)
    table = table_of(raw, KINDS[kind])
    with demo_store.read() as reader:
        found = plan(reader, table, propose(table, {}, {}), today=TODAY)
    assert reasons(found) == []
    assert list(found.entering) == []


def test_what_is_said_of_a_file_goes_before_what_it_shows() -> None:
    raw = "skip;this\nParties|Date\nES; MA|2025-01-28\n".encode("utf-16")
    table = table_of(raw, KINDS["meetings"], How("utf-16", "|", 2))
    assert table.headers == ("Parties", "Date")
    assert table.rows == [(3, ["ES; MA", "2025-01-28"])]
    with pytest.raises(BadInput, match="are not UTF-8"):
        table_of("é".encode("cp1252") + b",b\nx,y\n", KINDS["meetings"], How("utf-8"))


def test_a_workbook_with_a_sheet_for_each_year() -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for year in ("2024", "2025"):
        sheet = book.create_sheet(year)
        sheet.append(["From", "To", "Date"])
        sheet.append(["MA", "ES", f"{year}-05-06"])
    book.create_sheet("secret").sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    first = table_of(out.getvalue())
    assert (first.how.sheet, first.sheets) == ("2024", ("2024", "2025"))
    second = table_of(out.getvalue(), how=How(sheet="2025"))
    assert second.rows == [(2, ["MA", "ES", "2025-05-06"])]
    with pytest.raises(BadInput, match="no sheet “secret” in this workbook; there are 2024, 2025"):
        table_of(out.getvalue(), how=How(sheet="secret"))


@given(
    st.sampled_from([MEETINGS, OFFICIALS, FOLLOWUPS]),
    st.lists(st.lists(_TEXTS, min_size=5, max_size=5), min_size=1, max_size=3),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_cells_enter_or_have_a_reason(empty_store: Store, like: str, rows: list[list[str]]) -> None:
    text = io.StringIO()
    out = csv.writer(text)
    out.writerow(like.splitlines()[0].split(","))
    out.writerows(["x", *row[1:]] for row in rows)
    out.writerow(["done", "", "", "", ""])
    found = planned(empty_store, text.getvalue().replace("\x00", ""), day_first=True)
    told = {one.number for one in found.entries} | {one.number for one in found.rejected}
    told |= {one.number for one in found.twins if one.left_out}
    assert len(told) == found.read
    if found.entries:
        entered(empty_store, found)
        empty_store.undo()
