"""How dates look in a field, in a column and as a distance."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from db.dates import UNSTATED, PartialDate, read_date, show_date, show_distance, show_short
from db.errors import BadInput

TODAY = date(2026, 11, 21)

FORMS = {
    "2025-01-28": ("Tue 28 Jan 2025", "28 Jan 2025"),
    "2025-01-28/2025-01-29": ("Tue 28 – Wed 29 Jan 2025", "28–29 Jan 2025"),
    "2025-01-28/2025-02-02": ("Tue 28 Jan – Sun 2 Feb 2025", "28Jan–2Feb 2025"),
    "2025-12-28/2026-01-02": ("Sun 28 Dec 2025 – Fri 2 Jan 2026", "28 Dec 2025 – 2…"),
    "XXXX-01-28/XXXX-01-29": ("28–29 Jan, year not stated", "28–29 Jan ?"),
    "XXXX-01-28": ("28 Jan, year not stated", "28 Jan ?"),
    "XXXX-06": ("June, year not stated", "Jun ?"),
    "2022-10-10~": ("about 10 Oct 2022", "~10 Oct 2022"),
    "2022-10-10?": ("10 Oct 2022, uncertain", "10 Oct 2022?"),
    "2022-10-10%": ("about 10 Oct 2022, uncertain", "~10 Oct 2022?"),
    "2022-06": ("June 2022", "Jun 2022"),
    "2030": ("2030", "2030"),
    "202X": ("2020s", "2020s"),
    "2015-05/..": ("since May 2015", "since May 2015"),
    "2025-01-28/..": ("since Tue 28 Jan 2025", "from 28 Jan 2025"),
    "../2020": ("until 2020", "until 2020"),
    "../2025-01-28": ("until Tue 28 Jan 2025", "to 28 Jan 2025"),
    "2015-05/": ("May 2015 – end not stated", "May 2015–…"),
    "/2020": ("start not stated – 2020", "…–2020"),
    "2015-05/2020-06": ("May 2015 – June 2020", "May2015–Jun2020"),
    "2020-05/2020-06": ("May – June 2020", "May–Jun 2020"),
    "[2025-01-28..2025-01-29]": ("28 or 29 Jan 2025", "28|29 Jan 2025"),
    "[2025-01-03..2025-01-09]": ("some day in 3–9 Jan 2025", "3..9 Jan 2025"),
    "[2022-05-18..2022-06-18]": ("some day in 18 May – 18 Jun 2022", "18May..18Jun2022"),
    "[2025-05..2025-07]": ("some time in May – July 2025", "May..Jul 2025"),
    "2025-21": ("spring 2025", "spring 2025"),
    "2025-24": ("winter 2025–26", "winter 2025–26"),
    "2026-35": ("Q3 2026", "Q3 2026"),
    "2026-40": ("H1 2026", "H1 2026"),
    "2026-06-11~/2026-06-20~": ("mid-June 2026", "mid-Jun 2026"),
    "2026-06-01~/2026-06-10~": ("early June 2026", "early Jun 2026"),
    "2026-05~/2026-08~": ("mid-2026", "mid-2026"),
    "2025-01-28~/2025-01-29~": ("about 28–29 Jan 2025", "~28–29 Jan 2025"),
    "2025-01-28~/2025-01-29": ("about 28 Jan 2025 – exactly 29 Jan 2025", "about 28 Jan 20…"),
    "": ("not stated", "not stated"),
}


@pytest.mark.parametrize(("edtf", "forms"), FORMS.items())
def test_a_date_is_shown_in_words(edtf: str, forms: tuple[str, str]) -> None:
    shown = PartialDate.from_edtf(edtf)
    assert (show_date(shown), show_short(shown)) == forms


def test_words_without_a_day_are_shown_as_words() -> None:
    words = PartialDate("", "last Wednesday", "relative")
    assert show_date(words) == "“last Wednesday”"
    assert show_short(words) == "“last Wednesday”"
    assert show_short(PartialDate("", "some time before the summit")) == "“some time befo…"
    assert show_short(PartialDate("", "日本語日本語日本語")) == "“日本語日本語日…"


def test_the_distance_follows_when_asked_for() -> None:
    assert show_date(PartialDate("2026-11-27"), today=TODAY) == "Fri 27 Nov 2026, in 6 days"
    assert show_date(PartialDate("XXXX-11-27"), today=TODAY) == "27 Nov, year not stated"
    assert show_date(UNSTATED, today=TODAY) == "not stated"


@pytest.mark.parametrize(
    ("edtf", "distance"),
    [
        ("2026-11-27", "in 6 days"),
        ("2026-11-09", "12 days ago"),
        ("2026-11-21", "today"),
        ("2026-11-20", "yesterday"),
        ("2026-11-22", "tomorrow"),
        ("2026-12-12", "in 3 weeks"),
        ("2025-01-28/2025-01-29", "22 months ago"),
        ("2026-09", "7 weeks ago"),
        ("2022-06", "4 years ago"),
        ("2030", "in 3 years"),
        ("2026", "this year"),
        ("2026-11", "this month"),
        ("2026-36", "now"),
        ("2026-11-20/2026-11-22", "now"),
        ("2015-05/..", "now"),
        ("../2020", "5 years ago"),
        ("2024-05-22", "2 years ago"),  # 2½ years are not 3
        ("2024-11-21", "2 years ago"),
        ("2024-11-22", "23 months ago"),
        ("2029-08", "in 2 years"),
        ("../2030", "now"),
        ("XXXX-11-27", ""),
        ("", ""),
    ],
)
def test_a_distance_counts_from_the_nearer_end(edtf: str, distance: str) -> None:
    assert show_distance(PartialDate.from_edtf(edtf), today=TODAY) == distance


def test_reading_lists_of_dates_needs_no_heavy_library() -> None:
    code = "import sys, db.dates; print(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert {"dateutil", "sqlmodel", "sqlalchemy", "pydantic", "textual", "calendar"}.isdisjoint(loaded)


def test_words_of_any_length_are_cut_at_once() -> None:
    shown = show_short(PartialDate(text="last Wednesday " * 10_000, basis="relative"))
    assert shown.startswith("“last Wedn")
    assert shown.endswith("…")
    assert len(shown) <= 16


def test_a_form_cut_behind_a_word_is_refused_not_read_as_an_open_end() -> None:
    shown = show_short(PartialDate.from_edtf("[2015-21..2015-06-01]"))
    assert shown == "spring 2015 or…"
    with pytest.raises(BadInput):
        read_date(shown, today=date(2026, 11, 21))


def test_a_long_form_can_do_without_weekdays() -> None:
    both = PartialDate("2025-01-03/2026-02-01")
    assert show_date(both) == "Fri 3 Jan 2025 – Sun 1 Feb 2026"
    assert show_date(both, weekdays=False) == "3 Jan 2025 – 1 Feb 2026"
