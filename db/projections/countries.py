"""What the events of a step ask about countries, each asked for once."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, text

from db.former_states import COUNTRIES, FormerStates
from db.projections.many import about
from db.projections.names_then import names_then

WORDS = "SELECT DISTINCT country, folded FROM country_name WHERE country IN :ids ORDER BY country, folded"
RENAMED = """
    SELECT code FROM country WHERE code IN :ids AND (valid_from <> '' OR valid_to <> '')
    UNION SELECT country FROM country_name WHERE country IN :ids AND valid_to <> ''
"""
TURNS = """
    SELECT valid_from FROM country UNION SELECT valid_to FROM country
    UNION SELECT valid_from FROM country_name WHERE country IN :ids
    UNION SELECT valid_to FROM country_name WHERE country IN :ids
"""


class Countries:
    """Countries as one writer sees them; nothing that it writes changes them."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._words: dict[str, str] = {}
        self._renamed: set[str] = set()
        self._turns: list[str] = []  # days on which some country came to be, ceased to be or changed its name
        self._then: dict[tuple[tuple[str, ...], str | None], str] = {}
        self._states: FormerStates | None = None

    def seen_by(self, connection: Connection) -> Countries:
        """The same in a later transaction of the writer's."""
        self.connection = connection
        return self

    def learn(self, codes: Collection[str]) -> None:
        """Ask about several at once."""
        new = set(codes) - self._words.keys() - {""}
        if not new:
            return
        words: dict[str, list[str]] = defaultdict(list)
        for code, word in about(self.connection, WORDS, new):
            words[code].append(word)
        self._words |= {code: " ".join(words[code]) for code in new}
        if renamed := {code for (code,) in about(self.connection, RENAMED, new)}:
            self._renamed |= renamed
            for (day,) in about(self.connection, TURNS, renamed):
                if day not in self._turns:
                    insort(self._turns, day)

    def words(self, code: str) -> str:
        """Every folded name of a country, so that "Maroc" finds what Morocco does."""
        if not code:
            return ""
        if code not in self._words:
            self.learn((code,))
        return self._words[code]

    def names_then(self, codes: Sequence[str], last_day: str | None) -> str:
        """What those countries were called on the day of an event, "" where that is what they are called now."""
        if not self._words.keys() >= set(codes):
            self.learn(codes)
        if self._renamed.isdisjoint(codes):
            return ""
        # Between two turns all days are alike.
        since = last_day and self._turns[bisect_right(self._turns, last_day) - 1]
        asked = tuple(codes), since
        if asked not in self._then:
            self._then[asked] = names_then(self.connection, codes, last_day, self._former)
        return self._then[asked]

    def _former(self) -> FormerStates:
        """Who came after whom, read once."""
        if self._states is None:
            self._states = FormerStates(self.connection.execute(text(COUNTRIES)))
        return self._states
