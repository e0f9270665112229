"""The rung of an outcome that is typed as a sentence: proposed by its verb, with the reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from db.entry import Reading

Read = Callable[..., Reading]

ON = " on:V-2025-001"

SENTENCES = {
    "! They agreed to exchange lists": ("agreed", "They agreed to exchange lists", "agreed to"),
    "!They agreed to exchange lists": ("agreed", "They agreed to exchange lists", "agreed to"),
    "! Both agreed on the importance of training": (
        "discussed",
        "Both agreed on the importance of training",
        "agreed on the importance",
    ),
    "! Ils ont exploré les moyens d'échanger": (
        "explored",
        "Ils ont exploré les moyens d'échanger",
        "ont exploré",
    ),
    "!promised lists": ("agreed", "promised lists", "promised"),
}


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_after_the_sign_is_filed_by_its_verb(read: Read, line: str) -> None:
    reading = read(line + ON)
    rung, text, verb = SENTENCES[line]
    assert reading.problems == ()
    (values,) = reading.values["actions"]
    assert (values["rung"], values["text"], values["verb"]) == (rung, text, verb)
    assert any(token.kind == "rung" and "“" in token.reading for token in reading.tokens)


def test_a_sentence_without_such_a_verb_asks_for_the_rung(read: Read) -> None:
    reading = read("! A committee for the games" + ON)
    assert [problem.problem.partition(":")[0] for problem in reading.problems] == [
        "No verb here says how far it went"
    ]


def test_a_slip_in_the_name_of_a_rung_is_not_taken_for_a_sentence(read: Read) -> None:
    (problem,) = read("!agred to exchange lists" + ON).problems
    assert "is no rung of the ladder" in problem.problem


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("!agreed on the importance of training", "is a view they share, not an undertaking: discussed"),
        ("!signed They plan to sign a protocol", "“plan to” says so: proposed"),
        ("!agreed to exchange lists", ""),
        ("!explored They agreed to meet", ""),
    ],
)
def test_a_rung_above_what_the_words_support_is_kept_and_doubted(read: Read, line: str, doubt: str) -> None:
    reading = read(line + ON)
    (said,) = (token.reading for token in reading.tokens if token.kind == "rung")
    assert reading.values["actions"][0]["rung"] == line[1:].split(maxsplit=1)[0]
    assert doubt in said
    assert ("but" in said) == bool(doubt)
