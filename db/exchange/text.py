"""Dossiers as text: JSON or TOML, written the same way every time and read with bounds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal

from db.bounded_toml import not_too_deep, read_toml
from db.errors import BadInput
from db.harmless import escaped, json_text

Format = Literal["json", "toml"]
MOST_BYTES = 64_000_000
_MOST_TOML = 8_000_000  # bytes; its reader is thirty times as slow as that of JSON


def as_text(plain: Mapping[str, Any], form: Format) -> str:
    """A dossier in one of its forms, ending in a line break."""
    return as_json(plain) if form == "json" else as_toml(plain)


def as_json(plain: Mapping[str, Any]) -> str:
    """Readable JSON: one value a line, every letter as it is."""
    return json_text(plain, indent=1) + "\n"


def as_toml(plain: Mapping[str, Any]) -> str:
    """TOML with a table for every record."""
    import tomli_w  # noqa: PLC0415 - only when it is asked for

    return escaped(tomli_w.dumps(plain))


def from_text(raw: bytes, form: Format) -> dict[str, Any]:
    """The plain values of a text.

    Raises:
        BadInput: it is too big, too deep, not UTF-8, or not what it says it is; with the place where that can be told.
    """
    if len(raw) > MOST_BYTES:
        raise BadInput(
            f"It is too big: a dossier has {MOST_BYTES // 1_000_000} MB at most; export it in parts."
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"It is not UTF-8 text (byte {error.start:,}).") from None
    if form == "toml":
        if len(raw) > _MOST_TOML:
            raise BadInput(
                f"It has more than {_MOST_TOML // 1_000_000} MB, which is too much TOML; JSON may have more."
            )
        return read_toml(text.replace("\r\n", "\n"))
    plain = _json(text)
    if not isinstance(plain, dict):
        raise BadInput("It holds no dossier: a dossier is a table of lists.")
    not_too_deep(plain)
    return plain


def _json(text: str) -> Any:
    try:
        return json.loads(text, object_hook=_as_it_is)
    except json.JSONDecodeError as error:
        raise BadInput(
            f"It is not JSON: {_lowered(error.msg)} (line {error.lineno:,}, column {error.colno:,}).",
            error.pos,
        ) from None
    except ValueError as error:  # a number of thousands of digits
        raise BadInput(f"It is not JSON: {_lowered(str(error))}.") from None
    except RecursionError:
        raise BadInput("It is nested too deeply.") from None


def _as_it_is(values: dict[str, Any]) -> dict[str, Any]:
    """What is read stays as it is; but between two records other threads have their turn, which they have not in C."""
    return values


def _lowered(message: str) -> str:
    return (message[:1].lower() + message[1:]).rstrip(".")
