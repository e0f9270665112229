"""The lists of a record as the text of its form: a line a part, in the order in which they stand there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from db.dates import PartialDate
from db.entry.company import last_visit
from db.forms.parts.careers import Held, Spelling, held_text, office_text, spelling_text
from db.forms.parts.known import Known
from db.forms.parts.named import POST, Official, Organisation, Post, post_of
from db.forms.parts.offices import SAME_TRIP, Link, Title, link_text, name_text, title_text
from db.forms.parts.origins import SOURCE, Origin, Origins
from db.forms.parts.people import Delegation, Person
from db.forms.parts.people_words import delegation_text, person_text
from db.rows import Key
from db.titles import borne_from
from db.vocabulary import STILL_TO_COME

if TYPE_CHECKING:
    from db.reader import Reader

_PEOPLE = (
    "SELECT p.delegation_id, f.id, f.name, f.country, x.id, x.title, xo.id, xo.name, xo.acronym, xo.country,"
    " COALESCE(x.country, xo.country, ''), o.id, o.name, o.acronym, COALESCE(o.country, ''),"
    " p.group_name, p.country, p.role, p.as_printed, p.count, p.on_behalf_of, p.attendance FROM participant p"
    " LEFT JOIN official f ON f.id = p.official_id LEFT JOIN post x ON x.id = p.post_id"
    " LEFT JOIN organisation xo ON xo.id = x.organisation_id LEFT JOIN organisation o ON o.id = p.organisation_id"
    " WHERE {} ORDER BY p.rank IS NULL, p.rank, p.id"
)


def usual_attendance(status: str) -> str:
    """Of somebody of whom a line says nothing: nobody has attended what is still to come."""
    return "expected" if status in STILL_TO_COME else "attended"


def people_text(reader: Reader, key: Key) -> str:
    """Who took part in a meeting."""
    status = reader.value("SELECT status FROM meeting WHERE id = :id", id=int(key.id))
    known = Known(reader)
    people = _people(reader, known, "p.meeting_id = :id", int(key.id), status)
    return "\n".join(person_text(person, known) for _, person in people)


def delegations_text(reader: Reader, key: Key) -> str:
    """The delegations of a visit, each with those in it."""
    rows = reader.all(
        "SELECT d.id, d.country, d.level, d.size, d.complete, v.status,"
        " o.id, o.name, o.acronym, COALESCE(o.country, '')"
        " FROM delegation d JOIN visit v ON v.id = d.visit_id LEFT JOIN organisation o ON o.id = d.organisation_id"
        " WHERE d.visit_id = :id ORDER BY d.id",
        id=int(key.id),
    )
    if not rows:
        return ""
    known = Known(reader)
    inside = "p.delegation_id IN (SELECT id FROM delegation WHERE visit_id = :id)"
    found = sorted(_people(reader, known, inside, int(key.id), rows[0][5]), key=lambda one: one[0] or 0)
    members = {number: [one for _, one in some] for number, some in groupby(found, key=lambda one: one[0])}
    texts = []
    for number, country, level, size, complete, _, *office in rows:
        service = Organisation(*office) if office[0] else None
        one = Delegation(country, service, level, size, bool(complete))
        lines = [person_text(person, known, around=country) for person in members.get(number, ())]
        texts.append(delegation_text(one, lines, known))
    return "\n".join(texts)


def _people(
    reader: Reader, known: Known, where: str, number: int, status: str
) -> list[tuple[int | None, Person]]:
    rows = reader.all(_PEOPLE.format(where), id=number)
    found = [(row[0], _person(row[1:], status)) for row in rows]
    people = [person for _, person in found]
    posts = [one.post for one in people if one.post]
    services = [
        one for person in people for one in (person.organisation, person.post and person.post.organisation)
    ]
    known.prepare(
        (one.official.name for one in people if one.official),
        _names(services),
        (post.title for post in posts),
    )
    return found


def _names(services: Sequence[Organisation | None]) -> set[str]:
    """Both names of each: the acronym may lead elsewhere."""
    return {name for one in services if one for name in (one.acronym, one.name) if name}


def _person(row: Sequence[Any], status: str) -> Person:
    official, post, service, rest = row[:3], row[3:10], row[10:14], row[14:]
    group, country, role, printed, count, behalf, attendance = rest
    return Person(
        official=Official(official[0], official[1], official[2] or "") if official[0] else None,
        post=_post(post) if post[0] else None,
        organisation=Organisation(*service) if service[0] else None,
        group=group,
        country=country,
        role=role,
        printed=printed,
        how_many=count,
        behalf=behalf,
        attendance="" if attendance == usual_attendance(status) else attendance,
    )


def _post(row: Sequence[Any]) -> Post:
    number, title, office, name, acronym, country, own = row
    return Post(number, title, Organisation(office, name, acronym, country or "") if office else None, own)


def spellings_text(reader: Reader, key: Key) -> str:
    """The names of an official; those that stand in fields of their own only where there is a source to say."""
    rows = reader.all(
        f"SELECT k.name, k.kind, k.script, {SOURCE} FROM official_name k JOIN official o ON o.id = k.official_id"
        " LEFT JOIN source u ON u.id = k.source_id"
        " WHERE k.official_id = :id AND (k.source_id IS NOT NULL OR NOT (k.kind = 'preferred' AND k.name = o.name)"
        " AND NOT (k.kind = 'native' AND k.name = o.native_name))"
        " ORDER BY CASE k.kind WHEN 'preferred' THEN 0 WHEN 'native' THEN 1 WHEN 'weak' THEN 3 ELSE 2 END, k.id",
        id=int(key.id),
    )
    origins = Origins(reader)
    found = [Spelling(name, kind, script, source=_origin(source)) for name, kind, script, *source in rows]
    return "\n".join(spelling_text(one, origins) for one in found)


def tenures_text(reader: Reader, key: Key) -> str:
    """The posts that an official held, the latest first."""
    rows = reader.all(
        "SELECT t.date_edtf, t.date_text, t.date_basis, t.acting, t.basis, p.id, p.title, o.id, o.name, o.acronym,"
        f" COALESCE(o.country, ''), COALESCE(p.country, o.country, ''), {SOURCE}"
        " FROM tenure t JOIN post p ON p.id = t.post_id LEFT JOIN source u ON u.id = t.source_id"
        " LEFT JOIN organisation o ON o.id = p.organisation_id WHERE t.official_id = :id"
        " ORDER BY t.date_last IS NOT NULL, t.date_first DESC, t.id",
        id=int(key.id),
    )
    held = [
        Held(post_of(row[5:12]), PartialDate(*row[:3]), bool(row[3]), row[4], source=_origin(row[12:]))
        for row in rows
    ]
    known = _known(reader, [one.post for one in held])
    origins = Origins(reader)
    return "\n".join(held_text(one, known, origins, "") for one in held)


def _origin(row: Sequence[Any]) -> Origin | None:
    return Origin(*row) if row[0] is not None else None


def titles_text(reader: Reader, key: Key) -> str:
    """The other titles of a post."""
    rows = reader.all(
        "SELECT title, lang, valid_from, valid_to FROM post_title WHERE post_id = :id ORDER BY id",
        id=int(key.id),
    )
    return "\n".join(title_text(Title(title, lang, borne=borne_from(*days))) for title, lang, *days in rows)


def names_text(reader: Reader, key: Key) -> str:
    """The other names of a service."""
    rows = reader.all(
        "SELECT name, lang, acronym, valid_from, valid_to FROM organisation_name"
        " WHERE organisation_id = :id ORDER BY id",
        id=int(key.id),
    )
    names = (Title(name, lang, borne=borne_from(*days), acronym=short) for name, lang, short, *days in rows)
    return "\n".join(map(name_text, names))


def counterparts_text(reader: Reader, key: Key) -> str:
    """The posts that a post deals with elsewhere, whichever of the two it was said of."""
    rows = reader.all(
        f"{POST}p.id IN (SELECT counterpart_id FROM post_counterpart WHERE post_id = :id"
        " UNION SELECT post_id FROM post_counterpart WHERE counterpart_id = :id) ORDER BY p.id",
        id=int(key.id),
    )
    posts = [post_of(row) for row in rows]
    known = _known(reader, posts)
    return "\n".join(office_text(post, known, "") for post in posts)


def _known(reader: Reader, posts: Sequence[Post]) -> Known:
    known = Known(reader)
    known.prepare((), _names([post.organisation for post in posts]), (post.title for post in posts))
    return known


def links_text(reader: Reader, key: Key) -> str:
    """How a visit relates to others; that two are not the same one is said elsewhere."""
    rows = reader.all(
        "SELECT l.kind, l.from_id = :id, o.id, o.ref FROM visit_link l"
        " JOIN visit o ON o.id = CASE WHEN l.from_id = :id THEN l.to_id ELSE l.from_id END"
        " WHERE (l.from_id = :id OR l.to_id = :id) AND l.kind <> 'not a duplicate' ORDER BY l.id",
        id=int(key.id),
    )
    found = [
        Link(kind, bool(forward) or kind == SAME_TRIP, number, ref) for kind, forward, number, ref in rows
    ]
    return "\n".join(dict.fromkeys(link_text(one) for one in found))


TEXTS: dict[str, Callable[[Reader, Key], str]] = {
    "people": people_text,
    "delegation": delegations_text,
    "spellings": spellings_text,
    "tenures": tenures_text,
    "titles": titles_text,
    "names": names_text,
    "counterparts": counterparts_text,
    "links": links_text,
}
"""The text of each list, by what its field takes."""


def latest_delegation(reader: Reader, sending: str, host: str) -> tuple[str, str]:
    """The ref of the last visit of that direction with people, and its delegations; both "" where there is none."""
    found = last_visit(reader, sending, host)
    return (found[1], delegations_text(reader, Key("visit", str(found[0])))) if found else ("", "")
