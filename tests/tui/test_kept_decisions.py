"""What was decided at the reading desk is kept as it is now, however quickly one goes there and back."""

from __future__ import annotations

from typing import Any

import pytest

from db.errors import BilatError
from db.reading.draft.items import Item
from tui.app import Bilat
from tui.reading_desk import given
from tui.reading_desk.given import Keeper
from tui.unfinished import Unfinished

OPEN = (Item(1, "visit"),)
TAKEN = (Item(1, "visit", state="taken"),)


def test_a_decision_taken_back_while_it_is_written_stays_taken_back(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = Keeper(app)
    keeper.note(OPEN, "A text.")
    keeper.write()
    keep = Unfinished.keep

    def kept_slowly(drafts: Unfinished, *words: Any, **more: Any) -> None:
        monkeypatch.setattr(Unfinished, "keep", keep)
        keeper.note(OPEN)  # somebody presses u before the decision is on the disk
        keep(drafts, *words, **more)

    monkeypatch.setattr(Unfinished, "keep", kept_slowly)
    keeper.note(TAKEN)
    keeper.write()
    left = keeper.find()
    assert left is not None
    assert left.items == OPEN


def test_a_text_that_could_not_be_kept_is_kept_with_the_next_decision(
    app: Bilat, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = Keeper(app)

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(given, "write_beside", full)
        keeper.note(OPEN, "A text.")
        with pytest.raises(BilatError, match="not kept until it is saved"):
            keeper.write()
    keeper.note(TAKEN)
    keeper.write()
    left = keeper.find()
    assert left is not None
    assert (left.text, left.items) == ("A text.", TAKEN)
