"""What the view To verify finds: twins, gaps and contradictions, each with why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from db.commands.apart import not_same
from db.models import Post
from db.queries.verify import verify
from db.rows import Key
from db.rows.doubts import DoubtRow, Doubts, Looks
from tests.db.making import MOROCCO, entered, visit_entered

if TYPE_CHECKING:
    from db import Store


def doubts(store: Store, title: str) -> tuple[DoubtRow, ...]:
    with store.read() as reader:
        found: dict[str, Doubts] = {each.title: each for each in verify(reader, MOROCCO)}
    return found[title].rows


VISITS, OFFICIALS, POSTS = (
    "Visits that may be the same",
    "Officials who may be the same",
    "Posts that may be the same",
)


@pytest.mark.parametrize("other", ["2025-01-28/2025-01-29", "2025-01-29", "XXXX-01-28/XXXX-01-29"])
def test_two_visits_of_the_same_days_are_proposed_once(empty_store: Store, other: str) -> None:
    one = visit_entered(empty_store, date="2025-01-28/2025-01-29")
    two = visit_entered(empty_store, date=other)
    (row,) = doubts(empty_store, VISITS)
    assert {row.key, row.other} == {one, two}
    assert "same pair" in row.why


def test_the_likeliest_visits_come_first_each_with_its_days(empty_store: Store) -> None:
    visit_entered(empty_store, date="XXXX-12-14")
    visit_entered(empty_store, date="2006-12")
    for _ in range(2):
        visit_entered(empty_store, date="2025-01-28")
    first, second = doubts(empty_store, VISITS)
    assert (first.label.endswith("MA→ES 28 Jan 2025"), first.why) == (True, "same pair, same days")
    assert (second.label.endswith("MA→ES 14 Dec ?"), second.why) == (True, "same pair, days overlap")


def test_of_visits_as_much_alike_those_of_a_known_year_come_first(empty_store: Store) -> None:
    for date in ("XXXX-12-14", "2006-12", "2024-03-01/2024-03-04", "2024-03-03"):
        visit_entered(empty_store, date=date)
    dated, yearless = doubts(empty_store, VISITS)
    assert dated.why == yearless.why == "same pair, days overlap"
    assert dated.label.endswith("1–4 Mar 2024")
    assert yearless.label.endswith("14 Dec ?")


def test_a_day_of_an_unknown_year_is_not_taken_for_any_visit_of_which_only_the_year_is_known(
    empty_store: Store,
) -> None:
    visit_entered(empty_store, date="XXXX-12-14")
    visit_entered(empty_store, date="2005")
    assert doubts(empty_store, VISITS) == ()


def test_visits_of_other_days_or_of_another_pair_are_not(empty_store: Store) -> None:
    visit_entered(empty_store, date="2025-01-28/2025-01-29")
    visit_entered(empty_store, date="2025-03-28")
    visit_entered(empty_store, date="2025-01-28", host="DE")
    assert doubts(empty_store, VISITS) == ()


@pytest.mark.parametrize(("kind", "title"), [("visit", VISITS), ("official", OFFICIALS)])
def test_what_was_said_not_to_be_the_same_is_never_proposed_again(
    empty_store: Store, kind: str, title: str
) -> None:
    visit_entered(empty_store, date="2025-01-28")
    visit_entered(empty_store, date="2025-01-28")
    entered(empty_store, {"officials": [{"name": "Mohamed Dkhissi", "country": "MA"}]})
    entered(empty_store, {"officials": [{"name": "Mohammed Dakhissi", "country": "MA"}]})
    (row,) = doubts(empty_store, title)
    assert row.key.kind == kind
    assert row.other is not None
    with empty_store.write("not the same") as session:
        not_same(session, row.key, row.other)
    assert doubts(empty_store, title) == ()


def test_one_official_in_two_spellings_is_proposed_with_why(empty_store: Store) -> None:
    entered(empty_store, {"officials": [{"name": "Mohamed Dkhissi", "country": "MA"}]})
    entered(empty_store, {"officials": [{"name": "Mohammed Dakhissi", "country": "MA"}]})
    entered(empty_store, {"officials": [{"name": "Mohamed Sadiki", "country": "MA"}]})
    (row,) = doubts(empty_store, OFFICIALS)
    assert {row.label, row.other_label} == {"Mohamed Dkhissi (MA)", "Mohammed Dakhissi (MA)"}
    assert row.why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Abdelatif Hamouchi", "Abdellatif Hammouchi"),
        ("Kataryna Nowak", "Katarina Novak"),
        ("Rachid Benkirane", "Rachid Benkiran"),
        ("Ricardo Mendonça", "Ricardo Mendoça"),
    ],
)
def test_slightly_different_spellings_are_proposed_within_one_country(
    empty_store: Store, one: str, other: str
) -> None:
    for name, country in ((one, "MA"), (other, "MA"), ("Ana Ruiz", "ES")):
        entered(empty_store, {"officials": [{"name": name, "country": country}]})
    (row,) = doubts(empty_store, OFFICIALS)
    assert {row.label, row.other_label} == {f"{one} (MA)", f"{other} (MA)"}
    assert row.why


def test_slightly_different_spellings_of_two_countries_are_two_people(empty_store: Store) -> None:
    for name, country in (("Abdelatif Hamouchi", "MA"), ("Abdellatif Hammouchi", "TN")):
        entered(empty_store, {"officials": [{"name": name, "country": country}]})
    assert doubts(empty_store, OFFICIALS) == ()


def test_the_articles_leave_what_they_leave_open(demo_store: Store) -> None:
    assert {row.label.split()[0] for row in doubts(demo_store, "Visits and meetings without a year")} == {
        "V-2022-004",
        "V-2025-002",
    }
    unnamed = doubts(demo_store, "Somebody who took part was not named")
    director = next(row for row in unnamed if row.label == "Director General, Spanish National Police")
    assert director.key.kind == "post"
    assert director.why.endswith("and 1 more")
    assert any("Marlasca" in row.why for row in doubts(demo_store, "Garbled in a source"))
    assert doubts(demo_store, VISITS) == ()


def test_two_holders_of_one_seat_at_once_contradict_each_other(empty_store: Store) -> None:
    def holder(name: str, **held: str) -> None:
        tenure = {"post": "Director General", "organisation": "CNP", **held}
        entered(
            empty_store,
            {
                "organisations": [{"name": "National Police", "acronym": "CNP", "country": "ES"}],
                "officials": [{"name": name, "country": "ES", "tenures": [tenure]}],
            },
        )

    holder("Ana Ruiz Vega", start="2020", end="2025")
    holder("Luis Prado Gil", start="2024-06", end="2026")
    (row,) = doubts(empty_store, "Two holders of one seat at once")
    assert row.label == "Director General, CNP"
    assert row.why == "held by Ana Ruiz Vega and Luis Prado Gil at once"


@pytest.mark.parametrize(
    ("held", "said"), [({}, "dates unknown"), ({"start": "2020"}, "dates of Luis Prado Gil unknown")]
)
def test_two_holders_of_whom_the_dates_are_not_known_are_shown(
    empty_store: Store, held: dict[str, str], said: str
) -> None:
    for name, dates in (("Ana Ruiz Vega", held), ("Luis Prado Gil", {})):
        office = {"post": "Director General", "organisation": "National Police", **dates}
        entered(empty_store, {"officials": [{"name": name, "country": "ES", "tenures": [office]}]})
    (row,) = doubts(empty_store, "Two holders of one seat at once")
    assert row.why == f"two holders, {said}: Ana Ruiz Vega and Luis Prado Gil"
    assert [name for _, name in row.people] == ["Ana Ruiz Vega", "Luis Prado Gil"]


def test_who_leaves_in_the_month_in_which_the_next_one_comes_contradicts_nobody(empty_store: Store) -> None:
    def holder(name: str, **held: str) -> None:
        tenure = {"post": "Director General", "organisation": "CNP", **held}
        service = {"name": "National Police", "acronym": "CNP", "country": "ES"}
        official = {"name": name, "country": "ES", "tenures": [tenure]}
        entered(empty_store, {"organisations": [service], "officials": [official]})

    holder("Ana Ruiz Vega", start="2020", end="2024-06")
    holder("Luis Prado Gil", start="2024-06", end="2026")
    holder("Eva Sanz Mora", start="2026")
    assert not doubts(empty_store, "Two holders of one seat at once")


def test_a_visit_told_by_two_sources_no_longer_rests_on_one(demo_store: Store) -> None:
    rows = doubts(demo_store, "Visits that rest on one source")
    labels = {row.label.split()[0] for row in rows}
    assert "V-2024-002" in labels
    assert "V-2025-001" not in labels
    assert all(row.dots is not None and row.key == Key("visit", row.key.id) for row in rows)


OUTSIDE = "In an office outside the tenure"


def _in_office(store: Store, day: str, **held: str) -> None:
    office = {"post": "Director", "organisation": "CNP"}
    person = {"country": "ES", "official": "Ana Ruiz", **office}
    delegation = {"country": "ES", "members": [person]}
    entered(
        store,
        {
            "organisations": [{"name": "National Police", "acronym": "CNP", "country": "ES"}],
            "officials": [{"name": "Ana Ruiz", "country": "ES", "tenures": [{**office, **held}]}],
            "visits": [
                {
                    "ref": "V-2025-001",
                    "sending": "ES",
                    "host": "MA",
                    "date": day,
                    "status": "held",
                    "delegations": [delegation],
                }
            ],
        },
    )


def test_somebody_recorded_in_an_office_that_had_passed_on_by_then_is_shown(empty_store: Store) -> None:
    _in_office(empty_store, "2025-01-29", start="2020", end="2022-03-02")
    (row,) = doubts(empty_store, OUTSIDE)
    assert (row.key.kind, row.label) == ("official", "Ana Ruiz")
    assert row.why == "recorded as Director, CNP at V-2025-001 29 Jan 2025"


@pytest.mark.parametrize(
    ("day", "held"),
    [
        ("2022-01-29", {"start": "2020", "end": "2022-03-02"}),
        ("2022", {"start": "2020", "end": "2022-03-02"}),  # it may have been in January
        ("2025-01-29", {}),  # nobody said from when to when
        ("XXXX-01-29", {"start": "2020", "end": "2022-03-02"}),
    ],
)
def test_an_office_that_may_have_been_held_then_is_no_contradiction(
    empty_store: Store, day: str, held: dict[str, str]
) -> None:
    _in_office(empty_store, day, **held)
    assert doubts(empty_store, OUTSIDE) == ()


def posts(store: Store, *titles: str, service: str = "Border Police") -> None:
    made = [{"title": title, "organisation": service, "country": "MA"} for title in titles]
    entered(store, {"posts": made})


@pytest.mark.parametrize(
    ("titles", "why"),
    [
        (("Head of the Border Police", "Chief, Border Police"), "both are the head of it"),
        (("President", "Director General"), "both are the head of it"),
        (("Head of Analysis", "Analysis, Head"), "the same title in other words"),
    ],
)
def test_posts_that_say_the_same_in_other_words_are_proposed(
    empty_store: Store, titles: tuple[str, str], why: str
) -> None:
    posts(empty_store, *titles)
    (row,) = doubts(empty_store, POSTS)
    assert row.why == why
    with empty_store.write("not the same") as session:
        assert row.other is not None
        not_same(session, row.key, row.other)
    assert doubts(empty_store, POSTS) == ()


def test_posts_of_no_service_are_proposed_where_their_titles_name_one(empty_store: Store) -> None:
    posts(empty_store, "Director General of the Border Police", "Border Police Director General", service="")
    posts(empty_store, "Director General", "General Director", service="")  # of whatever service
    (row,) = doubts(empty_store, POSTS)
    assert (row.label, row.why) == (
        "Director General of the Border Police, MA",
        "the same title in other words",
    )


@pytest.mark.parametrize(
    "titles",
    [
        ("Director General", "Deputy Director General"),
        ("Head of Analysis", "Head of Protocol"),
        ("Director General", "Secretary General"),
    ],
)
def test_posts_with_other_tasks_are_not(empty_store: Store, titles: tuple[str, str]) -> None:
    posts(empty_store, *titles)
    assert doubts(empty_store, POSTS) == ()


def test_posts_of_two_services_or_with_several_seats_are_not(empty_store: Store) -> None:
    posts(empty_store, "Head", "Chief")
    posts(empty_store, "President", service="Customs")
    with empty_store.write("several seats") as session:
        session.get_one(Post, 1).single_seat = False
    assert doubts(empty_store, POSTS) == ()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Abdellatif Наmmоuchi", "has Н а о in Наmmоuchi: Cyrillic"),
        ("Abdellatif Ηammouchi", "has Η in Ηammouchi: Greek"),
        ("Ivan Ивaнов", "has a in Ивaнов: Latin"),
    ],
)
def test_a_name_that_looks_like_another_by_foreign_letters_is_told(
    empty_store: Store, name: str, why: str
) -> None:
    entered(empty_store, {"officials": [{"name": name, "country": "MA"}]})
    (row,) = doubts(empty_store, "Names with letters of two scripts")
    assert (row.label, row.why, row.field) == (name, why, "name")


@pytest.mark.parametrize(
    "name", ["Şükrü Ğül", "Сергей Лавров", "عبد اللطيف Hammouchi", "Хаммуши (Hammouchi)"]
)
def test_a_name_in_its_own_script_or_beside_its_transliteration_is_not(empty_store: Store, name: str) -> None:
    entered(empty_store, {"officials": [{"name": name, "country": "MA"}]})
    assert doubts(empty_store, "Names with letters of two scripts") == ()


def within(store: Store, looks: Looks) -> dict[str, Doubts]:
    """What is found of each kind by looking only so far back."""
    with store.read() as reader:
        return {each.title: each for each in verify(reader, MOROCCO, looks)}


def test_what_is_older_than_one_looks_back_is_not_looked_at_and_the_view_says_so(empty_store: Store) -> None:
    for date in ("2020-01-28", "2020-01-28", "2024-03-01", "2025-03-01"):
        visit_entered(empty_store, date=date)
    near = within(empty_store, Looks(visits=2, events=2, named=2, people=2))
    assert near[VISITS].rows == ()
    assert near[VISITS].within == "2 visits for twins"
    little = near["Visits of which little is known"]
    assert (len(little.rows), little.total) == (2, None)
    assert little.within == "2 visits and meetings for sources and gaps"
    assert "2 visits and as many meetings" in near["Somebody who took part was not named"].within


def test_where_one_looks_at_all_there_is_nothing_is_said_of_it(empty_store: Store) -> None:
    for date in ("2020-01-28", "2020-01-28"):
        visit_entered(empty_store, date=date)
    all_of_it = within(empty_store, Looks(visits=2, events=2, named=2, people=2))
    assert len(all_of_it[VISITS].rows) == 1
    assert all_of_it["Visits of which little is known"].total == 2
    assert not any(each.within for each in all_of_it.values())


def test_a_large_store_is_not_looked_through_further_than_this() -> None:
    assert Looks() == (20_000, 40_000, 5_000, 40_000)
