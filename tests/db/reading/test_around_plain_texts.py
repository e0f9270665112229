"""What stands around a text is set aside in plain text as on a page of the web, and nothing of the text with it."""

from __future__ import annotations

import pytest

from tests.db.reading.conftest import Read

STORY = (
    "Lisbon, 4 March 2026 – Minister Rita Calado of Cabo Verde met her Portuguese counterpart on Tuesday."
    " They agreed to open a joint liaison office."
)
MORE = "The ministers also discussed irregular migration."
OTHERS = "Spain and Morocco signed a police agreement in Madrid on Monday"


@pytest.mark.parametrize(
    "words",
    ["You might also like", "Related articles:", "Read also:", "À lire aussi", "Sur le même sujet",
     "Te puede interesar", "Noticias relacionadas", "اقرأ أيضا"],
)  # fmt: skip
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_titles_of_other_texts_are_no_part_of_this_one(read: Read, words: str, between: str) -> None:
    titles = f"{words}{between}{OTHERS}{between}France sends its interior minister to Algeria"
    text = f"{STORY}\n\n{titles}\n\n{MORE}\n"
    found = read(text)
    (meeting,) = found.meetings
    assert meeting.parties == ("CV", "PT")
    assert [one.rung for one in meeting.actions] == ["agreed", "discussed"]  # the story goes on behind them
    aside = " ".join(text[start:end] for start, end in found.aside)
    assert {words, OTHERS} <= {line.strip() for line in aside.replace(OTHERS, f"\n{OTHERS}\n").split("\n")}


def test_a_link_under_a_paragraph_takes_nothing_of_it_away(read: Read) -> None:
    found = read(f"{STORY}\n\n{MORE}\nRead more: Portugal and Cabo Verde\nShare this article\n")
    assert [one.rung for one in found.meetings[0].actions] == ["agreed", "discussed"]
    assert len(found.aside) == 1
