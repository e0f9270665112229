"""The United States under the short names of papers, which are everyday words or broken by points."""

from __future__ import annotations

import pytest

from tests.db.reading.conftest import Read


@pytest.mark.parametrize(
    "sentence",
    [
        "Oman and the US held talks on port security in Muscat on 8 May 2024.",
        "US and Omani customs officials met in Muscat on 8 May 2024.",
        "Los ministros de Omán y EE.UU. se reunieron en Mascate el 8 de mayo de 2024.",
        "Los ministros de Omán y de EE. UU. se reunieron en Mascate el 8 de mayo de 2024.",
    ],
)
def test_the_us_is_a_country(read: Read, sentence: str) -> None:
    (meeting,) = read(sentence, "2024-05-09").meetings
    assert set(meeting.parties) == {"OM", "US"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Omani and Kenyan ministers met on 8 May 2024, and one of them told us of it.",
        "Oman and Kenya signed an accord worth US$5 million on 8 May 2024.",
        "The Omani and Kenyan ministers met on 8 May 2024. THEY TOLD US OF IT.",
    ],
)
def test_us_is_no_country_where_it_is_the_everyday_word(read: Read, sentence: str) -> None:
    (meeting,) = read(sentence, "2024-05-09").meetings
    assert set(meeting.parties) == {"OM", "KE"}
