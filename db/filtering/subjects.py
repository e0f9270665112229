"""What a filter can say of each kind of line, itself and by the visits and meetings that it belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from db.filtering.events import EVENT, OPEN_ACTION, Span, Writer, unsourced
from db.filtering.shapes import Sql, Subject, Writing, both
from db.queries.next_steps import AT_EVENT
from db.queries.pieces import among
from db.vocabulary import OPEN_STATUSES

_AT_EVENT_OF_STEP = (
    "CASE WHEN f.visit_id IS NOT NULL THEN 2 * f.visit_id WHEN f.meeting_id IS NOT NULL THEN 2 * f.meeting_id + 1"
    " WHEN a.meeting_id IS NOT NULL THEN 2 * a.meeting_id + 1 ELSE 2 * a.visit_id END"
)
_AT = "EXISTS (SELECT 1 FROM event e WHERE e.id = {at} AND {{condition}})"
_IN_SCOPE = (
    "EXISTS (SELECT 1 FROM event_scope g JOIN event e ON e.id = g.event_id"
    " WHERE g.scope_kind = '{kind}' AND g.scope_id = {scope} AND {{condition}})"
)
_SCOPES = (
    "{scope} IN (SELECT g.scope_id FROM event e CROSS JOIN event_scope g ON g.event_id = e.id"
    " WHERE g.scope_kind = '{kind}' AND {{condition}})"
)
_PAIR = "p.a || '-' || p.b"
_OFFICIAL = "CAST(o.official_id AS TEXT)"
_OF_POST = "COALESCE(p.country, (SELECT z.country FROM organisation z WHERE z.id = p.organisation_id), '')"


class Owners(NamedTuple):
    """Who may own something: the words, and the countries, services and officials that they mean."""

    words: str
    countries: tuple[str, ...] = ()
    services: tuple[int, ...] = ()
    officials: tuple[int, ...] = ()


class Told(NamedTuple):
    """What can be said of a kind of line.

    Attributes:
        called: in the plural, in a sentence.
        record: its id in SQL, or the alias of a pair.
        own: by name, what is said of the line itself.
        by_event: the condition that it belongs to an event of which `{condition}` is true.
        among: the same, where the events are looked for first; "" where their lines are fewer than they.
    """

    called: str
    record: str
    own: Mapping[str, Writer]
    by_event: str = ""
    among: str = ""

    def at_event(self, condition: Sql) -> Sql:
        """It belongs to an event of which something is true."""
        if not self.among:
            return both(self.by_event.format(condition=condition.steady))
        # The same day stands in the index of what is in a scope, which leads straight to those of a time.
        by_day = condition.steady.replace("e.sort_day", "g.sort_day")
        return Sql(self.among.format(condition=condition.quick), self.by_event.format(condition=by_day))


def _pair(to: Writing, pair: str) -> Sql:
    a, b = pair.split("-")
    return both(f"p.a = {to.put(a)} AND p.b = {to.put(b)}")


def _of_country(to: Writing, code: str) -> Sql:
    return both(f"(p.a = {to.put(code)} OR p.b = {to.put(code)})")


def _official(to: Writing, people: Sequence[int]) -> Sql:
    return both(f"o.official_id IN ({to.among(people)})")


def _official_of(to: Writing, code: str) -> Sql:
    return both(f"o.country = {to.put(code)}")


def _official_of_pair(to: Writing, pair: str) -> Sql:
    return both(f"o.country IN ({to.among(pair.split('-'))})")


def _due(to: Writing, span: Span) -> Sql:
    first, last = span
    begins = f"f.due_last >= {to.put(first)}" if first else "f.due_last IS NOT NULL"
    return both(f"{begins} AND f.due_first <= {to.put(last)}" if last else begins)


def _mine(to: Writing, _: Any) -> Sql:
    return both(f"(f.assignee = '' OR LOWER(f.assignee) = {to.put(to.asking.officer.lower())})")


def _late_step(to: Writing, _: Any) -> Sql:
    return both(f"f.due_last < {to.today} AND f.remind_on <= {to.today}")


def _step_rung(to: Writing, rung: tuple[str, int]) -> Sql:
    return both(f"(a.rung IS NOT NULL AND a.rung {rung[0]} {to.put(rung[1])})")


def _assigned(to: Writing, owners: Owners) -> Sql:
    word = f"' ' || LOWER(f.assignee) LIKE {to.put(f'% {owners.words.lower()}%')}"
    ours = _owned("a", to, owners)
    return both(f"({word} OR (a.id IS NOT NULL AND {ours}))")


def _step_topic(to: Writing, topics: Sequence[str]) -> Sql:
    by_event = _by_event("followup", EVENT["topic"](to, topics).steady)
    return both(f"({_topic_of('f.action_id', to, topics)} OR {by_event})")


def _step_with(to: Writing, people: Sequence[int]) -> Sql:
    by_event = _by_event("followup", EVENT["person"](to, people).steady)
    return both(f"(COALESCE(f.official_id, 0) IN ({to.among(people)}) OR {by_event})")


def _step_of_country(to: Writing, code: str) -> Sql:
    by_event = _by_event("followup", EVENT["country"](to, code).steady)
    about = f"EXISTS (SELECT 1 FROM official z WHERE z.id = f.official_id AND z.country = {to.put(code)})"
    return both(f"({about} OR {by_event})")


def _owner(to: Writing, owners: Owners) -> Sql:
    return both(_owned("a", to, owners))


def _owned(action: str, to: Writing, owners: Owners) -> str:
    posts = f"SELECT w.id FROM post w WHERE w.organisation_id IN ({to.among(owners.services)})"
    either = (
        f"COALESCE({action}.owner_country, '') IN ({to.among(owners.countries or ('-',))})",
        f"COALESCE({action}.owner_organisation_id, 0) IN ({to.among(owners.services or (-1,))})",
        f"COALESCE({action}.owner_official_id, 0) IN ({to.among(owners.officials or (-1,))})",
        f"COALESCE({action}.owner_post_id, 0) IN ({posts})",
    )
    return f"({' OR '.join(either)})"


def _topic(to: Writing, topics: Sequence[str]) -> Sql:
    by_event = _by_event("action", EVENT["topic"](to, topics).steady)
    return both(f"({_topic_of('a.id', to, topics)} OR {by_event})")


def _topic_of(action: str, to: Writing, topics: Sequence[str]) -> str:
    return f"EXISTS (SELECT 1 FROM action_topic t WHERE t.action_id = {action} AND t.topic IN ({to.among(topics)}))"


def _rung(to: Writing, rung: tuple[str, int]) -> Sql:
    return both(f"a.rung {rung[0]} {to.put(rung[1])}")


def _late(to: Writing, _: Any) -> Sql:
    return both(f"(a.status IN ({among(OPEN_STATUSES)}) AND COALESCE(a.due_last, '9999-12-31') < {to.today})")


def _balls(to: Writing, ball: str) -> Sql:
    return both(
        "EXISTS (SELECT 1 FROM followup y WHERE y.action_id = a.id AND y.status IN ('open', 'waiting')"
        f" AND y.ball = {to.put(ball)})"
    )


def _holders(to: Writing, people: Sequence[int]) -> Sql:
    """Held by one of them at any time."""
    held = f"SELECT 1 FROM tenure t WHERE t.post_id = p.id AND t.official_id IN ({to.among(people)})"
    return both(f"EXISTS ({held})")


def _post_of_country(to: Writing, code: str) -> Sql:
    return both(f"{_OF_POST} = {to.put(code)}")


def _post_of_pair(to: Writing, pair: str) -> Sql:
    return both(f"{_OF_POST} IN ({to.among(pair.split('-'))})")


def _constant(sql: str) -> Writer:
    return lambda _to, _value: both(sql)


def _by_event(subject: Subject, condition: str) -> str:
    return TOLD[subject].by_event.format(condition=condition)


TOLD: Mapping[Subject, Told] = {
    "event": Told("visits and meetings", "e.id", EVENT),
    "pair": Told(
        "country pairs",
        "p",
        {
            "pair": _pair,
            "country": _of_country,
            "is:open": _constant("p.open > 0"),
            "is:watch": _constant("p.watch > 0"),
            "is:planned": _constant("p.next_edtf <> ''"),
        },
        _IN_SCOPE.format(kind="pair", scope=_PAIR),
        _SCOPES.format(kind="pair", scope=_PAIR),
    ),
    "official": Told(
        "officials",
        "o.official_id",
        {
            "pair": _official_of_pair,
            "country": _official_of,
            "person": _official,
            "is:unsourced": lambda _to, _value: unsourced("'official'", "o.official_id"),
        },
        _IN_SCOPE.format(kind="official", scope=_OFFICIAL),
        _SCOPES.format(kind="official", scope=_OFFICIAL),
    ),
    "followup": Told(
        "follow-ups",
        "f.id",
        {
            "when": _due,
            "rung": _step_rung,
            "owner": _assigned,
            "topic": _step_topic,
            "person": _step_with,
            "country": _step_of_country,
            "ball": lambda to, ball: both(f"f.ball = {to.put(ball)}"),
            "is:overdue": _late_step,
            "is:open": _constant("f.status IN ('open', 'waiting')"),
            "is:waiting": _constant("f.status = 'waiting'"),
            "is:undated": _constant("f.due_edtf = ''"),
            "is:mine": _mine,
        },
        _AT.format(at=_AT_EVENT_OF_STEP),
    ),
    "action": Told(
        "outcomes",
        "a.id",
        {
            "rung": _rung,
            "owner": _owner,
            "topic": _topic,
            "ball": _balls,
            "is:overdue": _late,
            "is:open": _constant(OPEN_ACTION.replace("x.", "a.")),
            "is:watch": _constant("(a.rung IN (2, 3) AND a.status = '')"),
            "is:waiting": _constant("a.status = 'waiting'"),
            "is:done": _constant("a.status = 'done'"),
            "is:dropped": _constant("a.status = 'dropped'"),
            "is:undated": _constant("a.due_edtf = ''"),
            "is:unsourced": lambda _to, _value: unsourced("'action'", "a.id"),
        },
        _AT.format(at=AT_EVENT),
    ),
    "post": Told(
        "posts",
        "p.id",
        {
            "pair": _post_of_pair,
            "country": _post_of_country,
            "person": _holders,
            "is:unsourced": lambda _to, _value: unsourced("'post'", "p.id"),
        },
        _IN_SCOPE.format(kind="post", scope="CAST(p.id AS TEXT)"),
    ),
}
