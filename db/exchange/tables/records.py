"""Each row as a draft of a meeting, an outcome, an official or a follow-up, or refused with its reason."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from datetime import date
from typing import Any, NamedTuple, get_args

from db.drafts import ActionDraft, FollowUpDraft, MeetingDraft, OfficialDraft, ParticipantDraft
from db.entry.subjects import Topics
from db.errors import BadInput
from db.exchange.tables.columns import Columns
from db.exchange.tables.header import Table
from db.exchange.tables.outcomes import OutcomeNames, outcome_of
from db.exchange.tables.people import people_in
from db.exchange.tables.rows import Cells, Rejected
from db.exchange.tables.values import Countries, Days, topics_of, word_of
from db.names import fold
from db.vocabulary import Ball, FollowUpStatus, MeetingFormat, MeetingMode

_TWO = 2
_CODES = re.compile(r"[A-Z]{2,12}(?:[ ,]+[A-Z]{2,12})+")
_WITH_COUNTRY = re.compile(r"(?P<who>.+?)\s*\((?P<country>[^()]{2,40})\)\s*")
_BEFORE = re.compile(r"(?P<country>[A-Z]{2,12})\s*:\s*(?P<who>.+)")
_REF = re.compile(r"[VMA]-\d{3,4}-\d+", re.IGNORECASE | re.ASCII)
_EVENT_REF = re.compile(r"[VM]-\d{3,4}-\d+", re.IGNORECASE | re.ASCII)
_BALLS = {
    "ours": "us", "we": "us", "me": "us", "nous": "us", "nosotros": "us", "theirs": "them", "they": "them",
    "eux": "them", "ellos": "them", "third party": "third", "tiers": "third", "tercero": "third",
}  # fmt: skip
_STANDS = {
    "todo": "open", "to do": "open", "new": "open", "pending": "waiting", "in progress": "open", "closed": "done",
    "completed": "done", "yes": "done", "fait": "done", "ouvert": "open", "hecho": "done", "abierto": "open",
    "cancelled": "dropped", "canceled": "dropped", "abandonne": "dropped", "no": "open",
}  # fmt: skip
_MODES = {"in": "in person", "face to face": "in person", "telephone": "phone", "call": "phone", "vtc": "video",
          "videoconference": "video", "online": "video", "letter": "written", "presencial": "in person"}  # fmt: skip

RecordDraft = MeetingDraft | ActionDraft | OfficialDraft | FollowUpDraft


class Entry(NamedTuple):
    """A record of a row.

    Attributes:
        number: of the row in the file, as a spreadsheet counts.
        draft: what would enter.
    """

    number: int
    draft: RecordDraft


class RecordReading(Cells):
    """The rows of a table of meetings, outcomes, officials or follow-ups, read by its columns."""

    def __init__(
        self,
        table: Table,
        columns: Columns,
        countries: Countries,
        days: Days,
        topics: Topics,
        homes: Mapping[str, str],
        names: OutcomeNames | None = None,
    ) -> None:
        """How cells are read.

        Args:
            table: with its headers.
            columns: what they say.
            countries: those that its cells name.
            days: how its dates run.
            topics: of the store.
            homes: the country of each official of the store, by folded name, where only one bears it.
            names: what outcomes may name; only a table of them needs it.
        """
        super().__init__(table, columns, countries, days, topics)
        self._homes = homes
        self._names = names or OutcomeNames({}, {})
        self._kind = table.kind

    def read(self, number: int, cells: list[str], today: date) -> Entry | Rejected:
        """The record of a row."""
        said = self.said(cells)
        try:
            return Entry(number, self._draft(said, today))
        except BadInput as error:
            return Rejected(number, cells, str(error).rstrip("."))

    def ref(self, cells: list[str], known: Mapping[str, Hashable]) -> str:
        """The ref of a row that went out of this store, "" for any other one.

        Args:
            cells: of the row.
            known: what the records of the store are about, by ref: the parties of a meeting, the folded words of an
                outcome or a follow-up. A colleague's store has the same refs for others.
        """
        said = self.said(cells)
        about = known.get(said.get("ref", "").strip().upper())
        if about is None:
            return ""
        if self._kind.name in ("followups", "outcomes"):
            return said["ref"] if fold(said.get("text", "")) == about else ""
        try:
            parties = frozenset(self._parties(said.get("parties", "")))
        except BadInput:
            return ""
        return said["ref"] if parties == about else ""

    def _draft(self, said: dict[str, str], today: date) -> RecordDraft:
        wanted, missing = self._kind.wants
        if wanted not in said and not (wanted == "name" and {"family", "given"} & {*said}):
            raise BadInput(missing)
        match self._kind.name:
            case "meetings":
                return self._meeting(said, today)
            case "outcomes":
                return self._outcome(said)
            case "officials":
                return self._official(said)
            case _:
                return self._followup(said)

    # --- meetings ---

    def _meeting(self, said: Mapping[str, str], today: date) -> MeetingDraft:
        parties = self._parties(said["parties"])
        if len(parties) < _TWO:
            raise BadInput(f"a meeting has two parties or more, and “{said['parties'][:40]}” is one")
        when = self._when(said)
        plain: dict[str, Any] = {name: said.get(name, "") for name in ("title", "place", "series", "note")}
        plain |= {"date": when.edtf, "date_text": when.text, "date_basis": when.basis, "parties": parties}
        plain |= self._status(said, when, today, "meeting")
        if "format" in said:
            plain["format"] = word_of(said["format"], {}, get_args(MeetingFormat), "format of a meeting")
        if "mode" in said:
            plain["mode"] = word_of(said["mode"], _MODES, get_args(MeetingMode), "way of meeting")
        if "topics" in said:
            plain["topics"] = topics_of(said["topics"], self._topics)
        people = [
            one for part in _people(said.get("people", "")) for one in self._at_the_table(part, parties)
        ]
        return MeetingDraft.from_plain({**plain, "participants": people})

    def _parties(self, cell: str) -> tuple[str, ...]:
        found = [self._countries.read(part) for part in parties_in(cell)]
        return tuple(dict.fromkeys(code for several in found for code in several))

    def _at_the_table(self, part: str, parties: tuple[str, ...]) -> list[dict[str, Any]]:
        """Some people of one country: the one that stands with them, else that of whom the store knows."""
        country, who = "", part
        for pattern in (_WITH_COUNTRY, _BEFORE):
            match = pattern.fullmatch(part)
            if match and (found := self._country(match["country"])):
                country, who = found, match["who"]
                break
        people = []
        for one in people_in(who):
            home = country or self._homes.get(one.folded, "")
            if not home:
                raise BadInput(
                    f"whose is “{one.printed[:40]}”? Write the country behind the name, as in (ES)"
                )
            if home not in parties:
                raise BadInput(f"“{one.printed[:40]}” is of {home}, which is no party")
            people.append(
                {"country": home, "official": one.name, "post": one.post, "as_printed": one.printed}
            )
        return people

    def _country(self, words: str) -> str:
        try:
            return self._countries.read(words)[0]
        except BadInput:
            return ""  # what stands in brackets is a post then

    # --- outcomes ---

    def _outcome(self, said: Mapping[str, str]) -> ActionDraft:
        if (on := said.get("on", "").strip()) and not _EVENT_REF.fullmatch(on):
            raise BadInput(f"“{on[:40]}” is no ref of a visit or meeting, such as V-2025-001")
        return outcome_of(
            said,
            self._names,
            due=self._days.read(said.get("due", "")),
            parties=self._parties(said["parties"]) if "parties" in said else (),
            topics=topics_of(said["topics"], self._topics) if "topics" in said else (),
            country=self._country(said["owner"]) if "owner" in said else "",
        )

    # --- officials ---

    def _official(self, said: Mapping[str, str]) -> OfficialDraft:
        whole = " ".join(said[one] for one in ("given", "family") if one in said)
        name = said.get("name", "")
        if "given" in said and "family" not in said and name:
            whole = f"{said['given']} {name}"
        people = people_in(whole or name)
        if len(people) != 1 or not people[0].name:
            raise BadInput(f"“{(whole or name)[:60]}” is not the name of one person")
        person = people[0]
        plain: dict[str, Any] = {
            "name": person.name,
            "native_name": said.get("native", ""),
            "note": said.get("note", ""),
            "protocol_note": said.get("protocol", ""),
        }
        if "country" in said:
            codes = self._countries.read(said["country"])
            if len(codes) > 1:
                raise BadInput(f"an official is of one country, and “{said['country'][:40]}” is several")
            plain["country"] = codes[0]
        if "spellings" in said:
            spellings = (one.strip() for one in re.split(r"[;\n|]", said["spellings"]))
            plain["names"] = [{"name": one} for one in spellings if one and one != person.name]
        post = said.get("post", "") or person.post
        if post:
            plain["tenures"] = [self._tenure(post, said)]
        elif "organisation" in said:
            service = f"Service: {said['organisation']}"
            plain["note"] = "\n".join(filter(None, (service, plain["note"])))
        return OfficialDraft.from_plain(plain)

    def _tenure(self, post: str, said: Mapping[str, str]) -> dict[str, Any]:
        tenure: dict[str, Any] = {"post": post, "organisation": said.get("organisation", "")}
        for side in ("start", "end"):
            when = self._days.read(said[side]) if side in said else None
            if when is not None and "/" in when.edtf:
                raise BadInput(f"“{said[side][:40]}” is a stretch of days, and no {side}")
            if when is not None and when.edtf:
                tenure[side] = when.edtf
        return tenure

    # --- follow-ups ---

    def _followup(self, said: Mapping[str, str]) -> FollowUpDraft:
        due = self._days.read(said.get("due", ""))
        plain: dict[str, Any] = {
            "text": said["text"],
            "assignee": said.get("assignee", ""),
            "note": said.get("note", ""),
            "due": due.edtf,
            "due_text": due.text,
            "due_basis": due.basis,
        }
        if "ball" in said:
            plain["ball"] = word_of(said["ball"], _BALLS, get_args(Ball), "turn")
        if "status" in said:
            plain["status"] = word_of(
                said["status"], _STANDS, get_args(FollowUpStatus), "status of a follow-up"
            )
        if on := said.get("on", "").strip():
            plain["on"] = on.upper() if _REF.fullmatch(on) else f"official:{on}"
        return FollowUpDraft.from_plain(plain)


def parties_in(cell: str) -> list[str]:
    """The parts of a cell that name countries; codes may stand beside each other: "ES MA"."""
    parts = [part.strip() for part in cell.split(";")]
    return [
        one
        for part in parts
        for one in (re.split("[ ,]+", part) if _CODES.fullmatch(part) else [part])
        if one
    ]


def _people(cell: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;\n]", cell) if part.strip()]


def countries_named(cell: str) -> set[str]:
    """All that may name a country in a cell of people."""
    found = set()
    for part in _people(cell):
        for pattern in (_WITH_COUNTRY, _BEFORE):
            match = pattern.fullmatch(part)
            if match:
                found.add(match["country"])
    return found


def names_in(draft: RecordDraft) -> list[tuple[str, str]]:
    """The people that a record names, each with the country."""
    if isinstance(draft, OfficialDraft):
        return [(draft.name, draft.country)]
    people: tuple[ParticipantDraft, ...] = draft.participants if isinstance(draft, MeetingDraft) else ()
    return [(one.official, one.country) for one in people if one.official]
