"""What is on the board now? Drawn once for everybody, and only then marked with what is yours.

A board that takes long to draw is drawn less often, so that drawing never takes more than a fifth of the time however many phones ask.
"""

import time
from dataclasses import dataclass

from segmentation.language import speaking
from segmentation.personas import Persona
from segmentation.phones.views import board_of, guide_of, persona_card, spoken_persona
from segmentation.store.room import Note, Room
from segmentation.store.rooms import Rooms

SHOWN = 40
"""Most notes of each sort on a phone: the ones with most dots, and the newest. The big screen has them all."""
PATIENCE = 4.0


@dataclass(frozen=True)
class Board:
    """The shared parts of a page as markup, and the version of the room that they show."""

    version: int
    persona: Persona
    guide: str
    card: str
    notes: str
    made: float
    cost: float

    def for_person(self, voted: set[str], mine: set[str]) -> str:
        """The notes, with this person's dots pressed and own notes outlined."""
        html = self.notes
        for note in sorted(voted):
            html = html.replace(f'value="{note}" aria-pressed="false"', f'value="{note}" aria-pressed="true"')
        for note in sorted(mine):
            html = html.replace(f'id="note-{note}" class="note"', f'id="note-{note}" class="note mine"')
        return html


class Boards:
    """The last drawing per room, persona and language."""

    def __init__(self, rooms: Rooms) -> None:
        self.rooms = rooms
        self._last: dict[tuple[str, str, str, str], Board] = {}

    def get(self, room: Room, language: str) -> Board:
        """The board as it is, or as it was a moment ago when drawing it is much work."""
        key = room.id, room.focus, language, room.step
        last = self._last.get(key)
        if last and (last.version == room.version or time.monotonic() - last.made < PATIENCE * last.cost):
            return last
        start = time.monotonic()
        with speaking(language):
            persona = spoken_persona(self.rooms.body(room.id), room.focus, language)
            notes = _shown(self.rooms.notes(room.id, room.focus))
            parts = guide_of(room, persona), persona_card(persona), board_of(room, persona, notes)
        done = time.monotonic()
        board = Board(room.version, persona, *parts, made=done, cost=done - start)
        self._last = {**dict(list(self._last.items())[-50:]), key: board}
        return board


def _shown(notes: list[Note]) -> list[Note]:
    """What fits on a phone, most dots first."""
    seen = [note for note in notes if note.state in {"shown", "accepted"}]
    newest = {note.id for note in sorted(seen, key=lambda note: note.sent)[-SHOWN:]}
    return [note for place, note in enumerate(seen) if place < SHOWN or note.id in newest]
