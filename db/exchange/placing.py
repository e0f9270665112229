"""Where in a dossier something is wrong: every refusal begins with the path."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from db.errors import BadInput, BilatError, Conflict, NotFound


@contextmanager
def placed(path: str) -> Iterator[None]:
    """Say where in the dossier something is wrong."""
    try:
        yield
    except (BadInput, Conflict, NotFound) as error:
        sentence = str(error)
        if sentence.startswith("There "):
            sentence = sentence[0].lower() + sentence[1:]
        raise _again(error, f"{path}: {sentence}" if path else sentence) from None


def _again(error: BilatError, sentence: str) -> BilatError:
    return Conflict(sentence, error.field) if isinstance(error, Conflict) else type(error)(sentence)
