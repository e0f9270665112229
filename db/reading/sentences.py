"""Sentences with where they stand: abbreviations, initials and list items are not mistaken for ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_END = re.compile(
    r"(?P<stop>[.!?…؟。]+[\"'”’»)\]]*(?=\s|$)|(?<=[a-zà-ÿ]{4})[.](?=[A-ZÀ-Þ][a-zà-ÿ'’]{2}))"
    r"|(?P<item>\n[ \t]*(?:[-*•–—▪]|\d{1,2}(?:[.)]|\.\d{1,2}[.)]?)"
    r"|\(?[a-z]\)|[ivx]{1,4}[.)]|[a-h]\.)[ \t]+)|(?P<break>(?<=[;:])[ \t]*\n)"
    r"|(?P<inline>[ \t](?=\((?:[ivx]{1,4}|[a-h]|[1-9])\)[ \t]))"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“«'’])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Pol|Cdr|Cmdt|Comm|Dep|Asst|Ag|Det|Dir|Eng|Abg|Dra|Cap|Tte|Cnl|Crnl|Cr|Cne|Cdt|Ret|Ret.d|Rtd|retd|ret|Capt|Sgt|Adm|Amb|Hon|St|Ste|Sr|Sra|Srta"
    r"|Mme|Mmes|MM|M|Mgr|Me|"
    r"No|Nos|Nr|Art|art|vs|etc|cf|approx|ca|p|pp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
    r"|janv|févr|avr|juil|"
    r"EE|UU|D|Da|Dña|Excmo|Excma|Ilmo|S\.E|S\.M|H\.E|HE|Gral|Cnel|Ing|Lic|Licda|Mtro|Mtra|Arq|Crio|Cra|Almte|Calmte|Valmte|Lcdo|Lcda|Tcnel|Ctdor|Abog|Brig|Supt|Insp|Cmdr|Engr|Rev|Rt|[^\W\d_]"
    r"|(?:[^\W\d_]\.)+[^\W\d_])\.$"
)
_ITEM = re.compile(
    r"[ \t]*(?:[-*•–—▪]|\(?\d{1,2}[.)]|\d{1,2}\.\d{1,2}[.)]?(?=[ \t]+[^\W\d_])"
    r"|\(?[a-z]\)|\(?[ivx]{1,4}[.)]|[a-h]\.)[ \t]+"
)
_HEADING = 0.6  # of the longest line of a paragraph, below which a line was not filled
_PAGE = 160  # characters; a longer line is a paragraph, which no page has broken
_BLANK = re.compile(r"\s*")


_LEADS_ON = re.compile(
    r"\b(?:of|the|and|an|with|from|le|les|du|de|des|et|au|aux|avec|une?|el|la|los|las|del|al|y|con|para|una)$"
)


def leads_on(line: str) -> bool:
    """Whether a line ends with a small word behind which something must follow."""
    return _LEADS_ON.search(line, max(0, len(line) - 6)) is not None


class Sentence(NamedTuple):
    """A sentence, a heading or an item of a list.

    Attributes:
        item: whether it is one of a list, whose sign stands before `start`.
    """

    start: int
    end: int
    item: bool = False


def sentences(text: str, start: int, end: int) -> Iterator[Sentence]:
    """The sentences of a paragraph, one after the other; a short line above others is a heading of its own."""
    for begin, stop in _under_headings(text, start, end):
        yield from _sentences(text, begin, stop)


def _under_headings(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A paragraph cut behind each line that ends well before the others do, or is one itself, and not at a stop."""
    if "\n" not in text[start:end]:
        yield start, end
        return
    lines = text[start:end].split("\n")
    wide = _HEADING * max(len(line.rstrip()) for line in lines)
    at = begin = start
    for line, following in pairwise(lines):
        at += len(line) + 1
        words, after = line.strip(), following.lstrip()
        apart = len(line.rstrip()) < wide or len(line) > _PAGE
        heading = apart and words[-1:].isalnum() and after[:1].isupper()
        heading = heading or (_WHERE_AND_WHEN.fullmatch(words) is not None and after[:1].isupper())
        if words and (heading or _is_next_in_list(words, after)) and not leads_on(words):
            yield begin, at
            begin = at
    yield begin, end


