"""One brief, from bounded questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.briefs import business, kept, met, outcomes, sources, whos_who, words
from db.briefs.changed import changed
from db.briefs.parts import Brief, Fact, Facts, Note, Room, Section, named_in
from db.briefs.scope import about
from db.errors import NotFound
from db.merged import standing
from db.queries.briefs import last_brief, newest_change
from db.queries.cards import card
from db.queries.pairs import one_pair
from db.rows import Key, MeetingCard, OfficialCard, PairRow, VisitCard, noun

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.briefs.parts import Block
    from db.briefs.scope import About
    from db.reader import Reader
    from db.rows import Card, Moment

OWN_HEADINGS = ("Objectives", "Points to make", "Their points", "Line to take")
"""What only the officer can fill in."""
_ROOM = 3  # lines under each of them


def gather(reader: Reader, key: Key, moment: Moment, *, up_to: int | None = None) -> Brief:
    """The brief on a country pair, an official, a visit or a meeting, as the store has it now.

    Args:
        reader: an open view.
        key: the record.
        moment: the day and the desk.
        up_to: the number of the brief that is the last one to be compared with, so that a page which is open
            does not change when it is taken itself; the last one there is where none is given.

    Raises:
        NotFound: when the record is gone.
        BadInput: when it is of another kind.
    """
    key = standing(reader, key)
    scope = about(reader, key, moment)
    subject = _pair(reader, key, moment) if key.kind == "pair" else card(reader, key, moment)
    today = moment.today
    last_met, last = met.last_met(reader, scope, today)
    pending = (business.still_open(reader, scope, today), business.watched(reader, scope, today))
    own: tuple[Section | None, ...] = (
        _subject(subject, scope, moment),
        last_met,
        whos_who.who_is_who(reader, scope, today),
        met.planned(reader, scope, today, key),
        kept.agenda(reader, key) if key.kind in ("visit", "meeting") else None,
        *pending,
        outcomes.outcomes(reader, scope, today, met.met_on(last), named_in(pending)),
        kept.kept(reader, scope),
        sources.reciprocity(reader, scope),
    )
    found = tuple(section for section in own if section is not None)
    title, name = _called(subject)
    named = (key, *named_in(found))
    from_where, marks = sources.sources(reader, named)
    last_taken = last_brief(reader, key, up_to)
    # Who took a brief before reads first what is new.
    news = (changed(reader, scope, last_taken, named),) if last_taken else ()
    return Brief(
        key=key,
        name=name,
        title=title,
        day=today,
        desk=str(reader.value("SELECT name FROM country WHERE code = :code", code=moment.desk) or ""),
        handling=sources.handling(reader, named, marks),
        sections=(*news, *found, from_where, *(Section(one, (Room(_ROOM),)) for one in OWN_HEADINGS)),
        last=last_taken,
        last_change=newest_change(reader),
    )


def _pair(reader: Reader, key: Key, moment: Moment) -> PairRow:
    a, _, b = key.id.partition("-")
    row = one_pair(reader, a, b, moment)
    if row is None:
        raise NotFound("These two countries have no visit and no meeting in the store.")
    return row


def _called(subject: Card | PairRow) -> tuple[str, str]:
    """The title of the page, and what its file is called."""
    match subject:
        case PairRow():
            return f"{subject.home_name} – {subject.other_name}", subject.key.id
        case VisitCard():
            when = words.day(subject.date)
            return words.listed(f"Visit {subject.sending}→{subject.host}", when), subject.ref
        case MeetingCard():
            codes = "·".join(code for code, _ in sorted(subject.parties))
            return words.listed(f"Meeting {codes}", words.day(subject.date)), subject.ref
        case OfficialCard():
            return subject.name, subject.name
        case _:
            raise NotFound(f"This {noun(subject.key.kind)} has no brief.")


def _subject(subject: Card | PairRow, scope: About, moment: Moment) -> Section | None:
    """The visit, the meeting or the official itself; a pair is nothing but its events."""
    match subject:
        case VisitCard():
            people = tuple(person for part in subject.delegations for person in part.members)
            return Section("The visit", (_facts(_of_visit(subject, moment)), *_coming(people, scope)))
        case MeetingCard():
            return Section(
                "The meeting", (_facts(_of_meeting(subject, moment)), *_coming(subject.participants, scope))
            )
        case OfficialCard():
            return Section("The official", (_facts(_of_official(subject)),))
        case _:
            return None


def _coming(people: tuple[object, ...], scope: About) -> tuple[Block, ...]:
    return met.expected(people, scope) if people else (Note("Nobody is named on record yet."),)  # type: ignore[arg-type]


def _facts(facts: Iterable[tuple[str, str]]) -> Facts:
    return Facts(tuple(Fact(label, text) for label, text in facts if text))


def _of_visit(card: VisitCard, moment: Moment) -> Iterable[tuple[str, str]]:
    return (
        ("when", words.dated(card.date, moment.today)),
        ("where", card.place),
        ("who", f"{card.sending_name} to {card.host_name} ({card.ref})"),
        ("kind", words.listed("" if card.kind == "unknown" else card.kind, card.status)),
        ("about", card.title),
        ("purpose", card.purpose),
        ("topics", ", ".join(card.topics)),
        ("then", card.names_then),
        (
            "meetings",
            "; ".join(words.listed(one.ref, one.title, words.day(one.date)) for one in card.meetings),
        ),
    )


def _of_meeting(card: MeetingCard, moment: Moment) -> Iterable[tuple[str, str]]:
    mode = "" if card.mode == "unknown" else card.mode
    form = "" if card.format == "unspecified" else card.format
    lent = not words.day(card.date) and bool(words.day(card.visit_date))
    return (
        (
            "when",
            f"during the visit, {words.dated(card.visit_date, moment.today)}"
            if lent
            else words.dated(card.date, moment.today),
        ),
        ("where", card.place),
        ("who", ", ".join(f"{code} ({role})" for code, role in card.parties)),
        ("kind", words.listed(card.arity, form, mode, card.status)),
        ("then", card.names_then),
        ("about", card.title),
        ("series", card.series),
        ("during", card.visit_label),
        ("topics", ", ".join(card.topics)),
        ("seating", words.listed(*card.precedence.codes) if len(card.parties) > 1 else ""),
    )


def _of_official(card: OfficialCard) -> Iterable[tuple[str, str]]:
    posts = "; ".join(words.listed(row.post, row.organisation) for row in card.tenures if row.now)
    before = words.first_few(
        (words.listed(row.post, row.organisation) for row in card.tenures if not row.now), 3
    )
    met_us = words.first_few((person.label for person in card.last_met_by), 4)
    more = "more than " if card.travelled_more else ""
    return (
        ("name", words.dotted(card.native_name, card.latin)),
        ("country", card.country_name),
        ("holds", posts or "no post that is known"),
        ("held", before),
        ("protocol", card.protocol_note),
        ("note", card.note),
        (
            "visits",
            words.dotted(
                f"headed {more}{card.headed}" if card.headed else "",
                f"joined {more}{card.joined}" if card.joined else "",
            ),
        ),
        ("met by", met_us),
    )
