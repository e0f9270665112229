"""A dossier, a calendar or cards as lines: what they would bring, and what they say differently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cards.fields import Entry, column, entry_lines, many, span
from tui.importing.files import FORMS, Arriving
from tui.importing.page import MARGIN, PREVIEW, SHOWN, aligned, head, listed, more
from tui.lines import Line, Span

if TYPE_CHECKING:
    from db.exchange.report import Taken

_LABEL = 15
_NAMED = 5


def records_page(file: Arriving, taken: Taken, counts: str, width: int) -> list[Line]:
    """A dossier, a calendar or cards, and what would come of it."""
    lines = [head("The file"), Line((*MARGIN, column("it is", _LABEL), Span(FORMS[file.form])))]
    lines += [Line(), head("What it would bring")]
    brings = [counts] if taken.added else []
    if taken.learnt:
        brings.append(
            f"{many(len(taken.learnt), 'known record')} would say more: {', '.join(sorted(taken.learnt)[:_NAMED])}"
        )
    for sentence in brings or ["Nothing new; all of it is there."]:
        lines += entry_lines(Entry((span(sentence),)), width, indent=MARGIN)
    if taken.brought:
        lines += [Line(), head(PREVIEW, f"{len(taken.brought):,}")]
        lines += aligned(taken.brought[:SHOWN], width, labelled=False) + more(len(taken.brought) - SHOWN)
    if taken.differences:
        lines += [Line(), head("Said differently", "what stands here stays")]
        lines += listed([one.sentence for one in taken.differences], width)
    if taken.renamed:
        lines += [Line(), head("Under another ref", "theirs means something else here")]
        lines += listed([f"{one.was} comes in as {one.now}." for one in taken.renamed], width)
    if taken.remarks:
        lines += [Line(), head("To look at"), *listed(taken.remarks, width)]
    return lines
