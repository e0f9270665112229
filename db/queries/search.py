"""Any record by its names and by what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.context import NOWHERE, begun_in
from db.dialects.word_index import TABLE, beginning
from db.merged import standing
from db.names import fold
from db.queries.found_events import NO_EVENT, times_of
from db.queries.said import contexts
from db.queries.topics import TopicNamed, topics_named
from db.queries.words import asking, matching, named_countries, wanted_words
from db.reader import marked
from db.rows import Found, FoundRow, Key, Kind
from db.searched import PLACES, reach

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from db.names.candidates import Candidate
    from db.reader import Reader

# An officer who types three letters mostly means a person or a pair.
KINDS: tuple[Kind, ...] = (
    "pair",
    "official",
    "topic",
    "visit",
    "meeting",
    "post",
    "action",
    "followup",
    "organisation",
    "source",
)
COUNTED = 1_000
"""Of more it is only said that there are more."""
_NAMED: frozenset[Kind] = frozenset(
    {"pair", "official", "topic", "post", "organisation"}
)  # what has a name of its own
_UNDATED: frozenset[Kind] = frozenset({"post", "organisation"})  # of which none is the latest
_LONGEST_LETTER = 4  # characters: with blanks around it
_OFFICES = 200  # of each of them are weighed: directors general there are many
_TOPICS = 10
_PAIRS = 10  # of one country, beside which everything else should have a place
_FEWEST = 3  # of each kind, where there are too many of all
_HIT = "x.kind, CAST(x.record_id AS TEXT), substr(x.label, 1, 400), x.detail, substr(x.folded, 1, 400)"
_PLACES_OF = f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH :asked LIMIT :most"
_REFS: dict[str, Kind] = {"V-": "visit", "M-": "meeting", "A-": "action", "F-": "followup"}


class _Hit(NamedTuple):
    """A record as the index gives it."""

    kind: Kind
    id: str
    label: str
    detail: str
    folded: str

    @property
    def key(self) -> Key:
        return Key(self.kind, self.id)


def find_records(reader: Reader, words: str, *, limit: int = 50, desk: str = "") -> list[FoundRow]:
    """Records of which every word begins a word that is written of them; else officials whose names sound so.

    The one whose ref was typed comes first, then those that are called so, then the others kind by kind, the latest
    first. A pair is called as the desk's country sees it; who was found by sound alone has that in the detail.
    """
    return list(_found(reader, words, limit, desk, ()).rows)


def find_everywhere(reader: Reader, words: str, *, limit: int = 50, desk: str = "") -> Found:
    """The same with the topics that are called so, and how many there are."""
    return _found(reader, words, limit, desk, topics_named(reader, wanted_words(words)))


def _found(reader: Reader, words: str, limit: int, desk: str, topics: Sequence[TopicNamed]) -> Found:
    wanted = wanted_words(words)
    if not wanted:
        return Found()
    hits = [*_by_ref(reader, words)]
    asked = _asked(reader, words)
    pairs = _pairs(reader, words, desk, min(limit, _PAIRS))
    of_each_kind, count = _of_each_kind(reader, asked, limit)
    named = [_Hit("topic", one.code, one.label, one.said, one.folded) for one in topics[:_TOPICS]]
    found: dict[Kind, list[_Hit]] = {"pair": pairs, "topic": named, **of_each_kind}
    meant, exactly = _meant(reader, wanted)
    for kind in _UNDATED & found.keys():
        found[kind].sort(key=lambda hit: (-_standing_whole(hit, wanted, exactly), len(hit.label)))
    hits += [hit for hit in _ranked(found, wanted, meant, limit) if hit not in hits][: limit - len(hits)]
    if not hits:
        rows = tuple(
            FoundRow(
                Key("official", str(one.number)),
                one.name,
                " · ".join(filter(None, (" ".join(filter(None, (one.country, one.post))), one.why))),
            )
            for one in sounding_like(reader, words, limit=limit)
        )
        return Found(rows, len(rows))
    unseen = {hit.key: _unseen(hit, wanted, meant) for hit in hits}
    return Found(tuple(_rows(reader, hits, words, unseen, desk)), len(pairs) + len(named) + count)


def _asked(reader: Reader, words: str) -> str:
    """What the index is asked: looked up once, for all kinds."""
    letter = fold(words[:_LONGEST_LETTER])
    if len(letter) == 1:
        # With a letter half of all countries begin. Where it alone finds enough, they would only cost time.
        alone = beginning(letter)
        if len(reader.all(_PLACES_OF, asked=alone, most=COUNTED + 1)) > COUNTED:
            return alone
    question, values = asking(words)
    return str(reader.value(f"SELECT {question}", **values))


def _of_each_kind(reader: Reader, asked: str, limit: int) -> tuple[dict[Kind, list[_Hit]], int]:
    """The latest of each kind, and how many there are of all: one more than are counted where there are more."""
    places = [place for (place,) in reader.all(_PLACES_OF, asked=asked, most=COUNTED + 1)]
    hits = _newest(reader, asked, limit) if len(places) > COUNTED else _those_at(reader, places, limit)
    found: dict[Kind, list[_Hit]] = {}
    for hit in hits:
        found.setdefault(hit.kind, []).append(hit)
    return found, len(places)


def _newest(reader: Reader, asked: str, limit: int) -> list[_Hit]:
    """Of each kind the index is asked anew, since it has too many to be put in order."""
    parts, values = [], {}
    for kind in PLACES:
        values[f"{kind}_low"], values[f"{kind}_high"] = reach(kind)
        parts.append(
            f"SELECT * FROM (SELECT {_HIT}"
            f" FROM {TABLE} w CROSS JOIN search_entry x ON x.id = w.rowid WHERE w.{TABLE} MATCH :asked"
            f" AND w.rowid >= :{kind}_low AND w.rowid < :{kind}_high ORDER BY w.rowid DESC LIMIT"
            f" {_OFFICES if kind in _UNDATED else ':limit_'})"
        )
    rows = reader.all(" UNION ALL ".join(parts), asked=asked, limit_=limit, **values)
    return [_Hit._make(row) for row in rows]


def _those_at(reader: Reader, places: Sequence[int], limit: int) -> list[_Hit]:
    """Of few, the places tell the kinds: the index, slow where a word may mean many countries, was asked once."""
    chosen: list[int] = []
    for kind in PLACES:
        low, high = reach(kind)
        those = sorted((place for place in places if low <= place < high), reverse=True)
        chosen += those[: _OFFICES if kind in _UNDATED else limit]
    marks, values = marked("place", chosen)
    of_those = f"SELECT {_HIT} FROM search_entry x WHERE x.id IN ({marks}) ORDER BY x.id DESC"
    return [_Hit._make(row) for row in reader.all(of_those, **values)]


def _pairs(reader: Reader, words: str, desk: str, limit: int) -> list[_Hit]:
    """Country pairs by any name of either, the desk's own first and then the latest."""
    condition, values = matching("pair", words, "p")
    rows = reader.all(
        "SELECT 'pair', p.a || '-' || p.b, x.name || ' – ' || y.name, p.a || ' – ' || p.b, '' FROM pair_summary p"
        f" JOIN country x ON x.code = p.a JOIN country y ON y.code = p.b WHERE {condition}"
        " ORDER BY :desk IN (p.a, p.b) DESC, p.last_day DESC, p.a, p.b LIMIT :limit_",
        desk=desk,
        limit_=limit,
        **values,
    )
    return [_Hit._make(row) for row in rows]


