"""The figures that the document of the reading engine tells are those that the scorer measures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.db.reading.score import SHOWN, scored
from tests.db.reading.scoring import AFTERWARDS, TEXTS, Score

TOLD = Path(__file__).parents[3] / "db" / "reading" / "README.md"
WANTED = {  # precision and recall that the desk needs at least, on any texts
    "countries": (0.90, 0.90),
    "start dates": (0.85, 0.85),
    "people": (0.80, 0.80),
    "quotes": (0.60, 0.70),
    "rungs within one step": (0.85, 0.85),
}
FOLDERS = {"figures": TEXTS, "afterwards": AFTERWARDS}


@pytest.fixture(scope="module", params=FOLDERS)
def told_and_score(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, str, Score]:
    mark = str(request.param)
    told = TOLD.read_text("utf-8").split(f"<!-- {mark} -->")[1].split("<!-- end -->")[0].strip()
    return mark, told, scored([FOLDERS[mark]], tmp_path_factory.mktemp("told") / "score.db")


def table(score: Score) -> str:
    """The figures as the document says them."""
    head = "| | right | found | expected | precision | recall | F1 |\n|---|---|---|---|---|---|---|\n"
    return head + "\n".join(score[name].row(name) for name in SHOWN if name != "invented dates")


def test_the_document_tells_the_figures_that_are_measured(told_and_score: tuple[str, str, Score]) -> None:
    mark, told, score = told_and_score
    invented = score["invented dates"].found
    texts = len(list(FOLDERS[mark].glob("*.txt")))
    assert told == f"{table(score)}\n\nDates that the texts do not give: {invented}. Texts: {texts}."


@pytest.mark.parametrize("name", WANTED)
def test_the_figures_are_what_the_desk_needs(told_and_score: tuple[str, str, Score], name: str) -> None:
    precision, recall = WANTED[name]
    score = told_and_score[2]
    assert score[name].precision >= precision, score.wrong
    assert score[name].recall >= recall, score.wrong
