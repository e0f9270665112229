"""Pages as the sites of papers show them: their address, the day above them, captions, and who is met where."""

from __future__ import annotations

import pytest

from db.dates import PartialDate
from db.reading.papers.address import came_out, day_in
from tests.db.reading.conftest import Read, countries_of, events_of, people_of


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://paper.com/2016/10/07/minister-a594645.html", "2016-10-07"),
        ("https://paper.com/index.php/2016/8/1/minister", "2016-08-01"),
        ("http://www.paper.fr/afrique/20180419-guinee-algerie", "2018-04-19"),
        ("https://www.paper.com.pk/27-Nov-2023/delegation-visits", "2023-11-27"),
        ("https://paper.com/news/2024-03-20/content_117072791.shtml", "2024-03-20"),
        ("https://paper.com/article/38354", ""),
        ("https://www.sub.cl/n9809_07-05-2021.html", "2021-05-07"),
        ("https://paper.com/2016/13/45/minister", ""),
        ("https://paper.com/fr/actualites/128212", ""),
        ("", ""),
    ],
)
def test_the_day_in_an_address_is_found(address: str, day: str) -> None:
    assert day_in(address).edtf == day


def test_the_day_of_an_address_stands_before_the_one_on_which_the_page_was_looked_at() -> None:
    address = "https://paper.com/2016/10/07/minister"
    assert came_out(PartialDate("2024-03-29"), address).edtf == "2016-10-07"
    assert came_out(PartialDate("2016-10-09"), address).edtf == "2016-10-09"
    assert came_out(PartialDate("2016-10"), address).edtf == "2016-10"
    assert came_out(PartialDate(), address).edtf == "2016-10-07"


def test_the_day_above_the_page_of_an_old_item_does_not_resolve_its_words(read: Read) -> None:
    found = read(
        "https://paper.gt/index.php/2016/08/10/discutiran-lucha\ndomingo , 24 noviembre 2024\nMinistros"
        " coordinan acciones"
        "\n\nLos ministros de Gobernación de Guatemala, Honduras y El Salvador se reunirán este viernes en El"
        " Salvador, en"
        " donde discutirán la lucha contra la delincuencia organizada."
    )
    (meeting,) = found.meetings
    assert (countries_of(meeting), meeting.when.edtf) == ({"GT", "HN", "SV"}, "2016-08-12")
    assert [code for code, role in meeting.roles if role == "host"] == ["SV"]
    assert [one.rung for one in meeting.actions] == ["noted"]


def test_a_dateline_with_its_state_and_country_in_brackets_is_where_and_when_a_text_was_written(
    read: Read,
) -> None:
    found = read(
        "India and Bangladesh on customs\n29 June 2024\n\nShillong (Meghalaya) [India], June 29 : India and"
        " Bangladesh held the"
        " 7th Joint Group of Customs meeting in Shillong on June 27-28. The Bangladesh delegation was led by"
        " Md Kamal Uddin,"
        " Commissioner of Customs."
    )
    (event,) = events_of(found)
    assert event.when.edtf == "2024-06-27/2024-06-28"
    assert {one.name for one in people_of(found)} == {"Md Kamal Uddin"}


def test_the_ambassador_of_the_union_sits_for_the_union(read: Read) -> None:
    found = read(
        "https://www.mdi.gov.py/2022/09/06/ministro\nMinistro recibió al embajador\n\nEl Ministro del"
        " Interior, Federico A."
        " Godoy, recibió al Embajador de la Unión Europea, S.E. Javier de Vidal, oportunidad en la que"
        " analizaron la lucha"
        " contra el crimen organizado."
    )
    (event,) = events_of(found)
    assert countries_of(event) == {"PY", "EU"}
    assert {one.name: one.country for one in people_of(found)} == {
        "Federico A. Godoy": "PY",
        "Javier de Vidal": "EU",
    }


@pytest.mark.parametrize(
    ("aside", "nobody"),
    [
        ("[Photo by Pang Liwei/Agency]", "Pang Liwei"),
        ("Foto: Pang Liwei.", "Pang Liwei"),
        (
            "Cette visite sert nos deux chefs d'État que sont Son Excellence Issa Sow et Son Excellence Moussa Ba.",
            "Sow",
        ),
    ],
)
def test_who_took_the_picture_or_is_only_a_head_of_state_was_not_there(
    read: Read, aside: str, nobody: str
) -> None:
    found = read(
        "China and Peru\n20 March 2024\n\nChinese Minister of Public Security Wang Xiao met Juan Paz,"
        " Commissioner of the"
        f" Peruvian National Police, in Beijing on Tuesday. {aside} They agreed to train officers."
    )
    assert not [one.name for one in people_of(found) if nobody in one.name]


def test_what_will_be_done_is_told_with_what_it_is_done_to(read: Read) -> None:
    found = read(
        "China and Peru\n20 March 2024\n\nA Chinese delegation met Juan Paz, Commissioner of the Peruvian"
        " National Police, in"
        " Lima on Tuesday. The Chinese delegation affirmed that cooperation between Lima Police and Beijing"
        " Police will be"
        " boosted in the future."
    )
    (event,) = events_of(found)
    (action,) = event.actions
    assert "cooperation between Lima Police and Beijing Police will be boosted" in action.quote


