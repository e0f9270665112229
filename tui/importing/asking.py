"""I: which file is to come in; its path is completed from the folders while it is typed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from db.errors import BadInput, BilatError
from tui.importing.files import ENDINGS, FORMS, arriving
from tui.modals.answer_sheet import AnswerSheet, Heard
from tui.modals.line import LineModal
from tui.widgets.frame import Title

if TYPE_CHECKING:
    from tui.app import Bilat

_MANY = 5_000  # entries of a folder that are looked at
_TOLD = 6  # of them


class FilePathModal(LineModal[Path]):
    """Answers with the path of a file that is there."""

    def __init__(self, folder: Path) -> None:
        """A line for a path.

        Args:
            folder: where a name without a folder is.
        """
        super().__init__()
        self._folder = folder

    def compose(self) -> ComposeResult:
        """The sheet."""
        self.sheet = AnswerSheet(
            Title(name="Import", scope=str(self._folder)),
            "A table (.csv .tsv .xlsx), a dossier (.json .toml), a calendar (.ics) or cards (.vcf); Tab completes",
            hears=self._hears,
            goes_on=self._goes_on,
            enter="looks into it",
        )
        yield self.sheet

    def _hears(self, text: str) -> Heard:
        path = self.path(text)
        if path.is_dir():
            raise BadInput(f"{path} is a folder: {_inside(path)}.")
        if not path.exists():
            raise BadInput(f"There is no file {path}{_like(path)}.")
        form = ENDINGS.get(path.suffix.lower())
        return Heard(f"{FORMS[form] if form else 'a file'}, {_size(path)}: {path}")

    def path(self, text: str) -> Path:
        """The path of what is typed."""
        # Unlike Path, os.path leaves "~nobody" as it is, to be reported as a folder that is not there.
        wanted = Path(os.path.expanduser(text.strip()))  # noqa: PTH111
        return Path(os.path.normpath(self._folder / wanted))

    def _goes_on(self, text: str) -> str:
        """What all files have in common that begin as what is typed; a folder ends with its slash."""
        typed = text.strip()
        if not typed:
            return ""
        folder = self.path(typed + "x").parent
        begun = "" if typed.endswith(os.sep) else os.path.basename(typed)  # noqa: PTH119 - of what is typed
        names = _entries(folder, begun)
        if not names:
            return ""
        common = os.path.commonprefix(names)  # noqa: RUF071 - of letters, not of folders
        return common[len(begun) :]

    def answer(self, text: str) -> None:
        """That is the file."""
        self.dismiss(self.path(text))


def _entries(folder: Path, begun: str) -> list[str]:
    """The files that may come in and the folders, whose names begin so; hidden ones where a dot is typed."""
    found = []
    try:
        with os.scandir(folder) as entries:
            for _, entry in zip(range(_MANY), entries, strict=False):
                if not entry.name.startswith(begun) or (entry.name.startswith(".") and not begun):
                    continue
                if entry.is_dir():
                    found.append(f"{entry.name}{os.sep}")
                elif Path(entry.name).suffix.lower() in ENDINGS:
                    found.append(entry.name)
    except OSError:
        return []
    return sorted(found)


def _inside(folder: Path) -> str:
    names = _entries(folder, "")
    return (
        f"{', '.join(names[:_TOLD])}{' and more' if len(names) > _TOLD else ''}" or "nothing to import in it"
    )


def _like(path: Path) -> str:
    names = _entries(path.parent, path.name)
    return f"; there are {', '.join(names[:_TOLD])}" if names else ""


def _size(path: Path) -> str:
    size = path.stat().st_size
    return f"{size / 1_000_000:.1f} MB" if size > 1_000_000 else f"{max(1, size // 1_000):,} kB"  # noqa: PLR2004


def ask_for_a_file(app: Bilat) -> None:
    """Ask which file is to come in, and show what it would bring."""

    def named(path: Path | None) -> None:
        if path is not None:
            show_file(app, path)

    app.push_screen(FilePathModal(Path.cwd()), named)


def show_file(app: Bilat, path: Path) -> None:
    """Show what a file would bring."""
    from tui.importing.screen import ImportScreen  # noqa: PLC0415 - when there is a file to be shown

    try:
        file = arriving(path)
    except BilatError as error:
        app.say(str(error), "warn")
        return
    app.push_screen(ImportScreen(file))
