"""Whatever is typed: no failure, tokens in their place, and a bounded number of questions to the store."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import Store
from db.drafts import Dossier
from db.entry import Context, Reading, complete, read_line, read_lines
from db.entry.shapes import storable
from db.reader import Reader
from db.rows import Key, Moment

PIECES = (
    "MA", "ES", ">", "+", "→", "Morocco", "South Korea", "@", "@Hammouchi", "@?", '@"', "#", "#ct", "#terror",
    "28", "jan", "2025", "28-29", "-", "fri", "next", "+2w", "of", "?", "2026-02-30", "in:", "in:Madrid", "by:host",
    "due:", "due:fri", "on:V-2025-001", "owner:DGSN", "with:", "src:x/y", "!agreed", "!", "todo", "official", ",",
    '"', "“", "”", "_", "talks", "é", "المغرب", "\u202e", "\x00", "\ud800", "x:y", "ball:us", "status:planned",
)  # fmt: skip
LINES = st.one_of(
    st.text(max_size=120),
    st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(("", " ", "  ", "\t"))), max_size=25).map(
        lambda found: "".join(piece + space for piece, space in found)
    ),
)
CONTEXTS = st.sampled_from(
    (Context(), Context(pair=("MA", "ES")), Context(on=Key("visit", "1")), Context(on=Key("followup", "x")))
)
RELAXED = settings(
    max_examples=300,
    deadline=1_000,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def check(reading: Reading, line: str) -> None:
    end = 0
    for token in reading.tokens:
        assert end <= token.start <= token.end <= len(line)
        assert token.start < token.end
        end = token.end
    assert reading.problems == tuple(token for token in reading.tokens if token.problem)
    if reading.values:
        assert not reading.problems
        Dossier.from_plain({"bilat": 1, **reading.values})
    else:
        assert reading.problems or not storable(line).strip()


@RELAXED
@given(line=LINES, context=CONTEXTS)
def test_any_text_is_read_without_failing(
    demo_store: Store, moment: Moment, line: str, context: Context
) -> None:
    with demo_store.read() as reader:
        check(read_line(line, reader=reader, moment=moment, context=context), line)


@RELAXED
@given(text=LINES, cursor=st.integers(-1, 60), context=CONTEXTS)
def test_completions_lie_in_the_text_wherever_the_cursor_is(
    demo_store: Store, moment: Moment, text: str, cursor: int, context: Context
) -> None:
    with demo_store.read() as reader:
        found = complete(text, cursor, reader=reader, moment=moment, context=context)
    assert len(found) <= 8
    for one in found:
        assert 0 <= one.start <= cursor <= one.end <= len(text)


@RELAXED
@given(text=st.lists(LINES, max_size=4).map("\n- ".join))
def test_any_batch_is_read_without_failing(demo_store: Store, moment: Moment, text: str) -> None:
    lines = text.splitlines()
    with demo_store.read() as reader:
        for reading in read_lines(text, reader=reader, moment=moment):
            check(reading, reading.text)
            assert len(reading.text) == len(lines[reading.line])


@pytest.mark.parametrize(
    ("line", "most"),
    [
        ("MA>ES 28-29 jan 2025 @Hammouchi in:Madrid by:host #ct #cyber security talks", 9),
        ("MA>ES " + "28 jan " * 200, 2),
        ("> " * 900, 2),
        ("MA+" * 600, 2),
        ("MA>ES " + "talks " * 300, 2),
        ("!agreed " + "a word and another " * 80, 1),
    ],
)
def test_a_keystroke_asks_the_store_a_bounded_number_of_questions(
    demo_store: Store, moment: Moment, line: str, most: int
) -> None:
    with demo_store.read() as reader:
        read_line(line, reader=reader, moment=moment)
        assert reader.statements <= most


def test_completing_asks_a_handful_of_questions(demo_store: Store, moment: Moment) -> None:
    for text in (
        "Mor",
        "MA>Sp",
        "MA>ES @Ham",
        "MA>ES #c",
        "MA>ES in:M",
        "!agreed x owner:D",
        "!agreed x on:",
    ):
        with demo_store.read() as reader:
            complete(text, len(text), reader=reader, moment=moment)
            assert reader.statements <= 8, text


def test_no_look_up_of_a_name_scans_a_table_that_grows(demo_store: Store, moment: Moment) -> None:
    asked: list[str] = []
    lines = (
        "MA>ES @Hammouchi @Nobody with:@Mar owner:x #ct",
        "!agreed x owner:DGSN on:V-2025-001",
        "todo x on:@Abdel",
    )
    with demo_store.read() as reader:
        plain = reader._execute

        def explained(sql: str, values: Mapping[str, Any]) -> Sequence[tuple[Any, ...]]:
            asked.extend(row[3] for row in plain(f"EXPLAIN QUERY PLAN {sql}", values))
            return plain(sql, values)

        noting = Reader(explained)
        for line in lines:
            read_line(line, reader=noting, moment=moment)
            complete(line, len(line), reader=noting, moment=moment)
    growing = (
        "official",
        "official_name",
        "official_summary",
        "visit",
        "meeting",
        "action",
        "post",
        "organisation",
    )
    scans = [step for step in asked if step.startswith("SCAN") and "INDEX" not in step]
    assert [step for step in scans if step.split()[1] in growing] == []


def test_reading_a_line_needs_neither_pydantic_nor_sqlmodel() -> None:
    heavy = {"pydantic", "sqlmodel", "sqlalchemy", "textual"}
    script = f"import sys, db.entry; print({heavy} & set(sys.modules))"
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
