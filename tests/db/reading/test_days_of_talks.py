"""The days of the talks inside a visit, told apart from those of the visit."""

from __future__ import annotations

import pytest

from tests.db.reading.conftest import Read

VISIT = (
    "VALLETTA, 12 June 2025 - The Minister of the Interior of Slovenia, Mr. Bostjan Kranjc, was in Malta"
    " from 9 to 11 June 2025."
)


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("On 10 June he met the Minister for Home Affairs of Malta, Ms. Carmen Zahra.", "2025-06-10"),
        ("On Tuesday he met the Minister for Home Affairs of Malta, Ms. Carmen Zahra.", "2025-06-10"),
        (
            (
                "He met the Minister for Home Affairs of Malta, Ms. Carmen Zahra. The two ministers signed a protocol "
                "on 11 June."
            ),
            "2025-06-11",
        ),
        ("He met the Minister for Home Affairs of Malta, Ms. Carmen Zahra, and spoke with her.", ""),
        (
            "He met the Minister for Home Affairs of Malta, Ms. Carmen Zahra, on 10 June and again on 11 June.",
            "",
        ),
        (
            "He met the Minister for Home Affairs of Malta, Ms. Carmen Zahra. On 10 June he toured the port.",
            "",
        ),
    ],
)
def test_talks_inside_a_visit_have_the_day_that_the_text_tells_for_them(
    read: Read, told: str, day: str
) -> None:
    (visit,) = read(f"{VISIT} {told}").visits
    assert visit.when.edtf == "2025-06-09/2025-06-11"
    assert [meeting.when.edtf for meeting in visit.meetings] == [day]
    assert [meeting.date_span is not None for meeting in visit.meetings] == [bool(day)]


def test_whom_a_guest_also_met_does_not_sit_there_on_that_day(read: Read) -> None:
    (visit,) = read(
        f"{VISIT} On 10 June he met the Minister for Home Affairs of Malta, Ms. Carmen Zahra. He also met the Speaker"
        " of the House, Mr. Paul Borg."
    ).visits
    tables = [(one.when.edtf, {person.name for person in one.people}) for one in visit.meetings]
    assert tables == [
        ("2025-06-10", {"Carmen Zahra", "Bostjan Kranjc"}),
        ("", {"Paul Borg", "Bostjan Kranjc"}),
    ]
