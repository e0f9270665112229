"""The passphrase of an encrypted store: printed by the officer's own command, else typed where nobody sees it.

It never stands on a command line, in a variable or in a file of ours, and is let go of as soon as the key is known.
"""

from __future__ import annotations

import os
from getpass import getpass
from pathlib import Path

from db.errors import BadInput, Encrypted, WrongPassphrase
from db.unlocking import Key, is_encrypted, key_of, must_keep_out, ready
from tui.config import Settings
from tui.plain import plain

TRIES = 3
_TERMINAL = "/dev/tty"
_LONGEST = 4_096  # characters; a passphrase is a line, not a file
_SHOWN = 60  # characters of a command that are told


def key_for(path: Path, settings: Settings) -> Key | None:
    """What opens a store, asked for on the terminal; None where it is not encrypted.

    Raises:
        WrongPassphrase: it was wrong three times, or the command printed a wrong one.
        BadInput: nobody can type it, or the command failed.
        BilatError: what opens it is not installed.
    """
    if not is_encrypted(path):
        return None
    ready()
    return printed_key(path, settings) or asked_key(path)


def asked_key(path: Path) -> Key:
    """What opens an encrypted file, from a passphrase typed on the terminal.

    Raises:
        WrongPassphrase: it was wrong three times.
        Encrypted, BadInput: nobody can type it.
    """
    for left in reversed(range(TRIES)):
        try:
            return key_of(path, typed(f"Passphrase of {plain(path.name)}: "))
        except WrongPassphrase as error:
            if not left:
                raise WrongPassphrase(f"{error} It was not opened.") from None
            _say(f"{error} {tries(left)}")
    raise AssertionError  # every round ends it or goes on


def printed_key(path: Path, settings: Settings) -> Key | None:
    """What opens a store, from the command of the settings; None where there is no such command.

    Raises:
        WrongPassphrase, BadInput: it prints another passphrase, or none.
        BilatError: what opens the store is not installed.
    """
    if not settings.unlock:
        return None
    try:
        return key_of(path, _printed_by(settings.unlock))
    except WrongPassphrase:
        raise WrongPassphrase(
            f"What the setting `unlock` prints is not the passphrase of {path.name}. It was not opened."
        ) from None


def typed(prompt: str) -> str:
    """A passphrase typed on the terminal, wherever the streams of the program go.

    Raises:
        Encrypted: there is no terminal.
        BadInput: nobody typed.
    """
    try:
        os.close(os.open(_TERMINAL, os.O_RDWR | os.O_NOCTTY))
    except OSError:
        raise Encrypted(
            "The store is encrypted, and nobody can type its passphrase here:"
            " set `unlock` to a command that prints it."
        ) from None
    try:
        return getpass(prompt)
    except EOFError:
        raise BadInput("Nobody typed a passphrase.") from None


def typed_twice(prompt: str) -> str:
    """A new passphrase, typed twice so that a slip does not lock its owner out.

    Raises:
        WrongPassphrase: it is too short, or the two differ.
        Encrypted, BadInput: nobody can type it.
    """
    must_keep_out(first := typed(prompt))
    if typed("The same again: ") != first:
        raise WrongPassphrase("The two passphrases differ; nothing was changed.")
    return first


def first_line(path: str) -> str:
    """The passphrase in a file, or in what a shell passes as one.

    Raises:
        BadInput: it cannot be read.
    """
    try:
        with Path(path).expanduser().open(encoding="utf-8") as file:
            return file.readline(_LONGEST).rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise BadInput(f"The passphrase cannot be read from {path}.") from None


def tries(left: int) -> str:
    """How often one may try again."""
    return "One more try." if left == 1 else f"{left} more tries."


def _printed_by(command: str) -> str:
    """The first line that a command prints; it runs without a shell, and may ask on the terminal itself."""
    import shlex  # noqa: PLC0415 - for those who set a command
    import subprocess  # noqa: PLC0415 - likewise

    shown = plain(command, _SHOWN)
    try:
        done = subprocess.run(shlex.split(command), stdout=subprocess.PIPE, check=False)  # noqa: S603 - the officer's own
        lines = done.stdout.decode("utf-8").splitlines()
    except (OSError, ValueError):  # what it printed is not told
        raise BadInput(f"The command of the setting `unlock` could not be run: {shown}.") from None
    if done.returncode or not lines or not lines[0]:
        raise BadInput(f"The command of the setting `unlock` printed no passphrase: {shown}.")
    return lines[0]


def _say(sentence: str) -> None:
    from tui.shell.common import say  # noqa: PLC0415 - it asks here for the stores that it opens

    say(sentence)
