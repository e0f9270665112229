"""What of a text is in the store already: visits by way and days with their outcomes, the text by its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from db.dates import PartialDate
from db.entry.duplicates import similar
from db.entry.joining import join
from db.entry.shapes import Reading as Line
from db.errors import BilatError
from db.names import fold
from db.reading.draft.again_meetings import same_meeting
from db.reading.draft.again_outcomes import mark_known
from db.reading.draft.again_people import know_offices
from db.reading.draft.items import EVENTS, Item, Items, by_id, insert, next_id, part_of
from db.reading.draft.writing import written
from db.rows import Key

if TYPE_CHECKING:
    from db.reader import Reader
    from db.rows import Moment

_STRONG = ("same days", "days overlap")
_REPRINT = 0.5  # of the sentences
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_SHORT = 30  # letters of a sentence that says nothing of where it was copied from
_MOST = 40


def source_key(reader: Reader, key: str) -> Key | None:
    """The record of a source by the key that it is known by."""
    number = reader.value("SELECT id FROM source WHERE key = :key AND merged_into IS NULL", key=key)
    return Key("source", str(number)) if number else None


def topic_labels(reader: Reader) -> dict[str, str]:
    """What the topics are called, by code."""
    return {str(code): str(label) for code, label in reader.all("SELECT code, label FROM topic")}


def recognise(reader: Reader, items: Items, text: str, moment: Moment) -> Items:
    """The draft with the visits of the store that its visits seem to be, and what those say otherwise."""
    gone = {one.id for one in items if one.kind in ("same", "clash") and one.state == "open"}
    items = tuple(one for one in items if one.id not in gone)
    items = know_offices(reader, items)
    settled = {one.under for one in items if one.kind == "same"}
    for event in [one for one in items if one.kind in EVENTS and not one.under and one.id not in settled]:
        found = (
            _same(reader, items, event, text, moment)
            if event.kind == "visit"
            else same_meeting(reader, items, event)
        )
        for item in found:
            items = insert(items, item)
    for same in [one for one in items if one.kind == "same" and one.state != "left"]:
        event = by_id(items, same.under)
        if event.kind in EVENTS:
            items = mark_known(reader, items, event, str(same.values["key"]))
    return items


def _same(reader: Reader, items: Items, visit: Item, text: str, moment: Moment) -> list[Item]:
    """The likeliest visit that it is, and its differences."""
    values = visit_values(items, visit, text)
    line = Line("", "visit", (), values={"visits": [values]})
    way = (values["sending"], values["host"])
    found = next(
        (
            one
            for one in similar(line, reader=reader, moment=moment, most=_MOST)
            if _way(reader, one.ref) == way
        ),
        None,
    )
    if found is None:
        return []
    number = next_id(items)
    strong = any(words in found.why for words in _STRONG) and "another head" not in found.why
    if "days overlap" in found.why and PartialDate(str(values.get("date", ""))).yearless:
        strong = "same head" in found.why  # every year has such days
    told = {"ref": found.ref, "key": found.key.id, "label": found.label}
    why = f"{found.why[:1].upper()}{found.why[1:]}."
    same = Item(number, "same", visit.id, values=told, spans=visit.spans, sure=strong, why=why)
    try:
        joining = join(reader, values, found.ref)
    except BilatError:
        return []
    clashes = [
        Item(number + at, "clash", number, one.field, {"here": one.known, "there": one.told})
        for at, one in enumerate((one for one in joining.differs if one.placed and one.field in _CHOSEN), 1)
    ]
    misses = [
        f"{one.told} (which of its {one.known} is not said)" for one in joining.differs if not one.placed
    ]
    return [same._replace(values={**told, "adds": list(joining.adds), "misses": misses}), *clashes]


_CHOSEN = ("date", "place", "initiated_by", "status", "kind")
"""Fields of a visit in which the officer may follow the text instead of the store."""


def _way(reader: Reader, ref: str) -> tuple[str, str]:
    row = reader.one("SELECT sending, host FROM visit WHERE ref = :ref AND merged_into IS NULL", ref=ref)
    return (str(row[0]), str(row[1])) if row else ("", "")


def visit_values(items: Items, visit: Item, text: str) -> dict[str, Any]:
    """A visit of a draft as the entry line would have typed it: with everything that was not rejected."""
    inside = {visit.id, *(one.id for one in part_of(items, visit.id) if one.state != "left")}
    all_taken = tuple(
        one._replace(state="taken") for one in items if one.id in inside and one.kind not in ("same", "clash")
    )
    source = Item(0, "source", state="taken")
    return written((source, *all_taken), text).visits[0].values


# --- the text itself ---


def original_of(reader: Reader, event: Key, text: str) -> str:
    """The key of a source of a visit or meeting of which the text is a reprint; "" for none."""
    mine = _sentences(text)
    rows = reader.all(
        "SELECT DISTINCT s.key, s.body FROM source s JOIN citation c ON c.source_id = s.id"
        " WHERE c.record_kind = :kind AND c.record_id = :event AND s.body <> '' AND s.merged_into IS NULL"
        " ORDER BY s.id LIMIT 50",
        kind=event.kind,
        event=int(event.id),
    )
    for key, body in rows:
        theirs = _sentences(str(body))
        least = min(len(mine), len(theirs))
        if least and len(mine & theirs) >= _REPRINT * least:
            return str(key)
    return ""


def _sentences(text: str) -> frozenset[str]:
    return frozenset(
        folded for one in _SENTENCE.split(text) if len(folded := " ".join(fold(one).split())) >= _SHORT
    )
