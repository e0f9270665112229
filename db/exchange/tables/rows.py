"""Each row as a draft of a visit, or refused with its reason; nothing is guessed for the sake of a row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import product
from typing import Any, NamedTuple, get_args

from db.dates import PartialDate
from db.drafts import VisitDraft
from db.entry.subjects import Topics
from db.errors import BadInput
from db.exchange.tables.columns import Columns
from db.exchange.tables.header import Table
from db.exchange.tables.people import Named, people_in
from db.exchange.tables.values import (
    CODES_TOO,
    COUNTRIES,
    KINDS,
    STATUSES,
    Countries,
    Days,
    says_nothing,
    topics_of,
    word_of,
)
from db.vocabulary import HELD_STATUSES, EventStatus, Initiator, VisitKind

_CODE = re.compile("[A-Z]{2}|[A-Z]{4}")
_MOST_VISITS = 20  # of one row that names several countries
_MOST_PEOPLE = 100_000
_SEVERAL = frozenset(
    ("members", "topics", "parties", "people", "spellings")
)  # what several columns add up to


class Row(NamedTuple):
    """A visit of a row.

    Attributes:
        number: of the row in the file, as a spreadsheet counts.
        draft: what would enter.
    """

    number: int
    draft: VisitDraft


class Rejected(NamedTuple):
    """A row that cannot enter.

    Attributes:
        number: of the row in the file.
        cells: as they stand there.
        reason: in words.
    """

    number: int
    cells: list[str]
    reason: str


class Cells:
    """What the cells of a row say, by the fields of their columns."""

    def __init__(
        self, table: Table, columns: Columns, countries: Countries, days: Days, topics: Topics
    ) -> None:
        self._table, self._columns = table, columns
        self._countries, self._days, self._topics = countries, days, topics
        self._at = {field: columns.columns(field) for field in {*columns.fields.values()}}
        alone = {field: at[0] for field, at in self._at.items() if len(at) == 1}
        self._alone = [(field, at, columns.constants.get(field, "")) for field, at in alone.items()]
        self._others = [field for field in {*self._at, *columns.constants} if field not in alone]
        self._coded = {at for at in columns.columns(*COUNTRIES) if _only_codes(table, at)}

    def said(self, cells: Sequence[str]) -> dict[str, str]:
        """What a row says, by field, those without a word not among them."""
        found = {field: self._said(cells, field) for field in self._others}
        for field, at, otherwise in self._alone:  # nearly every field has one column
            found[field] = otherwise if self._is_empty(cells[at], at) else cells[at]
        return {field: text for field, text in found.items() if text}

    def _is_empty(self, cell: str, at: int) -> bool:
        """Whether a cell says nothing; among codes of countries "NA" is one."""
        return says_nothing(cell) and not (cell in CODES_TOO and at in self._coded)

    def _said(self, cells: Sequence[str], field: str) -> str:
        """What stands in the columns of a field, else what holds for all rows."""
        columns = self._at.get(field, ())
        found = [(at, cells[at]) for at in columns if not self._is_empty(cells[at], at)]
        if len(columns) > 1 and field == "note":
            return "\n".join(f"{self._table.headers[at]}: {text}" for at, text in found)
        between = "; " if field in _SEVERAL else ", " if field == "place" else "\n"
        return between.join(text for _, text in found) or self._columns.constants.get(field, "")

    def _when(self, said: Mapping[str, str]) -> PartialDate:
        if "start" in said and "end" in said:
            return self._days.between(said["start"], said["end"])
        words = said.get("date") or said.get("start") or said.get("end") or ""
        return self._days.read(words)

    def _status(self, said: Mapping[str, str], when: PartialDate, today: date, what: str) -> dict[str, str]:
        """What became of it; what is still to come has not been held."""
        ahead = when.first is not None and when.first > today
        if "status" not in said:
            return {"status": "planned"} if ahead else {}
        status = word_of(said["status"], STATUSES, get_args(EventStatus), f"status of a {what}")
        if ahead and status in HELD_STATUSES:
            raise BadInput(f"it is still to come on {when.edtf}, so it cannot be {status}")
        return {"status": status}


class Reading(Cells):
    """The rows of a table of visits, read by its columns."""

    def read(self, number: int, cells: list[str], today: date) -> list[Row] | Rejected:
        """The visits of a row: one, unless it names several countries."""
        try:
            drafts = self._drafts(self.said(cells), today)
        except BadInput as error:
            return Rejected(number, cells, str(error).rstrip("."))
        return [Row(number, draft) for draft in drafts]

    def _drafts(self, said: dict[str, str], today: date) -> list[VisitDraft]:
        for side, which in (("sending", "travels"), ("host", "receives")):
            if side not in said:
                raise BadInput(f"the row names no country that {which}")
        when = self._when(said)
        plain: dict[str, Any] = {
            "title": said.get("title", ""),
            "place": said.get("place", ""),
            "purpose": said.get("purpose", ""),
            "series": said.get("series", ""),
            "note": said.get("note", ""),
            "date": when.edtf,
            "date_text": when.text,
            "date_basis": when.basis,
        } | self._words(said, when, today)
        if "topics" in said:
            plain["topics"] = topics_of(said["topics"], self._topics)
        delegation = self._delegation(said)
        if delegation:
            plain["delegations"] = [delegation]
        ways = list(product(self._countries.read(said["sending"]), self._countries.read(said["host"])))
        if len(ways) > _MOST_VISITS:
            raise BadInput(f"the row would be {len(ways)} visits; write a row for each")
        for sending, host in ways:
            if sending == host:
                raise BadInput(
                    f"a visit goes from one country to another one, and this goes from {sending} to {host}"
                )
        return [VisitDraft.from_plain({**plain, "sending": a, "host": b}) for a, b in ways]

    def _words(self, said: Mapping[str, str], when: PartialDate, today: date) -> dict[str, str]:
        found = {}
        if "kind" in said:
            found["kind"] = word_of(said["kind"], KINDS, get_args(VisitKind), "kind of visit")
        if "initiated" in said:
            found["initiated_by"] = word_of(said["initiated"], {}, get_args(Initiator), "side that asks")
        return found | self._status(said, when, today, "visit")

    def _delegation(self, said: Mapping[str, str]) -> dict[str, Any]:
        """Who travelled: the first of the head's cell leads."""
        first = people_in(said.get("head", ""))
        if not first and (said.get("post") or said.get("organisation")):
            first = (Named("", "", said.get("post") or said.get("organisation", "")),)
        members = []
        for place, one in enumerate((*first, *people_in(said.get("members", "")))):
            leads = place == 0 and bool(first)
            post = one.post or (said.get("post", "") if leads else "")
            organisation = said.get("organisation", "") if leads else ""
            if one.name or post or organisation:
                members.append(
                    {
                        "official": one.name,
                        "post": post,
                        "organisation": organisation,
                        "as_printed": one.printed,
                        "role": "head" if leads else "member",
                    }
                )
        found: dict[str, Any] = {"members": members} if members else {}
        if "size" in said:
            digits = said["size"].replace(",", "").replace(" ", "")
            if not digits.isdecimal() or not 0 < int(digits) <= _MOST_PEOPLE:
                raise BadInput(f"“{said['size'][:40]}” is no number of people")
            found["size"] = int(digits)
        return found


def _only_codes(table: Table, at: int) -> bool:
    """Whether a column holds nothing but codes of countries, in capitals, and not only of former ones."""
    cells = {cells[at] for _, cells in table.rows if cells[at]}
    return all(map(_CODE.fullmatch, cells)) and any(len(cell) == 2 for cell in cells - CODES_TOO)  # noqa: PLR2004 - letters
