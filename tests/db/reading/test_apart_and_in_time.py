"""Two instruments in one clause, papers that somebody came for, and the time that a list of measures may take."""

from __future__ import annotations

from datetime import date

import pytest

from db import Store
from db.reading import SourceLine, read_text
from db.reading.outcomes.time_allowed import time_allowed
from db.reading.proposals import ReadAction, Reading, ReadMeeting
from db.reading.words import plain
from db.rows import Moment


def reading(store: Store, text: str) -> Reading:
    with store.read() as reader:
        return read_text(reader, text, source=SourceLine(), moment=Moment(date(2026, 11, 21), ""))


def outcomes(found: Reading) -> list[ReadAction]:
    told = [each for one in (*found.meetings, *_tables(found)) for each in one.actions]
    return [*(each for visit in found.visits for each in visit.actions), *told]


def _tables(found: Reading) -> list[ReadMeeting]:
    return [table for visit in found.visits for table in visit.meetings]


def test_two_instruments_of_one_verb_are_two_outcomes(empty_store: Store) -> None:
    text = (
        "Norwegian Interior Minister Kari Lund visited Estonia on 4 March 2026. The talks covered ways to expand"
        " controlled deliveries of parcels and establish joint task forces in the ports."
    )
    told = [(one.rung, one.instrument, one.text) for one in outcomes(reading(empty_store, text))]
    assert [one[:2] for one in told] == [("explored", "DELIVERY"), ("explored", "TASKFORCE")]
    assert told[1][2].startswith("establish joint task forces")


def test_one_instrument_with_two_verbs_stays_one_outcome(empty_store: Store) -> None:
    text = (
        "Norwegian Interior Minister Kari Lund visited Estonia on 4 March 2026. The two sides explored ways to set up"
        " a joint task force and open its office in Tartu."
    )
    assert len(outcomes(reading(empty_store, text))) == 1


CAME = "Several police chiefs travelled to Portugal in May 2026, either to compare notes, as was the case with the"
PAPER = " director of the Norwegian police, or to conclude a protocol, as was the case with the Estonian police chief."


def test_a_paper_that_somebody_came_for_is_sought_and_in_doubt(empty_store: Store) -> None:
    text = "The Estonian Interior Minister Mari Tamm travelled to Portugal on 4 March 2026 to sign a protocol on radar."
    (only,) = outcomes(reading(empty_store, text))
    assert (only.rung, only.sure, only.text) == ("proposed", False, "sign a protocol on radar")


def test_what_one_of_several_came_for_is_not_told_of_another(empty_store: Store) -> None:
    found = reading(empty_store, CAME + PAPER)
    sought = {visit.sending: [one.rung for one in visit.actions] for visit in found.visits}
    assert sought.get("NO", []) == []
    assert sought.get("EE", ["proposed"]) == ["proposed"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Over the next year, both services will do the following:", "Over the next year"),
        ("Dans les douze mois à venir, les deux services s’engagent à :", "Dans les douze mois à venir"),
        ("En los próximos seis meses, ambas partes se comprometen a:", "En los próximos seis meses"),
        ("Over the years the two services have done much:", ""),
    ],
)
def test_the_words_say_how_long_it_may_take(text: str, words: str) -> None:
    assert time_allowed(plain(text), text) == words


def test_what_a_list_asks_for_is_due_in_the_time_that_stands_above_it(empty_store: Store) -> None:
    text = (
        "Norwegian Interior Minister Kari Lund met her Estonian counterpart Mari Tamm in Tallinn on 4 March 2026.\n\n"
        "Over the next year, the two services will take the following actions:\n\n"
        "1. Open a joint office in Tartu.\n\n2. Train forty divers of both coast guards.\n"
    )
    listed = [one for one in outcomes(reading(empty_store, text)) if one.rung == "agreed"]
    assert len(listed) == 2
    assert {one.due.text for one in listed} == {"Over the next year"}
    assert {one.due.edtf for one in listed} == {""}
