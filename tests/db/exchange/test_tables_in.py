"""A desk's spreadsheets come in as they are, and what is not certain is asked for."""

from __future__ import annotations

import csv
import io
import re
import time
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import BadInput, Store
from db.exchange.tables.columns import propose, read_pairs
from db.exchange.tables.header import cut
from db.exchange.tables.importing import Plan, plan, rejected_csv, table_of
from db.exchange.tables.memory import Said, recall
from db.exchange.tables.people import people_in
from db.exchange.tables.sniffing import order_of, read_text_table
from db.exchange.tables.writing import enter_rows, remember
from tests.db.making import TODAY, count, every_table

HEADER = "From,To,Start,End,Head of delegation,Place"


def planned(
    store: Store,
    data: bytes | str,
    said: Mapping[str, str] | None = None,
    constants: Mapping[str, str] | None = None,
    **more: Any,
) -> Plan:
    table = table_of(data.encode() if isinstance(data, str) else data)
    with store.read() as reader:
        return plan(reader, table, propose(table, said or {}, constants or {}), today=TODAY, **more)


def entered(store: Store, found: Plan) -> Mapping[str, int]:
    with store.write("import a table") as session:
        return enter_rows(session, found.rows, today=TODAY)


def workbook(*rows: list[Any], merged: str = "") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_table_of_excel_in_french_with_semicolons_and_its_own_letters(empty_store: Store) -> None:
    text = (
        "Pays d'origine;Pays hôte;Date;Chef de délégation;Lieu\r\n"
        "Maroc;Espagne;28/01/2025;Abdellatif Hammouchi;Séville\r\n"
    )
    found = planned(empty_store, text.encode("cp1252"))
    (row,) = found.rows
    assert (row.draft.sending, row.draft.host, row.draft.date, row.draft.place) == (
        "MA",
        "ES",
        "2025-01-28",
        "Séville",
    )
    assert "Windows-1252" in found.told[0]
    assert "semicolons" in found.told[0]
    assert any("day first, as “28/01/2025” shows" in one for one in found.told)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_marks_at_the_beginning_of_a_file_do_not_matter(empty_store: Store, encoding: str) -> None:
    found = planned(
        empty_store, f"{HEADER}\nMA,ES,2025-01-28,2025-01-29,José Ñúñez,Málaga\n".encode(encoding)
    )
    assert found.rows[0].draft.place == "Málaga"
    assert found.rows[0].draft.date == "2025-01-28/2025-01-29"


def test_quoted_line_ends_and_commas_stay_in_their_cell(empty_store: Store) -> None:
    found = planned(
        empty_store, 'From,To,Date,Remarks\nMA,ES,2025-01-28,"one,\ntwo ""quoted"""\nMA,DE,2025-02-03,x\n'
    )
    assert found.rows[0].draft.purpose == 'one,\ntwo "quoted"'
    assert [row.number for row in found.rows] == [2, 3]


def test_tabs_and_spanish_headers(empty_store: Store) -> None:
    found = planned(
        empty_store,
        "País de origen\tPaís anfitrión\tFecha de inicio\tFecha de fin\tJefe de delegación\tTipo\n"
        "Marruecos\tAlemania\t3 dic 2025\t4 dic 2025\tMinistro Juan Pérez\tvisita oficial\n",
    )
    draft = found.rows[0].draft
    assert (draft.sending, draft.host, draft.date, draft.kind) == (
        "MA",
        "DE",
        "2025-12-03/2025-12-04",
        "official",
    )
    (head,) = draft.delegations[0].members
    assert (head.official, head.post, head.role) == ("Juan Pérez", "Ministro", "head")


