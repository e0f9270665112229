"""What an .ics file says, entry by entry, whoever wrote it; nothing is looked up in a store here.

The day of a time is the day on the clock that the file names: 23:30 in Rabat stays that evening in Rabat. Only a
time in UTC, which is nobody's clock, is put on the reader's. So no time zone is needed, and all are left out before the
file is read: one that changes its clock every second would never be worked through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from db.errors import BadInput
from db.exchange.carried import carried, one_line

if TYPE_CHECKING:
    from icalendar import Component

MOST_BYTES = 16_000_000
MOST_ENTRIES = 10_000
MOST_LINES = 400_000
LONGEST = timedelta(days=366)
"""What is longer is no visit."""
_FIRST_YEAR, _LAST_YEAR = 1000, 9998
_READ = re.compile(
    r"(BEGIN|END|VERSION|METHOD|UID|SEQUENCE|SUMMARY|LOCATION|DESCRIPTION|STATUS|CLASS|DTSTART|DTEND|DURATION"
    r"|DUE|COMPLETED|RECURRENCE-ID|RRULE|TRIGGER|RELATED-TO|CATEGORIES)"
    r"(?:;(?:[^\":]|\"[^\"]*\")*)?:",
    re.IGNORECASE,
)
"""The properties that are looked at, with their parameters: zones, languages and much that only one program knows.

