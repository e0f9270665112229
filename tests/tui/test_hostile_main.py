"""Whatever a store holds, the main screen shows it as plain text and the terminal gets nothing of it raw."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from textual.events import Paste

from db import queries
from db.dates import PartialDate
from db.rows import Key, Moment
from tests.tui.reading import screen_strips, screen_text
from tui.app import Bilat

# What the program itself compares with; everything else may be anybody's words.
OWN = {
    "kind",
    "id",
    "ball",
    "status",
    "stance",
    "voice",
    "basis",
    "edtf",
    "sending",
    "host",
    "home",
    "other",
    "arity",
}
HOSTILE = {
    "a closing tag": "Call with [/MFA] desk",
    "markup": "[bold red]x[/] [@click=app.quit]y[/]",
    "a bracket": "[",
    "a title sequence": "\x1b]0;owned\x07 \x1b[2J\x9b31m",
    "a text direction": "invoice\u202efdp.exe\u2066x\u2069",
    "joiners": "👩\u200d👩\u200d👧 e\u0301\u0301\u0301\u0301 a\ufe0f\u200b",
    "lines": "one\ntwo\r\nthree\tfour\x0b\u2028five",
    "wide": "東京都警察本部長官房総務課企画係長",
    "arabic": "عبد اللطيف الحموشي",
    "a huge one": "x" * 100_000,
    "nothing": "",
    "blanks": "   \u00a0\u3000 ",
    "surrogates": "\ud800\udfff\ue000\U0010ffff",
}


def poisoned(value: Any, text: str) -> Any:
    """A row or card with every free text replaced."""
    if isinstance(value, PartialDate):
        return PartialDate("", text) if text else value
    if isinstance(value, Key) or value is None:
        return value
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        changed = {
            name: text if isinstance(part, str) else poisoned(part, text)
            for name, part in zip(value._fields, value, strict=True)
            if name not in OWN
        }
        return type(value)(**{**dict(zip(value._fields, value, strict=True)), **changed})
    if isinstance(value, tuple):
        return tuple(text if isinstance(part, str) else poisoned(part, text) for part in value)
    return value


class Poisoned:
    """A listing whose rows say something else."""

    def __init__(self, listing: Any, text: str) -> None:
        self.listing = listing
        self.text = text
        self.count = listing.count
        self.find = listing.find

    def rows(self, start: int, stop: int) -> Sequence[Any]:
        return [poisoned(row, self.text) for row in self.listing.rows(start, stop)]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
async def test_hostile_text_is_shown_and_does_nothing(
    app: Bilat, monkeypatch: pytest.MonkeyPatch, text: str, size: tuple[int, int]
) -> None:
    for name in ("pairs", "officials", "followups", "timeline"):
        original = getattr(queries, name)
        monkeypatch.setattr(queries, name, lambda *a, _o=original, **k: Poisoned(_o(*a, **k), text))
    for name in ("card", "scope_of", "header"):
        original = getattr(queries, name)
        monkeypatch.setattr(queries, name, lambda *a, _o=original, **k: poisoned(_o(*a, **k), text))
    monkeypatch.setattr(queries, "countries", lambda _reader: [("MA", text)])

    async with app.run_test(size=size) as pilot:
        for key in ("2", "j", "3", "j", "4", "j", "5", "j", "1", "slash", "x"):
            await pilot.press(key)
            await pilot.pause()
            for strip in screen_strips(app):
                assert strip.cell_length == size[0]
                for segment in strip:
                    assert segment.text.isprintable()
                    assert segment.control is None
        assert "1 Country pairs" in screen_text(app)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
async def test_hostile_words_in_a_filter_are_only_words(app: Bilat, text: str) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "slash")
        assert app.focused
        app.focused.post_message(Paste(text))
        await pilot.pause()
        for strip in screen_strips(app):
            assert strip.cell_length == 120
            assert all(segment.text.isprintable() for segment in strip)
        await pilot.press("escape")
        await pilot.pause()
        assert "Hammouchi" in screen_text(app)


def test_what_is_poisoned_is_nearly_everything(app: Bilat) -> None:
    moment = Moment(app.today(), "MA")
    row = queries.pairs(app.store, moment).rows(0, 1)[0]
    card = poisoned(app.read(queries.card, row.key, moment), "[/MFA]")
    assert card.row.home_name == "[/MFA]"
    assert card.last_event.title == card.last_event.people == "[/MFA]"
