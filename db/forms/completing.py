"""What a field most likely goes on with, from what the store knows already."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from db.entry import people, places
from db.entry.subjects import Topics
from db.forms.fields import Field
from db.forms.parts.completing import line_goes_on, rest_of
from db.names import fold

if TYPE_CHECKING:
    from db.reader import Reader

_MOST = 12  # candidates that are looked at
_LAST = re.compile(r"[^\s,;+#]*$")
_LETTERS = {"visit": "V", "event": "VM", "hook": "VMA"}


def go_on(reader: Reader, field: Field, text: str) -> str:
    """The letters to add behind a text, "" when nothing known begins so; bounded look-ups.

    The text of a list is that of the cursor's line.
    """
    if field.lists:
        return line_goes_on(reader, field.takes, text)
    typed = text
    if field.takes in {"topics", "countries", "parties"}:
        last = _LAST.search(text)
        typed = last.group() if last else ""
    if not fold(typed):
        return ""
    return rest_of(typed, _candidates(reader, field, typed))


def _candidates(reader: Reader, field: Field, typed: str) -> Iterable[str]:
    found: Iterable[str] = ()
    match field.takes:
        case "country" | "countries" | "parties":
            named = places.countries_beginning(reader, typed, _MOST)
            # A name of several words would need commas around it; codes never do.
            found = [name for _, name, _ in named if field.takes == "country" or " " not in name]
        case "topics":
            exact, begun = Topics(reader).matching(typed)
            found = [*exact, *begun]
        case "series":
            found = _column(reader, "series", "name")
        case "instrument":
            found = _column(reader, "instrument", "label")
        case "organisation":
            found = _organisations(reader, typed)
        case "owner":
            found = [*_organisations(reader, typed), *_officials(reader, typed)]
        case "visit" | "event" | "hook":
            refs = places.refs(reader, typed, _LETTERS[field.takes], _MOST)
            found = [ref for ref, _ in refs]
            if field.takes == "hook":
                found += _officials(reader, typed)
        case "words" if field.name == "place":
            found = places.beginning(reader, typed, (), _MOST)
        case _:
            pass
    return found


def _column(reader: Reader, table: str, column: str) -> list[str]:
    return [name for (name,) in reader.all(f"SELECT {column} FROM {table} ORDER BY {column} LIMIT 200")]


def _organisations(reader: Reader, typed: str) -> list[str]:
    found = people.organisations_beginning(reader, typed, _MOST)
    return [name for one in found for name in (one.label, one.name)]


def _officials(reader: Reader, typed: str) -> list[str]:
    return [one.name for one in people.beginning(reader, typed)]
