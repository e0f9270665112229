"""Two records that are the same become one: the other stays behind as a pointer, and everything moves over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlmodel import col, or_, select

from db.commands.desk import Desk
from db.commands.edit_fields import settle
from db.commands.merge_citations import settle_citations
from db.commands.merge_parts import forget_vague_tenures, unite
from db.commands.repointing import Moving, repoint
from db.commands.tables import TABLES
from db.errors import Conflict, NotFound
from db.forms.errors import FormErrors
from db.forms.fields import Field
from db.forms.merging import Side, can_be_both, fields_to_choose, joined, same_text, usual_sides, with_company
from db.models import NotSame, Organisation, OrganisationName, Post, PostTitle, VisitTopic
from db.names import fold
from db.queries.forms import form
from db.queries.merging import refusal
from db.rows import Key
from db.seeing import reader_of
from db.telling import Tell, nobody

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.queries.forms import FormValues

NOTHING_CHOSEN: Mapping[str, Side] = MappingProxyType({})


class Merged(NamedTuple):
    """What became of a merge.

    Attributes:
        keep: the record that stands for both.
        title: its ref, or its name, as it is now.
        gone: what the other one is called.
        moved: rows that it took over, by table.
        dropped: rows that it had already, by table.
    """

    keep: Key
    title: str
    gone: str
    moved: Counter[str]
    dropped: Counter[str]


def merge(
    session: Session,
    keep: Key,
    lose: Key,
    choices: Mapping[str, Side] = NOTHING_CHOSEN,
    *,
    today: date,
    versions: tuple[int, int] | None = None,
    tell: Tell = nobody,
) -> Merged:
    """Make one record of two; the number and the ref of the one that goes lead to the one that stays.

    Args:
        session: open.
        keep: the record that stays.
        lose: the one that goes into it.
        choices: whose value stands, by field; the rest as `usual_sides` says.
        today: of the officer.
        versions: of both, when the officer looked at them; None to merge whatever they say now.
        tell: is told how far it is; what it raises ends it.

    Raises:
        Conflict: they cannot be one, or have changed since the officer looked.
        NotFound: one of them is gone.
    """
    session.flush()
    tell("comparing", 0, 0)
    reader = reader_of(session)
    reason = refusal(reader, keep, lose)
    if reason:
        raise Conflict(reason)
    mine, theirs = form(reader, keep), form(reader, lose)
    for now, then in zip((mine, theirs), versions or (), strict=False):
        if now.version != then:
            raise Conflict(f"{now.title} has changed since you looked. Nothing was merged; look again.")
    sides = usual_sides(keep.kind, mine.values, theirs.values) | dict(choices)
    _must_go_together(keep, sides, mine, theirs)
    moving = Moving(session, keep.kind, int(lose.id), int(keep.id), tell)
    _merge_rows(moving, sides, mine, theirs, today)
    title = form(reader_of(session), keep).title
    return Merged(keep, title, theirs.title, moving.moved, moving.dropped)


def _must_go_together(keep: Key, sides: Mapping[str, Side], mine: FormValues, theirs: FormValues) -> None:
    for field in fields_to_choose(keep.kind):
        if sides[field.name] == "both" and not can_be_both(field):
            raise Conflict(f"Only one {field.name.replace('_', ' ')} can stand.", field.name)
        company = [
            name for name in with_company(keep.kind, field.name) if mine.values[name] != theirs.values[name]
        ]
        if len({sides[name] for name in company}) > 1:
            raise Conflict(f"{' and '.join(company)} come from the same record.", field.name)


def _merge_rows(
    moving: Moving, sides: Mapping[str, Side], mine: FormValues, theirs: FormValues, today: date
) -> None:
    session, table = moving.session, TABLES[moving.kind]
    keep, lose = session.get(table, moving.keep), session.get(table, moving.lose)
    if keep is None or lose is None:
        raise NotFound("One of the two is no longer in the store.")
    earlier = keep.model_copy()
    moving.put(lose, merged_into=moving.keep)
    differing = frozenset(
        field.name
        for field in fields_to_choose(mine.key.kind)
        if not same_text(field, mine.values[field.name], theirs.values[field.name])
    )
    settle_citations(moving, sides, differing)
    _not_apart_any_more(moving)
    unite(moving, keep, lose)
    if moving.kind == "visit":
        _topics(moving, sides["topics"])
    if moving.kind == "organisation":
        _posts_of_both(moving, today)
    repoint(moving)
    if moving.kind in ("official", "post"):
        forget_vague_tenures(moving, f"{moving.kind}_id")
    _take_fields(moving, keep, lose, sides, differing)
    try:
        settle(Desk(session, today), keep, earlier)
    except FormErrors as error:
        raise Conflict(str(error), next(iter(error.problems))) from None
    session.flush()
    if isinstance(keep, Organisation):
        _not_part_of_itself(session, keep)
    _not_its_other_name(moving, keep)


def _not_its_other_name(moving: Moving, keep: Any) -> None:
    """A title that is the first one now is no other title, nor is a name, unless it is one of before."""
    others: list[Any] = []
    if isinstance(keep, Post):
        others = moving.rows(PostTitle, post_id=keep.number, title=keep.title, lang="")
    elif isinstance(keep, Organisation):
        others = moving.rows(
            OrganisationName, organisation_id=keep.number, name=keep.name, lang="", valid_to=""
        )
    for other in others:
        moving.session.delete(other)
    moving.session.flush()


def _take_fields(
    moving: Moving, keep: Any, lose: Any, sides: Mapping[str, Side], differing: frozenset[str]
) -> None:
    """The values that were chosen from the other record, at once since some fit only together; either's marking."""
    values: dict[str, Any] = {}
    for field in fields_to_choose(keep.__tablename__):
        if field.name not in differing or field.takes == "topics":
            continue
        if sides[field.name] == "lose":
            values |= {name: getattr(lose, name) for name in _columns(field)}
            if field.name == "parent" and lose.parent_id == keep.id:
                values[field.kept_in] = None
        elif sides[field.name] == "both":
            texts = getattr(keep, field.kept_in), getattr(lose, field.kept_in)
            values[field.kept_in] = joined(field, *texts)
    if keep.__tablename__ in ("visit", "official"):
        values["handling"] = "; ".join(dict.fromkeys(mark for mark in (keep.handling, lose.handling) if mark))
    moving.put(keep, **values)


