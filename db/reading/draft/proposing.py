"""A reading as a draft: every field, person and outcome a proposal of its own, with the words that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from db.dates import PartialDate
from db.dates.resolve import years_matching
from db.reading import cues
from db.reading.dates.doubted_days import reason_to_doubt
from db.reading.draft.items import Item, ItemKind, Items
from db.reading.proposals import ReadAction, ReadGroup, Reading, ReadMeeting, ReadPerson, ReadVisit, Span
from db.reading.words import plain

SOURCE_FIELDS = ("title", "publisher", "published", "author", "cites", "url", "kind", "reliability")
_ALWAYS = ("title", "publisher", "kind", "reliability")  # shown to be filled in
_UNJUDGED = "F"
_LONGEST_SEARCH = 12  # words of a field by which its place in the text is found
_WEEKDAYS = (
    ("monday", "lundi", "lunes"),
    ("tuesday", "mardi", "martes"),
    ("wednesday", "mercredi", "miercoles"),
    ("thursday", "jeudi", "jueves"),
    ("friday", "vendredi", "viernes"),
    ("saturday", "samedi", "sabado"),
    ("sunday", "dimanche", "domingo"),
)
_OLDEST = 25  # years back in which a weekday is looked for
_UNSAID = "It is not said in so many words."


def proposals_of(reading: Reading, text: str, *, this_year: int) -> Items:
    """The draft that a reading yields; nothing in it is decided but the source itself.

    Args:
        reading: of the text.
        text: as printed.
        this_year: the last one in which a day with a weekday and no year is looked for.
    """
    return _Proposals(reading, text, this_year).items()


class _Proposals:
    def __init__(self, reading: Reading, text: str, this_year: int) -> None:
        self._reading, self._text, self._this_year = reading, text, this_year
        self._found: list[Item] = []

    def items(self) -> Items:
        self._source()
        events: list[ReadVisit | ReadMeeting] = [*self._reading.visits, *self._reading.meetings]
        for event in sorted(events, key=lambda one: one.status not in ("held", "under way")):
            if isinstance(event, ReadVisit):  # what was comes before what is to come
                self._visit(event)
            else:
                self._meeting(event, 0, ())
        for line in self._reading.background:
            self._add("mention", values={"value": line}, spans=self._where(line))
        return tuple(self._found)

    def _add(self, kind: ItemKind, under: int = 0, **more: Any) -> int:
        number = len(self._found) + 1
        self._found.append(Item(number, kind, under, **more))
        return number

    def _source(self) -> None:
        source = self._reading.source
        number = self._add("source", values={"kind": source.kind, "language": source.language}, state="taken")
        for name in SOURCE_FIELDS:
            if name == "published":
                self._add("field", number, name=name, values=dated(source.published), state="taken")
                continue
            value = str(getattr(source, name, _UNJUDGED))
            if value or name in _ALWAYS:
                spans = self._where(value) if name not in ("kind", "reliability") else ()
                self._add("field", number, name=name, values={"value": value}, spans=spans, state="taken")

    def _visit(self, visit: ReadVisit) -> None:
        number = self._add(
            "visit",
            values={"sending": visit.sending, "host": visit.host, "status": visit.status},
            spans=visit.spans,
            sure=visit.sure,
            why=visit.doubt,
        )
        self._date(number, visit.when, visit.date_span)
        self._field(number, "place", visit.place, self._where(visit.place, visit.spans))
        if visit.initiated_by != "unknown":
            self._field(number, "initiated_by", visit.initiated_by, self._asked_for())
        self._field(number, "purpose", visit.purpose, self._where(visit.purpose))
        self._field(number, "kind", visit.kind if visit.kind != "unknown" else "", visit.spans)
        self._field(number, "level", visit.level, self._where(visit.level, visit.spans))
        self._field(number, "size", str(visit.size or ""), visit.spans)
        self._topics(number, visit.topics)
        self._people(number, visit.people)
        self._groups(number, visit.groups)
        self._outcomes(number, visit.actions)
        for meeting in visit.meetings:
            self._meeting(meeting, number, visit.people)

    def _meeting(self, meeting: ReadMeeting, under: int, travelled: Sequence[ReadPerson]) -> None:
        delegation = [one for one in meeting.people if one in travelled]
        number = self._add(
            "meeting",
            under,
            values={
                "parties": list(meeting.parties),
                "roles": dict(meeting.roles),
                "format": meeting.format,
                "mode": meeting.mode,
                "status": meeting.status,
                "delegation": bool(delegation),
            },
            spans=meeting.spans,
            sure=meeting.sure,
            why="" if meeting.sure else "That these countries take part is not said in so many words.",
        )
        self._date(number, meeting.when, meeting.date_span, own=not under)
        self._field(number, "place", meeting.place, self._where(meeting.place, meeting.spans))
        if not under:
            self._topics(number, meeting.topics)
        self._people(number, [one for one in meeting.people if one not in delegation])
        self._groups(number, meeting.groups)
        self._outcomes(number, meeting.actions)

    # --- what is in them ---

    def _date(self, under: int, when: PartialDate, at: Span | None, *, own: bool = True) -> None:
        spans = (at,) if at else self._where(when.text)
        if own or when.edtf or when.text:
            stated = bool(when.edtf or when.text)
            doubt = reason_to_doubt(when)
            why = doubt or weekday_years(when, self._this_year)
            sure = stated and not doubt
            self._add("field", under, name="date", values=dated(when), spans=spans, sure=sure, why=why)

    def _field(self, under: int, name: str, value: str, spans: tuple[Span, ...]) -> None:
        if value:
            self._add("field", under, name=name, values={"value": value}, spans=spans)

    def _topics(self, under: int, codes: Sequence[str]) -> None:
        if codes:
            spans = tuple(
                Span(one.start, one.end)
                for one in self._reading.finds
                if one.kind == "topic" and one.says in codes
            )
            self._add("field", under, name="topics", values={"value": " ".join(codes)}, spans=spans)

    def _people(self, under: int, people: Iterable[ReadPerson]) -> None:
        for one in people:
            self._add(
                "person",
                under,
                values={
                    "name": one.name,
                    "known": one.known,
                    "post": one.post,
                    "country": one.country,
                    "role": "head" if one.head else "member",
                },
                spans=one.spans,
                sure=one.sure,
                why="" if one.sure else "Only the place in the sentence speaks for it.",
            )

    def _groups(self, under: int, groups: Iterable[ReadGroup]) -> None:
        """People who are told only as a group stand among the others."""
        for one in groups:
            self._add("person", under, values=group_values(one), spans=(one.span,))

    def _outcomes(self, under: int, actions: Iterable[ReadAction]) -> None:
        for one in actions:
            self._add(
                "outcome",
                under,
                values=outcome_values(one),
                spans=(one.span,),
                sure=one.sure,
                why=one.why or ("" if one.sure else _UNSAID),
            )

    # --- where it stands ---

    def _where(self, words: str, inside: Sequence[Span] = ()) -> tuple[Span, ...]:
        """The first place of some words, looked for in some sentences before the whole text."""
        if not words.strip():
            return ()
        pattern = re.compile(r"\s+".join(map(re.escape, words.split()[:_LONGEST_SEARCH])))
        for span in (*inside, Span(0, len(self._text))):
            if match := pattern.search(self._text, span.start, span.end):
                return (Span(*match.span()),)
        return ()

    def _asked_for(self) -> tuple[Span, ...]:
        """The sentence that says on whose wish a visit was made."""
        for span in self._reading.sentences:
            low = plain(self._text[span.start : span.end])
            if cues.BY_REQUEST.search(low) or cues.BY_INVITATION.search(low):
                return (span,)
        return ()


def dated(when: PartialDate) -> dict[str, Any]:
    """A date as the values of a field."""
    return {"value": when.edtf, "text": when.text, "basis": when.basis}


def date_in(item: Item) -> PartialDate:
    """The date of a field."""
    values = item.values
    return PartialDate(item.value, str(values.get("text", "")), values.get("basis", "stated"))


def group_values(one: ReadGroup) -> dict[str, Any]:
    """A group as the values of somebody without a name and a post."""
    return {
        "name": "",
        "known": "",
        "post": "",
        "country": one.country,
        "role": "group",
        "group": one.words,
        "count": one.how_many,
    }


def outcome_values(one: ReadAction) -> dict[str, Any]:
    """An outcome as plain values."""
    return {
        "text": one.text,
        "quote": one.quote,
        "verb": one.verb,
        "rung": one.rung,
        "parties": list(one.parties),
        "owner": one.owner,
        "due": dated(one.due),
        "topics": list(one.topics),
        "instrument": one.instrument,
    }


def weekday_years(when: PartialDate, last: int) -> str:
    """The years in which a day without one falls on the weekday that its words name; "" where they name none."""
    low = plain(when.text)
    weekday = next((at for at, names in enumerate(_WEEKDAYS) if any(name in low for name in names)), -1)
    if not when.yearless or weekday < 0:
        return ""
    found = re.match(r"XXXX-(\d\d)-(\d\d)", when.edtf)
    if found is None:
        return ""
    years = years_matching(weekday, int(found[1]), int(found[2]), first=last - _OLDEST, last=last)
    name = _WEEKDAYS[weekday][0].capitalize()
    return f"It is a {name} in {', '.join(map(str, reversed(years)))}." if years else ""
