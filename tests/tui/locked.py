"""What tests of an encrypted store's keys and words share."""

from __future__ import annotations

from datetime import UTC, datetime

WORDS = "söme four quiet words"
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
DRAFT = "MA>ES 3 feb 2027 @Zanzibarine"
