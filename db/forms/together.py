"""What must be true between the fields of a form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any

from db.commitments import AGREED, RUNGS
from db.dates.anchored import BOTH, Anchored
from db.entry.anchors import WHICH
from db.rows import Kind
from db.vocabulary import HELD_STATUSES

_LEAST_PARTIES = 2
_TOGETHER: dict[Kind, tuple[tuple[str, ...], ...]] = {
    "visit": (("sending", "host"), ("date", "status")),
    "meeting": (("parties",), ("date", "status")),
    "action": (("rung", "status"),),
    "followup": (("due", "recurrence"), ("due", "on")),
}
"""Fields that must fit together; what stands in the store untouched is nobody's mistake now."""


def check(
    kind: Kind, values: Mapping[str, Any], today: date, touched: AbstractSet[str] | None = None
) -> dict[str, str]:
    """What is wrong between fields, by the field to change.

    Args:
        kind: of record.
        values: of the fields that were read; rules on others are not looked at.
        today: what is still to come was not held.
        touched: the fields that are new; None for all.
    """
    problems: dict[str, str] = {}
    for names in _TOGETHER.get(kind, ()):
        known = all(name in values for name in names)
        if known and (touched is None or not touched.isdisjoint(names)):
            problems |= _RULES[names](values, today)
    return problems


def _two_countries(values: Mapping[str, Any], _: date) -> dict[str, str]:
    same = values["sending"] == values["host"]
    return {"host": "A visit goes from one country to another one."} if same else {}


def _two_parties(values: Mapping[str, Any], _: date) -> dict[str, str]:
    few = len(values["parties"]) < _LEAST_PARTIES
    return {"parties": "A meeting has two parties or more, as in DE ES:host MA."} if few else {}


def _not_before_it_was(values: Mapping[str, Any], today: date) -> dict[str, str]:
    first = values["date"].first
    if values["status"] not in HELD_STATUSES or first is None or first <= today:
        return {}
    return {"status": f"It is still to come, so it cannot be {values['status']}: planned or confirmed."}


def _status_from_agreed_on(values: Mapping[str, Any], _: date) -> dict[str, str]:
    rung, status = values["rung"], values["status"]
    committed = RUNGS.index(rung) >= AGREED
    if committed and not status:
        return {"status": f"What is {rung} has a status: open, until it is done."}
    if status and not committed:
        return {"status": f"Only agreed and signed outcomes have a status, and this one is {rung}."}
    return {}


def _of_its_own_days(values: Mapping[str, Any], _: date) -> dict[str, str]:
    both = isinstance(values["due"], Anchored) and values["recurrence"]
    return {"recurrence": BOTH} if both else {}


def _by_an_event(values: Mapping[str, Any], _: date) -> dict[str, str]:
    due, on = values["due"], values["on"]
    nothing = isinstance(due, Anchored) and not due.event and (on is None or on.kind == "official")
    return {"due": WHICH} if nothing else {}


_RULES: dict[tuple[str, ...], Callable[[Mapping[str, Any], date], dict[str, str]]] = {
    ("sending", "host"): _two_countries,
    ("parties",): _two_parties,
    ("date", "status"): _not_before_it_was,
    ("rung", "status"): _status_from_agreed_on,
    ("due", "recurrence"): _of_its_own_days,
    ("due", "on"): _by_an_event,
}
