"""Officials: found by a full spelling of the name, made when there is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlmodel import col, select

from db import models
from db.commands.desk import Desk
from db.commands.places import post_named
from db.drafts import NameDraft, OfficialDraft, TenureDraft
from db.errors import Conflict
from db.models.base import date_columns
from db.names import fold
from db.names.sorting import sorted_name

_AT_ONCE = 400


def enter_official(desk: Desk, draft: OfficialDraft) -> models.Official:
    """Make an official, or fill in the one that is there; spellings and tenures are added."""
    country = desk.country(draft.country, field="country")
    official = find_official(desk, draft.name, country)
    new = official is None
    values: dict[str, Any] = {
        "native_name": draft.native_name,
        "country": country,
        "note": draft.note,
        "protocol_note": draft.protocol_note,
    }
    if official is None:
        sort_name = draft.sort_name or sorted_name(draft.name, country)
        official = desk.add(models.Official(name=draft.name, sort_name=sort_name, **values))
    else:
        desk.fill(official, official.name, **values)
    names = [NameDraft(name=draft.name, kind="preferred")] if new else []
    if draft.native_name:
        names.append(NameDraft(name=draft.native_name, kind="native", script=""))
    _add_names(desk, official, [*names, *draft.names], new=new)
    if draft.tenures:
        held = select(models.Tenure).where(models.Tenure.official_id == official.number)
        known = [] if new else list(desk.session.exec(held))
        for tenure in draft.tenures:
            _add_tenure(desk, official, tenure, known)
    return official


def find_official(desk: Desk, name: str, country: str | None = None) -> models.Official | None:
    """An official by any full spelling; a weak name never matches, two that match are a question.

    Raises:
        Conflict: when several officials bear the name.
    """
    folded = fold(name)
    if folded not in desk.known.bearers or not desk.at_once:
        know_bearers(desk, [folded])
    bearers = desk.known.bearers[folded].values()
    found = [one for one in bearers if not country or one.country in (country, None)]
    if len(found) > 1:
        raise Conflict(
            f"{len(found)} officials are called “{name[:60]}”; say which one by country.", "official"
        )
    return found[0] if found else None


def know_bearers(desk: Desk, folded: Iterable[str]) -> None:
    """Learn who bears some folded names, all at once."""
    bearers = desk.known.bearers
    wanted = sorted({*folded} - (bearers.keys() if desk.at_once else set()))
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        bearers.update((name, {}) for name in some)
        statement = (
            select(models.OfficialName.folded, models.Official)
            .join(models.Official, col(models.OfficialName.official_id) == col(models.Official.id))
            .where(
                col(models.OfficialName.folded).in_(some),
                models.OfficialName.kind != "weak",
                col(models.Official.merged_into).is_(None),
            )
            .order_by(col(models.Official.id))
        )
        for name, official in desk.session.exec(statement):
            bearers[name][official.number] = official


def official_named(desk: Desk, name: str, country: str | None = None) -> models.Official | None:
    """The official with this name, made on the spot when there is none; None for ""."""
    if not name:
        return None
    return find_official(desk, name, country) or enter_official(
        desk, OfficialDraft(name=name, country=country or "")
    )


def _add_names(desk: Desk, official: models.Official, names: Sequence[NameDraft], *, new: bool) -> None:
    """Add the spellings that an official does not have yet; a new one has none."""
    there = select(models.OfficialName.name).where(models.OfficialName.official_id == official.number)
    known = set() if new or not names else set(desk.session.exec(there))
    for name in names:
        if name.name in known:
            continue
        known.add(name.name)
        row = desk.add(
            models.OfficialName(
                official_id=official.number,
                name=name.name,
                kind=name.kind,
                script=name.script,
                folded=fold(name.name),
                source_id=desk.source_id,
            )
        )
        if row.kind != "weak" and row.folded in desk.known.bearers:
            desk.known.bearers[row.folded][official.number] = official


def _add_tenure(
    desk: Desk, official: models.Official, draft: TenureDraft, held_by_them: list[models.Tenure]
) -> None:
    """Add a tenure to those that the official has, unless it is among them."""
    post = post_named(desk, draft.post, draft.organisation, official.country)
    if post is None:
        return
    known = [one for one in held_by_them if one.post_id == post.number]
    held = draft.held
    if any(one.date_edtf == held.edtf for one in known):
        return
    vague = next((one for one in known if not one.date_edtf), None)
    if vague is not None:  # somebody attested the post before; now we learn from when
        desk.fill_date(vague, official.name, "date", held)
        return
    if not held.edtf and known:
        return
    held_by_them.append(
        desk.add(
            models.Tenure(
                official_id=official.number,
                post_id=post.number,
                acting=draft.acting,
                basis=draft.basis,
                source_id=desk.source_id,
                **date_columns("date", held),
            )
        )
    )
