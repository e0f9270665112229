"""Lists in forms as an officer edits them: who is added, moved, named, taken off, and what is refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from db import Store, queries
from db.commands.new import create
from db.forms.completing import go_on
from db.forms.errors import FormErrors, Stale
from db.forms.fields import blank, field_of
from db.forms.parts.heads import with_head
from db.forms.reading import read_field
from db.models import Official, OfficialName, Participant, Source, VisitLink
from db.queries import FormValues
from db.queries.form_parts import latest_delegation
from db.rows import Key, Kind
from tests.db import making
from tests.db.test_edit import opened, saved

PEOPLE = {
    "organisations": [{"name": "National Police", "acronym": "NP", "country": "ES"}],
    "officials": [
        {
            "name": "Ana Ruiz",
            "country": "ES",
            "tenures": [{"post": "Director", "organisation": "NP", "start": "2015-05"}],
        },
        {"name": "Omar Test", "country": "MA"},
    ],
}


@pytest.fixture
def store(empty_store: Store) -> Store:
    """A store with two officials and a service."""
    making.entered(empty_store, PEOPLE)
    return empty_store


def rows(store: Store, sql: str, **values: Any) -> Sequence[tuple[Any, ...]]:
    with store.read() as reader:
        return reader.all(sql, **values)


def made(store: Store, kind: Kind, **given: str) -> FormValues:
    with store.write("new") as session:
        key = create(session, kind, blank(kind) | given, today=making.TODAY).key
    return opened(store, key)


def visit(store: Store, *lines: str, **given: str) -> FormValues:
    return made(store, "visit", **{"sending": "MA", "host": "ES", "delegation": "\n".join(lines), **given})


def meeting(store: Store, *lines: str, **given: str) -> FormValues:
    return made(store, "meeting", **{"parties": "ES MA", "people": "\n".join(lines), **given})


def people(store: Store) -> list[tuple[Any, ...]]:
    return list(
        rows(
            store,
            "SELECT id, official_id, post_id, group_name, role, rank FROM participant ORDER BY rank, id",
        )
    )


def problem(store: Store, kind: Kind, **given: str) -> str:
    with pytest.raises(FormErrors) as caught:
        made(store, kind, **given)
    assert set(caught.value.problems) <= set(given)
    return " ".join(caught.value.problems.values())


def echo(store: Store, kind: Kind, name: str, text: str) -> str:
    with store.read() as reader:
        return read_field(reader, field_of(kind, name), text, today=making.TODAY).echo


def test_a_visit_comes_with_its_delegation_in_one_step_and_goes_with_it(store: Store) -> None:
    form = visit(
        store,
        "delegation MA; level: high-level; size 12; complete",
        "Omar Test; head; as Director/DGSN; printed: the head of the service",
        "group: experts; count 4; for: the Minister",
        "post: Liaison Officer/NP; ES; observer; absent",
    )
    assert rows(store, "SELECT country, level, size, complete FROM delegation") == [
        ("MA", "high-level", 12, 1)
    ]
    assert rows(
        store,
        "SELECT p.country, o.name, t.title, p.group_name, p.role, p.rank, p.count, p.on_behalf_of, p.attendance,"
        " p.as_printed FROM participant p LEFT JOIN official o ON o.id = p.official_id"
        " LEFT JOIN post t ON t.id = p.post_id ORDER BY p.rank",
    ) == [
        ("MA", "Omar Test", "Director", "", "head", 1, None, "", "attended", "the head of the service"),
        ("MA", None, None, "experts", "group", 2, 4, "the Minister", "attended", ""),
        ("ES", None, "Liaison Officer", "", "observer", 3, None, "", "absent", ""),
    ]
    assert form.values["delegation"].startswith(
        "delegation MA; level: high-level; size 12; complete\nOmar Test"
    )
    store.undo()
    for table in ("visit", "delegation", "participant"):
        assert making.count(store, table) == 0
    assert making.count(store, "organisation") == 1
    assert making.count(store, "post") == 1


def test_people_without_a_heading_are_the_visitors_delegation(store: Store) -> None:
    form = visit(store, "Omar Test; head", "Ana Ruiz; ES")
    assert form.values["delegation"] == "delegation MA\nOmar Test; head\nAna Ruiz; ES"


def test_a_visit_may_have_several_delegations(store: Store) -> None:
    form = visit(store, "Omar Test", "delegation FR; of NP", "group: observers", "delegation DE; size 3")
    assert form.values["delegation"].split("\n") == [
        "delegation MA",
        "Omar Test",
        "delegation FR; of NP",
        "group: observers",
        "delegation DE; size 3",
    ]


def test_only_the_line_that_was_changed_is_written(store: Store) -> None:
    form = visit(store, "Omar Test; head", "group: experts", "post: Director/NP; ES")
    before = people(store)
    steps = making.count(store, "change")
    text = form.values["delegation"].replace("group: experts", "group: experts; count 4")
    saved(store, form, {"delegation": text})
    assert people(store) == before
    assert making.count(store, "change") == steps + 1
    assert opened(store, form.key).values["delegation"] == text
    store.undo()
    assert opened(store, form.key).values["delegation"] == form.values["delegation"]


def test_a_new_order_keeps_the_rows_and_changes_their_ranks(store: Store) -> None:
    form = meeting(store, "Omar Test; MA", "Ana Ruiz; ES", "group: experts; ES")
    ids = [row[0] for row in people(store)]
    lines = form.values["people"].split("\n")
    saved(store, form, {"people": "\n".join([lines[2], lines[0], lines[1]])})
    assert [row[0] for row in people(store)] == [ids[2], ids[0], ids[1]]
    assert [row[-1] for row in people(store)] == [1, 2, 3]


def test_ranks_as_notified_stay_when_somebody_is_added_behind(store: Store) -> None:
    form = meeting(store, "Omar Test; MA", "Ana Ruiz; ES")
    with store.write("as notified") as session:
        for number, rank in ((1, 3), (2, 7)):
            row = session.get(Participant, number)
            assert row is not None
            row.rank = rank
    form = opened(store, form.key)
    saved(store, form, {"people": form.values["people"] + "\ngroup: experts; ES"})
    assert [row[-1] for row in people(store)] == [3, 7, 8]


def test_naming_the_holder_of_a_post_keeps_the_line_and_is_the_officers_own_word(store: Store) -> None:
    form = meeting(store, "post: Director/NP; ES; head; printed: the director")
    with store.write("inferred") as session:
        row = session.get(Participant, 1)
        assert row is not None
        row.inferred = True
    named = "Ana Ruiz; ES; head; as Director/NP; printed: the director"
    saved(store, opened(store, form.key), {"people": named})
    assert rows(store, "SELECT id, official_id, inferred FROM participant") == [(1, 1, 0)]
    assert opened(store, form.key).values["people"] == named


@pytest.fixture
def sources(store: Store) -> Store:
    """The same with three sources: one with a title, two of one publisher that have none."""
    with store.write("read") as session:
        session.add(Source(id=77, key="learnt", title="Visit; the second day", publisher="MAP"))
        session.add(Source(id=78, key="atalayar-1", publisher="Atalayar"))
        session.add(Source(id=79, key="atalayar-2", publisher="Atalayar"))
    return store


SOURCED = {
    "spellings": 'J. Dupont; former; source: "Visit; the second day"\nDupont, Jean; source: atalayar-2',
    "tenures": 'Counsellor/NP\nDirector/NP; 2015-05/2019; acting; source: "Visit; the second day"',
}


def test_a_line_says_from_where_a_spelling_or_a_post_is_known_and_shows_it_back(sources: Store) -> None:
    typed = {
        "spellings": "J. Dupont; former; src: map\nDupont, Jean; source: atalayar-2",
        "tenures": "Counsellor/NP\nDirector/NP; 2015-05/2019; acting; source: learnt",
    }
    form = made(sources, "official", name="Jean Dupont", **typed)
    assert {field: form.values[field] for field in SOURCED} == SOURCED
    assert rows(sources, "SELECT name, source_id FROM official_name WHERE source_id > 0 ORDER BY id") == [
        ("J. Dupont", 77),
        ("Dupont, Jean", 79),
    ]
    assert rows(sources, "SELECT date_edtf, source_id FROM tenure WHERE source_id > 0") == [
        ("2015-05/2019", 77)
    ]
    assert saved(sources, form, {field: f"{text}\n" for field, text in SOURCED.items()}).changes == ()
    assert echo(sources, "official", "tenures", "Director/NP; source: atalayar-1").endswith("source Atalayar")


def test_the_source_of_a_line_is_changed_and_taken_off_and_the_rest_stays(sources: Store) -> None:
    form = made(sources, "official", name="Jean Dupont", **SOURCED)
    lines = {
        "spellings": "J. Dupont; former\nDupont, Jean; source: atalayar-1",
        "tenures": "Counsellor/NP\nDirector/NP; 2015-05/2019; acting; source: atalayar-1",
    }
    saved(sources, form, lines)
    after = opened(sources, form.key)
    assert {field: after.values[field] for field in lines} == lines
    assert rows(sources, "SELECT COUNT(*) FROM tenure WHERE official_id = :id", id=int(form.key.id)) == [(2,)]


def test_the_source_of_the_name_itself_is_a_line_among_the_spellings(sources: Store) -> None:
    form = opened(sources, Key("official", "1"))
    assert form.values["spellings"] == ""
    saved(sources, form, {"spellings": "Ana Ruiz; preferred; source: atalayar-1"})
    form = opened(sources, form.key)
    assert form.values["spellings"] == "Ana Ruiz; preferred; source: atalayar-1"
    saved(sources, form, {"spellings": ""})
    assert opened(sources, form.key).values["spellings"] == ""
    assert rows(sources, "SELECT name, kind FROM official_name WHERE official_id = 1") == [
        ("Ana Ruiz", "preferred")
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("J. D.; source: Nobody's Times", "No source is called “Nobody's Times”"),
        (
            "J. D.; source: Atalayar",
            "“Atalayar” is 2 sources; write the key of one: “atalayar-2” or “atalayar-1”.",
        ),
        ("J. D.; source:", "Something is missing behind source:."),
        ("J. D.; source: learnt; src: atalayar-1", "The line says the source twice"),
    ],
)
def test_a_source_that_no_line_can_mean_is_refused_with_a_sentence(
    sources: Store, line: str, said: str
) -> None:
    assert said in problem(sources, "official", name="Jean Dupont", spellings=line)


def test_a_source_completes_by_its_title_its_publisher_and_its_key(sources: Store) -> None:
    with sources.read() as reader:
        spellings, tenures = field_of("official", "spellings"), field_of("official", "tenures")
        assert go_on(reader, spellings, "J. Dupont; source: Ata") == "layar"
        assert go_on(reader, tenures, "Director/NP; src: lea") == "rnt"


def test_the_key_of_a_merged_source_leads_to_the_one_that_stands(sources: Store) -> None:
    with sources.write("same") as session:
        session.get_one(Source, 78).merged_into = 79
    form = made(sources, "official", name="Jean Dupont", spellings="J. D.; source: atalayar-1")
    assert rows(sources, "SELECT source_id FROM official_name WHERE name = 'J. D.'") == [(79,)]
    assert form.values["spellings"] == "J. D.; source: Atalayar"


def test_everybody_expected_is_said_to_be_only_where_that_is_not_plain(store: Store) -> None:
    form = visit(store, "Omar Test", "Ana Ruiz; attended", status="planned")
    assert [row[0] for row in rows(store, "SELECT attendance FROM participant ORDER BY id")] == [
        "expected",
        "attended",
    ]
    assert form.values["delegation"] == "delegation MA\nOmar Test\nAna Ruiz; attended"


# --- names ---


def test_somebody_new_is_said_to_be_and_made_once(store: Store) -> None:
    text = "Lea Neu; MA; head\nLea Neu; MA; as Chief/New Service"
    told = echo(store, "meeting", "people", text).split("\n")
    assert told[0] == "new official “Lea Neu” · MA · head"
    assert "as Chief/New Service, a new post in a new organisation" in told[1]
    meeting(store, *text.split("\n"))
    assert rows(store, "SELECT name, sort_name, country FROM official WHERE name = 'Lea Neu'") == [
        ("Lea Neu", "Neu, Lea", "MA")
    ]
    assert rows(store, "SELECT name, country FROM organisation WHERE name = 'New Service'") == [
        ("New Service", "MA")
    ]
    store.undo()
    assert making.count(store, "official") == 2


def test_namesakes_are_refused_until_they_are_told_apart(store: Store) -> None:
    with store.write("another") as session:
        session.add(Official(id=9, name="Ana Ruiz", sort_name="Ruiz, Ana", country="ES"))
        session.flush()
        session.add(OfficialName(official_id=9, name="Ana Ruiz", kind="preferred", folded="ana ruiz"))
    sentence = problem(store, "meeting", parties="ES MA", people="Omar Test; MA\nAna Ruiz; ES")
    assert sentence.startswith("Line 2: “Ana Ruiz” is the name of 2; write behind it #1 (ES")
    assert "or #9 (ES)" in sentence
    form = meeting(store, "Ana Ruiz #9; ES")
    assert form.values["people"] == "Ana Ruiz #9; ES"
    assert rows(store, "SELECT official_id FROM participant") == [(9,)]


def test_a_country_tells_namesakes_apart(store: Store) -> None:
    making.entered(store, {"officials": [{"name": "Ana Ruiz", "country": "DE"}]})
    meeting(store, "Ana Ruiz; DE", "Ana Ruiz; ES")
    assert [row[1] for row in people(store)] == [3, 1]


def test_the_beginning_of_one_name_is_enough_and_quotes_make_it_another(store: Store) -> None:
    told = echo(store, "meeting", "people", "Ana")
    assert told.startswith("Ana Ruiz (ES, ")
    assert told.endswith(" · ES")
    assert echo(store, "meeting", "people", '"Ana"; ES') == "new official “Ana” · ES"
    assert "new official" in echo(store, "meeting", "people", "Ana Ruiz #new; ES")


def test_a_number_that_is_somebody_elses_is_refused(store: Store) -> None:
    assert problem(store, "meeting", parties="ES MA", people="Omar Test #1") == (
        "Line 1: Number 1 is “Ana Ruiz”, not “Omar Test”."
    )


WRONG = [
    ("delegation", "Omar Test; cheif", "Line 1: “cheif” is not understood"),
    ("delegation", "\nOmar Test\n\ngroup: x; count many", "Line 4: “many” is no number of people"),
    ("delegation", "delegation Atlantis", "Line 1: “Atlantis” is no country"),
    ("delegation", "delegation MA; size 0", "Line 1: “0” is no number of people; write size 12."),
    ("delegation", "Omar Test; head; member", "Line 1: The role stands there twice"),
    ("delegation", '"Omar', "Line 1: The quote before “Omar” is not closed."),
    ("delegation", '"Omar" Test', "Line 1: “Test” stands behind a closing quote"),
    ("delegation", "Omar Test; held: 2015", "Line 1: “2015”: a line on people has no held."),
    ("links", "follows V-1999-001", "Line 1: There is no visit V-1999-001 in the store."),
    ("links", "follows something", "Line 1: “follows something” names no visit"),
]


@pytest.mark.parametrize(("name", "text", "sentence"), WRONG)
def test_a_wrong_line_is_named_with_what_would_do(store: Store, name: str, text: str, sentence: str) -> None:
    assert sentence in problem(store, "visit", **{"sending": "MA", "host": "ES", name: text})
    assert making.count(store, "visit") == 0


def test_all_wrong_lines_are_named_at_once(store: Store) -> None:
    sentence = problem(store, "meeting", parties="ES MA", people="Ana Ruiz; x1\nOmar Test\ndelegation ES")
    assert "Line 1: “x1”" in sentence
    assert "Line 3: A meeting has people, and no delegations" in sentence


# --- officials, posts, links ---


def test_an_official_is_made_with_spellings_and_posts(store: Store) -> None:
    form = made(
        store,
        "official",
        name="Jean Dupont",
        country="FR",
        spellings="J. Dupont; former\nДюпон; script Cyrl",
        tenures="Director General/Police X; may 2015/..; acting; attested\nDirector/NP; 2010/2015",
    )
    assert form.values["spellings"] == "J. Dupont; former\nДюпон"
    assert form.values["tenures"] == (
        "Director General/Police X; since May 2015; acting; attested\nDirector/NP; 2010/2015"
    )
    assert rows(store, "SELECT script FROM official_name WHERE name = 'Дюпон'") == [("Cyrl",)]


def test_the_name_itself_is_no_spelling_of_it(store: Store) -> None:
    form = opened(store, Key("official", "1"))
    with pytest.raises(FormErrors, match="Line 2: this is the name itself"):
        saved(store, form, {"spellings": "A. Ruiz\nAna Ruiz"})


def test_a_new_name_leaves_the_old_one_among_the_spellings(store: Store) -> None:
    form = opened(store, Key("official", "1"))
    saved(store, form, {"name": "Ana Ruiz Gil", "spellings": "A. Ruiz; weak"})
    assert opened(store, form.key).values["spellings"] == "Ana Ruiz\nA. Ruiz; weak"


def test_a_post_has_other_titles_and_counterparts_of_both_sides(store: Store) -> None:
    form = made(
        store,
        "post",
        title="Chief",
        organisation="DGSN",
        titles="Jefe; es\nChef; fr",
        counterparts="Director/NP\nHead/BKA",
    )
    assert form.values["titles"] == "Jefe; es\nChef; fr"
    assert form.values["counterparts"] == "Director/NP\nHead/BKA"
    other = opened(store, Key("post", "1"))
    assert other.values["counterparts"] == "Chief/DGSN"
    saved(store, other, {"counterparts": ""})
    assert opened(store, form.key).values["counterparts"] == "Head/BKA"


def test_an_office_that_several_hold_at_once_says_so_and_its_holders_are_no_contradiction(
    store: Store,
) -> None:
    form = made(store, "post", title="Commissioner", organisation="DGSN", single_seat="no")
    assert form.values["single_seat"] == "no"
    known = opened(store, Key("post", "1"))
    assert known.values["single_seat"] == "yes"
    saved(store, known, {"single_seat": "no"})
    assert rows(store, "SELECT COUNT(*) FROM post WHERE NOT single_seat") == [(2,)]
    store.undo()
    assert opened(store, known.key).values["single_seat"] == "yes"


def test_links_are_seen_from_both_visits_and_what_is_no_duplicate_stays(store: Store) -> None:
    first, second = visit(store), visit(store)
    with store.write("apart") as session:
        session.add(VisitLink(from_id=int(first.key.id), to_id=int(second.key.id), kind="not a duplicate"))
    second = opened(store, second.key)
    saved(store, second, {"links": f"follows {first.title}\nsame trip {first.title}"})
    assert opened(store, first.key).values["links"] == (
        f"followed by {second.title}\npart of the same trip {second.title}"
    )
    saved(store, opened(store, first.key), {"links": f"returned by {second.title}"})
    assert rows(store, "SELECT from_id, to_id, kind FROM visit_link ORDER BY kind") == [
        (1, 2, "not a duplicate"),
        (2, 1, "returns"),
    ]
    with pytest.raises(FormErrors, match="not linked to itself"):
        saved(store, opened(store, first.key), {"links": f"follows {first.title}"})


# --- with others ---


def test_another_officers_line_is_not_overwritten(store: Store) -> None:
    form = visit(store, "Omar Test")
    saved(store, form, {"delegation": "delegation MA\nOmar Test\ngroup: experts"})
    with pytest.raises(Stale) as caught:
        saved(store, form, {"delegation": "delegation MA\nOmar Test; head"})
    assert set(caught.value.fields) == {"delegation"}


def test_a_link_made_from_the_other_visit_meanwhile_is_not_lost(store: Store) -> None:
    """The other visit's change is logged there, so the version of this one does not tell of it."""
    first, second, third = visit(store), visit(store), visit(store)
    form = opened(store, first.key)
    saved(store, second, {"links": f"follows {first.title}"})
    with pytest.raises(Stale):
        saved(store, form, {"links": f"follows {third.title}"})


