"""Floor A: the smallest Textual app that answers a key."""

from __future__ import annotations

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class Minimal(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("ready", id="line")

    def on_key(self, event: events.Key) -> None:
        """Another line, or the end."""
        if event.key == "q":
            self.exit()
        self.query_one("#line", Static).update(f"ready {event.key} {event.time}")


if __name__ == "__main__":
    Minimal().run()
