"""The shape of a written date: how it opens, its ends, what joins them and how it closes."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from db.dates.lexer import HINT, Cursor, Token
from db.dates.pieces import Piece, read_piece
from db.errors import BadInput

Opening = Literal["", "since", "until", "between", "some"]
_OPENINGS: dict[str, Opening] = {
    "since": "since",
    "until": "until",
    "to": "until",
    "between": "between",
    "some": "some",
}


class Sentence(NamedTuple):
    """A date as it is written.

    Attributes:
        opening: the word in front, "" for none.
        pieces: the ends, one or more.
        joints: what stands between them: "-", "..", "and", "or" or ",".
        yearless: the words say that the year is not stated.
        doubt: "?" when the words call the whole uncertain.
    """

    opening: Opening
    pieces: list[Piece]
    joints: list[str]
    yearless: bool
    doubt: str


def read_sentence(cursor: Cursor, today: date) -> Sentence | None:
    """Read a whole text; None when it says "not stated". Raises BadInput."""
    if cursor.sees("say", "nothing") and cursor.sees("end", ahead=1):
        return None
    word = cursor.take("say", *_OPENINGS)
    opening = _OPENINGS[str(word.value)] if word else ""
    pieces = [read_piece(cursor, today)]
    joints: list[str] = []
    while joint := _joint(cursor, pieces[-1]):
        still = joint == "-" and not joints and opening in {"", "since"}
        if still and (cursor.take("say", "now") or cursor.sees("end")):
            opening = "since"  # "May 2015 -" and "May 2015 to now" go on
            break
        joints.append(joint)
        pieces.append(read_piece(cursor, today))
    yearless, doubt = _closing(cursor)
    if not cursor.sees("end"):
        raise _unexpected(cursor.peek())
    return Sentence(opening, pieces, joints, yearless, doubt)


def _joint(cursor: Cursor, before: Piece) -> str:
    if cursor.sees("sign", ","):
        if before.day and cursor.sees("num", ahead=1) and not cursor.sees("unit", ahead=2):
            cursor.take("sign")
            return ","
        if cursor.sees("say", "and", "or", ahead=1):
            cursor.take("sign")
    word = cursor.take("say", "to", "until", "and", "or")
    if word:
        return str(word.value) if word.value in {"and", "or"} else "-"
    sign = cursor.take("sign", "-", "/", "..", "|", "&")
    return {"/": "-", "|": "or", "&": "and"}.get(sign.text, sign.text) if sign else ""


def _closing(cursor: Cursor) -> tuple[bool, str]:
    """Read ", year not stated" and ", uncertain"."""
    yearless, doubt = False, ""
    while cursor.sees("sign", ",") or cursor.sees("say", "no year", "uncertain"):
        comma = cursor.take("sign", ",")
        if cursor.take("say", "no year"):
            yearless = True
        elif cursor.take("say", "uncertain"):
            doubt = "?"
        else:
            raise _unexpected(comma or cursor.peek())
    return yearless, doubt


def _unexpected(token: Token) -> BadInput:
    return BadInput(f"“{token.text}” was not expected here. {HINT}", token.start, token.end)
