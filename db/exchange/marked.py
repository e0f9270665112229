"""How many records of a list bear a handling mark, for whoever hands it on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from db.reader import marked
from db.rows import Key

if TYPE_CHECKING:
    from db.reader import Reader

_AT_ONCE = 500
_KINDS: Final = ("visit", "meeting", "action", "followup", "official", "source")


def marks_of(reader: Reader, keys: Iterable[Key]) -> Counter[str]:
    """How many of some records bear each mark, each record once; pairs and posts bear none."""
    found: Counter[str] = Counter()
    wanted = {*keys}
    for kind in _KINDS:
        numbers = sorted(int(key.id) for key in wanted if key.kind == kind)
        for start in range(0, len(numbers), _AT_ONCE):
            names, values = marked("id", numbers[start : start + _AT_ONCE])
            rows = reader.all(
                f"SELECT handling FROM {kind} WHERE handling <> '' AND id IN ({names})", **values
            )
            found.update(str(mark) for (mark,) in rows)
    return found
