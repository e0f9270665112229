"""How small facts look in a list: dates, directions, marks; each as spans of a few columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from db.dates import PartialDate, show_distance, show_short
from db.rows import EventRow, FollowUpRow, PairRow
from tui.glyphs import glyphs
from tui.lines import Span, Tone

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONGEST = 80
_SHORT_CODE = 2
_A_MONTH = 31
_A_YEAR = 330  # days; beyond them the name of a month could mean two


def said(moment: PartialDate) -> bool:
    """Whether a date was given at all, be it in words that nobody can place."""
    return bool(moment.edtf or moment.text)


def when(moment: PartialDate, tone: Tone = "plain") -> Span:
    """A date as short as it goes, a faint dash for none."""
    if not said(moment):
        return nothing()
    if len(moment.text) > _LONGEST:
        # Sixteen columns are all there is: a page of words instead of a date is not measured to its end.
        moment = replace(moment, text=moment.text[:_LONGEST])
    return Span(show_short(moment), tone)


def nothing() -> Span:
    """The mark of an empty cell."""
    return Span(glyphs.dash, "faint")


def month(moment: PartialDate) -> str:
    """The month in which it began: "Jan 2026", the year alone where no month is known, "" for nothing."""
    first, last = moment.first, moment.last
    if first is None:
        # Words that nobody can place, or a day without its year, do not fit here; the record has them.
        return "?" if said(moment) else ""
    year = f"{first.year:04d}"
    if last is None or (last.year, last.month) == (first.year, first.month):
        return f"{_MONTHS[first.month - 1]} {year}"
    # A visit over the turn of a month belongs to its first day; a season or a year to no month at all.
    return f"{_MONTHS[first.month - 1]} {year}" if (last - first).days < _A_MONTH - 4 else year


def day_of(moment: PartialDate, today: date) -> str:
    """A due date in eight columns: "31 Jan" where no other year is as near, else "Jan 2028"; "2030" for a year."""
    first = moment.first
    if first is None or not moment.exact or abs((first - today).days) >= _A_YEAR:
        return month(moment)
    return f"{first.day} {_MONTHS[first.month - 1]}"


def soon(moment: PartialDate, today: date) -> str:
    """What comes, in six columns: "3 Dec" or "Dec" within the year ahead, the year alone beyond it."""
    first, last = moment.first, moment.last
    if first is None:
        return "?" if said(moment) else ""
    if (first - today).days >= _A_YEAR or last is None or (last - first).days >= _A_MONTH:
        return f"{first.year:04d}"
    name = _MONTHS[first.month - 1]
    return f"{first.day} {name}" if (last - first).days < _A_MONTH - 4 else name


def sure(moment: PartialDate) -> Span:
    """How sure a date is: full when a source states it, hollow when worked out or only about right."""
    if not said(moment):
        return Span(" ")
    exact = moment.basis in {"stated", "corroborated"} and not (moment.approximate or moment.uncertain)
    return Span(glyphs.full if exact and moment.known else glyphs.hollow, "dim")


def pair_codes(row: PairRow) -> str:
    """Both codes in alphabetical order, which is what names a pair; long ones close together."""
    first, second = sorted((row.home, row.other))
    dash = f" {glyphs.dash} " if len(first) == len(second) == _SHORT_CODE else glyphs.dash
    return f"{first}{dash}{second}"


def name_then(row: EventRow) -> str:
    """What a country was called then, without what it is called now, which the record tells."""
    names = (part.partition(" (now ")[0] for part in row.names_then.split("; "))
    return ", ".join(filter(None, names))


def climbed(row: EventRow, *, in_words: bool = False) -> str:
    """What outcomes were before an event or have become since: "2 agreed Jan 2026"; the dates tell which it is."""
    if row.climbed is None:
        return ""
    before, later = row.climbed.before, row.climbed.later
    if in_words:
        before, later = before and f"first {before}", later and f"later {later}"
    said = ", ".join(filter(None, (before, later)))
    count = f"{row.climbed.many:,} " if row.climbed.many > 1 else ""
    return f"{count}{said}" + (f" +{row.climbed.others:,}" if row.climbed.others else "")


def exchange(row: PairRow) -> tuple[Span, ...]:
    """Visits in and out, as the desk's own country counts them."""
    tone: Tone = "plain" if row.inward or row.outward else "faint"
    return (
        Span(f"{row.inward:>2}", tone),
        Span(glyphs.exchange, "faint"),
        Span(f"{row.outward:<2}", tone),
    )


def number(count: int, tone: Tone = "plain") -> Span:
    """A count; none recedes."""
    return Span(f"{count:,}", tone) if count else nothing()


def ball(row: FollowUpRow) -> Span:
    """Whose turn it is: ours points on, theirs points back."""
    match row.ball:
        case "us":
            return Span(glyphs.ours, "accent")
        case "them":
            return Span(glyphs.theirs, "dim")
        case "third":
            return Span(glyphs.third, "dim")


def way(row: EventRow) -> str:
    """Who goes where, or who meets: "MA→ES", "DE·ES·MA"."""
    if row.sending:
        return f"{row.sending}{glyphs.to}{row.host}"
    return joined(row.parties)


def joined(codes: Iterable[str]) -> str:
    """Those who meet, as short as it goes and in one order everywhere: "DE·ES·MA"."""
    return glyphs.dot.join(sorted(codes))


def far(moment: PartialDate, today: date) -> str:
    """How far away a date is: "in 12 d"; "" where that cannot be known."""
    return show_distance(moment, today=today)
