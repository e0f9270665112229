"""What was agreed and is open, and of which nobody has said what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db.listings_together import A_PAGE, glance, is_settled, settle
from db.queries.actions import actions_where
from db.queries.followups import IS_OPEN, followups
from db.queries.words import matching
from db.rows import ActionRow, FollowUpRow, Key, Listing, Moment

if TYPE_CHECKING:
    from db.filtering import Condition, Filter
    from db.reader import Reader
    from db.store import Store

OPEN_ACTION = "a.status IN ('open', 'in progress', 'waiting')"
AT_EVENT = "CASE WHEN a.meeting_id IS NULL THEN 2 * a.visit_id ELSE 2 * a.meeting_id + 1 END"
OF_DESK = f"EXISTS (SELECT 1 FROM event e WHERE e.id = {AT_EVENT} AND ' ' || e.parties || ' ' LIKE :of_desk)"
"""The outcome `a` came of an event of the desk's country."""
NO_STEP = (
    f"{OPEN_ACTION} AND NOT EXISTS (SELECT 1 FROM followup f WHERE f.action_id = a.id AND {IS_OPEN})"
    # Of what was split, the parts are what one does something about.
    " AND NOT EXISTS (SELECT 1 FROM action p WHERE p.parent_id = a.id)"
)
AT_MOST = 50
_LATEST = 2000  # outcomes that are looked at: the list of follow-ups is read at once at any size
NEWEST_FIRST = "a.id DESC"


def of_desk(moment: Moment) -> tuple[str, dict[str, str]]:
    """The condition on outcomes that they are of the desk, with its value; one that always holds without a desk."""
    return (OF_DESK, {"of_desk": f"% {moment.desk} %"}) if moment.desk else ("1 = 1", {})


class Steps:
    """Follow-ups, and behind them the latest outcomes that need one."""

    def __init__(self, store: Store, moment: Moment, words: str, kept: Filter | None = None) -> None:
        self._store = store
        self._moment = moment
        self._words = words
        self._kept = None if kept is None else kept.of("action")
        self._followups = followups(store, moment, words=words, kept=kept)
        self._lacking: Sequence[ActionRow] | None = None
        self._waits = False  # until it is known where the follow-ups end

    @property
    def planned(self) -> int:
        """How many follow-ups there are."""
        return self._followups.count()

    @property
    def lacking(self) -> Sequence[ActionRow]:
        """The latest outcomes that need a next step, fifty at most."""
        if self._lacking is None:
            with self._store.read() as reader:
                self._lacking = _latest(reader, self._moment, self._words, self._kept)
        return self._lacking

    @property
    def settled(self) -> bool:
        """Whether the count is that of all lines."""
        return not self._waits and is_settled(self._followups)

    def glance(self) -> None:
        """Find the first lines; outcomes are looked for where there are few follow-ups before them."""
        glance(self._followups)
        self._waits = not is_settled(self._followups) or self.planned >= A_PAGE

    def settle(self, seconds: float | None = None) -> None:
        """Count the follow-ups, and find the outcomes behind them."""
        settle(self._followups, seconds)
        self._waits = not is_settled(self._followups)

    def count(self) -> int:
        """How many lines there are, as far as they are known."""
        return self.planned + (0 if self._waits else len(self.lacking))

    def rows(self, start: int, stop: int) -> Sequence[FollowUpRow | ActionRow]:
        """The window, which may reach from the follow-ups into the outcomes."""
        border, start = self.planned, max(0, start)
        found: list[FollowUpRow | ActionRow] = []
        if start < border:
            found += self._followups.rows(start, min(stop, border))
        if stop > border and not self._waits:
            found += self.lacking[max(0, start - border) : stop - border]
        return found

    def find(self, key: Key) -> int | None:
        """The position of a record in the whole."""
        if key.kind != "action" or self._waits:
            return self._followups.find(key)
        return next((self.planned + at for at, row in enumerate(self.lacking) if row.key == key), None)


def _latest(reader: Reader, moment: Moment, words: str, kept: Condition | None) -> tuple[ActionRow, ...]:
    desk, values = of_desk(moment)
    condition, parts = matching("action", words, "a.id")
    where = f"a.id > (SELECT MAX(id) - {_LATEST} FROM action) AND {NO_STEP} AND {desk}"
    if condition:
        where += f" AND {condition}"
    said = dict(kept.values) if kept is not None else {}
    if kept is not None:
        where += f" AND {kept.steady}"
    return actions_where(
        reader, moment.today, where, order=NEWEST_FIRST, limit=AT_MOST, **values, **parts, **said
    )


def steps(
    store: Store, moment: Moment, *, words: str = "", sort: str = "due", kept: Filter | None = None
) -> Listing[FollowUpRow | ActionRow]:
    """Our follow-ups; in their usual order the latest outcomes that need a next step come behind them."""
    if sort == "due":
        return Steps(store, moment, words, kept)
    return followups(store, moment, words=words, sort=sort, kept=kept)
