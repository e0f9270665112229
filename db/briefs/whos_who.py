"""Who holds the offices that one has met, and where that is somebody else since."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.briefs import words
from db.briefs.met import first_day, plainly
from db.briefs.parts import Item, Items, Note, Section
from db.briefs.scope import latest_events
from db.dates import PartialDate
from db.holding import end_in_words, start_in_words
from db.queries.holders import changed_since, holders_now
from db.queries.offices import facts_of
from db.queries.people import tenures
from db.queries.pieces import AT_EVENT, among
from db.queries.posts import OF_POST
from db.reader import marked
from db.rows import Key
from db.scopes import was_held
from db.vocabulary import HELD_STATUSES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from db.briefs.scope import About
    from db.reader import Reader
    from db.rows import TenureRow
    from db.rows.holding import PostFacts

MOST_POSTS = 20


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
    came = number in changed_since(reader, [number], first_day(met.last), today)
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
    day = first_day(met.last) or today.isoformat()
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


def _posts_met(reader: Reader, scope: About) -> Mapping[int, _Met]:
    """The posts whose holders took part in the latest events of the scope, those met last first."""
    events = latest_events(reader, scope)
    marks, values = marked("event", events)
    if not events:
        return {}
    posts = reader.all(
        "SELECT CAST(x.scope_id AS INTEGER), COUNT(DISTINCT x.group_id), MAX(x.sort_day) FROM event_scope x"
        f" WHERE x.event_id IN ({marks}) AND {plainly('x.scope_kind')} = 'post'"
        f" AND {was_held(plainly('x.status'))}"
        " GROUP BY x.scope_id ORDER BY 3 DESC, 2 DESC, 1 LIMIT :most",
        **values,
        most=MOST_POSTS,
    )
    held = f"e.id IN ({marks}) AND {plainly('e.status')} IN ({among(HELD_STATUSES)})"
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
