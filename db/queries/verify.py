"""The view To verify: what may be there twice, what is missing, what contradicts itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.dates import PartialDate, show_short
from db.holding import at_once
from db.queries.called import called
from db.queries.mixed_letters import mixed_letters
from db.queries.outside_tenure import outside_tenure
from db.queries.pieces import exceeds, short_name, source_name
from db.queries.timeline import EVENT, dots_of, event_row
from db.queries.twins import official_twins, post_twins, visit_twins
from db.rows import EventRow, Key, Moment
from db.rows.doubts import DoubtRow, Doubts, Looks, Mend
from db.rows.way import way

if TYPE_CHECKING:
    from db.reader import Reader

AT_MOST = 50
_LOOKED_AT = 2_000  # tenures beside each other by their days; some of them only touch
FEW_DOTS = 2
_LOOKS = Looks()

_YEARLESS = "e.sort_day = '' AND (e.date_edtf LIKE 'XXXX%' OR e.date_edtf = '')"
_SOURCES = (
    "(SELECT COUNT(DISTINCT COALESCE(s.duplicate_of, s.merged_into, s.id)) FROM citation c"
    " JOIN source s ON s.id = c.source_id WHERE c.record_kind = 'visit' AND c.record_id = e.record_id)"
)
_DOTS = "LENGTH(REPLACE(e.dots, '0', ''))"
_LATEST = (
    "SELECT * FROM event WHERE kind = :kind ORDER BY sort_day DESC, group_id DESC, rank DESC LIMIT :most"
)
# Joined to the left, and behind a COALESCE, the events stay first: by the index on offices everybody would be gone
# through who ever took part.
_TAKING_PART = (
    ("meeting", "LEFT JOIN participant p ON p.meeting_id = e.record_id"),
    (
        "visit",
        "LEFT JOIN delegation d ON d.visit_id = e.record_id LEFT JOIN participant p ON p.delegation_id = d.id",
    ),
)
_LATEST_EVENTS = "(SELECT * FROM event ORDER BY sort_day DESC, group_id DESC, rank DESC LIMIT :latest)"
_COUNTED = "e.kind = 'visit' AND e.status NOT IN ('idea', 'cancelled', 'implied')"


def verify(reader: Reader, moment: Moment, looks: Looks = _LOOKS) -> list[Doubts]:
    """Every kind of doubt, those that one key settles first; of some only what is latest is looked at."""
    same = "Enter compares the two"
    return [
        _visits(reader, moment, looks.visits, same),
        Doubts("Officials who may be the same", "merge", same, official_twins(reader, AT_MOST), None),
        mixed_letters(reader, AT_MOST),
        Doubts("Posts that may be the same", "merge", same, post_twins(reader, AT_MOST), None),
        _two_holders(reader),
        _outside_tenure(reader, looks.people),
        _garbled(reader),
        _events(reader, "Visits and meetings without a year", _YEARLESS, "edit", "Enter opens the form"),
        _unnamed(reader, looks.named),
        _events(
            reader,
            "Visits that rest on one source",
            f"{_COUNTED} AND {_SOURCES} = 1",
            "source",
            "Enter names a second source",
            looks.events,
        ),
        _events(
            reader,
            "Visits of which little is known",
            f"{_COUNTED} AND {_DOTS} <= {FEW_DOTS}",
            "edit",
            "Enter opens the form",
            looks.events,
        ),
    ]


def _visits(reader: Reader, moment: Moment, latest: int, says: str) -> Doubts:
    rows = visit_twins(reader, moment.today, AT_MOST, latest)
    within = f"{latest:,} visits for twins" if exceeds(reader, "visit", latest) else ""
    return Doubts("Visits that may be the same", "merge", says, rows, None, within)


def _events(
    reader: Reader, title: str, where: str, mend: Mend, says: str, latest: int | None = None
) -> Doubts:
    """Visits and meetings of which something is true: all of them, or those among the latest."""
    among, values = ("event", {}) if latest is None else (_LATEST_EVENTS, {"latest": latest})
    rows = reader.all(
        f"SELECT {EVENT}, FALSE, FALSE FROM {among} e WHERE {where}"
        " ORDER BY e.sort_day DESC, e.group_id DESC, e.rank DESC LIMIT :limit_",
        limit_=AT_MOST,
        **values,
    )
    lines = tuple(_event(event_row(row)) for row in rows)
    if latest is not None and exceeds(reader, "event", latest):
        return Doubts(title, mend, says, lines, None, f"{latest:,} visits and meetings for sources and gaps")
    return Doubts(title, mend, says, lines, reader.value(f"SELECT COUNT(*) FROM event e WHERE {where}"))


def _event(row: EventRow) -> DoubtRow:
    dots = row.dots if row.key.kind == "visit" else None
    return DoubtRow(row.key, _called(row), "", dots=dots, field=_wanting(row))


def _wanting(row: EventRow) -> str:
    """The field that says more of an event: its date, else who travelled."""
    dated = row.date.edtf and not row.date.yearless
    return "delegation" if dated and row.key.kind == "visit" else "date"


def _called(row: EventRow) -> str:
    between = way(row.sending, row.host, " ".join(row.parties))
    return " ".join(filter(None, (row.ref, between, show_short(row.date), row.title or row.people)))


def _unnamed(reader: Reader, most: int) -> Doubts:
    """Events in which somebody is known by the office alone, a line for each office, meetings first."""
    rows = [
        row
        for kind, joined in _TAKING_PART
        for row in reader.all(
            f"SELECT {EVENT}, FALSE, FALSE, x.id, x.title, {short_name('o')} FROM ({_LATEST}) e {joined}"
            " JOIN post x ON x.id = COALESCE(p.post_id, 0) LEFT JOIN organisation o ON o.id = x.organisation_id"
            " WHERE COALESCE(p.official_id, 0) = 0"
            " ORDER BY e.sort_day DESC, e.group_id DESC, e.rank DESC, p.rank, p.id LIMIT :limit_",
            kind=kind,
            most=most,
            limit_=AT_MOST,
        )
    ]
    width = EVENT.count(",") + 3
    events: dict[Key, list[str]] = {}
    posts: dict[Key, str] = {}
    for row in rows:
        key = Key("post", str(row[width]))
        posts[key] = ", ".join(part for part in row[width + 1 : width + 3] if part)
        events.setdefault(key, []).append(_called(event_row(row[:width])))
    lines = tuple(
        DoubtRow(key, post, f"not named in {_and_more(events[key])}")
        for key, post in list(posts.items())[:AT_MOST]
    )
    total = reader.value(
        "SELECT COUNT(*) FROM post x WHERE EXISTS"
        " (SELECT 1 FROM participant p WHERE p.post_id = x.id AND p.official_id IS NULL)"
    )
    larger = exceeds(reader, "visit", most) or exceeds(reader, "meeting", most)
    within = f"{most:,} visits and as many meetings for who was not named" if larger else ""
    return Doubts(
        "Somebody who took part was not named",
        "holder",
        "Enter names the holder of the post",
        lines,
        total,
        within,
    )


def _and_more(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"


def _garbled(reader: Reader) -> Doubts:
    rows = reader.all(
        f"SELECT c.id, c.record_kind, c.record_id, c.field, c.value, {source_name('s')} FROM citation c"
        " JOIN source s ON s.id = c.source_id"
        " WHERE c.stance = 'garbled' ORDER BY c.id DESC LIMIT :limit_",
        limit_=AT_MOST,
    )
    lines = []
    for citation, kind, number, field, value, source in rows:
        key = Key(kind, str(number))
        why = f"{f'“{value}” ' if value else ''}is garbled in {source}"
        dots = dots_of(reader, key)
        lines.append(DoubtRow(key, called(reader, key), why, dots=dots, field=field, citation=citation))
    total = reader.value("SELECT COUNT(*) FROM citation c WHERE c.stance = 'garbled'")
    return Doubts("Garbled in a source", "words", "Enter shows the words and mends", tuple(lines), total)


def _outside_tenure(reader: Reader, people: int) -> Doubts:
    lines, total = outside_tenure(reader, AT_MOST, people)
    return Doubts(
        "In an office outside the tenure",
        "tenures",
        "Enter opens the form at the posts held",
        lines,
        total,
        f"{people:,} participants for their tenures" if total is None else "",
    )


def _two_holders(reader: Reader) -> Doubts:
    """Two officials in a single-seat post over days that overlap, or of which nobody knows that they do not."""
    where = (
        "tenure t JOIN tenure n ON n.post_id = t.post_id AND n.id > t.id AND n.official_id <> t.official_id"
        " JOIN post p ON p.id = t.post_id AND p.single_seat JOIN official f ON f.id = t.official_id"
        " JOIN official g ON g.id = n.official_id LEFT JOIN organisation o ON o.id = p.organisation_id"
        " WHERE NOT t.acting AND NOT n.acting AND p.merged_into IS NULL"
        " AND (t.date_last IS NULL OR n.date_first IS NULL OR n.date_first <= t.date_last)"
        " AND (n.date_last IS NULL OR t.date_first IS NULL OR t.date_first <= n.date_last)"
    )
    rows = reader.all(
        f"SELECT p.id, p.title, {short_name('o')}, f.id, f.name, g.id, g.name, t.date_edtf, n.date_edtf"
        f" FROM {where} ORDER BY t.id DESC, n.id DESC LIMIT :limit_",
        limit_=_LOOKED_AT,
    )
    lines = [
        DoubtRow(
            Key("post", str(number)),
            ", ".join(filter(None, (title, service))),
            _held_by(one, other, held, also),
            people=((Key("official", str(first)), one), (Key("official", str(second)), other)),
        )
        for number, title, service, first, one, second, other, held, also in rows
        if at_once(PartialDate(held), PartialDate(also))  # who leaves in May hands over to who comes in May
    ]
    return Doubts(
        "Two holders of one seat at once",
        "tenures",
        "Enter opens the form of one of them",
        tuple(lines[:AT_MOST]),
        len(lines) if len(rows) < _LOOKED_AT else None,
    )


def _held_by(one: str, other: str, held: str, also: str) -> str:
    """Why two tenures cannot both be right, or what is missing to tell."""
    if held and also:
        return f"held by {one} and {other} at once"
    undated = "" if not (held or also) else f" of {other if held else one}"
    return f"two holders, dates{undated} unknown: {one} and {other}"
