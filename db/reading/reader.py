"""From a text to what it yields, by rules; nothing is invented, what is doubtful is marked so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from db.dates import UNSTATED
from db.errors import BadInput
from db.reading.countries.arabic_roles import doubt_meetings
from db.reading.countries.places import Gazetteer
from db.reading.events.assembling import assemble
from db.reading.events.placing import Origin
from db.reading.hearing import Ear
from db.reading.language import language_of
from db.reading.outcomes.subjects import Subjects
from db.reading.outcomes.told_again import leave_out_repeats
from db.reading.papers.address import came_out, site_of
from db.reading.papers.citing import cited_by
from db.reading.papers.datelines import today_of, town_of
from db.reading.papers.files import need_no_more_than_is_read
from db.reading.papers.government import paper_of, voice_of
from db.reading.papers.indented import Tight
from db.reading.papers.kinds import kind_of
from db.reading.papers.layout import Page, page_of
from db.reading.papers.periods import end_of_period
from db.reading.people.known import digest, officials_in, source_of
from db.reading.people.known_arabic import arabic_officials_in
from db.reading.people.surnames import named_in_full
from db.reading.proposals import Reading, SourceLine
from db.reading.sentences import Sentence
from db.reading.telling import Teller
from db.sweeping import unswept

if TYPE_CHECKING:
    from datetime import date

    from db.dates import PartialDate
    from db.reader import Reader
    from db.rows import Moment
    from db.vocabulary import SourceKind

_YEARS = range(1500, 2500)


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
    with unswept():
        return _read(reader, text, source, moment)


def _read(reader: Reader, text: str, source: SourceLine, moment: Moment) -> Reading:
    if not text.strip():
        raise BadInput("There is no text to read.")
    need_no_more_than_is_read(text)
    covered_until = end_of_period(text)
    tight = Tight(text)
    text = tight.text
    language = source.language or language_of(text) or "en"
    gazetteer = Gazetteer(reader, language, text)
    page = page_of(text, lambda words: bool(gazetteer.country_of(words)))
    line = _source_line(page, source, language, text)
    published = _day_of(line.published) or covered_until
    known = officials_in(reader, text)
    arabic, heard_of = arabic_officials_in(reader, text)
    known = {**arabic, **known}
    ear = Ear(text, language, gazetteer, Subjects(reader), today_of(page.told, published), known, heard_of)
    title = (
        ear.sentence(Sentence(page.title.start, page.title.end), title=True)
        if page.title is not None
        else None
    )
    heard = list(ear.page(page))
    leave_out_repeats(heard)
    countries = {folded: one.country for folded, one in known.items() if one.country}
    origin = Origin(
        town_of(page.written),
        gazetteer.country_of(page.written),
        _voice(line.url, source.kind, moment) or _whose(gazetteer, page.letterhead, page.author),
        gazetteer.country_of(page.home),
        page.dated if published is None else UNSTATED,
        _paper(line.url, reader),
    )
    found = assemble(text, title, heard, published, countries, origin)
    if language == "ar":
        doubt_meetings(found.events)
    reading = Teller(text, line, found, heard, known, published).reading(page, source_of(reader, text))
    return tight.came(named_in_full(reading))


def _day_of(published: PartialDate) -> date | None:
    """The day from which others are counted; a year that no paper bears is none."""
    day = published.first if published.exact else None
    return day if day is not None and day.year in _YEARS else None


def _is_within(assumed: PartialDate, told: PartialDate) -> bool:
    """Whether an assumed day counts: where the text tells none, or only the month in which it lies."""
    if not told.known or not assumed.edtf:
        return bool(assumed.edtf)
    first, last = told.first, told.last
    day = assumed.first if assumed.exact and not told.exact else None
    return day is not None and (first is None or first <= day) and (last is None or day <= last)


def _whose(gazetteer: Gazetteer, letterhead: str, author: str) -> str:
    """Whose paper it is; an embassy speaks for the country of which it is, wherever it stands."""
    embassy = _EMBASSY.match(letterhead) or _EMBASSY.match(author)
    if embassy is not None and (code := gazetteer.country_of(embassy.group())):
        return code
    return gazetteer.country_of(letterhead)


_EMBASSY = re.compile(
    r"(?:the )?(?:embassy|consulate(?:[ -]general)?|ambassade|consulat(?: g[eé]n[eé]ral)?|embajada"
    r"|consulado(?: general)?)"
    r" (?:of|d[eu]s?|del?|d['’]).+?(?=,| (?:in|en|au|aux|à|a|to|près) |$)",
    re.IGNORECASE,
)


def _voice(url: str, said: SourceKind, moment: Moment) -> str:
    """Whose government speaks: the one of the address, or the desk's own in what the officer says is its paper."""
    own = moment.desk if said in ("cable", "minutes", "call note") else ""
    return voice_of(url) or own


def _paper(url: str, reader: Reader) -> str:
    """The country in which a paper of that address appears, where there is such a country."""
    code = paper_of(url)
    return code if code and reader.one("SELECT 1 FROM country WHERE code = :code", code=code) else ""


def _source_line(page: Page, source: SourceLine, language: str, text: str) -> SourceLine:
    told = source.published if source.published.edtf else came_out(page.published, source.url or page.url)
    published = source.assumed if _is_within(source.assumed, told) else told
    above = text[: page.paragraphs[0].start] if page.paragraphs else text
    return source._replace(
        title=source.title or page.title_text,
        publisher=source.publisher or page.publisher or site_of(source.url or page.url),
        author=source.author or page.author,
        cites=source.cites or cited_by(text),
        kind=kind_of(above, text[len(above) :].partition("\n")[0])
        if source.kind == "article"
        else source.kind,
        url=source.url or page.url,
        language=language,
        published=published,
        sha256=digest(text),
    )