def test_a_workbook_with_a_merged_title_above_its_headers(empty_store: Store) -> None:
    data = workbook(
        ["Visits of the desk"],
        [],
        ["From", "To", "Arrival", "Departure", "Head", "Pax"],
        ["Morocco", "Spain", datetime(2025, 1, 28), date(2025, 1, 29), "Abdellatif Hammouchi", 7.0],  # noqa: DTZ001
        merged="A1:F1",
    )
    found = planned(empty_store, data)
    (row,) = found.rows
    assert row.number == 4
    assert row.draft.date == "2025-01-28/2025-01-29"
    assert row.draft.delegations[0].size == 7
    assert any("row 3" in one for one in found.told)


def test_a_cell_over_several_rows_holds_for_all_of_them(empty_store: Store) -> None:
    data = workbook(
        ["Country", "Host", "Date", "Head"],
        ["Morocco", "Spain", "2025-01-28", "Ann Lee"],
        [None, "France", "2025-02-03", "Bob Ray"],
        [],
        [None, "Italy", "2025-02-09", "Jon Ray"],
        ["Qatar", None, "2025-02-10", "Jon Ray"],
        merged="A2:A5",
    )
    found = planned(empty_store, data)
    assert [(row.draft.sending, row.draft.host) for row in found.rows] == [
        ("MA", "ES"),
        ("MA", "FR"),
        ("MA", "IT"),
    ]
    assert [one.number for one in found.rejected] == [6], "a cell holds no further than it reaches"