def _columns(field: Field) -> tuple[str, ...]:
    if field.takes == "date":
        return tuple(f"{field.kept_in}_{part}" for part in ("text", "edtf", "first", "last", "basis"))
    return (field.kept_in,)


def _topics(moving: Moving, side: Side) -> None:
    """Both records' topics, unless those of one were chosen."""
    of_keep, of_lose = (moving.rows(VisitTopic, visit_id=number) for number in (moving.keep, moving.lose))
    if side == "keep":
        for topic in of_lose:
            moving.drop(topic)
    elif side == "lose":
        wanted = {topic.topic for topic in of_lose}
        for topic in of_keep:
            if topic.topic not in wanted:
                moving.drop(topic)


def _posts_of_both(moving: Moving, today: date) -> None:
    """A post that both services have is one post."""
    by_title = {fold(post.title): post for post in _posts(moving, moving.keep)}
    for post in _posts(moving, moving.lose):
        same = by_title.get(fold(post.title))
        if same is None:
            continue
        reader = reader_of(moving.session)
        mine, theirs = (form(reader, Key("post", str(one.number))) for one in (same, post))
        inner = Moving(moving.session, "post", post.number, same.number, moving.tell)
        sides = usual_sides("post", mine.values, theirs.values) | {"organisation": "keep", "title": "keep"}
        _merge_rows(inner, sides, mine, theirs, today)
        moving.moved.update(inner.moved)
        moving.dropped.update(inner.dropped)


def _posts(moving: Moving, organisation: int) -> list[Post]:
    return moving.rows(Post, organisation_id=organisation, merged_into=None)


def _not_part_of_itself(session: Session, keep: Organisation) -> None:
    above = keep.parent_id
    seen = set()
    while above is not None and above not in seen:
        if above == keep.id:
            raise Conflict(f"{keep.name} would become part of itself; choose the other “part of”.", "parent")
        seen.add(above)
        row = session.get(Organisation, above)
        above = row.parent_id if row else None


def _not_apart_any_more(moving: Moving) -> None:
    """What the one that goes was said not to be, the one that stays is not either."""
    statement = select(NotSame).where(
        NotSame.kind == moving.kind,
        or_(col(NotSame.first_id) == moving.lose, col(NotSame.second_id) == moving.lose),
    )
    for row in moving.session.exec(statement).all():
        other = row.second_id if row.first_id == moving.lose else row.first_id
        first, second = sorted((moving.keep, other))
        known = moving.rows(NotSame, kind=moving.kind, first_id=first, second_id=second)
        if first == second or known:
            moving.session.delete(row)
            moving.session.flush()
        else:
            moving.put(row, first_id=first, second_id=second)
