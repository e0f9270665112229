"""Everything that is written of anything is found by any of its words, and shown where it was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import Store, queries
from db.alike import others
from db.commands.followups import log
from db.context import NOWHERE, WIDTH, around
from db.errors import NotFound
from db.filtering import Asking, read_filter
from db.forms.happened import Happened
from db.queries.search import COUNTED, find_everywhere
from db.queries.words import MOST_LETTERS, matching
from db.rows import FoundRow, Key, Moment
from tests.db.making import TODAY, action, entered, followup, meeting, visit
from tests.db.test_query_plans import planned, walked

if TYPE_CHECKING:
    from db.reader import Reader


def found(store: Store, words: str) -> list[FoundRow]:
    with store.read() as reader:
        return queries.find_records(reader, words)


def keys(store: Store, words: str) -> list[str]:
    return [f"{row.key.kind} {row.key.id}" for row in found(store, words)]


@pytest.fixture
def written(empty_store: Store) -> Store:
    """A word in every place where an officer or a source can write one."""
    with empty_store.write("enter") as session:
        of = visit(session, title="Alpha", purpose="Bravo", note="Charlie", date="2025-01-28")
        meeting(session, of, title="Delta", note="Echo", place="Foxtrot")
        action(session, on=of, text="Golf", note="Hotel", deliverable="India", parties=["MA", "ES"])
        followup(session, text="Juliett", note="Kilo", assignee="Lima")
    entered(
        empty_store,
        {
            "source": {
                "title": "Mike",
                "publisher": "November",
                "author": "Oscar",
                "body": "Papa and Québec",
            },
            "officials": [
                {
                    "name": "Romeo Sierra",
                    "country": "FR",
                    "names": [
                        {"name": "Tango Uniform"},
                        {"name": "\u0645\u062d\u0645\u062f", "script": "Arab"},
                    ],
                    "tenures": [{"post": "Victor", "organisation": "Whiskey"}],
                }
            ],
            "citations": [{"of": "V-2025-001", "field": "date", "quote": "L\u2019Xray du 28 janvier"}],
        },
    )
    return empty_store


PLACES = {
    "Alpha": "visit", "Bravo": "visit", "Charlie": "visit", "Xray": "visit", "Delta": "meeting", "Echo": "meeting",
    "Foxtrot": "meeting", "Golf": "action", "Hotel": "action", "India": "action", "Juliett": "followup",
    "Kilo": "followup", "Lima": "followup", "Mike": "source", "November": "source", "Oscar": "source",
    "Papa": "source", "Québec": "source", "quebec": "source", "QUÉBEC": "source", "Romeo": "official",
    "Tango": "official", "\u0645\u062d\u0645\u062f": "official", "Victor": "post", "Whiskey": "organisation",
}  # fmt: skip


@pytest.mark.parametrize("word", PLACES)
def test_a_word_is_found_wherever_it_is_written(written: Store, word: str) -> None:
    for typed in (word, word[: max(3, len(word) - 1)], f" {word} "):
        assert PLACES[word] in [row.key.kind for row in found(written, typed)], typed


def test_few_hits_are_found_as_many_are(written: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    few = {word: found(written, word) for word in ("x", "al", "quebec", "l'xray 28")}
    monkeypatch.setattr("db.queries.search.COUNTED", 0)
    assert {word: found(written, word) for word in few} == few
    assert few["quebec"]


def test_what_is_logged_is_found_and_what_is_undone_is_not(written: Store) -> None:
    with written.read() as reader:
        number = reader.value("SELECT id FROM followup")
    assert found(written, "Zulu") == []
    with written.write("log") as session:
        log(
            session,
            [Key("followup", str(number))],
            Happened("chased", "Zulu answered", TODAY, None, ()),
            TODAY,
        )
    assert keys(written, "zulu") == [f"followup {number}"]
    written.undo()
    assert found(written, "Zulu") == []


def test_a_quote_is_found_through_its_record_and_shown_in_its_words(written: Store) -> None:
    (row,) = [row for row in found(written, "xray janvier") if row.key.kind == "visit"]
    assert row.context == "L\u2019Xray du 28 janvier"
    assert [row.context[first:end] for first, end in row.marks] == ["L\u2019Xray", "janvier"]


def test_a_hit_in_a_long_text_is_shown_with_the_words_around_it(empty_store: Store) -> None:
    body = f"{'before ' * 200}the liaison officers met in Rabat {'after ' * 200}"
    entered(empty_store, {"source": {"title": "A report", "body": body}})
    (row,) = found(empty_store, "officers rabat")
    assert len(row.context) <= WIDTH + 4
    assert row.context.startswith("… ")
    assert row.context.endswith(" …")
    assert [row.context[first:end] for first, end in row.marks] == ["officers", "Rabat"]


def test_what_the_line_shows_anyway_is_not_shown_again(written: Store) -> None:
    (row,) = [row for row in found(written, "alpha") if row.key.kind == "visit"]
    assert (row.context, row.marks) == ("", ())


def test_a_country_is_found_by_its_adjective_and_its_post_comes_first(demo_store: Store) -> None:
    rows = found(demo_store, "director general spanish")
    assert rows[0].key.kind == "post"
    assert "Spanish National Police" in rows[0].label
    assert found(demo_store, "espagnol hammouchi")


@pytest.mark.parametrize("words", ["Police of the Coast", "pólice of the coast"])
def test_what_is_called_just_so_comes_before_all_whose_names_hold_the_words(
    empty_store: Store, words: str
) -> None:
    services = ("Police of the Coast", "Police of the Coast, Second District")
    for service in services:
        held = {"post": "Chief", "organisation": service}
        entered(empty_store, {"officials": [{"name": f"Head of {service}", "tenures": [held]}]})
    first, *rest = found(empty_store, words)
    assert (first.key.kind, first.label) == ("organisation", "Police of the Coast")
    assert {row.key.kind for row in rest} == {"official", "organisation", "post"}


def test_of_many_to_merge_with_the_one_called_just_so_comes_first(empty_store: Store) -> None:
    names = ("Interior Ministry", *(f"Interior Ministry, Office {number}" for number in range(9)))
    entered(empty_store, {"organisations": [{"name": name} for name in names]})
    with empty_store.read() as reader:
        picked = others(reader, Key("organisation", "5"), "interior ministry", limit=4)
    assert [row.label for row in picked] == [
        "Interior Ministry",
        *(f"Interior Ministry, Office {number}" for number in (8, 7, 6)),
    ]


def test_the_post_of_that_very_country_and_title_comes_first(empty_store: Store) -> None:
    """Spanish Sahara begins so too, a deputy has the words as well, and a provincial one more of them."""
    services = {"Police": "ES", "Border Police, Provincial Office": "ES", "Sahara Police": "EH"}
    titles = ("Director General", "Deputy Director General")
    officials = [
        {
            "name": f"Somebody {service} {title}",
            "country": country,
            "tenures": [{"post": title, "organisation": service}],
        }
        for service, country in services.items()
        for title in titles
    ]
    entered(empty_store, {"officials": officials})
    for words in ("director general spanish", "spanish general director"):
        assert [row.label for row in found(empty_store, words) if row.key.kind == "post"][:3] == [
            "Director General, Police",
            "Deputy Director General, Police",
            "Director General, Border Police, Provincial Office",
        ]


def test_names_come_before_what_only_speaks_of_them(demo_store: Store) -> None:
    kinds = [row.key.kind for row in found(demo_store, "hammouchi")]
    assert kinds[0] == "official"
    assert {"visit", "meeting"} <= set(kinds)


def test_the_latest_comes_first_within_a_kind(empty_store: Store) -> None:
    days = ("2024-05-01", "2026-01-01", "", "2019-03", "2025-12-31")
    with empty_store.write("enter") as session:
        for day in days:
            visit(session, title="Inspection", date=day)
    with empty_store.read() as reader:
        rows = [row.key.id for row in queries.find_records(reader, "inspection")]
        dated = {number: day or "" for number, day in reader.all("SELECT id, date_first FROM visit")}
    assert [dated[int(number)] for number in rows] == [
        "2026-01-01",
        "2025-12-31",
        "2024-05-01",
        "2019-03-01",
        "",
    ]


def test_of_very_many_some_of_every_kind_are_shown_and_the_count_says_so(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        for _ in range(60):
            visit(session, title="Inspection")
        action(session, on=visit(session), text="Inspection report")
    with empty_store.read() as reader:
        everything = find_everywhere(reader, "inspection", limit=50)
    assert len(everything.rows) == 50
    assert everything.total == 61 < COUNTED
    assert "action" in [row.key.kind for row in everything.rows]


HOSTILE = (
    *("'", '"', "*", '"*"', 'a" OR "b', "NEAR(a b)", "a AND", "NOT", "^a", "folded:a", "a - b", "(", "a)"),
    *("\0", "a\0b", ".ma", "; DROP TABLE event", "\u202e", "%", "_", "\ud800", "{", "~"),
    *("x" * 10_000, "x " * 5_000, "é" * 400),
)


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_can_break_the_search(demo_store: Store, words: str) -> None:
    assert isinstance(found(demo_store, words), list)
    with demo_store.read() as reader:
        for kind in ("pair", "event", "official", "action", "followup"):
            listed(reader, kind, words)


def listed(reader: Reader, kind: str, words: str) -> int:
    tables = {
        "pair": ("pair_summary p", "p"),
        "event": ("event e", "e.id"),
        "official": ("official o", "o.id"),
    }
    table, record = tables.get(kind, (f"{kind} t", "t.id"))
    condition, values = matching(kind, words, record)  # type: ignore[arg-type]
    return int(reader.value(f"SELECT COUNT(*) FROM {table} WHERE {condition or '1 = 1'}", **values))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=2 * MOST_LETTERS))
def test_any_text_can_be_looked_for(demo_store: Store, words: str) -> None:
    with demo_store.read() as reader:
        queries.find_records(reader, words)
        listed(reader, "event", words)


@given(
    text=st.text(max_size=300), wanted=st.lists(st.from_regex("[a-z0-9]{1,5}", fullmatch=True), max_size=3)
)
def test_a_mark_always_stands_in_its_line(text: str, wanted: list[str]) -> None:
    here = around([text], wanted)
    assert here == NOWHERE or here.marks
    assert all(0 <= first < end <= len(here.text) for first, end in here.marks)
    assert "\n" not in here.text


@pytest.mark.parametrize("words", ["hammouchi", "security", "ma", "spanish director general"])
def test_the_search_looks_everything_up(demo_store: Store, words: str) -> None:
    with demo_store.read() as reader, planned(demo_store) as plans:
        assert find_everywhere(reader, words).rows
    # Names of countries and topics do not grow, nor do pairs; the index of words is a table of its own kind.
    over = (
        "country_name",
        "topic",
        "p",
        "w VIRTUAL",
        "search_word VIRTUAL",
        "search_vocabulary VIRTUAL",
        "CONSTANT",
    )
    steps = [step for step in walked(plans) if not step.removeprefix("SCAN ").startswith(over)]
    assert steps == []


def test_what_is_found_costs_the_same_number_of_questions_however_much_it_is(empty_store: Store) -> None:
    def asked() -> int:
        with empty_store.read() as reader:
            before = reader.statements
            assert find_everywhere(reader, "inspection").rows
            return reader.statements - before

    with empty_store.write("enter") as session:
        visit(session, title="Inspection", note="Inspection")
    one = asked()
    with empty_store.write("enter") as session:
        for _ in range(40):
            visit(session, title="Inspection", note="Inspection")
    assert asked() == one <= 12


def test_a_renamed_country_word_needs_no_new_lists(demo_store: Store) -> None:
    """Events carry codes: what a country is called is looked up when it is asked for."""
    with demo_store.read() as reader:
        assert listed(reader, "event", "maroc") == listed(reader, "event", "morocco") > 0
        assert listed(reader, "event", "saudi arabia") == 0
        assert listed(reader, "pair", "maroc espagne") == 1


@pytest.mark.parametrize("words", ["counter-terrorism", "terrorismo", "antiterror", "CT", "مكافحة الإرهاب"])
def test_a_topic_is_found_by_its_code_and_by_its_names_in_every_language(
    demo_store: Store, words: str
) -> None:
    with demo_store.read() as reader:
        rows = find_everywhere(reader, words).rows
        assert Key("topic", "CT") in [row.key for row in rows]
        assert not [row for row in queries.find_records(reader, words) if row.key.kind == "topic"]


def test_a_topic_says_which_of_its_names_was_meant(demo_store: Store) -> None:
    with demo_store.read() as reader:
        (found,) = [row for row in find_everywhere(reader, "terrorismo").rows if row.key.id == "CT"]
    assert (found.label, found.detail.split(" · ")[:2]) == ("Counter-terrorism", ["#CT", "terrorismo"])


def test_all_that_is_about_a_topic_is_what_the_filter_finds(demo_store: Store) -> None:
    with demo_store.read() as reader:
        kept = read_filter("#CT", ["event"], Asking(reader, TODAY))
    wanted = queries.timeline(demo_store, None, kept=kept)
    label, listing = queries.whole_section(demo_store, Moment(TODAY, "MA"), "topic:CT", sort="newest")
    assert label == "Counter-terrorism"
    refs = [row.key for row in listing.rows(0, listing.count())]
    assert refs == [row.key for row in wanted.rows(0, wanted.count())] != []
    with pytest.raises(NotFound):
        queries.whole_section(demo_store, Moment(TODAY, "MA"), "topic:NONE")