@pytest.mark.parametrize("merged", [b'<mergeCell ref="A2:A9000"/>', b"<!--" + b"<mergeCell " * 20 + b"-->"])
def test_cells_merged_over_and_over_take_no_longer(empty_store: Store, merged: bytes) -> None:
    book = io.BytesIO(workbook(["From", "To", "Date"], ["Morocco", "Spain", "2025-01-28"], merged="A2:A3"))
    big = io.BytesIO()
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(big, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.endswith("sheet1.xml"):
                text = text.replace(
                    b"</sheetData>", b'<row r="9000"><c r="B9000"><v>1</v></c></row></sheetData>'
                )
                text = re.sub(b"<mergeCell [^>]*>", merged * 60_000, text)
            new.writestr(name, text)
    began = time.process_time()
    with suppress(BadInput):
        planned(empty_store, big.getvalue())
    assert time.process_time() - began < 20


def test_a_title_over_several_columns_names_none_of_them(empty_store: Store) -> None:
    data = workbook(
        ["Visits of the desk", None, None, None, None],
        ["From", "To", "Date", None, "Head"],
        [None, None, "from", "to", None],
        ["Morocco", "Spain", datetime(2025, 1, 28), date(2025, 1, 29), "Ann Lee"],  # noqa: DTZ001
        merged="A1:E1",
    )
    found = planned(empty_store, data)
    assert list(found.fields.items()) == [
        ("From", "sending"),
        ("To", "host"),
        ("from", "start"),
        ("to", "end"),
        ("Head", "head"),
    ]
    (row,) = found.rows
    assert (row.number, row.draft.date) == (4, "2025-01-28/2025-01-29")
    assert any("rows 2 and 3" in one for one in found.told)


@pytest.mark.parametrize(
    ("values", "day_first"),
    [(["28/01/2025", "03/04/2025"], True), (["01/28/2025", "03/04/2025"], False), (["2025-03-04"], True)],
)
def test_the_dates_themselves_show_which_way_they_run(values: list[str], day_first: bool) -> None:
    assert order_of(values).day_first is day_first


def test_dates_that_can_be_read_both_ways_are_asked_about(empty_store: Store) -> None:
    text = "From,To,Date\nMA,ES,03/04/2025\n"
    with pytest.raises(BadInput, match=r"03/04/2025.*--dates day-first or --dates month-first"):
        planned(empty_store, text)
    assert planned(empty_store, text, day_first=True).rows[0].draft.date == "2025-04-03"
    assert planned(empty_store, text, day_first=False).rows[0].draft.date == "2025-03-04"
    with pytest.raises(BadInput, match="has the day first and"):
        planned(empty_store, "From,To,Date\nMA,ES,28/04/2025\nMA,ES,04/28/2025\n")


def test_words_that_count_from_today_stay_words(empty_store: Store) -> None:
    text = "From,To,Date\nMA,ES,last week\nMA,DE,\nMA,FR,n/a\nMA,PT,2025-06-03 00:00:00\nMA,IT,spring 2025\n"
    found = planned(empty_store, text)
    assert [(row.draft.date, row.draft.date_text, row.draft.date_basis) for row in found.rows] == [
        ("", "last week", "relative"), ("", "", "stated"), ("", "", "stated"), ("2025-06-03", "", "stated"),
        ("2025-21", "spring 2025", "stated"),
    ]  # fmt: skip
    assert "3 without a date" in found.told
    entered(empty_store, found)
    assert planned(empty_store, text).rows == [], "what has no date is not entered twice either"


def test_a_column_of_countries_is_the_side_that_is_missing(empty_store: Store) -> None:
    text = "Country,Date,Name\nSpain,2025-01-28,John Smith\n"
    with pytest.raises(BadInput, match=r"travel or receive: .*--map \"Country=host\" --set sending=US"):
        planned(empty_store, text)
    draft = planned(empty_store, text, constants={"sending": "US"}).rows[0].draft
    assert (draft.sending, draft.host) == ("US", "ES")
    draft = planned(empty_store, text, constants={"host": "United States"}).rows[0].draft
    assert (draft.sending, draft.host) == ("ES", "US")


@pytest.mark.parametrize(
    ("rows", "hosts"),
    [
        ("US,NA,2019-03-19\nUS,MA,2019-04-01\n", ["NA", "MA"]),
        ("United States,NA,2019-03-19\nUnited States,Spain,2019-04-01\n", ["ES"]),
        ("US,n/a,2019-03-19\nUS,MA,2019-04-01\n", ["MA"]),
    ],
    ids=["a code among codes", "nothing among names", "nothing among codes"],
)
def test_the_code_of_namibia_is_a_country_among_codes_and_nothing_among_names(
    empty_store: Store, rows: str, hosts: list[str]
) -> None:
    found = planned(empty_store, f"from,to,date\n{rows}")
    assert [row.draft.host for row in found.rows] == hosts
    assert len(found.rejected) == len(rows.splitlines()) - len(hosts)


def test_every_country_there_is_comes_in_by_its_code(empty_store: Store) -> None:
    with empty_store.read() as reader:
        codes = [
            code for (code,) in reader.all("SELECT code FROM country WHERE kind = 'country' AND code <> 'MA'")
        ]
    found = planned(empty_store, "from,to,date\n" + "".join(f"MA,{code},2019-03-19\n" for code in codes))
    assert [(one.cells, one.reason) for one in found.rejected] == []
    assert [row.draft.host for row in found.rows] == codes


def test_several_countries_and_people_in_a_cell(empty_store: Store) -> None:
    found = planned(
        empty_store,
        f"{HEADER}\nMorocco,Spain and Portugal,2025-01-28,2025-01-30,Minister Ann Lee; John Smith (Director),Madrid\n"
        "Trinidad and Tobago,ES,2025-02-01,,Ann Lee,\n",
    )
    assert [(row.number, row.draft.sending, row.draft.host) for row in found.rows] == [
        (2, "MA", "ES"), (2, "MA", "PT"), (3, "TT", "ES"),
    ]  # fmt: skip
    members = found.rows[0].draft.delegations[0].members
    assert [(one.official, one.post, one.role) for one in members] == [
        ("Ann Lee", "Minister", "head"),
        ("John Smith", "Director", "member"),
    ]
    assert members[1].as_printed == "John Smith (Director)"


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("Hammouchi, Abdellatif", [("Abdellatif Hammouchi", "")]),
        ("John Smith, Ann Lee", [("John Smith", ""), ("Ann Lee", "")]),
        ("M. Abdelouafi Laftit, Ministre de l'Intérieur", [("Abdelouafi Laftit", "Ministre de l'Intérieur")]),
        ("Minister of Foreign Affairs Nasser Bourita", [("Nasser Bourita", "Minister of Foreign Affairs")]),
        ("Minister of Justice and Security", [("", "Minister of Justice and Security")]),
        ("Henry A. (Heinz Alfred) Kissinger", [("Henry A. (Heinz Alfred) Kissinger", "")]),
        ("H.E. Dr. Ann Lee\nMr Bob Ray", [("Ann Lee", ""), ("Bob Ray", "")]),
        ("…", []),
    ],
)
def test_titles_and_names_in_a_cell_are_told_apart(cell: str, people: list[tuple[str, str]]) -> None:
    assert [(one.name, one.post) for one in people_in(cell)] == people


