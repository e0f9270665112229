"""Who leads: the line of a head, which stands before the others of the same delegation or country."""

from __future__ import annotations

from collections.abc import Sequence

from db.errors import BadInput
from db.forms.parts import grammar
from db.forms.parts.people import ATTENDANCES, NO_COUNTRY, ROLES

HEAD = "head"


def with_head(lines: Sequence[str], at: int, *, delegations: bool) -> tuple[list[str], int] | None:
    """The lines with somebody made the head, or no longer the head, and the number of their line then.

    A new head takes the place before the others of the same delegation, in a meeting of the same country,
    and whoever led them before is a member.

    Args:
        lines: of the text.
        at: the number of the line, from 0.
        delegations: whether lines such as "delegation MA" divide them.

    Returns:
        None where the line names nobody, or is not understood.
    """
    cut = [_cut(line) for line in lines]
    mine = cut[at]
    if not mine or _begins(mine):
        return None
    found = list(lines)
    if HEAD in (piece.casefold() for piece in mine[1:]):
        found[at] = _without_role(mine)
        return found, at
    block = _delegation(cut, at) if delegations else _country(cut, at)
    for number in block:
        pieces = cut[number]
        if pieces and HEAD in (piece.casefold() for piece in pieces[1:]):
            found[number] = _without_role(pieces)
    said = [piece for number, piece in enumerate(mine) if not number or piece.casefold() not in ROLES]
    place = 2 if len(said) > 1 and _is_country(said[1]) else 1
    line = "; ".join([*said[:place], HEAD, *said[place:]])
    first = min(block)
    del found[at]
    found.insert(first, line)
    return found, first


def _cut(line: str) -> list[str] | None:
    """The pieces of a line as they were typed; None where it is not understood."""
    try:
        starts = [piece.start for piece in grammar.pieces(line)]
    except BadInput:
        return None
    ends = [*starts[1:], len(line)]
    return [
        line[start:end].strip().removesuffix(";").strip() for start, end in zip(starts, ends, strict=True)
    ]


def _begins(pieces: Sequence[str]) -> bool:
    """Whether a line begins a delegation."""
    return grammar.pieces(pieces[0])[0].key == "delegation"


def _without_role(pieces: Sequence[str]) -> str:
    return "; ".join(
        piece for number, piece in enumerate(pieces) if not number or piece.casefold() not in ROLES
    )


def _delegation(cut: Sequence[list[str] | None], at: int) -> range:
    """The lines of the delegation that a line stands in."""
    headings = [number for number, pieces in enumerate(cut) if pieces and _begins(pieces)]
    first = max((number + 1 for number in headings if number < at), default=0)
    return range(first, min((number for number in headings if number > at), default=len(cut)))


def _country(cut: Sequence[list[str] | None], at: int) -> list[int]:
    """The lines of those who came for the same country."""
    mine = _country_of(cut[at])
    return [
        number for number, pieces in enumerate(cut) if number == at or (mine and _country_of(pieces) == mine)
    ]


def _country_of(pieces: Sequence[str] | None) -> str:
    return next((piece.casefold() for piece in (pieces or ())[1:] if _is_country(piece)), "")


def _is_country(piece: str) -> bool:
    """Whether a bare word is a country: it is none of the others that a line may say."""
    low = piece.casefold()
    if low in {*ROLES, *ATTENDANCES, NO_COUNTRY}:
        return False
    return not grammar.is_later(piece) and not piece.startswith('"')
