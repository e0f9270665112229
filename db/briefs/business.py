"""What is open both ways, and what is watched."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from db.briefs import words
from db.briefs.parts import Item, Items, Note, Section
from db.commitments import RUNGS
from db.dates import PartialDate
from db.queries.actions import actions_where
from db.queries.followups import followups_where
from db.queries.pieces import among
from db.reader import marked
from db.rows import Key
from db.vocabulary import OPEN_STATUSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.briefs.parts import Block
    from db.briefs.scope import About
    from db.reader import Reader
    from db.rows import ActionRow, FollowUpRow

MOST = 40  # of each list; a page that is longer is not read


class _More(NamedTuple):
    """What a line of a list does not say of an outcome: when it was said, and whose it is."""

    said: PartialDate
    owner: str  # the country of its owner


def of_scope(scope: About, having: str = "") -> tuple[str, dict[str, Any]]:
    """The condition that an outcome `a` comes from an event of the scope and concerns its parties.

    Pairs keep count of what is open and watched at each event: `having` names the one of which some is wanted.
    """
    where, values = scope.scoped()
    if having and scope.kind == "pair":
        where += f" AND s.{having} > 0"
    # From its events on: a store has more open outcomes than two countries have events.
    found = (
        "a.id IN (SELECT x.id FROM event_scope s JOIN action x ON x.meeting_id = (s.event_id - 1) / 2"
        f" WHERE {where} AND s.event_id % 2 = 1 UNION ALL"
        " SELECT x.id FROM event_scope s JOIN action x ON x.visit_id = s.event_id / 2 AND x.meeting_id IS NULL"
        f" WHERE {where} AND s.event_id % 2 = 0)"
    )
    if scope.kind == "official":
        own = "SELECT y.id FROM action y WHERE y.owner_official_id = :own"
        return f"{found.removesuffix(')')} UNION ALL {own})", {**values, "own": int(scope.key.id)}
    concerns, codes = concerning(scope)
    return f"{found} AND {concerns}", {**values, **codes}


def concerning(scope: About) -> tuple[str, dict[str, Any]]:
    """The condition that an outcome `a` is between two of the parties, or that nobody said between whom it is."""
    if scope.kind == "official":
        return "1 = 1", {}
    marks, codes = marked("party", scope.countries)
    parties = "SELECT COUNT(*) FROM action_party p WHERE p.action_id = a.id"
    return f"(0 = ({parties}) OR 2 <= ({parties} AND p.country IN ({marks})))", codes


def still_open(reader: Reader, scope: About, today: date) -> Section:
    """What they owe us and what we owe them; what nobody by name owes; our own next steps among them."""
    where, values = of_scope(scope, "open")
    actions = actions_where(
        reader,
        today,
        f"a.rung + 0 IN (4, 5) AND a.status IN ({among(OPEN_STATUSES)}) AND {where}",
        order="a.due_last IS NULL, a.due_last, a.id",
        limit=MOST + 1,
        **values,
    )
    steps = _followups(reader, scope, today)
    more = _more(reader, actions)
    titles = _BOTH_WAYS if scope.home else _by_country(reader, scope)
    lists: dict[str, list[Item]] = {side: [] for side in titles}
    for action in actions[:MOST]:
        lists[_side(more[action.key].owner, scope)].append(_open_item(action, more[action.key], today))
    for step in steps[:MOST]:
        item = _step_item(step, today)
        if scope.home:
            lists[step.ball].append(item)
        else:
            answer = "" if step.ball == "us" else "waiting for an answer"
            lists[_OWN].append(item._replace(behind=words.dotted(answer, item.behind)))
    blocks: list[Block] = [Items(tuple(rows), titles[side]) for side, rows in lists.items() if rows]
    left = max(0, len(actions) - MOST) + max(0, len(steps) - MOST)
    if left:
        blocks.append(Note(f"More than {MOST} are open; the rest is in the store."))
    return Section("Open both ways", tuple(blocks) or (Note("Nothing is open."),))


_OWN = "own"
_THIRD_AND_NOBODY = {"third": "With a third party", "nobody": "Agreed, and nobody owns it by name"}
_BOTH_WAYS = {"them": "Theirs to us", "us": "Ours to them"} | _THIRD_AND_NOBODY


def _by_country(reader: Reader, scope: About) -> dict[str, str]:
    """The lists where none of the parties is the desk's, so that nothing is ours or theirs: each country by name."""
    marks, codes = marked("party", scope.countries)
    names: dict[str, str] = dict(
        reader.all(f"SELECT code, name FROM country WHERE code IN ({marks})", **codes)
    )
    owed = {code: f"For {names.get(code, code)} to do" for code in scope.countries}
    return owed | {_OWN: "Our own next steps"} | _THIRD_AND_NOBODY


def _side(owner: str, scope: About) -> str:
    if not owner:
        return "nobody"
    if owner not in scope.countries:
        return "third"
    if not scope.home:
        return owner
    return "us" if owner == scope.home else "them"


