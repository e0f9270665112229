"""Who is known to have been in a delegation or a meeting, so that nobody comes into it twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Self

from db.names import fold

if TYPE_CHECKING:
    from db.reader import Reader

_MOST = 500
_PEOPLE = (
    "SELECT p.id, p.role, COALESCE(o.name, ''), COALESCE(t.title, ''),"
    " COALESCE(NULLIF(g.acronym, ''), g.name, ''), p.group_name, p.count, COALESCE(p.country, '')"
    " FROM participant p LEFT JOIN official o ON o.id = p.official_id LEFT JOIN post t ON t.id = p.post_id"
    " LEFT JOIN organisation g ON g.id = COALESCE(t.organisation_id, p.organisation_id)"
)
_IN_ORDER = " ORDER BY p.role <> 'head', COALESCE(p.rank, 9999), p.id LIMIT :limit_"


class Person(NamedTuple):
    """Somebody who took part: an official, else a post, else a service, else a group.

    Attributes:
        number: the participant's id.
        role: in the delegation or meeting.
        official: name, "" when nobody is named.
        post: title of the post held then.
        organisation: of the post, or the service itself.
        group: as printed.
        size: how many they are, if that was said.
        country: code, "" when not known.
    """

    number: int
    role: str
    official: str
    post: str
    organisation: str
    group: str
    size: int | None
    country: str

    @property
    def label(self) -> str:
        """Who it is, in short."""
        return self.official or ", ".join(filter(None, (self.post, self.organisation))) or self.group

    @property
    def values(self) -> dict[str, Any]:
        """The fields of a participant's draft that say who it is; the post then says nothing of now."""
        if self.official:
            return {"official": self.official}
        kept = {
            "post": self.post,
            "organisation": self.organisation,
            "group": self.group,
            "count": self.size,
        }
        return {key: value for key, value in kept.items() if value}


class Company:
    """The people of one delegation or one meeting, the head first."""

    def __init__(self, people: tuple[Person, ...]) -> None:
        self.people = people

    @classmethod
    def of_delegation(cls, reader: Reader, visit: int, country: str) -> Self:
        """Those who travelled for a country."""
        of_it = "d.visit_id = :visit AND d.country = :country"
        sql = f"{_PEOPLE} JOIN delegation d ON d.id = p.delegation_id WHERE {of_it}"
        rows = reader.all(sql + _IN_ORDER, visit=visit, country=country, limit_=_MOST)
        return cls(tuple(Person(*row) for row in rows))

    @classmethod
    def of_meeting(cls, reader: Reader, meeting: int) -> Self:
        """Those who met."""
        sql = f"{_PEOPLE} WHERE p.meeting_id = :meeting"
        return cls(tuple(Person(*row) for row in reader.all(sql + _IN_ORDER, meeting=meeting, limit_=_MOST)))

    @property
    def head(self) -> Person | None:
        """Who led them."""
        return next((one for one in self.people if one.role == "head"), None)

    def find(self, typed: dict[str, Any]) -> Person | None:
        """The one that a participant's draft means."""
        return next((one for one in self.people if _identity(one.values) == _identity(typed)), None)


def last_visit(reader: Reader, sending: str, host: str) -> tuple[int, str] | None:
    """Id and ref of the last visit this way on which somebody is named; those called off do not count."""
    found = reader.one(
        "SELECT v.id, v.ref FROM visit v WHERE v.sending = :sending AND v.host = :host AND v.merged_into IS NULL"
        " AND v.status NOT IN ('cancelled', 'implied') AND EXISTS (SELECT 1 FROM delegation d"
        " JOIN participant p ON p.delegation_id = d.id WHERE d.visit_id = v.id AND d.country = v.sending)"
        " ORDER BY v.date_first IS NULL, v.date_first DESC, v.id DESC LIMIT 1",
        sending=sending,
        host=host,
    )
    return (int(found[0]), str(found[1])) if found else None


def called(typed: dict[str, Any]) -> str:
    """A participant's draft in short."""
    office = ", ".join(str(typed[key]) for key in ("post", "organisation") if typed.get(key))
    return str(typed.get("official") or office or typed.get("group", ""))


def _identity(typed: dict[str, Any]) -> tuple[str, ...]:
    if typed.get("official"):
        return ("official", fold(typed["official"]))
    if typed.get("post") or typed.get("organisation"):
        return ("office", fold(typed.get("post", "")), fold(typed.get("organisation", "")))
    return ("group", fold(typed.get("group", "")))
