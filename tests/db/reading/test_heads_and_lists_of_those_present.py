"""Days of heads of many forms, lists of those present line by line, and what a cable says twice."""

from __future__ import annotations

import pytest

from db.reading import Reading
from db.reading.proposals import ReadMeeting, ReadVisit
from tests.db.reading.conftest import Read, events_of, people_of

MET = "The customs chiefs of Oman and Kenya met in Muscat on 8 May and agreed to share names."
REUNIS = "Les chefs des douanes d'Oman et du Kenya se sont réunis hier à Mascate et ont décidé de partager des noms."


def quotes(found: Reading) -> list[str]:
    """The words of every outcome."""
    tables = [*found.meetings, *(table for visit in found.visits for table in visit.meetings)]
    events: list[ReadVisit | ReadMeeting] = [*found.visits, *tables]
    return [one.quote for event in events for one in event.actions]


@pytest.mark.parametrize(
    ("head", "body", "published", "day"),
    [
        (
            "Customs chiefs meet\nPublished: 09.05.2024. 16:42\nCustoms Service",
            MET,
            "2024-05-09",
            "2024-05-08",
        ),
        ("FM: MUSCAT MUSC0014 09MAY24\nTO: NAIROBI\nSUBJ: Customs talks", MET, "2024-05-09", "2024-05-08"),
        (
            "Douanes : rencontre à Mascate\nLa Gazette – Édition du jeudi 9 mai 2024 – Rubrique Société",
            REUNIS,
            "2024-05-09",
            "2024-05-08",
        ),
        ("MINUTES\nJoint Customs Working Group, Oman and Kenya\n8 May 2024", MET, "2024-05-08", "2024-05-08"),
        (
            "Ambassade de France à Mascate\nLa semaine de l'ambassade, n° 16\nSemaine du 5 au 11 mai 2024",
            "Le directeur français des douanes, Jean Morel, s'est rendu à Mascate le 8 mai.",
            "",
            "2024-05-08",
        ),
    ],
)
def test_a_head_tells_the_day_in_many_forms(
    read: Read, head: str, body: str, published: str, day: str
) -> None:
    found = read(f"{head}\n\n{body}")
    assert (found.source.published.edtf, events_of(found)[0].when.edtf) == (published, day)


PRESENT = """MINUTES
Third Meeting of the Joint Customs Working Group, Oman Customs and Kenya Revenue Authority
8 May 2024

Venue: Oman Customs Headquarters, Main Street, Muscat
Time: 09:30 to 12:45

Present
For Oman Customs:
Mr. Salim Said, Additional Director General (Enforcement) (Chair)
Ms. Noor Amri, Director, Legal Affairs
For the Kenya side:
Mr. Ali Otieno, Deputy Commissioner General (Head of delegation)
Apologies: Mr. John Mwangi, High Commission of Kenya

1. Opening
The minutes of the second meeting (Nairobi, 12 September 2023) were adopted without change.
2. Cargo
It was agreed that manifests will be exchanged a day before arrival.
"""


def test_those_present_are_of_the_side_above_their_line(read: Read) -> None:
    found = read(PRESENT)
    told = {one.name: (one.country, one.head) for one in people_of(found)}
    assert told == {"Salim Said": ("OM", True), "Noor Amri": ("OM", False), "Ali Otieno": ("KE", True)}


def test_the_venue_tells_where_they_met_and_who_was_host(read: Read) -> None:
    event = events_of(read(PRESENT))[0]
    assert isinstance(event, ReadMeeting)
    assert (event.place, dict(event.roles)["OM"], event.when.edtf) == ("Muscat", "host", "2024-05-08")


def test_how_every_sitting_begins_is_no_outcome(read: Read) -> None:
    assert quotes(read(PRESENT)) == ["It was agreed that manifests will be exchanged a day before arrival."]


def test_the_summary_of_a_cable_is_told_once(read: Read) -> None:
    text = (
        "FM EMBASSY MUSCAT\nTO NAIROBI\nSUBJECT: CUSTOMS TALKS\nDATE: 9 May 2024\n\n"
        "SUMMARY: Ambassador met the customs chief on 8 May. He asked for help with forensic training. Kenya "
        "will pay for "
        "the fuel of the boats. END SUMMARY.\n\n"
        "1. The Kenyan ambassador to Oman, Jane Otieno, met the chief of the Omani customs, Salim Said, in "
        "Muscat on 8 May.\n"
        "2. Said requested four places at the Kenyan laboratory. He proposed a call each month.\n"
        "3. The two sides agreed to share lists of boats. They discussed the port of Salalah.\n"
    )
    told = quotes(read(text))
    assert "He asked for help with forensic training." not in told
    assert any(quote.startswith("Kenya will pay for the fuel") for quote in told)


def test_who_did_not_come_is_not_there(read: Read) -> None:
    text = MET + " The head of the exporters of Kenya, director John Mwangi, who did not attend, welcomed it."
    assert "John Mwangi" not in {one.name for one in people_of(read(text, "2024-05-09"))}


def test_what_somebody_wants_signed_is_not_signed(read: Read) -> None:
    text = MET + " Oman wants the customs memorandum signed this year."
    assert not [quote for quote in quotes(read(text, "2024-05-09")) if "memorandum" in quote]


def test_the_journey_of_goods_is_nobodys_visit(read: Read) -> None:
    text = (
        "El ministro del Interior de Paraguay, Luis Soto, recibió a su par de Uruguay, Juan Paz, en Asunción el 3 de "
        "septiembre de 2025. El ministro Soto explicó que la aduana recibirá la lista de cada barcaza antes "
        "de su llegada a "
        "Montevideo."
    )
    hosts = [
        one.host if isinstance(one, ReadVisit) else dict(one.roles)
        for one in events_of(read(text, "2025-09-03"))
    ]
    assert hosts == [{"PY": "host", "UY": "guest"}]


def test_the_next_one_is_set_for_a_day(read: Read) -> None:
    text = (
        "Le ministre malgache de la Sécurité, Jean Rakoto, a reçu le 3 juillet 2024 à Antananarivo le "
        "ministre comorien Ali "
        "Said. La dernière réunion s'est tenue en mai 2022. La prochaine est fixée au 12 novembre, à Moroni."
    )
    planned = [one.when.edtf for one in events_of(read(text, "2024-07-04")) if one.status == "planned"]
    assert planned == ["2024-11-12"]