# --- what the form offers ---


def test_the_last_delegation_of_the_same_direction_can_be_had_again(store: Store) -> None:
    visit(store, "Omar Test; head", date="28 jan 2025")
    visit(store, "Omar Test; head", "group: experts", date="3 feb 2026")
    visit(store, date="5 may 2026")
    with store.read() as reader:
        ref, text = latest_delegation(reader, "MA", "ES")
        assert (ref, text) == ("V-2026-001", "delegation MA\nOmar Test; head\ngroup: experts")
        assert latest_delegation(reader, "ES", "MA") == ("", "")


@pytest.mark.parametrize(
    ("name", "line", "rest"),
    [
        ("delegation", "Om", "ar Test"),
        ("delegation", "Omar Test; al", "ternate"),
        ("delegation", "Omar Test; as Dir", "ector/NP"),
        ("delegation", "post: Director/N", "P"),
        ("delegation", "Omar Test; Spa", "in"),
        ("delegation", "delegation Germ", "any"),
        ("delegation", "Omar Test; printed: Ana", ""),
        ("links", "foll", "ows V-"),
        ("links", "follows V-20", "25-001"),
    ],
)
def test_a_line_goes_on_with_what_is_known(store: Store, name: str, line: str, rest: str) -> None:
    visit(store, date="28 jan 2025")
    with store.read() as reader:
        assert go_on(reader, field_of("visit", name), line) == rest


