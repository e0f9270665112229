"""Names that two countries share for their people, and which a text means: "Korean" beside "Seoul" is of the South."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from db.reading.words import Word, plain

_STEMS = re.compile(r"[Kk]orea|[Cc]or[eé]e?[na]|Corée|[Dd]ominican|[Cc]ongo")
BARE_NAMES = frozenset(("korea", "coree", "corea", "congo"))
"""Those that are the country's own and not its people's: "Korea" beside "the Republic of Korea" is the South."""
_NAMES = {
    "Korea": "korea coree corea korean koreans coreen coreens coreenne coreennes coreano coreanos coreana coreanas",
    "Dominica": "dominican dominicans",
    "Congo": "congo congolese congolais congolaise congolaises congoleno congolenos congolena congolenas",
}
_KOREA = (
    r"south korea|(?<!people's )(?<!peoples )republic of korea|\brok\b|seoul|coree du sud|republique de coree"
    r"|sud-coreen|corea del sur"
    r"|republica de corea|surcorean|\bseul\b"
)
_NORTH_KOREA = (
    r"north korea|people'?s'? republic of korea|\bdprk\b|pyongyang|coree du nord|nord-coreen|corea del norte|norcorean"
    r"|democratique de coree|democratica de corea|\brpdc\b"
)
_KINSHASA = (
    r"democratic republic of (?:the )?congo|\bdrc\b|kinshasa|republique democratique du congo|\brdc\b"
    r"|republica democratica del congo|\bgoma\b|bukavu|lubumbashi|kisangani|\bkivu\b|\bituri\b|\bkatanga\b"
)
_BRAZZAVILLE = (
    r"brazzaville|congo-b\b|pointe[- ]noire|dolisie|\bniari\b|ouesso|owando|impfondo|\bnkayi\b|mossendjo"
)
_COUNTRIES = (
    ("Korea", "KR", _KOREA),
    ("Korea", "KP", _NORTH_KOREA),
    ("Dominica", "DO", r"dominican republic|santo domingo"),
    ("Dominica", "DM", r"commonwealth of dominica\b|roseau|(?:in|to|of|from|and) dominica\b"),
    ("Congo", "CD", _KINSHASA),
    ("Congo", "CG", _BRAZZAVILLE),
)


def shared_names(text: str) -> Iterator[tuple[str, str]]:
    """The names, folded, that mean one country in a text because it names that one and not the other."""
    if _STEMS.search(text) is None:
        return
    low = plain(text)
    for shared, names in _NAMES.items():
        named = [code for of, code, words in _COUNTRIES if of == shared and re.search(words, low)]
        if len(named) == 1:
            yield from ((name, named[0]) for name in names.split())


_RIVERS = frozenset(("congo",))
_WATERS = frozenset(("basin", "river", "rainforest", "bassin", "fleuve", "cuenca", "rio"))


def is_river(words: Sequence[Word], at: int) -> bool:
    """Whether a name is the river's or its basin's: "le bassin du Congo", "the Congo River"."""
    if words[at].low not in _RIVERS:
        return False
    around = (*words[max(0, at - 2) : at], *words[at + 1 : at + 2])
    return any(one.low in _WATERS for one in around)
