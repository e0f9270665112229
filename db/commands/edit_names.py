"""Whom and what the lines of a list name, as ids: those that nobody knows are made, each once."""

from __future__ import annotations

from db.commands.desk import Desk
from db.forms.parts import named
from db.models import Official, OfficialName, Organisation, Post
from db.names import fold
from db.names.sorting import sorted_name


class Named:
    """The ids of what the lines of one list name."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._officials: dict[tuple[str, str | None], int] = {}
        self._organisations: dict[str, int] = {}
        self._posts: dict[tuple[str, int | None], int] = {}

    def official(self, one: named.Official | None, country: str | None) -> int | None:
        """An official's id; a new one is of the country that the line speaks of."""
        if one is None or one.number is not None:
            return one.number if one else None
        key = (_low(one.name), country)
        if key not in self._officials:
            made = self._desk.add(
                Official(
                    name=one.name,
                    sort_name=sorted_name(one.name, country),
                    country=country or None,
                )
            )
            self._desk.add(
                OfficialName(official_id=made.number, name=one.name, kind="preferred", folded=fold(one.name))
            )
            self._officials[key] = made.number
        return self._officials[key]

    def organisation(self, one: named.Organisation | None, country: str | None) -> int | None:
        """An organisation's id."""
        if one is None or one.number is not None:
            return one.number if one else None
        key = _low(one.name)
        if key not in self._organisations:
            made = self._desk.add(Organisation(name=one.name, country=country or None))
            self._organisations[key] = made.number
        return self._organisations[key]

    def post(self, one: named.Post, country: str | None) -> int:
        """A post's id; a new one is of the country of its organisation."""
        if one.number is not None:
            return one.number
        where = self.organisation(one.organisation, country)
        key = (_low(one.title), where)
        if key not in self._posts:
            theirs = one.organisation.country if one.organisation else ""
            made = self._desk.add(
                Post(title=one.title, organisation_id=where, country=theirs or country or None)
            )
            self._posts[key] = made.number
        return self._posts[key]


def _low(name: str) -> str:
    return fold(name) or name
