"""What stands on the entry sheet, and what it means: the lines, the answers given on them, what may be completed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual import events

from db.entry import Completion, Context, Doubt, Reading
from db.rows import Key
from tui.entry import likes
from tui.entry.answers import Answers
from tui.entry.editor import Editor
from tui.entry.offers import MOST, Offers
from tui.entry.reading import Alike, Understood, offers, understand
from tui.lines import Span
from tui.modals.base import bilat
from tui.widgets.drawn import Drawn


class Read(NamedTuple):
    """What the lines were read for."""

    text: str
    line: int
    answers: int


class EntryLines(Drawn, can_focus=True):
    """One line or several, and what they mean.

    Attributes:
        editor: what is typed.
        context: what surrounds it.
        changed: called with the text after every change.
        note: a few words in the bottom line at the left.
        refusal: why the store did not take the lines.
        asked: the new name that may be a known one, about which Enter has asked.
        helping: whether the help stands under the lines.
        offers: what the word at the cursor may go on with.
    """

    def __init__(self, context: Context, changed: Callable[[str], None]) -> None:
        super().__init__()
        self.editor = Editor()
        self.context = context
        self.changed = changed
        self.note = Span("")
        self.refusal = ""
        self.asked = ""
        self.helping = False
        self.offers = Offers()
        self._understood = Understood()
        self._answers = Answers()
        self._read_for: Read | None = None

    # --- what it means ---

    def understood(self) -> Understood:
        """The lines as they stand now; read when they were not yet, or could not be."""
        wanted = self._wanted
        if self._read_for != wanted or self._understood.failure:
            self._read_for = wanted
            app, answers = bilat(self), self._answers
            self._understood = understand(app, wanted.text, wanted.line, self.context, answers)
        return self._understood

    @property
    def _wanted(self) -> Read:
        return Read(self.editor.text, self.editor.line, self._answers.count)

    @property
    def similar(self) -> Key | None:
        """The visit that the cursor's line is or is most like."""
        found, line = self.understood(), self.editor.line
        return likes.opened(found.of(line), found.alike.get(line, Alike()))

    def answer(self, turned: Callable[[Reading, Alike], likes.Turn | None]) -> None:
        """Answer on the look-alikes of the cursor's line, and say so."""
        found, line = self.understood(), self.editor.line
        reading = found.of(line)
        turn = turned(reading, found.alike.get(line, Alike())) if reading else None
        if turn is None:
            self.say("No visit in the store looks like this line.")
            return
        self.offers.show(())
        self._answers.give(line, turn.answer)
        self.say(turn.sentence)

    def ask(self) -> bool:
        """Whether Enter must ask first: once about every new official who may be a known one."""
        while (doubt := self.understood().doubt) is not None:
            line, one = doubt
            if self.asked != one.name:
                self.asked = one.name
                self.editor.go_to(line, one.end)
                self.offers.show(())
                self.say("Not saved yet.", wrong=True)
                return True
            self._answers.make_new(one.name)
        return False

    def take_known(self) -> bool:
        """Put the official who is known in the place of the new name; False where the cursor's line asks nothing."""
        reading = self.understood().of(self.editor.line)
        if reading is None or not reading.doubts:
            return False
        self._put(reading.doubts[0])
        return True

    # --- typing ---

    def type_in(self, text: str) -> None:
        """Insert typed or pasted words at the cursor."""
        if self.editor.insert(text):
            self._edited(offering="\n" not in text)
        else:
            self.say("That is too long for an entry; nothing was pasted.", wrong=True)

    def press(self, key: str) -> bool:
        """A key that edits or moves; False when it means nothing here."""
        before = self.editor.text
        if not self.editor.press(key):
            return False
        if self.editor.text != before:
            self._edited(offering=key == "backspace")
        else:
            self.offers.show(())
            self.refresh()
        return True

    def set_text(self, text: str) -> None:
        """Begin anew with some text."""
        self.editor.set(text)
        self._answers.forget()
        self._edited(offering=False)

    def accept(self) -> bool:
        """Put the chosen completion, else the first, at the cursor; False when there is none."""
        reading = self.understood().of(self.editor.line)
        one = self.offers.first or (reading and reading.year)
        if one is None:
            return False
        self._put(one)
        return True

    def _put(self, one: Completion | Doubt) -> None:
        """Write it over its stretch of the cursor's line; a cursor further on stays where it is among the words."""
        start, column = self.editor.line_start, self.editor.column
        self.editor.replace(start + one.start, start + one.end, one.text)
        self.editor.at += max(0, column - one.end)
        self._edited(offering=False)

    def choose(self, step: int) -> bool:
        """Move in the completions; False when there are none."""
        if not self.offers.found:
            return False
        self.offers.move(step)
        self.refresh()
        return True

    def to_problem(self) -> None:
        """Put the cursor on the first problem."""
        found = self.understood().problem
        if found is not None:
            self.editor.go_to(found.line, found.column)
            self.offers.show(())
            self.refresh()

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Say something in the bottom line, until the next change."""
        self.note = Span(sentence, "error" if wrong else "accent")
        self.refresh()

    def help(self, *, on: bool) -> None:
        """Show all that a line can say under the lines, or what they mean again."""
        self.helping = on
        self.offers.show(())
        self.say("F1 or Esc goes back to the reading." if on else "")

    def _edited(self, *, offering: bool) -> None:
        self.refusal = self.asked = ""
        self.note = Span("")
        self._answers.follow(self.editor.lines)
        found: Sequence[Completion] = ()
        if offering:
            line = self.editor.text[self.editor.line_start : self.editor.line_end]
            found = offers(bilat(self), line, self.editor.column, self.context, MOST)
        self.offers.show(found)
        self.changed(self.editor.text)
        self.refresh()

    def on_paste(self, event: events.Paste) -> None:
        """Pasted lines are typed lines."""
        event.stop()
        event.prevent_default()
        self.type_in(event.text.rstrip("\r\n"))
