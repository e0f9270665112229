"""Saving under a name that the officer chooses; what is there already is only written over after a question."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.modals.choices import answering
from tui.modals.file_name import FileNameModal
from tui.modals.letters import LetterMenu

if TYPE_CHECKING:
    from tui.app import Bilat

Saves = Callable[[Path, bool], Awaitable[str]]
"""Writes a file, over what is there only where it is told so, and answers with the sentence to say."""


def save_as(app: Bilat, make_modal: Callable[[str], FileNameModal], name: str, save: Saves) -> None:
    """Ask for a name, and before something is written over.

    Args:
        app: the dashboard.
        make_modal: asks, with a name to begin with.
        name: the first one.
        save: what is done with the path.
    """

    def named(path: Path | None) -> None:
        if path is None:
            return
        if not path.exists():
            app.step(lambda: save(path, False))
            return
        choices = (answering("over", "write over it", kind="o"), answering("name", "another name", kind="n"))
        app.push_screen(
            LetterMenu(f"{path.name} is there already", choices), lambda answer: sure(answer, path)
        )

    def sure(answer: str | None, path: Path) -> None:
        if answer == "over":
            app.step(lambda: save(path, True))
        elif answer == "name":
            ask(str(path))

    def ask(name: str) -> None:
        app.push_screen(make_modal(name), named)

    ask(name)
