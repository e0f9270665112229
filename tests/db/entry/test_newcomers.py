"""What a newcomer ran into at the entry line: twins by a spelling, what a line hangs on, years, and what is missing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from db import Store
from db.commands.lines import enter_typed
from db.entry import Context, Reading, complete, read_line, read_lines
from db.rows import Key, Moment
from tests.db.making import MOROCCO

Read = Callable[..., Reading]


def batch(store: Store, moment: Moment, text: str) -> list[Reading]:
    with store.read() as reader:
        return read_lines(text, reader=reader, moment=moment)


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("MA>ES 3 may 2026 @Hamouchi #ct", 'MA>ES 3 may 2026 @"Abdellatif Hammouchi" #ct'),
        ("MA>ES 3 may 2026 @Abdelatif Hamouchi #ct", 'MA>ES 3 may 2026 @"Abdellatif Hammouchi" #ct'),
        ("ES>MA 3 may 2026 with:@Hamouchi", 'ES>MA 3 may 2026 with:@"Abdellatif Hammouchi"'),
        ("official Abdelatif Hamouchi, MA", "official Abdellatif Hammouchi, MA"),
    ],
)
def test_a_new_official_who_may_be_a_known_one_is_doubted_and_the_known_one_fits_in(
    read: Read, line: str, taken: str
) -> None:
    (doubt,) = read(line).doubts
    assert doubt.sentence.endswith("may be Abdellatif Hammouchi (MA, DGSN/DGST)")
    meant = line[: doubt.start] + doubt.text + line[doubt.end :]
    assert meant == taken
    reading = read(meant)
    assert not (reading.doubts + reading.problems)
    assert not any("new official" in words for words in reading.creates)


@pytest.mark.parametrize(
    "line", ["MA>ES @Dupont", "official Juan Nadie, ES", "MA>ES @Hammouchi", "MA>ES @DGSN"]
)
def test_nobody_is_doubted_who_is_like_nobody_or_known(read: Read, line: str) -> None:
    assert not read(line).doubts


def test_all_countries_of_a_meeting_are_likely_ones(demo_store: Store, read: Read) -> None:
    with demo_store.read() as reader:
        known = reader.value("SELECT name FROM official WHERE country = 'ES' ORDER BY id LIMIT 1")
    name = f"{known}".replace("a", "e", 1)
    (token,) = [one for one in read(f'MA+ES 3 may 2026 @"{name}"').tokens if one.kind == "person"]
    assert f"or {known} (ES" in token.reading
    assert "another country" not in token.reading


def test_a_next_step_hangs_on_the_nearest_line_above_as_an_outcome_does(
    demo_store: Store, moment: Moment
) -> None:
    text = "MA>QA 3 may 2026\ntodo write the report\n!agreed one\ntodo chase one\nMA+DE 4 may 2026\ntodo thank them"
    readings = batch(demo_store, moment, text)
    assert [one.summary[1] for one in readings if one.above] == [
        "on the visit in line 1",
        "on the visit in line 1",
        "on the outcome in line 3",
        "on the meeting in line 5",
    ]
    with demo_store.write("new lines") as session:
        enter_typed(session, readings, moment.today)
    with demo_store.read() as reader:
        rows = reader.all(
            "SELECT text, visit_id IS NOT NULL, action_id IS NOT NULL, meeting_id IS NOT NULL FROM followup"
            " ORDER BY id DESC LIMIT 3"
        )
    assert {row[0]: tuple(map(bool, row[1:])) for row in rows} == {
        "write the report": (True, False, False),
        "chase one": (False, True, False),
        "thank them": (False, False, True),
    }


def test_an_outcome_goes_on_what_was_entered_last_when_nothing_is_selected(read: Read) -> None:
    entered = Context(last=Key("visit", "1"))
    for line in ("!agreed joint patrols", "!agreed joint patrols on:last"):
        reading = read(line, entered)
        assert reading.values["actions"][0]["on"] == "V-2025-001"
    assert read("!agreed joint patrols", entered).assumed == ("on V-2025-001, just entered",)
    assert "on" not in read("todo call them", entered).values["followups"][0]
    assert read("todo call them on:last", entered).values["followups"][0]["on"] == "V-2025-001"
    assert "No visit or meeting was entered" in read("!agreed x on:last").problems[0].problem


def test_last_at_an_outcome_says_what_it_is_for(read: Read) -> None:
    (problem,) = read("!agreed patrols @last on:V-2025-001").problems
    assert "owner:@last" not in problem.problem
    assert "@last is the delegation of a visit" in problem.problem


@pytest.mark.parametrize(
    ("typed", "offered", "detail"),
    [
        ("MA+ES 20 nov", "20 nov 2026", "Fri 20 Nov 2026, yesterday"),
        ("MA>ES 28-29 jan", "28-29 jan 2027", "Thu 28 – Fri 29 Jan 2027, in 2 months"),
    ],
)
def test_a_date_without_a_year_is_offered_the_nearest_one(
    demo_store: Store, moment: Moment, read: Read, typed: str, offered: str, detail: str
) -> None:
    with demo_store.read() as reader:
        first = complete(typed, len(typed), reader=reader, moment=moment)[0]
    assert (first.text, first.detail) == (offered, detail)
    year = read(f"{typed} video call").year
    assert year is not None
    assert year.text == offered
    assert "XXXX" in str(read(f"{typed} video call").values)


@pytest.mark.parametrize("line", ["MA>ES 28 jan 2025", "MA>ES june 2022", "MA>ES", "MA>ES 20 nov ?"])
def test_no_year_is_offered_where_there_is_one_or_it_is_said_not_to_be_known(read: Read, line: str) -> None:
    assert read(line).year is None


def test_words_alone_in_a_pair_are_no_visit_without_a_date(read: Read) -> None:
    pair = Context(pair=("MA", "ES"))
    for line in ("D", "security talks"):
        assert read(line, pair).problems[0].problem.startswith("When was it?")
    assert not read("security talks 28 jan 2025", pair).problems
    assert not read("MA>ES security talks", pair).problems


@pytest.mark.parametrize(
    ("line", "text", "due"),
    [
        ("todo chase the nominees by fri", "chase the nominees", "2026-11-27"),
        ("!agreed send the list by 15 jan 2027", "send the list", "2027-01-15"),
        ("!agreed send the list by end of march owner:ES", "send the list", "2027-03-31"),
        ("!agreed to cut the staff by 20", "to cut the staff by 20", ""),
        ("!agreed a plan drawn up by host experts", "a plan drawn up by host experts", ""),
        ("!agreed report by fri on the talks", "report by fri on the talks", ""),
    ],
)
def test_by_and_a_day_at_the_end_is_when_it_is_due(read: Read, line: str, text: str, due: str) -> None:
    reading = read(line, Context(on=Key("visit", "1")))
    (record,) = reading.values.get("actions") or reading.values["followups"]
    assert (record["text"], record.get("due", "")) == (text, due)
    assert any(token.reading.startswith("due ") for token in reading.tokens) == bool(due)


def test_an_outcome_of_a_visit_to_come_is_kept_and_remarked(demo_store: Store, moment: Moment) -> None:
    above, below = batch(demo_store, moment, "MA>QA 3 may 2027\n!agreed one")
    assert not above.remarks
    assert below.remarks == ("the visit in line 1 is still to come",)
    with demo_store.write("new visit") as session:
        (made,) = enter_typed(session, [above], moment.today).made
    (reading,) = batch(demo_store, moment, f"!agreed one on:{made.ref}")
    assert reading.remarks == (f"{made.ref} is still to come",)
    assert not reading.problems
    assert not batch(demo_store, moment, "!agreed one on:V-2025-001")[0].remarks


@pytest.mark.parametrize(
    ("line", "proposed"),
    [
        ('MA+DE 28 jan 2025 @"Head/Harbour Police"', "Germany"),
        ('MA+DE 28 jan 2025 with:@"Head/Harbour Police"', "Germany"),
        ('MA+DE+ES 28 jan 2025 @"Head/Harbour Police"', ""),
        ('MA+DE+ES 28 jan 2025 @"Head/Policía de España"', "Spain"),
        ('DE+ES 28 jan 2025 @"Head/Harbour Police"', ""),
    ],
)
def test_a_new_service_is_proposed_to_the_only_party_whose_it_can_be(
    demo_store: Store, line: str, proposed: str
) -> None:
    with demo_store.read() as reader:
        reading = read_line(line, reader=reader, moment=MOROCCO)
    (made,) = reading.creates
    assert made.endswith(f"” ({proposed})" if proposed else "”")
    ((someone,),) = (meeting["participants"] for meeting in reading.values["meetings"])
    assert someone.get("country", "") == {"Germany": "DE", "Spain": "ES", "": ""}[proposed]
