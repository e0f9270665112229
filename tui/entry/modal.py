"""The entry line over whatever screen one is on; that screen stays in view."""

from __future__ import annotations

from textual import events, work
from textual.app import ComposeResult

from db.entry import Context
from db.errors import BilatError
from db.rows import Key
from tui.entry import likes
from tui.entry.saving import Saved, get_ready, save
from tui.entry.sheet import EntrySheet
from tui.modals.base import bilat
from tui.modals.typed import TypedModal

PLACE = "entry"
_LEAST = 10  # rows that the sheet has from the start, so that it seldom grows
_USUAL = 11
_SMALL = 24  # rows of a screen of which the sheet may take all but one


class EntryModal(TypedModal[Saved | Key]):
    """Answers with what was saved, or with the record to open instead."""

    DEFAULT_CSS = "EntryModal { align: left bottom; background: $background 40%; }"

    def __init__(self, context: Context, *, begins: str = "", place: str = PLACE, again: str = "n") -> None:
        """Open it.

        Args:
            context: what surrounds the lines.
            begins: what stands in it from the start.
            place: where an unfinished line is kept.
            again: the key that brings it back.
        """
        super().__init__(place=place, again=again)
        self._around = context
        self._begins = begins
        self._recalled: int | None = None
        self._before_recall = ""

    def compose(self) -> ComposeResult:
        """The sheet."""
        self._sheet = EntrySheet(self._around, self._keep, self._grow)
        yield self._sheet

    def on_mount(self) -> None:
        """Bring back what was not finished."""
        self._sheet.styles.height = self._usual
        self._sheet.focus()
        self.run_worker(get_ready, thread=True)
        kept = self.kept()
        if kept is not None:
            self._sheet.editor.set(kept.text)
            self._sheet.say(self.came_back(kept, "line"))
        elif self._begins:
            self._sheet.type_in(self._begins)

    def on_resize(self, event: events.Resize) -> None:
        """A terminal of another height gives the sheet another share; it grows again to what the text needs."""
        self._sheet.styles.height = min(self._usual, event.size.height)
        self._sheet.refresh()

    @property
    def _usual(self) -> int:
        height = self.app.size.height
        return min(height, _LEAST if height < _SMALL else _USUAL)

    def _grow(self, rows: int) -> None:
        """Take more rows where they are needed, never fewer: two thirds of the screen, nearly all of a small one."""
        height = self.app.size.height
        all_of_it = height <= _SMALL or self._sheet.helping
        most = height - 1 if all_of_it else max(self._usual, height * 2 // 3)
        wanted = min(rows, most)
        if wanted > self._sheet.size.height > 0:
            self._sheet.styles.height = wanted

    def _keep(self, text: str) -> None:
        """Keep every letter."""
        try:
            self.keep("" if text == self._begins else text)
        except BilatError as error:
            self._sheet.say(str(error), wrong=True)

    # --- keys ---

    def press(self, event: events.Key) -> None:
        """All keys are the line's."""
        if event.is_printable and event.character:
            self._recalled = None
            self._sheet.type_in(event.character)
        elif not self._about_alike(event.key):
            self._press(event.key)

    def _press(self, key: str) -> None:
        sheet = self._sheet
        match key:
            case "enter":
                self._enter()
            case "escape":
                self._escape()
            case "up" | "down":
                self._up_or_down(key)
            case "f1":
                sheet.help(on=not sheet.helping)
            case "tab":
                sheet.accept()
            case "ctrl+x":
                sheet.set_text(self._begins)
                sheet.say("Discarded.")
            case _:
                sheet.press(key)

    def _about_alike(self, key: str) -> bool:
        """The keys on visits that look like the one of the cursor's line; False when it is another key."""
        match key:
            case "f2":
                self._open_similar()
            case "f3":
                if not self._sheet.take_known():
                    self._sheet.answer(likes.same)
            case "f4":
                self._sheet.answer(likes.another)
            case _:
                return False
        return True

    def _escape(self) -> None:
        if self._sheet.offers.chosen is not None:
            self._sheet.offers.chosen = None
            self._sheet.refresh()
        elif self._sheet.helping:
            self._sheet.help(on=False)
        else:
            self.leave()

    def _up_or_down(self, key: str) -> None:
        """In the completions while there are some; then among the lines; beyond them, among earlier entries."""
        step = 1 if key == "down" else -1
        editor = self._sheet.editor
        if self._sheet.choose(step):
            return
        at_edge = editor.line == (len(editor.lines) - 1 if step > 0 else 0)
        if at_edge and (self._recalled is not None or "\n" not in editor.text):
            self._recall(-step)
        else:
            self._sheet.press(key)

    def _recall(self, step: int) -> None:
        earlier = bilat(self).recall
        if self._recalled is None:
            if step < 0 or not earlier:
                return
            self._before_recall = self._sheet.editor.text
        at = step - 1 if self._recalled is None else self._recalled + step
        at = min(at, len(earlier) - 1)
        self._recalled = at if at >= 0 else None
        self._sheet.set_text(earlier[-1 - at] if at >= 0 else self._before_recall)

    def _open_similar(self) -> None:
        key = self._sheet.similar
        if key is not None:
            self.dismiss(key)
        else:
            self._sheet.say("No visit in the store looks like this line.")

    # --- saving ---

    def _enter(self) -> None:
        """Accept a completion or save, never both."""
        sheet = self._sheet
        if sheet.offers.chosen is not None:
            sheet.accept()
            return
        understood = sheet.understood()
        if understood.failure:
            sheet.say("Not saved.", wrong=True)
        elif not understood.readings:
            sheet.say("Nothing is typed yet; Esc goes back.")
        elif understood.problem is not None:
            sheet.to_problem()
            count = understood.problems
            why = "this is not understood." if count == 1 else f"{count} problems."
            sheet.say(f"Not saved: {why if count else 'F3 says that it is another one.'}", wrong=True)
        elif not sheet.ask():
            self.busy = True
            sheet.say("Saving")
            self._save()

    @work
    async def _save(self) -> None:
        app, sheet = bilat(self), self._sheet
        try:
            saved = await save(app, sheet.understood().readings)
        except BilatError as error:
            self.busy = False
            sheet.say("Not saved.", wrong=True)
            sheet.refusal = str(error)
            sheet.refresh()
            return
        app.recall.append(sheet.editor.text)
        self.forget()
        self.dismiss(saved)
