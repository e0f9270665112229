"""What the rest of a draft says of one of its proposals: which dates wait for it, and which meeting it tells of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from db.dates import PartialDate, show_short
from db.reading.draft.dating import meant
from db.reading.draft.deciding import touches
from db.reading.draft.items import EVENTS, Item, Items, field_of
from db.reading.draft.proposing import date_in
from db.vocabulary import STILL_TO_COME
from tui.keys import keyed
from tui.reading_desk.doubting import held_back

Remarks = Mapping[int, str]
"""What to add to proposals, by their numbers."""

_ANY_DAY = date(
    2001, 1, 1
)  # whether a publication would tell what a date means does not hang on which day it is


def remarks_of(items: Items) -> dict[int, str]:
    """What to add to the proposals of a draft."""
    return {**_of_publication(items), **_of_doubts(items), **_of_outcomes(items), **_of_names(items)}


# --- dates that count from the publication ---


def _of_publication(items: Items) -> dict[int, str]:
    published = next((one for one in items if one.kind == "field" and one.name == "published"), None)
    if published is None or date_in(published).exact:
        return {}
    count = how_many_wait(items)
    if not count:
        return {}
    wait = "1 date waits" if count == 1 else f"{count:,} dates wait"
    return {published.id: keyed(f"{wait} for it; {{reading.edit}} sets it")}


def how_many_wait(items: Items) -> int:
    """How many dates of a draft would say more if the day of publication were known."""
    return sum(1 for item in items if item.state != "left" and _waits(_date_of(item)))


def _date_of(item: Item) -> PartialDate:
    if item.kind == "field" and item.name == "date":
        return date_in(item)
    due = item.values.get("due") if item.kind == "outcome" else None
    return PartialDate(due.get("value", ""), due.get("text", "")) if due else PartialDate()


@lru_cache(maxsize=4_096)
def _waits(when: PartialDate) -> bool:
    symbolic = not when.edtf or when.yearless
    return symbolic and bool(when.edtf or when.text) and meant(when, _ANY_DAY, ahead=False) is not None


# --- visits and meetings in doubt ---


def _of_doubts(items: Items) -> dict[int, str]:
    found = {one.id: held_back(items, one) for one in items if one.kind in EVENTS}
    waits = {1: "in doubt; the one beneath waits for it"}
    return {
        number: waits.get(count, f"in doubt; the {count:,} beneath wait for it")
        for number, count in found.items()
        if count
    }


# --- outcomes that tell of a meeting to come ---


def _of_outcomes(items: Items) -> dict[int, str]:
    found = {}
    for event in _to_come(items):
        when = _date_of_event(items, event)
        day = f" of {show_short(when)}" if when.edtf else ""
        for outcome in told_in(items, event):
            stands = "below" if items.index(outcome) < items.index(event) else "above"
            found[outcome.id] = f"is the {event.kind}{day} {stands}"
    return found


def told_in(items: Items, event: Item) -> list[Item]:
    """The outcomes that rest on the same words as a visit or meeting to come, and mean the same day."""
    if event.kind not in EVENTS or event.values["status"] not in STILL_TO_COME:
        return []
    stated = field_of(items, event.id, "date")
    return [
        one
        for one in items
        if one.kind == "outcome"
        and one.state != "left"
        and _rest_on_the_same(one, event)
        and (stated is None or _mean_the_same_day(one, stated))
    ]


def told_by(items: Items, event: Item) -> str:
    """Where a visit or meeting to come stands as an outcome too; "" where it does not."""
    found = told_in(items, event)
    if not found:
        return ""
    return f"it stands among the outcomes too, as {found[0].values['rung']}"


def _mean_the_same_day(outcome: Item, stated: Item) -> bool:
    """Whether an outcome falls due on the day of a meeting, or is told with that day and none of its own."""
    due, words = _date_of(outcome), str(stated.values.get("text", ""))
    if due.edtf or due.text:
        return (due.edtf or due.text) == (stated.value or words)
    return words in str(outcome.values["quote"])


def _rest_on_the_same(one: Item, other: Item) -> bool:
    return any(touches(mine, theirs) for mine in one.spans for theirs in other.spans)


def _to_come(items: Items) -> list[Item]:
    events = (one for one in items if one.kind in EVENTS and one.state != "left")
    return [one for one in events if one.values["status"] in STILL_TO_COME]


def _date_of_event(items: Items, event: Item) -> PartialDate:
    stated = field_of(items, event.id, "date")
    return date_in(stated) if stated is not None else PartialDate()


# --- names of which only a part is printed ---


def _of_names(items: Items) -> dict[int, str]:
    """A person of a single name is new with that name alone, unless the officer adds the rest."""
    return {
        one.id: keyed("one name only; {reading.edit} adds the rest")
        for one in items
        if one.kind == "person"
        and one.state != "left"
        and not one.values["known"]
        and len(str(one.values["name"]).split()) == 1
    }
