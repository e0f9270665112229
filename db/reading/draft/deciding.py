"""What the officer does with a draft; each function answers with the draft that comes of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from db.commitments import Rung
from db.reading.draft.items import (
    EVENTS,
    Item,
    ItemKind,
    Items,
    above,
    by_id,
    children,
    insert,
    next_id,
    part_of,
    put,
    put_all,
)
from db.reading.proposals import Span

_OF_ITSELF: tuple[ItemKind, ...] = (
    "field",
    "person",
)  # what an event takes with it: the facts, not the judgement of a rung


def take(items: Items, numbers: Iterable[int]) -> Items:
    """Accept some proposals and all that they are part of; an event brings its own facts that are sure."""
    for number in numbers:
        item = by_id(items, number)
        items = _taken(items, [item, *above(items, item)])
        if item.kind in EVENTS:
            facts = [one for one in children(items, number, *_OF_ITSELF) if one.sure and one.state == "open"]
            items = _taken(items, [one for one in facts if says_something(one)])
    return items


def says_something(item: Item) -> bool:
    """Whether there is anything to take: a date that the text does not state is only there to be filled in."""
    return item.kind != "field" or bool(item.value or item.values.get("text"))


def _taken(items: Items, some: Iterable[Item]) -> Items:
    for one in some:
        # Whoever takes it vouches for it.
        items = put(items, by_id(items, one.id)._replace(state="taken", sure=True))
    return items


def leave(items: Items, numbers: Iterable[int]) -> Items:
    """Reject some proposals with all that is part of them; one that was rejected is open again."""
    for number in numbers:
        item = by_id(items, number)
        again = item.state == "left"
        if item.kind == "source":
            continue
        all_of_it = (item, *part_of(items, number), *_known_by(items, item))
        items = put_all(items, [one._replace(state="open" if again else "left") for one in all_of_it])
    return items


def _known_by(items: Items, same: Item) -> Items:
    """What outcomes seem to be in the store, where their visit or meeting is said to be there, or not."""
    inside = part_of(items, same.under) if same.kind == "same" else ()
    outcomes = {one.id for one in inside if one.kind == "outcome"}
    return tuple(one for one in inside if one.kind == "same" and one.under in outcomes)


def take_sure(items: Items) -> Items:
    """Accept everything open that is sure, where all that it is part of is sure too or was accepted."""
    found: list[Item] = []
    taken: set[int] = {0}
    for item in items:  # what an item is part of stands before it
        ready = item.state == "open" and item.sure and item.kind != "clash" and says_something(item)
        if ready and item.under in taken:
            item = item._replace(state="taken")  # noqa: PLW2901 - the same, taken
        if item.state == "taken":
            taken.add(item.id)
        found.append(item)
    return tuple(found)


def take_unseen(items: Items) -> Items:
    """Accept what is sure where nobody looks; a visit that may be one of the store, or may not, is left to somebody."""
    for same in [one for one in items if one.kind == "same" and not one.sure]:
        visit = by_id(items, same.under)
        items = put(items, visit._replace(sure=False, why=f"It may be {same.values['ref']}, or another one."))
    return take_sure(items)


def taken(items: Items) -> Items:
    """What was taken, each thing once: a visit counts, the fields that it brings do not."""
    return tuple(one for one in items if one.state == "taken" and one.kind not in ("source", "field"))


def undecided(items: Items) -> Items:
    """What still waits for the officer."""
    return tuple(one for one in items if one.state == "open" and says_something(one))


def change(items: Items, number: int, *, name: str = "", **values: Any) -> Items:
    """Say it otherwise, which accepts it."""
    item = by_id(items, number)
    changed = item.having(**values)._replace(name=name or item.name, sure=True, why="")
    return take(put(items, changed), [number]) if changed.kind not in EVENTS else _itself(items, changed)


def _itself(items: Items, changed: Item) -> Items:
    return _taken(put(items, changed), [changed, *above(items, changed)])


# --- from the text ---


def file_sentence(items: Items, sentence: Span, quote: str, rung: Rung) -> tuple[Items, int]:
    """File a sentence as an outcome at a rung.

    The one outcome that was proposed for it takes the rung, of several the one that has it already; where none has,
    the whole sentence takes the place of them all.

    Args:
        items: the draft.
        sentence: where it stands.
        quote: its words.
        rung: as the officer judges it.

    Returns:
        the draft, and the number of the outcome; 0 when there is no event that it could have come of.
    """
    there = [one for one in outcomes_in(items, sentence) if one.state != "left"]
    fitting = there if len(there) == 1 else [one for one in there if one.values["rung"] == rung]
    if fitting:
        return set_rung(items, fitting[0].id, rung), fitting[0].id
    event = event_at(items, sentence)
    if event is None:
        return items, 0
    for one in there:
        items = put_all(items, [each._replace(state="left") for each in (one, *part_of(items, one.id))])
    values: dict[str, Any] = {"text": " ".join(quote.split()), "quote": quote, "verb": "", "rung": rung}
    values |= {"parties": parties_of(event), "owner": "", "due": {}, "topics": [], "instrument": ""}
    if there:
        values |= {name: there[0].values.get(name) for name in ("due", "topics", "instrument")}
    new = Item(next_id(items), "outcome", event.id, values=values, spans=(sentence,))
    return take(insert(items, new), [new.id]), new.id


def set_rung(items: Items, number: int, rung: Rung) -> Items:
    """Put an outcome on another rung, which accepts it."""
    item = by_id(items, number)
    if item.values["rung"] == rung:
        return take(items, [number])
    return change(items, number, rung=rung)


def outcomes_in(items: Items, sentence: Span) -> Items:
    """The outcomes whose words lie in a sentence."""
    return tuple(
        one for one in items if one.kind == "outcome" and any(touches(span, sentence) for span in one.spans)
    )


def touches(one: Span, other: Span) -> bool:
    """Whether two stretches share a letter."""
    return one.start < other.end and other.start < one.end


def event_at(items: Items, sentence: Span) -> Item | None:
    """The event that a sentence belongs to: that of the outcomes before it, else the last one told of up to there."""
    events = [one for one in items if one.kind in EVENTS and one.state != "left"]
    if not events:
        return None
    near: tuple[int, int] = (-1, events[0].id)
    for one in items:
        if one.state == "left" or not one.spans or one.kind not in ("outcome", *EVENTS):
            continue
        number = one.id if one.kind in EVENTS else one.under
        start = one.spans[0].start
        if start <= sentence.start and start > near[0] and any(event.id == number for event in events):
            near = (start, number)
    return by_id(items, near[1])


def parties_of(event: Item) -> list[str]:
    """The countries of an event."""
    if event.kind == "visit":
        return [str(event.values["sending"]), str(event.values["host"])]
    return list(event.values["parties"])


def add_meeting(items: Items, sentence: Span, parties: Sequence[str]) -> tuple[Items, int]:
    """Begin a meeting at a sentence: outcomes from there to the next meeting move into it.

    Args:
        items: the draft.
        sentence: where it stands.
        parties: codes of the countries.

    Returns:
        the draft, and the number of the meeting.
    """
    visit = _visit_around(items, sentence, parties)
    number = next_id(items)
    roles = _roles(visit, parties)
    status = str(visit.values["status"]) if visit is not None else "held"
    values: dict[str, Any] = {
        "parties": list(parties),
        "roles": roles,
        "format": "unspecified",
        "mode": "unknown",
    }
    values |= {"status": status, "delegation": visit is not None}
    new = Item(number, "meeting", visit.id if visit else 0, values=values, spans=(sentence,))
    ends = [one.spans[0].start for one in items if one.kind == "meeting" and one.spans]
    until = min((end for end in ends if end > sentence.start), default=None)
    old = [one for one in items if one.kind == "outcome" and visit is not None and one.under == visit.id]
    moving = [
        one
        for one in old
        if one.spans
        and one.spans[0].start >= sentence.start
        and (until is None or one.spans[0].start < until)
    ]
    items = insert(items, new)
    for one in moving:
        inside = part_of(items, one.id)
        rest = tuple(each for each in items if each.id != one.id and each not in inside)
        items = insert(rest, one._replace(under=number).having(parties=list(parties)))
        for each in inside:
            items = insert(items, each)
    return _itself(items, by_id(items, number)), number


def _visit_around(items: Items, sentence: Span, parties: Sequence[str]) -> Item | None:
    """The visit in which a meeting was held: the one of the sentence, if its countries take part."""
    event = event_at(items, sentence)
    while event is not None and event.kind != "visit":
        event = by_id(items, event.under) if event.under else None
    return event if event is not None and set(parties_of(event)) <= set(parties) else None


def _roles(visit: Item | None, parties: Sequence[str]) -> dict[str, str]:
    if visit is None:
        return {}
    known = {str(visit.values["host"]): "host", str(visit.values["sending"]): "guest"}
    return {code: known.get(code, "third") for code in parties}


def add_visit(items: Items, sentence: Span, sending: str, host: str) -> tuple[Items, int]:
    """Begin a visit at a sentence."""
    number = next_id(items)
    values = {"sending": sending, "host": host, "status": "held"}
    items = insert(items, Item(number, "visit", values=values, spans=(sentence,), state="taken"))
    empty = {"value": "", "text": "", "basis": "stated"}
    return insert(items, Item(number + 1, "field", number, name="date", values=empty)), number


def add_person(items: Items, sentence: Span, words: Span | None, values: dict[str, Any]) -> tuple[Items, int]:
    """Add somebody where a sentence names them: to the delegation, or to the meeting there.

    Returns:
        the draft, and the number of the person; 0 when there is no event yet.
    """
    event = event_at(items, sentence)
    if event is None:
        return items, 0
    visit = event if event.kind == "visit" else by_id(items, event.under) if event.under else None
    travelled = visit is not None and values["country"] in ("", visit.values["sending"])
    under = visit if visit is not None and travelled else event
    if under.kind == "visit" and not travelled:
        tables = children(items, under.id, "meeting")
        fitting = [one for one in tables if values["country"] in one.values["parties"]]
        if not fitting:
            parties = list(dict.fromkeys([*parties_of(under), str(values["country"])]))
            items, number = add_meeting(items, sentence, parties)
            fitting = [by_id(items, number)]
        under = fitting[0]
    new = Item(next_id(items), "person", under.id, values=values, spans=(words or sentence,))
    return take(insert(items, new), [new.id]), new.id


def add_topic(items: Items, sentence: Span, code: str) -> tuple[Items, int]:
    """Add a topic to the visit or meeting that a sentence tells of."""
    event = event_at(items, sentence)
    if event is None:
        return items, 0
    if event.under:
        event = by_id(items, event.under)
    there = next((one for one in children(items, event.id, "field") if one.name == "topics"), None)
    if there is None:
        new = Item(
            next_id(items), "field", event.id, name="topics", values={"value": code}, spans=(sentence,)
        )
        return take(insert(items, new), [new.id]), new.id
    codes = list(dict.fromkeys([*there.value.split(), code]))
    changed = there.having(value=" ".join(codes))._replace(spans=(*there.spans, sentence))
    return take(put(items, changed), [there.id]), there.id
