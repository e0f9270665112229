"""`bilat backup` and `bilat restore`: a copy that was read again, and putting it back."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import BadInput, NotAStore
from db.unlocking import has_key, is_encrypted
from db.workroom import workroom
from tui.config import load_settings
from tui.passphrase import asked_key, first_line, key_for
from tui.paths import make_private
from tui.shell.common import asked, looks, opened, options_of, say, store_path
from tui.shell.progress import progress_shown

if TYPE_CHECKING:
    from db import Store
    from db.backups import Contents
    from db.telling import Tell

BACKUP_EXAMPLES = """\
examples:
  bilat backup                     into the folder of backups beside the store
  bilat backup /media/stick/       into another folder
  bilat backup desk-november.db    to a file of your own, which must not be there yet
  bilat backup --encrypt           sealed with a passphrase that is asked for; "age -d" opens it too

The copy is made while others go on writing, is read again from first to last page, and only then gets its name,
which is printed. That of an encrypted store is encrypted with the same passphrase. The dashboard makes one a day by
itself and keeps 7 days, 4 weeks and 12 months of them.

fields of --json: path, records (how many, by kind).
"""
RESTORE_EXAMPLES = """\
examples:
  bilat restore                    the backups there are, the newest first
  bilat restore desk.backups/daily-2026-11-20.db          what it would change, then a question
  bilat restore --yes desk.backups/daily-2026-11-20.db    without the question

The store as it was is kept among the backups, so that restoring can be taken back by restoring that.

