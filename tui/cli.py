"""The command `bilat`: failures become one sentence and an exit code.

Nothing is imported before it is needed, so that `--version` costs no more than Python itself.
"""

from __future__ import annotations

import sys

from tui import __version__

TYPE_CHECKING = False  # as typing has it, whose import would be a quarter of --version
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

INTERRUPTED = 130  # what shells report for a program ended by Ctrl+C


def main(argv: Sequence[str] | None = None) -> int:
    """Run `bilat` and return its exit code.

    Args:
        argv: the words after the program's name; those it was started with by default.
    """
    words = sys.argv[1:] if argv is None else argv
    if list(words) == ["--version"]:
        sys.stdout.write(f"bilat {__version__}\n")
        return 0
    run = _chosen(words)
    from db.errors import BilatError  # noqa: PLC0415 - after the options, whose help does without

    try:
        return run()
    except BilatError as error:
        sys.stderr.write(f"bilat: {error}\n")
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED


def _chosen(words: Sequence[str]) -> Callable[[], int]:
    """The word of the shell that stands first, or the dashboard; wrong use ends the program here."""
    if words[:1] == ["add"]:
        from tui.shell.add import add  # noqa: PLC0415

        return lambda: add(words[1:])
    from tui.options import read_wishes  # noqa: PLC0415

    wishes = read_wishes(words)
    from tui.run import dashboard  # noqa: PLC0415

    return lambda: dashboard(wishes)
