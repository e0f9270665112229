"""What a country pair looks like."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from db.cadence import NEVER
from db.queries.of_pair import AT_A_GLANCE
from db.rows import ActionRow, EventRow, KinRow, Moment, PairCard, PairRow
from tui.cards import kept, outcomes, words
from tui.cards.days import distance
from tui.cards.events import event_entry, official_entry
from tui.cards.fields import Entry, dotted, entry_lines, heading, labelled, many, spaced, span
from tui.cards.quiet import cadence_words
from tui.glyphs import glyphs
from tui.keys import keyed
from tui.lines import Line, Span, Tone
from tui.plain import plain


def title(card: PairCard) -> str:
    """Return "Morocco – Spain"."""
    return plain(f"{card.row.home_name} {glyphs.dash} {card.row.other_name}")


def badge(card: PairCard) -> tuple[Span, ...]:
    """How much is open and on watch."""
    return (Span(_to_do(card.row), "dim"),)


def overview(card: PairCard, width: int, moment: Moment) -> list[Line]:
    """How two countries stand: last and next, the balance of visits, what is open, who matters."""
    return [
        *entry_lines(Entry(_balance(card.row)), width),
        *_event("last", card.last_event, "they have not met on record", width, moment),
        *_event("next", card.next_event, "nothing is planned", width, moment),
        *labelled("cadence", [_cadence(card, moment)], width),
        *labelled("before", (_kin(row) for row in card.kin if row.former), width),
        *labelled("in all", _in_all(card), width),
        *labelled("since", (_kin(row) for row in card.kin if not row.former), width),
        *labelled("since", _unmet(card.unmet), width),
        *_outcomes("open", card.open_actions, card.row.open, width, tone="strong"),
        *outcomes.followups(card.followups, width),
        *_outcomes("watch", card.watch_actions, card.row.watch, width),
        *kept.record_of(card.kept, _name_of(card), width),
        *labelled("officials", map(official_entry, card.officials), width),
    ]


def _outcomes(
    label: str, rows: Sequence[ActionRow], count: int, width: int, *, tone: Tone = "dim"
) -> list[Line]:
    """The first outcomes, and how many more there are, which nobody reads in an overview."""
    entries = [*map(outcomes.action_entry, rows[:AT_A_GLANCE])]
    further = max(count, len(rows)) - AT_A_GLANCE
    if len(rows) >= AT_A_GLANCE and further > 0:
        entries.append(Entry((span(f"and {further:,} more", "dim"),)))
    return labelled(label, entries, width, tone=tone)


def _name_of(card: PairCard) -> Callable[[str], str]:
    names = {card.row.home: card.row.home_name, card.row.other: card.row.other_name}
    return lambda code: names.get(code, code)


def _cadence(card: PairCard, moment: Moment) -> Entry:
    """How often they should meet, and whether they have been quiet for longer."""
    row = card.row
    usual = "" if row.months else ", as usual"
    told = f"meets {cadence_words(row)}{usual}" if row.months < NEVER else cadence_words(row)
    quiet = f"last {distance(row.last, moment.today)}: quiet" if row.quiet else ""
    return Entry(
        dotted(
            (
                span(told, "plain" if row.months else "dim"),
                span(quiet, "strong"),
                span(keyed("{edit} changes"), "faint"),
            )
        )
    )


def _balance(row: PairRow) -> tuple[Span, ...]:
    return dotted(_counted(row))


def _counted(row: PairRow) -> tuple[str, str]:
    out, back = words.route(row.home, row.other), words.route(row.other, row.home)
    visits = f"visits {out} {row.outward:,}, {back} {row.inward:,}"
    return visits, many(row.meetings, "meeting") or "no meeting"


def _to_do(row: PairRow) -> str:
    return f"{row.open:,} open, {row.watch:,} on watch"


def _kin(row: KinRow) -> Entry:
    return Entry((span(row.label),), row.key, (span(many(row.events, "event"), "dim"),))


def _in_all(card: PairCard) -> Iterator[Entry]:
    """What the list counts while former states are rolled up, where the lines above speak of this pair alone."""
    if card.rolled is not None:
        yield Entry(dotted((*_counted(card.rolled), _to_do(card.rolled)), "dim"))


def _unmet(pairs: Sequence[str]) -> Iterator[Entry]:
    """Why a pair of a former state is counted in no other."""
    if pairs:
        yield Entry((span(f"{_nobody_met(pairs)}, so this pair keeps its own line, rolled up too", "dim"),))


def _nobody_met(pairs: Sequence[str]) -> str:
    match pairs:
        case (one,):
            return f"{one} has not met on record"
        case (one, other):
            return f"neither {one} nor {other} has met on record"
        case _:
            return f"none of the {len(pairs)} pairs after it has met on record"


def _event(label: str, row: EventRow | None, none: str, width: int, moment: Moment) -> list[Line]:
    if row is None:
        return labelled(label, [Entry((Span(none, "dim"),))], width)
    entry = event_entry(row)
    far = span(distance(row.date, moment.today), "dim")
    return labelled(label, [entry._replace(right=dotted((*entry.right, far)))], width)


def people_tab(card: PairCard, width: int) -> list[Line]:
    """The officials of both countries, most recently met first."""
    lines = [line for row in card.officials for line in entry_lines(official_entry(row), width)]
    return [heading("Most recently met", len(card.officials)), *lines] if lines else []


def actions_tab(card: PairCard, width: int) -> list[Line]:
    """What is open, what is on watch, and our own next steps."""
    actions = (*card.open_actions, *card.watch_actions)
    scored = kept.scored_tab(card.kept, width)
    return spaced(outcomes.actions_tab(actions, width), scored, outcomes.followups_tab(card.followups, width))
