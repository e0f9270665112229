"""Lists leave as tables that a spreadsheet understands and cannot be made to run."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import Store
from db.dates import PartialDate
from db.exchange import Wanted
from db.exchange.listed import quarter_of
from db.exchange.tables_out import LISTS, Listed, TableFormat, as_table, listed
from db.rows import Key
from tests.db.making import MOROCCO, NO_DESK, action, meeting, visit


def table(store: Store, what: str, wanted: Wanted | None = None, desk: bool = True) -> Listed:
    with store.read() as reader:
        return listed(reader, what, wanted or Wanted(), MOROCCO if desk else NO_DESK)


def cells(data: bytes) -> list[list[Any]]:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def line(found: Listed, ref: str) -> dict[str, Any]:
    row = next(row for row in found.rows if row[0] == ref)
    return dict(zip(found.headers, row, strict=True))


@pytest.mark.parametrize("what", sorted(LISTS))
@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
def test_every_list_of_the_demo_goes_out_in_every_format(
    demo_store: Store, what: str, form: TableFormat
) -> None:
    found = table(demo_store, what)
    assert found.rows
    data = as_table(found, form, what)
    match form:
        case "csv":
            rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
            assert len(rows) == len(found.rows) + 1
        case "xlsx":
            assert len(cells(data)) == len(found.rows) + 1
        case "jsonl":
            lines = [json.loads(one) for one in data.decode().splitlines()]
            assert len(lines) == len(found.rows)
            assert all(len(one) == len(found.headers) for one in lines)


def test_a_certain_day_is_a_date_and_an_uncertain_one_is_text(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        visit(session, date="2025-01-28")
        visit(session, date="2025-03")
        visit(session, date="2025-04-01/2025-04-03")
        visit(session, date="", date_text="one day")
    found = table(empty_store, "visits")
    exact = line(found, "V-2025-001")
    assert exact["Date"] == exact["Earliest day"] == exact["Latest day"] == date(2025, 1, 28)
    month = line(found, "V-2025-002")
    assert (month["Date"], month["Latest day"]) == ("2025-03", date(2025, 3, 31))
    assert line(found, "V-2025-003")["Date"] == "2025-04-01/2025-04-03"
    assert line(found, "V-2026-001")["Date"] == "one day"
    sheet = {row[0]: row for row in cells(as_table(found, "xlsx", "visits"))}
    at = found.headers.index("Date")
    assert sheet["V-2025-001"][at] == datetime(2025, 1, 28)  # noqa: DTZ001 - a workbook knows no zone
    assert sheet["V-2025-002"][at] == "2025-03"
    assert ",2025-01-28," in as_table(found, "csv", "visits").decode()


HOSTILE = ["=HYPERLINK(1)", "+1", "-1+2", "@SUM(A1)", "\tx", "\r=x", "=cmd|' /C calc'!A0"]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_spreadsheet_would_run_is_text(empty_store: Store, text: str) -> None:
    with empty_store.write("enter") as session:
        visit(session, date="2025-01-28", place=text)
    found = table(empty_store, "visits")
    at = found.headers.index("Place")
    rows = list(csv.reader(io.StringIO(as_table(found, "csv", "visits").decode("utf-8-sig"), newline="")))
    assert rows[1][at] == f"'{text}"
    sheet = openpyxl.load_workbook(io.BytesIO(as_table(found, "xlsx", "visits"))).active
    assert sheet is not None
    cell = sheet.cell(2, at + 1)
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert json.loads(as_table(found, "jsonl", "visits"))["place"] == text


@given(st.lists(st.tuples(st.text(max_size=40), st.integers(-5, 5), st.dates(date(1900, 3, 1))), max_size=4))
@settings(max_examples=40, deadline=None)
def test_any_text_can_go_out(rows: list[tuple[Any, ...]]) -> None:
    found = Listed(("Text", "Number", "Day"), rows)
    sheet = cells(as_table(found, "xlsx", "x"))
    assert len(sheet) == len(rows) + 1
    for row in csv.reader(io.StringIO(as_table(found, "csv", "x").decode("utf-8-sig"), newline="")):
        assert row[0][:1] not in ("=", "+", "-", "@", "\t", "\r")
    assert len(as_table(found, "jsonl", "x").splitlines()) == len(rows)


def test_a_period_and_a_pair_narrow_a_list(demo_store: Store) -> None:
    every = table(demo_store, "visits")
    late = table(demo_store, "visits", Wanted(first=date(2025, 1, 1)))
    assert 0 < len(late.rows) < len(every.rows)
    pair = table(demo_store, "visits", Wanted(Key("pair", "ES-MA")))
    assert pair.rows
    assert {tuple(sorted((str(row[1]), str(row[3])))) for row in pair.rows} == {("ES", "MA")}
    assert [row[0] for row in table(demo_store, "pairs", Wanted(Key("pair", "ES-MA"))).rows] == ["MA"]


def test_the_table_of_quarters_counts_each_way(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        there = visit(session, date="2025-01-28")
        action(session, on=there, rung="agreed", status="open")
        action(session, on=there, rung="discussed")
        visit(session, sending="ES", host="MA", date="2025-03-31/2025-04-02")
        visit(session, date="2025")
        visit(session, date="2027-01-01", status="planned")
        talks = meeting(session, parties=["ES", "MA", "DE"], date="2025-02-03")
        action(session, at=talks, rung="signed", status="done")
    found = table(empty_store, "quarters")
    rows = {(row[0], row[1], row[3]): row[5:] for row in found.rows}
    assert rows["2025 Q1", "MA", "ES"] == (1, 1, 1, 1, 1)
    assert rows["2025 Q1", "MA", "DE"] == (0, 0, 1, 0, 1)
    assert rows["2025 Q1", "DE", "ES"] == (0, 0, 1, 0, 1)
    assert rows["2025", "MA", "ES"] == (1, 0, 0, 0, 0)
    assert len(rows) == 4, "what is only planned does not count"
    other = {(row[0], row[1], row[3]): row[5:] for row in table(empty_store, "quarters", desk=False).rows}
    assert other["2025 Q1", "ES", "MA"] == (1, 1, 1, 1, 1)


@pytest.mark.parametrize(
    ("edtf", "quarter"),
    [("2025-01-28", "2025 Q1"), ("2025-06", "2025 Q2"), ("2025", "2025"), ("", ""),
     ("2025-09-30/2025-10-02", "2025 Q3"), ("2025-12~", "2025 Q4")],
)  # fmt: skip
def test_the_quarter_of_a_date(edtf: str, quarter: str) -> None:
    assert quarter_of(PartialDate(edtf)) == quarter


def test_what_is_marked_is_told(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        visit(session, date="2025-01-28").handling = "restricted"
    assert table(empty_store, "visits").marks == ["restricted"]
    assert table(empty_store, "pairs").marks == []
