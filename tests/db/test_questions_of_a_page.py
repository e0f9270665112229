"""A page of a list is one question, however many lines it has; of a timeline one more tells what became of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from db import Store, queries
from db.filtering import Asking, Subject, read_filter
from db.queries.asked import asked_today, asked_watch
from db.queries.posts import vacant
from db.queries.section_orders import subject_of
from db.rows import Key, Listing, Unsettled
from tests.db.looking import asked
from tests.db.making import MOROCCO, NO_DESK, TODAY, entered
from tests.db.test_query_plans import DEFAULT, OTHER, planned, walked

MANY = 30
LISTS: dict[str, Callable[[Store, Any], Listing[Any]]] = {
    "event": lambda store, kept: queries.timeline_with_climbs(store, None, kept=kept),
    "event of a pair": lambda store, kept: queries.timeline_with_climbs(
        store, Key("pair", "ES-MA"), kept=kept
    ),
    "event of a topic": lambda store, kept: queries.timeline_with_climbs(
        store, Key("topic", "CT"), kept=kept
    ),
    "pair": lambda store, kept: queries.pairs(store, NO_DESK, everyone=True, kept=kept),
    "official": lambda store, kept: queries.officials(store, kept=kept),
    "followup": lambda store, kept: queries.followups(store, MOROCCO, kept=kept),
}


@pytest.fixture
def busy(empty_store: Store) -> Store:
    """Thirty of everything between two countries."""
    entered(
        empty_store,
        {
            "visits": [
                {
                    "sending": "MA",
                    "host": "ES",
                    "date": f"2026-{1 + number % 9:02}-{1 + number:02}",
                    "title": "Counter-terrorism talks",
                    "topics": ["CT"],
                    "delegations": [
                        {"members": [{"official": f"Nadir {chr(65 + number)}ster", "country": "MA"}]}
                    ],
                    "actions": [{"text": f"List {number}", "rung": "agreed"}],
                }
                for number in range(26)
            ],
            "followups": [{"text": f"Ring {number}", "due": "2026-11-01"} for number in range(MANY)],
        },
    )
    return empty_store


@pytest.mark.parametrize("name", [*DEFAULT, *OTHER])
def test_a_page_of_many_lines_costs_what_a_page_of_one_costs(busy: Store, name: str) -> None:
    make = {**DEFAULT, **OTHER}[name]
    few, many = make(busy), make(busy)
    assert few.count() == many.count()
    if not few.count():  # the first post, of which there is none here
        return
    assert asked(busy, few, 0, 1) == asked(busy, many, 0, MANY) <= 1


@pytest.mark.parametrize("text", ["terrorism", "country:ES", "from:2026", "is:overdue", "-zzz"])
@pytest.mark.parametrize("name", LISTS)
def test_so_does_a_page_of_what_a_filter_keeps(busy: Store, name: str, text: str) -> None:
    subject: Subject = name.split(maxsplit=1)[0]  # type: ignore[assignment]
    with busy.read() as reader:
        kept = read_filter(text, [subject], Asking(reader, TODAY))
    few, many = LISTS[name](busy, kept), LISTS[name](busy, kept)
    for listing in (few, many):
        if isinstance(listing, Unsettled):
            listing.glance()
        if not listing.count():
            return
    assert asked(busy, few, 0, 1) == asked(busy, many, 0, MANY) <= 2


def test_a_page_of_a_whole_section_costs_one_question(busy: Store) -> None:
    with busy.read() as reader:
        names = [each.name for each in (*asked_today(reader, MOROCCO), *asked_watch(MOROCCO))]
    there = 0
    for name in names:
        assert subject_of(name)
        _, listing = queries.whole_section(busy, MOROCCO, name)
        if listing.count():
            there += 1
            assert asked(busy, listing, 0, MANY) <= 1, name
    assert there


def test_posts_without_a_holder_are_one_question_that_passes_no_event_by(demo_store: Store) -> None:
    with demo_store.read() as reader, planned(demo_store) as plans:
        assert vacant(reader, TODAY)
    assert len(plans) == 1
    assert {step.split()[1] for step in walked(plans)} <= {"p"}  # posts are few, and each is looked at


@pytest.mark.parametrize("sort", queries.TIMELINE_SORTS)
def test_what_is_about_a_topic_is_read_in_the_order_of_an_index(demo_store: Store, sort: str) -> None:
    listing = queries.timeline(demo_store, Key("topic", "CT"), sort=sort)
    listing.glance()
    with planned(demo_store) as plans:
        listing.settle()
        assert listing.rows(0, 10)
    assert not [step for plan in plans for step in plan if "TEMP B-TREE FOR ORDER BY" in step]


def test_words_in_a_pair_are_looked_for_among_what_has_to_do_with_both_countries(demo_store: Store) -> None:
    """So that nobody finds them in all visits there are, only to leave most of those out."""
    with demo_store.read() as reader:
        kept = read_filter("security", ["event"], Asking(reader, TODAY))
    timeline = queries.timeline(demo_store, Key("pair", "ES-MA"), kept=kept)
    everywhere = queries.timeline(demo_store, None, kept=kept)
    with_both = [row for row in everywhere.rows(0, everywhere.count()) if {"ES", "MA"} <= set(row.parties)]
    assert [row.key for row in timeline.rows(0, timeline.count())] == [row.key for row in with_both] != []
