"""At any size a page costs the same: the questions of the main lists are answered from an index, in its order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest

from db import Store, queries
from db import listing as listing_module
from db.alike import alike
from db.dates import PartialDate
from db.entry import people
from db.filtering import Asking, Subject, read_filter
from db.forms.fields import field_of
from db.forms.reading import read_field
from db.names.candidates import candidates
from db.queries.handover import effect
from db.queries.posts import met_as
from db.rows import Key, Listing, Unsettled
from tests.db.making import MOROCCO, NO_DESK, TODAY

Make = Callable[[Store], Listing[Any]]

# What opens without a key being pressed: here the database may neither look at every row nor sort.
DEFAULT: dict[str, Make] = {
    "timeline of all": lambda store: queries.timeline(store, None),
    "timeline of a pair": lambda store: queries.timeline(store, Key("pair", "ES-MA")),
    "timeline of an official": lambda store: queries.timeline(store, Key("official", "1")),
    "timeline of a post": lambda store: queries.timeline(store, Key("post", "1")),
    "everyone's pairs": lambda store: queries.pairs(store, NO_DESK, everyone=True),
    "everyone's pairs of a desk": lambda store: queries.pairs(store, MOROCCO, everyone=True),
    "officials": queries.officials,
    "follow-ups": lambda store: queries.followups(store, MOROCCO),
}
OTHER: dict[str, Make] = {
    "timeline of all, oldest": lambda store: queries.timeline(store, None, sort="oldest"),
    "timeline of a pair, oldest": lambda store: queries.timeline(store, Key("pair", "ES-MA"), sort="oldest"),
    "pairs by name": lambda store: queries.pairs(store, NO_DESK, everyone=True, sort="name"),
    "pairs by what is open": lambda store: queries.pairs(store, NO_DESK, everyone=True, sort="open"),
    "pairs by what is watched": lambda store: queries.pairs(store, NO_DESK, everyone=True, sort="watch"),
    "officials by country": lambda store: queries.officials(store, sort="country"),
    "officials by last meeting": lambda store: queries.officials(store, sort="last"),
    "follow-ups by whose turn": lambda store: queries.followups(store, MOROCCO, sort="ball"),
    "overdue": lambda store: queries.whole_section(store, MOROCCO, "overdue")[1],
    "due this week": lambda store: queries.whole_section(store, MOROCCO, "week")[1],
}
SCOPED = [name for name in (*DEFAULT, *OTHER) if name.startswith("timeline of a") and "all" not in name]


@contextmanager
def planned(store: Store) -> Iterator[list[list[str]]]:
    """How SQLite goes about each of the questions asked inside, step by step."""
    plans: list[list[str]] = []
    with store.read() as reader:
        ask = reader.all

        def note(sql: str, **values: Any) -> Sequence[tuple[Any, ...]]:
            plans.append([row[3] for row in ask(f"EXPLAIN QUERY PLAN {sql}", **values)])
            return ask(sql, **values)

        reader.all = note  # type: ignore[method-assign]
        yield plans


def plans_of_pages(store: Store, make: Make) -> list[list[str]]:
    """The plans of the first page, of one further on and of the last one."""
    listing = make(store)
    rows = listing.count()
    with planned(store) as plans:
        listing.rows(0, 2)
        listing.rows(2, 4)
        listing.rows(rows - 1, rows)
    assert plans
    return plans


@pytest.mark.parametrize("name", [*DEFAULT, *OTHER])
def test_a_page_is_not_sorted_anew(demo_store: Store, name: str) -> None:
    for plan in plans_of_pages(demo_store, {**DEFAULT, **OTHER}[name]):
        assert not [step for step in plan if "TEMP B-TREE" in step and not of_one_group(step)], plan


def of_one_group(step: str) -> bool:
    """Whether an index has the order save for a visit's own meetings, which are put in theirs as they come."""
    return step.endswith(("FOR RIGHT PART OF ORDER BY", "FOR LAST TERM OF ORDER BY"))


@pytest.mark.parametrize("name", [*DEFAULT, *OTHER])
def test_a_page_is_read_from_an_index(demo_store: Store, name: str) -> None:
    for plan in plans_of_pages(demo_store, {**DEFAULT, **OTHER}[name]):
        assert not [step for step in plan if step.startswith("SCAN") and "INDEX" not in step], plan


