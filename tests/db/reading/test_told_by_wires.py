"""Items of wires and ministries: whose wire it was, who goes to whose ministry, who signs, what they will talk of."""

from __future__ import annotations

import pytest

from tests.db.reading.conftest import Read, countries_of, events_of


def test_the_country_in_the_name_of_a_wire_takes_no_part(read: Read) -> None:
    text = (
        "(WIRE - Kuwait News Agency (KUNA)) MUSCAT, May 8 (KUNA) -- Oman's interior minister held talks on Wednesday "
        "with his Kenyan counterpart on the port police."
    )
    (event,) = events_of(read(text, "2024-05-08"))
    assert countries_of(event) == {"OM", "KE"}


def test_the_site_in_front_of_a_story_is_its_publisher(read: Read) -> None:
    found = read(
        "Highlands.Net - Omani and Kenyan police signed a memorandum on ports in Muscat.", "2024-05-08"
    )
    assert found.source.publisher == "Highlands.Net"
    (outcome,) = found.meetings[0].actions
    assert outcome.quote.startswith("Omani and Kenyan police")


def test_a_delegation_at_a_ministry_is_on_a_visit(read: Read) -> None:
    text = (
        "A delegation of the Ministry of the Interior of Kenya visited the Ministry of the Interior of Oman."
    )
    (visit,) = read(text, "2024-05-08").visits
    assert (visit.sending, visit.host) == ("KE", "OM")


def test_those_in_brackets_behind_their_ministers_all_take_part(read: Read) -> None:
    text = "Los ministros de la región (Guatemala, Honduras y El Salvador) se reunieron el 8 de mayo de 2024."
    (meeting,) = read(text, "2024-05-09").meetings
    assert set(meeting.parties) == {"GT", "HN", "SV"}


def test_a_town_in_brackets_behind_somebody_is_no_side(read: Read) -> None:
    text = (
        "El director de la policía de Chile llegó a Madrid el 8 de mayo de 2024 para reunirse con su homólogo español. "
        "El jefe chileno saldrá el viernes hacia Lyon (Francia)."
    )
    assert all("FR" not in (visit.sending, visit.host) for visit in read(text, "2024-05-08").visits[:1])


def test_an_embassy_tells_nothing_of_where_they_met(read: Read) -> None:
    text = "According to Oman's Embassy in Kenya, Omani and Kenyan police held talks on 8 May 2024 on the port police."
    (event,) = events_of(read(text, "2024-05-09"))
    assert event.place == ""


def test_two_who_sign_together_sign_for_both_sides(read: Read) -> None:
    text = (
        "Oman's police chief Ali Salim received a delegation from Kenya, led by General John Otieno, in Muscat on "
        "8 May 2024. Ali Salim and General John Otieno then signed a memorandum."
    )
    found = read(text, "2024-05-09")
    tables = [*found.meetings, *(table for visit in found.visits for table in visit.meetings)]
    sides = {one.name: one.country for table in tables for one in table.people}
    assert sides == {"Ali Salim": "OM", "John Otieno": "KE"}


def test_what_they_will_sign_stands_beside_what_they_will_discuss(read: Read) -> None:
    text = (
        "A Kenyan delegation will visit Oman on 8 May 2024. The sides will discuss the port police and will sign a "
        "declaration of intent."
    )
    told = [(one.rung, one.quote) for one in read(text, "2024-05-02").visits[0].actions]
    assert told == [
        ("noted", "The sides will discuss the port police"),
        ("agreed", "will sign a declaration of intent."),
    ]


def test_whom_somebody_will_meet_is_no_outcome(read: Read) -> None:
    text = (
        "El ministro de Chile se encuentra de visita en Perú, donde se reunirá con autoridades de la policía."
    )
    found = read(text, "2024-05-08")
    assert [one for event in events_of(found) for one in event.actions] == []


@pytest.mark.parametrize(
    "behind",
    [", the official news agency OMN reported.", ", Highland reports referring to the ministry."],
)
def test_who_reported_it_is_no_part_of_an_outcome(read: Read, behind: str) -> None:
    text = "Oman's and Kenya's ministers agreed on 8 May 2024 to open a joint port office"
    (outcome,) = read(text + behind, "2024-05-09").meetings[0].actions
    assert outcome.quote.endswith("open a joint port office")


def test_a_long_line_is_a_paragraph_be_it_without_a_stop(read: Read) -> None:
    first = (
        "Oman's interior minister held talks on Wednesday with his Kenyan counterpart on the port police and on the "
        "framework agreement between the two ministries, and on the training of its officers in the coming year"
    )
    text = f"{first}\nThe ministry said in a statement that both sides agreed to open an office."
    outcomes = read(text, "2024-05-08").meetings[0].actions
    assert [one.quote.split()[-1] for one in outcomes] == ["year", "office."]


def test_the_days_of_a_congress_are_not_those_of_the_visit(read: Read) -> None:
    text = (
        "A delegation of Oman's police left for Kenya on 8 May 2024. "
        "The delegation will attend a congress to be held on 11 and 12 May 2024 in Nairobi."
    )
    assert read(text, "2024-05-08").visits[0].when.edtf == "2024-05-08"


def test_the_way_home_is_no_visit_and_what_was_signed_today_comes_first(read: Read) -> None:
    text = (
        "Omani Customs today (May 8) signed an arrangement with the Customs Service of Kenya in Nairobi, Kenya. The "
        "head of Omani Customs, Ali Salim, will visit Uganda tomorrow before returning to Oman."
    )
    found = read(text, "2024-05-08")
    assert [(one.sending, one.host, one.status) for one in found.visits] == [("OM", "UG", "planned")]
    assert [(set(one.parties), one.when.edtf) for one in found.meetings] == [({"OM", "KE"}, "2024-05-08")]


def test_visiting_officials_are_of_the_country_that_owns_them(read: Read) -> None:
    text = (
        "According to Oman's Embassy in Kenya, Oman's visiting police officials signed a memorandum with their Kenyan "
        "counterparts."
    )
    (visit,) = read(text, "2024-05-08").visits
    assert (visit.sending, visit.host, visit.place) == ("OM", "KE", "")
