"""Ranks, which say no office: the "général d'armée" of "le général d'armée Jean Doe, directeur de la gendarmerie"."""

from __future__ import annotations

from db.reading.words import plain

RANKS = frozenset(
    ("general", "colonel", "major", "captain", "lieutenant", "senior", "brigadier", "commander",
     "superintendent", "rear", "inspector", "sergeant", "admiral", "vice", "chief", "capitaine", "commandant",
     "controleur", "inspecteur", "coronel", "capitan", "comandante", "teniente", "commissaire", "divisionnaire",
     "comisario", "principal", "deputy", "haut", "marshal", "marechal",
     "commodore", "comodoro", "almirante", "contraalmirante",
     "vicealmirante", "amiral", "contre", "mayor", "sergent", "sargento", "comisionado", "subcomisionado",
     "division", "brigade", "brigada", "ejercito", "armee", "corps", "de", "d", "air")
)  # fmt: skip


def is_only_a_rank(title: str) -> bool:
    """Whether a title as printed says no office, but at most a rank."""
    return all(word in RANKS for word in plain(title).replace("'", " ").replace("-", " ").split())
