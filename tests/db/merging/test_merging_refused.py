"""What cannot be one is refused with the reason, and nothing is changed."""

from __future__ import annotations

import pytest

from db import Conflict, Store, queries
from db.commands.edit import save
from db.forms.errors import Stale
from db.models import Visit
from db.rows import Key
from tests.db.making import TODAY, visit_entered
from tests.db.merging.merges import (
    AWAY,
    HOME,
    book,
    both,
    merged,
    visit_card,
)


def test_visits_of_different_country_pairs_cannot_be_one(twins: Store) -> None:
    keep, _ = both(twins)
    other = visit_entered(twins, ref="V-2026-900", host="DE")
    with pytest.raises(Conflict, match="visits of different country pairs cannot be one"):
        merged(twins, keep, other)


def test_a_visit_entered_the_wrong_way_round_keeps_or_takes_both_sides(twins: Store) -> None:
    keep, _ = both(twins)
    back = visit_entered(twins, ref="V-2026-900", sending="ES", host="MA")
    with pytest.raises(Conflict, match="sending and host come from the same record"):
        merged(twins, keep, back, {"sending": "lose"})
    merged(twins, keep, back, {"sending": "lose", "host": "lose"})
    found = visit_card(twins, keep)
    assert (found.sending, found.host) == ("ES", "MA")


def test_only_one_date_can_stand(twins: Store) -> None:
    keep, lose = both(twins)
    with pytest.raises(Conflict, match="Only one date can stand"):
        merged(twins, keep, lose, {"date": "both"})


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        (Key("visit", "1"), "one and the same"),
        (Key("visit", "99"), "no longer in the store"),
        (Key("official", "1"), "Visit and official are different things"),
        (Key("meeting", "1"), "Only visits, officials"),
    ],
)
def test_what_cannot_be_one_is_refused_with_the_reason(twins: Store, other: Key, sentence: str) -> None:
    before = book(twins)
    with pytest.raises(Conflict, match=sentence):
        merged(twins, Key("visit", "1"), other)
    assert book(twins) == before


def test_what_went_into_another_cannot_be_merged_again(twins: Store) -> None:
    keep, lose = both(twins)
    merged(twins, keep, lose)
    with pytest.raises(Conflict, match=f"{AWAY} went into {HOME} already"):
        merged(twins, lose, keep)


def test_a_merge_of_what_has_changed_since_one_looked_is_refused(twins: Store) -> None:
    keep, lose = both(twins)
    with twins.read() as reader:
        seen = queries.sides(reader, keep, lose)
    with twins.write("edit") as session:
        session.get_one(Visit, int(lose.id)).place = "Toledo"
    from db.commands.merging import merge  # noqa: PLC0415

    with pytest.raises(Conflict, match=f"{AWAY} has changed since you looked"), twins.write("m") as session:
        merge(session, keep, lose, today=TODAY, versions=seen.versions)


def test_a_form_that_was_open_during_the_merge_asks_whose_text_stands(twins: Store) -> None:
    keep, lose = both(twins)
    with twins.read() as reader:
        opened = queries.form(reader, lose)
    merged(twins, keep, lose)
    mine = opened.values | {"title": "Dinner and talks"}
    with pytest.raises(Stale, match=HOME), twins.write("edit") as session:
        save(session, lose, opened.values, mine, version=opened.version, today=TODAY)
