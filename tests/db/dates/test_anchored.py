"""Days that hang on an event: read in three languages, shown so that they read back, counted from the right end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

from db.dates import PartialDate, read_date
from db.dates.anchored import Anchored, Offset, anchored_day, parse_offset, read_anchored, show_anchored
from db.dates.weekends import SATURDAY_SUNDAY, show_weekend, weekend_of, working_days
from db.errors import BadInput

TODAY = date(2026, 11, 21)
SAID = {
    "2 weeks before M-2026-001": "-2 weeks of M-2026-001",
    "2w-before M-2026-001": "-2 weeks of M-2026-001",
    "30d-after V-2025-001": "+30 days of V-2025-001",
    "2w before m-2026-001": "-2 weeks of M-2026-001",
    "two weeks ahead of M-2026-001": "-2 weeks of M-2026-001",
    "30 days after the visit": "+30 days of visit",
    "the day before": "-1 day of ",
    "the day before the meeting": "-1 day of meeting",
    "a week before the trip": "-1 week of visit",
    "10 working days after V-2026-001": "+10 working days of V-2026-001",
    "10wd after V-2026-001": "+10 working days of V-2026-001",
    "3 business days before it": "-3 working days of ",
    "a quarter after V-2026-001": "+3 months of V-2026-001",
    "the day of V-2026-001": "+0 days of V-2026-001",
    "2 semaines avant M-2026-001": "-2 weeks of M-2026-001",
    "30 jours après la visite": "+30 days of visit",
    "la veille de la réunion": "-1 day of meeting",
    "le lendemain de V-2026-001": "+1 day of V-2026-001",
    "un mois avant l’événement": "-1 month of ",
    "10 jours ouvrables après la visite": "+10 working days of visit",
    "2 semanas antes de la reunión": "-2 weeks of meeting",
    "30 días después de la visita": "+30 days of visit",
    "la víspera de M-2026-001": "-1 day of M-2026-001",
    "10 días hábiles después de V-2026-001": "+10 working days of V-2026-001",
    "el día de la visita": "+0 days of visit",
}
OFFSETS = st.builds(
    Offset,
    st.integers(-999, 999).filter(bool),
    st.sampled_from(["day", "week", "month", "year", "working day"]),
    st.just(""),
) | st.just(Offset(0, "day"))
REFS = st.builds(
    lambda letter, number: f"{letter}-2026-{number:03}", st.sampled_from("VM"), st.integers(1, 9999)
)
COUNTRIES = st.sampled_from(["", "MA", "SA", "AF", "IR", "IN", "AE"])


@pytest.mark.parametrize(("text", "meant"), SAID.items(), ids=list(SAID))
def test_words_that_count_from_an_event_are_read(text: str, meant: str) -> None:
    found = read_anchored(text)
    assert found is not None
    assert f"{found.offset} of {found.event or found.noun}" == meant


@pytest.mark.parametrize(
    "text",
    [
        "the day after tomorrow",
        "the day before yesterday",
        "antes de ayer",
        "2 weeks before 5 dec",
        "fri",
        "",
        "the day of",
    ],
)
def test_words_that_are_a_date_or_nothing_are_left_alone(text: str) -> None:
    assert read_anchored(text) is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("0 days before M-2026-001", "from 1 to 999"), ("5 days after A-2026-001", "has no day to count from")],
)
def test_what_cannot_be_counted_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        read_anchored(text)


@given(OFFSETS, REFS)
def test_what_is_shown_reads_back_as_the_same(offset: Offset, ref: str) -> None:
    assert read_anchored(show_anchored(offset, ref)) == Anchored(offset, ref)


@given(OFFSETS, COUNTRIES)
def test_what_is_kept_reads_back_as_the_same(offset: Offset, country: str) -> None:
    kept = offset._replace(country=country if offset.works else "")
    assert parse_offset(str(kept)) == kept


@pytest.mark.parametrize("kept", ["", "2 weeks", "-2 fortnights", "+5 days; DROP", "-١ day"])
def test_what_no_hand_of_ours_kept_is_refused(kept: str) -> None:
    with pytest.raises(BadInput):
        parse_offset(kept)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = read_anchored(text)
    except BadInput:
        return
    assert found is None or str(found)


@pytest.mark.parametrize(
    ("offset", "event", "day"),
    [
        ("-2 weeks", "2026-12-12/2026-12-13", "2026-11-28"),
        ("+30 days", "2026-12-12/2026-12-13", "2027-01-12"),
        ("-1 month", "2026-03-31", "2026-02-28"),
        ("+0 days", "2026-12-12/2026-12-13", "2026-12-12"),
        ("-2 weeks", "2026-12-12~", "2026-11-28~"),
        ("+1 day", "2026-12-12/2026-12-13?", "2026-12-14?"),
        ("+5 working days", "2026-12-10", "2026-12-17"),
        ("+5 working days SA", "2026-12-10", "2026-12-17"),
        ("+1 working day SA", "2026-12-10", "2026-12-13"),
        ("-1 working day AF", "2026-12-12", "2026-12-09"),
        ("-2 weeks", "2026-12", ""),
        ("-2 weeks", "XXXX-12-12", ""),
        ("-2 weeks", "", ""),
        ("+2 weeks", "2026-12-12/..", ""),
    ],
)
def test_before_counts_from_the_first_day_and_after_from_the_last(offset: str, event: str, day: str) -> None:
    assert anchored_day(parse_offset(offset), PartialDate(event)).edtf == day


def test_a_day_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(BadInput, match="further away"):
        anchored_day(parse_offset("+999 years"), PartialDate("9900-01-01"))


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(-300, 300).filter(bool), COUNTRIES)
def test_working_days_leave_out_the_weekend_and_nothing_else(day: date, number: int, country: str) -> None:
    weekend, step = weekend_of(country), 1 if number > 0 else -1
    end = working_days(day, number, weekend)
    between = [day + timedelta(step * away) for away in range(1, abs((end - day).days) + 1)]
    assert end.weekday() not in weekend
    assert sum(one.weekday() not in weekend for one in between) == abs(number)


@pytest.mark.parametrize(
    ("text", "country", "day"),
    [
        ("+5wd", "MA", "2026-11-27"),
        ("+5wd", "EG", "2026-11-26"),
        ("in 5 working days", "AE", "2026-11-27"),
        ("+10 jours ouvrables", "MA", "2026-12-04"),
        ("en 5 días hábiles", "ES", "2026-11-27"),
        ("next working day", "EG", "2026-11-22"),
        ("5 working days ago", "", "2026-11-16"),
    ],
)
def test_a_date_answer_counts_working_days(text: str, country: str, day: str) -> None:
    assert read_date(text, today=TODAY, weekend=weekend_of(country)).edtf == day


def test_the_weekends_are_those_of_cldr() -> None:
    compared = set()
    for name in locale_identifiers():
        locale = Locale.parse(name)
        if locale.territory is None or len(locale.territory) != 2:
            continue
        first, last = locale.weekend_start, locale.weekend_end
        days = frozenset(day % 7 for day in range(first, (last if last >= first else last + 7) + 1))
        assert weekend_of(locale.territory) == days, locale.territory
        compared.add(locale.territory)
    assert {"MA", "ES", "EG", "SA", "AE", "IR", "AF", "IN", "QA"} <= compared


def test_a_weekend_has_a_name() -> None:
    assert (show_weekend(SATURDAY_SUNDAY), show_weekend(weekend_of("QA"))) == ("Sat–Sun", "Fri–Sat")
