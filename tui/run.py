"""From the officer's wishes to an open dashboard: settings, store, first run, and a quick first screen."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from db import Store, queries
from db.errors import BadInput, BilatError
from db.sweeping import unswept
from db.unlocking import Key, is_encrypted, ready
from tui.config import Settings, checked, load_settings
from tui.drafts_beside import settle
from tui.endings import ending_in_order, run_in_order
from tui.keymap import load_keymap
from tui.paths import default_store, room_for
from tui.settings_file import save_settings
from tui.typeahead import keys_unseen
from tui.updating import Updating

if TYPE_CHECKING:
    from tui.app import Bilat
    from tui.started import Dashboard

_ESC_ALONE = "50"  # ms after which Esc is a key and not the begin of another; Textual waits for twice as long
_FRAMES = "120"  # a second at most; what a thread has read for a key waits for the next of them


class Wishes(NamedTuple):
    """What the command line asks for; None and False leave it to the settings.

    Attributes:
        store: the store to open.
        demo: open a store of examples instead.
        keep: where the examples stay.
        desk: the desk's country, as typed.
        theme: the theme's name, as typed.
        ascii: draw with ASCII only.
        read_only: change nothing.
        encrypted: a store that is made is encrypted.
        first: what opens over the first screen.
    """

    store: Path | None = None
    demo: bool = False
    keep: Path | None = None
    desk: str | None = None
    theme: str | None = None
    ascii: bool = False
    read_only: bool = False
    encrypted: bool = False
    first: Callable[[Bilat], None] | None = None


def today() -> date:
    """The day on the officer's calendar."""
    return datetime.now().astimezone().date()


def dashboard(wishes: Wishes) -> int:
    """Open the dashboard and return the exit code.

    Raises:
        BilatError: it cannot be opened, with the sentence that says why; nothing was changed.
    """
    need_a_terminal()
    os.environ.setdefault("ESCDELAY", _ESC_ALONE)  # before Textual is imported, which reads both then
    os.environ.setdefault("TEXTUAL_FPS", _FRAMES)
    settings = settings_for(wishes)
    know_the_theme(settings.theme)
    # Sweeping while a few hundred modules load finds nothing and costs a tenth of the start.
    with unswept(), ending_in_order(), keys_unseen():
        return open_something(wishes, settings)


def open_something(wishes: Wishes, settings: Settings) -> int:
    """Open the demo, the store that is there, or the question that a first start begins with."""
    if wishes.demo:
        return show_demo(wishes, settings)
    path = wishes.store or default_store()
    if not os.path.lexists(path) and not wishes.read_only:
        return first_run(path, wishes, settings)
    key = None
    if is_encrypted(path):
        key = unlocked(path, settings)
        if key is None:
            return 0
    elif wishes.encrypted:
        raise BadInput(f"{path} is there already, and not encrypted; `bilat encrypt` encrypts it.")
    with Updating() as tell:
        store = Store.open(path, officer=settings.officer, key=key, read_only=wishes.read_only, tell=tell)
    if not store.read_only:
        settle(path, key)
    return show(store, settings, first=wishes.first)


def unlocked(path: Path, settings: Settings) -> Key | None:
    """What opens an encrypted store; None when the officer leaves the question.

    Raises:
        BilatError: the passphrase is wrong, or what opens it is not installed.
    """
    ready()
    from tui.passphrase import printed_key  # noqa: PLC0415 - for encrypted stores alone

    if (key := printed_key(path, settings)) is not None:
        return key
    from tui.screens import passphrase  # noqa: PLC0415 - likewise

    return passphrase.ask(path, settings)


def need_a_terminal() -> None:
    """Refuse to draw where nobody could read it.

    Raises:
        BadInput: one of the three streams is a file or a pipe, or the terminal cannot place text.
    """
    streams = {"input": sys.stdin, "output": sys.stdout, "error output": sys.stderr}
    for name, stream in streams.items():
        if stream is None or not stream.isatty():
            raise BadInput(f"The dashboard needs a terminal, and its {name} is not one.")
    if os.environ.get("TERM") == "dumb":
        raise BadInput('The dashboard needs a terminal that can place text; this one says TERM is "dumb".')


