"""What stands above a text and around its sentences: whose paper it is, of which day, and who came with whom."""

from __future__ import annotations

import pytest

from db.commitments import lexicon
from db.commitments.reading import propose_each
from tests.db.reading.conftest import Read
from tests.db.reading.scoring import TEXTS


@pytest.mark.parametrize(
    "line",
    [
        "By Our Correspondent | Kathmandu | Sept 27, 2024",
        "27 September 2024 · by Security Notes",
        "Katmandou, 27 sept. 2024 (AMP)",
        "Mis en ligne le vendredi 27 septembre 2024",
    ],
)
def test_the_day_beside_a_byline_is_that_of_publication(read: Read, line: str) -> None:
    found = read(
        f"Police chiefs talk about gold\n{line}\n\nThe police chiefs of Nepal and India met in Kathmandu."
    )
    assert found.source.published.edtf == "2024-09-27"
    assert found.source.title == "Police chiefs talk about gold"


def test_the_day_of_something_else_is_not_that_of_publication(read: Read) -> None:
    found = read("On the visit of 3 May 2024\n\nThe police chiefs of Nepal and India met in Kathmandu.")
    assert found.source.published.edtf == ""


def test_the_day_above_minutes_is_the_one_on_which_they_met(read: Read) -> None:
    text = (
        "MINUTES\n5th Philippines–Indonesia Working Group on Terrorism\nManado, 21 May 2025\n\n"
        "Item 1. Sea\nThe Philippines and Indonesia agreed to set up a contact line.\n"
        "Action: Indonesia to circulate a draft protocol by 15 July 2025."
    )
    (meeting,) = read(text).meetings
    assert (meeting.when.edtf, meeting.place) == ("2025-05-21", "Manado")
    assert [(one.rung, one.quote, one.due.edtf) for one in meeting.actions] == [
        ("agreed", "The Philippines and Indonesia agreed to set up a contact line.", ""),
        ("agreed", "Indonesia to circulate a draft protocol by 15 July 2025.", "2025-07-15"),
    ]


def test_a_paper_need_not_name_the_country_of_its_own_letterhead(read: Read) -> None:
    text = (
        "ZAMBIA POLICE SERVICE\nPRESS RELEASE\nLusaka, 14 November 2024 - The Inspector General, Mr. Grayson Chanda,"
        " has left for Gaborone, where he will meet the Commissioner of Police on 15 November 2024."
    )
    (visit,) = read(text).visits
    assert (visit.sending, visit.host, visit.status, visit.when.edtf) == ("ZM", "BW", "planned", "2024-11-15")
    assert read(text).source.publisher == "ZAMBIA POLICE SERVICE"


def test_without_a_letterhead_the_place_of_a_press_release_speaks_for_it_but_not_surely(read: Read) -> None:
    text = "PRESS RELEASE\n\nLusaka, 14 November 2024 - The Inspector General has travelled to Botswana."
    (visit,) = read(text).visits
    assert (visit.sending, visit.host, visit.sure) == ("ZM", "BW", False)


def test_the_day_on_which_they_met_goes_before_last_week(read: Read) -> None:
    text = (
        "Colonel Lam Nguyen, director of Vietnam's drugs police, was in Singapore last week for talks."
        " He met with the bureau's director on 28 November."
    )
    (visit,) = read(text, "2023-12-03").visits
    assert visit.when.edtf == "2023-11-28"


def test_a_weekday_tells_the_year_of_its_day(read: Read) -> None:
    text = "Portuguese Interior Minister Rita Calado arrives in Morocco on Tuesday 10 February."
    (visit,) = read(text, "2026-02-06").visits
    assert (visit.when.edtf, visit.status) == ("2026-02-10", "planned")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Costa Rica's minister Ana Solano will not travel to Panama on 13 March, as was planned.",
            "cancelled",
        ),
        (
            "Georgia and Armenia will reopen a post, their ministers said on Tuesday after talks in Tbilisi.",
            "held",
        ),
    ],
)
def test_what_will_be_done_is_not_what_was_done(read: Read, text: str, status: str) -> None:
    found = read(text, "2025-03-11")
    visits = [(one.status, one.when.edtf) for one in found.visits]
    (event,) = [*visits, *((one.status, one.when.edtf) for one in found.meetings)]
    assert event == (status, "2025-03-13" if status == "cancelled" else "2025-03-11")


def test_who_accompanies_travels_too_and_who_invites_does_not(read: Read) -> None:
    text = (
        "Kenya's Interior Secretary, Hon. Wanjiru Kamau, visited Tanzania on 4 March 2025 at the invitation of the"
        " Minister of Home Affairs, Hon. Juma Mwakalinga. She was accompanied by the Inspector-General of Police,"
        " Mr. Elijah Sang, and the Director of Immigration, Ms. Fatuma Noor."
    )
    (visit,) = read(text).visits
    assert [one.name for one in visit.people] == ["Wanjiru Kamau", "Elijah Sang", "Fatuma Noor"]
    hosts = [one.name for one in visit.meetings[0].people if one.country == "TZ"]
    assert hosts == ["Juma Mwakalinga"]


def test_a_town_that_is_a_surname_too_is_one_only_where_somebody_is_in_it(read: Read) -> None:
    text = "Chile's minister Rodrigo Alcántara met Argentina's minister Lucía Mendoza in Mendoza on 3 March 2025."
    (meeting,) = read(text).meetings
    assert meeting.place == "Mendoza"
    assert {one.name for one in meeting.people} == {"Rodrigo Alcántara", "Lucía Mendoza"}


def test_a_verb_keeps_the_apostrophe_that_it_is_written_with() -> None:
    (found,) = propose_each("Ils ont convenu d’organiser des patrouilles.", ("fr",))
    assert (found.verb, found.rung) == ("ont convenu d’", "agreed")


@pytest.mark.parametrize(
    ("words", "rung"),
    [
        ("Les parties ont par ailleurs évoqué la situation.", "discussed"),
        ("Les deux services vont désormais tenir une visioconférence.", "agreed"),
        ("Las partes se mostraron dispuestas a compartir datos.", "proposed"),
        ("The two ministers directed their services to hold meetings.", "agreed"),
        ("Solheim said she would consider it.", "proposed"),
    ],
)
def test_verbs_are_heard_with_what_stands_between(words: str, rung: str) -> None:
    assert rung in {one.rung for one in propose_each(words)}


def test_looking_verbs_up_by_their_first_letters_misses_none() -> None:
    for path in TEXTS.glob("*.txt"):
        low = path.read_text("utf-8").lower()
        for verb in lexicon.verbs():
            for found in verb.pattern.finditer(low):
                letters = lexicon.beginnings().match(low, found.start())
                assert letters is not None, found.group()
                assert verb in lexicon.beginning_with(letters.group()), found.group()
