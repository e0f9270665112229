"""What a typed visit would add to one that is in the store: told before it happens, and done in the same words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from db.dates import PartialDate, show_short
from db.dates.firmer import firmer
from db.entry.company import Company, called
from db.entry.vocabulary import ASKED_FOR
from db.errors import Conflict, NotFound
from db.names import fold
from db.rows import Key
from db.vocabulary import STILL_TO_COME

if TYPE_CHECKING:
    from db.entry.records import Values
    from db.reader import Reader

_WORDS = {  # column: what it is called
    "place": "place",
    "kind": "kind",
    "initiated_by": "initiator",
    "title": "title",
    "note": "note",
}
_LIKE_WORDS = frozenset({"title", "note", "place"})
_OPEN = ("", "unknown")


class Difference(NamedTuple):
    """What the line says and the store knows otherwise, or cannot place; the store's value stands.

    Attributes:
        field: of the visit.
        known: what the store says.
        told: what the line says.
        placed: whether it is certain what the line's words are about.
    """

    field: str
    known: str
    told: str
    placed: bool = True

    @property
    def sentence(self) -> str:
        """For the officer."""
        if not self.placed:
            return f"which of its {self.known} was {self.told} is not said, so that is not taken over"
        name = _WORDS.get(self.field, self.field)
        return f"{name} stays “{self.known}”; the line says “{self.told}”"


class Joining(NamedTuple):
    """What a line adds to a visit.

    Attributes:
        key: of the visit.
        ref: what it is called.
        values: of a visit's draft, with nothing in it that the store has already or knows otherwise.
        date: the more exact date that the visit takes, "" when it keeps its own.
        head: the participant who turns out to have led the delegation, and the name of whom nobody had named.
        adds: what is new, in words.
        differs: what is told and not taken.
    """

    key: Key
    ref: str
    values: Values
    date: str
    head: tuple[int, str] | None
    adds: tuple[str, ...]
    differs: tuple[Difference, ...]


def join(reader: Reader, typed: Values, ref: str) -> Joining:
    """Compare a typed visit with the one that it is.

    Raises:
        NotFound: when there is no such visit.
        Conflict: when that one went another way.
    """
    row = reader.one(
        "SELECT id, sending, host, status, date_edtf, date_text, place, kind, initiated_by, title, note"
        " FROM visit WHERE ref = :ref AND merged_into IS NULL",
        ref=ref,
    )
    if row is None:
        raise NotFound(f"There is no visit {ref} in the store.")
    if (row[1], row[2]) != (typed["sending"], typed["host"]):
        way = f"{typed['sending']}→{typed['host']}"
        raise Conflict(
            f"{ref} is {row[1]}→{row[2]} and the line says {way}; turn the sides round first.", "sending"
        )
    return _Joiner(reader, typed, ref, row).join()


class _Joiner:
    def __init__(self, reader: Reader, typed: Values, ref: str, row: tuple[Any, ...]) -> None:
        self._reader, self._typed, self._ref = reader, typed, ref
        self._number, self._status = int(row[0]), str(row[3])
        self._date = PartialDate(row[4], row[5])
        self._stored = dict(zip(_WORDS, row[6:], strict=True))
        self._values: Values = {"ref": ref, "sending": typed["sending"], "host": typed["host"]}
        self._adds: list[str] = []
        self._differs: list[Difference] = []
        self._head: tuple[int, str] | None = None

    def join(self) -> Joining:
        date = self._when()
        self._words()
        self._topics()
        self._delegation()
        self._meeting()
        return Joining(
            Key("visit", str(self._number)),
            self._ref,
            self._values,
            date,
            self._head,
            tuple(self._adds),
            tuple(self._differs),
        )

    def _when(self) -> str:
        """The date that is to stand, where the line knows it better."""
        here, there = self._date, PartialDate(self._typed.get("date", ""))
        if not there.edtf or here.edtf == there.edtf or firmer(there, here):
            return ""
        before = show_short(here) if here.edtf else here.text or "not stated"
        if not firmer(here, there):
            self._differs.append(Difference("date", before, show_short(there)))
            return ""
        if not here.edtf and not here.text:
            dated = ("date", "date_text", "date_basis")
            self._values |= {key: self._typed[key] for key in dated if key in self._typed}
        self._adds.append(f"date {before} → {show_short(there)}")
        return there.edtf

    def _words(self) -> None:
        for column, name in _WORDS.items():
            here, there = str(self._stored[column]), str(self._typed.get(column, ""))
            if there in _OPEN or here == there or (column in _LIKE_WORDS and fold(here) == fold(there)):
                continue
            if here in _OPEN:
                self._values[column] = there
                self._adds.append(ASKED_FOR.get(there, "") if column == "initiated_by" else f"{name} {there}")
            else:
                self._differs.append(Difference(column, here, there))
        status = self._typed.get("status", self._status)
        if status != self._status and not (status == "planned" and self._status in STILL_TO_COME):
            self._differs.append(Difference("status", self._status, status))
        if "ref" in self._typed:
            self._differs.append(Difference("ref", self._ref, self._typed["ref"]))

    def _topics(self) -> None:
        rows = self._reader.all("SELECT topic FROM visit_topic WHERE visit_id = :id", id=self._number)
        there = {topic for (topic,) in rows}
        self._values["topics"] = [code for code in self._typed.get("topics", ()) if code not in there]
        for code in self._values["topics"]:
            label = self._reader.value("SELECT label FROM topic WHERE code = :code", code=code)
            self._adds.append(f"topic {label}")

    # --- people ---

    def _delegation(self) -> None:
        for delegation in self._typed.get("delegations", ()):
            country = delegation["country"]
            company = Company.of_delegation(self._reader, self._number, country)
            members = [kept for one in delegation["members"] for kept in self._member(one, company)]
            if members:
                self._values.setdefault("delegations", []).append({"country": country, "members": members})

    def _member(self, typed: Values, company: Company) -> Iterator[Values]:
        """Whoever of the line is not in the delegation yet."""
        if typed.get("group") == "not named":
            return
        typed = {key: value for key, value in typed.items() if key != "rank"}  # theirs is kept
        known, head = company.find(typed), company.head
        if typed["role"] != "head":
            if known is None:
                self._adds.append(f"member {called(typed)}")
                yield typed
        elif head is None and known is None:
            self._adds.append(f"head {called(typed)}")
            yield typed
        elif head is None and known is not None:
            self._head = (known.number, "")
            self._adds.append(f"head {known.label}, a member so far")
        elif head is not None and head != known:
            if head.official or known is not None or not typed.get("official"):
                self._differs.append(Difference("head", head.label, called(typed)))
            else:
                self._head = (head.number, typed["official"])
                self._adds.append(f"head {head.label} → {called(typed)}")

    def _meeting(self) -> None:
        for typed in self._typed.get("meetings", ()):
            self._met(typed)

    def _met(self, typed: Values) -> None:
        host = self._typed["host"]
        met = [one for one in typed["participants"] if one["country"] == host]
        names = ", ".join(map(called, met))
        meetings = [
            (ref, Company.of_meeting(self._reader, number))
            for number, ref in self._reader.all(
                "SELECT id, ref FROM meeting WHERE visit_id = :id ORDER BY position, id LIMIT 50",
                id=self._number,
            )
            if self._parties(number) == set(typed["parties"])
        ]
        if not meetings:
            self._values.setdefault("meetings", []).append(typed)
            self._adds.append(f"a meeting with {names}" if names else "a meeting")
            return
        fitting = [one for one in meetings if any(one[1].find(person) for person in met)]
        if len(fitting or meetings) > 1:
            if not fitting:  # to choose one of them would be a guess
                self._differs.append(
                    Difference(
                        "meeting",
                        f"{len(meetings)} meetings",
                        f"with {names or 'nobody named'}",
                        placed=False,
                    )
                )
            return
        ref, company = (fitting or meetings)[0]
        new = [one for one in typed["participants"] if company.find(one) is None]
        if new:
            gains = {"ref": ref, "parties": typed["parties"], "participants": new}
            self._values.setdefault("meetings", []).append(gains)
            self._adds.append(f"{', '.join(map(called, new))} in {ref}")

    def _parties(self, meeting: int) -> set[str]:
        rows = self._reader.all("SELECT country FROM meeting_party WHERE meeting_id = :id", id=meeting)
        return {country for (country,) in rows}
