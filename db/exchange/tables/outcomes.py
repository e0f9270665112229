"""A row as an outcome, at the rung that it names or that its verb supports; who owns it must be in the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from db.commitments.reading import propose
from db.commitments.rungs import RUNGS
from db.dates import PartialDate
from db.drafts import ActionDraft
from db.errors import BadInput
from db.exchange.tables.values import word_of
from db.names import fold
from db.vocabulary import ActionStatus

if TYPE_CHECKING:
    from db.reader import Reader

_RUNGS: dict[str, str] = {
    **{str(number): name for number, name in enumerate(RUNGS)},
    "convenu": "agreed", "acordado": "agreed", "signe": "signed", "firmado": "signed", "propose": "proposed",
    "propuesto": "proposed", "explore": "explored", "explorado": "explored", "discute": "discussed",
    "tratado": "discussed", "note": "noted", "anotado": "noted",
}  # fmt: skip
_STANDS = {
    "ongoing": "in progress", "under way": "in progress", "en cours": "in progress", "en curso": "in progress",
    "pending": "waiting", "completed": "done", "closed": "done", "fait": "done", "hecho": "done", "ouvert": "open",
    "abierto": "open", "cancelled": "dropped", "canceled": "dropped", "abandonne": "dropped",
}  # fmt: skip


class OutcomeNames(NamedTuple):
    """What the store calls those who own outcomes, and instruments.

    Attributes:
        owners: by what may be written for them, folded: organisations, posts and officials; "" where several bear it.
        instruments: their codes, by code and label, folded.
    """

    owners: Mapping[str, str]
    instruments: Mapping[str, str]


def names_for_outcomes(reader: Reader) -> OutcomeNames:
    """What a table of outcomes may name."""
    owners: dict[str, str] = {}
    officials: dict[str, set[int]] = {}
    for folded, number in reader.all(
        "SELECT n.folded, o.id FROM official_name n JOIN official o ON o.id = n.official_id"
        " WHERE n.kind <> 'weak' AND o.merged_into IS NULL"
    ):
        officials.setdefault(folded, set()).add(number)
    owners |= {folded: folded if len(numbers) == 1 else "" for folded, numbers in officials.items()}
    for title, called in reader.all(
        "SELECT p.title, COALESCE(NULLIF(o.acronym, ''), o.name) FROM post p"
        " JOIN organisation o ON o.id = p.organisation_id WHERE p.merged_into IS NULL"
    ):
        for written in (title, f"{title}/{called}"):
            several = written == title and fold(title) in owners
            owners[fold(written)] = "" if several else f"{title}/{called}"
    for name, acronym in reader.all("SELECT name, acronym FROM organisation WHERE merged_into IS NULL"):
        owners |= {fold(one): one for one in (name, acronym) if one}
    for before, short, name in reader.all(
        "SELECT n.name, n.acronym, o.name FROM organisation_name n JOIN organisation o ON o.id = n.organisation_id"
        " WHERE o.merged_into IS NULL ORDER BY n.id"
    ):
        for one in filter(None, (before, short)):
            owners.setdefault(fold(one), name)
    rows = reader.all("SELECT code, label FROM instrument")
    return OutcomeNames(owners, {fold(one): code for code, label in rows for one in (label, code)})


def outcome_of(
    said: Mapping[str, str],
    names: OutcomeNames,
    *,
    due: PartialDate,
    parties: Sequence[str],
    topics: Sequence[str],
    country: str,
) -> ActionDraft:
    """The outcome of a row.

    Args:
        said: what the row says, by field.
        names: of the store.
        due: by when.
        parties: codes of those whom it concerns.
        topics: codes.
        country: the code of the country that owns it, "" where the owner is none.

    Raises:
        BadInput: a word is none of its list, or nobody is called as the owner is.
    """
    plain: dict[str, Any] = {name: said.get(name, "") for name in ("text", "verb", "deliverable", "note")}
    plain |= {"due": due.edtf, "due_text": due.text, "due_basis": due.basis}
    plain |= {"parties": tuple(parties), "topics": tuple(topics), "on": said.get("on", "").strip().upper()}
    if "rung" in said:
        plain["rung"] = word_of(said["rung"], _RUNGS, RUNGS, "rung of the ladder")
    elif supported := propose(f"{said.get('verb', '')} {said['text']}"):
        plain |= {"rung": supported.rung, "verb": said.get("verb", "") or supported.verb}
    if "status" in said:
        plain["status"] = word_of(said["status"], _STANDS, get_args(ActionStatus), "status of an outcome")
    if "owner" in said:
        plain["owner"] = country or _one(names.owners, said["owner"], "nobody in the store")
    if "instrument" in said:
        plain["instrument"] = _one(names.instruments, said["instrument"], "no instrument")
    return ActionDraft.from_plain(plain)


def _one(known: Mapping[str, str], words: str, nothing: str) -> str:
    found = known.get(fold(words))
    if found is None:
        raise BadInput(f"{nothing} is called “{words[:60]}”")
    if not found:
        raise BadInput(f"several are called “{words[:60]}”; write the post as “Title/Service”")
    return found
