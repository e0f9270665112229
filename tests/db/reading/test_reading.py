"""What a reading says, and above all what it does not."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import BadInput, Store
from db.drafts import Dossier
from db.reading import SourceLine, as_dossier, read_text
from db.rows import Moment
from tests.db.making import count, entered
from tests.db.reading.conftest import Read
from tests.db.reading.scoring import TEXTS

VISIT = (
    "Portuguese Interior Minister Rita Calado travelled to Morocco on 4 and 5 March to discuss migration. "
    "She met with Moroccan Interior Minister Omar Berrada in Rabat. "
    "The ministers agreed to open a joint liaison office by the end of 2026 and discussed visa fraud."
)


def test_a_visit_is_put_together_from_many_sentences(read: Read) -> None:
    (visit,) = read(VISIT, "2026-03-06").visits
    assert (visit.sending, visit.host, visit.status, visit.place) == ("PT", "MA", "held", "Rabat")
    assert (visit.when.edtf, visit.when.basis) == ("2026-03-04/2026-03-05", "inferred")
    assert [(one.name, one.post, one.head) for one in visit.people] == [
        ("Rita Calado", "Portuguese Interior Minister", True)
    ]
    assert [one.name for one in visit.meetings[0].people if one.country == "MA"] == ["Omar Berrada"]
    assert [(one.rung, one.due.edtf) for one in visit.actions] == [
        ("agreed", "2026-12-31"),
        ("discussed", ""),
    ]


def test_without_a_publication_date_the_year_stays_open_and_weekdays_stay_words(read: Read) -> None:
    assert read(VISIT).visits[0].when.edtf == "XXXX-03-04/XXXX-03-05"
    (visit,) = read(VISIT.replace("on 4 and 5 March", "last Wednesday")).visits
    assert (visit.when.edtf, visit.when.text) == ("", "last Wednesday")


def test_a_year_is_the_one_before_where_the_day_would_still_be_to_come(read: Read) -> None:
    assert (
        read(VISIT.replace("4 and 5 March", "30 December"), "2026-01-04").visits[0].when.edtf == "2025-12-30"
    )


def test_the_day_on_which_somebody_said_so_is_not_the_day_of_the_visit(read: Read) -> None:
    text = "Spanish police chief Ana Rojo will visit Morocco, the ministry said on Tuesday."
    (visit,) = read(text, "2026-03-06").visits
    assert (visit.status, visit.when.edtf, visit.when.text) == ("planned", "", "")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("visited Spain on 3 May 2025", "held"),
        ("will visit Spain on 3 May 2025", "planned"),
        ("has postponed her visit to Spain on 3 May 2025", "postponed"),
        ("has cancelled her visit to Spain on 3 May 2025", "cancelled"),
    ],
)
def test_a_visit_that_is_off_or_to_come_is_not_held(read: Read, words: str, status: str) -> None:
    (visit,) = read(f"Moroccan minister Salma Idrissi {words}.", "2025-04-20").visits
    assert (visit.sending, visit.host, visit.status, visit.when.edtf) == ("MA", "ES", status, "2025-05-03")


def test_a_post_without_a_name_is_a_participant_without_one(read: Read) -> None:
    text = (
        "Moroccan police chief Omar Berrada visited Spain on 3 May 2025. He met with Spain's Director General of the"
        " Civil Guard and the Commissioner General for Intelligence."
    )
    (meeting,) = read(text).visits[0].meetings
    posts = [(one.name, one.post, one.country) for one in meeting.people if one.country == "ES"]
    assert posts == [
        ("", "Director General of the Civil Guard", "ES"),
        ("", "Commissioner General for Intelligence", "ES"),
    ]


def test_a_co_host_of_something_else_is_no_party(read: Read) -> None:
    text = "Spanish officials visited Morocco. They discussed the World Cup, which Spain will co-host with Portugal."
    found = read(text)
    assert [(one.sending, one.host) for one in found.visits] == [("ES", "MA")]
    assert found.visits[0].meetings == ()


def test_a_purpose_is_no_outcome(read: Read) -> None:
    text = "French police chief Luc Morel visited Spain on 3 May 2025. The visit aims to sign an agreement on visas."
    (visit,) = read(text).visits
    assert visit.actions == ()
    assert visit.purpose == "sign an agreement on visas"


def test_what_observers_say_fills_nothing(read: Read) -> None:
    text = "French police chief Luc Morel visited Spain on 3 May 2025. Analysts say the two agreed to ban all drones."
    assert read(text).visits[0].actions == ()


def test_a_country_that_is_only_discussed_is_no_party(read: Read) -> None:
    text = (
        "The foreign ministers of Spain and Portugal met in Madrid on 3 May 2025."
        " They discussed the situation in Sudan and the war in Ukraine."
    )
    (meeting,) = read(text).meetings
    assert set(meeting.parties) == {"ES", "PT"}


def test_an_earlier_meeting_goes_to_the_background(read: Read) -> None:
    text = VISIT + " In 2019 the Moroccan minister had visited Portugal."
    found = read(text, "2026-03-06")
    assert len(found.visits) == 1
    assert found.background == ("In 2019 the Moroccan minister had visited Portugal.",)


def test_every_quote_is_the_words_at_its_offsets(read: Read) -> None:
    for path in sorted(TEXTS.glob("*.txt")):
        text = path.read_text("utf-8")
        found = read(text)
        actions = [one for visit in found.visits for one in visit.actions]
        actions += [one for meeting in found.meetings for one in meeting.actions]
        assert all(text[one.span.start : one.span.end] == one.quote for one in actions)


def test_banners_around_a_text_are_set_aside(read: Read) -> None:
    banner = "This website uses cookies. We agreed to share them with Spain."
    text = f"{VISIT}\n\n{banner}\n\nYou might also like: Japan visits China"
    found = read(text)
    assert len(found.aside) == 2
    assert len(found.visits) == 1
    assert all("cookies" not in one.text for one in found.visits[0].actions)


def test_an_official_of_the_store_is_linked_by_any_spelling(empty_store: Store) -> None:
    official = {"name": "Umar Barrada", "country": "MA", "names": [{"name": "Omar Berrada"}]}
    entered(empty_store, {"officials": [official]})
    with empty_store.read() as reader:
        found = read_text(reader, VISIT, source=SourceLine(), moment=Moment(date(2026, 11, 21), ""))
    dossier = as_dossier(found)
    assert "Umar Barrada" in [one["name"] for one in dossier["officials"]]


def test_the_dossier_enters_a_store_with_its_quotes(empty_store: Store, read: Read) -> None:
    dossier = as_dossier(read(VISIT, "2026-03-06"))
    Dossier.from_plain(dossier)
    entered(empty_store, dossier)
    assert [count(empty_store, table) for table in ("visit", "meeting", "action")] == [1, 1, 2]
    assert (
        count(empty_store, "citation", "record_kind = 'action' AND quote <> '' AND span_start IS NOT NULL")
        == 2
    )


def test_the_same_text_is_known_again_also_when_it_is_wrapped_anew(empty_store: Store, read: Read) -> None:
    assert read(VISIT).known_source == ""
    entered(empty_store, as_dossier(read(VISIT)))
    assert read(VISIT).known_source
    assert read(VISIT.replace(". ", ".\n")).known_source
    assert read(f"{VISIT} More.").known_source == ""


def test_a_text_that_a_source_holds_is_known(empty_store: Store, read: Read) -> None:
    entered(empty_store, {"source": {"key": "s1", "title": "One", "body": VISIT}})
    assert read(VISIT).known_source == "s1"
    assert read(VISIT.replace(". ", ".\n")).known_source == "s1"


def test_nothing_to_read_is_said(read: Read) -> None:
    with pytest.raises(BadInput, match="no text"):
        read(" \n ")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            [*VISIT.split(), "\n", "\n\n", "1.", "—", "(", "«", "’s", "الرباط", "\x00", "de", "2030"]
        ),
        max_size=60,
    )
)
def test_any_text_is_read_and_makes_a_dossier_that_drafts_accept(read: Read, words: list[str]) -> None:
    text = f"{' '.join(words)} x"
    Dossier.from_plain(as_dossier(read(text, "2026-03-06")))


def test_a_long_text_takes_time_in_proportion(read: Read) -> None:
    def seconds(times: int) -> float:
        text = "\n\n".join([VISIT] * times)
        start = time.process_time()
        read(text)
        return time.process_time() - start

    seconds(5)  # patterns are compiled by then
    assert seconds(400) < 40 * max(seconds(40), 0.02)
