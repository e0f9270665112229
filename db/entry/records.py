"""From the parts of a line to the values of a dossier and the words under the entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from db.commitments import AGREED, RUNGS
from db.dates import PartialDate, show_date
from db.entry.vocabulary import ASKED_FOR, IN_COURT

if TYPE_CHECKING:
    from db.entry.parts import Parts
    from db.entry.shapes import Work
    from db.entry.who import Somebody

Values = dict[str, Any]


def values_of(parts: Parts) -> Values:
    """The line as a dossier that holds one record, without "bilat"."""
    key, make = _MAKERS[parts.kind]
    values: Values = {"source": parts.source} if parts.source else {}
    if parts.kind == "official":
        return values | {"officials": parts.officials}
    if parts.officials:
        values["officials"] = parts.officials
    return values | {key: [make(parts)]}


def _dated(prefix: str, when: PartialDate) -> Values:
    values = {prefix: when.edtf, f"{prefix}_text": when.text}
    return {key: value for key, value in values.items() if value} | (
        {f"{prefix}_basis": when.basis} if when.basis != "stated" else {}
    )


def _common(parts: Parts) -> Values:
    found: Values = dict(parts.values)
    if parts.topics:
        found["topics"] = [topic.code for topic in parts.topics]
    return found


def _event(parts: Parts) -> Values:
    return ({"title": parts.words} if parts.words else {}) | _dated("date", parts.when) | _common(parts)


def _participant(who: Somebody, home: str = "") -> Values:
    """Who it is; the country only where it is not that of the delegation."""
    country = {"country": who.country} if who.country and who.country != home else {}
    return country | who.values


def _visit(parts: Parts) -> Values:
    sending, host = parts.codes
    values: Values = {"sending": sending, "host": host} | _event(parts)
    if parts.people:
        members = [
            _participant(who, sending) | {"role": _role(number, who), "rank": number + 1}
            for number, who in enumerate(parts.people)
        ]
        values["delegations"] = [{"country": sending, "members": members}]
    if parts.met:
        came = [who for who in parts.people if who.kind != "unnamed"]
        values["meetings"] = [
            {
                "parties": [sending, host],
                "roles": {sending: "guest", host: "host"},
                "participants": [
                    *({"country": who.country or sending} | who.values for who in came),
                    *({"country": who.country or host} | who.values for who in parts.met),
                ],
            }
        ]
        if status := parts.values.get("status"):
            values["meetings"][0]["status"] = status
    return values


def _role(number: int, who: Somebody) -> str:
    return who.role or ("member" if number else "head")


def _meeting(parts: Parts) -> Values:
    values: Values = {"parties": list(parts.codes)} | _event(parts)
    if participants := [_participant(who) for who in (*parts.people, *parts.met)]:
        values["participants"] = participants
    return values


def _action(parts: Parts) -> Values:
    return {"text": parts.words, "rung": parts.rung} | _dated("due", parts.due) | _common(parts)


def _followup(parts: Parts) -> Values:
    due = (
        {} if parts.anchored else _dated("due", parts.due)
    )  # a day that hangs on an event is not a fact of its own
    return {"text": parts.words} | due | _common(parts)


_MAKERS: dict[str, tuple[str, Callable[[Parts], Values]]] = {
    "visit": ("visits", _visit),
    "meeting": ("meetings", _meeting),
    "action": ("actions", _action),
    "followup": ("followups", _followup),
    "official": ("officials", _visit),
}


def summary_of(parts: Parts, work: Work) -> tuple[str, ...]:
    """What the line says, part by part, in the order in which an officer checks it."""
    return tuple(part for part in _summary(parts, work) if part)


def _summary(parts: Parts, work: Work) -> Iterator[str]:
    title = f"“{parts.words}”" if parts.words else ""
    if parts.kind == "official":
        yield parts.shown.get("name", "official")
        yield parts.shown.get("country", "")
        yield parts.shown.get("post", "")
        yield parts.shown.get("like", "")
    elif parts.kind in {"visit", "meeting"}:
        yield from _event_summary(parts, work)
        yield title
    elif parts.kind:
        yield f"{'follow-up' if parts.kind == 'followup' else parts.rung} {title}".strip()
        yield f"on {parts.values['on']}" if "on" in parts.values else parts.shown.get("above", "")
        if "due" in parts.shown:
            yield f"due {parts.shown['due']}"
        elif parts.due.edtf or parts.due.text:
            yield f"due {show_date(parts.due, today=work.moment.today)}"
        yield parts.shown.get("recurrence", "")
        if parts.rung in RUNGS[AGREED:] and not parts.values.get("status"):
            yield "open"
        yield parts.values.get("status", "")
        yield parts.shown.get("owner", "")
        yield f"assignee {parts.values['assignee']}" if "assignee" in parts.values else ""
        yield IN_COURT.get(parts.values.get("ball", ""), "")
        yield ", ".join(topic.label for topic in parts.topics)
    yield from _rest(parts)


def _event_summary(parts: Parts, work: Work) -> Iterator[str]:
    joint = " → " if parts.kind == "visit" else " · "
    yield f"{parts.kind} {joint.join(country.name for country in parts.countries)}".strip()
    stated = parts.when.edtf or parts.when.text
    yield show_date(parts.when, today=work.moment.today) if stated else "date not stated"
    for number, who in enumerate(parts.people):
        yield f"head {who.label}" if parts.kind == "visit" and _role(number, who) == "head" else who.label
    if parts.met:
        yield f"met {', '.join(who.label for who in parts.met)}"
    yield parts.values.get("place", "")
    yield parts.values.get("kind", "")
    yield parts.values.get("format", "")
    yield parts.values.get("mode", "")
    yield parts.values.get("status", "")
    yield ASKED_FOR.get(parts.values.get("initiated_by", ""), "")
    yield f"on {parts.values['on']}" if "on" in parts.values else ""
    yield ", ".join(topic.label for topic in parts.topics)


def _rest(parts: Parts) -> Iterator[str]:
    yield parts.values.get("ref", "")
    if parts.source:
        source = parts.source
        known = source.get("title") or source.get("url") or source.get("publisher") or source.get("key")
        yield f"source: {known or 'the text on the clipboard'}"
    yield f"note: {parts.values['note']}" if parts.values.get("note") else ""
