"""On what a brief is made: of a record that is under the cursor, or of words in the shell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from db.briefs.words import listed
from db.errors import Conflict, NotFound
from db.merged import standing
from db.names import fold
from db.queries.holders import holders_now
from db.queries.search import find_records
from db.refs import bearer
from db.rows import Key, Kind
from db.vocabulary import STILL_TO_COME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.reader import Reader
    from db.rows import FoundRow, Moment

KINDS: tuple[Kind, ...] = ("pair", "official", "visit", "meeting")
"""What a brief can be on."""

_REF = re.compile(r"([VMAF])-\d{4}-\d+", re.IGNORECASE)
_DASH = re.compile(r"[-–]")
_LONGEST = 200  # characters that are looked at for two countries
_HOOKS = ("action", "meeting", "visit", "official")
_MOST = 8  # candidates that are told


def subject_of(reader: Reader, key: Key, moment: Moment) -> Key | None:
    """The record on which the brief is that an officer wants at another one; None where there is none.

    What hangs on an event of the past wants the brief of the two countries, since that meeting is over.
    """
    key = standing(reader, key)
    match key.kind:
        case "pair" | "official" | "visit" | "meeting":
            return key
        case "action":
            row = reader.one("SELECT meeting_id, visit_id FROM action WHERE id = :id", id=int(key.id))
            return _first(reader, ("meeting", "visit"), row, moment)
        case "followup":
            row = reader.one(
                "SELECT action_id, meeting_id, visit_id, official_id FROM followup WHERE id = :id",
                id=int(key.id),
            )
            return _first(reader, _HOOKS, row, moment)
        case "post":
            holder = holders_now(reader, [int(key.id)], moment.today).get(int(key.id))
            country = "SELECT COALESCE(p.country, o.country) FROM post p LEFT JOIN organisation o"
            return (
                holder.official_key
                if holder
                else _pair(
                    reader,
                    reader.value(f"{country} ON o.id = p.organisation_id WHERE p.id = :id", id=int(key.id)),
                    moment,
                )
            )
        case "organisation":
            return _pair(
                reader,
                reader.value("SELECT country FROM organisation WHERE id = :id", id=int(key.id)),
                moment,
            )
        case _:
            return None


def _first(reader: Reader, kinds: tuple[str, ...], row: tuple[Any, ...] | None, moment: Moment) -> Key | None:
    for kind, number in zip(kinds, row or (), strict=False):
        if number is None:
            continue
        key = Key(cast("Kind", kind), str(number))
        return _of_event(reader, key) if kind in ("visit", "meeting") else subject_of(reader, key, moment)
    return None


def _of_event(reader: Reader, key: Key) -> Key:
    """An event itself while it is still to come, or where more than two meet; else its pair."""
    row = reader.one(
        "SELECT e.parties, e.status FROM event e WHERE e.id = :id",
        id=2 * int(key.id) + (key.kind == "meeting"),
    )
    codes = sorted(str(row[0]).split()) if row else []
    if row is None or row[1] in STILL_TO_COME or len(codes) != 2:  # noqa: PLR2004 - countries
        return key
    return Key("pair", "-".join(codes))


def _pair(reader: Reader, country: Any, moment: Moment) -> Key | None:
    if not country or not moment.desk or country == moment.desk:
        return None
    return _known_pair(reader, str(country), moment.desk)


def _known_pair(reader: Reader, one: str, other: str) -> Key | None:
    a, b = sorted((one, other))
    there = reader.value("SELECT 1 FROM pair_summary WHERE a = :a AND b = :b", a=a, b=b)
    return Key("pair", f"{a}-{b}") if there else None


# --- by words ---


def find_subject(reader: Reader, words: str, moment: Moment) -> Key:
    """What a brief is asked on: "MA-ES", "ES" at a desk, a ref, or the name of an official or a pair.

    Raises:
        NotFound: nothing is called so, or no brief can be made of it.
        Conflict: several are; the sentence names them.
    """
    text = words.strip()
    found = _by_ref(reader, text) or _by_countries(reader, text, moment) or _by_name(reader, text, moment)
    subject = subject_of(reader, found, moment)
    if subject is None:
        raise NotFound(f"“{text[:60]}” has no visit and no meeting, so there is no brief on it.")
    return subject


def _by_ref(reader: Reader, text: str) -> Key | None:
    if _REF.fullmatch(text) is None:
        return None
    key = bearer(reader, text.upper())
    if key is None:
        raise NotFound(f"There is no {text.upper()} in the store.")
    return key


def _by_countries(reader: Reader, text: str, moment: Moment) -> Key | None:
    """Two countries by codes or names with a dash between them, or one at the desk of the other."""
    for one, other in _halves(text):
        codes = (_country(reader, one), _country(reader, other) if other else moment.desk)
        if codes[0] and not other and codes[1] in ("", codes[0]):
            raise Conflict(f"“{text[:60]}” is one country; its pairs are {_pairs_of(reader, codes[0])}.")
        if not all(codes) or codes[0] == codes[1]:
            continue
        pair = _known_pair(reader, *codes)
        if pair is None:
            raise NotFound(f"There is no visit and no meeting of {codes[0]} and {codes[1]} in the store.")
        return pair
    return None


def _pairs_of(reader: Reader, country: str) -> str:
    rows = reader.all(
        "SELECT a, b FROM pair_summary WHERE a = :country OR b = :country ORDER BY last_day DESC LIMIT :most",
        country=country,
        most=_MOST,
    )
    return listed(*(f"{a}-{b}" for a, b in rows)) or "none"


def _halves(text: str) -> Iterator[tuple[str, str]]:
    """The whole, and what stands before and after each dash: a country may have one in its name."""
    yield text, ""
    for dash in _DASH.finditer(text[:_LONGEST]):
        yield text[: dash.start()], text[dash.end() :]


def _country(reader: Reader, text: str) -> str:
    """A country's code, by that or by one of its names; "" where there is none."""
    code, name = text.strip().upper(), fold(text)
    found = reader.value("SELECT code FROM country WHERE code = :code", code=code)
    if found is None and name:
        found = reader.value(
            "SELECT country FROM country_name WHERE folded = :name AND kind IN ('short', 'official', 'alias')"
            " ORDER BY id LIMIT 1",
            name=name,
        )
    return str(found or "")


def _by_name(reader: Reader, text: str, moment: Moment) -> Key:
    found = [row for row in find_records(reader, text, desk=moment.desk) if row.key.kind in KINDS]
    officials = [row for row in found if row.key.kind == "official"]
    wanted = officials or [row for row in found if row.key.kind == "pair"] or found
    exact = [row for row in wanted if fold(row.label) == fold(text)]
    if len(exact) == 1 or len(wanted) == 1:
        return (exact or wanted)[0].key
    if not wanted:
        raise NotFound(f"Nothing is called “{text[:60]}”; try a pair such as MA-ES, a ref, or a name.")
    raise Conflict(f"Several are called “{text[:60]}”: {_told(wanted)}.")


def _told(rows: list[FoundRow]) -> str:
    names = [f"{row.label} ({row.detail})" if row.detail else row.label for row in rows[:_MOST]]
    return listed(*names) + (f" and {len(rows) - _MOST} more" if len(rows) > _MOST else "")
