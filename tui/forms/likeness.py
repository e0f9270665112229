"""A form for a new record like one that is there: what makes that one itself is left out."""

from __future__ import annotations

from db.commitments import AGREED, RUNGS
from db.forms.fields import blank
from db.queries.forms import FormValues
from db.rows import Kind
from tui.forms.form import Form

_OWN: dict[
    Kind, tuple[str, ...]
] = {  # what happens again is like it in all but these; the first is begun with
    "visit": ("date", "links", "note"),
    "meeting": ("date", "complete", "note"),
    "action": ("due", "note"),
    "followup": ("due", "note"),
}
_SHARED: dict[Kind, tuple[str, ...]] = {  # what is told apart by name is like it in these alone
    "official": ("country",),
    "post": ("title", "organisation", "country", "grade"),
    "organisation": ("country", "kind", "parent"),
    "source": ("kind", "publisher", "author", "language", "reliability", "handling"),
}


def like(record: FormValues) -> Form:
    """The form; its texts are those of the record, as far as they can be true of another one."""
    kind, empty = record.key.kind, blank(record.key.kind)
    if kind in _OWN:
        texts = record.values | {name: empty[name] for name in _OWN[kind]}
    else:
        texts = empty | {name: record.values[name] for name in _SHARED[kind]}
    form = Form(kind, texts | _standing(kind, texts), title=f"like {record.title}")
    begin = _OWN[kind][0] if kind in _OWN else form.box.field.name
    form.at = next(number for number, box in enumerate(form.boxes) if box.field.name == begin)
    form.box.enter()
    return form


def _standing(kind: Kind, texts: dict[str, str]) -> dict[str, str]:
    """How a new one stands: nothing of it has happened yet."""
    if kind in ("visit", "meeting"):
        return {"status": "planned"}
    if kind == "action":
        return {"status": "open" if texts["rung"] in RUNGS[AGREED:] else ""}
    return {"status": "open", "ball": "us"} if kind == "followup" else {}
