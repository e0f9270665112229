"""What a date shows can be typed back, and typing anything at all is safe."""

from __future__ import annotations

import time
from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from db.dates import PartialDate, read_date, resolve, show_date, show_distance, show_short
from db.dates.words import PHRASES, VOCABULARY
from db.errors import BadInput
from tests.db.dates.strategies import edtf_texts, partial_dates

TODAY = date(2026, 11, 21)
anyday = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@given(edtf_texts)
def test_an_expression_is_written_in_one_way(edtf: str) -> None:
    once = PartialDate.from_edtf(edtf)
    assert PartialDate.from_edtf(once.edtf) == once


@given(partial_dates, anyday)
def test_an_expression_can_be_typed_as_it_is_stored(stored: PartialDate, today: date) -> None:
    assert read_date(stored.edtf, today=today).edtf == stored.edtf


@settings(max_examples=500)
@given(partial_dates, anyday, st.booleans())
@example(PartialDate("2025-24/2026-21"), TODAY, True)
@example(PartialDate("2025/2026-01-12"), TODAY, True)
def test_the_long_form_reads_back_to_the_same_date(shown: PartialDate, today: date, day_first: bool) -> None:
    assert read_date(show_date(shown), today=today, day_first=day_first).edtf == shown.edtf


@given(partial_dates, anyday)
def test_the_long_form_with_its_distance_reads_back_too(shown: PartialDate, today: date) -> None:
    assert read_date(show_date(shown, today=today), today=today).edtf == shown.edtf


@settings(max_examples=500)
@given(partial_dates, anyday, st.booleans())
@example(PartialDate("2015-01-10/2015-12"), TODAY, True)
@example(PartialDate("XXXX-01-28/XXXX-01-28~"), TODAY, True)
def test_the_short_form_reads_back_or_says_that_it_was_cut(
    shown: PartialDate, today: date, day_first: bool
) -> None:
    short = show_short(shown)
    assert len(short) <= 16
    try:
        assert read_date(short, today=today, day_first=day_first).edtf == shown.edtf
    except BadInput:
        assert short.endswith("…"), short


@given(partial_dates)
def test_a_distance_never_invents_a_year(shown: PartialDate) -> None:
    assert bool(show_distance(shown, today=TODAY)) == shown.known


@given(st.text(max_size=60))
def test_words_that_stay_words_come_back_as_words(words: str) -> None:
    symbolic = PartialDate("", words.strip(), "relative")
    if symbolic.text:
        assert read_date(show_date(symbolic), today=TODAY) == symbolic


@settings(max_examples=400)
@given(st.text(max_size=250), anyday, st.booleans())
def test_any_text_is_read_or_refused_with_a_place(text: str, today: date, day_first: bool) -> None:
    _read_or_refuse(text, today, day_first=day_first)


_words = sorted({*VOCABULARY, *(" ".join(phrase) for phrase in PHRASES)})
_numbers = st.one_of(
    st.integers(0, 99999999).map(str), st.integers(1, 31).map(str), st.integers(2000, 2030).map(str)
)
_signs = st.sampled_from([*"-–/.,~?%+|&[]…“”:'", "..", "XXXX", "202X", "Q3", "H1", "12.10", "1/2/2025"])


@settings(max_examples=500)
@given(st.lists(st.one_of(st.sampled_from(_words), _numbers, _signs), max_size=9), st.sampled_from(["", " "]))
def test_any_mixture_of_date_words_is_read_or_refused(pieces: list[str], space: str) -> None:
    text = space.join(pieces)
    _read_or_refuse(text, TODAY, day_first=True)
    assert resolve(text, TODAY).text in {text.strip(), ""}
    assert resolve(text, None).text in {text.strip(), ""}


def _read_or_refuse(text: str, today: date, *, day_first: bool) -> None:
    refusal: BadInput | None = None
    try:
        found = read_date(text, today=today, day_first=day_first)
    except BadInput as error:
        refusal = error
    if refusal:
        assert str(refusal).endswith(".")
        assert 0 <= refusal.start <= refusal.end <= len(text)
        return
    assert PartialDate.from_edtf(found.edtf).edtf == found.edtf
    if found.edtf:
        assert read_date(show_date(found), today=today).edtf == found.edtf


def test_a_very_long_text_is_refused_at_once() -> None:
    for text in (
        "1" * 1_000_000,
        "jan " * 100_000,
        "28-" * 100_000,
        "9" * 200,
        "," * 200,
        "~" * 199,
        "a" * 10**6,
    ):
        start = time.perf_counter()
        try:
            read_date(text, today=TODAY)
        except BadInput:
            assert time.perf_counter() - start < 0.25
        else:
            raise AssertionError(text[:20])
