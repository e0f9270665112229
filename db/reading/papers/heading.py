"""The lines above a text: its address, its title, its day, and whose paper it is."""

from __future__ import annotations

import re
from typing import NamedTuple

from db.dates.resolve import resolve
from db.reading.dates.day_words import WEEKDAYS
from db.reading.dates.days import days_of
from db.reading.papers.datelines import dateline_above
from db.reading.papers.letterheads import (
    DASHES,
    LONGEST_DATED,
    MINUTES,
    is_above_another,
    is_address,
    is_heading,
    is_letterhead,
    is_name,
    is_service,
    is_sort,
    is_trail,
    is_unit,
    names_service,
    says_own,
)
from db.reading.papers.stamps import is_changed, is_rights, leads_to_stamp, named_stamp_of, stamp_of
from db.reading.words import plain

_HEAD_LINES = 14
_LONGEST_TITLE = 220
_FEWEST_CAPITALS = 4  # of a line in capitals
_URL = re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE)
_FIELD = re.compile(
    r"[#*_\s]*(?P<name>title|titre|titulo|headline|subject|subj|objet|asunto|date|fecha"
    r"|published(?: on)?|publie(?:e)?(?: le)?"
    r"|publicado(?: el)?|source|fuente|publisher|author|auteur|autor|by|from|fm|de|par|por|url|updated|to|cc|a"
    r"|copy|copies?|copia|ref|reference|referencia|info|distribution|diffusion|distribucion)"
    r"\s*:[*_]*\s*(?P<value>.*)"
)
_ON = re.compile(
    r"(?:published|posted|publie|publicado|released|issued|mis en ligne)(?: on| le| el)?\s*:?\s+(?P<value>.{6,60})"
)
_PLACED = re.compile(r"[^\W\d_][\w .'’-]{1,30}?,\s+(?P<value>.{6,60}?)\.?")  # "KYIV, October 3, 2024"
_DAY_IN = re.compile(r"\d{1,2} [^\W\d_]{3,10}\.? (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d")
_BYLINE = re.compile(
    r"(?:by|par|por)\s+(?P<who>[^.,;:|]{3,60})(?:, [A-ZÀ-Þ][^.,;:|]{3,60})?:?", re.IGNORECASE
)
_MEANS = {
    **dict.fromkeys(("title", "titre", "titulo", "headline", "subject", "subj", "objet", "asunto"), "title"),
    **dict.fromkeys(("date", "fecha", "published", "publie", "publiee", "publicado"), "published"),
    **dict.fromkeys(("source", "fuente", "publisher"), "publisher"),
    **dict.fromkeys(("author", "auteur", "autor", "by", "par", "por", "from", "fm", "de"), "author"),
    "url": "url",
}
_WHERE_MET = re.compile(
    r"\W*(?:(?:date|day|fecha|time) (?:and|et|y|/) ?)?(?:lugar|place|venue|lieu|location)\b[^:.]{0,20}:"
)
_ENDS_INSIDE = re.compile(r"[^\W\d_A-Z]{3,}\. \S")  # a sentence is over, and another one begins


class Block(NamedTuple):
    """A stretch of the text."""

    start: int
    end: int


class Head(NamedTuple):
    """What stands above a text.

    Attributes:
        end: where the text itself begins.
        title: where it stands, None for none.
        fields: what the lines say, by name: published, publisher, author, url, letterhead, own,
            place (where it was written).
    """

    end: int
    title: Block | None
    fields: dict[str, str]


