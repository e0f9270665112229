"""What the fields of a form are called, and what may be typed in them."""

from __future__ import annotations

import re

from db.forms.fields import Field, Takes
from db.rows import Kind

LABEL = 14  # columns, with a mark and a space

_LABELS = {
    "sending": "from",
    "host": "to",
    "initiated_by": "asked by",
    "text": "what",
    "ball": "whose turn",
    "recurrence": "repeats",
    "remind_on": "look again",
    "sort_name": "sorted as",
    "native_name": "native name",
    "protocol_note": "protocol",
    "instrument": "means",
    "cites": "quotes",
    "complete": "all listed",
    "single_seat": "one holder",
    "parent": "part of",
    "note": "notes",
    "tenures": "posts held",
    "titles": "also titled",
    "names": "also called",
    "counterparts": "deals with",
}
_OF_KIND: dict[tuple[Kind, str], str] = {
    ("meeting", "on"): "in visit",
    ("action", "on"): "came of",
    ("followup", "on"): "about",
    ("post", "organisation"): "belongs to",  # its own name fills the column
}
_HINTS: dict[Takes, str] = {
    "date": "28-29 jan 2025, June 2022, 28 jan ?, fri, +2w; empty when it is not stated",
    "due": "fri, +2w, +5wd; or by an event: 2 weeks before M-2026-001",
    "day": "one day: 28 jan 2025, today",
    "country": "a code or a name in any language: ES, Spain, Espagne",
    "countries": "codes with spaces, or names with commas: ES MA",
    "parties": "codes with spaces, a role behind a colon: DE ES:host MA",
    "topics": "codes with spaces, or names with commas: CT CYB",
    "series": "the name of a recurring format; a new one is made",
    "organisation": "an acronym or a name; a new one is made",
    "instrument": "how it is to be done: liaison officer, joint task force, training",
    "owner": "who must act: a country, an organisation, an official, or Title/Organisation",
    "visit": "the ref of a visit, such as V-2025-001; empty when it stands on its own",
    "event": "the ref of a visit or a meeting, such as M-2025-001",
    "hook": "the ref of a visit, meeting or outcome, or the name of an official",
    "rule": "every month, every 2 weeks, every mon, every 31st, every year until 2030; or an RRULE",
    "spellings": "another spelling; weak, former, short; script Arab; source: MAP",
    "tenures": "Director/DGSN; 2015-05/..; acting; attested; source: MAP",
    "titles": "another title of the same office; its language: en; one of before: until June 2005",
    "names": "another name: Border Guard (BG); en; until June 2005",
    "counterparts": "a post of another country: Director General/BKA",
    "links": "follows, complements, returns V-2025-001, or same trip",
    "lines": "Ctrl+J makes a new line, Ctrl+E opens your own editor",
}
_HINT_OF = {
    "place": "where it was, as you would say it",
    "verb": "the word as printed: agreed to, discussed, mulled",
    "deliverable": "what there will be to show for it",
    "sort_name": "family name first; empty follows the name",
    "cites": "whom it quotes: the origin of what it reports",
    "language": "en, es, fr, ar",
    "grade": "as printed: Director General, Commissioner",
    "single_seat": "no for an office that several people hold at once",
}


_DELEGATION = re.compile(r"\s*delegation\s*(?:[:;\s]|$)", re.IGNORECASE)
_BEGINS = {
    "people": "a name, post: Director/DGSN or group: security experts",
    "delegation": "delegation ES, a name, post: Title/DGSN, group: experts",
}
_ON_DELEGATION = "level: high-level; size 12; of DGSN; complete"
_ON_SOMEBODY = "head; as Director/DGSN; count 4; absent; printed: words"


def label(kind: Kind, field: Field) -> str:
    """What a field is called on the screen."""
    return _OF_KIND.get((kind, field.name)) or _LABELS.get(field.name, field.name)


def hint(field: Field, line: str = "") -> str:
    """What may be typed in a field, "" where its name says it; of people what their line may go on with."""
    if field.takes in _BEGINS and not line.strip():
        return _BEGINS[field.takes]
    if field.takes in _BEGINS:
        return _ON_DELEGATION if is_heading(field, line) else _ON_SOMEBODY
    return _HINT_OF.get(field.name) or _HINTS.get(field.takes, "")


def is_heading(field: Field, line: str) -> bool:
    """Whether a line of a list begins a delegation."""
    return field.takes == "delegation" and _DELEGATION.match(line) is not None
