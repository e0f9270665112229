"""Which view to open."""

from __future__ import annotations

from tui.keys import TODAY
from tui.modals.choices import answering
from tui.modals.letters import LetterMenu


class ViewsModal(LetterMenu):
    """Answers with the name of a view."""

    def __init__(self) -> None:
        super().__init__(
            "Views",
            (
                answering("today", "Today", kind=TODAY, detail="what is due, whose turn it is, what comes"),
                answering("watch", "Watch", kind="w", detail="what was only explored or proposed"),
                answering("calendar", "Calendar", kind="m", detail="the month, and what comes day by day"),
                answering("vacant", "Posts without a holder", kind="p", detail="H names somebody"),
                answering("changes", "Changes", kind="c", detail="what others did since you were last in"),
                answering("verify", "To verify", kind="v", detail="twins, gaps, contradictions"),
                answering("trash", "Trash", kind="x", detail="what was deleted; Enter brings it back"),
            ),
        )
