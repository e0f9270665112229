"""Visits, meetings and follow-ups as iCalendar (RFC 5545), for any calendar program.

What has no day is not put on one: a visit "in June" is left out and told, since a calendar would show it on some
day of June. The store knows no hours, so all events are of whole days.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from db.dates import PartialDate
from db.dates.placing import Placed, placed
from db.exchange.carried import carried, one_line
from db.exchange.choosing import Chosen, Wanted, choose
from db.exchange.icalendar_parts import doubt, put_class, put_head
from db.exchange.icalendar_todo import FollowUpRow, followup_rows, vtodo
from db.exchange.outlook import told
from db.exchange.stamps import Stamp, calendar_uid, stamps

if TYPE_CHECKING:
    from icalendar import Component

    from db.reader import Reader

PRODID = "-//bilat//bilat//EN"
_STATUS = {
    "idea": "TENTATIVE",
    "planned": "TENTATIVE",
    "postponed": "TENTATIVE",
    "cancelled": "CANCELLED",
    "confirmed": "CONFIRMED",
    "under way": "CONFIRMED",
    "held": "CONFIRMED",
}
_SAYS_NOTHING = ("", "unknown", "unspecified")
_NO_DAY = "Left out, since no day is known"
_NO_DAY_OF_ITS_OWN = "Told within the visit, since no day of its own is known"
_IMPLIED = "Left out, since a text only implies it"
_EVENTS = (
    "SELECT e.kind, e.record_id, e.ref, e.date_edtf, e.date_text, e.date_basis, e.sending, e.host, e.parties,"
    " e.title, e.people, e.place, e.status, COALESCE(v.handling, m.handling), COALESCE(v.kind, m.format),"
    " m.visit_id FROM event e LEFT JOIN visit v ON e.kind = 'visit' AND v.id = e.record_id"
    " LEFT JOIN meeting m ON e.kind = 'meeting' AND m.id = e.record_id ORDER BY e.ref"
)


class _Event(NamedTuple):
    kind: str
    id: int
    ref: str
    edtf: str
    words: str
    basis: Any
    sending: str
    host: str
    parties: str
    title: str
    people: str
    place: str
    status: str
    handling: str
    sort: str
    visit: int | None

    @property
    def when(self) -> PartialDate:
        return PartialDate(self.edtf, self.words, self.basis)

    @property
    def key(self) -> tuple[str, int]:
        return self.kind, self.id

    @property
    def borrowed(self) -> bool:
        """Whether it stands on the days of its visit for want of one of its own."""
        return self.kind == "meeting" and self.visit is not None and self.basis == "inferred"


class CalendarOut(NamedTuple):
    """A calendar before it is bytes.

    Attributes:
        components: by ref.
        counts: how many records of each kind are in it.
        left_out: sentences on what is not, and why.
        marks: how many of the records in it bear each handling mark.
    """

    components: Mapping[str, Component]
    counts: Counter[str]
    left_out: tuple[str, ...]
    marks: Mapping[str, int]

    @property
    def data(self) -> bytes:
        """All of it as one file."""
        return _file(self.components.values())

    @property
    def each(self) -> Iterator[tuple[str, bytes]]:
        """A file for every record, with its name."""
        for ref, component in self.components.items():
            yield f"{ref}.ics", _file([component])


def write_calendar(reader: Reader, wanted: Wanted = Wanted()) -> bytes:  # noqa: B008 - a tuple, never changed
    """A part of the store as one .ics file; the same store gives the same bytes."""
    return gather_calendar(reader, wanted).data


def gather_calendar(reader: Reader, wanted: Wanted = Wanted()) -> CalendarOut:  # noqa: B008
    """The calendar of a part of the store."""
    return _Leaving(reader, None if wanted.everything else choose(reader, wanted)).calendar()


def _file(components: Iterable[Component]) -> bytes:
    from icalendar import Calendar  # noqa: PLC0415 - only when a calendar is asked for

    whole = Calendar()
    whole.add("prodid", PRODID)
    whole.add("version", "2.0")
    whole.add("calscale", "GREGORIAN")
    for one in components:
        whole.add_component(one)
    return bytes(whole.to_ical())


class _Leaving:
    def __init__(self, reader: Reader, chosen: Chosen | None) -> None:
        self._reader = reader
        self._chosen = chosen
        self._stamps = {kind: stamps(reader, kind) for kind in ("visit", "meeting", "followup")}
        self._told = told(reader)
        self._components: dict[str, Component] = {}
        self._shown: set[str] = set()
        self._marks: Counter[str] = Counter()
        self._counts: Counter[str] = Counter()
        self._absent: dict[str, list[str]] = defaultdict(list)

    def calendar(self) -> CalendarOut:
        events = [_Event._make(row) for row in self._reader.all(_EVENTS)]
        self._uids = {
            (one.kind, one.id): calendar_uid(one.ref, self._stamp(one.kind, one.id)) for one in events
        }
        inside: dict[int, list[_Event]] = defaultdict(list)
        for one in events:
            if one.visit is not None:
                inside[one.visit].append(one)
        for one in events:
            if self._wants(one.kind, one.id):
                self._event(one, inside.get(one.id, ()) if one.kind == "visit" else ())
        for step in followup_rows(self._reader):
            if self._wants("followup", step.id):
                stamp = self._stamp("followup", step.id)
                self._marks.update(filter(None, [step.handling]))
                self._put("followup", step.ref, vtodo(step, stamp, self._above(step)))
        return CalendarOut(self._components, self._counts, self._left_out(), self._marks)

    def _wants(self, kind: str, number: int) -> bool:
        return self._chosen is None or number in self._chosen[kind]

    def _stamp(self, kind: str, number: int) -> Stamp:
        return self._stamps[kind].get(number, Stamp())

    def _put(self, kind: str, ref: str, component: Component) -> None:
        self._components[ref] = component
        self._shown.add(str(component["uid"]))
        self._counts[kind] += 1

    # --- events ---

    def _event(self, one: _Event, meetings: Iterable[_Event]) -> None:
        where = placed(one.when)
        if one.status == "implied":
            self._absent[_IMPLIED].append(one.ref)
        elif where is None or where.precision != "days":
            self._absent[_NO_DAY].append(one.ref)
        elif one.borrowed and where.first != where.last:
            self._absent[_NO_DAY_OF_ITS_OWN].append(one.ref)
        else:
            self._put(one.kind, one.ref, self._vevent(one, where, meetings))

    def _vevent(self, one: _Event, where: Placed, meetings: Iterable[_Event]) -> Component:
        from icalendar import Event  # noqa: PLC0415

        event = Event()
        put_head(event, one.ref, self._stamp(one.kind, one.id))
        event.add("dtstart", where.first)
        if where.last < date.max:
            event.add("dtend", where.last + timedelta(days=1))  # the day after: the end itself is not in it
        event.add("summary", summary(one))
        if one.place:
            event.add("location", one_line(one.place))
        event.add("status", _STATUS[one.status])
        event.add("transp", "TRANSPARENT")  # a stay of days is no appointment that fills them
        inner = [each for each in meetings if each.borrowed]
        event.add("description", self._description(one, inner))
        if topics := self._told[one.key].topics:
            event.add("categories", [one_line(topic) for topic in topics])
        all_of_it = (one, *inner)
        marks = [mark for each in all_of_it for mark in (each.handling, *self._told[each.key].marks)]
        put_class(event, marks)
        self._marks.update({*filter(None, marks)})  # a record counts once
        if one.visit is not None:
            event.add("related-to", self._uids["visit", one.visit])
        return event

    def _description(self, one: _Event, meetings: Iterable[_Event]) -> str:
        lines = [" · ".join(part for part in (one.ref, one.sort, one.status) if part not in _SAYS_NOTHING)]
        lines += [f"Date: {one.words}"] if one.words else []
        for each in (one, *meetings):
            if each is not one:
                lines += ["", f"{each.ref} {each.title or 'Meeting'}"]
            lines += self._told[each.key].people + self._told[each.key].outcomes
        return carried("\n".join(one_line(line, 500) for line in lines))

    def _above(self, step: FollowUpRow) -> str:
        """The uid of the nearest event that a follow-up hangs on, of one that is in the calendar where there is one."""
        events = (("meeting", step.meeting), ("visit", step.visit))
        uids = [self._uids[event] for event in events if event in self._uids]
        return next((uid for uid in uids if uid in self._shown), next(iter(uids), ""))

    def _left_out(self) -> tuple[str, ...]:
        return tuple(
            f"{why}: {', '.join(refs[:_NAMED])}{f' and {len(refs) - _NAMED:,} more' if len(refs) > _NAMED else ''}"
            for why, refs in self._absent.items()
        )


_NAMED = 12  # refs in a sentence


def summary(one: _Event) -> str:
    """As in "MA→ES Hammouchi · Madrid" or "DE+ES+MA Trilateral · Rabat", with the doubt about its days."""
    if one.kind == "visit":
        words = [f"{one.sending}→{one.host} {one.people}".strip(), one.title, one.place]
    else:
        words = [f"{'+'.join(one.parties.split())} {one.title or 'Meeting'}", one.place]
    return " · ".join(filter(None, map(one_line, words))) + doubt(one.when)
