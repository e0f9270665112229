"""An import in words: what a row would be, what came of it, and where rows that cannot enter are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from db.dates import PartialDate, show_short

if TYPE_CHECKING:
    from db.drafts import ParticipantDraft, TenureDraft
    from db.exchange.tables.kinds import TableKind
    from db.exchange.tables.records import Entry
    from db.exchange.tables.rows import Row

_PEOPLE = 3


def shown(row: Row | Entry) -> tuple[str, ...]:
    """A row as it would be: who or what, when, and the rest, each "" where nothing is said."""
    from db.drafts import ActionDraft, MeetingDraft, OfficialDraft, VisitDraft  # noqa: PLC0415 - pydantic, which has read the row

    draft = row.draft
    match draft:
        case VisitDraft():
            people = [one for delegation in draft.delegations for one in delegation.members]
            return (
                f"{draft.sending}→{draft.host}",
                _day(draft.when),
                _people(people),
                draft.place,
                draft.status,
            )
        case MeetingDraft():
            who = _people(draft.participants)
            return "+".join(draft.parties), _day(draft.when), draft.title, who, draft.place, draft.status
        case ActionDraft():
            due = f"due {show_short(draft.by)}" if draft.by.edtf else draft.due_text
            return draft.rung or "noted", draft.text, due, f"on {draft.on}" if draft.on else "", draft.owner
        case OfficialDraft():
            return draft.name, draft.country, "; ".join(_post(one) for one in draft.tenures)
        case _:
            due = f"due {show_short(draft.by)}" if draft.by.edtf else draft.due_text
            on = draft.on.removeprefix("official:")
            return draft.text, due, f"on {on}" if on else "", draft.assignee, draft.status


def _day(when: PartialDate) -> str:
    return show_short(when) or when.text or "no date"


def _people(people: Sequence[ParticipantDraft]) -> str:
    named = [
        " ".join(filter(None, (one.official, f"({one.post})" if one.post else "")))
        for one in people[:_PEOPLE]
    ]
    more = len(people) - _PEOPLE
    return ", ".join((*filter(None, named), *((f"{more} more",) if more > 0 else ())))


def _post(tenure: TenureDraft) -> str:
    since = f"since {show_short(PartialDate(tenure.start))}" if tenure.start else ""
    return " ".join(filter(None, (tenure.post, tenure.organisation, since)))


def counts(added: Mapping[str, int], kind: TableKind) -> bool:
    """Whether rows of a table entered."""
    return any(added.get(one) for one in (kind.record, "tenure"))


def rejects_of(path: Path) -> Path:
    """visits.rejected.csv, or visits.rejected-2.csv where that is there."""
    stem = path.stem.partition(".rejected")[0]
    kept, number = path.with_name(f"{stem}.rejected.csv"), 2
    while kept.exists() or kept == path:
        kept, number = path.with_name(f"{stem}.rejected-{number}.csv"), number + 1
    return kept