@pytest.mark.parametrize("name", SCOPED)
def test_a_scoped_timeline_never_walks_through_all_events(demo_store: Store, name: str) -> None:
    for plan in plans_of_pages(demo_store, {**DEFAULT, **OTHER}[name]):
        assert not [step for step in plan if step.startswith("SCAN")], plan
        assert "ix_event_scope_" in plan[0], plan


@pytest.mark.parametrize("sort", queries.TIMELINE_SORTS)
def test_what_a_jump_passes_is_read_from_the_index_alone(
    demo_store: Store, sort: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = queries.timeline(demo_store, Key("pair", "ES-MA"), sort=sort)
    assert listing.count() > 4
    monkeypatch.setattr(listing_module, "FAR", 1)
    with planned(demo_store) as plans:
        assert listing.rows(2, 3)
    passing, page = plans
    assert "SEARCH s USING COVERING INDEX ix_event_scope_time" in passing[0]
    assert not [step for step in passing if step.startswith(("SCAN", "SEARCH e"))]
    assert "(sort_day,group_id" in page[0]  # it begins where the jump ends, not at the first of the list


def test_finding_a_record_in_a_scoped_timeline_reads_its_scope_alone(demo_store: Store) -> None:
    listing = queries.timeline(demo_store, Key("pair", "ES-MA"))
    key = listing.rows(1, 2)[0].key
    with planned(demo_store) as plans:
        listing.find(key)
    assert len(plans) == 2
    for plan in plans:
        assert not [step for step in plan if step.startswith("SCAN")], plan


def test_a_search_in_history_looks_its_record_up(demo_store: Store) -> None:
    with demo_store.read() as reader:
        number = reader.value("SELECT id FROM meeting LIMIT 1")
        with planned(demo_store) as plans:
            assert queries.history(reader, Key("meeting", str(number)))
    for plan in plans:
        assert not [step for step in plan if step.startswith("SCAN")], plan


@pytest.mark.parametrize(
    "kind", ["visit", "meeting", "action", "followup", "official", "post", "organisation"]
)
def test_a_card_never_walks_through_a_whole_table(demo_store: Store, kind: Any) -> None:
    with demo_store.read() as reader:
        number = reader.value(f"SELECT id FROM {kind} ORDER BY id LIMIT 1")
        with planned(demo_store) as plans:
            queries.card(reader, Key(kind, str(number)), MOROCCO)
    walked = {step for plan in plans for step in plan if step.startswith("SCAN") and "CONSTANT" not in step}
    assert walked == set()


def test_the_card_of_a_pair_never_walks_through_all_events(demo_store: Store) -> None:
    with demo_store.read() as reader, planned(demo_store) as plans:
        queries.card(reader, Key("pair", "ES-MA"), MOROCCO)
    walked = {step for plan in plans for step in plan if step.startswith(("SCAN e", "SCAN s"))}
    assert walked == set()
    assert not [step for plan in plans for step in plan if step == "SCAN o"]


def test_the_top_line_reads_what_is_due_from_an_index(demo_store: Store) -> None:
    with demo_store.read() as reader, planned(demo_store) as plans:
        queries.header(reader, MOROCCO)
    walked = {step for plan in plans for step in plan if step.startswith("SCAN")}
    assert walked == set()


def walked(plans: list[list[str]]) -> set[str]:
    """What is read from its begin to its end, other than what a part of the same question has found."""
    steps = {step for plan in plans for step in plan if step.startswith("SCAN") and "CONSTANT" not in step}
    return {step for step in steps if not step.startswith("SCAN (subquery") and step != "SCAN k"}


@pytest.mark.parametrize("countries", [(), ("MA",), ("MA", "ES")])
def test_a_name_that_is_typed_is_looked_up_where_its_letters_stand(
    demo_store: Store, countries: tuple[str, ...]
) -> None:
    with demo_store.read() as reader, planned(demo_store) as plans:
        assert people.beginning(reader, "hammouchi", countries=countries)
        people.containing(reader, "hammouchi", countries)
    assert walked(plans) == set()
    if countries:  # a rare country's people are found without passing all others of the same letter
        assert all(
            any("k USING PRIMARY KEY (country=? AND folded>?" in step for step in plan) for plan in plans
        )


def test_the_names_of_a_delegation_are_not_looked_for_among_all_who_stand(demo_store: Store) -> None:
    members = "Abdellatif Hammouchi; head\nSomebody Unknown\nHammou"
    with demo_store.read() as reader, planned(demo_store) as plans:
        read_field(reader, field_of("visit", "delegation"), members, today=TODAY)
    assert plans
    # Hardly anybody was merged into another, so an index on that would lead to nearly everybody.
    assert not [step for plan in plans for step in plan if "merged_into" in step]


def test_a_name_that_sounds_like_a_known_one_is_looked_up_by_its_sound(demo_store: Store) -> None:
    with demo_store.read() as reader, planned(demo_store) as plans:
        assert candidates(reader, "Abdelatif Hamouchi", countries=["MA"], typing=True)
    assert walked(plans) == set()


@pytest.mark.parametrize("kind", ["visit", "official", "post", "organisation"])
def test_what_may_be_the_same_is_looked_for_in_indexes(demo_store: Store, kind: Any) -> None:
    with demo_store.read() as reader:
        number = reader.value(f"SELECT id FROM {kind} ORDER BY id LIMIT 1")
        with planned(demo_store) as plans:
            alike(reader, Key(kind, str(number)), TODAY)
    assert plans
    assert walked(plans) == set()


def test_who_was_met_as_a_post_is_looked_for_among_its_holders(demo_store: Store) -> None:
    with demo_store.read() as reader, planned(demo_store) as plans:
        met_as(reader, 1)
    # Most participants are named without a post: by the index of posts all of them would be looked at.
    (by_post, by_holder) = [step for step in plans[0] if step.startswith("SEARCH p USING")]
    assert "ix_participant_post_id" in by_post
    assert "ix_participant_official_id" in by_holder


def test_open_followups_are_counted_in_an_index_alone(demo_store: Store) -> None:
    with planned(demo_store) as plans:
        assert queries.followups(demo_store, MOROCCO).count()
        with demo_store.read() as reader:
            queries.header(reader, MOROCCO)
    counted = [
        step for plan in plans for step in plan if step.startswith("SEARCH f USING") and len(plan) == 1
    ]
    hidden = [step for step in counted if "ix_followup_hidden" in step]  # of them there are few
    assert len(counted) > len(hidden)
    assert all("COVERING INDEX" in step for step in counted if step not in hidden)


def test_a_pairs_last_and_next_event_are_read_from_the_end_of_an_index(demo_store: Store) -> None:
    with demo_store.read() as reader, planned(demo_store) as plans:
        queries.card(reader, Key("pair", "ES-MA"), MOROCCO)
    steps = [step for plan in plans for step in plan if step.startswith("SEARCH s USING COVERING INDEX")]
    assert any("ix_event_scope_status" in step for step in steps)


@pytest.mark.parametrize(
    "make",
    [
        lambda store: queries.officials(store, words="hammouchi"),
        lambda store: queries.timeline(store, None, words="hammouchi"),
        lambda store: queries.timeline(store, Key("pair", "ES-MA"), words="hammouchi"),
        lambda store: queries.pairs(store, NO_DESK, words="spain"),
    ],
)
def test_what_a_filter_finds_is_looked_for_once(demo_store: Store, make: Make) -> None:
    with planned(demo_store) as plans:
        listing = make(demo_store)
        rows = [*listing.rows(0, 1), *listing.rows(1, listing.count())]
        assert rows
        assert listing.find(rows[-1].key) == len(rows) - 1
    assert len(plans) == 1


def test_naming_a_holder_looks_into_each_event_and_not_at_all_that_the_official_did(
    demo_store: Store,
) -> None:
    with demo_store.read() as reader:
        post = int(reader.value("SELECT MIN(post_id) FROM participant WHERE official_id IS NULL"))
        with planned(demo_store) as plans:
            effect(reader, post, PartialDate("2000/.."), TODAY, official_id=1)
    steps = [step for plan in plans for step in plan if step.startswith("SEARCH q ")]
    assert steps
    assert not [step for step in steps if "official_id" in step], steps


@pytest.mark.parametrize(("text", "subject"), [("from:2025", "pair"), ("from:2025 to:2025-06", "official")])
def test_what_was_done_in_a_time_is_looked_up_by_its_day_in_each_scope(
    demo_store: Store, text: str, subject: Subject
) -> None:
    with demo_store.read() as reader:
        kept = read_filter(text, [subject], Asking(reader, TODAY))
    with planned(demo_store) as plans:
        listing = (
            queries.pairs(demo_store, MOROCCO, kept=kept)
            if subject == "pair"
            else queries.officials(demo_store, kept=kept)
        )
        assert isinstance(listing, Unsettled)
        listing.glance()
        assert listing.count()
    steps = [step for plan in plans for step in plan if step.startswith("SEARCH g ")]
    assert steps
    assert all("sort_day>?" in step for step in steps)
