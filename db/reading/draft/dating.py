"""Dates of a draft that count from the publication: what they mean once that is known is offered, one by one."""

from __future__ import annotations

from datetime import date

from db.dates import PartialDate
from db.dates.resolve import resolve
from db.reading.dates.days import with_year
from db.reading.dates.doubted_days import reason_to_doubt
from db.reading.dates.together import days_told
from db.reading.draft.deciding import take
from db.reading.draft.items import Item, Items, above, by_id, put
from db.reading.draft.proposing import date_in, dated
from db.vocabulary import STILL_TO_COME


def meant(when: PartialDate, published: date, *, ahead: bool) -> PartialDate | None:
    """What a symbolic date means in a text of that day; None where that says no more.

    Args:
        when: the date as far as it is known.
        published: the day of publication.
        ahead: whether it is told of as something to come.
    """
    told = days_told(when.text, 0, len(when.text), published, ahead=ahead)
    found = told[0].when if len(told) == 1 else resolve(when.text, published) if when.text else when
    if not found.edtf:
        found = when
    if found.yearless:
        found = with_year(found, published, ahead=ahead)
    if not found.edtf or found.yearless or found.edtf == when.edtf:
        return None
    return PartialDate(found.edtf, when.text, found.basis)


def offer_dates(items: Items, published: date) -> Items:
    """The draft with an offer at every symbolic date that the publication tells the meaning of."""
    for item in items:
        if item.kind == "field" and item.name == "date" and item.state != "left":
            found = meant(date_in(item), published, ahead=_ahead(items, item))
            doubt = reason_to_doubt(found) if found else ""
            item = item._replace(sure=False, why=doubt) if doubt else item  # noqa: PLW2901 - the same, in doubt
            items = put(items, item.having(offer=dated(found) if found else None))
        elif item.kind == "outcome" and item.state != "left":
            due = item.values.get("due") or {}
            found = meant(_due(due), published, ahead=True)
            items = put(items, item.having(offer=dated(found) if found else None))
    return items


def _due(values: dict[str, str]) -> PartialDate:
    return PartialDate(values.get("value", ""), values.get("text", ""))


def _ahead(items: Items, item: Item) -> bool:
    event = next(iter(above(items, item)), None)
    return event is not None and event.values.get("status") in STILL_TO_COME


def offered(items: Items) -> Items:
    """The dates that wait for an answer."""
    return tuple(item for item in items if item.values.get("offer"))


def accept_offer(items: Items, number: int) -> Items:
    """The date means what is offered."""
    item = by_id(items, number)
    offer = item.values["offer"]
    if item.kind == "outcome":
        return put(items, item.having(due=offer, offer=None))
    return take(put(items, item.having(**offer, offer=None)._replace(why="", sure=True)), [number])


def decline_offer(items: Items, number: int) -> Items:
    """The date stays as the text has it, and a doubt about what it means is gone with the offer."""
    item = by_id(items, number)
    offer = item.values.get("offer") or {}
    item = item._replace(sure=True, why="") if reason_to_doubt(_due(offer)) else item
    return put(items, item.having(offer=None))
