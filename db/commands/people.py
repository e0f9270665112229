"""Officials: found by a full spelling of the name, made when there is none."""

from __future__ import annotations

from typing import Any

from sqlmodel import col, or_, select

from db.commands.desk import Desk
from db.commands.places import post_named
from db.drafts import NameDraft, OfficialDraft, TenureDraft
from db.errors import Conflict
from db.models import Official, OfficialName, Tenure
from db.models.base import date_columns
from db.names import fold


def enter_official(desk: Desk, draft: OfficialDraft) -> Official:
    """Make an official, or fill in the one that is there; spellings and tenures are added."""
    country = desk.country(draft.country, field="country")
    official = find_official(desk, draft.name, country)
    values: dict[str, Any] = {
        "native_name": draft.native_name,
        "country": country,
        "note": draft.note,
        "protocol_note": draft.protocol_note,
    }
    if official is None:
        sort_name = draft.sort_name or sorted_name(draft.name)
        official = desk.add(Official(name=draft.name, sort_name=sort_name, **values))
        _add_name(desk, official, NameDraft(name=draft.name, kind="preferred"))
    else:
        desk.fill(official, official.name, **values)
    if draft.native_name:
        _add_name(desk, official, NameDraft(name=draft.native_name, kind="native", script=""))
    for name in draft.names:
        _add_name(desk, official, name)
    for tenure in draft.tenures:
        _add_tenure(desk, official, tenure)
    return official


def find_official(desk: Desk, name: str, country: str | None = None) -> Official | None:
    """An official by any full spelling; a weak name never matches, two that match are a question.

    Raises:
        Conflict: when several officials bear the name.
    """
    statement = (
        select(Official)
        .join(OfficialName, col(OfficialName.official_id) == col(Official.id))
        .where(
            OfficialName.folded == fold(name),
            OfficialName.kind != "weak",
            col(Official.merged_into).is_(None),
        )
        .distinct()
    )
    if country:
        statement = statement.where(or_(col(Official.country) == country, col(Official.country).is_(None)))
    found = desk.session.exec(statement).all()
    if len(found) > 1:
        raise Conflict(
            f"{len(found)} officials are called “{name[:60]}”; say which one by country.", "official"
        )
    return found[0] if found else None


def official_named(desk: Desk, name: str, country: str | None = None) -> Official | None:
    """The official with this name, made on the spot when there is none; None for ""."""
    if not name:
        return None
    return find_official(desk, name, country) or enter_official(
        desk, OfficialDraft(name=name, country=country or "")
    )


def sorted_name(name: str) -> str:
    """The name as a list sorts it, the last word first, until somebody says otherwise."""
    given, _, family = name.strip().rpartition(" ")
    return f"{family}, {given}" if given and "," not in name else name.strip()


def _add_name(desk: Desk, official: Official, name: NameDraft) -> None:
    known = select(OfficialName).where(
        OfficialName.official_id == official.number, OfficialName.name == name.name
    )
    if desk.session.exec(known).first() is None:
        desk.add(
            OfficialName(
                official_id=official.number,
                name=name.name,
                kind=name.kind,
                script=name.script,
                folded=fold(name.name),
                source_id=desk.source_id,
            )
        )


def _add_tenure(desk: Desk, official: Official, draft: TenureDraft) -> None:
    post = post_named(desk, draft.post, draft.organisation, official.country)
    if post is None:
        return
    known = desk.session.exec(
        select(Tenure).where(Tenure.official_id == official.number, Tenure.post_id == post.number)
    ).all()
    held = draft.held
    if any(one.date_edtf == held.edtf for one in known):
        return
    vague = next((one for one in known if not one.date_edtf), None)
    if vague is not None:  # somebody attested the post before; now we learn from when
        desk.fill_date(vague, official.name, "date", held)
        return
    if not held.edtf and known:
        return
    desk.add(
        Tenure(
            official_id=official.number,
            post_id=post.number,
            acting=draft.acting,
            basis=draft.basis,
            source_id=desk.source_id,
            **date_columns("date", held),
        )
    )
