"""What `bilat read` does besides printing: it opens the reading desk, or enters what is sure of a text."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from tui.plain import plain
from tui.shell.common import say, store_path

if TYPE_CHECKING:
    from db import Store
    from db.reading import Reading, SourceLine
    from db.rows import Moment
    from tui.app import Bilat

_TERMINAL = "/dev/tty"
_LONGEST = 160  # characters of a proposal that is told


def on_a_terminal(*, piped: bool) -> bool:
    """Whether somebody sits in front of it, whatever the text came through."""
    streams = (sys.stdout, sys.stderr) if piped else (sys.stdin, sys.stdout, sys.stderr)
    seen = all(stream is not None and stream.isatty() for stream in streams)
    return seen and (not piped or os.path.exists(_TERMINAL))  # noqa: PTH110 - no file, and there only on some systems


def at_the_desk(given: argparse.Namespace, text: str, source: SourceLine) -> int:
    """Open the dashboard as the options wish for it, with a text on the reading desk.

    Raises:
        BilatError: it cannot be opened.
    """
    from db import Store  # noqa: PLC0415
    from db.unlocking import is_encrypted  # noqa: PLC0415
    from tui.run import Wishes, dashboard  # noqa: PLC0415 - the screen, for this alone

    if not sys.stdin.isatty():  # the text came through it; from here on the keys do
        keyboard = os.open(_TERMINAL, os.O_RDWR)
        os.dup2(keyboard, sys.stdin.fileno())
        os.close(keyboard)
    store = store_path(given)
    if not is_encrypted(store):  # the dashboard asks for its passphrase, once
        # A text is read against a store; without one there is nothing to open.
        Store.open(store, read_only=given.read_only).close()

    def begin(app: Bilat) -> None:
        from tui.reading_desk.given import Given  # noqa: PLC0415
        from tui.reading_desk.opening import show  # noqa: PLC0415

        show(app, Given(text, source))

    wishes = Wishes(store, desk=given.desk, theme=given.theme, ascii=given.ascii, read_only=given.read_only)
    return dashboard(wishes._replace(first=begin))


def save_sure(store: Store, reading: Reading, text: str, moment: Moment) -> None:
    """Enter what is sure of a text, and say what is left to an officer."""
    from db.reading.draft.again import recognise, topic_labels  # noqa: PLC0415
    from db.reading.draft.deciding import take_unseen, undecided  # noqa: PLC0415
    from db.reading.draft.items import depths_of  # noqa: PLC0415
    from db.reading.draft.proposing import proposals_of  # noqa: PLC0415
    from db.reading.draft.writing import written  # noqa: PLC0415
    from tui.reading_desk.saving import enter, label_of, sentence_of  # noqa: PLC0415
    from tui.reading_desk.saying import said  # noqa: PLC0415

    if reading.known_source:
        say(f"This text is in the store already, as source {reading.known_source}; nothing was entered.")
        return
    with store.read() as reader:
        proposed = proposals_of(reading, text, this_year=moment.today.year)
        items = take_unseen(recognise(reader, proposed, text, moment))
        topics = topic_labels(reader)
    found = written(items, text)
    if found.empty:
        say("Nothing in this text is sure enough to be entered unseen; look at it on the reading desk.")
    else:
        with store.write(label_of(found)) as session:
            entered = enter(session, found, moment.today)
        say(f"{sentence_of(entered, found, undo=False)}.")
        for told in entered.conflicts:
            say(told)
        sys.stdout.writelines(f"{ref}\n" for _, ref in (*entered.gained, *entered.made))
    left = undecided(items)
    if left:
        say(f"Left to an officer: {len(left):,} proposal{'s' if len(left) > 1 else ''}.")
    depths = depths_of(items)
    for item in left:
        words = said(item, topics)
        told = " ".join(filter(None, (words.label.strip(), *(line for line, _ in words.words))))
        within = "  " * depths[item.id]
        why = f"  ({item.why})" if item.why and not item.sure and item.why not in told else ""
        say(f"  ? {within}{plain(told, _LONGEST)}{why}")
