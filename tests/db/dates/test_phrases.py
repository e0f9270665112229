"""What officers type and sources say, phrase by phrase; the day is Saturday 21 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from db.dates import UNSTATED, PartialDate, read_date, resolve, years_matching
from db.errors import BadInput

TODAY = date(2026, 11, 21)

READ = {
    # ISO and EDTF mean what they say
    "2026-05-06": "2026-05-06",
    "20260506": "2026-05-06",
    "2026-5-6": "2026-05-06",
    "2026/05/06": "2026-05-06",
    "2025–01–28": "2025-01-28",
    "2026-05": "2026-05",
    "2026": "2026",
    "2025-01-28/2025-01-29": "2025-01-28/2025-01-29",
    "2025-01-28 to 2025-01-29": "2025-01-28/2025-01-29",
    "2025-01-28 - 2025-01-29": "2025-01-28/2025-01-29",
    "XXXX-01-28/XXXX-01-29": "XXXX-01-28/XXXX-01-29",
    "xxxx-06": "XXXX-06",
    "[2025-01-28..2025-01-29]": "[2025-01-28..2025-01-29]",
    "[2025-01-28,2025-01-29]": "[2025-01-28..2025-01-29]",
    "2025-01-28..2025-01-29": "[2025-01-28..2025-01-29]",
    "2015-05/..": "2015-05/..",
    "2015-05/": "2015-05/",
    "/2020": "/2020",
    "2022-06~": "2022-06~",
    "2025-21": "2025-21",
    # days
    "28 Jan 2025": "2025-01-28",
    "Tue 28 Jan 2025": "2025-01-28",
    "Tuesday, 28 January 2025": "2025-01-28",
    "January 28, 2025": "2025-01-28",
    "Jan. 28th, 2025": "2025-01-28",
    "2025 January 28": "2025-01-28",
    "28.1.2025": "2025-01-28",
    "28/01/2025": "2025-01-28",
    "28-01-2025": "2025-01-28",
    "6.5.2026": "2026-05-06",
    "05/06/2026": "2026-06-05",
    "Tue 2025-01-28": "2025-01-28",
    "29 Feb 2024": "2024-02-29",
    # a missing year stays missing
    "28 jan": "XXXX-01-28",
    "28-29 jan": "XXXX-01-28/XXXX-01-29",
    "28-29 jan ?": "XXXX-01-28/XXXX-01-29",
    "January 28 and 29": "XXXX-01-28/XXXX-01-29",
    "16 et 17 juin": "XXXX-06-16/XXXX-06-17",
    "June 15": "XXXX-06-15",
    "Wed 15 June": "XXXX-06-15",
    "jan 25": "XXXX-01-25",
    "12.10": "XXXX-10-12",
    "12.10.": "XXXX-10-12",
    "12/10": "XXXX-10-12",
    "12 oct": "XXXX-10-12",
    "may": "XXXX-05",
    "29 feb": "XXXX-02-29",
    "28 Dec - 2 Jan": "XXXX-12-28/XXXX-01-02",
    "spring": "XXXX-21",
    # periods
    "28-29 jan 2025": "2025-01-28/2025-01-29",
    "28–29 January 2025": "2025-01-28/2025-01-29",
    "28 and 29 January 2025": "2025-01-28/2025-01-29",
    "28/29 Jan 2025": "2025-01-28/2025-01-29",
    "28-29/01/2025": "2025-01-28/2025-01-29",
    "28.-29.1.2025": "2025-01-28/2025-01-29",
    "January 28-29, 2025": "2025-01-28/2025-01-29",
    "January 28 and 29, 2025": "2025-01-28/2025-01-29",
    "28, 29 and 30 January 2025": "2025-01-28/2025-01-30",
    "Tue 28 – Wed 29 Jan 2025": "2025-01-28/2025-01-29",
    "28 Jan - 2 Feb 2025": "2025-01-28/2025-02-02",
    "28 Jan 2025 – 2 Feb": "2025-01-28/2025-02-02",
    "28 Jan 2025 – 2 Feb 2026": "2025-01-28/2026-02-02",
    "28 Dec 2025-12 Jan 2026": "2025-12-28/2026-01-12",
    "31 Jan and 1 Feb 2025": "2025-01-31/2025-02-01",
    "from 28 January to 2 February 2025": "2025-01-28/2025-02-02",
    "May 2015 – June 2020": "2015-05/2020-06",
    "May - June 2020": "2020-05/2020-06",
    "2015-2020": "2015/2020",
    "week of 24 Nov 2026": "2026-11-23/2026-11-29",
    # open periods
    "since May 2015": "2015-05/..",
    "from May 2015": "2015-05/..",
    "May 2015 - ": "2015-05/..",
    "until 2020": "../2020",
    "May 2015 - now": "2015-05/..",
    "May 2015 to present": "2015-05/..",
    "since last Wednesday": "2026-11-18/..",
    "May 2015 – end not stated": "2015-05/",
    "start not stated – 2020": "/2020",
    # one day of several
    "between 28 and 29 Jan 2025": "[2025-01-28..2025-01-29]",
    "between 3 and 9 Jan 2025": "[2025-01-03..2025-01-09]",
    "28 or 29 Jan 2025": "[2025-01-28..2025-01-29]",
    "some day in 28–29 January 2025": "[2025-01-28..2025-01-29]",
    "some day in June 2022": "[2022-06-01..2022-06-30]",
    # months, years, seasons, quarters
    "jan 2025": "2025-01",
    "01/2025": "2025-01",
    "June of 2022": "2022-06",
    "2025": "2025",
    "the year 2020": "2020",
    "2020s": "202X",
    "spring 2025": "2025-21",
    "summer of 2025": "2025-22",
    "winter 2025": "2025-24",
    "winter 2025-26": "2025-24",
    "winter 2025/26": "2025-24",
    "Q3 2026": "2026-35",
    "2026Q3": "2026-35",
    "2026-Q3": "2026-35",
    "third quarter of 2026": "2026-35",
    "H1 2026": "2026-40",
    "second half of 2026": "2026-41",
    # vague dates
    "mid-June 2026": "2026-06-11~/2026-06-20~",
    "mid June 2022": "2022-06-11~/2022-06-20~",
    "mid-June": "XXXX-06-11~/XXXX-06-20~",
    "early June 2026": "2026-06-01~/2026-06-10~",
    "late February 2026": "2026-02-21~/2026-02-28~",
    "mid-2026": "2026-05~/2026-08~",
    "end of March 2026": "2026-03-31",
    "end of 2026": "2026-12-31",
    "end of June": "XXXX-06-30",
    "end of Q3 2026": "2026-09-30",
    "~June 2022": "2022-06~",
    "about 10 Oct 2022": "2022-10-10~",
    "around 10 Oct 2022": "2022-10-10~",
    "c. 2022": "2022~",
    "circa May 2015": "2015-05~",
    "10 Oct 2022?": "2022-10-10?",
    "~10 Oct 2022?": "2022-10-10%",
    "perhaps June 2022": "2022-06?",
    "10 Oct 2022, uncertain": "2022-10-10?",
    "28 Jan ??": "XXXX-01-28?",
    "about 28-29 Jan 2025": "2025-01-28~/2025-01-29~",
    "28 Jan 2025 – about 2 Feb 2025": "2025-01-28/2025-02-02~",
    # days counted from today
    "today": "2026-11-21",
    "tomorrow": "2026-11-22",
    "yesterday": "2026-11-20",
    "the day after tomorrow": "2026-11-23",
    "fri": "2026-11-27",
    "Friday": "2026-11-27",
    "sat": "2026-11-28",
    "this fri": "2026-11-20",
    "next tue": "2026-11-24",
    "next sun": "2026-11-29",
    "last Wednesday": "2026-11-18",
    "last sat": "2026-11-14",
    "+2w": "2026-12-05",
    "+3d": "2026-11-24",
    "-1m": "2026-10-21",
    "+1y": "2027-11-21",
    "+ 3 days": "2026-11-24",
    "in 3 days": "2026-11-24",
    "in a week": "2026-11-28",
    "in two weeks": "2026-12-05",
    "two weeks from now": "2026-12-05",
    "2 weeks ago": "2026-11-07",
    "eom": "2026-11-30",
    "by fri": "2026-11-27",
    "by June 2026": "2026-06",
    "eow": "2026-11-27",
    "eoy": "2026-12-31",
    "eoq": "2026-12-31",
    "end of the month": "2026-11-30",
    "end of next month": "2026-12-31",
    "next week": "2026-11-23/2026-11-29",
    "this week": "2026-11-16/2026-11-22",
    "next month": "2026-12",
    "last month": "2026-10",
    "next quarter": "2027-33",
    "next year": "2027",
    "June last year": "2025-06",
    "last June": "2026-06",
    "next March": "2027-03",
    "last summer": "2026-22",
    "in the last month": "[2026-10-21..2026-11-21]",
    "in the past 3 weeks": "[2026-10-31..2026-11-21]",
    "in the next two weeks": "[2026-11-21..2026-12-05]",
    "last Wednesday, or November 18": "2026-11-18",
    # French
    "16 et 17 juin 2022": "2022-06-16/2022-06-17",
    "le 1er mars 2025": "2025-03-01",
    "du 28 janvier au 2 février 2025": "2025-01-28/2025-02-02",
    "mar. 28 janv. 2025": "2025-01-28",
    "mardi 28 janvier 2025": "2025-01-28",
    "mercredi dernier": "2026-11-18",
    "vendredi prochain": "2026-11-27",
    "aujourd'hui": "2026-11-21",
    "aujourd’hui": "2026-11-21",
    "demain": "2026-11-22",
    "après-demain": "2026-11-23",
    "avant-hier": "2026-11-19",
    "dans 3 jours": "2026-11-24",
    "dans sept jours": "2026-11-28",
    "il y a 2 semaines": "2026-11-07",
    "la semaine prochaine": "2026-11-23/2026-11-29",
    "le mois dernier": "2026-10",
    "l'année prochaine": "2027",
    "fin mars 2026": "2026-03-31",
    "d'ici fin mars 2026": "2026-03-31",
    "d'ici 3 jours": "2026-11-24",
    "fin du mois": "2026-11-30",
    "mi-juin 2026": "2026-06-11~/2026-06-20~",
    "début juin 2026": "2026-06-01~/2026-06-10~",
    "printemps 2025": "2025-21",
    "été 2025": "2025-22",
    "ETE 2025": "2025-22",
    "3e trimestre 2026": "2026-35",
    "1er semestre 2026": "2026-40",
    "T3 2026": "2026-35",
    "août 2025": "2025-08",
    "aou\u0302t 2025": "2025-08",
    "vers le 10 octobre 2022": "2022-10-10~",
    "depuis mai 2015": "2015-05/..",
    "à partir de mai 2015": "2015-05/..",
    "jusqu'en 2020": "../2020",
    "entre le 28 et le 29 janvier 2025": "[2025-01-28..2025-01-29]",
    "28 ou 29 janvier 2025": "[2025-01-28..2025-01-29]",
    "les années 2020": "202X",
    # Spanish
    "28 y 29 de enero de 2025": "2025-01-28/2025-01-29",
    "del 28 al 29 de enero de 2025": "2025-01-28/2025-01-29",
    "martes 28 de enero de 2025": "2025-01-28",
    "1º de marzo de 2025": "2025-03-01",
    "mañana": "2026-11-22",
    "pasado mañana": "2026-11-23",
    "anteayer": "2026-11-19",
    "ayer": "2026-11-20",
    "el próximo martes": "2026-11-24",
    "el miércoles pasado": "2026-11-18",
    "hace dos semanas": "2026-11-07",
    "dentro de 3 días": "2026-11-24",
    "en tres meses": "2027-02-21",
    "la semana que viene": "2026-11-23/2026-11-29",
    "el año que viene": "2027",
    "el mes pasado": "2026-10",
    "en el último mes": "[2026-10-21..2026-11-21]",
    "fin de mes": "2026-11-30",
    "finales de marzo de 2026": "2026-03-21~/2026-03-31~",
    "a mediados de junio de 2026": "2026-06-11~/2026-06-20~",
    "en junio de 2022": "2022-06",
    "primavera de 2025": "2025-21",
    "otoño 2025": "2025-23",
    "primer trimestre de 2026": "2026-33",
    "28 ago 2025": "2025-08-28",
    "desde mayo de 2015": "2015-05/..",
    "hasta 2020": "../2020",
    "entre el 28 y el 29 de enero de 2025": "[2025-01-28..2025-01-29]",
    "alrededor del 10 de octubre de 2022": "2022-10-10~",
}

REFUSED = {
    # text: (what the sentence says, the part at fault)
    "": ("no date", ""),
    "   ": ("no date", "   "),
    "soon": ("not a date word", "soon"),
    "28 janury 2025": ("not a date word", "janury"),
    "meeting on 5 may with 3 officials": ("not a date word", "meeting"),
    "2026-02-30": ("no day 30 in February 2026", "2026-02-30"),
    "2026-13-01": ("no month 13", "2026-13-01"),
    "2026-00-01": ("counted from 0?1", "2026-00-01"),
    "20261301": ("year, month, day", "20261301"),
    "31 June 2026": ("no day 31 in June 2026; it has 30 days", "31 June 2026"),
    "30 feb": ("no day 30 in February", "30 feb"),
    "29 Feb 2025": ("28 days", "29 Feb 2025"),
    "13/13/2026": ("no month 13", "13/13/2026"),
    "01/28/2025": ("day comes first", "01/28/2025"),
    "13.13": ("no month 13", "13.13"),
    "28/01/25": ("four digits", "28/01/25"),
    "28 jan 25": ("four digits", "25"),
    "28 jan '25": ("four digits", "25"),
    "123": ("neither a day", "123"),
    "99999999999999999999": ("neither a day", "99999999999999999999"),
    "0026-01-01": ("four digits", "0026-01-01"),
    "28": ("Which month", "28"),
    "end of February": ("needs a year", "end of February"),
    "28-29": ("Which month", "28"),
    "Mon 28 Jan 2025": ("is a Tuesday, not a Monday", "Mon"),
    "Tue 28 – Thu 29 Jan 2025": ("is a Wednesday, not a Thursday", "Thu"),
    "5 may 14:00 CET": ("no time of day", "14:00"),
    "2025-01-28T10:00": ("no time of day", "T10:00"),
    "28 jan 2025 10h30": ("no time of day", "10h30"),
    "fri 3pm": ("no time of day", "3pm"),
    "29-28 Jan 2025": ("before the start", "29-28 Jan 2025"),
    "28 Dec - 2 Jan 2026": ("year at both ends", "28 Dec - 2 Jan 2026"),
    "2025-02-01/2025-01-01": ("before the start", "2025-02-01/2025-01-01"),
    "28 Jan – 2026-02-02/": ("half-way", ""),
    "28 jan – today": ("year at both ends", "28 jan – today"),
    "28 and 30 January 2025": ("neighbouring", "28 and 30 January 2025"),
    "28 or 30 January 2025": ("neighbouring", "28 or 30 January 2025"),
    "last Wednesday, or June 15": ("two different days", "last Wednesday, or June 15"),
    "since 28 or 29 Jan 2025": ("need one date", "28 or 29 Jan 2025"),
    "28 spring 2025": ("no day number", "28 spring"),
    "early 28 June 2026": ("early, middle or late", "early"),
    "28 Jan 2025, year not stated": ("year is stated", "28 Jan 2025"),
    "+99999999w": (".", ""),
    "in 9999 years": ("further away", "in 9999 years"),
    "2026 05 06": ("not expected", "05"),
    "2025/26": ("no|Which|neither", ""),
    "about 28 or 29 Jan 2025": ("in doubt already", "about 28 or 29 Jan 2025"),
    "fin de semana": ("not start a date", "fin de semana"),
    "2 weeks": ("not expected", "weeks"),
    "Fri 27 Nov 2026, in 9 days": (".", ""),
    "[/MFA]": (".", ""),
    "/": (".", ""),
    "../..": ("has to be a date", "../.."),
    "jan " * 60: ("too long", ""),
}


@pytest.mark.parametrize(("phrase", "edtf"), READ.items(), ids=READ)
def test_a_phrase_is_read(phrase: str, edtf: str) -> None:
    assert read_date(phrase, today=TODAY) == PartialDate(edtf, phrase.strip(), "stated")


@pytest.mark.parametrize(("phrase", "refusal"), REFUSED.items(), ids=[phrase[:40] for phrase in REFUSED])
def test_a_phrase_is_refused_with_a_sentence_and_a_place(phrase: str, refusal: tuple[str, str]) -> None:
    says, fault = refusal
    with pytest.raises(BadInput, match=says) as error:
        read_date(phrase, today=TODAY)
    if fault:
        assert phrase[error.value.start : error.value.end] == fault


@pytest.mark.parametrize("phrase", READ, ids=READ)
def test_capitals_and_space_around_do_not_matter(phrase: str) -> None:
    assert read_date(f"  {phrase.upper()} ", today=TODAY).edtf == READ[phrase]


def test_the_words_are_kept_as_written() -> None:
    assert read_date(" January 28 and 29 ", today=TODAY).text == "January 28 and 29"


def test_nothing_stated_can_be_typed() -> None:
    assert read_date("not stated", today=TODAY) == UNSTATED
    assert read_date("Not stated ", today=TODAY) == UNSTATED


def test_month_first_is_a_setting_and_iso_ignores_it() -> None:
    assert read_date("05/06/2026", today=TODAY, day_first=False).edtf == "2026-05-06"
    assert read_date("12.10", today=TODAY, day_first=False).edtf == "XXXX-12-10"
    assert read_date("28 Jan 2025", today=TODAY, day_first=False).edtf == "2025-01-28"
    for day_first in (True, False):
        assert read_date("2026-05-06", today=TODAY, day_first=day_first).edtf == "2026-05-06"
    with pytest.raises(BadInput, match="the month comes first"):
        read_date("28/01/2025", today=TODAY, day_first=False)


@pytest.mark.parametrize(
    ("today", "fri", "this", "following", "last"),
    [
        (date(2026, 11, 23), "27", "27", "2026-12-04", "20"),  # Monday
        (date(2026, 11, 26), "27", "27", "2026-12-04", "20"),  # Thursday
        (date(2026, 11, 27), "2026-12-04", "27", "2026-12-04", "20"),  # the Friday itself
        (date(2026, 11, 28), "2026-12-04", "27", "2026-12-04", "27"),  # Saturday
    ],
)
def test_a_weekday_is_the_coming_one_and_next_is_next_week(
    today: date, fri: str, this: str, following: str, last: str
) -> None:
    expected = {
        "fri": fri,
        "this fri": this,
        "next fri": following,
        "last fri": last,
        "vendredi prochain": fri,
    }
    for words, day in expected.items():
        full = day if len(day) > 2 else f"2026-11-{day}"
        assert read_date(words, today=today).edtf == full, words


def test_a_month_later_than_the_31st_is_the_end_of_the_shorter_month() -> None:
    assert read_date("+1m", today=date(2026, 1, 31)).edtf == "2026-02-28"
    assert read_date("eom", today=date(2028, 2, 1)).edtf == "2028-02-29"
    assert read_date("eow", today=date(2026, 11, 27)).edtf == "2026-11-27"


def test_words_in_a_source_count_from_its_publication() -> None:
    published = date(2022, 6, 18)
    assert resolve("last Wednesday", published) == PartialDate("2022-06-15", "last Wednesday", "relative")
    month = resolve("in the last month", published)
    assert (month.first, month.last, month.basis) == (date(2022, 5, 18), published, "relative")
    assert resolve("mercredi dernier", published).edtf == "2022-06-15"


def test_without_a_publication_date_they_stay_words() -> None:
    for words in ("last Wednesday", "in the last month", "next quarter", "recently", "in the coming weeks"):
        assert resolve(words, None) == PartialDate("", words, "relative")


def test_a_full_date_in_a_source_is_simply_read() -> None:
    assert resolve("10 October 2022", None) == PartialDate("2022-10-10", "10 October 2022", "stated")
    assert resolve("January 28 and 29", date(2025, 1, 29)).edtf == "XXXX-01-28/XXXX-01-29"


def test_a_weekday_and_a_day_together_give_the_year_only_when_they_agree() -> None:
    words = "last Wednesday, or June 15"
    assert resolve(words, date(2022, 6, 18)) == PartialDate("2022-06-15", words, "relative")
    assert resolve(words, date(2023, 6, 18)) == PartialDate("XXXX-06-15", words, "stated")
    assert resolve(words, None) == PartialDate("XXXX-06-15", words, "stated")


def test_what_a_source_says_is_never_an_error() -> None:
    assert resolve("", None) == UNSTATED
    assert resolve("31 June 2026", None) == PartialDate("", "31 June 2026", "relative")
    assert resolve("Wednesday", date(2022, 6, 18)) == PartialDate("", "Wednesday", "relative")
    assert resolve("x" * 500, None).text == "x" * 500


def test_a_weekday_offers_the_years_it_fits() -> None:
    assert years_matching(2, 6, 15, first=2005, last=2026) == [2005, 2011, 2016, 2022]
    assert years_matching(3, 2, 29, first=2000, last=2030) == [2024]
    assert years_matching(0, 2, 30, first=2000, last=2030) == []
