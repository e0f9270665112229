"""What modals share in which something is filled in and saved: it is read once more, asked about once, then written."""

from __future__ import annotations

from typing import Protocol

from textual import work

from db.errors import BilatError
from tui.entry.saving import Saved
from tui.lines import Span
from tui.modals.typed import TypedModal


class _Telling(Protocol):
    note: Span

    def refresh(self) -> object: ...


class SavingModal(TypedModal[Saved]):
    """Answers with what was saved; whatever cannot be saved stays on the sheet, with the reason."""

    @property
    def sheet(self) -> _Telling:
        """Where its few words stand."""
        raise NotImplementedError

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Say something in the lower line."""
        self.sheet.note = Span(sentence, "error" if wrong else "accent")
        self.sheet.refresh()

    def tell_how_far(self, words: str) -> None:
        """Say how far the saving is, where that takes long."""
        self.say(words)

    def save(self) -> None:
        """Write what stands on the sheet, unless something is wrong with it or worth stopping once for."""
        if self.needs_the_officer() or self.asks_once():
            return
        self.busy = True
        self.say("Saving")
        self._write()

    def needs_the_officer(self) -> bool:
        """Read everything again, and show what is wrong with it; False where nothing is."""
        raise NotImplementedError

    def asks_once(self) -> bool:
        """Stop for what is odd and no mistake; the next time it is saved as it stands."""
        raise NotImplementedError

    async def write(self) -> Saved:
        """Write it.

        Raises:
            BilatError: nothing was saved, and why.
        """
        raise NotImplementedError

    def refused(self, error: BilatError) -> None:
        """Show why nothing was saved."""
        self.say(f"Not saved. {error}", wrong=True)

    @work
    async def _write(self) -> None:
        try:
            saved = await self.write()
        except BilatError as error:
            self.refused(error)
        else:
            self.forget()
            self.dismiss(saved)
        finally:
            self.busy = False