None of these is needed, and of the other properties, people's addresses and pictures, nothing is even parsed.
"""
_FOLD = re.compile(r"\r?\n[ \t]")
_BROKEN = (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError)
"""What the library raises on lines that no standard knows."""
_UNREADABLE = "It is not a calendar (.ics)"


class Entry(NamedTuple):
    """An event or a task.

    Attributes:
        kind: which of them.
        uid: its name for good; of one day of a series, with that day.
        title: in one line.
        place: in one line.
        text: as described.
        first: the first day; of a task the day it is due. None where there is none.
        last: the last day.
        status: in capitals, "" where it is not said.
        mark: its class, in capitals.
        rule: how it repeats.
        remind: the day of its first alarm before or after the day it is due.
        closed: the day on which the task was done.
        above: the uid of what it belongs to.
        topics: its categories.
        problem: why it cannot come in, "" where it can.
    """

    kind: Literal["event", "task"]
    uid: str
    title: str
    place: str = ""
    text: str = ""
    first: date | None = None
    last: date | None = None
    status: str = ""
    mark: str = ""
    rule: str = ""
    remind: date | None = None
    closed: date | None = None
    above: str = ""
    topics: tuple[str, ...] = ()
    problem: str = ""

    @property
    def edtf(self) -> str:
        """Its days as EDTF."""
        if self.first is None:
            return ""
        one, two = self.first.isoformat(), (self.last or self.first).isoformat()
        return one if one == two else f"{one}/{two}"


def read_calendar(raw: bytes, zone: tzinfo | None = None) -> tuple[Entry, ...]:
    """The entries of an .ics file; of several versions of one the newest.

    Args:
        raw: the file.
        zone: the clock for times in UTC, this machine's by default.

    Raises:
        BadInput: it is too big or no calendar, with the sentence that says why.
    """
    from icalendar import Calendar  # noqa: PLC0415 - only when a calendar is read

    text = _checked(raw)
    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except _BROKEN:
        raise BadInput(f"{_UNREADABLE}: not every line of it is a property.") from None
    if not any(one.name == "VCALENDAR" for one in calendars):
        raise BadInput(f"{_UNREADABLE}: it holds no VCALENDAR that begins and ends.")
    newest: dict[str, tuple[int, Entry]] = {}
    for calendar in calendars:
        cancels = _words(calendar, "METHOD").upper() == "CANCEL"
        for component in calendar.subcomponents:
            if component.name in {"VEVENT", "VTODO"}:
                try:
                    entry = _entry(component, zone)
                except _BROKEN:
                    continue
                if cancels:
                    entry = entry._replace(status="CANCELLED")
                version = _number(component, "SEQUENCE")
                if entry.uid not in newest or newest[entry.uid][0] <= version:
                    newest[entry.uid] = (version, entry)
    return tuple(entry for _, entry in newest.values())


def _checked(raw: bytes) -> str:
    """The text as far as it is looked at."""
    if len(raw) > MOST_BYTES:
        raise BadInput(
            f"It has more than {MOST_BYTES // 1_000_000} MB; export a shorter time from your calendar."
        )
    if raw.upper().count(b"BEGIN:V") > MOST_ENTRIES:
        raise BadInput(
            f"It has more than {MOST_ENTRIES:,} entries; export a shorter time from your calendar."
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"It is not UTF-8 text (byte {error.start:,}).") from None
    lines = list(_bare(_FOLD.sub("", text)))
    if len(lines) > MOST_LINES:
        raise BadInput(f"It has more than {MOST_LINES:,} lines; export a shorter time from your calendar.")
    return "\r\n".join(lines)


def _bare(text: str) -> Iterator[str]:
    """The lines that are looked at, of a text whose lines are whole, without parameters and without zones."""
    inside = False
    for line in text.split("\n"):
        found = _READ.match(line)
        if found is None:
            continue
        bare = f"{found[1]}:{line[found.end() :].rstrip(chr(13))}"
        head = bare.strip().upper()
        inside = inside or head == "BEGIN:VTIMEZONE"
        if not inside:
            yield bare
        inside = inside and head != "END:VTIMEZONE"


def _entry(component: Component, zone: tzinfo | None) -> Entry:
    event = component.name == "VEVENT"
    first, last, problem = _days(component, zone) if event else _due(component, zone)
    title = one_line(_words(component, "SUMMARY"), 300)
    uid = one_line(_words(component, "UID"), 400)
    day = _day(component, "RECURRENCE-ID", zone)
    if not uid:  # it is the same one as long as it says the same
        uid = f"{title} {first or ''}".strip()
    return Entry(
        kind="event" if event else "task",
        uid=f"{uid} {day.isoformat()}" if day else uid,
        title=title,
        place=one_line(_words(component, "LOCATION")),
        text=carried(_words(component, "DESCRIPTION")),
        first=first,
        last=last,
        status=_words(component, "STATUS").upper(),
        mark=_words(component, "CLASS").upper(),
        rule=_rule(component),
        remind=_reminder(component, first, zone),
        closed=_day(component, "COMPLETED", zone),
        above=one_line(_words(component, "RELATED-TO"), 400),
        topics=_categories(component),
        problem=problem or ("" if title else "it has no title"),
    )


# --- days ---


def _days(component: Component, zone: tzinfo | None) -> tuple[date | None, date | None, str]:
    """The first and the last day of an event, or why there are none."""
    start = _local(_value(component, "DTSTART"), zone)
    if start is None:
        return None, None, "its beginning cannot be read"
    end = _local(_value(component, "DTEND"), zone)
    try:
        length = getattr(_value(component, "DURATION"), "dt", None)
        if end is None and isinstance(length, timedelta):
            end = start + length
        first, last = _as_day(start), _last_day(start, end)
    except (ValueError, OverflowError):
        return None, None, "its end cannot be read"
    if not _FIRST_YEAR <= first.year <= last.year <= _LAST_YEAR:
        return None, None, f"it is in the year {first.year}"
    if last - first > LONGEST:
        return None, None, f"it lasts {(last - first).days + 1:,} days"
    return first, last, ""


def _last_day(start: date, end: date | None) -> date:
    """The last day of what ends before `end`: a day or a midnight that is the end is not in it."""
    if end is None:
        return _as_day(start)
    if not isinstance(end, datetime) or end.time() == time():
        end = _as_day(end) - timedelta(days=1)
    return max(_as_day(start), _as_day(end))


def _due(component: Component, zone: tzinfo | None) -> tuple[date | None, date | None, str]:
    day = _day(component, "DUE", zone)
    if day is not None and not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return None, None, f"it is due in the year {day.year}"
    return day, day, ""


def _reminder(component: Component, due: date | None, zone: tzinfo | None) -> date | None:
    """The day of the first alarm; one on the day it is due says no more than that day."""
    alarms = (one for one in component.subcomponents if one.name == "VALARM")
    days = (_rings_on(alarm, due, zone) for alarm in alarms)
    return next((day for day in days if day is not None and day != due), None)


def _rings_on(alarm: Component, due: date | None, zone: tzinfo | None) -> date | None:
    """The day of an alarm; one that is so long before something needs to know before what."""
    when = getattr(_value(alarm, "TRIGGER"), "dt", None)
    if isinstance(when, timedelta):
        try:
            return None if due is None else (datetime.combine(due, time()) + when).date()
        except OverflowError:
            return None
    return _day(alarm, "TRIGGER", zone)


def _day(component: Component, name: str, zone: tzinfo | None) -> date | None:
    when = _local(_value(component, name), zone)
    return None if when is None else _as_day(when)


def _local(value: Any, zone: tzinfo | None) -> date | None:
    """A day, or a time as the clock on the wall shows it."""
    try:
        when = getattr(value, "dt", None)
    except ValueError:  # it could not be read
        return None
    if isinstance(when, datetime):
        try:
            return (
                when.astimezone(zone) if when.tzinfo is UTC or str(when.tzinfo) == "UTC" else when
            ).replace(tzinfo=None)
        except (OverflowError, ValueError, OSError):  # at the ends of the calendar
            return when.replace(tzinfo=None)
    return when if isinstance(when, date) else None


def _as_day(when: date) -> date:
    return when.date() if isinstance(when, datetime) else when


# --- properties ---


def _value(component: Component, name: str) -> Any:
    """The first value of a property, None where it has none."""
    value = component.get(name)
    return value[0] if isinstance(value, list) and value else value


def _words(component: Component, name: str) -> str:
    value = _value(component, name)
    return "" if value is None else str(value)


def _number(component: Component, name: str) -> int:
    words = _words(component, name)
    return int(words) if words.isascii() and words.isdigit() and len(words) < 10 else 0  # noqa: PLR2004


def _rule(component: Component) -> str:
    value = _value(component, "RRULE")
    to_ical = getattr(value, "to_ical", None) if value is not None else None
    return to_ical().decode("utf-8", "replace") if to_ical else ""


def _categories(component: Component) -> tuple[str, ...]:
    found = component.get("CATEGORIES")
    lists = found if isinstance(found, list) else [found] if found is not None else []
    try:
        return tuple(one_line(str(one), 80) for each in lists for one in each.cats)
    except (AttributeError, ValueError):
        return ()
