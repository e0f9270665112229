"""A check finds what is wrong, says what a repair would do, and changes nothing until it is asked to."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db import Store
from db.checking import Finding, check, repair
from tests.db.making import every_table

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def spoil(store: Store, *statements: str) -> None:
    """Write behind the program's back."""
    with closing(sqlite3.connect(store.path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def found_in(store: Store) -> list[Finding]:
    return check(store, lambda _doing: None)


def repaired(store: Store, found: list[Finding]) -> Path | None:
    return repair(store, found, NOW, lambda _doing: None)


def test_nothing_is_wrong_with_the_demo_and_looking_leaves_no_trace(demo_store: Store) -> None:
    was = every_table(demo_store)
    around = set(demo_store.path.parent.iterdir())
    assert found_in(demo_store) == []
    assert every_table(demo_store) == was
    assert set(demo_store.path.parent.iterdir()) == around


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET title = 'Something else' WHERE ref = 'V-2025-001'",
        "DELETE FROM search_entry WHERE kind = 'official'",
        "UPDATE pair_summary SET open = open + 1",
        "INSERT INTO name_key (kind, key, record_id) VALUES ('official', 'zzz', 1)",
        "INSERT INTO search_word(search_word) VALUES ('delete-all')",
    ],
)
def test_lists_that_lie_are_found_and_worked_out_again(demo_store: Store, statement: str) -> None:
    was = every_table(demo_store)
    spoil(demo_store, statement)
    found = found_in(demo_store)
    assert [one.about for one in found] == ["lists"]
    kept = repaired(demo_store, found)
    assert every_table(demo_store) == was
    assert found_in(demo_store) == []
    assert kept is not None, "there is a backup of before"
    assert kept.exists()


def test_dates_that_sort_as_other_days_than_they_say_are_found_and_mended(demo_store: Store) -> None:
    spoil(demo_store, "UPDATE visit SET date_first = '1999-01-01' WHERE ref = 'V-2025-001'")
    found = found_in(demo_store)
    assert "V-2025-001" in next(one.sentence for one in found if one.about == "dates")
    repaired(demo_store, found)
    with demo_store.read() as reader:
        first = reader.value("SELECT date_first FROM visit WHERE ref = 'V-2025-001'")
    assert first == "2025-01-28"


def test_a_date_that_cannot_be_read_is_left_for_the_officer(demo_store: Store) -> None:
    spoil(demo_store, "UPDATE visit SET date_edtf = '2025-13-77' WHERE ref = 'V-2025-001'")
    dates = [one for one in found_in(demo_store) if one.about == "dates"]
    assert "V-2025-001" in dates[0].sentence
    assert dates[0].repair == ""


def test_what_the_log_does_not_tell_is_found(demo_store: Store) -> None:
    spoil(demo_store, "UPDATE visit SET purpose = 'never said' WHERE ref = 'V-2025-001'")
    log = next(one for one in found_in(demo_store) if one.about == "log")
    assert "visit 1 (purpose)" in log.sentence
    assert log.repair == ""


def test_rows_that_came_in_behind_the_log_are_found(demo_store: Store) -> None:
    spoil(demo_store, "INSERT INTO series (name, cadence) VALUES ('Secret series', '')")
    assert "series" in next(one.sentence for one in found_in(demo_store) if one.about == "log")


def test_records_merged_in_a_circle_are_found(demo_store: Store) -> None:
    spoil(
        demo_store,
        "UPDATE official SET merged_into = 2 WHERE id = 1",
        "UPDATE official SET merged_into = 1 WHERE id = 2",
    )
    assert "official 1, official 2" in next(
        one.sentence for one in found_in(demo_store) if one.about == "merges"
    )


def test_citations_of_nothing_are_found(demo_store: Store) -> None:
    spoil(demo_store, "UPDATE citation SET record_id = 99999 WHERE id = (SELECT MIN(id) FROM citation)")
    assert "99999" in next(one.sentence for one in found_in(demo_store) if one.about == "links")


def test_rows_that_name_what_is_gone_are_found(demo_store: Store) -> None:
    spoil(demo_store, "UPDATE meeting SET visit_id = 99999 WHERE id = (SELECT MIN(id) FROM meeting)")
    assert "meeting" in next(one.sentence for one in found_in(demo_store) if one.about == "links")


def test_a_damaged_file_is_said_to_be_one(demo_store: Store) -> None:
    demo_store.close()
    with demo_store.path.open("r+b") as file:
        file.seek(40 * 4096)
        file.write(b"\xa5" * 4096 * 20)
    found = found_in(demo_store)
    assert found
    assert {one.about for one in found} <= {"file", "links"}
    assert "backup" in found[0].sentence


def test_an_undone_and_redone_store_is_as_its_log_says(demo_store: Store) -> None:
    for _ in range(3):
        demo_store.officer = "demo"
        assert demo_store.undo()
    assert demo_store.redo()
    assert found_in(demo_store) == []


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE followup SET recurrence = 'FREQ=HOURLY' WHERE id = 1", "how often they come again"),
        (
            "UPDATE followup SET anchor_kind = 'visit', anchor_id = 1, anchor_offset = 'soon' WHERE id = 1",
            "hang on an event in a way that cannot be read",
        ),
        (
            "UPDATE followup SET anchor_kind = 'pair', anchor_id = 1, anchor_offset = '-2 weeks' WHERE id = 1",
            "hang on an event in a way that cannot be read",
        ),
        (
            (
                "UPDATE followup SET anchor_kind = 'visit', anchor_id = 1, anchor_offset = '-2 weeks',"
                " recurrence = 'FREQ=WEEKLY' WHERE id = 1"
            ),
            "come again on days of their own and hang on an event as well",
        ),
    ],
)
def test_what_cannot_come_again_or_move_is_found_and_left_to_the_officer(
    demo_store: Store, statement: str, words: str
) -> None:
    spoil(demo_store, statement)
    (found,) = [one for one in found_in(demo_store) if one.about == "rules"]
    assert words in found.sentence
    assert "F-2026-001" in found.sentence
    assert found.repair == ""


def test_records_merged_into_nothing_are_found(demo_store: Store) -> None:
    spoil(demo_store, "UPDATE official SET merged_into = 99999 WHERE id = 1")
    merges = [one.sentence for one in found_in(demo_store) if one.about == "merges"]
    assert merges == ["These were merged into records that are not there: official 1."]


def test_a_repair_destroys_nothing(demo_store: Store) -> None:
    """What only an officer can decide stays as it is, to the last letter."""
    spoil(
        demo_store,
        "UPDATE visit SET date_edtf = '2025-13-77' WHERE ref = 'V-2025-001'",
        "UPDATE followup SET recurrence = 'FREQ=HOURLY' WHERE id = 1",
        "UPDATE official SET merged_into = 2 WHERE id = 1",
        "UPDATE citation SET record_id = 99999 WHERE id = (SELECT MIN(id) FROM citation)",
        "UPDATE pair_summary SET open = open + 1",
    )
    facts = ("visit", "followup", "official", "citation", "action", "tenure")
    was = {name: every_table(demo_store)[name] for name in facts}
    repaired(demo_store, found_in(demo_store))
    assert {name: every_table(demo_store)[name] for name in facts} == was
