"""Headers as officers write them, in four languages; what they leave open is told by the cells, or asked."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from db import BadInput, Store
from db.exchange.tables.columns import propose
from db.exchange.tables.importing import Plan, likely_kind, plan, table_of
from db.exchange.tables.kinds import VISITS, TableKind
from db.exchange.tables.values import columns_of_countries
from tests.db.making import TODAY


def planned(store: Store, text: str, kind: TableKind = VISITS, said: Mapping[str, str] | None = None) -> Plan:
    table = table_of(text.encode(), kind)
    with store.read() as reader:
        columns = propose(table, said or {}, {}, columns_of_countries(reader, table))
        return plan(reader, table, columns, today=TODAY)


@pytest.mark.parametrize(
    ("header", "cells", "fields"),
    [
        (
            "Von;Bis;Gastland;Entsendeland;Zweck;Ort;Delegationsleiter",
            "28.01.2025;29.01.2025;Spanien;Marokko;Gespräche;Madrid;Ann Lee",
            ["start", "end", "host", "sending", "purpose", "place", "head"],
        ),
        ("Von;Nach;Datum", "Marokko;Spanien;28.01.2025 - 29.01.2025", ["sending", "host", "date"]),
        (
            "Besucherland;Land;Zeitraum",
            "Marokko;Spanien;28. bis 29. Januar 2025",
            ["sending", "host", "date"],
        ),
        (
            "pays;date;hôte;objet",
            "Maroc;28-29 janvier 2025;Espagne;x",
            ["sending", "date", "host", "purpose"],
        ),
        ("país;fecha;anfitrión", "Marruecos;28-29 de enero de 2025;España", ["sending", "date", "host"]),
        (
            "From;To;Visitor;Host",
            "28 Jan 2025;29 Jan 2025;Morocco;Spain",
            ["start", "end", "sending", "host"],
        ),
        ("Besucher;Gastgeber;Datum", "Marokko;Spanien;28.-29. Jan. 2025", ["sending", "host", "date"]),
    ],
)
def test_what_a_header_says_in_any_language(
    empty_store: Store, header: str, cells: str, fields: list[str]
) -> None:
    found = planned(empty_store, f"{header}\n{cells}\n")
    assert list(found.fields.values()) == fields
    (row,) = found.rows
    assert (row.draft.sending, row.draft.host, row.draft.date) == ("MA", "ES", "2025-01-28/2025-01-29")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Name;Vorname;Funktion;Behörde;Seit\n", "officials"),
        ("Aufgabe;Frist;Zuständig\n", "followups"),
        ("Ergebnis;Frist;Federführung;Treffen\n", "outcomes"),
        ("Länder;Datum;Teilnehmer;Betreff\n", "meetings"),
        ("Datum;Besucher;Land;Zweck\n", "visits"),
    ],
)
def test_german_headers_tell_what_the_rows_are(text: str, kind: str) -> None:
    assert likely_kind(f"{text}{';'.join('x' for _ in text.split(';'))}\n".encode()).name == kind


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Datum;Besucher;Land\n28.01.2025;Ann Lee;Spanien\n",
            r'“Land” does not say whether .*--map "Land=host" --set sending=US',
        ),
        ("A;B;C\n1;Marokko;Spanien\n", r'“B” and “C” do not say which .*--map "B=sending,C=host"'),
        ("Datum;Reisende;Zielland\n28.01.2025;Ann Lee;Spanien\n", r'country travels: .*"Reisende=sending"'),
        ("Datum;Wohin;Gastland\n28.01.2025;Rabat;Spanien\n", r'country travels: .*"Wohin=sending"'),
    ],
)
def test_a_side_that_no_header_tells_is_asked_with_what_to_write(
    empty_store: Store, text: str, sentence: str
) -> None:
    with pytest.raises(BadInput, match=sentence):
        planned(empty_store, text)


def test_visitors_who_are_people_stay_people(empty_store: Store) -> None:
    found = planned(empty_store, "Besucher;Land;Gastland\nAnn Lee;Marokko;Spanien\nJon Ray;Katar;Spanien\n")
    assert list(found.fields.values()) == ["head", "sending", "host"]


def test_a_column_that_is_said_to_be_nothing_stays_nothing(empty_store: Store) -> None:
    with pytest.raises(BadInput, match="No column says which country travels"):
        planned(empty_store, "Visitor;Host\nMorocco;Spain\n", said={"Visitor": "-"})


def test_points_show_that_the_day_comes_first_unless_another_date_shows_the_opposite(
    empty_store: Store,
) -> None:
    text = "From;To;Date\nMorocco;Spain;03.04.2025\n"
    assert planned(empty_store, text).rows[0].draft.date == "2025-04-03"
    assert planned(empty_store, f"{text}Morocco;Spain;12/31/2025\n").rows[0].draft.date == "2025-03-04"
    with pytest.raises(BadInput, match="03/04/2025"):
        planned(empty_store, f"{text}Morocco;Spain;03/04/2025\n")


def test_a_table_without_headers_loses_no_row_to_them(empty_store: Store) -> None:
    text = "Morocco,Spain,2025-01-28,Ann Lee\nSpain,Morocco,2025-02-28,Jon Ray\n"
    with pytest.raises(
        BadInput, match=r"Row 1 \(“Morocco”, .*reads as a visit and not as headers: .*From, To, Date"
    ):
        planned(empty_store, text)
    assert len(planned(empty_store, f"From,To,Date,Head\n{text}").rows) == 2


@pytest.mark.parametrize("cell", ["1 junı 2025", "1 BİS 3 mai 2025"])
def test_an_i_of_another_alphabet_in_a_date_keeps_its_row_back(empty_store: Store, cell: str) -> None:
    found = planned(empty_store, f"Von;Nach;Datum\nMarokko;Spanien;{cell}\nMarokko;Spanien;2 Mai 2025\n")
    assert [row.draft.date for row in found.rows] == ["2025-05-02"]
    assert len(found.rejected) == 1
