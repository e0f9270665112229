"""Tenures that cannot be right: the form of the official opens at the posts held, with why below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.modals.choices import answering
from tui.modals.letters import LetterMenu
from tui.plain import plain

if TYPE_CHECKING:
    from db.rows import Key
    from db.rows.doubts import DoubtRow
    from tui.app import Bilat

_LETTERS = "ab"
_LONGEST = 46  # cells of a name or of why


def mend(app: Bilat, row: DoubtRow) -> None:
    """Open the form of the official, or ask of which of the two."""
    if len(row.people) == 1:
        _open(app, row.people[0][0], row.why)
        return

    def answered(answer: str | None) -> None:
        for key, _ in row.people:
            if key.id == answer:
                _open(app, key, row.why)

    choices = [
        answering(key.id, plain(name, _LONGEST), kind=letter)
        for letter, (key, name) in zip(_LETTERS, row.people, strict=True)
    ]
    app.push_screen(LetterMenu("Whose dates?", choices), answered)


def _open(app: Bilat, official: Key, why: str) -> None:
    from tui.forms import opening  # noqa: PLC0415 - not needed to look

    opening.show(app, official, field="tenures", about=plain(why, _LONGEST))