def settings_for(wishes: Wishes) -> Settings:
    """The settings, with what the command line says on top.

    Raises:
        BadInput: one of them is impossible.
    """
    settings = load_settings()
    if wishes.desk is not None:
        settings = replace(settings, desk=desk_wished(wishes.desk))
    if wishes.theme is not None:
        settings = replace(settings, theme=str(checked("theme", wishes.theme, "--theme")))
    return replace(settings, ascii=True) if wishes.ascii else settings


def desk_wished(words: str) -> str:
    """The code that was typed, or that of the country that was named; whether the store has it shows later.

    Raises:
        BadInput: it is neither.
    """
    if re.fullmatch("[A-Za-z]{0,2}", words.strip()):  # longer words may be the name of a country
        return str(checked("desk", words, "--desk"))
    from tui.desks import desk_code  # noqa: PLC0415 - names of all countries, for a desk that is no code

    return desk_code(words)


def know_the_theme(name: str) -> None:
    """Refuse a theme that does not exist, before anything is made for it.

    Raises:
        BadInput: with the nearest theme there is.
    """
    from textual.theme import BUILTIN_THEMES  # noqa: PLC0415 - Textual, after the options are read

    from tui.themes import OUR_THEMES  # noqa: PLC0415 - likewise

    known = sorted({*BUILTIN_THEMES, *(theme.name for theme in OUR_THEMES)})
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f'; did you mean "{near[0]}"?' if near else f": there are {', '.join(known)}."
        raise BadInput(f'There is no theme "{name}"{hint}')


def first_run(path: Path, wishes: Wishes, settings: Settings) -> int:
    """Ask which desk this is, make its store and open it; leaving the question makes nothing."""
    room_for(path)
    if wishes.encrypted:
        ready()
    from tui.screens import welcome  # noqa: PLC0415 - Textual, for the first time only

    answer = welcome.ask(settings)
    if answer is None:
        return 0
    if answer.demo:
        return show_demo(wishes, settings)
    key = None
    if wishes.encrypted:
        from tui.screens import passphrase  # noqa: PLC0415 - for encrypted stores alone

        key = passphrase.ask(path, settings, new=True)
        if key is None:
            return 0
    from seeds import create_store  # noqa: PLC0415 - SQLModel and Alembic, for building only

    sys.stderr.write("Making your store …\n")
    store = create_store(path, officer=settings.officer, key=key)
    try:
        save_settings(desk=answer.desk)
    except BilatError as error:
        # A locked settings file must not keep an officer from the store that was just made.
        sys.stderr.write(f"bilat: {error}\n")
    return show(store, replace(settings, desk=answer.desk))


def show_demo(wishes: Wishes, settings: Settings) -> int:
    """Open a store of examples, which passes with the program unless it shall be kept."""
    from tui import demo  # noqa: PLC0415 - what makes one, which a store of one's own does without

    settings = replace(settings, desk=settings.desk if wishes.desk else demo.DESK)
    day, officer = today(), settings.officer
    with ExitStack() as stack:
        if wishes.keep:
            path = demo.kept_demo(wishes.keep, today=day, officer=officer)
        else:
            path = stack.enter_context(demo.passing_demo(today=day, officer=officer))
        store = Store.open(path, officer=officer, read_only=wishes.read_only)
        return show(store, settings, is_demo=True, first=wishes.first)


def show(
    store: Store,
    settings: Settings,
    *,
    is_demo: bool = False,
    first: Callable[[Bilat], None] | None = None,
) -> int:
    """Run the dashboard on an open store, and close it."""
    with closing(store):
        know_the_desk(store, settings.desk)
        app = make_app(store, settings, is_demo=is_demo)
        app.begins = first
        run_in_order(app)
    return 0


def know_the_desk(store: Store, desk: str) -> None:
    """Refuse a desk that no country has.

    Raises:
        BadInput: with the nearest code there is.
    """
    with store.read() as reader:
        codes = [code for code, _ in queries.countries(reader)]
    if desk and desk not in codes:
        near = get_close_matches(desk, codes, n=1, cutoff=0.5)
        hint = f"; did you mean {near[0]}?" if near else "."
        raise BadInput(f"There is no country with the code {desk} in this store{hint}")


def make_app(store: Store, settings: Settings, *, is_demo: bool) -> Dashboard:
    """The dashboard, ready to run."""
    from tui.started import Dashboard  # noqa: PLC0415 - Textual, after everything that may refuse

    return Dashboard(store, settings=settings, clock=today, demo=is_demo, keymap=load_keymap())
