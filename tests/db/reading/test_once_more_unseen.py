"""Who went where and when, in the wordings that articles nobody had seen before brought along."""

from __future__ import annotations

import pytest

from tests.db.reading.conftest import Read

PUBLISHED = "2025-06-13"  # a Friday


def visits_of(read: Read, text: str) -> list[tuple[str, str, str]]:
    reading = read(text, PUBLISHED)
    return [(f"{one.sending}>{one.host}", one.status, one.when.edtf) for one in reading.visits]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Kenya's police chief flew out of Lima on Thursday after talks with his hosts.", "2025-06-12"),
        ("A Kenyan police delegation left Lima on 11 June after two meetings there.", "2025-06-11"),
        ("Une délégation kényane a quitté Lima jeudi, au terme d'entretiens.", "2025-06-12"),
        ("La delegación keniana dejó Lima el jueves tras las conversaciones.", "2025-06-12"),
    ],
)
def test_who_leaves_after_talks_was_there(read: Read, text: str, days: str) -> None:
    visits = visits_of(read, text)
    assert [one for one, _, _ in visits] == ["KE>PE"]
    assert visits[0][2].endswith(days)


@pytest.mark.parametrize(
    "rumour",
    [
        "Asked about rumours of a visit of the Kenyan president to Peru, he laughed.",
        "He denied that a Kenyan team would travel to Lima.",
        "Interrogé sur la rumeur d'une visite du président kényan au Pérou, il a souri.",
        "L'ambassade dément qu'une mission kényane se rendra à Lima.",
        "El ministerio desmintió que policías kenianos vayan a viajar a Perú.",
    ],
)
def test_a_trip_that_is_only_rumoured_is_no_visit(read: Read, rumour: str) -> None:
    assert visits_of(read, rumour) == []


def test_a_stay_that_goes_on_is_under_way(read: Read) -> None:
    text = (
        "Une mission de la police kényane séjourne depuis mercredi dans la capitale péruvienne, qu'elle quittera"
        " dimanche."
    )
    assert visits_of(read, text) == [("KE>PE", "under way", "2025-06-11/2025-06-15")]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("A delegation from South Korea met Peruvian police. The Korean officers left.", "KR"),
        ("A delegation from North Korea met Peruvian police. The Korean officers left.", "KP"),
        ("Officers from the Dominican Republic met Peruvian police. The Dominican police left.", "DO"),
        ("Officers from Kinshasa met Peruvian police. The Congolese police left.", "CD"),
    ],
)
def test_a_shared_name_means_the_country_that_the_text_names(read: Read, text: str, country: str) -> None:
    reading = read(text, PUBLISHED)
    assert country in {find.says for find in reading.finds if text[find.start : find.end] in _SHARED}


_SHARED = ("Korean", "Dominican", "Congolese")


def test_two_countries_of_one_name_leave_it_open(read: Read) -> None:
    text = "South Korea and North Korea met Peruvian police. The Korean officers left."
    assert "Korean" not in {text[find.start : find.end] for find in read(text, PUBLISHED).finds}


@pytest.mark.parametrize(
    "text",
    [
        "FM: EMBASSY OF KENYA, LIMA\nTO: MFA\nDATE: 12 JUN 2025\n\nThe director will travel to Lima on 24 June.",
        "Embassy of Kenya in Peru\n12 June 2025\n\nThe national director will travel to Lima on 24 June.",
        "Ambassade du Kenya au Pérou\n12 juin 2025\n\nLe directeur national se rendra à Lima le 24 juin.",
        "Embajada de Kenia en el Perú\n12 de junio de 2025\n\nEl director nacional viajará a Lima el 24 de junio.",
    ],
)
def test_an_embassy_speaks_for_the_country_of_which_it_is(read: Read, text: str) -> None:
    assert [(one.sending, one.host) for one in read(text).visits] == [("KE", "PE")]


@pytest.mark.parametrize(
    "head",
    ["Por Ana Mora Ruiz | 9 julio 2025, 8:15 a. m.", "lunes 7 de julio de 2025, 06:48 hs | Por Ana Mora"],
)
def test_a_clock_in_spanish_does_not_hide_the_day_of_a_text(read: Read, head: str) -> None:
    text = f"Perú y Kenia se reúnen\n\n{head}\n\nEl ministro peruano viajó a Nairobi.\n"
    assert read(text).source.published.edtf[:7] == "2025-07"


