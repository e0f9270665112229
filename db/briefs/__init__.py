"""The page that an officer takes into a meeting: gathered from the store, then written as Markdown, HTML or DOCX.

`gather` gives a `Brief`, which knows nothing of any format; each writer says the same with its own means.
"""

from db.briefs.gather import gather
from db.briefs.parts import Brief
from db.briefs.writers import FORMATS, Format, written
from db.queries.briefs import TakenBrief, last_brief

__all__ = ["FORMATS", "Brief", "Format", "TakenBrief", "gather", "last_brief", "written"]
