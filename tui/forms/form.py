"""A form as a whole: its fields, the one with the cursor, and what hangs together."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from db.commitments import AGREED, RUNGS
from db.dates import PartialDate, read_date, show_date
from db.dates.recurrence import first_day, tied
from db.dates.show_rule import show_rule
from db.errors import BadInput
from db.forms.completing import go_on
from db.forms.errors import LinesWrong
from db.forms.fields import FIELDS
from db.forms.parts.mistakable import Mistakable, mistakable
from db.forms.reading import Read, read_field, working_days_of
from db.forms.rungs import proposed, supported
from db.forms.together import check
from db.rows import Key, Kind
from tui.forms.box import Box
from tui.forms.labels import label

if TYPE_CHECKING:
    from db.reader import Reader

HELD, PLANNED = "held", "planned"
_SAY_RUNG = ("text", "verb", "rung")
_DAYS = ("date", "day", "due")


class Form:
    """The fields of one record, or of one that is not there yet.

    Attributes:
        kind: of record.
        key: the record, None for a new one.
        title: its ref or name; of a new one what it is like, "" when it is like none.
        boxes: the fields in order.
        at: the number of the one with the cursor.
        version: the newest change of the record when it was opened.
        questions: new officials who may be known ones, each with the number of the field.
        asked: those for which saving has stopped once.
    """

    def __init__(
        self,
        kind: Kind,
        values: Mapping[str, str],
        *,
        key: Key | None = None,
        title: str = "",
        version: int = 0,
    ) -> None:
        self.kind: Kind = kind
        self.key = key
        self.title = title
        self.version = version
        self.boxes = [Box(field, label(kind, field), values[field.name]) for field in FIELDS[kind]]
        self.at = 0
        self.questions: tuple[tuple[int, Mistakable], ...] = ()
        self.asked: tuple[tuple[int, Mistakable], ...] = ()
        self._begin_following()
        self.box.enter()

    @property
    def box(self) -> Box:
        """The field with the cursor."""
        return self.boxes[self.at]

    @property
    def last(self) -> bool:
        """Whether the cursor is in the last field."""
        return self.at == len(self.boxes) - 1

    @property
    def asks_here(self) -> str:
        """What saving has stopped for in the line with the cursor, as long as the name stands there."""
        line, lines = self.box.editor.line, self.box.editor.lines
        asked = (one for number, one in self.asked if number == self.at and one.line == line + 1)
        return next((one.question for one in asked if one.name in lines[line]), "")

    @property
    def opened(self) -> dict[str, str]:
        """The texts as the store gave them."""
        return {box.field.name: box.opened for box in self.boxes}

    @property
    def texts(self) -> dict[str, str]:
        """The texts as they would be saved."""
        return {box.field.name: box.text for box in self.boxes}

    @property
    def touched(self) -> bool:
        """Whether anything differs from what was opened."""
        return any(box.touched for box in self.boxes)

    def named(self, name: str) -> Box | None:
        """The field of that name."""
        return next((box for box in self.boxes if box.field.name == name), None)

    def go_to(self, at: int) -> None:
        """Put the cursor into another field; the one that is left says aloud what is wrong with it."""
        self.box.left = True
        self.at = max(0, min(at, len(self.boxes) - 1))
        self.box.enter()

    def follow(self) -> None:
        """What hangs on the field just edited: the rung on the words, until it is chosen; on the rung the status."""
        status = self.named("status")
        if self.box is status:
            self._status_follows = False
        if self.kind != "action" or status is None:
            return
        if self.box.field.name == "verb":
            self._verb_follows = False
        if self.box.field.name in ("rung", "status"):
            self._rung_follows = False
        elif self.box.field.name in _SAY_RUNG and self._rung_follows:
            self._propose_rung()
        else:
            return
        rung = self.named("rung")
        committed = rung is not None and RUNGS.index(_rung(rung.text)) >= AGREED
        if self.box is not status and committed != bool(status.text):
            status.put("open" if committed else "")

    def _propose_rung(self) -> None:
        """Give a new outcome the rung that its words support, and the verb that says so, as the entry line does."""
        text, verb, rung = (self.named(name) for name in _SAY_RUNG)
        if text and verb and rung:
            supports, says_so = proposed(text.text, "" if self._verb_follows else verb.text)
            rung.put(supports or rung.opened)
            if self._verb_follows:
                verb.put(says_so)
            self._hear_rung()

    def _begin_following(self) -> None:
        """What a new record's own words say is proposed, as long as nobody has chosen."""
        self._status_follows = self.key is None and self.kind in ("visit", "meeting")
        self._rung_follows = self.key is None and self.kind == "action" and not self.title
        self._verb_follows = self._rung_follows

    # --- reading ---

    def read(self, reader: Reader, box: Box, *, today: date, day_first: bool, desk: str = "") -> Read | None:
        """Read one field again; what stands in the store untouched is nobody's mistake now."""
        box.echo = box.problem = box.ghost = ""
        box.wrong = {}
        try:
            country = working_days_of(reader, self.kind, self.texts, desk) if box.field.takes in _DAYS else ""
            read = read_field(reader, box.field, box.text, today=today, day_first=day_first, country=country)
        except BadInput as error:
            if box.touched or self.key is None:
                box.problem = str(error)
            if isinstance(error, LinesWrong):
                box.echo, box.wrong = error.echo, error.lines if box.problem else {}
            return None
        box.echo = read.echo
        if box.field.takes == "rule" and read.value:
            self._tie(box, read.value, today, day_first=day_first)
        if box.field.name == "date" and self._status_follows:
            self._plan(read.value, today)
        if self.kind == "action" and box.field.name in _SAY_RUNG:
            self._hear_rung()
        return read

    def _plan(self, when: PartialDate, today: date) -> None:
        """A new visit or meeting that is still to come is planned, one of the past was held."""
        status = self.named("status")
        if status is not None and when.first is not None and status.text in (HELD, PLANNED):
            status.put(PLANNED if when.first > today else HELD)

    def _tie(self, box: Box, rule: str, today: date, *, day_first: bool) -> None:
        """Which days are meant stands beside what repeats: from the 31st it is the last day of each month."""
        due = self.named("due")
        day: date | None = None
        if due is not None and due.text.strip():
            with suppress(BadInput):
                day = read_date(due.text, today=today, day_first=day_first).last
        first = day or first_day(rule, today)
        if first is not None:
            box.echo = f"{show_rule(tied(rule, first))}, first {show_date(PartialDate.day(first))}"

    def _hear_rung(self) -> None:
        """What the words of an outcome support stands beside its rung."""
        text, verb, rung = (self.named(name) for name in _SAY_RUNG)
        if text and verb and rung:
            rung.echo = supported(text.text, verb.text, rung.text, new=self.key is None)

    def offer(self, reader: Reader) -> None:
        """Look for what the field with the cursor may go on with."""
        box = self.box
        box.ghost = go_on(reader, box.field, box.before) if box.at_end and not box.chooses else ""

    def read_all(self, reader: Reader, *, today: date, day_first: bool, desk: str = "") -> None:
        """Read every field, and what must fit together."""
        values = {}
        questions: list[tuple[int, Mistakable]] = []
        for number, box in enumerate(self.boxes):
            read = self.read(reader, box, today=today, day_first=day_first, desk=desk)
            if read is not None:
                values[box.field.name] = read.value
                questions += [(number, one) for one in mistakable(read.value)]
        self.questions = tuple(questions)
        touched = None if self.key is None else {box.field.name for box in self.boxes if box.touched}
        self.blame(check(self.kind, values, today, touched))

    def blame(self, problems: Mapping[str, str]) -> None:
        """Put sentences beside their fields."""
        for name, sentence in problems.items():
            box = self.named(name)
            if box is not None:
                box.problem = sentence
                box.wrong = {}

    @property
    def wrong(self) -> list[int]:
        """The numbers of the fields that are not understood."""
        return [number for number, box in enumerate(self.boxes) if box.problem]

    # --- kept while it is not saved ---

    @property
    def place(self) -> str:
        """Where its unfinished text is kept."""
        which = self.key.id if self.key else f"new {self.title}".strip()
        return f"form {self.kind} {which}"

    def as_kept(self) -> str:
        """What has to be kept of it, "" when nothing differs from the store."""
        if not self.touched:
            return ""
        return json.dumps({"opened": self.opened, "texts": self.texts, "version": self.version})

    def bring_back(self, kept: str) -> bool:
        """Take up what was kept; False when it is nothing that this form understands."""
        try:
            found = json.loads(kept)
            opened, texts = dict(found["opened"]), dict(found["texts"])
            version = int(found["version"])
        except (ValueError, TypeError, KeyError):  # somebody else's hand was in the file
            return False
        for box in self.boxes:
            before, now = opened.get(box.field.name), texts.get(box.field.name)
            if now != before:  # a field that was left alone shows what the store says today
                box.reopen(str(before))
                box.put(str(now))
        self.version = version
        text, verb, rung = (self.named(name) for name in _SAY_RUNG)
        if text and verb and rung:  # a rung that was chosen otherwise stays so
            supports, says_so = proposed(text.text, "")
            self._verb_follows = self._verb_follows and verb.text == says_so
            if not self._verb_follows:
                supports, _ = proposed(text.text, verb.text)
            self._rung_follows = self._rung_follows and (supports or rung.opened) == rung.text
        return self.touched

    def discard(self, values: Mapping[str, str], version: int) -> None:
        """Begin anew with what the store says."""
        at = self.at
        self.boxes = [Box(box.field, box.label, values[box.field.name]) for box in self.boxes]
        self.version = version
        self._begin_following()
        self.at = at
        self.box.enter()


def _rung(text: str) -> str:
    return text if text in RUNGS else RUNGS[0]
