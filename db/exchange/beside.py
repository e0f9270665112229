"""What a dossier holds beside its records enters: links, citations, who is not the same, briefs, cadences."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlmodel import col, func, select

from db.commands.matching import matched
from db.errors import BadInput
from db.exchange.arriving import Arriving
from db.exchange.fields import Columns
from db.exchange.naming import kind_and_name
from db.exchange.placing import placed
from db.exchange.report import Difference
from db.exchange.shapes import BRIEF, CITATION, LINK
from db.models import Brief, Cadence, Change, Citation, NotSame, VisitLink

if TYPE_CHECKING:
    from db.drafts import Dossier

SAME_CITATION = ("field", "value", "quote", "locator")


def take_beside(arriving: Arriving, dossier: Dossier) -> None:
    """Take in what names the records, once they are all there."""
    _links(arriving, dossier)
    _citations(arriving, dossier)
    _apart(arriving, dossier)
    _cadences(arriving, dossier)
    _briefs(arriving, dossier)


def _links(arriving: Arriving, dossier: Dossier) -> None:
    if not dossier.links:
        return
    known = {(row.from_id, row.to_id, row.kind) for row in arriving.session.exec(select(VisitLink))}
    new = []
    for number, draft in enumerate(dossier.links):
        with placed(f"links[{number}]"):
            columns = arriving.columns_of(LINK, draft)
        same = (columns["from_id"], columns["to_id"], columns["kind"])
        if same not in known and columns["from_id"] != columns["to_id"]:
            known.add(same)
            new.append(VisitLink(**columns))
    arriving.add(new)


def _citations(arriving: Arriving, dossier: Dossier) -> None:
    wanted: dict[tuple[Any, ...], list[Columns]] = defaultdict(list)
    names: dict[tuple[Any, ...], str] = {}
    for number, draft in enumerate(dossier.citations):
        with placed(f"citations[{number}]"):
            if not draft.source:
                raise BadInput("source is missing.")
            columns = arriving.columns_of(CITATION, draft)
        about = (columns["source_id"], columns["record_kind"], columns["record_id"])
        wanted[about].append(columns)
        names[about[1:]] = draft.of
    present: dict[tuple[Any, ...], list[Citation]] = defaultdict(list)
    accepted: dict[tuple[Any, ...], Citation] = {}
    for there in arriving.session.exec(select(Citation).order_by(col(Citation.id))) if wanted else ():
        present[there.source_id, there.record_kind, there.record_id].append(there)
        if there.accepted:
            accepted[there.record_kind, there.record_id, there.field] = there
    new: list[Citation] = []
    for about, lines in wanted.items():
        found, _ = matched(present[about], lines, _equal, _same)
        for columns, row in zip(lines, found, strict=True):
            place = (*about[1:], columns["field"])
            if columns["accepted"] and accepted.get(place, row) is not row:
                _other_is_followed(arriving, names[about[1:]], accepted[place], columns)
                columns["accepted"] = False
            made = row if row is not None else Citation(**columns)
            if row is None:
                new.append(made)
            else:
                arriving.fill(row, f"{names[about[1:]]}, what a source says", CITATION, columns)
            if made.accepted:
                accepted[place] = made
    arriving.add(new)


def _equal(row: Citation, columns: Columns) -> bool:
    return all(getattr(row, name) == value for name, value in columns.items())


def _same(row: Citation, columns: Columns) -> bool:
    return all(getattr(row, name) == columns[name] for name in SAME_CITATION)


def _other_is_followed(arriving: Arriving, name: str, here: Citation, there: Columns) -> None:
    """At most one source is followed in a field, and the one that is followed here stays so."""
    if here.value != there["value"]:
        arriving.taken.differences.append(
            Difference(name, f"{here.field or 'record'}, as a source has it", here.value, there["value"])
        )


def _apart(arriving: Arriving, dossier: Dossier) -> None:
    if not dossier.not_same:
        return
    known = {(row.kind, row.first_id, row.second_id) for row in arriving.session.exec(select(NotSame))}
    new = []
    for number, draft in enumerate(dossier.not_same):
        with placed(f"not_same[{number}]"):
            kinds, ids = zip(
                *((kind, arriving.find(kind, name)) for kind, name in map(kind_and_name, (draft.a, draft.b))),
                strict=True,
            )
            if kinds[0] != kinds[1]:
                raise BadInput("only two records of one kind can be said not to be the same.")
        first, second = sorted(ids)
        same = (kinds[0], first, second)
        if same not in known and first != second:
            known.add(same)
            new.append(NotSame(kind=kinds[0], first_id=first, second_id=second))
    arriving.add(new)


def _cadences(arriving: Arriving, dossier: Dossier) -> None:
    new = []
    for number, draft in enumerate(dossier.cadences):
        with placed(f"cadences[{number}].pair"):
            first, second = _pair(arriving, draft.pair)
        wanted = select(Cadence).where(Cadence.first == first, Cadence.second == second)
        row = arriving.session.exec(wanted).first()
        if row is None:
            new.append(Cadence(first=first, second=second, months=draft.months))
        elif row.months != draft.months:
            arriving.taken.differences.append(
                Difference(f"{first}-{second}", "months between meetings", str(row.months), str(draft.months))
            )
    arriving.add(new)


def _pair(arriving: Arriving, text: str) -> tuple[str, str]:
    """The two codes of a pair, in their order."""
    first, _, second = text.partition("-")
    if first == second or not {first, second} <= arriving.codes["country"]:
        raise BadInput(f"“{text[:30]}” is no country pair.")
    return (first, second) if first < second else (second, first)


def _briefs(arriving: Arriving, dossier: Dossier) -> None:
    """Briefs that were taken away; what came with them is what they knew of."""
    if not dossier.briefs:
        return
    known = {
        (row.record_kind, row.record_id, row.at, row.by, row.body)
        for row in arriving.session.exec(select(Brief))
    }
    arriving.session.flush()
    last = arriving.session.exec(select(func.max(Change.id))).one() or 0
    new = []
    for number, draft in enumerate(dossier.briefs):
        with placed(f"briefs[{number}]"):
            columns = arriving.columns_of(BRIEF, draft)
            if columns["record_kind"] == "pair":
                columns["record_id"] = "-".join(_pair(arriving, columns["record_id"]))
            if columns["record_kind"] not in ("pair", "official", "visit", "meeting"):
                raise BadInput(f"there are no briefs of {columns['record_kind']}s.")
        columns["record_id"] = str(columns["record_id"])
        same = tuple(columns[name] for name in ("record_kind", "record_id", "at", "by", "body"))
        if same not in known:
            known.add(same)
            new.append(Brief(last_change=last, **columns))
    arriving.add(new)
