"""Texts of our own, read with a store that knows nobody: floors under the figures that `score` prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.db.reading.score import scored
from tests.db.reading.scoring import TEXTS, Score


@pytest.fixture(scope="module")
def score(tmp_path_factory: pytest.TempPathFactory) -> Score:
    return scored([TEXTS], tmp_path_factory.mktemp("score") / "score.db")


def test_there_are_thirty_texts_in_four_languages() -> None:
    texts = list(Path(TEXTS).glob("*.txt"))
    assert len(texts) >= 30
    assert {text.name[0] for text in texts} == set("efsa")


@pytest.mark.parametrize(
    ("name", "precision", "recall"),
    [
        ("countries", 0.95, 0.95),
        ("start dates", 0.90, 0.90),
        ("people", 0.95, 0.95),
        ("heads", 0.95, 0.92),
        ("quotes", 0.90, 0.95),
        ("rungs within one step", 0.95, 0.95),
        ("rungs exactly", 0.90, 0.90),
        ("due dates", 0.80, 0.80),
        ("status", 0.95, 0.95),
        ("host", 0.95, 0.85),
    ],
)
def test_no_figure_falls_below_its_floor(score: Score, name: str, precision: float, recall: float) -> None:
    figures = score[name]
    assert figures.precision >= precision, score.wrong
    assert figures.recall >= recall, score.wrong


def test_hardly_any_date_is_given_that_the_text_does_not_give(score: Score) -> None:
    assert score["invented dates"].found <= 1, score.wrong
