"""Who took part: officials, posts or groups, in a delegation or in a meeting."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import select

from db.commands.desk import Desk
from db.commands.people import official_named
from db.commands.places import organisation_named, post_named
from db.drafts import ParticipantDraft
from db.models import Delegation, Meeting, Participant
from db.vocabulary import STILL_TO_COME


def enter_participants(
    desk: Desk,
    place: Delegation | Meeting,
    drafts: Sequence[ParticipantDraft],
    *,
    country: str | None,
    status: str,
    new: bool = False,
) -> None:
    """Add those who are not there yet; a post that gains its holder keeps its line.

    Args:
        desk: the step at work.
        place: the delegation or meeting.
        drafts: who took part.
        country: whose they are unless they say otherwise.
        status: of the event: nobody has attended what is still to come.
        new: nobody is there yet.
    """
    column = "delegation_id" if isinstance(place, Delegation) else "meeting_id"
    present: list[Participant] = []
    if not new:
        there = select(Participant).where(getattr(Participant, column) == place.number)
        present += desk.session.exec(there)
    for draft in drafts:
        row = _participant(desk, draft, country)
        row.attendance = draft.attendance or ("expected" if status in STILL_TO_COME else "attended")
        known = next((one for one in present if _same(one, row)), None)
        if known is None:
            setattr(row, column, place.number)
            present.append(desk.add(row))
        else:
            desk.fill(
                known,
                known.as_printed or draft.as_printed,
                official_id=row.official_id,
                post_id=row.post_id,
                rank=row.rank,
                count=row.count,
            )


def _participant(desk: Desk, draft: ParticipantDraft, country: str | None) -> Participant:
    country = desk.country(draft.country, field="country") or country
    official = official_named(desk, draft.official, country)
    post = post_named(desk, draft.post, draft.organisation, country)
    organisation = None if post else organisation_named(desk, draft.organisation, country)
    return Participant(
        country=country,
        official_id=official.id if official else None,
        post_id=post.id if post else None,
        organisation_id=organisation.id if organisation else None,
        group_name=draft.group,
        as_printed=draft.as_printed,
        role=draft.role,
        rank=draft.rank,
        count=draft.count,
        on_behalf_of=draft.on_behalf_of,
        inferred=draft.inferred,
    )


def _same(one: Participant, other: Participant) -> bool:
    if one.country != other.country:
        return False
    if one.official_id and other.official_id:
        return one.official_id == other.official_id
    if one.post_id and other.post_id:
        return one.post_id == other.post_id
    return bool(one.group_name) and one.group_name == other.group_name
