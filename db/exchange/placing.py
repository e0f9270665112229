"""Where in a dossier something is wrong: every refusal begins with the path."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from db.errors import BadInput, BilatError, Conflict, NotFound

REFUSED = (BadInput, Conflict, NotFound)
"""What a dossier is refused with."""


@contextmanager
def placed(path: str) -> Iterator[None]:
    """Say where in the dossier something is wrong."""
    try:
        yield
    except REFUSED as error:
        raise at(path, error) from None


def at(path: str, error: BilatError) -> BilatError:
    """What is wrong, with the place; for whoever looks at so many that a path for each takes too long."""
    sentence = str(error)
    if sentence.startswith("There "):
        sentence = sentence[0].lower() + sentence[1:]
    sentence = f"{path}: {sentence}" if path else sentence
    return Conflict(sentence, error.field) if isinstance(error, Conflict) else type(error)(sentence)
