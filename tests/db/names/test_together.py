"""Whom somebody was with speaks for two names being one person's; two at one table are two."""

from __future__ import annotations

from typing import Any

from db import Store
from db.alike import alike
from db.entry import read_line
from db.names.candidates import Candidate, candidates
from db.names.compare import LIKELY
from db.names.together import LATEST, Companion, of_pairs, times_with
from db.queries.merging import sides
from db.queries.twins import official_twins
from db.queries.verify import verify
from db.rows import Key
from tests.db.making import NO_DESK, TODAY, meeting

ANA = "Ana Ruiz"
NAMESAKES = ("Omar Alami", "Umar al-Alami")


def sat(store: Store, *names: str, parties: tuple[str, str] = ("ES", "MA"), **values: Any) -> None:
    """A meeting of some officials, all of them Moroccans but the first."""
    home = {names[0]: parties[0]}
    people = [{"official": name, "country": home.get(name, "MA")} for name in names]
    with store.write("enter") as session:
        meeting(session, parties=list(parties), participants=people, **values)


def number(store: Store, name: str) -> int:
    with store.read() as reader:
        return int(reader.value("SELECT id FROM official WHERE name = :name", name=name))


def found(store: Store, *company: Companion) -> list[Candidate]:
    with store.read() as reader:
        return candidates(reader, "Omar Alammi", countries=["MA"], company=company)


def test_of_two_namesakes_the_one_who_met_the_others_of_the_line_comes_first(empty_store: Store) -> None:
    sat(empty_store, "Jean Dupont", NAMESAKES[0], parties=("FR", "MA"))
    sat(empty_store, ANA, NAMESAKES[1])
    sat(empty_store, ANA, NAMESAKES[1])
    ana = Companion("official", str(number(empty_store, ANA)), ANA)
    assert found(empty_store)[0].name == NAMESAKES[0]
    best, other = found(empty_store, ana)
    assert (best.name, best.why) == (NAMESAKES[1], "same consonants, twice with Ana Ruiz")
    assert (other.name, other.why) == (NAMESAKES[0], "same consonants")
    assert found(empty_store, *of_pairs(["FR", "MA"]))[0].why == "same consonants, once in FR–MA"


def test_the_line_says_with_whom_somebody_was_before(empty_store: Store) -> None:
    sat(empty_store, ANA, NAMESAKES[1])
    with empty_store.read() as reader:
        reading = read_line('MA+ES 3 mar 2026 @"Ana Ruiz" @"Omar Alammi"', reader=reader, moment=NO_DESK)
    told = next(token.reading for token in reading.tokens if "Alammi" in token.reading)
    assert told.endswith("or Umar al-Alami (MA)? same consonants, once with Ana Ruiz")


def test_company_makes_nobody_likely_whose_name_is_not(empty_store: Store) -> None:
    for _ in range(9):
        sat(empty_store, ANA, "Karim Alami")
    ana = Companion("official", str(number(empty_store, ANA)), ANA)
    with empty_store.read() as reader:
        assert [one.score < LIKELY for one in candidates(reader, "Alami", company=[ana])] == [True]


def test_two_who_met_the_same_people_are_likelier_one(empty_store: Store) -> None:
    sat(empty_store, ANA, NAMESAKES[0])
    sat(empty_store, ANA, NAMESAKES[1])
    with empty_store.read() as reader:
        (row,) = official_twins(reader, 50)
        assert row.why == "same consonants, both met Ana Ruiz"
        one = Key("official", str(number(empty_store, NAMESAKES[0])))
        assert alike(reader, one, TODAY)[0].why == "same consonants, both met Ana Ruiz"


def test_two_who_sat_at_one_table_are_two(empty_store: Store) -> None:
    sat(empty_store, ANA, *NAMESAKES, ref="M-2026-001")
    keys = [Key("official", str(number(empty_store, name))) for name in NAMESAKES]
    with empty_store.read() as reader:
        assert official_twins(reader, 50) == ()
        assert sides(reader, *keys).doubts == ("Both are named in M-2026-001, as two people.",)
        (doubtful,) = (one for one in alike(reader, keys[0], TODAY) if one.key == keys[1])
        assert doubtful.why == "same consonants, but both are named in M-2026-001"


def test_one_who_travelled_and_is_met_by_another_spelling_is_still_proposed(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        meeting(session, participants=[{"official": NAMESAKES[0], "country": "MA"}])
        meeting(session, participants=[{"official": NAMESAKES[1], "country": "MA"}])
    with empty_store.read() as reader:
        (row,) = official_twins(reader, 50)
    assert row.why == "same consonants, both in ES–MA"


def test_only_the_latest_events_are_looked_at_and_each_by_an_index(empty_store: Store) -> None:
    for day in range(1, LATEST + 4):
        sat(empty_store, ANA, NAMESAKES[0], date=f"2025-01-{day:02}")
    one, ana = number(empty_store, NAMESAKES[0]), number(empty_store, ANA)
    company = [Companion("official", str(ana), ANA), *of_pairs(["MA", "ES", "FR"])]
    plans: list[str] = []
    with empty_store.read() as reader:
        assert times_with(reader, [one], company)[one] == (LATEST, f"{LATEST} times with Ana Ruiz")
        ask = reader.all

        def note(sql: str, **values: object) -> object:
            plans.extend(row[3] for row in ask(f"EXPLAIN QUERY PLAN {sql}", **values))
            return ask(sql, **values)

        reader.all = note  # type: ignore[method-assign, assignment]
        times_with(reader, [one, ana], company)
        alike(reader, Key("official", str(one)), TODAY)
        official_twins(reader, 5)
    growing = ("event_scope", "participant", "official")
    assert not [plan for plan in plans if plan.startswith("SCAN") and plan.split()[1] in growing]


def test_a_line_of_many_countries_asks_of_few_pairs() -> None:
    assert len(of_pairs(["MA", "ES", "DE", "FR", "NL", "IT"])) == 6
    assert of_pairs(["MA"]) == []


def test_to_verify_shows_why(demo_store: Store) -> None:
    sat(demo_store, "Grace Okafor", *("Karim Bennani",), parties=("NG", "MA"))
    sat(demo_store, "Grace Okafor", *("Kareem Benani",), parties=("NG", "MA"))
    with demo_store.read() as reader:
        rows = [row for doubts in verify(reader, NO_DESK) for row in doubts.rows]
    assert any(row.why.endswith("both met Grace Okafor") for row in rows)
