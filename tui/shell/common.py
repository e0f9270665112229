"""What the words of the shell share: which store they are about, and how they talk beside their data."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from db import Store
from db.dates.weekends import choose_working_days
from db.errors import BadInput, NotAStore
from db.rows import Moment
from tui.config import Settings, load_settings
from tui.passphrase import key_for
from tui.paths import default_store
from tui.plain import plain
from tui.updating import Updating


def options_of(word: str, description: str, examples: str) -> argparse.ArgumentParser:
    """The options that every word has, to be added to."""
    options = argparse.ArgumentParser(
        prog=f"bilat {word}",
        description=description,
        epilog=examples,
        formatter_class=_Help,
        allow_abbrev=False,
    )
    options.add_argument("--store", metavar="PATH", help="the store, when it is not yours (also BILAT_STORE)")
    return options


def looks(options: argparse.ArgumentParser, *, from_a_desk: bool = True) -> None:
    """Add what a word understands that opens the store as the dashboard does: read only, and from another desk."""
    options.add_argument("--read-only", action="store_true", help="look, and change nothing")
    if from_a_desk:
        options.add_argument("--desk", metavar="CODE", help="the desk's country, for this time")


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help as it is written, with the keys that the officer chose in the place of {ids}."""

    def add_text(self, text: str | None) -> None:
        from tui.keymap import load_keymap  # noqa: PLC0415 - the table of keys, for help alone
        from tui.keys import choose_keys, keyed  # noqa: PLC0415 - likewise

        with suppress(BadInput):  # settings that cannot be read are told where they are used
            choose_keys(load_keymap().keys)
        super().add_text(text and keyed(text))


def asked(options: argparse.ArgumentParser, words: Sequence[str]) -> argparse.Namespace:
    """What the words ask for; wrong use ends the program with a sentence and exit code 2."""
    given = options.parse_args(words)
    if given.store == "":
        options.error("the path of --store is empty")
    return given


def settings_of(given: argparse.Namespace) -> Settings:
    """The settings, with the desk that the options name.

    Raises:
        BadInput: one of them is impossible.
    """
    settings = load_settings()
    if given.desk is None:
        return settings
    from tui.run import desk_wished  # noqa: PLC0415 - what the dashboard takes a desk for

    return replace(settings, desk=desk_wished(given.desk))


@contextmanager
def opened(given: argparse.Namespace, settings: Settings | None = None) -> Iterator[Store]:
    """The store that the options name, else the variable BILAT_STORE, else the officer's own.

    Raises:
        BilatError: it cannot be opened, with the sentence that says why.
    """
    settings = settings or load_settings()
    path = store_path(given)
    if not os.path.lexists(path):
        made_by = "bilat" if path == default_store() else f"bilat --store {shlex.quote(str(path))}"
        raise NotAStore(f"There is no store at {path}; `{made_by}` makes one.")
    key = key_for(path, settings)
    read_only = getattr(given, "read_only", False)
    with Updating() as tell:
        store = Store.open(path, officer=settings.officer, key=key, read_only=read_only, tell=tell)
    with closing(store):
        if getattr(given, "desk", None):
            from tui.run import desk_wished, know_the_desk  # noqa: PLC0415 - as the dashboard refuses one

            know_the_desk(store, desk_wished(given.desk))
        yield store


def store_path(given: argparse.Namespace) -> Path:
    """Where the store is that the options name, whether it is there or not."""
    wanted = given.store or os.environ.get("BILAT_STORE", "")
    return Path(wanted).expanduser() if wanted else default_store()


def moment_of(settings: Settings) -> Moment:
    """Today, at the desk of the settings."""
    from tui.run import today  # noqa: PLC0415 - one clock for all of the program

    choose_working_days(settings.desk, settings.working_days)
    return Moment(today(), settings.desk)


def say(sentence: str) -> None:
    """Talk, made plain: what is stored must not act on the terminal here either."""
    sys.stderr.write(f"{plain(sentence, 2_000)}\n")


def choose(question: str, answers: Sequence[str], usual: str) -> str:
    """Ask on the terminal until one of the answers is given, or the letters with which only that begins.

    Raises:
        BadInput: nobody answers.
    """
    while True:
        sys.stderr.write(f"{question} {f'[{usual}] ' if usual else ''}")
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            raise BadInput("Nobody answered.")
        words = line.strip().casefold() or usual
        found = [one for one in answers if words and one.startswith(words)]
        if len(found) == 1:
            return found[0]
        say(f"One of {', '.join(answers)}.")
