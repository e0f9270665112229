"""Lists of any length: every window is a piece of the whole, costs one question, and words narrow it."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import Store, queries
from db import listing as listing_module
from db.models import FollowUp
from db.rows import Key, Listing
from tests.db.making import MOROCCO, NO_DESK, followup, meeting, visit, visit_entered

VISITS = 60
COUNTRIES = ("MA", "ES", "DE", "FR", "TR", "NL", "US", "QA", "PT", "CI")
DAYS = ("", "", "XXXX-06-15", "2024", "2025-01", "2025-01-28/2025-01-29", "2025-03-05", "2026-12-01")
PEOPLE = {
    "Ana Ruiz": "ES",
    "Omar Alami": "MA",
    "Zoë Müller": "DE",
    "José Núñez": "PT",
    "Ana Ruiz Gil": "ES",
    "Åsa Öst": "NL",
}
STATUSES = ("held", "held", "planned", "confirmed", "implied")
Make = Callable[[Store, str], Listing[Any]]


def lists() -> dict[str, Make]:
    """Every list in every order."""
    found: dict[str, Make] = {}
    for sort in queries.TIMELINE_SORTS:
        for scope in (None, Key("pair", "ES-MA"), Key("official", "1"), Key("post", "1"), Key("visit", "1")):
            name = f"timeline of {scope.kind if scope else 'all'}, {sort}"
            found[name] = lambda store, words, scope=scope, sort=sort: queries.timeline(  # type: ignore[misc]
                store, scope, words=words, sort=sort
            )
    for sort in queries.PAIR_SORTS:
        for everyone in (False, True):
            name = f"pairs of {'all' if everyone else 'the desk'}, {sort}"
            found[name] = lambda store, words, everyone=everyone, sort=sort: queries.pairs(  # type: ignore[misc]
                store, MOROCCO, everyone=everyone, words=words, sort=sort
            )
    for sort in queries.OFFICIAL_SORTS:
        found[f"officials, {sort}"] = lambda store, words, sort=sort: queries.officials(  # type: ignore[misc]
            store, words=words, sort=sort
        )
    for sort in queries.FOLLOWUP_SORTS:
        found[f"follow-ups, {sort}"] = lambda store, words, sort=sort: queries.followups(  # type: ignore[misc]
            store, NO_DESK, words=words, sort=sort
        )
    return found


LISTS = lists()


@pytest.fixture(scope="module")
def book(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with sixty visits, their meetings and follow-ups; tests only read it."""
    path = tmp_path_factory.mktemp("book") / "book.db"
    shutil.copyfile(empty_file, path)
    store = Store.open(path)
    chance = random.Random(7)  # noqa: S311 - the same book every time
    with store.write("fill") as session:
        for number in range(VISITS):
            sending, host = ("MA", "ES") if number % 4 == 0 else chance.sample(COUNTRIES, 2)
            person = "Ana Ruiz" if number < 8 else chance.choice(list(PEOPLE))
            members = [{"official": person, "post": "Director", "role": "head", "country": PEOPLE[person]}]
            made = visit(
                session,
                sending=sending,
                host=host,
                date=chance.choice(DAYS),
                status=chance.choice(STATUSES),
                delegations=[{"members": members}],
                meetings=[{"parties": [sending, host]}] * (number % 4),
            )
            step = followup(
                session,
                on=made.ref,
                text=f"Step {number % 5}",
                due=chance.choice(("", "2026-11-20", "2026-11-25", "2026-12")),
                ball=chance.choice(("us", "them", "third")),
            )
            if number % 3 == 0:
                session.get_one(FollowUp, step).hidden_until = chance.choice(("2026-12-01", "2027-01-05"))
        for _ in range(10):
            meeting(session, parties=chance.sample(COUNTRIES, 3), date=chance.choice(DAYS))
    yield store
    store.close()


@contextmanager
def watched(store: Store) -> Iterator[list[dict[str, Any]]]:
    """The questions that are asked inside, each as its parameters."""
    asked: list[dict[str, Any]] = []
    with store.read() as reader:
        ask = reader.all

        def note(sql: str, **values: Any) -> Sequence[tuple[Any, ...]]:
            asked.append({"sql": sql, **values})
            return ask(sql, **values)

        reader.all = note  # type: ignore[method-assign]
        yield asked


def everything(listing: Listing[Any]) -> list[Any]:
    return list(listing.rows(0, listing.count()))


