"""Lines in sections: what leaves a section under the cursor gives its place to the next one there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.lines import Line
from tui.widgets.line_view import LineView


class Block(NamedTuple):
    """The lines of a section, its title left out."""

    name: str
    start: int
    stop: int


class SectionView(LineView):
    """Shows sections.

    Attributes:
        blocks: where each section stands; whoever builds the lines says so.
    """

    def __init__(self) -> None:
        super().__init__()
        self.blocks: Sequence[Block] = ()
        self._before: Sequence[Block] = ()  # where they stood in the lines before
        self._lines_before: Sequence[Line] = ()

    def block_at(self, line: int | None) -> Block | None:
        """The section in which a line stands."""
        return next(
            (each for each in self.blocks if line is not None and each.start <= line < each.stop), None
        )

    def _stay(self, lines: Sequence[Line]) -> None:
        self._stand(lines)
        self.tell_moved()

    def _stand(self, lines: Sequence[Line]) -> None:
        before, top, old = self._cursor, self.top, self._lines_before
        block = next((each for each in self._before if before and each.start <= before < each.stop), None)
        self._before, self._lines_before = self.blocks, lines
        super()._stay(lines)
        here = next((each for each in self.blocks if block and each.name == block.name), None)
        if block is None or before is None or self._cursor is None:
            return
        keyed = [at for at, line in enumerate(lines) if line.key is not None]
        same = [at for at in keyed if self._wanted is not None and lines[at].key == self._wanted]
        if here is None:
            found = min(keyed, key=lambda at: abs(at - before))
        elif there := [at for at in same if here.start <= at < here.stop]:
            found = there[0]
        else:
            passed = sum(line.key is not None for line in old[block.start : before])
            inside = [at for at in keyed if here.start <= at < here.stop]
            found = inside[min(passed, len(inside) - 1)]
        if found != self._cursor:
            self._cursor = found
            self.top = max(0, min(top + found - before, found, self.total - self.body_height))
            self.top = max(self.top, found - self.body_height + 1)
