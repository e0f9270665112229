"""The colours, seen at once while one moves through their names."""

from __future__ import annotations

from textual.app import ComposeResult

from db.errors import BilatError
from db.rows import Key
from tui.modals.base import Modal
from tui.modals.choices import Choice, Choices, answering, columns
from tui.modals.searching import matching
from tui.plain import plain
from tui.settings_file import save_settings
from tui.themes import OUR_THEMES
from tui.widgets.given import Given


class ThemeModal(Modal[str]):
    """Answers with the theme that was kept; Esc brings the old one back."""

    DEFAULT_CSS = "ThemeModal { background: transparent; align: right middle; & > Pane { width: 40; } }"

    def compose(self) -> ComposeResult:
        """All themes, ours first."""
        self._list = Choices(
            columns(),
            title="Colours",
            asks="type to search, Enter keeps",
            typed=self._show,
            chosen=self._keep,
        )
        self._list.moved = self._preview
        yield self._list

    def on_mount(self) -> None:
        """Begin at the theme in use."""
        self._before = self.app.theme
        self._rows = [_row(name, dark=dark) for name, dark in self._themes()]
        self._show("")
        self._list.select(_row(self._before).key)

    def _themes(self) -> list[tuple[str, bool]]:
        ours = [theme.name for theme in OUR_THEMES]
        known = self.app.available_themes
        order = sorted(known, key=lambda name: (name not in ours, name))
        return [(name, known[name].dark) for name in order]

    def _show(self, words: str) -> None:
        rows = matching(words, self._rows)
        self._list.show_later(lambda: Given(rows))
        self._list.prepare()
        self._preview(self._list.key)

    def _preview(self, key: Key | None) -> None:
        row = next((row for row in self._rows if row.key == key), None)
        if row is not None:
            self.app.theme = row.answer

    def _keep(self, row: Choice) -> None:
        self.app.theme = row.answer
        try:
            save_settings(theme=row.answer)
        except BilatError as error:
            self.app.notify(plain(str(error)), severity="warning", markup=False)
        self.dismiss(row.answer)

    def action_close(self) -> None:
        """Bring the old colours back."""
        self.app.theme = self._before
        self.dismiss(None)


def _row(name: str, *, dark: bool = True) -> Choice:
    return answering(name, name, detail="" if dark else "light")
