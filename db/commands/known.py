"""What a step has learnt of the store while it goes on: an import names the same people and places again and again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlmodel import SQLModel

    from db.models import Official, Organisation, Post

_NAMED = frozenset({"organisation", "organisation_name", "post", "post_title"})


@dataclass
class Known:
    """Answers that stay true until the step itself changes them; nobody else can write meanwhile.

    Attributes:
        lists: the tables of which all codes were learnt.
        codes: the codes that were found, with the table in which.
        bearers: by folded name, all officials who are fully called so, by their ids.
        organisations: by name and country; None where there was none.
        posts: by title and organisation; None where there was none.
        positions: by visit, the highest place of a meeting in it.
        last_refs: the number of the ref that was given last, by the setting that says so.
        new_refs: refs that are wanted and that no record of the store bears.
        by_ref: records that are gone over now, by their table and ref.
        parts: what hangs on them, by its table and the column that names them, and by their number.
    """

    lists: set[type[SQLModel]] = field(default_factory=set)
    codes: set[tuple[type[SQLModel], str]] = field(default_factory=set)
    bearers: dict[str, dict[int, Official]] = field(default_factory=dict)
    organisations: dict[tuple[str, str | None], Organisation | None] = field(default_factory=dict)
    posts: dict[tuple[str, int | None], Post | None] = field(default_factory=dict)
    positions: dict[int, int] = field(default_factory=dict)
    last_refs: dict[str, int] = field(default_factory=dict)
    new_refs: set[str] = field(default_factory=set)
    by_ref: dict[tuple[type[SQLModel], str], SQLModel] = field(default_factory=dict)
    parts: dict[tuple[type[SQLModel], str], dict[int, list[Any]]] = field(default_factory=dict)

    def changed(self, row: Any) -> None:
        """Forget what a new or changed row may have made untrue."""
        if row.__tablename__ in _NAMED:
            self.organisations.clear()
            self.posts.clear()

    def put(self, table: type[SQLModel], values: Mapping[str, Any]) -> None:
        """Forget what a new row makes incomplete."""
        for (of, column), hanging in self.parts.items():
            if of is table:
                hanging.pop(values.get(column, 0), None)

    def clear_the_desk(self) -> None:
        """Let go of the records that were gone over."""
        self.by_ref.clear()
        self.parts.clear()
