"""Officials, organisations and posts as the lines of a list name them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from db.entry.shapes import quoted
from db.errors import BadInput
from db.names.apart import told_apart


class Official(NamedTuple):
    """An official; `number` is None for one that saving makes, `spelling` the name that was found.

    `asked` is a question about somebody new whose name is like a known one, `perhaps` whom saving has to ask about.
    """

    number: int | None
    name: str
    country: str = ""
    post: str = ""
    spelling: str = ""
    asked: str = ""
    perhaps: str = ""

    @property
    def told(self) -> str:
        """The name with what tells it from others."""
        return told_apart(self.name, self.country, self.post)


class Organisation(NamedTuple):
    """A service; `number` is None for one that saving makes."""

    number: int | None
    name: str
    acronym: str = ""
    country: str = ""

    @property
    def label(self) -> str:
        """The acronym, else the name."""
        return self.acronym or self.name


class Post(NamedTuple):
    """An office; `number` is None for one that saving makes."""

    number: int | None
    title: str
    organisation: Organisation | None = None
    country: str = ""

    @property
    def told(self) -> str:
        """The title with its organisation, as a line says it."""
        return "/".join([self.title, self.organisation.label] if self.organisation else [self.title])


OFFICIAL = (
    "SELECT DISTINCT o.id, o.name, COALESCE(o.country, ''), COALESCE(s.post, ''), k.name, k.folded"
    " FROM official_name k JOIN official o ON o.id = k.official_id"
    " LEFT JOIN official_summary s ON s.official_id = o.id WHERE k.kind <> 'weak' AND o.merged_into IS NULL AND "
)
ORGANISATION = "SELECT id, name, acronym, COALESCE(country, '') FROM organisation WHERE "
POST = (
    "SELECT p.id, p.title, o.id, o.name, o.acronym, COALESCE(o.country, ''), COALESCE(p.country, o.country, '')"
    " FROM post p LEFT JOIN organisation o ON o.id = p.organisation_id WHERE "
)


def post_of(row: Sequence[Any]) -> Post:
    """A post from the columns of `POST`."""
    number, title, *office, country = row
    return Post(number, title, Organisation(*office) if office[0] else None, country)


def must_be_one_name(text: str) -> None:
    """Refuse what says more than a name: a comma that is meant to be of the name stands in quotes.

    Raises:
        BadInput: with the line to write instead.
    """
    called, comma, rest = (part.strip() for part in text.partition(","))
    if comma:
        title, _, service = rest.rpartition(" of the ")
        office = "/".join(part for part in (title or rest or "Director", service) if part)
        raise BadInput(
            f"Nobody is called {quoted(text)}. What one is stands behind a semicolon; write:"
            f" {called or 'Said Alaoui'}; as {office[:1].upper()}{office[1:]}"
        )
