"""Records by what an officer calls them in a shell: a ref, two countries, a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from db.errors import Conflict, NotFound
from db.names import fold
from db.queries.search import find_records
from db.refs import KIND_OF, LETTERS, bearer
from db.rows import Key

if TYPE_CHECKING:
    from db.reader import Reader
    from db.rows import Moment

_REF = re.compile(r"[VMAF]-\d{3,4}-\d+", re.ASCII)
_MOST = 8  # of several that are told
_REFS = " UNION ALL ".join(
    f"SELECT ref FROM (SELECT ref FROM {kind} WHERE ref LIKE :begun ORDER BY id DESC LIMIT :most)"
    for kind in LETTERS
)


def called(reader: Reader, words: str, moment: Moment) -> Key:
    """The record that some words mean: "V-2025-001", "MA-ES", "ES" at a desk, or a name.

    Raises:
        NotFound: nothing is called so.
        Conflict: several are; the sentence names them.
    """
    text = words.strip()
    if _REF.fullmatch(text.upper()):
        if (key := bearer(reader, text.upper())) is None:
            raise NotFound(f"There is no {text.upper()[:60]} in the store.")
        return key
    return _pair(reader, text, moment) or _by_name(reader, text, moment)


def _pair(reader: Reader, text: str, moment: Moment) -> Key | None:
    codes = re.split("[-–]", text.upper())
    if len(codes) == 1 and moment.desk:
        codes.append(moment.desk)
    pair = "-".join(sorted(codes))
    a, _, b = pair.partition("-")
    there = reader.value("SELECT 1 FROM pair_summary WHERE a = :a AND b = :b", a=a, b=b)
    return Key("pair", pair) if there else None


def _by_name(reader: Reader, text: str, moment: Moment) -> Key:
    found = list(find_records(reader, text, desk=moment.desk)) if text else []
    for some in (
        [row for row in found if fold(row.label) == fold(text)],
        [row for row in found if row.key.kind == "official"],  # a name is that of a person first
        [row for row in found if row.key.kind == "pair"],
        found,
    ):
        if len(some) == 1:
            return some[0].key
        if some:
            break
    if not found:
        raise NotFound(f"Nothing is called “{text[:60]}”; try a ref such as V-2025-001, MA-ES, or a name.")
    named = ", ".join(f"{row.label} ({row.detail})" if row.detail else row.label for row in found[:_MOST])
    more = f" and {len(found) - _MOST} more" if len(found) > _MOST else ""
    raise Conflict(f"Several are called “{text[:60]}”: {named}{more}.")


def completions(reader: Reader, begun: str, most: int = 60) -> list[str]:
    """Refs, countries and pairs that begin so, the newest refs first."""
    text = begun.upper().replace("%", "").replace("_", "")
    refs = (
        [str(row[0]) for row in reader.all(_REFS, begun=f"{text}%", most=most)] if text[:1] in KIND_OF else []
    )
    pairs = reader.all(
        "SELECT a || '-' || b FROM pair_summary WHERE a || '-' || b LIKE :begun OR b || '-' || a LIKE :begun"
        " ORDER BY last_day DESC LIMIT :most",
        begun=f"{text}%",
        most=most,
    )
    turned = [_as_begun(str(row[0]), text) for row in pairs]
    codes = reader.all(
        "SELECT code FROM country WHERE code LIKE :begun ORDER BY code LIMIT :most",
        begun=f"{text}%",
        most=most,
    )
    return list(dict.fromkeys((*turned, *(str(row[0]) for row in codes), *refs)))


def _as_begun(pair: str, begun: str) -> str:
    a, _, b = pair.partition("-")
    return pair if pair.startswith(begun) else f"{b}-{a}"
