"""The two sides of the desk on one screen: which of them has the keys, and what each lights up in the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from db.reading.draft.deciding import taken, undecided
from db.reading.draft.items import Items
from tui.glyphs import glyphs
from tui.keys import keyed
from tui.lines import Span as Words
from tui.modals.base import bilat
from tui.reading_desk import linking
from tui.reading_desk.draft_side import DraftSide
from tui.reading_desk.given import Given
from tui.reading_desk.remarks import told_by
from tui.reading_desk.saying import at_the_edge
from tui.reading_desk.text_side import TextSide
from tui.screens.demo_mark import demo_mark
from tui.screens.roomy import Roomy
from tui.veil import veil
from tui.widgets.footer_line import FooterLine
from tui.widgets.frame import Title

_ANOTHER = "One text at a time: {reading.back} keeps this one, {read} reads another."
_BOTH = 96  # columns from which on both sides stand beside each other


class Sides(Roomy[None]):
    """A text and its draft, to be looked at.

    Attributes:
        given: the text.
        items: the draft.
        text: the left side.
        draft: the right side.
        topics: labels by code.
        is_read: whether the draft is there; a long text is read for a while.
    """

    DEFAULT_CSS = """
    Sides { layout: vertical; }
    Sides > Horizontal { height: 1fr; }
    Sides BlockSheet { width: 1fr; height: 100%; }
    """

    def __init__(self, given: Given) -> None:
        super().__init__()
        self.given = given
        self.items: Items = given.items
        self.text = TextSide(given.text, given.source.around)
        self.draft = DraftSide()
        self.footer = FooterLine()
        self.topics: dict[str, str] = {}
        self.is_read = False

    def compose(self) -> ComposeResult:
        """The two sides and the keys."""
        self.text.moved = self.draft.moved = self.link
        with Horizontal():
            yield self.text
            yield self.draft
        yield self.footer

    # --- showing ---

    def show(self) -> None:
        """Draw the draft as it is now."""
        self.draft.show(self.items, self.topics)
        self.text.show_outcomes(self.items)
        self._name_sides()

    def _name_sides(self) -> None:
        left = len(undecided(self.items))
        counted = f"{len(taken(self.items)):,} taken {glyphs.dot} {left:,} open"
        mark = demo_mark(self, (Words(counted, "dim"),))
        self.draft.retitle(Title(name="Draft", right=mark))
        at = self.text.cursor
        total = self.text.count
        place = f"{(at or 0) + 1:,} of {total:,}" if total else ""
        if place and not self.draft.display:  # what a key has brought can be seen here only
            place = f"{counted} {glyphs.dot} {place}"
        self.text.retitle(Title(name="Text", scope=self.source_title, right=(Words(place, "dim"),)))

    @property
    def source_title(self) -> str:
        """What the text is called, as far as it is known."""
        wanted = ("title", "publisher")
        named = [one.value for one in self.items if one.name in wanted and one.kind == "field" and one.value]
        return veil.but(named[0]) if named else ""

    def reread(self) -> None:
        """Tell at the edges what is unusual about what is on the screen."""
        if self.items:
            self.link()

    def link(self) -> None:
        """Light up on one side what belongs to the cursor of the other."""
        if not self.items:
            return
        if self.on_draft:
            item = self.draft.item
            self.draft.light((), show=None)
            self.text.light(item.spans if item else ())
            why = veil.but(at_the_edge(item) or told_by(self.items, item)) if item else ""
            self.draft.note = (Words(why, "dim" if item and item.sure else "warn"),) if why else ()
        else:
            sentence = self.text.sentence
            found = linking.items_of(self.items, sentence) if sentence else []
            self.text.light(())
            self.draft.light({one.id for one in found}, show=linking.first_of(found))
            says = veil.but(self.text.says())
            self.text.note = (Words(says, "dim"),) if says else ()
        self._name_sides()

    @property
    def without_records(self) -> str:
        """What a key says here that works on what is in the store: a draft is not there yet."""
        return keyed("This key is for records; here {reading.0}-{reading.5} file, {reading.save} saves.")

    @property
    def on_draft(self) -> bool:
        """Whether the keys act on the draft, else on the text."""
        return self.focused is self.draft

    def on_descendant_focus(self) -> None:
        """The other side has the keys now."""
        self.link()
        self.turned()

    def turned(self) -> None:
        """Called when the other side has the keys."""

    def on_resize(self, event: events.Resize) -> None:
        """Where there is no room for both, the side with the keys is shown."""
        self.fold(event.size.width)

    def fold(self, width: int = 0) -> None:
        """Show both sides, or the one with the keys."""
        both = (width or self.app.size.width) >= _BOTH
        self.text.display = both or not self.on_draft
        self.draft.display = both or self.on_draft
        if self.text.count:
            self._name_sides()

    def on_paste(self, event: events.Paste) -> None:
        """One text at a time: another one waits until this one is left."""
        event.stop()
        bilat(self).say(keyed(_ANOTHER))

    # --- moving ---

    @property
    def _side(self) -> TextSide | DraftSide:
        return self.draft if self.on_draft else self.text

    def action_reading_down(self) -> None:
        """One on."""
        self._side.move_by(1)

    def action_reading_up(self) -> None:
        """One back."""
        self._side.move_by(-1)

    def action_reading_page_down(self) -> None:
        """A page on."""
        self._side.move_page(1)

    def action_reading_page_up(self) -> None:
        """A page back."""
        self._side.move_page(-1)

    def action_reading_first(self) -> None:
        """To the first one."""
        self._side.move_to_end(last=False)

    def action_reading_last(self) -> None:
        """To the last one."""
        self._side.move_to_end(last=True)

    def action_reading_turn(self) -> None:
        """To the other side, at what belongs to this one's cursor."""
        goal: TextSide | DraftSide = self.text if self.on_draft else self.draft
        if self.on_draft:
            item = self.draft.item
            at = self.text.sentence_at(item.spans[0].start) if item and item.spans else None
        else:
            sentence = self.text.sentence
            at = linking.first_of(linking.items_of(self.items, sentence)) if sentence else None
        goal.display = True
        if at is not None:
            goal.put_cursor(at, tell=False)
        self.set_focus(goal, scroll_visible=False)
        self.fold()
        self.link()

    def go_to_draft(self, number: int) -> None:
        """Have the keys on the draft, at an item."""
        if not self.on_draft:
            self.action_reading_turn()
        self.draft.put_cursor(number)

    def reveal(self, number: int) -> None:
        """Have an item in view."""
        self.draft.put_cursor(number, tell=False)
        self.link()


SidesT = TypeVar("SidesT", bound=Sides)


def once_read(do: Callable[[SidesT], None]) -> Callable[[SidesT], None]:
    """A key that works on the draft: while the text is being read it says only that."""

    @wraps(do)
    def done(sides: SidesT) -> None:
        if sides.is_read:
            do(sides)
        else:
            bilat(sides).say(keyed("The text is being read still; {reading.back} goes back."))

    return done
