"""The tables of the records, and of what every kind of record has in the same way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, cast

from db import models

if TYPE_CHECKING:
    from db.models.base import Numbered

    Topics = type[models.VisitTopic | models.MeetingTopic | models.ActionTopic]


class _Tables(Mapping[str, "type[Numbered]"]):
    """Models by kind, each declared when it is asked for."""

    def __init__(self, tables: Mapping[str, str]) -> None:
        self._tables = tables

    def __getitem__(self, kind: str) -> type[Numbered]:
        return cast("type[Numbered]", models.model_of(self._tables[kind]))

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def __contains__(self, kind: object) -> bool:
        return kind in self._tables


TABLES: Mapping[str, type[Numbered]] = _Tables(
    {
        kind: kind
        for kind in ("visit", "meeting", "action", "followup", "official", "post", "organisation", "source")
    }
)
TOPICS = cast(
    "Mapping[str, Topics]", _Tables({kind: f"{kind}_topic" for kind in ("visit", "meeting", "action")})
)
OWNERS = ("owner_country", "owner_organisation_id", "owner_post_id", "owner_official_id")
"""The columns of an outcome that say whose it is; at most one of them is filled."""
