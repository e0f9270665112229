"""Lines above a text that say something about it: whose it is, where it stands, and on which day it was written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from db.dates.resolve import resolve
from db.reading.dates.day_words import WEEKDAYS
from db.reading.dates.days import days_of
from db.reading.papers.datelines import dateline_above
from db.reading.papers.letterheads import LONGEST_DATED, MINUTES, is_sort
from db.reading.papers.stamps import is_changed, is_rights, stamp_of
from db.reading.words import plain

_URL = re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE)
_FIELD = re.compile(
    r"[#*_\s]*(?P<name>title|titre|titulo|headline|subject|subj|re|objet|asunto|date|fecha"
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
_CLOCK = re.compile(r"\s*[-–|,]?\s+\d{1,2}\s?[:h.]\s?\d\d\b.{0,20}$")
_SHORT_YEAR = re.compile(r"\d\d\.\d\d\.\d\d")
_BYLINE = re.compile(
    r"(?:by|par|por)\s+(?P<who>[^.,;:|]{3,60})(?:, [A-ZÀ-Þ][^.,;:|]{3,60})?:?", re.IGNORECASE
)
_MEANS = {
    **dict.fromkeys(
        ("title", "titre", "titulo", "headline", "subject", "subj", "re", "objet", "asunto"), "title"
    ),
    **dict.fromkeys(("date", "fecha", "published", "publie", "publiee", "publicado"), "published"),
    **dict.fromkeys(("source", "fuente", "publisher"), "publisher"),
    **dict.fromkeys(("author", "auteur", "autor", "by", "par", "por", "from", "fm", "de"), "author"),
    "url": "url",
}
_WHERE_MET = re.compile(
    r"\W*(?:(?:date|day|fecha|time) (?:and|et|y|/) ?)?(?:lugar|place|venue|lieu|location)\b[^:.]{0,20}:"
)


class Block(NamedTuple):
    """A stretch of the text."""

    start: int
    end: int


def are_minutes(fields: dict[str, str], line: str) -> bool:
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


def is_field(line: str, fields: dict[str, str], block: Block, following: Sequence[str] = ()) -> bool:
    """Whether a line of the head says something about the text, which is kept."""
    if _keep_byline(line, fields) or _keep_address(line, fields):
        return True
    low = plain(line)
    if are_minutes(fields, line) and (_WHERE_MET.match(low) or _is_only_day(line, following)):
        keep_day(line, fields, "published")
        return False  # where and when they met has to stay in the text
    if is_changed(low) or _keep_dateline(line, fields):
        return True
    if match := _FIELD.fullmatch(low):
        return _named_field(match, line, fields, block)
    said = _ON.match(low)
    placed = _PLACED.fullmatch(line)
    bare = _CLOCK.sub("", line.strip("*_() "))
    if _SHORT_YEAR.fullmatch(bare):
        bare = f"{bare[:-2]}20{bare[-2:]}"  # "05.06.25"
    days = (
        _without_time(line[said.start("value") :].strip(" .*_")) if said else "",
        placed["value"] if placed else "",
        bare,
    )
    day = next((one for one in days if one and is_day(one)), "")
    if day:
        fields.setdefault("published", day)
        if placed and is_day(placed["value"]) and not _is_no_place(plain(line.partition(",")[0])):
            fields.setdefault("place", line.partition(",")[0])
    elif not keep_day(line, fields, "published"):
        if not (stamp := stamp_of(line)):
            return False
        fields.setdefault("published", stamp)
    # "Lima, 3 May" above minutes is where and when they met, and has to stay in the text for that.
    return not placed or MINUTES.search(fields.get("heading", "")) is None


def _is_only_day(line: str, following: Sequence[str]) -> bool:
    """Whether a line is a day, and those near below it tell no other one."""
    if not is_day(line.strip("*_() ")):
        return False
    below = [one.strip() for one in following[:_NEAR_BELOW] if len(one) <= LONGEST_DATED]
    return not any(days_of(one, 0, len(one), None, ahead=False) for one in below)


_NEAR_BELOW = 4  # lines


def written_below(lines: Sequence[str]) -> str:
    """The day on which minutes were written, as the line below the days of what they tell says it; "" for none."""
    for line, below in pairwise(one for one in lines if one):
        found = days_of(line, 0, len(line), None, ahead=False) if len(line) <= LONGEST_DATED else []
        if [one.when.days > 1 and not one.when.yearless for one in found] == [True]:
            return stamp_of(below)
    return ""


def _keep_byline(line: str, fields: dict[str, str]) -> bool:
    byline = _BYLINE.fullmatch(line)
    if byline is None or not byline["who"][0].isupper():
        return False
    days = [one for one in days_of(line, 0, len(line), None, ahead=False) if one.when.exact]
    if len(days) == 1:
        fields.setdefault("published", days[0].when.text or line[days[0].start : days[0].end])
    who = byline["who"].partition(" - ")[0] if not days else _WHO_BEFORE.split(byline["who"])[0]
    fields.setdefault("author", who.strip())
    return True


_WHO_BEFORE = re.compile(r"\s+[-–—|]\s+|,?\s+(?:on|le|el)\s+\d|,?\s+\d")


def _keep_address(line: str, fields: dict[str, str]) -> bool:
    if _URL.fullmatch(line) is None:
        return False
    fields.setdefault("url", line)
    return True


def _keep_dateline(line: str, fields: dict[str, str]) -> bool:
    """Keep where and when a text was written, as a line alone above it says; in minutes that is where they met."""
    above = None if are_minutes(fields, line) else dateline_above(line, beside="published" in fields)
    if above is not None and _is_no_place(plain(above.place)):
        return False
    if above is not None:
        fields.setdefault("told", above.day)
        fields.setdefault("place", above.place)
        if above.agency:
            fields.setdefault("publisher", above.agency)
    return above is not None


def _is_no_place(low: str) -> bool:
    """Whether a weekday or the sort of a paper stands in front of a day: "Press release, 3 May 2025"."""
    return low.strip() in WEEKDAYS or is_sort(low)


def keep_day(line: str, fields: dict[str, str], name: str) -> bool:
    """Keep the one day of a line that says little else: "By our correspondent | Lima | 3 May 2025"."""
    if len(line) > LONGEST_DATED or line.rstrip()[-1] in ".:;,!?":
        return False
    if line[0].islower() and _ON_A_DAY.match(line) is None:
        return False
    days = [one for one in days_of(line, 0, len(line), None, ahead=False) if one.when.exact]
    if len(days) != 1 or is_rights(plain(line)):
        return False
    before, behind = line[: days[0].start].strip(), line[days[0].end :].strip()
    if (_OF_SOMETHING.search(before) and not _EDITION_OF.fullmatch(before)) or behind.startswith(". "):
        return False  # "the visit of 3 May 2025" says when something else was
    if name == "published" and (behind.endswith("-") or _runs_on(before) or _runs_on(behind)):
        return False  # "TUNIS, 9 January 2024 -" begins the text itself
    fields.setdefault(name, days[0].when.text or line[days[0].start : days[0].end])
    return True


_OF_SOMETHING = re.compile(
    r"\b(?:on|of|from|to|until|since|between|du|au|del|al|entre|desde|depuis)$", re.IGNORECASE
)


_ON_A_DAY = re.compile(r"(?:le|el|on) \d")
_EDITION_OF = re.compile(
    r"(?:Le|La|El|L['’])\s?(?:[A-ZÀ-Þ][\w'’-]+ ?){1,4} (?:du|del)"
)  # "Le Quotidien du 5 juin"


def _runs_on(words: str) -> bool:
    """Whether these are words of a sentence: three small ones in a row are."""
    return re.search(r"(?:\b[^\W\d_A-Z]{2,}\s+){3}", words) is not None


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
    if is_day(value):
        return value
    found = _DAY_IN.search(value)
    days = [one for one in days_of(value, 0, len(value), None, ahead=False) if one.when.exact]
    return found.group() if found else value[days[0].start : days[0].end] if len(days) == 1 else value
