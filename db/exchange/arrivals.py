"""An exported dossier taken apart: its records by kind, each with what it hangs on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from db.errors import BadInput
from db.exchange.naming import OFFICES, full_name, usual_name
from db.refs import LETTERS, kind_of
from db.rows import noun

if TYPE_CHECKING:
    from db.drafts import ActionDraft, Dossier, Draft, FollowUpDraft
    from db.models.base import Numbered


@dataclass
class Arrival:
    """A record that wants to come in.

    Attributes:
        kind: of the record.
        name: what the dossier calls it.
        draft: what the dossier says of it.
        path: where in the dossier.
        hangs: the full names of what it hangs on, by column.
        columns: the same as columns, with those of the draft, once what they name is there.
        row: the record in the store, once that is known.
        new: it was not there before.
        shared: it went into that row, and another arrival stands for that too.
    """

    kind: str
    name: str
    draft: Any
    path: str
    hangs: Mapping[str, str] = field(default_factory=dict)
    columns: dict[str, Any] = field(default_factory=dict)
    row: Numbered | None = None
    new: bool = False
    shared: bool = False

    @property
    def title(self) -> str:
        """What a sentence calls it."""
        return self.name if self.kind in LETTERS else f"{noun(self.kind)} “{self.name}”"


def arrivals(dossier: Dossier) -> dict[str, list[Arrival]]:
    """The records by kind, in the order of the dossier.

    Raises:
        BadInput: one has no name, or has the name of another one.
    """
    found: dict[str, list[Arrival]] = {}
    for one in _all(dossier):
        found.setdefault(one.kind, []).append(one)
    for kind, of_kind in found.items():
        seen: set[str] = set()
        for one in of_kind:
            if not one.name:
                said = "ref" if kind in LETTERS else "key"
                raise BadInput(f"{one.path}.{said} is missing; what is exported has one.")
            if one.name in seen:
                raise BadInput(f"{one.path} is called “{one.name[:60]}”, and so is another {noun(kind)}.")
            seen.add(one.name)
    return found


def _all(dossier: Dossier) -> Iterator[Arrival]:
    yield from _named("source", dossier.sources)
    yield from _named("series", dossier.series)
    for kind, drafts in zip(OFFICES, (dossier.organisations, dossier.posts, dossier.officials), strict=True):
        yield from _named(kind, drafts)
    for number, visit in enumerate(dossier.visits):
        path = f"visits[{number}]"
        yield Arrival("visit", visit.ref, visit, path)
        for place, meeting in enumerate(visit.meetings):
            yield from _meeting(meeting, f"{path}.meetings[{place}]", visit.ref)
        yield from _actions(visit.actions, path, {"visit_id": visit.ref})
        yield from _followups(visit.followups, path, {"visit_id": visit.ref})
    for number, meeting in enumerate(dossier.meetings):
        yield from _meeting(meeting, f"meetings[{number}]", meeting.on)
    yield from _actions(dossier.actions, "")
    yield from _followups(dossier.followups, "")


def _named(kind: str, drafts: Iterable[Draft]) -> Iterator[Arrival]:
    for number, draft in enumerate(drafts):
        values = {name: getattr(draft, name) for name in type(draft).model_fields}
        name = values.get("key") or usual_name(kind, values)
        place = f"{kind}s" if kind != "series" else kind
        yield Arrival(kind, name, draft, f"{place}[{number}]")


def _meeting(draft: Any, path: str, visit: str) -> Iterator[Arrival]:
    yield Arrival("meeting", draft.ref, draft, path, {"visit_id": visit} if visit else {})
    inside = {"meeting_id": draft.ref} | ({"visit_id": visit} if visit else {})
    yield from _actions(draft.actions, path, inside)
    yield from _followups(draft.followups, path, {"meeting_id": draft.ref})


def _actions(
    drafts: Iterable[ActionDraft], path: str, inside: Mapping[str, str] | None = None
) -> Iterator[Arrival]:
    for number, draft in enumerate(drafts):
        own = f"{path}{path and '.'}actions[{number}]"
        hangs = dict(inside) if inside is not None else _on(draft.on, "visit", "meeting")
        if draft.visit is not None:
            hangs |= {"visit_id": draft.visit}
        yield Arrival("action", draft.ref, draft, own, {name: ref for name, ref in hangs.items() if ref})
        yield from _followups(draft.followups, own, {"action_id": draft.ref})


def _followups(
    drafts: Iterable[FollowUpDraft], path: str, inside: Mapping[str, str] | None = None
) -> Iterator[Arrival]:
    for number, draft in enumerate(drafts):
        hangs = inside if inside is not None else _on(draft.on, "action", "meeting", "visit", "official")
        yield Arrival("followup", draft.ref, draft, f"{path}{path and '.'}followups[{number}]", hangs)


def _on(name: str, *kinds: str) -> dict[str, str]:
    """What a record says itself that it hangs on."""
    if not name:
        return {}
    kind = kind_of(name) or "" if name[1:2] == "-" else name.partition(":")[0]
    return {f"{kind if kind in kinds else kinds[0]}_id": name}


def in_levels(of_kind: Iterable[Arrival]) -> list[list[Arrival]]:
    """Those that stand, those that went into them, those that went into these, and so on.

    Raises:
        BadInput: one goes into itself in the end.
    """
    by_name = {one.name: one for one in of_kind}
    levels: list[list[Arrival]] = []
    for one in by_name.values():
        depth, seen, above = 0, {one.name}, one
        while into := getattr(above.draft, "merged_into", ""):
            depth += 1
            if into in seen:
                raise BadInput(f"{one.path}.merged_into leads back to itself.")
            if into not in by_name:
                break
            seen.add(into)
            above = by_name[into]
        levels += [[] for _ in range(depth + 1 - len(levels))]
        levels[depth].append(one)
    return levels


def called(one: Arrival) -> str:
    """The full name of an arrival."""
    return full_name(one.kind, one.name)
