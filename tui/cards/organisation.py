"""What a service looks like."""

from __future__ import annotations

from db.rows import Moment, OrganisationCard
from db.rows.cards import ServiceName
from db.rows.holding import BeneathRow
from tui.cards import citations
from tui.cards.days import day
from tui.cards.fields import Entry, dotted, entry_lines, heading, labelled, listed, many, said, span
from tui.lines import Line, Span
from tui.plain import plain


def title(card: OrganisationCard) -> str:
    """The service's name, with its acronym."""
    return plain(_called(card.name, card.acronym))


def _called(name: str, acronym: str) -> str:
    return f"{name} ({acronym})" if acronym and acronym != name else name


def badge(card: OrganisationCard) -> tuple[Span, ...]:
    """The country."""
    return (span(card.country_name or card.country, "dim"),)


def overview(card: OrganisationCard, width: int, moment: Moment) -> list[Line]:
    """A service at a glance: what it is, what it belongs to, which posts it has and who holds them."""
    del moment  # a service has no day of its own; every overview is asked the same way
    country = card.country_name or card.country
    return [
        *entry_lines(Entry(dotted((card.kind, country, many(len(card.posts), "post")))), width),
        *said("part of", card.parent, width, key=card.parent_key),
        *labelled("formerly", (_name(one) for one in card.names if one.borne.edtf), width),
        *labelled("also", (_name(one) for one in card.names if not one.borne.edtf), width),
        *labelled("posts", posts(card), width),
        *labelled("beneath", map(_beneath, card.beneath), width),
        *said("note", card.note, width),
        *citations.doubts(card.citations, width),
        *citations.sources(card.citations, width),
    ]


def posts(card: OrganisationCard) -> list[Entry]:
    """Its posts, each with who holds it now."""
    entries = []
    for row in card.posts:
        holder = span(row.holder) if row.holder else Span("nobody is named", "dim")
        entries.append(Entry((span(row.title),), row.key, (holder,)))
    return entries


def _beneath(row: BeneathRow) -> Entry:
    """A service that belongs to this one."""
    name = _called(row.name, row.acronym)
    return Entry((span(name),), row.key, (Span(many(row.posts, "post") or "no post yet", "dim"),))


def _name(one: ServiceName) -> Entry:
    """Another name, with its language and its time where they are known."""
    more = listed(one.lang, day(one.borne))
    return Entry((span(_called(one.name, one.acronym)),), None, (span(more, "dim"),) if more else ())


def people_tab(card: OrganisationCard, width: int) -> list[Line]:
    """Its posts and who holds them now."""
    lines = [line for entry in posts(card) for line in entry_lines(entry, width)]
    return [heading("Posts", len(card.posts)), *lines] if lines else []


def actions_tab(card: OrganisationCard, width: int) -> list[Line]:
    """Nothing: outcomes are owed by countries and people, and stand with those."""
    del card, width
    return []
