"""With whom a post deals: told by the meetings, unless the officer says so; services over and under each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from db import queries
from db.commands.edit import save
from db.forms.errors import FormErrors
from db.queries.posts import vacant
from db.rows import Key, OrganisationCard, PostCard
from tests.db.looking import card
from tests.db.making import TODAY, entered

if TYPE_CHECKING:
    from db import Store

SPANISH_DG, GERMAN_PRESIDENT, MOROCCAN_DG, COMMISSIONER = 3, 7, 1, 4


def post(store: Store, number: int) -> PostCard:
    found = card(store, "post", number)
    assert isinstance(found, PostCard)
    return found


def deals_with(store: Store, number: int) -> list[tuple[str, str, int, bool]]:
    return [
        (row.country, row.organisation or row.title, row.times, row.by_hand)
        for row in post(store, number).counterparts
    ]


def say(store: Store, number: int, *offices: str) -> None:
    """Write the counterparts of a post into its form, and save it."""
    key = Key("post", str(number))
    with store.read() as reader:
        opened = queries.form(reader, key)
    with store.write("counterpart") as session:
        values = {**opened.values, "counterparts": "\n".join(offices)}
        save(session, key, opened.values, values, version=opened.version, today=TODAY)


def test_whoever_sat_opposite_most_often_is_the_counterpart(demo_store: Store) -> None:
    assert deals_with(demo_store, SPANISH_DG) == [
        ("MA", "DGSN", 2, False),
        ("DE", "German Federal Police", 1, False),
    ]
    # Four Spanish posts sat opposite to him; the one that did so most often stands for the country.
    assert deals_with(demo_store, MOROCCAN_DG)[0] == ("ES", "Spanish National Police", 2, False)
    assert str(post(demo_store, SPANISH_DG).counterparts[0].last.first) == "2025-01-28"


def test_what_the_officer_says_takes_its_place_and_undo_brings_it_back(demo_store: Store) -> None:
    say(demo_store, MOROCCAN_DG, "Commissioner General for Intelligence/Spanish National Police")
    (spain, *_) = [row for row in post(demo_store, MOROCCAN_DG).counterparts if row.country == "ES"]
    assert (spain.title, spain.by_hand) == ("Commissioner General for Intelligence", True)
    assert deals_with(demo_store, COMMISSIONER)[0][3]
    demo_store.undo()
    assert not any(row.by_hand for row in post(demo_store, MOROCCAN_DG).counterparts)


def test_one_counterpart_a_country_and_none_shows_the_meetings_again(demo_store: Store) -> None:
    say(demo_store, MOROCCAN_DG, "Director General/Spanish National Police")
    assert [row for row in deals_with(demo_store, MOROCCAN_DG) if row[0] == "ES"] == [
        ("ES", "Spanish National Police", 2, True)
    ]
    say(demo_store, MOROCCAN_DG)
    assert not any(row[3] for row in deals_with(demo_store, MOROCCAN_DG))


def test_a_counterpart_is_of_another_country(demo_store: Store) -> None:
    with pytest.raises(FormErrors, match="another country"):
        say(demo_store, SPANISH_DG, "Commissioner General for Intelligence/Spanish National Police")


def test_a_post_tells_when_its_holder_was_met_and_by_whom(demo_store: Store) -> None:
    newest, *_, oldest = post(demo_store, GERMAN_PRESIDENT).met
    assert (newest.label, newest.met, newest.holder) == (
        "DE·ES·MA",
        ("Abdellatif Hammouchi", "Director General, Spanish National Police"),
        "",
    )
    assert oldest.key.kind == "visit"


def test_a_post_tells_its_titles_with_their_languages(demo_store: Store) -> None:
    found = post(demo_store, GERMAN_PRESIDENT)
    assert dict(zip(found.titles, found.languages, strict=True)) == {
        "Director General": "en",
        "Präsident des Bundespolizeipräsidiums": "de",
    }
    assert found.organisation_key is not None


def test_a_service_tells_what_is_beneath_it_and_what_it_belongs_to(empty_store: Store) -> None:
    entered(
        empty_store,
        {
            "organisations": [
                {"name": "Ministry", "country": "ES", "kind": "ministry"},
                {"name": "Police", "acronym": "PN", "country": "ES", "parent": "Ministry"},
            ],
            "officials": [
                {
                    "name": "Old Head",
                    "country": "ES",
                    "tenures": [{"post": "Director", "organisation": "PN", "start": "2010", "end": "2012"}],
                }
            ],
        },
    )
    ministry, police = card(empty_store, "organisation", 1), card(empty_store, "organisation", 2)
    assert isinstance(ministry, OrganisationCard)
    assert isinstance(police, OrganisationCard)
    assert [(row.acronym, row.posts) for row in ministry.beneath] == [("PN", 1)]
    assert police.parent == "Ministry"
    assert [(row.title, row.holder) for row in police.posts] == [("Director", "")]  # he left in 2012


def test_posts_that_nobody_is_named_for_come_with_the_most_met_first(demo_store: Store) -> None:
    with demo_store.read() as reader:
        rows = vacant(reader, TODAY)
    assert [row.times for row in rows] == sorted((row.times for row in rows), reverse=True)
    assert rows[0].organisation == "Spanish National Police"
    assert "Director General" not in [row.title for row in rows]
    assert rows[-1].times == 0
