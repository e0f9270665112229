"""A post passes on, or its holder is named at last; what was before stays as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from db import queries
from db.commands.holders import Chosen, name_holder, successor
from db.dates import UNSTATED, PartialDate, read_date, show_date, show_short
from db.errors import Conflict
from db.holding import at_once, ended, tenure_of
from db.queries.handover import effect
from db.queries.held_on import held_on
from db.queries.holders import changed_since
from db.rows import Key, MeetingCard, PersonLine, PostCard
from seeds import create_store, dossiers, enter
from tests.db.looking import card
from tests.db.making import NO_DESK, TODAY, count, entered, every_table

if TYPE_CHECKING:
    from db import Store
    from db.commands.holders import Taken
    from db.rows.holding import Effect

SPANISH_DG = "Director General", "Spanish National Police"


@pytest.fixture(scope="module")
def articles_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("articles") / "articles.db"
    store = create_store(path, officer="officer")
    enter(store, dossiers.articles(), today=TODAY)
    store.close()
    return path


@pytest.fixture
def articles(articles_file: Path, tmp_path: Path) -> Iterator[Store]:
    """The two articles in a store of the test's own, nobody's name filled in."""
    from tests.conftest import opened_copy  # noqa: PLC0415

    yield from opened_copy(articles_file, tmp_path)


POLICE = {
    "organisations": [
        {"name": "Police of Spain", "acronym": "PN", "country": "ES"},
        {"name": "Police of Morocco", "acronym": "DGSN", "country": "MA"},
    ],
    "officials": [
        {
            "name": "Ana Ruiz",
            "country": "ES",
            "tenures": [{"post": "Director", "organisation": "PN", "start": "2015-05"}],
        }
    ],
    "visits": [
        {
            "ref": "V-2020-001",
            "sending": "MA",
            "host": "ES",
            "date": "2020-03-03",
            "meetings": [
                {
                    "ref": "M-2020-001",
                    "parties": ["ES", "MA"],
                    "date": "2020-03-03",
                    "participants": [
                        {"country": "ES", "official": "Ana Ruiz", "post": "Director", "organisation": "PN"}
                    ],
                }
            ],
        },
        {
            "ref": "V-2026-009",
            "sending": "MA",
            "host": "ES",
            "status": "planned",
            "date": "2026-12-15",
            "meetings": [
                {
                    "ref": "M-2026-009",
                    "status": "planned",
                    "parties": ["ES", "MA"],
                    "date": "2026-12-15",
                    "participants": [
                        {"country": "ES", "official": "Ana Ruiz", "post": "Director", "organisation": "PN"}
                    ],
                }
            ],
        },
    ],
    "actions": [
        {
            "ref": "A-2020-001",
            "on": "M-2020-001",
            "text": "Send the list",
            "rung": "agreed",
            "owner": "Ana Ruiz",
        },
        {"ref": "A-2020-002", "on": "M-2020-001", "text": "Train", "rung": "agreed", "owner": "Director/PN"},
    ],
    "followups": [{"ref": "F-2020-001", "text": "Write to her", "on": "official:Ana Ruiz"}],
}


@pytest.fixture
def police(empty_store: Store) -> Store:
    """A director in office since May 2015, with a past meeting, one to come, and things of her own."""
    entered(empty_store, POLICE)
    return empty_store


def on(text: str) -> PartialDate:
    return read_date(text, today=TODAY)


def post_id(store: Store, title: str, organisation: str) -> int:
    with store.read() as reader:
        return int(
            reader.value(
                "SELECT p.id FROM post p JOIN organisation o ON o.id = p.organisation_id"
                " WHERE p.title = :title AND :organisation IN (o.name, o.acronym)",
                title=title,
                organisation=organisation,
            )
        )


def number_of(store: Store, kind: str, ref: str) -> int:
    with store.read() as reader:
        return int(reader.value(f"SELECT id FROM {kind} WHERE ref = :ref", ref=ref))


def passes(store: Store, post: int, who: int | str, when: str, **values: Any) -> Taken:
    with store.write("successor") as session:
        return successor(session, post, who, on(when), today=TODAY, **values)


def names(store: Store, post: int, who: int | str, when: str = "", **values: Any) -> Taken:
    with store.write("holder") as session:
        return name_holder(session, post, who, on(when) if when else UNSTATED, today=TODAY, **values)


def looks(store: Store, post: int, when: str, *, passing: bool = False, **values: Any) -> Effect:
    with store.read() as reader:
        held = tenure_of(on(when)) if when else UNSTATED
        return effect(reader, post, held, TODAY, passes=passing, **values)


def post_card(store: Store, post: int) -> PostCard:
    found = card(store, "post", post)
    assert isinstance(found, PostCard)
    return found


def people(store: Store, ref: str) -> tuple[PersonLine, ...]:
    with store.read() as reader:
        found = queries.card(reader, Key("meeting", str(number_of(store, "meeting", ref))), NO_DESK)
    assert isinstance(found, MeetingCard)
    return found.participants


def tenures(store: Store, post: int) -> list[tuple[str, str]]:
    return [(row.official, row.held.edtf) for row in post_card(store, post).tenures]


# --- a successor ---


def test_the_present_tenure_ends_and_the_next_begins_in_one_step(police: Store) -> None:
    director = post_id(police, "Director", "PN")
    before = every_table(police)
    passes(police, director, "Luis Gil", "Jan 2026")
    assert tenures(police, director) == [("Luis Gil", "2026-01/.."), ("Ana Ruiz", "2015-05/2026-01")]
    police.undo()
    assert tenures(police, director) == [("Ana Ruiz", "2015-05/..")]
    after = every_table(police)
    assert {name: rows for name, rows in after.items() if before[name] != rows}.keys() <= {
        "step",
        "change",
        "sqlite_sequence",
    }


def test_a_successor_from_a_day_ends_the_tenure_on_the_day_before(police: Store) -> None:
    director = post_id(police, "Director", "PN")
    passes(police, director, "Luis Gil", "1 mar 2026")
    assert tenures(police, director)[1] == ("Ana Ruiz", "2015-05/2026-02-28")


def test_a_start_that_nobody_knew_stays_unknown(articles: Store) -> None:
    minister = post_id(articles, "Interior Minister", "Ministry of the Interior of Spain")
    passes(articles, minister, "Luis Gil", "Jan 2026")
    assert tenures(articles, minister)[1] == ("Fernando Grande-Marlaska", "/2026-01")


def test_where_nobody_held_the_post_it_just_begins(articles: Store) -> None:
    chief = post_id(articles, "Head", "Dutch police")
    done = passes(articles, chief, "Jan de Vries", "2024")
    assert (done.left, tenures(articles, chief)) == ((), [("Jan de Vries", "2024/..")])


@pytest.mark.parametrize("when", ["Jan 2026", "1 mar 2026", "about 2026", "2026"])
def test_what_is_shown_of_a_tenure_reads_back(police: Store, when: str) -> None:
    director = post_id(police, "Director", "PN")
    passes(police, director, "Luis Gil", when)
    for row in post_card(police, director).tenures:
        assert read_date(show_date(row.held), today=TODAY).edtf == row.held.edtf
        short = show_short(row.held)
        if not short.endswith("…"):
            assert read_date(short, today=TODAY).edtf == row.held.edtf


def test_past_meetings_keep_the_holder_of_the_time(police: Store) -> None:
    director = post_id(police, "Director", "PN")
    passes(police, director, "Luis Gil", "Jan 2026")
    (then,) = people(police, "M-2020-001")
    assert (then.label, then.inferred) == ("Ana Ruiz", False)
    assert then.successor == "Luis Gil, from Jan 2026"


def test_nobody_follows_before_the_present_holder_came(police: Store) -> None:
    director = post_id(police, "Director", "PN")
    with pytest.raises(Conflict, match="took this post only in May 2015") as refused:
        passes(police, director, "Luis Gil", "2012")
    assert refused.value.field == "from"
    assert looks(police, director, "2012", passing=True).warnings
    assert count(police, "official", "name = 'Luis Gil'") == 0


def test_a_successor_needs_a_year_where_somebody_leaves(police: Store) -> None:
    director = post_id(police, "Director", "PN")
    with police.write("successor") as session, pytest.raises(Conflict, match="at least in which year"):
        successor(session, director, "Luis Gil", UNSTATED, today=TODAY)


def test_the_holder_cannot_follow_herself(police: Store) -> None:
    director = post_id(police, "Director", "PN")
    with pytest.raises(Conflict, match="Ana Ruiz holds this post already") as refused:
        passes(police, director, "Ana Ruiz", "Jan 2026")
    assert refused.value.field == "who"


def test_acting_is_kept(police: Store) -> None:
    director = post_id(police, "Director", "PN")
    passes(police, director, "Luis Gil", "Jan 2026", acting=True)
    assert [row.acting for row in post_card(police, director).tenures] == [True, False]


def test_two_holders_of_one_seat_at_once_warn(police: Store) -> None:
    director = post_id(police, "Director", "PN")
    assert looks(police, director, "Jan 2026").warnings == (
        "Ana Ruiz holds this post at the same time, as far as is known.",
    )
    assert names(police, director, "Luis Gil", "Jan 2026").warnings
    assert looks(police, director, "2010 to 2012").warnings == ()


def test_one_that_passes_into_the_other_does_not_run_beside_it() -> None:
    old = ended(PartialDate("2015-05/.."), PartialDate("2026-01/.."))
    assert not at_once(old, PartialDate("2026-01/.."))
    assert at_once(PartialDate("2015-05/2026-06"), PartialDate("2026-01/.."))


# --- what follows ---


def test_the_preview_tells_what_is_hers_and_what_is_of_the_post(police: Store) -> None:
    told = looks(police, post_id(police, "Director", "PN"), "Jan 2026", passing=True)
    assert [row.official for row in told.leaving] == ["Ana Ruiz"]
    assert [one.ref for one in told.with_post] == ["A-2020-002"]
    assert [one.ref for one in told.personal] == ["A-2020-001", "F-2020-001", "M-2026-009"]


def test_a_seat_before_the_change_is_not_in_question(police: Store) -> None:
    told = looks(police, post_id(police, "Director", "PN"), "Jan 2027", passing=True)
    assert "M-2026-009" not in [one.ref for one in told.personal]


def test_what_is_hers_stays_with_her_unless_it_is_moved(police: Store) -> None:
    director = post_id(police, "Director", "PN")
    told = looks(police, director, "Jan 2026", passing=True)
    moved = tuple((one.kind, one.number) for one in told.personal if one.kind != "followup")
    done = passes(police, director, "Luis Gil", "Jan 2026", chosen=Chosen(moved=moved))
    assert done.moved == 2
    with police.read() as reader:
        owner = "SELECT f.name FROM action a JOIN official f ON f.id = a.owner_official_id WHERE a.ref = :ref"
        assert reader.value(owner, ref="A-2020-001") == "Luis Gil"
        about = "SELECT o.name FROM followup f JOIN official o ON o.id = f.official_id"
        assert reader.value(about) == "Ana Ruiz"
    assert [one.label for one in people(police, "M-2026-009")] == ["Luis Gil"]
    assert [one.label for one in people(police, "M-2020-001")] == ["Ana Ruiz"]


# --- naming a holder later ---


def test_naming_the_spanish_director_general_fills_both_meetings_of_january(articles: Store) -> None:
    post = post_id(articles, *SPANISH_DG)
    past = looks(articles, post, "2018").past
    assert [(row.ref, row.fits) for row in past] == [("M-2025-001", True), ("M-2025-003", True)]
    done = names(
        articles,
        post,
        "Francisco Pardo Piqueras",
        "2018",
        chosen=Chosen(named=tuple(row.number for row in past if row.fits)),
    )
    assert done.named == 2
    for ref in ("M-2025-001", "M-2025-003"):
        (line,) = [
            one for one in people(articles, ref) if one.post_key == Key("post", str(post)) and one.named
        ]
        assert (line.label, line.inferred, line.role != "") == ("Francisco Pardo Piqueras", True, True)


def test_one_undo_takes_the_name_away_everywhere(articles: Store) -> None:
    post = post_id(articles, *SPANISH_DG)
    past = looks(articles, post, "2018").past
    names(
        articles,
        post,
        "Francisco Pardo Piqueras",
        "2018",
        chosen=Chosen((), tuple(row.number for row in past)),
    )
    articles.undo()
    assert count(articles, "official", "name LIKE 'Francisco%'") == 0
    assert [row.number for row in looks(articles, post, "2018").past] == [row.number for row in past]
    assert count(articles, "participant", "inferred") == 0


def test_an_event_without_a_date_is_offered_and_not_ticked(articles: Store) -> None:
    president = post_id(articles, "President", "German Federal Police")
    fits = {row.ref: (row.fits, row.why_not) for row in looks(articles, president, "2018").past}
    assert fits["M-2025-003"] == (True, "")
    assert fits["V-2022-003"] == (False, "date not stated")


def test_an_event_outside_the_tenure_is_not_ticked(demo_store: Store) -> None:
    post = post_id(demo_store, "Commissioner General for Intelligence", "Spanish National Police")
    (row,) = looks(demo_store, post, "2026").past
    assert (row.fits, row.why_not) == (False, "outside this tenure")
    (row,) = looks(demo_store, post, "2018 to 2025").past
    assert row.fits


def test_who_was_named_meanwhile_is_not_named_again(articles: Store) -> None:
    post = post_id(articles, *SPANISH_DG)
    numbers = tuple(row.number for row in looks(articles, post, "2018").past)
    names(articles, post, "Francisco Pardo Piqueras", "2018", chosen=Chosen(named=numbers))
    with pytest.raises(Conflict, match="Somebody has changed who took part"):
        names(articles, post, "Ana Ruiz", "2010 to 2012", chosen=Chosen(named=numbers))


def test_a_known_holder_gives_the_name_without_a_second_tenure(demo_store: Store) -> None:
    post = post_id(demo_store, *SPANISH_DG)
    numbers = tuple(row.number for row in looks(demo_store, post, "").past)
    assert len(numbers) == 2
    done = names(demo_store, post, "Francisco Pardo Piqueras", chosen=Chosen(named=numbers))
    assert (done.named, tenures(demo_store, post)) == (2, [("Francisco Pardo Piqueras", "")])


def test_dates_learnt_later_go_into_the_tenure_that_is_known(demo_store: Store) -> None:
    post = post_id(demo_store, *SPANISH_DG)
    names(demo_store, post, "Francisco Pardo Piqueras", "July 2018")
    assert tenures(demo_store, post) == [("Francisco Pardo Piqueras", "2018-07/..")]


def test_nothing_is_named_for_nobody(articles: Store) -> None:
    post = post_id(articles, *SPANISH_DG)
    with pytest.raises(Conflict, match="Somebody has to be named"):
        names(articles, post, "   ")


# --- asking ---


def asked(store: Store, post: int, when: str) -> str:
    with store.read() as reader:
        return held_on(reader, post, on(when), TODAY).sentence


def test_who_held_it_on_a_date_is_answered_with_what_is_not_known(police: Store) -> None:
    director = post_id(police, "Director", "PN")
    names(police, director, "Eva Sol", "2008 to 2012")
    passes(police, director, "Luis Gil", "Jan 2026")
    assert "Ana Ruiz (from May 2015 until Jan 2026)" in asked(police, director, "3 mar 2020")
    assert "not known between 2012, when Eva Sol left, and May 2015" in asked(police, director, "2014")
    assert "not known before 2008, when Eva Sol came" in asked(police, director, "2001")
    assert "Ana Ruiz or Luis Gil; the post passed on in Jan 2026" in asked(police, director, "15 jan 2026")
    assert "as far as is known today" in asked(police, director, "2031")


def test_a_tenure_without_dates_is_only_perhaps(demo_store: Store) -> None:
    post = post_id(demo_store, "Director General", "DGSN")
    assert "perhaps Abdellatif Hammouchi: the dates of the tenure are not stated" in asked(
        demo_store, post, "2010"
    )
    assert asked(demo_store, post, "1 jan 2024").endswith(": Abdellatif Hammouchi.")


def test_nobody_named_is_said(articles: Store) -> None:
    assert "nobody has been named for this post" in asked(articles, post_id(articles, *SPANISH_DG), "2020")


def test_a_holder_who_was_there_already_has_not_changed_since(police: Store) -> None:
    director = post_id(police, "Director", "PN")
    passes(police, director, "Luis Gil", "Jan 2026")
    with police.read() as reader:
        assert changed_since(reader, [director], "2026-03-01", TODAY) == {}
        assert changed_since(reader, [director], "2020-03-03", TODAY)[director].official == "Luis Gil"
        assert changed_since(reader, [director], "2027-01-01", TODAY) == {}
        assert changed_since(reader, [], "2020-03-03", TODAY) == {}
