"""The store, or a part of it, as a dossier: always in the same order, and nothing that says nothing.

Records in the trash are not in it, nor is the history of changes; words that every store starts with are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from db.exchange.choosing import Chosen, Wanted, choose
from db.exchange.fields import Field
from db.exchange.naming import OFFICES, Called, full_name, usual_name
from db.exchange.reference import reference
from db.exchange.rows import Row, rows
from db.exchange.shapes import BRIEF, CITATION, HUNG, LINK, PARTS, RECORDS, Part
from db.telling import Tell, nobody, watched

if TYPE_CHECKING:
    from db.reader import Reader

Told = dict[str, Any]
_NESTED = {
    "meeting": ("visit_id",),
    "action": ("meeting_id", "visit_id"),
    "followup": ("action_id", "meeting_id", "visit_id"),
}
"""Columns that say in what a record stands in a dossier, the nearest first."""
_SORTED_BY = {
    "source": ("key",),
    "series": ("name",),
    "organisation": ("name", "country"),
    "official": ("sort_name", "name", "country"),
}
LISTS = {
    "source": "sources",
    "series": "series",
    "organisation": "organisations",
    "post": "posts",
    "official": "officials",
    "visit": "visits",
    "meeting": "meetings",
    "action": "actions",
    "followup": "followups",
}
"""The lists of a dossier, and of what is nested in it, by kind of record."""


def export(
    reader: Reader,
    wanted: Wanted = Wanted(),  # noqa: B008 - a tuple, never changed
    tell: Tell = nobody,
) -> Told:
    """A dossier as plain values; two exports of equal stores are equal.

    Args:
        reader: the store.
        wanted: which part of it; what that names is in it too, whole, so that a dossier names nothing it does not hold.
        tell: is told how far it is; what it raises ends the export.
    """
    chosen = None if wanted.everything else choose(reader, wanted)
    return _Leaving(reader, chosen, wanted, tell).dossier()


class _Leaving:
    def __init__(self, reader: Reader, chosen: Chosen | None, wanted: Wanted, tell: Tell) -> None:
        self._reader = reader
        self._tell_of = tell
        self._chosen = chosen
        self._wanted = wanted
        self._called = Called()
        self._rows: dict[str, list[Row]] = {}
        self._told: dict[str, dict[int, Told]] = {}

    def dossier(self) -> Told:
        for kind in RECORDS:
            self._read(kind)
        for kind in RECORDS:
            going = watched(self._tell_of, LISTS[kind], self._rows[kind])
            self._told[kind] = {row["id"]: self._tell(kind, row) for row in going}
        self._tell_parts()
        self._visits_of_meetings = {row["id"]: row["visit_id"] for row in self._rows["meeting"]}
        alone = {kind: self._nest(kind) for kind in ("meeting", "action", "followup")}
        plain: Told = {"bilat": 1, "exported": True}
        if self._chosen is None:
            plain |= reference(self._reader)
        plain |= {
            name: alone[kind] if kind in alone else list(self._told[kind].values())
            for kind, name in LISTS.items()
        }
        plain |= {
            "links": self._links(),
            "citations": self._citations(),
            "not_same": self._apart(),
            "briefs": self._briefs(),
            "cadences": self._cadences(),
        }
        return {name: value for name, value in plain.items() if value}

    # --- records ---

    def _read(self, kind: str) -> None:
        """The rows of a kind in the dossier's order, each with its name."""
        columns = [column for field in RECORDS[kind] for column in field.columns]
        among = None if self._chosen is None else self._chosen[kind]
        found = rows(self._reader, kind, [*columns, *HUNG.get(kind, ())], "id", among)
        above = {row["id"]: row.get("merged_into") for row in found}
        self._rows[kind] = sorted(found, key=lambda row: (_depth(row["id"], above), *self._place(kind, row)))
        for row in self._rows[kind]:
            service = self._called.of("organisation", row["organisation_id"]) if kind == "post" else ""
            self._called.give(kind, row["id"], usual_name(kind, {**row, "organisation": service}))

    def _place(self, kind: str, row: Row) -> tuple[Any, ...]:
        """What a record is sorted by; the number comes last, since an import gives numbers in the same order."""
        if kind == "post":
            service = self._called.of("organisation", row["organisation_id"])
            return service, row["title"], row["country"] or "", row["id"]
        place = (row["position"],) if kind == "meeting" else ()
        named = (row[column] or "" for column in _SORTED_BY.get(kind, ("ref",)))
        return *place, *named, row["id"]

    def _tell(self, kind: str, row: Row) -> Told:
        told = self._fields(RECORDS[kind], row)
        if kind in OFFICES:
            name = self._called.of(kind, row["id"])
            if name != usual_name(kind, told):
                told = {"key": name} | told
        return told

    def _fields(self, fields: Iterable[Field], row: Row) -> Told:
        return {name: value for field in fields for name, value in field.told(row, self._called).items()}

    # --- lists ---

    def _tell_parts(self) -> None:
        members = self._lines(next(part for part in PARTS if part.of == "delegation"))
        for part in PARTS:
            if part.of == "delegation":
                continue
            inner = members if part.table == "delegation" else {}
            for owner, lines in self._lines(part, inner).items():
                record = self._told[part.of].get(owner)
                if record is not None:
                    record |= _as_dossier_has_it(part, lines)

    def _lines(self, part: Part, members: Mapping[int, list[Told]] | None = None) -> dict[int, list[Told]]:
        """The lines of a list by what they hang on."""
        columns = [part.owner, *(column for field in part.fields for column in field.columns)]
        among = None
        if self._chosen is not None and part.of != "delegation":
            among = self._chosen[part.of]
        elif self._chosen is not None:
            whole = rows(self._reader, "delegation", (), "visit_id", self._chosen["visit"])
            among = {row["id"] for row in whole}
        found: dict[int, list[Told]] = defaultdict(list)
        for row in rows(self._reader, part.table, columns, part.owner, among):
            if row[part.owner] is None:
                continue
            line = self._fields(part.fields, row)
            if members and row["id"] in members:
                line["members"] = members[row["id"]]
            if not _names_what_is_there(part, line):
                continue
            found[row[part.owner]].append(line)
        return found

    def _nest(self, kind: str) -> list[Told]:
        """Put every record of a kind into what it hangs on; those that hang on nothing, or on a person."""
        alone = []
        for row in self._rows[kind]:
            told = self._told[kind][row["id"]]
            if kind == "action" and row["meeting_id"] is not None:
                self._other_visit(row, told)
            place = next((column for column in _NESTED[kind] if row[column] is not None), None)
            whole = self._told[place.removesuffix("_id")].get(row[place]) if place else None
            if whole is not None:
                whole.setdefault(LISTS[kind], []).append(told)
                continue
            if row.get("official_id") is not None:
                told["on"] = self._called.full("official", row["official_id"])
            alone.append(told)
        return alone

    def _other_visit(self, row: Row, told: Told) -> None:
        """An outcome mostly belongs to the visit of its meeting; it says so where it does not."""
        if self._visits_of_meetings.get(row["meeting_id"]) != row["visit_id"]:
            told["visit"] = self._called.of("visit", row["visit_id"])

    # --- what names records ---

    def _links(self) -> list[Told]:
        among = None if self._chosen is None else self._chosen["visit"]
        columns = [column for field in LINK for column in field.columns]
        found = (
            self._fields(LINK, row) for row in rows(self._reader, "visit_link", columns, "from_id", among)
        )
        whole = [line for line in found if {"a", "b"} <= line.keys()]
        return sorted(whole, key=lambda line: (line["a"], line["b"], line["kind"]))

    def _citations(self) -> list[Told]:
        among = None if self._chosen is None else self._chosen["source"]
        columns = [column for field in CITATION for column in field.columns]
        found = [
            self._fields(CITATION, row) for row in rows(self._reader, "citation", columns, "source_id", among)
        ]
        whole = [line for line in found if {"source", "of"} <= line.keys()]
        return sorted(whole, key=lambda line: (line["source"], line["of"], line.get("field", "")))

    def _apart(self) -> list[Told]:
        found = []
        for row in rows(self._reader, "not_same", ("kind", "first_id", "second_id")):
            names = sorted(self._called.full(row["kind"], row[side]) for side in ("first_id", "second_id"))
            if all(names):
                found.append(dict(zip("ab", names, strict=True)))
        return sorted(found, key=lambda line: (line["a"], line["b"]))

    def _briefs(self) -> list[Told]:
        columns = [column for field in BRIEF for column in field.columns]
        told = [self._fields(BRIEF, row) for row in rows(self._reader, "brief", columns)]
        whole = [line for line in told if "of" in line and self._holds_pair(line["of"])]
        return sorted(whole, key=lambda line: (line["of"], line["at"]))

    def _cadences(self) -> list[Told]:
        found = rows(self._reader, "cadence", ("first", "second", "months"))
        told = [{"pair": f"{row['first']}-{row['second']}", "months": row["months"]} for row in found]
        return sorted(
            (line for line in told if self._holds_pair(full_name("pair", line["pair"]))),
            key=lambda line: line["pair"],
        )

    def _holds_pair(self, name: str) -> bool:
        """Whether what is said of a pair belongs here; any other record belongs where it is held."""
        key = self._wanted.key
        if not name.startswith("pair:") or self._chosen is None:
            return True
        return key is not None and key.kind == "pair" and name == f"pair:{key.id}"


def _as_dossier_has_it(part: Part, lines: list[Told]) -> Told:
    """A list of a record; parties are codes, with what else is said of them beside."""
    if part.alone:
        return {part.name: [next(iter(line.values())) for line in lines]}
    codes = [line.get("country") for line in lines]
    if part.name == "parties":
        roles = {line["country"]: line["role"] for line in lines if "role" in line}
        return {"parties": codes} | ({"roles": roles} if roles else {})
    if part.name == "scores":
        scores = [line for line in lines if len(line) > 1]
        return {"parties": codes} | ({"scores": scores} if scores else {})
    return {part.name: lines}


def _names_what_is_there(part: Part, line: Told) -> bool:
    """Whether a line that is about another record names it: one that the dossier does not hold is left out."""
    needs = {"post_counterpart": "counterpart", "tenure": "post", "agenda_item": "action"}.get(part.table)
    return needs is None or needs in line


def _depth(number: int, above: Mapping[int, int | None]) -> int:
    """How many merges a record is away from the one that stands for it; what stands comes first."""
    seen = {number}
    into = above[number]
    while into is not None and into in above and into not in seen:
        seen.add(into)
        into = above[into]
    return len(seen) - 1
