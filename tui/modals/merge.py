"""Two records side by side, before one goes into the other."""

from __future__ import annotations

from typing import Any, NamedTuple

from textual import events
from textual.app import ComposeResult

from db import queries
from db.errors import BilatError
from db.queries.merging import Sides
from db.rows import Key
from tui.glyphs import glyphs
from tui.modals.base import bilat
from tui.modals.merge_sheet import MergeSheet, moved_words
from tui.modals.typed import TypedModal
from tui.plain import plain
from tui.undoing import undoable, with_its_end

_LONGEST_NAME = 60
_LEAST = 12
_FRAME = 6  # columns of the frame and the blanks around what it says


class Became(NamedTuple):
    """What came of it.

    Attributes:
        sentence: for the officer.
        key: of the record that stands for both; None where the two stay two.
    """

    sentence: str
    key: Key | None = None


class MergeModal(TypedModal[Became]):
    """Answers once the two are one, or are known not to be."""

    def __init__(self, sides: Sides) -> None:
        super().__init__()
        self._sides = sides
        self._sure = False

    def compose(self) -> ComposeResult:
        """The sheet."""
        self._sheet = MergeSheet(self._sides)
        yield self._sheet

    def on_mount(self) -> None:
        """Take the keys, and as many lines as there are fields."""
        self._sheet.focus()
        self._fit(self.app.size.height)

    def on_resize(self, event: events.Resize) -> None:
        """A terminal of another height gives the sheet another share."""
        self._fit(event.size.height)

    def _fit(self, height: int) -> None:
        self._sheet.styles.height = min(max(self._sheet.wanted_height, _LEAST), height)
        self._sheet.refresh()

    def reread(self) -> None:
        """Somebody else has written: show what the two say now."""
        if self.busy:
            return
        try:
            self._look(self._sides.keep, self._sides.lose)
        except BilatError as error:
            self._sheet.say(str(error))

    def _look(self, keep: Key, lose: Key, *, swap: bool = False) -> None:
        app = bilat(self)
        reason = app.read(queries.refusal, keep, lose)
        if reason:
            self._sheet.say(reason)
            return
        self._sides = app.read(queries.sides, keep, lose)
        show = self._sheet.swapped if swap else self._sheet.show
        show(self._sides)

    # --- keys ---

    def press(self, event: events.Key) -> None:
        """All keys are the sheet's."""
        sure, self._sure = self._sure, False
        self._sheet.say("")
        if event.key == "enter":
            self._merge_if(sure=sure)
        elif not self._leave(event.key):
            self._work(event.key)

    def _leave(self, key: str) -> bool:
        match key:
            case "escape" | "q":
                self.dismiss(None)
            case "n" | "N" | "f4":
                self._begin(self._keep_apart())
            case _:
                return False
        return True

    def _work(self, key: str) -> None:
        sheet, last = self._sheet, len(self._sides.fields)
        match key:
            case "down" | "j" | "tab":
                sheet.move(1)
            case "up" | "k" | "shift+tab":
                sheet.move(-1)
            case "g" | "home" | "pageup":
                sheet.move(-last)
            case "G" | "end" | "pagedown":
                sheet.move(last)
            case "space":
                sheet.choose()
            case "left" | "h":
                sheet.choose("keep")
            case "right" | "l":
                sheet.choose("lose")
            case "s":
                self._swap()

    def _swap(self) -> None:
        try:
            self._look(self._sides.lose, self._sides.keep, swap=True)
        except BilatError as error:
            self._sheet.say(str(error))

    # --- what comes of it ---

    def _merge_if(self, *, sure: bool) -> None:
        """What speaks against it is asked once more."""
        if self._sides.doubts and not sure:
            self._sure = True
            self._sheet.say("Are they one all the same? Enter again merges them.")
            return
        moves = moved_words(self._sides.moves)
        self._begin(self._merge(), f"Merging{f': {moves}' if moves else ''} {glyphs.ellipsis}")

    def _begin(self, writing: Any, says: str = "") -> None:
        self.busy = True
        self._sheet.say(says, "dim")  # two people with thousands of visits take a while
        self.run_worker(self._written(writing))

    def tell_how_far(self, words: str) -> None:
        """Say how far it is, where the keys would stand."""
        self._sheet.say(with_its_end(words, self._sheet.size.width - _FRAME), "dim")

    async def _written(self, writing: Any) -> None:
        try:
            became: Became = await writing
        except BilatError as error:
            self.busy = False
            self.reread()
            self._sheet.say(plain(str(error)))
        else:
            self.dismiss(became)

    async def _merge(self) -> Became:
        app, sides = bilat(self), self._sides
        mine, theirs = (plain(name, _LONGEST_NAME) for name in (sides.keep_title, sides.lose_title))
        label = f"merge {theirs} into {mine}"
        dropped = await app.write(
            label,
            _merge,
            sides.keep,
            sides.lose,
            dict(self._sheet.chosen),
            app.today(),
            sides.versions,
            app.tell,
        )
        moves = moved_words(sides.moves)
        said = f"{theirs} went into {mine}{f': {moves}' if moves else ''}"
        if dropped:
            said += f"; {dropped:,} {'was' if dropped == 1 else 'were'} there already"
        return Became(undoable(said), sides.keep)

    async def _keep_apart(self) -> Became:
        app, sides = bilat(self), self._sides
        mine, theirs = (plain(name, _LONGEST_NAME) for name in (sides.keep_title, sides.lose_title))
        new = await app.write(f"{mine} is not {theirs}", _not_same, sides.keep, sides.lose)
        said = f"{mine} and {theirs} are not the same"
        if not new:
            return Became(f"{said}; that was known already")
        return Became(undoable(f"{said}, and are not proposed again"))


def _merge(session: Any, *asked: Any) -> int:
    """Merge; how many rows the record that stays had already."""
    from db.commands.merging import merge  # noqa: PLC0415 - SQLModel, which only writing needs

    keep, lose, chosen, today, versions, tell = asked
    done = merge(session, keep, lose, chosen, today=today, versions=versions, tell=tell)
    return done.dropped.total()


def _not_same(session: Any, keep: Key, lose: Key) -> bool:
    from db.commands.apart import not_same  # noqa: PLC0415 - SQLModel, which only writing needs

    return not_same(session, keep, lose)
