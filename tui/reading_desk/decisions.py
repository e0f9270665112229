"""Deciding on a draft: each key takes it a step on, and each step can be taken back until it is saved."""

from __future__ import annotations

from db.commitments import RUNGS
from db.reading.draft.dating import accept_offer, decline_offer
from db.reading.draft.dating import offered as dates_offered
from db.reading.draft.deciding import (
    file_sentence,
    leave,
    outcomes_in,
    set_rung,
    take,
    take_sure,
    taken,
    undecided,
)
from db.reading.draft.items import EVENTS, Item, Items, by_id
from tui.glyphs import glyphs
from tui.keys import keyed, pressed
from tui.modals.base import bilat
from tui.reading_desk import linking
from tui.reading_desk.doubting import in_doubt, once_taken, why_left
from tui.reading_desk.given import Given
from tui.reading_desk.proposed import recognised
from tui.reading_desk.saying import nothing_to_take, what_to_decide
from tui.reading_desk.sides import Sides, once_read


class Decisions(Sides):
    """A draft that is decided on.

    Attributes:
        warned: whether the officer was told that something is not decided yet.
        discarding: whether the officer was told that what was decided would be thrown away.
    """

    def __init__(self, given: Given) -> None:
        super().__init__(given)
        self.warned = False
        self.discarding = False
        self._undo: list[Items] = []
        self._redo: list[Items] = []

    def keep(self) -> None:
        """Keep the draft as it is now."""
        raise NotImplementedError

    def edit(self, item: Item) -> None:
        """Ask for an item in other words."""
        raise NotImplementedError

    def change(self, items: Items, sentence: str = "", *, at: int | None = None) -> None:
        """Take the draft a step on.

        Args:
            items: what it is now.
            sentence: what was done, for the officer.
            at: the item to go to.
        """
        if items != self.items:
            self._undo.append(self.items)
            self._redo.clear()
        self._put(items, at)
        if sentence:
            bilat(self).say(sentence)
        else:
            self.footer.say("")  # what was said of the key before is not true any more

    def _put(self, items: Items, at: int | None = None) -> None:
        self.items = items
        self.warned = self.discarding = False
        self.show()
        if at is not None:
            self.draft.put_cursor(at, tell=False)
        self.link()
        self.keep()

    def put_offers(self, items: Items, number: int) -> None:
        """Show what dates mean now, the first of them under the cursor."""
        self._put(items)
        self.go_to_draft(number)

    def recognise(self) -> None:
        """Look again which visits are in the store, after a date or a country was set."""
        app = bilat(self)
        self.items = app.read(recognised, self.items, self.given.text, app.moment)
        self.show()

    @once_read
    def action_reading_accept(self) -> None:
        """Take the proposal under the cursor, or all that the sentence proposes."""
        if not self.on_draft:
            self._accept_sentence()
            return
        item = self.draft.item
        if item is None:
            return
        if item.values.get("offer"):
            self._answer_offer(item, accept_offer(self.items, item.id))
        elif item.kind == "field" and by_id(self.items, item.under).kind == "source":
            self.edit(item)
        elif item.state == "taken" and item.kind not in EVENTS:
            self.draft.move_by(1)
        else:
            items = take(self.items, [item.id])
            self.change(items, once_taken(items, item), at=linking.next_open(items, item.id))

    def _accept_sentence(self) -> None:
        sentence = self.text.sentence
        found = linking.proposed_by(self.items, sentence) if sentence else []
        if not found:
            bilat(self).say("Nothing in this sentence waits; 0 to 5 file it as an outcome.")
            return
        items = take(self.items, [one.id for one in found])
        count = len(taken(items)) - len(taken(self.items))
        self.change(items, f"{count:,} taken." if count > 1 else "Taken.")

    def _answer_offer(self, item: Item, items: Items) -> None:
        waiting = [one.id for one in dates_offered(items)]
        self.change(items, at=waiting[0] if waiting else item.id)
        if waiting:
            more = "1 more date counts" if len(waiting) == 1 else f"{len(waiting):,} more dates count"
            bilat(self).say(f"{more} from the publication.")
            return
        self.recognise()
        bilat(self).say("That was the last date that counts from the publication.")

    @once_read
    def action_reading_reject(self) -> None:
        """Leave it out, or have it back."""
        if self.on_draft:
            item = self.draft.item
            if item is None or (item.kind == "field" and by_id(self.items, item.under).kind == "source"):
                bilat(self).say(
                    keyed("The source is saved with whatever is taken; {reading.edit} says it otherwise.")
                )
            elif item.values.get("offer"):
                self._answer_offer(item, decline_offer(self.items, item.id))
            else:
                items = leave(self.items, [item.id])
                follow = linking.next_open(items, item.id) if item.state == "open" else item.id
                self.change(items, at=follow)
            return
        sentence = self.text.sentence
        found = outcomes_in(self.items, sentence) if sentence else ()
        filed = [one.id for one in found if one.state != "left"]
        if filed:
            self.change(leave(self.items, filed), keyed("Left out; {reading.reject} has it back."))
        elif found:
            self.change(
                leave(self.items, [one.id for one in found]), "It is in the draft again, not taken yet."
            )
        else:
            bilat(self).say("This sentence is not filed as an outcome.")

    @once_read
    def action_reading_sure(self) -> None:
        """Take everything that is not in doubt."""
        items = take_sure(self.items)
        if items != self.items:
            self._take_all(items)
            return
        doubtful = next((one for one in undecided(items) if not one.sure or one.kind == "clash"), None)
        if doubtful is None:
            bilat(self).say(nothing_to_take(items) or keyed("Everything is decided; {reading.save} saves."))
            return
        self.go_to_draft(doubtful.id)
        bilat(self).say(what_to_decide(doubtful), "warn")

    def _take_all(self, items: Items) -> None:
        """Take what is sure; what is in doubt and holds the rest back comes under the cursor."""
        count, left = len(taken(items)) - len(taken(self.items)), len(undecided(items))
        doubt = in_doubt(items)
        if doubt is not None:
            self.change(items, f"{count or 1:,} taken; {why_left(items, doubt)}")
            self.go_to_draft(doubt.id)
            return
        more = f"; {left:,} left to decide" if left else ""
        self.change(items, f"{count or 1:,} taken{more} {glyphs.dot} {pressed('reading.undo')} takes it back")

    def file(self, rung: int) -> None:
        """File the sentence, or the outcome under the cursor, at a rung."""
        app, name = bilat(self), RUNGS[rung]
        if self.on_draft:
            item = self.draft.item
            if item is None or item.kind != "outcome":
                app.say("0 to 5 put an outcome on a rung, and this is none.")
            else:
                items = set_rung(self.items, item.id, name)
                self.change(items, at=linking.next_open(items, item.id))
            return
        sentence = self.text.sentence
        if sentence is None:
            return
        words = self.given.text[sentence.start : sentence.end]
        items, number = file_sentence(self.items, sentence, words, name)
        if not number:
            app.say(
                keyed(
                    "There is no visit or meeting yet that it could have come of: {reading.meeting} begins one here."
                ),
                "warn",
            )
            return
        self.change(items, f"Filed as {name}.")
        self.draft.show_block(number)

    @once_read
    def action_reading_0(self) -> None:
        """Noted."""
        self.file(0)

    @once_read
    def action_reading_1(self) -> None:
        """Discussed."""
        self.file(1)

    @once_read
    def action_reading_2(self) -> None:
        """Explored."""
        self.file(2)

    @once_read
    def action_reading_3(self) -> None:
        """Proposed."""
        self.file(3)

    @once_read
    def action_reading_4(self) -> None:
        """Agreed."""
        self.file(4)

    @once_read
    def action_reading_5(self) -> None:
        """Signed."""
        self.file(5)

    @once_read
    def action_reading_undo(self) -> None:
        """Take back the last key."""
        if self._back_or_forth(self._undo, self._redo):
            bilat(self).say(keyed(f"Taken back {glyphs.dot} {{reading.redo}} does it again"))
        else:
            bilat(self).say("Nothing is left to take back.")

    @once_read
    def action_reading_redo(self) -> None:
        """Do it again."""
        if self._back_or_forth(self._redo, self._undo):
            bilat(self).say(keyed(f"Done again {glyphs.dot} {{reading.undo}} takes it back"))
        else:
            bilat(self).say("Nothing was taken back.")

    def _back_or_forth(self, source: list[Items], goal: list[Items]) -> bool:
        """Go a step; whether there was one."""
        if not source:
            return False
        goal.append(self.items)
        self._put(source.pop())
        return True
