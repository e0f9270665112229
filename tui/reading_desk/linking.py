"""What on one side of the desk belongs to what on the other."""

from __future__ import annotations

from db.reading.draft.deciding import touches
from db.reading.draft.items import EVENTS, Item, Items
from db.reading.proposals import Span


def items_of(items: Items, sentence: Span) -> list[Item]:
    """The proposals that rest on words of a sentence."""
    return [item for item in items if any(touches(span, sentence) for span in item.spans)]


def first_of(found: list[Item]) -> int | None:
    """The one of them that is shown first: an outcome, else a fact, else an event."""
    order = ("outcome", "person", "field", "clash", "same", *EVENTS, "mention")
    told = [one for one in found if one.name != "topics"] or found
    return min(told, key=lambda one: order.index(one.kind)).id if told else None


def proposed_by(items: Items, sentence: Span) -> list[Item]:
    """What taking a sentence takes: its own open proposals; topics rest on many, and are not among them."""
    own = [
        one
        for one in items_of(items, sentence)
        if one.state == "open" and one.kind not in ("clash", "same", "mention") and one.name != "topics"
    ]
    return [one for one in own if one.sure or one.kind in EVENTS] or own


def next_open(items: Items, after: int) -> int | None:
    """The next proposal behind an item that still waits, from the top again when there is none."""
    numbers = [item.id for item in items]
    at = numbers.index(after) + 1 if after in numbers else 0
    around = (*items[at:], *items[:at])
    return next((one.id for one in around if one.state == "open" and one.kind != "source"), None)