fields of --json, one object a backup: path, at, bytes.
"""


def parser() -> argparse.ArgumentParser:
    """The options of `bilat backup`."""
    options = options_of("backup", "Copy the store, and see that the copy is good.", BACKUP_EXAMPLES)
    looks(options, from_a_desk=False)
    options.add_argument("target", nargs="?", metavar="TARGET", help="a new file, or a folder")
    options.add_argument(
        "--encrypt", action="store_true", help="seal it with a passphrase, which is asked for"
    )
    options.add_argument("--json", action="store_true", help="print where it is and what it holds as JSON")
    _takes_a_passphrase(options)
    return options


def restore_parser() -> argparse.ArgumentParser:
    """The options of `bilat restore`."""
    options = options_of("restore", "Put a backup back in the place of the store.", RESTORE_EXAMPLES)
    options.add_argument(
        "backup", nargs="?", metavar="BACKUP", help="the file to put back; without it they are listed"
    )
    options.add_argument("--yes", action="store_true", help="do not ask")
    options.add_argument("--json", action="store_true", help="list the backups as JSON")
    _takes_a_passphrase(options)
    return options


def backup(words: Sequence[str]) -> int:
    """Run `bilat backup` and return its exit code.

    Raises:
        BilatError: no backup was made, with the sentence that says why.
    """
    given = asked(parser(), words)
    from db.backups import back_up, folder_of  # noqa: PLC0415 - sqlite3, after the options are read

    with opened(given, load_settings()) as store:
        name = f"{store.path.stem}-{store.clock().astimezone():%Y-%m-%d-%H%M%S}.db"
        target = Path(given.target).expanduser() if given.target else folder_of(store.path) / name
        if given.target and (target.is_dir() or given.target.endswith(os.sep)):
            target /= name
        passphrase = _passphrase(given, again=True) if given.encrypt else ""
        try:
            with progress_shown() as tell:
                if given.encrypt:
                    target = target.with_name(f"{target.name}.age")
                    found = _sealed(store, target, passphrase, tell)
                else:
                    found = back_up(store, target, tell)
        except KeyboardInterrupt:
            say("Stopped. No backup was made.")
            raise
        encrypted = store.key is not None
    if given.json:
        sys.stdout.write(json.dumps({"path": str(target), "records": found.records}) + "\n")
    else:
        sys.stdout.write(f"{target}\n")
    held = ", ".join(f"{count} {plural}" for plural, count in found.records.items())
    say(f"Backed up and read again: {held}.{' It has the passphrase of the store.' if encrypted else ''}")
    return 0


def restore(words: Sequence[str]) -> int:
    """Run `bilat restore` and return its exit code.

    Raises:
        BilatError: nothing was restored, with the sentence that says why.
    """
    given, settings = asked(restore_parser(), words), load_settings()
    path = store_path(given)
    if given.backup is None:
        return _list(path, as_json=given.json)
    from db.backups import difference  # noqa: PLC0415 - sqlite3, after the options are read
    from db.backups import restore as put_back  # noqa: PLC0415
    from db.store import utc_now  # noqa: PLC0415

    with _opened(Path(given.backup).expanduser(), given) as source:
        key = key_for(path, settings)
        backup_key = key if has_key(source, key) else asked_key(source) if is_encrypted(source) else None
        for sentence in difference(path, source, key, backup_key).sentences:
            say(sentence)
        if backup_key is not None and key is None and path.exists():
            say("The backup is encrypted, and the store is not; it stays a plain file.")
        if not given.yes and not _agreed(path):
            say("Nothing was restored.")
            return 0
        with progress_shown() as tell:
            replaced = put_back(path, source, at=utc_now(), key=key, backup_key=backup_key, tell=tell)
    sys.stdout.write(f"{path}\n")
    say(f"Restored. The store as it was is in {replaced}." if replaced else "Restored.")
    return 0


def _takes_a_passphrase(options: argparse.ArgumentParser) -> None:
    options.add_argument(
        "--passphrase-file",
        metavar="PATH",
        help="read the passphrase from the first line of a file, as cron must",
    )


def _passphrase(given: argparse.Namespace, *, again: bool = False) -> str:
    """The passphrase: from a file, else asked for without showing it; never a word of the command line."""
    if given.passphrase_file:
        return first_line(given.passphrase_file)
    if not sys.stdin.isatty():
        raise BadInput("Nobody can type a passphrase here; --passphrase-file reads it from a file.")
    first = getpass("Passphrase: ")
    if again and getpass("The same again: ") != first:
        raise BadInput("The two passphrases differ; nothing was encrypted.")
    return first


def _sealed(store: Store, target: Path, passphrase: str, tell: Tell) -> Contents:
    """A sealed backup; the plain copy that it is made from lies in a private folder for a moment."""
    from db.backups import back_up  # noqa: PLC0415 - sqlite3, after the options are read
    from db.backups.sealing import seal  # noqa: PLC0415 - likewise

    make_private(target.parent)
    with workroom(".sealing-", target.parent) as folder:
        found = back_up(store, folder / "plain.db", tell)
        seal(folder / "plain.db", target, passphrase)
    return found


@contextmanager
def _opened(path: Path, given: argparse.Namespace) -> Iterator[Path]:
    """The backup itself; one that is sealed is opened in a private folder for as long as it is needed."""
    from db.backups.sealing import is_sealed, unseal  # noqa: PLC0415 - sqlite3, after the options are read

    if not is_sealed(path):
        yield path
        return
    with workroom("bilat-unsealed-") as folder:
        plain = folder / "plain.db"
        unseal(path, plain, _passphrase(given))
        yield plain


def _list(store: Path, *, as_json: bool) -> int:
    from db.backups import folder_of, kept_in  # noqa: PLC0415 - sqlite3, after the options are read

    kept = kept_in(folder_of(store))
    if as_json:
        plain = [{"path": str(one.path), "at": one.at.isoformat(), "bytes": one.size} for one in kept]
        sys.stdout.write(json.dumps(plain) + "\n")
        return 0
    for one in kept:
        sys.stdout.write(f"{one.at:%Y-%m-%d %H:%M}  {one.size / 1_000_000:8.1f} MB  {one.path}\n")
    if not kept:
        raise NotAStore(f"There are no backups in {folder_of(store)}.")
    return 0


def _agreed(store: Path) -> bool:
    if not sys.stdin.isatty():
        raise BadInput("Restoring asks first, and nobody can answer here; --yes does without the question.")
    say(f"Put it in the place of {store}? y restores, anything else leaves it.")
    return sys.stdin.readline().strip().lower() in {"y", "yes"}
