"""What each list of the main screen asks the store, and how its title says so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from db import queries
from db.errors import BilatError
from db.rows import Key, Listing
from tui.modals.base import bilat
from tui.screens.looking import is_large
from tui.screens.main_lists import FOLLOWUPS, HIDDEN, KINDS, OFFICIALS, PAIRS, TIMELINE, ListKind
from tui.screens.main_stage import Stage
from tui.screens.scope_words import scope_words
from tui.screens.seeking import IN_ONE_FRAME, Question

if TYPE_CHECKING:
    from db.filtering import Filter


class Questions(Stage):
    """The order and the scope of each list."""

    def __init__(self) -> None:
        super().__init__()
        self._everyone = False
        self._sorts = dict.fromkeys(KINDS, 0)
        self._everything = dict.fromkeys(KINDS, 0)

    def _listing(self, kind: ListKind) -> Listing[Any]:
        """A list without its filter."""
        return self._question(kind, None)()

    def _question(self, kind: ListKind, kept: Filter | None) -> Question:
        """What a list asks the store, to be asked by any thread."""
        app = bilat(self)
        how: dict[str, Any] = {"kept": kept, "sort": kind.sorts[self._sorts[kind.id]]}
        if kind is PAIRS:
            rolled = app.settings.roll_up
            return partial(
                queries.pairs, app.store, app.moment, everyone=self._everyone, roll_up=rolled, **how
            )
        if kind is OFFICIALS:
            return partial(queries.officials, app.store, **how)
        if kind is FOLLOWUPS:
            return partial(queries.steps, app.store, app.moment, **how)
        return self._timeline_of(self._rows(self._list).key, kept)

    def _timeline_of(self, scope: Key | None, kept: Filter | None) -> Question:
        app, sort = bilat(self), TIMELINE.sorts[self._sorts[TIMELINE.id]]
        return partial(
            queries.timeline_with_climbs,
            app.store,
            scope,
            kept=kept,
            sort=sort,
            roll_up=app.settings.roll_up,
        )

    def _filtered_question(self, kind: ListKind) -> Question | None:
        rows = self._rows(kind.id)
        try:
            return self._question(kind, rows.kept) if rows.filter.text else None
        except BilatError:  # the list asks again, and says why it cannot be read
            return None

    def _unfindable(self, kind: ListKind) -> Question | None:
        """A question that has a list looked through and finds nothing; None where letters are answered at once."""
        language = self._rows(kind.id).language
        if language is None or not self._takes_long(kind):
            return None
        try:
            return self._question(kind, language.unfindable())
        except BilatError:  # the list asks with the first letter, and says why it cannot be read
            return None

    def _takes_long(self, kind: ListKind) -> bool:
        """Whether a filter is looked for beside the keys: a field may have to look at every visit and meeting."""
        if max(self._rows(kind.id).total, self._everything[kind.id]) > IN_ONE_FRAME:
            return True
        return is_large(bilat(self))

    def _scope(self, kind: ListKind) -> str:
        if kind is TIMELINE:
            return self._timeline_scope()
        if kind is FOLLOWUPS and kind.sorts[self._sorts[kind.id]] == HIDDEN:
            return "hidden for now"
        if kind is not PAIRS:
            return ""
        app = bilat(self)
        everyone = "all" if self._everyone and app.moment.desk else ""
        return ", ".join(filter(None, (everyone, "rolled up" if app.settings.roll_up else "")))

    def _timeline_scope(self) -> str:
        row = self._rows(self._list).row
        if row is None:
            return "" if self._unscoped or self._rows(self._list).state == "failed" else "everything"
        return scope_words(bilat(self), row)

    @property
    def _unscoped(self) -> bool:
        """Whether the filter of the list that scopes the timeline leaves nothing to be about."""
        rows = self._rows(self._list)
        return rows.row is None and rows.state == "nothing"
