"""With whom a post deals, where the officer knows better than the meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import or_, select

from db.commands.desk import Desk, required
from db.errors import Conflict
from db.models import Organisation, Post, PostCounterpart

if TYPE_CHECKING:
    from datetime import date

    from sqlmodel import Session


def set_counterpart(session: Session, post_id: int, counterpart_id: int, *, today: date) -> None:
    """Say with which post of another country a post deals; what was said before for that country gives way.

    Raises:
        Conflict: when both are one post, or of one country.
        NotFound: when one of them is gone.
    """
    post = required(session, Post, "such post", id=post_id)
    other = required(session, Post, "such post", id=counterpart_id)
    country = _country(session, other)
    if post_id == counterpart_id or (country and country == _country(session, post)):
        raise Conflict("A counterpart is a post of another country.", "counterpart")
    clear_counterpart(session, post_id, country)
    Desk(session, today).add(PostCounterpart(post_id=post_id, counterpart_id=counterpart_id))


def clear_counterpart(session: Session, post_id: int, country: str) -> None:
    """Forget what was said of a post's counterpart in a country; what the meetings tell shows again."""
    said = select(PostCounterpart).where(
        or_(PostCounterpart.post_id == post_id, PostCounterpart.counterpart_id == post_id)
    )
    for row in session.exec(said).all():
        number = row.counterpart_id if row.post_id == post_id else row.post_id
        other = session.get(Post, number)
        if other is not None and _country(session, other) == country:
            session.delete(row)
    session.flush()


def _country(session: Session, post: Post) -> str:
    if post.country or post.organisation_id is None:
        return post.country or ""
    service = session.get(Organisation, post.organisation_id)
    return (service.country if service else "") or ""
