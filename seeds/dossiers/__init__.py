"""The dossiers that come with the program, in the order in which they build on each other."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

ARTICLES = ("article_a.toml", "article_b.toml")
DEMO_DAY = re.compile(r"@([+-]\d{1,4})d")


def articles() -> Iterator[dict[str, Any]]:
    """The two articles that the store was conceived from, as plain values."""
    for name in ARTICLES:
        yield _read(files(__name__) / name)


def corroborations() -> Iterator[dict[str, Any]]:
    """What other sources say of the same events, one dossier a source."""
    yield from _folder("corroborations")


def demo(today: date) -> Iterator[dict[str, Any]]:
    """Invented follow-ups and plans around `today`, so that the demo has something due."""
    for dossier in _folder("demo"):
        yield _dated(dossier, today)


def _folder(name: str) -> Iterator[dict[str, Any]]:
    folder = files(__name__) / name
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            yield _read(file)


def _read(file: Traversable) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _dated(value: Any, today: date) -> Any:
    """The same values with every "@+12d" as the day that many days after `today`."""
    if isinstance(value, dict):
        return {name: _dated(inner, today) for name, inner in value.items()}
    if isinstance(value, list):
        return [_dated(inner, today) for inner in value]
    if isinstance(value, str):
        return DEMO_DAY.sub(lambda found: (today + timedelta(days=int(found[1]))).isoformat(), value)
    return value
