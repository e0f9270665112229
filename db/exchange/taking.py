"""Fields of a dossier as they are taken from very many drafts: nearly all are plain, and there may be a million."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.errors import Conflict
from db.exchange.fields import Columns, Field, Find, Plain

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_CODES = {
    **dict.fromkeys(("country", "sending", "host", "owner_country"), "country"),
    "topic": "topic",
    "instrument": "instrument",
}
"""Columns that hold a code, and of what."""


class Taking:
    """Some fields, told apart once by what they take.

    Attributes:
        fields: all of them.
    """

    def __init__(self, fields: tuple[Field, ...]) -> None:
        self.fields = fields
        plain = [one for one in fields if type(one) is Plain]
        self._plain = tuple((one.name, one.columns[0], one.unsaid) for one in plain)
        self._others = tuple(one for one in fields if type(one) is not Plain)
        columns = {column for field in fields for column in field.columns}
        self._codes = tuple((name, what) for name, what in _CODES.items() if name in columns)

    def columns(self, draft: Any, find: Find, codes: Mapping[str, Collection[str]]) -> Columns:
        """The columns for what a draft says.

        Args:
            draft: of a dossier.
            find: leads from the name of another record to its number.
            codes: those that mean something, by what they are.

        Raises:
            Conflict: a code means nothing.
            NotFound: a record that it names is not there.
        """
        columns: Columns = {}
        for name, column, unsaid in self._plain:
            value = getattr(draft, name)
            columns[column] = unsaid if value is None or (value == "" and unsaid is None) else value
        for field in self._others:
            columns |= field.kept(draft, find)
        for name, what in self._codes:
            if columns[name] and columns[name] not in codes[what]:
                raise Conflict(f"there is no {what} with the code “{columns[name][:20]}”.", name)
        return columns
