"""Meetings, outcomes, officials and follow-ups of a table that another row or the store has already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from db.dates import PartialDate
from db.drafts import ActionDraft, FollowUpDraft, MeetingDraft, OfficialDraft
from db.exchange.tables.kinds import TableKind
from db.exchange.tables.namesakes import bearers_of
from db.exchange.tables.records import Entry, RecordDraft
from db.exchange.tables.rows import Rejected
from db.exchange.tables.twins import Twin
from db.names import fold
from db.reader import marked
from db.refs import bearer, kind_of

if TYPE_CHECKING:
    from db.reader import Reader

_AT_ONCE = 400


def twins_of(reader: Reader, entries: Sequence[Entry]) -> list[Twin]:
    """Rows that say what another row says, or what the store knows."""
    found = _among(entries)
    out = {twin.number for twin in found if twin.left_out}
    return found + _in_store(reader, [one for one in entries if one.number not in out])


def _among(entries: Sequence[Entry]) -> list[Twin]:
    seen: dict[Hashable, int] = {}
    near: dict[Hashable, int] = {}
    found = []
    for one in entries:
        whole, about = one.draft.model_dump_json(), _about(one.draft)
        if whole in seen:
            found.append(Twin(one.number, "", f"row {seen[whole]}", "the same", left_out=True))
            continue
        seen[whole] = one.number
        if about in near:
            found.append(Twin(one.number, "", f"row {near[about]}", _why(one.draft), left_out=False))
        near.setdefault(about, one.number)
    return found


def _about(draft: RecordDraft) -> Hashable:
    """What makes two rows alike."""
    match draft:
        case MeetingDraft():
            return frozenset(draft.parties), draft.date or draft.date_text, fold(draft.title)
        case OfficialDraft():
            return fold(draft.name), draft.country
        case _:
            return fold(draft.text), draft.due, draft.on


def _why(draft: RecordDraft) -> str:
    match draft:
        case MeetingDraft():
            return "of the same parties and day"
        case OfficialDraft():
            return "of the same name and country"
        case _:
            return "of the same words and day"


def _in_store(reader: Reader, entries: Sequence[Entry]) -> list[Twin]:
    meetings = [(one.number, one.draft) for one in entries if isinstance(one.draft, MeetingDraft)]
    officials = [(one.number, one.draft) for one in entries if isinstance(one.draft, OfficialDraft)]
    followups = [(one.number, one.draft) for one in entries if isinstance(one.draft, FollowUpDraft)]
    outcomes = [(one.number, one.draft) for one in entries if isinstance(one.draft, ActionDraft)]
    return [
        *_meetings(reader, meetings),
        *_officials(reader, officials),
        *_followups(reader, followups),
        *_outcomes(reader, outcomes),
    ]


# --- meetings ---


class _Meeting(NamedTuple):
    ref: str
    when: PartialDate
    title: str


def _meetings(reader: Reader, drafts: Sequence[tuple[int, MeetingDraft]]) -> list[Twin]:
    if not drafts:
        return []
    wanted = {frozenset(draft.parties) for _, draft in drafts}
    stored: defaultdict[frozenset[str], list[_Meeting]] = defaultdict(list)
    for parties, *rest, title in reader.all(
        "SELECT e.parties, m.ref, COALESCE(NULLIF(m.date_edtf, ''), v.date_edtf, ''), m.date_text, m.title"
        " FROM event e JOIN meeting m ON m.id = e.record_id LEFT JOIN visit v ON v.id = m.visit_id"
        " WHERE e.kind = 'meeting'"
    ):
        about = frozenset(parties.split())
        if about in wanted:
            ref, edtf, words = rest
            stored[about].append(_Meeting(ref, PartialDate(edtf, words), fold(title)))
    found = []
    for number, draft in drafts:
        twin = next(
            (
                twin
                for one in stored[frozenset(draft.parties)]
                if (twin := _like_meeting(number, draft, one)) is not None
            ),
            None,
        )
        if twin is not None:
            found.append(twin)
    return found


def _like_meeting(number: int, draft: MeetingDraft, stored: _Meeting) -> Twin | None:
    when, title = draft.when, fold(draft.title)
    if not when.edtf:
        same = not stored.when.edtf and title and title == stored.title
        return Twin(number, "", stored.ref, "of the same parties and title", left_out=True) if same else None
    if when.edtf == stored.when.edtf:
        same_title = not title or not stored.title or title == stored.title
        return Twin(number, "", stored.ref, "of the same parties and day", left_out=same_title)
    if when.first and when.last and stored.when.first and stored.when.last:
        meets = when.first <= stored.when.last and stored.when.first <= when.last
        if meets and title and title == stored.title:
            return Twin(
                number, "", stored.ref, "of the same parties on some of the same days", left_out=False
            )
    return None


# --- officials ---


def _officials(reader: Reader, drafts: Sequence[tuple[int, OfficialDraft]]) -> list[Twin]:
    """An official who is known is left out, unless the row tells of a post that is not known of them."""
    bearers = bearers_of(reader, {draft.name for _, draft in drafts})
    posts = _posts(reader, {number for homes in bearers.values() for number in homes})
    found = []
    for row, draft in drafts:
        homes = bearers.get(fold(draft.name), {})
        known = [number for number, home in homes.items() if not draft.country or home in ("", draft.country)]
        if not known:
            continue
        held = {title for number in known for title in posts.get(number, ())}
        new = [one.post for one in draft.tenures if fold(one.post) not in held]
        why = f"the same person, who gets a post: {new[0]}" if new else "the same person"
        found.append(Twin(row, "", "the official of that name", why, left_out=not new))
    return found


def refs_of(reader: Reader, kind: TableKind) -> Mapping[str, Hashable]:
    """What the meetings, the outcomes or the follow-ups of the store are about, by ref."""
    match kind.name:
        case "meetings":
            rows = reader.all(
                "SELECT m.ref, e.parties FROM event e JOIN meeting m ON m.id = e.record_id WHERE e.kind = 'meeting'"
            )
            return {ref: frozenset(parties.split()) for ref, parties in rows}
        case "followups":
            return {ref: fold(text) for ref, text in reader.all("SELECT ref, text FROM followup")}
        case "outcomes":
            return {ref: fold(text) for ref, text in reader.all("SELECT ref, text FROM action")}
        case _:
            return {}


def _posts(reader: Reader, officials: set[int]) -> Mapping[int, set[str]]:
    """The folded titles of the posts that some officials hold or held."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    wanted = sorted(officials)
    for start in range(0, len(wanted), _AT_ONCE):
        marks, values = marked("o", wanted[start : start + _AT_ONCE])
        for number, title, other in reader.all(
            "SELECT t.official_id, p.title, COALESCE(x.title, '') FROM tenure t JOIN post p ON p.id = t.post_id"
            f" LEFT JOIN post_title x ON x.post_id = p.id WHERE t.official_id IN ({marks})",
            **values,
        ):
            found[number] |= {fold(title), fold(other)}
        for number, shown in reader.all(
            f"SELECT o.official_id, o.post FROM official_summary o WHERE o.official_id IN ({marks})", **values
        ):
            found[number].add(fold(shown))  # as a list that went out has it
    return found


