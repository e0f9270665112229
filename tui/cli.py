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
    words = sys.argv[1:] if argv is None else argv
    if list(words) == ["--version"]:
        sys.stdout.write(f"bilat {__version__}\n")
        return 0
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
    except BrokenPipeError:  # "| head" has read enough, and what is left goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CUT_OFF
    return code


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
    from tui.options import read_wishes  # noqa: PLC0415

    wishes = read_wishes(words)
    from tui.run import dashboard  # noqa: PLC0415

    return (lambda: dashboard(wishes)), False


def _word_first(words: Sequence[str]) -> Sequence[str]:
    """The words with a store that is named before a word of the shell moved behind it, where it is understood."""
    if not words or words[0].partition("=")[0] != "--store":
        return words
    at = 1 if "=" in words[0] else 2  # after "--store=PATH" or "--store PATH"
    return [words[at], *words[:at], *words[at + 1 :]] if len(words) > at and words[at] in WORDS else words


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
