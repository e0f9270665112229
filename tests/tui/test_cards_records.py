"""What a record says, and how it is laid out."""

from __future__ import annotations

import pytest

from db.rows import Card, ChangeRow, Key, LogRow, NameRow
from tests.tui import hand_made as made
from tui import cards
from tui.cards import citations, counting, outcomes
from tui.cards.events import event_words
from tui.cards.fields import breadth
from tui.cards.history import history
from tui.format import way
from tui.lines import Line


def text(lines: list[Line], width: int = 90) -> str:
    return "\n".join(cards.line_text(line, width) for line in lines)


def overview(card: Card, width: int = 90) -> str:
    return text(cards.overview(card, width, made.MOMENT), width)


def test_a_visit_begins_with_how_it_came_about() -> None:
    first = overview(made.visit()).splitlines()[0]
    assert first.startswith(
        "at the request of the host · working visit · Madrid · head: Abdellatif Hammouchi"
    )


def test_a_visit_is_called_by_its_way_and_date() -> None:
    assert cards.title(made.visit()) == "Visit MA→ES 28–29 Jan 2025"
    assert "".join(span.text for span in cards.badge(made.visit())) == "source C2 ●●●●○"


def test_outcomes_stand_by_rung_the_highest_first_each_name_once() -> None:
    said = overview(made.visit())
    places = [said.index(f"\n{rung}") for rung in ("agreed", "explored", "proposed", "noted")]
    assert places == sorted(places)
    two = made.visit(actions=(made.action("one"), made.action("two")))
    assert overview(two).count("agreed ") == 1


def test_an_agreed_outcome_nobody_owns_says_so() -> None:
    line = next(line for line in overview(made.visit()).splitlines() if line.startswith("agreed"))
    assert line.split() == ["agreed", "strengthen", "work", "on", "new", "threats", "open,", "no", "owner"]
    assert len(line) == 90


def test_an_overdue_outcome_is_marked_and_not_only_coloured() -> None:
    late = made.action(due=made.when("2026-10-01"), overdue=True, owner="DGSN")
    assert "open, DGSN ! due 1 Oct 2026" in overview(made.visit(actions=(late,)))


def test_a_proposal_keeps_its_due_year() -> None:
    line = next(line for line in overview(made.visit()).splitlines() if line.startswith("proposed"))
    assert line.endswith("due 2030")


def test_people_stand_by_country_and_the_unnamed_by_their_post() -> None:
    said = overview(made.visit())
    assert "people     ES  DG National Police (not named)" in said
    assert "           MA  Abdellatif Hammouchi, Director General, DGSN" in said
    assert "security experts" in said
    assert "(4)" in said


def test_an_inferred_holder_is_marked() -> None:
    guessed = made.person("Francisco Pardo", "ES", inferred=True)
    assert "Francisco Pardo, Director General, DGSN (inferred)" in overview(
        made.meeting(participants=(guessed,))
    )


def test_a_garbled_reading_is_marked_and_the_record_keeps_its_own() -> None:
    assert "? visitor: one source reads FR (garbled)" in overview(made.visit())


def test_a_year_that_nobody_stated_is_not_made_up() -> None:
    yearless = made.visit(date=made.when("XXXX-01-28/XXXX-01-29"))
    assert "2026" not in cards.title(yearless)
    assert "? year not stated" in overview(yearless)


def test_a_visit_with_two_countries_and_nothing_else_is_calm() -> None:
    bare = made.visit(
        date=made.UNSTATED,
        title="",
        purpose="",
        place="",
        kind="unknown",
        initiated_by="unknown",
        note="",
        topics=(),
        delegations=(),
        meetings=(),
        actions=(),
        followups=(),
        links=(),
        citations=(),
        grade="",
        dots=(False,) * 5,
    )
    said = overview(bare)
    assert said.splitlines()[0] == "date not stated · V-2025-001"
    assert cards.title(bare) == "Visit MA→ES"
    assert said.splitlines()[1].startswith("missing    a source, a date, a principal")


def test_what_may_be_unknown_never_shows_as_none() -> None:
    for card in made.cards():
        for lines in (
            cards.overview(card, 80, made.MOMENT),
            cards.people_tab(card, 80),
            cards.actions_tab(card, 80),
        ):
            assert "None" not in text(lines)


@pytest.mark.parametrize("width", [120, 73, 58, 34, 20, 8])
def test_no_line_is_wider_than_the_pane(width: int) -> None:
    for card in made.cards():
        for lines in (
            cards.overview(card, width, made.MOMENT),
            cards.people_tab(card, width),
            cards.actions_tab(card, width),
            citations.at_length([made.citation()], width),
            history(made.changes(), width),
        ):
            for line in lines:
                left, right = breadth(line.spans), breadth(line.right)
                if width >= 34:
                    assert left + (right + 1 if right else 0) <= width, cards.line_text(line)


@pytest.mark.parametrize("width", [120, 58, 34])
def test_narrow_panes_lose_no_word(width: int) -> None:
    wide = set(overview(made.visit(), 200).split()) - {"·"}
    narrow = overview(made.visit(), width)
    assert all(word in narrow for word in wide)


def test_every_line_that_names_a_record_opens_it_once() -> None:
    lines = cards.overview(made.visit(), 60, made.MOMENT)
    keys = [line.key for line in lines if line.key]
    for key in (
        Key("action", "5"),
        Key("followup", "3"),
        Key("visit", "2"),
        Key("meeting", "1"),
    ):
        assert keys.count(key) == 1
    assert Key("official", "Abdellatif Hammouchi") in keys


def test_a_pair_says_that_nothing_is_planned() -> None:
    said = overview(made.pair())
    assert "visits MA→ES 4, ES→MA 1 · 3 meetings" in said
    assert "next       nothing is planned" in said


