"""Who held which post, and when."""

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from db.models import people, places, sources  # noqa: F401 - whose tables are named here
from db.models.base import NEVER_REUSE_IDS, Dated, Numbered, one_of, partial_date
from db.vocabulary import TenureBasis


class Tenure(Numbered, Dated, table=True):
    """An official holds a post, from and to as one interval."""

    __tablename__ = "tenure"
    __table_args__ = (
        one_of("basis", TenureBasis),
        *partial_date("date"),
        UniqueConstraint("official_id", "post_id", "date_edtf"),
        NEVER_REUSE_IDS,
    )

    official_id: int = Field(foreign_key="official.id")
    post_id: int = Field(foreign_key="post.id", index=True)
    acting: bool = False
    basis: str = "stated"
    source_id: int | None = Field(default=None, foreign_key="source.id", index=True)
