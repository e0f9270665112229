"""`bilat encrypt`, `bilat decrypt`, `bilat passphrase`: a store that only a passphrase opens, and back."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import BadInput, Conflict, NotAStore
from db.harmless import json_text
from db.unlocking import Key, is_encrypted, new_key, ready
from tui.config import Settings, load_settings
from tui.passphrase import first_line, key_for, typed_twice
from tui.shell.common import asked, options_of, say, store_path
from tui.updating import Updating

if TYPE_CHECKING:
    from db.encrypting import Rekeyed

ENCRYPT_EXAMPLES = """\
examples:
  bilat encrypt                              asks for a passphrase twice
  bilat encrypt --passphrase-file /dev/fd/3 3< <(pass show bilat)      takes it from another program
  bilat --encrypted                          the first time: a store that is encrypted from its first byte on

The store is written anew, read again from end to end beside the old one, and takes its place only then; what
stood there is written over. So are its backups, the copies that updates kept, and drafts that are not saved.
Close it in every other program first. It needs as much room again as the store. Where it was broken off after the
store and before its copies, bilat encrypt goes on with those; bilat check says whether any is plain still.

Without the passphrase nobody can open it, and nobody can help. What stays as it is: sealed backups, copies in other
places, what you exported, and what an SSD, a snapshot or the swap space still holds of before. Encrypting the whole
disk is what protects those.
"""
DECRYPT_EXAMPLES = """\
examples:
  bilat decrypt                    asks for the passphrase, and makes the store a plain file again

Its backups stay encrypted, with the passphrase that they have.
"""
CHANGE_EXAMPLES = """\
examples:
  bilat passphrase                 asks for the present one, then for the new one twice

