"""Two records side by side: what each says, what speaks against their being one, what would move."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.apart import known_apart
from db.forms.fields import Field
from db.forms.merging import Side, fields_to_choose, same_text, usual_sides
from db.merged import MERGED_KINDS
from db.names.together import at_one_table
from db.queries.called import called
from db.queries.forms import form
from db.rows import Key, Kind, noun

if TYPE_CHECKING:
    from collections.abc import Mapping

    from db.reader import Reader


class Compared(NamedTuple):
    """One field of both records.

    Attributes:
        field: which one.
        keep: the text of the record that stays.
        lose: that of the one that goes into it.
        side: whose stands when nobody chooses.
    """

    field: Field
    keep: str
    lose: str
    side: Side


class Sides(NamedTuple):
    """Two records that may be one.

    Attributes:
        keep: the one that stays.
        lose: the one that goes into it.
        keep_title: its ref, or its name.
        lose_title: the same of the other.
        fields: those in which at least one of them says something.
        doubts: sentences that speak against it; the officer decides.
        moves: what the one that stays takes over, as (number, noun).
        versions: of both.
    """

    keep: Key
    lose: Key
    keep_title: str
    lose_title: str
    fields: tuple[Compared, ...]
    doubts: tuple[str, ...]
    moves: tuple[tuple[int, str], ...]
    versions: tuple[int, int]


def sides(reader: Reader, keep: Key, lose: Key) -> Sides:
    """Two records field by field.

    Raises:
        NotFound: one of them is gone.
    """
    mine, theirs = form(reader, keep), form(reader, lose)
    usual = usual_sides(keep.kind, mine.values, theirs.values)
    return Sides(
        keep=keep,
        lose=lose,
        keep_title=mine.title,
        lose_title=theirs.title,
        fields=tuple(
            Compared(field, *_said(field, mine.values, theirs.values), usual[field.name])
            for field in fields_to_choose(keep.kind)
            if mine.values[field.name] or theirs.values[field.name]
        ),
        doubts=tuple(_doubts(reader, keep, lose)),
        moves=moves(reader, lose),
        versions=(mine.version, theirs.version),
    )


def _said(field: Field, mine: Mapping[str, str], theirs: Mapping[str, str]) -> tuple[str, str]:
    """Both texts of a field; one date written in two ways is the same."""
    text, other = mine[field.name], theirs[field.name]
    return (text, text) if same_text(field, text, other) else (text, other)


def refusal(reader: Reader, keep: Key, lose: Key) -> str:
    """Why two records cannot be one, in a sentence; "" where they can."""
    if keep.kind not in MERGED_KINDS or lose.kind not in MERGED_KINDS:
        return "Only visits, officials, posts, organisations and sources are merged."
    if keep.kind != lose.kind:
        kinds = f"{noun(keep.kind).capitalize()} and {noun(lose.kind)}"
        return f"{kinds} are different things, so they cannot be one record."
    if keep == lose:
        return "That is one and the same record already."
    return _gone(reader, keep) or _gone(reader, lose) or _of_other_pairs(reader, keep, lose)


def _gone(reader: Reader, key: Key) -> str:
    row = reader.one(f"SELECT merged_into FROM {key.kind} WHERE id = :id", id=int(key.id))
    if row is None:
        return f"One of the two {key.kind}s is no longer in the store."
    if row[0] is None:
        return ""
    return f"{called(reader, key)} went into {called(reader, Key(key.kind, str(row[0])))} already."


def _of_other_pairs(reader: Reader, keep: Key, lose: Key) -> str:
    if keep.kind == "visit":
        (mine, my_pair), (theirs, their_pair) = (_visit(reader, key) for key in (keep, lose))
        if my_pair != their_pair:
            return (
                f"{mine} is between {' and '.join(my_pair)}, {theirs} between {' and '.join(their_pair)}:"
                " visits of different country pairs cannot be one."
            )
    return ""


def _visit(reader: Reader, key: Key) -> tuple[str, tuple[str, ...]]:
    ref, sending, host = reader.all("SELECT ref, sending, host FROM visit WHERE id = :id", id=int(key.id))[0]
    return ref, tuple(sorted((sending, host)))


def _doubts(reader: Reader, keep: Key, lose: Key) -> list[str]:
    found = []
    if keep.kind in ("official", "organisation") and (codes := _differ(reader, keep, lose, "country")):
        found.append(f"They are of different countries: {codes[0]} and {codes[1]}.")
    if keep.kind == "post" and _differ(reader, keep, lose, "organisation_id"):
        found.append("They are posts of different organisations.")
    if keep.kind == "source" and _differ(reader, keep, lose, "body_sha256"):
        found.append("Their texts differ; a reprint by another paper is a source of its own.")
    if keep.kind == "official" and (ref := at_one_table(reader, int(keep.id), int(lose.id))):
        found.append(f"Both are named in {ref}, as two people.")
    if int(lose.id) in known_apart(reader, keep):
        found.append("It was said that these two are not the same.")
    return found


def _differ(reader: Reader, keep: Key, lose: Key, column: str) -> tuple[str, str] | None:
    """What both say where they say different things."""
    mine, theirs = (
        reader.value(f"SELECT {column} FROM {key.kind} WHERE id = :id", id=int(key.id))
        for key in (keep, lose)
    )
    return (str(mine), str(theirs)) if mine and theirs and mine != theirs else None


_OF_VISIT = "(visit_id = :id OR meeting_id IN (SELECT id FROM meeting WHERE visit_id = :id))"
_MOVES: dict[Kind, tuple[tuple[str, str], ...]] = {
    "visit": (
        ("delegation", "SELECT COUNT(*) FROM delegation WHERE visit_id = :id"),
        ("meeting", "SELECT COUNT(*) FROM meeting WHERE visit_id = :id"),
        ("outcome", f"SELECT COUNT(*) FROM action WHERE {_OF_VISIT}"),
        ("follow-up", "SELECT COUNT(*) FROM followup WHERE visit_id = :id"),
        ("link", "SELECT COUNT(*) FROM visit_link WHERE from_id = :id OR to_id = :id"),
    ),
    "official": (
        ("spelling", "SELECT COUNT(*) FROM official_name WHERE official_id = :id"),
        ("tenure", "SELECT COUNT(*) FROM tenure WHERE official_id = :id"),
        ("appearance", "SELECT COUNT(*) FROM participant WHERE official_id = :id"),
        ("outcome", "SELECT COUNT(*) FROM action WHERE owner_official_id = :id"),
        ("follow-up", "SELECT COUNT(*) FROM followup WHERE official_id = :id"),
    ),
    "post": (
        ("title", "SELECT 1 + COUNT(*) FROM post_title WHERE post_id = :id"),
        ("tenure", "SELECT COUNT(*) FROM tenure WHERE post_id = :id"),
        ("appearance", "SELECT COUNT(*) FROM participant WHERE post_id = :id"),
        ("outcome", "SELECT COUNT(*) FROM action WHERE owner_post_id = :id"),
    ),
    "organisation": (
        ("name", "SELECT COUNT(*) FROM organisation_name WHERE organisation_id = :id"),
        ("post", "SELECT COUNT(*) FROM post WHERE organisation_id = :id AND merged_into IS NULL"),
        ("organisation", "SELECT COUNT(*) FROM organisation WHERE parent_id = :id AND merged_into IS NULL"),
        ("delegation", "SELECT COUNT(*) FROM delegation WHERE organisation_id = :id"),
        ("appearance", "SELECT COUNT(*) FROM participant WHERE organisation_id = :id"),
        ("outcome", "SELECT COUNT(*) FROM action WHERE owner_organisation_id = :id"),
    ),
    "source": (
        ("fact", "SELECT COUNT(*) FROM citation WHERE source_id = :id"),
        ("reprint", "SELECT COUNT(*) FROM source WHERE duplicate_of = :id"),
    ),
}
_SOURCES = "SELECT COUNT(DISTINCT source_id) FROM citation WHERE record_kind = :kind AND record_id = :id"


def moves(reader: Reader, lose: Key) -> tuple[tuple[int, str], ...]:
    """What names a record and would name another one, as (number, noun); what there is none of is left out."""
    number = int(lose.id)
    counted = [(int(reader.value(sql, id=number)), noun) for noun, sql in _MOVES[lose.kind]]
    if lose.kind != "source":
        counted.append((int(reader.value(_SOURCES, kind=lose.kind, id=number)), "source"))
    return tuple(one for one in counted if one[0])
