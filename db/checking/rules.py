"""What repeats and what hangs on an event: each rule and each offset can be read, and no follow-up has both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.checking.finding import Finding, some
from db.dates.anchored import known_offset
from db.dates.rules import canonical
from db.errors import BadInput

if TYPE_CHECKING:
    from db.store import Store

PAGE = 5_000


def check(copy: Store) -> list[Finding]:
    """Follow-ups that will not come again, or not move with their event, as they were told to."""
    rules: list[str] = []
    offsets: list[str] = []
    both: list[str] = []
    after = 0
    with copy.read() as reader:
        while rows := reader.all(
            "SELECT id, ref, recurrence, anchor_kind, anchor_id, anchor_offset FROM followup WHERE id > :after"
            " AND (recurrence <> '' OR anchor_kind <> '' OR anchor_offset <> '' OR anchor_id IS NOT NULL)"
            " ORDER BY id LIMIT :page",
            after=after,
            page=PAGE,
        ):
            for _, ref, rule, kind, event, offset in rows:
                if rule and not _is_rule(rule):
                    rules.append(ref)
                if event is not None or kind or offset:
                    if kind not in ("visit", "meeting") or event is None or known_offset(offset) is None:
                        offsets.append(ref)
                    if rule:
                        both.append(ref)
            after = rows[-1][0]
    told = (
        (rules, "These say in a way that cannot be read how often they come again; write it again"),
        (offsets, "These hang on an event in a way that cannot be read; give them a date"),
        (both, "These come again on days of their own and hang on an event as well; take one away"),
    )
    return [Finding("rules", f"{words}: {some(refs)}.") for refs, words in told if refs]


def _is_rule(text: str) -> bool:
    try:
        canonical(text)
    except BadInput:
        return False
    return True
