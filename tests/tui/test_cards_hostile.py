"""Whatever a field holds, a record shows it as harmless text on one line."""

from __future__ import annotations

from typing import Any

import pytest

from db.dates import PartialDate
from tests.tui import hand_made as made
from tui import cards
from tui.cards import citations
from tui.cards.history import history
from tui.lines import Line

HOSTILE = [
    "[/MFA]",
    "[bold]x",
    "[",
    "\x1b]0;x\x07",
    "\u202egnp.exe",
    "a\u200db",
    "one\ntwo\r\nthree",
    "\x00\x7f\x9b31m",
    "x" * 100_000,
    "عبد اللطيف",
    "日本" * 300,
    "e\u0301" * 50 + "\u0301" * 200,
]


def poisoned(value: Any, text: str) -> Any:
    """The same record with every text in it replaced, keys and dates aside."""
    if isinstance(value, str):
        return text
    if isinstance(value, PartialDate):
        return PartialDate(value.edtf, text)
    if isinstance(value, tuple):
        named: Any = value
        names = getattr(named, "_fields", None)
        if names is None:
            return tuple(poisoned(part, text) for part in value)
        kept = {"key", "ball", "home", "kind"} if "key" in names else set()
        parts = {name: part for name, part in named._asdict().items() if name not in kept}
        changed = {
            name: poisoned(part, text) for name, part in parts.items() if not name.endswith(("key", "id"))
        }
        return named._replace(**changed)
    return value


def drawn(text: str, width: int) -> list[Line]:
    lines: list[Line] = []
    for card in made.cards():
        bad = poisoned(card, text)
        lines.append(Line((), None, cards.badge(bad)))
        lines += cards.overview(bad, width, made.MOMENT)
        lines += cards.people_tab(bad, width)
        lines += cards.actions_tab(bad, width)
        assert cards.title(bad).isprintable()
    lines += citations.at_length([poisoned(made.citation(), text)], width)
    lines += history([poisoned(change, text) for change in made.changes()], width)
    return lines


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("width", [76, 20])
def test_hostile_text_in_every_field_stays_plain(text: str, width: int) -> None:
    for line in drawn(text, width):
        for span in (*line.spans, *line.right):
            for character in span.text:
                assert character.isprintable() or character == " ", repr(span.text[:80])
                assert character not in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"


def test_markup_is_shown_letter_by_letter() -> None:
    said = "\n".join(cards.line_text(line) for line in drawn("[bold]x", 76))
    assert "[bold]x" in said


def test_a_text_of_100_000_characters_makes_a_record_of_bounded_length() -> None:
    assert len(drawn("x" * 100_000, 76)) < 20_000
