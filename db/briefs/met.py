"""Whom one met last, in what office; who holds those offices now; what comes next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from db.briefs import words
from db.briefs.parts import Fact, Facts, Item, Items, Note, Section, Table, TableRow
from db.briefs.scope import in_group, last_held, latest_events, still_planned
from db.dates import PartialDate
from db.holding import end_in_words, start_in_words
from db.queries.holders import changed_since, holders_now
from db.queries.offices import facts_of
from db.queries.people import people, tenures
from db.queries.pieces import AT_EVENT, among
from db.queries.posts import OF_POST
from db.queries.timeline import events_where
from db.reader import marked
from db.rows import Key
from db.vocabulary import HELD_STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from db.briefs.parts import Block
    from db.briefs.scope import About
    from db.reader import Reader
    from db.rows import EventRow, PersonLine, TenureRow
    from db.rows.holding import PostFacts

MOST_PEOPLE = 40
MOST_POSTS = 20
MOST_PLANNED = 5
_UNNAMED = " (not named)"  # as a participant is shown
_OFFICE_THEN = ("", "who", "in what office")


def last_met(reader: Reader, scope: About, today: date) -> tuple[Section, EventRow | None]:
    """Who met, where, when and in what office; and the event itself."""
    last = last_held(reader, scope)
    if last is None:
        return Section("Last met", (Note("No meeting and no visit is on record."),)), None
    facts = [
        Fact("when", words.dated(last.date, today), last.key),
        Fact("what", f"{words.event_in_words(last)} ({last.ref})", last.key),
    ]
    group = in_group(reader, scope, last)
    facts += [
        Fact(
            "with it", f"{words.listed(words.event_in_words(row), words.day(row.date))} ({row.ref})", row.key
        )
        for row in group
        if row.key != last.key
    ]
    if last.date.first is None:
        facts.append(Fact("but", "none has a year, so which was the last is not known"))
    if last.names_then:
        facts.append(Fact("then called", last.names_then))
    there = _there(reader, [row.key for row in (group or (last,))], _iso(last.date))
    if there:
        return Section("Last met", (Facts(tuple(facts)), *_table(there, scope))), last
    before = _last_named(reader, scope)
    if before is None:
        return Section("Last met", (Facts(tuple(facts)), *_table((), scope))), last
    told = (
        f"Nobody is named at it; at {before.ref}, {words.day(before.date) or words.NOT_STATED}, there were:"
    )
    there = _there(reader, [row.key for row in in_group(reader, scope, before)], _iso(before.date))
    return Section("Last met", (Facts(tuple(facts)), Note(told), *_table(there, scope))), last


def _last_named(reader: Reader, scope: About) -> EventRow | None:
    """The last event that was held and at which somebody is on record; the visit where it was part of one."""
    marks, values = marked("event", latest_events(reader, scope))
    found = events_where(
        reader,
        f"e.id IN ({marks}) AND e.people <> '' AND {_plainly('e.status')} IN ({among(HELD_STATUSES)})",
        "e.undated, e.sort_day DESC, e.group_id DESC, e.rank DESC",
        1,
        **values,
    )
    return found[0] if found else None


def expected(persons: Sequence[PersonLine], scope: About) -> tuple[Block, ...]:
    """Those who are expected at an event, in a table."""
    return _table(persons, scope)


def _there(reader: Reader, keys: Iterable[Key], day: str) -> tuple[PersonLine, ...]:
    """Everybody at some events of one group, each once, in the order notified."""
    once: dict[object, PersonLine] = {}
    for key in keys:
        where = (
            "p.delegation_id IN (SELECT d.id FROM delegation d WHERE d.visit_id = :event)"
            if key.kind == "visit"
            else "p.meeting_id = :event"
        )
        for person in people(reader, where, day=day, event=int(key.id)):
            once.setdefault(person.official_key or person.post_key or person.label, person)
    return tuple(once.values())


def _table(persons: Sequence[PersonLine], scope: About) -> tuple[Block, ...]:
    """People by party, the others first, since they are whom one has to know."""
    if not persons:
        return (Note("Nobody is named on record."),)
    order = {code: place for place, code in enumerate((*scope.others, scope.home))}
    ranked = sorted(persons, key=lambda person: (order.get(person.country, len(order)), not person.named))
    told = [(person, _who_and_office(person)) for person in ranked[:MOST_PEOPLE]]
    columns = 2 if any(office for _, (_, office) in told) else 1
    rows = tuple(
        TableRow((person.country, *said[:columns]), person.official_key or person.post_key)
        for person, said in told
    )
    more = len(ranked) - MOST_PEOPLE
    left = (Note(f"And {words.many(more, 'more person')} on record."),) if more > 0 else ()
    return (Table(_OFFICE_THEN[: columns + 1], rows), *left)


def _who_and_office(person: PersonLine) -> tuple[str, str]:
    """The name, or that nobody named the holder of the office."""
    office = person.post + (" (inferred)" if person.inferred else "")
    if person.named or not person.label.endswith(_UNNAMED):
        return words.who(person), office
    return words.who(person._replace(label="not named")), person.label.removesuffix(_UNNAMED)


def _iso(when: PartialDate) -> str:
    return when.first.isoformat() if when.first else ""


# --- who is who now ---


class _Met(NamedTuple):
    """How often the holder of a post took part, and at last by whom and when."""

    times: int
    last: PartialDate
    holder: str
    holder_key: Key | None


def who_is_who(reader: Reader, scope: About, today: date) -> Section:
    """The posts that met in the scope, who holds them now, and where that is somebody else since."""
    met = _posts_met(reader, scope)
    facts = {
        number: post
        for number, post in facts_of(reader, met).items()
        if not scope.countries or post.country in scope.countries or not post.country
    }
    now = holders_now(reader, facts, today)
    theirs_first = sorted(
        (number for number in met if number in facts),
        key=lambda number: (facts[number].country == scope.home, facts[number].country),
    )
    items = tuple(
        _post_item(reader, facts[number], met[number], now.get(number), today) for number in theirs_first
    )
    block = Items(items) if items else Note("No office is on record among those who met.")
    return Section("Who is who now", (block,))


def _post_item(reader: Reader, post: PostFacts, met: _Met, now: TenureRow | None, today: date) -> Item:
    title = words.listed(post.title, post.organisation)
    protocol = _protocol(reader, now)
    held = f"since {start_in_words(now.held)}" if now and start_in_words(now.held) else ""
    acting = "acting" if now and now.acting else ""
    inferred = "inferred" if now and now.basis == "inferred" else ""
    changed = _changed(reader, post, met, now, today)
    often = "once" if met.times == 1 else f"{met.times} times, last"
    times = f"met {often} {words.day(met.last) or words.NOT_STATED}"
    # Next to a name "met" would say that this one was, so what happened under another is the post's.
    came_after = now is not None and now.official_key != met.holder_key and _came_after(met, now)
    if now and (changed or came_after):
        never = came_after or (post.single_seat and met.times == 1)
        under = met.holder or _then(reader, int(post.key.id), met, today)[0]
        times = f"the post was {times}" + (f", under {under}" if under else "")
        times = words.dotted("not met yet" if never else "", times)
    return Item(
        text=f"{title}: {now.official if now else 'nobody is named'}",
        lead=post.country,
        alarm=changed,
        behind=words.dotted(held, acting, inferred, times, protocol),
        key=now.official_key if now else post.key,
    )


def _changed(reader: Reader, post: PostFacts, met: _Met, now: TenureRow | None, today: date) -> str:
    """That the holder changed since, from whom to whom; "" where it is the same one as far as is known."""
    number = int(post.key.id)
    if now is None:
        gone, until = _then(reader, number, met, today)
        return f"{gone} left in {until}, no successor is named" if until else ""
    if now.official_key == met.holder_key:
        return ""
    left = met.holder_key is not None and _over(reader, number, met.holder_key, today)
    came = number in changed_since(reader, [number], _iso(met.last), today)
    if not left and not (came and (post.single_seat or not met.holder)):
        return ""  # as far as is known, or one of several who hold it
    before = met.holder or _then(reader, number, met, today)[0] or "not named"
    return f"holder changed since {words.day(met.last) or 'the last meeting'}: {before} → {now.official}"


def _came_after(met: _Met, now: TenureRow) -> bool:
    """Whether the holder of now came into office only after the post was met last."""
    came, last = now.held.first, met.last.last
    return came is not None and last is not None and came > last


def _over(reader: Reader, number: int, official: Key, today: date) -> bool:
    """Whether an official holds a post no longer, or was never written down as its holder."""
    own = tenures(
        reader,
        "t.post_id = :post AND t.official_id = :official",
        today.isoformat(),
        post=number,
        official=int(official.id),
    )
    return all(not row.now for row in own)


def _then(reader: Reader, number: int, met: _Met, today: date) -> tuple[str, str]:
    """Who held a post when it was met, and in which month that ended, "" where it is not known."""
    day = _iso(met.last) or today.isoformat()
    found = tenures(
        reader,
        "t.post_id = :post AND (t.date_first IS NULL OR t.date_first <= :day)"
        " AND (t.date_last IS NULL OR t.date_last >= :day)",
        today.isoformat(),
        post=number,
        day=day,
    )
    gone = [row for row in found if not row.now]
    return (gone[0].official, end_in_words(gone[0].held)) if gone else ("", "")


def _protocol(reader: Reader, now: TenureRow | None) -> str:
    if now is None:
        return ""
    return str(
        reader.value("SELECT protocol_note FROM official WHERE id = :id", id=int(now.official_key.id)) or ""
    )


def _plainly(column: str) -> str:
    """A column by whose index nothing is looked up: most events of a store were held, those asked for are few."""
    return f"{column} || ''"


def _posts_met(reader: Reader, scope: About) -> Mapping[int, _Met]:
    """The posts whose holders took part in the latest events of the scope, those met last first."""
    events = latest_events(reader, scope)
    marks, values = marked("event", events)
    if not events:
        return {}
    posts = reader.all(
        "SELECT CAST(x.scope_id AS INTEGER), COUNT(DISTINCT x.group_id), MAX(x.sort_day) FROM event_scope x"
        f" WHERE x.event_id IN ({marks}) AND {_plainly('x.scope_kind')} = 'post'"
        f" AND {_plainly('x.status')} IN ({among(HELD_STATUSES)})"
        " GROUP BY x.scope_id ORDER BY 3 DESC, 2 DESC, 1 LIMIT :most",
        **values,
        most=MOST_POSTS,
    )
    held = f"e.id IN ({marks}) AND {_plainly('e.status')} IN ({among(HELD_STATUSES)})"
    found: dict[int, _Met] = {}
    for number, times, _ in posts:
        row = reader.one(
            "SELECT e.date_edtf, e.date_text, e.date_basis, COALESCE(f.name, ''), f.id FROM participant p"
            f" LEFT JOIN delegation d ON d.id = p.delegation_id JOIN {AT_EVENT}"
            f" LEFT JOIN official f ON f.id = p.official_id WHERE {OF_POST} AND {held}"
            " ORDER BY e.sort_day DESC, e.group_id DESC, e.rank DESC, f.id IS NULL LIMIT 1",
            post=number,
            **values,
        )
        if row is not None:
            holder = None if row[4] is None else Key("official", str(row[4]))
            found[int(number)] = _Met(times, PartialDate(*row[:3]), row[3], holder)
    return found


# --- what comes next ---


def planned(reader: Reader, scope: About, today: date, own: Key) -> Section:
    """What is planned from today on, without the event itself that the brief is about."""
    rows = [
        row for row in still_planned(reader, scope, today.isoformat(), MOST_PLANNED + 1) if row.key != own
    ][:MOST_PLANNED]
    items = tuple(
        Item(
            words.event_in_words(row),
            row.ref,
            behind=words.dotted(words.dated(row.date, today), row.status, row.people),
            key=row.key,
        )
        for row in rows
    )
    nothing = "Nothing else is planned." if own.kind in ("visit", "meeting") else "Nothing is planned."
    return Section("Next", (Items(items) if items else Note(nothing),))


def met_on(last: EventRow | None) -> str:
    """The last day of the last event, ISO; "" where there was none or nobody said when."""
    if last is None or last.date.last is None:
        return ""
    return last.date.last.isoformat()
