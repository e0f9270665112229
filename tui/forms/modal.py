"""A form over whatever screen one is on."""

from __future__ import annotations

import os

from textual import events
from textual.app import ComposeResult, SuspendNotSupported

from db import queries
from db.errors import BilatError
from db.forms.errors import FormErrors, Stale
from tui.cards.words import KINDS
from tui.entry.saving import Saved
from tui.forms import external, list_keys
from tui.forms.form import Form
from tui.forms.saving import get_ready, save
from tui.forms.sheet import FormSheet
from tui.forms.stale import Differing, StaleModal
from tui.lines import Span
from tui.modals.base import bilat
from tui.modals.saving import SavingModal
from tui.widgets.frame import Title

_NEXT = {"tab", "down"}
_BEFORE = {"shift+tab", "up"}


class FormModal(SavingModal):
    """Answers with what was saved."""

    def __init__(self, form: Form, *, about: str = "") -> None:
        super().__init__(place=form.place, again="e" if form.key else "D" if form.title else "N")
        self._form = form
        self._about = about

    def compose(self) -> ComposeResult:
        """The sheet."""
        name = KINDS[self._form.kind]
        what = "Edit" if self._form.key else "New"
        heading = Title(name=f"{what} {name.lower()}", scope=self._form.title)
        self._sheet = FormSheet(self._form, heading, pasted=self._paste, pointed=self._point)
        yield self._sheet

    @property
    def sheet(self) -> FormSheet:
        """Where its few words stand."""
        return self._sheet

    def on_mount(self) -> None:
        """Bring back what was not finished, and read it."""
        self._sheet.focus()
        self.run_worker(get_ready, thread=True)
        if self._about:
            self.say(self._about)
        kept = self.kept()
        if kept is not None and self._form.bring_back(kept.text):
            self.say(self.came_back(kept, "changes"))
        self._read_all(aloud=kept is not None)
        self.call_after_refresh(self._fit)

    def on_resize(self, event: events.Resize) -> None:
        """A terminal of another height gives the form another share."""
        self._fit(event.size.height)

    def _fit(self, height: int = 0) -> None:
        """As high as the form, the screen at most; it does not shrink while one types."""
        height = height or self.app.size.height
        usual = min(max(self._sheet.wanted_height, 12), height)
        self._sheet.styles.height = usual
        self._sheet.refresh()

    # --- keys ---

    def press(self, event: events.Key) -> None:
        """All keys are the form's."""
        if event.is_printable and event.character:
            self._paste(event.character)
        elif not self._leave(event.key):
            self._work(event.key)

    def _leave(self, key: str) -> bool:
        """The keys that are about the form as a whole; False when it is another one."""
        match key:
            case "ctrl+s":
                self.save()
            case "enter" if self._form.last:
                self.save()
            case "escape":
                self.leave()
            case "ctrl+x":
                self._discard()
            case _:
                return False
        return True

    def _work(self, key: str) -> None:
        match key:
            case "enter" if not self._form.box.field.lists:
                self._go(1)
            case "pagedown":
                self._point(len(self._form.boxes) - 1)
            case "pageup":
                self._point(0)
            case "ctrl+e" if self._form.box.long:
                self._open_editor()
            case _:
                if not self._work_on_list(key):
                    self._move_or_edit(key)

    def _work_on_list(self, key: str) -> bool:
        """The keys that work on a line of a list; False when it is another one."""
        if not self._form.box.field.lists:
            return False
        try:
            done = list_keys.press(self._form, key, bilat(self).read)
        except BilatError as error:
            self.say(str(error), wrong=True)
            return True
        if done is not None:
            self._edited()
            self.say(done.said)
            if done.goes_on:
                self._go(1)
        return done is not None

    def _move_or_edit(self, key: str) -> None:
        box = self._form.box
        if key in _NEXT | _BEFORE and not (box.long and self._inside(key)):
            self._go(1 if key in _NEXT else -1)
        elif box.press(key):
            self._edited()

    def _inside(self, key: str) -> bool:
        """Whether an arrow still moves within the lines of a text."""
        editor = self._form.box.editor
        return (key == "down" and editor.line < len(editor.lines) - 1) or (key == "up" and editor.line > 0)

    def _go(self, step: int) -> None:
        """To the next field or the one before, from the last one to the first."""
        count = len(self._form.boxes)
        self._point((self._form.at + step) % count)

    def _point(self, at: int) -> None:
        self._form.go_to(at)
        self._sheet.refresh()

    def _paste(self, text: str) -> None:
        if self.busy:
            return
        if self._form.box.type_in(text):
            self._edited()
        elif self._form.box.chooses:
            self.say(f"Nothing to choose begins with {text[:20]}.")
        else:
            self.say("That is too long for a field; nothing was typed.", wrong=True)

    def _edited(self) -> None:
        """Read what was typed and keep every letter."""
        form, app = self._form, bilat(self)
        form.follow()
        form.box.left = False
        self._sheet.note = Span("")
        try:
            with app.store.read() as reader:
                form.read(
                    reader,
                    form.box,
                    today=app.today(),
                    day_first=app.settings.day_first,
                    desk=app.settings.desk,
                )
                form.offer(reader)
            self.keep(form.as_kept())
        except BilatError as error:
            self.say(str(error), wrong=True)
        if self._sheet.wanted_height > self._sheet.size.height:
            self._fit()
        self._sheet.refresh()

    def _read_all(self, *, aloud: bool) -> None:
        form, app = self._form, bilat(self)
        try:
            with app.store.read() as reader:
                form.read_all(
                    reader, today=app.today(), day_first=app.settings.day_first, desk=app.settings.desk
                )
        except BilatError as error:
            self.say(str(error), wrong=True)
        for box in form.boxes:
            if aloud:
                box.left = True
            else:
                box.problem = ""  # an empty form is not wrong yet

    def _discard(self) -> None:
        """Let go of what was typed; what stands in the store comes back."""
        form, app = self._form, bilat(self)
        try:
            now = app.read(queries.form, form.key) if form.key else None
        except BilatError as error:
            self.say(str(error), wrong=True)
            return
        form.discard(now.values if now else form.opened, now.version if now else 0)
        self.forget()
        self._read_all(aloud=False)
        self.say("Discarded.")

    def _open_editor(self) -> None:
        command = external.editor_of(os.environ)
        if not command:
            self.say("Set VISUAL or EDITOR to your editor; Ctrl+E opens it then.")
            return
        box = self._form.box
        try:
            with self.app.suspend():
                text = external.edit(box.text, command)
        except SuspendNotSupported:
            self.say("This terminal cannot be handed to an editor.")
        except BilatError as error:
            self.say(str(error), wrong=True)
        else:
            box.put(text)
            self._edited()
        self.app.refresh()

    # --- saving ---

    def needs_the_officer(self) -> bool:
        """Read everything again, and show all problems."""
        self._read_all(aloud=True)
        if self._form.wrong:
            self._refuse()
        return bool(self._form.wrong)

    def asks_once(self) -> bool:
        """Stop at a new official who may be a known one."""
        form = self._form
        asked, form.asked = form.asked, form.questions
        if asked == form.asked:
            return False
        number, one = form.asked[0] if form.asked else (form.at, None)
        if one is None:
            return False
        form.go_to(number)
        form.box.editor.go_to(one.line - 1, len(form.box.text))
        self.say("Not saved yet.", wrong=True)
        return True

    def _refuse(self) -> None:
        """All problems beside their fields, the cursor in the first of them."""
        wrong = self._form.wrong
        for number in wrong:
            self._form.boxes[number].left = True
        if wrong:
            self._form.go_to(wrong[0])
            self._form.box.go_to_problem()
        count = len(wrong)
        self.say(
            f"Not saved: {count} fields need you." if count > 1 else "Not saved: this needs you.", wrong=True
        )
        self._fit()

    async def write(self) -> Saved:
        """Save what stands in the form."""
        return await save(bilat(self), self._form)

    def refused(self, error: BilatError) -> None:
        """What is wrong is shown at its fields; what somebody else has changed is asked about."""
        form = self._form
        if isinstance(error, Stale):
            self._decide(error)
            return
        if isinstance(error, FormErrors):
            form.blame(error.problems)
            self._refuse()
            if form.wrong:
                return
        super().refused(error)

    def _decide(self, stale: Stale) -> None:
        """Ask field by field whose text shall stand."""
        form = self._form
        fields = [
            Differing(box.field.name, box.label, *stale.fields[box.field.name])
            for box in form.boxes
            if box.field.name in stale.fields
        ]

        def decided(answer: dict[str, str] | None) -> None:
            if answer is None:
                self.say("Not saved: somebody else has changed the same fields.", wrong=True)
                return
            for box in form.boxes:
                if box.field.name in answer:
                    box.reopen(stale.fields[box.field.name][1])
                    box.put(answer[box.field.name])
            form.version = stale.version
            self._edited()
            self.save()

        self.app.push_screen(StaleModal(form.title, fields), decided)
