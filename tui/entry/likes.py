"""What stands under a visit that looks like one in the store: which, what F3 would add to it, and the keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from db.entry import Answer, Joining, Reading, SimilarVisit
from db.rows import Key
from tui.cards.fields import Entry, dotted, labelled
from tui.entry.reading import Alike
from tui.lines import Line, Span, Tone
from tui.plain import plain
from tui.widgets.frame import key_spans

_GAP = "   "


class Turn(NamedTuple):
    """What a key makes of the answer on a line.

    Attributes:
        answer: from now on.
        sentence: that says so.
    """

    answer: Answer
    sentence: str


def meant(reading: Reading, alike: Alike) -> SimilarVisit | None:
    """The look-alike that the keys act on: the one that the line is said to be, else the likest."""
    same = next((one for one in alike.visits if one.ref == reading.answer.same), None)
    return same or next(iter(alike.visits), None)


def opened(reading: Reading | None, alike: Alike) -> Key | None:
    """The record that F2 opens."""
    found = meant(reading, alike) if reading else None
    return found.key if found else None


def same(reading: Reading, alike: Alike) -> Turn | None:
    """F3: the line is the likest one; pressed again the next one, after the last one a visit of its own."""
    refs = [one.ref for one in alike.visits]
    if not refs:
        return None
    now = reading.answer.same
    after = refs.index(now) + 1 if now in refs else 0
    ref = refs[after] if after < len(refs) else ""
    said = f"The same as {ref}." if ref else "A visit of its own again."
    return Turn(reading.answer._replace(same=ref), said)


def another(reading: Reading, alike: Alike) -> Turn | None:
    """F4: the line is not that one; when there is none left, all are asked about again."""
    found, answer = meant(reading, alike), reading.answer
    if found is not None:
        apart = (*answer.apart, found.ref)
        return Turn(Answer("", apart), f"Another visit than {found.ref}; Enter remembers that.")
    if answer.apart:
        return Turn(Answer(), "Asked again.")
    return None


def in_short(reading: Reading, alike: Alike | None) -> str:
    """A few words under a line of a batch, "" where nothing and nobody in the store looks like it."""
    if reading.answer.same:
        return f"adds to {reading.answer.same}"
    if reading.doubts:
        return f"! {reading.doubts[0].sentence}"
    return f"! like {alike.visits[0].ref}" if alike and alike.visits else ""


def like_rows(reading: Reading | None, alike: Alike, width: int) -> list[Line]:
    """The rows, in `width` columns."""
    if reading is None:
        return []
    lines: list[Line] = []
    if alike.refusal:
        lines += _row("refused", "error", (Span(plain(alike.refusal), "error"),), width)
    if alike.joining is not None:
        lines += _told(alike.joining, reading, width)
    same = [one for one in alike.visits if one.ref == reading.answer.same]
    for number, visit in enumerate(same or alike.visits):
        label = "" if number else "same as" if same else "! like"
        name = Span(f"{plain(visit.ref)} {plain(visit.label)}", "plain" if number else "strong")
        why = Span(f"{_GAP}{plain(visit.why)}", "dim")
        lines += _row(label, "warn", (name, why), width)
    if reading.answer.apart:
        refs = " and ".join(map(plain, reading.answer.apart))
        lines += _row("not", "dim", (Span(f"{refs}; Enter remembers that"),), width)
    return lines + _keys(reading, alike.visits, width)


def _told(joining: Joining, reading: Reading, width: int) -> list[Line]:
    """What Enter does to the visit, and what it leaves as it is."""
    source = "the source" if reading.values.get("source") else "own knowledge of today as its source"
    lines = _row("adds", "accent", dotted((*joining.adds, source)), width)
    for number, one in enumerate(joining.differs):
        lines += _row("" if number else "differs", "warn", (Span(plain(one.sentence)),), width)
    return lines


def _keys(reading: Reading, visits: Sequence[SimilarVisit], width: int) -> list[Line]:
    spans = key_spans(_known(reading, visits), _GAP)
    return _row("", "plain", spans, width) if spans else []


def _known(reading: Reading, visits: Sequence[SimilarVisit]) -> Iterator[tuple[str, str]]:
    if not visits:
        if reading.answer.apart:
            yield "F4", "asks again"
        return
    refs = [one.ref for one in visits]
    at = refs.index(reading.answer.same) if reading.answer.same in refs else None
    yield "F2", "opens it"
    if reading.doubts:
        pass  # F3 answers on the person first
    elif at is None:
        yield "F3", "is the same: adds to it"
    elif at + 1 < len(refs):
        yield "F3", f"is {refs[at + 1]}"
    else:
        yield "F3", "is none of them" if at else "takes that back"
    yield "F4", "is another visit"


def _row(label: str, tone: Tone, spans: tuple[Span, ...], width: int) -> list[Line]:
    return labelled(f"  {label}", [Entry(spans)], width, tone=tone)
