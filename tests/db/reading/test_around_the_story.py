"""What pages print around a story: how often it was shared, what they ask of the reader, titles of other stories."""

from __future__ import annotations

import pytest

from db.reading.papers.layout import page_of
from db.reading.papers.unwrapping import unwrapped
from db.reading.sentences import sentences

STORY = "The interior ministers of Oman and Kenya met in Muscat on 8 May 2024. They agreed to open an office."


def around(text: str) -> str:
    """What of a text only stands around it."""
    page = page_of(text, lambda _: False)
    return "\n".join(text[one.start : one.end].strip() for one in page.aside)


def test_how_often_a_story_was_shared_is_no_part_of_it() -> None:
    assert around(f"Ministers meet in Muscat\n\n{STORY}\n\n0\n1517\n\n{STORY}") == "0\n1517"


@pytest.mark.parametrize(
    "line",
    [
        "Síguenos en nuestras redes para recibir todas las noticias",
        "Mantente informado a toda hora. ¡Descarga nuestra app!",
        "Deja un comentario",
        "Tu dirección de correo electrónico no será publicada.",
        "Click here to know more about this meeting",
        "Les commentaires sont désactivés pour cet article",
        "Leave a reply",
    ],
)
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_what_a_page_asks_of_its_reader_is_no_part_of_the_story(line: str, between: str) -> None:
    long = " ".join([STORY] * 5)
    assert around(f"Ministers meet in Muscat\n\n{long}{between}{line}") == line


def test_titles_of_other_stories_at_the_end_are_no_part_of_it() -> None:
    titles = (
        "Lawmaker proposes to hold a conference on the fisheries of the region\n"
        "Membership of the bank helps the islands to carry out reforms, says its head"
    )
    text = f"Ministers meet in Muscat\n\n{STORY}\n\n{STORY}\n\n{titles}"
    assert around(text) == titles


def test_where_and_when_a_statement_was_done_stays_in_it() -> None:
    done = "Done in Muscat on the eighth of May 2024 in two originals\nFor the Ministry of the Interior of the Republic"
    assert around(f"Joint statement\n\n{STORY}\n\n{STORY}\n\n{done}") == ""


def test_a_line_that_ends_with_a_small_word_goes_on() -> None:
    wrapped = "They will hold in the month of May and in the city of Muscat a session of the\nPort Group."
    assert "of the Port Group" in unwrapped(wrapped)
    assert len(list(sentences(wrapped, 0, len(wrapped)))) == 1
