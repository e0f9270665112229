"""JSON and TOML that may be looked at: what would act on a terminal or turn a line round is written as an escape."""

from __future__ import annotations

import json
import re
from typing import Any

# ESC and its like are escaped by JSON itself; these are not: the other controls, and what changes the direction.
_ACTS = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def json_text(plain: Any, indent: int | None = None) -> str:
    """Plain values as JSON with every other letter as it is."""
    return escaped(json.dumps(plain, ensure_ascii=False, indent=indent))


def escaped(text: str) -> str:
    """JSON or TOML with such characters, which stand in quotes only, written as escapes."""
    return _ACTS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
