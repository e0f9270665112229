"""What a person looks like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from unicodedata import bidirectional

from db.queries.opposites import AT_A_GLANCE
from db.rows import Key, Moment, NameRow, OfficialCard, PersonLine, TenureRow
from db.rows.cards import MetHow
from tui.cards import citations, outcomes, people, words
from tui.cards.days import day, day_or_so, distance
from tui.cards.events import event_entry
from tui.cards.fields import (
    Entry,
    code_column,
    column,
    dotted,
    entry_lines,
    heading,
    labelled,
    listed,
    many,
    said,
    spaced,
    span,
)
from tui.glyphs import glyphs
from tui.keys import keyed
from tui.lines import Line, Span
from tui.plain import plain

MOST_OF_OURS = 3
LONGEST = 200  # characters of a name that are looked at for the way they run


def title(card: OfficialCard) -> str:
    """The person's name."""
    return plain(card.name)


def badge(card: OfficialCard) -> tuple[Span, ...]:
    """The country."""
    return (span(card.country_name or card.country, "dim"),)


def overview(card: OfficialCard, width: int, moment: Moment) -> list[Line]:
    """A person at a glance: the posts, what to mind, when last met and by whom, how the name is written."""
    return [
        *entry_lines(Entry(_glance(card)), width),
        *_protocol(card, width, moment),
        *labelled("next", [event_entry(card.next_event)] if card.next_event else [], width),
        *labelled("last met", [Entry(_last(card, moment), card.last_met_key)], width),
        *labelled("met by", _ours(card.last_met_by), width),
        *labelled("visits", _travelled(card), width),
        *labelled("posts", map(tenure_entry, card.tenures), width),
        *labelled("has met", _met(card, AT_A_GLANCE), width),
        *outcomes.by_rung(card.actions, width),
        *outcomes.followups(card.followups, width),
        *labelled("reads", _reading(card), width),
        *labelled("native", [_in_its_script(_native(card))] if _native(card) else [], width),
        *labelled("spellings", _others(card), width),
        *said("note", card.note, width),
        *citations.doubts(card.citations, width),
        *citations.sources(card.citations, width),
    ]


def _glance(card: OfficialCard) -> tuple[Span, ...]:
    now = dict.fromkeys(listed(held.post, held.organisation) for held in card.tenures if held.now)
    seen = many(card.events, "event") or "no event yet"
    return dotted((" and ".join(now), card.country_name or card.country, span(seen, "dim")))


def _protocol(card: OfficialCard, width: int, moment: Moment) -> list[Line]:
    """What to mind, near the top; before a visit also that nothing is noted."""
    if card.protocol_note:
        return [
            Line((Span(first.text, "accent"), *rest), line.key, line.right)
            for line in said("protocol", card.protocol_note, width)
            for first, *rest in [line.spans]
        ]
    missing = card.next_event is not None and card.country != moment.desk
    return said("protocol", keyed("nothing is noted; {edit} adds it") if missing else "", width, tone="dim")


def _last(card: OfficialCard, moment: Moment) -> tuple[Span, ...]:
    when = day(card.last_met)
    if not when and not card.last_met_at:
        return (Span("not on record", "dim"),)
    words_ = dotted((when, card.last_met_at, span(distance(card.last_met, moment.today), "dim")))
    return (*words_, *(people.CALMLY_INFERRED if card.last_inferred else ()))


def _ours(ours: Sequence[PersonLine]) -> Iterator[Entry]:
    """Those of the desk's own country who were there the last time."""
    for person in ours[:MOST_OF_OURS]:
        post = span(f", {person.post}" if person.post else "", "dim")
        how = _how(inferred=person.inferred, successor=person.successor)
        yield Entry((span(person.label), post, *how), person.official_key or person.post_key)
    if len(ours) > MOST_OF_OURS:
        yield Entry((span(f"and {len(ours) - MOST_OF_OURS:,} more", "dim"),))


def _how(*, inferred: bool, successor: str) -> tuple[Span, ...]:
    """How sure it is that it was they, and who holds their post now."""
    return (
        *(people.CALMLY_INFERRED if inferred else ()),
        *((span(f" (holder changed since: {successor})", "dim"),) if successor else ()),
    )


def _travelled(card: OfficialCard) -> Iterator[Entry]:
    """How often they travelled; the line leads to the timeline, which lists it."""
    more = "more than " if card.travelled_more else ""
    led = f"led {more}{many(card.headed, 'visit')}" if card.headed else ""
    joined = f"travelled along in {more}{many(card.joined, 'visit')}" if card.joined else ""
    if led or joined:
        yield Entry(dotted((led, joined)), card.key)


