"""What every modal shares: it stands in the middle, the screen behind it recedes, Esc closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from rich.console import RenderableType
from textual.binding import Binding, BindingType
from textual.message_pump import MessagePump
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen

from tui.screens.roomy import Roomy
from tui.widgets.dimmed import Dimmed
from tui.widgets.pane import Pane

if TYPE_CHECKING:
    from tui.app import Bilat

AnswerT = TypeVar("AnswerT")


def bilat(node: MessagePump) -> Bilat:
    """The app of a widget or screen; Textual types it only as some app."""
    return cast("Bilat", node.app)


class Modal(ModalScreen[AnswerT | None], Roomy[AnswerT | None]):
    """Asks one thing; None is the answer of Esc."""

    DEFAULT_CSS = """
    Modal {
        align: center middle;
        background: $background 55%;
        & > Pane { width: 84; max-width: 96%; height: 24; max-height: 90%; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "close", show=False),
        Binding("R", "app.retry", "read again", show=False, id="retry"),  # a modal hides the app's own keys
        Binding("f10", "leave_tutorial", "leave the tutorial", show=False, id="tutorial"),
    ]

    def on_mount(self) -> None:
        """Have the focus before the next key arrives, and nothing in front of it that was said before."""
        self.app.clear_notifications()
        for pane in self.query(Pane):
            self.set_focus(pane, scroll_visible=False)
            return

    def render(self) -> RenderableType:
        """The screen behind it."""
        behind = super().render()
        return Dimmed(behind.screen, behind.color) if isinstance(behind, BackgroundScreen) else behind

    def action_leave_tutorial(self) -> None:
        """Leave the tutorial where it is at work; to begin it, one closes this first."""
        from tui.tutorial import running  # noqa: PLC0415 - few learn by it

        running.leave(bilat(self))

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
