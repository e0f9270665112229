"""What happens to follow-ups and outcomes: read as it is typed, done to all in one step, left alone with a reason."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import BadInput, Conflict, Store, queries
from db.commands import followups
from db.commands.giving import give_owner, give_topics
from db.commands.removal import remove_several
from db.commands.several import Did
from db.forms.happened import Happened, read_happened, read_until
from db.rows import FollowUpCard, Key, Moment
from tests.db import making
from tests.db.looking import card
from tests.db.making import NO_DESK, TODAY
from tests.db.test_undo import book

FRIDAY = date(2026, 11, 27)


def heard(store: Store, text: str) -> Happened:
    with store.read() as reader:
        return read_happened(reader, text, today=TODAY)


def keys(kind: Any, *numbers: int) -> tuple[Key, ...]:
    return tuple(Key(kind, str(number)) for number in numbers)


def desk(store: Store) -> None:
    """Three follow-ups, and an outcome on every rung."""
    with store.write("enter") as session:
        for text in ("chase the nominees", "draft the agenda", "send the note"):
            making.followup(session, text=text, due="2026-11-20")
        held = making.visit(session, date="2025-01-28", ref="V-2025-001")
        for rung in ("noted", "discussed", "explored", "proposed", "agreed", "signed"):
            making.action(session, on=held, text=f"{rung} something", rung=rung)


def did(store: Store, command: Callable[..., Did], *args: Any) -> Did:
    with store.write("act") as session:
        return command(session, *args)


def values(store: Store, sql: str) -> list[Any]:
    with store.read() as reader:
        return [row[0] if len(row) == 1 else row for row in reader.all(sql)]


# --- what is read ---


@pytest.mark.parametrize(
    ("text", "kind", "kept", "on", "next_check"),
    [
        ("chased, reply by fri", "chased", "reply by fri", TODAY, FRIDAY),
        ("rang them, they decide d'ici vendredi", "chased", None, TODAY, FRIDAY),
        ("relancé par téléphone", "chased", None, TODAY, None),
        ("répondu : rien avant le 5 janvier", "replied", "rien avant le 5 janvier", TODAY, date(2027, 1, 5)),
        ("contestó ayer", "replied", None, date(2026, 11, 20), None),
        ("reunidos ayer, acta para el viernes", "met", None, date(2026, 11, 20), FRIDAY),
        ("met 12 nov", "met", None, date(2026, 11, 12), None),
        ("chased", "chased", "", TODAY, None),
        ("they have not replied", "noted", None, TODAY, None),
        ("n'a pas répondu", "noted", None, TODAY, None),
        ("the minister may travel", "noted", None, TODAY, None),
        ("reply by 12/10", "noted", None, TODAY, date(2027, 10, 12)),
        ("met 12 experts in 2025", "met", None, TODAY, None),
    ],
)
def test_a_log_line_is_read_as_it_is_meant(
    empty_store: Store, text: str, kind: str, kept: str | None, on: date, next_check: date | None
) -> None:
    found = heard(empty_store, text)
    assert (found.kind, found.on, found.next_check) == (kind, on, next_check)
    assert found.text == (text if kept is None else kept)


def test_a_date_that_cannot_be_is_refused_where_it_stands(empty_store: Store) -> None:
    with pytest.raises(BadInput, match="no month 13") as refused:
        heard(empty_store, "chased 13/13/2026")
    assert (refused.value.start, refused.value.end) == (7, 17)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("fri", FRIDAY),
        ("until fri", FRIDAY),
        ("3 days", date(2026, 11, 24)),
        ("a month", date(2026, 12, 21)),
        ("next week", date(2026, 11, 23)),
        ("5 jan", date(2027, 1, 5)),
        ("viernes", FRIDAY),
    ],
)
def test_a_snooze_ends_on_the_day_that_is_meant(text: str, day: date) -> None:
    assert read_until(text, today=TODAY) == day


@pytest.mark.parametrize("text", ["yesterday", "today", "2020", "", "soon"])
def test_a_snooze_never_ends_in_the_past_or_nowhere(text: str) -> None:
    with pytest.raises(BadInput):
        read_until(text, today=TODAY)


# --- what is done ---


def test_what_was_chased_is_in_the_log_with_the_day_to_look_again(empty_store: Store) -> None:
    desk(empty_store)
    done = did(
        empty_store, followups.log, keys("followup", 1), heard(empty_store, "chased, reply by fri"), TODAY
    )
    assert done.told("logged", "logged") == "F-2026-001 “chase the nominees” logged"
    assert values(empty_store, "SELECT kind, text, at, by, next_check FROM log_entry") == [
        ("chased", "reply by fri", "2026-11-21", "officer", "2026-11-27")
    ]
    found = card(empty_store, "followup", 1)
    assert isinstance(found, FollowUpCard)
    assert found.remind_on == "2026-11-27"
    assert found.row.last_log == "chased: reply by fri"
    assert found.log[0].next_check == "2026-11-27"


def test_the_day_to_look_again_comes_up_in_the_morning_view_until_it_is_answered(empty_store: Store) -> None:
    with empty_store.write("enter") as session:
        making.followup(session, text="chase the nominees", due="2026-12-24")
    one = keys("followup", 1)
    did(empty_store, followups.log, one, heard(empty_store, "chased, reply by fri"), TODAY)

    def again(day: date) -> int:
        with empty_store.read() as reader:
            sections = queries.today(reader, Moment(day, ""))
        return next(section.total for section in sections if section.title == "Time to look again")

    assert again(TODAY) == 0
    assert again(FRIDAY) == 1
    did(empty_store, followups.log, one, heard(empty_store, "replied: names will come"), FRIDAY)
    assert again(FRIDAY) == 0


def test_closing_takes_it_off_the_list_with_its_day_and_reason(empty_store: Store) -> None:
    desk(empty_store)
    done = did(empty_store, followups.close, keys("followup", 1, 2), "dropped", "overtaken", TODAY)
    assert done.told("is dropped", "are dropped") == "2 follow-ups are dropped: F-2026-001 and F-2026-002"
    assert values(empty_store, "SELECT status, closed_on, close_reason FROM followup ORDER BY id") == [
        ("dropped", "2026-11-21", "overtaken"),
        ("dropped", "2026-11-21", "overtaken"),
        ("open", "", ""),
    ]
    assert (
        values(empty_store, "SELECT kind || ' ' || text FROM log_entry") == ["status dropped: overtaken"] * 2
    )
    assert queries.followups(empty_store, NO_DESK).count() == 1


def test_what_was_only_discussed_cannot_be_closed_and_the_others_are(empty_store: Store) -> None:
    desk(empty_store)
    some = (*keys("followup", 1), *keys("action", 2, 5))
    done = did(empty_store, followups.close, some, "done", "", TODAY)
    said = "2 records are done: F-2026-001 and A-2025-005; A-2025-002 is only discussed and has no status"
    assert done.told("is done", "are done") == said
    assert values(empty_store, "SELECT ref FROM action WHERE status = 'done'") == ["A-2025-005"]
    with pytest.raises(Conflict, match="A-2025-005 is done already; A-2025-001 is only noted"):
        did(empty_store, followups.close, keys("action", 5, 1), "done", "", TODAY)


def test_a_refused_step_leaves_nothing_to_undo(empty_store: Store) -> None:
    desk(empty_store)
    before = making.count(empty_store, "step")
    with pytest.raises(Conflict):
        did(empty_store, followups.close, keys("action", 1), "done", "", TODAY)
    assert making.count(empty_store, "step") == before


def test_what_is_snoozed_is_gone_until_its_day_and_can_be_found_meanwhile(empty_store: Store) -> None:
    desk(empty_store)
    did(empty_store, followups.snooze, keys("followup", 1), FRIDAY, TODAY)

    def lists(day: date) -> tuple[int, int, int, int]:
        moment = Moment(day, "")
        with empty_store.read() as reader:
            overdue = queries.header(reader, moment).overdue
            hidden = queries.hidden_followups(reader, moment)
            seen = next(one.total for one in queries.today(reader, moment) if one.title == "Overdue")
        return queries.followups(empty_store, moment).count(), overdue, seen, hidden

    assert lists(TODAY) == (2, 2, 2, 1)
    assert lists(FRIDAY) == (3, 3, 3, 0)
    hidden = queries.followups(empty_store, NO_DESK, sort="hidden")
    assert [row.ref for row in hidden.rows(0, 9)] == ["F-2026-001"]
    assert hidden.find(Key("followup", "1")) == 0
    did(empty_store, followups.snooze, keys("followup", 1), None, TODAY)
    assert lists(TODAY) == (3, 3, 3, 0)
    assert values(empty_store, "SELECT kind || ' ' || text FROM log_entry ORDER BY id") == [
        "snoozed until 27 Nov 2026",
        "snoozed back in the list",
    ]


def test_the_ball_is_passed_and_logged(empty_store: Store) -> None:
    desk(empty_store)
    done = did(empty_store, followups.pass_ball, keys("followup", 1, 2), "them", TODAY)
    assert done.told("is theirs", "are theirs") == "2 follow-ups are theirs: F-2026-001 and F-2026-002"
    assert values(empty_store, "SELECT ball FROM followup ORDER BY id") == ["them", "them", "us"]
    assert set(values(empty_store, "SELECT text FROM log_entry")) == {"it is their turn"}
    with pytest.raises(Conflict, match="F-2026-001 says so already"):
        did(empty_store, followups.pass_ball, keys("followup", 1), "them", TODAY)


def test_topics_are_added_to_those_that_do_not_have_them(empty_store: Store) -> None:
    desk(empty_store)
    with empty_store.write("topics") as session:
        give_topics(session, keys("action", 1), "ct", TODAY)
    with empty_store.write("topics") as session:
        gave = give_topics(
            session, (*keys("visit", 1), *keys("action", 1, 2), *keys("followup", 1)), "ct", TODAY
        )
    assert gave.did.names == ("V-2025-001", "A-2025-002")
    assert gave.did.left == ("A-2025-001 has it already", "F-2026-001 is a follow-up and has no topics")
    assert making.count(empty_store, "action_topic") == 2
    with pytest.raises(BadInput, match="is not a topic"), empty_store.write("topics") as session:
        give_topics(session, keys("visit", 1), "nonsense", TODAY)


def test_an_outcome_has_one_owner_and_a_follow_up_whoever_does_it(empty_store: Store) -> None:
    desk(empty_store)
    both = (*keys("action", 5), *keys("followup", 1))
    for text in ("ES", "morocco"):
        with empty_store.write("owner") as session:
            give_owner(session, both, text)
    assert values(empty_store, "SELECT owner_country FROM action WHERE id = 5") == ["MA"]
    assert values(empty_store, "SELECT assignee FROM followup WHERE id = 1") == ["morocco"]
    with pytest.raises(BadInput, match="Nobody is called"), empty_store.write("owner") as session:
        give_owner(session, both, "Nobody Known")
    with empty_store.write("owner") as session:
        give_owner(session, keys("followup", 1), "Farid")
    assert values(empty_store, "SELECT assignee FROM followup WHERE id = 1") == ["Farid"]


def test_several_go_to_the_trash_in_one_step_and_what_is_named_stays(demo_store: Store) -> None:
    before = book(demo_store)
    official = values(demo_store, "SELECT official_id FROM participant WHERE official_id IS NOT NULL LIMIT 1")
    some = (*keys("followup", 1, 2), *keys("official", *official))
    with demo_store.write("delete") as session:
        done = remove_several(session, some)
    assert done.called == "F-2026-001 and F-2026-002"
    assert len(done.left) == 1
    assert "so it stays" in done.left[0]
    assert "delete F-2026-001 and F-2026-002" in demo_store.undo()
    assert book(demo_store) == before


def test_a_visit_and_its_own_outcome_are_deleted_together(empty_store: Store) -> None:
    desk(empty_store)
    with empty_store.write("delete") as session:
        remove_several(session, (*keys("visit", 1), *keys("action", 1, 2)))
    assert making.count(empty_store, "action") == making.count(empty_store, "visit") == 0


def test_undo_calls_the_step_after_the_records_that_it_changed(empty_store: Store) -> None:
    desk(empty_store)
    did(empty_store, followups.close, (*keys("followup", 1), *keys("action", 2)), "done", "", TODAY)
    assert empty_store.undo() == "Undid: close F-2026-001 “chase the nominees”, 2 changes."


# --- a bulk step and its undo ---

STEPS = ("log", "close", "snooze", "ball", "topics", "owner", "delete")
SOME = st.lists(
    st.sampled_from([*keys("followup", 1, 2, 3), *keys("action", *range(1, 7)), *keys("visit", 1)]),
    min_size=1,
    max_size=6,
)


@pytest.fixture(scope="module")
def desk_file(small_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "desk.db"
    shutil.copyfile(small_file, path)
    store = Store.open(path, officer="officer")
    desk(store)
    store.close()
    return path


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(STEPS), SOME), min_size=2, max_size=6))
def test_a_bulk_step_and_its_undo_leave_the_store_as_it_was(
    desk_file: Path, steps: list[tuple[str, list[Key]]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        shutil.copyfile(desk_file, path)
        store = Store.open(path, officer="officer")
        try:
            for step, some in steps:
                before = book(store)
                try:
                    with store.write(step) as session:
                        bulk(session, step, some)
                except (Conflict, BadInput):
                    assert book(store) == before
                    continue
                after = book(store)
                store.undo()
                assert book(store) == before
                store.redo()
                assert book(store) == after
        finally:
            store.close()


def bulk(session: Any, step: str, some: list[Key]) -> None:
    """One of the commands, with an answer that makes sense."""
    chased = Happened("chased", "reply", TODAY, FRIDAY, ())
    match step:
        case "log":
            followups.log(session, some, chased, TODAY)
        case "close":
            followups.close(session, some, "done", "settled", TODAY)
        case "snooze":
            followups.snooze(session, some, FRIDAY, TODAY)
        case "ball":
            followups.pass_ball(session, some, "third", TODAY)
        case "topics":
            give_topics(session, some, "ct, cyber", TODAY)
        case "owner":
            give_owner(session, some, "ES")
        case _:
            remove_several(session, some)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("chased, look again today", True),
        ("chased, reply by today", True),
        ("relancé, à revoir aujourd'hui", True),
        ("met them today", False),
        ("replied today", False),
    ],
)
def test_today_is_a_day_to_look_again_only_where_that_is_said(
    empty_store: Store, text: str, asks: bool
) -> None:
    happened = heard(empty_store, text)
    assert (happened.next_check == TODAY) is asks
    assert happened.on == TODAY


def test_each_marked_outcome_gets_its_own_follow_up_and_one_undo_takes_all_back(empty_store: Store) -> None:
    desk(empty_store)
    before = book(empty_store)
    done = did(empty_store, followups.log, keys("action", 3, 4), heard(empty_store, "look again fri"), TODAY)
    assert done.asking == ("F-2026-004", "F-2026-005")
    assert values(
        empty_store, "SELECT text, action_id, remind_on, due_edtf FROM followup WHERE id > 3 ORDER BY id"
    ) == [
        ("Look again: explored something", 3, "2026-11-27", ""),
        ("Look again: proposed something", 4, "2026-11-27", ""),
    ]
    empty_store.undo()
    assert book(empty_store) == before
