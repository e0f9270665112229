"""Officials and their names."""

from typing import Any

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from db.models import countries, sources  # noqa: F401 - whose tables are named here
from db.models.base import NEVER_REUSE_IDS, Numbered, gone_into, one_of
from db.names.skeleton import skeleton
from db.vocabulary import NameKind


class Official(Numbered, table=True):
    """A person."""

    __tablename__ = "official"
    __table_args__ = (gone_into("official"), NEVER_REUSE_IDS)

    name: str
    sort_name: str = Field(index=True)
    country: str | None = Field(default=None, foreign_key="country.code", index=True)
    native_name: str = ""
    note: str = ""
    protocol_note: str = ""
    handling: str = ""
    merged_into: int | None = Field(default=None, foreign_key="official.id")


def _skeleton_of_the_name(context: Any) -> str:
    return skeleton(context.get_current_parameters()["name"])


class OfficialName(Numbered, table=True):
    """One spelling of an official's name; a weak one (a surname alone) suggests and never matches alone."""

    __tablename__ = "official_name"
    __table_args__ = (
        one_of("kind", NameKind),
        UniqueConstraint("official_id", "name"),
        NEVER_REUSE_IDS,
    )

    official_id: int = Field(foreign_key="official.id")
    name: str
    script: str = "Latn"  # ISO 15924
    kind: str = "spelling"
    folded: str = Field(index=True)
    # Worked out from the name by whoever writes one, so that no command can forget it.
    skeleton: str = Field(
        default=None, nullable=False, index=True, sa_column_kwargs={"default": _skeleton_of_the_name}
    )
    source_id: int | None = Field(default=None, foreign_key="source.id", index=True)
