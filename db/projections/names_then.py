"""What countries were called on the day of an event, where that is not what they are called now."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, bindparam, text

from db.former_states import FormerStates

MOST_NAMED = 4  # states that came after another one; of more their number is said

NAMES = text(
    "SELECT c.code, c.name, c.valid_from, c.valid_to <> '',"
    " (SELECT n.name FROM country_name n WHERE n.country = c.code AND n.valid_to > :day AND n.valid_from <= :day"
    "  ORDER BY n.valid_to, n.name LIMIT 1)"
    " FROM country c WHERE c.code IN :codes ORDER BY c.code"
).bindparams(bindparam("codes", expanding=True))
NO_DAY = "9999"


def names_then(
    connection: Connection, codes: Sequence[str], last_day: str | None, states: Callable[[], FormerStates]
) -> str:
    """The names then beside those of now: "Turkey (now Türkiye); Czechoslovakia (now Czechia, Slovakia)", "" for none.

    Args:
        connection: to the store.
        codes: of those who took part.
        last_day: of the event, as ISO; without one only a state that is no more has another name.
        states: reads who came after whom, where that is asked.
    """
    day = last_day or NO_DAY
    said = []
    for code, name, begun, gone, name_then in connection.execute(NAMES, {"codes": list(codes), "day": day}):
        if name_then:
            said.append(f"{name_then} (now {name})")
        elif gone or day < begun:
            said.append(_gone(states(), code) if gone else _not_yet(states(), code, day))
    return "; ".join(filter(None, said))


def _gone(states: FormerStates, code: str) -> str:
    after = states.after(code)
    now = f"{len(after)} states" if len(after) > MOST_NAMED else ", ".join(map(states.name, after))
    return f"{states.name(code)} (now {now})" if after else states.name(code)


def _not_yet(states: FormerStates, code: str, day: str) -> str:
    """A country that was still a part of another one."""
    then = states.part_of(code, day)
    return f"{states.name(code)} (then in {states.name(then)})" if then else ""
