"""Which view to open."""

from __future__ import annotations

from tui.keys import TODAY, keyed, pressed
from tui.modals.choices import Choice, answering
from tui.modals.letters import LetterMenu
from tui.screens.main_lists import FOLLOWUPS, OFFICIALS, PAIRS, TIMELINE


def views() -> tuple[Choice, ...]:
    """Every view, with its letter behind the key of views."""
    return (
        answering("today", "Today", kind=TODAY, detail="what is due, whose turn it is, what comes"),
        answering("watch", "Watch", kind="w", detail="what was only explored or proposed"),
        answering("calendar", "Calendar", kind="m", detail="the month, and what comes day by day"),
        answering("vacant", "Posts without a holder", kind="p", detail=keyed("{holder} names somebody")),
        answering("changes", "Changes", kind="c", detail="what others did since you were last in"),
        answering("verify", "To verify", kind="v", detail="twins, gaps, contradictions"),
        answering("trash", "Trash", kind="x", detail="what was deleted; Enter brings it back"),
    )


def lists() -> tuple[Choice, ...]:
    """The lists of the main screen, as the palette finds them from anywhere."""
    return tuple(
        answering(
            kind.id,
            kind.name,
            kind=kind.number,
            detail=f"on the main screen; {pressed(f'pane.{kind.number}')} goes there",
        )
        for kind in (PAIRS, OFFICIALS, FOLLOWUPS, TIMELINE)
    )


class ViewsModal(LetterMenu):
    """Answers with the name of a view."""

    def __init__(self) -> None:
        super().__init__("Views", views())