def test_an_official_shows_posts_over_time_and_other_spellings() -> None:
    said = overview(made.official())
    assert "posts      Director General, DGSN" in said
    assert "since May 2015" in said
    assert "spellings  A. Hamouchi" in said
    assert "2 times, last 28–29 Jan 2025" in said


def test_a_followup_says_whose_turn_it_is_in_words_and_as_a_mark() -> None:
    card = next(card for card in made.cards() if card.key.kind == "followup")
    assert "".join(span.text for span in cards.badge(card)) == "! overdue  ◀ theirs"
    assert "it is their turn" in overview(card)
    assert "! Thu 12 Nov 2026, overdue" in overview(card)


def test_history_groups_what_was_done_at_once() -> None:
    said = text(history(made.changes(), 80)).splitlines()
    assert said[0].endswith("officer · edit")
    assert said[1].split() == ["V-2025-001", "place", "Rabat", "→", "Madrid"]
    assert said[2].split() == ["V-2025-001", "status", "not", "stated", "→", "held"]
    assert said[3] == ""
    assert said[4].endswith("officer · import")


def test_a_grade_is_explained_in_words() -> None:
    said = text(citations.at_length([made.citation()], 80))
    assert "C2: fairly reliable, probably true" in said
    assert "“on the two days”" in said
    assert "states · agency voice · accepted" in said


def test_a_doubtful_citation_carries_a_question_mark() -> None:
    said = text(citations.at_length([made.citation(stance="contradicts", accepted=False)], 80))
    assert said.startswith("date       ? 28–29 Jan 2025")
    assert "accepted" not in said


def test_a_record_without_source_says_so() -> None:
    assert text(citations.at_length([], 80)) == "No source is recorded for this."
    assert "no source" in "".join(span.text for span in cards.badge(made.visit(grade="")))


def test_counts_of_the_tabs_are_those_of_their_lines() -> None:
    assert counting.counts(made.visit()) == (3, 5)
    assert counting.counts(made.pair()) == (1, 3)


def test_no_line_ends_in_a_dot_that_separates_nothing() -> None:
    for width in range(30, 90, 7):
        for card in made.cards():
            for line in (*cards.overview(card, width, made.MOMENT), *cards.actions_tab(card, width)):
                left = "".join(span.text for span in line.spans)
                assert not left.endswith("·"), left


def test_a_record_as_text_is_plain_and_whole() -> None:
    said = cards.as_text(made.visit(), made.MOMENT)
    assert said.startswith("Visit MA→ES 28–29 Jan 2025")
    assert "\u00a0" not in said
    assert "closer work between the two police forces" in said
    assert said.endswith("\n")


def change(what: str, field: str = "", before: str = "", after: str = "") -> ChangeRow:
    return made.changes()[0]._replace(what=what, field=field, before=before, after=after)


def test_history_names_what_changed_in_words_of_an_officer() -> None:
    rows = [
        change("meeting topic", after="Drug trafficking"),
        change("V-2025-001 official name", after="Hammouchi"),
        change("tenure"),
        change("visit", "initiated by", "host", "mutual"),
        change("action", "rung", "2", "4"),
        change("delegation", "complete", "False", "True"),
    ]
    said = [" ".join(line.split()) for line in text(history(rows, 90)).splitlines()[1:]]
    assert said == [
        "topic added Drug trafficking",
        "V-2025-001 spelling added Hammouchi",
        "held a post",
        "visit who asked for it host → mutual",
        "outcome how firm explored → agreed",
        "delegation all named no → yes",
    ]


def test_sources_name_fields_in_words_of_an_officer() -> None:
    rows = [made.citation("initiated_by", "host"), made.citation("tenures", "x"), made.citation("order", "1")]
    said = text(citations.at_length(rows, 90))
    assert "who asked for it" in said
    assert "held a post" in said
    assert "order of meetings" in said
    assert "_" not in said


def test_a_spelling_says_its_alphabet_and_that_it_is_a_surname_alone() -> None:
    names = (NameRow("Hammouchi", "weak", "Latn"), NameRow("الحموشي", "spelling", "Arab"))
    said = text(cards.people_tab(made.official(names=names), 60))
    assert "surname alone, Latin" in said
    assert "spelling, Arabic" in said


def test_parties_stand_in_one_order_wherever_they_are_joined() -> None:
    parties = (("ES", "host"), ("MA", "guest"), ("DE", "third"))
    assert cards.title(made.meeting(parties=parties)) == "Meeting DE·ES·MA 28 Jan 2025"
    assert "parties    ES host · MA guest · DE third" in overview(made.meeting(parties=parties))
    assert "trilateral DE·ES·MA" in overview(made.visit(meetings=(made.meeting(parties=parties),)))
    row = made.event(sending="", host="", parties=("ES", "MA", "DE"))
    assert event_words(row) == "meeting DE·ES·MA"
    assert way(row) == "DE·ES·MA"


def test_days_of_a_log_read_like_all_others() -> None:
    card = next(card for card in made.cards() if card.key.kind == "followup")
    assert "1 Nov 2026" in overview(card)
    assert "remind on  10 Nov 2026" in overview(card)
    odd = text(outcomes.logged([LogRow("some time", "officer", "chased", "")], 80))
    assert "some time" in odd


def test_a_record_as_text_is_not_padded_to_the_right() -> None:
    for line in cards.as_text(made.visit(), made.MOMENT).splitlines():
        assert line == line.rstrip()
        assert "   " not in line[11:].strip(), line
    assert "strengthen work on new threats  open, no owner" in cards.as_text(made.visit(), made.MOMENT)