def _reading(card: OfficialCard) -> list[Entry]:
    """Our own transliteration, marked as such; nothing where the name is on record in Latin letters."""
    own = span("  our own transliteration", "dim")
    return [Entry((Span("~ ", "warn"), span(card.latin), own))] if card.latin else []


def _native(card: OfficialCard) -> str:
    """The name as its bearer writes it, where it is known besides the one in use."""
    written = (row.name for row in card.names if row.kind == "native")
    return card.native_name or next((name for name in written if name != card.name), "")


def _in_its_script(name: str, before: str = "") -> Entry:
    """A name with nothing behind it on its line, since terminals may turn what follows letters that run left."""
    return Entry((span(f"{before}  " if before else "", "dim"), span(name)))


def runs_left(text: str) -> bool:
    """Whether a text holds letters that are read from right to left."""
    return any(bidirectional(char) in {"R", "AL"} for char in text[:LONGEST])


def _others(card: OfficialCard) -> Iterator[Entry]:
    """The other spellings on one line, those that run left each on its own."""
    shown = (card.name, _native(card))
    names = dict.fromkeys(row.name for row in card.names if row.name not in shown)
    right = [name for name in names if not runs_left(name)]
    if right:
        yield Entry(dotted(right))
    yield from (_in_its_script(name) for name in names if runs_left(name))


def held_entry(row: TenureRow, who: str, organisation: str = "") -> tuple[Span, ...]:
    """A tenure in words: who or what, acting or not, how we know."""
    return (
        span(who, "plain" if row.now else "dim"),
        span(f", {organisation}" if organisation else "", "dim"),
        Span(" acting" if row.acting else "", "dim"),
        *(people.INFERRED if row.basis == "inferred" else ()),
    )


def when_held(row: TenureRow) -> tuple[Span, ...]:
    """From when to when a post was held."""
    when = day(row.held)
    return (span(when or ("now" if row.now else "dates not stated"), "dim"),)


def tenure_entry(row: TenureRow) -> Entry:
    """A post that an official holds or held."""
    when = when_held(row)
    now = (
        (Span("now", "plain"), Span(f" {glyphs.dot} ", "faint")) if row.now and when[0].text != "now" else ()
    )
    return Entry(held_entry(row, row.post, row.organisation), row.post_key, (*now, *when))


def _met(card: OfficialCard, most: int | None = None) -> Iterator[Entry]:
    """Those whom an official has sat opposite to, with how often and when last."""
    rows = card.met
    wide = code_column(row.country for row in rows)
    how: dict[Key | None, MetHow] = {one.key: one for one in card.met_how}
    for row in rows[:most]:
        said_of = how.get(row.key)
        inferred = card.met_inferred or (said_of is not None and said_of.inferred)
        behind = _how(inferred=inferred, successor=said_of.successor if said_of else "")
        often = f"{row.times:,} times, last " if row.times > 1 else ""
        right = (span(f"{often}{day_or_so(row.last)}", "dim"),)
        yield Entry((span(row.label), *behind), row.key, right, (column(row.country, wide),))
    if most is not None and len(rows) > most:
        yield Entry((span(f"and {len(rows) - most:,} more under People", "dim"),))
    elif card.met_in:
        yield Entry((span(f"This is of the latest {card.met_in:,} meetings; the timeline has all.", "dim"),))


def people_tab(card: OfficialCard, width: int) -> list[Line]:
    """Whom they have sat opposite to, how the name is written, and from where we know the posts."""
    return spaced(
        _under("Has met", _met(card), len(card.met), width),
        _under("Names", map(_name_entry, card.names), len(card.names), width),
        _under("Posts", map(_known_from, card.tenures), len(card.tenures), width),
    )


def _name_entry(row: NameRow) -> Entry:
    what = listed(words.spelling_words(row.kind, row.script), row.source)
    if runs_left(row.name):
        return _in_its_script(row.name, what)._replace(key=row.source_key)
    return Entry((span(row.name),), row.source_key, (span(what, "dim"),))


def _known_from(row: TenureRow) -> Entry:
    """A tenure with how we know it."""
    how = {"stated": "stated", "attested": "attested on an occasion", "inferred": "inferred"}
    entry = tenure_entry(row)
    known = span(f"  {listed(how.get(row.basis, row.basis), row.source)}", "dim")
    return entry._replace(spans=(*entry.spans, known), key=row.source_key or row.post_key)


def _under(title_: str, entries: Iterable[Entry], count: int, width: int) -> list[Line]:
    lines = [line for entry in entries for line in entry_lines(entry, width, indent=(Span("  "),))]
    return [heading(title_, count), *lines] if lines else []


def actions_tab(card: OfficialCard, width: int) -> list[Line]:
    """What they owe, and what we do about it."""
    return spaced(outcomes.actions_tab(card.actions, width), outcomes.followups_tab(card.followups, width))
