"""The two articles in a store of their own: what an officer counts by hand is what the program counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from db import queries
from db.rows import Key, VisitCard
from seeds import create_demo, create_store, dossiers, enter
from tests.db.making import MOROCCO, NO_DESK, TODAY, count, every_table

if TYPE_CHECKING:
    from db import Store

HAMMOUCHI_IN_JANUARY, HAMMOUCHI_IN_JUNE, IMPLIED = "V-2025-001", "V-2022-001", "V-2025-002"


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that holds the two articles and nothing else; tests only read it."""
    store = create_store(tmp_path_factory.mktemp("articles") / "articles.db")
    assert enter(store, dossiers.articles(), today=TODAY) == []
    yield store
    store.close()


def ask(store: Store, sql: str, **values: Any) -> list[tuple[Any, ...]]:
    with store.read() as reader:
        return list(reader.all(sql, **values))


def visit_called(store: Store, ref: str) -> VisitCard:
    with store.read() as reader:
        number = reader.value("SELECT id FROM visit WHERE ref = :ref", ref=ref)
        card = queries.card(reader, Key("visit", str(number)), NO_DESK)
    assert isinstance(card, VisitCard)
    return card


def test_two_sources_and_neither_says_when_it_was_published(articles: Store) -> None:
    assert ask(articles, "SELECT key, date_edtf, date_text FROM source ORDER BY key") == [
        ("article-a", "", ""),
        ("article-b", "", ""),
    ]


def test_seven_visits_are_stated_and_one_is_implied(articles: Store) -> None:
    found = ask(articles, "SELECT sending || host, status, COUNT(*) FROM visit GROUP BY 1, 2 ORDER BY 1, 2")
    assert found == [
        ("DEES", "implied", 1),
        ("DEMA", "held", 1),
        ("MAES", "held", 3),
        ("MAQA", "held", 1),
        ("MAUS", "held", 1),
        ("NLMA", "held", 1),
    ]


def test_six_meetings_of_which_three_belong_to_the_visit_in_january(articles: Store) -> None:
    assert count(articles, "meeting") == 6
    assert [
        len(visit_called(articles, ref).meetings) for ref in (HAMMOUCHI_IN_JANUARY, HAMMOUCHI_IN_JUNE)
    ] == [3, 1]


def test_every_pair_has_the_visits_and_meetings_that_were_reported(articles: Store) -> None:
    listing = queries.pairs(articles, NO_DESK, everyone=True, sort="name")
    figures = {
        row.key.id: (row.inward + row.outward, row.meetings) for row in listing.rows(0, listing.count())
    }
    assert figures == {
        "ES-MA": (3, 5),
        "DE-MA": (1, 1),
        "MA-US": (1, 1),
        "DE-ES": (0, 1),
        "MA-NL": (1, 0),
        "MA-QA": (1, 0),
    }


def test_visits_are_told_apart_by_their_direction(articles: Store) -> None:
    listing = queries.pairs(articles, MOROCCO, sort="name")
    seen = {row.other: (row.inward, row.outward) for row in listing.rows(0, listing.count())}
    assert seen == {"ES": (0, 3), "DE": (1, 0), "US": (0, 1), "NL": (1, 0), "QA": (0, 1)}


def test_the_trilateral_is_one_meeting_and_appears_in_its_three_pairs(articles: Store) -> None:
    (number,) = ask(articles, "SELECT meeting_id FROM meeting_party GROUP BY 1 HAVING COUNT(*) = 3")[0]
    key = Key("meeting", str(number))
    for pair in ("DE-ES", "DE-MA", "ES-MA"):
        listing = queries.timeline(articles, Key("pair", pair))
        assert listing.find(key) is not None, pair
        assert sum(row.key == key for row in listing.rows(0, listing.count())) == 1
    summed = ask(articles, "SELECT SUM(meetings) FROM pair_summary")
    assert (count(articles, "meeting"), summed) == (6, [(8,)])
    everything = queries.timeline(articles, None)
    assert sum(row.key.kind == "meeting" for row in everything.rows(0, everything.count())) == 6


def test_three_officials_are_named_and_the_misspelt_one_under_his_right_name(articles: Store) -> None:
    listing = queries.officials(articles)
    assert [row.name for row in listing.rows(0, 10)] == [
        "Grande-Marlaska, Fernando",
        "Hammouchi, Abdellatif",
        "Laftit, Abdelouafi",
    ]
    misspelt = queries.officials(articles, words="Marlasca")
    assert [row.name for row in misspelt.rows(0, 10)] == ["Grande-Marlaska, Fernando"]


