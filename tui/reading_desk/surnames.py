"""A surname alone belongs to whoever is named in full elsewhere in the same draft, and makes nobody new."""

from __future__ import annotations

from collections.abc import Iterator

from db.names import fold
from db.reading.items import Item, Items, put


def named_in_full(items: Items) -> Items:
    """The draft with the people that are printed by a part of their name under the name that is printed in full."""
    full = _by_last_names(items)
    for item in [one for one in items if _is_named(one) and not one.values["known"]]:
        found = [one for one in full.get(_words(item)[-1], ()) if _is_part_of(item, one)]
        whole = max(found, key=lambda one: len(_words(one)), default=None)
        if whole is not None and all(_is_called_alike(one, whole) for one in found):
            items = _joined(items, item, whole)
    return items


def _is_called_alike(one: Item, whole: Item) -> bool:
    """Whether two names may be one person's: of two others who bear a name, nobody knows which one is meant."""
    return _words(one) == _words(whole) or _is_part_of(one, whole)


def _by_last_names(items: Items) -> dict[str, list[Item]]:
    """Everybody by each word of their names but the first one."""
    found: dict[str, list[Item]] = {}
    for item in filter(_is_named, items):
        for word in _words(item)[1:]:
            found.setdefault(word, []).append(item)
    return found


def _is_named(item: Item) -> bool:
    return item.kind == "person" and bool(_words(item))


def _words(item: Item) -> list[str]:
    return fold(str(item.values.get("name", ""))).split()


def _is_part_of(item: Item, other: Item) -> bool:
    """Whether somebody bears a part of the other's name, behind the first one, and may be the same person."""
    part, whole = _words(item), _words(other)
    behind = range(1, len(whole) - len(part) + 1)
    return any(whole[at : at + len(part)] == part for at in behind) and _may_be_one(item, other)


def _may_be_one(item: Item, other: Item) -> bool:
    mine, theirs = item.values["country"], other.values["country"]
    same_country = mine == theirs or not mine or not theirs
    return same_country or (item.under == other.under and _share_a_post(item, other))


def _share_a_post(item: Item, other: Item) -> bool:
    short, long = sorted((fold(str(one.values["post"])) for one in (item, other)), key=len)
    return bool(short) and f" {short} " in f" {long} "


def _joined(items: Items, item: Item, full: Item) -> Items:
    """One person where both stand at the same table, else the same one at two."""
    beside = next((one for one in _at_the_table_of(items, item) if _words(one) == _words(full)), None)
    if beside is None:
        named = {name: full.values[name] for name in ("name", "known", "country")}
        return put(items, item.having(**named, post=item.values["post"] or full.values["post"]))
    role = "head" if "head" in (item.values["role"], beside.values["role"]) else beside.values["role"]
    both = beside.having(role=role)._replace(
        spans=(*beside.spans, *item.spans), sure=beside.sure and item.sure
    )
    return tuple(one for one in put(items, both) if one.id != item.id)


def _at_the_table_of(items: Items, item: Item) -> Iterator[Item]:
    return (one for one in items if _is_named(one) and one.under == item.under and one.id != item.id)
