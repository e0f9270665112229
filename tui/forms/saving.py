"""A form is saved as one step of the officer's, and the sentence says what is different now."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from db.forms.dates import date_as_shown
from db.forms.fields import field_of
from db.rows import Key, Kind
from tui.cards.words import KINDS
from tui.entry.saving import Saved
from tui.forms.form import Form
from tui.forms.labels import label
from tui.glyphs import glyphs
from tui.plain import cells, clip, plain
from tui.undoing import undoable

if TYPE_CHECKING:
    from db.commands.edit import Changed
    from db.commands.edit import Saved as Done
    from tui.app import Bilat

_DATES = ("date", "day", "due")
_LONGEST = 28  # columns of a value in the sentence
_BEFORE = 8  # characters in front of the first difference
_TOLD = 2  # changes that the sentence tells one by one


async def save(app: Bilat, form: Form) -> Saved:
    """Save what differs from what was opened.

    Raises:
        FormErrors: some fields cannot be taken.
        Stale: somebody else has changed the same fields since.
        BilatError: nothing was saved, and why.
    """
    if form.key is None:
        done: Done = await app.write(
            f"new {KINDS[form.kind].lower()}",
            _create,
            form.kind,
            form.texts,
            app.today(),
            app.settings.day_first,
            app.settings.desk,
        )
        return Saved(undoable(f"Saved {KINDS[form.kind].lower()} {plain(done.title, 60)}"), (done.key,))
    if not form.touched:
        return Saved(f"{plain(form.title, 60)}: nothing was changed.", ())
    done = await app.write(
        f"edit {form.title[:80]}",
        _save,
        form.key,
        form,
        app.today(),
        app.settings.day_first,
        app.settings.desk,
    )
    return Saved(_sentence(form.kind, done), (done.key,))


def _sentence(kind: Kind, done: Done) -> str:
    """What is different now: "V-2025-001: place Madrid → Sevilla · u undoes"."""
    name = plain(done.title, 40)
    if not done.changes:
        return f"{name}: nothing was changed."
    told = [_told(kind, one) for one in done.changes[:_TOLD]]
    more = len(done.changes) - _TOLD
    if more > 0:
        told.append(f"{more} more")
    return undoable(f"{name}: {', '.join(told)}")


def _told(kind: Kind, change: Changed) -> str:
    field = field_of(kind, change.field)
    name = label(kind, field)
    if field.takes == "lines":
        return name
    if field.lists:
        return f"{name} {_lines(change)}"
    # The officer's own words stay in the field; two of them side by side are easier told apart as dates.
    shown = date_as_shown if field.takes in _DATES else str
    was, now = _differing(plain(shown(change.before)), plain(shown(change.after)))
    return f"{name} {was or 'nothing'} {glyphs.to} {now or 'nothing'}"


def _differing(was: str, now: str) -> tuple[str, str]:
    """Two texts cut so that one sees where they differ: what both begin with is cut where one is too long."""
    if max(cells(was), cells(now)) <= _LONGEST:
        return was, now
    both = zip(was, now, strict=False)
    same = next((at for at, (one, other) in enumerate(both) if one != other), min(len(was), len(now)))
    start = was.rfind(" ", 0, max(0, same - _BEFORE)) + 1
    ahead = glyphs.ellipsis if start else ""
    return clip(ahead + was[start:], _LONGEST), clip(ahead + now[start:], _LONGEST)


def _lines(change: Changed) -> str:
    """What became of a list: "+1 line", or that its order is another one."""
    before, after = (Counter(filter(None, text.split("\n"))) for text in (change.before, change.after))
    counts = (("+", (after - before).total()), ("-", (before - after).total()))
    return " ".join(f"{sign}{count}" for sign, count in counts if count) or "in another order"


def get_ready() -> None:
    """Import what saving needs, in a thread while one types; it takes half a second once."""
    import db.commands.new  # noqa: PLC0415, F401


def _save(session: Any, key: Key, form: Form, today: date, day_first: bool, desk: str) -> Done:
    from db.commands.edit import save as save_form  # noqa: PLC0415 - SQLModel, which only writing needs

    return save_form(
        session,
        key,
        form.opened,
        form.texts,
        version=form.version,
        today=today,
        day_first=day_first,
        desk=desk,
    )


def _create(session: Any, kind: Kind, texts: dict[str, str], today: date, day_first: bool, desk: str) -> Done:
    from db.commands.new import create  # noqa: PLC0415 - SQLModel, which only writing needs

    return create(session, kind, texts, today=today, day_first=day_first, desk=desk)
