"""Posts: one passes to a successor, or its holder is named at last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db.dates import UNSTATED
from db.errors import BilatError
from db.queries.handover import effect, posts_of, unnamed_in
from db.queries.offices import post_facts
from db.rows import Key
from db.rows.holding import PostFacts
from tui.keys import keyed
from tui.modals.choices import answering
from tui.modals.letters import LetterMenu
from tui.offices.modal import TakingModal
from tui.offices.taking import Taking

if TYPE_CHECKING:
    from tui.app import Bilat

_MOST = 9  # posts to choose from, each with its digit


def successor(app: Bilat) -> None:
    """Let a post pass from its holder to the next one."""
    _begin(app, passes=True)


def holder(app: Bilat) -> None:
    """Name the holder of a post, also for the events of before."""
    _begin(app, passes=False)


def _begin(app: Bilat, *, passes: bool) -> None:
    key = _about(app)
    try:
        posts = _posts(app, key) if key else []
    except BilatError as error:
        app.say(str(error), "warn")
        return
    official = int(key.id) if key is not None and key.kind == "official" else None
    if not posts:
        app.say(_nothing(key, passes=passes))
    elif len(posts) == 1:
        _open(app, posts[0], official, passes=passes)
    else:
        _ask(app, posts, official, passes=passes)


def _about(app: Bilat) -> Key | None:
    """The post that is open, else the line under the cursor, else the record that keys act on."""
    selected: Key | None = getattr(app.screen, "selected", None)
    under: Key | None = getattr(app.screen, "under_cursor", None)
    open_post = selected is not None and selected.kind == "post"
    return under if under is not None and under.kind in ("post", "official") and not open_post else selected


def _posts(app: Bilat, key: Key) -> Sequence[PostFacts]:
    """The post that a record is; those that an official holds; those that are unnamed in an event."""
    match key.kind:
        case "post":
            return [app.read(post_facts, int(key.id))]
        case "official":
            return app.read(posts_of, int(key.id), app.today())[:_MOST]
        case "visit" | "meeting":
            return app.read(unnamed_in, key)[:_MOST]
        case _:
            return []


def _nothing(key: Key | None, *, passes: bool) -> str:
    if key is not None and key.kind == "official":
        return keyed("This official holds no post that is known; {holder} on a post names its holder.")
    if key is not None and key.kind in ("visit", "meeting"):
        return "Every post in this event has its name."
    what = "passes a post on" if passes else "names the holder of a post"
    return f"{'S' if passes else 'H'} {what}; select a post or an official first."


def _ask(app: Bilat, posts: Sequence[PostFacts], official: int | None, *, passes: bool) -> None:
    """Which of several posts."""
    titles = [one.title for one in posts]
    menu = LetterMenu(
        "Which post",
        [
            answering(
                one.key.id,
                one.title,
                kind=str(number),
                detail=one.organisation if titles.count(one.title) > 1 else "",
            )
            for number, one in enumerate(posts, start=1)
        ],
    )

    def chosen(answer: str | None) -> None:
        post = next((one for one in posts if one.key.id == answer), None)
        if post is not None:
            _open(app, post, official, passes=passes)

    app.push_screen(menu, chosen)


def _open(app: Bilat, post: PostFacts, official: int | None, *, passes: bool) -> None:
    """The sheet; a holder who is known already stands in it where somebody is unnamed still."""
    who = ""
    try:
        if not passes:
            known = app.read(effect, int(post.key.id), UNSTATED, app.today(), passes=True)
            holders = [row.official for row in known.leaving]
            who = holders[0] if len(holders) == 1 and known.past else ""
    except BilatError as error:
        app.say(str(error), "warn")
        return

    taking = Taking(post, passes=passes, leaving=None if post.single_seat else official, who=who)
    app.push_screen(TakingModal(taking), app.entered)


def ask_when(app: Bilat, key: Key) -> None:
    """Ask who held a post on a date; Enter there opens the official."""
    if key.kind != "post":
        app.say("Only a post can be asked who held it on a date.")
        return
    try:
        post = app.read(post_facts, int(key.id))
    except BilatError as error:
        app.say(str(error), "warn")
        return
    from tui.modals.held import HeldModal  # noqa: PLC0415 - seldom asked

    def opened(answer: Key | None) -> None:
        if answer is not None:
            app.open_record(answer)

    title = ", ".join(filter(None, (post.title, post.organisation)))
    app.push_screen(HeldModal(key, title), opened)
