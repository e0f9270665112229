"""The left side: the text by sentences, what was found in it underlined, and in the margin the rung of its outcomes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from db.commitments import RUNGS
from db.reading.draft.items import Item
from db.reading.proposals import Find, FindKind, Reading, Span
from tui.glyphs import glyphs
from tui.lines import Tone
from tui.reading_desk.blocks import BlockSheet, Piece, Row
from tui.reading_desk.wrapping import Word, wrapped
from tui.widgets.frame import Title

_MARGIN = 5  # the bar, the rung and its mark
_TONES: Mapping[FindKind, Tone] = {"verb": "accent", "official": "strong", "name": "strong"}

_TOLD = ("country", "date", "verb")


class _Line(NamedTuple):
    """Some words of a sentence, or of what stands around the sentences."""

    words: tuple[Word, ...]
    first: bool = False
    tone: Tone = "plain"
    aside: bool = False


class TextSide(BlockSheet):
    """A text; its blocks are its sentences, numbered from 0.

    Attributes:
        around: whether what only stands around the text is shown too.
    """

    def __init__(self, text: str, page: str = "") -> None:
        """A text.

        Args:
            text: it.
            page: what else stood on the page that it was taken from.
        """
        super().__init__(title=Title(name="Text"), id="text")
        self._length = len(text)
        self._text = f"{text}\n\n{_ALSO_THERE}\n\n{page}" if page else text
        self._page = len(page.splitlines())
        self._breaks = "\n" if _is_long_lined(text) else "\n\n"  # what ends a paragraph
        self._reading: Reading | None = None
        self._finds: Sequence[Find] = ()
        self._starts: list[int] = []  # of the finds
        self._sentences: list[int] = []  # where they begin
        self._outcomes: dict[int, list[Item]] = {}  # by sentence
        self._alight: tuple[Span, ...] = ()
        self.around = False

    def take(self, reading: Reading) -> None:
        """Take a text that was read, in a thread; `again` shows it."""
        self._finds = sorted(reading.finds)
        self._starts = [find.start for find in self._finds]
        self._sentences = [one.start for one in reading.sentences]
        self._reading = reading
        self.lay_out_ahead()

    # --- what belongs to what ---

    @property
    def sentence(self) -> Span | None:
        """The sentence under the cursor."""
        at = self.cursor
        return self._reading.sentences[at] if self._reading is not None and at is not None else None

    def sentence_at(self, place: int) -> int | None:
        """The number of the sentence around a place of the text, or else of the one before it."""
        return max(0, bisect_right(self._sentences, place) - 1) if self._sentences else None

    def finds_in(self, span: Span) -> list[Find]:
        """What was found in a stretch."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return list(self._finds[first:last])

    def show_outcomes(self, items: Iterable[Item]) -> None:
        """Tell in the margin what the sentences are filed as."""
        found: dict[int, list[Item]] = {}
        for item in items:
            if item.kind == "outcome" and item.spans and item.state != "left":
                at = self.sentence_at(item.spans[0].start)
                if at is not None:
                    found.setdefault(at, []).append(item)
        if found != self._outcomes:
            self._outcomes = found
            self.redraw()

    def light(self, spans: Sequence[Span]) -> None:
        """Light up the words of what the cursor of the draft stands on, and have them in view."""
        if tuple(spans) == self._alight:
            return
        self._alight = tuple(spans)
        self.redraw()
        at = self.sentence_at(spans[0].start) if spans else None
        if at is not None:
            self.show_block(at)

    def says(self) -> str:
        """What was found in the sentence under the cursor, in a few words."""
        sentence = self.sentence
        found = self.finds_in(sentence) if sentence is not None else []
        said = [self._found(find) for find in found if find.kind in _TOLD]
        return f" {glyphs.dot} ".join(dict.fromkeys(said))

    def _found(self, find: Find) -> str:
        words = " ".join(self._text[find.start : find.end].split())
        match find.kind:
            case "country":
                return find.says
            case "verb":
                rung = RUNGS[int(find.says)]
                return words if words == rung else f"{words}: {rung}"
            case _:
                return words

    @property
    def count(self) -> int:
        """How many sentences there are."""
        return len(self._reading.sentences) if self._reading is not None else 0

    def is_lit(self, block: int) -> bool:
        """The words light up, not their sentences."""
        return block == self._cursor and not self.has_focus and not self._alight

    def turn_around(self) -> int:
        """Show what stands around the text, or hide it again; how many pieces there are."""
        count = len(self._reading.aside) + self._page if self._reading else 0
        if count:
            self.around = not self.around
            self.again()
        if count and self.around:
            self._have_aside_in_view()
        return count

    def _have_aside_in_view(self) -> None:
        self.prepare()
        found = [at for at, row in enumerate(self._rows or ()) if _is_aside(row)]
        if found and not any(self.top <= at < self.top + self.body_height for at in found):
            self.scroll_top(found[0] - 1)

    # --- rows ---

    def lay_out(self, width: int) -> Sequence[Row] | None:
        """Every sentence from a new line on, a blank line between paragraphs."""
        width = max(8, width - _MARGIN - 1)
        if self._reading is None:
            return list(self._between(0, min(self._length, _UNREAD), width, ()))
        return list(self._rows_of(self._reading, width))

    def _rows_of(self, reading: Reading, width: int) -> Iterator[Row]:
        at, blank = 0, True
        aside = (*reading.aside, Span(self._length, len(self._text)))
        for number, span in enumerate(reading.sentences):
            begin = self._sign_before(at, span.start)
            for row in self._between(at, begin, width, aside):
                if not (blank and row.what is None):
                    yield row
                blank = row.what is None
            lines = wrapped(self._text, begin, span.end, width)
            for place, words in enumerate(lines):
                yield Row(number, _Line(tuple(words), first=place == 0))
            at, blank = span.end, False
        yield from self._between(at, len(self._text), width, aside)

    def _sign_before(self, start: int, end: int) -> int:
        """Where a sentence begins with the sign of its list item, if it is one."""
        lead = self._text[start:end].rpartition("\n")[2]
        sign = lead.strip()
        return end - len(lead.lstrip()) if 0 < len(sign) <= _LONGEST_SIGN else end

    def _between(self, start: int, end: int, width: int, aside: Sequence[Span]) -> Iterator[Row]:
        """What is no sentence: titles, datelines, banners, and the blank line between paragraphs."""
        gap = self._text[start:end]
        if self._breaks in gap.replace(" ", "").replace("\t", ""):
            yield Row(-1, None)
        for line_start, line_end in _lines(self._text, start, end):
            banner = any(block.start <= line_start < block.end for block in aside)
            if banner and not self.around:
                continue
            for words in wrapped(self._text, line_start, line_end, width):
                yield Row(-1, _Line(tuple(words), tone="dim", aside=banner))
            below = self._text[line_end:end]
            if "\n" in below and (
                not below.strip() or not below.partition("\n")[2].partition("\n")[0].strip()
            ):
                yield Row(-1, None)

    # --- drawing ---

    def pieces(self, row: Row, *, chosen: bool) -> Sequence[Piece]:
        """The margin, and the words."""
        line = row.what
        if not isinstance(line, _Line):
            return ()
        margin = [Piece(glyphs.bar if chosen else " ", "accent"), *self._margin(row.block, first=line.first)]
        return [*margin, *self._printed(line, in_sentence=row.block >= 0, here=row.block == self._cursor)]

    def _margin(self, block: int, *, first: bool) -> list[Piece]:
        outcomes = self._outcomes.get(block, []) if first and block >= 0 else []
        if not outcomes:
            return [Piece(" " * (_MARGIN - 1))]
        best = max(outcomes, key=lambda one: RUNGS.index(one.values["rung"]))
        taken = all(one.state == "taken" for one in outcomes)
        mark = glyphs.check if taken else glyphs.hollow
        rung = str(RUNGS.index(best.values["rung"]))
        return [
            Piece(f" {rung}", "strong" if taken else "dim"),
            Piece(mark, "good" if taken else "faint"),
            Piece(" "),
        ]

    def _printed(self, line: _Line, *, in_sentence: bool, here: bool) -> Iterator[Piece]:
        """The words with their finds; topics, of which there are many, only where the cursor stands."""
        if not line.words:
            return
        start, end = line.words[0].start, line.words[-1].end
        finds = self._finds_around(start, end) if in_sentence else []
        finds = [find for find in finds if here or find.kind != "topic"]
        cuts = self._cuts(start, end, finds)
        before: Word | None = None
        for word in line.words:
            if before is not None and before.end < word.start:
                yield self._piece(" ", before.end, finds, line.tone)
            places = [word.start, *(cut for cut in cuts if word.start < cut < word.end), word.end]
            for left, right in pairwise(places):
                yield self._piece(self._text[left:right], left, finds, line.tone)
            before = word

    def _finds_around(self, start: int, end: int) -> list[Find]:
        """The finds that touch a stretch; none is longer than a line or two."""
        first = bisect_left(self._starts, start - _LONGEST_FIND)
        last = bisect_left(self._starts, end)
        return [find for find in self._finds[first:last] if find.end > start]

    def _cuts(self, start: int, end: int, finds: Sequence[Find]) -> list[int]:
        places = {place for find in finds for place in (find.start, find.end)}
        places |= {place for span in self._alight for place in (span.start, span.end)}
        return sorted(place for place in places if start < place < end)

    def _piece(self, text: str, at: int, finds: Sequence[Find], tone: Tone) -> Piece:
        found = next((find for find in finds if find.start <= at < find.end), None)
        lit = any(span.start <= at < span.end for span in self._alight)
        if found is None:
            return Piece(text, tone, lit=lit)
        return Piece(text, _TONES.get(found.kind, tone), underlined=True, lit=lit)


_ALSO_THERE = "Also on the page, and not read:"
_UNREAD = 8_000  # characters that are shown before the text is read
_LONGEST_FIND = 300  # characters
_LONGEST_SIGN = 4  # of a list's item: "12.", "(a)"


def _is_aside(row: Row) -> bool:
    return isinstance(row.what, _Line) and row.what.aside


def _is_long_lined(text: str) -> bool:
    """Whether each of its lines is a paragraph, since nobody has wrapped it."""
    return any(len(line) > _WRAPPED for line in text[:_BEGINNING].split("\n"))


_WRAPPED = 140  # characters; longer lines are nobody's wrapping
_BEGINNING = 20_000


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a stretch that hold something."""
    at = start
    for line in text[start:end].split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1
