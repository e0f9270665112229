"""What follows when an official takes a post, told before anything is saved."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from db.dates import PartialDate
from db.errors import BadInput
from db.holding import at_once, ended, start_in_words
from db.queries.offices import post_facts
from db.queries.outside_tenure import recorded_outside
from db.queries.past_unnamed import EVENT_COLUMNS, past_unnamed
from db.queries.people import tenures
from db.queries.pieces import AT_EVENT, HELD_NOW, among
from db.reader import marked
from db.rows import Key
from db.rows.holding import Effect, Matter, PostFacts
from db.rows.way import way
from db.vocabulary import OPEN_STATUSES, STILL_TO_COME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.listing import Values
    from db.reader import Reader
    from db.rows import TenureRow

_MOST = 200  # of each kind; a post with more has a desk of its own


def posts_of(reader: Reader, official_id: int, today: date) -> tuple[PostFacts, ...]:
    """The posts that an official holds on a day, as far as is known."""
    rows = tenures(
        reader, f"t.official_id = :official AND {HELD_NOW}", today.isoformat(), official=official_id
    )
    return tuple(post_facts(reader, number) for number in dict.fromkeys(int(row.post_key.id) for row in rows))


def unnamed_in(reader: Reader, key: Key) -> tuple[PostFacts, ...]:
    """The posts that took part in a visit or meeting and whose holder was not named."""
    where = (
        "p.meeting_id = :id"
        if key.kind == "meeting"
        else "(p.delegation_id IN (SELECT id FROM delegation WHERE visit_id = :id)"
        " OR p.meeting_id IN (SELECT id FROM meeting WHERE visit_id = :id))"
    )
    rows = reader.all(
        "SELECT p.post_id, MIN(p.id) FROM participant p WHERE p.post_id IS NOT NULL AND p.official_id IS NULL"
        f" AND {where} GROUP BY p.post_id ORDER BY 2 LIMIT 20",
        id=int(key.id),
    )
    return tuple(post_facts(reader, number) for number, _ in rows)


def effect(
    reader: Reader,
    post_id: int,
    held: PartialDate,
    today: date,
    *,
    official_id: int | None = None,
    passes: bool = False,
    leaving: int | None = None,
) -> Effect:
    """What follows when a post is held as told.

    Args:
        reader: an open view.
        post_id: of the post.
        held: the tenure, as `db.holding.tenure_of` makes it; without dates nobody's end is known.
        today: the day.
        official_id: who takes it, None for somebody new.
        passes: whether it passes from the present holder; else the others stay as they are.
        leaving: of a post with several seats, who leaves.

    Raises:
        NotFound: when the post is gone.
    """
    post = post_facts(reader, post_id)
    everybody = tenures(reader, "t.post_id = :post", today.isoformat(), post=post_id)
    others = [row for row in everybody if row.official_key.id != str(official_id)]
    known = next((row.held for row in everybody if row.official_key.id == str(official_id)), held)
    go = leavers(others, held, today, post, leaving) if passes else ()
    against = _against(reader, post_id, everybody, go, held, official_id, today)
    return Effect(
        post=post,
        leaving=go,
        with_post=_with_post(reader, post_id, today) if passes else (),
        personal=_personal(reader, post_id, go, held, today),
        past=past_unnamed(reader, post_id, held if held.edtf else known, others, official_id, today),
        warnings=(*_cannot(go, held), *against, *beside(post, others, go, held)),
        against=against,
    )


def leavers(
    others: Sequence[TenureRow], held: PartialDate, today: date, post: PostFacts, leaving: int | None
) -> tuple[TenureRow, ...]:
    """Whose tenure has to end: everybody's who has not left before, or only one's where there are several seats."""
    from_day = held.first or today
    present = [row for row in others if row.held.last is None or row.held.last >= from_day]
    if post.single_seat and leaving is None:
        return tuple(present)
    return tuple(row for row in present if row.official_key.id == str(leaving))


def _cannot(go: Sequence[TenureRow], held: PartialDate) -> list[str]:
    if not held.edtf:
        return []
    found = []
    for row in go:
        try:
            ended(row.held, held)
        except BadInput:
            found.append(
                f"{row.official} took this post only in {start_in_words(row.held)};"
                " name who follows as somebody who held it before."
            )
    return found


def _against(
    reader: Reader,
    post_id: int,
    everybody: Sequence[TenureRow],
    go: Sequence[TenureRow],
    held: PartialDate,
    official_id: int | None,
    today: date,
) -> tuple[str, ...]:
    """Who is recorded in this post on a day on which, as told now, they do not hold it."""
    if not held.edtf:
        return ()
    after: dict[int, list[PartialDate]] = {}
    for row in go:
        try:
            after[int(row.official_key.id)] = [ended(row.held, held)]
        except BadInput:  # said already
            continue
    if official_id is not None:
        after.setdefault(official_id, []).append(held)
    found = []
    for number, spans in after.items():
        rest = [row for row in everybody if row.official_key.id == str(number)]
        name = next((row.official for row in rest), "")
        kept = [row.held for row in rest if row not in go and row.held.edtf]  # one without dates gets these
        found.append(recorded_outside(reader, post_id, number, name, [*spans, *kept], today))
    return tuple(filter(None, found))


def beside(
    post: PostFacts, others: Sequence[TenureRow], go: Sequence[TenureRow], held: PartialDate
) -> list[str]:
    """A sentence for everybody who stays and holds the one seat of a post at the same time."""
    if not post.single_seat:
        return []
    return [
        f"{row.official} holds this post at the same time, as far as is known."
        for row in others
        if row not in go and at_once(row.held, held)
    ]


# --- what goes on, and what is personal ---


def _with_post(reader: Reader, post_id: int, today: date) -> tuple[Matter, ...]:
    actions = _actions(reader, "a.owner_post_id = :post", post=post_id)
    seats = _seats(reader, "p.post_id = :post AND p.official_id IS NULL", today, post=post_id)
    return (*actions, *seats)


def _personal(
    reader: Reader, post_id: int, go: Sequence[TenureRow], held: PartialDate, today: date
) -> tuple[Matter, ...]:
    found: list[Matter] = []
    for row in go:
        number = int(row.official_key.id)
        found += _actions(reader, "a.owner_official_id = :official", official=number)
        found += _followups(reader, number, row.official)
        found += _seats(
            reader,
            "p.official_id = :official AND (p.post_id IS NULL OR p.post_id = :post)",
            held.first or today,
            official=number,
            post=post_id,
        )
    return tuple(found)


def _actions(reader: Reader, where: str, **values: Any) -> list[Matter]:
    rows = reader.all(
        "SELECT a.id, a.ref, a.text, a.due_edtf, a.due_text, a.due_basis FROM action a"
        f" WHERE {where} AND a.status IN ({among(OPEN_STATUSES)}) ORDER BY a.id LIMIT :limit_",
        **values,
        limit_=_MOST,
    )
    steps = _steps(reader, [row[0] for row in rows])
    return [_matter("action", row)._replace(steps=tuple(steps.get(row[0], ()))) for row in rows]


def _steps(reader: Reader, actions: list[int]) -> dict[int, list[str]]:
    """By outcome, the refs of the open follow-ups that hang on it."""
    found: dict[int, list[str]] = {}
    if not actions:
        return found
    marks, values = marked("action", actions)
    rows = reader.all(
        f"SELECT action_id, ref FROM followup WHERE action_id IN ({marks}) AND status IN ('open', 'waiting')"
        f" ORDER BY id LIMIT {_MOST}",
        **values,
    )
    for action, ref in rows:
        found.setdefault(action, []).append(ref)
    return found


def _followups(reader: Reader, official_id: int, name: str) -> list[Matter]:
    rows = reader.all(
        "SELECT f.id, f.ref, f.text, f.due_edtf, f.due_text, f.due_basis FROM followup f"
        " WHERE (f.official_id = :official OR f.assignee = :name) AND f.status IN ('open', 'waiting')"
        " ORDER BY f.id LIMIT :limit_",
        official=official_id,
        name=name,
        limit_=_MOST,
    )
    return [_matter("followup", row) for row in rows]


def _matter(kind: Literal["action", "followup"], row: Values) -> Matter:
    return Matter(kind, row[0], Key(kind, str(row[0])), row[1], row[2], PartialDate(*row[3:6]))


def _seats(reader: Reader, where: str, from_day: date, **values: Any) -> list[Matter]:
    """Seats in what is still to come on a day or after it, or on a day that is not known."""
    rows = reader.all(
        f"SELECT p.id, {EVENT_COLUMNS} FROM participant p LEFT JOIN delegation d ON d.id = p.delegation_id"
        f" JOIN {AT_EVENT} WHERE {where} AND e.status IN ({among(STILL_TO_COME)})"
        " ORDER BY e.sort_day, p.id LIMIT :limit_",
        **values,
        limit_=_MOST,
    )
    found = []
    for number, kind, record, ref, *event in rows:
        when = PartialDate(*event[4:7])
        if not when.before(from_day):
            label = f"{way(*event[:3])} {event[3]}".strip()
            found.append(Matter("participant", number, Key(kind, str(record)), ref, label, when))
    return found
