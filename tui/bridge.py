"""The bridge between the screens and what they are about: the store, the day, the officer's settings."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar

from db import Store, queries
from db.dates.weekends import choose_working_days
from db.errors import BilatError, Busy, NotAStore
from db.queries.sensitive import sensitive_records, sensitive_words
from db.reader import Reader
from db.rows import Moment, StepRow
from db.rows.moved import MovedDue
from db.sweeping import unswept
from tui.at_hand import AtHand
from tui.config import Settings
from tui.glyphs import glyphs, wants_ascii
from tui.keymap import AS_DELIVERED, Keymap
from tui.keys import choose_keys, pressed
from tui.last_in import LastIn, Seen
from tui.lines import Tone
from tui.moving import with_what_moved
from tui.new_day import new_day
from tui.noticing import Noticing, tell_news
from tui.plain import plain
from tui.screens.reading_ahead import read_all, wanted_again
from tui.themes import OUR_THEMES
from tui.underway import Underway
from tui.veil import veil
from tui.widgets.footer_line import FooterLine

P = ParamSpec("P")
R = TypeVar("R")

_LOOK_AT_THE_STORE = 1.0  # seconds; a glance costs less than a keystroke
_LOOK_AT_THE_CLOCK = 1.0  # seconds; what is written right after midnight belongs to the new day
_TOLD_FOR = 60.0  # seconds that the new day is greeted: nobody has pressed a key for it


class Bridge(Underway):
    """The dashboard without its keys.

    Attributes:
        store: what is known; screens read it through `read` and `fetch`.
        settings: the officer's.
        demo: whether the store is thrown away at the end.
        keymap: the officer's own keys.
        writing: held by whoever writes, so that steps happen in the order of their keys.
        noticing: what is known of the store, and what is news.
        at_hand: what was read of it last, as long as it does not change.
        last_in: how far the officer had seen the store when this session began; None at the first time.
        recall: what was entered in this session, the last one at the end.
    """

    def __init__(
        self,
        store: Store,
        *,
        settings: Settings,
        clock: Callable[[], date],
        demo: bool = False,
        keymap: Keymap = AS_DELIVERED,
    ) -> None:
        super().__init__()
        self.store = store
        self.settings = settings
        self.keymap = keymap
        self.demo = demo
        self.recall: list[str] = []
        self.writing = asyncio.Lock()
        self.noticing = Noticing(store)
        self.at_hand = AtHand(store.generation)
        self._whereabouts = LastIn(store.path, store.officer)
        self.last_in: Seen | None = None
        self._news: list[StepRow] = []
        self._moved: tuple[MovedDue, ...] = ()  # by the last step, and not told yet
        self._trouble = ""  # why the store cannot be looked at, said once
        self._clock = clock
        self._today = clock()
        glyphs.choose(ascii_only=settings.ascii or wants_ascii())
        choose_working_days(settings.desk, settings.working_days)
        choose_keys(keymap.keys)
        if keymap.keys:
            self.set_keymap(keymap.for_textual())
        veil.lift()
        for theme in OUR_THEMES:
            self.register_theme(theme)
        if settings.theme in self.available_themes:
            self.theme = settings.theme

    def on_load(self) -> None:
        """Know the store before anything is read from it: what comes later is news."""
        self.last_in = self._whereabouts.find()
        with suppress(BilatError):  # what reads it will say so
            self.noticing.begin()

    def on_unmount(self) -> None:
        """Remember how far the officer has seen the store."""
        if self.noticing.newest and not self.store.read_only:
            self._whereabouts.keep(Seen(self.noticing.newest, self.store.clock()))

    def on_mount(self) -> None:
        """Watch for the day to turn, and for what others do."""
        self.set_interval(_LOOK_AT_THE_CLOCK, self.look_at_the_clock)
        self.set_interval(_LOOK_AT_THE_STORE, self.look_at_the_store)

    def on_ready(self) -> None:
        """Say at once what one would else find out with the first change."""
        if self.store.read_only:
            self.say(f"Read only. {self.store.read_only}", "warn")
        elif wrong := self.keymap.sentence():
            self.say(wrong, "warn")

    @property
    def standing(self) -> str:
        """What is unusual about what is on the screen, in a word or two; "" for nothing."""
        said = (
            "demo" if self.demo else "",
            "read only" if self.store.read_only else "",
            "encrypted" if self.store.key is not None else "",
            "projector" if veil.down else "",
        )
        return f" {glyphs.dot} ".join(filter(None, said))

    def lower_the_veil(self) -> None:
        """Hide what is sensitive; what cannot be read cannot be shown either."""
        with suppress(BilatError):
            keys = self.read(sensitive_records)
            veil.lower(keys, self.read(sensitive_words, keys))

    # --- the day ---

    def today(self) -> date:
        """The day that everything on the screen goes by."""
        return self._today

    @property
    def moment(self) -> Moment:
        """Which day it is and whose desk."""
        return Moment(self._today, self.settings.desk)

    def look_at_the_clock(self) -> None:
        """When the day has turned, ask for everything again: what was due yesterday is overdue now."""
        today = self._clock()
        if today != self._today:
            self._today = today
            self.reread()
            self.run_worker(self._greet_the_day(), group="greeting", exclusive=True)

    async def _greet_the_day(self) -> None:
        """Say which day it is and what it asks for."""
        with suppress(BilatError):  # the lists say what is wrong
            facts = await self.fetch(queries.header, self.moment)
            self.notify(new_day(self._today, facts), markup=False, timeout=_TOLD_FOR)

    def reread(self) -> None:
        """Ask for everything on every screen again, keeping selections."""
        self.at_hand.forget()
        self._show_again()

    def _show_again(self) -> None:
        if veil.down:
            self.lower_the_veil()
        for screen in self.screen_stack:
            again = getattr(screen, "reread", None)
            if again is None:
                continue
            if screen.is_mounted:
                again()
            else:  # it is being built, and may have read already
                screen.call_later(again)

    # --- the store ---

    def read(self, query: Callable[Concatenate[Reader, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Ask something that is answered at once; anything unbounded goes through `fetch`."""
        with self.store.read() as reader:
            return query(reader, *args, **kwargs)

    def known(self, query: Callable[Concatenate[Reader, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """The same, from memory where it was read since the store has changed last."""
        return self.at_hand.answer(partial(self.read, query, *args, **kwargs))

    async def fetch(
        self, query: Callable[Concatenate[Reader, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Ask in a thread, so that keys are answered meanwhile."""
        return await asyncio.to_thread(self.read, query, *args, **kwargs)

    async def write(self, label: str, command: Callable[..., R], /, *args: Any) -> R:
        """One step of the officer's, in a thread; then every screen shows what came of it.

        Args:
            label: what the officer did, as history shall tell it.
            command: called with a session first.
            *args: what else it is called with.
        """

        def written() -> tuple[R, tuple[MovedDue, ...]]:
            from db.commands.moving import moved_in  # noqa: PLC0415 - SQLModel, which only writing needs

            with self.store.write(label, self.tell) as session:
                answer = command(session, *args)
            return answer, moved_in(session)

        answer, self._moved = await self.in_turn(written)
        return answer

    async def in_turn(self, do: Callable[[], R], /) -> R:
        """Change the store in a thread, after every change asked for before; then show what came of it."""
        again = [reading for screen in self.screen_stack for reading in wanted_again(screen)]

        def done() -> tuple[R, tuple[StepRow, ...]]:
            answer = do()
            read_all(again)
            try:
                return answer, self.noticing.catch_up()
            except BilatError:  # it is done all the same; the next glance says what is wrong
                return answer, ()

        async with self.writing:
            with unswept(), self.underway():
                answer, news = await asyncio.to_thread(done)
        self._news[:0] = news
        self._show_again()
        return answer

    # --- what others do ---

    def look_at_the_store(self) -> None:
        """See whether somebody has written, beside everything else: a file on a slow disk must not hold up a key."""
        if not self.writing.locked():
            self.run_worker(self._look(), group="noticing")

    async def _look(self) -> None:
        try:
            async with self.writing:  # or a step of one's own could be taken for somebody else's
                glance = await asyncio.to_thread(self.noticing.look)
        except Busy:
            return  # the next glance comes soon
        except BilatError as error:
            if str(error) != self._trouble:
                self._trouble = str(error)
                self.reread()
                self.say(f"{error} {pressed('retry')} tries again.", "warn")
            return
        if glance.changed or self._trouble:
            self._trouble = ""
            self._news[:0] = glance.steps
            self.reread()
        self._tell_news()

    def _tell_news(self) -> None:
        """Say what others did, when no answer to the officer's own key is being read and no modal is open."""
        if self._news and not self.screen.is_modal and tell_news(self.screen, self._news, self.store.officer):
            self._news.clear()

    def look_again(self) -> str:
        """Read everything again, from another file where that has taken the place of the store.

        Returns:
            the sentence that says why it cannot be read, "" when it can.
        """
        try:
            try:
                self.store.generation()
                lost = bool(self.store.read_only)  # there may be room again, or a colleague has finished
            except NotAStore:
                lost = True
            if lost:
                self.store.reopen()
                self.noticing.begin()
            self._trouble = ""
        except BilatError as error:
            self._trouble = str(error)
        self.reread()
        return self._trouble

    # --- talking ---

    def say(self, sentence: str, tone: Tone = "plain") -> None:
        """Answer a key in a few words at the bottom of the screen, where they do not cover anything.

        Where the step before has moved what hangs on an event, its sentence says so too, whoever tells it.
        """
        told = with_what_moved(sentence, self._moved)
        if told != sentence:
            sentence, self._moved = told, ()
        if not self.screen_stack:  # the program is being left, and nobody reads it
            return
        for footer in self.screen.query(FooterLine):
            footer.say(sentence, tone)
            return
        self.notify(plain(sentence), markup=False)
