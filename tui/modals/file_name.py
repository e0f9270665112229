"""Under which name a page is saved: what the name means is said while it is typed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from textual.app import ComposeResult

from db.errors import BadInput
from tui.modals.answer_sheet import AnswerSheet, Heard
from tui.modals.line import LineModal
from tui.widgets.frame import Title


class FileNameModal(LineModal[Path]):
    """Answers with the path."""

    def __init__(self, title: str, about: str, name: str, folder: Path, kinds: Mapping[str, str]) -> None:
        """A line with a name in it.

        Args:
            title: what is saved.
            about: which one.
            name: what is proposed.
            folder: where a name without a folder is.
            kinds: what each ending makes: {".md": "Markdown"}.
        """
        super().__init__()
        self._title = Title(name=title, scope=about)
        self._proposed = name
        self._folder = folder
        self._kinds = kinds

    def compose(self) -> ComposeResult:
        """The sheet."""
        asks = f"A file name that ends in {_either(tuple(self._kinds))}"
        self.sheet = AnswerSheet(self._title, asks, hears=self._hears, enter="saves")
        yield self.sheet

    def on_mount(self) -> None:
        """Propose the name."""
        self.sheet.set_text(self._proposed)

    def _hears(self, text: str) -> Heard:
        path = self._path(text)
        if path.is_dir():
            raise BadInput(f"{path} is a folder.")
        kind = self._kinds.get(path.suffix.lower())
        if kind is None:
            raise BadInput(f"The name ends in {_either(tuple(self._kinds))}.")
        if not path.parent.is_dir():
            raise BadInput(f"There is no folder {path.parent}.")
        if path.exists():
            return Heard(f"{kind}: {path} is there already; Enter asks before it writes over it", tone="warn")
        return Heard(f"{kind}: {path}")

    def _path(self, text: str) -> Path:
        # Unlike Path, os.path leaves "~nobody" as it is, to be reported as a folder that is not there.
        wanted = Path(os.path.expanduser(text.strip()))  # noqa: PTH111
        return Path(os.path.normpath(self._folder / wanted))

    def answer(self, text: str) -> None:
        """That is the name."""
        self.dismiss(self._path(text))


def _either(these: tuple[str, ...]) -> str:
    *first, last = these
    return f"{', '.join(first)} or {last}"
