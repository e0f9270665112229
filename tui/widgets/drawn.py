"""A widget that draws its own lines and keeps them: only those that were refreshed are drawn again."""

from __future__ import annotations

from typing import Self

from textual.filter import ANSIToTruecolor
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tui.glyphs import glyphs
from tui.tones import Tones, tones_of


class Drawn(Widget):
    """Lines of one's own.

    Textual asks every widget for all its lines whenever one of them changes anything. Handing out the very
    same strips again costs nothing, here and further on, where what was made of a strip is remembered with it.
    """

    ALLOW_SELECT = False

    _kept: list[Strip] | None = None
    _kept_for: object = None
    _stale: set[int] | None = None  # lines to draw again; None is all of them
    _size_drawn: Size | None = None  # while lines are drawn

    @property
    def size(self) -> Size:
        """The size of what is drawn; found out once for all lines, since the whole screen is asked for it."""
        return self._size_drawn or super().size

    def draw_line(self, y: int, width: int, tones: Tones) -> Strip:
        """One line, exactly as wide as told."""
        raise NotImplementedError

    def prepare(self) -> None:
        """Read what is still to be read; called before anything is drawn."""

    def look(self) -> object:
        """What all lines depend on besides the size and the colours."""
        return None

    def forget(self) -> None:
        """Forget what else was remembered of lines that looked another way."""

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Have some regions drawn again, everything without any."""
        if not regions:
            self._stale = None
        elif self._stale is not None:
            for region in regions:
                self._stale.update(range(region.y, region.bottom))
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region."""
        self.prepare()
        self._size_drawn = self.size
        try:
            return self._drawn(crop, *self._size_drawn)
        finally:
            self._size_drawn = None

    def _drawn(self, crop: Region, width: int, height: int) -> list[Strip]:
        tones = tones_of(self.app)
        look = (id(tones), width, height, glyphs.ascii, self.look())
        if look != self._kept_for:
            self._kept_for, self._stale = look, None
            self.forget()
        kept = self._kept
        if self._stale is None or kept is None or len(kept) != height:
            kept = self._kept = [self._finished(y, width, tones) for y in range(height)]
        else:
            for y in self._stale:
                if 0 <= y < height:
                    kept[y] = self._finished(y, width, tones)
        self._stale = set()
        if crop == Region(0, 0, width, height):
            return kept
        return [strip.crop(crop.x, crop.right) for strip in kept[crop.y : crop.bottom]]

    def _finished(self, y: int, width: int, tones: Tones) -> Strip:
        strip = self.draw_line(y, width, tones)
        for line_filter in self.app.get_line_filters():
            # All colours are true already; what this filter looks for is not there.
            if not isinstance(line_filter, ANSIToTruecolor):
                strip = strip.apply_filter(line_filter, self.background_colors[1])
        return strip
