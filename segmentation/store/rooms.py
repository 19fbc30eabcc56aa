"""Which brainstorm rooms are open, who is in them, what was said and what got votes?

A room belongs to a study. Phones reach it by its code; what they may do there is decided here, one transaction each, so that
the answer is the same through a restart: a note has an id of the phone's own choosing and can be sent again without being
doubled, a vote is a state (on or off) and not an event. `version` goes up with every change, so a board asks "after 41?".
"""

import json
import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Select, delete, func, insert, select, update

from segmentation.errors import MissingData, WrongChoice
from segmentation.language import _
from segmentation.store.deleted import THERE, gone, is_there
from segmentation.store.engine import writing
from segmentation.store.room import (
    CODE_LENGTH,
    DOTS,
    HOURS,
    LETTERS,
    MOST_NOTES,
    MOST_PEOPLE,
    STEPS,
    TEXT_LENGTH,
    Note,
    Refused,
    Room,
    clean_code,
    clean_text,
    is_name,
    room_of,
)
from segmentation.store.rooms_schema import notes, people, rooms, votes
from segmentation.store.schema import studies
from segmentation.study import new_id

SHORT = [column for column in rooms.c if column.name != "body"]


def _rooms(*more: ColumnElement[Any]) -> Select[Any]:
    """The rooms of studies that were not deleted."""
    return select(*SHORT, *more).join(studies, studies.c.id == rooms.c.study_id).where(THERE)


