"""Dates in the store that count from a publication which was not known when they were entered."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.dates import PartialDate
from db.reading.draft.dating import meant
from db.rows import Key
from db.vocabulary import STILL_TO_COME

if TYPE_CHECKING:
    from db.reader import Reader

_MOST = 100
_RECORDS = {
    "visit": ("date", "r.sending || '→' || r.host", "r.status"),
    "meeting": ("date", "r.title", "r.status"),
    "action": ("due", "r.text", "'planned'"),
}


class SymbolicDate(NamedTuple):
    """A date that its source's publication gives a meaning.

    Attributes:
        key: of the record.
        ref: what it is called.
        label: a few words on it.
        when: as it stands.
        offer: what it means.
    """

    key: Key
    ref: str
    label: str
    when: PartialDate
    offer: PartialDate


def symbolic_dates(reader: Reader, source: Key) -> list[SymbolicDate]:
    """The dates of the records that a source speaks of which its day of publication tells the meaning of."""
    row = reader.one("SELECT date_edtf FROM source WHERE id = :id", id=int(source.id))
    published = PartialDate(str(row[0])) if row else PartialDate()
    if not published.exact or published.first is None:
        return []
    found = []
    for kind, (name, label, status) in _RECORDS.items():
        rows = reader.all(
            f"SELECT DISTINCT r.id, r.ref, {label}, {status}, r.{name}_edtf, r.{name}_text FROM {kind} r"
            " JOIN citation c ON c.record_kind = :kind AND c.record_id = r.id AND c.source_id = :source"
            f" WHERE r.{name}_text <> '' AND (r.{name}_edtf = '' OR r.{name}_edtf LIKE 'XXXX%')"
            " ORDER BY r.id LIMIT :most",
            kind=kind,
            source=int(source.id),
            most=_MOST,
        )
        for number, ref, words, state, edtf, text in rows:
            when = PartialDate(edtf, text)
            offer = meant(when, published.first, ahead=state in STILL_TO_COME)
            if offer is not None:
                found.append(SymbolicDate(Key(kind, str(number)), ref, words, when, offer))  # type: ignore[arg-type]
    return found