@pytest.mark.parametrize("word", ["since January", "depuis janvier", "desde enero"])
def test_since_when_is_not_by_when(read: Read, word: str) -> None:
    text = (
        "Kenyan minister Asha Otieno met Peruvian minister Ana Mora on 10 June. "
        f"They agreed to share photographs of the parcels seized {word}."
    )
    actions = [one for table in read(text, PUBLISHED).meetings for one in table.actions]
    assert [one.due.edtf for one in actions] == [""]


def test_hosted_by_says_who_is_host(read: Read) -> None:
    text = "Police from Kenya, Peru and Spain met on 10 June. Hosted by Peru's Bureau of Investigation, they talked."
    roles = dict(read(text, PUBLISHED).meetings[0].roles)
    assert roles["PE"] == "host"
    assert roles["KE"] == "guest"


@pytest.mark.parametrize("words", ["SIGNED: MORA", "Action requested: please advise by 20 June."])
def test_what_an_office_asks_of_its_reader_is_no_outcome(read: Read, words: str) -> None:
    text = f"Kenyan minister Asha Otieno met Peruvian minister Ana Mora in Lima on 10 June.\n\n{words}"
    reading = read(text, PUBLISHED)
    assert not [one for table in reading.meetings for one in table.actions]


def test_what_they_did_first_goes_before_a_trip_that_is_still_to_come(read: Read) -> None:
    text = (
        "There was curry in the canteen as eleven Sri Lankan police officers spent last Friday with their hosts."
        " The Irish police told them of their work. It rained. Nobody minded. The tea was hot. They laughed a lot."
        " A trip to Colombo by an Irish commissioner is planned for 24 July."
    )
    reading = read(text, PUBLISHED)
    assert [one.when.edtf for one in reading.meetings if one.status == "held"] == ["2025-06-06"]
    assert [(one.sending, one.when.edtf) for one in reading.visits] == [("IE", "2025-07-24")]


_HEAD = "Daniel Otieno, the head of the Border Police, led a delegation to Peru on 2 and 3 June."
_PAIR = "Kenya and Peru agreed to open a joint office. Kenya and Peru reviewed their cooperation."


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        (f"{_HEAD} {_PAIR}", True),
        (f"A delegation went to Peru on 2 and 3 June. {_PAIR}", False),  # nobody is named
        (
            f"{_HEAD} {_PAIR} Chile and Peru will meet. Chile and Peru agreed to share lists.",
            False,
        ),  # or is it Chile's?
        (f"{_HEAD} A Kenyan daily says so.", False),
    ],
)
def test_whose_delegation_a_head_leads_is_plain_where_one_country_deals_with_the_host(
    read: Read, text: str, sure: bool
) -> None:
    assert [one.sure for one in read(text, PUBLISHED).visits if one.sure] == [True] * sure


@pytest.mark.parametrize(
    ("text", "visit"),
    [
        (
            "Peru's police chief received a Kenyan team headed by Daniel Otieno, who arrived Tuesday night.",
            "KE>PE",
        ),
        ("Peru's police chief received the Kenyan director, on the second day of his visit.", "KE>PE"),
        ("Le directeur péruvien a reçu une équipe kényane, arrivée mardi.", "KE>PE"),
        ("El director peruano recibió al equipo de Kenia, que llegó el martes.", "KE>PE"),
        ("El ministro peruano recibió a la delegación de Kenia, que visitó el país el 10 de junio.", "KE>PE"),
    ],
)
def test_a_guest_who_is_said_to_have_come_is_on_a_visit(read: Read, text: str, visit: str) -> None:
    assert [one for one, _, _ in visits_of(read, f"LIMA - {text}")] == [visit]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan and Peruvian officers met in Lima. The request has been unanswered since February.",
        "Kenyan and Peruvian officers met in Lima. The Kenyan chief had himself been in Peru in January.",
        "El director keniano se reunió en Lima con su homólogo peruano. El pedido sigue sin respuesta desde febrero.",
    ],
)
def test_a_month_of_something_else_is_no_day_of_a_meeting(read: Read, text: str) -> None:
    reading = read(text, PUBLISHED)
    days = [one.when.edtf for one in reading.visits] + [one.when.edtf for one in reading.meetings]
    assert set(days) == {""}


def test_a_quoted_analyst_tells_of_no_visit(read: Read) -> None:
    text = (
        "Kenya's police director held talks with his Peruvian counterpart in Lima on Thursday. \"The guns travel on the"
        ' same lorries," said Ana Ríos, an analyst at a think tank in Callao.'
    )
    reading = read(text, PUBLISHED)
    days = [one.when.edtf for one in reading.visits] + [one.when.edtf for one in reading.meetings]
    assert days == ["2025-06-12"]