The store is written anew with another key, and so are the backups that the present one opens.
"""


def encrypt_parser() -> argparse.ArgumentParser:
    """The options of `bilat encrypt`."""
    options = options_of("encrypt", "Let only a passphrase open the store.", ENCRYPT_EXAMPLES)
    _takes_a_new_passphrase(options)
    _prints_json(options)
    return options


def decrypt_parser() -> argparse.ArgumentParser:
    """The options of `bilat decrypt`."""
    options = options_of("decrypt", "Make an encrypted store a plain file again.", DECRYPT_EXAMPLES)
    _prints_json(options)
    return options


def passphrase_parser() -> argparse.ArgumentParser:
    """The options of `bilat passphrase`."""
    options = options_of("passphrase", "Change the passphrase of an encrypted store.", CHANGE_EXAMPLES)
    _takes_a_new_passphrase(options)
    _prints_json(options)
    return options


def encrypt(words: Sequence[str]) -> int:
    """Run `bilat encrypt` and return its exit code.

    Raises:
        BilatError: it was not encrypted, with the sentence that says why; nothing was changed.
    """
    given = asked(encrypt_parser(), words)
    from db.encrypting import plain_copies_of  # noqa: PLC0415 - after the options are read

    path, settings = _store_there(given), load_settings()
    if is_encrypted(path):
        if plain_copies_of(path):
            return _finish(path, settings, as_json=given.json)
        raise Conflict(f"{path} is encrypted already; `bilat passphrase` changes its passphrase.")
    ready()
    found = _under(path, settings, None, _new_key(given))
    _print(path, found, as_json=given.json)
    say(f"Encrypted and read again: {_told(found)}")
    say(
        "Nobody can open it without the passphrase. Sealed backups, copies elsewhere and exports stay as they are,"
        " and an SSD or a snapshot may hold what was there before; see bilat encrypt --help."
    )
    if not found.overwritten:
        say(
            "A file of before has another name (a hard link) or could not be written over; it is plain still."
        )
    return _left(found)


def _finish(path: Path, settings: Settings, *, as_json: bool) -> int:
    """The store was encrypted, and not all of its copies were: let them go the same way."""
    from db.encrypting import encrypt_copies  # noqa: PLC0415 - after the options are read

    key = _present_key(path, settings)
    with Updating(doing="The copies are being written anew") as tell:
        found = encrypt_copies(path, key, tell)
    _print(path, found, as_json=as_json)
    copies = "1 copy of it was" if found.copies == 1 else f"{found.copies} copies of it were"
    say(f"It was encrypted already; {copies} plain still, and encrypted now.")
    return _left(found)


def decrypt(words: Sequence[str]) -> int:
    """Run `bilat decrypt` and return its exit code.

    Raises:
        BilatError: it was not decrypted, with the sentence that says why; nothing was changed.
    """
    given = asked(decrypt_parser(), words)
    path, settings = _store_there(given), load_settings()
    found = _under(path, settings, _present_key(path, settings), None)
    _print(path, found, as_json=given.json)
    say(f"Decrypted and read again: {_told(found)}")
    say("Its backups stay encrypted, with the passphrase that they have.")
    return 0


def passphrase(words: Sequence[str]) -> int:
    """Run `bilat passphrase` and return its exit code.

    Raises:
        BilatError: it was not changed, with the sentence that says why.
    """
    given = asked(passphrase_parser(), words)
    path, settings = _store_there(given), load_settings()
    found = _under(path, settings, _present_key(path, settings), _new_key(given))
    _print(path, found, as_json=given.json)
    say(f"It has the new passphrase now, and was read again: {_told(found)}")
    if settings.unlock:
        say("See that the command of the setting `unlock` prints the new one from now on.")
    return _left(found)


def _takes_a_new_passphrase(options: argparse.ArgumentParser) -> None:
    options.add_argument(
        "--passphrase-file", metavar="PATH", help="read the new passphrase from the first line of a file"
    )


def _prints_json(options: argparse.ArgumentParser) -> None:
    options.add_argument("--json", action="store_true", help="print where it is and what it holds as JSON")


def _print(path: Path, found: Rekeyed, *, as_json: bool) -> None:
    if not as_json:
        sys.stdout.write(f"{path}\n")
        return
    plain = {
        "path": str(path),
        "records": found.contents.records,
        "copies": found.copies,
        "left": [{"path": str(copy), "why": why} for copy, why in found.left],
        "overwritten": found.overwritten,
    }
    sys.stdout.write(json_text(plain) + "\n")


def _store_there(given: argparse.Namespace) -> Path:
    path = store_path(given)
    if not path.exists():
        raise NotAStore(f"There is no store at {path}; `bilat --encrypted` makes one that is encrypted.")
    return path


def _present_key(path: Path, settings: Settings) -> Key:
    key = key_for(path, settings)
    if key is None:
        raise Conflict(f"{path} is not encrypted; `bilat encrypt` encrypts it.")
    return key


def _new_key(given: argparse.Namespace) -> Key:
    if given.passphrase_file is None:
        return new_key(typed_twice("New passphrase: "))
    if not (words := first_line(given.passphrase_file)):
        raise BadInput(f"There is no passphrase in {given.passphrase_file}.")
    return new_key(words)


def _under(path: Path, settings: Settings, key: Key | None, new: Key | None) -> Rekeyed:
    """Write the store anew under another key, with everything beside it."""
    from db.encrypting import rekey  # noqa: PLC0415 - after the options are read
    from db.store import utc_now  # noqa: PLC0415
    from tui.drafts_beside import Drafts  # noqa: PLC0415

    drafts = Drafts(path, key)
    try:
        drafts.prepare(new)
        with Updating(doing="The store is being written anew") as tell:
            found = rekey(path, key, new, officer=settings.officer, at=utc_now(), tell=tell)
    except BaseException:  # also Ctrl+C: whatever stops it, the drafts belong to the key that the store has
        drafts.give_up(new)
        raise
    for left in drafts.write(new):
        say(f"Drafts could not be written anew: {left}")
    return found


def _told(found: Rekeyed) -> str:
    held = ", ".join(f"{count} {plural}" for plural, count in found.contents.records.items())
    also = "1 copy" if found.copies == 1 else f"{found.copies} copies"
    return f"{held}{f'; {also} of it as well' if found.copies else ''}."


def _left(found: Rekeyed) -> int:
    """Say which copies stayed as they were; the exit code tells it too."""
    for path, why in found.left:
        say(f"Not {path}: {why}")
    return 1 if found.left else 0
