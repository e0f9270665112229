"""Records of the whole store that may be there twice: found by what an index tells, ranked by what they share."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from db.alike import Alike, alike
from db.apart import not_said
from db.dates import PartialDate, show_short
from db.names.apart import told_apart
from db.names.compare import LIKELY, Likeness, compare
from db.names.context import Facts, as_met, in_context
from db.names.near import Written, near
from db.queries.timeline import dots_of
from db.queries.titles_alike import titles_alike
from db.rows import Key
from db.rows.doubts import DoubtRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from db.reader import Reader

_LOOKED_AT = 400  # pairs that an index finds; the likeliest of them are shown
_NEAR = 150  # pairs more, of names that only sound alike

_SUSPECT_VISITS = f"""
    SELECT a.id FROM (SELECT l.record_id FROM event l WHERE l.kind = 'visit' AND l.sort_day > ''
                      ORDER BY l.sort_day DESC, l.group_id DESC, l.rank DESC LIMIT :latest) w
    CROSS JOIN visit a CROSS JOIN visit b
    WHERE a.id = w.record_id AND b.sending = a.sending AND b.host = a.host AND b.id <> a.id
        AND b.date_first BETWEEN a.date_first AND a.date_last
        AND a.merged_into IS NULL AND b.merged_into IS NULL AND a.date_last IS NOT NULL
        AND (b.date_first > a.date_first OR b.id > a.id)
        AND NOT EXISTS (SELECT 1 FROM visit_link l WHERE l.from_id IN (a.id, b.id) AND l.to_id IN (a.id, b.id))
        AND {not_said("visit", "a.id", "b.id")}
    ORDER BY a.date_first DESC, a.id DESC LIMIT :limit_
"""
_YEARLESS_VISITS = """
    SELECT record_id FROM event WHERE undated = TRUE AND kind = 'visit' AND date_edtf LIKE 'XXXX%'
    ORDER BY undated DESC, sort_day DESC, group_id DESC, position DESC LIMIT :limit_
"""
_SAME_SKELETON = f"""
    SELECT a.official_id, f.name, COALESCE(f.country, ''), COALESCE(fs.post, ''), a.name,
           b.official_id, g.name, COALESCE(g.country, ''), COALESCE(gs.post, ''), b.name
    FROM official_name a JOIN official_name b ON b.skeleton = a.skeleton AND b.official_id > a.official_id
    JOIN official f ON f.id = a.official_id JOIN official g ON g.id = b.official_id
    LEFT JOIN official_summary fs ON fs.official_id = f.id LEFT JOIN official_summary gs ON gs.official_id = g.id
    WHERE a.skeleton > '' AND a.kind <> 'weak' AND b.kind <> 'weak'
        AND f.merged_into IS NULL AND g.merged_into IS NULL
        AND {not_said("official", "a.official_id", "b.official_id")}
    ORDER BY a.skeleton, a.id, b.id LIMIT :limit_
"""
_NAMES = """
    SELECT n.official_id, n.skeleton, COALESCE(o.country, '') FROM official_name n JOIN official o
        ON o.id = n.official_id WHERE o.merged_into IS NULL AND n.kind <> 'weak' AND n.skeleton > ''
"""
_SPELT = "SELECT name FROM official_name WHERE official_id = :id AND kind <> 'weak' ORDER BY id"
_NEARLY = f"""
    SELECT f.id, f.name, COALESCE(f.country, ''), COALESCE(fs.post, ''),
           g.id, g.name, COALESCE(g.country, ''), COALESCE(gs.post, '')
    FROM official f JOIN official g ON g.id = :other
    LEFT JOIN official_summary fs ON fs.official_id = f.id LEFT JOIN official_summary gs ON gs.official_id = g.id
    WHERE f.id = :one AND {not_said("official", "f.id", "g.id")}
"""
_SAME_TITLE = f"""
    SELECT a.post_id, p.title, b.post_id, q.title,
           COALESCE(NULLIF(po.acronym, ''), po.name, p.country, ''),
           COALESCE(NULLIF(qo.acronym, ''), qo.name, q.country, '')
    FROM post_title a JOIN post_title b ON b.folded = a.folded AND b.post_id > a.post_id
    JOIN post p ON p.id = a.post_id JOIN post q ON q.id = b.post_id
    LEFT JOIN organisation po ON po.id = p.organisation_id LEFT JOIN organisation qo ON qo.id = q.organisation_id
    WHERE p.merged_into IS NULL AND q.merged_into IS NULL
        AND (p.organisation_id = q.organisation_id
             OR (COALESCE(p.country, po.country) = COALESCE(q.country, qo.country)
                 AND (p.organisation_id IS NULL OR q.organisation_id IS NULL)))
        AND {not_said("post", "a.post_id", "b.post_id")}
    ORDER BY a.folded, a.id, b.id LIMIT :limit_
