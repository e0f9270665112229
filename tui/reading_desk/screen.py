"""The reading desk: left the text, right the draft that it yields; one key a decision, and all saved in one step."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import work
from textual.binding import BindingType

from db.errors import BilatError
from db.reading.draft.again import source_key
from db.reading.draft.items import Item, Items, by_id
from db.reading.proposals import Span
from db.rows import Key
from db.sweeping import made_for_good
from tui.actions import Action
from tui.crashes import stumbled
from tui.glyphs import glyphs
from tui.keys import bindings, find_action, keyed, pressed
from tui.lines import Span as Words
from tui.modals.base import bilat
from tui.reading_desk import editing, linking, proposed, saving
from tui.reading_desk.decisions import Decisions
from tui.reading_desk.given import Given, Keeper
from tui.reading_desk.own_day import own_day_stands
from tui.reading_desk.sides import once_read
from tui.screens.offered import offered
from tui.widgets.frame import Title


class DeskScreen(Decisions):
    """The reading desk.

    Attributes:
        busy: it is being saved; keys wait for the screen beneath.
        known_source: the key of the source that the very text is already, "" for none.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("reading")]

    def __init__(self, given: Given, keeper: Keeper) -> None:
        super().__init__(given)
        self.busy = False
        self.known_source = ""
        self._keeper = keeper
        self._proposed: Items = ()
        self._is_kept = bool(given.items)

    def on_mount(self) -> None:
        """Read the text."""
        self.footer.show(self._offers())
        self.text.focus()
        self.fold()
        self._begin()

    def on_unmount(self) -> None:
        """Whatever ends the screen, the last key is kept."""
        if self.items and not self.busy and self._is_decided_on and not self._is_read_only:
            self._write_down()

    def turned(self) -> None:
        """Offer the way back."""
        self.footer.show(self._offers())

    def _offers(self) -> Sequence[Action]:
        rungs = f"{pressed('reading.0')}-{pressed('reading.5')}"
        rung = find_action("reading.0")._replace(keys=(rungs,), label="rung")
        accept, turn, *others = offered("reading")
        turn = turn._replace(label="text" if self.on_draft else "draft")
        return [accept, rung, turn, *others, find_action("help")]

    # --- what the other keys of the program ask a screen ---

    @property
    def selected(self) -> Key | None:
        """No record is selected here."""
        return None

    @property
    def in_scope(self) -> Key | None:
        """Nor is the screen about one."""
        return None

    # --- reading ---

    @work
    async def _begin(self) -> None:
        app = bilat(self)
        meanwhile = f"reading {len(self.given.text):,} characters {glyphs.ellipsis}"
        self.text.retitle(Title(name="Text", right=(Words(meanwhile, "dim"),)))
        try:
            with made_for_good():  # hundreds of thousands of objects, needed as long as the desk is open
                reading, items, self.topics = await app.fetch(proposed.read, self.given, app.moment)
                await asyncio.to_thread(self.text.take, reading)
                await asyncio.to_thread(self.draft.take, items, self.topics)
        except BilatError as error:
            self.dismiss()
            app.say(str(error), "warn")
            return
        except Exception as error:  # noqa: BLE001 - a rule that stumbles over a text must not take the dashboard with it
            self.dismiss()
            app.say(stumbled(error, app.store.clock()), "error")
            return
        self.items, self.known_source, self.is_read = items, reading.known_source, True
        self._proposed = () if self.given.items else items
        self.text.again()
        self.show()
        self.link()
        if reading.known_source and not self.given.items:
            self._say_it_is_known(reading.known_source)
        elif self._is_read_only:
            app.say("Read only: nothing can be saved, and no draft is kept.", "warn")
        elif conflict := own_day_stands(reading.source):
            app.say(conflict, "warn")
        elif self.given.items:
            app.say(keyed("Here is the draft as you left it; {reading.discard} throws it away."))

    def _say_it_is_known(self, source: str) -> None:
        from tui.reading_desk.opening import ask_about_known  # noqa: PLC0415 - it opens this screen

        def answered(answer: str | None) -> None:
            if answer != "again":
                self._drop()
            if answer == "open":
                key = app.read(source_key, source)
                if key is not None:
                    app.open_record(key)
                    app.say("This text is in the store already; here is what it gave.")

        app = bilat(self)
        ask_about_known(app, answered)

    # --- saying it oneself ---

    @once_read
    def action_reading_edit(self) -> None:
        """Say it otherwise."""
        if self.on_draft:
            item = self.draft.item
        else:
            sentence = self.text.sentence
            first = linking.first_of(linking.items_of(self.items, sentence)) if sentence else None
            item = by_id(self.items, first) if first is not None else None
        if item is None:
            bilat(self).say("Nothing of the draft rests on this sentence.")
        else:
            self.edit(item)

    def edit(self, item: Item) -> None:
        """Ask for an item in other words."""
        editing.edit(self, item)

    @once_read
    def action_reading_meeting(self) -> None:
        """Begin a meeting at the sentence."""
        self._at_sentence(lambda sentence: editing.new_meeting(self, sentence))

    @once_read
    def action_reading_person(self) -> None:
        """Add somebody."""
        self._at_sentence(lambda sentence: editing.new_person(self, sentence, self.text.finds_in(sentence)))

    @once_read
    def action_reading_topic(self) -> None:
        """Add a topic."""
        self._at_sentence(lambda sentence: editing.new_topic(self, sentence))

    def _at_sentence(self, do: Callable[[Span], None]) -> None:
        sentence = self.text.sentence
        if self.on_draft:
            item = self.draft.item
            at = self.text.sentence_at(item.spans[0].start) if item and item.spans else None
            if at is not None:
                self.text.put_cursor(at, tell=False)
                sentence = self.text.sentence
        if sentence is not None:
            do(sentence)

    @once_read
    def action_reading_around(self) -> None:
        """Show what only stands around the text, or hide it."""
        count = self.text.turn_around()
        if not count:
            bilat(self).say("Nothing was set aside of this text.")
            return
        pieces = "1 piece" if count == 1 else f"{count:,} pieces"
        if self.text.around:
            said = f"{pieces} set aside {'is' if count == 1 else 'are'} shown, not read"
            bilat(self).say(keyed(f"{said}; {{reading.around}} hides {'it' if count == 1 else 'them'}."))
        else:
            bilat(self).say(f"{pieces} set aside {'is' if count == 1 else 'are'} hidden.")

    # --- ending ---

    @once_read
    def action_reading_save(self) -> None:
        """Save all that is taken."""
        app = bilat(self)
        found = saving.ready(self.items)
        if self._is_read_only:
            app.say(f"Read only: nothing can be saved. {app.store.read_only}", "warn")
            return
        if found.go_to:
            self.go_to_draft(found.go_to)
        if found.refusal:
            app.say(found.refusal, "warn")
        elif found.warning and not self.warned:
            self.warned = True
            app.say(found.warning, "warn")
        else:
            self.busy = True
            app.say("Saving")
            saving.save(self)

    def saved(self) -> None:
        """It is in the store: the draft is not needed any more."""
        self._drop()

    def refused(self, error: BilatError) -> None:
        """It is not, and stands here still."""
        self.busy = False
        bilat(self).say(f"Not saved. {error}", "warn")

    def action_reading_discard(self) -> None:
        """Throw the draft away; of what was decided, only when asked a second time."""
        app, stays = bilat(self), self._is_kept and self._is_read_only
        if self._is_decided_on and not stays and not self.discarding:
            self.discarding = True
            app.say(
                keyed("{reading.discard} again throws away what was decided; {reading.back} keeps it."),
                "warn",
            )
            return
        thrown = "The draft was thrown away." if self.is_read else "The text was left before it was read."
        self._drop()
        app.say("Read only: the draft as it was kept stays." if stays else thrown)

    def _drop(self) -> None:
        self.items = ()
        self._forget()
        self.dismiss()

    def _forget(self) -> None:
        """Let go of what was kept of this draft; those of other texts stay."""
        if self._is_kept and not self._is_read_only:
            self._is_kept = False
            self._keeper.forget()

    def action_reading_back(self) -> None:
        """Go back; the draft is kept."""
        app = bilat(self)
        self.dismiss()
        if self.items and self._is_decided_on and not app.store.read_only:
            app.say(keyed("Not saved, and kept: {read} brings the text back."))

    # --- keeping what is not saved ---

    @property
    def _is_read_only(self) -> bool:
        """Whether nothing may be written, beside the store neither."""
        return bool(bilat(self).store.read_only)

    @property
    def _is_decided_on(self) -> bool:
        """Whether the officer has done anything: a text that was only looked at is nothing to lose."""
        return self.items != self._proposed

    def keep(self) -> None:
        """Keep the draft as it is now, and the text with the first decision."""
        if self._is_read_only:
            return
        if not self._is_decided_on:
            self._forget()
            return
        self._keeper.note(self.items, "" if self._is_kept else self.given.text, self.given.source.around)
        self._is_kept = True
        app = bilat(self)

        async def write() -> None:
            try:
                await asyncio.to_thread(self._keeper.write)
            except BilatError as error:
                app.say(str(error), "warn")

        self.run_worker(write(), group="keeping")

    def _write_down(self) -> None:
        self._keeper.note(self.items)
        try:
            self._keeper.write()
        except BilatError as error:
            bilat(self).log(str(error))
