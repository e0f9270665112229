"""A filter in a long list: its first rows come before the count, and every window is a piece of the same whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest

from db import Store, queries, sought
from db.errors import GivenUp
from db.filtering import Asking, Subject, read_filter
from db.queries.section_orders import section_sorts, subject_of
from db.rows import Key, Moment, Unsettled
from tests.db.making import TODAY

TEXTS = (
    "m",
    "cyber",
    "security",
    "zzz",
    "is:unnamed",
    "rung>=agreed",
    "-cyber",
    "kind:visit",
    "madrid is:open",
)
DESK = Moment(TODAY, "MA")
SCOPES = (None, Key("pair", "ES-MA"), Key("official", "1"))


@pytest.fixture(params=["few are looked at", "all are looked at", "no places are kept"])
def long(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The short list of the demo goes the ways of a long one."""
    if request.param != "all are looked at":
        monkeypatch.setattr(sought, "FEW", 3)
        monkeypatch.setattr(sought, "A_PAGE", 2)
        monkeypatch.setattr(sought, "FURTHER", 8)
        monkeypatch.setattr(
            sought.SoughtListing.__init__,
            "__kwdefaults__",
            {**(sought.SoughtListing.__init__.__kwdefaults__ or {}), "looked_at": 4},
        )
    if request.param == "no places are kept":
        monkeypatch.setattr(sought, "MOST_PLACES", 1)


def kept(store: Store, text: str, *subjects: Subject) -> Any:
    with store.read() as reader:
        return read_filter(text, subjects, Asking(reader, TODAY))


def lists(store: Store, text: str) -> Iterator[Callable[[], Any]]:
    """Every list that can be long, in every order."""
    for sort in queries.TIMELINE_SORTS:
        for scope in SCOPES:
            yield lambda sort=sort, scope=scope: queries.timeline_with_climbs(  # type: ignore[misc]
                store, scope, kept=kept(store, text, "event"), sort=sort
            )
    for sort in queries.OFFICIAL_SORTS:
        yield lambda sort=sort: queries.officials(store, kept=kept(store, text, "official"), sort=sort)  # type: ignore[misc]
    for sort in queries.PAIR_SORTS:
        yield lambda sort=sort: queries.pairs(  # type: ignore[misc]
            store, DESK, everyone=True, kept=kept(store, text, "pair"), sort=sort
        )
    for sort in queries.FOLLOWUP_SORTS:
        yield lambda sort=sort: queries.steps(  # type: ignore[misc]
            store, DESK, kept=kept(store, text, "followup", "action"), sort=sort
        )
    for section in ("overdue", "waiting", "steps", "quiet"):
        yield lambda section=section: queries.whole_section(  # type: ignore[misc]
            store, DESK, section, kept=kept(store, text, subject_of(section))
        )[1]


@pytest.mark.usefixtures("long")
@pytest.mark.parametrize("text", TEXTS)
def test_a_list_that_is_glanced_at_is_the_same_as_one_that_was_counted_first(
    demo_store: Store, text: str
) -> None:
    for make in lists(demo_store, text):
        counted, glanced = make(), make()
        everything = list(counted.rows(0, counted.count()))
        if not isinstance(glanced, Unsettled):
            continue  # who was found by sound alone is a bounded few
        glanced.glance()
        known = glanced.count()
        assert known <= len(everything)
        assert bool(known) == bool(everything)
        assert list(glanced.rows(0, known)) == everything[:known]
        if glanced.settled:
            assert known == len(everything)
        glanced.settle()
        assert glanced.settled
        assert glanced.count() == len(everything)
        for start in range(0, len(everything), 3):
            assert list(glanced.rows(start, start + 5)) == everything[start : start + 5]
        for at, row in enumerate(everything):
            assert glanced.find(row.key) == at
        assert glanced.find(Key("visit", "999999")) is None


def test_a_timeline_and_the_officials_can_be_shown_before_they_are_counted(demo_store: Store) -> None:
    assert isinstance(queries.timeline_with_climbs(demo_store, None), Unsettled)
    assert isinstance(queries.officials(demo_store), Unsettled)


def test_what_nobody_waits_for_any_more_is_not_read_to_its_end(demo_store: Store) -> None:
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n"
    with pytest.raises(GivenUp), demo_store.unless(lambda: True), demo_store.read() as reader:
        reader.value(endless)
    with demo_store.read() as reader:
        assert reader.value("SELECT COUNT(*) FROM visit")


@pytest.mark.usefixtures("long")
@pytest.mark.parametrize("text", TEXTS)
def test_a_count_that_takes_too_long_leaves_a_piece_of_the_list_that_can_be_read(
    demo_store: Store, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counting all is given up; then a few rows more are known, and going on from there ends at the same whole."""
    monkeypatch.setattr(sought, "_PIECE", 2)
    monkeypatch.setattr(sought, "CAPPED", 5)

    def too_long(_listing: object, _conditions: str) -> bool:
        raise GivenUp("It takes too long.")

    for make in lists(demo_store, text):
        counted, capped = make(), make()
        everything = list(counted.rows(0, counted.count()))
        if not isinstance(capped, Unsettled):
            continue
        capped.glance()
        with monkeypatch.context() as patch:
            if not capped.settled:
                patch.setattr(sought.SoughtListing, "_find_all", too_long)
                with suppress(GivenUp):  # where what is rare has to be found first, and is not
                    capped.settle(60.0)
        known = capped.count()
        assert list(capped.rows(0, known)) == everything[:known]
        assert capped.settled == (known == len(everything)) or not capped.settled
        for at, row in enumerate(everything):
            assert capped.find(row.key) == (at if at < known else None)
        capped.settle()
        assert capped.settled
        assert list(capped.rows(0, capped.count())) == everything


@pytest.mark.parametrize(
    "section", ["silent", "proposed", "explored", "steps", "vague", "unbriefed", "quiet"]
)
def test_a_whole_list_is_in_its_order_once_it_is_counted(demo_store: Store, section: str) -> None:
    for sort in section_sorts(section):
        _, counted = queries.whole_section(demo_store, DESK, section, sort=sort)
        _, glanced = queries.whole_section(demo_store, DESK, section, sort=sort)
        assert isinstance(glanced, Unsettled)
        glanced.glance()
        assert bool(glanced.count()) == bool(counted.count())
        glanced.settle(0.08)
        glanced.settle()
        assert [row.key for row in glanced.rows(0, 500)] == [row.key for row in counted.rows(0, 500)]
        assert [glanced.find(row.key) for row in glanced.rows(0, 500)] == [*range(glanced.count())]


def test_who_gives_up_what_is_inside_gives_up_no_more_than_that(demo_store: Store) -> None:
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n"
    over = False
    with demo_store.unless(lambda: over):
        with pytest.raises(GivenUp), demo_store.unless(lambda: True), demo_store.read() as reader:
            reader.value(endless)
        with demo_store.read() as reader:
            assert reader.value("SELECT COUNT(*) FROM visit")
        over = True
        with pytest.raises(GivenUp), demo_store.unless(lambda: False), demo_store.read() as reader:
            reader.value(endless)
