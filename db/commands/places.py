"""Organisations and posts: found by any of their names, made when there is none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlmodel import col, or_, select

from db import models
from db.commands.called import called
from db.commands.desk import Desk, only, standing_row
from db.drafts import OrganisationDraft, PostDraft
from db.drafts.places import ServiceNameDraft, TitleDraft
from db.names import fold


def enter_organisation(desk: Desk, draft: OrganisationDraft) -> models.Organisation:
    """Make an organisation, or fill in the one that is there."""
    country = desk.country(draft.country, field="country")
    parent = find_organisation(desk, draft.parent) if draft.parent else None
    known = find_organisation(desk, draft.acronym or draft.name, country) or find_organisation(
        desk, draft.name, country
    )
    values: dict[str, Any] = {
        "acronym": draft.acronym,
        "country": country,
        "kind": draft.kind,
        "parent_id": parent.id if parent else None,
        "note": draft.note,
    }
    if known is None:
        known = desk.add(models.Organisation(name=draft.name, **values))
    elif not _is_of_before(desk, known, fold(draft.name)):
        desk.fill(known, known.name, **values)
    for name in draft.names:
        _add_name(desk, known, name)
    return known


def _add_name(desk: Desk, organisation: models.Organisation, draft: ServiceNameDraft) -> None:
    known = only(
        desk.session,
        models.OrganisationName,
        organisation_id=organisation.number,
        name=draft.name,
        lang=draft.lang,
    )
    if known is not None:
        said = {"acronym": draft.acronym, "valid_from": draft.valid_from, "valid_to": draft.valid_to}
        desk.fill(known, f"{organisation.name}: {draft.name}", **said)
    elif draft.name != organisation.name:
        desk.add(models.OrganisationName(organisation_id=organisation.number, **draft.model_dump()))


def find_organisation(desk: Desk, name: str, country: str | None = None) -> models.Organisation | None:
    """An organisation by its acronym or its name; a country that is known on both sides must agree."""
    known, asked = desk.known.organisations, (name, country)
    if asked not in known or not desk.at_once:
        known[asked] = _look_for_organisation(desk, name, country)
    return known[asked]


def _look_for_organisation(desk: Desk, name: str, country: str | None) -> models.Organisation | None:
    wanted = fold(name)
    # One that was merged is looked at last, and leads to the one that stands.
    statement = select(models.Organisation).order_by(
        col(models.Organisation.merged_into).is_not(None), col(models.Organisation.id)
    )
    if country:
        statement = statement.where(
            or_(col(models.Organisation.country) == country, col(models.Organisation.country).is_(None))
        )
    exact = desk.session.exec(
        statement.where(or_(col(models.Organisation.acronym) == name, col(models.Organisation.name) == name))
    ).first()
    if exact is not None:
        return standing_row(desk.session, exact)
    likely = desk.session.exec(
        statement.where(col(models.Organisation.id).in_(called(desk.session, "organisation", wanted)))
    ).all()
    # Who is called so today is meant before who was called so once.
    found = next((one for one in likely if _bears(one, wanted)), None) or _once_called(desk, likely, wanted)
    return standing_row(desk.session, found)


def _bears(one: models.Organisation | models.OrganisationName, wanted: str) -> bool:
    return wanted in {fold(one.name), fold(one.acronym)} - {""}


def _is_of_before(desk: Desk, organisation: models.Organisation, wanted: str) -> bool:
    """Whether what is told under a name is of a time when the organisation was called so: its acronym, its parent."""
    if _bears(organisation, wanted):
        return False
    before = select(models.OrganisationName).where(
        models.OrganisationName.organisation_id == organisation.number, models.OrganisationName.valid_to != ""
    )
    return any(_bears(one, wanted) for one in desk.session.exec(before))


def _once_called(
    desk: Desk, likely: Sequence[models.Organisation], wanted: str
) -> models.Organisation | None:
    """The first that bore a folded name before, or bears it in another language."""
    if not likely:
        return None
    numbers = [one.number for one in likely]
    names = select(models.OrganisationName).where(col(models.OrganisationName.organisation_id).in_(numbers))
    bearers = {one.organisation_id for one in desk.session.exec(names) if _bears(one, wanted)}
    return next((one for one in likely if one.number in bearers), None)


def organisation_named(desk: Desk, name: str, country: str | None = None) -> models.Organisation | None:
    """The organisation with this name, made on the spot when there is none; None for ""."""
    if not name:
        return None
    found = find_organisation(desk, name, country)
    return found or enter_organisation(desk, OrganisationDraft(name=name, country=country or ""))


def enter_post(desk: Desk, draft: PostDraft) -> models.Post:
    """Make a post, or fill in the one that is there."""
    country = desk.country(draft.country, field="country")
    organisation = organisation_named(desk, draft.organisation, country)
    post = find_post(desk, draft.title, organisation)
    if post is None:
        post = desk.add(
            models.Post(
                title=draft.title,
                organisation_id=organisation.id if organisation else None,
                country=country or (organisation.country if organisation else None),
                grade=draft.grade,
                note=draft.note,
                single_seat=draft.single_seat,
            )
        )
    else:
        desk.fill(post, post.title, country=country, grade=draft.grade, note=draft.note)
    for title in draft.titles:
        _add_title(desk, post, title)
    return post


def _add_title(desk: Desk, post: models.Post, draft: TitleDraft) -> None:
    known = desk.session.exec(
        select(models.PostTitle).where(
            models.PostTitle.post_id == post.number,
            models.PostTitle.title == draft.title,
            models.PostTitle.lang == draft.lang,
        )
    ).first()
    if known is not None:
        days = {"valid_from": draft.valid_from, "valid_to": draft.valid_to}
        desk.fill(known, f"{post.title}: {draft.title}", **days)
    elif draft.title != post.title:
        desk.add(models.PostTitle(post_id=post.number, folded=fold(draft.title), **draft.model_dump()))


def find_post(desk: Desk, title: str, organisation: models.Organisation | None) -> models.Post | None:
    """A post of an organisation by any of its titles."""
    known, asked = desk.known.posts, (title, organisation.number if organisation else None)
    if asked not in known or not desk.at_once:
        known[asked] = _look_for_post(desk, title, organisation)
    return known[asked]


def _look_for_post(desk: Desk, title: str, organisation: models.Organisation | None) -> models.Post | None:
    wanted = fold(title)
    here = (
        select(models.Post)
        .where(
            models.Post.organisation_id == (organisation.id if organisation else None),
            or_(
                col(models.Post.id).in_(called(desk.session, "post", wanted)), col(models.Post.title) == title
            ),
        )
        .order_by(col(models.Post.merged_into).is_not(None), col(models.Post.id))
    )
    for post in desk.session.exec(here):
        if fold(post.title) == wanted:
            return standing_row(desk.session, post)
        titles = select(models.PostTitle).where(
            models.PostTitle.post_id == post.number, models.PostTitle.folded == wanted
        )
        if desk.session.exec(titles).first() is not None:
            return post
    return None


def post_named(desk: Desk, title: str, organisation: str, country: str | None) -> models.Post | None:
    """The post with this title, made on the spot when there is none; None for ""."""
    if not title:
        return None
    return enter_post(desk, PostDraft(title=title, organisation=organisation, country=country or ""))
