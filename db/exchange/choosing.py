"""Which records a dossier is to hold: what is asked for, what hangs on it, and whom and what it names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from db.exchange.rows import numbers, numbers_among
from db.merged import MERGED_KINDS
from db.rows import Key

if TYPE_CHECKING:
    from db.reader import Reader

Chosen = dict[str, set[int]]
"""Numbers by table."""


class Wanted(NamedTuple):
    """What is asked for; all that is said holds at once, and nothing said is everything.

    Attributes:
        key: a pair, an official, a visit or a meeting.
        first: no event that was over before.
        last: no event that began after.
        topic: its code; what is below it counts as well.
    """

    key: Key | None = None
    first: date | None = None
    last: date | None = None
    topic: str = ""

    @property
    def everything(self) -> bool:
        """Whether nothing is said."""
        return self == Wanted()


ROOTS = ("visit", "meeting", "action", "followup")
_ALONE = {
    "visit": "1 = 1",
    "meeting": "visit_id IS NULL",
    "action": "visit_id IS NULL AND meeting_id IS NULL AND parent_id IS NULL",
    "followup": "visit_id IS NULL AND meeting_id IS NULL AND action_id IS NULL",
}
"""What hangs on nothing else is chosen itself; the rest comes with what it hangs on."""


def choose(reader: Reader, wanted: Wanted) -> Chosen:
    """The numbers of all records that a dossier of a part of the store holds, by table."""
    asked = [
        found
        for said, find in (
            (wanted.key, _of_key),
            (wanted.first or wanted.last, _of_period),
            (wanted.topic, _of_topic),
        )
        if said
        for found in (find(reader, wanted),)
    ]
    chosen = {kind: set.intersection(*(found[kind] for found in asked)) for kind in ROOTS}
    chosen |= {kind: set() for kind in ("official", "post", "organisation", "source", "series")}
    if wanted.key is not None and wanted.key.kind == "official":
        chosen["official"].add(int(wanted.key.id))
    _with_what_hangs_on_it(reader, chosen)
    _with_those_named(reader, chosen)
    _with_sources(reader, chosen)
    return chosen


def _of_key(reader: Reader, wanted: Wanted) -> Chosen:
    key = wanted.key
    if key is None:
        return {}
    if key.kind == "pair":
        return _of_pair(reader, *key.id.split("-"))
    if key.kind == "official":
        return _of_official(reader, int(key.id))
    return {kind: {int(key.id)} if kind == key.kind else set() for kind in ROOTS}


def _of_pair(reader: Reader, a: str, b: str) -> Chosen:
    both = "JOIN meeting_party p ON p.meeting_id = m.id AND p.country = :a JOIN meeting_party q ON q.meeting_id = m.id"
    both += " AND q.country = :b"
    visits = numbers(
        reader,
        "SELECT id FROM visit WHERE (sending = :a AND host = :b) OR (sending = :b AND host = :a)",
        a=a,
        b=b,
    )
    visits |= numbers(reader, f"SELECT m.visit_id FROM meeting m {both}", a=a, b=b)
    return {
        "visit": visits,
        "meeting": numbers(reader, f"SELECT m.id FROM meeting m {both} WHERE m.visit_id IS NULL", a=a, b=b),
        "action": numbers(
            reader,
            "SELECT x.id FROM action x JOIN action_party p ON p.action_id = x.id AND p.country = :a"
            " JOIN action_party q ON q.action_id = x.id AND q.country = :b"
            " WHERE x.visit_id IS NULL AND x.meeting_id IS NULL",
            a=a,
            b=b,
        ),
        "followup": set(),
    }


def _of_official(reader: Reader, number: int) -> Chosen:
    meetings = numbers(reader, "SELECT meeting_id FROM participant WHERE official_id = :id", id=number)
    delegations = numbers(reader, "SELECT delegation_id FROM participant WHERE official_id = :id", id=number)
    actions = numbers(reader, "SELECT id FROM action WHERE owner_official_id = :id", id=number)
    visits = numbers_among(reader, "delegation", "visit_id", "id", delegations)
    visits |= numbers_among(reader, "meeting", "visit_id", "id", meetings)
    visits |= numbers_among(reader, "action", "visit_id", "id", actions)
    meetings |= numbers_among(reader, "action", "meeting_id", "id", actions)
    return {
        "visit": visits,
        "meeting": numbers_among(reader, "meeting", "id", "id", meetings, also="visit_id IS NULL"),
        "action": numbers_among(reader, "action", "id", "id", actions, also=_ALONE["action"]),
        "followup": numbers(reader, "SELECT id FROM followup WHERE official_id = :id", id=number),
    }


def _of_period(reader: Reader, wanted: Wanted) -> Chosen:
    first = wanted.first.isoformat() if wanted.first else ""
    last = wanted.last.isoformat() if wanted.last else "9999-12-31"
    return {
        kind: numbers(
            reader,
            f"SELECT id FROM {kind} WHERE {_ALONE[kind]} AND COALESCE({day}_first, {day}_last) IS NOT NULL"
            f" AND COALESCE({day}_first, '') <= :last AND COALESCE({day}_last, '9999-12-31') >= :first",
            first=first,
            last=last,
        )
        for kind, day in (("visit", "date"), ("meeting", "date"), ("action", "due"), ("followup", "due"))
    }


def _of_topic(reader: Reader, wanted: Wanted) -> Chosen:
    below = (
        "WITH RECURSIVE below(code) AS (SELECT code FROM topic WHERE code = :topic"
        " UNION SELECT t.code FROM topic t JOIN below b ON t.parent = b.code) "
    )

    def about(kind: str) -> set[int]:
        return numbers(
            reader,
            f"{below}SELECT {kind}_id FROM {kind}_topic WHERE topic IN (SELECT code FROM below)",
            topic=wanted.topic,
        )

    actions, meetings = about("action"), about("meeting")
    meetings |= numbers_among(reader, "action", "meeting_id", "id", actions)
    visits = about("visit") | numbers_among(reader, "action", "visit_id", "id", actions)
    return {
        "visit": visits | numbers_among(reader, "meeting", "visit_id", "id", meetings),
        "meeting": numbers_among(reader, "meeting", "id", "id", meetings, also="visit_id IS NULL"),
        "action": numbers_among(reader, "action", "id", "id", actions, also=_ALONE["action"]),
        "followup": set(),
    }


def _with_what_hangs_on_it(reader: Reader, chosen: Chosen) -> None:
    """Visits that went into these or that these went into, their meetings, outcomes with their parts, follow-ups."""
    _with_twins(reader, chosen, "visit")
    chosen["meeting"] |= numbers_among(reader, "meeting", "id", "visit_id", chosen["visit"])
    for kind in ("visit", "meeting"):
        chosen["action"] |= numbers_among(reader, "action", "id", f"{kind}_id", chosen[kind])
    _more(chosen, "action", lambda found: numbers_among(reader, "action", "id", "parent_id", found))
    for table in ("visit", "meeting"):  # a part of an outcome may have come about elsewhere
        there = numbers_among(reader, "action", f"{table}_id", "id", chosen["action"])
        if there - chosen[table]:
            chosen[table] |= there
            _with_what_hangs_on_it(reader, chosen)
            return
    visits = numbers_among(reader, "meeting", "visit_id", "id", chosen["meeting"])
    if visits - chosen["visit"]:
        chosen["visit"] |= visits
        _with_what_hangs_on_it(reader, chosen)
        return
    for kind in ("visit", "meeting", "action"):
        chosen["followup"] |= numbers_among(reader, "followup", "id", f"{kind}_id", chosen[kind])


def _with_those_named(reader: Reader, chosen: Chosen) -> None:
    """Everybody who took part, owns something or is followed up, with the posts they held, and all above those."""
    delegations = numbers_among(reader, "delegation", "id", "visit_id", chosen["visit"])
    for kind in ("official", "post", "organisation"):
        for place, among in (("delegation", delegations), ("meeting", chosen["meeting"])):
            chosen[kind] |= numbers_among(reader, "participant", f"{kind}_id", f"{place}_id", among)
        chosen[kind] |= numbers_among(reader, "action", f"owner_{kind}_id", "id", chosen["action"])
    chosen["official"] |= numbers_among(reader, "followup", "official_id", "id", chosen["followup"])
    chosen["organisation"] |= numbers_among(reader, "delegation", "organisation_id", "id", delegations)
    for kind in ("visit", "meeting"):
        chosen["series"] |= numbers_among(reader, kind, "series_id", "id", chosen[kind])
    _with_twins(reader, chosen, "official")
    chosen["post"] |= numbers_among(reader, "tenure", "post_id", "official_id", chosen["official"])
    _with_twins(reader, chosen, "post")
    chosen["organisation"] |= numbers_among(reader, "post", "organisation_id", "id", chosen["post"])
    _more(
        chosen, "organisation", lambda found: numbers_among(reader, "organisation", "parent_id", "id", found)
    )
    _with_twins(reader, chosen, "organisation")


def _with_sources(reader: Reader, chosen: Chosen) -> None:
    """What says something of a record, and what names, tenures and rungs were learnt from."""
    sources = chosen["source"]
    for kind in ("visit", "meeting", "action", "followup", "official", "post", "organisation"):
        sources |= numbers_among(
            reader, "citation", "source_id", "record_id", chosen[kind], also=f"record_kind = '{kind}'"
        )
    for table in ("official_name", "tenure"):
        sources |= numbers_among(reader, table, "source_id", "official_id", chosen["official"])
    sources |= numbers_among(reader, "rung_change", "source_id", "action_id", chosen["action"])
    _more(chosen, "source", lambda found: numbers_among(reader, "source", "duplicate_of", "id", found))
    _with_twins(reader, chosen, "source")


def _with_twins(reader: Reader, chosen: Chosen, kind: str) -> None:
    """Records that went into these, and those that these went into."""
    if kind not in MERGED_KINDS:
        return
    _more(
        chosen,
        kind,
        lambda found: (
            numbers_among(reader, kind, "id", "merged_into", found)
            | numbers_among(reader, kind, "merged_into", "id", found)
        ),
    )


def _more(chosen: Chosen, kind: str, further: Callable[[set[int]], set[int]]) -> None:
    """What leads on from these, and from those again, until nothing new is found."""
    new = chosen[kind]
    while new := further(new) - chosen[kind]:
        chosen[kind] |= new
