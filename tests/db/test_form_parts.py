"""Lists in forms: what the lines show reads back to the very same rows, and a row whose line stayed is not touched."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import Store
from db.commands.new import create
from db.dates import PartialDate
from db.forms.parts.grammar import pieces, value
from db.models import (
    Delegation,
    Meeting,
    MeetingParty,
    Official,
    OfficialName,
    Organisation,
    Participant,
    Post,
    PostCounterpart,
    PostTitle,
    Source,
    Tenure,
    Visit,
    VisitLink,
)
from db.models.base import date_columns
from db.names import fold
from db.rows import Key, Kind
from db.vocabulary import Attendance, EventStatus, NameKind, ParticipantRole, TenureBasis
from tests.db import making
from tests.db.dates.strategies import partial_dates
from tests.db.test_edit import opened, saved

HOSTILE = [
    "MA",
    "head",
    "post: x",
    "delegation MA",
    "delegation",
    "group: a",
    "as Director/DGSN",
    "a; b",
    '"quoted"',
    'half "quoted',
    "a/b",
    "/",
    "#12",
    "Ana #2",
    "back\\slash\\n",
    "two\nlines",
    "tab\there",
    " outer ",
    "\x1b[31m",
    "\u202eabc",
    "[/b]",
    "ña",
    "أمينة",
    "。",
    "no country",
    "acting",
    "2015",
]
letters = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
words = st.one_of(st.sampled_from(HOSTILE), st.text(letters, max_size=12))
some = words.filter(bool)
name_words = some.filter(lambda text: bool(text.strip()))
countries = st.sampled_from([None, "MA", "ES", "DE"])
many = st.one_of(st.none(), st.integers(1, 400))
held = st.one_of(
    st.just(PartialDate()),
    partial_dates,
    st.builds(lambda when, text: PartialDate(when.edtf, text, "inferred"), partial_dates, words),
    st.builds(lambda text: PartialDate("", text, "relative"), words),
)


@pytest.fixture
def copies(small_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """New stores, each a file of its own."""
    made: list[Store] = []

    def copy() -> Store:
        path = tmp_path_factory.mktemp("parts") / "store.db"
        shutil.copyfile(small_file, path)
        path.chmod(0o600)
        made.append(Store.open(path, officer="officer"))
        return made[-1]

    yield copy
    for store in made:
        store.close()


def people_and_offices(draw: Any, session: Any) -> tuple[list[int], list[int], list[int]]:
    """A few organisations, posts and officials, some of them of one name."""

    def kept(row: Any) -> int:
        session.add(row)
        session.flush()
        return int(row.id)

    services = [
        kept(Organisation(name=draw(some), acronym=draw(words), country=draw(countries))) for _ in range(3)
    ]
    posts: dict[tuple[int | None, str], int] = {}
    for _ in range(3):
        where, title = draw(st.sampled_from([None, *services])), draw(name_words)
        if (where, title) not in posts:
            posts[where, title] = kept(Post(title=title, organisation_id=where, country=draw(countries)))
    officials = []
    for _ in range(3):
        name = draw(name_words)
        officials.append(kept(Official(name=name, sort_name=name, country=draw(countries))))
        if draw(st.booleans()):
            kept(OfficialName(official_id=officials[-1], name=name, kind="preferred", folded=fold(name)))
    return services, list(posts.values()), officials


def participant(draw: Any, found: tuple[list[int], list[int], list[int]], **place: Any) -> Participant:
    services, posts, officials = found
    who: dict[str, Any] = {
        "official_id": draw(st.sampled_from([None, *officials])),
        "post_id": draw(st.sampled_from([None, *posts])),
        "organisation_id": draw(st.sampled_from([None, *services])),
        "group_name": draw(words),
    }
    if not any(who.values()):
        who["group_name"] = "experts"
    return Participant(
        **place,
        **who,
        country=draw(countries),
        as_printed=draw(words),
        role=draw(st.sampled_from(get_args(ParticipantRole))),
        rank=draw(st.one_of(st.none(), st.integers(1, 5))),
        count=draw(many),
        on_behalf_of=draw(words),
        attendance=draw(st.sampled_from(get_args(Attendance))),
        inferred=draw(st.booleans()),
    )


LOOKED_AT = (
    *("official", "official_name", "tenure", "post", "post_title", "post_counterpart", "organisation"),
    *("visit", "visit_link", "delegation", "meeting", "participant", "change"),
)


def retyped_changes_nothing(store: Store, key: Key, *fields: str) -> None:
    """What the fields show is typed anew, so that every line is read: not a row may differ."""
    form = opened(store, key)
    before = making.tables(store, *LOOKED_AT)
    retyped = {field: f"{form.values[field]}\n" for field in fields if form.values[field]}
    assert saved(store, form, retyped).changes == ()
    assert making.tables(store, *LOOKED_AT) == before


examples = settings(
    deadline=None,
    max_examples=18,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@given(st.data())
@examples
def test_the_people_of_a_visit_and_of_a_meeting_read_back_whatever_they_are_called(
    copies: Any, data: st.DataObject
) -> None:
    store = copies()
    draw = data.draw
    with store.write("enter") as session:
        found = people_and_offices(draw, session)
        visit = Visit(
            ref="V-2025-001", sending="MA", host="ES", status=draw(st.sampled_from(get_args(EventStatus)))
        )
        session.add(visit)
        session.flush()
        meeting = Meeting(
            ref="M-2025-001", visit_id=visit.id, status=draw(st.sampled_from(get_args(EventStatus)))
        )
        session.add(meeting)
        session.flush()
        for code in ("MA", "ES"):
            session.add(MeetingParty(meeting_id=meeting.number, country=code))
        for _ in range(draw(st.integers(0, 3))):
            delegation = Delegation(
                visit_id=visit.number,
                country=draw(st.sampled_from(["MA", "DE"])),
                organisation_id=draw(st.sampled_from([None, *found[0]])),
                level=draw(words),
                size=draw(many),
                complete=draw(st.booleans()),
            )
            session.add(delegation)
            session.flush()
            for _ in range(draw(st.integers(0, 3))):
                session.add(participant(draw, found, delegation_id=delegation.number))
        for _ in range(draw(st.integers(0, 4))):
            session.add(participant(draw, found, meeting_id=meeting.number))
    retyped_changes_nothing(store, Key("visit", "1"), "delegation")
    retyped_changes_nothing(store, Key("meeting", "1"), "people")
    copied: list[tuple[Kind, str]] = [("visit", "delegation"), ("meeting", "people")]
    for kind, field in copied:
        form = opened(store, Key(kind, "1"))
        with store.write("again") as session:
            again = create(session, kind, form.values, today=making.TODAY)
        assert opened(store, again.key).values[field] == form.values[field]
    store.close()


@given(st.data())
@examples
def test_the_names_and_posts_of_an_official_read_back_whatever_they_are_called(
    copies: Any, data: st.DataObject
) -> None:
    store = copies()
    draw = data.draw
    with store.write("enter") as session:
        _, posts, officials = people_and_offices(draw, session)
        sources = [None, *some_sources(draw, session)]
        for name in draw(st.lists(name_words, unique=True, max_size=4)):
            if making_name(session, officials[0], name):
                session.add(
                    OfficialName(
                        official_id=officials[0],
                        name=name,
                        kind=draw(st.sampled_from(get_args(NameKind))),
                        script=draw(st.one_of(st.sampled_from(["Latn", "Arab", ""]), words)),
                        folded=fold(name),
                        source_id=draw(st.sampled_from(sources)),
                    )
                )
        times: set[tuple[int, str]] = set()
        for _ in range(draw(st.integers(0, 4))):
            post, when = draw(st.sampled_from(posts)), draw(held)
            if (post, when.edtf) not in times:
                times.add((post, when.edtf))
                session.add(
                    Tenure(
                        official_id=officials[0],
                        post_id=post,
                        acting=draw(st.booleans()),
                        basis=draw(st.sampled_from(get_args(TenureBasis))),
                        source_id=draw(st.sampled_from(sources)),
                        **date_columns("date", when),
                    )
                )
    retyped_changes_nothing(store, Key("official", "1"), "spellings", "tenures")
    store.close()


def some_sources(draw: Any, session: Any) -> list[int]:
    """Sources, some of them of one title or publisher."""
    rows = [
        Source(key=key, title=draw(words), publisher=draw(words))
        for key in draw(st.lists(some, unique=True, max_size=3))
    ]
    session.add_all(rows)
    session.flush()
    return [row.number for row in rows]


def making_name(session: Any, official: int, name: str) -> bool:
    """Whether an official has no such name yet."""
    session.flush()
    found = session.connection().exec_driver_sql(
        "SELECT 1 FROM official_name WHERE official_id = ? AND name = ?", (official, name)
    )
    return found.first() is None


@given(st.data())
@examples
def test_the_titles_and_counterparts_of_a_post_read_back_whatever_they_are_called(
    copies: Any, data: st.DataObject
) -> None:
    store = copies()
    draw = data.draw
    with store.write("enter") as session:
        _, posts, _ = people_and_offices(draw, session)
        for title, lang in draw(
            st.lists(
                st.tuples(name_words, st.one_of(st.sampled_from(["", "en", "as", "EN"]), words)),
                unique=True,
                max_size=4,
            )
        ):
            session.add(PostTitle(post_id=posts[0], title=title, lang=lang, folded=fold(title)))
        for other in draw(st.lists(st.sampled_from(posts), unique=True)):
            if other != posts[0]:
                pair = (posts[0], other) if draw(st.booleans()) else (other, posts[0])
                session.add(PostCounterpart(post_id=pair[0], counterpart_id=pair[1]))
    retyped_changes_nothing(store, Key("post", "1"), "titles", "counterparts")
    store.close()


KINDS = ("follows", "complements", "returns", "part of the same trip", "not a duplicate")


@given(
    st.lists(
        st.tuples(st.sampled_from([(1, 2), (2, 1), (1, 3), (3, 1)]), st.sampled_from(KINDS)), unique=True
    )
)
@examples
def test_the_links_of_a_visit_read_back(copies: Any, links: list[tuple[tuple[int, int], str]]) -> None:
    store = copies()
    with store.write("enter") as session:
        for number in (1, 2, 3):
            making.visit(session, ref=f"V-2025-00{number}")
        for (one, two), kind in links:
            session.add(VisitLink(from_id=one, to_id=two, kind=kind))
    retyped_changes_nothing(store, Key("visit", "1"), "links")
    store.close()


@pytest.mark.parametrize("name", [":", ": the office", '"', "a; b", "#4", " x", "plain"])
def test_a_name_of_odd_letters_reads_back_behind_a_key(name: str) -> None:
    (first, piece) = pieces(f"delegation MA; of {value(name)}")
    assert (first.key, piece.key, piece.text) == ("delegation", "organisation", name)