def head_of(text: str) -> Head:
    """Read the lines before the text itself."""
    fields: dict[str, str] = {}
    at, title = 0, None
    lines = list(re.finditer(r"[^\n]*(?:\n|$)", text[:8_000]))[: _HEAD_LINES + 1]
    for number, match in enumerate(lines[:_HEAD_LINES]):
        line = match.group().strip()
        if not line:
            at = match.end()
            continue
        block = _stripped(text, match.start(), match.end())
        following = [one.group() for one in lines[number + 1 :]]
        if _is_field(line, fields, block):
            title = _named_title(text, fields, block, title)
        elif title is None and (
            is_service(line) or is_trail(line) or is_above_another(line, _first(following))
        ):
            fields["heading"] = f"{fields.get('heading', '')} {plain(line)}"
        elif title is None and _is_title(line, following):
            title = block
            fields["heading"] = f"{fields.get('heading', '')} {plain(line)}"
            _keep_day(line, fields, "dated")
        elif _stands_for_a_title(text, title) and _is_title(line, following):
            title = block  # the name of a paper stood above the day, and the title stands below it
            fields["heading"] = f"{fields.get('heading', '')} {plain(line)}"
        elif (
            is_letterhead(line) or (title is not None and is_unit(line)) or _leads_on(fields, line, following)
        ):
            named = (is_letterhead(line) and not is_heading(line, following)) or is_name(line)
            title = title or (None if named else block)
            fields["heading"] = f"{fields.get('heading', '')} {plain(line)}"
        else:
            break
        _keep_letterhead(line, fields)
        at = match.end()
    day = fields.get("dated") or named_stamp_of([one.group().strip() for one in lines])
    if day:
        fields.setdefault("published", day)
    if "told" in fields and "published" not in fields:
        fields["dated"] = fields["told"]
    return Head(min(at, len(text)), title, fields)


def _named_title(text: str, fields: dict[str, str], block: Block, title: Block | None) -> Block | None:
    """Where the title stands that a line such as "Subject: …" names; the one above it, where that is a title."""
    known = title is not None and not _stands_for_a_title(text, title)
    if known or fields.get("title_at") != str(block.start):
        return title
    begin = text.index(fields["title"], block.start)
    return Block(begin, begin + len(fields["title"]))


def _first(lines: list[str]) -> str:
    """The first line that is not empty."""
    return next((one.strip() for one in lines if one.strip()), "")


def _stands_for_a_title(text: str, title: Block | None) -> bool:
    """Whether what was taken for the title only names a paper, or whoever wrote it."""
    words = "" if title is None else text[title.start : title.end]
    return bool(words) and (is_name(words) or is_unit(words))


def _leads_on(fields: dict[str, str], line: str, following: list[str]) -> bool:
    """Whether a line that says nothing of its own stands above the day of a text."""
    return not (_opens(line) or _are_minutes(fields, line)) and leads_to_stamp(line, following)


def _are_minutes(fields: dict[str, str], line: str) -> bool:
    """Whether these are minutes, whose day is that of the meeting and has to stay in the text."""
    return MINUTES.search(f"{fields.get('heading', '')} {plain(line)}") is not None


def is_day(words: str) -> bool:
    """Whether words are a date with its year and nothing else."""
    found = resolve(words, None)
    return (
        bool(found.edtf)
        and "/" not in found.edtf
        and not found.yearless
        and any(letter.isdigit() for letter in words)
    )


def _is_field(line: str, fields: dict[str, str], block: Block) -> bool:
    """Whether a line of the head says something about the text, which is kept."""
    if _keep_byline(line, fields) or _keep_address(line, fields):
        return True
    low = plain(line)
    if _WHERE_MET.match(low) and _are_minutes(fields, line):
        return False  # where and when they met has to stay in the text
    if is_changed(low) or _keep_dateline(line, fields):
        return True
    if match := _FIELD.fullmatch(low):
        return _named_field(match, line, fields, block)
    said = _ON.match(low)
    placed = _PLACED.fullmatch(line)
    days = (
        _without_time(line[said.start("value") :].strip(" .*_")) if said else "",
        placed["value"] if placed else "",
        line.strip("*_() "),
    )
    day = next((one for one in days if one and is_day(one)), "")
    if day:
        fields.setdefault("published", day)
        if placed and is_day(placed["value"]) and not _is_no_place(plain(line.partition(",")[0])):
            fields.setdefault("place", line.partition(",")[0])
    elif not _keep_day(line, fields, "published"):
        if not (stamp := stamp_of(line)):
            return False
        fields.setdefault("published", stamp)
    # "Lima, 3 May" above minutes is where and when they met, and has to stay in the text for that.
    return not placed or MINUTES.search(fields.get("heading", "")) is None


def _keep_byline(line: str, fields: dict[str, str]) -> bool:
    byline = _BYLINE.fullmatch(line)
    if byline is None or not byline["who"][0].isupper():
        return False
    fields.setdefault("author", byline["who"].partition(" - ")[0].strip())
    return True


def _keep_address(line: str, fields: dict[str, str]) -> bool:
    if _URL.fullmatch(line) is None:
        return False
    fields.setdefault("url", line)
    return True


