"""The day on which a text came out, in every form in which heads and last lines give it, and never an update."""

from __future__ import annotations

import pytest

from tests.db.reading.conftest import Read

STORY = "\n\nKenyan minister Asha Otieno met her Ugandan counterpart, Peter Okello, in Kampala yesterday.\n"
HEADS = (
    "Otieno in Kampala\nStaff Correspondent, Nairobi\nPublished: 12 June 2025, 18:42\nShare this article  Facebook",
    "Ministry of the Interior, Kenya\n12.6.2025 9.15 | Published in English on 12.6.2025\nPress release\n\nTalks",
    "REPUBLIC OF KENYA\nPOLICE\nNairobi Administration\n\nNews | 12.06.2025. | 13:30\n\nTalks in Kampala",
    "UNCLASSIFIED\n\nFM EMBASSY KAMPALA\nTO CAPITAL\nDTG 121045Z JUN 25\n\nSUBJ: TALKS",
    "Otieno à Kampala\nDe notre envoyé spécial, Jean Roux\nMis en ligne le 12/06/2025 à 18:05 | Lecture : 3 min",
    "Otieno à Kampala\nMis à jour le 14/06/2025 à 10h00 - Publié le 12/06/2025 à 08h00",
    "Otieno en Kampala\nMinisterio del Interior de Kenia\nJueves, 12 de junio de 2025\n\nComunicado N.º 214",
    "Nota de prensa\nOtieno en Kampala\nOficina General de Comunicación\n\n12 de junio de 2025 - 5:40 p. m.",
    "Otieno en Kampala\nActualizado: 14/06/2025 10:12\nCreado: 12/06/2025",
    "Readout of the talks in Kampala\nGovernment Offices, Ministry of Justice\nNairobi, 12 June 2025",
    "Otieno Concludes Visit\nOffice of Public Affairs\nNairobi\nThursday, June 12, 2025\nFOR IMMEDIATE RELEASE",
    "Otieno in Kampala\nTHE COURIER | National\nBy Thoko Mbewe\nThursday, 12 June 2025, 6:42 am",
    "Otieno in Kampala\nPosted on June 12, 2025 by admin",
    "Otieno in Kampala\n2025-06-12T08:33:00Z",
    "Otieno in Kampala\nThu 12 Jun 2025 06.00 CEST\nLast modified on Fri 13 Jun 2025 08.12 CEST",
)
FEET = (
    "Nairobi, 12 June 2025",
    "Kampala, 12 de junio de 2025",
    "Fait à Kampala, le 12 juin 2025",
    "Done in Kampala on 12 June 2025 in two copies, in English.",
    "© 2025 Ministry. Last updated: 14/06/2025\nPublished: 12/06/2025",
)


@pytest.mark.parametrize("head", HEADS)
def test_the_head_of_a_text_tells_when_it_came_out(read: Read, head: str) -> None:
    assert read(head + STORY).source.published.edtf == "2025-06-12"


def test_what_was_yesterday_counts_from_the_day_that_the_head_tells(read: Read) -> None:
    reading = read(HEADS[0] + STORY)
    (event,) = reading.meetings
    assert event.when.edtf == "2025-06-11"


@pytest.mark.parametrize("foot", FEET)
def test_the_last_lines_of_a_text_tell_when_it_came_out(read: Read, foot: str) -> None:
    assert read(f"Otieno in Kampala{STORY}\n{foot}\n").source.published.edtf == "2025-06-12"


@pytest.mark.parametrize(
    "lines",
    [
        "Otieno in Kampala\nLast updated: 14 June 2025",
        "Otieno in Kampala\n[Photo: The ministers on 11 June 2025. © KNA]",
        "Otieno in Kampala\n© 14 June 2025 Kenya News",
    ],
)
def test_an_update_a_photo_or_a_copyright_is_no_day_of_publication(read: Read, lines: str) -> None:
    assert read(lines + STORY).source.published.edtf == ""


def test_the_name_of_a_paper_above_the_day_is_not_its_title(read: Read) -> None:
    reading = read(
        f"Nairobi Police Administration\n\nNews | 12.06.2025.\n\nTalks about cattle thieves held{STORY}"
    )
    assert reading.source.title == "Talks about cattle thieves held"
