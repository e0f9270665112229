"""Visits that are in already, or seem to be, while they are typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from db import Conflict, NotFound, Store
from db.apart import known_apart
from db.commands.lines import Typed, enter_typed
from db.entry import Answer, Reading, SimilarVisit, complete, read_lines, similar
from db.rows import Moment
from seeds import enter
from tests.db.looking import visit_card
from tests.db.making import count, visit_entered

Read = Callable[..., Reading]
Like = Callable[[str], list[SimilarVisit]]


@pytest.fixture
def like(demo_store: Store, moment: Moment, read: Read) -> Like:
    def found(line: str) -> list[SimilarVisit]:
        with demo_store.read() as reader:
            return similar(read(line), reader=reader, moment=moment)

    return found


def test_the_same_visit_typed_again_is_recognised(like: Like) -> None:
    (found,) = like("MA>ES 28-29 jan 2025 @Hammouchi")
    assert (found.ref, found.label) == ("V-2025-001", "MA→ES 28–29 Jan 2025")
    assert found.why == "same pair, same days, same head"
    assert found.key.id == "1"


def test_a_year_less_date_finds_the_visit_of_any_year(like: Like) -> None:
    assert [one.why for one in like("MA>ES 28-29 jan ?")] == ["same pair, same days, year not stated"]


def test_without_a_year_long_stays_and_those_over_new_year_are_found_too(
    demo_store: Store, moment: Moment, like: Like
) -> None:
    dates = ("2019-12-30/2020-01-02", "2021-06-01/2021-06-20", "2022-09-09")
    visits = [{"sending": "MA", "host": "QA", "date": date} for date in dates]
    enter(demo_store, [{"bilat": 1, "visits": visits}], today=moment.today)
    for typed, label in (("31 dec", "30 Dec 2019"), ("15 jun", "1–20 Jun 2021")):
        assert [one.label.removeprefix("MA→QA ")[: len(label)] for one in like(f"MA>QA {typed} ?")] == [label]
    assert like("MA>QA 9 mar ?") == []


def test_a_stay_over_new_year_and_a_leap_day_are_compared_without_their_year(
    demo_store: Store, moment: Moment, like: Like
) -> None:
    visits = [
        {"sending": "MA", "host": "QA", "date": date} for date in ("2021-12-30/2022-01-02", "2023-02-28")
    ]
    enter(demo_store, [{"bilat": 1, "visits": visits}], today=moment.today)
    for typed in ("30 dec-2 jan", "29 feb"):
        assert [one.why for one in like(f"MA>QA {typed} ?")] == ["same pair, same days, year not stated"]


def test_days_nearby_and_the_other_direction_are_named_as_such(like: Like) -> None:
    assert like("MA>ES 1 feb 2025")[0].why == "same pair, a few days apart"
    assert like("ES>MA 28 jan 2025")[0].why == "same pair, the other way, days overlap"
    assert like("MA>ES 2 feb 2025") == []


def test_the_same_head_comes_first(like: Like) -> None:
    assert [one.ref for one in like("MA>ES june 2022 @Laftit")] == ["V-2022-002", "V-2022-001"]
    assert [one.ref for one in like("MA>ES june 2022 @Hammouchi")] == ["V-2022-001", "V-2022-002"]


def test_a_stored_visit_without_a_year_is_found_by_its_days(
    demo_store: Store, moment: Moment, like: Like
) -> None:
    values = {"sending": "MA", "host": "DE", "date": "XXXX-03-04", "date_text": "4 March"}
    enter(demo_store, [{"bilat": 1, "visits": [values]}], today=moment.today)
    assert [one.label for one in like("MA>DE 4 mar 2019")] == ["MA→DE 4 Mar ?"]
    assert like("MA>DE 4 sep 2019") == []


def test_a_visit_of_the_same_title_within_a_year_is_named(
    demo_store: Store, moment: Moment, like: Like
) -> None:
    values = {"sending": "MA", "host": "ES", "date": "2026-02-03", "title": "Security talks"}
    enter(demo_store, [{"bilat": 1, "visits": [values]}], today=moment.today)
    (found,) = like("MA>ES 9 dec 2026 security talks")
    assert (found.label, found.why) == ("MA→ES 3 Feb 2026", "same pair, same title, other days")
    assert like("MA>ES 9 dec 2026 border talks") == []
    assert like("ES>MA 9 dec 2026 security talks") == []
    assert like("MA>ES 9 dec 2028 security talks") == []


def test_at_most_three_are_shown_and_none_without_sides_or_date(
    demo_store: Store, moment: Moment, like: Like
) -> None:
    visits = [{"sending": "MA", "host": "QA", "date": f"2026-03-0{day}"} for day in range(1, 7)]
    enter(demo_store, [{"bilat": 1, "visits": visits}], today=moment.today)
    assert len(like("MA>QA 3 mar 2026")) == 3
    assert like("MA>QA 3 mar 2026")[0].label == "MA→QA 3 Mar 2026"
    assert like("MA>QA") == []
    assert like("talks 3 mar 2026") == []
    assert like("MA+QA 3 mar 2026") == []


# --- said to be the same, or another one ----------------------------------------------------------------------


def joined(store: Store, moment: Moment, read: Read, line: str, ref: str) -> Typed:
    """Enter a line as one more source of a visit."""
    reading = read(line)._replace(answer=Answer(same=ref))
    with store.write("one more source") as session:
        return enter_typed(session, [reading], moment.today, officer="lea")


def test_a_line_on_a_visit_that_is_in_adds_what_it_did_not_have_and_makes_no_twin(
    demo_store: Store, moment: Moment, read: Read
) -> None:
    visits, people = count(demo_store, "visit"), count(demo_store, "participant")
    line = 'MA>ES 28-29 jan 2025 @Hammouchi @"Zohra Nouri" #mig kind:working src:"Twice/Daily"'
    typed = joined(demo_store, moment, read, line, "V-2025-001")
    assert typed.joined[0].adds == (
        "topic Irregular migration and migrant smuggling",
        "member Zohra Nouri",
    )
    assert typed.conflicts == ()
    assert count(demo_store, "visit") == visits
    assert count(demo_store, "participant") == people + 1
    assert count(demo_store, "visit_topic", "visit_id = 1 AND topic = 'TOC.MIG'") == 1
    cited = [one for one in visit_card(demo_store, 1).citations if one.source == "Twice"]
    assert [(one.publisher, one.quote, one.locator) for one in cited] == [
        ("Daily", "", f"as entered: {line}")
    ]
    demo_store.undo()
    assert (count(demo_store, "participant"), count(demo_store, "source", "title = 'Twice'")) == (people, 0)


def test_the_same_line_again_adds_nothing(demo_store: Store, moment: Moment, read: Read) -> None:
    line = "MA>ES 28-29 jan 2025 @Hammouchi #mig with:@Pardo"
    joined(demo_store, moment, read, line, "V-2025-001")
    before = {
        name: count(demo_store, name) for name in ("visit", "meeting", "participant", "source", "citation")
    }
    assert joined(demo_store, moment, read, line, "V-2025-001").joined[0].adds == ()
    assert {name: count(demo_store, name) for name in before} == before


def test_without_a_source_it_is_what_the_officer_knows_in_the_words_typed(
    demo_store: Store, moment: Moment, read: Read
) -> None:
    line = "MA>ES 28-29 jan 2025 #mig"
    joined(demo_store, moment, read, line, "V-2025-001")
    (cited,) = [one for one in visit_card(demo_store, 1).citations if one.source == "Own knowledge"]
    assert (cited.quote, cited.published.edtf) == (line, "2026-11-21")
    assert count(demo_store, "source", "kind = 'own knowledge' AND author = 'lea'") == 1


def test_what_the_line_says_otherwise_is_told_and_the_store_keeps_its_own(
    demo_store: Store, moment: Moment, read: Read
) -> None:
    typed = joined(demo_store, moment, read, "MA>ES 28 jan 2025 @Laftit in:Cadiz", "V-2025-001")
    assert typed.conflicts == (
        "V-2025-001: date stays “28–29 Jan 2025”; the line says “28 Jan 2025”",
        "V-2025-001: place stays “Madrid”; the line says “Cadiz”",
        "V-2025-001: head stays “Abdellatif Hammouchi”; the line says “Abdelouafi Laftit”",
    )
    card = visit_card(demo_store, 1)
    assert (card.place, card.date.edtf) == ("Madrid", "2025-01-28/2025-01-29")
    against = [(one.field, one.value) for one in card.citations if one.stance == "contradicts"]
    assert set(against) >= {("place", "Cadiz"), ("head", "Abdelouafi Laftit")}


@pytest.mark.parametrize(
    ("known", "told", "then"),
    [
        ("XXXX-03-04", "4 mar 2026", "2026-03-04"),
        ("2026-03", "4-5 mar 2026", "2026-03-04/2026-03-05"),
        ("2026-03-04~", "4 mar 2026", "2026-03-04"),
        ("2026-03-04/2026-03-05", "mar 2026", "2026-03-04/2026-03-05"),
        ("2026-03-04", "4 mar ?", "2026-03-04"),
        ("", "4 mar 2026", "2026-03-04"),
    ],
)
def test_a_date_becomes_firmer_and_never_vaguer(
    demo_store: Store, moment: Moment, read: Read, known: str, told: str, then: str
) -> None:
    key = visit_entered(
        demo_store, sending="MA", host="NL", date=known, date_text="as written" if known else ""
    )
    ref = visit_card(demo_store, key.id).ref
    typed = joined(demo_store, moment, read, f"MA>NL {told}", ref)
    assert typed.conflicts == ()
    assert bool(typed.joined[0].adds) == (known != then)
    card = visit_card(demo_store, key.id)
    assert card.date.edtf == then
    assert card.date.text == ("as written" if known else told)


def test_a_head_nobody_had_named_is_named_in_its_own_line(
    demo_store: Store, moment: Moment, read: Read
) -> None:
    head = {"group": "not named", "role": "head"}
    key = visit_entered(demo_store, host="NL", date="2026-03-04", delegations=[{"members": [head]}])
    card = visit_card(demo_store, key.id)
    typed = joined(demo_store, moment, read, "MA>NL 4 mar 2026 @Hammouchi", card.ref)
    assert typed.joined[0].adds == ("head not named → Abdellatif Hammouchi",)
    (person,) = visit_card(demo_store, key.id).delegations[0].members
    assert (person.label, person.role) == ("Abdellatif Hammouchi", "head")


def test_the_other_way_round_is_refused_with_both_ways(demo_store: Store, moment: Moment, read: Read) -> None:
    with pytest.raises(Conflict, match="V-2025-001 is MA→ES and the line says ES→MA"):
        joined(demo_store, moment, read, "ES>MA 28 jan 2025", "V-2025-001")
    with pytest.raises(NotFound, match="V-2025-999"):
        joined(demo_store, moment, read, "MA>ES 28 jan 2025", "V-2025-999")


def test_what_is_not_the_same_is_left_out_and_remembered_with_the_visit(
    demo_store: Store, moment: Moment, read: Read
) -> None:
    reading = read("MA>ES june 2022")
    with demo_store.read() as reader:
        first, second = similar(reading, reader=reader, moment=moment)
        reading = reading._replace(answer=Answer(apart=(first.ref,)))
        assert similar(reading, reader=reader, moment=moment) == [second]
    with demo_store.write("new visit") as session:
        (made,) = enter_typed(session, [reading], moment.today).made
    with demo_store.read() as reader:
        assert known_apart(reader, made.key) == {int(first.key.id)}
        assert known_apart(reader, first.key) >= {int(made.key.id)}
        again = similar(read("MA>ES june 2022"), reader=reader, moment=moment, edited=made.key)
        assert [one.ref for one in again] == [second.ref]
    demo_store.undo()
    with demo_store.read() as reader:
        assert known_apart(reader, made.key) == frozenset()


def test_outcomes_below_a_line_on_a_visit_that_is_in_come_of_that_visit(
    demo_store: Store, moment: Moment
) -> None:
    with demo_store.read() as reader:
        text = "MA>ES 28-29 jan 2025\n!agreed joint patrols"
        above, below = read_lines(text, reader=reader, moment=moment)
    with demo_store.write("batch") as session:
        enter_typed(session, [above._replace(answer=Answer(same="V-2025-001")), below], moment.today)
    assert count(demo_store, "action", "text = 'joint patrols' AND visit_id = 1") == 1


# --- the delegation of another time ---------------------------------------------------------------------------


def test_last_is_the_delegation_of_the_last_visit_with_everybody_in_it(
    demo_store: Store, moment: Moment, read: Read
) -> None:
    members = [
        {"official": "Abdellatif Hammouchi", "role": "head", "rank": 1},
        {"official": "Zohra Nouri", "rank": 2},
        {"group": "experts", "role": "expert", "count": 2, "rank": 3},
    ]
    first = visit_entered(demo_store, host="NL", date="2026-03-04", delegations=[{"members": members}])
    ref = visit_card(demo_store, first.id).ref
    reading = read("MA>NL 4 sep 2026 @last @Laftit")
    said = [token.reading for token in reading.tokens if token.kind == "person"]
    assert said[0] == f"delegation as in {ref}: Abdellatif Hammouchi + 2"
    with demo_store.write("new visit") as session:
        (made,) = [
            one for one in enter_typed(session, [reading], moment.today).made if one.key.kind == "visit"
        ]
    found = visit_card(demo_store, made.key.id).delegations[0].members
    assert [(one.label, one.role) for one in found] == [
        ("Abdellatif Hammouchi", "head"),
        ("Zohra Nouri", "member"),
        ("experts", "expert"),
        ("Abdelouafi Laftit", "member"),
    ]


def test_another_head_leads_and_the_head_of_then_comes_along(read: Read) -> None:
    values = read("MA>ES 4 sep 2026 @Laftit @V-2025-001").values["visits"][0]["delegations"][0]["members"]
    assert [(one["official"], one["role"]) for one in values] == [
        ("Abdelouafi Laftit", "head"),
        ("Abdellatif Hammouchi", "member"),
    ]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("NO>MA 3 feb 2026 @last", "Nobody is named yet who went NO>MA"),
        ("MA+ES 3 feb 2026 @last", "@last is the delegation of a visit"),
        ("MA>ES 3 feb 2026 @V-1999-001", "There is no V-1999-001 in the store."),
        ("DE>MA 3 feb 2026 @V-2025-001", "V-2025-001 names nobody who travelled for DE."),
    ],
)
def test_a_delegation_that_is_not_there_is_said(read: Read, line: str, sentence: str) -> None:
    assert read(line).problems[0].problem.startswith(sentence)


def test_last_is_offered_behind_the_people_with_whom_it_brings(demo_store: Store, moment: Moment) -> None:
    with demo_store.read() as reader:
        offered = complete("MA>ES 3 feb 2026 @", 18, reader=reader, moment=moment, limit=4)
    assert (offered[-1].text, offered[-1].detail) == (
        "@last",
        "delegation as in V-2025-001: Abdellatif Hammouchi",
    )
    assert len(offered) == 4


def test_a_head_in_another_spelling_is_the_same_head(demo_store: Store, moment: Moment) -> None:
    def why(head: str) -> str:
        visit = {
            "sending": "MA",
            "host": "ES",
            "date": "2025-01-28",
            "delegations": [{"members": [{"official": head, "role": "head"}]}],
        }
        with demo_store.read() as reader:
            typed = Reading("", "visit", values={"visits": [visit]})
            return similar(typed, reader=reader, moment=moment)[0].why

    assert why("Abd al-Latif Hamushi").endswith("same head")
    assert why("Omar Alami").endswith("another head")
    assert why("Hammouchi").endswith("days overlap")  # a surname alone says neither
