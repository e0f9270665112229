"""Where the guests of a meeting go on to, and the day of a dateline with its year."""

from __future__ import annotations

import pytest

from tests.db.reading.conftest import Read, events_of


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("ROME, November 6, 2024 - ", "2024-11-05"),
        ("ROME, Italy, November 6, 2024 – ", "2024-11-05"),
        ("ROME, Nov. 6, 2024 (ABC) -- ", "2024-11-05"),
    ],
)
def test_the_day_of_a_dateline_with_its_year_is_that_of_writing(read: Read, dateline: str, day: str) -> None:
    found = read(
        f"{dateline}Uruguay's Minister Ana Lamas met Italy's Minister Sandro Bella in Rome on Tuesday."
    )
    assert [one.when.edtf for one in events_of(found)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        (
            "ROME, November 6, 2024 - Uruguay's Minister Ana Lamas met Italy's Minister Sandro Bella in"
            " Rome on Tuesday. She will continue to Paris on Thursday, where the French minister will receive her."
        ),
        (
            "Rome, le 6 novembre 2024 - La ministre uruguayenne de l'Intérieur, Ana Lamas, a rencontré mardi à Rome le"
            " ministre italien de l'Intérieur, Sandro Bella. Elle poursuivra sa tournée jeudi à Paris."
        ),
        (
            "Roma, 6 de noviembre de 2024 - La ministra de Uruguay, Ana Lamas, se reunió el martes en Roma con"
            " el ministro del Interior de Italia, Sandro Bella. Lamas continuará su agenda este jueves en París."
        ),
    ],
)
def test_the_guest_of_a_meeting_goes_on_and_not_its_host(read: Read, text: str) -> None:
    found = read(text)
    (visit,) = found.visits
    assert (visit.sending, visit.host, visit.status, visit.when.edtf) == ("UY", "FR", "planned", "2024-11-07")
    assert [meeting.when.edtf for meeting in found.meetings] == ["2024-11-05"]
