"""One field of a form while it is edited."""

from __future__ import annotations

from db.forms.fields import Field
from tui.entry.editor import LONGEST, Editor


class Box:
    """A field with what was in it and what is typed.

    Attributes:
        field: what it takes.
        label: what it is called.
        opened: the text that the store gave; saving tells by it whether the field was touched.
        editor: what is typed, and the cursor.
        echo: how it is read.
        problem: why it is not understood, "" when it is.
        wrong: in a list the sentences on single lines, by their number from 1.
        ghost: what the text would most likely go on with; the key Right takes it.
        left: whether the cursor has been elsewhere since; a problem is loud then.
    """

    def __init__(self, field: Field, label: str, opened: str) -> None:
        self.field = field
        self.label = label
        self.opened = opened
        self.echo = ""
        self.problem = ""
        self.wrong: dict[int, str] = {}
        self.ghost = ""
        self.left = False
        self.editor = Editor(opened)
        self._shown = self.editor.text
        self._letters = ""

    @property
    def text(self) -> str:
        """What would be saved; a text that nobody touched is the very one that was opened."""
        return self.opened if self.editor.text == self._shown else self.editor.text

    @property
    def touched(self) -> bool:
        """Whether it differs from what was opened."""
        return self.text != self.opened

    @property
    def chooses(self) -> bool:
        """Whether it holds one word of a closed list."""
        return self.field.takes == "choice"

    @property
    def long(self) -> bool:
        """Whether it may have several lines."""
        return self.field.takes == "lines" or self.field.lists

    @property
    def before(self) -> str:
        """What stands before the cursor and may go on: in a list on the cursor's line."""
        if not self.field.lists:
            return self.text
        return self.editor.text[self.editor.line_start : self.editor.at]

    @property
    def line(self) -> str:
        """The cursor's line."""
        return self.editor.text[self.editor.line_start : self.editor.line_end]

    @property
    def line_echo(self) -> str:
        """How the cursor's line is read; the whole where it is no list."""
        if not self.field.lists:
            return self.echo
        echoes = self.echo.split("\n")
        return echoes[self.editor.line] if self.editor.line < len(echoes) else ""

    @property
    def line_problem(self) -> str:
        """What is wrong with the cursor's line; with the whole where it is no list."""
        return self.wrong.get(self.editor.line + 1, "") if self.wrong else self.problem

    @property
    def too_long(self) -> bool:
        """Whether the text is more than is edited here: what does not fit must not be lost."""
        return len(self.opened) > LONGEST and not self.touched

    @property
    def at_end(self) -> bool:
        """Whether the cursor stands behind the last letter, in a list behind that of its line."""
        if self.field.lists:
            return self.editor.at == self.editor.line_end
        return self.editor.at == len(self.editor.text)

    def reopen(self, opened: str) -> None:
        """Take another text for the one of the store, keeping what is typed."""
        typed = self.text
        self.opened = opened
        self.editor.set(opened)
        self._shown = self.editor.text
        self.put(typed)

    def put(self, text: str) -> None:
        """Put a text in the place of what is typed."""
        if text == self.opened:
            self.editor.set(self.opened)
        elif text != self.text:
            self.editor.set(text)

    def enter(self) -> None:
        """The cursor comes."""
        self._letters = self.ghost = ""
        if not self.long:
            self.editor.at = len(self.editor.text)

    def go_to_problem(self) -> None:
        """Put the cursor of a list behind the first line that is not understood."""
        if self.wrong:
            self.editor.go_to(min(self.wrong) - 1, len(self.editor.text))

    # --- keys ---

    def type_in(self, text: str) -> bool:
        """Typed or pasted letters; False when they do not fit or choose nothing."""
        if self.chooses:
            return self._spell(text)
        if self.too_long:
            return False
        if not self.long:
            text = " ".join(text.split("\n"))
        return self.editor.insert(text)

    def press(self, key: str) -> bool:
        """A key that edits, moves in the text or chooses; False when it means nothing here."""
        if self.chooses:
            return self._choose_by(key)
        if key == "ctrl+j" and not self.long:
            return False
        if key == "right" and self.ghost and self.at_end:
            return self.editor.insert(self.ghost)
        if self.too_long and key in {"backspace", "delete", "ctrl+u", "ctrl+k", "ctrl+w", "ctrl+j"}:
            return False
        return self.editor.press(key)

    def _choose_by(self, key: str) -> bool:
        choices = self.field.choices
        at = choices.index(self.editor.text) if self.editor.text in choices else 0
        self._letters = ""
        match key:
            case "right":
                self.editor.set(choices[(at + 1) % len(choices)])
            case "left":
                self.editor.set(choices[at - 1])
            case "backspace" | "delete" if "" in choices:
                self.editor.set("")
            case _:
                return False
        return True

    def _spell(self, text: str) -> bool:
        """The choice that begins with the letters typed so far; the same letter again goes to the next one."""
        letters = (self._letters + text).casefold()
        for wanted in (letters, text.casefold()):
            found = [one for one in self.field.choices if one and one.casefold().startswith(wanted)]
            if found:
                again = len(set(wanted)) == 1 and self.editor.text in found and wanted == text.casefold()
                at = (found.index(self.editor.text) + 1) % len(found) if again else 0
                self.editor.set(found[at])
                self._letters = wanted
                return True
        return False
