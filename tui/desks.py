"""A desk by the name of its country, for those who do not know its code."""

from __future__ import annotations

from difflib import get_close_matches

from db.errors import BadInput
from db.names import fold
from seeds import reference


def desk_code(words: str, place: str = "--desk") -> str:
    """The code of a country by its code or by one of its names, in any of the languages that are known.

    Args:
        words: as typed.
        place: where they stand, for the sentence.

    Raises:
        BadInput: no country is called that, with the nearest one there is.
    """
    now = {each.code for each in reference.countries() if each.kind == "country" and not each.valid_to}
    if not words.strip() or words.strip().upper() in now:
        return words.strip().upper()
    codes = {fold(entry.name): entry.code for entry in reference.country_names() if entry.code in now}
    codes |= {fold(each.name): each.code for each in reference.countries() if each.code in now}
    wanted = fold(words).strip()
    if wanted in codes:
        return codes[wanted]
    near = get_close_matches(wanted, codes, n=1, cutoff=0.75)
    hint = f"; did you mean {codes[near[0]]}?" if near else "; a country code such as MA says which."
    raise BadInput(f"{place}: there is no country {ascii(words)[:60]}{hint}")
