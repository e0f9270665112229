"""The rung that a sentence is proposed for: a labelled table of phrases, and what an officer is told about it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.commitments import RUNGS
from db.commitments.reading import propose

PHRASES = [
    (row["rung"], row["phrase"])
    for row in csv.DictReader(Path(__file__).with_name("phrases.csv").read_text("utf-8").splitlines())
]


def test_the_table_is_large_and_knows_every_rung() -> None:
    assert len(PHRASES) >= 150
    assert {rung for rung, _ in PHRASES} == set(RUNGS)


@pytest.mark.parametrize(("rung", "phrase"), PHRASES)
def test_a_sentence_is_proposed_for_the_rung_that_its_verb_supports(rung: str, phrase: str) -> None:
    found = propose(phrase)
    assert found is not None
    assert found.rung == rung, found.why
    assert phrase[found.start : found.end] == found.verb


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("They agreed to meet again.", "“agreed to” says so."),
        (
            "They agreed on the importance of training.",
            "“agreed on the importance” is a view they share, not an undertaking.",
        ),
        ("She flew to Doha to sign a protocol.", "“to sign” is a purpose, not an outcome."),
        ("The parties did not sign the protocol.", "“did not sign” says that it was not done."),
        ("Both agreed to sign it in May.", "“agreed to” says so."),
        ("The parties may sign it in May.", "“may sign” leaves it open."),
        ("Ils n'ont jamais signé le protocole.", "“n'ont jamais signé” says that it was not done."),
    ],
)
def test_an_officer_is_told_which_words_decide(phrase: str, why: str) -> None:
    found = propose(phrase)
    assert found is not None
    assert found.why == why


@pytest.mark.parametrize(
    "phrase",
    ["", "The weather was fine.", "Rabat, 12 May", "El mar", "Under the protocol signed in 2022."],
)
def test_where_no_verb_says_so_nothing_is_proposed(phrase: str) -> None:
    assert propose(phrase) is None


def test_a_relative_clause_about_the_future_commits_nobody() -> None:
    found = propose("They mulled a committee for the games, which both countries will host.")
    assert found is not None
    assert found.rung == "proposed"


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading(text: str) -> None:
    found = propose(text)
    assert found is None or text[found.start : found.end] == found.verb


def test_a_text_of_any_length_is_read_at_once() -> None:
    assert propose("a" * 1_000_000 + " agreed to meet") is None
    assert propose("no " * 700) is None
