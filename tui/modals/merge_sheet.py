"""Two records side by side: which value stands, what moves over, what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.strip import Strip

from db.forms.merging import Side, can_be_both, with_company
from db.queries.merging import Compared, Sides
from tui.cards.fields import breadth, listed, many
from tui.cards.words import KINDS
from tui.forms.labels import LABEL, label
from tui.glyphs import glyphs
from tui.lines import Span, Tone
from tui.plain import cells, clip, fit, plain, plain_lines
from tui.tones import Ground, Tones
from tui.veil import HIDDEN, veil
from tui.widgets.drawn import Drawn
from tui.widgets.frame import Title, bottom_line, framed, key_spans, top_line
from tui.widgets.painting import paint

_EDGES = 4  # the frame and a blank, left and right
_LONGEST = 6  # lines of one text in full
_ROOMY = 30  # columns of a side from which a few words more fit
_SHORT = 2  # lines of both texts where there is no room for more


class _Row(NamedTuple):
    """A line of the sheet; `field` is the number of the field it stands for, -1 for none."""

    spans: tuple[Span, ...]
    field: int = -1


class MergeSheet(Drawn, can_focus=True):
    """The fields of both, and what the choice comes to.

    Attributes:
        sides: the two records.
        chosen: whose value stands, by field.
        at: the number of the field with the cursor.
        note: said in the lower line instead of the keys.
    """

    DEFAULT_CSS = "MergeSheet { width: 104; max-width: 100%; max-height: 100%; background: $background; }"

    def __init__(self, sides: Sides) -> None:
        super().__init__()
        self.sides = sides
        self.chosen: dict[str, Side] = {one.field.name: one.side for one in sides.fields}
        self._by_hand: set[str] = set()
        self.at = next((at for at, one in enumerate(sides.fields) if one.keep != one.lose), 0)
        self.note = Span("")
        self._top = 0
        self._rows: list[_Row] = []

    def show(self, sides: Sides) -> None:
        """The same records read again; what the officer chose stays chosen."""
        usual = {one.field.name: one.side for one in sides.fields}
        by_hand = {name: self.chosen[name] for name in self._by_hand & usual.keys()}
        self.sides, self.chosen = sides, usual | by_hand
        self.at = max(0, min(self.at, len(sides.fields) - 1))
        self.refresh()

    def swapped(self, sides: Sides) -> None:
        """The same two the other way round: the values that the officer chose still stand."""
        turned: dict[Side, Side] = {"keep": "lose", "lose": "keep", "both": "both"}
        self.chosen = {name: turned[side] for name, side in self.chosen.items()}
        self.show(sides)

    @property
    def field(self) -> Compared | None:
        """The field with the cursor."""
        return self.sides.fields[self.at] if self.sides.fields else None

    def move(self, step: int) -> None:
        """Go to another field."""
        self.at = max(0, min(self.at + step, len(self.sides.fields) - 1))
        self.refresh()

    def choose(self, side: Side | None = None) -> None:
        """Let a side's value stand in the field with the cursor; without one the next that there is."""
        one = self.field
        if one is None or one.keep == one.lose:
            return
        order: list[Side] = ["keep", "lose", *(["both"] if can_be_both(one.field) else [])]  # type: ignore[list-item]
        now = order.index(self.chosen[one.field.name])
        wanted = side or order[(now + 1) % len(order)]
        for name in with_company(self.sides.keep.kind, one.field.name):
            if name in self.chosen:
                self.chosen[name] = wanted
                self._by_hand.add(name)
        self.refresh()

    def say(self, sentence: str, tone: Tone = "warn") -> None:
        """Say something in the lower line."""
        self.note = Span(sentence, tone)
        self.refresh()

    # --- layout ---

    @property
    def wanted_height(self) -> int:
        """Lines for all fields and a few for the texts under them."""
        return 2 + 1 + len(self.sides.fields) + 1 + 2 * _SHORT + len(self._foot(80))

    def look(self) -> object:
        """Everything may have changed with a key."""
        return object()

    def prepare(self) -> None:
        """Lay out, with the field with the cursor in view."""
        width, height = self.size.width - _EDGES, self.size.height - 2
        foot = self._foot(width)
        below = max(_SHORT, height - 2 - len(self.sides.fields) - len(foot))
        texts = self._texts(width, below)
        shown = max(1, height - 2 - len(texts) - len(foot))
        self._top = max(0, min(self._top, self.at, len(self.sides.fields) - shown), self.at - shown + 1)
        rows = [self._head(width)]
        for at, one in enumerate(self.sides.fields[self._top : self._top + shown], start=self._top):
            rows.append(_Row(self._compared(one, width), at))
        rows += [_Row(())] * (shown + 1 - len(rows))
        rows.append(_Row((Span(glyphs.horizontal * width, "faint"),)))
        self._rows = [*rows, *texts, *foot]

    def _half(self, width: int) -> int:
        return (width - LABEL - 1) // 2

    def _head(self, width: int) -> _Row:
        half = self._half(width)
        goes = "goes into it" if half >= _ROOMY else "goes"
        spans = [Span(" " * LABEL)]
        for title, does in ((self.sides.keep_title, "stays"), (self.sides.lose_title, goes)):
            name = clip(plain(title, 200), half - len(does) - 4)
            spans += [
                Span(f"  {name}", "strong"),
                Span(fit(f" {does}", half - 2 - cells(name)), "dim"),
            ]
        return _Row(tuple(spans))

    def _compared(self, one: Compared, width: int) -> tuple[Span, ...]:
        half = self._half(width)
        here = one is self.field
        bar = Span(f"{glyphs.bar} " if here else "  ", "accent")
        name = fit(plain(label(self.sides.keep.kind, one.field)), LABEL - 3) + " "
        if one.keep == one.lose:
            same = Span(fit(_flat(one.keep), width - LABEL - 2), "dim")
            return (bar, Span(name, "dim"), Span("  "), same)
        side = self.chosen[one.field.name]
        spans = [bar, Span(name, "strong" if here else "plain")]
        for text, mine in ((one.keep, "keep"), (one.lose, "lose")):
            stands = side in (mine, "both")
            spans += [
                Span(f"{glyphs.full if stands else glyphs.hollow} ", "accent" if stands else "faint"),
                Span(fit(_flat(text) or "nothing", half - 3) + " ", "strong" if stands else "dim"),
            ]
        return tuple(spans)

    def _texts(self, width: int, room: int) -> list[_Row]:
        """Both texts of the field with the cursor in full, as far as there is room."""
        one = self.field
        if one is None:
            return []
        texts = [veil.but(text) for text in ([one.keep] if one.keep == one.lose else [one.keep, one.lose])]
        whole = [plain_lines(text or "nothing", max(8, width - LABEL)) for text in texts]
        share = max(1, min(_LONGEST, room // len(whole)))
        rows: list[_Row] = []
        for number, lines in enumerate(whole):
            title = self.sides.lose_title if number else self.sides.keep_title
            said = "in both" if len(whole) == 1 else plain(title, 60)
            kept = lines[:share]
            if number and said == plain(self.sides.keep_title, 60):
                said = "the other"
            if len(lines) > share:
                kept[-1] = fit(kept[-1], width - LABEL - 1).rstrip() + glyphs.ellipsis
            for at, line in enumerate(kept):
                head = Span(fit(said if at == 0 else "", LABEL - 1) + " ", "dim")
                rows.append(_Row((head, Span(line))))
        return rows

    def _foot(self, width: int) -> list[_Row]:
        """What moves over, and what speaks against it."""
        moves = moved_words(self.sides.moves) or "nothing; only the values above"
        rows = _beside("moves over", moves, "plain", width)
        for doubt in self.sides.doubts:
            rows += _beside("!", doubt, "warn", width)
        return rows

    # --- drawing ---

    def draw_line(self, y: int, width: int, tones: Tones) -> Strip:
        """A line of the frame or in it."""
        if y == 0:
            title = Title(name=f"Merge two {_plural(self.sides)}")
            return Strip(top_line(title, width, tones, focused=True), width)
        if y == self.size.height - 1:
            note = (self.note,) if self.note.text else ()
            keys = () if note else _keys(width - 6)
            return Strip(bottom_line(note, keys, width, tones, focused=True), width)
        row = self._rows[y - 1] if y - 1 < len(self._rows) else _Row(())
        ground: Ground = "chosen" if row.field == self.at and row.field >= 0 else "rest"
        spans = (HIDDEN,) if veil.tells("".join(span.text for span in row.spans)) else row.spans
        body = paint(spans, width - _EDGES, tones, ground)
        return framed(body, width, tones)

    def on_click(self, event: events.Click) -> None:
        """A click on a value lets it stand."""
        at = self._rows[event.y - 1].field if 0 < event.y <= len(self._rows) else -1
        if at >= 0:
            event.stop()
            self.move(at - self.at)
            self.choose("keep" if event.x < 2 + LABEL + self._half(self.size.width - _EDGES) else "lose")


def moved_words(moves: Sequence[tuple[int, str]]) -> str:
    """As in "4 meetings, 7 outcomes, 2 spellings"."""
    return listed(*(many(count, noun) for count, noun in moves))


def _plural(sides: Sides) -> str:
    return f"{KINDS[sides.keep.kind].lower()}s"


def _flat(text: str) -> str:
    return plain(veil.but(" / ".join(line for line in text.splitlines() if line.strip())))


def _beside(word: str, text: str, tone: Tone, width: int) -> list[_Row]:
    lines = plain_lines(text, max(8, width - LABEL))[:_SHORT]
    first: Tone = "warn" if tone == "warn" else "dim"
    return [
        _Row((Span(fit(word if at == 0 else "", LABEL - 1) + " ", first), Span(line, tone)))
        for at, line in enumerate(lines)
    ]


_WORDS = (
    ("Enter", "merges"),
    ("Space", "side"),
    ("s", "swaps"),
    ("n", "not the same"),
    ("Esc", "leaves"),
)


_FEWER = (("Enter", "merges"), ("Space", "side"), ("s", "swaps"), ("n", "not same"), ("Esc", ""))


def _keys(width: int) -> tuple[Span, ...]:
    """The keys in words, closer together where there is little room; what needs no words goes without."""
    for gap, words in (("   ", _WORDS), ("  ", _WORDS), ("  ", _FEWER)):
        spans = key_spans(words, gap)
        if breadth(spans) <= width:
            break
    return spans
