"""Visits and meetings that are in doubt: nothing beneath them is taken before somebody has vouched for them."""

from __future__ import annotations

from db.reading.draft.deciding import says_something, take, take_sure, taken
from db.reading.draft.items import EVENTS, Item, Items, by_id, part_of
from tui.keys import keyed


def in_doubt(items: Items) -> Item | None:
    """The visit or meeting on which the next decision rests; what is in doubt inside another one comes later."""
    found = (one for one in items if held_back(items, one))
    return next((one for one in found if not one.under or by_id(items, one.under).state == "taken"), None)


def held_back(items: Items, event: Item) -> int:
    """How many proposals wait for a visit or meeting that is in doubt; none where it is not."""
    if not _doubtful(event):
        return 0
    return sum(1 for one in part_of(items, event.id) if one.state == "open" and says_something(one))


def why_left(items: Items, event: Item) -> str:
    """That something is left to decide because of a visit or meeting, and which key helps."""
    with_it = _comes_along(items, event)
    along = f" with its {with_it:,}" if with_it else ""
    return keyed(f"the {event.kind} is in doubt: {{reading.accept}} takes it{along}")


def once_taken(items: Items, event: Item) -> str:
    """What to do after a visit or meeting was taken; "" where it was not in doubt."""
    if not _doubtful(event):
        return ""
    sure = len(taken(take_sure(items))) - len(taken(items))
    more = "one more that is sure" if sure == 1 else f"{sure:,} more that are sure"
    return keyed(f"Taken; {{reading.sure}} takes {more}.") if sure else "Taken."


def _comes_along(items: Items, event: Item) -> int:
    """How many of its facts a visit or meeting brings along when it is taken."""
    before, after = (sum(one.state == "taken" for one in some) for some in (items, take(items, [event.id])))
    return after - before - 1


def _doubtful(item: Item) -> bool:
    return item.kind in EVENTS and item.state == "open" and not item.sure
