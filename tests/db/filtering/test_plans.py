"""A filtered list costs a window like any other: read from an index in its order, whatever is asked for."""

from __future__ import annotations

from typing import Any

import pytest

from db import Store, queries
from db.filtering import Asking, Filter, Subject, read_filter
from db.listing import SqlListing
from db.queries.section_orders import section_sorts
from db.rows import Key, Listing
from tests.db.making import MOROCCO, NO_DESK, TODAY
from tests.db.test_query_plans import planned

TEXTS = (
    "security",
    '"security talks"',
    "-security",
    "pair:ES-MA",
    "country:ES",
    "@hamm",
    "#CT",
    "from:2020 to:2027",
    "rung>=discussed",
    "is:overdue",
    "is:unnamed",
    "is:unsourced",
    "-is:planned",
    "place:madrid",
    "kind:visit",
)


def read(store: Store, text: str, subject: Subject) -> Filter:
    with store.read() as reader:
        found = read_filter(text, [subject], Asking(reader, TODAY))
    assert not found.problems
    return found


def plans_of_pages(store: Store, listing: Listing[Any]) -> list[list[str]]:
    """How pages are read where too many lines are found to be kept at hand."""
    assert isinstance(listing, SqlListing)
    listing.count()
    listing._few = None
    with planned(store) as plans:
        listing.rows(0, 2)
        listing.rows(2, 4)
    return plans


def walks(plan: list[str]) -> list[str]:
    """Tables that are read from begin to end without an index; a word's lists are short, and so are countries."""
    return [
        step
        for step in plan
        if step.startswith("SCAN")
        and "INDEX" not in step
        and "CONSTANT" not in step
        and step.split()[1] not in {"country_name", "country", "n", "f2", "search_word"}
        and not step.startswith("SCAN (")
    ]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("scope", [None, Key("pair", "ES-MA")])
def test_a_filtered_timeline_is_read_in_the_order_of_its_index(
    demo_store: Store, text: str, scope: Key | None
) -> None:
    listing = queries.timeline(demo_store, scope, kept=read(demo_store, text, "event"))
    if not listing.count():
        return
    for plan in plans_of_pages(demo_store, listing):
        assert not [step for step in plan if "TEMP B-TREE FOR ORDER BY" in step], plan
        assert ("ix_event_" in plan[0]) or ("ix_event_scope_" in plan[0]), plan
        assert walks(plan) == [], plan


@pytest.mark.parametrize("text", ["morocco", "country:ES", "from:2020", "#CT", "rung>=discussed", "@hamm"])
@pytest.mark.parametrize("sort", queries.PAIR_SORTS)
def test_filtered_pairs_are_read_in_the_order_of_their_index(demo_store: Store, text: str, sort: str) -> None:
    kept = read(demo_store, text, "pair")
    listing = queries.pairs(demo_store, NO_DESK, everyone=True, kept=kept, sort=sort)
    for plan in plans_of_pages(demo_store, listing):
        assert not [step for step in plan if "TEMP B-TREE FOR ORDER BY" in step], plan
        assert walks(plan) == [], plan


@pytest.mark.parametrize("text", ["hammouchi", "country:MA", "from:2020", "#CT", "-@laftit"])
@pytest.mark.parametrize("sort", queries.OFFICIAL_SORTS)
def test_filtered_officials_are_read_in_the_order_of_their_index(
    demo_store: Store, text: str, sort: str
) -> None:
    listing = queries.officials(demo_store, kept=read(demo_store, text, "official"), sort=sort)
    for plan in plans_of_pages(demo_store, listing):
        assert not [step for step in plan if "TEMP B-TREE FOR ORDER BY" in step], plan
        assert walks(plan) == [], plan


SECTIONS = ("overdue", "today", "week", "quiet", "proposed", "explored")


@pytest.mark.parametrize(
    ("section", "sort"), [(section, sort) for section in SECTIONS for sort in section_sorts(section)[1:]]
)
def test_every_other_order_of_a_section_has_an_index(demo_store: Store, section: str, sort: str) -> None:
    _, listing = queries.whole_section(demo_store, MOROCCO, section, sort=sort)
    with planned(demo_store) as plans:
        listing.count()
        listing.rows(0, 2)
    for plan in plans:
        assert not [step for step in plan if "TEMP B-TREE FOR ORDER BY" in step], plan


@pytest.mark.parametrize("section", [*SECTIONS, "unbriefed", "steps", "vague", "silent", "waiting"])
def test_a_section_holds_the_same_lines_in_every_order(demo_store: Store, section: str) -> None:
    held = []
    for sort in section_sorts(section):
        _, listing = queries.whole_section(demo_store, NO_DESK, section, sort=sort)
        rows = listing.rows(0, listing.count())
        assert [listing.find(row.key) for row in rows] == list(range(len(rows)))
        held.append({row.key for row in rows})
    assert all(each == held[0] for each in held)
