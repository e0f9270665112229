"""What the store itself refuses, whoever writes: each rule has a row that breaks it, and a sentence that says so."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import CheckConstraint
from sqlmodel import SQLModel

from db import Conflict, Store, models
from tests.db.making import count, every_table, tables

# One valid row of every table that has rules; each test breaks it in one place.
VALID: dict[str, tuple[type[SQLModel], dict[str, Any]]] = {
    "country": (models.Country, {"code": "ZZ", "name": "Nowhere"}),
    "country_name": (
        models.CountryName,
        {"country": "MA", "name": "Here", "lang": "en", "kind": "alias", "folded": "here"},
    ),
    "topic": (models.Topic, {"code": "NEW", "label": "Something new"}),
    "organisation": (models.Organisation, {"name": "Coast Guard"}),
    "post_counterpart": (models.PostCounterpart, {"post_id": 1, "counterpart_id": 2}),
    "official_name": (models.OfficialName, {"official_id": 1, "name": "X", "folded": "x"}),
    "tenure": (models.Tenure, {"official_id": 1, "post_id": 1}),
    "not_same": (models.NotSame, {"kind": "visit", "first_id": 1, "second_id": 2}),
    "source": (models.Source, {"key": "new"}),
    "citation": (models.Citation, {"source_id": 1, "record_kind": "visit", "record_id": 1}),
    "visit": (models.Visit, {"ref": "V-2030-001", "sending": "MA", "host": "ES"}),
    "visit_link": (models.VisitLink, {"from_id": 1, "to_id": 2, "kind": "follows"}),
    "delegation": (models.Delegation, {"visit_id": 1, "country": "MA"}),
    "meeting": (models.Meeting, {"ref": "M-2030-001"}),
    "meeting_party": (models.MeetingParty, {"meeting_id": 1, "country": "MA"}),
    "participant": (models.Participant, {"meeting_id": 1, "group_name": "experts"}),
    "action": (models.Action, {"ref": "A-2030-001", "text": "Agree", "rung": 1}),
    "action_party": (models.ActionParty, {"action_id": 1, "country": "MA"}),
    "followup": (models.FollowUp, {"ref": "F-2030-001", "text": "Ring"}),
    "log_entry": (models.LogEntry, {"followup_id": 1, "at": "2026-11-21"}),
    "rung_change": (models.RungChange, {"action_id": 1, "was": 3, "now": 4}),
    "agenda_item": (models.AgendaItem, {"meeting_id": 1, "action_id": 1}),
    "brief": (
        models.Brief,
        {"record_kind": "pair", "record_id": "ES-MA", "at": "2026-11-21T09:00:00+00:00", "by": ""},
    ),
    "cadence": (models.Cadence, {"first": "ES", "second": "MA", "months": 6}),
    "step": (models.Step, {"at": datetime(2026, 11, 21, tzinfo=UTC), "by": "", "label": "x"}),
}
BACKWARDS = {"first": "2025-02-01", "last": "2025-01-31"}

# (rule, what breaks it); words that are not on a closed list are made below from the rules themselves.
BROKEN: list[tuple[str, dict[str, Any]]] = [
    ("topic_not_its_own_parent", {"parent": "NEW"}),
    ("organisation_not_its_own_parent", {"id": 77, "parent_id": 77}),
    ("post_counterpart_two_posts", {"counterpart_id": 1}),
    ("not_same_in_order", {"first_id": 2, "second_id": 1}),
    ("not_same_in_order", {"first_id": 2, "second_id": 2}),
    ("cadence_in_order", {"first": "MA", "second": "ES"}),
    ("cadence_in_order", {"first": "MA"}),
    ("cadence_months_positive", {"months": 0}),
    ("citation_credibility_known", {"credibility": 0}),
    ("citation_credibility_known", {"credibility": 7}),
    ("citation_editorial_fills_nothing", {"voice": "editorial", "accepted": True}),
    ("citation_span_in_order", {"span_start": 5}),
    ("citation_span_in_order", {"span_end": 5}),
    ("citation_span_in_order", {"span_start": 6, "span_end": 5}),
    ("visit_two_countries", {"host": "MA"}),
    ("visit_link_two_visits", {"to_id": 1}),
    ("delegation_has_people", {"size": 0}),
    ("delegation_has_people", {"size": -3}),
    ("participant_in_one_place", {"delegation_id": 1}),
    ("participant_in_one_place", {"meeting_id": None}),
    ("participant_is_somebody", {"group_name": ""}),
    ("participant_is_somebody", {"group_name": "", "as_printed": "somebody"}),
    ("participant_counts_people", {"count": 0}),
    ("action_rung_known", {"rung": -1}),
    ("action_rung_known", {"rung": 6, "status": "open"}),
    ("action_status_from_agreed_on", {"rung": 1, "status": "open"}),
    ("action_status_from_agreed_on", {"rung": 3, "status": "done"}),
    ("action_status_from_agreed_on", {"rung": 4, "status": ""}),
    ("action_status_known", {"rung": 4, "status": "nearly"}),
    ("action_not_its_own_parent", {"id": 77, "parent_id": 77}),
    ("action_one_owner_at_most", {"owner_country": "MA", "owner_post_id": 1}),
    ("action_one_owner_at_most", {"owner_organisation_id": 1, "owner_official_id": 1}),
    ("action_party_score_known", {"score": 2}),
    ("action_party_score_known", {"score": -2}),
    ("rung_change_moves", {"was": 4}),
    ("rung_change_moves", {"was": -1}),
    ("rung_change_moves", {"now": 6}),
    ("rung_change_at_one_event_at_most", {"visit_id": 1, "meeting_id": 1}),
    ("followup_on_one_thing_at_most", {"action_id": 1, "visit_id": 1}),
    ("followup_on_one_thing_at_most", {"meeting_id": 1, "official_id": 1}),
    ("log_entry_on_one_thing", {"action_id": 1}),
    ("log_entry_on_one_thing", {"followup_id": None}),
    *(
        (f"{table}_{prefix}_in_order", {f"{prefix}_{end}": day for end, day in BACKWARDS.items()})
        for table, prefix in (
            ("source", "date"),
            ("visit", "date"),
            ("meeting", "date"),
            ("tenure", "date"),
            ("action", "due"),
            ("followup", "due"),
            ("rung_change", "date"),
        )
    ),
]


def rules() -> dict[str, str]:
    """Every rule of every table, by its name without "ck_", and its table."""
    return {
        str(rule.name).removeprefix("ck_"): table.name
        for table in map(models.stored, models.TABLES)
        for rule in sorted(table.constraints, key=lambda rule: str(rule.name))
        if isinstance(rule, CheckConstraint)
    }


def unknown_words() -> Iterator[tuple[str, dict[str, Any]]]:
    """A word that is on no list for every column with a closed list, and no word at all."""
    spelt_out = {name for name, _ in BROKEN}
    for rule, table in rules().items():
        if rule.endswith("_known") and rule not in spelt_out:
            column = rule.removeprefix(f"{table}_").removesuffix("_known")
            yield rule, {column: "nonsense"}
            yield rule, {column: ""}
            yield rule, {column: "Held"}  # no list has capitals


def cases() -> list[Any]:
    return [
        pytest.param(rules()[rule], rule, broken, id=f"{rule}-{number}")
        for number, (rule, broken) in enumerate([*BROKEN, *unknown_words()])
    ]


@pytest.fixture(scope="module")
def store(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for all cases, since each of them must leave it as it was."""
    path = tmp_path_factory.mktemp("rules") / "rules.db"
    shutil.copyfile(empty_file, path)
    store = Store.open(path)
    with store.write("what the rows name") as session:
        for number in (1, 2):
            session.add(models.Visit(ref=f"V-2025-00{number}", sending="MA", host="ES"))
            session.add(models.Meeting(ref=f"M-2025-00{number}"))
            session.add(models.Action(ref=f"A-2025-00{number}", text="Agree", rung=0))
            session.add(models.Post(title=f"Post {number}"))
        session.add(models.Organisation(name="Police"))
        session.add(models.Official(name="Ana Ruiz", sort_name="Ruiz, Ana"))
        session.add(models.Source(key="there"))
        session.add(models.FollowUp(ref="F-2025-001", text="Ring"))
        session.flush()
        session.add(models.Delegation(visit_id=1, country="MA"))
    yield store
    store.close()


