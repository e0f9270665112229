"""Where and when a text was written, as its first words say: "KIGALI, Oct. 14 (Agency) —", "Tegucigalpa, 21 may.-"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from db.dates import PartialDate
from db.dates.resolve import resolve
from db.reading.dates.days import days_of, with_year

LONGEST = 140  # characters
_PLACE = r"[^\W\d_](?:[^\W\d_]|[ .'’-]|/(?=[A-ZÀ-Þ])|, ?[A-Z]\.? ?[A-Z]\.(?=[ ,])){1,40}?"
_REGION = (
    r"(?: \([^()\n\d]{2,24}\)(?= \[))?"
    r"(?:, (?P<region>[^\W\d_](?:[^\W\d]|[ .'’-]){2,30}?)| ?\[(?P<land>[^\[\]\n\d]{2,24})\]| \([^()\n\d]{2,24}\)(?=,))?"
)
_DASH = r"(?:[.]?\s*[—–]|[.]?\s*--?|:)(?:\s+|$|(?=[A-ZÀ-Þ“«]))"
_WHOLE_DAY = (
    r"(?:\d{1,2}(?:st|nd|rd|th|er)? [^\W\d_]{3,10}\.?,? \d{4}"
    r"|[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})"
)
_DATED = re.compile(
    rf"(?P<place>{_PLACE}){_REGION}(?:\s*[,(]\s*|\s+(?=(?:le|el)\s+\d))(?P<day>[^()\n—–]{{3,30}}?)\)?\s*"
    rf"(?:(?:\((?P<agency>[^\W\d][^()\n]{{1,39}})\)|/(?P<wire>[^\W\d][^()/\n]{{1,39}})/)\s*)?{_DASH}"
)
_STOPPED = re.compile(rf"(?P<place>{_PLACE}){_REGION},\s*(?P<day>[^()\n.—–]{{5,32}}?)\.\s+(?=[^\W\d_])")
_NAMED = re.compile(  # "YEREVAN, FEBRUARY 2, ARMENPRESS. …", "DUSHANBE, 14.08.2017 /NIAT/. …"
    rf"(?P<place>{_PLACE}){_REGION},\s*(?P<day>[^()\n,/—–]{{3,20}}?(?:,\s*(?:19|20)\d\d)?)"
    r"(?:,\s*(?P<agency>[A-Z][A-Z-]{3,20})|\s*/(?P<wire>[^/\n]{2,40})/)\.\s+(?=[^\W\d_])"
)
_IN_BRACKETS = re.compile(  # "ISLAMABAD, (The Wire / Some News - 5th May, 2025) …"
    rf"(?P<place>{_PLACE}){_REGION},?\s*\((?P<agency>[^()\n\d]{{2,50}}?)\s*[-–,]\s*(?P<day>[^()\n–]{{5,24}}?)\s*\)"
    rf"\s*(?:{_DASH}|:|(?<=\s))(?=[^\W\d_])"
)
_ALL_IN_BRACKETS = re.compile(  # "(Lima, 5 June 2025) The minister …"
    rf"\((?P<place>{_PLACE}){_REGION},\s*(?P<day>[^()\n–]{{5,24}})\)\s*(?:[.:]|--?|[—–])?\s*(?=[^\W\d_])"
)
_DAY_FIRST = re.compile(  # "5 June 2025, Lima. The minister …"
    rf"(?P<day>{_WHOLE_DAY}),? (?:in |à |en )?(?P<place>{_PLACE})(?:{_DASH}|[.]\s+(?=[^\W\d_]))"
)
_DAY_BEHIND = re.compile(  # "LIMA (ABC) June 5, 2025 – …", "LIMA – June 5, 2025: …"
    rf"(?P<place>{_PLACE}){_REGION}(?:\s*\((?P<agency>[^()\n\d]{{2,40}})\)|\s*[—–-])\s+(?P<day>{_WHOLE_DAY})\s*{_DASH}"
)
_AGENCY = re.compile(rf"(?P<place>{_PLACE}){_REGION}\s*[(/](?P<agency>[^()/\n]{{2,40}})[)/]\s*{_DASH}")
_BARE = re.compile(rf"(?P<place>{_PLACE}){_REGION}(?P<sign>[.]\s?[—–-]+|\s[—–]|\s--?|--|:)\s+(?=\W?[^\W\d_])")
_STOP = re.compile(
    rf"(?P<place>{_PLACE}){_REGION}(?P<sign>[.])\s+(?=[^\W\d_])"
)  # "SANTO DOMINGO. The minister …"
_ARABIC = re.compile(  # "الرباط في 3 مارس 2025 (وكالة) -"
    r"(?P<place>[\u0621-\u064a]{3,}(?: [\u0621-\u064a]{2,}){0,2}?)\s*(?:[،,(]\s*|\s(?=في\s))"
    r"(?:في\s+)?(?P<day>[^()\n—–/]{6,36}?)\)?"
    r"\s*(?:[(/](?P<agency>[^()/\n]{2,40})[)/]\s*)?\s*(?:[-–—]+|:)\s+"
)
_ALONE = re.compile(rf"(?P<place>{_PLACE}){_REGION}\s*[,(]\s*(?P<day>[^()\n—–]{{3,30}}?)\)?[.]?")
_BY_AGENCY = re.compile(r"(?<=\d),\s*(?P<agency>[A-Z][A-Z-]{3,20})[.]?$")
_A_DAY = re.compile(r"XXXX-\d\d-\d\d")
_SLASHES = re.compile(r"(?<=\d)/(?=[^\W\d_]{3})|(?<=[^\W\d_]{3})/(?=\d{4})")  # of "18/SEP/2012"
_HERE = re.compile(r"\bhere\b(?! and there)|\bici(?: meme)?\b|\baqui\b")


class Dateline(NamedTuple):
    """The words before the dash that begins a text.

    Attributes:
        end: where the text itself begins.
        place: where it was written, with the country or the state behind it where that is said.
        day: as printed, "" for none.
        agency: who wrote it, "" for none.
    """

    end: int
    place: str
    day: str = ""
    agency: str = ""


def dateline_of(words: str, is_place: Callable[[str], bool]) -> Dateline | None:
    """The dateline with which words begin, None for none.

    Args:
        words: the beginning of a paragraph.
        is_place: whether a line names a place whose country is known; others count where they are in capitals.
    """
    if "\u0621" <= words[:1] <= "\u064a":
        return _arabic_dateline_of(words)
    for pattern in (
        _DATED,
        _STOPPED,
        _NAMED,
        _IN_BRACKETS,
        _ALL_IN_BRACKETS,
        _DAY_FIRST,
        _DAY_BEHIND,
        _AGENCY,
        _BARE,
        _STOP,
    ):
        match = pattern.match(words)
        if match is None:
            continue
        said = match.groupdict()
        place = ", ".join(
            filter(None, (said["place"].strip(), (said.get("region") or said.get("land") or "").strip()))
        )
        day = _SLASHES.sub(" ", (said.get("day") or "").strip())
        found = Dateline(match.end(), place, day, said.get("agency") or said.get("wire") or "")
        if _holds(pattern, found, said.get("sign") or "", is_place):
            return found
    return None


def dateline_above(line: str, *, beside: bool = False) -> Dateline | None:
    """The dateline without a year that a line is, and nothing else: "BAKU, Azerbaijan, May 26"; None for none.

    Args:
        line: of the head.
        beside: whether another line tells when the text came out; then a town in small letters is one as well.
    """
    agency = _BY_AGENCY.search(line, 0, LONGEST)
    match = (
        _ALONE.fullmatch(line, 0, agency.start() if agency else len(line)) if len(line) <= LONGEST else None
    )
    if match is None or not (match["place"].isupper() or match["region"] or agency or beside):
        return None
    if not _A_DAY.fullmatch(resolve(match["day"], None).edtf):
        return None
    return Dateline(
        match.end(), match["place"].strip(), match["day"].strip(), agency["agency"] if agency else ""
    )


def _arabic_dateline_of(words: str) -> Dateline | None:
    match = _ARABIC.match(words)
    days = days_of(words, *match.span("day"), None, ahead=False) if match is not None else []
    if match is None or len(days) != 1 or days[0].kind != "day":
        return None
    day = days[0].when.edtf if days[0].when.exact else match["day"].strip()
    return Dateline(match.end(), match["place"].strip(), day, match["agency"] or "")


def _holds(pattern: re.Pattern[str], found: Dateline, sign: str, is_place: Callable[[str], bool]) -> bool:
    town = found.place.partition(",")[0]
    if pattern in (_DATED, _NAMED):
        return bool(resolve(found.day, None).edtf)
    if pattern in (_STOPPED, _IN_BRACKETS, _ALL_IN_BRACKETS, _DAY_FIRST, _DAY_BEHIND):
        when = resolve(found.day, None)
        if town.isupper() and _A_DAY.fullmatch(when.edtf):
            return True  # "BAKU, Azerbaijan, April 3. A delegation …"
        told = pattern is not _DAY_FIRST or is_place(found.place)
        return told and bool(when.edtf) and not when.yearless
    if pattern is _AGENCY:
        return town.isupper() or found.agency.isupper() or is_place(found.place)
    if pattern is _STOP or sign == ":":
        return town.isupper() and is_place(found.place)  # "NEW DELHI: …", and not "SUBJECT: …"
    return town.isupper() or is_place(found.place) or (sign.startswith(".") and town.istitle())


def today_of(told: PartialDate, published: date | None) -> date | None:
    """The day that a text calls "today": that of its dateline, where it came out on a page some days later."""
    if published is None or not told.edtf:
        return published
    day = (with_year(told, published, ahead=False) if told.yearless else told).first
    return day if day is not None and timedelta() <= published - day <= _SOME_DAYS else published


_SOME_DAYS = timedelta(days=7)


def says_here(low: str) -> bool:
    """Whether a sentence in plain small letters speaks of where it was written."""
    return _HERE.search(low) is not None


def town_of(place: str) -> str:
    """The town of a dateline, written as towns are: "Kigali" of "KIGALI, Rwanda"."""
    town = place.partition(",")[0].strip()
    return town.title() if town.isupper() else town
