"""The editor behind the entry line: letters, lines, keys, and rows of the screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.entry.clusters import clusters, place, rows
from tui.entry.editor import Editor

KEYS = [
    *("left", "right", "up", "down", "home", "end", "ctrl+left", "ctrl+right", "ctrl+a", "ctrl+e"),
    *("backspace", "delete", "ctrl+u", "ctrl+k", "ctrl+w", "ctrl+j"),
]
TEXTS = st.text(st.characters(exclude_categories=()), max_size=60)


@given(
    TEXTS,
    st.lists(st.one_of(st.sampled_from(KEYS), st.sampled_from(list("aé日 \u0301\u202e🏽"))), max_size=30),
)
def test_no_keys_bring_the_cursor_out_of_the_text(text: str, keys: list[str]) -> None:
    editor = Editor(text)
    for key in keys:
        if len(key) == 1:
            editor.insert(key)
        else:
            assert editor.press(key)
        assert 0 <= editor.at <= len(editor.text)
        assert editor.line_start <= editor.at <= editor.line_end
        assert editor.lines[editor.line] == editor.text[editor.line_start : editor.line_end]


@given(TEXTS, st.integers(4, 40))
def test_the_rows_of_a_line_hold_all_its_letters_in_order(text: str, width: int) -> None:
    line = Editor(text).text.replace("\n", " ")
    found = rows(line, width)
    assert "".join(line[one.start : one.end] for row in found for one in row) == line
    for row in found:
        assert sum(one.width for one in row) <= width or len(row) == 1
        assert all(one.text.isprintable() for one in row)


@given(TEXTS, st.integers(4, 40))
def test_the_cursor_has_a_place_wherever_it_stands(text: str, width: int) -> None:
    line = Editor(text).text.replace("\n", " ")
    found = rows(line, width)
    for column in {0, len(line), *(one.end for one in clusters(line))}:
        row, x = place(found, column)
        assert 0 <= row < len(found)
        assert x >= 0


def test_a_letter_with_its_marks_is_one_step() -> None:
    editor = Editor("ae\u0301b")
    editor.press("left")
    editor.press("left")
    assert editor.at == 1
    editor.press("delete")
    assert editor.text == "ab"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_every_kind_of_line_end_is_one(end: str) -> None:
    assert Editor(f"one{end}two").lines == ["one", "two"]


def test_words_are_not_broken_where_a_row_ends() -> None:
    found = ["".join(one.text for one in row) for row in rows("a visit of security talks", 12)]
    assert found == ["a visit of ", "security ", "talks"]
