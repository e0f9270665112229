"""Lines that say when a text came out: "Published: …", "News | 16.02.2024. | 13:30", a cable's group, a last line."""

from __future__ import annotations

import re

from db.reading.dates.day_words import ENGLISH_MONTHS
from db.reading.dates.days import Day, days_of
from db.reading.words import plain

LONGEST_LINE = 160  # characters; a longer line is prose
_FEW_WORDS = 9  # of a line, beside its day: where it was written, or in which part of a paper it stands
_A_PLACE = 4  # words, with the name of the day
_LAST_LINES = 12
_LINES_BELOW = 6
_NEAR = 40  # characters between "published" and its day
_CAME_OUT = re.compile(
    r"\b(?:(?:first )?published|posted|released|issued|circulated|dated|uploaded"
    r"|date(?: of (?:publication|issue|release))?|(?:publication|release|issue) date|publiee?|mis(?:e)? en ligne"
    r"|parue?|diffusee?|date de (?:publication|parution)"
    r"|edition d[eu]|edition of|edicion del?|issue of|publicad[oa]|difundid[oa]"
    r"|fecha(?: de publicacion| y hora)?|subid[oa]|emitid[oa])\b"
    r"|(?<!\w)(?:نشر|تاريخ النشر|نشر بتاريخ|التاريخ|صدر)(?!\w)"
)
_CHANGED = re.compile(
    r"\b(?:last |ultima |derniere )?(?:updated?|modified|revised|reviewed|corrected|edited|accessed|retrieved|printed"
    r"|(?:mise?s? )?a jour|modifiee?|consultee?|actualiz\w+|modific\w+|actualisee?|modification|consultad[oa])\b"
    r".*?(?=\b(?:published|posted|publi\w+|mis en ligne)\b|[|•·;]|\s[-–—]\s|\s{3}|$)"
)
_RIGHTS = re.compile(r"©|\(c\)|\bcopyright\b|\ball rights\b|\bdroits reserves\b|\bderechos reservados\b")
_GROUP = re.compile(
    r"\b(?P<day>\d\d)(?:\d{4}z? ?(?P<month>[a-z]{3}) ?"
    r"|(?P<named>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))(?P<year>(?:20)?\d\d)\b"
)
_DONE = re.compile(
    r"(?:done|signed|adopted|issued|fait|hecho|dado|suscrito|firmado) (?:in|at|a|en) [^.;\d]{2,60}?"
    r"(?:,| on| le| el)+ (?:the )?(?=\d|[a-z]+ \d)"
)
_TAKEN_FROM = re.compile(r"(?:source|fuente|quelle)\b\s?:")
_GIVEN = re.compile(  # "Dado en Lima, a los 5 días del mes de junio de 2025."
    r"(?:dado|hecho|suscrito|firmado|expedido) en [^.;\d]{2,60}?,? a (?:los )?(?P<day>\d{1,2}) dias? del mes de"
    r" (?P<month>\w+) (?:de|del)(?: ano)? (?P<year>20\d\d)\b"
)
_OF_SOMETHING = re.compile(
    r"\b(?:on|of|from|to|until|since|between|by|before|after|in|du|au|del|al|el|los|le|les|des|entre|desde|depuis"
    r"|hasta)$"
)
_ISO_TIME = re.compile(r"\b(\d{4}-\d\d-\d\d)T(?=\d\d:)")
_SPACED_DAY = re.compile(r"\b(\d{1,2})\. ?(\d{1,2})\. ?((?:19|20)\d\d)\b")  # "22. 10. 2024"
_SMALL = frozenset(("de", "del", "la", "le", "el", "los", "on", "a", "the", "dated", "fecha", "date"))
_ON = ("le", "el", "on")  # and nothing else in front of the day
_PLACE_ON = re.compile(r"(?:\w[\w.'’-]* ?){1,4}, ?(?:le|el|on)")  # "Lima, le 5 juin 2025"
_SENTENCE = re.compile(
    r"\b(?:was|were|is|are|will|has|have|had|met|said|held|a ete|est|sont|sera|fue|ha|han|se)\b|\w\. \w{3}"
)
_BUTTONS = re.compile(
    r"[\s|•·]*(?:(?:adjust |change )?(?:font|text) size|share(?: this)?|print|listen|partager|imprimer|compartir"
    r"|imprimir)\s*[:+\-a]*$",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"[\s,|(@-]*(?:\b(?:at|a las|a)\b\s*)?\b\d{1,2}[:h.]\d{2}(?:[:.]\d{2})?\s*(?:a\.? ?m\b\.?|p\.? ?m\b\.?|h(?:r?s?)\b"
    r"|horas\b|h\b"
    r"|gmt\b|utc\b|[a-z]{2,4}t\b)*\.?|\b\d{1,2}\s*(?:am|pm)\b"
)


