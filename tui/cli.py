"""The command `bilat`: failures become one sentence and an exit code.

Nothing is imported before it is needed, so that `--version` costs no more than Python itself.
"""

from __future__ import annotations

import os
import sys

from tui import __version__

TYPE_CHECKING = False  # as typing has it, whose import would be a quarter of --version
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType
    from typing import NoReturn

WORDS = {
    "add": "tui.shell.add:add",
    "backup": "tui.shell.backup:backup",
    "brief": "tui.shell.brief:brief",
    "check": "tui.shell.check:check",
    "completion": "tui.shell.completion:completion",
    "config": "tui.shell.settings:config",
    "decrypt": "tui.shell.encrypting:decrypt",
    "due": "tui.shell.due:due",
    "encrypt": "tui.shell.encrypting:encrypt",
    "export": "tui.shell.exporting:export_dossier",
    "import": "tui.shell.importing:import_dossier",
    "keys": "tui.shell.keys:keys",
    "passphrase": "tui.shell.encrypting:passphrase",
    "read": "tui.shell.read:read",
    "restore": "tui.shell.backup:restore",
    "search": "tui.shell.search:search",
    "show": "tui.shell.show:show",
    "tutorial": "tui.shell.tutorial:tutorial",
}
"""The words of the shell, each with the function that runs it; imported when it is asked for."""

TAKING = ("--store", "--desk", "--theme", "--keep")
SWITCHES = ("--read-only", "--ascii", "--demo", "--encrypted")
"""The options of `bilat` itself that stand before something else, with and without a value."""
INTERRUPTED = 130  # what shells report for a program ended by Ctrl+C
SELDOM = (200_000, 20, 20)
"""When garbage is looked for: a word of the shell makes much that stays, and a tenth of its time would go there."""
CUT_OFF = 141  # and for one whose output nobody reads any more


def main(argv: Sequence[str] | None = None) -> int:
    """Run `bilat` and return its exit code.

    Args:
        argv: the words after the program's name; those it was started with by default.
    """
    if argv is None:
        sys.excepthook = _crashed
        _open_what_is_closed()
    words = sys.argv[1:] if argv is None else argv
    if list(words) == ["--version"]:
        return _version()
    run, short = _chosen(words)
    from db.errors import BilatError  # noqa: PLC0415 - after the options, whose help does without

    try:
        code = run()
        sys.stdout.flush()  # here, where it can still be told that nobody reads on
        if short and argv is None:
            _leave(code)
    except BilatError as error:
        sys.stderr.write(f"bilat: {error}\n")
        return error.exit_code
    except KeyboardInterrupt:
        sys.stderr.write("\nbilat: Stopped. Nothing was left half done.\n")
        return INTERRUPTED
    except BrokenPipeError:  # "| head" has read enough
        _let_go_of_output()
        return CUT_OFF
    except OSError as error:
        return _full(error)
    return code


def _version() -> int:
    try:
        sys.stdout.write(f"bilat {__version__}\n")
        sys.stdout.flush()
    except OSError as error:
        return _full(error)
    return 0


def _full(error: OSError) -> int:
    """Say that the device behind the output takes no more, and return the exit code; another error goes on."""
    import errno  # noqa: PLC0415 - for a bad day only

    device_says = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
    if error.filename is not None or error.errno not in device_says:
        raise error
    _let_go_of_output()
    sys.stderr.write(f"bilat: The output could not be written: {error.strerror}. What was saved is saved.\n")
    return 1


def _open_what_is_closed() -> None:
    """A stream that is closed leads nowhere from here on, or the next file that is opened would stand in its place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - to the end


def _let_go_of_output() -> None:
    """Let what is left of the output go nowhere, or the end of the program would try it once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _crashed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A mistake of the program's own ends in a sentence; a traceback would quote what the store holds."""
    del kind, trace
    from datetime import UTC, datetime  # noqa: PLC0415 - for a bad day only

    from tui.crashes import told  # noqa: PLC0415 - likewise

    sys.stderr.write(f"{told(error, datetime.now(UTC))}\n")


def _chosen(words: Sequence[str]) -> tuple[Callable[[], int], bool]:
    """The word of the shell that stands first, or the dashboard, and whether it is a word; wrong use ends here."""
    words = _word_first(words)
    if words and words[0] in WORDS:
        return (lambda: _word(words[0], words[1:])), True
    import gc  # noqa: PLC0415 - not for --version

    gc.disable()  # what a start imports stays to the end: sweeping meanwhile finds nothing
    try:
        from tui.options import read_wishes  # noqa: PLC0415

        wishes = read_wishes(words)
        from tui.run import dashboard  # noqa: PLC0415
    finally:
        gc.freeze()  # or all of it would be looked at now
        gc.enable()
    return (lambda: dashboard(wishes)), False


def _word_first(words: Sequence[str]) -> Sequence[str]:
    """The words with the options before a word of the shell moved behind it, where they are understood or refused."""
    at = 0
    while at < len(words) and words[at].partition("=")[0] in {*TAKING, *SWITCHES}:
        at += 2 if words[at] in TAKING else 1
    return [words[at], *words[:at], *words[at + 1 :]] if at < len(words) and words[at] in WORDS else words


def _word(name: str, words: Sequence[str]) -> int:
    """Run a word of the shell."""
    import gc  # noqa: PLC0415 - not for --version
    from importlib import import_module  # noqa: PLC0415 - likewise

    gc.set_threshold(*SELDOM)
    module, function = WORDS[name].split(":")
    run: Callable[[Sequence[str]], int] = getattr(import_module(module), function)
    return run(words)


def _leave(code: int) -> NoReturn:
    """End at once: what a word has opened it has closed, and taking modules down one by one is a tenth of its time."""
    sys.stderr.flush()
    os._exit(code)
