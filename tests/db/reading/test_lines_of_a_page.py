"""However its lines were broken, set in or quoted, a text is the same one, and only what is told counts."""

from __future__ import annotations

import textwrap

import pytest

from tests.db.reading.conftest import Read

TITLE = "Joint statement of the ministers of justice of Portugal and of Cabo Verde on a liaison office"
STORY = (
    "LISBON: Minister of Justice João Pereira Nunes of Portugal received the Minister of Justice of Cabo Verde, Rita"
    " Calado, on 3 March 2026. The two ministers agreed to open a joint liaison office by June 2026. They also"
    " discussed the return of migrants and the training of security experts of the two countries."
)
BEFORE, AFTER = (
    "Lisbon, 4 March 2026 – Minister Rita Calado of Cabo Verde met her Portuguese counterpart on Tuesday.",
    "The ministers discussed irregular migration.",
)
OTHER = "Spain and Morocco signed a police agreement in Madrid on Monday"


def filled(wide: int, sign: str = "") -> str:
    """The text as a page of some width has it, with a sign in front of every line."""
    lines = [*textwrap.wrap(TITLE, wide), "", *textwrap.wrap(STORY, wide)]
    return "\n".join(f"{sign}{line}" for line in lines)


@pytest.mark.parametrize("wide", [60, 72, 80])
@pytest.mark.parametrize("sign", ["", "> ", ">> ", "    "], ids=["plain", "quoted", "quoted twice", "set in"])
def test_title_and_names_go_over_the_ends_of_lines(read: Read, wide: int, sign: str) -> None:
    found, whole = read(filled(wide, sign)), read(f"{TITLE}\n\n{STORY}")
    assert found.source.title == TITLE
    assert found.source.sha256 == whole.source.sha256
    (meeting,), (same,) = found.meetings, whole.meetings
    assert [one.as_printed for one in meeting.people] == [one.as_printed for one in same.people]
    assert [one.quote for one in meeting.actions] == [one.quote for one in same.actions]
    assert meeting.when == same.when


def test_the_places_of_quoted_words_are_those_of_the_text_that_came(read: Read) -> None:
    text = filled(60, "> ")
    (meeting,) = read(text).meetings
    for one in meeting.actions:
        words = text[one.span.start : one.span.end].replace("\n> ", " ")
        assert words == one.quote


def test_a_year_behind_the_end_of_a_line_belongs_to_its_day(read: Read) -> None:
    found = read(
        f"Portugal receives the Minister of Justice\n\nPress office of the ministry, Lisbon, 4 March\n2026\n\n{STORY}"
    )
    assert found.source.published.edtf == "2026-03-04"


@pytest.mark.parametrize(
    "line",
    ["Read also: {}", "READ MORE: {}", "À lire aussi : {}", "Lire aussi | {}", "Lea también: {}",
     "Te puede interesar: {}", "اقرأ أيضًا: {}", "Related:\n{}", "Share this\n{}", "Partager cet article\n{}",
     "Lo más leído\n- {}", "Subscribe to our newsletter\n{}"],
)  # fmt: skip
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_the_story_goes_on_behind_a_line_that_leads_to_another_text(
    read: Read, line: str, between: str
) -> None:
    text = between.join((BEFORE, line.format(OTHER), AFTER))
    found = read(text)
    (meeting,) = found.meetings
    assert meeting.parties == ("CV", "PT")
    assert [one.rung for one in meeting.actions] == ["discussed"]
    assert OTHER in " ".join(text[start:end] for start, end in found.aside)
