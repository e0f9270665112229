"""Several lines at once: one reading each, one dossier for all, nothing half-saved."""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from typing import Any

from db.dates.lexer import fold
from db.dates.words import VOCABULARY
from db.entry.line import read_line
from db.entry.newcomers import newcomers_of
from db.entry.people import Official
from db.entry.shapes import Context, Reading, Token
from db.errors import BadInput
from db.reader import Reader
from db.rows import Moment

MOST_LINES = 500
_BULLET = re.compile(r"\s*(?:[-–—•·‣▪*◦]|\d{1,3}[.)])\s+(?=(\S*))")


def read_lines(
    text: str,
    *,
    reader: Reader,
    moment: Moment,
    context: Context = Context(),  # noqa: B008 - a tuple, never changed
    day_first: bool = True,
) -> list[Reading]:
    """Read a pasted or typed batch, one reading a line; blank lines are left out, bullets are blanked.

    Offsets in a reading are those of the line as it was typed. An outcome hangs on the nearest visit or meeting
    above it, a follow-up also on the nearest outcome; where there is none, on what is selected. Who is new in one line
    is known in those below it.
    """
    readings: list[Reading] = []
    above: list[Reading] = []
    newcomers: dict[str, Official] = {}
    for number, line in enumerate(text.splitlines()):
        if not line.strip():
            continue
        if len(readings) == MOST_LINES:
            sentence = f"A batch has {MOST_LINES} lines at most; enter these first."
            token = Token(0, len(line), "unread", "too many lines", sentence)
            readings.append(Reading(line, "", (token,), problems=(token,), line=number))
            break
        reading = read_line(
            _without_bullet(line),
            reader=reader,
            moment=moment,
            context=context,
            day_first=day_first,
            above=above,
            newcomers=tuple(newcomers.values()),
        )
        reading = reading._replace(line=number)
        newcomers |= {one.name: one for one in newcomers_of(reading) if one.name not in newcomers}
        if reading.kind in {"visit", "meeting"}:
            above = [reading]
        elif reading.kind == "action":
            above = [*(one for one in above if one.kind != "action"), reading]
        readings.append(reading)
    return readings


def _without_bullet(line: str) -> str:
    """The line with spaces for its bullet, so that offsets stay; the "28." of "28. Jan" is no bullet."""
    match = _BULLET.match(line)
    if match is None:
        return line
    meaning = VOCABULARY.get(fold(match[1])[0].rstrip(".,"))
    if match.group().strip()[0].isdigit() and meaning and meaning[0] == "month":
        return line
    return " " * match.end() + line[match.end() :]


def dossier_values(readings: Sequence[Reading]) -> dict[str, Any]:
    """One dossier of all lines of a batch; blank lines say nothing.

    Raises:
        BadInput: when a line is not understood, or when the lines name different sources.
    """
    dossier: dict[str, Any] = {"bilat": 1}
    above: dict[str, dict[str, Any]] = {}
    for reading in readings:
        if reading.problems:
            first = reading.problems[0]
            raise BadInput(first.problem, first.start, first.end)
        values = copy.deepcopy(reading.values)
        source = values.pop("source", None)
        if source and dossier.setdefault("source", source) != source:
            raise BadInput(
                "All lines of a batch have the same source; enter the others after it.", 0, len(reading.text)
            )
        if reading.above:
            if reading.above not in above:
                raise BadInput("What this line hangs on is not above it.", 0, len(reading.text))
            key = "actions" if reading.kind == "action" else "followups"
            made = values.pop(key, [])
            above[reading.above].setdefault(key, []).extend(made)
        else:
            made = values.get("actions", [])
        for key, records in values.items():
            dossier.setdefault(key, []).extend(records)
        if event := next((values[key][-1] for key in ("visits", "meetings") if key in values), None):
            above = {"event": event}
        elif reading.kind == "action":
            above["action"] = made[-1]
    return dossier
