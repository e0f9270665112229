"""`bilat read`: a text at the reading desk, as a dossier, as a page to look at, or entered as far as it is sure."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from db.dates import PartialDate, read_date, show_date
from db.errors import BadInput
from db.harmless import json_text
from tui.glyphs import glyphs
from tui.plain import plain
from tui.shell.common import asked, looks, moment_of, opened, options_of, say, settings_of
from tui.shell.read_further import at_the_desk, on_a_terminal, save_sure

if TYPE_CHECKING:
    from datetime import date

    from db.reading import Reading
    from db.reading.proposals import ReadAction, ReadGroup, ReadMeeting, ReadPerson, ReadVisit

EXAMPLES = """\
examples:
  bilat read article.txt                   on the reading desk; in a pipe, as a page to look at
  bilat read cable.eml --json              the same as a dossier
  bilat read page.html --published 2025-01-29
  bilat read note.docx --save              enter what is sure, and say what is left
  pdftotext note.pdf - | bilat read - --json

Texts are txt, md, html, eml, docx and pdf, in English, French, Spanish or Arabic. Days such as "last Wednesday", and
days without a year, count from the day of publication: the text's own, else --published; without one they stay as they
are written. What the text does not say stays empty; what is doubtful says so. Only --save, or {reading.save} on
the reading desk, enters anything.
"""
_LONGEST = 200  # characters of a line of the page


def parser() -> argparse.ArgumentParser:
    """The options of `bilat read`."""
    options = options_of(
        "read", "Read a text: visits, meetings, people and outcomes, each with its words.", EXAMPLES
    )
    looks(options)
    options.add_argument("--theme", metavar="NAME", help="the colours of the reading desk, for this time")
    options.add_argument("--ascii", action="store_true", help="draw it with ASCII only")
    options.add_argument("file", metavar="FILE", nargs="+", help='a text, or "-" for stdin')
    options.add_argument(
        "--published", metavar="DATE", help="the day of publication, when the text does not tell its own"
    )
    how = options.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="print the dossier as JSON")
    how.add_argument("--save", action="store_true", help="enter what is sure, unattended; the rest is told")
    return options


def read(words: Sequence[str]) -> int:
    """Run `bilat read` and return its exit code.

    Raises:
        BilatError: the text could not be read, with the sentence that says why.
    """
    given = asked(parser(), words)
    name, *others = given.file
    if others:
        raise BadInput('One text at a time; in a shell: for f in *.txt; do bilat read "$f" --save; done')
    settings = settings_of(given)
    moment = moment_of(settings)
    from db.reading import as_dossier, read_text  # noqa: PLC0415 - only once the options are right
    from db.reading.papers.files import read_file  # noqa: PLC0415

    raw = sys.stdin.buffer.read() if name == "-" else None
    text, source = read_file(Path("what was piped in" if name == "-" else name).expanduser(), raw)
    if given.published:
        source = source._replace(assumed=_published(given.published, moment.today))
    if not (given.json or given.save) and on_a_terminal(piped=raw is not None):
        return at_the_desk(given, text, source)
    with opened(given, settings) as store:
        with store.read() as reader:
            reading = read_text(reader, text, source=source, moment=moment)
        from tui.reading_desk.own_day import own_day_stands  # noqa: PLC0415

        if conflict := own_day_stands(reading.source):
            say(conflict)
        if given.save:
            save_sure(store, reading, text, moment)
            return 0
    if reading.known_source:
        say(f"This text is in the store already, as source {reading.known_source}.")
    if given.json:
        sys.stdout.write(json_text(as_dossier(reading), indent=1) + "\n")
    else:
        sys.stdout.writelines(f"{plain(line, _LONGEST)}\n" for line in _page(reading, moment.today.year))
    return 0


def _published(words: str, today: date) -> PartialDate:
    """The day of publication as it was asked for."""
    found = read_date(words, today=today)
    if not found.edtf:
        raise BadInput(f"“{words}” is not a day of publication; write it like 2025-01-29.")
    return found


def _page(reading: Reading, this_year: int) -> Iterator[str]:
    """What was read, line by line."""
    source = reading.source
    yield _joined(source.title or "(no title)", source.publisher, _shown(source.published), source.language)
    if source.cites:
        yield f"  cites {source.cites}"
    for visit in reading.visits:
        yield from _visit(visit, this_year)
    for meeting in reading.meetings:
        yield from _meeting(meeting, "", this_year)
    if not reading.visits and not reading.meetings:
        yield "No visit and no meeting was found."
    if reading.background:
        yield "only mentioned"
        yield from (f"  {line}" for line in reading.background)


def _visit(visit: ReadVisit, this_year: int) -> Iterator[str]:
    yield ""
    doubt = "" if visit.sure else "? who travels is not said beside where to"
    way = f"visit {visit.sending} > {visit.host}"
    yield _joined(way, visit.status, _shown(visit.when), visit.place, doubt)
    yield from _doubt_of(visit.when, "  ", this_year)
    if visit.initiated_by != "unknown":
        yield f"  asked for by: {visit.initiated_by}"
    if visit.purpose:
        yield f"  purpose: {visit.purpose}"
    yield from _people(visit.people, visit.groups)
    yield from _actions(visit.actions)
    for meeting in visit.meetings:
        yield from _meeting(meeting, "  ", this_year)


def _meeting(meeting: ReadMeeting, margin: str, this_year: int) -> Iterator[str]:
    if not margin:
        yield ""
    doubt = "" if meeting.sure else "? that they take part is not said in so many words"
    yield margin + _joined(
        f"meeting {' '.join(sorted(meeting.parties))}",
        meeting.status,
        _shown(meeting.when),
        meeting.place,
        doubt,
    )
    yield from _doubt_of(meeting.when, f"{margin}  ", this_year)
    yield from (margin + line for line in _people(meeting.people, meeting.groups))
    yield from (margin + line for line in _actions(meeting.actions))


def _people(people: Sequence[ReadPerson], groups: Sequence[ReadGroup]) -> Iterator[str]:
    for one in people:
        doubt = "" if one.sure else "?"
        head = "head" if one.head else ""
        yield "  " + _joined(f"{one.country or '--':<3} {one.name or '(not named)'}", one.post, head, doubt)
    for group in groups:
        many = f"{group.how_many:,} people" if group.how_many else ""
        yield "  " + _joined(f"{group.country or '--':<3} {group.words}", many, "group")


def _actions(actions: Sequence[ReadAction]) -> Iterator[str]:
    for one in actions:
        due = f"due {_shown(one.due)}" if one.due != PartialDate() else ""
        yield "  " + _joined(f"{one.rung:<9} {one.text}", due, "" if one.sure else "?")


def _doubt_of(when: PartialDate, margin: str, this_year: int) -> Iterator[str]:
    """Why a day is doubtful, or in which years it may be, with the words that tell it."""
    from db.reading.dates.doubted_days import reason_to_doubt  # noqa: PLC0415 - only once something was read
    from db.reading.draft.proposing import weekday_years  # noqa: PLC0415

    if reason := reason_to_doubt(when) or weekday_years(when, this_year):
        yield f"{margin}? {reason}{f' “{when.text}”' if when.text else ''}"


def _shown(when: PartialDate) -> str:
    return show_date(when) if when.edtf else f"“{when.text}”" if when.text else ""


def _joined(*parts: str) -> str:
    return f" {glyphs.dot} ".join(part for part in parts if part)
