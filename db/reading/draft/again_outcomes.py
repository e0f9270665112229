"""Outcomes of a text that are in the store already: in the same words, or likely in other ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from db.commitments import RUNGS
from db.reading.draft.items import Item, Items, children, insert, next_id, part_of, put_all
from db.reading.draft.same_matter import Matter, likeness, matter_of, nearly_equal
from db.reading.outcomes.subjects import Subjects
from db.reading.words import Folding, words_of
from db.rows import Key

if TYPE_CHECKING:
    from db.reader import Reader

_NEAR = 1  # rungs apart that the same outcome may be told at


class KnownOutcome(NamedTuple):
    """An outcome of a visit that is in the store, with all the words that it was told in."""

    number: int
    ref: str
    rung: int
    text: str
    told: tuple[Matter, ...]


_OF_EVENT = {
    "visit": "(a.visit_id = :event OR a.meeting_id IN (SELECT id FROM meeting WHERE visit_id = :event))",
    "meeting": "a.meeting_id = :event",
}


def outcomes_of(reader: Reader, event: Key) -> list[KnownOutcome]:
    """The outcomes of a visit with its meetings, or of a meeting."""
    of_it = _OF_EVENT[event.kind]
    rows = reader.all(
        f"SELECT a.id, a.ref, a.rung, a.text, COALESCE(a.instrument, '') FROM action a WHERE {of_it}"
        " ORDER BY a.id LIMIT 500",
        event=int(event.id),
    )
    if not rows:
        return []
    quotes = reader.all(
        "SELECT c.record_id, c.quote FROM citation c JOIN action a ON a.id = c.record_id"
        f" WHERE c.record_kind = 'action' AND c.quote <> '' AND {of_it} LIMIT 2000",
        event=int(event.id),
    )
    topics = reader.all(
        f"SELECT t.action_id, t.topic FROM action_topic t JOIN action a ON a.id = t.action_id WHERE {of_it}",
        event=int(event.id),
    )
    about: dict[int, set[str]] = {}
    for number, code in topics:
        about.setdefault(number, set()).add(str(code))
    words: dict[int, dict[str, None]] = {}
    for number, quote in quotes:
        words.setdefault(number, {})[str(quote)] = None
    ear = _Ear(reader)
    return [
        KnownOutcome(
            number,
            ref,
            rung,
            text,
            tuple(
                ear.matter(one, about.get(number, ()), instrument) for one in (text, *words.get(number, ()))
            ),
        )
        for number, ref, rung, text, instrument in rows
    ]


class _Ear:
    """Hears topics and instruments in the words of an outcome."""

    def __init__(self, reader: Reader) -> None:
        self._subjects, self._folding = Subjects(reader), Folding()

    def matter(self, text: str, topics: Sequence[str] | set[str], instrument: str) -> Matter:
        """What an outcome is about, with what the officer has said of it."""
        heard = self._subjects.among(text, words_of(text, 0, len(text), self._folding))
        codes = {one.code for one in heard} | set(topics) | ({instrument} if instrument else set())
        return matter_of(text, codes, instrument)


def _of(action: dict[str, Any]) -> Matter:
    instrument = str(action.get("instrument") or "")
    codes = [*(action.get("topics") or ()), *([instrument] if instrument else ())]
    return matter_of(str(action["text"]), codes, instrument)


def same_outcome(known: Sequence[KnownOutcome], action: dict[str, Any]) -> str:
    """The ref of the outcome that tells nearly the same at about the same rung; "" for none."""
    mine, rung = _of(action), RUNGS.index(action["rung"])
    for one in known:
        if abs(one.rung - rung) <= _NEAR and any(nearly_equal(mine, told) for told in one.told):
            return one.ref
    return ""


def mark_known(reader: Reader, items: Items, event: Item, key: str) -> Items:
    """The draft with the outcomes marked that an event of the store has, and those offered that it likely has."""
    known = outcomes_of(reader, Key(event.kind, key))  # type: ignore[arg-type]
    outcomes = [one for one in part_of(items, event.id) if one.kind == "outcome"] if known else []
    by_ref = {one.ref: one for one in known}
    marked = []
    for one in outcomes:
        there = same_outcome(known, dict(one.values))
        rung = RUNGS[by_ref[there].rung] if there else ""
        marked.append(one.having(there=there, there_rung=rung))
    items = put_all(items, marked)
    for outcome, likely, sentence in _offers(known, items, marked):
        rung = RUNGS[likely.rung]
        told = {"ref": likely.ref, "key": str(likely.number), "label": likely.text, "rung": rung}
        items = insert(
            items,
            Item(
                next_id(items), "same", outcome.id, values=told, spans=outcome.spans, sure=False, why=sentence
            ),
        )
    return items


def _offers(
    known: Sequence[KnownOutcome], items: Items, outcomes: Sequence[Item]
) -> list[tuple[Item, KnownOutcome, str]]:
    """Each outcome that nobody has decided on, with the one that it is likeliest the same as; each one once."""
    open_ones = [one for one in outcomes if not one.values["there"] and not children(items, one.id, "same")]
    gone = {str(one.values["there"]) for one in outcomes} | {
        str(one.values["ref"]) for outcome in outcomes for one in children(items, outcome.id, "same")
    }
    ranked = sorted(
        (
            (-found, at, number, why)
            for at, outcome in enumerate(open_ones)
            for number, one in enumerate(known)
            if one.ref not in gone
            for found, why in (_likely(one, dict(outcome.values)),)
            if found
        ),
        key=lambda each: each[:3],
    )
    offered: list[tuple[Item, KnownOutcome, str]] = []
    settled: set[int] = set()
    used: set[int] = set()
    for _, at, number, why in ranked:
        if at not in settled and number not in used:
            settled.add(at)
            used.add(number)
            offered.append((open_ones[at], known[number], why))
    return sorted(offered, key=lambda each: each[0].id)


def _likely(known: KnownOutcome, action: dict[str, Any]) -> tuple[float, str]:
    """How likely an outcome is told in other words, and why; 0 where it is not."""
    mine, apart = _of(action), abs(known.rung - RUNGS.index(action["rung"]))
    if any(nearly_equal(mine, told) for told in known.told):
        return 1.0, f"The same words, but it is {RUNGS[known.rung]} there and {action['rung']} here."
    found = max(likeness(mine, told) for told in known.told) if apart <= _NEAR else 0.0
    differs = f"; it is {RUNGS[known.rung]} there and {action['rung']} here" if apart else ""
    return found, f"The same matter in other words{differs}."
