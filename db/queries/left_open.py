"""What is still open under outcomes that end: our own steps on them, which nobody would close otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries.followups import IS_OPEN
from db.reader import marked
from db.rows import Key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.reader import Reader

_AT_MOST = 500


def left_open(reader: Reader, keys: Iterable[Key]) -> dict[Key, str]:
    """The refs of open follow-ups on some outcomes, without those that are among the keys themselves."""
    ending = set(keys)
    marks, values = marked("action", (int(key.id) for key in ending if key.kind == "action"))
    if not marks:
        return {}
    rows = reader.all(
        f"SELECT f.id, f.ref FROM followup f WHERE f.action_id IN ({marks}) AND {IS_OPEN}"
        " ORDER BY f.id LIMIT :limit_",
        **values,
        limit_=_AT_MOST,
    )
    found = {Key("followup", str(number)): str(ref) for number, ref in rows}
    return {key: ref for key, ref in found.items() if key not in ending}