def _ranked(
    found: Mapping[Kind, Sequence[_Hit]], wanted: Sequence[str], meant: Mapping[str, set[str]], limit: int
) -> list[_Hit]:
    """What is called so, first just so, before what only speaks of it; of too much of one kind, some of every kind."""
    hits = [hit for kind in KINDS for hit in found.get(kind, ())]
    named = [hit for hit in hits if hit.kind in _NAMED and _called_so(hit, wanted, meant)]
    named.sort(key=lambda hit: wanted_words(hit.label) != wanted)
    so_called = set(named)
    others = [hit for hit in hits if hit not in so_called]
    named = named[: max(limit // 2, limit - len(others))]
    room = limit - len(named)
    if len(others) > room > 0:
        share = max(_FEWEST, room // len(KINDS))
        first = {hit for kind in KINDS for hit in [one for one in others if one.kind == kind][:share]}
        kept = set(sorted(others, key=lambda hit: hit not in first)[:room])
        others = [hit for hit in others if hit in kept]
    return [*named, *others]


def _meant(reader: Reader, wanted: Sequence[str]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The countries that each word may mean, as they stand in an entry, and those that are called just so."""
    parts = [
        f"SELECT {at} AS at, country, 0 AS whole FROM ({named_countries(f'w{at}', word)})"
        f" UNION ALL SELECT {at}, country, 1 FROM country_name WHERE folded = :w{at}"
        for at, word in enumerate(wanted)
    ]
    values = {f"w{at}": word for at, word in enumerate(wanted)}
    meant: dict[str, set[str]] = {word: set() for word in wanted}
    exactly: dict[str, set[str]] = {word: set() for word in wanted}
    for at, country, whole in reader.all(" UNION ALL ".join(parts), **values):
        (exactly if whole else meant)[wanted[at]].add(f".{country.lower()}")
    return meant, exactly


def _standing_whole(hit: _Hit, wanted: Sequence[str], exactly: Mapping[str, set[str]]) -> int:
    """How many of the words are whole words of its label, or just what its country is called."""
    label, names = fold(hit.label).split(), hit.folded.partition(" | ")[0].split()
    return sum(word in label or not exactly[word].isdisjoint(names) for word in wanted)


def _called_so(hit: _Hit, wanted: Sequence[str], meant: Mapping[str, set[str]]) -> bool:
    """Its names hold the words, save for those that are its country's; a pair's are its countries'."""
    if hit.kind == "pair":
        return True
    names = hit.folded.partition(" | ")[0].split()
    begun = [any(name.startswith(word) for name in names) for word in wanted]
    return any(begun) and all(
        named or not meant[word].isdisjoint(names) for named, word in zip(begun, wanted, strict=True)
    )


def _unseen(hit: _Hit, wanted: Sequence[str], meant: Mapping[str, set[str]]) -> list[str]:
    """The words that neither its line nor its countries account for."""
    if hit.kind in ("pair", "topic"):
        return []
    seen = begun_in(f"{hit.label} {hit.detail}", wanted)
    tokens = set(hit.folded.split())
    return [word for word in wanted if word not in seen and meant[word].isdisjoint(tokens)]


def _rows(
    reader: Reader, hits: Sequence[_Hit], words: str, unseen: Mapping[Key, Sequence[str]], desk: str
) -> Iterable[FoundRow]:
    events = times_of(reader, [hit.key for hit in hits if hit.kind in ("visit", "meeting")])
    said = contexts(reader, {key: missing for key, missing in unseen.items() if missing})
    went = _went(reader, words)
    ordered = sorted(hits, key=lambda hit: not went or (hit.kind, hit.id) != ("visit", went[0]))
    for hit in ordered:
        event = events.get(hit.key, NO_EVENT)
        here = said.get(hit.key, NOWHERE)
        yield FoundRow(
            hit.key,
            " – ".join(reversed(hit.label.split(" – ")))
            if hit.kind == "pair" and hit.id.endswith(f"-{desk}")
            else hit.label,
            " ".join(filter(None, (hit.detail, *event.when))),
            event.dots if hit.kind == "visit" else (),
            went[1] if went and hit.kind == "visit" and hit.id == went[0] else "",
            here.text,
            here.marks,
        )


def _by_ref(reader: Reader, words: str) -> list[_Hit]:
    """The record whose ref is all that was typed; other records only speak of it."""
    ref = words.strip().upper()
    kind = _REFS.get(ref[:2])
    if kind is None or not ref[2:].replace("-", "").isdecimal():
        return []
    rows = reader.all(
        f"SELECT {_HIT} FROM search_entry x"
        f" WHERE x.kind = :kind AND x.record_id IN (SELECT id FROM {kind} WHERE ref = :ref)",
        kind=kind,
        ref=ref,
    )
    return [_Hit._make(row) for row in rows]


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
