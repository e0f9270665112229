"""The draft of a text: a tree of small proposals, each with its words, each to be taken or left by the officer."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, get_args

from db.errors import BadInput
from db.reading.proposals import Span

ItemKind = Literal[
    "source",
    "visit",
    "meeting",
    "field",  # of the source, a visit or a meeting
    "person",
    "outcome",
    "same",  # the visit of the store that a visit of the text seems to be
    "clash",  # what that one says otherwise
    "mention",  # an event that the text only mentions
]
State = Literal["open", "taken", "left"]


class Item(NamedTuple):
    """One proposal.

    Attributes:
        id: from 1, for as long as the draft lives.
        under: the item that it is part of, 0 for none.
        name: of a field, else "".
        values: what it says, as plain values.
        spans: the words that it rests on.
        sure: whether it may be taken unseen.
        why: what speaks for it, or against it, in a sentence.
    """

    id: int
    kind: ItemKind
    under: int = 0
    name: str = ""
    values: Mapping[str, Any] = {}
    spans: tuple[Span, ...] = ()
    state: State = "open"
    sure: bool = True
    why: str = ""

    def having(self, **values: Any) -> Item:
        """The same with other values."""
        return self._replace(values={**self.values, **values})

    @property
    def value(self) -> str:
        """What a field says."""
        return str(self.values.get("value", ""))


Items = tuple[Item, ...]
"""A draft, in the order in which it is shown: everything right behind what it is part of."""

EVENTS = ("visit", "meeting")


def by_id(items: Items, number: int) -> Item:
    """The item of that number; KeyError where there is none."""
    for item in items:
        if item.id == number:
            return item
    raise KeyError(number)


def above(items: Items, item: Item) -> Iterator[Item]:
    """What an item is part of, from the nearest on."""
    while item.under:
        item = by_id(items, item.under)
        yield item


def part_of(items: Items, number: int) -> Items:
    """Everything that is part of an item, however deep, in order."""
    inside = {number}
    found = []
    for item in items:
        if item.under in inside:
            inside.add(item.id)
            found.append(item)
    return tuple(found)


def children(items: Items, number: int, *kinds: ItemKind) -> Items:
    """What is right under an item."""
    return tuple(item for item in items if item.under == number and (not kinds or item.kind in kinds))


def field_of(items: Items, number: int, name: str) -> Item | None:
    """The field of that name of an item, None where it has none."""
    return next((one for one in children(items, number, "field") if one.name == name), None)


def depths_of(items: Items) -> dict[int, int]:
    """How far items are set in: not the source and the events, once in a visit, twice in its meetings."""
    found: dict[int, int] = {0: -1}
    for item in items:
        found[item.id] = 0 if item.kind == "source" else found[item.under] + 1
    sources = {item.id for item in items if item.kind == "source"}
    return found | {item.id: 0 for item in items if item.under in sources}


def put(items: Items, item: Item) -> Items:
    """The draft with an item in place of the one of its number."""
    return tuple(item if one.id == item.id else one for one in items)


def put_all(items: Items, changed: Iterable[Item]) -> Items:
    """The draft with some items as they are now; many at once, since a long text has thousands."""
    now = {item.id: item for item in changed}
    return tuple(now.get(item.id, item) for item in items) if now else items


def next_id(items: Items) -> int:
    """A number that no item has."""
    return max((item.id for item in items), default=0) + 1


def insert(items: Items, new: Item) -> Items:
    """The draft with a new item behind the others of its kind under the same item; a field stands before the rest."""
    at = _place(items, new)
    return (*items[:at], new, *items[at:])


_ORDER = ("same", "clash", "field", "person", "outcome", "meeting", "visit")


def _place(items: Items, new: Item) -> int:
    if not new.under:
        ends = [at for at, one in enumerate(items) if one.kind == "mention"]
        return ends[0] if ends and new.kind != "mention" else len(items)
    at = next(at for at, one in enumerate(items) if one.id == new.under) + 1
    inside = {one.id for one in part_of(items, new.under)}
    while at < len(items) and items[at].id in inside:
        one = items[at]
        if one.under == new.under and _ORDER.index(one.kind) > _ORDER.index(new.kind):
            break
        if one.under == new.under and one.kind == new.kind and _stands_before(new, one):
            break
        at += 1
    return at


def _stands_before(new: Item, one: Item) -> bool:
    """Outcomes stand in the order of the text."""
    return new.kind == "outcome" and bool(new.spans and one.spans) and new.spans[0] < one.spans[0]


# --- kept while it is not saved ---


def to_text(items: Items) -> str:
    """A draft as text, item by item: all of a long one at once would hold up every other thread."""
    return f"[{','.join(json.dumps(list(item)) for item in items)}]"


def from_text(text: str) -> Items:
    """A draft from its text.

    Raises:
        BadInput: somebody else's hand was in it.
    """
    try:
        found = tuple(_item(one) for one in json.loads(text))
        for item in found:
            list(above(found, item))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise BadInput("What was kept of the text cannot be read any more.") from error
    return found


def _item(plain: Sequence[Any]) -> Item:
    item = Item(*plain)
    if item.kind not in get_args(ItemKind) or not isinstance(item.values, dict):
        raise TypeError(item.kind)
    return item._replace(spans=tuple(Span(*span) for span in item.spans))
