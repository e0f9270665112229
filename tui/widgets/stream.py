"""Lines without a near end: more are fetched as one comes to the end, and news above moves nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.lines import Line
from tui.widgets.line_view import LineView


class Stream(LineView):
    """Shows lines of which more may follow.

    Attributes:
        near_end: called when the lines below the window are less than it holds.
        news: how many lines have come in above since the lines were last built.
    """

    def __init__(self) -> None:
        super().__init__()
        self.near_end: Callable[[], None] | None = None
        self.news = 0

    def scroll_top(self, top: int) -> None:
        """Show the lines from `top`, and fetch those that will be wanted next."""
        super().scroll_top(top)
        self._look_ahead()

    def _look_ahead(self) -> None:
        if self.near_end is not None and self.total - self.top < 2 * self.body_height:
            self.near_end()

    def _stay(self, lines: Sequence[Line]) -> None:
        """One who reads stays at the line that he reads; at the very top the news is what he wants to see."""
        news, self.news = self.news, 0
        if self._cursor is not None:
            self._cursor += news
        if self.top > 0:
            self.top += news
        super()._stay(lines)
