"""Sentences in `outcomes.txt`, each with the outcomes that it tells of and their words, and those that tell of none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from db.reading.outcomes.clauses import outcomes_of
from db.reading.sentences import Sentence

TOLD = [
    line.split(" ", 1)
    for line in Path(__file__).with_name("outcomes.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("language", "marked"), TOLD)
def test_a_sentence_tells_of_its_outcomes_and_of_no_others(language: str, marked: str) -> None:
    text = re.sub(r"\[\w+:|\]", "", marked)
    expected = re.findall(r"\[(\w+):(.*?),?\]", marked)
    found = outcomes_of(text, Sentence(0, len(text)), languages=(language,))
    assert [(one.rung, text[one.start : one.end].rstrip(",")) for one in found] == expected
