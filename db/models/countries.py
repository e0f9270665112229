"""Countries."""

from sqlmodel import Field

from db.models.base import Row, one_of
from db.vocabulary import CountryKind


class Country(Row, table=True):
    """A country of any time, or an organisation that acts as a party."""

    __tablename__ = "country"
    __table_args__ = (one_of("kind", CountryKind),)

    code: str = Field(primary_key=True, max_length=12)
    name: str
    kind: str = "country"
    valid_from: str = ""  # EDTF
    valid_to: str = ""  # EDTF; "" for the countries of today
    successor: str = ""  # codes joined by a space: a state may have several
    language: str = ""  # in which it lists its guests, ISO 639-1; "" for English
