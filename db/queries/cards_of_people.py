"""Pairs and sources whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.dates import PartialDate
from db.queries.found_events import NO_EVENT, times_of
from db.queries.kin import kin, states_of, unmet
from db.queries.of_pair import AT_A_GLANCE, NEWEST, OPEN, WATCHED, followups_of_pair, outcomes_of_pair
from db.queries.officials import officials_of_pair
from db.queries.pairs import one_pair, rolled_up
from db.queries.scores import kept
from db.queries.timeline import pair_event
from db.rows import (
    FollowUpRow,
    FoundRow,
    Key,
    Moment,
    PairCard,
)
from db.rows.agenda import Kept
from db.vocabulary import HELD_STATUSES, PLANNED_STATUSES

if TYPE_CHECKING:
    from db.reader import Reader
    from db.rows import SourceCard


class Further(NamedTuple):
    """What takes longer to find of a pair that has met very often."""

    followups: tuple[FollowUpRow, ...]
    kept: Kept


def pair_card(reader: Reader, key: Key, moment: Moment) -> PairCard | None:
    """How two countries stand: last and next, what is open, what is watched, whom we know."""
    return _pair(reader, key, moment, None, at_once=False)


def pair_glance(reader: Reader, key: Key, moment: Moment) -> PairCard | None:
    """The same with the first of their outcomes only: what a pane shows at every step of the cursor.

    Of two that have met very often `further_of_pair` has what takes longer to find.
    """
    return _pair(reader, key, moment, AT_A_GLANCE, at_once=True)


def further_of_pair(reader: Reader, key: Key, moment: Moment, sides: tuple[str, str]) -> Further:
    """What a glance at a pair leaves out.

    Args:
        reader: the store.
        key: the pair.
        moment: the day, and whose desk it is.
        sides: its countries, the desk's own first.
    """
    return Further(followups_of_pair(reader, key, moment), kept(reader, *sides, moment, most=AT_A_GLANCE))


def _pair(reader: Reader, key: Key, moment: Moment, most: int | None, *, at_once: bool) -> PairCard | None:
    a, _, b = key.id.partition("-")
    row = one_pair(reader, a, b, moment)
    if row is None:
        return None
    at_once = at_once and row.inward + row.outward + row.meetings > NEWEST
    states = states_of(reader)
    related = kin(reader, key.id, states)
    return PairCard(
        key=key,
        row=row,
        last_event=pair_event(reader, key.id, HELD_STATUSES, "DESC"),
        next_event=pair_event(reader, key.id, PLANNED_STATUSES, "ASC"),
        open_actions=outcomes_of_pair(reader, key, moment, OPEN, most=most),
        watch_actions=outcomes_of_pair(reader, key, moment, WATCHED, most=most),
        followups=followups_of_pair(reader, key, moment, at_once=at_once),
        officials=officials_of_pair(reader, a, b),
        kin=related,
        unmet=unmet(reader, key.id, states),
        kept=Kept() if at_once else kept(reader, row.home, row.other, moment, most=most),
        rolled=rolled_up(reader, row, moment) if any(one.former for one in related) else None,
        whole=not at_once,
    )


def source_card(reader: Reader, key: Key, moment: Moment) -> SourceCard | None:  # noqa: ARG001 - one shape for all cards
    """A source with what it speaks of."""
    number = int(key.id)
    row = reader.one(
        "SELECT title, kind, publisher, author, cites, url, language, date_edtf, date_text, date_basis, reliability,"
        " handling, note FROM source WHERE id = :id",
        id=number,
    )
    if row is None:
        return None
    records = reader.all(
        "SELECT DISTINCT c.record_kind, c.record_id, e.label, e.detail FROM citation c"
        " JOIN search_entry e ON e.kind = c.record_kind AND e.record_id = c.record_id"
        " WHERE c.source_id = :id ORDER BY e.detail LIMIT 20",
        id=number,
    )
    from db.rows import SourceCard  # noqa: PLC0415 - not for the first screen, which shows a pair

    events = times_of(reader, [Key("visit", str(number)) for kind, number, *_ in records if kind == "visit"])
    return SourceCard(
        key=key,
        title=row[0] or row[2] or f"untitled {row[1]}",
        kind=row[1],
        publisher=row[2],
        author=row[3],
        cites=row[4],
        url=row[5],
        language=row[6],
        published=PartialDate(*row[7:10]),
        reliability=row[10],
        handling=row[11],
        note=row[12],
        citations=reader.value("SELECT COUNT(*) FROM citation WHERE source_id = :id", id=number),
        records=tuple(
            FoundRow(about, label, detail, events.get(about, NO_EVENT).dots)
            for about, label, detail in ((Key(kind, str(one)), *said) for kind, one, *said in records)
        ),
    )
