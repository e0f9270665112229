"""Who took part: officials, posts or groups, in a delegation or in a meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from db import models
from db.commands.desk import Desk
from db.commands.people import official_named
from db.commands.places import organisation_named, post_named
from db.drafts import ParticipantDraft
from db.vocabulary import STILL_TO_COME

_Said = dict[str, Any]


def enter_participants(
    desk: Desk,
    place: Mapping[str, int],
    drafts: Sequence[ParticipantDraft],
    *,
    country: str | None,
    status: str,
    new: bool = False,
) -> None:
    """Add those who are not there yet; a post that gains its holder keeps its line.

    Args:
        desk: the step at work.
        place: the delegation or meeting: the column that names it, and its number.
        drafts: who took part.
        country: whose they are unless they say otherwise.
        status: of the event: nobody has attended what is still to come.
        new: nobody is there yet.
    """
    attended = "expected" if status in STILL_TO_COME else "attended"
    said = [
        {**_said(desk, draft, country), **place, "attendance": draft.attendance or attended}
        for draft in drafts
    ]
    if new and not any(_same(one, other) for one, other in combinations(map(_who, said), 2)):
        for values in said:
            desk.put(models.Participant, **values)
        return
    present: list[models.Participant] = []
    if not new:
        ((column, number),) = place.items()
        present += desk.parts(models.Participant, column, number)
    for values in said:
        known = next((one for one in present if _same(_who(vars(one)), _who(values))), None)
        if known is None:
            present.append(desk.add(models.Participant(**values)))
        else:
            learnt = {name: values[name] for name in ("official_id", "post_id", "rank", "count")}
            desk.fill(known, known.as_printed or values["as_printed"], **learnt)


def _said(desk: Desk, draft: ParticipantDraft, country: str | None) -> _Said:
    country = desk.country(draft.country, field="country") or country
    official = official_named(desk, draft.official, country)
    post = post_named(desk, draft.post, draft.organisation, country)
    organisation = None if post else organisation_named(desk, draft.organisation, country)
    return {
        "country": country,
        "official_id": official.id if official else None,
        "post_id": post.id if post else None,
        "organisation_id": organisation.id if organisation else None,
        "group_name": draft.group,
        "as_printed": draft.as_printed,
        "role": draft.role,
        "rank": draft.rank,
        "count": draft.count,
        "on_behalf_of": draft.on_behalf_of,
        "inferred": draft.inferred,
    }


class _Who(NamedTuple):
    country: str | None
    official: int | None
    post: int | None
    group: str


def _who(values: Mapping[str, Any]) -> _Who:
    return _Who(values["country"], values["official_id"], values["post_id"], values["group_name"])


def _same(one: _Who, other: _Who) -> bool:
    if one.country != other.country:
        return False
    if one.official and other.official:
        return one.official == other.official
    if one.post and other.post:
        return one.post == other.post
    return bool(one.group) and one.group == other.group
