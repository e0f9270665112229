"""Outcomes on the ladder: moved one rung at a time, agreed only by what says so, split into what can be checked."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import BadInput, Conflict, Store, queries
from db.commands.edit import save
from db.commands.ladder import Moved, lower_rung, raise_rung
from db.commands.lines import enter_typed
from db.commands.removal import remove
from db.commitments import RUNGS
from db.entry import Context, read_lines
from db.entry.shapes import Whole
from db.forms.errors import FormErrors
from db.forms.ladder import SaysSo, read_says_so
from db.forms.rungs import supported
from db.rows import ActionCard, ActionRow, Climbed, Key
from tests.db import making
from tests.db.looking import card, meeting_card, visit_card
from tests.db.making import NO_DESK, TODAY
from tests.db.test_projections import assert_true_to_the_facts
from tests.db.test_undo import book


@pytest.fixture
def ladder(empty_store: Store) -> Store:
    """A visit of January 2025 with an outcome on every rung, and a meeting of January 2026."""
    with empty_store.write("enter") as session:
        held = making.visit(session, date="2025-01-28/2025-01-29", ref="V-2025-001")
        for rung in RUNGS:
            making.action(session, on=held, text=f"{rung} something", rung=rung, parties=["MA", "ES"])
        making.meeting(session, date="2026-01-07", ref="M-2026-001")
    return empty_store


def on_rung(rung: str) -> Key:
    return Key("action", str(RUNGS.index(rung) + 1))


def heard(store: Store, text: str) -> SaysSo:
    with store.read() as reader:
        return read_says_so(reader, text, today=TODAY)


def raised(store: Store, *keys: Key, says: str = "") -> Moved:
    said = heard(store, says) if says else None
    with store.write("raise") as session:
        return raise_rung(session, keys, said, TODAY)


def lowered(store: Store, *keys: Key) -> Moved:
    with store.write("lower") as session:
        return lower_rung(session, keys, TODAY)


def shown(store: Store, key: Key) -> ActionCard:
    found = card(store, "action", key.id)
    assert isinstance(found, ActionCard)
    return found


def edited(store: Store, key: Key, **after: str) -> None:
    with store.read() as reader:
        form = queries.form(reader, key)
    with store.write("edit") as session:
        save(session, key, form.values, form.values | after, version=form.version, today=TODAY)


def split(store: Store, key: Key, *lines: str) -> list[Key]:
    row = shown(store, key).row
    context = Context(on=key, on_label=row.ref, whole=Whole(row.ref, RUNGS[row.rung]))
    with store.read() as reader:
        readings = read_lines("\n".join(lines), reader=reader, moment=NO_DESK, context=context)
    with store.write("split") as session:
        return [made.key for made in enter_typed(session, readings, TODAY).made]


# --- what says so ---


def test_words_a_source_an_event_and_its_date_are_heard(ladder: Store) -> None:
    says = heard(ladder, "confirmed in the statement src:Communiqué/MAP on:m-2026-001")
    assert (says.note, says.when.edtf) == ("confirmed in the statement", "2026-01-07")
    assert says.source == {"kind": "article", "title": "Communiqué", "publisher": "MAP"}
    assert says.event is not None
    assert says.event.name == "M-2026-001"


@pytest.mark.parametrize(
    ("text", "note", "edtf"),
    [
        ("the minister said so on:jan 2026", "the minister said so", "2026-01"),
        ("on:12 jan 2026 the minister said so", "the minister said so", "2026-01-12"),
        ("exchange of letters 12 jan 2026", "exchange of letters 12 jan 2026", "2026-01-12"),
        ("exchange of letters date:yesterday", "exchange of letters", "2026-11-20"),
        ('note:"as they say" date:28 jan', "as they say", "2026-01-28"),
        ("exchange of letters 12 dec", "exchange of letters 12 dec", "2025-12-12"),
        ("they said so", "they said so", ""),
    ],
)
def test_a_date_is_read_and_none_is_made_up(ladder: Store, text: str, note: str, edtf: str) -> None:
    says = heard(ladder, text)
    assert (says.note, says.when.edtf) == (note, edtf)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Say what makes it so"),
        ("12 jan 2026", "Say what makes it so"),
        ("said on:M-2031-001", "There is no meeting M-2031-001"),
        ("said on:A-2025-001", "is not the ref of a visit or meeting"),
        ("said on:someday", "no visit or meeting such as M-2026-001"),
        ("said on:mar 2027", "lies ahead"),
        ("said due:fri", "“due:” says nothing here"),
        ("x" * 2_001, "2,000 characters at most"),
    ],
)
def test_what_says_nothing_is_refused_in_a_sentence(ladder: Store, text: str, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        heard(ladder, text)


# --- up ---


def test_proposed_becomes_agreed_and_open_by_what_says_so(ladder: Store) -> None:
    moved = raised(ladder, on_rung("proposed"), says="in the statement src:Communiqué/MAP on:M-2026-001")
    assert moved.told() == "A-2025-004 “proposed something” is agreed now, and open"
    found = shown(ladder, on_rung("proposed"))
    assert (found.row.rung, found.row.status) == (4, "open")
    first, second = found.ladder
    assert (first.rung, first.date.edtf) == (3, "2025-01-28/2025-01-29")
    assert (second.rung, second.date.edtf, second.note) == (4, "2026-01-07", "in the statement")
    assert (second.source, second.event_key) == ("Communiqué", Key("meeting", "1"))
    assert found.log[0].text == "agreed, was proposed: in the statement"
    assert [one.source for one in found.citations] == ["Communiqué"]


def test_without_what_says_so_nothing_becomes_agreed_or_signed(ladder: Store) -> None:
    before = book(ladder)
    for rung, wanted in (("proposed", "agreed"), ("agreed", "signed")):
        with pytest.raises(Conflict, match=f"needs what makes it {wanted}"):
            raised(ladder, on_rung(rung))
    assert book(ladder) == before


def test_what_was_over_before_cannot_say_so(ladder: Store) -> None:
    with ladder.write("enter") as session:
        making.meeting(session, date="2024-05", ref="M-2024-001")
    with pytest.raises(Conflict, match="A-2025-004 was said later than M-2024-001"):
        raised(ladder, on_rung("proposed"), says="they met on:M-2024-001")


def test_a_low_rung_goes_up_without_a_question(ladder: Store) -> None:
    assert raised(ladder, on_rung("explored")).told() == "A-2025-003 “explored something” is proposed now"
    assert shown(ladder, on_rung("explored")).row.status == ""


def test_several_go_up_in_one_step_and_those_that_cannot_are_named(ladder: Store) -> None:
    before = book(ladder)
    moved = raised(ladder, *map(on_rung, ("noted", "proposed", "signed")), says="they said so")
    assert moved.told() == (
        "2 outcomes moved one rung: A-2025-001 and A-2025-004; A-2025-006 is signed already"
    )
    assert ladder.undo().startswith("Undid: raise A-2025-001 and A-2025-004")
    assert book(ladder) == before


def test_a_line_of_an_outcome_tells_what_it_was_before(ladder: Store) -> None:
    raised(ladder, on_rung("proposed"), says="they said so on:jan 2026")
    lowered(ladder, on_rung("signed"))
    found = {row.ref: row.since for row in visit_card(ladder, 1).actions if row.since}
    assert found == {"A-2025-004": "since proposed Jan 2025", "A-2025-006": "once signed Jan 2025"}


def test_the_event_that_says_so_shows_what_it_moved(ladder: Store) -> None:
    raised(ladder, on_rung("proposed"), says="on:M-2026-001")
    (moved,) = meeting_card(ladder, 1).moved
    assert (moved.ref, RUNGS[moved.rung], moved.before) == ("A-2025-004", "agreed", "proposed Jan 2025")


# --- down ---


def test_below_agreed_there_is_no_status_and_the_sentence_says_what_went(ladder: Store) -> None:
    edited(ladder, on_rung("agreed"), status="done")
    moved = lowered(ladder, on_rung("agreed"))
    assert moved.told() == (
        "A-2025-005 “agreed something” is proposed now; the status “done on 21 Nov 2026” is gone"
    )
    with ladder.read() as reader:
        assert reader.one("SELECT rung, status, closed_on, close_reason FROM action WHERE id = 5") == (
            3,
            "",
            "",
            "",
        )
    ladder.undo()
    assert shown(ladder, on_rung("agreed")).row.status == "done"


def test_nothing_is_lower_than_noted(ladder: Store) -> None:
    with pytest.raises(Conflict, match="only noted, which is the lowest rung"):
        lowered(ladder, on_rung("noted"))


def test_a_follow_up_is_no_outcome(ladder: Store) -> None:
    with ladder.write("enter") as session:
        making.followup(session)
    with pytest.raises(Conflict, match="is a follow-up, and only outcomes stand on the ladder"):
        raised(ladder, Key("followup", "1"))


# --- the form ---


def test_a_form_does_not_make_agreed_what_nobody_says(ladder: Store) -> None:
    with pytest.raises(FormErrors) as caught:
        edited(ladder, on_rung("proposed"), rung="agreed", status="open")
    assert "+" in caught.value.problems["rung"]
    edited(ladder, on_rung("proposed"), rung="agreed", status="open", note="They wrote so in May.")
    (_, now) = shown(ladder, on_rung("proposed")).ladder
    assert (now.rung, now.note) == (4, "They wrote so in May.")


def test_a_form_that_lowers_keeps_the_old_rung(ladder: Store) -> None:
    edited(ladder, on_rung("agreed"), rung="explored", status="")
    assert [step.rung for step in shown(ladder, on_rung("agreed")).ladder] == [4, 2]


@pytest.mark.parametrize(
    ("text", "verb", "rung", "new", "says"),
    [
        ("They explored ways to share", "", "agreed", False, "“explored” supports explored"),
        ("A joint committee", "mulled", "agreed", False, "“mulled” supports proposed"),
        ("They agreed to meet", "", "explored", False, ""),
        ("They agreed to meet", "", "noted", True, "“agreed to” supports agreed"),
        ("They agreed to meet", "", "agreed", True, "“agreed to” says so"),
        ("A joint committee", "", "agreed", False, ""),
    ],
)
def test_a_form_says_what_the_words_support(text: str, verb: str, rung: str, new: bool, says: str) -> None:
    assert supported(text, verb, rung, new=new) == says


# --- parts ---


def test_a_vague_agreement_is_split_into_parts_like_it(ladder: Store) -> None:
    vague = on_rung("agreed")
    assert not shown(ladder, vague).row.actionable
    parts = split(ladder, vague, "name two nominees owner:ES due:mar 2027", "!proposed a joint exercise")
    found = shown(ladder, vague)
    assert [(row.text, row.rung, row.status) for row in found.parts] == [
        ("name two nominees", 4, "open"),
        ("a joint exercise", 3, ""),
    ]
    assert (found.row.actionable, found.row.parts, found.row.parts_done) == (True, 2, 0)
    part = shown(ladder, parts[0])
    assert part.whole is not None
    assert (part.whole.ref, part.row.of, part.row.on) == ("A-2025-005", "A-2025-005", "V-2025-001")
    assert part.parties == ("ES", "MA")


def test_what_was_split_is_not_vague_any_more(ladder: Store) -> None:
    def vague() -> list[str]:
        _, listing = queries.whole_section(ladder, NO_DESK, "vague")
        return [row.ref for row in listing.rows(0, 50) if isinstance(row, ActionRow)]

    assert "A-2025-005" in vague()
    split(ladder, on_rung("agreed"), "name two nominees owner:ES")
    assert "A-2025-005" not in vague()


def test_the_parts_that_are_done_are_counted(ladder: Store) -> None:
    first, *_ = split(ladder, on_rung("agreed"), "name nominees", "send the note", "hold a call")
    edited(ladder, first, status="done")
    row = shown(ladder, on_rung("agreed")).row
    assert (row.parts_done, row.parts) == (1, 3)


# --- what stays ---


def test_a_deleted_outcome_takes_its_ladder_and_parts_along_and_undo_brings_all_back(ladder: Store) -> None:
    raised(ladder, on_rung("proposed"), says="they said so on:M-2026-001")
    split(ladder, on_rung("proposed"), "name nominees", "send the note")
    before = book(ladder)
    with ladder.write("delete") as session:
        remove(session, on_rung("proposed"))
    assert making.count(ladder, "rung_change") == 0
    assert making.count(ladder, "action") == 5
    ladder.undo()
    assert book(ladder) == before


def test_the_ladder_keeps_the_date_when_the_event_is_deleted(ladder: Store) -> None:
    raised(ladder, on_rung("proposed"), says="src:Note on:M-2026-001")
    before = book(ladder)
    for key in (Key("meeting", "1"), Key("source", "1")):
        with ladder.write("delete") as session:
            remove(session, key)
    (_, now) = shown(ladder, on_rung("proposed")).ladder
    assert (now.date.edtf, now.event_key, now.source_key) == ("2026-01-07", None, None)
    ladder.undo()
    ladder.undo()
    assert book(ladder) == before


def test_history_tells_the_rungs(ladder: Store) -> None:
    raised(ladder, on_rung("explored"))
    with ladder.read() as reader:
        rows = queries.history(reader, on_rung("explored"))
    assert ("rung change", "explored → proposed") in [(row.what, row.after) for row in rows]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.sampled_from(list(RUNGS)), st.booleans()), min_size=1, max_size=6))
def test_every_move_is_undone_and_redone_whole(empty_file: Path, moves: list[tuple[str, bool]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        shutil.copyfile(empty_file, path)
        store = Store.open(path, officer="officer")
        try:
            with store.write("enter") as session:
                held = making.visit(session, date="2025-01-28")
                for rung in RUNGS:
                    making.action(session, on=held, text=rung, rung=rung)
            books = [book(store)]
            for moved, up in moves:
                books += _after(store, on_rung(moved), up=up)
            for earlier in reversed(books[:-1]):
                store.undo()
                assert book(store) == earlier
            for later in books[1:]:
                store.redo()
                assert book(store) == later
        finally:
            store.close()


def _after(store: Store, key: Key, *, up: bool) -> list[dict[str, list[tuple[Any, ...]]]]:
    """The store behind a move; nothing where the outcome stands at the end of the ladder."""
    try:
        if up:
            raised(store, key, says="they said so src:Note")
        else:
            lowered(store, key)
    except Conflict:
        return []
    return [book(store)]


# --- where and when it climbed, on the timeline ---


def lines(store: Store) -> dict[str, tuple[int, int, str]]:
    """By ref of the events: what they agreed, what they left on watch, what climbed elsewhere."""
    rows = queries.timeline_with_climbs(store, Key("pair", "ES-MA")).rows(0, 20)
    return {row.ref: (row.agreed, row.watch, _climbed(row.climbed)) for row in rows}


def _climbed(climbed: Climbed | None) -> str:
    return "" if climbed is None else f"{climbed.many} {climbed.before or '-'} {climbed.later or '-'}"


def test_a_proposal_is_agreed_at_the_event_that_agreed_it(ladder: Store) -> None:
    before = lines(ladder)
    assert before == {"V-2025-001": (2, 2, ""), "M-2026-001": (0, 0, "")}
    raised(ladder, on_rung("proposed"), says="confirmed on:M-2026-001")
    after = {"V-2025-001": (2, 2, "1 - agreed Jan 2026"), "M-2026-001": (1, 0, "1 proposed Jan 2025 -")}
    assert lines(ladder) == after
    assert_true_to_the_facts(ladder)
    ladder.undo()
    assert lines(ladder) == before
    ladder.redo()
    assert lines(ladder) == after


def test_what_was_agreed_and_then_signed_is_told_in_three_steps(ladder: Store) -> None:
    with ladder.write("meet") as session:
        making.meeting(session, date="2026-03-03", ref="M-2026-002")
    raised(ladder, on_rung("proposed"), says="confirmed on:M-2026-001")
    raised(ladder, on_rung("proposed"), says="signed on:M-2026-002")
    assert lines(ladder) == {
        "M-2026-002": (1, 0, "1 proposed Jan 2025 -"),
        "M-2026-001": (1, 0, "1 proposed Jan 2025 signed Mar 2026"),
        "V-2025-001": (2, 2, "1 - signed Mar 2026"),
    }
    assert_true_to_the_facts(ladder)


def test_a_letter_agrees_it_at_no_event_and_the_line_says_when(ladder: Store) -> None:
    raised(ladder, on_rung("proposed"), says="by letter on:feb 2026")
    assert lines(ladder) == {"V-2025-001": (2, 2, "1 - agreed Feb 2026"), "M-2026-001": (0, 0, "")}


def test_a_source_of_the_same_days_agrees_it_there(ladder: Store) -> None:
    raised(ladder, on_rung("proposed"), says="the statement says so on:28 jan 2025")
    assert lines(ladder)["V-2025-001"] == (3, 1, "")


def test_a_mistaken_rung_is_put_right_where_it_stands(ladder: Store) -> None:
    lowered(ladder, on_rung("agreed"))
    raised(ladder, on_rung("explored"))
    assert lines(ladder)["V-2025-001"] == (1, 3, "")
    raised(ladder, on_rung("proposed"), says="confirmed on:M-2026-001")
    lowered(ladder, on_rung("proposed"))
    assert lines(ladder)["M-2026-001"] == (0, 0, "")
    assert_true_to_the_facts(ladder)


def test_the_line_keeps_the_month_when_the_event_that_agreed_it_is_deleted(ladder: Store) -> None:
    raised(ladder, on_rung("proposed"), says="confirmed on:M-2026-001")
    with ladder.write("delete") as session:
        remove(session, Key("meeting", "1"))
    assert lines(ladder) == {"V-2025-001": (2, 2, "1 - agreed Jan 2026")}
    assert_true_to_the_facts(ladder)


def test_the_figures_of_the_pair_stay_those_of_today(ladder: Store) -> None:
    raised(ladder, on_rung("proposed"), says="confirmed on:M-2026-001")
    with ladder.read() as reader:
        assert reader.one("SELECT open, watch FROM pair_summary") == (3, 1)


def test_a_month_names_the_one_event_that_the_parties_had_then(ladder: Store) -> None:
    def at(text: str) -> str:
        with ladder.read() as reader:
            says = read_says_so(reader, text, today=TODAY, of=[on_rung("proposed")])
        return says.event.name if says.event else " ".join(says.told)

    assert at("confirmed on:jan 2026") == "M-2026-001"
    assert at("confirmed on:7 jan 2026") == "M-2026-001"
    assert "M-2026" not in at("confirmed on:8 jan 2026")
    assert "M-2026" not in at("confirmed on:2026")
    assert "V-2025" not in at("confirmed on:jan 2025")
    with ladder.write("meet") as session:
        making.meeting(session, date="2026-01-20", ref="M-2026-002")
        making.meeting(session, date="2026-01-21", parties=["MA", "FR"], ref="M-2026-003")
    assert "2 events then; on:M-2026-001 names one" in at("confirmed on:jan 2026")


def test_a_part_shows_the_words_of_the_whole_as_the_words_of_the_whole(ladder: Store) -> None:
    raised(ladder, on_rung("proposed"), says="src:Communiqué/MAP on:M-2026-001")
    (part,) = split(ladder, on_rung("proposed"), "name somebody")
    with ladder.read() as reader:
        found = queries.origin(reader, part)
    whole = shown(ladder, on_rung("proposed")).row.ref
    assert [(one.field, one.source) for one in found] == [(f"rung of {whole}", "Communiqué")]
    assert [one.source for one in shown(ladder, part).citations] == ["Communiqué"]
