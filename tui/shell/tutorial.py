"""`bilat tutorial`: ten steps on a store of examples that is thrown away at the end."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from tui.shell.common import options_of

EXAMPLES = """\
examples:
  bilat tutorial             learn by doing: ten steps, a few minutes; F10 leaves it, q the program
  bilat tutorial --ascii     without line drawing

In the dashboard F10 begins it as well. Your own store is not touched.
"""


def parser() -> argparse.ArgumentParser:
    """The options of `bilat tutorial`."""
    options = options_of("tutorial", "Learn the keys by doing, on a store of examples.", EXAMPLES)
    options.add_argument("--theme", metavar="NAME", help="the colours, for this time")
    options.add_argument("--ascii", action="store_true", help="draw with ASCII only")
    return options


def tutorial(words: Sequence[str]) -> int:
    """Run `bilat tutorial` and return its exit code.

    Raises:
        BilatError: the dashboard cannot be opened here.
    """
    options = parser()
    given = options.parse_args(words)
    if given.store is not None:
        options.error("the tutorial opens its own store of examples")
    from tui.run import Wishes, dashboard  # noqa: PLC0415 - after the options are read
    from tui.tutorial.running import begin  # noqa: PLC0415 - Textual, likewise

    return dashboard(Wishes(demo=True, theme=given.theme, ascii=given.ascii, first=begin))
