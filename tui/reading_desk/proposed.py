"""What a text yields at the desk: its proposals, what of them is in the store, and whether that is only repeated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from db.reading.draft.again import original_of, recognise, topic_labels
from db.reading.draft.items import EVENTS, Item, Items, by_id, put_all
from db.rows import Key, Kind

if TYPE_CHECKING:
    from db.reader import Reader
    from db.reading.proposals import Reading
    from db.rows import Moment
    from tui.reading_desk.given import Given

_KINDS: dict[str, Kind] = {"visit": "visit", "meeting": "meeting"}


def read(reader: Reader, given: Given, moment: Moment) -> tuple[Reading, Items, dict[str, str]]:
    """Read a text, in a thread; a draft that was begun stays as it was left.

    Returns:
        what was found in it, the draft, and the labels of topics by code.
    """
    from db.reading import read_text  # noqa: PLC0415 - a hundred patterns, which no other screen needs
    from db.reading.draft.proposing import proposals_of  # noqa: PLC0415

    reading = read_text(reader, given.text, source=given.source, moment=moment)
    items = given.items
    if not items:
        proposed = proposals_of(reading, given.text, this_year=moment.today.year)
        items = recognised(reader, proposed, given.text, moment)
    return reading, items, topic_labels(reader)


def recognised(reader: Reader, items: Items, text: str, moment: Moment) -> Items:
    """The draft with what of it seems to be in the store; marked where the text repeats a source of that."""
    known = {one.values["key"]: one.values["repeats"] for one in items if "repeats" in one.values}
    items = recognise(reader, items, text, moment)
    found = [
        one
        for one in items
        if one.kind == "same" and one.state == "open" and by_id(items, one.under).kind in EVENTS
    ]
    return put_all(items, [_marked(reader, items, one, text, known) for one in found])


def _marked(reader: Reader, items: Items, same: Item, text: str, known: Mapping[str, str]) -> Item:
    """Looked up once for every event: a long text is compared sentence by sentence."""
    key = str(same.values["key"])
    event = Key(_KINDS[by_id(items, same.under).kind], key)
    return same.having(repeats=known[key] if key in known else original_of(reader, event, text))