_WHERE_AND_WHEN = re.compile(  # "Lima, 4-5 March 2025", "Dakar (Senegal), du 6 au 9 octobre 2025"
    r"[^\W\d_][\w .'’-]{2,30}(?: \([\w .'’-]{3,30}\))?, (?:(?:from|on|du|le|del?|el) )?"
    r"(?:\w+ ){0,2}\d{1,2}\b[^,.;:]{0,30} (?:19|20)\d\d"
)


def _is_next_in_list(line: str, following: str) -> bool:
    """Whether the next line names somebody, or those whose names follow, in a list without signs."""
    over = line[-1].isalnum() or line[-1] in ").:"
    named = _NAMED.match(following) is not None and len(following) <= _PAGE
    return over and (named or (_FOR_THEM.fullmatch(following.rstrip()) is not None))


_NAMED = re.compile(r"(?:Mr|Mrs|Ms|Miss|M|MM|Mme|Mlle|Sr|Sra|Dr|Dra|Lic|Ing)\b\.? [A-ZÀ-Þ]")
_FOR_THEM = re.compile(
    r"(?:For|From|Pour|Por|On behalf of|Delegation of|D[ée]l[ée]gation d\w+|Delegaci[óo]n del?)\b[^.;:]{2,50}:"
    r"|(?:Apologies|Excus[ée]e?s?|Absente?s?|Ausentes?|Excusad[oa]s?)\b.{0,140}"
)


def _sentences(text: str, start: int, end: int) -> Iterator[Sentence]:
    at = start
    item = False
    if sign := _ITEM.match(text, at, end):
        at, item = sign.end(), True
    for match in _END.finditer(text, at, end):
        if match.start() < at:
            continue
        if match["stop"] and _goes_on(text, at, match.start(), match.end(), end):
            continue
        if match["inline"] is not None and not _lists_inside(text, at, match.end(), end, begun=item):
            continue
        stop = match.end() if match["stop"] else match.start()
        yield from _trimmed(text, at, stop, item=item)
        at = match.end()
        item = bool(match["item"])
        if match["inline"] is not None:
            at, item = _ITEM.match(text, at, end).end(), True  # type: ignore[union-attr]
            continue
        if match["stop"] and text[at : at + 2].strip(" \t"):
            continue
        if sign := _ITEM.match(text, _BLANK.match(text, at, end).end(), end):  # type: ignore[union-attr]
            at, item = (sign.end(), True) if "\n" in text[match.start() : sign.start() + 1] else (at, item)
    yield from _trimmed(text, at, end, item=item)


def _lists_inside(text: str, start: int, at: int, end: int, *, begun: bool) -> bool:
    """Whether "(i)" begins an item of a list that stands in its sentence: behind a colon, or behind the item before."""
    before = text[start:at].rstrip()
    if not begun:
        return before.endswith(":") and _FIRST_SIGN.match(text, at, end) is not None
    return before.endswith((":", ";", ",")) or _LAST_OF_ALL.search(before) is not None


_FIRST_SIGN = re.compile(r"\((?:i|a|1)\)")
_LAST_OF_ALL = re.compile(r"[;,] (?:and|et|y|e)$")


def _trimmed(text: str, start: int, end: int, *, item: bool) -> Iterator[Sentence]:
    raw = text[start:end]
    stripped = raw.strip()
    if stripped:
        begin = start + raw.index(stripped)
        yield Sentence(begin, begin + len(stripped), item)


def _goes_on(text: str, start: int, dot: int, after: int, end: int) -> bool:
    """Whether a full stop belongs to a word, so that the sentence goes on behind it."""
    if text[dot] != ".":
        return False
    following = text[after : min(end, after + 40)].lstrip()
    if following and (following[0].islower() or following[0] in ",;–—-"):
        return True
    if _NO_SENTENCE.match(text, after, end):
        return True
    if _ABBREVIATION.search(text, max(0, start - 1, dot - 8), dot + 1) is None:
        return False
    before = text[max(start, dot - 4) : dot]
    dotted = "." in before  # "U.S." ends a sentence when a small common word with a capital follows
    return bool(following) and not (dotted and following.split(maxsplit=1)[0] in _OPENERS)


_NO_SENTENCE = re.compile(
    r" (?:Including|Such as|Notamment|Incluyendo|Incluid[oa]s) [^.,;:\n]{3,160}\.(?=\s|$)"
)
"""Behind a full stop: what the sentence in front of it goes on to name, and no sentence of its own."""
_OPENERS = frozenset(
    ("The", "They", "He", "She", "It", "In", "On", "During", "Both", "A", "An", "This", "At", "After")
)
