"""What the address of a text tells: the site that publishes it, and the day on which it came out."""

from __future__ import annotations

import re
from datetime import date, timedelta
from urllib.parse import urlsplit

from db.dates import PartialDate
from db.dates.resolve import resolve

_KEPT_COPY = re.compile(r"https?://web\.archive\.org/web/\w+/(?=https?://)")


def site_of(url: str) -> str:
    """The host of an address without its "www.", that of the original for a copy in a web archive; "" for none.

    Args:
        url: as printed; anything else than an address of the web gives nothing.
    """
    try:
        parts = urlsplit(_KEPT_COPY.sub("", url.strip()))
    except ValueError:
        return ""
    host = parts.hostname or ""
    return host.removeprefix("www.") if parts.scheme in ("http", "https") and "." in host else ""


def came_out(told: PartialDate, url: str) -> PartialDate:
    """The day of publication: the one that is told, or else that of the address, which also stands before a later one.

    The site of a paper often shows above an old item the day on which it is looked at.
    """
    by_address = day_in(url)
    named = by_address.first
    if named is None or (told.edtf and not told.exact):
        return told
    return by_address if told.first is None or told.first - named > _MUCH_LATER else told


_MUCH_LATER = timedelta(days=60)


def day_in(url: str) -> PartialDate:
    """The day that an address has: "…/2016/10/07/…", "…-20180419-…", "…/27-Nov-2023/…"; unknown where it has none."""
    for pattern in (_IN_FIGURES, _IN_ONE, _DAY_FIRST):
        match = pattern.search(url)
        if match is None:
            continue
        figures = list(map(int, match.groups()))
        try:
            day = date(*(figures if figures[0] > _DAYS else reversed(figures)))
        except ValueError:
            continue
        return PartialDate(day.isoformat(), match.group(), "inferred")
    named = _WITH_MONTH.search(url)
    found = resolve(named.group().replace("-", " "), None) if named is not None else PartialDate()
    return PartialDate(found.edtf, found.text, "inferred") if found.exact else PartialDate()


_YEAR = r"(?<!\d)(20[0-3]\d|19[89]\d)"
_IN_FIGURES = re.compile(_YEAR + r"[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?!\d)")
_IN_ONE = re.compile(_YEAR + r"(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(0[1-9]|[12]\d|3[01])-(0[1-9]|1[0-2])-(20[0-3]\d)(?!\d)")
_DAYS = 31
_WITH_MONTH = re.compile(r"(?<!\d)\d{1,2}-[A-Za-z]{3,9}-20[0-3]\d(?!\d)")
