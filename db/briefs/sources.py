"""Where a page comes from: its sources with their grades, the balance of visits, and how it is to be handled."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.briefs import words
from db.briefs.handling import highest
from db.briefs.parts import Note, Section, Table, TableRow
from db.dates import PartialDate
from db.queries.called import called
from db.queries.pieces import source_name
from db.reader import marked
from db.rows import Key, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from db.briefs.scope import About
    from db.reader import Reader

MOST_SOURCES = 30
MOST_YEARS = 8
MOST_VISITS = 2_000  # looked at for the balance by year
_CITED: tuple[Kind, ...] = ("visit", "meeting", "action", "followup", "official", "post")
_MARKED: tuple[Kind, ...] = ("visit", "meeting", "action", "followup", "official")
_FEW = 6
_GRADES = "A to F: how reliable the source is; 1 to 6: how credible what it says. F and 6 are not judged."


class _Cited(NamedTuple):
    """A source that says something on what the page names."""

    grade: str
    title: str
    published: PartialDate
    cites: str
    handling: str
    on: list[str]


def sources(reader: Reader, named: Sequence[Key]) -> tuple[Section, tuple[str, ...]]:
    """The sources of what a page names, the best first, and their handling marks."""
    found: dict[int, _Cited] = {}
    for kind in _CITED:
        marks, ids = marked("id", (int(key.id) for key in named if key.kind == kind))
        if not ids:
            continue
        rows = reader.all(
            f"SELECT s.id, s.reliability, MIN(c.credibility), {source_name('s')}, s.publisher, s.cites,"
            " s.date_edtf, s.date_text, s.date_basis, s.handling, c.record_id"
            " FROM citation c JOIN source s ON s.id = c.source_id"
            f" WHERE c.record_kind = :kind AND c.record_id IN ({marks}) GROUP BY s.id, c.record_id"
            " ORDER BY s.id, c.record_id LIMIT 1000",
            kind=kind,
            **ids,
        )
        for (
            number,
            reliability,
            credibility,
            title,
            publisher,
            cites,
            edtf,
            text,
            basis,
            mark,
            record,
        ) in rows:
            grade = f"{reliability}{credibility}"
            name = title if publisher in ("", title) else f"{title}, {publisher}"
            one = found.setdefault(
                number, _Cited(grade, name, PartialDate(edtf, text, basis), cites, mark, [])
            )
            one.on.append(called(reader, Key(kind, str(record))))
            if grade < one.grade:
                found[number] = one._replace(grade=grade)
    graded = sorted(found.items(), key=lambda item: (item[1].grade, item[1].title))
    if not graded:
        return Section("Sources", (Note("No source is on record."),)), ()
    lines = tuple(
        TableRow(
            (
                one.grade,
                one.title + (f" (reports {one.cites})" if one.cites else ""),
                words.day(one.published) or "no date",
                words.first_few(one.on, _FEW),
            ),
            Key("source", str(number)),
        )
        for number, one in graded[:MOST_SOURCES]
    )
    table = Table(("grade", "source", "published", "on"), lines)
    left = len(graded) - MOST_SOURCES
    more = (Note(f"And {words.many(left, 'more source')}."),) if left > 0 else ()
    return Section("Sources", (table, *more, Note(_GRADES))), tuple(one.handling for one in found.values())


def handling(reader: Reader, named: Sequence[Key], marks: Iterable[str]) -> str:
    """The highest mark of all that a page names and of the sources that it rests on."""
    found = list(marks)
    for kind in _MARKED:
        places, ids = marked("id", (int(key.id) for key in named if key.kind == kind))
        if ids:
            rows = reader.all(
                f"SELECT DISTINCT handling FROM {kind} WHERE id IN ({places}) AND handling <> ''", **ids
            )
            found += [mark for (mark,) in rows]
    return highest(found)


def reciprocity(reader: Reader, scope: About) -> Section | None:
    """Visits in both directions by year, for each pair; None where nobody has travelled, or for a person."""
    if scope.kind != "pair":
        return None
    tables = [table for pair in scope.ids if (table := _balance(reader, pair, scope.home)) is not None]
    return Section("Visits both ways", tuple(tables)) if tables else None


def _balance(reader: Reader, pair: str, home: str) -> Table | None:
    total = reader.one(
        "SELECT p.forth, p.back FROM pair_summary p WHERE p.a || '-' || p.b = :pair AND p.a = :a",
        pair=pair,
        a=pair.partition("-")[0],
    )
    if total is None or not any(total):
        return None
    years = reader.all(
        "SELECT SUBSTR(x.sort_day, 1, 4) AS year, SUM(x.forth), SUM(x.back) FROM (SELECT s.sort_day, s.forth, s.back"
        " FROM event_scope s WHERE s.scope_kind = 'pair' AND s.scope_id = :pair"
        " ORDER BY s.sort_day DESC, s.group_id DESC, s.rank DESC LIMIT :visits) x"
        " WHERE x.forth + x.back > 0 GROUP BY year ORDER BY year DESC LIMIT :years",
        pair=pair,
        visits=MOST_VISITS,
        years=MOST_YEARS,
    )
    a, b = pair.split("-")
    turned = home == a  # visits to us stand first
    heads = (f"{b}→{a}", f"{a}→{b}") if turned else (f"{a}→{b}", f"{b}→{a}")

    def row(label: str, forth: int, back: int) -> TableRow:
        ways = (back, forth) if turned else (forth, back)
        return TableRow((label, *(str(count) if count else "–" for count in ways)))

    told = [row(year or "no date", forth, back) for year, forth, back in years]
    return Table(("visits", *heads), (*told, row("in all", *total)))
