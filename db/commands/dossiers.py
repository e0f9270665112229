"""A dossier enters as one step: its source, its people and places, its events, and what it says of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from db.belonging import RECORDS
from db.commands.actions import enter_action, enter_followup
from db.commands.at_hand import lay_out
from db.commands.desk import Desk
from db.commands.meetings import enter_meeting
from db.commands.numbering import Numbering
from db.commands.people import enter_official, know_bearers
from db.commands.places import enter_organisation, enter_post
from db.commands.refs import keep_last, know_refs
from db.commands.sources import cite_all, enter_citation, enter_source
from db.commands.visits import enter_link, enter_visit
from db.drafts import ActionDraft, FollowUpDraft, MeetingDraft, OfficialDraft, ParticipantDraft, VisitDraft
from db.errors import Conflict
from db.models.base import Numbered
from db.names import fold
from db.rows import Key, Kind
from db.telling import Tell, nobody, watched

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.drafts import Dossier, Draft

_AT_ONCE = 200
_Refs = dict[int, dict[str, set[str]]]
"""Refs by the id in memory of the draft that they are in, and by the letter that they begin with."""


def _in_order(dossier: Dossier) -> tuple[tuple[str, Sequence[Draft], Callable[[Desk, Any], object]], ...]:
    """Everything before what may name it."""
    return (
        ("organisations", dossier.organisations, enter_organisation),
        ("posts", dossier.posts, enter_post),
        ("officials", dossier.officials, enter_official),
        ("visits", dossier.visits, enter_visit),
        ("meetings", dossier.meetings, enter_meeting),
        ("outcomes", dossier.actions, enter_action),
        ("follow-ups", dossier.followups, enter_followup),
        ("links", dossier.links, enter_link),
    )


class Entered(NamedTuple):
    """What a dossier brought.

    Attributes:
        records: the records that it names itself, new or known, in its order.
        added: rows made, by table.
        conflicts: sentences about what it says differently.
    """

    records: tuple[Key, ...]
    added: Counter[str]
    conflicts: tuple[str, ...]


def enter_dossier(session: Session, dossier: Dossier, *, today: date, tell: Tell = nobody) -> Entered:
    """Enter everything a dossier says; what is there already is filled in, never doubled.

    Args:
        session: of the step.
        dossier: whole.
        today: for the year in a ref where nothing says one.
        tell: is told how far it is; what it raises takes the whole step back.

    Raises:
        Conflict, NotFound: when it names something that does not exist or contradicts itself.
    """
    desk = Desk(
        session,
        today,
        accepted=frozenset((one.of, one.field) for one in dossier.citations if one.accepted),
        numbering=Numbering(session),
    )
    within = _learn_at_once(desk, dossier, tell)
    source = enter_source(desk, dossier.source) if dossier.source else None
    desk.source_id = source.number if source else None
    if source is not None and dossier.background and not source.background:
        source.background = "\n".join(dossier.background)
    records = list(_entered(desk, dossier, within, tell))
    if dossier.citations and source is None:
        raise Conflict("The dossier has citations and no source to cite.", "source")
    if source is not None:
        for citation in dossier.citations:
            enter_citation(desk, source, citation)
        if not dossier.citations:
            cite_all(desk, source, records)
    keep_last(desk)
    return Entered(tuple(records), desk.added, tuple(desk.conflicts))


def _entered(desk: Desk, dossier: Dossier, within: _Refs, tell: Tell) -> Iterator[Key]:
    """Enter the records of a dossier; what is there of the next few hundred is asked for together."""
    for what, drafts, enter in _in_order(dossier):
        for place, draft in enumerate(watched(tell, what, drafts)):
            if place % _AT_ONCE == 0:
                desk.session.flush()  # or all that a dossier makes would wait in memory to its end
                named: defaultdict[str, set[str]] = defaultdict(set)
                for one in drafts[place : place + _AT_ONCE]:
                    for letter, refs in within.get(id(one), {}).items():
                        named[letter] |= refs
                lay_out(desk, named)
            if (key := _key(enter(desk, draft))) is not None:
                yield key
    desk.known.clear_the_desk()


def _learn_at_once(desk: Desk, dossier: Dossier, tell: Tell) -> _Refs:
    """Ask in a few questions who bears the names of a dossier, and who its refs, instead of record by record.

    Returns:
        the refs within each draft.
    """
    names: set[str] = set()
    refs: defaultdict[str, set[str]] = defaultdict(set)
    within: _Refs = {}
    for _, drafts, _ in _in_order(dossier):
        for draft in drafts:
            if own := _named_in(draft, names):
                within[id(draft)] = own
                for letter, some in own.items():
                    refs[letter] |= some
    know_bearers(desk, {fold(name) for name in names - {""}})
    know_refs(desk, refs, tell)
    return within


def _named_in(draft: Draft, names: set[str]) -> dict[str, set[str]]:
    """The refs in a draft, by letter; the names of people in it go to the names."""
    refs: dict[str, set[str]] = {}
    waiting = [draft]
    while waiting:
        one = waiting.pop()
        if isinstance(one, OfficialDraft):
            names.add(one.name)
        elif isinstance(one, ParticipantDraft):
            names.add(one.official)
        elif isinstance(one, VisitDraft | MeetingDraft | ActionDraft | FollowUpDraft) and one.ref:
            refs.setdefault(one.ref[:1], set()).add(one.ref)
        for within in _within(type(one)):
            waiting += getattr(one, within)
    return refs


@cache
def _within(kind: type[Draft]) -> tuple[str, ...]:
    """The lists of a draft whose drafts may name somebody."""
    lists = ("delegations", "members", "meetings", "participants", "actions", "followups")
    return tuple(name for name in lists if name in kind.model_fields)


def _key(row: object) -> Key | None:
    """The key of a record, None for a row that is only part of one."""
    if isinstance(row, Numbered) and row.__tablename__ in RECORDS:
        return Key(cast("Kind", row.__tablename__), str(row.number))
    return None
