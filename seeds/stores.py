"""Making stores: an empty one with its reference data, the two articles, the demo."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from db import Store
from db.dialects.driver import Key
from db.store import Clock, utc_now
from seeds import dossiers, reference

DEMO_OFFICER = "demo"
"""Whoever tries the demo undoes what they did themselves, not the demo."""


def create_store(path: Path, *, officer: str = "", clock: Clock = utc_now, key: Key | None = None) -> Store:
    """Make an empty store that knows countries, topics and instruments; an encrypted one where there is a key.

    Raises:
        NotAStore: when something is at `path` already, or nothing can be made there.
    """
    with Store.build(path, officer=officer, clock=clock, key=key) as store:
        enter_reference(store)
    return Store.open(path, officer=officer, clock=clock, key=key)


def enter_reference(store: Store) -> None:
    """Give a store that holds nothing yet its countries, topics and instruments."""
    from db.commands.reference import load_reference  # noqa: PLC0415 - SQLModel; not every start makes a store

    with store.write("reference data") as session:
        load_reference(
            session,
            countries=[
                {
                    "code": entry.code,
                    "name": entry.name,
                    "kind": entry.kind,
                    "valid_from": entry.valid_from or "",
                    "valid_to": entry.valid_to or "",
                    "successor": " ".join(entry.successors),
                    "language": entry.language or "",
                }
                for entry in reference.countries()
            ],
            country_names=[
                {
                    "country": entry.code,
                    "name": entry.name,
                    "lang": entry.lang,
                    "kind": entry.kind,
                    "valid_from": entry.valid_from,
                    "valid_to": entry.valid_to,
                }
                for entry in reference.country_names()
            ],
            topics=[
                {"code": topic.code, "label": topic.label, "parent": topic.parent}
                for topic in reference.topics()
            ],
            topic_aliases=[
                {"topic": topic.code, "alias": alias.name, "lang": alias.lang}
                for topic in reference.topics()
                for alias in topic.aliases
            ],
            instruments=[{"code": one.code, "label": one.label} for one in reference.instruments()],
            instrument_aliases=[
                {"instrument": one.code, "alias": alias.name, "lang": alias.lang}
                for one in reference.instruments()
                for alias in one.aliases
            ],
        )


def create_demo(path: Path, *, today: date, officer: str = "", clock: Clock = utc_now) -> Store:
    """Make the demo store: the two articles, what others say of them, and invented plans around `today`."""
    create_store(path, officer=officer, clock=clock).close()
    maker = Store(path, officer=DEMO_OFFICER, clock=clock)
    try:
        enter(maker, dossiers.articles(), today=today)
        enter(maker, dossiers.corroborations(), today=today)
        enter(maker, dossiers.demo(today), today=today)
    finally:
        maker.close()
    return Store.open(path, officer=officer, clock=clock)


def enter(store: Store, plain: Iterable[dict[str, Any]], *, today: date) -> list[str]:
    """Enter dossiers, one step each, and return what they say differently from the store.

    Raises:
        BadInput, Conflict, NotFound: at the first dossier that cannot enter; those before it have.
    """
    from db.commands.dossiers import enter_dossier  # noqa: PLC0415 - SQLModel
    from db.drafts import Dossier  # noqa: PLC0415 - pydantic

    conflicts: list[str] = []
    for values in plain:
        dossier = Dossier.from_plain(values)
        name = dossier.source.key if dossier.source else "dossier"
        with store.write(f"import {name}") as session:
            conflicts += enter_dossier(session, dossier, today=today).conflicts
    return conflicts
