"""The orders in which the whole of a section of Today or Watch can be read; each has an index."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from db.queries.pairs import ORDERS as OF_PAIRS
from db.queries.timeline import TIMELINE_SORTS

if TYPE_CHECKING:
    from db.filtering import Subject
    from db.listing import Selection

USUALLY = "usually"
"""The order that the view has."""

_ACTIONS = frozenset({"steps", "vague", "silent", "proposed", "explored"})
_Orders = Mapping[str, tuple[tuple[str, ...], bool]]
_QUIET: _Orders = {"latest": (("p.last_day", "p.a", "p.b"), True)} | {
    name: OF_PAIRS[name] for name in ("name", "open", "watch")
}
_OF_RUNG: _Orders = {"newest": (("a.id",), True), "oldest": (("a.id",), False)}
_BACKWARDS = "last"
_OF_TOPIC = "topic:"


def section_of_topic(code: str) -> str:
    """The name of the list of visits and meetings that are about a topic."""
    return f"{_OF_TOPIC}{code}"


def topic_of(section: str) -> str:
    """The code of the topic that a section is about; "" for other sections."""
    return section.removeprefix(_OF_TOPIC) if section.startswith(_OF_TOPIC) else ""


def subject_of(section: str) -> Subject:
    """What the lines of a section are."""
    if section in _ACTIONS:
        return "action"
    if topic_of(section):
        return "event"
    return {"quiet": "pair", "unbriefed": "event"}.get(section, "followup")  # type: ignore[return-value]


def section_sorts(section: str) -> tuple[str, ...]:
    """The names of a section's orders, the usual one first."""
    if topic_of(section):
        return TIMELINE_SORTS
    match section:
        case "quiet":
            return (USUALLY, *_QUIET)
        case "proposed" | "explored":
            return (USUALLY, *_OF_RUNG)
        case "steps":
            return (USUALLY, "oldest")
        case "unbriefed" | "vague" | "silent":
            return (USUALLY,)  # several statuses or rungs at once have no index that is of use
        case _:
            return (USUALLY, _BACKWARDS)


def sorted_otherwise(selection: Selection, section: str, sort: str) -> Selection:
    """The selection in one of the orders of its section."""
    if sort == _BACKWARDS:
        return selection._replace(descending=not selection.descending)
    order = (_QUIET if section == "quiet" else _OF_RUNG).get(sort)
    return selection if order is None else selection._replace(order=order[0], descending=order[1])
