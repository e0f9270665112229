"""What is not understood is marked where it stands, with what would be accepted; nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from db.entry import Context, Reading
from db.rows import Key

Read = Callable[..., Reading]

REFUSED = {  # line: the words that are marked, and a part of the sentence
    "security talks": ("security talks", "MA>ES for a visit"),
    "MA>Atlantis": ("MA>Atlantis", "“Atlantis” is not a country"),
    "MA + cyber": ("MA + cyber", "“cyber” is not a country"),
    "MA>ES>DE": ("MA>ES>DE", "one line for each"),
    "MA>MA": ("MA>MA", "two different countries"),
    ">ES": (">ES", "A country is missing"),
    "MA>ES 13/13/2026 talks": ("13/13/2026", "There is no month 13"),
    "MA>ES 2026-02-30": ("2026-02-30", "no day 30"),
    "MA>ES 30 feb 2026": ("30 feb 2026", "no day 30"),
    "MA>ES 28 jan 25 talks": ("28 jan 25", "four digits"),
    "MA>ES Mon 28 jan 2025": ("Mon 28 jan 2025", "is a Tuesday"),
    "MA>ES 28 jan - 30 feb 2025": ("28 jan - 30 feb 2025", "no day 30"),
    "MA>ES 28 jan 2025 and 3 mar 2025": ("28 jan 2025 and 3 mar 2025", "neighbouring days"),
    "MA>ES 28 jan 2025 talks 3 mar 2025": ("3 mar 2025", "There is a date already"),
    "MA>ES date:soon": ("date:soon", "not a date word"),
    "MA>ES #gardening": ("#gardening", "is not a topic"),
    "MA>ES #terror": ("#terror", "several topics"),
    "MA>ES #": ("#", "A topic is missing"),
    "MA>ES @": ("@", "A name is missing"),
    "MA>ES @Pardo": ("@Pardo", "with:@Francisco_Pardo_Piqueras"),
    "MA>ES @Hammouchi @Hammouchi": ("@Hammouchi", "named twice"),
    "MA>ES @Chief/Nobody": ("@Chief/Nobody", "no organisation “Nobody”"),
    "MA>ES in:": ("in:", "Write what follows"),
    "todo call every:.": ("every:.", "does not say how often"),
    'todo call every:","': ('every:","', "does not say how often"),
    "MA>ES in:Madrid in:Rabat": ("in:Rabat", "there already"),
    "MA>ES by:us": ("by:us", "host, sender, mutual, third"),
    "MA>ES kind:st status:p": ("status:p", "is not one of the words"),
    "MA>ES colour:red": ("colour:red", "There is no field “colour:”"),
    "MA>ES due:fri": ("due:fri", "belongs to an outcome or a follow-up"),
    "MA>ES ref:V-2025-001": ("ref:V-2025-001", "is taken"),
    "MA>ES ref:A-2025-001": ("ref:A-2025-001", "V-2025-001"),
    "MA>ES src:clip": ("src:clip", "The clipboard is empty"),
    "MA>ES !agreed lists": ("!agreed lists", "on a line of its own"),
    "!agreed lists": ("!agreed", "select one first"),
    "!agreed lists on:V-2099-001": ("on:V-2099-001", "There is no V-2099-001"),
    "!agreed lists on:F-2026-001": ("on:F-2026-001", "V-2025-001 or M-2025-001"),
    "!promissed lists on:V-2025-001": ("!", "!noted, !discussed"),
    "! lists on:V-2025-001": ("!", "!agreed"),
    "!agreed on:V-2025-001": ("!agreed", "What is it about"),
    "!explored patrols status:open on:V-2025-001": ("status:open", "Only agreed and signed"),
    "!agreed lists owner:Nobody on:V-2025-001": ("owner:Nobody", "owner:ES"),
    "!agreed lists @Hammouchi on:V-2025-001": ("@Hammouchi", "owner:@Hammouchi"),
    "todo": ("todo", "What is it about"),
    "todo prepare visit of 3 dec": ("of 3 dec", "due:3 dec"),
    "todo ring #ct": ("#ct", "has no topics"),
    "todo ring due:whenever": ("due:whenever", "not a date word"),
    "V-2025-001 18 dec 2026": ("V-2025-001", "in the dashboard e on it changes its date"),
    "V-2099-001 18 dec 2026": ("V-2099-001", "Say what it is"),
    "official": ("official", "Whose name"),
    "official visit 28": ("visit 28", "letters and no digits"),
    "official Jean Dupont, FR, ES": ("ES", "one part too many"),
}


@pytest.mark.parametrize("line", REFUSED)
def test_it_is_marked_in_place_and_says_what_would_do(read: Read, line: str) -> None:
    reading = read(line)
    words, sentence = REFUSED[line]
    problem = reading.problems[-1]
    assert line[problem.start : problem.end] == words
    assert sentence in problem.problem
    assert reading.values == {}


def test_two_officials_of_one_name_are_a_question(read: Read) -> None:
    reading = read("MA+ES @Abdel")
    (problem,) = reading.problems
    assert "Abdellatif Hammouchi (MA, DGSN/DGST)" in problem.problem
    assert "Abdelouafi Laftit" in problem.problem


def test_an_outcome_may_not_hang_on_what_is_no_visit(read: Read) -> None:
    reading = read("!agreed lists", context=Context(on=Key("official", "1")))
    assert "select one first" in reading.problems[0].problem


def test_the_rest_of_a_line_is_read_although_a_part_is_refused(read: Read) -> None:
    reading = read("MA>ES #gardening @Hammouchi 28 jan 2025")
    assert "head Abdellatif Hammouchi (Director General, DGSN/DGST)" in reading.summary
    assert len(reading.problems) == 1


def test_a_text_of_a_page_is_sent_to_the_reading_desk(read: Read) -> None:
    reading = read("MA>ES " + "word " * 1_000)
    assert "reading desk" in reading.problems[0].problem
