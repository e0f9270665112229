"""The figures that the document of the reading engine tells are those that the scorer measures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.db.reading.score import SHOWN, scored
from tests.db.reading.scoring import TEXTS, Score

TOLD = Path(__file__).parents[3] / "db" / "reading" / "README.md"
WANTED = {  # precision and recall that the desk needs at least, on any texts
    "countries": (0.90, 0.90),
    "start dates": (0.85, 0.85),
    "people": (0.80, 0.80),
    "quotes": (0.60, 0.70),
    "rungs within one step": (0.85, 0.85),
}


@pytest.fixture(scope="module")
def score(tmp_path_factory: pytest.TempPathFactory) -> Score:
    return scored([TEXTS], tmp_path_factory.mktemp("told") / "score.db")


def table(score: Score) -> str:
    """The figures as the document says them."""
    head = "| | right | found | expected | precision | recall | F1 |\n|---|---|---|---|---|---|---|\n"
    return head + "\n".join(score[name].row(name) for name in SHOWN if name != "invented dates")


def test_the_document_tells_the_figures_that_are_measured(score: Score) -> None:
    told = TOLD.read_text("utf-8").split("<!-- figures -->")[1].split("<!-- end -->")[0].strip()
    invented = score["invented dates"].found
    assert told == f"{table(score)}\n\nDates that the texts do not give: {invented}. Texts: {texts()}."


def texts() -> int:
    return len(list(TEXTS.glob("*.txt")))


@pytest.mark.parametrize("name", WANTED)
def test_the_figures_are_what_the_desk_needs(score: Score, name: str) -> None:
    precision, recall = WANTED[name]
    assert score[name].precision >= precision, score.wrong
    assert score[name].recall >= recall, score.wrong
