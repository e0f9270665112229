"""The language of filters: any text is read, its pieces are written back, and what is offered is understood."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any, get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from db import Store, queries
from db.filtering import Asking, Subject, complete, read_filter
from db.filtering.lexer import cut, written
from db.filtering.reading import FIELDS, is_words
from db.queries.posts import vacant
from db.rows import Listing
from tests.db.making import NO_DESK, TODAY

SUBJECTS: tuple[Subject, ...] = get_args(Subject)
PIECES = st.sampled_from(
    [
        *(f"{field}:" for field in FIELDS),
        *("@", "#", "-", '"', "“", "”", "rung>=", "rung<", " ", "is:open", "MA-ES", "2025", "jan 2025", "CT"),
        *("agreed", "spain", "%", "_", "'", "\\", ";", "\x00", "é", "محمد", "10:30", "--", "a:b", "@@", "##"),
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map("".join))


@given(text=TEXTS)
@example('a"b c" -"d')
@example("-@“x y” İs:open @")
def test_the_pieces_of_a_text_are_written_and_cut_alike(text: str) -> None:
    pieces = cut(text)
    again = cut(written(pieces))
    assert [piece.meaning for piece in again] == [piece.meaning for piece in pieces]
    for before, after in pairwise(pieces):
        assert before.end <= after.start
    assert all(text[piece.start : piece.end].strip() for piece in pieces)


@given(text=TEXTS, subject=st.sampled_from(SUBJECTS))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_a_filter_and_each_refusal_has_a_place(
    book: Store, text: str, subject: Subject
) -> None:
    with book.read() as reader:
        found = read_filter(text, [subject], Asking(reader, TODAY))
    for problem in found.problems:
        assert 0 <= problem.start < problem.end <= len(text)
        assert problem.sentence
    if subject == "post":
        with book.read() as reader:
            assert len(vacant(reader, TODAY, found)) <= len(vacant(reader, TODAY))
        return
    lists: dict[Subject, Callable[[], Listing[Any]]] = {
        "pair": lambda: queries.pairs(book, NO_DESK, everyone=True, kept=found),
        "official": lambda: queries.officials(book, kept=found),
        "event": lambda: queries.timeline(book, None, kept=found),
        "followup": lambda: queries.followups(book, NO_DESK, kept=found),
        "action": lambda: queries.whole_section(book, NO_DESK, "proposed", kept=found)[1],
    }
    listing = lists[subject]()
    assert len(listing.rows(0, 100)) == listing.count()


@given(text=TEXTS, at=st.integers(-1, 70), subject=st.sampled_from(SUBJECTS))
@settings(max_examples=100, deadline=None)
def test_what_is_offered_stands_where_one_types(book: Store, text: str, at: int, subject: Subject) -> None:
    with book.read() as reader:
        offers = complete(text, at, [subject], Asking(reader, TODAY))
    for offer in offers:
        assert offer.end == at
        assert text[offer.start : offer.end] != offer.text


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_word_behind_is_is_understood_and_offered(book: Store, subject: Subject) -> None:
    with book.read() as reader:
        asking = Asking(reader, TODAY)
        offers = {offer.text for offer in complete("is:", 3, [subject], asking, limit=50)}
        assert offers == {f"is:{word}" for word in is_words([subject])}
        assert all(not read_filter(text, [subject], asking).problems for text in offers)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("is:ov", "is:overdue"),
        ("-is:pl", "-is:planned"),
        ("talks pa", "pair:"),
        ("pair:MA-Spa", "pair:MA-ES"),
        ("country:espa", "country:ES"),
        ("rung>=ag", "rung>=agreed"),
        ("@rui", '@"Ana Ruiz"'),
        ("#cybercr", "#CYB.CRIME"),
        ("place:mal", "place:Málaga"),
        ("from:20", "from:2026"),
        ("kind:tri", "kind:trilateral"),
        ("planned", "is:planned"),
        ("talks trila", "kind:trilateral"),
        ("-agreed", "-rung:agreed"),
    ],
)
def test_what_is_typed_is_completed_and_then_understood(book: Store, typed: str, offered: str) -> None:
    with book.read() as reader:
        asking = Asking(reader, TODAY)
        offer = complete(typed, len(typed), ["event"], asking)[0]
        assert offer.text == offered
        whole = typed[: offer.start] + offer.text
        assert offered == "pair:" or not read_filter(whole, ["event"], asking).problems


def test_a_field_is_not_offered_where_it_says_nothing(book: Store) -> None:
    with book.read() as reader:
        asking = Asking(reader, TODAY)
        assert complete("ball:", 5, ["event"], asking) == []
        assert [offer.text for offer in complete("ball:", 5, ["followup"], asking)] == [
            "ball:us",
            "ball:them",
            "ball:third",
        ]


def test_a_topic_is_asked_for_with_what_is_under_it(book: Store) -> None:
    with book.read() as reader:
        wide = read_filter("#CYB", ["event"], Asking(reader, TODAY)).of("event")
        narrow = read_filter("#CYB.EXT", ["event"], Asking(reader, TODAY)).of("event")
        assert wide is not None
        assert narrow is not None
        assert set(narrow.values.values()) < set(wide.values.values())
        assert "CYB.CRIME" in wide.values.values()


def test_a_very_long_text_says_that_it_is_too_long(book: Store) -> None:
    with book.read() as reader:
        found = read_filter("word " * 200, ["event"], Asking(reader, TODAY))
    assert "too long" in found.problems[-1].sentence


def test_asking_for_very_much_at_once_says_so(book: Store) -> None:
    with book.read() as reader:
        found = read_filter("is:open " * 50, ["event"], Asking(reader, TODAY))
    assert "too much at once" in found.problems[-1].sentence