def test_rows_that_cannot_enter_are_kept_with_their_reason_and_come_in_once_mended(
    empty_store: Store,
) -> None:
    text = f"{HEADER}\nMA,ES,2025-01-28,,=HYPERLINK(1),x\nMA,Nowhere,2025-01-28,,,\nMA,MA,2025-01-28,,,\n"
    text += "MA,ES,2025-02-30,,,\n"
    text += "MA,ES,2025-03-02,2025-03-01,,\n,ES,2025-03-02,,,\n"
    table = table_of(text.encode())
    found = planned(empty_store, text)
    assert [row.number for row in found.rows] == [2]
    reasons = {one.number: one.reason for one in found.rejected}
    assert sorted(reasons) == [3, 4, 5, 6, 7]
    assert "“Nowhere” is not a country" in reasons[3]
    assert "goes from MA to MA" in reasons[4]
    assert "names no country that travels" in reasons[7]
    kept = rejected_csv(table, found.rejected).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(kept)))
    assert rows[0][1:] == HEADER.split(",")
    assert rows[1][0].startswith("row 3: ")
    mended = planned(empty_store, kept.replace("Nowhere", "Portugal").encode("utf-8-sig"))
    assert mended.rows[0].draft.host == "PT"
    assert len(mended.rejected) == 4


def test_the_same_row_twice_enters_once_and_one_like_it_is_told(empty_store: Store) -> None:
    lines = ["1,MA,ES,2025-01-28,2025-01-29,Ann Lee", "2,MA,ES,2025-01-28,2025-01-29,Ann Lee",
             "3,MA,ES,2025-01-28,2025-01-30,Ann Lee", "4,MA,ES,2025-01-28,2025-01-29,Bob Ray"]  # fmt: skip
    found = planned(empty_store, "\n".join(("id,From,To,Start,End,Head", *lines)))
    assert [row.number for row in found.rows] == [2, 4, 5]
    assert [(one.number, one.of, one.left_out) for one in found.twins] == [
        (3, "row 2", True),
        (4, "row 2", False),
    ]
    assert entered(empty_store, found) == {
        "visit": 3,
        "delegation": 3,
        "official": 2,
        "official_name": 2,
        "participant": 3,
    }
    again = planned(empty_store, "\n".join(("id,From,To,Start,End,Head", *lines)))
    assert again.rows == []
    assert {one.of for one in again.twins if one.of.startswith("V")} == {
        "V-2025-001",
        "V-2025-002",
        "V-2025-003",
    }
    assert len(planned(empty_store, "\n".join(("id,From,To,Start,End,Head", *lines)), anyway=True).rows) == 4


def test_of_a_row_with_several_countries_only_what_is_new_enters(empty_store: Store) -> None:
    entered(empty_store, planned(empty_store, f"{HEADER}\nMA,ES,2025-01-28,,Ann Lee,x\n"))
    found = planned(empty_store, f"{HEADER}\nMA,ES and DE,2025-01-28,,Ann Lee,x\n")
    assert [row.draft.host for row in found.rows] == ["DE"]
    assert [(one.way, one.of) for one in found.twins] == [("MA→ES", "V-2025-001")]


