"""What the line takes from where it is typed: what an outcome hangs on, and that the future is only planned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from db.commitments import AGREED, RUNGS
from db.dates import PartialDate
from db.entry.parts import Parts
from db.entry.shapes import Reading, Work


def hang(work: Work, parts: Parts, *, above: Sequence[Reading]) -> str:
    """Say what an outcome or a follow-up belongs to; a sentence when an outcome has nothing to belong to."""
    if work.context.whole and parts.kind == "action":
        parts.values["part_of"] = work.context.whole.ref
        work.assumed.append(f"a part of {work.context.whole.ref}")
    if "on" in parts.values or any(token.kind == "ref" and token.problem for token in work.tokens):
        _remark(work, parts)
        return ""
    if nearest := _nearest(above, parts.kind):
        parts.above = "action" if nearest.kind == "action" else "event"
        noun = "outcome" if nearest.kind == "action" else nearest.kind
        parts.shown["above"] = f"on the {noun} in line {nearest.line + 1}"
        work.assumed.append(parts.shown["above"])
        if parts.kind == "action" and _begins_after(nearest, work.moment.today):
            work.remarks.append(f"the {noun} in line {nearest.line + 1} is still to come")
        return ""
    if ref := hangs_on(work, parts.kind):
        parts.values["on"] = ref
        label = work.context.on_label
        work.assumed.append(f"on {label if label.startswith(ref) else ref.removeprefix('official:')}")
        _remark(work, parts)
        return ""
    if parts.kind == "followup":
        return ""
    if ref := entered_last(work):
        parts.values["on"] = ref
        work.assumed.append(f"on {ref}, just entered")
        _remark(work, parts)
        return ""
    return "An outcome belongs to a visit or meeting: select one first, or write on:V-2025-001."


def entered_last(work: Work) -> str:
    """The ref of the visit or meeting entered last in this run, "" when there is none any more."""
    last = work.context.last
    if last is None or last.kind not in {"visit", "meeting"} or not last.id.isdecimal():
        return ""
    return str(work.reader.value(f"SELECT ref FROM {last.kind} WHERE id = :id", id=int(last.id)) or "")


def _nearest(above: Sequence[Reading], kind: str) -> Reading | None:
    """The line above on which a record of the kind hangs: an outcome hangs on no outcome."""
    kinds = {"visit", "meeting"} if kind == "action" else {"visit", "meeting", "action"}
    return next((one for one in reversed(above) if one.kind in kinds), None)


def _begins_after(event: Reading, today: date) -> bool:
    records = [*event.values.get("visits", ()), *event.values.get("meetings", ())]
    first = PartialDate(records[0].get("date", "")).first if records else None
    return bool(first and first > today)


def _remark(work: Work, parts: Parts) -> None:
    """An outcome of a visit or meeting that is still to come is kept, and looked at twice."""
    ref = parts.values.get("on", "")
    table = {"V": "visit", "M": "meeting"}.get(ref[:1])
    if parts.kind != "action" or table is None:
        return
    first = work.reader.value(f"SELECT date_first FROM {table} WHERE ref = :ref", ref=ref)
    if first and str(first) > work.moment.today.isoformat():
        work.remarks.append(f"{ref} is still to come")


def check_status(work: Work, parts: Parts) -> None:
    """Refuse a status below agreed, on the token that says it."""
    if parts.kind != "action" or "status" not in parts.values or parts.rung not in RUNGS[:AGREED]:
        return
    sentence = f"Only agreed and signed outcomes have a status, and this one is {parts.rung}."
    for number, token in enumerate(work.tokens):
        if token.kind == "field" and work.text[token.start :].lower().startswith("status:"):
            work.tokens[number] = token._replace(problem=sentence)


def plan(work: Work, parts: Parts) -> None:
    """A visit or meeting that is still to come is planned, unless the line says how it stands."""
    first = parts.when.first
    if "status" not in parts.values and first and first > work.moment.today:
        parts.values["status"] = "planned"
        work.assumed.append("planned, as the date is still to come")


def hangs_on(work: Work, kind: str) -> str:
    """The name of the selected record if such a record can hang on it, else ""."""
    on = work.context.on
    if on is None or not on.id.isdecimal():
        return ""
    number = int(on.id)
    if on.kind == "action" and kind == "action":
        sql = (
            "SELECT COALESCE(m.ref, v.ref) FROM action a LEFT JOIN meeting m ON m.id = a.meeting_id"
            " LEFT JOIN visit v ON v.id = a.visit_id WHERE a.id = :id"
        )
        return str(work.reader.value(sql, id=number) or "")
    if on.kind == "official" and kind == "followup":
        name = work.reader.value("SELECT name FROM official WHERE id = :id", id=number)
        return f"official:{name}" if name else ""
    if on.kind in {"visit", "meeting"} or (on.kind == "action" and kind == "followup"):
        return str(work.reader.value(f"SELECT ref FROM {on.kind} WHERE id = :id", id=number) or "")
    return ""
