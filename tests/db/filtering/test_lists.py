"""What a filter leaves of each list, field by field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

import pytest

from db import Store, queries
from db.filtering import Asking, Filter, Subject, read_filter
from db.queries.posts import vacant
from db.rows import Key, Listing
from tests.db.making import MOROCCO, NO_DESK, TODAY, visit


def filtered(store: Store, text: str, *subjects: Subject) -> Filter:
    with store.read() as reader:
        return read_filter(text, subjects, Asking(reader, TODAY, "ana"))


def understood(store: Store, text: str, *subjects: Subject) -> Filter:
    found = filtered(store, text, *subjects)
    assert found.problems == ()
    return found


def lines(listing: Listing[Any]) -> list[Any]:
    found = list(listing.rows(0, listing.count()))
    assert [listing.find(row.key) for row in found] == list(range(len(found)))
    return found


def timeline(store: Store, text: str, scope: Key | None = None) -> list[str]:
    kept = understood(store, text, "event")
    return [row.ref for row in lines(queries.timeline(store, scope, kept=kept))]


def pairs(store: Store, text: str) -> set[str]:
    kept = understood(store, text, "pair")
    return {row.key.id for row in lines(queries.pairs(store, NO_DESK, everyone=True, kept=kept))}


def steps(store: Store, text: str) -> set[str]:
    kept = understood(store, text, "followup", "action")
    return {row.text for row in lines(queries.steps(store, NO_DESK, kept=kept))}


FIRST, INSIDE = "V-2025-001", "M-2025-001"
PLANNED, GERMAN, TRILATERAL = "V-2026-001", "V-2024-001", "M-2026-001"
ALL = {FIRST, INSIDE, PLANNED, GERMAN, TRILATERAL}


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("pair:MA-ES", {FIRST, INSIDE, TRILATERAL}),
        ("pair:Spain-Maroc", {FIRST, INSIDE, TRILATERAL}),
        ("country:germany", {GERMAN}),
        ("from:2026", {PLANNED, TRILATERAL}),
        ("from:2024 to:2025", {GERMAN, FIRST, INSIDE}),
        ("from:jan 2025 to:jan 2025", {FIRST, INSIDE}),
        ("since:2026-12-01", {PLANNED}),
        ("@ruiz", {FIRST}),
        ('@"Ana Ruiz" pair:ES-MA', {FIRST}),
        ("#CYB", {FIRST}),
        ("topic:cybercrime", {FIRST}),
        ("rung>=agreed", {FIRST}),
        ("rung:proposed", {GERMAN}),
        ("rung<4", {GERMAN}),
        ("rung:propuesto", {GERMAN}),
        ("is:planned", {PLANNED}),
        ("is:open", {FIRST}),
        ("is:watch", {GERMAN}),
        ("is:overdue", {FIRST}),
        ("is:unsourced", ALL),
        ("-is:planned", ALL - {PLANNED}),
        ("-pair:ES-MA -is:planned", {GERMAN}),
        ("place:malaga", {FIRST}),
        ("in:Ra", {PLANNED}),
        ("kind:meeting", {INSIDE, TRILATERAL}),
        ("kind:trilateral", {TRILATERAL}),
        ("security", {FIRST, GERMAN}),
        ('"security talks"', {FIRST}),
        ('-"security talks" -kind:meeting', {PLANNED, GERMAN}),
        ("talks -security", set()),
        ("security from:2025", {FIRST}),
    ],
)
def test_the_timeline_keeps_what_is_asked_for(book: Store, text: str, refs: set[str]) -> None:
    assert set(timeline(book, text)) == refs


def test_the_timeline_of_a_pair_is_filtered_within_the_pair(book: Store) -> None:
    assert set(timeline(book, "from:2026", Key("pair", "ES-MA"))) == {TRILATERAL}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("country:ES", {"ES-MA", "DE-ES", "ES-FR"}),
        ("pair:MA-ES", {"ES-MA"}),
        ("is:open", {"ES-MA"}),
        ("is:watch", {"DE-ES"}),
        ("is:planned", {"FR-MA"}),
        ("from:2026", {"ES-MA", "ES-FR", "FR-MA"}),
        ("#CYB", {"ES-MA"}),
        ("rung>=agreed country:MA", {"ES-MA"}),
        ("rung>=agreed from:2026", set()),  # the same meeting must be both
        ("spain -country:DE", {"ES-MA", "ES-FR"}),
    ],
)
def test_country_pairs_are_kept_by_what_happened_between_them(book: Store, text: str, ids: set[str]) -> None:
    assert pairs(book, text) == ids


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("ball:them", {"Ring Madrid"}),
        ("is:overdue", {"Ring Madrid", "Exchange lists"}),
        ("is:mine", {"Ring Madrid", "Draft the agenda"}),
        ("-is:mine", {"Tidy the shelf", "Exchange lists"}),
        ("owner:omar", {"Tidy the shelf"}),
        ("owner:spain", {"Exchange lists"}),
        ("to:2026-11", {"Ring Madrid", "Draft the agenda", "Exchange lists"}),
        ("from:2026-11-15 to:2026-11", {"Draft the agenda"}),
        ("pair:ES-MA", {"Ring Madrid", "Exchange lists"}),
        ("is:planned", {"Draft the agenda"}),
        ("is:undated", {"Tidy the shelf"}),
        ("rung>=agreed", {"Exchange lists"}),
        ("place:rabat", {"Draft the agenda"}),
        ("madrid -ball:us", {"Ring Madrid"}),
    ],
)
def test_follow_ups_and_what_lacks_one_are_kept_alike(book: Store, text: str, texts: set[str]) -> None:
    assert steps(book, text) == texts


def test_officials_are_kept_by_where_they_were(book: Store) -> None:
    def names(text: str) -> list[str]:
        kept = understood(book, text, "official")
        return [row.name for row in lines(queries.officials(book, kept=kept))]

    assert names("country:MA from:2025 to:2025") == ["Ruiz, Ana"]
    assert names("#CYB") == ["Ruiz, Ana"]
    assert names("from:2026") == []
    assert names("-@ruiz") == []
    assert names("ruis") == ["Ruiz, Ana"]  # by its sound, as without a filter


def test_the_whole_list_of_a_section_is_filtered_as_well(book: Store) -> None:
    kept = understood(book, "ball:them", "followup")
    _, listing = queries.whole_section(book, MOROCCO, "overdue", kept=kept)
    assert [row.text for row in lines(listing)] == ["Ring Madrid"]
    kept = understood(book, "country:DE", "action")
    _, listing = queries.whole_section(book, NO_DESK, "proposed", kept=kept)
    assert [row.text for row in lines(listing)] == ["A joint team"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("commissioner", {"Commissioner"}),
        ("-commissioner", {"Attaché"}),
        ("country:ES", {"Commissioner"}),
        ("pair:ES-MA", {"Commissioner", "Attaché"}),
        ("from:2026", {"Attaché"}),
        ("#CYB", {"Commissioner"}),
        ("#CYB from:2026", set()),  # the same meeting must be both
        ("place:rabat", {"Attaché"}),
        ("is:unsourced", {"Commissioner", "Attaché"}),
    ],
)
def test_posts_without_a_holder_are_kept_by_where_they_were_met(
    empty_store: Store, text: str, titles: set[str]
) -> None:
    with empty_store.write("fill") as session:
        commissioner = {"post": "Commissioner", "country": "ES"}
        visit(
            session,
            date="2025-02-03",
            topics=["CYB"],
            delegations=[{"country": "ES", "members": [commissioner]}],
        )
        attache = {"post": "Attaché", "country": "MA"}
        visit(session, date="2026-02-03", place="Rabat", delegations=[{"members": [attache]}])
    with empty_store.read() as reader:
        kept = read_filter(text, ["post"], Asking(reader, TODAY))
        assert kept.problems == ()
        assert {row.title for row in vacant(reader, TODAY, kept)} == titles


@pytest.mark.parametrize("subject", get_args(Subject))
def test_quick_and_steady_conditions_keep_the_same(book: Store, subject: Subject) -> None:
    sources = {
        "pair": "pair_summary p",
        "official": "official_summary o",
        "event": "event e",
        "followup": "followup f LEFT JOIN action a ON a.id = f.action_id",
        "action": "action a",
        "post": "post p",
    }
    fields = (
        "#CYB",
        "@ruiz",
        "pair:ES-MA",
        "country:ES",
        "rung>=1",
        "place:malaga",
        "kind:visit",
        "owner:ES",
    )
    states = (
        f"is:{word}" for word in ("open", "overdue", "watch", "planned", "unnamed", "unsourced", "undated")
    )
    texts = ("security", "ball:them", "from:2024", "to:2027", *fields, *states)
    for text in (*texts, *(f"-{one}" for one in texts if not one.startswith(("from", "to")))):
        condition = filtered(book, text, subject).of(subject)
        if condition is None:
            continue
        with book.read() as reader:
            counts = {
                reader.value(f"SELECT COUNT(*) FROM {sources[subject]} WHERE {sql}", **condition.values)
                for sql in (condition.quick, condition.steady)
            }
        assert len(counts) == 1, text


SAYS_NOTHING: Sequence[tuple[str, Subject]] = [
    ("ball:us", "event"),
    ("owner:ES", "pair"),
    ("is:mine", "official"),
]


@pytest.mark.parametrize(("text", "subject"), SAYS_NOTHING)
def test_a_field_that_says_nothing_of_a_list_says_so_at_its_place(
    book: Store, text: str, subject: Subject
) -> None:
    found = filtered(book, f"talks {text}", subject)
    (problem,) = found.problems
    assert (problem.start, problem.end) == (6, 6 + len(text))
    assert found.words == "talks"  # the rest is asked for all the same


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("pair:ES", "country:MA is one alone"),
        ("pair:ES-ES", "two different countries"),
        ("country:Atlantis", "is not a country"),
        ("form:2024", "did you mean from:?"),
        ("from:2024-13", ""),
        ("-from:2024", "write to: instead"),
        ("@zzzzzzqq", "No official"),
        ("@", "A name is missing"),
        ("#nosuchtopic", "is not a topic"),
        ("rung>=signedd", "no rung"),
        ("is:overdo", "did you mean overdue?"),
        ("is>open", "Behind is stands a colon"),
        ("place:", "A place is missing"),
        ("kind:", "kind: takes"),
    ],
)
def test_what_is_not_understood_has_a_sentence(book: Store, text: str, says: str) -> None:
    (problem,) = filtered(book, text, "event").problems
    assert (problem.start, problem.end) == (0, len(text))
    assert says in problem.sentence
    assert problem.sentence.endswith((".", "?"))
