"""What a written date means: one part, an interval or a choice, with its qualifiers."""

from __future__ import annotations

from typing import Literal

from db.dates.completion import completed, parts_of
from db.dates.edtf import NOT_SAID, OPEN, Part, Span, joined, neighbours, part_bounds
from db.dates.pieces import Piece, mixed
from db.dates.relative import day_part
from db.dates.sentence import Sentence
from db.errors import BadInput

_BOTH = 2

Ends = tuple[Part, Part]


class NeedsToday(BadInput):
    """The words count from a day that is not known."""


def meaning(sentence: Sentence, *, known_today: bool, bare_weekdays: bool) -> tuple[Span, bool]:
    """The expression a sentence stands for, and whether it counts from today.

    Raises NeedsToday when it counts from a day that is not known, or from a weekday alone without
    `bare_weekdays`, and BadInput when it means nothing.
    """
    sentence = _one_day_said_twice(sentence, known_today=known_today)
    pieces = sentence.pieces
    counts = any(piece.counted for piece in pieces)
    bare = any(piece.counted is not None and piece.counted.bare for piece in pieces)
    if (counts and not known_today) or (bare and not bare_weekdays):
        raise NeedsToday("These words count from a day that is not known.", *_place(pieces))
    span = _half_known(pieces) if any(piece.absent for piece in pieces) else _whole(sentence)
    if sentence.yearless and span.parts[0].year is not None:
        raise BadInput("The year is stated, so it cannot be called not stated.", *_place(pieces))
    return _doubted(span, sentence), counts


def _place(pieces: list[Piece]) -> tuple[int, int]:
    return pieces[0].start, pieces[-1].end


def _one_day_said_twice(sentence: Sentence, *, known_today: bool) -> Sentence:
    """In "last Wednesday, or June 15" the weekday gives the year, or waits until it can."""
    if sentence.joints != ["or"]:
        return sentence
    one, two = sentence.pieces
    if one.counted is None or two.counted or not (two.day and two.month):
        return sentence
    if not known_today:
        return sentence._replace(pieces=[two], joints=[])
    said = one.counted.first
    if (said.month, said.day) == (two.month, two.day) and two.year in {0, said.year}:
        return sentence._replace(pieces=[one], joints=[])
    raise BadInput("These are two different days; leave one of them out.", one.start, two.end)


def _half_known(pieces: list[Piece]) -> Span:
    """A period with one end that the words call not stated."""
    absences = [piece.absent for piece in pieces]
    if absences == ["", "no end"]:
        return joined("interval", _ends(pieces[0], "", last=False)[0], NOT_SAID, *_place(pieces))
    if absences == ["no start", ""]:
        return joined("interval", NOT_SAID, _ends(pieces[1], "")[1], *_place(pieces))
    raise BadInput("One end of a period has to be a date.", *_place(pieces))


def _whole(sentence: Sentence) -> Span:
    opening, joints = sentence.opening, sentence.joints
    pieces = completed(sentence.pieces)
    ends = [_ends(piece, pieces[0].mark, last=piece is pieces[-1]) for piece in pieces]
    _check_joints(sentence, ends)
    first, last = ends[0][0], ends[-1][1]
    place = _place(pieces)
    if opening == "until":
        return joined("interval", OPEN, last, *place)
    if opening == "since" and not joints:
        return joined("interval", first, OPEN, *place)
    if opening == "some" and first == last and not first.day:
        return _some_day_in(first, place)
    return joined(_kind(sentence), first, last, *place)


def _kind(sentence: Sentence) -> Literal["interval", "choice"]:
    choice = (
        sentence.opening in {"between", "some"}
        or not {"or", ".."}.isdisjoint(sentence.joints)
        or any(piece.counted is not None and piece.counted.choice for piece in sentence.pieces)
    )
    return "choice" if choice else "interval"


def _ends(piece: Piece, shared: str | None, *, last: bool = True) -> Ends:
    """The parts of an end with their qualifier: its own, or the one that the first end says for all."""
    own = piece.mark if piece.mark is not None else shared or ""
    one, two = parts_of(piece)
    # Question marks after the last end are about the whole; after a yearless day the first asks for its year.
    if not last and piece.asks > (one.year is None):
        own = mixed(own, "?")
    return (
        one._replace(qualifier=mixed(one.qualifier, own)),
        two._replace(qualifier=mixed(two.qualifier, own)),
    )


def _some_day_in(part: Part, place: tuple[int, int]) -> Span:
    first, last = part_bounds(part)
    if first is None or last is None:
        return Span("one", part, part)
    return joined("choice", day_part(first), day_part(last), *place)


def _check_joints(sentence: Sentence, ends: list[Ends]) -> None:
    opening, joints, place = sentence.opening, sentence.joints, _place(sentence.pieces)
    if opening == "between" and len(ends) != _BOTH:
        raise BadInput("Between needs two dates, such as between 28 and 29 Jan 2025.", *place)
    if (opening == "until" and joints) or (opening == "since" and joints not in ([], ["-"])):
        raise BadInput("Since and until need one date; write a period as 28 Jan - 2 Feb 2025.", *place)
    if opening in {"between", "some"} and len(ends) <= _BOTH:
        return
    if len(joints) > 1 and not (set(joints) <= {",", "and"} or set(joints) <= {",", "or"}):
        raise BadInput("A period has two ends, such as 28 Jan - 2 Feb 2025.", *place)
    for joint, one, two in zip(joints, ends, ends[1:], strict=False):
        if joint in {",", "and", "or"} and not neighbours(one[1].plain, two[0].plain):
            refusal = "Only neighbouring days are listed one by one; write a period as 28-30 Jan 2025."
            raise BadInput(refusal, *place)


def _doubted(span: Span, sentence: Sentence) -> Span:
    """Add the doubt that closes the text; without a year, its first question mark asks for the year."""
    asks = sentence.pieces[-1].asks - (span.parts[0].year is None)
    doubt = mixed(sentence.doubt, "?" if asks > 0 else "")
    if not doubt:
        return span
    start, end = (
        end._replace(qualifier=mixed(end.qualifier, doubt)) if isinstance(end, Part) else end
        for end in (span.start, span.end)
    )
    return (
        Span("one", start, end)
        if span.kind == "one"
        else joined(span.kind, start, end, *_place(sentence.pieces))
    )
