"""Write the country files of ``seeds/reference`` from CLDR (through babel) and from what was written by hand.

Run ``python -m seeds.build_countries`` after editing ``by_hand.csv`` or ``by_hand_countries.csv``; the same
input always gives the same bytes. Hand-written short names replace CLDR's, which stay as aliases.
Hand-written countries add former states and organisations, or fill single columns of one that CLDR knows.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel import Locale
from babel.core import get_global

from db.names import fold
from seeds.reference.forms import forms

LANGUAGES = ("en", "fr", "es", "ar", "de")
REFERENCE = Path(__file__).parent / "reference"

_COUNTRY_COLUMNS = ("code", "name", "kind", "valid_from", "valid_to", "successor")
_NAME_COLUMNS = ("code", "lang", "kind", "name")
_KINDS = ("official", "short", "former", "demonym", "alias", "garbled")
_LANG_ORDER = ("", *LANGUAGES)

# In CLDR, but not among the codes of ISO 3166-1: groupings, pseudo-locales and parts of other countries.
_NOT_A_COUNTRY = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
# Three-letter codes that CLDR still maps to a country, but that belonged to what came before it.
_RETIRED_CODES = {"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"}
# One folded name is one country: there are two Congos, and Montserrat's code reads like Egypt in Arabic.
_AMBIGUOUS = {"congo", "msr"}

Name = tuple[str, str, str, str]


def main() -> None:
    """Rewrite the two files."""
    for name, text in build().items():
        (REFERENCE / name).write_text(text, encoding="utf-8", newline="")


def build() -> dict[str, str]:
    """Return the text of each file by its name."""
    names = _names()
    return {
        "countries.csv": _csv(_COUNTRY_COLUMNS, _countries(names)),
        "country_names.csv": _csv(_NAME_COLUMNS, names),
    }


def _countries(names: list[Name]) -> Iterator[tuple[str, ...]]:
    shown = {code: name for code, lang, kind, name in names if (lang, kind) == ("en", "short")}
    rows = {
        code: dict.fromkeys(_COUNTRY_COLUMNS, "") | {"code": code, "kind": "country"}
        for code in _cldr_codes()
    }
    for written in _read("by_hand_countries.csv"):
        row = rows.setdefault(written["code"], dict.fromkeys(_COUNTRY_COLUMNS, ""))
        row |= {column: value for column, value in written.items() if value}
    for code in sorted(rows):
        rows[code]["name"] = rows[code]["name"] or shown[code]
        yield tuple(rows[code].values())


def _names() -> list[Name]:
    """Return every name once per country and language; of names that fold alike the first in rank stays."""
    written = [(row["code"], row["lang"], row["kind"], row["name"]) for row in _read("by_hand.csv")]
    replaced = {(code, lang) for code, lang, kind, _ in written if kind == "short"}
    offered = [*_inflected(written), *_cldr_names(replaced), *_three_letter_codes()]
    # Shown names outrank what is only looked up, so that no form of a demonym takes a short name's place.
    offered.sort(key=lambda name: (name[2] != "short", _KINDS.index(name[2])))
    kept: dict[tuple[str, str, str], Name] = {}
    for name in offered:
        folded = fold(name[3])
        if folded not in _AMBIGUOUS or name[2] == "short":
            kept.setdefault((name[0], name[1], folded), name)
    return sorted(kept.values(), key=_in_order)


def _inflected(written: Iterable[Name]) -> Iterator[Name]:
    for code, lang, kind, name in written:
        for form in forms(lang, name) if kind == "demonym" else (name,):
            yield code, lang, kind, form


def _cldr_names(replaced: set[tuple[str, str]]) -> Iterator[Name]:
    for lang in LANGUAGES:
        territories = Locale(lang).territories
        for code in _cldr_codes():
            yield code, lang, "alias" if (code, lang) in replaced else "short", territories[code]


def _three_letter_codes() -> Iterator[Name]:
    codes = set(_cldr_codes())
    for alias, current in get_global("territory_aliases").items():
        is_current = re.fullmatch("[A-Z]{3}", alias) and alias not in _RETIRED_CODES
        if is_current and len(current) == 1 and current[0] in codes:
            yield current[0], "", "alias", alias


def _cldr_codes() -> list[str]:
    territories = map(str, Locale("en").territories)
    return sorted(
        code for code in territories if re.fullmatch("[A-Z]{2}", code) and code not in _NOT_A_COUNTRY
    )


def _in_order(name: Name) -> tuple[str, int, int, str]:
    code, lang, kind, text = name
    return code, _LANG_ORDER.index(lang), _KINDS.index(kind), text


def _read(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _csv(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


if __name__ == "__main__":
    main()
