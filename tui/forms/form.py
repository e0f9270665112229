"""A form as a whole: its fields, the one with the cursor, and what hangs together."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from db.commitments import AGREED, RUNGS
from db.errors import BadInput
from db.forms.completing import go_on
from db.forms.fields import FIELDS
from db.forms.reading import Read, check, read_field
from db.rows import Key, Kind
from tui.forms.box import Box
from tui.forms.labels import label

if TYPE_CHECKING:
    from db.reader import Reader


class Form:
    """The fields of one record, or of one that is not there yet.

    Attributes:
        kind: of record.
        key: the record, None for a new one.
        title: its ref or name.
        boxes: the fields in order.
        at: the number of the one with the cursor.
        version: the newest change of the record when it was opened.
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
        """What hangs on the field just edited: a status comes and goes with the rung."""
        status = self.named("status")
        if self.kind == "action" and self.box.field.name == "rung" and status is not None:
            committed = RUNGS.index(_rung(self.box.text)) >= AGREED
            if committed != bool(status.text):
                status.put("open" if committed else "")

    # --- reading ---

    def read(self, reader: Reader, box: Box, *, today: date, day_first: bool) -> Read | None:
        """Read one field again; what stands in the store untouched is nobody's mistake now."""
        box.echo = box.problem = box.ghost = ""
        try:
            read = read_field(reader, box.field, box.text, today=today, day_first=day_first)
        except BadInput as error:
            if box.touched or self.key is None:
                box.problem = str(error)
            return None
        box.echo = read.echo
        return read

    def offer(self, reader: Reader) -> None:
        """Look for what the field with the cursor may go on with."""
        box = self.box
        box.ghost = go_on(reader, box.field, box.text) if box.at_end and not box.chooses else ""

    def read_all(self, reader: Reader, *, today: date, day_first: bool) -> None:
        """Read every field, and what must fit together."""
        values = {}
        for box in self.boxes:
            read = self.read(reader, box, today=today, day_first=day_first)
            if read is not None:
                values[box.field.name] = read.value
        if len(values) == len(self.boxes) and (self.touched or self.key is None):
            self.blame(check(self.kind, values))

    def blame(self, problems: Mapping[str, str]) -> None:
        """Put sentences beside their fields."""
        for name, sentence in problems.items():
            box = self.named(name)
            if box is not None:
                box.problem = sentence

    @property
    def wrong(self) -> list[int]:
        """The numbers of the fields that are not understood."""
        return [number for number, box in enumerate(self.boxes) if box.problem]

    # --- kept while it is not saved ---

    @property
    def place(self) -> str:
        """Where its unfinished text is kept."""
        return f"form {self.kind} {self.key.id if self.key else 'new'}"

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
            name = box.field.name
            box.reopen(str(opened.get(name, box.opened)))
            box.put(str(texts.get(name, box.text)))
        self.version = version
        return self.touched

    def discard(self, values: Mapping[str, str], version: int) -> None:
        """Begin anew with what the store says."""
        at = self.at
        self.boxes = [Box(box.field, box.label, values[box.field.name]) for box in self.boxes]
        self.version = version
        self.at = at
        self.box.enter()


def _rung(text: str) -> str:
    return text if text in RUNGS else RUNGS[0]
