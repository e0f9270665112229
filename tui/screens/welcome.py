"""The first run: which country's desk this is, asked before anything is created."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from db.names import fold
from seeds import reference
from tui.config import Settings
from tui.endings import run_in_order
from tui.lines import Line, Span, Tone
from tui.modals.choices import Choice, Choices, answering, columns
from tui.plain import plain_lines
from tui.screens.first_app import FirstApp
from tui.widgets.given import Given
from tui.widgets.line_view import MARGIN, LineView

DEMO, NO_DESK = "demo", ""
WIDTH, HEIGHT = 76, 34
LEAST_LIST = 8  # lines that the countries need before there is room for words: frame, line, five countries
Words = tuple[tuple[Tone, str], ...]
_GREETING: Words = (
    ("accent", "bilat"),
    ("strong", "A desk officer's book of international cooperation."),
    ("plain", "Who travelled, who met, what was agreed and what only discussed, whose turn it is."),
    ("plain", ""),
    ("dim", "Two keys to remember: n for a visit or meeting in one line, r for the reading desk."),
    ("dim", "Which country's desk is this? It can be changed later."),
    ("plain", ""),
)
GREETINGS: tuple[Words, ...] = (_GREETING, (_GREETING[0], *_GREETING[-2:]), _GREETING[-2:-1], ())
"""What is said above the countries, from the fullest to nothing."""


class Welcome(NamedTuple):
    """What the officer chose.

    Attributes:
        desk: the country's code, "" for none.
        demo: look at the demo instead of beginning a store.
    """

    desk: str
    demo: bool


class Country(NamedTuple):
    """A country with every name it may be found by, folded."""

    choice: Choice
    names: tuple[str, ...]


class DeskChoices(Choices):
    """The countries; once one is taken, the keys that came with it change nothing more."""

    taken = False

    def on_key(self, event: events.Key) -> None:
        """Take Enter at once, before letters that came with it are read; nothing counts after the answer."""
        if self.taken or event.key == "enter":
            event.stop()
            event.prevent_default()
        if not self.taken and event.key == "enter":
            self.action_open()

    def on_paste(self, event: events.Paste) -> None:
        """Hold back what was pasted after the answer."""
        if self.taken:
            event.stop()
            event.prevent_default()


class WelcomeApp(FirstApp[Welcome]):
    """Asks for the desk; leaves nothing behind when it is closed."""

    DEFAULT_CSS = """
    WelcomeApp Screen { align: center middle; background: $background; }
    #welcome { width: 76; max-width: 100%; height: 100%; max-height: 34; }
    #choices { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+q", "leave", "leave", show=False),
        Binding("f2", "demo", "the demo", show=False),
    ]

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self._countries = countries()

    def compose(self) -> ComposeResult:
        """A few words, and under them the countries."""
        with Vertical(id="welcome"):
            self._greeting = LineView(framed=False)
            self._greeting.can_focus = False
            yield self._greeting
            self._list = DeskChoices(
                columns(hint=10),
                title="This desk's country",
                asks="type its name",
                typed=self._show,
                chosen=self._choose,
            )
            self._list.id = "choices"
            self._list.note = (Span("Enter takes it   F2 the demo   Esc leaves", "dim"),)
            yield self._list

    def on_mount(self) -> None:
        """Offer everything."""
        self._show("")
        self._list.focus()

    def on_resize(self, event: events.Resize) -> None:
        """Give the greeting the lines that it needs at this width, and the countries the rest."""
        lines = _greeting(
            min(event.size.width, WIDTH) - MARGIN - 1, min(event.size.height, HEIGHT) - LEAST_LIST
        )
        self._greeting.styles.height = len(lines)
        self._greeting.show(lines)

    def _show(self, words: str) -> None:
        rows = [each.choice for each in found(words, self._countries)]
        if not words.strip():
            rows = [*_others(), *rows]
        self._list.show_later(lambda: Given(rows), afresh=True)

    def _choose(self, row: Choice) -> None:
        self._answer(Welcome("", demo=True) if row.answer == DEMO else Welcome(row.answer, demo=False))

    def action_demo(self) -> None:
        """Look at the demo."""
        self._answer(Welcome("", demo=True))

    def action_leave(self) -> None:
        """Leave; nothing has been created."""
        self._answer(None)

    def _answer(self, answer: Welcome | None) -> None:
        """The first answer is final: keys that came in one go with it must not turn it round."""
        if not self._list.taken:
            self._list.taken = True
            self.exit(answer)


def _greeting(width: int, height: int) -> list[Line]:
    """The fullest greeting that leaves the countries their lines."""
    laid_out = (
        [Line((Span(line, tone),)) for tone, text in words for line in plain_lines(text, width)]
        for words in GREETINGS
    )
    return next((lines for lines in laid_out if len(lines) <= height), [])


def _others() -> list[Choice]:
    return [
        answering(DEMO, "The demo", detail="look around in made-up and public examples", hint="F2"),
        answering(NO_DESK, "No country", detail="all country pairs stand side by side"),
    ]


def countries() -> list[Country]:
    """Every country of today, in name order, with its names in five languages."""
    names: dict[str, set[str]] = {}
    for entry in reference.country_names():
        if entry.kind != "garbled":
            names.setdefault(entry.code, set()).add(fold(entry.name))
    now = [each for each in reference.countries() if each.kind == "country" and not each.valid_to]
    known = []
    for each in sorted(now, key=lambda each: fold(each.name)):
        choice = answering(each.code, each.name, hint=each.code)
        known.append(Country(choice, (fold(each.name), *sorted(names.get(each.code, ())))))
    return known


_FITS = range(4)  # its code, its own name, another of its names, a word inside a name


def found(words: str, known: Sequence[Country]) -> list[Country]:
    """The countries of which the words begin a name, or a word inside one; the best fit first."""
    wanted = fold(words).strip()
    if not wanted:
        return list(known)
    ranks = [(_rank(wanted, country), country) for country in known]
    return [country for rank in _FITS for at, country in ranks if at == rank]


def _rank(wanted: str, country: Country) -> int:
    """How well a country fits, one of `_FITS`; more than those where it does not."""
    own, *others = country.names
    if wanted == fold(country.choice.answer):
        return 0
    if own.startswith(wanted):
        return 1
    if any(name.startswith(wanted) for name in others):
        return 2
    return 3 if any(f" {wanted}" in name for name in country.names) else len(_FITS)


def ask(settings: Settings) -> Welcome | None:
    """Ask which desk this is; None when the officer leaves, and then nothing has been created."""
    return run_in_order(WelcomeApp(settings))
