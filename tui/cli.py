"""The command `bilat`: failures become one sentence and an exit code.

Nothing is imported before it is needed, so that `--version` costs no more than Python itself.
"""

from __future__ import annotations

import sys

from tui import __version__

TYPE_CHECKING = False  # as typing has it, whose import would be a quarter of --version
if TYPE_CHECKING:
    from collections.abc import Sequence

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
    from tui.options import read_wishes  # noqa: PLC0415

    wishes = read_wishes(words)
    from db.errors import BilatError  # noqa: PLC0415
    from tui.run import dashboard  # noqa: PLC0415

    try:
        return dashboard(wishes)
    except BilatError as error:
        sys.stderr.write(f"bilat: {error}\n")
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
