"""Rows, cards and pages as JSON has them; README.md beside this says what each word prints."""

from __future__ import annotations

from datetime import date
from typing import Any

from db.dates import PartialDate


def as_json(value: Any) -> Any:
    """Dates as objects, records by their kind and id, rows by the names of what they hold."""
    match value:
        case PartialDate():
            return {"edtf": value.edtf, "text": value.text, "basis": value.basis}
        case tuple() | list():
            names = getattr(value, "_fields", None)  # of a row; other tuples are lists
            plain = [as_json(one) for one in value]
            return plain if names is None else dict(zip(names, plain, strict=True))
        case dict():
            return {str(name): as_json(one) for name, one in value.items()}
        case date():
            return value.isoformat()
        case _:
            return value
