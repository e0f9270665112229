"""What entries of a calendar have in common: their name and version, who may read them, the doubt about their days."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from db.exchange.outlook import calendar_class
from db.exchange.stamps import Stamp, calendar_uid

if TYPE_CHECKING:
    from icalendar import Component

    from db.dates import PartialDate


def put_head(component: Component, ref: str, stamp: Stamp) -> None:
    """Who it is, and as of when: a calendar takes what has a higher SEQUENCE for the newer version."""
    component.add("uid", calendar_uid(ref, stamp))
    component.add("dtstamp", stamp.changed)
    component.add("created", stamp.made)
    component.add("last-modified", stamp.changed)
    component.add("sequence", stamp.times)


def put_class(component: Component, marks: Iterable[str]) -> None:
    """Who may read it, where a mark says so."""
    if said := calendar_class(marks):
        component.add("class", said)


def doubt(when: PartialDate) -> str:
    """What stands behind a title: "~" for days that are about right, "?" for days whose source is in doubt."""
    marks = ("~" if when.approximate else "") + ("?" if when.uncertain else "")
    return f" {marks}" if marks else ""
