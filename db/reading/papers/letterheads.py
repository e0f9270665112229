"""Lines above a text that name a service, a kind of paper or a title in capitals, by their words and their letters."""

from __future__ import annotations

import re

from db.reading.words import plain

LONGEST_DATED = 120  # characters of a line that says little more than a day
DASHES = ("- ", "– ", "— ", "• ")  # of lines below a title that say more of it
_FEWEST_CAPITALS = 4  # of a line in capitals
_A_NAME = 5  # words that the name of a paper has at most
MINUTES = re.compile(
    r"\b(?:minutes|record of|summary record|notes? (?:for the file|of the (?:meeting|discussion))|acta|minuta"
    r"|ayuda[- ]memoria|aide[- ]memoire|resumen de (?:la )?(?:reunion|conclusiones)"
    r"|compte[- ]rendu|proces-verbal|releve d(?:e |es |')(?:conclusions|decisions))\b"
)
_LETTERHEAD = re.compile(
    r"\b(?:police|gendarmerie|ministry|ministere|ministerio|embassy|ambassade|embajada|republic|republique|republica"
    r"|kingdom|royaume|reino|government|gouvernement|gobierno|department|customs|douanes|aduanas|directorate"
    r"|direction|direccion|fiscalia|parquet|prosecut\w+|office of|presidency|presidencia|presidence)\b"
)
_OWN_WORDS = re.compile(
    r"\b(?:press (?:release|statement)|media (?:release|statement)|statement by|communique(?! conjoint)|comunicado"
    r"|nota de prensa|boletin|readout)\b"
)
_ADDRESSED = re.compile(r"(?:fm|from|to|de|para|info|cc|press|media|joint|communique|nota)\b")
_SENT = re.compile(r"(?:fm|from|to|info|cc|de|para)\b")
_SORT = re.compile(  # what sort of paper it is, alone on a line
    r"(?:(?:press|media|news) (?:release|statement|note|story)s?|news|statements?|announcements?"
    r"|communiques?(?: de presse)?|comunicados?(?: de prensa)?|notas? de prensa|boletin(?:es)?(?: de prensa)?"
    r"|actualites?|noticias?)"
    r"(?:,? (?:n\.? ?[o°º]?\.? ?)?\d[\d/-]*)?"
)
_SERVICE = re.compile(  # whose paper it is, alone on a line in small letters
    r"(?:the )?(?:(?:federal |state )?(?:ministry|department|embassy|directorate|government|republic"
    r"|kingdom) of [\w ,]+"
    r"|(?:minister|secretary) (?:of|for) [\w ]+|press information bureau|(?:press|media)(?: and \w+)? (?:office|unit)"
    r"|media and communications|ministere d[eu].+|ministerio de.+|(?:republique|republica|royaume|reino) d.+"
    r"|ambassade d.+|embajada de.+|direction generale .+"
    r"|direccion general .+)"
)
_UNIT = re.compile(  # of a service, in the words of a line below its name: "Direction de la coopération internationale"
    r"(?:sous-|sub)?(?:direction|direccion|directorate|department|departement|departamento|division|section|seccion"
    r"|service|servicio|bureau|office|oficina|unit|unidad|secretariat|secretaria|secretariado|subsecretaria|cabinet"
    r"|gabinete|cellule)(?: (?:generale?|nacional|nationale?|centrale?|regional\w*))?"
    r" (?:of|for|de|d[eu']|des|del|chargee? d\w+|a la|a l')\W?[^:.;\d]{3,80}"
)


def is_service(line: str) -> bool:
    """Whether a line says what sort of paper it is or whose."""
    low = plain(line)
    return _SORT.fullmatch(low) is not None or (_SERVICE.fullmatch(low) is not None and _in_capitals(line))


def is_above_another(line: str, below: str) -> bool:
    """Whether a line names a service, be it in small letters, above one that names whose: "République du Sénégal"."""
    return _SERVICE.fullmatch(plain(line)) is not None and _STATE.fullmatch(plain(below)) is not None


def is_trail(line: str) -> bool:
    """Whether a line only says in which part of a site a text stands: "Home / News / Releases"."""
    parts = _TRAIL.split(line.strip())
    if len(parts) >= _SHORTEST_TRAIL and plain(parts[0]) in _FIRST_PAGE:
        return True
    return len(parts) >= _SHORTEST_TRAIL and all(0 < len(part.split()) <= _FEWEST_CAPITALS for part in parts)


_TRAIL = re.compile(r"\s+[/>|»›]\s+")
_SHORTEST_TRAIL = 3
_FIRST_PAGE = frozenset(("home", "accueil", "inicio", "portada", "homepage"))
_STATE = re.compile(
    r"(?:the )?(?:republi\w+|kingdom|royaume|reino|state|etat|estado|gov\w+|gob\w+|gouv\w+) (?:of|d).{2,60}"
)


def is_sort(low: str) -> bool:
    """Whether a line in plain small letters says what sort of paper it is, and nothing else."""
    return _SORT.fullmatch(low) is not None


def names_service(line: str) -> bool:
    """Whether a line names the service whose paper it is, and is no address of a cable."""
    low = plain(line)
    named = is_letterhead(line) or (_SERVICE.fullmatch(low) is not None and _in_capitals(line))
    return named and _LETTERHEAD.search(low) is not None and not _ADDRESSED.match(low)


def says_own(line: str) -> bool:
    """Whether a line says that somebody speaks of their own doings: "Press release"."""
    return _OWN_WORDS.search(plain(line)) is not None and len(line) <= LONGEST_DATED


def is_name(title: str) -> bool:
    """Whether what stands in the place of a title is only the name of a service or a paper."""
    return len(title.split()) <= _A_NAME and _in_capitals(title)


def is_unit(title: str) -> bool:
    """Whether what stands in the place of a title only says which part of a service has written it."""
    return _UNIT.fullmatch(plain(title)) is not None


def _in_capitals(line: str) -> bool:
    """Whether every long word begins with a capital, as those of a name do."""
    return all(
        word[0].isupper() or word[0].isdigit()
        for word in _ELIDED.sub("", line).split()
        if len(word) > _FEWEST_CAPITALS
    )


_ELIDED = re.compile(r"\b[dl]['’]")  # "Ambassade d'Oman"


def is_letterhead(line: str) -> bool:
    """Whether a line is all in capitals, as the names of services and of kinds of papers are."""
    letters = [one for one in line if one.isalpha()]
    return (
        len(line) <= LONGEST_DATED
        and len(letters) >= _FEWEST_CAPITALS
        and all(one.isupper() for one in letters)
        and not line.endswith("-")
    )


def is_heading(line: str, following: list[str]) -> bool:
    """Whether a line in capitals is a title: long, no name of a service, and lines with a dash below say more of it."""
    low = plain(line)
    below = next((one.strip() for one in following if one.strip()), "")
    if _LETTERHEAD.match(low) or MINUTES.search(low) or _OWN_WORDS.search(low) or is_address(line):
        return False
    return below.startswith(DASHES) and len(line.split()) > _A_NAME


def is_address(line: str) -> bool:
    """Whether it is a line of a cable: "FM EMBASSY LIMA", "TO CAPITAL"."""
    return is_letterhead(line) and _SENT.match(plain(line)) is not None
