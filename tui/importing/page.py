"""An import as lines: how the file is read, what each column says, and the rows as they would be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from db.exchange.tables.fields import COUNTRY, REASON
from db.exchange.tables.kinds import VISITS
from db.exchange.tables.sniffing import BETWEEN, LETTERS
from db.rows import Key
from tui.cards.fields import Entry, column, entry_lines, many, span
from tui.glyphs import glyphs
from tui.importing.files import Arriving
from tui.importing.looking import Look
from tui.importing.words import rejects_of, shown
from tui.keys import pressed
from tui.lines import Line, Span
from tui.plain import cells, plain

if TYPE_CHECKING:
    from db.exchange.tables.importing import Plan

MARGIN = (Span("  "),)
PREVIEW = "As they would be"
"""The title of the rows as they would be."""
SIDES = ("sending", "host")
"""What every visit says: who travels and who receives."""
_LABEL = 15
_FIELD = 15
_HEADER = 22
SHOWN = 6
"""Rows of a preview."""
_LISTED = 12  # rows told among those that are there already, or cannot enter
_WIDE = 84  # columns from which on an example stands beside what a column says
_EXAMPLE = 28
_NARROW = 12  # a part of a row is never narrower for want of room


def answer_key(answer: str) -> Key:
    """The key of a line that Enter changes; it tells the line from others and is no record."""
    return Key("source", f"import {answer}")


def answered(key: Key | None) -> str:
    """What the line of a key changes, "" for none."""
    return key.id.removeprefix("import ") if key is not None and key.id.startswith("import ") else ""


def table_page(file: Arriving, found: Look, width: int) -> list[Line]:
    """A table, and what would come of it."""
    lines = [head("The file"), *_file(found)]
    lines += [Line(), head("Its columns"), *_columns(found, width)]
    if found.plan is not None:
        lines += _plan(found.plan, file.path, width)
    else:
        lines += [Line(), *entry_lines(Entry((span(_asks(found), "warn"),)), width)]
    return lines


def _asks(found: Look) -> str:
    """What has to be said before anything can be shown."""
    enter = pressed("importing.change")
    if found.missing:
        what = found.missing.partition(":")[0]
        every = "; on a line “in every row”, what holds for all of them" if found.table.kind is VISITS else ""
        return f"{what}. {enter} on a column says what it is{every}."
    said = f"{glyphs.quote_open}{plain(found.order.shown, 30)}{glyphs.quote_close}"
    if found.order.against:
        other = f"{glyphs.quote_open}{plain(found.order.against, 30)}{glyphs.quote_close}"
        return f"{said} has the day first and {other} the month: {enter} on “dates” says which way they run."
    return f"{said} can be read both ways, and no other date shows which: {enter} on “dates” says it."


def head(text: str, said: str = "", key: Key | None = None) -> Line:
    """The title line of a section, and what is to be said of the whole of it."""
    return Line((Span(text, "accent"), Span(f"  {said}" if said else "", "dim")), key)


def asked_next(found: Look) -> Key | None:
    """The line that has to be answered first, None where nothing is asked."""
    if found.asks_dates:
        return answer_key("dates")
    if not found.missing:
        return None
    if found.table.kind is not VISITS:
        return answer_key("column 0")
    bare = next((at for at, field in found.columns.fields.items() if field == COUNTRY), None)
    if bare is not None:
        return answer_key(f"column {bare}")
    there = {*found.columns.fields.values(), *found.columns.constants}
    return answer_key(f"constant {next(side for side in SIDES if side not in there)}")


# --- the file ---


def _file(found: Look) -> Iterator[Line]:
    kind, how = found.table.kind, found.table.how
    yield _setting("rows are", kind.name, "kind")
    if how.between:
        yield _setting("letters", LETTERS[how.letters], "letters")
        yield _setting("between cells", BETWEEN.get(how.between, how.between), "between")
    if how.sheet:
        others = len(found.table.sheets) - 1
        yield _setting("sheet", f"{how.sheet}, of {others + 1}" if others else how.sheet, "sheet")
    yield _setting("headers", f"in row {how.header}", "header")
    yield _dates(found)
    if found.remembered:
        yield Line((*MARGIN, column("", _LABEL), Span("with what you said of such a table last time", "dim")))


def _dates(found: Look) -> Line:
    order, said = found.order, found.said.day_first
    if said is not None:
        return _setting("dates", f"{'day' if said else 'month'} first, as you say", "dates")
    if found.asks_dates:
        return _setting("dates", "? the day or the month first", "dates", wrong=True)
    if not order.shown:
        return _setting("dates", "all of them certain", "dates")
    shown_by = f"{glyphs.quote_open}{plain(order.shown, 24)}{glyphs.quote_close}"
    return _setting("dates", f"{'day' if order.day_first else 'month'} first, as {shown_by} shows", "dates")


def _setting(label: str, value: str, answer: str, *, wrong: bool = False) -> Line:
    return Line(
        (*MARGIN, column(label, _LABEL), span(value, "warn" if wrong else "plain")), answer_key(answer)
    )


# --- the columns ---


def _columns(found: Look, width: int) -> Iterator[Line]:
    table, fields = found.table, found.columns.fields
    for at, header in enumerate(table.headers):
        if header == REASON:
            continue
        field = fields.get(at, "")
        right = (span(_example(found, at), "faint"),) if width >= _WIDE else ()
        spans = [*MARGIN, column(header, _HEADER, "plain"), *_says(found, field)]
        yield Line(tuple(spans), answer_key(f"column {at}"), right)
    there = {*fields.values(), *found.columns.constants}
    for field, value in found.columns.constants.items():
        spans = [
            *MARGIN,
            column("in every row", _HEADER, "dim"),
            column(field, _FIELD, "accent"),
            span(value),
        ]
        yield Line(tuple(spans), answer_key(f"constant {field}"))
    for field in SIDES if table.kind is VISITS else ():
        if field not in there:
            about = table.kind.columns[field].about
            spans = [
                *MARGIN, column("? in every row", _HEADER, "warn"), column(field, _FIELD, "warn"), span(about, "dim"),
            ]  # fmt: skip
            yield Line(tuple(spans), answer_key(f"constant {field}"))


def _says(found: Look, field: str) -> tuple[Span, ...]:
    """What a column says, and that in words."""
    kind = found.table.kind
    if not field:
        return (Span(glyphs.dash, "faint"),)
    if field == COUNTRY and kind is VISITS:
        return (Span("? the country that travels, or that receives", "warn"),)
    return (column(field, _FIELD, "accent"), span(kind.columns[field].about, "dim"))


def _example(found: Look, at: int) -> str:
    """What stands in a column, from its first row that says something."""
    text = next((row[at] for _, row in found.table.rows[:50] if row[at]), "")
    text = plain(" ".join(text.split()), _EXAMPLE)
    return text if cells(text) <= _EXAMPLE else ""


# --- what would enter ---


def _plan(plan: Plan, path: Path, width: int) -> list[Line]:
    entering = plan.entering
    lines = [Line(), head(PREVIEW, f"{len(entering):,}")]
    lines += aligned([(f"row {row.number}", *shown(row)) for row in entering[:SHOWN]], width)
    if not entering:
        lines.append(_note("Nothing would enter."))
    lines += more(len(entering) - SHOWN)
    out = [one for one in plan.twins if one.left_out]
    both = [one for one in plan.twins if not one.left_out]
    if plan.twins:
        said = (
            f"{many(len(out), 'row')} left out; {pressed('importing.change')} here enters them too"
            if out
            else "all enter"
        )
        lines += [
            Line(),
            head("There already", said, answer_key("anyway")),
            *listed([one.sentence for one in (*out, *both)], width),
        ]
    if plan.rejected:
        lines += [
            Line(),
            head("Cannot enter", f"{many(len(plan.rejected), 'row')}, kept in {rejects_of(path).name}"),
        ]
        reasons = Counter(one.reason for one in plan.rejected)
        if len(reasons) < len(plan.rejected) and len(plan.rejected) > _LISTED:
            told = [f"{many(count, 'row')}: {reason}." for reason, count in reasons.most_common()]
        else:
            told = [f"row {one.number}: {one.reason}." for one in plan.rejected]
        lines += listed(told, width)
    if plan.remarks:
        lines += [Line(), head("To look at"), *listed(plan.remarks, width)]
    return lines


def aligned(rows: Sequence[Sequence[str]], width: int, *, labelled: bool = True) -> list[Line]:
    """Rows under each other, each part as wide as the widest; the first part may only say which row it is."""
    if not rows:
        return []
    parts = [list(map(plain, row)) for row in rows]
    widths = [
        min(34, max(cells(row[at]) for row in parts if at < len(row)) + 2)
        for at in range(max(map(len, parts)))
    ]
    room = width - len(MARGIN[0].text)
    while sum(widths) > room and max(widths) > _NARROW:  # the widest give way first
        widths[widths.index(max(widths))] -= 1
    return [
        Line((
            *MARGIN,
            *(
                column(text, widths[at], "dim" if at == 0 and labelled else "plain")
                for at, text in enumerate(row)
                if widths[at] > 2  # noqa: PLR2004 - a part that no row has
            ),
        ))
        for row in parts
    ]  # fmt: skip


def listed(sentences: Sequence[str], width: int) -> list[Line]:
    """Some sentences, wrapped, the first of them where there are many."""
    lines = []
    for sentence in sentences[:_LISTED]:
        lines += entry_lines(Entry((span(sentence),)), width, indent=MARGIN)
    return lines + more(len(sentences) - _LISTED)


def more(number: int) -> list[Line]:
    """How many there are besides those that are shown."""
    return [_note(f"and {number:,} more")] if number > 0 else []


def _note(words: str) -> Line:
    return Line((*MARGIN, Span(words, "dim")))
