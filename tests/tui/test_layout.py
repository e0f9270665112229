"""Where the panes stand, from the smallest window to the largest."""

from __future__ import annotations

import pytest
from textual.geometry import Region

from tui.screens.main_plan import LISTS, PANES, plan

SIZES = [
    (width, height)
    for width in (40, 60, 71, 72, 80, 99, 100, 120, 160, 200)
    for height in (12, 17, 18, 20, 24, 29, 40, 60)
]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_panes_fill_the_screen_and_never_overlap(width: int, height: int) -> None:
    for focus in PANES:
        regions = plan(width, height, focus, "officials").regions
        assert sum(region.area for region in regions.values()) == width * height
        assert Region.from_union(list(regions.values())) == Region(0, 0, width, height)
        assert regions[focus].height >= 8 or focus in LISTS


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_pane_with_the_focus_is_always_open(width: int, height: int) -> None:
    for focus in PANES:
        opened = focus if focus in LISTS else "pairs"
        assert plan(width, height, focus, opened).regions[focus].height > 4


def test_a_standard_terminal_has_room_for_everything() -> None:
    regions = plan(80, 24, "officials", "officials").regions
    assert set(regions) == {"header", "footer", *PANES}
    assert regions["pairs"].height == regions["followups"].height == 1
    assert regions["officials"].height == 20
    assert regions["timeline"].right == regions["record"].right == 80


def test_a_large_screen_keeps_all_lists_open() -> None:
    regions = plan(120, 40, "record", "pairs").regions
    assert min(regions[name].height for name in LISTS) >= 12
    assert regions["pairs"].width < regions["timeline"].width


def test_a_small_screen_shows_one_pane_and_names_the_others() -> None:
    small = plan(60, 20, "timeline", "pairs")
    assert small.one_pane
    assert set(small.regions) == {"header", "strip", "timeline", "footer"}


@pytest.mark.parametrize(("width", "height"), [(39, 40), (200, 11), (1, 1), (0, 0)])
def test_a_tiny_window_holds_one_sentence_only(width: int, height: int) -> None:
    assert plan(width, height, "pairs", "pairs").regions == {}


def test_lists_grow_more_slowly_than_what_they_are_about() -> None:
    for width in range(100, 200):
        now, wider = (plan(size, 40, "pairs", "pairs").regions for size in (width, width + 1))
        assert 0 <= wider["pairs"].width - now["pairs"].width <= 1
        assert wider["timeline"].width >= now["timeline"].width
