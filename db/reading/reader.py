"""From a text to what it yields, by rules; nothing is invented, what is doubtful is marked so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.errors import BadInput
from db.reading.assembling import assemble
from db.reading.citing import cited_by
from db.reading.datelines import town_of
from db.reading.government import voice_of
from db.reading.hearing import Ear
from db.reading.known import digest, officials_in, source_of
from db.reading.language import language_of
from db.reading.layout import Page, page_of
from db.reading.places import Gazetteer
from db.reading.placing import Origin
from db.reading.proposals import Reading, SourceLine
from db.reading.sentences import Sentence
from db.reading.subjects import Subjects
from db.reading.telling import Teller

if TYPE_CHECKING:
    from db.reader import Reader
    from db.rows import Moment

LONGEST = 1_000_000  # characters, as five hundred pages have; more is no text for a desk


def read_text(reader: Reader, text: str, *, source: SourceLine, moment: Moment) -> Reading:
    """Read a text.

    Args:
        reader: the store whose names of countries, topics and officials are known.
        text: as printed; offsets of the answer point into it.
        source: what is known of it already, above all the day of publication.
        moment: whose desk reads it; no date is counted from its day.

    Raises:
        BadInput: there is nothing to read, or far too much.
    """
    if not text.strip():
        raise BadInput("There is no text to read.")
    if len(text) > LONGEST:
        raise BadInput(
            f"The text has {len(text):,} characters, and {LONGEST:,} are read at most; cut it into parts.",
            LONGEST,
        )
    language = source.language or language_of(text) or "en"
    gazetteer = Gazetteer(reader, language)
    page = page_of(text, lambda words: bool(gazetteer.country_of(words)))
    line = _source_line(page, source, language, text)
    published = line.published.first if line.published.exact else None
    known = officials_in(reader, text)
    ear = Ear(text, language, gazetteer, Subjects(reader), published, known)
    title = (
        ear.sentence(Sentence(page.title.start, page.title.end), title=True)
        if page.title is not None
        else None
    )
    heard = list(ear.page(page))
    countries = {folded: one.country for folded, one in known.items() if one.country}
    origin = Origin(
        town_of(page.written),
        gazetteer.country_of(page.written),
        _voice(line, moment) or gazetteer.country_of(page.letterhead),
        gazetteer.country_of(page.home),
    )
    found = assemble(text, title, heard, published, countries, origin)
    return Teller(text, line, found, heard, known, published).reading(page, source_of(reader, text))


def _voice(line: SourceLine, moment: Moment) -> str:
    """Whose government speaks: the one of the address, or the desk's own in its own papers."""
    own = moment.desk if line.kind in ("cable", "minutes", "call note") else ""
    return voice_of(line.url) or own


def _source_line(page: Page, source: SourceLine, language: str, text: str) -> SourceLine:
    published = source.published if source.published.edtf else page.published
    return source._replace(
        title=source.title or page.title_text,
        publisher=source.publisher or page.publisher,
        author=source.author or page.author,
        cites=source.cites or cited_by(text),
        url=source.url or page.url,
        language=language,
        published=published,
        sha256=digest(text),
    )