"""


def visit_twins(reader: Reader, today: date, limit: int, latest: int) -> tuple[DoubtRow, ...]:
    """Visits of one pair whose days may be the same, each pair of them once, the likeliest first.

    Only the `latest` visits of a known year are held against the others.
    """
    found: dict[frozenset[Key], tuple[Key, Alike]] = {}
    suspects = (
        reader.all(_SUSPECT_VISITS, latest=latest, limit_=_LOOKED_AT),
        reader.all(_YEARLESS_VISITS, limit_=_LOOKED_AT),
    )
    for numbers in suspects:
        enough = len(found) + limit  # of each, or those of a year would leave no room for the others
        for (number,) in numbers:
            key = Key("visit", str(number))
            for other in alike(reader, key, today):
                if other.why:
                    found.setdefault(frozenset((key, other.key)), (key, other))
            if len(found) >= enough:
                break
    ranked = sorted(found.values(), key=lambda pair: -pair[1].points)
    return tuple(_pair(reader, key, other) for key, other in ranked[:limit])


def _pair(reader: Reader, key: Key, other: Alike) -> DoubtRow:
    ref, sending, host, edtf = (
        reader.one("SELECT ref, sending, host, date_edtf FROM visit WHERE id = :id", id=int(key.id))
        or ("",) * 4
    )
    return DoubtRow(
        key,
        f"{ref} {sending}→{host} {show_short(PartialDate(edtf))}".rstrip(),
        other.why,
        other.key,
        f"{other.name} {other.detail}".strip(),
        dots_of(reader, key),
        dots_of(reader, other.key),
    )


def official_twins(reader: Reader, limit: int) -> tuple[DoubtRow, ...]:
    """Officials of whom two spellings have the same consonants, or nearly, and are alike also in the rest.

    The likeliest are weighed once more by whom both have met; who sat at one table as two is hardly one.
    """
    best: dict[tuple[int, int], tuple[Likeness, tuple[Any, ...]]] = {}
    for row in (*reader.all(_SAME_SKELETON, limit_=_LOOKED_AT), *_nearly_the_same(reader)):
        mine, theirs = row[:5], row[5:]
        facts = Facts(
            same_country=mine[2] == theirs[2] if mine[2] and theirs[2] else None,
            same_office=bool(mine[3]) and mine[3] == theirs[3],
        )
        likeness = in_context(compare(mine[4], theirs[4]), facts)
        pair = (mine[0], theirs[0])
        if likeness.score >= LIKELY and (pair not in best or likeness.score > best[pair][0].score):
            best[pair] = (likeness, row)
    likeliest = sorted(best.items(), key=lambda one: (-one[1][0].score, one[0]))[: 2 * limit]
    weighed = [(as_met(reader, likeness, *pair), row) for pair, (likeness, row) in likeliest]
    ranked = sorted(
        (-score, _people(row[:5], row[5:], why)) for (score, why), row in weighed if score >= LIKELY
    )
    return tuple(row for _, row in ranked[:limit])


def _nearly_the_same(reader: Reader) -> Iterator[tuple[Any, ...]]:
    """Officials whose names sound alike though their consonants differ, a row for each two of their spellings.

    No index brings them together, so all names are gone through once, in memory.
    """
    sounds: dict[str, set[int]] = defaultdict(set)
    for key, number in reader.all("SELECT key, record_id FROM name_key WHERE kind = 'official'"):
        sounds[key].add(number)
    for one, other in near((Written(*row) for row in reader.all(_NAMES)), sounds, _NEAR):
        row = reader.one(_NEARLY, one=one, other=other)
        if row is not None:
            theirs = reader.all(_SPELT, id=other)
            for (mine,) in reader.all(_SPELT, id=one):
                yield from ((*row[:4], mine, *row[4:], name) for (name,) in theirs)


def _people(mine: tuple[Any, ...], theirs: tuple[Any, ...], why: str) -> DoubtRow:
    (number, *known), (other, *known_of_other) = mine[:4], theirs[:4]
    return DoubtRow(
        Key("official", str(number)),
        told_apart(*known),
        why,
        Key("official", str(other)),
        told_apart(*known_of_other),
    )


def post_twins(reader: Reader, limit: int) -> tuple[DoubtRow, ...]:
    """Posts of one service that share a title, or whose titles say the same in other words."""
    shared = dict.fromkeys(reader.all(_SAME_TITLE, limit_=_LOOKED_AT))  # some share more titles than one
    found = {
        (one, other): _posts(one, (title, service), other, (other_title, other_service), "a title in common")
        for one, title, other, other_title, service, other_service in shared
    }
    for pair in titles_alike(reader, limit):
        found.setdefault(
            (pair.one, pair.other),
            _posts(
                pair.one, (pair.title, pair.service), pair.other, (pair.other_title, pair.service), pair.why
            ),
        )
    return tuple(found.values())[:limit]


def _posts(one: int, called: Sequence[str], other: int, other_called: Sequence[str], why: str) -> DoubtRow:
    return DoubtRow(
        Key("post", str(one)),
        ", ".join(filter(None, called)),
        why,
        Key("post", str(other)),
        ", ".join(filter(None, other_called)),
    )
