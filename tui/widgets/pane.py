"""What lists and records share: a cursor moved by keys and mouse, on a sheet that can be filtered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from db.rows import Key
from tui.keys import bindings, keyed
from tui.lines import Span
from tui.widgets.filtering import FilteredSheet
from tui.widgets.frame import Title
from tui.widgets.marks import MOST, Marks
from tui.widgets.sheet import State

__all__ = ["Pane", "State"]

_WHEEL = 3


class Pane(FilteredSheet):
    """A sheet with a cursor.

    Attributes:
        moved: called at once when the cursor comes to another record; a message would cost a second frame.
        marks: the records on which the keys that change something act together.
        unmarkable: why a record cannot be marked here, "" where it can; None where all can.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("list")]

    class Opened(Message):
        """Enter or a double click on a record."""

        def __init__(self, key: Key) -> None:
            super().__init__()
            self.key = key

    def __init__(self, *, title: Title = Title(), framed: bool = True, id: str | None = None) -> None:  # noqa: A002, B008 - Textual's name; a constant
        super().__init__(title=title, framed=framed, id=id)
        self.moved: Callable[[Key | None], None] | None = None
        self.marks = Marks()
        self.unmarkable: Callable[[Key], str] | None = None

    @property
    def key(self) -> Key | None:
        """The record under the cursor."""
        raise NotImplementedError

    @property
    def line_text(self) -> str:
        """The line under the cursor as plain text, "" without one."""
        raise NotImplementedError

    def select(self, key: Key) -> None:
        """Put the cursor on a record; nothing happens when it is not there."""
        raise NotImplementedError

    def move_by(self, lines: int) -> None:
        """Move the cursor."""
        raise NotImplementedError

    def move_to(self, line: int) -> None:
        """Put the cursor on a line; the nearest one where it may stand."""
        raise NotImplementedError

    def keys_between(self, key: Key) -> Sequence[Key]:
        """The records from one to the cursor, both with them; a bounded few."""
        raise NotImplementedError

    def tell_moved(self) -> None:
        """Say that the cursor stands on another record."""
        if self.moved is not None:
            self.moved(self.key)

    def action_move_down(self) -> None:
        """One line down."""
        self.move_by(1)

    def action_move_up(self) -> None:
        """One line up."""
        self.move_by(-1)

    def action_move_page_down(self) -> None:
        """A page down."""
        self.move_by(max(1, self.body_height - 1))

    def action_move_page_up(self) -> None:
        """A page up."""
        self.move_by(-max(1, self.body_height - 1))

    def action_move_first(self) -> None:
        """To the first line."""
        self.move_to(0)

    def action_move_last(self) -> None:
        """To the last line."""
        self.prepare()
        self.move_to(self.total - 1)

    def action_mark(self) -> None:
        """Mark the record under the cursor, or take its mark away, and go on to the next line."""
        self.prepare()
        key = self.key
        if self.talk is None:  # a list that only asks for one of its lines
            return
        if key is None:
            self.talk("There is nothing under the cursor that could be marked.")
        elif reason := self._unmarkable(key):
            self.talk(reason)
        elif not self.marks.turn(key):
            self.talk(f"{MOST:,} lines are marked; that is the most.")
        else:
            self.show_marks()
            self.move_by(1)

    def action_mark_range(self) -> None:
        """Mark every record from the last mark to the cursor."""
        self.prepare()
        key = self.key
        if self.talk is None or key is None:
            return
        between = self.keys_between(self.marks.last or key)
        if reason := self._unmarkable(key):
            self.talk(reason)
            return
        if not self.marks.add(one for one in between if not self._unmarkable(one)):
            self.talk(f"{MOST:,} lines are marked; that is the most.")
        self.marks.last = key
        self.show_marks()

    def _unmarkable(self, key: Key) -> str:
        return self.unmarkable(key) if self.unmarkable else ""

    def clear_marks(self) -> bool:
        """Take all marks away; False when there are none."""
        if not self.marks:
            return False
        self.marks.clear()
        self.show_marks()
        return True

    def show_marks(self) -> None:
        """Draw the marks as they are now, and say how many there are."""
        self.count_marks()
        self.refresh()

    def count_marks(self) -> None:
        """Say in the bottom line how many there are."""
        self.lead = (Span(f"{len(self.marks):,} marked", "accent"),) if self.marks else ()

    def action_filters(self) -> None:
        """Choose a filter that has a name."""
        if self.named is not None and not self.named() and self.talk is not None:
            self.talk(keyed("No filter has a name yet; {filter} opens one, and Ctrl+S there names it."))
        elif self.named is None and self.talk is not None:
            self.talk("No filter with a name is of use here.")

    def action_open(self) -> None:
        """Open the record under the cursor."""
        self.prepare()
        key = self.key
        if key is not None:
            self.post_message(self.Opened(key))
        elif self.talk is not None:
            self.talk("There is nothing to open here.")

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a line, a second one opens it."""
        line = event.y - self.body_top + self.top
        if self.state == "ready" and 0 <= event.y - self.body_top < self.body_height and line < self.total:
            event.stop()
            self.move_to(line)
            if event.chain == 2:  # noqa: PLR2004
                self.action_open()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel scrolls; the cursor stays on its record."""
        event.stop()
        self.scroll_top(self.top + _WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel scrolls; the cursor stays on its record."""
        event.stop()
        self.scroll_top(self.top - _WHEEL)
