"""What a record says, and how it is laid out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from db.dates import PartialDate
from db.rows import Card, ChangeRow, Key, KinRow, LogRow, NameRow, Precedence
from db.rows.cards import MetHow
from tests.tui import hand_made as made
from tui import cards
from tui.cards import citations, counting, days, outcomes, quiet
from tui.cards.events import event_entry, event_words
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
    assert "4 security experts" in said


def test_an_inferred_holder_is_marked() -> None:
    guessed = made.person("Francisco Pardo", "ES", inferred=True)
    assert "Francisco Pardo, Director General, DGSN ? inferred" in overview(
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
    assert counting.counts(made.visit())[:2] == (3, 5)
    assert counting.counts(made.pair())[:2] == (1, 3)


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
        change("organisation name", "valid_to", "", "2025-01-03"),
    ]
    said = [" ".join(line.split()) for line in text(history(rows, 90)).splitlines()[1:]]
    assert said == [
        "topic added Drug trafficking",
        "V-2025-001 spelling added Hammouchi",
        "held a post",
        "visit who asked for it host → mutual",
        "outcome how firm explored → agreed",
        "delegation all named no → yes",
        "name called so not stated → until 2 Jan 2025",
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
    assert "next check 10 Nov 2026" in overview(card)
    odd = text(outcomes.logged([LogRow("some time", "officer", "chased", "")], 80))
    assert "some time" in odd


def test_a_stretch_of_days_too_long_for_a_column_has_no_weekdays_either() -> None:
    assert days.day(PartialDate("2025-01-03/2026-02-01")) == "3 Jan 2025 – 1 Feb 2026"


def test_a_record_as_text_is_not_padded_to_the_right() -> None:
    for line in cards.as_text(made.visit(), made.MOMENT).splitlines():
        assert line == line.rstrip()
        assert "   " not in line[11:].strip(), line
    assert "strengthen work on new threats  open, no owner" in cards.as_text(made.visit(), made.MOMENT)


def people(card: Card, width: int = 90) -> str:
    return text(cards.people_tab(card, width), width)


def test_a_country_that_had_another_name_then_says_both() -> None:
    assert "then       Turkey (now Türkiye)" in overview(made.visit(names_then="Turkey (now Türkiye)"))
    assert "then       Turkey (now Türkiye)" in overview(made.meeting(names_then="Turkey (now Türkiye)"))
    assert "\nthen " not in overview(made.visit())


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"size": 12}, "12 people, 2 of them listed"),
        ({"size": 2}, "2 people"),
        ({"complete": True}, "2 people"),
        ({}, "at least 2 people"),
    ],
)
def test_a_delegation_says_how_many_and_how_many_of_them_are_listed(
    fields: dict[str, Any], said: str
) -> None:
    part = (
        made.visit().delegations[0]._replace(level="", size=None, members=(made.person(), made.person("B")))
    )
    heading = people(made.visit(delegations=(part._replace(**fields),))).splitlines()[0]
    assert heading == f"Delegation MA  {said}, no head is named"


def test_a_group_of_at_least_so_many_says_so_and_so_does_its_meeting() -> None:
    drivers = made.person("drivers", named=False, number=4, at_least=True, role="group", official_key=None)
    said = people(made.meeting(participants=(drivers, made.person()), complete=True))
    assert "Participants  at least 5 people" in said
    assert "4+ drivers" in said


def test_whoever_did_not_come_is_told_and_not_counted() -> None:
    there = made.person("Ana"), made.person("Eva")
    absent, expected = made.person("Omar", attendance="absent"), made.person("Rida", attendance="expected")
    said = people(made.meeting(participants=(*there, absent, expected), complete=True))
    assert "Participants  3 people" in said
    assert line_of(said, "Omar").endswith("absent")
    assert line_of(said, "Rida").endswith("expected")
    to_come = people(made.meeting(status="confirmed", participants=(expected,)))
    assert not line_of(to_come, "Rida").endswith("expected")


def line_of(said: str, words: str) -> str:
    return next(line for line in said.splitlines() if words in line)


def test_somebody_who_stands_in_for_another_is_shown_with_whom() -> None:
    deputy = made.person("Omar", post="", role="alternate", on_behalf_of="the Minister")
    line = line_of(overview(made.meeting(participants=(deputy,))), "Omar")
    assert "Omar, on behalf of the Minister" in line
    assert line.endswith("alternate")


def test_a_post_that_somebody_else_holds_now_says_who() -> None:
    before = made.person("Ana Ruiz", successor="Eva Gil, from Jan 2026")
    said = " ".join(overview(made.meeting(participants=(before,))).split())
    assert "(holder changed since: Eva Gil, from Jan 2026)" in said


def test_what_to_mind_with_whom_stands_on_top_before_a_visit_and_not_after_it() -> None:
    theirs = made.person("Ana Ruiz", "ES", protocol_note="no photographs")
    ours = made.person("Omar", "MA", protocol_note="none of this")
    planned = made.meeting(status="confirmed", participants=(theirs, ours))
    assert overview(planned).splitlines()[1] == "protocol   Ana Ruiz: no photographs"
    assert "none of this" not in overview(planned)
    assert "no photographs" not in overview(planned._replace(status="held"))


def test_an_officials_protocol_note_stands_second() -> None:
    assert overview(made.official()).splitlines()[1] == "protocol   French"
    silent = made.official(country="ES", protocol_note="")
    assert "protocol" not in overview(silent)
    assert "protocol   nothing is noted; e adds it" in overview(silent._replace(next_event=made.event()))


def test_two_posts_at_once_are_both_held_now() -> None:
    both = made.tenure(), made.tenure(organisation="DGST")
    said = overview(made.official(tenures=both))
    assert said.splitlines()[0].startswith("Director General, DGSN and Director General, DGST · Morocco")
    assert [line.count("now · since May 2015") for line in said.splitlines() if "now ·" in line] == [1, 1]


def test_an_official_says_who_of_ours_met_them_last() -> None:
    card = made.official(country="ES", last_met_by=(made.person(), made.person("Omar Alami", post="")))
    said = overview(card).splitlines()
    at = next(number for number, line in enumerate(said) if line.startswith("met by"))
    assert said[at] == "met by     Abdellatif Hammouchi, Director General, DGSN"
    assert said[at + 1] == "           Omar Alami"


def test_the_visits_of_an_official_lead_to_their_list() -> None:
    card = made.official(headed=2, joined=1)
    (line,) = [
        line for line in cards.overview(card, 90, made.MOMENT) if "led 2 visits" in cards.line_text(line)
    ]
    assert cards.line_text(line) == "visits     led 2 visits · travelled along in 1 visit"
    assert line.key == card.key


def test_nothing_stands_behind_a_name_that_runs_from_right_to_left() -> None:
    arabic = "عبد اللطيف الحموشي"
    card = made.official(names=(NameRow(arabic, "native", "Arab", "a cable", Key("source", "1")),))
    for lines in (cards.overview(card, 90, made.MOMENT), cards.people_tab(card, 90)):
        (line,) = [line for line in lines if arabic in cards.line_text(line)]
        assert cards.line_text(line).endswith(arabic)
        assert not line.right


def test_a_name_that_nobody_wrote_in_latin_letters_is_read_by_us_and_marked() -> None:
    said = overview(made.official(name="عبد اللطيف", native_name="", names=(), latin="Abd al-Latif"))
    assert "reads      ~ Abd al-Latif  our own transliteration" in said
    assert "transliteration" not in overview(made.official())


def test_a_spelling_and_a_post_say_which_source_writes_them() -> None:
    card = made.official(
        names=(NameRow("A. Hamouchi", "spelling", "Latn", "a cable", Key("source", "7")),),
        tenures=(made.tenure(basis="attested", source="a cable", source_key=Key("source", "7")),),
    )
    said = people(card)
    assert line_of(said, "A. Hamouchi").endswith("spelling, Latin, a cable")
    assert "attested on an occasion, a cable" in line_of(said, "Director General")
    assert [line.key for line in cards.people_tab(card, 90)][-1] == Key("source", "7")


def test_people_in_protocol_order_stand_by_their_countries_names_in_the_hosts_language() -> None:
    there = (
        made.person("Omar", "MA"),
        made.person("Eva", "DE"),
        made.person("Dana", "DE"),
        made.person("Ana", "ES"),
    )
    card = made.meeting(participants=there, precedence=Precedence("German", ("DE", "MA", "ES")))
    assert cards.protocol_words(card) == "countries by their names in German"
    said = cards.people_as_text(card)
    assert [said.index(name) for name in ("Eva", "Dana", "Omar", "Ana")] == sorted(
        said.index(name) for name in ("Eva", "Dana", "Omar", "Ana")
    )
    assert not cards.protocol_words(made.official())


def test_a_visit_shows_its_five_dots_on_every_line() -> None:
    assert (
        "".join(span.text for span in event_entry(made.event(dots=(True,) * 4 + (False,))).right) == "●●●●○"
    )
    assert not event_entry(made.event(sending="", dots=(False,) * 5)).right


def test_a_pair_leads_to_the_same_pair_of_a_former_state() -> None:
    former = KinRow(Key("pair", "CSHH-MA"), "Czechoslovakia – Morocco", 3, former=True)
    line = line_of(overview(made.pair(kin=(former,))), "Czechoslovakia")
    assert line.startswith("before     Czechoslovakia – Morocco")
    assert line.endswith("3 events")


def test_a_meeting_of_which_nobody_stated_the_day_was_during_its_visit() -> None:
    undated = made.meeting(date=made.UNSTATED, visit_date=PartialDate("2025-01-28/2025-01-29"))
    said = overview(undated)
    assert "during the visit, 28–29 Jan 2025" in said
    assert "months ago" in said
    assert "date not stated" not in said
    assert "date not stated" in overview(made.meeting(date=made.UNSTATED))


def test_a_meeting_speaks_of_others_only_where_a_source_says_that_its_list_is_open() -> None:
    others = "others were present who are not named"
    plainly = made.meeting(participants=(made.person(), made.person("Eva")), complete=False, citations=())
    assert others not in overview(plainly)
    assert others not in people(plainly)
    some = made.meeting().citations[:1] or made.visit().citations[:1]
    said = plainly._replace(citations=(some[0]._replace(field="complete", value="false"),))
    assert others in overview(said)
    assert others in people(said)


def test_whoever_was_met_only_as_inferred_says_so_and_who_holds_the_post_now() -> None:
    followed = MetHow(Key("official", "2"), inferred=True, successor="Ana Prueba, from 1 Feb 2026")
    card = made.official(met_how=(followed,), last_inferred=True, last_met_by=(made.person(inferred=True),))
    said = overview(card, 160)
    assert "Francisco Pardo ? inferred (holder changed since: Ana Prueba, from 1 Feb 2026)" in said
    assert "? inferred" in line_of(said, "last met")
    assert line_of(said, "met by").endswith("DGSN ? inferred")
    assert "Francisco Pardo ? inferred (holder changed since:" in text(cards.people_tab(card, 120), 120)
    assert "Francisco Pardo ?" not in overview(made.official())
    assert "Francisco Pardo ? inferred" in overview(made.official(met_inferred=True))


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        ("1997-01-01", "29y", "29 years"),
        ("2024-11-20", "2y", "2 years"),
        ("2024-12-10", "23m", "23 months"),
        ("2026-10-21", "31d", "4 weeks"),
    ],
)
def test_an_age_in_three_columns_is_the_one_in_words(day: str, short: str, long: str) -> None:
    today = date(2026, 11, 21)
    assert quiet.age(day, today) == short
    assert quiet.since(day, today) == long