@pytest.mark.parametrize("name", LISTS)
def test_every_window_is_a_piece_of_the_whole(book: Store, name: str) -> None:
    whole = everything(LISTS[name](book, ""))
    assert whole
    assert len({row.key for row in whole}) == len(whole)
    wandering = LISTS[name](book, "")  # remembers the places it has been to

    @settings(max_examples=30, deadline=None)
    @given(start=st.integers(-3, len(whole) + 3), length=st.integers(0, 25))
    def look(start: int, length: int) -> None:
        piece = whole[max(0, start) : max(0, start + length)]
        assert list(wandering.rows(start, start + length)) == piece
        assert list(LISTS[name](book, "").rows(start, start + length)) == piece

    look()


@pytest.mark.parametrize("name", LISTS)
def test_a_record_is_found_where_it_stands(book: Store, name: str) -> None:
    listing = LISTS[name](book, "")
    for position, row in enumerate(everything(listing)):
        found = listing.find(row.key)
        assert found == position
        assert listing.rows(found, found + 1) == [row]


@pytest.mark.parametrize("name", LISTS)
def test_what_a_list_does_not_hold_is_not_found(book: Store, name: str) -> None:
    listing = LISTS[name](book, "")
    for key in (
        Key("visit", "99999"),
        Key("official", "99999"),
        Key("followup", "99999"),
        Key("pair", "AA-BB"),
        Key("source", "1"),
    ):
        assert listing.find(key) is None


