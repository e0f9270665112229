"""What the line takes from where it is typed: what an outcome hangs on, and that the future is only planned."""

from __future__ import annotations

from db.commitments import AGREED, RUNGS
from db.entry.parts import Parts
from db.entry.shapes import Work


def hang(work: Work, parts: Parts, *, above: bool) -> str:
    """Say what an outcome or a follow-up belongs to; a sentence when an outcome has nothing to belong to."""
    if "on" in parts.values or any(token.kind == "ref" and token.problem for token in work.tokens):
        return ""
    if above and parts.kind == "action":
        parts.above = True
        work.assumed.append("on the visit or meeting above")
        return ""
    if ref := hangs_on(work, parts.kind):
        parts.values["on"] = ref
        label = work.context.on_label
        work.assumed.append(f"on {label if label.startswith(ref) else ref.removeprefix('official:')}")
        return ""
    if parts.kind == "followup":
        return ""
    return "An outcome belongs to a visit or meeting: select one first, or write on:V-2025-001."


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