def test_a_line_with_a_town_and_a_day_below_the_day_of_publication_is_when_it_was_written(read: Read) -> None:
    found = read(
        "Ministers hold talks\nPublished: 06:11 am Feb 19, 2020\n\nKathmandu, February 18\nForeign Minister"
        " Pradeep Gyawal,"
        " who is on an official visit to Bangladesh, today held talks with his Bangladeshi counterpart AK"
        " Abdul Moin in Dhaka."
        " Nepal and Bangladesh agreed to open a border post."
    )
    (event,) = events_of(found)
    assert (event.when.edtf, found.source.published.edtf) == ("2020-02-18", "2020-02-19")
    assert {one.name: one.country for one in people_of(found)} == {
        "Pradeep Gyawal": "NP",
        "AK Abdul Moin": "BD",
    }


def test_a_visit_that_the_title_tells_is_on_the_day_with_which_the_text_begins(read: Read) -> None:
    found = read(
        "Nepalese foreign secretary leaves for Dhaka\nOctober 7, 2017\n\nShankar Bairag and his Bangladeshi counterpart"
        " Shahid Haque will hold a meeting in Dhaka on Sunday. The two sides will discuss trade and transit."
    )
    (visit,) = found.visits
    assert (visit.sending, visit.host, visit.status, visit.when.edtf) == ("NP", "BD", "planned", "2017-10-08")


def test_a_committee_at_home_on_a_treaty_with_another_country_is_no_sure_meeting_of_both(read: Read) -> None:
    found = read(
        "Committee reviews treaty\n17 January 2022\n\nA meeting of the Special Ministerial Committee regarding the"
        " extradition treaty between Pakistan and Peru was held in Islamabad on Monday with Interior Minister"
        " Rashid Aman in"
        " the chair. The committee decided that an agreement between Pakistan and Peru will be signed."
    )
    assert not any(one.sure for one in events_of(found))


def test_both_who_are_in_the_chair_together_are_heads(read: Read) -> None:
    found = read(
        "Ethiopia and South Africa\n31 July 2023\n\nEthiopia and South Africa signed an agreement on extradition today."
        " Minister of Justice of Ethiopia, Gedion Tadesse, and Minister of Cooperation of South Africa, Nala"
        " Pando, signed it."
        " Deputy Prime Minister of Ethiopia Demeke Mekuria and Minister of Cooperation of South Africa, Nala"
        " Pando, co-chaired"
        " the Joint Ministerial Committee meeting."
    )
    assert {one.name for one in people_of(found) if one.head} == {"Demeke Mekuria", "Nala Pando"}


def test_the_results_of_an_earlier_visit_are_no_visit(read: Read) -> None:
    found = read(
        "Talks with the new ambassador\n4 June 2025\n\nIraqi Foreign Minister Fuad Hasan received the new"
        " British Ambassador"
        " to Iraq, Stephen Hitch, on Tuesday. The two sides discussed the results of the recent visit of the"
        " Foreign Minister"
        " and the accompanying delegation to Britain."
    )
    (event,) = events_of(found)
    assert countries_of(event) == {"GB", "IQ"}
    assert not found.visits or found.visits[0].host == "IQ"
    assert {one.name: one.country for one in people_of(found)} == {"Fuad Hasan": "IQ", "Stephen Hitch": "GB"}


def test_the_ambassadors_of_several_countries_sit_for_them(read: Read) -> None:
    found = read(
        "Credentials\n4 June 2025\n\nSudan's Foreign Minister, Prof. Ibrahim Gandur, received on Tuesday copies of the"
        " credentials of the Ambassadors of Azerbaijan, Malta and Albania. They discussed the situation in the country."
    )
    (event,) = events_of(found)
    assert countries_of(event) == {"SD", "AZ", "MT", "AL"}


def test_two_of_one_office_are_told_apart_by_the_countries_for_which_they_sat(read: Read) -> None:
    found = read(
        "México y Paraguay\n26 de agosto de 2016\n\nEl presidente de México, Enrique Peral, recibió el viernes"
        " en Ciudad de"
        " México a su homólogo de Paraguay, Horacio Manuel Carta. En la reunión estuvieron presentes los"
        " cancilleres Claudia"
        " Ruiz Masera por México, y Eladio Loiza Cabral por Paraguay, entre otros funcionarios."
    )
    assert {one.name: one.country for one in people_of(found)} == {
        "Enrique Peral": "MX",
        "Horacio Manuel Carta": "PY",
        "Claudia Ruiz Masera": "MX",
        "Eladio Loiza Cabral": "PY",
    }


def test_what_is_said_at_a_meeting_is_said_on_the_day_of_the_sentence_before(read: Read) -> None:
    found = read(
        "Cooperation\n28 October 2023\n\nPakistan's Interior Minister Rashid Aman on Wednesday said that training"
        " of officers would go on. During a meeting with Major General Bello Sani (retired), Minister for Defence of"
        " Nigeria, Aman said that both countries face the same threat."
    )
    (event,) = events_of(found)
    assert countries_of(event) == {"PK", "NG"}
    assert event.when.edtf == "2023-10-25"
    assert {one.name: one.country for one in people_of(found)} == {"Rashid Aman": "PK", "Bello Sani": "NG"}