def test_an_import_is_one_step_that_goes_and_comes_back_whole(empty_store: Store) -> None:
    before = every_table(empty_store)
    found = planned(
        empty_store,
        "From,To,Date,Head,Post,Topics,Members\nMA,ES,2027-01-28,Ann Lee,Minister,ct,Bob Ray\n"
        "DE,MA,2025-02-03,Max Roe,Minister,,\n",
    )
    entered(empty_store, found)
    assert found.rows[0].draft.status == "planned"
    assert count(empty_store, "post") == 2, "ministers of two countries hold two posts"
    assert count(empty_store, "participant", "attendance = 'expected'") == 2
    assert count(empty_store, "pair_summary") == 2
    after = every_table(empty_store)
    empty_store.undo()
    kept = {"step", "change", "setting", "sqlite_sequence"}
    undone = every_table(empty_store)
    assert {n: rows for n, rows in undone.items() if n not in kept} == {
        n: r for n, r in before.items() if n not in kept
    }
    empty_store.redo()
    assert {n: rows for n, rows in every_table(empty_store).items() if n not in kept} == {
        n: rows for n, rows in after.items() if n not in kept
    }


def test_stopping_in_the_middle_leaves_nothing_behind(empty_store: Store) -> None:
    rows = "".join(f"MA,ES,{1000 + n}-01-28,,Ann Lee,x\n" for n in range(700))
    found = planned(empty_store, f"{HEADER}\n{rows}")
    before = every_table(empty_store)

    def stop(what: str, done: int, of: int) -> None:
        assert (what, done, of) == ("writing", 500, 700)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), empty_store.write("import") as session:
        enter_rows(session, found.rows, today=TODAY, tell=stop)
    assert every_table(empty_store) == before


def test_the_lists_of_an_imported_table_are_those_that_are_worked_out_anew(empty_store: Store) -> None:
    from db.projections import rebuild  # noqa: PLC0415 - SQLAlchemy

    entered(
        empty_store,
        planned(empty_store, f"{HEADER}\nMA,ES,2025-01-28,,Ann Lee,x\nES,MA,2024,,Bob Ray & Ann Lee,\n"),
    )
    kept = every_table(empty_store)
    with empty_store.write("rebuild") as session:
        rebuild(session)
    lists = ("event", "event_scope", "pair_summary", "official_summary", "search_entry")
    assert {name: every_table(empty_store)[name] for name in lists} == {name: kept[name] for name in lists}


def test_a_name_that_two_officials_bear_is_not_guessed(empty_store: Store) -> None:
    from db.models import Official, OfficialName  # noqa: PLC0415

    with empty_store.write("two of a name") as session:
        for _ in range(2):
            official = Official(name="Ann Lee", sort_name="Lee, Ann", country="MA")
            session.add(official)
            session.flush()
            session.add(OfficialName(official_id=official.number, name="Ann Lee", folded="ann lee"))
    found = planned(empty_store, f"{HEADER}\nMA,ES,2025-01-28,,Ann Lee,x\nDE,ES,2025-01-28,,Ann Lee,x\n")
    assert [row.draft.sending for row in found.rows] == ["DE"]
    assert "several officials are called “Ann Lee”" in found.rejected[0].reason


def test_a_new_name_like_a_known_one_is_told(empty_store: Store) -> None:
    entered(empty_store, planned(empty_store, f"{HEADER}\nMA,ES,2025-01-28,,Abdellatif Hammouchi,x\n"))
    found = planned(empty_store, f"{HEADER}\nMA,ES,2025-06-28,,Abdelatif Hamouchi,x\n")
    assert len(found.rows) == 1
    assert "may be Abdellatif Hammouchi" in found.remarks[0]


