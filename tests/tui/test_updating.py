"""What is told on the plain terminal while an older store is brought up to date."""

from __future__ import annotations

import io

from tui.updating import Updating


class Terminal(io.StringIO):
    """A place to write that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_the_line_says_how_far_it_is_and_goes_away() -> None:
    out = Terminal()
    with Updating(out, now=lambda: 7.0) as tell:
        tell("visits", 2_000, 100_000)
    assert "brought up to date: visits 2,000 of 100,000" in out.getvalue()
    assert out.getvalue().endswith("\r\x1b[K")


def test_the_line_is_not_written_more_often_than_anybody_could_read() -> None:
    out = Terminal()
    with Updating(out, now=lambda: 7.0) as tell:
        for done in range(1, 1_000):
            tell("visits", done, 1_000)
    assert out.getvalue().count("visits") == 1


def test_nothing_is_said_where_nothing_is_brought_up_to_date_nor_into_a_pipe() -> None:
    out, pipe = Terminal(), io.StringIO()
    with Updating(out):
        pass
    with Updating(pipe) as tell:
        tell("visits", 1, 2)
    assert out.getvalue() == pipe.getvalue() == ""