def stamp_of(line: str) -> str:
    """The day on which a text came out, as one of its lines prints it; "" for a line that does not say so."""
    if len(line) > LONGEST_LINE or not any(letter.isdigit() for letter in line):
        return ""
    line = _BUTTONS.sub("", _SPACED_DAY.sub(r"\1.\2.\3", _ISO_TIME.sub(r"\1 ", line)))
    low = plain(line)
    if (group := _GROUP.search(low)) and (sent := _sent(group)):
        return sent
    low = _CHANGED.sub(_blank, low)
    days = [one for one in _exact(line) if low[one.start : one.end].strip()]
    if not days or is_rights(low):
        return ""
    named = _CAME_OUT.search(low)
    near = [one for one in days if named is not None and 0 <= one.start - named.end() <= _NEAR]
    if near and named is not None and _is_little(low[: named.start()]):
        return _words(line, near[0])
    one_day = len({one.when.edtf for one in days}) == 1
    return _words(line, days[0]) if one_day and _says_little_else(line, low, days) else ""


def foot_stamp_of(text: str) -> str:
    """The day below a text: "Lima, 3 May 2025" alone, "Done in Baku on …" or "Published …"; "" for none."""
    lines = [line.strip() for line in text[-4_000:].splitlines() if line.strip()][-_LAST_LINES:]
    for line in reversed(lines):
        low = plain(line)
        days = _exact(line) if len(line) <= LONGEST_LINE else []
        done = _DONE.match(low)
        if done is not None and days and days[0].start <= done.end():
            return _words(line, days[0])
        if days and (_CAME_OUT.match(low) or _TAKEN_FROM.match(low) or _is_place_and_day(line, days[0])):
            return stamp_of(line)
        if given := _GIVEN.match(low):
            return f"{given['day']} de {given['month']} de {given['year']}"
    return ""


def named_stamp_of(lines: list[str]) -> str:
    """The day of the first line that says in so many words when a text came out; "" for none."""
    for line in lines:
        low = plain(line)
        if (_CAME_OUT.match(low) or _GROUP.search(low)) and (day := stamp_of(line)):
            return day
    return ""


def _exact(line: str) -> list[Day]:
    return [one for one in days_of(line, 0, len(line), None, ahead=False) if one.when.exact]


def _words(line: str, day: Day) -> str:
    return day.when.edtf if day.when.text[:1].isdigit() else line[day.start : day.end]


def _sent(group: re.Match[str]) -> str:
    """The day of a cable's date and time group: "201145Z JUN 24"."""
    month = next(
        (name for name in ENGLISH_MONTHS if name[:3].lower() == (group["month"] or group["named"])), ""
    )
    return f"{int(group['day'])} {month} 20{group['year'][-2:]}" if month else ""


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _is_little(before: str) -> bool:
    return len(before.split()) <= _FEW_WORDS


def _says_little_else(line: str, low: str, days: list[Day]) -> bool:
    """Whether a line says a day and where or by whom, and no sentence: "Wednesday, 11 June 2025, 6:42 am"."""
    before, behind = low[: days[0].start].rstrip(), _CLOCK.sub(" ", low[days[-1].end :]).strip(" .)*_|-–—")
    if (
        before not in _ON and not _PLACE_ON.fullmatch(before) and _OF_SOMETHING.search(before)
    ) or line.rstrip().endswith((":", ";", ",", "!", "?")):
        return False
    if line.rstrip().endswith(("-", "–", "—")):
        return False  # "TUNIS, 9 January 2024 -" begins the text itself
    stops = (
        low.endswith(".") and _CLOCK.fullmatch(low[days[-1].end :]) is None
    )  # and not the one of "8:15 a. m."
    if stops and len(before.split()) + len(behind.split()) > _A_PLACE:
        return False  # it is a sentence
    if any(len(words.split()) > _FEW_WORDS or _SENTENCE.search(words) for words in (before, behind)):
        return False
    return not line[:1].islower() or days[0].start == 0 or before in _ON


def _is_place_and_day(line: str, day: Day) -> bool:
    """Whether a line is "Lima, 23 de enero de 2024" and nothing else."""
    before = line[: day.start].strip(" ,(")
    behind = line[day.end :].strip(" .)*_")
    town = [word for word in before.split() if word.lower() not in _SMALL]
    return not behind and len(town) < _A_PLACE and all(word[:1].isupper() for word in town)


def is_rights(low: str) -> bool:
    """Whether a line says whose the rights are, whose day is no day of the text."""
    return _RIGHTS.search(low) is not None


def is_changed(low: str) -> bool:
    """Whether a line only says when a text was changed: "Last updated: 5 May 2025"."""
    return _CHANGED.match(low) is not None and not _CHANGED.sub("", low, count=1).strip(" |")


def leads_to_stamp(line: str, following: list[str]) -> bool:
    """Whether a line of a head, which says nothing of its own, stands above the day of the text.

    Bylines, sections, the names of services and the words of buttons do; prose does not.
    """
    if _is_prose(line):
        return False
    for below in following[:_LINES_BELOW]:
        bare = below.strip()
        if bare and stamp_of(bare):
            return True
        if bare and _is_prose(bare):
            return False
    return False


def _is_prose(line: str) -> bool:
    return len(line) > LONGEST_LINE or (line.endswith((".", "?", "!")) and len(line.split()) > _FEW_WORDS)