def _open_item(action: ActionRow, more: _More, today: date) -> Item:
    due = words.day(action.due)
    age = words.age(more.said, today)
    return Item(
        text=action.text,
        lead=action.ref,
        alarm=f"overdue since {due}" if action.overdue else "",
        behind=words.dotted(
            f"{RUNGS[action.rung]} {age}".rstrip(),
            action.status if action.status != "open" else "",
            f"owner {action.owner}" if action.owner else "no owner",
            f"due {due}" if due and not action.overdue else "",
            f"{action.parts_done} of {action.parts} parts done" if action.parts else "",
            "" if action.actionable else "nothing to check it by",
            action.since,
        ),
        key=action.key,
    )


def _followups(reader: Reader, scope: About, today: date) -> tuple[FollowUpRow, ...]:
    """Open steps on the scope's events, their outcomes and the officials of the other parties, hidden ones too."""
    where, values = scope.scoped()
    of_event = (
        f"EXISTS (SELECT 1 FROM event_scope s WHERE {where} AND s.event_id IN"
        " (2 * COALESCE(f.visit_id, CASE WHEN a.meeting_id IS NULL THEN a.visit_id END, -1),"
        " 2 * COALESCE(f.meeting_id, a.meeting_id, -1) + 1))"
    )
    if scope.kind == "official":
        person = "f.official_id = :own"
        values["own"] = int(scope.key.id)
    else:
        marks, codes = marked("other", scope.others if scope.home else ())
        person = f"o.country IN ({marks})" if marks else "1 = 0"
        values |= codes
    return followups_where(
        reader,
        today,
        f"f.status IN ('open', 'waiting') AND ({of_event} OR {person})",
        limit=MOST + 1,
        **values,
    )


def _step_item(step: FollowUpRow, today: date) -> Item:
    due = words.day(step.due)
    hidden = step.hidden_until > today.isoformat()
    return Item(
        text=step.text,
        lead=step.ref,
        alarm=f"overdue since {due}" if step.overdue else "",
        behind=words.dotted(
            "our follow-up",
            f"due {due}" if due and not step.overdue else "" if due else "no date",
            f"open since {words.iso_day(step.since)}" if step.since else "",
            f"next check {words.iso_day(step.next_check)}" if step.next_check else "",
            f"hidden until {words.iso_day(step.hidden_until)}" if hidden else "",
            f"{words.iso_day(step.logged)}: {step.last_log}".removeprefix(": ") if step.last_log else "",
            f"on {_hook(step)}" if step.on else "",
        ),
        key=step.key,
    )


def _hook(step: FollowUpRow) -> str:
    """What it hangs on: a ref, or a name."""
    named = step.on_key is not None and step.on_key.kind == "official"
    return step.on if named else step.on.partition(" ")[0]


def watched(reader: Reader, scope: About, today: date) -> Section:
    """What was proposed or explored and nobody has accepted, the longest silent first."""
    where, values = of_scope(scope, "watch")
    rows = actions_where(
        reader,
        today,
        f"a.rung + 0 IN (2, 3) AND a.status = '' AND {where}",
        limit=MOST + 1,
        **values,
    )
    more = _more(reader, rows)
    items = tuple(
        Item(
            row.text,
            RUNGS[row.rung],
            behind=words.dotted(
                row.ref,
                _said(more[row.key].said, today),
                f"due {words.day(row.due)}" if words.day(row.due) else "",
                row.since,
            ),
            key=row.key,
        )
        for row in rows[:MOST]
    )
    blocks: tuple[Block, ...] = (Items(items),) if items else (Note("Nothing is on the watch list."),)
    return Section("Watch", blocks)


def _said(when: PartialDate, today: date) -> str:
    """Since when it has been on the list, or when it comes up: an outcome may be foreseen for a visit to come."""
    if not when.edtf:
        return words.NOT_STATED
    ahead = when.first is not None and when.first > today
    return f"{'comes up' if ahead else 'since'} {words.dated(when, today)}"


def _more(reader: Reader, rows: Sequence[ActionRow]) -> dict[Key, _More]:
    """When each outcome was said, and the country of its owner."""
    marks, values = marked("id", (int(row.key.id) for row in rows))
    if not marks:
        return {}
    found = reader.all(
        "SELECT a.id, COALESCE(NULLIF(m.date_edtf, ''), mv.date_edtf, v.date_edtf, ''),"
        " COALESCE(a.owner_country, oo.country, op.country, po.country, of.country, '')"
        " FROM action a LEFT JOIN meeting m ON m.id = a.meeting_id LEFT JOIN visit mv ON mv.id = m.visit_id"
        " LEFT JOIN visit v ON v.id = a.visit_id LEFT JOIN organisation oo ON oo.id = a.owner_organisation_id"
        " LEFT JOIN post op ON op.id = a.owner_post_id LEFT JOIN organisation po ON po.id = op.organisation_id"
        f" LEFT JOIN official of ON of.id = a.owner_official_id WHERE a.id IN ({marks})",
        **values,
    )
    return {Key("action", str(number)): _More(PartialDate(edtf), owner) for number, edtf, owner in found}
