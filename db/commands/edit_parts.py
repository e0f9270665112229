"""The lists of a form are put into the tables: names and posts held, titles, counterparts, linked visits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlmodel import col, or_, select

from db.commands.desk import Desk
from db.commands.edit_names import Named
from db.commands.edit_people import put_delegations, put_people
from db.commands.matching import matched
from db.dates import PartialDate
from db.forms.errors import FormErrors
from db.forms.fields import Field
from db.forms.parts.careers import Held, Spelling, time_text
from db.forms.parts.named import Post as NamedPost
from db.forms.parts.offices import SAME_TRIP, Link, Title
from db.forms.parts.origins import Origin
from db.models import (
    Official,
    OfficialName,
    Organisation,
    OrganisationName,
    Post,
    PostCounterpart,
    PostTitle,
    Tenure,
    Visit,
    VisitLink,
)
from db.models.base import Numbered, date_columns, write_date
from db.names import fold
from db.titles import days_of


def put_parts(desk: Desk, row: Numbered, earlier: Numbered, field: Field, value: Any) -> None:
    """Bring a list of a record to what was read from its field.

    Args:
        desk: the step at work.
        row: the record, with its other fields as they are to be.
        earlier: the same as it was.
        field: which list.
        value: its parts.

    Raises:
        FormErrors: a part cannot belong to this record; names its line.
    """
    _PUT[field.takes](desk, row, earlier, value)
    desk.session.flush()


def _put_spellings(desk: Desk, row: Official, earlier: Official, lines: Sequence[Spelling]) -> None:
    rows = desk.session.exec(select(OfficialName).where(OfficialName.official_id == row.number)).all()
    own = {("preferred", earlier.name): row.name, ("native", earlier.native_name): row.native_name}
    found, gone = matched(rows, lines, lambda one, line: one.name == line.name)
    for one, line in zip(found, lines, strict=True):
        # The name itself has a line of its own only to say its source.
        itself = one is not None and own.get((one.kind, one.name)) == one.name
        if one and itself and (line.source is None or line.kind != one.kind):
            raise _wrong("spellings", line.line, "this is the name itself; it stands in its own field.")
    for one in gone:
        if (one.kind, one.name) in own:
            _update(one, source_id=None)
    _delete(desk, [one for one in gone if (one.kind, one.name) not in own])
    for one, line in zip(found, lines, strict=True):
        if one is None:
            desk.add(
                OfficialName(
                    official_id=row.number,
                    name=line.name,
                    kind=line.kind,
                    script=line.script,
                    folded=fold(line.name),
                    source_id=_number(line.source),
                )
            )
        else:
            _update(one, kind=line.kind, script=line.script, source_id=_number(line.source))


def _put_tenures(desk: Desk, row: Official, _: Official, lines: Sequence[Held]) -> None:
    named = Named(desk)
    rows = desk.session.exec(select(Tenure).where(Tenure.official_id == row.number)).all()
    wanted = [(named.post(line.post, row.country), line) for line in lines]
    found, gone = matched(
        rows,
        wanted,
        lambda one, line: (
            one.post_id == line[0]
            and _same_time(one.when, line[1].when)
            and (one.acting, one.basis) == (line[1].acting, line[1].basis)
            and one.source_id == _number(line[1].source)
        ),
        lambda one, line: one.post_id == line[0] and _same_time(one.when, line[1].when),
        lambda one, line: one.post_id == line[0],
    )
    _delete(desk, gone)
    for there, (post, line) in zip(found, wanted, strict=True):
        if there is None:
            when = date_columns("date", line.when)
            desk.add(
                Tenure(
                    official_id=row.number,
                    post_id=post,
                    acting=line.acting,
                    basis=line.basis,
                    source_id=_number(line.source),
                    **when,
                )
            )
            continue
        _update(there, acting=line.acting, basis=line.basis, source_id=_number(line.source))
        if not _same_time(there.when, line.when):
            write_date(there, "date", line.when)


def _number(source: Origin | None) -> int | None:
    return source.number if source else None


def _same_time(stored: PartialDate, read: PartialDate) -> bool:
    """Whether a line says the time that is stored, in whatever words."""
    if stored.edtf or read.edtf:
        return stored.edtf == read.edtf
    return time_text(stored) == time_text(read)


def _put_titles(desk: Desk, row: Post, _: Post, lines: Sequence[Title]) -> None:
    rows = desk.session.exec(select(PostTitle).where(PostTitle.post_id == row.number)).all()
    found, gone = matched(rows, lines, lambda one, line: (one.title, one.lang) == (line.title, line.lang))
    _delete(desk, gone)
    for one, line in zip(found, lines, strict=True):
        valid_from, valid_to = days_of(line.borne)
        title = one or desk.add(
            PostTitle(post_id=row.number, title=line.title, lang=line.lang, folded=fold(line.title))
        )
        _update(title, valid_from=valid_from, valid_to=valid_to)


def _put_names(desk: Desk, row: Organisation, _: Organisation, lines: Sequence[Title]) -> None:
    rows = desk.session.exec(
        select(OrganisationName).where(OrganisationName.organisation_id == row.number)
    ).all()
    found, gone = matched(rows, lines, lambda one, line: (one.name, one.lang) == (line.title, line.lang))
    _delete(desk, gone)
    for one, line in zip(found, lines, strict=True):
        valid_from, valid_to = days_of(line.borne)
        name = one or desk.add(OrganisationName(organisation_id=row.number, name=line.title, lang=line.lang))
        _update(name, acronym=line.acronym, valid_from=valid_from, valid_to=valid_to)


def _put_counterparts(desk: Desk, row: Post, _: Post, lines: Sequence[tuple[NamedPost, int]]) -> None:
    """Both posts speak of each other, so a line is there whichever of them it was said of."""
    named = Named(desk)
    rows = desk.session.exec(
        select(PostCounterpart).where(
            or_(PostCounterpart.post_id == row.number, PostCounterpart.counterpart_id == row.number)
        )
    ).all()
    there = [one.counterpart_id if one.post_id == row.number else one.post_id for one in rows]
    wanted = []
    for post, line in lines:
        number = named.post(post, None)
        if number == row.number:
            raise _wrong("counterparts", line, "a post is not its own counterpart.")
        home = "" if number in there else _country(desk, number)
        if home and home == _country(desk, row.number):
            raise _wrong("counterparts", line, "a counterpart is a post of another country.")
        wanted.append(number)
    _delete(desk, [one for one, other in zip(rows, there, strict=True) if other not in wanted])
    for number in wanted:
        if number not in there:
            desk.add(PostCounterpart(post_id=row.number, counterpart_id=number))


def _country(desk: Desk, number: int) -> str:
    post = desk.session.get_one(Post, number)
    service = desk.session.get(Organisation, post.organisation_id) if post.organisation_id else None
    return post.country or (service.country if service else "") or ""


def _put_links(desk: Desk, row: Visit, _: Visit, lines: Sequence[Link]) -> None:
    rows = desk.session.exec(
        select(VisitLink).where(
            or_(VisitLink.from_id == row.number, VisitLink.to_id == row.number),
            col(VisitLink.kind) != "not a duplicate",
        )
    ).all()
    wanted = {}
    for line in lines:
        if line.number == row.number:
            raise _wrong("links", line.line, "a visit is not linked to itself.")
        wanted[line.kind, line.forward, line.number] = line
    there = [_link(one, row.number) for one in rows]
    _delete(desk, [one for one, link in zip(rows, there, strict=True) if link not in wanted])
    for link, line in wanted.items():
        if link not in there:
            ends = (row.number, line.number) if line.forward else (line.number, row.number)
            desk.add(VisitLink(from_id=ends[0], to_id=ends[1], kind=line.kind))


def _link(one: VisitLink, number: int) -> tuple[str, bool, int]:
    forward = one.from_id == number
    return one.kind, forward or one.kind == SAME_TRIP, one.to_id if forward else one.from_id


def _delete(desk: Desk, rows: Sequence[Numbered]) -> None:
    for one in rows:
        desk.session.delete(one)
    desk.session.flush()


def _update(row: Numbered, **values: Any) -> None:
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def _wrong(field: str, line: int, sentence: str) -> FormErrors:
    return FormErrors({field: f"Line {line}: {sentence}"})


_PUT: dict[str, Callable[[Desk, Any, Any, Any], None]] = {
    "people": put_people,
    "delegation": put_delegations,
    "spellings": _put_spellings,
    "tenures": _put_tenures,
    "titles": _put_titles,
    "names": _put_names,
    "counterparts": _put_counterparts,
    "links": _put_links,
}