def refusal_of(store: Store, *rows: SQLModel) -> Conflict:
    """The sentence with which the store refuses some rows; it is as it was before."""
    names = {str(row.__tablename__) for row in rows} | {"step", "change"}
    before = tables(store, *names)
    with pytest.raises(Conflict) as refused, store.write("enter") as session:
        session.add_all(rows)
    assert tables(store, *names) == before
    return refused.value


@pytest.mark.parametrize("table", sorted(VALID))
def test_a_right_row_is_let_in(store: Store, table: str) -> None:
    model, values = VALID[table]
    before = count(store, table)

    class TakenBackError(Exception):
        pass

    def enter_and_take_back() -> None:
        with store.write("enter") as session:
            session.add(model(**values))
            session.flush()
            raise TakenBackError

    with pytest.raises(TakenBackError):
        enter_and_take_back()
    assert count(store, table) == before


@pytest.mark.parametrize(("table", "rule", "broken"), cases())
def test_a_wrong_row_is_refused_in_a_sentence(
    store: Store, table: str, rule: str, broken: dict[str, Any]
) -> None:
    model, values = VALID[table]
    refused = refusal_of(store, model(**{**values, **broken}))
    assert str(refused).endswith(".")
    assert "\n" not in str(refused)
    assert f"ck_{rule}" in str(refused.__cause__)


