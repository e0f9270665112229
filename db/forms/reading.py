"""What stands in a field, read: the value that the store keeps and an echo, or a sentence why not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from db.dates import UNSTATED, PartialDate, read_date
from db.dates.anchored import read_anchored
from db.dates.repeating import read_repeats
from db.dates.show_rule import show_rule
from db.dates.weekends import weekend_of
from db.entry import likely
from db.entry.anchors import Whose, country_of, event_called, told
from db.entry.days import show
from db.entry.vocabulary import chosen
from db.errors import BadInput
from db.forms import names
from db.forms.fields import FIELDS, Field, Takes
from db.forms.parts.reading import read_parts
from db.names import fold
from db.rows import Key, Kind
from db.vocabulary import Ball

if TYPE_CHECKING:
    from db.reader import Reader


class Read(NamedTuple):
    """A field that was understood.

    Attributes:
        value: as commands take it; its type goes with what the field takes.
        echo: what it means, in a few words; "" where the text says it all.
    """

    value: Any
    echo: str = ""


class Around(NamedTuple):
    """What a field is read with.

    Attributes:
        reader: the store.
        today: the day.
        day_first: how 3/4/2025 is read.
        country: whose working days count, "" for Monday to Friday.
    """

    reader: Reader
    today: date
    day_first: bool
    country: str = ""


def read_field(
    reader: Reader, field: Field, text: str, *, today: date, day_first: bool = True, country: str = ""
) -> Read:
    """Read one field.

    Raises:
        BadInput: one sentence on what is wrong and what would be accepted.
    """
    text = clean(text)
    if field.takes not in {"lines", "words"} and not field.lists:
        text = text.strip()
    if not text.strip():
        if field.required:
            raise BadInput("This may not be empty.")
        if not (field.takes == "choice" and "" not in field.choices):
            return Read(_NOTHING.get(field.takes, ""))
    return _READERS[field.takes](Around(reader, today, day_first, country), field, text)


def working_days_of(reader: Reader, kind: Kind, texts: Mapping[str, str], desk: str) -> str:
    """The country whose working days a form counts in: for a follow-up that of whoever does it, else the desk's."""
    if kind != "followup":
        return desk
    ball: Ball = "them" if texts.get("ball") == "them" else "us"
    on: Key | None = None
    with suppress(BadInput):
        hook = names.hook(reader, texts.get("on", "")) if ball == "them" and texts.get("on") else None
        on = Key(hook.kind, str(hook.number)) if hook else None  # type: ignore[arg-type]
    return country_of(reader, Whose(texts.get("assignee", ""), ball, on, desk))


def clean(text: str) -> str:
    """Without NUL and lone surrogates, which no database keeps."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")


# --- one reader for each thing that a field takes -------------------------------------------------------


def _words(_: Around, __: Field, text: str) -> Read:
    return Read(" ".join(text.splitlines()).strip())


def _name(around: Around, field: Field, text: str) -> Read:
    """A person's name; whose it is like is told, unless it is the very name of somebody who is known."""
    read = _words(around, field, text)
    found = likely.meant(around.reader, read.value)
    return (
        read
        if found is None or fold(found.name) == fold(read.value)
        else Read(read.value, f"like {found.like}")
    )


def _lines(_: Around, __: Field, text: str) -> Read:
    return Read(text.strip("\n").rstrip())


def _date(around: Around, _: Field, text: str) -> Read:
    when = read_date(text, today=around.today, day_first=around.day_first, weekend=weekend_of(around.country))
    return Read(when, show(when, around.today))


def _due(around: Around, field: Field, text: str) -> Read:
    """A day, or how far from an event; of the event that the record hangs on only saving knows which it is."""
    found = read_anchored(text)
    if found is None:
        return _date(around, field, text)
    if found.offset.works:
        found = found._replace(offset=found.offset._replace(country=around.country))
    if not found.event:
        return Read(found, f"{found}, which it is about")
    event = event_called(around.reader, found.event)
    found = found._replace(event=event.ref)
    # What stands in the field already needs no second time.
    return Read(found, told(found.offset, event, around.today).removeprefix(f"{text} "))


def _day(around: Around, _: Field, text: str) -> Read:
    when = read_date(text, today=around.today, day_first=around.day_first, weekend=weekend_of(around.country))
    if not when.exact or when.first is None:
        raise BadInput("This is one certain day, such as 28 Jan 2025 or today.")
    return Read(when.first.isoformat(), show(PartialDate.day(when.first), around.today))


