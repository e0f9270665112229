"""The lines in which an officer says a proposal otherwise: how each is written, read, and echoed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from db.dates import PartialDate, show_date
from db.errors import BadInput
from db.forms.completing import go_on
from db.forms.fields import FIELDS, Field, field_of
from db.forms.reading import read_field
from db.reading.draft.items import Item
from db.rows import Kind
from db.vocabulary import EventStatus, MeetingFormat
from tui.glyphs import glyphs
from tui.modals.answer_sheet import Heard

if TYPE_CHECKING:
    from tui.app import Bilat

DATES = ("date", "published")
EVENT = "MA>ES for a visit, ES MA DE for a meeting; then, if you like, planned, cancelled, expert …"
OUTCOME = "What came of it, in a few words; then, if you like, due:2030 and owner:ES"
_ASKS = {
    "date": "A day, a period, a month: 28-29 jan 2025; nothing for not stated",
    "published": "The day of publication: 29 jan 2025",
    "topics": "Topics by code or name, with commas between names: ct, cyber",
    "initiated_by": "host, sender, mutual or third",
    "kind": "article, communique, cable, minutes, letter, call note or web",
    "size": "How many people travel: 12; nothing for not stated",
    "reliability": "A (reliable) to E (not reliable), F where it cannot be judged",
}
_KINDS_OF_VISITS = "state, official, working, courtesy, technical, conference, private or transit"
_LARGEST = 9_999  # people in a delegation
_WAY = re.compile(r"(?P<sending>[^>→]+?)\s*(?:->|=>|>|→)\s*(?P<host>[^>→]+)")
_TAIL = re.compile(r"\s*\b(?P<name>due|owner):\s*(?P<value>.*?)(?=\s+(?:due|owner):|$)")


# --- fields ---


class FieldReader:
    """Reads a line as a field of a visit, a meeting or a source."""

    def __init__(self, app: Bilat, kind: str, name: str) -> None:
        self._app, self._name = app, name
        self._field = _form_field(kind, name)
        told = _KINDS_OF_VISITS if (kind, name) == ("visit", "kind") else _ASKS.get(name, "")
        self.asks = told or "A few words; nothing for not stated"

    def _read(self, text: str) -> Any:
        if self._field is None:
            return self._plainly(text)
        return self._app.read(read_field, self._field, text, today=self._app.today()).value

    def hears(self, text: str) -> Heard:
        """What the line means."""
        if not text.strip():
            return Heard("not stated")
        if self._field is None:
            return Heard(self._plainly(text))
        read = self._app.read(read_field, self._field, text, today=self._app.today())
        return Heard(read.echo or str(read.value))

    def _plainly(self, text: str) -> str:
        """Words as they are; the size of a delegation is a number."""
        words = " ".join(text.split())
        if self._name == "size" and words and not (words.isdecimal() and 0 < int(words) <= _LARGEST):
            raise BadInput("How many people travel is a number: 12.")
        return words

    def codes(self, text: str) -> list[str]:
        """The topics that a line names.

        Raises:
            BadInput: it names none.
        """
        found = list(self._read(text) or ())
        if not found:
            raise BadInput("Nothing is typed yet: write topics by code or name.")
        return found

    def values(self, text: str, item: Item) -> dict[str, Any]:
        """The line as the values of an item; a date keeps the words of the text."""
        read = self._read(text)
        if self._name in DATES:
            when = read if isinstance(read, PartialDate) else PartialDate()
            words = str(item.values.get("text", "")) if self._name == "date" else ""
            return {"value": when.edtf, "text": words or when.text, "basis": when.basis, "offer": None}
        if self._name == "topics":
            return {"value": " ".join(read or ())}
        return {"value": str(read or "")}

    def goes_on(self, text: str) -> str:
        """The letters that most likely follow."""
        return self._app.read(go_on, self._field, text) if self._field is not None else ""


def _form_field(kind: str, name: str) -> Field | None:
    """The field of the form that takes the same, None for plain words."""
    kinds: dict[str, Kind] = {"visit": "visit", "meeting": "meeting", "source": "source"}
    of = kinds.get(kind, "visit")
    return field_of(of, name) if any(one.name == name for one in FIELDS[of]) else None


def as_typed(edtf: str) -> str:
    """A date as it stands in a line and reads back."""
    when = PartialDate(edtf)
    return show_date(when) if edtf and when.known else edtf


# --- visits and meetings ---


class Event(NamedTuple):
    """A line as a visit or a meeting.

    Attributes:
        sending: "" for a meeting.
        status: "" where the line says nothing of it.
        format: of a meeting, likewise.
    """

    sending: str
    host: str
    parties: tuple[str, ...]
    status: str
    format: str

    @property
    def says(self) -> str:
        """The same in words."""
        more = " ".join(filter(None, (self.format, self.status)))
        way = f"{self.sending}{glyphs.to}{self.host}"
        named = f"Visit {way}" if self.sending else f"Meeting {glyphs.dot.join(sorted(self.parties))}"
        return f"{named} {glyphs.dot} {more}" if more else named


def read_event(app: Bilat, text: str) -> Event:
    """Read a line as a visit or a meeting.

    Raises:
        BadInput: it is neither.
    """
    rest, status = _word_off(text.strip(), get_args(EventStatus))
    rest, form = _word_off(rest, get_args(MeetingFormat))
    rest, status = (rest, status) if status else _word_off(rest, get_args(EventStatus))

    def read(field: Field, words: str) -> Any:
        return app.read(read_field, field, words, today=app.today()).value

    if way := _WAY.fullmatch(rest):
        sending = str(read(field_of("visit", "sending"), way["sending"]))
        host = str(read(field_of("visit", "host"), way["host"]))
        if sending == host:
            raise BadInput("A visit goes from one country to another one.")
        return Event(sending, host, (), status, "")
    parties = tuple(code for code, _ in read(field_of("meeting", "parties"), rest))
    return Event("", "", parties, status, form)


def _word_off(text: str, words: tuple[str, ...]) -> tuple[str, str]:
    """A line without the last word of a closed list, and that word."""
    low = text.casefold()
    found = max((word for word in words if low.endswith(f" {word}")), key=len, default="")
    return (text[: -len(found)].rstrip(" ,") if found else text), found


def hears_event(app: Bilat) -> Callable[[str], Heard]:
    """Echoes a visit or a meeting."""
    return lambda text: Heard(read_event(app, text).says)


def event_values(found: Event, item: Item) -> dict[str, Any]:
    """A line as the values of an item."""
    status = {"status": found.status} if found.status else {}
    if found.sending:
        return {"sending": found.sending, "host": found.host, **status}
    old = item.values.get("roles", {})
    roles = {code: role for code, role in old.items() if code in found.parties}
    form = {"format": found.format} if found.format else {}
    return {"parties": list(found.parties), "roles": roles, **form, **status}


def event_line(item: Item) -> str:
    """A visit or meeting as a line."""
    values = item.values
    status = "" if values["status"] == "held" else f" {values['status']}"
    if item.kind == "visit":
        return f"{values['sending']}>{values['host']}{status}"
    form = "" if values["format"] == "unspecified" else f" {values['format']}"
    return " ".join(sorted(values["parties"])) + form + status


# --- outcomes ---


def read_outcome(app: Bilat, text: str, item: Item) -> dict[str, Any]:
    """Read a line as an outcome.

    Raises:
        BadInput: it is empty, or a date or an owner is not understood.
    """
    told = {match["name"]: match["value"].strip() for match in _TAIL.finditer(text)}
    words = " ".join(_TAIL.sub("", text).split())
    if not words:
        raise BadInput("Say in a few words what came of it.")
    values: dict[str, Any] = {"text": words, "owner": "", "due": {}, "offer": None}
    if told.get("due"):
        when = app.read(read_field, field_of("visit", "date"), told["due"], today=app.today()).value
        old = item.values.get("due") or {}
        kept = old.get("text") if old.get("value") == when.edtf else when.text
        values["due"] = {"value": when.edtf, "text": kept or when.text, "basis": "stated"}
    if told.get("owner"):
        values["owner"] = told["owner"]
        app.read(read_field, field_of("action", "owner"), told["owner"], today=app.today())
    return values


def hears_outcome(app: Bilat, item: Item) -> Callable[[str], Heard]:
    """Echoes an outcome."""

    def hears(text: str) -> Heard:
        values = read_outcome(app, text, item)
        due = values["due"].get("value", "")
        parts = (item.values["rung"], f"due {show_date(PartialDate(due))}" if due else "", values["owner"])
        return Heard(f" {glyphs.dot} ".join(filter(None, parts)))

    return hears


def outcome_line(item: Item) -> str:
    """An outcome as a line."""
    values = item.values
    due = (values.get("due") or {}).get("value", "")
    dated = f" due:{as_typed(due)}" if due else ""
    owner = f" owner:{values['owner']}" if values.get("owner") else ""
    return f"{values['text']}{dated}{owner}"
