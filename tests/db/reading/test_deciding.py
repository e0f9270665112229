"""Deciding on a draft, and what enters of it."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import BadInput, Store
from db.commands.reading import Entered, enter_reading
from db.dates import PartialDate
from db.reading import SourceLine, read_text
from db.reading.draft.again import recognise
from db.reading.draft.dating import accept_offer, decline_offer, offer_dates, offered
from db.reading.draft.deciding import (
    add_meeting,
    add_topic,
    file_sentence,
    leave,
    take,
    take_sure,
    take_unseen,
    undecided,
)
from db.reading.draft.items import Item, Items, above, children, from_text, to_text
from db.reading.draft.proposing import proposals_of
from db.reading.draft.writing import written
from db.reading.proposals import Span
from db.rows import Moment
from tests.db.making import count, entered

TODAY = date(2026, 11, 21)
TEXT = (
    "Portuguese Interior Minister Rita Calado travelled to Morocco on 4 and 5 March. "
    "She met with Moroccan Interior Minister Omar Berrada in Rabat. "
    "The ministers agreed to open a joint liaison office by the end of 2026 and discussed visa fraud. "
    "Spanish and Portuguese experts explored ways to share data on forged papers."
)
SENTENCES = [Span(0, 79), Span(80, 141), Span(142, 238), Span(239, len(TEXT))]


def draft(store: Store, text: str = TEXT) -> Items:
    with store.read() as reader:
        moment = Moment(TODAY, "MA")
        reading = read_text(reader, text, source=SourceLine(), moment=moment)
        return recognise(reader, proposals_of(reading, text, this_year=2026), text, moment)


def enter(store: Store, items: Items, text: str = TEXT) -> Entered:
    with store.write("read") as session:
        return enter_reading(session, written(items, text), today=TODAY)


def numbered(items: Items, kind: str) -> list[int]:
    return [one.id for one in items if one.kind == kind]


def test_what_took_place_stands_before_what_is_to_come(empty_store: Store) -> None:
    text = (
        "Kenya's interior minister, Ali Otieno, met his Omani counterpart, Salim Said, in Muscat on 8 May 2024. "
        "Salim Said will visit Nairobi on 12 September 2024."
    )
    events = [one for one in draft(empty_store, text) if one.kind in ("visit", "meeting")]
    assert [(one.kind, one.values["status"]) for one in events] == [("meeting", "held"), ("visit", "planned")]


def test_taking_an_outcome_takes_the_visit_that_it_came_of(empty_store: Store) -> None:
    items = draft(empty_store)
    agreed = next(one for one in items if one.values.get("rung") == "agreed")
    items = take(items, [agreed.id])
    assert {one.kind for one in items if one.state == "taken"} == {"source", "field", "visit", "outcome"}
    entered_ = enter(empty_store, items)
    assert entered_.outcomes == 1
    assert count(empty_store, "visit") == 1
    assert count(empty_store, "participant") == 0


def test_taking_a_visit_takes_its_facts_and_no_outcome(empty_store: Store) -> None:
    items = draft(empty_store)
    items = take(items, numbered(items, "visit"))
    enter(empty_store, items)
    assert count(empty_store, "visit", "date_edtf = 'XXXX-03-04/XXXX-03-05'") == 1
    assert count(empty_store, "official") == 1
    assert count(empty_store, "action") == 0


def test_leaving_a_visit_out_leaves_all_of_it_out(empty_store: Store) -> None:
    items = take_sure(draft(empty_store))
    items = leave(items, numbered(items, "visit"))
    assert written(items, TEXT).visits == ()


def test_a_reading_enters_as_one_step_with_its_words(empty_store: Store) -> None:
    found = enter(empty_store, take_sure(draft(empty_store)))
    assert [ref for _, ref in found.made] == ["V-2026-001"]
    with empty_store.read() as reader:
        quotes = reader.all("SELECT field, quote FROM citation WHERE record_kind = 'visit' ORDER BY field")
    assert ("date", "4 and 5 March") in quotes
    assert all(quote in TEXT for _, quote in quotes)


def test_the_quotes_stand_at_their_offsets(empty_store: Store) -> None:
    enter(empty_store, take_sure(draft(empty_store)))
    with empty_store.read() as reader:
        rows = reader.all("SELECT quote, span_start, span_end FROM citation WHERE quote <> ''")
    assert rows
    assert all(TEXT[start:end] == quote for quote, start, end in rows)


def test_a_sentence_with_several_outcomes_is_filed_whole_where_none_has_that_rung(empty_store: Store) -> None:
    items, number = file_sentence(draft(empty_store), SENTENCES[2], TEXT[142:238], "noted")
    whole = next(one for one in items if one.id == number)
    assert whole.values["quote"] == TEXT[142:238]
    assert [one.state for one in items if one.kind == "outcome" and one.spans[0].start < 239].count(
        "left"
    ) == 2


def test_a_meeting_inside_the_visit_knows_its_third_party(empty_store: Store) -> None:
    items, number = add_meeting(draft(empty_store), SENTENCES[3], ["MA", "PT", "ES"])
    meeting = next(one for one in items if one.id == number)
    assert meeting.values["roles"] == {"MA": "host", "PT": "guest", "ES": "third"}
    assert [one.values["rung"] for one in children(items, number, "outcome")] == ["explored"]


def test_the_publication_offers_each_date_once(empty_store: Store) -> None:
    items = offer_dates(draft(empty_store), date(2026, 3, 6))
    (visit,) = [one for one in offered(items) if one.name == "date"]
    assert visit.values["offer"]["value"] == "2026-03-04/2026-03-05"
    taken = accept_offer(items, visit.id)
    assert not [one for one in offered(taken) if one.name == "date"]
    declined = decline_offer(items, visit.id)
    assert next(one for one in declined if one.id == visit.id).value == "XXXX-03-04/XXXX-03-05"


def test_unseen_a_visit_that_may_be_another_one_is_left_to_an_officer(empty_store: Store) -> None:
    entered(
        empty_store,
        {"visits": [{"ref": "V-2026-001", "sending": "PT", "host": "MA", "date": "2026-03-06"}]},
    )
    items = take_unseen(draft(empty_store))
    assert written(items, TEXT).visits == ()
    assert "It may be V-2026-001" in " ".join(one.why for one in undecided(items))


def test_an_outcome_that_is_there_gains_the_words_and_no_twin(empty_store: Store) -> None:
    visit = {
        "ref": "V-2026-001",
        "sending": "PT",
        "host": "MA",
        "date": "2026-03-04/2026-03-05",
        "actions": [{"ref": "A-2026-001", "text": "Open a joint liaison office in 2026", "rung": "agreed"}],
    }
    entered(empty_store, {"visits": [visit]})
    enter(empty_store, take_sure(draft(empty_store)))
    assert count(empty_store, "visit") == 1
    assert count(empty_store, "action", "rung = 4") == 1
    assert count(empty_store, "citation", "record_kind = 'action' AND quote LIKE '%joint liaison%'") == 1


TABLE = (
    "The foreign ministers of Spain and Portugal met in Madrid on 3 May 2025."
    " They agreed to open a joint office in Faro."
)


@pytest.mark.parametrize("text_is_right", [True, False])
def test_a_meeting_that_is_there_gains_a_source_and_the_officer_chooses(
    empty_store: Store, text_is_right: bool
) -> None:
    known = {"ref": "M-2025-001", "parties": ["PT", "ES"], "date": "2025-05-03", "place": "Toledo"}
    entered(empty_store, {"meetings": [known]})
    items = take_sure(draft(empty_store, TABLE))
    (clash,) = [one for one in items if one.kind == "clash"]
    assert (clash.values["here"], clash.values["there"]) == ("Toledo", "Madrid")
    found = enter(empty_store, take(items, [clash.id]) if text_is_right else items, TABLE)
    assert (found.made, [ref for _, ref in found.gained]) == ((), ["M-2025-001"])
    place = "Madrid" if text_is_right else "Toledo"
    assert count(empty_store, "meeting", f"place = '{place}'") == 1
    assert count(empty_store, "action", "meeting_id = 1") == 1
    assert count(empty_store, "citation", "record_kind = 'meeting' AND field = 'place'") == 1


def test_a_known_official_keeps_the_posts_that_the_store_knows(empty_store: Store) -> None:
    held = [{"post": "Minister of the Interior", "organisation": "Government"}]
    entered(empty_store, {"officials": [{"name": "Rita Calado", "country": "PT", "tenures": held}]})
    enter(empty_store, take_sure(draft(empty_store)))
    assert count(empty_store, "tenure", "official_id = 1") == 1
    assert count(empty_store, "participant", "official_id = 1 AND post_id = 1") == 2
    assert count(empty_store, "participant", "as_printed = 'Rita Calado, Portuguese Interior Minister'") == 2


def test_what_somebody_else_wrote_into_a_kept_draft_is_refused() -> None:
    with pytest.raises(BadInput):
        from_text("[[1, 2]]")
    with pytest.raises(BadInput):
        from_text("nonsense")


def test_a_date_with_a_weekday_and_no_year_names_the_years_that_fit(empty_store: Store) -> None:
    text = TEXT.replace("on 4 and 5 March", "last Wednesday, or March 4")
    date_ = next(one for one in draft(empty_store, text) if one.name == "date")
    assert PartialDate(date_.value).yearless
    assert date_.why == "It is a Wednesday in 2026, 2020, 2015, 2009."


_DEEDS = st.lists(
    st.tuples(st.sampled_from(["take", "leave", "sure", "file", "meeting", "topic"]), st.integers(0, 60)),
    max_size=12,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_DEEDS)
def test_whatever_is_decided_can_be_kept_and_written(
    empty_store: Store, deeds: list[tuple[str, int]]
) -> None:
    items = draft(empty_store)
    for deed, number in deeds:
        one = items[number % len(items)].id
        sentence = SENTENCES[number % len(SENTENCES)]
        match deed:
            case "take":
                items = take(items, [one])
            case "leave":
                items = leave(items, [one])
            case "sure":
                items = take_sure(items)
            case "file":
                items, _ = file_sentence(items, sentence, TEXT[sentence.start : sentence.end], "agreed")
            case "meeting":
                items, _ = add_meeting(items, sentence, ["MA", "PT"])
            case _:
                items, _ = add_topic(items, sentence, "CT")
    assert from_text(to_text(items)) == items
    assert len({one.id for one in items}) == len(items)
    seen: set[int] = set()
    for item in items:  # everything stands behind what it is part of
        assert not item.under or item.under in seen
        seen.add(item.id)
        assert item.state != "taken" or all(each.state == "taken" for each in above(items, item))
    written(items, TEXT)


def test_a_meeting_that_only_looks_the_same_is_remembered_as_another_one(empty_store: Store) -> None:
    entered(empty_store, {"meetings": [{"ref": "M-2025-001", "parties": ["PT", "ES"], "date": "2025-05-03"}]})
    items = draft(empty_store, TABLE)
    (same,) = numbered(items, "same")
    found = enter(empty_store, leave(take(items, numbered(items, "meeting")), [same]), TABLE)
    assert [ref for _, ref in found.made] == ["M-2025-002"]
    assert count(empty_store, "not_same", "kind = 'meeting'") == 1


COMPANY = (
    "Portuguese Interior Minister Rita Calado paid a working visit to Morocco on 4 March 2025 with a twelve-member"
    " delegation. In Rabat she met with four experts of the Moroccan police."
)


def test_groups_and_the_size_and_kind_of_a_visit_are_in_the_draft_and_enter(empty_store: Store) -> None:
    items = draft(empty_store, COMPANY)
    (group,) = [one for one in items if one.values.get("group")]
    assert (group.values["group"], group.values["count"]) == ("four experts of the Moroccan police", 4)
    assert {one.name: one.value for one in items if one.name in ("size", "kind") and one.under > 1} == {
        "size": "12",
        "kind": "working",
    }
    enter(empty_store, take_sure(items), COMPANY)
    assert count(empty_store, "visit", "kind = 'working'") == 1
    assert count(empty_store, "delegation", "size = 12") == 1
    printed = "group_name = 'four experts of the Moroccan police' AND count = 4"
    assert count(empty_store, "participant", printed) == 1


def test_a_day_that_nobody_can_place_is_kept_as_words(empty_store: Store) -> None:
    text = TEXT.replace("on 4 and 5 March", "last Wednesday")
    enter(empty_store, take_sure(draft(empty_store, text)), text)
    assert count(empty_store, "visit", "date_text = 'last Wednesday' AND date_edtf = ''") == 1
    assert count(empty_store, "citation", "field = 'date' AND quote = 'last Wednesday' AND NOT accepted") == 1


def test_leaving_out_a_visit_with_thousands_of_outcomes_keeps_no_key_waiting() -> None:
    outcomes = [Item(number, "outcome", 2, values={"rung": "noted"}) for number in range(3, 6_000)]
    items = (Item(1, "source"), Item(2, "visit"), *outcomes)
    before = process_time()
    left = leave(items, [2])
    assert process_time() - before < 1
    assert {one.state for one in left[1:]} == {"left"}
    assert leave(left, [2]) == items
