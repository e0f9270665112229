"""The lines above a text: its address, its title, its day, and whose paper it is."""

from __future__ import annotations

import re
from typing import NamedTuple

from db.reading.papers.head_lines import Block, are_minutes, is_field, keep_day, written_below
from db.reading.papers.letterheads import (
    DASHES,
    MINUTES,
    is_above_another,
    is_address,
    is_heading,
    is_letterhead,
    is_name,
    is_service,
    is_trail,
    is_unit,
    names_service,
    says_own,
)
from db.reading.papers.stamps import leads_to_stamp, named_stamp_of
from db.reading.words import plain

_HEAD_LINES = 14
_LONGEST_TITLE = 220
_FEWEST_CAPITALS = 4  # of a line in capitals
_ENDS_INSIDE = re.compile(r"[^\W\d_A-Z]{3,}\. \S")  # a sentence is over, and another one begins


_RULE = re.compile(r"[-–—_=*~.]{3,}")  # drawn across the page


class Head(NamedTuple):
    """What stands above a text.

    Attributes:
        end: where the text itself begins.
        title: where it stands, None for none.
        fields: what the lines say, by name: published, publisher, author, url, letterhead, own,
            place (where it was written).
    """

    end: int
    title: Block | None
    fields: dict[str, str]


def head_of(text: str) -> Head:
    """Read the lines before the text itself."""
    fields: dict[str, str] = {}
    at, title = 0, None
    lines = list(re.finditer(r"[^\n]*(?:\n|$)", text[:8_000]))[: _HEAD_LINES + 1]
    for number, match in enumerate(lines[:_HEAD_LINES]):
        line = match.group().strip()
        if not line or _RULE.fullmatch(line):
            at = match.end()
            continue
        block = _stripped(text, match.start(), match.end())
        following = [one.group() for one in lines[number + 1 :]]
        belongs, title = _of_head(text, line, block, following, fields, title)
        if not belongs:
            break
        _keep_letterhead(line, fields)
        at = match.end()
    printed = [one.group().strip() for one in lines]
    day = fields.get("dated") or named_stamp_of(printed)
    day = day or (written_below(printed) if are_minutes(fields, "") else "")
    if day:
        fields.setdefault("published", day)
    if "told" in fields and "published" not in fields:
        fields["dated"] = fields["told"]
    return Head(min(at, len(text)), title, fields)


def _of_head(
    text: str, line: str, block: Block, following: list[str], fields: dict[str, str], title: Block | None
) -> tuple[bool, Block | None]:
    """Whether a line belongs to the head, whose fields it fills, and where the title stands as far as that is known."""
    if is_field(line, fields, block, following):
        return True, _named_title(text, fields, block, title)
    if title is not None and _names_paper(line, following):
        fields.setdefault("publisher", line)
        return True, title
    if is_trail(line) or (title is None and (is_service(line) or is_above_another(line, _first(following)))):
        pass
    elif title is None and _is_title(line, following):
        title = block
        keep_day(line, fields, "dated")
    elif _stands_for_a_title(text, title) and _is_title(line, following):
        title = block  # the name of a paper stood above the day, and the title stands below it
    elif is_letterhead(line) or (title is not None and is_unit(line)) or _leads_on(fields, line, following):
        named = (is_letterhead(line) and not is_heading(line, following)) or is_name(line)
        title = title or (None if named else block)
    else:
        return False, title
    fields["heading"] = f"{fields.get('heading', '')} {plain(line)}"
    return True, title


def _named_title(text: str, fields: dict[str, str], block: Block, title: Block | None) -> Block | None:
    """Where the title stands that a line such as "Subject: …" names; the one above it, where that is a title."""
    known = title is not None and not _stands_for_a_title(text, title)
    if known or fields.get("title_at") != str(block.start):
        return title
    begin = text.index(fields["title"], block.start)
    return Block(begin, begin + len(fields["title"]))


def _first(lines: list[str]) -> str:
    """The first line that is not empty."""
    return next((one.strip() for one in lines if one.strip()), "")


def _stands_for_a_title(text: str, title: Block | None) -> bool:
    """Whether what was taken for the title only names a paper, or whoever wrote it."""
    words = "" if title is None else text[title.start : title.end]
    return bool(words) and (is_name(words) or is_unit(words))


def _leads_on(fields: dict[str, str], line: str, following: list[str]) -> bool:
    """Whether a line that says nothing of its own stands above the day of a text."""
    return not (_opens(line) or are_minutes(fields, line)) and leads_to_stamp(line, following)


def _keep_letterhead(line: str, fields: dict[str, str]) -> None:
    """Remember whose paper it is, and that somebody speaks of their own doings in it."""
    if names_service(line):
        fields.setdefault("letterhead", line)
    if says_own(line):
        fields.setdefault("own", line)


def _is_title(line: str, following: list[str]) -> bool:
    """A heading: short, no sentence, and the text does not go on right below it."""
    if line.startswith("#"):
        return True
    if line.startswith(DASHES) or (line.isupper() and " " not in line):
        return False
    if len(line) > _LONGEST_TITLE or line[-1] in ".;," or _ENDS_INSIDE.search(line) or is_address(line):
        return False
    if MINUTES.match(plain(line)) and len(line.split()) > 1 and following:
        return True
    after = following[0].strip() if following else ""
    if not after:
        return bool(following) and any(one.strip() for one in following[1:2])
    runs_on = len(line) < _LONGEST_TITLE // 2 and len(after) > max(_LONGEST_TITLE // 2, len(line))
    minutes_below = MINUTES.match(plain(after)) is not None and not is_letterhead(line)
    named = _names_paper(after, following[1:])
    return runs_on or minutes_below or named or is_field(after, {}, Block(0, 0)) or _opens(after)


def _names_paper(line: str, following: list[str]) -> bool:
    """Whether a line names the paper or the agency, and the text begins below it."""
    alone = not following or not following[0].strip()
    return alone and _PAPER.search(line) is not None and is_name(line)


_PAPER = re.compile(
    r"\b(?:Daily|News|Times|Post|Herald|Journal|Gazette|Tribune|Telegraph|Observer|Guardian|Chronicle|Standard|Press"
    r"|Agency|Agence|Presse|Quotidien|Soir|Matin|Diario|Prensa|Noticias|Agencia|Heraldo|Comercio|Nacional|Universal)\b"
)


def _opens(line: str) -> bool:
    """Whether a line begins with where and when it was written, as the first of an agency's text does."""
    place, _, _ = line.partition(",")
    return place.isupper() and len(place) > _FEWEST_CAPITALS and " - " in f"{line[:80]} "


def _stripped(text: str, start: int, end: int) -> Block:
    raw = text[start:end]
    bare = raw.strip().lstrip("#").strip().strip("*_")
    begin = start + raw.index(bare)
    return Block(begin, begin + len(bare))
