"""Values of the log as Python has them, whichever database they come from."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any


def moment_of(stored: Any) -> datetime:
    """When something was, UTC."""
    when = stored if isinstance(stored, datetime) else datetime.fromisoformat(str(stored))
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def values_of(stored: Any) -> dict[str, Any] | None:
    """One side of a change by column; None where the row was not there."""
    values = json.loads(stored) if isinstance(stored, str) else stored
    return values if isinstance(values, dict) else None
