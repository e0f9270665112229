"""The brief on the whole screen: read it here, open what a line is about, then copy or save it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from db.briefs import Brief, gather
from db.briefs.handling import anybody_may_read
from db.dates import PartialDate, show_short
from db.rows import Key
from tui.cards.brief import brief_lines
from tui.deeds import briefing
from tui.glyphs import glyphs
from tui.keys import bindings
from tui.lines import Line, Span
from tui.modals.base import bilat
from tui.plain import plain
from tui.screens.demo_mark import demo_mark
from tui.screens.offered import offered
from tui.screens.record import RecordScreen
from tui.screens.roomy import Roomy
from tui.veil import HIDDEN, veil
from tui.widgets.footer_line import FooterLine
from tui.widgets.frame import Title
from tui.widgets.line_view import LineView
from tui.widgets.pane import Pane


class BriefScreen(Roomy[None]):
    """One brief.

    Attributes:
        brief_key: the pair, official, visit or meeting that it is on.
    """

    DEFAULT_CSS = """
    BriefScreen { layout: vertical; }
    BriefScreen > Pane { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("brief")]

    def __init__(self, key: Key) -> None:
        super().__init__()
        self.brief_key = key
        self._brief: Brief | None = None
        self._up_to: int | None = None  # the brief that was the last one when this page was opened

    def compose(self) -> ComposeResult:
        """The page and the keys."""
        self._view = LineView()
        self._view.talk = bilat(self).say
        self._view.words_for["loading"] = ""
        self._footer = FooterLine()
        yield self._view
        yield self._footer

    def on_mount(self) -> None:
        """Gather it and show it."""
        # b is what one has just pressed.
        works = [action for action in offered("brief", "list", "everywhere") if action.id != "brief"]
        self._footer.show([action for action in works if not action.only])
        self._view.retitle(Title(name="Brief", right=demo_mark(self)))
        self._view.show_later(self._build)

    def reread(self) -> None:
        """Gather it again, keeping the place."""
        self._brief = None
        self._view.show_later(self._build, afresh=False)

    def _build(self, width: int) -> list[Line]:
        if self._brief is None:
            self._brief = self._gather()
        if veil.down and not anybody_may_read(self._brief.handling):
            return [Line((HIDDEN,))]
        return brief_lines(self._brief, width)

    def _gather(self) -> Brief:
        app = bilat(self)
        brief = app.read(gather, self.brief_key, app.moment, up_to=self._up_to)
        last = brief.last
        self._up_to = last.number if last else 0
        self.brief_key = brief.key  # it may have gone into another one
        self._view.retitle(Title(name="Brief", scope=plain(brief.title), right=demo_mark(self)))
        if last:
            day = show_short(PartialDate.day(last.at.astimezone().date()))
            self._view.note = (Span(f"last taken {day}{_by(last.by)}", "dim"),)
        return brief

    @property
    def selected(self) -> Key | None:
        """The record that keys act on."""
        return self._view.key

    @property
    def marked(self) -> tuple[Key, ...]:
        """The marked records."""
        return tuple(self._view.marks)

    @property
    def in_scope(self) -> Key:
        """What is typed here is about what the brief is on."""
        return self.brief_key

    def point_at(self, keys: Sequence[Key]) -> None:
        """Put the cursor on the first of some records that the page names."""
        for key in reversed(keys):
            self._view.select(key)

    def on_pane_opened(self, event: Pane.Opened) -> None:
        """Open the record of a line; Esc there comes back here."""
        event.stop()
        self.app.push_screen(RecordScreen(event.key))

    async def on_footer_line_pressed(self, event: FooterLine.Pressed) -> None:
        """A click on a key presses it."""
        await bilat(self).perform(event.action.id)

    # --- keys ---

    def action_brief_back(self) -> None:
        """Take the marks away, else go back where one was."""
        if not self._view.clear_marks():
            self.dismiss()

    def action_brief_copy(self) -> None:
        """Copy the page as Markdown."""
        if (brief := self._shown()) is not None:
            briefing.copy(bilat(self), brief)

    def action_brief_save(self) -> None:
        """Save the page."""
        if (brief := self._shown()) is not None:
            briefing.save(bilat(self), brief, Path.cwd())

    def _shown(self) -> Brief | None:
        """The page as it is on the screen, None where it could not be gathered."""
        self._view.prepare()
        if self._brief is None:
            bilat(self).say(f"There is no brief to save {glyphs.dot} {plain(self._view.failure)}", "warn")
        return self._brief


def _by(officer: str) -> str:
    return f" by {plain(officer, 40)}" if officer else ""
