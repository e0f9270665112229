"""Calendars (.ics) and cards (.vcf), which `bilat export` writes and `bilat import` reads beside dossiers."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from db.errors import BilatError
from tui.exporting.marks import holding
from tui.paths import make_private, reason
from tui.private_file import write_private
from tui.shell.common import say
from tui.shell.counting import counted

if TYPE_CHECKING:
    import argparse

    from db.exchange import Wanted
    from db.reader import Reader
    from db.rows import Moment

Form = Literal["ics", "vcf"]
_BEGINS: dict[bytes, Form] = {b"BEGIN:VCALENDAR": "ics", b"BEGIN:VCARD": "vcf"}


def form_of(asked_for: str | None, name: str | None, raw: bytes = b"") -> Form | None:
    """Which of both it is: as asked for, else as the name says, else as the text begins; None for neither."""
    ending = asked_for or Path(name or "").suffix.lower().removeprefix(".")
    if ending in ("ics", "vcf"):
        return "ics" if ending == "ics" else "vcf"
    if ending:
        return None
    start = raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:20].upper()
    return next((form for words, form in _BEGINS.items() if start.startswith(words)), None)


class _Out(NamedTuple):
    """What leaves: as one file, or as one for every record, and what is said of it."""

    data: bytes
    each: Iterator[tuple[str, bytes]]
    counts: dict[str, int]
    marks: Mapping[str, int]
    said: tuple[str, ...] = ()


def carry_out(reader: Reader, form: Form, wanted: Wanted, given: argparse.Namespace, moment: Moment) -> int:
    """Write a part of the store as a calendar or as cards; into a folder goes a file for every record.

    Raises:
        BilatError: it could not be written, with the sentence that says why.
    """
    leaving = (
        _calendar(reader, wanted) if form == "ics" else _cards(reader, wanted, moment, notes=given.notes)
    )
    if given.out is None:
        sys.stdout.buffer.write(leaving.data)
        sys.stdout.buffer.flush()
    else:
        path = Path(os.path.expanduser(given.out)).absolute()  # noqa: PTH111 - "~nobody" stays as it is
        _save(path, leaving, folder=given.out.endswith("/") or path.is_dir(), over=given.over)
    for sentence in leaving.said:
        say(f"{sentence}.")
    say(f"Exported {counted(leaving.counts)}.")
    if leaving.marks:
        say(f"It {holding(leaving.marks)}.")
    return 0


def _save(path: Path, leaving: _Out, *, folder: bool, over: bool) -> None:
    if not folder:
        write_private(path, leaving.data, over=over)
        say(f"Saved {path}")
        return
    try:
        make_private(path)
    except OSError as error:
        raise BilatError(f"Not saved, {reason(error)}: {path}") from error
    for name, data in leaving.each:
        write_private(path / name, data, over=over)
    say(f"Saved {sum(leaving.counts.values()):,} files in {path}")


def _calendar(reader: Reader, wanted: Wanted) -> _Out:
    from db.exchange.icalendar_out import gather_calendar  # noqa: PLC0415 - only when a calendar is asked for

    found = gather_calendar(reader, wanted)
    return _Out(found.data, found.each, dict(found.counts), found.marks, found.left_out)


def _cards(reader: Reader, wanted: Wanted, moment: Moment, *, notes: bool) -> _Out:
    from db.exchange.vcard_out import gather_cards  # noqa: PLC0415

    found = gather_cards(reader, wanted, today=moment.today, notes=notes)
    return _Out(found.data, found.each, {"official": len(found.cards)}, found.marks)
