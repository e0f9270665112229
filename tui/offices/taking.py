"""An official takes a post: what is typed about it, how it is read, and what the officer ticked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from db.dates import UNSTATED, PartialDate, read_date, show_date
from db.errors import BadInput
from db.forms.fields import Field
from db.forms.officials import Who, as_typed, candidates, read_who
from db.holding import tenure_of
from db.queries.handover import effect
from db.rows.holding import Effect, Matter, PastRow, PostFacts
from tui.forms.box import Box

if TYPE_CHECKING:
    from db.entry.people import Official
    from db.reader import Reader

WHO, FROM, ACTING, LIST = range(4)
LABELS = ("who", "from", "acting")
HINTS = (
    "a name, known or new",
    "Jan 2026, 15 jan 2026, about 2026, 2018 to 2024",
    "Left and Right choose",
)

Tick = tuple[str, int]  # "moved" or "named", and the number of what it is about


class Line(NamedTuple):
    """One thing to tick."""

    tick: Tick
    about: Matter | PastRow


class Taking:
    """One post while it is taken.

    Attributes:
        post: which.
        passes: whether it passes from its present holder; else only a holder is named.
        leaving: of a post with several seats, who leaves.
        boxes: who, from, acting.
        at: the field with the cursor; LIST is the list below.
        line: the number of the line with the cursor.
        effect: what follows, as far as it is known while one types.
        offers: officials who may be meant.
        chosen: the number of the one that the arrows chose, None for none.
        asked: the questions for which saving has stopped once.
    """

    def __init__(self, post: PostFacts, *, passes: bool, leaving: int | None = None, who: str = "") -> None:
        self.post = post
        self.passes = passes
        self.leaving = leaving
        self.boxes = [
            Box(Field("who", required=True), "who", who),
            Box(Field("from"), "from", ""),
            Box(Field("acting", "choice", choices=("no", "yes")), "acting", "no"),
        ]
        self.at = WHO
        self.line = 0
        self.effect: Effect | None = None
        self.offers: Sequence[Official] = ()
        self.chosen: int | None = None
        self.asked: tuple[str, ...] = ()
        self.who: Who | None = None
        self.held: PartialDate | None = UNSTATED
        self._ticks: dict[Tick, bool] = {}

    @property
    def box(self) -> Box | None:
        """The field with the cursor, None in the list."""
        return self.boxes[self.at] if self.at < LIST else None

    @property
    def lines(self) -> list[Line]:
        """What can be ticked: what moves, then who was where."""
        if self.effect is None:
            return []
        moved = [Line(("moved " + one.kind, one.number), one) for one in self.effect.personal]
        named = [Line(("named", one.number), one) for one in self.effect.past]
        return [*moved, *named]

    def ticked(self, line: Line) -> bool:
        """Whether a line is ticked: as the officer said, else a past event that fits."""
        usual = isinstance(line.about, PastRow) and line.about.fits
        return self._ticks.get(line.tick, usual)

    def toggle(self) -> None:
        """Turn the tick of the line with the cursor."""
        lines = self.lines
        if self.line < len(lines):
            line = lines[self.line]
            self._ticks[line.tick] = not self.ticked(line)

    def toggle_all(self) -> None:
        """Tick everything, or nothing when everything is ticked."""
        every = all(self.ticked(line) for line in self.lines)
        self._ticks |= {line.tick: not every for line in self.lines}

    @property
    def acting(self) -> bool:
        """Whether only for the time being."""
        return self.boxes[ACTING].text == "yes"

    # --- moving ---

    def go(self, step: int) -> None:
        """To the next field or the one before; the list is one of them when it holds something."""
        if self.box:
            self.box.left = True
        stops = [WHO, FROM, ACTING, *([LIST] if self.lines else [])]
        self.go_to(stops[(stops.index(min(self.at, stops[-1])) + step) % len(stops)])

    def go_to(self, at: int) -> None:
        """Put the cursor into a field."""
        self.at, self.offers, self.chosen = at, (), None
        if self.box:
            self.box.enter()

    def type_in(self, text: str) -> bool:
        """Typed or pasted letters; the first of a name take the place of the holder who was proposed."""
        box = self.box
        if box is None:
            return False
        proposed = self.at == WHO and not box.touched and box.at_end
        if proposed:
            box.put("")
        taken = box.type_in(text)
        if proposed and not taken:
            box.put(box.opened)
        return taken

    # --- reading ---

    def read(self, reader: Reader, *, today: date, day_first: bool) -> None:
        """Read all that is typed again, and look at what follows."""
        who, when = self.boxes[WHO], self.boxes[FROM]
        for box in self.boxes:
            box.echo = box.problem = ""
        try:
            self.who = read_who(reader, who.text, self.post.country)
            who.echo = self.who.echo
        except BadInput as error:
            self.who, who.problem = None, str(error)
        try:
            typed = read_date(when.text, today=today, day_first=day_first) if when.text.strip() else UNSTATED
            self.held = tenure_of(typed)
            when.echo = show_date(self.held) if self.held.edtf else "not stated"
        except BadInput as error:
            self.held, when.problem = None, str(error)
        self.effect = effect(
            reader,
            int(self.post.key.id),
            self.held or UNSTATED,
            today,
            official_id=self.who.number if self.who else None,
            passes=self.passes,
            leaving=self.leaving,
        )
        self.line = max(0, min(self.line, len(self.lines) - 1))
        if self.effect.leaving and not when.text.strip():
            names = " and ".join(row.official for row in self.effect.leaving)
            when.problem = f"Say at least in which year: {names} holds this post until then."

    @property
    def questions(self) -> tuple[str, ...]:
        """What has to be asked before it is saved: sentences, each worth stopping once."""
        found = list(self.effect.against) if self.effect else []
        if self.who and self.perhaps:
            found.append(
                f"“{self.who.name}” may be {self.perhaps.told_apart}: Down takes them,"
                " Enter again makes a new official."
            )
        return tuple(found)

    @property
    def perhaps(self) -> Official | None:
        """The known official whom the name of somebody new may mean."""
        return self.who.perhaps if self.who else None

    def offer(self, reader: Reader) -> None:
        """Look for officials who may be meant, while one types a name; the likeliest first."""
        self.offers, self.chosen = (), None
        self.boxes[WHO].ghost = ""
        if self.at != WHO:
            return
        text = self.boxes[WHO].text
        found = candidates(reader, text, self.post.country)
        known = self.who.number if self.who else None
        first = [self.perhaps] if self.perhaps else []
        rest = [one for one in found if one.number not in {known, *(one.number for one in first)}]
        self.offers = [*first, *rest]
        low = text.casefold()
        begun = next((one.name for one in found if one.name.casefold().startswith(low)), "")
        self.boxes[WHO].ghost = begun[len(text) :]

    def choose(self, step: int) -> bool:
        """Move among those who are offered; False when nobody is, or one leaves them."""
        at = step - 1 if self.chosen is None and step > 0 else (self.chosen or 0) + step
        if not self.offers or at >= len(self.offers) or (self.chosen is None and step < 0):
            return False
        self.chosen = at if at >= 0 else None
        return True

    def take(self, reader: Reader) -> None:
        """Take the official who was chosen for what was typed."""
        if self.chosen is not None:
            self.boxes[WHO].put(as_typed(reader, self.offers[self.chosen]))
            self.offers, self.chosen = (), None

    @property
    def wrong(self) -> int | None:
        """The first field that needs the officer."""
        return next((at for at, box in enumerate(self.boxes) if box.problem), None)

    # --- kept while it is not saved ---

    @property
    def place(self) -> str:
        """Where its unfinished text is kept."""
        return f"{'successor' if self.passes else 'holder'} {self.post.key.id}"

    @property
    def touched(self) -> bool:
        """Whether anything was typed or ticked."""
        return any(box.touched for box in self.boxes) or bool(self._ticks)

    def as_kept(self) -> str:
        """What has to be kept of it, "" for nothing."""
        if not self.touched:
            return ""
        ticks = [[kind, number, on] for (kind, number), on in self._ticks.items()]
        return json.dumps({"texts": [box.text for box in self.boxes], "ticks": ticks})

    def bring_back(self, kept: str) -> bool:
        """Take up what was kept; False when it is nothing that is understood."""
        try:
            found = json.loads(kept)
            texts = [str(text) for text in found["texts"]]
            ticks = {(str(kind), int(number)): bool(on) for kind, number, on in found["ticks"]}
        except (ValueError, TypeError, KeyError):  # somebody else's hand was in the file
            return False
        for box, text in zip(self.boxes, texts, strict=False):
            box.put(text)
        self._ticks = ticks
        return self.touched

    def discard(self) -> None:
        """Begin anew."""
        for box in self.boxes:
            box.put(box.opened)
        self._ticks = {}
        self.go_to(WHO)
