"""The agenda on the screen; its cursor shows while the month has the focus too, since keys act on its line."""

from __future__ import annotations

from textual.strip import Strip

from tui.tones import Tones
from tui.widgets.line_view import LineView


class AgendaView(LineView):
    """Lines of which one stands out, unless `lit` says that no key acts on it."""

    def draw_row(self, index: int, width: int, tones: Tones) -> Strip:
        """A line; the one that keys act on stands out."""
        if index != self.line_number or self.has_focus or not self.lit:
            return super().draw_row(index, width, tones)
        return self._draw(index, width, tones, chosen=True, marked=self.key in self.marks)
