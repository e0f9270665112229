"""However long a sentence and however narrow the screen, one reads how what was done is taken back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.tui.reading import screen_lines
from tui.app import Bilat
from tui.plain import cells
from tui.undoing import undoable, with_its_end


def test_a_long_sentence_gives_way_in_its_middle() -> None:
    said = undoable("Abdellatif Hammouchi holds it from 15 May 2015", "Karim Bennani left")
    assert said == "Abdellatif Hammouchi holds it from 15 May 2015 · Karim Bennani left · u undoes"
    assert with_its_end(said, 60).endswith("… · u undoes")
    assert with_its_end(said, 100) == said


def test_a_sentence_without_such_an_end_is_cut_at_its_end() -> None:
    assert with_its_end("word " * 30, 20).endswith("…")


@given(st.text(max_size=80), st.text(max_size=40), st.integers(1, 100))
def test_it_is_never_wider_than_there_is_room(said: str, end: str, width: int) -> None:
    assert cells(with_its_end(undoable(said, undo=end), width)) <= width


async def test_the_bottom_line_shows_it_on_a_narrow_screen(app: Bilat) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        app.say(undoable("Abdellatif Hammouchi holds it from 15 May 2015", "Karim Bennani left", "3 moved"))
        await pilot.pause()
        assert screen_lines(app)[-1].endswith("… · u undoes")
