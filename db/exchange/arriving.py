"""An exported dossier enters: what is there learns from it, what is not is made, and nothing is overwritten."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlmodel import col, select

from db import models
from db.commands import refs
from db.commands.desk import Desk
from db.commands.titles import name_of
from db.commitments import AGREED
from db.errors import NotFound
from db.exchange.arrivals import Arrival, arrivals, in_levels
from db.exchange.fields import Columns, Field
from db.exchange.learning import ROWS, Learning
from db.exchange.naming import full_name, kind_and_name
from db.exchange.placing import REFUSED, at, placed
from db.exchange.report import Difference, Renamed
from db.exchange.same import recognise
from db.exchange.shapes import HUNG, RECORDS, WAITING
from db.exchange.taking import Taking
from db.models.base import Numbered
from db.names.sorting import sorted_name
from db.projections.many import chunks
from db.refs import LETTERS
from db.rows import noun
from db.telling import Tell, nobody, watched
from db.waiting import made

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.drafts import Dossier


class Arriving(Learning):
    """An import at work; `found` leads from what the dossier calls a record to its row, `telling` to who waits."""

    def __init__(self, session: Session, today: date, tell: Tell = nobody) -> None:
        super().__init__(session)
        self.telling = tell
        self.desk = Desk(session, today)
        self.found: dict[tuple[str, str], Numbered] = {}
        self._taking: dict[int, Taking] = {}
        self.know_the_words()

    def know_the_words(self) -> None:
        """Read which codes mean something here."""
        self.codes = {
            str(table.__tablename__): frozenset(self.session.exec(select(table.code)).all())
            for table in (models.Country, models.Topic, models.Instrument)
        }

    def records(self, dossier: Dossier) -> list[Arrival]:
        """Take in the records themselves, kind by kind, and say what names others of their own kind.

        Raises:
            BadInput, Conflict, NotFound: with the path of what cannot enter.
        """
        arriving = arrivals(dossier)
        every = [one for kind in RECORDS for one in self._kind(kind, arriving.get(kind, ()))]
        for one in every:
            if one.kind in WAITING and not one.shared:
                self._name_others(one)
        self.session.flush()
        return every

    def find(self, kind: str, name: str) -> int:
        """The number of a record that the dossier holds, or else the store.

        Raises:
            NotFound: there is none of that name.
        """
        row = self.found.get((kind, name))
        if row is None:
            row = self._in_store(kind, name)
            self.found[kind, name] = row
        return row.number

    def _in_store(self, kind: str, name: str) -> Numbered:
        from db.commands.naming import find_record  # noqa: PLC0415 - it is seldom needed

        table = ROWS.get(kind)
        if kind == "series":
            row = self.session.exec(select(models.Series).where(models.Series.name == name)).first()
            if row is not None:
                return row
        elif table is not None:
            there, number = find_record(self.desk, full_name(kind, name))
            found = self.session.get(table, number) if there == kind else None
            if found is not None:
                return found
        raise NotFound(
            f"There is no {noun(kind) if kind else 'record'} “{name[:60]}” in the dossier or in the store."
        )

    # --- one kind after the other ---

    def _kind(self, kind: str, of_kind: Sequence[Arrival]) -> Iterator[Arrival]:
        taken: set[int] = set()
        for level in in_levels(of_kind):
            for one in watched(self.telling, f"{noun(kind).removesuffix('s')}s", level):
                try:
                    one.columns = self._columns(one)
                except REFUSED as error:
                    raise at(one.path, error) from None
            self.taken.remarks += recognise(self.session, kind, ROWS[kind], level, taken, self.telling)
            self._make([one for one in level if one.row is None])
            for one in level:
                if one.row is not None:
                    self.found[kind, one.name] = one.row
                    taken.add(one.row.number)
            for one in level:
                if not one.new:
                    self._learn(one)
                one.columns = {}  # which the row holds now, and a dossier may have very many
            self.session.flush()
            yield from level

    def _columns(self, one: Arrival) -> Columns:
        """What the dossier says of a record, as columns; without what names others of its kind."""
        columns = self.columns_of(_at_once(one.kind), one.draft)
        for column in HUNG.get(one.kind, ()):
            name = one.hangs.get(column)
            columns[column] = self.find(*_split(name, column)) if name else None
        if one.kind == "action" and columns["rung"] >= AGREED:
            columns["status"] = columns["status"] or "open"
        if one.kind == "official" and one.draft.sort_name is None:
            columns["sort_name"] = sorted_name(columns["name"], columns["country"])
        return columns

    def columns_of(self, fields: tuple[Field, ...], draft: Any) -> Columns:
        """The columns of some fields.

        Raises:
            Conflict: a code means nothing here.
            NotFound: a record that it names is not there.
        """
        taking = self._taking.get(id(fields))
        if taking is None:  # which holds them, so that no others will have their id
            taking = self._taking[id(fields)] = Taking(fields)
        return taking.columns(draft, self.find, self.codes)

    def _make(self, new: Sequence[Arrival]) -> None:
        """Rows for records that are not there, in the order of the dossier, which their numbers keep."""
        if not new:
            return
        self._claim_refs(new)
        borne = self._borne({one.name for one in new}) if new[0].kind == "source" else set()
        for one in new:
            columns = dict(one.columns)
            if into := getattr(one.draft, "merged_into", ""):
                with placed(f"{one.path}.merged_into"):
                    columns["merged_into"] = self.find(one.kind, into)
            if one.kind == "source":
                columns["key"] = self._free_key(one.name) if one.name in borne else one.name
                columns["body_sha256"] = _digest(columns["body"])
            one.row = made(ROWS[one.kind], columns)
            one.new = True
            if one.kind == "source" and columns["key"] != one.name:
                self.taken.renamed.append(Renamed(one.name, columns["key"]))
        self.add([one.row for one in new])

    def _claim_refs(self, new: Sequence[Arrival]) -> None:
        """Every record keeps its ref where that is free here; the others get the next ones."""
        kind = new[0].kind
        if kind not in LETTERS:
            return
        table: Any = ROWS[kind]
        there = set(self.session.exec(select(table.ref)).all())
        last: dict[str, Arrival] = {}  # of each letter and year; claiming it claims those before it
        for one in sorted(new, key=lambda one: (len(one.name), one.name)):
            last[one.name.rpartition("-")[0] if refs.SHAPE.fullmatch(one.name) else one.name] = one
        for one in last.values():
            with placed(f"{one.path}.ref"):
                refs.claim(self.desk, kind, one.name, None)
        for one in new:
            if one.name in there:
                year = one.columns.get("date_first") or one.name[2:]
                while one.columns["ref"] in there:
                    one.columns["ref"] = refs.claim(self.desk, kind, "", int(year[:4]))
                self.taken.renamed.append(Renamed(one.name, one.columns["ref"]))

    def _borne(self, keys: set[str]) -> set[str]:
        """Those of some keys that sources here bear."""
        found: set[str] = set()
        for some in chunks(keys):
            found |= set(self.session.exec(select(models.Source.key).where(col(models.Source.key).in_(some))))
        return found

    def _free_key(self, key: str) -> str:
        free, count = key, 1
        while (
            self.session.exec(select(models.Source.id).where(models.Source.key == free)).first() is not None
        ):
            count += 1
            free = f"{key} ({count})"
        return free

    # --- what is there already ---

    def _learn(self, one: Arrival) -> None:
        into = getattr(one.draft, "merged_into", "")
        here = getattr(one.row, "merged_into", None)
        if into or one.shared:
            self._one_merged_both_not(one, into, here)
        if one.row is None or one.shared:
            return
        later = {"merged_into", *WAITING.get(one.kind, ()), *_by_event(one)}
        fields = [field for field in RECORDS[one.kind] if field.name not in later]
        quiet = {"ref", "key", *(("name", "sort_name") if one.kind == "official" else ())}
        self.fill(one.row, self.title(one), fields, one.columns, quiet)
        hung = HUNG.get(one.kind, ())
        if hung and not any(getattr(one.row, column) for column in hung):
            self.write(one.row, self.title(one), {column: one.columns[column] for column in hung})
        if one.kind == "source" and isinstance(one.row, models.Source) and one.row.body:
            one.row.body_sha256 = one.row.body_sha256 or _digest(one.row.body)

    def _one_merged_both_not(self, one: Arrival, into: str, here: int | None) -> None:
        """Somebody merged a record that stands on its own on the other side; only a person decides that."""
        row = one.row
        if row is None or (into and here is not None):
            return
        if into and self.found.get((one.kind, into)) is row:
            return  # it is known here under both names
        stands = "it stands on its own"
        went = f"it went into {into}" if into else f"it went into {name_of(row)}"
        sides = (stands, went) if into else (went, stands)
        self.taken.differences.append(Difference(one.title, "merged_into", *sides))

    def _name_others(self, one: Arrival) -> None:
        """Parents, originals of reprints and the like, once all of a kind are there."""
        fields = _later(one.kind)
        with placed(one.path):
            columns = self.columns_of(fields, one.draft)
        row = one.row
        if row is None or row.id in columns.values():
            return
        if one.new:
            for column, value in columns.items():
                if value is not None:
                    setattr(row, column, value)
        else:
            self.fill(row, self.title(one), fields, columns)

    def title(self, one: Arrival) -> str:
        """What a record is called here."""
        ref = getattr(one.row, "ref", "")
        return str(ref) or one.title


@cache
def _at_once(kind: str) -> tuple[Field, ...]:
    """The fields of a record that name none of its own kind."""
    later = {"merged_into", *WAITING.get(kind, ())}
    return tuple(field for field in RECORDS[kind] if field.name not in later)


@cache
def _later(kind: str) -> tuple[Field, ...]:
    """Those that wait until all of its kind are there."""
    return tuple(field for field in RECORDS[kind] if field.name in WAITING[kind])


def _by_event(one: Arrival) -> set[str]:
    """Fields that are not to be learnt: a due date that an event moves, or an event that would move a due date."""
    if one.kind != "followup":
        return set()
    if getattr(one.row, "anchor_id", None) is None and any(
        getattr(one.row, name) for name in ("due_edtf", "due_text")
    ):
        return {"anchor"}
    moved = one.columns["anchor_id"] is not None or getattr(one.row, "anchor_id", None) is not None
    return {"due"} if moved else set()


def _split(name: str, column: str) -> tuple[str, str]:
    """The kind and name of what a record hangs on."""
    kind, own = kind_and_name(name)
    return kind or column.removesuffix("_id"), own


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest() if body else ""
