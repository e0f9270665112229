"""Text from a store never acts on the terminal and never breaks a column."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.glyphs import glyphs, wants_ascii
from tui.plain import cells, clip, fit, plain, plain_lines


@pytest.fixture
def ascii_only() -> Iterator[None]:
    glyphs.choose(ascii_only=True)
    yield
    glyphs.choose(ascii_only=False)


def test_everyday_text_stays_as_it_is() -> None:
    for text in (
        "Call with [/MFA] desk",
        "[bold]x[/]",
        "[",
        "Grande-Marlaska, José",
        "28–29 Jan",
        "東京",
        "",
    ):
        assert plain(text) == text


def test_an_escape_sequence_is_shown_and_does_not_act() -> None:
    assert plain("\x1b]0;owned\x07") == "␛]0;owned␇"
    assert plain("\x9b31m") == "‹9B›31m"
    assert plain("a\x7fb") == "a‹7F›b"


def test_line_breaks_show_as_one_mark() -> None:
    assert plain("one\r\ntwo\nthree\rfour\u2028five") == "one␤two␤three␤four␤five"


def test_a_text_direction_override_is_made_visible() -> None:
    assert plain("invoice\u202efdp.exe") == "invoice‹RLO›fdp.exe"


def test_invisible_joiners_go_and_odd_blanks_become_blanks() -> None:
    assert plain("a\u200bb\u200dc\ufeffd\u00ade") == "abcde"
    assert plain("a\u00a0b\tc\u3000d") == "a b c d"


def test_stacked_marks_cannot_paint_over_other_lines() -> None:
    assert plain("e" + "\u0301" * 50) == "e" + "\u0301" * 3
    assert plain("\u0301abc") == "abc"


def test_a_huge_text_costs_nothing() -> None:
    huge = "x\x1b" * 5_000_000
    start = time.perf_counter()
    shown = plain(huge)
    assert time.perf_counter() - start < 0.05
    assert len(shown) == 501


def test_a_cut_text_ends_in_an_ellipsis_and_fits() -> None:
    assert clip("Abdellatif Hammouchi", 12) == "Abdellatif…"
    assert clip("東京東京", 5) == "東京…"
    assert clip("東京東京", 4) == "東…"
    assert clip("abc", 3) == "abc"
    assert clip("abc", 0) == ""
    assert fit("東", 4) == "東  "


@given(st.text(max_size=60), st.integers(0, 40))
def test_what_is_cut_never_takes_more_room_than_there_is(text: str, width: int) -> None:
    shown = clip(plain(text), width)
    assert cells(shown) <= width
    assert shown.isprintable()


@given(st.text(max_size=300), st.integers(2, 40))
def test_every_line_of_a_note_fits_and_is_harmless(text: str, width: int) -> None:
    for line in plain_lines(text, width):
        assert cells(line) <= width
        assert line.isprintable()


def test_a_note_keeps_its_paragraphs() -> None:
    assert plain_lines("one two three\n\nfour", 7) == ["one two", "three", "", "four"]
    assert plain_lines("abcdefghij", 4) == ["abcd", "efgh", "ij"]


@pytest.mark.usefixtures("ascii_only")
def test_the_ascii_mode_shows_nothing_but_ascii() -> None:
    assert plain("MA→ES 28–29 Jan · ● ◀ José … “x”") == 'MA>ES 28-29 Jan - * < Jose ~ "x"'
    assert plain("العربية Казань").isascii()
    assert plain("\x1b[0m\u202e") == "^[[0m<RLO>"


def test_ascii_is_chosen_by_the_locale() -> None:
    assert wants_ascii({"LANG": "de_DE.ISO-8859-1"})
    assert wants_ascii({"LANG": "en_GB.UTF-8", "LC_ALL": "en_GB"})
    assert not wants_ascii({"LANG": "en_GB.UTF-8"})
    assert not wants_ascii({"LANG": "C"})
    assert not wants_ascii({})


def test_a_flag_shows_as_the_letters_of_its_country() -> None:
    assert plain("🇲🇦 Rabat 🇪🇸") == "MA Rabat ES"
    assert cells(plain("🇲🇦")) == 2


def test_emoji_are_as_wide_as_their_parts_in_every_terminal() -> None:
    assert plain("👍🏽") == "👍"
    assert plain("❤\ufe0f") == "❤"
    assert plain("1\ufe0f\u20e3") == "1"
    assert plain("👩\u200d💻") == "👩💻"