def test_what_was_said_of_a_table_is_known_when_one_like_it_comes(empty_store: Store) -> None:
    table = table_of(b"Land,Date,Wer\nSpain,2025-01-28,Ann Lee\n")
    said = Said({"Land": "host", "Wer": "head"}, {"sending": "US"}, day_first=False)
    with empty_store.write("import") as session:
        remember(session, table, said)
    with empty_store.read() as reader:
        assert recall(reader, table_of(b"LAND;DATE;WER\nPortugal;2025-01-29;Bob Ray\n")).constants == {
            "sending": "US"
        }
        assert recall(reader, table) == said
        assert recall(reader, table_of(b"Other,Date\nx,y\n")) == Said({}, {})


@pytest.mark.parametrize(
    ("words", "option", "pairs"),
    [
        (["a=head,b=host", "c=-"], "map", {"a": "head", "b": "host", "c": "-"}),
        (["Date, start=start"], "map", {"Date, start": "start"}),
        (["place=Geneva, Palais,sending=US"], "set", {"place": "Geneva, Palais", "sending": "US"}),
    ],
)
def test_pairs_of_an_option(words: list[str], option: str, pairs: dict[str, str]) -> None:
    assert read_pairs(words, option) == pairs


def test_what_is_said_wrongly_of_a_table_is_refused_with_what_there_is(empty_store: Store) -> None:
    text = f"{HEADER}\nMA,ES,2025-01-28,,Ann Lee,x\n"
    for said, constants, sentence in (
        ({"Nix": "head"}, {}, "no column “Nix”; there are “From”"),
        ({"Place": "nix"}, {}, "no field “nix”; there are sending"),
        ({"Place": "host", "To": "host"}, {}, "two columns cannot both be host"),
        ({}, {"nix": "1"}, "--set: there is no field “nix”"),
    ):
        with pytest.raises(BadInput, match=sentence):
            planned(empty_store, text, said, constants)
    with pytest.raises(BadInput, match="pairs such as"):
        read_pairs(["nothing"], "map")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "nothing in the file"),
        (b"\n\n,,\n", "nothing in the file"),
        (b"From,To\n", "no row below"),
        (b"a\x00b,c\n1,2\n", "not a text file"),
        (b"\xff\xfe\x00", "it is not"),
        (b"PK\x03\x04 nothing", "not an XLSX workbook"),
        (b'From,To\n"' + b"x" * 200_000, "a quote left open"),
        (b"From,To\n" + b"x" * 40_000 + b",y\n", "more than 32,767 characters"),
        (b"," * 500 + b"\n", "nothing in the file|columns"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        table_of(data)


def test_a_workbook_packed_to_burst_is_not_opened() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 60_000_000)
    with pytest.raises(BadInput, match="unpack to 60 MB"):
        table_of(out.getvalue())


def test_a_damaged_workbook_is_refused_in_a_sentence() -> None:
    data = bytearray(workbook(["From", "To"], ["MA", "ES"]))
    data[len(data) // 3 : len(data) // 2] = b"\x00" * (len(data) // 2 - len(data) // 3)
    with pytest.raises(BadInput):
        table_of(bytes(data))


_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_a_table_or_a_sentence(data: bytes) -> None:
    try:
        table = table_of(data)
    except BadInput:
        return
    assert len(set(table.headers)) == len(table.headers)
    assert all(len(row) == len(table.headers) for _, row in table.rows)


@given(
    st.lists(st.lists(_texts, min_size=6, max_size=6), min_size=1, max_size=4), st.sampled_from([True, False])
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_cells_enter_or_have_a_reason(empty_store: Store, rows: list[list[str]], day_first: bool) -> None:
    text = io.StringIO()
    out = csv.writer(text)
    out.writerow(HEADER.split(","))
    out.writerows([["MA", "ES", "2025-01-28", "", "", ""], *rows])
    found = planned(empty_store, text.getvalue().replace("\x00", ""), day_first=day_first)
    told = {row.number for row in found.rows} | {one.number for one in found.rejected}
    told |= {one.number for one in found.twins if one.left_out}
    assert told == {
        number for number, _ in cut(read_text_table(text.getvalue().replace("\x00", "").encode())).rows
    }
    entered(empty_store, found)
    empty_store.undo()
