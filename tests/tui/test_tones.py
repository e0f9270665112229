"""Colours can be read on every theme's own ground."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from tui.lines import Tone
from tui.tones import Ground, Tones, contrast

MARKS: tuple[Tone, ...] = ("accent", "warn")
GROUNDS: tuple[Ground, ...] = ("rest", "chosen", "kept", "title")


def tones_of_theme(name: str) -> Tones:
    return Tones(BUILTIN_THEMES[name].to_color_system().generate(), ansi=False, no_color=False)


@pytest.mark.parametrize("name", ["textual-light", "catppuccin-latte"])
def test_marks_can_be_read_on_pale_grounds_also_on_the_selected_row(name: str) -> None:
    tones = tones_of_theme(name)
    for tone in MARKS:
        for ground in GROUNDS:
            style = tones.style(tone, ground)
            assert style.color
            assert style.bgcolor
            fore, back = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
            assert contrast(fore, back) >= 4.4, (tone, ground)


def test_a_dark_theme_keeps_its_own_colours() -> None:
    known = BUILTIN_THEMES["textual-dark"].to_color_system().generate()
    style = Tones(known, ansi=False, no_color=False).style("warn")
    assert style.color
    assert Color.from_rich_color(style.color).hex == Color.parse(known["warning"]).hex


@pytest.mark.parametrize(("ansi", "no_color"), [(False, False), (True, False), (True, True)])
def test_only_what_was_cancelled_is_struck_through(ansi: bool, no_color: bool) -> None:
    tones = Tones({}, ansi=ansi, no_color=no_color)
    for ground in GROUNDS:
        assert tones.style("struck", ground).strike
        assert not tones.style("dim", ground).strike


def test_contrast_is_counted_as_the_guidelines_do() -> None:
    black, white = Color.parse("#000000"), Color.parse("#ffffff")
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(white, white) == pytest.approx(1)
