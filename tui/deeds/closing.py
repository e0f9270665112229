"""x: follow-ups and outcomes end, done or dropped; of an outcome each party may be scored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from db.commitments import AGREED, RUNGS
from db.errors import BadInput, BilatError
from db.queries.ladder import rungs_of
from db.queries.recurring import any_repeats
from db.queries.scores import scores_of, standing_of
from db.rows import Key, Kind
from db.rows.agenda import ScoreRow
from db.vocabulary import CLOSED_STATUSES
from tui.cards.outcomes import score_words
from tui.deeds import ladder
from tui.deeds.chosen import marked_or_chosen, say_none
from tui.deeds.naming import about, briefly, place_of
from tui.deeds.steps_left import NO_STEPS, Steps, scored_together, steps_left, together, told
from tui.glyphs import glyphs
from tui.keys import pressed
from tui.modals.answer_sheet import Heard
from tui.modals.asking import Question, ask
from tui.modals.choices import Choice, answering
from tui.modals.letters import LetterMenu
from tui.modals.scoring import ScoringModal
from tui.undoing import undoable

if TYPE_CHECKING:
    from db.commands.several import Did
    from tui.app import Bilat

Ended = Literal["done", "dropped"]

_STEPS: tuple[Kind, ...] = ("followup", "action")
_KEPT = 1


def close(app: Bilat) -> None:
    """Ask how the selected follow-ups and outcomes ended."""
    keys = marked_or_chosen(app, *_STEPS)
    if not keys:
        say_none(app, "x closes follow-ups and outcomes; none is selected.", "3 goes to the follow-ups.")
        return
    close_these(app, keys)


def close_these(
    app: Bilat, keys: tuple[Key, ...], meeting: Key | None = None, then: Callable[[], None] = lambda: None
) -> None:
    """Ask how some follow-ups and outcomes ended.

    Args:
        app: the dashboard.
        keys: what ended.
        meeting: at whose agenda it was closed, None for none.
        then: what to do once that is answered, before the next key is.
    """
    if reason := _without_status(app, keys):
        # A menu, since the letter that fingers type next would delete the record.
        climb = answering("raise", "one rung up", kind="+")
        app.push_screen(LetterMenu(reason, (climb,)), lambda said: ladder.raise_rung(app) if said else None)
        return
    one = keys[0] if len(keys) == 1 and keys[0].kind == "action" else None
    if one is not None and (status := _closed_already(app, one)):
        again = answering("score", f"score the parties {glyphs.ellipsis}", kind="s", detail="who kept it")
        title = f"{briefly(app, keys)} is {status}"
        app.push_screen(LetterMenu(title, (again,)), lambda said: score(app, one) if said else None)
        return

    def done() -> None:
        then()
        app.step(lambda: _closed(app, keys, _Ending("done", meeting=meeting)))

    def all_done() -> None:
        then()
        app.step(lambda: _closed(app, keys, _Ending("done", meeting=meeting, along=steps)))

    def scored(along: Steps) -> None:
        if one is not None:
            score(app, one, meeting, close=True, then=then, along=along)

    steps = steps_left(app, keys)
    does: dict[str, Callable[[], object]] = {
        "done": done,
        "note": lambda: _ask_why(app, keys, "done", meeting, then),
        "over": lambda: app.step(lambda: _closed(app, keys, _Ending("done", for_good=True))),
        "dropped": lambda: _ask_why(app, keys, "dropped", meeting, then),
        "all done": all_done,
        "all dropped": lambda: _ask_why(app, keys, "dropped", meeting, then, steps),
        "score": lambda: scored(NO_STEPS),
        "all scored": lambda: scored(steps),
    }

    def ended(answer: str | None) -> None:
        if answer is not None:
            does[answer]()

    app.push_screen(
        LetterMenu(f"Close {briefly(app, keys)}", _ways(app, keys, steps, alone=one is not None)), ended
    )


def _ways(app: Bilat, keys: tuple[Key, ...], steps: Steps, *, alone: bool) -> list[Choice]:
    """How they can end; `alone` is one outcome, of which the parties may be scored."""
    repeats = _repeats(app, keys)
    choices = [
        answering("done", "done", kind="d", detail="for this time; it comes again" if repeats else ""),
        answering("note", f"done, with a note {glyphs.ellipsis}", kind="o"),
        answering("dropped", f"dropped, with a reason {glyphs.ellipsis}", kind="r"),
    ]
    if repeats:
        choices.append(answering("over", "over for good", kind="e", detail="it comes no more"))
    choices += together(steps, len(keys))
    if alone:
        choices.append(answering("score", f"done, and score the parties {glyphs.ellipsis}", kind="s"))
        choices += scored_together(steps)
    return choices


def _without_status(app: Bilat, keys: tuple[Key, ...]) -> str:
    """Why nothing of it can be closed: outcomes below agreed have no status; "" where something can."""
    try:
        rungs = app.read(rungs_of, [key for key in keys if key.kind == "action"])
    except BilatError:
        return ""  # then the step says why
    if not {key for key, rung in rungs.items() if rung < AGREED}.issuperset(keys):
        return ""
    if len(keys) > 1:
        return "All are below agreed: no status to close"
    return f"{briefly(app, keys)} is only {RUNGS[rungs[keys[0]]]}: no status to close"


def _repeats(app: Bilat, keys: tuple[Key, ...]) -> bool:
    """Whether something of it comes again once it is done."""
    try:
        return app.read(any_repeats, keys)
    except BilatError:
        return False  # then the step says why


def _closed_already(app: Bilat, key: Key) -> str:
    """How an outcome has ended, "" where it has not."""
    try:
        standing = app.read(standing_of, key)
    except BilatError:
        return ""  # then the step says why
    return standing[1] if standing is not None and standing[1] in CLOSED_STATUSES else ""


def _ask_why(
    app: Bilat,
    keys: tuple[Key, ...],
    status: Ended,
    meeting: Key | None,
    then: Callable[[], None],
    along: Steps = NO_STEPS,
) -> None:
    done = status == "done"
    asks = "What came of it, in a few words" if done else "Why it is dropped, in a few words"

    def hears(text: str) -> Heard:
        if not text.strip():
            raise BadInput("Nothing is typed yet: write a few words, or Esc goes back.")
        return Heard(f"{status}: {_line(text)}")

    async def saves(text: str) -> str:
        did = await _closed(app, keys, _Ending(status, _line(text), meeting=meeting, along=along))
        then()
        return did

    place = place_of(status, keys)
    ask(
        app,
        Question("Done" if done else "Dropped", about(app, keys), asks, place, pressed("done"), hears, saves),
    )


def score(
    app: Bilat,
    key: Key,
    meeting: Key | None = None,
    *,
    close: bool = False,
    then: Callable[[], None] = lambda: None,
    along: Steps = NO_STEPS,
) -> None:
    """Ask how far each party kept an outcome; with `close`, saving ends it as well, and the follow-ups along."""
    try:
        rows = app.read(scores_of, int(key.id))
        standing = app.read(standing_of, key)
    except BilatError as error:
        app.say(str(error), "warn")
        return
    if not rows:
        app.say(
            f"{briefly(app, (key,))} names no parties and has no event: {pressed('edit')} adds parties to score.",
            "warn",
        )
        return
    if close or (standing is not None and standing[1] == "done"):
        # Whoever says done mostly means that all have kept it.
        rows = _presumed(rows)

    async def saves(scores: tuple[ScoreRow, ...]) -> str:
        if close:
            did = await _closed(app, (key,), _Ending("done", scores=scores, meeting=meeting, along=along))
            then()
            return did
        name = await app.write("score", _score, key, scores)
        return undoable(f"{name}: {scores_told(scores)}")

    def answered(sentence: str | None) -> None:
        if sentence is not None:
            app.say(sentence, "good")

    title = "Done, and kept by whom" if close else "Kept by whom"
    place = f"score {key.id}"
    app.push_screen(ScoringModal(title, about(app, (key,)), rows, saves, place), answered)


def _presumed(rows: Sequence[ScoreRow]) -> tuple[ScoreRow, ...]:
    if any(row.score is not None for row in rows):
        return tuple(rows)
    return tuple(row._replace(score=_KEPT) for row in rows)


def scores_told(scores: Sequence[ScoreRow]) -> str:
    """As in "ES kept, MA in part"."""
    said = [f"{row.country} {score_words(row.score)}" for row in scores if row.score is not None]
    return ", ".join(said) or "nobody is scored"


# --- doing it --------------------------------------------------------------------------------------------


class _Ending(NamedTuple):
    """How it ends.

    Attributes:
        status: done or dropped.
        reason: why, or what came of it.
        scores: how far each party kept the one outcome.
        meeting: at whose agenda it was closed, None for none.
        along: the follow-ups that end with their outcomes.
        for_good: what repeats comes no more.
    """

    status: Ended
    reason: str = ""
    scores: tuple[ScoreRow, ...] = ()
    meeting: Key | None = None
    along: Steps = NO_STEPS
    for_good: bool = False


async def _closed(app: Bilat, keys: tuple[Key, ...], ending: _Ending) -> str:
    steps = steps_left(app, keys)
    did = await app.write("close", _close, keys, ending, app.today())
    said = f"{ending.status}: {ending.reason}" if ending.reason else ending.status
    kept = scores_told(ending.scores) if ending.scores else ""
    return undoable(did.told(f"is {said}", f"are {said}"), told(steps, ending.along), kept)


def _line(text: str) -> str:
    return " ".join(text.split())


# --- in the write thread, where SQLModel is imported -----------------------------------------------------


def _close(session: Any, keys: tuple[Key, ...], ending: _Ending, today: date) -> Did:
    from db.commands.followups import close as command  # noqa: PLC0415

    did = command(
        session,
        keys,
        ending.status,
        ending.reason,
        today,
        for_good=ending.for_good,
        along=tuple(ending.along),
    )
    if ending.scores:
        from db.commands.scores import score as scoring  # noqa: PLC0415

        scoring(session, keys[0], ending.scores)
    if ending.meeting is not None:
        from db.commands.agenda import close_item  # noqa: PLC0415

        close_item(session, ending.meeting, keys[0])
    return did


def _score(session: Any, key: Key, scores: tuple[ScoreRow, ...]) -> str:
    from db.commands.scores import score as command  # noqa: PLC0415

    return command(session, key, scores)
