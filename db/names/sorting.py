"""The name as a list sorts it, the family name first, until somebody says otherwise."""

from __future__ import annotations

from db.names.fold import fold
from db.names.particles import PARTICLES, words_of

_SPANISH_NAMING = words_of("ES AR BO CL CO CR CU DO EC GQ GT HN MX NI PA PE PR PY SV UY VE")
"""Countries where the father's surname stands before the mother's and sorts the name; in Portugal and in Brazil the
last one does."""

_GIVEN = words_of(
    """
    ada adela adrian agustin alba alberto alejandra alejandro alfredo alicia amalia amparo ana andres angela antonio
    arturo beatriz belen carlos carmen carolina catalina cesar clara claudia concepcion consuelo cristina daniel
    daniela diana diego dolores eduardo elena elisa elvira emilia emilio enrique ernesto esperanza esteban esther
    eugenia eugenio eva federico felipe fernando francisca francisco gabriela gerardo gloria gonzalo guadalupe
    guillermo gustavo hector hernan hugo humberto ignacio ines inmaculada irene isabel ivan javier jesus jimena
    joaquin jorge jose josefa juan juana julia julieta julio laura leonor leticia lorena lourdes lucia luis luisa
    magdalena manuel marcela marcelo margarita maria mariana marta mauricio mercedes miguel miriam monica montserrat
    natalia nicolas nuria olga oscar pablo paloma patricia paula pedro pilar rafael ramon raquel raul rebeca ricardo
    roberto rocio rodolfo rosa rosario ruben salvador sandra sebastian sergio silvia sofia soledad sonia susana
    teresa tomas valentina vanesa veronica vicente victoria virginia xavier ximena yolanda
    """
)
"""Given names, folded; a word that is here is not taken for a surname."""

_GIVEN_AND_TWO_SURNAMES = 3


def sorted_name(name: str, country: str | None = None) -> str:
    """The last word first; both surnames where a Spanish name beyond doubt has two.

    Args:
        name: as used.
        country: code of the bearer's, "" or None where it is not known.
    """
    words = name.split()
    if country in _SPANISH_NAMING and _has_two_surnames(words):
        return f"{words[1]} {words[2]}, {words[0]}"
    given, _, family = name.strip().rpartition(" ")
    return f"{family}, {given}" if given and "," not in name else name.strip()


def _has_two_surnames(words: list[str]) -> bool:
    """One given name and two words that are neither another one nor a particle."""
    if len(words) != _GIVEN_AND_TWO_SURNAMES:
        return False
    given, *surnames = map(fold, words)
    return given in _GIVEN and all(len(one) > 1 and one not in _GIVEN | PARTICLES for one in surnames)
