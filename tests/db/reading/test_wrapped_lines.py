"""A text reads the same however wide the page was on which its lines were broken."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db import Store
from db.reading import Reading, SourceLine, as_dossier, read_text
from db.reading.papers.heading import head_of
from db.reading.papers.unwrapping import unwrapped
from db.rows import Moment
from tests.db.reading.scoring import TEXTS

Read = Callable[[str], Reading]

MEETING = (
    "Lisbon, 4 March 2026 – Portugal's Minister of Justice received Minister Rita Calado of Cabo Verde on Tuesday."
    " The two ministers agreed to open a joint liaison office by June 2026."
)
NAMES = """The delegations were led by:

Mr João Pereira, Director General of the National Police
Ms Rita Calado, Minister of Justice of Cabo Verde
"""


def wrapped(text: str, wide: int) -> str:
    """A text whose lines below its head are filled to a width."""
    end = head_of(text).end
    lines = [
        textwrap.fill(line, wide, break_long_words=False, break_on_hyphens=False) if line.strip() else line
        for line in text[end:].split("\n")
    ]
    return text[:end] + "\n".join(lines)


def ragged(text: str) -> str:
    """A text broken where a page of letters of different widths breaks it, always at the same places."""
    chance = random.Random(7)  # noqa: S311 - for a ragged edge
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + len(word) > 80 + chance.randint(-7, 3):
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "\n".join((*lines, line))


def plain(found: Any) -> Any:
    """What was found, without where it stood and however it was spaced."""
    if isinstance(found, dict):
        return {key: plain(value) for key, value in found.items() if key not in ("sha256", "span", "body")}
    if isinstance(found, list):
        return [plain(value) for value in found]
    return " ".join(found.split()) if isinstance(found, str) else found


@pytest.mark.parametrize("wide", [60, 72])
def test_a_text_yields_the_same_when_its_lines_are_broken(empty_store: Store, wide: int) -> None:
    moment = Moment(date(2026, 11, 21), "")
    with empty_store.read() as reader:
        for path in sorted(Path(TEXTS).glob("*.txt")):
            text = path.read_text("utf-8")
            whole, broken = (
                plain(as_dossier(read_text(reader, one, source=SourceLine(), moment=moment)))
                for one in (text, wrapped(text, wide))
            )
            assert broken == whole, path.stem


@pytest.mark.parametrize(
    "lay",
    [
        lambda text: wrapped(text, 76),
        ragged,
        lambda text: text.replace("The two ", "The two\n"),
        lambda text: "> " + wrapped(text, 70).replace("\n", "\n> "),
    ],
    ids=[
        "filled",
        "as on a page of a PDF",
        "one line broken in a sentence",
        "quoted in a mail",
    ],
)
def test_a_name_over_the_end_of_a_line_is_one_name(read: Read, lay: Callable[[str], str]) -> None:
    (meeting,) = read(lay(MEETING)).meetings
    assert "Rita Calado" in [one.name for one in meeting.people]
    (outcome,) = meeting.actions
    assert outcome.quote.startswith("The two ministers agreed")


def test_people_on_lines_of_their_own_stay_apart() -> None:
    assert unwrapped(NAMES) == NAMES


def test_a_title_and_the_day_under_it_stay_apart() -> None:
    head = "The ministers of justice of Portugal and Cabo Verde met in Lisbon this week\nLisbon, 4 March 2026\n\n"
    assert unwrapped(head + wrapped(MEETING, 76)).startswith(head)


def test_items_and_headings_stay_lines() -> None:
    text = (
        "Outcomes\nThe two sides agreed on what follows after two days of talks in the\nministry of justice:\n"
        "- to open a joint liaison office in the capital of each of the two, and\n- to meet again.\n"
    )
    assert unwrapped(text) == text.replace("the\nministry", "the ministry")


def test_words_stay_where_they_were() -> None:
    text = wrapped(MEETING, 60)
    assert [len(text), text.replace("\n", " ")] == [len(unwrapped(text)), unwrapped(text)]
