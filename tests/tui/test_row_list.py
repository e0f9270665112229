"""The list that everything stands in: reads only what is in view, and never loses the selected record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pytest
from textual.app import App, ComposeResult
from textual.strip import Strip

from db.errors import Busy
from db.rows import Key
from tests.tui.reading import line_with, screen_lines, screen_text, style_of
from tui.lines import Line, Span
from tui.tones import Tones
from tui.widgets.columns import Column
from tui.widgets.frame import Title, thumb
from tui.widgets.line_view import LineView
from tui.widgets.pane import Pane
from tui.widgets.row_list import RowList


class Row(NamedTuple):
    key: Key
    name: str


class Counted:
    """Rows by number, made when asked; remembers what was asked."""

    def __init__(self, total: int, name: str = "row") -> None:
        self.total = total
        self.name = name
        self.asked: list[tuple[int, int]] = []

    def count(self) -> int:
        return self.total

    def rows(self, start: int, stop: int) -> Sequence[Row]:
        self.asked.append((start, stop))
        return [Row(Key("visit", str(at)), f"{self.name} {at}") for at in range(start, min(stop, self.total))]

    def find(self, key: Key) -> int | None:
        at = int(key.id)
        return at if at < self.total else None


class Broken(Counted):
    def rows(self, start: int, stop: int) -> Sequence[Row]:
        self.asked.append((start, stop))
        raise Busy("Somebody else is writing; try again in a moment.")


def columns() -> tuple[Column[Row], ...]:
    return (
        Column("name", 8, lambda row: (Span(row.name, "strong"),), takes_rest=True),
        Column("id", 8, lambda row: (Span(row.key.id),), flush_right=True),
    )


class ListApp(App[None]):
    def __init__(self, listing: Counted) -> None:
        super().__init__()
        self.rows = RowList(columns(), title=Title("1", "Rows"))
        self.listing = listing
        self.opened: list[Key] = []

    def compose(self) -> ComposeResult:
        yield self.rows

    def on_mount(self) -> None:
        self.rows.show(self.listing)
        self.rows.focus()

    def on_pane_opened(self, message: Pane.Opened) -> None:
        self.opened.append(message.key)


async def test_a_million_rows_are_read_a_window_at_a_time() -> None:
    listing = Counted(1_000_000)
    app = ListApp(listing)
    async with app.run_test(size=(60, 20)) as pilot:
        for key in ("down", "down", "pagedown", "pagedown", "G", "k", "pageup", "g", "j"):
            await pilot.press(key)
        await pilot.pause()
        assert app.rows.key == Key("visit", "1")
        assert all(stop - start <= 80 for start, stop in listing.asked)
        assert len(listing.asked) <= 9


async def test_the_last_row_is_a_key_away() -> None:
    app = ListApp(Counted(1_000_000))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("G")
        await pilot.pause()
        assert line_with(app, "row 999999").startswith("│▌")
        assert app.rows.top == 1_000_000 - 17


async def test_a_held_key_moves_every_time_and_stops_at_the_end() -> None:
    app = ListApp(Counted(9))
    async with app.run_test(size=(60, 8)) as pilot:
        await pilot.press(*["j"] * 5)
        assert app.rows.key == Key("visit", "5")
        await pilot.press(*["j"] * 7)
        assert app.rows.key == Key("visit", "8")


async def test_moving_repaints_two_lines_only(monkeypatch: pytest.MonkeyPatch) -> None:
    app = ListApp(Counted(10))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        drawn: list[int] = []
        draw = app.rows.draw_line

        def noted(y: int, width: int, tones: Tones) -> Strip:
            drawn.append(y)
            return draw(y, width, tones)

        monkeypatch.setattr(app.rows, "draw_line", noted)
        await pilot.press("j")
        await pilot.pause()
        assert sorted(drawn) == [2, 3]


async def test_the_selected_record_stays_selected_when_the_list_is_read_again() -> None:
    app = ListApp(Counted(100))
    async with app.run_test(size=(60, 20)) as pilot:
        app.rows.move_to(40)
        app.rows.show(Counted(200, "other"))
        await pilot.pause()
        assert app.rows.key == Key("visit", "40")
        assert line_with(app, "other 40").startswith("│▌")


async def test_the_selected_row_stays_in_view_when_the_window_shrinks_and_grows() -> None:
    app = ListApp(Counted(100))
    async with app.run_test(size=(60, 30)) as pilot:
        app.rows.move_to(25)
        for size in ((60, 10), (60, 40), (30, 8)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert line_with(app, "row 25").startswith("│▌")


async def test_a_click_selects_and_a_double_click_opens() -> None:
    app = ListApp(Counted(100))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.click(app.rows, offset=(5, 6))
        assert app.rows.key == Key("visit", "4")
        assert app.opened == []
        await pilot.double_click(app.rows, offset=(5, 7))
        assert app.opened == [Key("visit", "5")]
        await pilot.click(app.rows, offset=(5, 0))
        assert app.rows.key == Key("visit", "5")


async def test_the_wheel_scrolls_and_leaves_the_selection() -> None:
    app = ListApp(Counted(100))
    async with app.run_test(size=(60, 20)) as pilot:
        app.rows.scroll_top(30)
        await pilot.pause()
        assert "row 30" in screen_lines(app)[2]
        assert app.rows.key == Key("visit", "0")
        await pilot.press("j")
        await pilot.pause()
        assert line_with(app, "row 1 ").startswith("│▌")


async def test_a_failure_is_a_sentence_in_the_pane() -> None:
    app = ListApp(Broken(10))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert app.rows.state == "failed"
        assert "Somebody else is writing" in screen_text(app)
        assert "R tries again" in screen_text(app)
        assert app.rows.key is None
        await pilot.press("j", "G", "enter")
        app.rows.show(Counted(3))
        await pilot.pause()
        assert "row 2" in screen_text(app)


async def test_an_empty_list_says_so_in_its_own_words() -> None:
    app = ListApp(Counted(0))
    app.rows.words_for = {"empty": "No rows yet."}
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("j", "k", "G", "g", "pagedown", "enter")
        await pilot.pause()
        assert "No rows yet." in screen_text(app)
        assert app.opened == []


async def test_columns_line_up_and_numbers_stand_right() -> None:
    app = ListApp(Counted(1000))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("G")
        await pilot.pause()
        lines = screen_lines(app)
        assert all(len(line) == 60 for line in lines)
        assert lines[1].index("id") + 2 == lines[2].rindex("983") + 3


async def test_the_selection_shows_without_colours() -> None:
    app = ListApp(Counted(5))
    app.no_color = True
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        chosen, other = style_of(app, "row 0"), style_of(app, "row 1")
        assert chosen.bgcolor != other.bgcolor
        assert "▌" in line_with(app, "row 0")


def test_a_thumb_is_where_the_window_is() -> None:
    assert thumb(10, 0, 10) == range(0)
    assert thumb(100, 0, 10) == range(1)
    assert thumb(100, 90, 10) == range(9, 10)
    assert thumb(20, 5, 10) == range(2, 7)
    for top in range(991):
        assert len(thumb(1000, top, 10)) == 1


class ViewApp(App[None]):
    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__()
        self.view = LineView(title=Title(name="Record"))
        self.lines = lines

    def compose(self) -> ComposeResult:
        yield self.view

    def on_mount(self) -> None:
        self.view.show(self.lines)
        self.view.focus()


def some_lines(total: int, every: int) -> list[Line]:
    return [
        Line(
            (Span(f"line {at}"),),
            Key("action", str(at)) if at % every == every - 1 else None,
            (Span("right"),),
        )
        for at in range(total)
    ]


async def test_the_cursor_of_a_record_stops_where_something_opens() -> None:
    app = ViewApp(some_lines(12, 3))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert app.view.key == Key("action", "2")
        await pilot.press("j")
        assert app.view.key == Key("action", "5")
        await pilot.press("k", "k")
        assert app.view.key == Key("action", "2")
        await pilot.press("G")
        assert app.view.key == Key("action", "11")


async def test_no_line_of_a_long_record_is_jumped_over_unseen() -> None:
    app = ViewApp(some_lines(16, 8))
    async with app.run_test(size=(60, 5)) as pilot:
        seen: set[str] = set()
        for _ in range(18):
            seen |= {line.split("right")[0].strip("│▌ ") for line in screen_lines(app)}
            await pilot.press("j")
            await pilot.pause()
        assert {f"line {at}" for at in range(16)} <= seen


async def test_the_cursor_of_a_record_stays_on_its_line_when_lines_come_before_it() -> None:
    app = ViewApp(some_lines(12, 3))
    async with app.run_test(size=(60, 13)) as pilot:
        await pilot.press("j", "j")
        assert app.view.key == Key("action", "8")
        more = [Line((Span("new"),), Key("action", "new")) for _ in range(5)]
        app.view.show_later(lambda _width: [*more, *some_lines(12, 3)], afresh=False)
        await pilot.pause()
        assert app.view.key == Key("action", "8")
        assert line_with(app, "line 8").startswith("│▌")


async def test_the_cursor_of_a_record_comes_back_after_a_failure() -> None:
    def busy(_width: int) -> list[Line]:
        raise Busy("Somebody else is writing; try again in a moment.")

    app = ViewApp(some_lines(12, 3))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("j", "j")
        app.view.show_later(busy, afresh=False)
        await pilot.pause()
        assert app.view.key is None
        await pilot.press("j", "k", "G", "g", "pagedown", "enter")
        app.view.show_later(lambda _width: some_lines(12, 3), afresh=False)
        await pilot.pause()
        assert app.view.key == Key("action", "8")


async def test_what_stands_right_is_never_cut_before_the_rest() -> None:
    app = ViewApp([Line((Span("x" * 200),), None, (Span("due 2030"),))])
    async with app.run_test(size=(40, 8)) as pilot:
        await pilot.pause()
        assert line_with(app, "due 2030").rstrip("│ ").endswith("due 2030")
        assert "…" in line_with(app, "due 2030")


async def test_a_record_is_built_anew_for_another_width() -> None:
    app = ViewApp([])
    async with app.run_test(size=(60, 8)) as pilot:
        app.view.show_later(lambda width: [Line((Span(f"made for {width}"),))])
        await pilot.pause()
        assert "made for 55" in screen_text(app)
        await pilot.resize_terminal(40, 8)
        await pilot.pause()
        assert "made for 35" in screen_text(app)
