"""What the page of the shell says of `--json`, to hold what a word prints against it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

PAGE = (Path(__file__).resolve().parents[2] / "tui" / "shell" / "README.md").read_text("utf-8")
KINDS: dict[str, Callable[[Any], bool]] = {
    "text": lambda value: isinstance(value, str),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "yes or no": lambda value: isinstance(value, bool),
    "text or nothing": lambda value: value is None or isinstance(value, str),
    "anything": lambda _: True,
}


def told() -> dict[str, Any]:
    """The schemas of the page, by word."""
    blocks = re.findall(r"^## ([^\n]+)\n.*?```json\n(.*?)```", PAGE, re.MULTILINE | re.DOTALL)
    return {word: json.loads(block) for word, block in blocks}


def unlike(schema: Any, value: Any, place: str = "it") -> Iterator[str]:
    """What is otherwise than the schema has it."""
    if isinstance(schema, str):
        if not KINDS[schema](value):
            yield f"{place} is {value!r}, not {schema}"
    elif not isinstance(value, type(schema)):
        yield f"{place} is {value!r}, not such as {schema}"
    elif isinstance(schema, list):
        for number, one in enumerate(value):
            yield from unlike(schema[0], one, f"{place}[{number}]")
    else:
        yield from unlike_object(schema, value, place)


def unlike_object(schema: dict[str, Any], value: dict[str, Any], place: str) -> Iterator[str]:
    if missing := schema.keys() - value.keys() - {"*"}:
        yield f"{place} lacks {sorted(missing)}"
    for name, one in value.items():
        if name in schema or "*" in schema:
            yield from unlike(schema.get(name, schema.get("*")), one, f"{place}.{name}")
        else:
            yield f"{place} has {name}, of which nothing is told"