def test_ten_posts_of_which_six_have_no_named_holder(articles: Store) -> None:
    assert count(articles, "post") == 10
    unnamed = ask(
        articles,
        "SELECT p.title, o.name FROM post p JOIN organisation o ON o.id = p.organisation_id"
        " WHERE NOT EXISTS (SELECT 1 FROM tenure t WHERE t.post_id = p.id) ORDER BY o.name, p.title",
    )
    assert unnamed == [
        ("Head", "Dutch police"),
        ("President", "German Federal Police"),
        ("Commissioner General for Immigration and Borders", "Spanish National Police"),
        ("Commissioner General for Intelligence", "Spanish National Police"),
        ("Commissioner General for Judicial Police", "Spanish National Police"),
        ("Director General", "Spanish National Police"),
    ]


def test_two_titles_of_one_german_post_are_one_post(articles: Store) -> None:
    posts = ask(
        articles,
        "SELECT p.id FROM post p JOIN organisation o ON o.id = p.organisation_id WHERE o.country = 'DE'",
    )
    assert len(posts) == 1
    titles = ask(articles, "SELECT title FROM post_title WHERE post_id = :id", id=posts[0][0])
    assert ("Director General",) in titles


def test_one_man_holds_two_posts_at_once(articles: Store) -> None:
    hammouchi = queries.officials(articles, words="hammouchi").rows(0, 1)[0]
    assert hammouchi.post == "DGSN/DGST"


def test_nineteen_outcomes_stand_on_the_rungs_that_their_verbs_support(articles: Store) -> None:
    rungs = dict(ask(articles, "SELECT rung, COUNT(*) FROM action GROUP BY rung"))
    assert [rungs.get(rung, 0) for rung in range(6)] == [3, 7, 5, 3, 1, 0]


def test_only_the_agreed_outcome_is_open_and_nobody_owns_it(articles: Store) -> None:
    listing = queries.pairs(articles, NO_DESK, everyone=True)
    assert {row.key.id: row.open for row in listing.rows(0, 10) if row.open} == {"ES-MA": 1}
    assert count(articles, "action", "status <> ''") == 1
    with articles.read() as reader:
        sections = {section.title: section for section in queries.today(reader, NO_DESK)}
    section = sections["Agreed, but no owner, date or deliverable"]
    assert (section.total, section.above, section.rows) == (
        1,
        1,
        (),
    )  # it stands under the more urgent title:
    (row,) = sections["Agreed, and needs a next step"].rows
    _, listed = queries.whole_section(articles, NO_DESK, section.name)
    assert [one.key for one in listed.rows(0, 10)] == [row.key]


def test_eight_outcomes_are_watched(articles: Store) -> None:
    with articles.read() as reader:
        sections = queries.watch(reader, NO_DESK)
    assert [section.total for section in sections] == [3, 5]
    listing = queries.pairs(articles, NO_DESK, everyone=True)
    assert {row.key.id: row.watch for row in listing.rows(0, 10) if row.watch} == {
        "ES-MA": 6,
        "MA-NL": 1,
        "MA-QA": 1,
    }


def test_two_world_cups_are_not_one_topic(articles: Store) -> None:
    topics = ask(
        articles,
        "SELECT a.ref, t.topic FROM action a JOIN action_topic t ON t.action_id = a.id WHERE t.topic LIKE 'EVT.%'",
    )
    assert len({topic for _, topic in topics}) == 2, topics


def test_a_year_less_date_stays_year_less(articles: Store) -> None:
    january = visit_called(articles, HAMMOUCHI_IN_JANUARY).date
    assert (january.edtf, january.basis, january.first, january.last) == (
        "XXXX-01-28/XXXX-01-29",
        "stated",
        None,
        None,
    )
    assert "28" in january.text
    assert "202" not in january.text


def test_a_relative_date_without_a_day_of_publication_has_words_and_no_bounds(articles: Store) -> None:
    found = ask(
        articles,
        "SELECT date_edtf, date_text, date_basis, date_first FROM visit WHERE sending IN ('DE', 'NL')"
        " AND host = 'MA'",
    )
    assert len(found) == 2
    for edtf, words, basis, first in found:
        assert (edtf, basis, first) == ("", "relative", None)
        assert words


def test_the_two_visits_of_one_man_are_remembered_as_two(articles: Store) -> None:
    (link,) = [
        one for one in visit_called(articles, HAMMOUCHI_IN_JANUARY).links if one.kind == "not a duplicate"
    ]
    assert link.key == visit_called(articles, HAMMOUCHI_IN_JUNE).key
    back = visit_called(articles, HAMMOUCHI_IN_JUNE).links
    assert visit_called(articles, HAMMOUCHI_IN_JANUARY).key in {one.key for one in back}


def test_an_implied_visit_is_shown_and_not_counted(articles: Store) -> None:
    implied = visit_called(articles, IMPLIED)
    assert (implied.sending, implied.host, implied.status) == ("DE", "ES", "implied")
    timeline = queries.timeline(articles, Key("pair", "DE-ES"))
    assert timeline.find(implied.key) is not None
    (pair,) = [
        row for row in queries.pairs(articles, NO_DESK, everyone=True).rows(0, 10) if row.key.id == "DE-ES"
    ]
    assert (pair.inward, pair.outward) == (0, 0)


