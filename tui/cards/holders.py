"""The holders of an office over time, with what is not known between them, and who met them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from db.dates import PartialDate, show_date, show_short
from db.dates.edtf import NOT_SAID, Part, part_bounds
from db.holding import ends
from db.rows import TenureRow
from db.rows.holding import CounterpartRow, PostMetRow
from tui.cards.days import day, day_or_so
from tui.cards.fields import Entry, dotted, many, span
from tui.cards.people import INFERRED
from tui.glyphs import glyphs
from tui.lines import Span
from tui.plain import plain


def over_time(rows: Sequence[TenureRow]) -> list[Entry]:
    """The holders, the latest first; where nobody is known in between, a line says so."""
    vague = [row for row in rows if not row.held.edtf]
    dated = sorted(
        (row for row in rows if row.held.edtf),
        key=lambda row: (row.held.first or date.min, row.held.last or date.max),
    )
    entries: list[Entry] = []
    for earlier, later in pairwise([*dated, None]):
        if earlier is None:
            continue
        entries.append(holder(earlier))
        gap = _gap(earlier, later) if later or not any(row.now for row in rows) else ""
        if gap:
            entries.append(Entry((Span("not known", "dim"),), None, (Span(gap, "dim"),)))
    return [*map(holder, vague), *reversed(entries)]


def _gap(earlier: TenureRow, later: TenureRow | None) -> str:
    """From when to when nobody is known, "" where that cannot be said."""
    end = ends(earlier.held).end
    over = part_bounds(end)[1] if isinstance(end, Part) else None
    if over is None:
        return ""
    left = show_short(PartialDate(str(end)))
    if later is None:
        return f"since {left}"
    start = ends(later.held).start
    begun = part_bounds(start)[0] if isinstance(start, Part) else None
    if begun is None or begun <= over + timedelta(1):
        return ""
    return f"between {left} and {show_short(PartialDate(str(start)))}"


def holder(row: TenureRow) -> Entry:
    """Who held the office, acting or not, how we know, and from when to when."""
    spans = (
        span(row.official, "plain" if row.now else "dim"),
        Span(", acting" if row.acting else "", "dim"),
        *_how_known(row.basis),
    )
    return Entry(spans, row.official_key, (span(tenure_words(row.held), "dim"),))


def _how_known(basis: str) -> tuple[Span, ...]:
    if basis == "inferred":
        return INFERRED
    return (Span(" (attested)", "dim"),) if basis == "attested" else ()


def tenure_words(held: PartialDate) -> str:
    """From when to when, in words that are understood where a date is typed."""
    if held.edtf and ends(held).start == NOT_SAID:
        return plain(show_date(held))  # the short form has a mere ellipsis for what is not known
    return day(held) or "dates not stated"


def counterpart(row: CounterpartRow) -> Entry:
    """With whom an office deals, and how we know."""
    post = ", ".join(filter(None, (row.title, row.organisation)))
    how = "set by you" if row.by_hand else many(row.times, "meeting")
    words = dotted((span(post), row.country, span(row.holder or "not named", "dim")))
    return Entry(words, row.key, (Span(f"counterpart ({how})", "dim"),))


def met(row: PostMetRow) -> Entry:
    """When a holder was met and by whom; at the right who held the office then."""
    then = "still to come" if row.still_to_come else row.holder or "not named"
    who = f"with {', '.join(row.met)}" if row.met else ""
    label = row.label.replace("→", glyphs.to)
    words = dotted((day_or_so(row.date), span(label, "strong"), span(who, "dim")))
    right = (span(then, "plain" if row.holder else "dim"), *(INFERRED if row.inferred else ()))
    return Entry(words, row.key, right)