def _keep_dateline(line: str, fields: dict[str, str]) -> bool:
    """Keep where and when a text was written, as a line alone above it says; in minutes that is where they met."""
    above = None if _are_minutes(fields, line) else dateline_above(line)
    if above is not None:
        fields.setdefault("told", above.day)
        fields.setdefault("place", above.place)
        if above.agency:
            fields.setdefault("publisher", above.agency)
    return above is not None


def _is_no_place(low: str) -> bool:
    """Whether a weekday or the sort of a paper stands in front of a day: "Press release, 3 May 2025"."""
    return low in WEEKDAYS or is_sort(low)


def _keep_day(line: str, fields: dict[str, str], name: str) -> bool:
    """Keep the one day of a line that says little else: "By our correspondent | Lima | 3 May 2025"."""
    if len(line) > LONGEST_DATED or line.rstrip()[-1] in ".:;,!?" or line[0].islower():
        return False
    days = [one for one in days_of(line, 0, len(line), None, ahead=False) if one.when.exact]
    if len(days) != 1 or is_rights(plain(line)):
        return False
    before, behind = line[: days[0].start].strip(), line[days[0].end :].strip()
    if _OF_SOMETHING.search(before) or behind.startswith(". "):
        return False  # "the visit of 3 May 2025" says when something else was
    if name == "published" and (behind.endswith("-") or _runs_on(before) or _runs_on(behind)):
        return False  # "TUNIS, 9 January 2024 -" begins the text itself
    fields.setdefault(name, days[0].when.text or line[days[0].start : days[0].end])
    return True


_OF_SOMETHING = re.compile(
    r"\b(?:on|of|from|to|until|since|between|du|au|del|al|entre|desde|depuis)$", re.IGNORECASE
)


def _runs_on(words: str) -> bool:
    """Whether these are words of a sentence: three small ones in a row are."""
    return re.search(r"(?:\b[^\W\d_A-Z]{2,}\s+){3}", words) is not None


def _keep_letterhead(line: str, fields: dict[str, str]) -> None:
    """Remember whose paper it is, and that somebody speaks of their own doings in it."""
    if names_service(line):
        fields.setdefault("letterhead", line)
    if says_own(line):
        fields.setdefault("own", line)


def _named_field(match: re.Match[str], line: str, fields: dict[str, str], block: Block) -> bool:
    """Keep what "Date: …" or "Subject: …" says; the date of minutes is of the meeting, and so of the text."""
    name = _MEANS.get(match["name"].split(" ")[0])
    if name == "published" and ("published" in fields or MINUTES.search(fields.get("heading", ""))):
        return False
    value = line[match.start("value") :].strip(" *_")
    if name and value:
        if name == "title" and name not in fields:
            fields["title_at"] = str(block.start)
        fields.setdefault(name, _without_time(value) if name == "published" else value)
    return True


def _without_time(value: str) -> str:
    """The day of a line such as "Mon, 19 Jan 2026 09:12:00 +0000"."""
    found = _DAY_IN.search(value)
    return found.group() if found and not is_day(value) else value


def _is_title(line: str, following: list[str]) -> bool:
    """A heading: short, no sentence, and the text does not go on right below it."""
    if line.startswith("#"):
        return True
    if line.startswith(DASHES) or (line.isupper() and " " not in line):
        return False
    if len(line) > _LONGEST_TITLE or line[-1] in ".;," or _ENDS_INSIDE.search(line) or is_address(line):
        return False
    if MINUTES.match(plain(line)) and len(line.split()) > 1 and following:
        return True
    after = following[0].strip() if following else ""
    if not after:
        return bool(following) and any(one.strip() for one in following[1:2])
    runs_on = len(line) < _LONGEST_TITLE // 2 and len(after) > max(_LONGEST_TITLE // 2, len(line))
    minutes_below = MINUTES.match(plain(after)) is not None and not is_letterhead(line)
    return runs_on or minutes_below or _is_field(after, {}, Block(0, 0)) or _opens(after)


def _opens(line: str) -> bool:
    """Whether a line begins with where and when it was written, as the first of an agency's text does."""
    place, _, _ = line.partition(",")
    return place.isupper() and len(place) > _FEWEST_CAPITALS and " - " in f"{line[:80]} "


def _stripped(text: str, start: int, end: int) -> Block:
    raw = text[start:end]
    bare = raw.strip().lstrip("#").strip().strip("*_")
    begin = start + raw.index(bare)
    return Block(begin, begin + len(bare))
