"""Where everything of the main screen stands, for any size: a pure function, and the layout that asks it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from tui.widgets.too_small import too_small

PANES = ("pairs", "officials", "followups", "timeline", "record")
LISTS = PANES[:3]

_TWO_COLUMNS = 72  # below this one pane at a time reads better than two cut ones
_TALL = 18  # likewise
_OPEN = 9  # lines that a list needs to be worth keeping open beside two others


class Plan(NamedTuple):
    """Which widget stands where; what is not named is not on the screen."""

    regions: dict[str, Region]
    one_pane: bool = False


def plan(width: int, height: int, focus: str, opened: str) -> Plan:
    """Place the panes.

    Args:
        width: columns of the screen.
        height: its lines.
        focus: the pane that has the focus, or had it last.
        opened: the list at the left that stays open where the others are folded.
    """
    if too_small(width, height):
        return Plan({})
    regions = {"header": Region(0, 0, width, 1), "footer": Region(0, height - 1, width, 1)}
    if width < _TWO_COLUMNS or height < _TALL:
        regions["strip"] = Region(0, 1, width, 1)
        regions[focus] = Region(0, 2, width, height - 3)
        return Plan(regions, one_pane=True)
    left = left_width(width)
    regions |= _lists(Region(0, 1, left, height - 2), opened)
    regions |= _right(Region(left, 1, width - left, height - 2))
    return Plan(regions)


def left_width(width: int) -> int:
    """The lists' columns: nearly half of a small screen, a third of a middling one, two fifths of a wide one.

    38 columns are what the pairs need to say what is on watch, 45 to say also what comes next.
    """
    if width < 80:  # noqa: PLR2004
        return max(31, width * 7 // 16)
    if width < 120:  # noqa: PLR2004
        return min(45, 38 + (width - 80) * 7 // 20)
    # From 160 on the timeline has its words; what is more is shared with the names and posts at the left.
    return min(90, 43 + (min(width, 160) - 100) // 10 + max(0, width - 160) * 9 // 10)


def _lists(area: Region, opened: str) -> dict[str, Region]:
    if area.height >= 3 * _OPEN:
        third, rest = divmod(area.height, 3)
        heights = {name: third + (at < rest) for at, name in enumerate(LISTS)}
    else:
        heights = {name: area.height - 2 if name == opened else 1 for name in LISTS}
    regions: dict[str, Region] = {}
    y = area.y
    for name in LISTS:
        regions[name] = Region(area.x, y, area.width, heights[name])
        y += heights[name]
    return regions


def _right(area: Region) -> dict[str, Region]:
    upper = max(8, area.height * 2 // 5)
    return {
        "timeline": Region(area.x, area.y, area.width, upper),
        "record": Region(area.x, area.y + upper, area.width, area.height - upper),
    }


class PlanLayout(Layout):
    """Places a parent's children where a function of the size says, by their ids."""

    name = "plan"

    def __init__(self, place: Callable[[int, int], Mapping[str, Region]]) -> None:
        self._place = place

    def arrange(
        self,
        parent: Widget,
        children: list[Widget],
        size: Size,
        greedy: bool = True,  # noqa: ARG002 - Textual's signature
    ) -> ArrangeResult:
        """Place every child that the plan names; the others are not on the screen."""
        parent.pre_layout(self)
        regions = self._place(size.width, size.height)
        named = [(child, regions.get(child.id or "")) for child in children]
        return [
            WidgetPlacement(region, NULL_OFFSET, NULL_SPACING, child)
            for child, region in named
            if region is not None
        ]
