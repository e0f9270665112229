"""What the top line of the main screen says."""

from __future__ import annotations

from datetime import date

from db.rows import HeaderFacts
from tui.format import far, soon, way, when
from tui.keys import TODAY, find_action
from tui.lines import Span
from tui.widgets.header_line import Facts


def header_facts(facts: HeaderFacts | None, *, desk: str, standing: str, today: date) -> Facts:
    """The line; without facts, when the store could not be read, it says so.

    Args:
        facts: what is due and what comes.
        desk: the name of the desk's country, "" when none is set.
        standing: what is unusual about the store: "demo", "read only"; "" for nothing.
        today: the day.
    """
    name = [Span("bilat", "accent"), Span("  "), Span(f"{desk} desk" if desk else "all countries", "strong")]
    if standing:
        name += [Span("  "), Span(standing, "dim")]
    entries: list[tuple[Span, ...]] = []
    shorter: tuple[tuple[Span, ...], ...] = ()
    if facts is None:
        # Silence would read as a quiet day.
        entries.append((Span("! ", "error"), Span("cannot be read", "error")))
    else:
        overdue = (Span("! ", "warn"), Span(f"{facts.overdue:,} overdue", "warn"))
        entries.append(overdue if facts.overdue else (Span("nothing overdue", "dim"),))
        entries.append((Span(f"{facts.this_week:,} this week", "plain" if facts.this_week else "dim"),))
        if facts.again:
            entries.append((Span(f"{facts.again:,} to look again"),))
        if facts.overdue or facts.this_week or facts.again:
            entries[-1] += (Span(f"  {find_action('views').shown} {TODAY}", "accent"),)
        coming = facts.next_visit
        if coming is not None:
            distance, short = far(coming.date, today), soon(coming.date, today)
            shorter = tuple((Span(words, "dim"), Span(f"{way(coming)} {short}")) for words in ("next ", ""))
            entries.append(
                (
                    Span("next ", "dim"),
                    Span(f"{way(coming)} "),
                    when(coming.date),
                    Span(f" ({distance})" if distance else "", "dim"),
                )
            )
    day = f"{today:%a} {today.day} {today:%b}"
    return Facts(tuple(name), tuple(entries), (Span(day, "dim"),), shorter)