def test_nothing_is_overdue_or_due(articles: Store) -> None:
    with articles.read() as reader:
        header = queries.header(reader, NO_DESK)
    assert (header.overdue, header.this_week, header.next_visit) == (0, 0, None)
    assert count(articles, "followup") == 0


@pytest.mark.parametrize("kind", ["visit", "meeting", "action", "official"])
def test_every_record_says_where_it_comes_from(articles: Store, kind: str) -> None:
    unsourced = ask(
        articles,
        f"SELECT r.id FROM {kind} r WHERE NOT EXISTS"
        " (SELECT 1 FROM citation c WHERE c.record_kind = :kind AND c.record_id = r.id)",
        kind=kind,
    )
    assert unsourced == []


def test_every_post_rests_on_a_source_of_its_own_or_on_that_of_its_holder(articles: Store) -> None:
    unsourced = ask(
        articles,
        "SELECT p.title FROM post p WHERE NOT EXISTS"
        " (SELECT 1 FROM citation c WHERE c.record_kind = 'post' AND c.record_id = p.id) AND NOT EXISTS"
        " (SELECT 1 FROM tenure t JOIN citation c ON c.record_kind = 'official' AND c.record_id = t.official_id"
        "  AND c.field = 'tenures' WHERE t.post_id = p.id)",
    )
    assert unsourced == []


def test_every_citation_says_where_to_look_and_copies_nothing(articles: Store) -> None:
    assert count(articles, "citation") > 100
    assert count(articles, "citation", "locator = ''") == 0
    assert count(articles, "citation", "quote <> '' OR span_start IS NOT NULL") == 0
    assert count(articles, "source", "body <> ''") == 0


def test_no_seed_carries_a_quote_or_a_text(demo_store: Store) -> None:
    assert count(demo_store, "citation", "quote <> ''") == 0
    assert count(demo_store, "source", "body <> ''") == 0


def test_the_editorial_voice_fills_no_field(articles: Store) -> None:
    assert count(articles, "citation", "voice = 'editorial'") >= 1
    assert count(articles, "citation", "voice = 'editorial' AND accepted") == 0


def test_entering_the_same_dossiers_again_adds_nothing(tmp_path: Path) -> None:
    store = create_store(tmp_path / "twice.db")
    enter(store, dossiers.articles(), today=TODAY)
    before = every_table(store)
    assert enter(store, dossiers.articles(), today=TODAY) == []
    assert every_table(store) == before
    store.close()


def test_the_whole_demo_entered_again_adds_nothing(demo_store: Store) -> None:
    before = every_table(demo_store)
    for pack in (dossiers.corroborations(), dossiers.demo(TODAY)):
        enter(demo_store, pack, today=TODAY)
    assert every_table(demo_store) == before


def test_corroborated_dates_keep_the_words_in_which_they_were_first_written(demo_store: Store) -> None:
    january = visit_called(demo_store, HAMMOUCHI_IN_JANUARY).date
    assert (january.edtf, january.basis) == ("2025-01-28/2025-01-29", "corroborated")
    assert january.text == "January 28 and 29"
    assert (january.first, january.last) == (date(2025, 1, 28), date(2025, 1, 29))


def test_a_reprint_does_not_take_the_place_of_what_was_accepted(demo_store: Store) -> None:
    twice = ask(
        demo_store,
        "SELECT record_kind, record_id, field FROM citation WHERE accepted GROUP BY 1, 2, 3 HAVING COUNT(*) > 1",
    )
    assert twice == []


def test_the_demo_has_something_for_the_morning(demo_store: Store) -> None:
    with demo_store.read() as reader:
        header = queries.header(reader, MOROCCO)
        sections = {section.title: section.total for section in queries.today(reader, MOROCCO)}
    assert header.overdue > 0
    assert header.this_week > 0
    assert header.next_visit is not None
    assert header.next_visit.date.first is not None
    assert header.next_visit.date.first > TODAY
    assert header.overdue == sections["Overdue"]
    assert header.this_week == sections["Due today"] + sections["Due this week"]
    assert sections["In the next 30 days, and no brief yet"] > 0


@pytest.mark.parametrize("today", [date(2024, 2, 29), date(2030, 1, 1)])
def test_the_demo_has_something_for_the_morning_of_any_day(tmp_path: Path, today: date) -> None:
    store = create_demo(tmp_path / "demo.db", today=today)
    with store.read() as reader:
        header = queries.header(reader, MOROCCO._replace(today=today))
    store.close()
    assert header.overdue > 0
    assert header.next_visit is not None
