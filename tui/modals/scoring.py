"""Each party of an outcome: kept, kept in part, not kept, or not said; with what shows it."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult

from db import queries
from db.errors import BilatError
from db.rows import Key
from db.rows.agenda import ScoreRow
from tui.cards.outcomes import score_span
from tui.lines import Span
from tui.modals.answer_sheet import Heard
from tui.modals.asking import AskingModal, Question
from tui.modals.base import bilat
from tui.modals.typed import TypedModal
from tui.widgets.columns import Column
from tui.widgets.frame import Title, key_spans
from tui.widgets.given import Given
from tui.widgets.row_list import RowList

_SCORES = {"plus": 1, "0": 0, "minus": -1, "space": None}
_KEYS = (
    ("+", "kept"),
    ("0", "in part"),
    ("-", "not"),
    ("Space", "not said"),
    ("e", "evidence"),
    ("Enter", "saves"),
)
_FEWER = (("+ 0 -", "score"), ("e", "evidence"), ("Enter", "saves"))
_ROOMY = 76  # columns of the sheet


class _Line(NamedTuple):
    """A party as it stands."""

    row: ScoreRow
    name: str

    @property
    def key(self) -> Key:
        """Tells it from the other lines."""
        return Key("source", f"party {self.row.country}")


def _columns() -> tuple[Column[_Line], ...]:
    return (
        Column("", 4, lambda line: (Span(line.row.country, "dim"),)),
        Column("", 12, lambda line: (Span(line.name, "strong"),), takes_rest=True),
        Column("", 10, lambda line: (score_span(line.row.score),)),
        Column("", 20, lambda line: (Span(line.row.evidence, "dim"),), takes_rest=True),
    )


class ScoringModal(TypedModal[str]):
    """Answers with the sentence that says what was saved."""

    DEFAULT_CSS = "ScoringModal > Pane { width: 96; }"

    def __init__(
        self,
        title: str,
        about: str,
        rows: Sequence[ScoreRow],
        saves: Callable[[tuple[ScoreRow, ...]], Awaitable[str]],
        place: str,
    ) -> None:
        """Ask.

        Args:
            title: what is asked.
            about: the outcome.
            rows: its parties, as they are scored or presumed.
            saves: writes the scores and says so; raises BilatError when it cannot.
            place: where the scores are kept while they are not saved.
        """
        super().__init__(place=place, again="x")
        self._title = title
        self._about = about
        self._given = self._rows = list(rows)
        self._saves = saves
        self._names: dict[str, str] = {}
        self._list: RowList[_Line] = RowList(_columns(), heads=False)

    def compose(self) -> ComposeResult:
        """The parties."""
        self._list.title = Title(name=self._title, scope=self._about)
        self._list.styles.height = len(self._rows) + 2
        yield self._list

    def on_mount(self) -> None:
        """Bring back what was not saved."""
        self._names = dict(bilat(self).read(queries.countries))
        kept = self.kept()
        if kept is not None and self._bring_back(kept.text):
            self._say(self.came_back(kept, "scores"))
        else:
            self._offer()
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """A wider window names more keys."""
        if not self._list.lead:
            self._offer(event.size.width)

    def _offer(self, width: int = 0) -> None:
        roomy = (width or self.app.size.width) * 96 // 100 >= _ROOMY
        self._list.lead = ()
        self._list.note = key_spans(_KEYS if roomy else _FEWER, "  ")
        self._list.refresh()

    def _say(self, sentence: str, *, wrong: bool = False) -> None:
        self._list.lead = (Span(sentence, "error" if wrong else "accent"),)
        self._list.note = ()
        self._list.refresh()

    def _show(self) -> None:
        self._list.show(Given([_Line(row, self._names.get(row.country, row.country)) for row in self._rows]))

    # --- keys ---

    def press(self, event: events.Key) -> None:
        """All keys are the sheet's."""
        match event.key:
            case "plus" | "0" | "minus" | "space":
                self._change(score=_SCORES[event.key])
            case "j" | "down":
                self._list.move_by(1)
            case "k" | "up":
                self._list.move_by(-1)
            case "e" | "f":
                self._ask_evidence(everyone=False)
            case "E":
                self._ask_evidence(everyone=True)
            case "enter" | "ctrl+s":
                self.busy = True
                self._say("Saving")
                self.run_worker(self._save())
            case "ctrl+x":
                self.forget()
                self._rows = self._given
                self._offer()
                self._show()
            case "escape":
                self.leave()
            case _ if event.is_printable:
                self._say("+ kept, 0 in part, - not kept; e writes what shows it, E for all.")

    @property
    def _at(self) -> int:
        line = self._list.row
        return next(
            at for at, row in enumerate(self._rows) if line is None or row.country == line.row.country
        )

    def _change(self, *, score: int | None) -> None:
        """Score the party under the cursor, which stays there: what shows it is written next."""
        at = self._at
        self._rows = [
            row._replace(score=score) if at == number else row for number, row in enumerate(self._rows)
        ]
        self._changed()

    def _changed(self) -> None:
        self._offer()
        self._show()
        try:
            self.keep(json.dumps([[*row] for row in self._rows]))
        except BilatError as error:
            self._say(str(error), wrong=True)

    def _bring_back(self, text: str) -> bool:
        """Take up what was kept; False where it is of other parties by now."""
        try:
            rows = [ScoreRow(*row) for row in json.loads(text)]
        except (TypeError, ValueError):  # somebody else's hand was in the file
            return False
        if [row.country for row in rows] != [row.country for row in self._rows]:
            return False
        self._rows = rows
        return True

    # --- evidence ---

    def _ask_evidence(self, *, everyone: bool) -> None:
        own = self._rows[self._at]
        whose = "all parties" if everyone else self._names.get(own.country, own.country)

        async def takes(text: str) -> str:
            said = " ".join(text.split())
            self._rows = [
                row._replace(evidence=said) if everyone or row.country == own.country else row
                for row in self._rows
            ]
            self._changed()
            return said

        asks = "What shows it, in a few words"
        place = f"{self.place} {'all' if everyone else own.country}"
        question = Question(
            "Evidence", whose, asks, place, "e", lambda text: Heard(" ".join(text.split())), takes
        )
        self.app.push_screen(AskingModal(question, own.evidence))

    # --- saving ---

    async def _save(self) -> None:
        try:
            sentence = await self._saves(tuple(self._rows))
        except BilatError as error:
            self.busy = False
            self._say(f"Not saved. {error}", wrong=True)
            return
        self.forget()
        self.dismiss(sentence)
