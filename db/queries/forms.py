"""A record as the text of its form: every field as it is edited, and which change it was last touched by."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from db.commitments import RUNGS
from db.dates import PartialDate
from db.dates.show_rule import show_rule
from db.errors import NotFound
from db.forms.dates import date_as_typed
from db.forms.fields import FIELDS, PARTS, YES_OR_NO, Field
from db.merged import standing
from db.queries.anchors import hangs_on
from db.queries.called import CALLED
from db.rows import Key, noun

if TYPE_CHECKING:
    from db.reader import Reader


class FormValues(NamedTuple):
    """A record in its form.

    Attributes:
        key: which one.
        title: its ref, or its name.
        values: by field, exactly the text that its form shows.
        version: the number of the newest change of the record or its parts.
    """

    key: Key
    title: str
    values: dict[str, str]
    version: int


def form(reader: Reader, key: Key) -> FormValues:
    """The fields of a record; of the one that stands where it was merged into another.

    Raises:
        NotFound: when it is not in the store, or is a country pair, which follows from others.
    """
    if key.kind not in FIELDS:
        raise NotFound("A country pair follows from its visits and meetings, so it has no fields of its own.")
    key = standing(reader, key)
    columns = [column for field in FIELDS[key.kind] for column in _columns(field)]
    wanted = [*columns, CALLED[key.kind]]
    row = reader.one(f"SELECT {', '.join(wanted)} FROM {key.kind} r WHERE id = :id", id=int(key.id))
    if row is None:
        raise NotFound(f"This {noun(key.kind)} is no longer in the store.")
    found = dict(zip(columns, row, strict=False))
    values = {
        field.name: _SHOWN.get(field.takes, _plain)(reader, key, field, found) for field in FIELDS[key.kind]
    }
    return FormValues(key, str(row[-1]), values, version(reader, key))


def version(reader: Reader, key: Key) -> int:
    """The number of the newest change of a record or its parts, 0 where nothing was ever logged."""
    newest = reader.value(
        "SELECT MAX(id) FROM change WHERE record_kind = :kind AND record_id = :id", kind=key.kind, id=key.id
    )
    return int(newest or 0)


_OWNERS = ("owner_country", "owner_organisation_id", "owner_post_id", "owner_official_id")
_HOOKS = ("action_id", "meeting_id", "visit_id", "official_id")
_ANCHOR = ("anchor_kind", "anchor_id", "anchor_offset")


def _columns(field: Field) -> tuple[str, ...]:
    """The columns that a field's text is made of."""
    prefix = field.kept_in
    match field.takes:
        case "date" | "due":
            own = (f"{prefix}_edtf", f"{prefix}_text", f"{prefix}_basis")
            return (*own, *_ANCHOR) if field.takes == "due" else own
        case "owner":
            return _OWNERS
        case "event":
            return ("visit_id", "meeting_id")
        case "hook":
            return _HOOKS
        case "topics" | "countries" | "parties":
            return ()
        case _:
            return () if field.lists else (prefix,)


_Found = dict[str, Any]


def _plain(_: Reader, __: Key, field: Field, found: _Found) -> str:
    value = found[field.kept_in]
    if field.name == "rung":
        return RUNGS[value]
    if field.name in YES_OR_NO:
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _date(_: Reader, __: Key, field: Field, found: _Found) -> str:
    return date_as_typed(PartialDate(*(found[column] for column in _columns(field))))


def _due(reader: Reader, __: Key, field: Field, found: _Found) -> str:
    """How far from its event, where it hangs on one; else the date."""
    words, _ = hangs_on(reader, *(found[column] for column in _ANCHOR))
    return words or date_as_typed(PartialDate(*(found[column] for column in _columns(field)[:3])))


def _rule(_: Reader, __: Key, field: Field, found: _Found) -> str:
    return show_rule(str(found[field.kept_in]))


def _topics(reader: Reader, key: Key, _: Field, __: _Found) -> str:
    rows = reader.all(
        f"SELECT topic FROM {key.kind}_topic WHERE {key.kind}_id = :id ORDER BY id", id=int(key.id)
    )
    return " ".join(topic for (topic,) in rows)


def _countries(reader: Reader, key: Key, _: Field, __: _Found) -> str:
    rows = reader.all("SELECT country FROM action_party WHERE action_id = :id ORDER BY id", id=int(key.id))
    return " ".join(country for (country,) in rows)


def _parties(reader: Reader, key: Key, _: Field, __: _Found) -> str:
    rows = reader.all(
        "SELECT country, role FROM meeting_party WHERE meeting_id = :id ORDER BY id", id=int(key.id)
    )
    return " ".join(country if role == "guest" else f"{country}:{role}" for country, role in rows)


def _named(reader: Reader, _: Key, field: Field, found: _Found) -> str:
    table, column = _NAMED_BY[field.takes]
    key = "code" if table == "instrument" else "id"
    name = reader.value(f"SELECT {column} FROM {table} WHERE {key} = :key", key=found[field.kept_in])
    return str(name or "")


_NAMED_BY = {
    "series": ("series", "name"),
    "organisation": ("organisation", "name"),
    "instrument": ("instrument", "label"),
    "visit": ("visit", "ref"),
}


def _owner(reader: Reader, _: Key, __: Field, found: _Found) -> str:
    country, organisation, post, official = (found[column] for column in _OWNERS)
    if country:
        return str(country)
    if organisation:
        return str(reader.value("SELECT name FROM organisation WHERE id = :id", id=organisation))
    if official:
        return str(reader.value("SELECT name FROM official WHERE id = :id", id=official))
    if post:
        row = reader.one(
            "SELECT p.title, COALESCE(o.name, '') FROM post p"
            " LEFT JOIN organisation o ON o.id = p.organisation_id WHERE p.id = :id",
            id=post,
        )
        return "/".join(row) if row else ""
    return ""


def _event(reader: Reader, _: Key, __: Field, found: _Found) -> str:
    if found["meeting_id"]:
        return str(reader.value("SELECT ref FROM meeting WHERE id = :id", id=found["meeting_id"]))
    if found["visit_id"]:
        return str(reader.value("SELECT ref FROM visit WHERE id = :id", id=found["visit_id"]))
    return ""


def _hook(reader: Reader, _: Key, __: Field, found: _Found) -> str:
    for column in _HOOKS:
        if found[column]:
            kind = column.removesuffix("_id")
            name = "name" if kind == "official" else "ref"
            return str(reader.value(f"SELECT {name} FROM {kind} WHERE id = :id", id=found[column]))
    return ""


def _parts(reader: Reader, key: Key, field: Field, _: _Found) -> str:
    from db.queries.form_parts import TEXTS  # noqa: PLC0415 - names and dates, which lists do without

    return TEXTS[field.takes](reader, key)


_SHOWN: dict[str, Callable[[Reader, Key, Field, _Found], str]] = {
    "date": _date,
    "due": _due,
    "rule": _rule,
    "topics": _topics,
    "countries": _countries,
    "parties": _parties,
    "series": _named,
    "organisation": _named,
    "instrument": _named,
    "visit": _named,
    "owner": _owner,
    "event": _event,
    "hook": _hook,
    **dict.fromkeys(PARTS, _parts),
}
