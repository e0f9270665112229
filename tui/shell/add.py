"""`bilat add`: the entry line in the shell, with the grammar that the dashboard reads while one types."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from db.entry import Answer, join, read_lines, similar
from db.errors import BadInput, Conflict
from db.rows import Key, Moment
from db.sweeping import made_for_good
from tui.glyphs import glyphs
from tui.moving import what_moved
from tui.shell.common import asked, looks, moment_of, opened, options_of, say, settings_of

if TYPE_CHECKING:
    from db import Store
    from db.entry import Reading, SimilarVisit

EXAMPLES = """\
examples:
  bilat add "MA>ES 28-29 jan 2025 @Hammouchi in:Madrid by:host #ct"
  bilat add "todo chase the nominees due:fri on:A-2025-009"
  bilat add - < eight-points.txt      one record a line, all or none
  bilat add --dry-run "DE>MA 3 dec 2026"
  bilat add --same-as V-2025-001 "MA>ES 28-29 jan 2025 #cyber src:Daily"

A visit like one that is in the store is not entered (exit code 5) until you say what it is: --anyway,
--same-as or --not-same. --same-as ends with 4 when there is no such visit, with 5 when that one went another way.
A new official who may be a known one is refused with 5 as well, unless --anyway or --not-same is given.

fields of --json, one object a record made: kind (visit, meeting, action, followup, official, …), ref.
"""


def parser() -> argparse.ArgumentParser:
    """The options of `bilat add`."""
    options = options_of("add", "Enter records, one a line; all of them in one step, or none.", EXAMPLES)
    looks(options)
    options.add_argument(
        "lines", nargs="+", metavar="LINE", help='a line of entry, or "-" for those on stdin'
    )
    options.add_argument("--dry-run", action="store_true", help="say how the lines are read and save nothing")
    twin = options.add_mutually_exclusive_group()
    twin.add_argument("--anyway", action="store_true", help="enter a visit also when one like it is there")
    twin.add_argument(
        "--same-as",
        metavar="REF",
        help="the visit is REF: add the source of the line to it, and what it did not have",
    )
    twin.add_argument(
        "--not-same",
        action="store_true",
        help="like --anyway, and remember for ever that those like it are other visits",
    )
    options.add_argument("--json", action="store_true", help="print the records made as JSON")
    return options


def add(words: Sequence[str]) -> int:
    """Run `bilat add` and return its exit code.

    Raises:
        BilatError: nothing was entered, with the sentence that says why.
    """
    given = asked(parser(), words)
    text = "\n".join(sys.stdin.read() if line == "-" else line for line in given.lines)
    settings = settings_of(given)
    moment = moment_of(settings)
    with opened(given, settings) as store:
        readings = _read(store, text, moment, day_first=settings.day_first)
        for reading in readings:
            say(f" {glyphs.dot} ".join(dict.fromkeys((*reading.told, *reading.assumed, *reading.remarks))))
        if given.same_as:
            _refuse_doubts(readings, "first enter them as an official, with --anyway, if they are new")
            readings = _same(store, readings, given.same_as.upper(), dry=given.dry_run)
        elif given.not_same:
            readings = _apart(readings, _alike(store, readings, moment))
        elif not given.anyway:
            _refuse_doubts(readings, "--anyway makes a new official")
            _refuse_twins(_alike(store, readings, moment))
        made = () if given.dry_run else _save(store, readings, moment)
    if given.json:
        sys.stdout.write(json.dumps([{"kind": key.kind, "ref": ref} for key, ref in made]) + "\n")
    else:
        sys.stdout.writelines(f"{ref}\n" for _, ref in made if ref)
    return 0


def _same(store: Store, readings: Sequence[Reading], ref: str, *, dry: bool) -> list[Reading]:
    """The one visit of the lines, said to be one that is in the store; what it adds to that is told."""
    visits = [one for one in readings if one.kind == "visit"]
    if len(visits) != 1:
        raise BadInput(f"--same-as is about one visit, and the lines hold {len(visits) or 'none'}.")
    with store.read() as reader:
        found = join(reader, visits[0].values["visits"][0], ref)
    say(f" {glyphs.dot} ".join((f"adds to {found.ref}", *found.adds)))
    for one in found.differs if dry else ():  # saving tells them itself
        say(f"{found.ref}: {one.sentence}")
    return [one._replace(answer=Answer(same=ref)) if one is visits[0] else one for one in readings]


def _apart(readings: Sequence[Reading], alike: Sequence[Sequence[SimilarVisit]]) -> list[Reading]:
    """The lines, said not to be the visits that they look like; those are told."""
    found = []
    for reading, visits in zip(readings, alike, strict=True):
        for one in visits:
            say(f"not the same as {one.ref} {one.label}")
        found.append(reading._replace(answer=Answer(apart=tuple(one.ref for one in visits))))
    return found


def _refuse_doubts(readings: Sequence[Reading], otherwise: str) -> None:
    """Make nobody twice: a new official who may be a known one is asked about first."""
    doubt = next((one for reading in readings for one in reading.doubts), None)
    if doubt is not None:
        raise Conflict(f"{doubt.sentence}: write {doubt.text} for them; {otherwise}.")


def _refuse_twins(alike: Sequence[Sequence[SimilarVisit]]) -> None:
    like = next((one for visits in alike for one in visits), None)
    if like is not None:
        raise Conflict(
            f"{like.ref} {like.label} may be the same visit ({like.why}); --anyway enters this one too,"
            f" --same-as {like.ref} adds to that one."
        )


def _read(store: Store, text: str, moment: Moment, *, day_first: bool) -> list[Reading]:
    with store.read() as reader:
        readings = read_lines(text, reader=reader, moment=moment, day_first=day_first)
        if not readings:
            raise BadInput('There is nothing to enter. A line looks like "MA>ES 28-29 jan 2025 @Hammouchi".')
    for reading in readings:
        if reading.problems:
            _refuse(reading)
    return readings


def _alike(store: Store, readings: Sequence[Reading], moment: Moment) -> list[list[SimilarVisit]]:
    """The visits of the store that each line may be about; among very many, looking for them takes its time."""
    with store.read() as reader:
        return [similar(reading, reader=reader, moment=moment) for reading in readings]


def _refuse(reading: Reading) -> NoReturn:
    token = reading.problems[0]
    say(reading.text)
    if reading.text[: token.end].isascii():  # else the marks could not stand under what they mark
        say(" " * token.start + "^" * max(1, token.end - token.start))
    raise BadInput(f"Line {reading.line + 1}: {token.problem} Nothing was entered.", token.start, token.end)


def _save(store: Store, readings: Sequence[Reading], moment: Moment) -> list[tuple[Key, str]]:
    """The records made, after the visit that gained a source."""
    with made_for_good():
        from db import history, projections  # noqa: F401, PLC0415 - what the writing would import a little later
        from db.commands.lines import enter_typed  # noqa: PLC0415 - SQLModel, once the lines are known to be right
        from db.commands.moving import moved_in  # noqa: PLC0415

    with store.write("bilat add") as session:
        typed = enter_typed(session, readings, moment.today, officer=store.officer)
    for told in (*typed.conflicts, what_moved(moved_in(session))):
        if told:
            say(told)
    return [*((one.key, one.ref) for one in typed.joined), *typed.made]