def _choice(_: Around, field: Field, text: str) -> Read:
    found = text if text in field.choices else chosen(text, tuple(one.lower() for one in field.choices))
    kept = next((one for one in field.choices if found is not None and one.lower() == found.lower()), None)
    if kept is None:
        raise BadInput(f"This is one of {', '.join(filter(None, field.choices))}.")
    return Read(kept)


def _country(around: Around, _: Field, text: str) -> Read:
    found = names.country(around.reader, text)
    return Read(found.code, found.name)


def _countries(around: Around, _: Field, text: str) -> Read:
    found = names.countries(around.reader, text)
    return Read(tuple(one.code for one in found), ", ".join(one.name for one in found))


def _parties(around: Around, _: Field, text: str) -> Read:
    found = names.parties(around.reader, text)
    echo = ", ".join(one.name if role == "guest" else f"{one.name} ({role})" for one, role in found)
    return Read(tuple((one.code, role) for one, role in found), echo)


def _topics(around: Around, _: Field, text: str) -> Read:
    found = names.topics(around.reader, text)
    return Read(tuple(one.code for one in found), ", ".join(one.label for one in found))


def _series(around: Around, _: Field, text: str) -> Read:
    known = around.reader.value("SELECT id FROM series WHERE name = :name", name=text)
    return Read(text, "" if known else "a new series")


def _organisation(around: Around, _: Field, text: str) -> Read:
    return Read(*names.organisation(around.reader, text))


def _instrument(around: Around, _: Field, text: str) -> Read:
    return Read(*names.instrument(around.reader, text))


def _owner(around: Around, _: Field, text: str) -> Read:
    found = names.owner(around.reader, text)
    return Read(found, found.echo)


def _visit(around: Around, _: Field, text: str) -> Read:
    found = names.record(around.reader, text, "V")
    return Read(found, found.echo)


def _event(around: Around, _: Field, text: str) -> Read:
    found = names.record(around.reader, text, "VM")
    return Read(found, found.echo)


def _hook(around: Around, _: Field, text: str) -> Read:
    found = names.hook(around.reader, text)
    return Read(found, found.echo)


def _parts(around: Around, field: Field, text: str) -> Read:
    return Read(*read_parts(around.reader, field.takes, text, today=around.today, day_first=around.day_first))


def _rule(around: Around, _: Field, text: str) -> Read:
    rule = read_repeats(text, today=around.today, day_first=around.day_first)
    return Read(rule, show_rule(rule))


_READERS: dict[Takes, Callable[[Around, Field, str], Read]] = {
    "words": _words,
    "name": _name,
    "lines": _lines,
    "date": _date,
    "due": _due,
    "day": _day,
    "choice": _choice,
    "country": _country,
    "countries": _countries,
    "parties": _parties,
    "topics": _topics,
    "series": _series,
    "organisation": _organisation,
    "instrument": _instrument,
    "owner": _owner,
    "visit": _visit,
    "event": _event,
    "hook": _hook,
    "rule": _rule,
    "people": _parts,
    "delegation": _parts,
    "spellings": _parts,
    "tenures": _parts,
    "titles": _parts,
    "names": _parts,
    "counterparts": _parts,
    "links": _parts,
}
_NOTHING: dict[Takes, Any] = {
    "date": UNSTATED,
    "due": UNSTATED,
    "countries": (),
    "parties": (),
    "topics": (),
    "country": None,
    "organisation": None,
    "instrument": None,
    "owner": None,
    "visit": None,
    "event": None,
    "hook": None,
    "people": (),
    "delegation": (),
    "spellings": (),
    "tenures": (),
    "titles": (),
    "names": (),
    "counterparts": (),
    "links": (),
}


def read_all(
    reader: Reader,
    kind: Kind,
    values: Mapping[str, str],
    *,
    today: date,
    day_first: bool = True,
    desk: str = "",
) -> tuple[dict[str, Any], dict[str, str]]:
    """Every field read: the values of those that were understood, and what is wrong with the others."""
    found: dict[str, Any] = {}
    problems: dict[str, str] = {}
    country = working_days_of(reader, kind, values, desk)
    for field in FIELDS[kind]:
        try:
            text = values.get(field.name, "")
            found[field.name] = read_field(
                reader, field, text, today=today, day_first=day_first, country=country
            ).value
        except BadInput as error:
            problems[field.name] = str(error)
    return found, problems
