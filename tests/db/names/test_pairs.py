"""How often two names are rightly said to be alike: measured on pairs collected by hand, and told in db/names."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from db.names.compare import LIKELY, compare

PAIRS = Path(__file__).parent / "pairs.csv"
TOLD = Path(__file__).parents[3] / "db" / "names" / "README.md"
LEAST = {
    "tuned on": (0.94, 0.95),
    "held out": (0.94, 0.89),
}  # precision and recall, a little below the measured


class Measured(NamedTuple):
    """What became of some pairs."""

    pairs: int
    same: int
    right: int  # same, and said to be alike
    wrong: int  # different, and said to be alike

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / self.same

    def row(self, half: str) -> str:
        """As the document says it."""
        counts = (self.pairs, self.same, self.right, self.wrong, self.same - self.right)
        return f"| {half} | {' | '.join(map(str, counts))} | {self.precision:.3f} | {self.recall:.3f} |"


def pairs() -> list[dict[str, str]]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def halves() -> dict[str, list[dict[str, str]]]:
    found = pairs()
    return {"tuned on": found[0::2], "held out": found[1::2], "both": found}


def measure(some: Sequence[dict[str, str]]) -> Measured:
    said = [(pair["same"] == "yes", compare(pair["one"], pair["other"]).score >= LIKELY) for pair in some]
    return Measured(
        len(said),
        sum(same for same, _ in said),
        sum(same and alike for same, alike in said),
        sum(alike and not same for same, alike in said),
    )


def test_there_are_enough_pairs_of_both_kinds_and_none_twice() -> None:
    found = pairs()
    assert len(found) >= 300
    assert {pair["same"] for pair in found} == {"yes", "no"}
    assert sum(pair["same"] == "no" for pair in found) >= 100
    assert all(pair["why"] for pair in found)
    assert len({frozenset((pair["one"], pair["other"])) for pair in found}) == len(found)


@pytest.mark.parametrize("half", LEAST)
def test_names_of_one_person_are_found_and_those_of_others_mostly_not(half: str) -> None:
    measured = measure(halves()[half])
    precision, recall = LEAST[half]
    assert measured.precision >= precision
    assert measured.recall >= recall


@pytest.mark.parametrize("half", [*LEAST, "both"])
def test_the_document_says_what_is_measured(half: str) -> None:
    assert measure(halves()[half]).row(half) in TOLD.read_text("utf-8").splitlines()


def test_it_does_not_matter_which_name_comes_first() -> None:
    for pair in pairs():
        there = compare(pair["one"], pair["other"])
        back = compare(pair["other"], pair["one"])
        assert there.score == pytest.approx(back.score), pair