HEADS: list[tuple[Mapping[str, Any], list[str]]] = [
    (
        {"lines": ["delegation MA", "Omar; head", "Ana; ES; as Director/NP"], "at": 2, "delegations": True},
        ["delegation MA", "Ana; ES; head; as Director/NP", "Omar"],
    ),
    (
        {"lines": ["Omar; MA; head", "Ana; ES", "Lea; ES; expert"], "at": 2, "delegations": False},
        ["Omar; MA; head", "Lea; ES; head", "Ana; ES"],
    ),
    ({"lines": ["Omar; MA; head"], "at": 0, "delegations": False}, ["Omar; MA"]),
]


@pytest.mark.parametrize(("given", "lines"), HEADS)
def test_a_head_stands_before_the_others_and_there_is_one(given: Mapping[str, Any], lines: list[str]) -> None:
    found = with_head(**given)
    assert found is not None
    assert found[0] == lines
    assert with_head(["delegation MA"], 0, delegations=True) is None


def test_opening_a_long_list_asks_no_more_than_opening_a_short_one(store: Store) -> None:
    short = meeting(store, "Omar Test; MA")
    long = meeting(store, *(f"Person {number}; MA; as Post {number}/NP" for number in range(40)))
    counts = []
    for form in (short, long):
        with store.read() as reader:
            queries.form(reader, form.key)
            counts.append(reader.statements)
    assert counts[1] <= counts[0] + 4
