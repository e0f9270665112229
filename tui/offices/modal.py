"""A post is taken, over whatever screen one is on; Esc keeps what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult

from db.errors import BilatError, Conflict
from tui.entry.saving import Saved
from tui.lines import Span
from tui.modals.base import bilat
from tui.modals.saving import SavingModal
from tui.offices.saving import get_ready, save
from tui.offices.sheet import TakingSheet
from tui.offices.taking import FROM, LIST, WHO, Taking
from tui.widgets.frame import Title

if TYPE_CHECKING:
    from db.reader import Reader


class TakingModal(SavingModal):
    """Answers with what was saved."""

    def __init__(self, taking: Taking) -> None:
        super().__init__(place=taking.place, again="S" if taking.passes else "H")
        self._taking = taking
        self._height = 14  # rows; it grows and does not shrink while one types

    def compose(self) -> ComposeResult:
        """The sheet."""
        post = self._taking.post
        scope = ", ".join(filter(None, (post.title, post.organisation)))
        name = "Successor" if self._taking.passes else "Holder"
        self._sheet = TakingSheet(
            self._taking, Title(name=name, scope=scope), pasted=self._type, pointed=self._point
        )
        yield self._sheet

    @property
    def sheet(self) -> TakingSheet:
        """Where its few words stand."""
        return self._sheet

    def on_mount(self) -> None:
        """Bring back what was not finished, and look at what follows."""
        self._sheet.focus()
        self.run_worker(get_ready, thread=True)
        kept = self.kept()
        if kept is not None and self._taking.bring_back(kept.text):
            self.say(self.came_back(kept, "changes"))
        self._read()
        self.call_after_refresh(self._fit)

    def on_resize(self, event: events.Resize) -> None:
        """A terminal of another height gives the sheet another share."""
        self._fit(event.size.height)

    def _fit(self, height: int = 0) -> None:
        """As high as what it shows, the screen at most."""
        self._height = max(self._height, self._sheet.wanted_height)
        self._sheet.styles.height = min(self._height, height or self.app.size.height)
        self._sheet.refresh()

    # --- keys ---

    def press(self, event: events.Key) -> None:
        """All keys are the sheet's."""
        if self._taking.at == LIST and self._in_list(event.key):
            self._keep()
        elif event.is_printable and event.character:
            self._type(event.character)
        else:
            self._press(event.key)

    def _press(self, key: str) -> None:
        taking = self._taking
        match key:
            case "enter" if taking.chosen is not None:
                self._take()
            case "enter" | "ctrl+s":
                self.save()
            case "escape" if taking.chosen is not None:
                taking.chosen = None
                self._sheet.refresh()
            case "escape":
                self.leave()
            case "ctrl+x":
                self._discard()
            case "down" | "up" if taking.at == WHO and taking.choose(1 if key == "down" else -1):
                self._sheet.refresh()
            case "tab" | "down":
                self._go(1)
            case "shift+tab" | "up":
                self._go(-1)
            case _ if taking.box is not None and taking.box.press(key):
                self._edited()
            case _:
                pass

    def _take(self) -> None:
        """Take the official whom the arrows chose for what was typed."""
        try:
            bilat(self).read(self._taking.take)
        except BilatError as error:
            self.say(str(error), wrong=True)
        else:
            self._edited()

    def _in_list(self, key: str) -> bool:
        """The keys of the lines that can be ticked; False when it is another one."""
        taking = self._taking
        match key:
            case "space":
                taking.toggle()
            case "a":
                taking.toggle_all()
            case "j" | "down":
                taking.line = min(taking.line + 1, len(taking.lines) - 1)
            case "k" | "up" if taking.line > 0:
                taking.line -= 1
            case _:
                return False
        return True

    def _go(self, step: int) -> None:
        self._taking.go(step)
        self._sheet.refresh()

    def _point(self, at: int, line: int | None) -> None:
        """A click puts the cursor into a field, or ticks a line."""
        if self.busy:
            return
        taking = self._taking
        if taking.box:
            taking.box.left = True
        taking.go_to(at)
        if line is not None:
            taking.line = line
            taking.toggle()
        self._keep()

    def _type(self, text: str) -> None:
        if self.busy:
            return
        box = self._taking.box
        if box is None:
            self.say("Space ticks a line; Tab goes back to the name.")
        elif self._taking.type_in(text):
            self._edited()
        else:
            self.say(
                "Write yes or no." if box.chooses else "That is too long for a name or a date.", wrong=True
            )

    def _edited(self) -> None:
        """Read what was typed and keep every letter."""
        if self._taking.box is not None:
            self._taking.box.left = False
        self._sheet.note = Span("")
        self._read(offer=True)
        self._keep()

    def _read(self, *, offer: bool = False) -> None:
        app = bilat(self)

        def look(reader: Reader) -> None:
            self._taking.read(reader, today=app.today(), day_first=app.settings.day_first)
            if offer:
                self._taking.offer(reader)

        try:
            app.read(look)
        except BilatError as error:
            self.say(str(error), wrong=True)

    def _keep(self) -> None:
        try:
            self.keep(self._taking.as_kept())
        except BilatError as error:
            self.say(str(error), wrong=True)
        if self._sheet.wanted_height > self._height:
            self._fit()
        self._sheet.refresh()

    def _discard(self) -> None:
        self._taking.discard()
        self.forget()
        self._read()
        self.say("Discarded.")

    # --- saving ---

    def needs_the_officer(self) -> bool:
        """Read everything again; the cursor goes to the first field that needs something."""
        self._read()
        wrong = self._taking.wrong
        if wrong is not None:
            self._refuse(wrong)
        return wrong is not None

    def asks_once(self) -> bool:
        """Stop for what contradicts the store, and for a new name that may be a known one."""
        taking = self._taking
        asked, taking.asked = taking.asked, taking.questions
        if asked == taking.asked:
            return False
        if taking.perhaps:
            taking.go_to(WHO)
            self._read(offer=True)
        self.say("Not saved: read what is marked !; Enter again saves.", wrong=True)
        self._fit()
        return True

    def _refuse(self, at: int, sentence: str = "") -> None:
        """The cursor goes to the field that needs the officer."""
        box = self._taking.boxes[at]
        box.problem = sentence or box.problem
        self._taking.go_to(at)
        box.left = True
        self.say("Not saved: this needs you.", wrong=True)
        self._fit()

    async def write(self) -> Saved:
        """Save what stands on the sheet."""
        return await save(bilat(self), self._taking)

    def refused(self, error: BilatError) -> None:
        """What cannot be is shown at its field."""
        if isinstance(error, Conflict):
            self._refuse({"who": WHO, "from": FROM}.get(error.field, WHO), str(error))
        else:
            super().refused(error)
