"""An office is called what it was called then, and the reader is told what it is called now."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import queries
from db.exchange.leaving import export
from db.forms.errors import FormErrors
from db.rows import Key, OfficialCard, PostCard
from db.titles import borne_from, days_of
from tests.db.looking import card, meeting_card
from tests.db.making import entered
from tests.db.test_edit import opened, saved

if TYPE_CHECKING:
    from db import Store

OFFICE = {"post": "President", "organisation": "Border Guard", "country": "DE"}
POST = {"title": "President", "organisation": "Border Guard", "country": "DE"}
BEFORE = {"title": "Inspector General", "lang": "en", "valid_to": "2005-07-01"}
DAYS = st.dates(date(1800, 1, 1), date(2100, 12, 30))


def met(store: Store, *dates: str, **more: object) -> None:
    """Meetings with the office in the order of their numbers, and its title of before."""
    meetings = [{"parties": ["DE", "MA"], "date": each, "participants": [OFFICE]} for each in dates]
    entered(store, {"posts": [{**POST, "titles": [BEFORE]}], "meetings": meetings, **more})


@pytest.mark.parametrize(
    ("day", "called"),
    [
        ("2001-05", "Inspector General (now President), Border Guard (not named)"),
        ("2005-06-30", "Inspector General (now President), Border Guard (not named)"),
        ("2005-07-01", "President, Border Guard (not named)"),
        ("2019", "President, Border Guard (not named)"),
        ("", "President, Border Guard (not named)"),
    ],
)
def test_at_a_meeting_an_office_has_the_title_of_that_day(empty_store: Store, day: str, called: str) -> None:
    met(empty_store, day)
    (person,) = meeting_card(empty_store, 1).participants
    assert person.label == called


def test_the_timeline_has_the_title_of_that_day_and_is_found_by_both(empty_store: Store) -> None:
    met(empty_store, "2001-05", "2019-05")
    new, old = queries.timeline(empty_store, None).rows(0, 5)
    assert (new.people, old.people) == ("President, Border Guard", "Inspector General, Border Guard")
    for words, found in (("president", 2), ("inspector", 1)):
        assert queries.timeline(empty_store, None, words=words).count() == found


def test_an_event_that_moves_to_another_day_is_told_by_the_title_of_that_day(empty_store: Store) -> None:
    met(empty_store, "2001-05")
    saved(empty_store, opened(empty_store, Key("meeting", "1")), {"date": "2019"})
    (row,) = queries.timeline(empty_store, None).rows(0, 5)
    assert row.people == "President, Border Guard"


def test_who_held_an_office_of_before_held_it_under_its_title_then(empty_store: Store) -> None:
    held = {**OFFICE, "start": "1999", "end": "2003"}
    del held["country"]
    met(empty_store, officials=[{"name": "Ruth Brandt", "country": "DE", "tenures": [held]}])
    found = card(empty_store, "official", 1)
    assert isinstance(found, OfficialCard)
    assert found.tenures[0].post == "Inspector General (now President)"


def test_a_title_of_before_is_typed_in_the_form_and_stands_there_again(empty_store: Store) -> None:
    met(empty_store, "2001-05")
    form = opened(empty_store, Key("post", "1"))
    assert form.values["titles"] == "Inspector General; en; until Jun 2005"
    saved(empty_store, form, {"titles": "Inspector General; en; until 2000\nPräsident; de"})
    again = opened(empty_store, Key("post", "1"))
    assert again.values["titles"] == "Inspector General; en; until 2000\nPräsident; de"
    (row,) = queries.timeline(empty_store, None).rows(0, 5)
    assert row.people == "President, Border Guard"
    found = card(empty_store, "post", 1)
    assert isinstance(found, PostCard)
    assert [each.edtf for each in found.borne] == ["../2000", ""]


def test_a_title_that_turns_out_to_be_younger_is_no_longer_told_of_events_before_it(
    empty_store: Store,
) -> None:
    met(empty_store, "1949-05")
    saved(
        empty_store,
        opened(empty_store, Key("post", "1")),
        {"titles": "Inspector General; en; 1951 – June 2005"},
    )
    (row,) = queries.timeline(empty_store, None).rows(0, 5)
    assert row.people == "President, Border Guard"


def test_a_form_that_is_saved_as_it_was_changes_no_title(empty_store: Store) -> None:
    met(empty_store, "2001-05")
    form = opened(empty_store, Key("post", "1"))
    saved(empty_store, form, {"titles": form.values["titles"] + " "})
    with empty_store.read() as reader:
        assert reader.value("SELECT valid_to FROM post_title") == "2005-07-01"


@pytest.mark.parametrize(
    "line", ["Chief; until never", "Chief; en; fr", "Chief; 28 jan ?", "Chief; 2001; 2002"]
)
def test_what_is_neither_language_nor_time_is_refused(empty_store: Store, line: str) -> None:
    met(empty_store)
    with pytest.raises(FormErrors):
        saved(empty_store, opened(empty_store, Key("post", "1")), {"titles": line})


def test_titles_leave_and_come_back_with_their_days(empty_store: Store) -> None:
    met(empty_store)
    with empty_store.read() as reader:
        told = export(reader)
    assert told["posts"][0]["titles"] == [BEFORE]


@given(DAYS, st.integers(0, 20_000))
def test_a_time_keeps_its_days_however_shortly_it_is_said(first: date, length: int) -> None:
    last = min(first + timedelta(length), date(2100, 12, 31))
    days = (first.isoformat(), (last + timedelta(1)).isoformat())
    for asked in (days, ("", days[1]), (days[0], ""), ("", "")):
        assert days_of(borne_from(*asked)) == asked
