"""The entry line over whatever screen one is on; that screen stays in view."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType

from db.entry import Context
from db.errors import BilatError
from db.rows import Key
from tui.entry.saving import Saved, get_ready, save
from tui.entry.sheet import EntrySheet
from tui.modals.base import Modal, bilat
from tui.unfinished import Unfinished

PLACE = "entry"
_LEAST = 10  # rows that the sheet has from the start, so that it seldom grows
_USUAL = 11


class EntryModal(Modal[Saved | Key]):
    """Answers with what was saved, or with the record to open instead."""

    DEFAULT_CSS = "EntryModal { align: left bottom; background: $background 40%; }"
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._around = context
        self._saving = False
        self._recalled: int | None = None
        self._before_recall = ""

    def compose(self) -> ComposeResult:
        """The sheet."""
        app = bilat(self)
        self._unfinished = Unfinished(app.store.path, app.settings.officer, app.store.clock)
        self._sheet = EntrySheet(self._around, self._keep, self._grow)
        yield self._sheet

    def on_mount(self) -> None:
        """Bring back what was not finished."""
        self._sheet.styles.height = self._usual
        self._sheet.focus()
        self.run_worker(get_ready, thread=True)
        kept = self._unfinished.find(PLACE)
        if kept is not None:
            self._sheet.editor.set(kept.text)
            self._sheet.say(f"Unfinished line from {self._when(kept.at)}   Ctrl+X discards")

    def on_resize(self, event: events.Resize) -> None:
        """A terminal of another height gives the sheet another share; it grows again to what the text needs."""
        self._sheet.styles.height = min(self._usual, event.size.height)
        self._sheet.refresh()

    @property
    def _usual(self) -> int:
        height = self.app.size.height
        return min(height, _LEAST if height < 24 else _USUAL)  # noqa: PLR2004

    def _grow(self, rows: int) -> None:
        """Take more rows where the text needs them, two thirds of the screen at most; never shrink while typing."""
        most = max(self._usual, self.app.size.height * 2 // 3)
        wanted = min(rows, most)
        if wanted > self._sheet.size.height > 0:
            self._sheet.styles.height = wanted

    def _when(self, at: datetime) -> str:
        local = at.astimezone()
        same = local.date() == bilat(self).store.clock().astimezone().date()
        return f"{local:%H:%M}" if same else f"{local.day} {local:%b %H:%M}"

    def _keep(self, text: str) -> None:
        """Keep every letter."""
        try:
            self._unfinished.keep(PLACE, text)
        except BilatError as error:
            self._sheet.say(str(error), wrong=True)

    # --- keys ---

    def on_key(self, event: events.Key) -> None:
        """All keys are the line's."""
        event.stop()
        event.prevent_default()
        if self._saving:
            return
        sheet, key = self._sheet, event.key
        if event.is_printable and event.character:
            self._recalled = None
            sheet.type_in(event.character)
        elif key == "enter":
            self._enter()
        elif key == "escape":
            self._escape()
        elif key in {"up", "down"}:
            self._up_or_down(key)
        elif key == "tab":
            sheet.accept()
        elif key == "ctrl+x":
            sheet.set_text("")
            sheet.say("Discarded.")
        elif key == "f2":
            self._open_similar()
        elif key == "ctrl+q":
            self.app.exit()  # what is typed is kept already
        else:
            sheet.press(key)

    def _escape(self) -> None:
        if self._sheet.offers.chosen is not None:
            self._sheet.offers.chosen = None
            self._sheet.refresh()
        else:
            self.dismiss(None)

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

    # --- saving ---

    def _enter(self) -> None:
        """Accept a completion or save, never both."""
        sheet = self._sheet
        if sheet.offers.chosen is not None:
            sheet.accept()
            return
        understood = sheet.understood()
        if not understood.readings:
            sheet.say("Nothing is typed yet; Esc goes back.")
        elif understood.wrong is not None:
            sheet.to_problem()
            count = sum(len(one.problems) for one in understood.readings)
            sheet.say(
                "Not saved: this is not understood." if count == 1 else f"Not saved: {count} problems.",
                wrong=True,
            )
        else:
            self._saving = True
            sheet.say("Saving")
            self.run_worker(self._save())

    async def _save(self) -> None:
        app, sheet = bilat(self), self._sheet
        try:
            saved = await save(app, sheet.understood().readings)
        except BilatError as error:
            self._saving = False
            sheet.say("Not saved.", wrong=True)
            sheet.refusal = str(error)
            sheet.refresh()
            return
        app.recall.append(sheet.editor.text)
        self._unfinished.forget(PLACE)
        self.dismiss(saved)
