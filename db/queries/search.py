"""Any record by its name, and the countries to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.dates import PartialDate, show_short
from db.listing import has_words
from db.merged import standing
from db.names import fold
from db.reader import marked
from db.rows import FoundRow, Key, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.names.candidates import Candidate
    from db.reader import Reader

# An officer who types three letters mostly means a person or a pair.
KINDS: tuple[Kind, ...] = (
    "pair",
    "official",
    "visit",
    "meeting",
    "post",
    "action",
    "followup",
    "organisation",
    "source",
)
_REFS: dict[str, Kind] = {"V-": "visit", "M-": "meeting", "A-": "action", "F-": "followup"}
_PAIRS = (
    "SELECT * FROM (SELECT p.a || '-' || p.b AS record_id, x.name || ' – ' || y.name AS label,"
    " p.a || ' – ' || p.b AS detail, p.last_day AS sort_day, p.folded AS folded FROM pair_summary p"
    " JOIN country x ON x.code = p.a JOIN country y ON y.code = p.b) pair WHERE 'pair' = :kind"
)
_OTHERS = "SELECT record_id, label, detail, sort_day, folded FROM search_entry WHERE kind = :kind"


def find_records(reader: Reader, words: str, *, limit: int = 50, desk: str = "") -> list[FoundRow]:
    """Records in whose names every word begins one, by kind; else officials whose names sound so.

    A pair is called as the desk's country sees it; who was found by sound alone has that in the detail.
    """
    wanted = fold(words[:500]).split()
    if not wanted:
        return []
    where, values = has_words(words, "folded")
    named = _by_ref(reader, words)
    rows: list[tuple[Kind, str, str, str]] = [*named]
    for (
        kind
    ) in KINDS:  # one after the other, since there is mostly enough before the last has been looked through
        found = reader.all(
            f"{_PAIRS if kind == 'pair' else _OTHERS} AND {where}"
            " ORDER BY CASE WHEN folded LIKE :begins THEN 0 ELSE 1 END, sort_day DESC, label, record_id"
            " LIMIT :limit_",
            **values,
            kind=kind,
            begins=f"{wanted[0]}%",
            limit_=limit - len(rows),
        )
        rows += [row for each in found if (row := (kind, *each[:3])) not in named]
        if len(rows) >= limit:
            break
    if not rows:
        return [
            FoundRow(
                Key("official", str(one.number)),
                one.name,
                " · ".join(filter(None, (" ".join(filter(None, (one.country, one.post))), one.why))),
            )
            for one in sounding_like(reader, words, limit=limit)
        ]
    events = _events(
        reader, [(kind, int(number)) for kind, number, *_ in rows if kind in ("visit", "meeting")]
    )
    went = _went(reader, words)
    rows.sort(key=lambda row: not went or (row[0], row[1]) != ("visit", went[0]))
    return [
        FoundRow(
            Key(kind, record_id),
            " – ".join(reversed(label.split(" – ")))
            if kind == "pair" and record_id.endswith(f"-{desk}")
            else label,
            " ".join(filter(None, (detail, *events.get((kind, record_id), _NOTHING).when))),
            events.get((kind, record_id), _NOTHING).dots if kind == "visit" else (),
            went[1] if went and kind == "visit" and record_id == went[0] else "",
        )
        for kind, record_id, label, detail in rows
    ]


def _by_ref(reader: Reader, words: str) -> list[tuple[Kind, str, str, str]]:
    """The record whose ref is all that was typed; other records only speak of it."""
    ref = words.strip().upper()
    kind = _REFS.get(ref[:2])
    if kind is None or not ref[2:].replace("-", "").isdecimal():
        return []
    rows = reader.all(
        "SELECT s.record_id, s.label, s.detail FROM search_entry s WHERE s.kind = :kind"
        f" AND s.record_id IN (SELECT CAST(id AS TEXT) FROM {kind} WHERE ref = :ref)",
        kind=kind,
        ref=ref,
    )
    return [(kind, *row) for row in rows]


class _Event(NamedTuple):
    """When it was, so that visits of one pair can be told apart, and how complete its record is."""

    when: tuple[str, ...] = ()
    dots: tuple[bool, ...] = ()


_NOTHING = _Event()


def _events(reader: Reader, those: Sequence[tuple[Kind, int]]) -> dict[tuple[Kind, str], _Event]:
    marks, values = marked("event", [2 * number + (kind == "meeting") for kind, number in those])
    if not those:
        return {}
    rows = reader.all(
        f"SELECT kind, record_id, date_edtf, date_text, date_basis, dots FROM event WHERE id IN ({marks})",
        **values,
    )
    return {
        (kind, str(number)): _Event(
            tuple(filter(None, (show_short(PartialDate(*when)),))), tuple(dot == "1" for dot in dots)
        )
        for kind, number, *when, dots in rows
    }


def _went(reader: Reader, words: str) -> tuple[str, str] | None:
    """The visit that one went into whose ref is all that was typed, and a sentence that says so."""
    ref = words.strip().upper()
    number = reader.value("SELECT id FROM visit WHERE ref = :ref AND merged_into IS NOT NULL", ref=ref)
    if number is None:
        return None
    stands = standing(reader, Key("visit", str(number))).id
    return stands, f"{ref} went into {reader.value('SELECT ref FROM visit WHERE id = :id', id=int(stands))}"


def sounding_like(reader: Reader, words: str, *, limit: int) -> list[Candidate]:
    """Officials by another spelling, in any script, or by the office that they hold."""
    from db.names.candidates import candidates  # noqa: PLC0415 - only what nothing matches literally needs it
    from db.names.offices import in_office  # noqa: PLC0415

    found = [*candidates(reader, words, limit=limit, typing=True), *in_office(reader, words, limit=limit)]
    return list({one.number: one for one in reversed(found)}.values())[::-1][:limit]


def countries(reader: Reader) -> list[tuple[str, str]]:
    """Code and name of every country of today, by name."""
    rows = reader.all("SELECT code, name FROM country WHERE kind = 'country' AND valid_to = '' ORDER BY name")
    return [(code, name) for code, name in rows]
