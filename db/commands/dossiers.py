"""A dossier enters as one step: its source, its people and places, its events, and what it says of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from db.commands.actions import enter_action, enter_followup
from db.commands.desk import Desk
from db.commands.meetings import enter_meeting
from db.commands.people import enter_official
from db.commands.places import enter_organisation, enter_post
from db.commands.sources import enter_citation, enter_source
from db.commands.visits import enter_link, enter_visit
from db.errors import Conflict

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.drafts import Dossier, Draft


def _in_order(dossier: Dossier) -> tuple[tuple[Sequence[Draft], Callable[[Desk, Any], object]], ...]:
    """Everything before what may name it."""
    return (
        (dossier.organisations, enter_organisation),
        (dossier.posts, enter_post),
        (dossier.officials, enter_official),
        (dossier.visits, enter_visit),
        (dossier.meetings, enter_meeting),
        (dossier.actions, enter_action),
        (dossier.followups, enter_followup),
        (dossier.links, enter_link),
    )


class Entered(NamedTuple):
    """What a dossier brought: rows made, by table, and sentences about what it says differently."""

    added: Counter[str]
    conflicts: tuple[str, ...]


def enter_dossier(session: Session, dossier: Dossier, *, today: date) -> Entered:
    """Enter everything a dossier says; what is there already is filled in, never doubled.

    Raises:
        Conflict, NotFound: when it names something that does not exist or contradicts itself.
    """
    desk = Desk(
        session,
        today,
        accepted=frozenset((one.of, one.field) for one in dossier.citations if one.accepted),
    )
    source = enter_source(desk, dossier.source) if dossier.source else None
    desk.source_id = source.number if source else None
    if source is not None and dossier.background and not source.background:
        source.background = "\n".join(dossier.background)
    for drafts, enter in _in_order(dossier):
        for draft in drafts:
            enter(desk, draft)
    if dossier.citations and source is None:
        raise Conflict("The dossier has citations and no source to cite.", "source")
    for citation in dossier.citations:
        if source is not None:
            enter_citation(desk, source, citation)
    return Entered(desk.added, tuple(desk.conflicts))
