"""What an officer has said of a table is known when one with the same headers comes again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from db.exchange.tables.columns import fingerprint
from db.exchange.tables.header import Table

if TYPE_CHECKING:
    from db.reader import Reader


class Said(NamedTuple):
    """What was said of a table.

    Attributes:
        columns: field by header, "-" for one that is left out.
        constants: by field, what holds for every row.
        day_first: which way its dates run, None when nobody had to say.
    """

    columns: dict[str, str]
    constants: dict[str, str]
    day_first: bool | None = None

    def text(self) -> str:
        """As it is stored."""
        return json.dumps(self._asdict(), ensure_ascii=False, sort_keys=True)

    def over(self, before: Said) -> Said:
        """This where it says something, and what was said before where it does not."""
        return Said(
            {**before.columns, **self.columns},
            {**before.constants, **self.constants},
            before.day_first if self.day_first is None else self.day_first,
        )

    @property
    def words(self) -> str:
        """The same as options of the shell, "" for nothing."""
        parts = [f'--map "{header}={field}"' for header, field in self.columns.items()]
        parts += [f"--set {field}={value}" for field, value in self.constants.items()]
        if self.day_first is not None:
            parts.append(f"--dates {'day-first' if self.day_first else 'month-first'}")
        return " ".join(parts)


NOTHING_SAID = Said({}, {})


def place_of(table: Table) -> str:
    """The name under which the store's settings keep what is said of a table."""
    return f"table {fingerprint(table)}"


def recall(reader: Reader, table: Table) -> Said:
    """What was said of a table with these headers the last time; of columns that it does not have, nothing."""
    stored = reader.value("SELECT value FROM setting WHERE name = :name", name=place_of(table))
    if stored is None:
        return NOTHING_SAID
    said = Said(**json.loads(stored))
    return said._replace(columns={one: field for one, field in said.columns.items() if one in table.headers})
