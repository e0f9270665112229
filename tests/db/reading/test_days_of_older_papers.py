"""Days of long before, which belong to a paper that a text names, and towns of another day's event."""

from __future__ import annotations

from tests.db.reading.conftest import Read, events_of


def test_the_day_of_an_old_memorandum_is_not_that_of_the_meeting(read: Read) -> None:
    text = (
        "The head of Kenya's customs, Ali Otieno, met the head of Oman's customs in Muscat. He underlined that the "
        "memorandum of understanding, which was signed on 23 April 2007, should be brought up to date."
    )
    (meeting,) = read(text, "2024-05-09").meetings
    assert meeting.when.edtf == ""


def test_a_text_that_begins_with_an_old_day_is_of_that_day(read: Read) -> None:
    text = "The customs chiefs of Kenya and Oman met in Muscat on 23 April 2007 and discussed a memorandum."
    found = read(text, "2024-05-09")
    assert [event.when.edtf for event in events_of(found)] == ["2007-04-23"]


def test_the_town_of_another_day_is_not_where_they_met(read: Read) -> None:
    text = (
        "Omani and Kenyan customs officials held a meeting on 27 June 2024 on joint patrols. "
        "On 3 June 2024 Oman's navy and Kenya's navy signed a memorandum in Mombasa."
    )
    assert read(text, "2024-06-29").meetings[0].place == ""
