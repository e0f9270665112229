"""Floor B: Textual's own table with a hundred rows, all in memory."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import DataTable

ROWS = 100


class Table(App[None]):
    """The table, on the whole screen."""

    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        """A row looks like one of ours."""
        table: DataTable[str | int] = DataTable(cursor_type="row")
        table.add_columns("pair", "last contact", "in", "out", "open", "title")
        for number in range(ROWS):
            row = f"row {number} of a table of events"
            table.add_row("ES-MA", "28 Jan 2025", number % 7, number % 5, number % 3, row)
        yield table


if __name__ == "__main__":
    Table().run()
