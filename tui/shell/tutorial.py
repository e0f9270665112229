"""`bilat tutorial`: ten steps on a store of examples that is thrown away at the end."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from tui.shell.common import options_of

EXAMPLES = """\
examples:
  bilat tutorial             learn by doing: ten steps, a few minutes; {tutorial} leaves it, {quit} the program
  bilat tutorial --ascii     without line drawing

In the dashboard {tutorial} begins it as well. Your own store is not touched.
"""


def parser() -> argparse.ArgumentParser:
    """The options of `bilat tutorial`."""
    options = options_of("tutorial", "Learn the keys by doing, on a store of examples.", EXAMPLES)
    options.add_argument("--theme", metavar="NAME", help="the colours, for this time")
    options.add_argument("--ascii", action="store_true", help="draw with ASCII only")
    options.add_argument("--and-back", action="store_true", help=argparse.SUPPRESS)
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
    from tui.tutorial.running import begin, begin_and_go_back  # noqa: PLC0415 - Textual, likewise

    first = begin_and_go_back if given.and_back else begin
    return dashboard(Wishes(demo=True, theme=given.theme, ascii=given.ascii, first=first))
