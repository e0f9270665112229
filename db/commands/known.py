"""What a step has learnt of the store while it goes on: an import names the same people and places again and again."""

from __future__ import annotations

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
    """

    lists: set[type[SQLModel]] = field(default_factory=set)
    codes: set[tuple[type[SQLModel], str]] = field(default_factory=set)
    bearers: dict[str, dict[int, Official]] = field(default_factory=dict)
    organisations: dict[tuple[str, str | None], Organisation | None] = field(default_factory=dict)
    posts: dict[tuple[str, int | None], Post | None] = field(default_factory=dict)
    positions: dict[int, int] = field(default_factory=dict)
    last_refs: dict[str, int] = field(default_factory=dict)
    new_refs: set[str] = field(default_factory=set)

    def changed(self, row: Any) -> None:
        """Forget what a new or changed row may have made untrue."""
        if row.__tablename__ in _NAMED:
            self.organisations.clear()
            self.posts.clear()
