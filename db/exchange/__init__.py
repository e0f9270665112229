"""Everything out, everything in again: a store or a part of it as a dossier, and a dossier into a store."""

from db.exchange.choosing import Wanted
from db.exchange.leaving import export
from db.exchange.text import Format, as_json, as_text, as_toml, from_text

__all__ = ["Format", "Wanted", "as_json", "as_text", "as_toml", "export", "from_text"]
