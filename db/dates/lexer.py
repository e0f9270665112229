"""Text to tokens: folded, so that accents and capitals do not matter, with offsets into what was typed."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from db.dates.edtf import Part, checked
from db.dates.weekends import SATURDAY_SUNDAY, Weekend
from db.dates.words import LONGEST_PHRASE, PHRASES, VOCABULARY
from db.errors import BadInput

HINT = "Write it like 28 Jan 2025, 28-29 jan 2025, June 2022, 2030, spring 2025, 2025-01-28, fri or +2w."
YEAR_DIGITS = 4

_HYPHENS = dict.fromkeys("‐‑−", "-")
_DASHES = dict.fromkeys("‒—―", "–")  # between dates; only a hyphen joins the numbers of one date
_SPACES = dict.fromkeys("'’‘`´\u00a0\u202f\u2009ºª", " ")
_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th", "er", "ere", "re", "e", "eme"))
_PLAIN = _HYPHENS | _DASHES | _SPACES


class Token(NamedTuple):
    """A number, a date written in digits, a word's meaning or a sign, and where it stands.

    Attributes:
        kind: num, part, pair, month, weekday, unit, count, ordinal, say, sign or end.
        value: the meaning; for a sign the sign itself.
        text: the folded text.
        part: the date, for kind "part".
    """

    kind: str
    value: int | str
    start: int
    end: int
    text: str
    part: Part | None = None


def fold(text: str) -> tuple[str, list[int]]:
    """Lower case without accents, and for every character left its offset in `text`."""
    letters: list[str] = []
    offsets: list[int] = []
    for offset, letter in enumerate(text):
        plain = _PLAIN.get(letter) or unicodedata.normalize("NFD", letter)[0].lower()[0]
        if not unicodedata.combining(plain):
            letters.append(plain)
            offsets.append(offset)
    return "".join(letters), offsets


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<ymd>\d{4}([-/.–])\d{1,2}\2\d{1,2}(?!\d))"
        r"|(?P<dmy>\d{1,2}([-/.])\d{1,2}\4\d+)"
        r"|(?P<yq>\d{4}[ -]?[qt][1-4](?!\d))"
        r"|(?P<ym>\d{4}-\d\d(?![\d-]))"
        r"|(?P<my>\d{1,2}[-/.]\d{4}(?!\d))"
        r"|(?P<pair>\d{1,2}[/.]\d{1,2}(?![\d/.]*\d))"
        r"|(?P<quarter>[qt][1-4](?!\w))|(?P<half>[hs][12](?!\w))"
        r"|(?P<decade>\d{3}0s(?!\w))"
        r"|(?P<num>\d+)|(?P<word>[a-z]+)|(?P<dots>\.\.)|(?P<skip>[\s.]+)|(?P<sign>.)",
        re.ASCII | re.DOTALL,
    )


_TIME = (
    r"\d{1,2}:\d\d|\d{1,2} ?[ap]\.?m\b|\b\d{1,2} ?h(?:\d\d)?\b|(?<=\d)t\d\d(?::\d\d)*"
    r"|\b(?:noon|midnight|midi|minuit)\b"
)


def tokens(text: str, *, day_first: bool) -> list[Token]:
    """Cut a text into tokens, ended by one of kind "end"; raises BadInput at what is no part of a date."""
    folded, offsets = fold(text)
    offsets.append(len(text))
    time = re.search(_TIME, folded)
    if time:
        start, end = offsets[time.start()], offsets[time.end() - 1] + 1
        raise BadInput(f"A date here has no time of day: leave out “{text[start:end]}”.", start, end)
    found: list[Token] = []
    at = 0
    while at < len(folded):
        match = _match(folded, at, found)
        kind, piece = match.lastgroup or "", match.group()
        start, end = offsets[at], offsets[match.end() - 1] + 1
        at = match.end()
        if kind == "skip":
            continue
        if kind in {"num", "dots"}:
            found.append(Token("num" if kind == "num" else "sign", piece, start, end, piece))
        elif kind in {"word", "sign"}:
            piece = "-" if piece == "–" else piece
            found.append(Token(kind, piece, start, end, piece))
        else:
            found.append(_digits(kind, piece, start, end, day_first=day_first))
    found = _meanings(found)
    found = _in_context(found, day_first=day_first)
    return [*found, Token("end", "", len(text), len(text), "")]


def _match(folded: str, at: int, found: list[Token]) -> re.Match[str]:
    """The next token; a year after a month is a year, even in "Dec 2025-12 Jan 2026"."""
    if found and found[-1].kind == "word" and found[-1].text.isalpha():
        year = re.compile(r"(?P<num>\d{4})(?=-\d\d?(?![\d-]))", re.ASCII).match(folded, at)
        meaning = VOCABULARY.get(found[-1].text)
        if year and meaning and meaning[0] == "month":
            return year
    match = _pattern().match(folded, at)
    assert match is not None  # noqa: S101 - the last alternative takes any character
    return match


def _digits(kind: str, piece: str, start: int, end: int, *, day_first: bool) -> Token:
    """A token for a date that is written in digits."""
    numbers = [int(number) for number in re.findall(r"\d+", piece)]
    if kind == "pair":
        return Token("pair", "", start, end, piece)
    if kind in {"quarter", "half"}:
        return Token("month", numbers[0] + (32 if kind == "quarter" else 39), start, end, piece)
    if kind == "ymd":
        part = Part(numbers[0], numbers[1], numbers[2])
    elif kind == "dmy":
        if len(piece) - max(piece.rfind(sign) for sign in "-/.") - 1 != YEAR_DIGITS:
            raise BadInput(f"Write the year with four digits: “{piece}” could be two centuries.", start, end)
        day, month = _day_and_month(numbers, start, end, day_first=day_first)
        part = Part(numbers[2], month, day)
    elif kind == "decade":
        part = Part(numbers[0], decade=True)
    elif kind == "yq":
        part = Part(numbers[0], 32 + numbers[1])
    else:
        year, month = numbers if kind == "ym" else reversed(numbers)
        part = Part(year, month)
        if kind == "my" and month > 12:  # noqa: PLR2004 - months
            raise BadInput(f"There is no month {month}; months go from 1 to 12.", start, end)
    if kind in {"ymd", "ym", "my"} and 0 in numbers:
        raise BadInput("Months and days are counted from 1.", start, end)
    return Token("part", "", start, end, piece, checked(part, start, end))


def _day_and_month(numbers: list[int], start: int, end: int, *, day_first: bool) -> tuple[int, int]:
    day, month = numbers[:2] if day_first else (numbers[1], numbers[0])
    if 0 in (day, month):
        raise BadInput("Months and days are counted from 1.", start, end)
    if month > 12:  # noqa: PLR2004 - months
        order = "day comes first" if day_first else "the month comes first"
        raise BadInput(
            f"There is no month {month} ({order} here); write the month as a word, such as 28 Jan 2025.",
            start,
            end,
        )
    return day, month


def _meanings(found: list[Token]) -> list[Token]:
    """Give words their meanings, longest phrase first; a word without one is refused."""
    known: list[Token] = []
    at = 0
    while at < len(found):
        token = found[at]
        if token.kind != "word":
            known.append(token)
            at += 1
            continue
        phrase = _phrase(found, at)
        if phrase:
            (kind, value), length = phrase
            last = found[at + length - 1]
            known.append(Token(kind, value, token.start, last.end, token.text))
            at += length
            continue
        at += 1
        # Letters glued to a number make it an ordinal, "28th", or are a unit, "+3d".
        glued = known and known[-1].kind == "num" and known[-1].end == token.start
        if glued and token.text in _ORDINAL_ENDINGS:
            continue
        unit = {"d": "day", "y": "year"}.get(token.text) if glued else None
        if unit is None and token.text not in VOCABULARY:
            raise BadInput(f"“{token.text}” is not a date word. {HINT}", token.start, token.end)
        meaning = ("unit", unit) if unit else VOCABULARY[token.text]
        if meaning:
            known.append(token._replace(kind=meaning[0], value=meaning[1]))
    return known


def _phrase(found: list[Token], at: int) -> tuple[tuple[str, int | str], int] | None:
    """A phrase that starts here and how many tokens it takes; a hyphen may stand between its words."""
    words: list[str] = []
    best = None
    for length, token in enumerate(found[at : at + 2 * LONGEST_PHRASE - 1], 1):
        if token.kind == "word":
            words.append(token.text)
            meaning = PHRASES.get(tuple(words))
            if meaning:
                best = meaning, length
        elif token.text != "-":
            break
    return best


def _in_context(found: list[Token], *, day_first: bool) -> list[Token]:
    """Settle what only the neighbours can tell: "28/29 Jan", "mar 28 janv", "28 ago", "sept jours"."""
    settled: list[Token] = []
    nothing = Token("end", "", 0, 0, "")
    for at, token in enumerate(found):
        before = found[at - 1] if at else nothing
        after, later = [*found[at + 1 : at + 3], nothing, nothing][:2]
        if token.kind == "pair":
            if "month" in (before.kind, after.kind) and "/" in token.text:
                settled += _split(token)
                continue
            numbers = [int(number) for number in re.findall(r"\d+", token.text)]
            day, month = _day_and_month(numbers, token.start, token.end, day_first=day_first)
            part = checked(Part(None, month, day), token.start, token.end)
            settled.append(token._replace(kind="part", part=part))
        elif token.text == "mar" and after.kind == "num" and later.kind == "month":
            settled.append(token._replace(kind="weekday", value=1))
        elif token.text == "ago" and before.kind != "unit":
            settled.append(token._replace(kind="month", value=8))
        elif token.text == "sept" and after.kind == "unit":
            settled.append(token._replace(kind="count", value=7))
        elif token.value == "a" and token.kind == "say":
            count = after.kind == "unit"
            settled.append(token._replace(kind="count", value=1) if count else token._replace(value="to"))
        else:
            settled.append(token)
    return settled


def _split(pair: Token) -> list[Token]:
    left, right = pair.text.split("/")
    middle = pair.start + len(left)
    return [
        Token("num", left, pair.start, middle, left),
        Token("sign", "/", middle, middle + 1, "/"),
        Token("num", right, middle + 1, pair.end, right),
    ]


class Cursor:
    """A place in a list of tokens, and whose weekend is left out where they count working days."""

    def __init__(self, found: list[Token], weekend: Weekend = SATURDAY_SUNDAY) -> None:
        self._tokens = found
        self.weekend = weekend
        self.at = 0

    def peek(self, ahead: int = 0) -> Token:
        """The token here or further on; past the last one it is of kind "end"."""
        return self._tokens[min(self.at + ahead, len(self._tokens) - 1)]

    def sees(self, kind: str, *values: int | str, ahead: int = 0) -> bool:
        """Whether a token is of a kind, and, if any are given, has one of these values."""
        token = self.peek(ahead)
        return token.kind == kind and (not values or token.value in values)

    def take(self, kind: str, *values: int | str) -> Token | None:
        """Step over this token if it is of that kind and value."""
        if not self.sees(kind, *values):
            return None
        token = self.peek()
        self.at += 1
        return token
