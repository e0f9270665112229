"""Reading a text in a test, with a store that knows the countries and nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from db import Store
from db.dates import PartialDate
from db.reading import Reading, SourceLine, read_text
from db.reading.proposals import ReadMeeting, ReadPerson, ReadVisit
from db.rows import Moment

Read = Callable[..., Reading]


def events_of(found: Reading) -> list[ReadVisit | ReadMeeting]:
    """The visits and the meetings beside them."""
    return [*found.visits, *found.meetings]


def countries_of(event: ReadVisit | ReadMeeting) -> set[str]:
    """The countries that take part."""
    return {event.sending, event.host} if isinstance(event, ReadVisit) else set(event.parties)


def people_of(found: Reading) -> list[ReadPerson]:
    """Everybody named who travelled or sat at a table."""
    tables = [*found.meetings, *(table for visit in found.visits for table in visit.meetings)]
    people = [*(visit.people for visit in found.visits), *(table.people for table in tables)]
    return [one for several in people for one in several if one.name]


@pytest.fixture
def read(empty_store: Store) -> Read:
    def reading(text: str, published: str = "") -> Reading:
        line = SourceLine(published=PartialDate(published) if published else PartialDate())
        with empty_store.read() as reader:
            return read_text(reader, text, source=line, moment=Moment(date(2026, 11, 21), ""))

    return reading
