"""The dossier: what one source says, or what a store holds, nested; what is imported, exported and seeded."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal, Self, get_args

from pydantic import model_validator

from db.drafts.actions import ActionDraft, FollowUpDraft
from db.drafts.base import Draft, Words
from db.drafts.desk import ApartDraft, BriefDraft, CadenceDraft, SeriesDraft
from db.drafts.people import NameDraft, OfficialDraft, TenureDraft
from db.drafts.places import OrganisationDraft, PostDraft
from db.drafts.reference import CountryDraft, InstrumentDraft, TopicDraft
from db.drafts.sources import CitationDraft, SourceDraft
from db.drafts.visits import LinkDraft, MeetingDraft, VisitDraft


class Dossier(Draft):
    """Everything that one source says, or, where it is `exported`, that a store holds of some records.

    What one source says names people and offices in its own words; they are found by any spelling, or made. An exported
    dossier tells its records apart exactly, each by what it is called: visits, meetings, outcomes and follow-ups by
    their `ref`, sources by their `key`; an official is called by the name, an organisation by its acronym or else its
    name, a post "Title/Organisation", and by a `key` where that is not enough. Its `post` of a participant or a tenure
    is such a name too. `background` holds events that the one source only mentions.
    """

    bilat: Literal[1]
    exported: bool = False
    source: SourceDraft | None = None
    countries: tuple[CountryDraft, ...] = ()
    topics: tuple[TopicDraft, ...] = ()
    instruments: tuple[InstrumentDraft, ...] = ()
    sources: tuple[SourceDraft, ...] = ()
    series: tuple[SeriesDraft, ...] = ()
    organisations: tuple[OrganisationDraft, ...] = ()
    posts: tuple[PostDraft, ...] = ()
    officials: tuple[OfficialDraft, ...] = ()
    visits: tuple[VisitDraft, ...] = ()
    meetings: tuple[MeetingDraft, ...] = ()
    actions: tuple[ActionDraft, ...] = ()
    followups: tuple[FollowUpDraft, ...] = ()
    links: tuple[LinkDraft, ...] = ()
    citations: tuple[CitationDraft, ...] = ()
    not_same: tuple[ApartDraft, ...] = ()
    briefs: tuple[BriefDraft, ...] = ()
    cadences: tuple[CadenceDraft, ...] = ()
    background: tuple[Words, ...] = ()

    @model_validator(mode="after")
    def _says_only_what_its_kind_can(self) -> Self:
        every = _every(self)
        if not self.exported and any(map(_says_more, every)):
            path = next(_only_exported(self), "")
            message = f"{path} stands only in a dossier that is exported"
            raise ValueError(message)
        if self.exported and (self.source or self.background):
            message = "what is exported has `sources`, each with its own background"
            raise ValueError(message)
        _forget_what_was_set(every)
        return self


ONLY_EXPORTED: dict[type[Draft], tuple[str, ...]] = {
    Dossier: (
        "countries", "topics", "instruments", "sources", "series", "not_same", "briefs", "cadences",
    ),
    SourceDraft: ("background", "merged_into"),
    CitationDraft: ("source",),
    OrganisationDraft: ("key", "merged_into"),
    PostDraft: ("key", "single_seat", "counterparts", "merged_into"),
    OfficialDraft: ("key", "handling", "merged_into"),
    NameDraft: ("source",),
    TenureDraft: ("date", "date_text", "date_basis", "source"),
    VisitDraft: ("handling", "merged_into"),
    MeetingDraft: ("agenda", "handling"),
    ActionDraft: (
        "visit", "supersedes", "promoted_from", "scores", "rungs", "log", "closed_on", "close_reason", "handling",
    ),
    FollowUpDraft: (
        "remind_on", "hidden_until", "closed_on", "close_reason", "handling",
    ),
}  # fmt: skip
"""What a source does not say, by draft: it was the officer who said it."""


def _only_exported(draft: Draft, path: str = "") -> Iterator[str]:
    """The paths of such fields in a draft and in all that is nested in it."""
    for name, alone in _to_look_at(type(draft)):
        if name not in draft.model_fields_set:
            continue
        if alone:
            yield path + name
        value = getattr(draft, name)
        parts = (
            {f"[{number}]": one for number, one in enumerate(value)}
            if isinstance(value, tuple)
            else {"": value}
        )
        for place, part in parts.items():
            if isinstance(part, Draft):
                yield from _only_exported(part, f"{path}{name}{place}.")


def _every(dossier: Dossier) -> list[Draft]:
    """A dossier and all the drafts in it."""
    found: list[Draft] = [dossier]
    for draft in found:  # which grows while it is gone through
        for name in _nested(type(draft)):
            value = vars(draft)[name]
            if isinstance(value, tuple):
                found += value
            elif value is not None:
                found.append(value)
    return found


def _says_more(draft: Draft) -> bool:
    """Whether a draft states what only an exported dossier does."""
    return not draft.model_fields_set.isdisjoint(ONLY_EXPORTED.get(type(draft), ()))


def _forget_what_was_set(drafts: list[Draft]) -> None:
    """Let go of which fields were stated; nobody asks any more, and that is half of the memory of all the drafts."""
    for draft in drafts:
        object.__setattr__(draft, "__pydantic_fields_set__", _NOTHING)


_NOTHING: set[str] = set()


@cache
def _nested(kind: type[Draft]) -> tuple[str, ...]:
    """The fields that may hold drafts."""
    return tuple(name for name, field in kind.model_fields.items() if _holds_drafts(field.annotation))


@cache
def _to_look_at(kind: type[Draft]) -> tuple[tuple[str, bool], ...]:
    """The fields that only an exported dossier has, and those that may hold drafts; of each whether it is the first."""
    alone = ONLY_EXPORTED.get(kind, ())
    return tuple(
        (name, name in alone)
        for name, field in kind.model_fields.items()
        if name in alone or _holds_drafts(field.annotation)
    )


def _holds_drafts(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Draft):
        return True
    return any(map(_holds_drafts, get_args(annotation)))
