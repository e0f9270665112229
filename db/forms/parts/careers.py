"""What belongs to an official, as lines: spellings of the name, and the posts held."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import NamedTuple, get_args

from db.dates import UNSTATED, PartialDate, read_date, show_date
from db.entry.shapes import quoted
from db.entry.vocabulary import chosen
from db.errors import BadInput
from db.forms.dates import date_as_typed
from db.forms.parts import grammar
from db.forms.parts.grammar import Piece
from db.forms.parts.known import Known
from db.forms.parts.named import Post
from db.forms.parts.namesakes import shown
from db.forms.parts.origins import Origin, Origins, origin_text
from db.vocabulary import NameKind, TenureBasis

NAME_KINDS: tuple[str, ...] = get_args(NameKind)
BASES: tuple[str, ...] = get_args(TenureBasis)
_CODE = 4  # letters of a script's code
_SHORTEST = 3
_LONGEST_WORDS = 190  # that are still read as a date
_SCRIPTS = {
    "ARABIC": "Arab",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "HEBREW": "Hebr",
    "TIFINAGH": "Tfng",
    "CJK": "Hani",
    "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan",
    "HANGUL": "Kore",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
}


class Spelling(NamedTuple):
    """One of an official's names."""

    name: str
    kind: str = "spelling"
    script: str = "Latn"
    line: int = 0
    source: Origin | None = None  # that it was learnt from


class Held(NamedTuple):
    """A post that an official holds or held.

    Attributes:
        post: which one.
        when: from and to.
        acting: whether in the place of somebody else.
        basis: how we know.
        line: its number in the text, from 1.
        source: that it was learnt from.
    """

    post: Post
    when: PartialDate = UNSTATED
    acting: bool = False
    basis: str = "stated"
    line: int = 0
    source: Origin | None = None


def usual_script(name: str, kind: str) -> str:
    """The script of a name of which the line names none; the native name's goes without saying."""
    if kind == "native":
        return ""
    letter = next((char for char in name if char.isalpha()), "a")
    return _SCRIPTS.get(unicodedata.name(letter, "LATIN").split(" ")[0], "Latn")


def read_spelling(line: list[Piece], origins: Origins, number: int) -> Spelling:
    """A name with its kind, script and source.

    Raises:
        BadInput: a sentence on what is not understood.
    """
    name = line[0].text
    if not name.strip():
        raise BadInput("A name is missing.")
    kind, script, source = "spelling", None, None
    for piece in line[1:]:
        if piece.key == "source":
            source = origins.read(piece, source)
            continue
        word = piece.text.casefold()
        meant = word if word in NAME_KINDS else chosen(word, NAME_KINDS) if len(word) >= _SHORTEST else None
        if piece.key == "script" and (piece.quoted or _is_script(piece.text)):
            script = piece.text if piece.quoted else piece.text.capitalize()
        elif piece.key == "script":
            raise BadInput(f"{quoted(piece.text)} is no script; write its code, such as script Latn or Arab.")
        elif piece.key in {"", "kind"} and meant:
            kind = meant
        else:
            raise BadInput(
                f"{quoted(piece.text)} is not understood; a name is {', '.join(NAME_KINDS)}, or has a script Arab"
                " or a source: MAP."
            )
    return Spelling(name, kind, usual_script(name, kind) if script is None else script, number, source)


def _is_script(text: str) -> bool:
    return len(text) == _CODE and text.isascii() and text.isalpha()


def spelling_text(one: Spelling, origins: Origins) -> str:
    """The line of a name."""
    script = "" if one.script == usual_script(one.name, one.kind) else one.script
    told = one.script != usual_script(one.name, one.kind)
    code = script if _is_script(script) and script == script.capitalize() else grammar.quote(script)
    return grammar.joined(
        grammar.value(one.name),
        one.kind if one.kind != "spelling" else "",
        f"script {code}" if told else "",
        origin_text(one.source, origins),
    )


def spelling_echo(one: Spelling) -> str:
    """What a name is, in words."""
    return " · ".join(filter(None, (one.kind, one.script, one.source.told if one.source else "")))


def read_held(
    line: list[Piece],
    known: Known,
    origins: Origins,
    country: str,
    *,
    today: date,
    day_first: bool,
    number: int,
) -> Held:
    """A post with its time and source; raises as `read_spelling` does."""
    if line[0].key not in {"", "post"}:
        raise BadInput("A line begins with a post, written as Title/Organisation.")
    post = known.post(line[0], country)
    acting = False
    basis = "stated"
    when: PartialDate | None = None
    source: Origin | None = None
    for piece in line[1:]:
        word = piece.text.casefold() if piece.key == "" and not piece.quoted else ""
        if word == "acting":
            acting = True
        elif word in BASES:
            basis = word
        elif piece.key == "source":
            source = origins.read(piece, source)
        elif piece.key not in {"", "held"}:
            raise BadInput(f"{quoted(piece.text)}: a post held has no {piece.key}.")
        elif when is not None:
            raise BadInput("The time stands there twice; write it as one, such as 2015-05/2019-03.")
        else:
            when = _time(piece.text, today=today, day_first=day_first)
    return Held(post, when or UNSTATED, acting, basis, number, source)


def _time(text: str, *, today: date, day_first: bool) -> PartialDate:
    """From and to: a date as everywhere, or two with a slash between them."""

    def read(one: str) -> PartialDate:
        return read_date(one, today=today, day_first=day_first)

    try:
        return read(text)
    except BadInput as error:
        start, slash, end = (piece.strip() for piece in text.partition("/"))
        if not slash:
            raise BadInput(
                f"{quoted(text)} is no time; write 2015-05/2019-03 or since May 2015, and acting, attested or inferred."
            ) from error
    return PartialDate.from_edtf(
        "/".join(one if one in {"", ".."} else read(one).edtf for one in (start, end))
    )


def held_text(one: Held, known: Known, origins: Origins, country: str) -> str:
    """The line of a post held."""
    when = time_text(one.when)
    return grammar.joined(
        office_text(one.post, known, country),
        grammar.later("held", when) if when else "",
        "acting" if one.acting else "",
        one.basis if one.basis != "stated" else "",
        origin_text(one.source, origins),
    )


def time_text(when: PartialDate) -> str:
    """A time as a line says it; words that mean no date are kept in the store and shown where they can be read."""
    if when.edtf:
        return date_as_typed(when)
    words = when.text.strip()
    return f"“{words}”" if words and len(words) < _LONGEST_WORDS else ""


def office_text(post: Post, known: Known, country: str) -> str:
    """A post at the beginning of a line."""
    text = shown(known.post_text(post, country))
    return f"post: {text}" if grammar.is_keyed(text) else text


def held_echo(one: Held) -> str:
    """What was held when, in words."""
    made = post_echo(one.post) if one.post.number is None else one.post.told
    when = show_date(one.when) if one.when != UNSTATED else "time not stated"
    told = one.source.told if one.source else ""
    return " · ".join(filter(None, (made, when, "acting" if one.acting else "", one.basis, told)))


def post_echo(post: Post) -> str:
    """Which post that is, and whether saving makes it."""
    where = post.organisation
    if post.number is not None:
        told = f"{post.title}, {where.name}" if where else post.title
        return f"{told} ({post.country})" if post.country else told
    made = f"new post “{post.told}”"
    return f"{made} in a new organisation" if where and where.number is None else made
