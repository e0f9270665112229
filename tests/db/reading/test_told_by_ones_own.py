"""A government that tells of its own talks names its people by their offices, and speaks of other journeys too."""

from __future__ import annotations

from db.reading import Reading
from tests.db.reading.conftest import Read
from tests.db.reading.test_outcomes_told import told
from tests.db.reading.test_who_where_when import heads_of, people_of

OWN_PAGE = "https://www.gov.uk/news/talks\nThe minister's talks\n2025-03-03\n\n"
VISITOR = "The Home Secretary, Jane Roe, the Border Director, John Doe, and the Chief of Staff, Ann Poe, "


def days_of(reading: Reading) -> set[str]:
    """The days of all visits and meetings."""
    return {one.when.edtf for one in reading.visits} | {one.when.edtf for one in reading.meetings}


def test_a_journey_of_which_they_only_speak_is_not_the_event(read: Read) -> None:
    text = (
        "The security adviser Jane Roe met today with Salim Nasser, the Secretary General of Oman's Security Council,"
        " to discuss preparations for the King's upcoming trip to Kenya."
    )
    reading = read(OWN_PAGE + text, "2025-03-03")
    assert not reading.visits
    assert {*reading.meetings[0].parties} == {"OM", "GB"}


def test_a_journey_that_is_welcomed_ahead_is_not_the_event(read: Read) -> None:
    text = (
        "The adviser Jane Roe met today with Salim Nasser, the Secretary General of Oman's Security Council. "
        "Secretary General Nasser welcomed the King's visit to Muscat, noting that it would bring both closer."
    )
    assert not read(OWN_PAGE + text, "2025-03-03").visits


def test_who_meets_a_guest_at_home_is_of_the_host(read: Read) -> None:
    text = VISITOR + "met today at 10 Downing Street with Omani Prime Minister-designate Salim Nasser."
    found = people_of(read(OWN_PAGE + text, "2025-03-03"))
    assert found == {"Jane Roe": "GB", "John Doe": "GB", "Ann Poe": "GB", "Salim Nasser": "OM"}


def test_who_began_something_takes_no_part(read: Read) -> None:
    met = "Kenyan minister Asha Otieno met Ugandan minister Peter Okello in Kampala on 3 March 2025. "
    began = "They discussed jobs, such as the initiative led by Vice President Ruth Wanja."
    led = "The Kenyan delegation was led by Vice President Ruth Wanja."
    assert "Ruth Wanja" not in people_of(read(met + began, "2025-03-04"))
    assert "Ruth Wanja" in people_of(read(met + led, "2025-03-04"))


def test_the_will_of_a_people_is_no_undertaking(read: Read) -> None:
    met = "Kenyan minister Asha Otieno met Ugandan minister Peter Okello in Kampala on 3 March 2025. "
    found = told(read, met + "The minister spoke of efforts to undermine the will of the voters.")
    assert "agreed" not in [rung for rung, _ in found]


def test_a_body_through_which_two_work_together_has_not_met(read: Read) -> None:
    text = (
        "President John Doe, Jr. of Canada and Prime Minister Anna Rossi of Italy met today in Ottawa. They reaffirmed"
        " the ties between their peoples, of which the alliance through NATO is a part."
    )
    reading = read(text, "2025-03-03")
    assert {*reading.meetings[0].parties} == {"CA", "IT"}
    assert heads_of(reading) == {("CA", "John Doe"), ("IT", "Anna Rossi")}


def test_the_end_of_an_earlier_year_is_no_day_of_now(read: Read) -> None:
    text = "Kenya and Uganda signed an agreement in Kampala on relief of debts as of year-end 1993."
    assert all("2025-12" not in one.when.edtf for one in read(text, "2025-03-04").meetings)


def test_who_is_only_spoken_of_sits_at_no_table_of_a_government(read: Read) -> None:
    text = (
        "The security adviser Jane Roe received Kenyan minister Asha Otieno today. They discussed support for"
        " Ukraine's police, the training of Ukrainian officers, and the needs of Ukraine's border service."
    )
    reading = read(OWN_PAGE + text, "2025-03-03")
    met = [*reading.meetings, *(one for visit in reading.visits for one in visit.meetings)]
    assert {code for one in met for code in one.parties} == {"GB", "KE"}


def test_whom_they_look_forward_to_seeing_has_not_come(read: Read) -> None:
    text = (
        "The minister spoke to the Prime Minister of Norway, Kari Berg, this morning. They looked forward to seeing"
        " each other at the summit in Tallinn on 21 April."
    )
    meeting = read(OWN_PAGE + text, "2025-03-03").meetings[0]
    assert meeting.when.edtf == "2025-03-03"


def test_the_day_until_which_a_visit_goes_on_is_not_its_first(read: Read) -> None:
    text = (
        "Le directeur général de la police algérienne, Ali Benali, a reçu mercredi à Alger son homologue tunisien,"
        " Sami Trabelsi. La délégation tunisienne, dont la visite en Algérie se poursuit jusqu'à jeudi, ira à Blida."
    )
    reading = read(text, "2024-08-28")
    days = days_of(reading)
    assert "2024-08-22" not in days
    assert "2024-08-29" not in days


def test_what_somebody_says_after_a_meeting_was_met_for_that_day(read: Read) -> None:
    text = (
        "Italy wants to take in more workers from Kenya, Italian Ambassador Anna Rossi said on Tuesday. She was"
        " speaking to reporters after a meeting with Kenyan Home Minister Asha Otieno in Nairobi."
    )
    reading = read(text, "2025-10-09")
    assert "2025-10-07" in days_of(reading)


def test_a_minister_of_a_grand_duchy_is_somebody(read: Read) -> None:
    text = (
        "La ministre des Affaires intérieures du Grand-Duché de Luxembourg, Anne Muller, a effectué une visite de"
        " travail à Lisbonne les 23 et 24 juin 2025."
    )
    assert heads_of(read(text, "2025-06-25")) == {("LU", "Anne Muller")}
