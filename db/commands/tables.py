"""The tables of the records, and of what every kind of record has in the same way."""

from __future__ import annotations

from db import models
from db.models.base import Numbered

TABLES: dict[str, type[Numbered]] = {
    "visit": models.Visit,
    "meeting": models.Meeting,
    "action": models.Action,
    "followup": models.FollowUp,
    "official": models.Official,
    "post": models.Post,
    "organisation": models.Organisation,
    "source": models.Source,
}
TOPICS: dict[str, type[models.VisitTopic | models.MeetingTopic | models.ActionTopic]] = {
    "visit": models.VisitTopic,
    "meeting": models.MeetingTopic,
    "action": models.ActionTopic,
}
OWNERS = ("owner_country", "owner_organisation_id", "owner_post_id", "owner_official_id")
"""The columns of an outcome that say whose it is; at most one of them is filled."""