class Rooms:
    """The rooms in one database.

    >>> import tempfile
    >>> from segmentation.store import open_store
    >>> store = open_store(tempfile.mkdtemp())
    >>> rooms = Rooms(store.engine)
    >>> room = rooms.open(store.new("Autumn").id, {"personas": [{"segment": "A"}]})
    >>> person = rooms.join(room.code)
    >>> rooms.write(room.code, person, note="n1", segment="A", field="work", text="A baker")
    True
    >>> rooms.write(room.code, person, note="n1", segment="A", field="work", text="A baker")  # sent again
    False
    >>> [note.text for note in rooms.notes(room.id)]
    ['A baker']
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._bodies: dict[str, dict[str, Any]] = {}

    # the facilitator

    def open(self, study_id: str, body: dict[str, Any], language: str = "nl", hours: float = HOURS) -> Room:
        """A new room with a fresh code; earlier rooms of this study are closed.

        `body` is what phones may see: `{"personas": [Persona.to_dict(), …]}`, never a customer row; it does not change any more.
        """
        segments = [str(persona["segment"]) for persona in body.get("personas", ())]
        if not segments:
            raise MissingData(_("There is no persona to talk about yet."), _("Make segments first, in step 5."))
        now = datetime.now(UTC)
        room = new_id()
        with writing(self.engine) as connection:
            if not is_there(connection, study_id):
                raise gone()
            earlier = update(rooms).where(rooms.c.study_id == study_id)
            connection.execute(earlier.values(step="closed", version=rooms.c.version + 1))
            connection.execute(
                insert(rooms).values(
                    id=room,
                    study_id=study_id,
                    code=_free_code(connection),
                    secret=secrets.token_urlsafe(32),
                    language=language,
                    step="warmup",
                    focus=segments[0],
                    ends=None,
                    opened=now.isoformat(),
                    shared="",
                    version=1,
                    expires=(now + timedelta(hours=hours)).isoformat(),
                    body=json.dumps(body, ensure_ascii=False),
                )
            )
        return self.get(room)

    def get(self, room_id: str) -> Room:
        """A room by its id. Raises MissingData when it is not there."""
        with self.engine.connect() as connection:
            row = connection.execute(_rooms().where(rooms.c.id == room_id)).first()
        if row is None:
            raise MissingData(_("This room is not there any more."), _("Open a new one."))
        return room_of(row)

    def body(self, room_id: str) -> dict[str, Any]:
        """What phones may see of the personas, read once per process."""
        if room_id not in self._bodies:
            with self.engine.connect() as connection:
                text = connection.execute(select(rooms.c.body).where(rooms.c.id == room_id)).scalar()
            if text is None:
                raise MissingData(_("This room is not there any more."), _("Open a new one."))
            self._bodies = {**dict(list(self._bodies.items())[-20:]), room_id: json.loads(text)}
        return self._bodies[room_id]

    def of_study(self, study_id: str) -> list[Room]:
        """The rooms of a study, newest first."""
        query = _rooms().where(rooms.c.study_id == study_id).order_by(rooms.c.opened.desc())
        with self.engine.connect() as connection:
            rows = connection.execute(query).all()
        return [room_of(row) for row in rows]

    def go_to(self, room_id: str, step: str | None = None, focus: str | None = None, minutes: float | None = None) -> Room:
        """To another step of the script or another persona; `minutes` starts the timer (0 stops it)."""
        room = self.get(room_id)
        change: dict[str, Any] = {}
        if step is not None:
            if step not in STEPS:
                raise WrongChoice(_("There is no step “{step}”.").format(step=step), ", ".join(STEPS))
            change["step"] = step
        if focus is not None:
            change["focus"] = focus
        if minutes is not None:
            change["ends"] = (datetime.now(UTC) + timedelta(minutes=minutes)).isoformat() if minutes else None
        with writing(self.engine) as connection:
            connection.execute(update(rooms).where(rooms.c.id == room.id).values(**change, version=rooms.c.version + 1))
            if step == "closed":
                connection.execute(delete(people).where(people.c.room_id == room.id))
        return self.get(room_id)

    def share(self, room_id: str, address: str) -> Room:
        """Remember at which address other machines reach this room; an empty address stops it."""
        with writing(self.engine) as connection:
            connection.execute(
                update(rooms).where(rooms.c.id == room_id).values(shared=address[:64], version=rooms.c.version + 1)
            )
        return self.get(room_id)

    def shared(self) -> list[Room]:
        """The open rooms that other machines may reach."""
        with self.engine.connect() as connection:
            rows = connection.execute(_rooms().where(rooms.c.shared != "", rooms.c.step != "closed")).all()
        return [room for room in map(room_of, rows) if room.is_open]

    def judge(self, room_id: str, note: str, state: str, into: str | None = None) -> None:
        """Hide a note, show it again, merge it into another one (its votes go along) or accept it into the persona."""
        if state not in {"shown", "hidden", "merged", "accepted"} or (state == "merged") != (into is not None) or into == note:
            raise WrongChoice(_("A note can be shown, hidden, merged into another one, or accepted."), "")
        with writing(self.engine) as connection:
            here = update(notes).where(notes.c.room_id == room_id)
            connection.execute(here.where(notes.c.note == note).values(state=state, into=into))
            if into is not None:  # what had been merged into this one moves on with it
                connection.execute(here.where(notes.c.into == note).values(into=into))
            _changed(connection, room_id)

    def notes(self, room_id: str, segment: str | None = None) -> list[Note]:
        """What was written, most votes first; merged notes count their votes with the note they went into, one per person."""
        wanted = [notes.c.room_id == room_id] + ([notes.c.segment == segment] if segment is not None else [])
        with self.engine.connect() as connection:
            rows = connection.execute(select(notes).where(*wanted)).all()
            cast = connection.execute(select(votes.c.note, votes.c.person).where(votes.c.room_id == room_id)).all()
        goes = {row.note: row.into or row.note for row in rows}
        voters: dict[str, set[str]] = {}
        for vote in cast:
            voters.setdefault(goes.get(vote.note, vote.note), set()).add(vote.person)
        made = [
            Note(r.note, r.person, r.segment, r.field, r.text, r.sure, r.sent, r.state, r.into, len(voters.get(r.note, ()))) for r in rows
        ]
        return sorted(made, key=lambda note: (-note.votes, note.sent, note.id))

    def present(self, room_id: str) -> int:
        """How many people have joined."""
        query = select(func.count()).select_from(people).where(people.c.room_id == room_id)
        with self.engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    # the phones

    def by_code(self, code: str) -> Room | None:
        """The open room with this code."""
        with self.engine.connect() as connection:
            row = connection.execute(_rooms().where(rooms.c.code == clean_code(code))).first()
        room = None if row is None else room_of(row)
        return room if room is not None and room.is_open else None

    def join(self, code: str) -> str:
        """A new random name in this room. Raises Refused when the code is wrong, or the room is closed or full."""
        with writing(self.engine) as connection:
            room = _open_room(connection, code)
            there = connection.execute(select(func.count()).select_from(people).where(people.c.room_id == room.id)).scalar_one()
            if there >= MOST_PEOPLE:
                raise Refused(_("This room is full."), _("Look along with somebody who is in."))
            person = secrets.token_urlsafe(18)
            connection.execute(insert(people).values(room_id=room.id, person=person, joined=datetime.now(UTC).isoformat()))
            _changed(connection, room.id)
        return person

    def seat(self, code: str, person: str) -> tuple[Room | None, bool]:
        """The open room with this code, and whether this person has joined it: what every phone asks every two seconds."""
        inside = select(people.c.person).where(people.c.room_id == rooms.c.id, people.c.person == person[:64]).exists()
        with self.engine.connect() as connection:
            row = connection.execute(_rooms(inside.label("inside")).where(rooms.c.code == clean_code(code))).first()
        room = None if row is None else room_of(row)
        return (room, bool(row.inside)) if row is not None and room is not None and room.is_open else (None, False)

    def of_person(self, room_id: str, person: str) -> tuple[set[str], set[str]]:
        """The notes on the board that this person put a dot on, and those they wrote."""
        own = select(notes.c.note).where(notes.c.room_id == room_id, notes.c.person == person)
        with self.engine.connect() as connection:
            return _dots(connection, room_id, person), set(connection.execute(own).scalars())

    def write(self, code: str, person: str, *, note: str, segment: str, field: str, text: str, sure: str = "think") -> bool:
        """Keep a note, once: True when it was new, False when it was there already. Raises Refused else."""
        words = clean_text(text)
        if not words or not is_name(note) or not field or len(field) > 64 or sure not in {"know", "think"}:
            raise Refused(_("Write something first."), _("A note has 1 to {n} signs.").format(n=TEXT_LENGTH))
        open_room = self.by_code(code)
        segments = {str(one["segment"]) for one in self.body(open_room.id)["personas"]} if open_room else set()
        with writing(self.engine) as connection:
            room = _member(connection, code, person)
            known = connection.execute(select(notes.c.person).where(notes.c.room_id == room.id, notes.c.note == note)).scalar()
            if known is not None:
                if known != person:
                    raise Refused(_("That is not your note."), "")
                return False
            if segment not in segments:
                raise Refused(_("There is no such persona in this room."), "")
            written = select(func.count()).select_from(notes).where(notes.c.room_id == room.id, notes.c.person == person)
            if connection.execute(written).scalar_one() >= MOST_NOTES:
                raise Refused(_("You have written as much as fits."), _("Vote for what is there, or talk about it."))
            fresh = {"note": note, "person": person, "segment": segment, "field": field, "text": words, "sure": sure}
            now = datetime.now(UTC).isoformat()
            connection.execute(insert(notes).values(**fresh, room_id=room.id, sent=now, state="shown", into=None))
            _changed(connection, room.id)
        return True

    def vote(self, code: str, person: str, note: str, on: bool = True) -> int:
        """Put a dot on a note or take it off; returns how many dots are left for this persona. Raises Refused without dots."""
        with writing(self.engine) as connection:
            room = _member(connection, code, person)
            about = connection.execute(select(notes).where(notes.c.room_id == room.id, notes.c.note == note[:64])).first()
            if about is None or about.state in {"hidden", "merged"}:
                raise Refused(_("That note is not on the board any more."), "")
            cast = _dots(connection, room.id, person, about.segment)
            if on and note not in cast:
                if len(cast) >= DOTS:
                    raise Refused(_("You have placed all your dots."), _("Take one off first."))
                connection.execute(insert(votes).values(room_id=room.id, note=note, person=person))
                cast.add(note)
                _changed(connection, room.id)
            elif not on and note in cast:
                along = select(notes.c.note).where(notes.c.room_id == room.id, (notes.c.note == note) | (notes.c.into == note))
                connection.execute(delete(votes).where(votes.c.room_id == room.id, votes.c.person == person, votes.c.note.in_(along)))
                cast.discard(note)
                _changed(connection, room.id)
        return max(DOTS - len(cast), 0)


def _dots(connection: Connection, room_id: str, person: str, segment: str | None = None) -> set[str]:
    """The notes on the board with a dot of this person: dots on a merged note stand on the one it went into, on what was hidden they are free again.

    Asks for this person's own dots only: every phone asks every two seconds, and a room may hold thousands of notes.
    """
    target = notes.alias()
    here = (notes.c.room_id == votes.c.room_id) & (notes.c.note == votes.c.note)
    there = (target.c.room_id == notes.c.room_id) & (target.c.note == notes.c.into)
    query = select(notes.c.note, notes.c.into, notes.c.state, target.c.state.label("there")).select_from(
        votes.join(notes, here).outerjoin(target, there)
    ).where(votes.c.room_id == room_id, votes.c.person == person)  # fmt: skip
    rows = connection.execute(query if segment is None else query.where(notes.c.segment == segment)).all()
    return {row.into or row.note for row in rows if (row.there if row.into else row.state) != "hidden"}


def _free_code(connection: Connection) -> str:
    while True:
        code = "".join(secrets.choice(LETTERS) for _place in range(CODE_LENGTH))
        if connection.execute(select(rooms.c.id).where(rooms.c.code == code)).first() is None:
            return code


def _open_room(connection: Connection, code: str) -> Room:
    row = connection.execute(_rooms().where(rooms.c.code == clean_code(code))).first()
    room = None if row is None else room_of(row)
    if room is None or not room.is_open:
        raise Refused(_("There is no open room with this code."), _("Look at the code on the big screen and type it again."))
    return room


def _member(connection: Connection, code: str, person: str) -> Room:
    room = _open_room(connection, code)
    query = select(people.c.person).where(people.c.room_id == room.id, people.c.person == person[:64])
    if connection.execute(query).first() is None:
        raise Refused(_("You are not in this room yet."), _("Join with the code on the big screen."))
    return room


def _changed(connection: Connection, room_id: str) -> None:
    connection.execute(update(rooms).where(rooms.c.id == room_id).values(version=rooms.c.version + 1))
