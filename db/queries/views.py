"""The Today and Watch views: short lists, each with its true count and the way to the whole of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.errors import NotFound
from db.queries.asked import Asked, asked_today, asked_watch
from db.queries.climbing import timeline_with_climbs
from db.queries.section_orders import USUALLY, sorted_otherwise, subject_of, topic_of
from db.queries.topics import topic_label
from db.queries.words import matching
from db.rows import Key, Listing, Moment, Section
from db.rows.views import SectionRow
from db.sought import SoughtListing

if TYPE_CHECKING:
    from db.filtering import Filter
    from db.reader import Reader
    from db.store import Store

AT_MOST = 50
COUNTED = 1_000
"""More are counted where the whole list is opened; until then "1,000+" says enough."""


def today(reader: Reader, moment: Moment) -> list[Section]:
    """What a morning needs, the most pressing first."""
    return [_section(reader, asked) for asked in asked_today(reader, moment)]


def watch(reader: Reader, moment: Moment) -> list[Section]:
    """What was proposed and explored, the longest silent first."""
    return [_section(reader, asked) for asked in asked_watch(moment)]


def whole_section(
    store: Store,
    moment: Moment,
    name: str,
    *,
    words: str = "",
    kept: Filter | None = None,
    sort: str = USUALLY,
) -> tuple[str, Listing[SectionRow]]:
    """The title of a section, and all that is in it.

    Args:
        store: the store.
        moment: whose desk it is, and when.
        name: of the section.
        words: only lines that hold them.
        kept: only lines that a filter keeps.
        sort: one of `section_sorts`.

    Raises:
        NotFound: there is no section of that name.
    """
    if code := topic_of(name):
        return _about_topic(store, code, words=words, kept=kept, sort=sort)
    with store.read() as reader:
        found = {asked.name: asked for asked in (*asked_today(reader, moment), *asked_watch(moment))}.get(
            name
        )
    if found is None:
        raise NotFound(f"There is no list called {name}.")
    selection = found.selection
    kind, record = found.searched
    selection = selection.narrowed(*matching(kind, words, record))
    condition = None if kept is None else kept.of(subject_of(name))
    return found.title, SoughtListing(
        store,
        sorted_otherwise(selection.kept(condition), name, sort),
        found.make,
        found.place,
        long=True,
        among=found.among if sort == USUALLY else "",
    )


def _about_topic(store: Store, code: str, **how: Any) -> tuple[str, Listing[SectionRow]]:
    """What a topic is called, and the visits and meetings that are about it or one under it."""
    with store.read() as reader:
        label = topic_label(reader, code)
    return label, timeline_with_climbs(store, Key("topic", code), **how)


def _section(reader: Reader, asked: Asked) -> Section:
    """The first lines of a list, each of which stands once in the view: where it is most urgent."""
    chosen = asked.selection
    # Of what has no date, whether it is due is unknown and not false.
    where = f"{chosen.where} AND NOT COALESCE({asked.above}, FALSE)" if asked.above else chosen.where
    direction = "DESC" if chosen.descending else "ASC"
    order = ", ".join(f"{column} {direction}" for column in chosen.order)
    among = f"{where} AND {asked.among}" if asked.among else where
    rows = reader.all(
        f"SELECT {chosen.columns} FROM {chosen.source} WHERE {among} ORDER BY {order} LIMIT :limit_",
        **chosen.values,
        limit_=AT_MOST,
    )

    def count(where: str) -> int:
        some = f"SELECT 1 FROM {asked.counted or chosen.source} WHERE {where} LIMIT {COUNTED + 1}"
        return int(reader.value(f"SELECT COUNT(*) FROM ({some}) some", **chosen.values))

    here = len(rows) if len(rows) < AT_MOST and not asked.among else count(where)
    above = count(f"{chosen.where} AND ({asked.above})") if asked.above else 0
    more = max(here, above) > COUNTED
    here, above = min(here, COUNTED), min(above, COUNTED)
    return Section(asked.title, tuple(map(asked.make, rows)), here + above, asked.name, above, more)