@pytest.mark.parametrize("name", LISTS)
def test_a_row_far_down_is_the_one_that_stands_there(
    book: Store, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = everything(LISTS[name](book, ""))
    monkeypatch.setattr(listing_module, "FAR", 3)
    for start in (5, len(rows) // 2, len(rows) - 5):
        listing = LISTS[name](book, "")
        assert list(listing.rows(start, start + 2)) == rows[max(0, start) : max(0, start + 2)]
        assert list(listing.rows(start + 4, start + 6)) == rows[max(0, start + 4) : max(0, start + 6)]


LISTS_IN = {
    "follow-ups, due": 3,
    "follow-ups, ball": 9,
    **{f"timeline of {kind}, oldest": 2 for kind in ("pair", "official", "post")},
}
"""Of how many lists one is made: a page across a border asks both; all pairs are the desk's own and the others."""


@pytest.mark.parametrize("name", LISTS)
def test_a_page_costs_one_question_however_long_it_is(book: Store, name: str) -> None:
    listing = LISTS[name](book, "")
    listing.count()
    for start, stop in ((0, 5), (0, 50), (20, 60), (3, 4)):
        with book.read() as reader:
            before = reader.statements
            listing.rows(start, stop)
            assert reader.statements - before <= LISTS_IN.get(name, 2 if "of all" in name else 1)


def test_finding_costs_two_questions(book: Store) -> None:
    listing = queries.timeline(book, None)
    key = everything(listing)[40].key
    with book.read() as reader:
        before = reader.statements
        listing.find(key)
        assert reader.statements - before == 2


def test_a_jump_to_the_end_does_not_walk_there(book: Store) -> None:
    whole = everything(queries.timeline(book, None))
    listing = queries.timeline(book, None)
    listing.count()
    with watched(book) as asked:
        last = listing.rows(len(whole) - 10, len(whole))
    assert list(last) == whole[-10:]
    assert [question["skip_"] for question in asked] == [0]


def test_reading_on_starts_where_reading_stopped(book: Store) -> None:
    listing = queries.timeline(book, None)
    listing.rows(0, 40)
    with watched(book) as asked:
        listing.rows(40, 60)
    assert [question["skip_"] for question in asked] == [0]


def test_an_empty_list_is_empty_everywhere(empty_store: Store) -> None:
    for make in LISTS.values():
        listing = make(empty_store, "")
        assert (listing.count(), list(listing.rows(0, 10)), listing.find(Key("visit", "1"))) == (0, [], None)


def labels(listing: Listing[Any]) -> set[str]:
    return {row.key.id for row in everything(listing)}


@pytest.mark.parametrize("words", ["espagne", "España", "إسبانيا", "SPAIN", "spanien", "espagn"])
def test_a_country_is_found_in_any_language(book: Store, words: str) -> None:
    spain = labels(queries.pairs(book, NO_DESK, everyone=True, words=words))
    assert spain
    assert all("ES" in pair.split("-") for pair in spain)
    assert spain == {
        pair for pair in labels(queries.pairs(book, NO_DESK, everyone=True)) if "ES" in pair.split("-")
    }


@pytest.mark.parametrize("words", ["المغرب", "maroc", "Marruecos", "MAROKKO"])
def test_morocco_is_found_in_any_script(book: Store, words: str) -> None:
    found = labels(queries.pairs(book, NO_DESK, everyone=True, words=words))
    assert found
    assert all("MA" in pair.split("-") for pair in found)


@pytest.mark.parametrize("words", ["Türkiye", "turkiye", "TÜRKİYE", "Turkey", "turquie"])
def test_a_country_with_a_new_name_is_found_under_both(book: Store, words: str) -> None:
    found = labels(queries.pairs(book, NO_DESK, everyone=True, words=words))
    assert found
    assert all("TR" in pair.split("-") for pair in found)


@pytest.mark.parametrize(
    ("words", "name"),
    [("muller", "Zoë Müller"), ("ZOE", "Zoë Müller"), ("núñez jose", "José Núñez"), ("ost asa", "Åsa Öst")],
)
def test_an_official_is_found_without_accents_and_in_any_order(book: Store, words: str, name: str) -> None:
    (row,) = everything(queries.officials(book, words=words))
    assert row.name.split(",")[0] == name.rsplit(maxsplit=1)[-1]


def test_every_word_must_be_there(book: Store) -> None:
    both = labels(queries.officials(book, words="ana ruiz"))
    assert len(both) == 2
    assert len(labels(queries.officials(book, words="ana ruiz gil"))) == 1
    assert labels(queries.officials(book, words="ruiz muller")) == set()


@pytest.mark.parametrize("name", LISTS)
def test_no_words_or_only_spaces_leave_the_list_as_it_is(book: Store, name: str) -> None:
    assert everything(LISTS[name](book, "  \t ")) == everything(LISTS[name](book, ""))


@pytest.mark.parametrize("name", LISTS)
def test_a_narrowed_list_is_a_part_of_the_whole_in_the_same_order(book: Store, name: str) -> None:
    whole = everything(LISTS[name](book, ""))
    for words in ("2", "e", "spain", "ruiz"):
        narrow = LISTS[name](book, words)
        found = everything(narrow)
        assert found == [row for row in whole if row in found]
        assert all(narrow.find(row.key) == position for position, row in enumerate(found))


@pytest.mark.parametrize(
    "words", ["%", "_", "a%z", "a_a", "'; DROP TABLE visit; --", '"', "!", "!%", "\\", "*", "?"]
)
@pytest.mark.parametrize("name", ["timeline of all, newest", "pairs of all, last", "officials, name"])
def test_signs_in_words_mean_nothing_to_the_database(book: Store, name: str, words: str) -> None:
    whole = everything(LISTS[name](book, ""))
    found = everything(LISTS[name](book, words))
    assert found == [row for row in whole if row in found]
    assert everything(LISTS[name](book, "")) == whole


def test_a_percent_sign_is_not_any_letters(empty_store: Store) -> None:
    visit_entered(empty_store, title="axxz")
    assert queries.timeline(empty_store, None, words="axxz").count() == 1
    assert queries.timeline(empty_store, None, words="%").count() == 1  # no word at all
    for words in ("a%xz9", "ax_9", "a%%%9"):
        assert queries.timeline(empty_store, None, words=words).count() == 0


@pytest.mark.parametrize(
    "words", ["spain " * 2000, "a" * 10_000, "é" * 10_000, "%" * 10_000, "\x00" * 10_000]
)
@pytest.mark.parametrize("name", LISTS)
def test_very_long_words_are_no_problem(book: Store, name: str, words: str) -> None:
    listing = LISTS[name](book, words)
    assert listing.count() == len(everything(listing))


@given(words=st.text(max_size=30))
@settings(max_examples=50, deadline=None)
def test_any_words_at_all_are_no_problem(book: Store, words: str) -> None:
    for name in ("timeline of all, newest", "pairs of all, last", "officials, name", "follow-ups, due"):
        listing = LISTS[name](book, words)
        assert len(everything(listing)) == listing.count()


def test_what_has_no_date_comes_last_in_both_orders(book: Store) -> None:
    with book.read() as reader:
        days = dict(reader.all("SELECT id, sort_day FROM event"))
    for sort, descending in (("newest", True), ("oldest", False)):
        rows = everything(queries.timeline(book, None, sort=sort))
        seen = [days[2 * int(row.key.id) + (row.key.kind == "meeting")] for row in rows]
        dated = [day for day in seen if day]
        assert seen[: len(dated)] == dated
        assert dated == sorted(dated, reverse=descending)


def test_meetings_stand_right_under_their_visit_in_both_orders(book: Store) -> None:
    for sort in queries.TIMELINE_SORTS:
        rows = everything(queries.timeline(book, None, sort=sort))
        above = None
        for row in rows:
            if not row.nested:
                above = row
            else:
                assert above is not None
                assert above.key.kind == "visit"
                assert {above.sending, above.host} == set(row.parties)
