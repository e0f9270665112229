"""Countries, topics and instruments: what came with the program stays at home, what an officer said travels."""

from __future__ import annotations

from db import Store
from db.models import Country, CountryName, Instrument, InstrumentAlias, Topic, TopicAlias
from tests.db.exchange.carrying import out, taken_in, text_of
from tests.db.making import count, visit_entered


def with_words(store: Store) -> None:
    with store.write("words") as session:
        session.get_one(Topic, "CT").label = "Countering terror"
        session.add(Topic(code="WATER", label="Water", parent="CT"))
        session.add(Instrument(code="HOTLINE", label="Hotline"))
        session.get_one(Country, "MA").language = "fr"
        session.flush()
        session.add(TopicAlias(topic="WATER", alias="Rivers", folded="rivers"))
        session.add(InstrumentAlias(instrument="TASKFORCE", alias="Squad", folded="squad"))
        session.add(CountryName(country="MA", name="Kingdom", lang="", kind="alias", folded="kingdom"))
        session.flush()
    visit_entered(store, ref="V-2026-001", topics=["WATER"])


def test_what_an_officer_added_or_put_otherwise_comes_along(mine: Store, theirs: Store) -> None:
    with_words(mine)
    plain = out(mine)
    assert plain["topics"][0] == {"code": "CT", "label": "Countering terror"}
    assert plain["topics"][1] == {
        "code": "WATER",
        "label": "Water",
        "parent": "CT",
        "aliases": [{"alias": "Rivers"}],
    }
    assert plain["instruments"] == [
        {"code": "HOTLINE", "label": "Hotline"},
        {"code": "TASKFORCE", "aliases": [{"alias": "Squad"}]},
    ]
    taken_in(theirs, plain)
    assert text_of(theirs) == text_of(mine)
    assert count(theirs, "topic", "code = 'CT' AND label = 'Countering terror'") == 1
    assert taken_in(theirs, plain).nothing_new


def test_what_the_other_officer_said_stays(mine: Store, theirs: Store) -> None:
    with_words(mine)
    with theirs.write("words") as session:
        session.get_one(Topic, "CT").label = "Terror"
    (difference,) = taken_in(theirs, out(mine)).differences
    assert difference.sentence == "topic CT: label is “Terror” here and “Countering terror” there."
    assert count(theirs, "topic", "code = 'CT' AND label = 'Terror'") == 1


def test_a_word_that_was_put_back_is_as_it_came(mine: Store) -> None:
    before = text_of(mine)
    with mine.write("words") as session:
        session.get_one(Topic, "CT").label = "Terror"
    assert text_of(mine) != before
    mine.undo()
    assert text_of(mine) == before