# --- follow-ups ---


def _followups(reader: Reader, drafts: Sequence[tuple[int, FollowUpDraft]]) -> list[Twin]:
    if not drafts:
        return []
    stored = {
        (fold(text), due): ref for ref, text, due in reader.all("SELECT ref, text, due_edtf FROM followup")
    }
    return [
        Twin(number, "", ref, "of the same words and day", left_out=True)
        for number, draft in drafts
        if (ref := stored.get((fold(draft.text), draft.due)))
    ]


# --- outcomes ---


def _outcomes(reader: Reader, drafts: Sequence[tuple[int, ActionDraft]]) -> list[Twin]:
    if not drafts:
        return []
    stored = {
        (fold(text), on): ref
        for ref, text, *events in reader.all(
            "SELECT a.ref, a.text, COALESCE(m.ref, ''), COALESCE(v.ref, '') FROM action a"
            " LEFT JOIN meeting m ON m.id = a.meeting_id LEFT JOIN visit v ON v.id = a.visit_id"
        )
        for on in ([one for one in events if one] or [""])
    }
    return [
        Twin(number, "", ref, "of the same words and event", left_out=True)
        for number, draft in drafts
        if (ref := stored.get((fold(draft.text), draft.on)))
    ]


def hanging_on_nothing(
    reader: Reader, entries: Sequence[Entry], cells: Mapping[int, list[str]]
) -> list[Rejected]:
    """Follow-ups and outcomes that hang on a record that the store does not have, or on a name that nobody bears."""
    named: dict[int, str] = {
        one.number: one.draft.on
        for one in entries
        if isinstance(one.draft, FollowUpDraft | ActionDraft) and one.draft.on
    }
    bearers = bearers_of(
        reader, {on.partition(":")[2] for on in named.values() if on.startswith("official:")}
    )
    found = []
    for number, on in named.items():
        name = on.partition(":")[2]
        if name:
            several = len(bearers.get(fold(name), {}))
            reason = "" if several == 1 else f"{several or 'no'} officials are called “{name[:60]}”"
        else:
            reason = "" if bearer(reader, on) else f"there is no {kind_of(on)} {on}"
        if reason:
            found.append(Rejected(number, cells[number], reason))
    return found
