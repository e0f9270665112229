"""A line that begins with a record that is there already: it enters nothing new, and says how that is changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from db.entry.vocabulary import RECORDS, WHAT_IT_CAN_BE
from db.refs import bearer

if TYPE_CHECKING:
    from db.reader import Reader

_REF = re.compile(r"\s*([VMAF])-(\d{4})-(\d+)\b", re.ASCII | re.IGNORECASE)


def what_it_can_be(reader: Reader, line: str) -> str:
    """What a line can be that is none of it yet; of a known record, the key that changes it."""
    match = _REF.match(line)
    if match is None:
        return WHAT_IT_CAN_BE
    ref = match[0].strip().upper()
    if (known := bearer(reader, ref)) is None:
        return WHAT_IT_CAN_BE
    return f"{ref} is {RECORDS[known.kind]} that is there already; in the dashboard e on it changes its date and more."