def test_every_rule_of_the_store_is_tried() -> None:
    tried = {rule for rule, _ in [*BROKEN, *unknown_words()]}
    assert tried == set(rules())


def test_at_most_one_citation_of_a_field_is_accepted(store: Store) -> None:
    _, values = VALID["citation"]
    both = [models.Citation(**values, field="date", value=value, accepted=True) for value in ("2025", "2026")]
    assert "one like it already" in str(refusal_of(store, *both))


def test_several_citations_of_a_field_may_differ_as_long_as_none_is_accepted(demo_store: Store) -> None:
    _, values = VALID["citation"]
    before = count(demo_store, "citation")
    with demo_store.write("enter") as session:
        session.add_all([models.Citation(**values, field="note", value=value) for value in ("a", "b")])
        session.add(models.Citation(**values, field="note", value="c", accepted=True))
    assert count(demo_store, "citation") == before + 3


@pytest.mark.parametrize(
    ("table", "again"),
    [
        ("visit", {"ref": "V-2025-001"}),
        ("meeting", {"ref": "M-2025-001"}),
        ("action", {"ref": "A-2025-001"}),
        ("followup", {"ref": "F-2025-001"}),
        ("source", {"key": "there"}),
    ],
)
def test_nothing_is_called_the_same_twice(store: Store, table: str, again: dict[str, Any]) -> None:
    model, values = VALID[table]
    assert "one like it already" in str(refusal_of(store, model(**{**values, **again})))


@pytest.mark.parametrize(
    ("table", "lost"),
    [
        ("visit", {"sending": "QQ"}),
        ("visit", {"host": "QQ"}),
        ("delegation", {"visit_id": 999}),
        ("meeting", {"visit_id": 999}),
        ("meeting_party", {"country": "QQ"}),
        ("participant", {"official_id": 999}),
        ("participant", {"meeting_id": 999}),
        ("action", {"meeting_id": 999}),
        ("action", {"instrument": "MAGIC"}),
        ("action", {"owner_country": "QQ"}),
        ("tenure", {"post_id": 999}),
        ("citation", {"source_id": 999}),
        ("followup", {"action_id": 999}),
        ("log_entry", {"followup_id": 999}),
    ],
)
def test_a_row_that_names_what_is_not_there_is_refused(
    store: Store, table: str, lost: dict[str, Any]
) -> None:
    model, values = VALID[table]
    assert "not in the store" in str(refusal_of(store, model(**{**values, **lost})))


@pytest.mark.parametrize(("model", "number"), [(models.Visit, 1), (models.Country, "MA")])
def test_what_others_still_name_cannot_be_deleted(
    store: Store, model: type[SQLModel], number: int | str
) -> None:
    before = every_table(store)
    with pytest.raises(Conflict, match="still named"), store.write("delete") as session:
        session.delete(session.get_one(model, number))
    assert every_table(store) == before


def test_the_number_of_a_deleted_record_is_never_given_again(empty_store: Store) -> None:
    _, values = VALID["visit"]
    with empty_store.write("enter") as session:
        visit = models.Visit(**values)
        session.add(visit)
    gone = visit.number
    with empty_store.write("delete") as session:
        session.delete(session.get_one(models.Visit, gone))
    with empty_store.write("enter") as session:
        another = models.Visit(**values)
        session.add(another)
    assert another.number > gone
